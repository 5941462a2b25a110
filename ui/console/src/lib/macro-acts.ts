/** What goes along with a message: acts that macros brought, until it is sent or they are taken off. */

import { tagName, type TicketAct } from './bulk'
import type { MacroActs } from './types'

/** What kind of thing an act is about: of each there is one, but for tags. */
export function kindOf(act: TicketAct): string {
  if ('tags' in act) return `tags ${[...(act.tags.add ?? []).map((tag) => `+${tag}`), ...(act.tags.remove ?? []).map((tag) => `-${tag}`)].join(' ')}`
  return Object.keys(act)[0] ?? ''
}

/** What a macro does, tag by tag, so that each can be taken off. Parts that nobody can do any more are left out. */
export function actsOf(acts: MacroActs, me: string | undefined): TicketAct[] {
  const assignee = acts.takes ? me : acts.assignee_id
  return [
    ...(acts.status_id ? [{ status: acts.status_id }] : []),
    ...(acts.priority ? [{ priority: acts.priority }] : []),
    ...(assignee ? [{ assignee }] : []),
    ...(acts.team_id ? [{ team: acts.team_id }] : []),
    ...(acts.add_tags ?? []).map((tag) => ({ tags: { add: [tag], remove: [] } })),
    ...(acts.remove_tags ?? []).map((tag) => ({ tags: { add: [], remove: [tag] } })),
  ]
}

/** The acts of a later macro in the place of those of the same kind; a tag that was to go on no longer goes off. */
export function joined(first: readonly TicketAct[], then: readonly TicketAct[]): TicketAct[] {
  const kinds = new Set(then.flatMap((act) => [kindOf(act), opposite(act)]))
  return [...first.filter((act) => !kinds.has(kindOf(act))), ...then]
}

function opposite(act: TicketAct): string {
  if (!('tags' in act)) return ''
  return kindOf({ tags: { add: act.tags.remove ?? [], remove: act.tags.add ?? [] } })
}

/** As the server takes them: tags together. */
export function sentActs(acts: readonly TicketAct[]): TicketAct[] {
  const add = acts.flatMap((act) => ('tags' in act ? (act.tags.add ?? []) : [])).map(tagName)
  const remove = acts.flatMap((act) => ('tags' in act ? (act.tags.remove ?? []) : [])).map(tagName)
  const others = acts.filter((act) => !('tags' in act))
  return add.length + remove.length === 0 ? others : [...others, { tags: { add, remove } }]
}
