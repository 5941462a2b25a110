/** What merging tickets would do, as the desk does it: for the words that are said before. */

import type { StatusCategory, TicketSummary } from './types'

/** How much is left to be done: of two tickets that become one, the higher stays. */
const TURN: Record<StatusCategory, number> = { closed: 0, solved: 1, waiting_on_customer: 2, waiting_on_internal: 3, open: 4 }
const PRIORITY: Record<TicketSummary['priority'], number> = { low: 0, normal: 1, high: 2, urgent: 3 }
const TIER: Record<TicketSummary['tier'], number> = { first: 1, second: 2, lead: 3 }

function most<T>(all: readonly T[], rank: (one: T) => number): T | undefined {
  return all.toSorted((a, b) => rank(b) - rank(a))[0]
}

/** What the ticket takes over from those that go on in it. */
export interface Taken {
  status: TicketSummary['status'] | undefined
  priority: TicketSummary['priority'] | undefined
  theft: boolean
  tier: TicketSummary['tier'] | undefined
  messages: number
}

export function taken(rows: readonly TicketSummary[], into: TicketSummary): Taken {
  const status = most(rows, ({ status }) => TURN[status.category])?.status
  const priority = most(rows, (row) => PRIORITY[row.priority])?.priority
  const tier = most(rows, (row) => TIER[row.tier])?.tier
  return {
    status: status && TURN[status.category] > TURN[into.status.category] ? status : undefined,
    priority: priority && PRIORITY[priority] > PRIORITY[into.priority] ? priority : undefined,
    theft: into.risk === 'none' && rows.some(({ risk }) => risk !== 'none'),
    tier: tier && TIER[tier] > TIER[into.tier] ? tier : undefined,
    messages: rows.reduce((sum, row) => sum + row.message_count, 0),
  }
}

/** The one that was opened first. */
export function oldest(rows: readonly TicketSummary[]): TicketSummary | undefined {
  return rows.toSorted((a, b) => a.created_at.localeCompare(b.created_at))[0]
}

/** Those that can go on in another one: not itself, and none that goes on elsewhere already. */
export function mergeable(rows: readonly TicketSummary[], into: string | undefined): TicketSummary[] {
  return rows.filter((row) => row.id !== into && !row.merged_into)
}
