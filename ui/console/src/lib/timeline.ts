/** How a ticket's timeline is laid out: days, messages, and events folded to one muted line each. */

import type { Message, TicketEvent, TimelineItem } from './types'

export interface EventRun {
  type: 'events'
  id: string
  /** In the order in which they happened; repeats of one kind by one person are one entry. */
  lines: { events: TicketEvent[]; last: TicketEvent }[]
}

export type Block = { type: 'day'; id: string; at: string } | Message | EventRun

/** A run longer than this shows its last lines only, until somebody asks. */
export const RUN_SHOWN = 3

export function timeOf(item: TimelineItem): string {
  return item.type === 'message' ? item.created_at : item.at
}

/** Events that say nothing beside what the thread shows anyway. */
const SILENT = new Set(['ticket.message_added'])

export function layout(items: TimelineItem[], dayOf: (at: string) => string): Block[] {
  const blocks: Block[] = []
  let today: string | undefined
  for (const item of items) {
    if (item.type === 'event' && SILENT.has(item.kind)) continue
    const day = dayOf(timeOf(item))
    if (day !== today) {
      today = day
      blocks.push({ type: 'day', id: `day-${day}`, at: timeOf(item) })
    }
    if (item.type === 'message') {
      blocks.push(item)
      continue
    }
    const open = blocks.at(-1)
    if (open?.type === 'events') extend(open, item)
    else blocks.push({ type: 'events', id: `run-${item.id}`, lines: [{ events: [item], last: item }] })
  }
  return blocks
}

/** Events of which each names somebody else. */
const APART = new Set(['ticket.participants_added', 'ticket.participants_removed'])

function extend(run: EventRun, event: TicketEvent) {
  const line = run.lines.at(-1)
  const goesOn =
    line !== undefined &&
    !APART.has(event.kind) &&
    line.last.kind === event.kind &&
    line.last.actor.id === event.actor.id &&
    line.last.data?.rule === event.data?.rule
  if (line && goesOn) {
    line.events.push(event)
    line.last = event
  } else {
    run.lines.push({ events: [event], last: event })
  }
}

/**
 * Puts new items among known ones, each once, in the order of the ticket's chain. Where other tickets go on in it, there is more
 * than one chain: then the server's order stands, and what is new comes behind.
 */
export function merge(known: TimelineItem[], fresh: TimelineItem[]): TimelineItem[] {
  const byId = new Map(known.map((item) => [item.id, item]))
  for (const item of fresh) byId.set(item.id, item)
  const all = [...byId.values()]
  return all.some(({ origin }) => origin) ? all : all.sort((a, b) => a.seq - b.seq)
}

/** Public messages of other people that are newer than what the writer of a draft had seen. */
export function messagesSince(items: TimelineItem[], seenUntil: string | null, me: string | undefined): Message[] {
  if (seenUntil === null) return []
  const seen = Date.parse(seenUntil)
  return items.filter(
    (item): item is Message =>
      item.type === 'message' &&
      item.visibility === 'public' &&
      Date.parse(item.created_at) > seen &&
      item.author.id !== me,
  )
}

/** When the newest message of a timeline was written, or null of an empty one. */
export function newestMessage(items: TimelineItem[]): string | null {
  const last = items.findLast((item) => item.type === 'message' && item.visibility === 'public')
  return last === undefined ? null : timeOf(last)
}
