/** Acts on the targets of the moment (the selection, else the open ticket), whoever asks for them: keys, bar or command. */

import { bulk } from './bulk.svelte'
import type { TicketAct } from './bulk'
import { directory } from './directory.svelte'
import { t } from './i18n.svelte'
import { priorityName, statusName } from './names'
import { snoozeWords } from './snooze-words'
import { selection } from './selection.svelte'
import { session } from './session.svelte'
import { toasts } from './toasts.svelte'
import type { Permission, Priority, Snooze, TicketSummary } from './types'

export type Part = 'assign' | 'status' | 'priority' | 'tag' | 'snooze'

const NEEDS: Record<Part, Permission> = {
  assign: 'ticket.assign',
  status: 'ticket.status',
  priority: 'ticket.priority',
  tag: 'ticket.tag',
  snooze: 'ticket.status',
}

export function mayAct(part: Part): boolean {
  return session.can(NEEDS[part])
}

function partOf(act: TicketAct): Part {
  if ('status' in act) return 'status'
  if ('priority' in act) return 'priority'
  if ('snooze' in act) return 'snooze'
  return 'tags' in act ? 'tag' : 'assign'
}

/** What is told when it is done to so many. */
function words(act: TicketAct): (count: number) => string {
  if ('status' in act) {
    const status = directory.everyStatus.find(({ id }) => id === act.status)
    return (count) => t('bulk-status', { count, status: status ? statusName(status) : '' })
  }
  if ('snooze' in act) {
    const { snooze } = act
    return (count) => (snooze ? t('bulk-snoozed', { count, until: snoozeWords(snooze) }) : t('bulk-woken', { count }))
  }
  if ('priority' in act) return (count) => t('bulk-priority', { count, priority: priorityName(act.priority) })
  if ('tags' in act) {
    const { add = [], remove = [] } = act.tags
    const tags = [...add.map((tag) => `+${tag}`), ...remove.map((tag) => `−${tag}`)].join(' ')
    return (count) => t('bulk-tags', { count, tags })
  }
  if ('team' in act) {
    const team = directory.teams.find(({ id }) => id === act.team)
    return (count) => (team ? t('bulk-assigned', { count, name: team.name }) : t('bulk-teamless', { count }))
  }
  const member = directory.staff.find(({ id }) => id === act.assignee)
  return (count) => (member ? t('bulk-assigned', { count, name: member.name }) : t('bulk-unassigned', { count }))
}

export async function actOn(act: TicketAct, targets: readonly TicketSummary[] = selection.targets): Promise<void> {
  if (!mayAct(partOf(act))) return void toasts.show(t('not-allowed'))
  await bulk.run(act, targets, words(act))
}

export function setStatus(id: string): Promise<void> {
  return actOn({ status: id })
}

export function setPriority(id: string): Promise<void> {
  return actOn({ priority: id as Priority })
}

/** `none`, `staff:ID` or `team:ID`; the team that all of them have is taken off. */
export function assignTo(id: string): Promise<void> {
  if (id === 'none') return actOn({ assignee: null })
  if (!id.startsWith('team:')) return actOn({ assignee: id.slice('staff:'.length) })
  const team = id.slice('team:'.length)
  const all = selection.targets.every((ticket) => ticket.team?.id === team)
  return actOn({ team: all ? null : team })
}

export function toggleTag(tag: string): Promise<void> {
  const all = selection.targets.every(({ tags }) => tags.includes(tag))
  return actOn({ tags: all ? { add: [], remove: [tag] } : { add: [tag], remove: [] } })
}

/** Puts them aside, or brings them back with `null`. */
export function snoozeAll(snooze: Snooze | null): Promise<void> {
  return actOn({ snooze })
}

export async function solveAll(): Promise<void> {
  const solved = directory.firstOf('solved')
  if (solved) await setStatus(solved.id)
}

export async function takeAll(): Promise<void> {
  const me = session.staff
  if (me) await actOn({ assignee: me.id })
}
