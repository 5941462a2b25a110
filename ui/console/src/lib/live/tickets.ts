/** Which tickets a frame speaks of. */

import { answerOf } from './answers'
import type { Frame } from './machine'

const isTicket = (id: unknown): id is string => typeof id === 'string' && id.startsWith('PD-')

/** The public ids of the tickets that changed; none for a frame that tells of no change. */
export function ticketsOf(frame: Frame): string[] {
  const data = typeof frame.data === 'object' && frame.data !== null ? (frame.data as Record<string, unknown>) : {}
  if (frame.t === 'changed') return Array.isArray(data.tickets) ? data.tickets.filter(isTicket) : []
  const answer = answerOf(frame)
  if (answer) return [answer.ticket].filter(isTicket)
  if (frame.t !== 'event') return []
  const named = ['ticket_id', 'public_id', 'ticket'].map((name) => data[name]).find(isTicket)
  const id = named ?? /PD-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(frame.stream ?? '')?.[0]
  return id === undefined ? [] : [id]
}
