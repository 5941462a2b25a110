/** Which tickets a queue is about, as far as the console has to know: to say that a row has left. */

import type { TicketSummary } from './types'

export interface QueueViewer {
  id: string
}

export const TEAM_QUEUE = 'team-'

const DONE = new Set(['solved', 'closed'])

export function belongs(queue: string, ticket: TicketSummary, viewer: QueueViewer | undefined): boolean {
  const done = DONE.has(ticket.status.category)
  switch (queue) {
    case 'unassigned':
      return !done && !ticket.assignee
    case 'mine':
      return !done && ticket.assignee?.id === viewer?.id
    case 'all':
      return !done
    case 'solved':
      return done
    default:
      if (queue.startsWith(TEAM_QUEUE)) return !done && ticket.team?.id === queue.slice(TEAM_QUEUE.length)
      return true
  }
}

/** Rows as they stand, with what is known now written into them; order and number never change. */
export function update(rows: TicketSummary[], fresh: TicketSummary[]): TicketSummary[] {
  const known = new Map(fresh.map((ticket) => [ticket.id, ticket]))
  return rows.map((row) => {
    const now = known.get(row.id)
    return now && now.version >= row.version ? now : row
  })
}

/** What typing in the list's filter leaves. */
export function matches(ticket: TicketSummary, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase()
  if (wanted === '') return true
  const hay = [ticket.id, ticket.subject, ticket.customer.name, ticket.assignee?.name, ticket.team?.name, ...ticket.tags]
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
