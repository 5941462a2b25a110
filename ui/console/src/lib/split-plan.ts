/** Which messages can go on in a ticket of their own, as the desk holds it. */

import type { Message, TimelineItem } from './types'

/** A customer's own words to us, written into this ticket after those that opened it, and still there to read. */
export function isMovable(item: TimelineItem): item is Message {
  if (item.type !== 'message' || item.origin || item.seq <= 1) return false
  return item.visibility === 'public' && item.author.kind === 'customer' && item.body_html != null
}

/** The beginning of what a message says, in one line. */
export function beginning({ segments }: Pick<Message, 'segments'>, most = 160): string {
  const text = segments.map((segment) => (segment.masked ? '…' : segment.text)).join('').replace(/\s+/g, ' ').trim()
  const signs = [...text]
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : text
}
