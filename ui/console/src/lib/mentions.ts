/** Mentions in a note: the name that is being typed, who is meant by what stands there, and how it is shown. */

import { fits } from './commands'
import type { Mention, Readers } from './types'

/** The name that is being typed at the cursor, without its sign. */
export interface Typed {
  text: string
  /** Where the sign stands, and where the cursor. */
  start: number
  end: number
}

/** Somebody who can be meant; of a team how many are. */
export interface Offered extends Mention {
  count?: number
}

const SIGN = /[@＠]/
/** Nobody types more of a name than this to be offered it. */
const MOST_TYPED = 40
const MOST_MEMBERS = 7
const MOST_TEAMS = 3

/** The name that is being typed where the cursor stands; undefined in an address, and where none is begun. */
export function typedAt(text: string, caret: number): Typed | undefined {
  const before = text.slice(Math.max(0, caret - MOST_TYPED - 1), caret)
  const at = before.split('').findLastIndex((sign) => SIGN.test(sign))
  if (at < 0) return undefined
  const start = caret - before.length + at
  // Behind a letter it is the sign of an address. Scripts without spaces need none before it.
  if (/[\p{Script=Latin}\p{N}_.+-]/u.test(text.charAt(start - 1))) return undefined
  const typed = before.slice(at + 1)
  return /^\s|\n|\s\s/.test(typed) ? undefined : { text: typed, start, end: caret }
}

/** Who may be meant by it: members before teams, without whoever writes. A name that is chosen already is finished. */
export function offered(typed: string, readers: Readers, me: string | undefined, chosen: readonly Mention[]): Offered[] {
  if (chosen.some(({ name }) => typed.startsWith(`${name} `))) return []
  const members = readers.members.filter(({ id, name }) => id !== me && fits(typed, [name]))
  const teams = readers.teams.filter(({ name }) => fits(typed, [name]))
  return [
    ...members.slice(0, MOST_MEMBERS).map(({ id, name }) => ({ kind: 'member' as const, id, name })),
    ...teams.slice(0, MOST_TEAMS).map(({ id, name, count }) => ({ kind: 'team' as const, id, name, count })),
  ]
}

/** The text with the name in the place of what was typed of it, and where the cursor stands then. */
export function named(text: string, { start, end }: Typed, name: string): { text: string; at: number } {
  const after = text.slice(end)
  const space = /^\s/.test(after) ? '' : ' '
  return { text: `${text.slice(0, start)}@${name}${space}${after}`, at: start + name.length + 2 }
}

/** The longest names first: one may be the beginning of another. */
function longestFirst(mentions: readonly Mention[]): Mention[] {
  return [...mentions].sort((a, b) => b.name.length - a.name.length)
}

/** Those whose names stand in the text still. */
export function stillIn(mentions: readonly Mention[], text: string): Mention[] {
  let rest = text
  const kept = new Set<Mention>()
  for (const mention of longestFirst(mentions)) {
    if (!rest.includes(`@${mention.name}`)) continue
    kept.add(mention)
    rest = rest.replaceAll(`@${mention.name}`, ' ')
  }
  return mentions.filter((mention) => kept.has(mention))
}

/** As the server takes them. */
export function sentMentions(mentions: readonly Mention[]) {
  const of = (kind: Mention['kind']) => mentions.filter((one) => one.kind === kind).map(({ id }) => id)
  return { staff_ids: of('member'), team_ids: of('team') }
}

/** Each once. */
export function joinedMentions(first: readonly Mention[], then: readonly Mention[]): Mention[] {
  return [...new Map([...first, ...then].map((one) => [`${one.kind} ${one.id}`, one])).values()]
}

/**
 * Marks the names in sanitised HTML, in the text between tags alone and not in code or links, and says whose names do not stand
 * there: who was renamed since is not found by their new name.
 */
export function markMentions(html: string, mentions: readonly Mention[], me: string | undefined): { html: string; missing: Mention[] } {
  if (mentions.length === 0) return { html, missing: [] }
  const byName = new Map(longestFirst(mentions).map((mention) => [escape(mention.name), mention]))
  const names = [...byName.keys()].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const found = new Set<Mention>()
  let closed = 0
  const marked = html.replace(new RegExp(`(<[^>]*>)|@(${names})`, 'g'), (whole, tag: string | undefined, name: string | undefined) => {
    if (tag !== undefined) {
      if (/^<(code|pre|a)\b/i.test(tag)) closed += 1
      if (/^<\/(code|pre|a)\b/i.test(tag)) closed = Math.max(0, closed - 1)
      return whole
    }
    const mention = name === undefined ? undefined : byName.get(name)
    if (mention === undefined || closed > 0) return whole
    found.add(mention)
    return `<span class="mention${mention.id === me ? ' me' : ''}">${whole}</span>`
  })
  return { html: marked, missing: mentions.filter((mention) => !found.has(mention)) }
}

/** As a name stands between tags. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
