/** Acts that go along with a message, in words; and whether this member can do them. */

import { mayAct } from './acts'
import type { TicketAct } from './bulk'
import { directory } from './directory.svelte'
import { t } from './i18n.svelte'
import { kindOf } from './macro-acts'
import { priorityName, statusName } from './names'
import { session } from './session.svelte'
import { snoozeWords } from './snooze-words'

/** Whether this member may do it, and whom it names is still there. */
export function isPossible(act: TicketAct): boolean {
  if ('status' in act) return mayAct('status') && directory.statuses.some(({ id }) => id === act.status)
  if ('priority' in act) return mayAct('priority')
  if ('tags' in act) return mayAct('tag')
  if ('snooze' in act) return mayAct('snooze')
  if ('team' in act) return mayAct('assign') && directory.teams.some(({ id }) => id === act.team)
  return mayAct('assign') && directory.assignable.some(({ id }) => id === act.assignee)
}

/** An act in a few words. */
export function actWords(act: TicketAct): string {
  if ('status' in act) {
    const status = directory.everyStatus.find(({ id }) => id === act.status)
    return t('along-status', { status: status ? statusName(status) : '?' })
  }
  if ('priority' in act) return t('along-priority', { priority: priorityName(act.priority) })
  if ('tags' in act) return kindOf(act).replace('tags ', '').replace(/(^| )-/g, '$1−')
  if ('snooze' in act) return act.snooze ? snoozeWords(act.snooze) : t('snooze-wake')
  if ('team' in act) return t('along-team', { name: directory.teams.find(({ id }) => id === act.team)?.name ?? '?' })
  if (act.assignee === session.staff?.id) return t('along-take')
  return t('along-assign', { name: directory.staff.find(({ id }) => id === act.assignee)?.name ?? '?' })
}
