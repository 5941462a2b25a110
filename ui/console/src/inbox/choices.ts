/** What a ticket can be given to, set to or tagged with, as the pickers show it. */

import ChevronDown from '@lucide/svelte/icons/chevron-down'
import ChevronUp from '@lucide/svelte/icons/chevron-up'
import ChevronsUp from '@lucide/svelte/icons/chevrons-up'
import Equal from '@lucide/svelte/icons/equal'
import UserX from '@lucide/svelte/icons/user-x'
import Users from '@lucide/svelte/icons/users'
import { directory } from '../lib/directory.svelte'
import { t } from '../lib/i18n.svelte'
import { priorityName, statusName } from '../lib/names'
import { session } from '../lib/session.svelte'
import { offShift } from '../lib/shift-words'
import { PRIORITIES, type TicketSummary } from '../lib/types'
import type { Choice } from '../ui/Picker.svelte'

export const PRIORITY_ICONS = { urgent: ChevronsUp, high: ChevronUp, normal: Equal, low: ChevronDown }

/** Whether all of them are so: then the choice is marked. */
function all(tickets: readonly TicketSummary[], is: (ticket: TicketSummary) => boolean): boolean {
  return tickets.length > 0 && tickets.every(is)
}

function hint(...parts: (string | undefined)[]): { hint?: string } {
  const said = parts.filter((part) => part !== undefined)
  return said.length > 0 ? { hint: said.join(' · ') } : {}
}

/** Nobody, people (oneself first, and whoever is off shift with until when) as `staff:ID`, teams as `team:ID`. */
export function assignees(tickets: readonly TicketSummary[]): Choice[] {
  const me = session.staff?.id
  return [
    { id: 'none', label: t('assign-nobody'), icon: UserX, selected: all(tickets, ({ assignee }) => !assignee) },
    ...directory.assignable
      .toSorted((a, b) => Number(b.id === me) - Number(a.id === me))
      .map((member) => ({
        id: `staff:${member.id}`,
        label: member.name,
        availability: member.availability,
        selected: all(tickets, ({ assignee }) => assignee?.id === member.id),
        group: t('people'),
        ...hint(member.id === me ? t('you') : undefined, offShift(member)),
      })),
    ...directory.teams.map((team) => ({
      id: `team:${team.id}`,
      label: team.name,
      icon: Users,
      selected: all(tickets, (ticket) => ticket.team?.id === team.id),
      group: t('teams'),
    })),
  ]
}

export function statuses(tickets: readonly TicketSummary[]): Choice[] {
  return directory.statuses.map((status) => ({
    id: status.id,
    label: statusName(status),
    selected: all(tickets, (ticket) => ticket.status.id === status.id),
  }))
}

export function priorities(tickets: readonly TicketSummary[]): Choice[] {
  return PRIORITIES.map((priority) => ({
    id: priority,
    label: priorityName(priority),
    icon: PRIORITY_ICONS[priority],
    selected: all(tickets, (ticket) => ticket.priority === priority),
  }))
}

/** Those that are on one of them first. */
export function tags(tickets: readonly TicketSummary[]): Choice[] {
  const on = tickets.flatMap((ticket) => ticket.tags)
  return [...new Set([...on, ...directory.tags.map(({ name }) => name)])].map((tag) => ({
    id: tag,
    label: tag,
    selected: all(tickets, (ticket) => ticket.tags.includes(tag)),
  }))
}
