/** One act on many tickets: what it makes of a row, and how it is told. */

import type { components } from '../../../shared/api'
import type { Named, Status, TicketSummary } from './types'

type Schemas = components['schemas']
export type TicketAct = Schemas['TicketAct']
export type BulkItem = Schemas['BulkItem']
export type TicketUndo = Schemas['TicketUndo']
export type Outcome = Schemas['BulkOutcome']

/** Tickets of one request: few enough for the bar to move, many enough for one commit to carry several. */
export const SLICE = 25

export function slices<T>(all: readonly T[], size = SLICE): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
}

/** Names of what an answer has only the ids of. */
export interface Names {
  statuses: readonly Status[]
  people: readonly Named[]
  teams: readonly Named[]
}

/** A tag as the desk writes it. */
export function tagName(typed: string): string {
  return typed.trim().toLowerCase().replace(/\s+/g, '-')
}

/** The row after an act, as far as the answer tells; live news bring the rest. */
export function changed(row: TicketSummary, { ticket, undo }: BulkItem, names: Names): TicketSummary {
  if (!ticket) return row
  const named = (id: string | null | undefined, known: Named | null | undefined, all: readonly Named[]) =>
    !id ? null : known?.id === id ? known : (all.find((one) => one.id === id) ?? { id, name: '' })
  return {
    ...row,
    status: names.statuses.find((status) => status.id === ticket.status_id) ?? row.status,
    priority: ticket.priority,
    risk: ticket.risk,
    assignee: named(ticket.assignee_id, row.assignee, names.people),
    team: named(ticket.team_id, row.team, names.teams),
    tags: undo && 'tags' in undo ? tagsAfter(row.tags, undo.tags) : row.tags,
    snooze: undo && 'snooze' in undo ? (undo.snooze.to ?? null) : row.snooze,
    merged_into: undo && 'merge' in undo ? (undo.merge.to ?? null) : row.merged_into,
    version: ticket.version,
  }
}

function tagsAfter(tags: readonly string[], { added, removed }: Schemas['TagMove']): string[] {
  const gone = new Set(removed.map(tagName))
  return [...new Set([...tags.filter((tag) => !gone.has(tag)), ...added.map(tagName)])].sort()
}

/** Whether an act left nothing to be told but that it is done. */
export function isFine({ outcome }: Pick<BulkItem, 'outcome'>): boolean {
  return outcome === 'done' || outcome === 'unchanged'
}
