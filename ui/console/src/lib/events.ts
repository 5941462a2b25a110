/** Events of a ticket as one sentence each, with the names of what they speak of. */

import { directory } from './directory.svelte'
import { kindName } from './evidence-words'
import { shorten } from './evidence'
import { absolute, money } from './format'
import { t, tOr, words } from './i18n.svelte'
import { authorName, priorityName, statusName } from './names'
import { session } from './session.svelte'
import { snoozeWords } from './snooze-words'
import type { Evidence, Named, Priority, Snooze, TicketEvent } from './types'

/** By what the desk assigns and takes back in its own name. */
const RULES = new Set(['round_robin', 'least_load', 'away_and_reassign', 'member_disabled'])

export function sentence(event: TicketEvent, count: number): string {
  if (event.kind === 'ticket.exchange_told') return told(event.data ?? {})
  if (event.kind === 'log.erased') return t('event-log-erased', { actor: actor(event), count, what: erasedOf(event.data) })
  if (event.kind === 'ticket.subject_masked' && event.data?.subject === '') return t('event-ticket-subject-erased', { actor: actor(event) })
  // Who sees it must know that the exchange said so, and no colleague.
  if (event.data?.cause === 'exchange_alert') return t('event-ticket-risk-exchange')
  const assigned = event.kind === 'ticket.assignment_set' && typeof event.data?.rule === 'string' ? event.data.rule : undefined
  if (assigned && RULES.has(assigned)) return t(`event-assigned-${assigned.replaceAll('_', '-')}`, details(event))
  const key = `event-${event.kind.replaceAll('.', '-').replaceAll('_', '-')}`
  const args = { actor: actor(event), count, ...details(event) }
  return tOr(key, t('event-unknown', { actor: args.actor, kind: event.kind }), args)
}

/** Somebody took the ticket for themself. */
function isSelf(event: TicketEvent, assignee: string | undefined): boolean {
  return assignee !== undefined && assignee === event.actor.id
}

function actor(event: TicketEvent): string {
  return event.actor.id != null && event.actor.id === session.staff?.id ? t('you-subject') : authorName(event.actor)
}

function details(event: TicketEvent): Record<string, string | number> {
  const data = event.data ?? {}
  const text = (name: string): string | undefined => {
    const value = data[name]
    return typeof value === 'string' ? value : undefined
  }
  const named = (name: string): string | undefined => {
    const value = data[name]
    return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : undefined
  }
  const find = (list: Named[], id: string | undefined) => list.find((one) => one.id === id)
  const status = directory.everyStatus.find((one) => one.id === text('status_id'))
  const assignee = named('assignee') ?? text('assignee_name') ?? find(directory.staff, text('assignee_id'))?.name
  const team = named('team') ?? text('team_name') ?? find(directory.teams, text('team_id'))?.name
  const category = text('status_category')
  const priority = text('priority')
  return {
    status: status ? statusName(status) : (named('status') ?? text('status_name') ?? tOr(`category-${category}`, category ?? '')),
    cause: text('cause') ?? '',
    priority: priority ? priorityName(priority as Priority) : '',
    risk: text('risk') ?? '',
    tier: text('tier') ?? '',
    assignee: assignee ?? '',
    team: team ?? '',
    to: isSelf(event, text('assignee_id')) && !team ? 'self' : assignee ? (team ? 'both' : 'person') : team ? 'team' : text('assignee_id') || text('team_id') ? 'somebody' : 'nobody',
    tag: named('tag') ?? text('tag') ?? find(directory.tags, text('tag_id'))?.name ?? '',
    what: evidenceOf(data.evidence),
    questions: questionsOf(data.answers),
    until: until(data),
    number: text('number') ?? text('into') ?? text('from') ?? (event.kind.endsWith('linked') ? t('linked-hidden') : ''),
    link: text('kind') ?? '',
    messages: Array.isArray(data.message_ids) ? data.message_ids.length : 1,
    signature: text('signature') ?? '',
    who: isOneself(event, data.staff_ids) ? 'self' : 'others',
    members: membersOf(data.staff_ids),
    source: text('source') ?? '',
    reference: text('external_id') ?? '',
    erased: text('subject') ?? '',
    reason: text('reason') ?? '',
    department: text('department') ?? '',
    files: Array.isArray(data.attachment_ids) ? data.attachment_ids.length : 0,
    channel: tOr(`channel-${text('channel')}`, text('channel') ?? ''),
  }
}

/** Whoever did it did it to themself alone. */
function isOneself(event: TicketEvent, ids: unknown): boolean {
  return Array.isArray(ids) && ids.length === 1 && ids[0] === event.actor.id
}

/** Members by their names; of who is known no more the words for that. */
function membersOf(ids: unknown): string {
  if (!Array.isArray(ids)) return ''
  const names = ids.map((id) => (id === session.staff?.id ? t('you') : (directory.staff.find((one) => one.id === id)?.name ?? t('author-staff'))))
  return new Intl.ListFormat(words.locale, { type: 'conjunction', style: 'narrow' }).format(names)
}

/** Of what kind the thing was that is gone. */
function erasedOf(data: TicketEvent['data']): string {
  return typeof data?.subject === 'string' ? data.subject : ''
}

/** For how long it was put aside. */
function until(data: Record<string, unknown>): string {
  if (typeof data.wake_on !== 'string') return ''
  return snoozeWords({ wake_on: data.wake_on as Snooze['wake_on'], until: typeof data.until === 'string' ? data.until : null })
}

/** What was answered, by the built-in words of the questions where there are any. */
function questionsOf(answers: unknown): string {
  if (!Array.isArray(answers)) return ''
  const keys = answers.flatMap((answer: { question?: unknown } | null) => (typeof answer?.question === 'string' ? answer.question : []))
  return new Intl.ListFormat(words.locale, { type: 'conjunction', style: 'narrow' }).format(keys.map((key) => tOr(`form-${key}`, key)))
}

/** What the exchange told, with the moment it was true. */
function told(data: Record<string, unknown>): string {
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : '')
  const number = (name: string) => (typeof data[name] === 'number' ? data[name] : 0)
  const [about, state] = [text('about'), text('state').replaceAll('_', '-')]
  const stateWords = { deposit_seen: 'deposit', withdrawal_held: 'hold', setting_changed: 'security-change' }[about] ?? about
  return t(`event-exchange-${about.replaceAll('_', '-')}`, {
    amount: money(`${text('amount')} ${text('asset')}`, words.reader),
    network: text('network'),
    state: tOr(`${stateWords}-${state}`, state, { have: number('have'), want: number('want') }),
    time: absolute(text('as_of'), words.reader),
  })
}

/** A piece of evidence in a line: its kind and its short form. */
function evidenceOf(fact: unknown): string {
  if (typeof fact !== 'object' || fact === null || !('kind' in fact) || !('value' in fact)) return ''
  const evidence = fact as Pick<Evidence, 'kind' | 'value' | 'link'>
  return `${kindName(evidence.kind)} ${shorten(evidence)}`
}
