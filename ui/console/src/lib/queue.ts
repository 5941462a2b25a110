/** Which tickets a queue is about, as far as the console has to know: to say that a row has left. */

import type { Queue, TicketSort, TicketSummary } from './types'

export interface QueueViewer {
  id: string
}

export const TEAM_QUEUE = 'team-'
/** A saved view by its id. */
export const VIEW_QUEUE = 'view-'

/** The desk's own queues, in the order in which the views show them. */
export const QUEUES = [
  'unassigned',
  'mine',
  'mentions',
  'following',
  'drafts',
  'open',
  'waiting_on_customer',
  'waiting_on_internal',
  'solved',
  'closed',
  'snoozed',
  'all',
] as const

export function belongs(queue: string, ticket: TicketSummary, viewer: QueueViewer | undefined): boolean {
  const { category } = ticket.status
  const aside = ticket.snooze != null
  switch (queue) {
    case 'all':
    // Whom a ticket mentions, who follows it, and who writes in it is not said by its row.
    case 'mentions':
    case 'following':
    case 'drafts':
      return true
    case 'snoozed':
      return aside
    case 'unassigned':
      return category === 'open' && !ticket.assignee && !aside
    case 'mine':
      return category !== 'solved' && category !== 'closed' && ticket.assignee?.id === viewer?.id && !aside
    default:
      return queue.startsWith(TEAM_QUEUE) ? ticket.team?.id === queue.slice(TEAM_QUEUE.length) : category === queue && !aside
  }
}

/** Rows as they stand, with what is known now written into them; order and number never change. */
export function update(rows: TicketSummary[], fresh: TicketSummary[]): TicketSummary[] {
  const known = new Map(fresh.map((ticket) => [ticket.id, ticket]))
  return rows.map((row) => {
    const now = known.get(row.id)
    if (!now || now.version < row.version) return row
    // Where its words were found is not asked again: without it the row would be lower, and those below it would move.
    return row.snippet && !now.snippet ? { ...now, snippet: row.snippet } : now
  })
}

/** How many tickets a queue of the desk's own holds, where it was counted to the end. What the desk tells of mentions is those that were not read. */
export function counted(queue: string, counts: readonly Queue[]): number | undefined {
  const one = queue === 'mentions' ? undefined : counts.find(({ name }) => name === queue)
  return one === undefined || one.capped ? undefined : one.count
}

/** The order that a queue comes with. */
export function usualSort(queue: string | undefined): TicketSort {
  return queue === 'mentions' ? 'mentions' : 'newest'
}

/** What typing in the list's filter leaves. */
export function matches(ticket: TicketSummary, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase()
  if (wanted === '') return true
  const hay = [ticket.id, ticket.subject, ticket.category, ticket.customer.name, ticket.assignee?.name, ticket.team?.name, ...ticket.tags]
  return hay.some((one) => one?.toLocaleLowerCase().includes(wanted))
}

/** A public ticket id as people type it, or undefined; the server checks its check character. */
export function ticketNumber(text: string): string | undefined {
  const compact = text.toUpperCase().replace(/[\s-]/g, '')
  if (!compact.startsWith('PD')) return undefined
  const digits = compact.slice(2).replace(/O/g, '0').replace(/[IL]/g, '1')
  const found = /^([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z])$/.exec(digits)
  return found ? `PD-${found[1]}-${found[2]}-${found[3]}` : undefined
}
