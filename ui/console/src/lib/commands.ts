/** What is typed into the command bar, as what it may mean: `verb object`, a prefix, a pasted value, or words to look for. */

import { looksLikeValue } from './evidence'
import type { TicketAct } from './bulk'
import type { Action } from './keys'
import { plain } from './plain'
import type { Theme } from './prefs.svelte'
import { ticketNumber } from './queue'
import type { Availability, Named, Priority, Snooze, StatusCategory } from './types'

/** English always works; other languages add words of their own. */
export const VERBS = ['assign', 'team', 'status', 'priority', 'tag', 'snooze', 'merge', 'link', 'follow', 'ask', 'macro', 'reveal', 'be', 'theme', 'go', 'open'] as const
export type Verb = (typeof VERBS)[number]

export interface World {
  /** Words for the verbs in the reader's language. */
  verbs: Record<Verb, readonly string[]>
  me: Named | undefined
  people: readonly Named[]
  /** Who can be asked to follow the ticket; the server has the last word on who may see it. */
  colleagues: readonly Named[]
  teams: readonly Named[]
  statuses: readonly (Named & { category: StatusCategory })[]
  priorities: readonly { id: Priority; name: string }[]
  tags: readonly string[]
  /** Times to put aside to, by name, and what a typed one means. */
  snoozes: readonly { name: string; words: readonly string[]; snooze: Snooze | null }[]
  typedSnooze: (text: string) => { name: string; snooze: Snooze } | undefined
  /** Those that the open ticket's composer takes. */
  macros: readonly Named[]
  /** How oneself can stand. */
  availabilities: readonly { id: Availability; name: string }[]
  /** Masked fields of the customer beside the open ticket. */
  masked: readonly Named[]
  themes: readonly { id: Theme; name: string }[]
  places: readonly { path: string; name: string; words: readonly string[] }[]
  /** What the page offers just now. */
  actions: readonly { id: Action; name: string }[]
  /** How many tickets an act would be about. */
  targets: number
  /** Words for handing to nobody and to oneself. */
  nobody: readonly string[]
  myself: readonly string[]
}

export type Intent =
  | { does: 'act'; act: TicketAct }
  | { does: 'macro'; id: string }
  /** Asks about merging, with this number or without one. */
  | { does: 'merge'; into: string | undefined }
  /** The same about linking. */
  | { does: 'link'; other: string | undefined }
  /** Says whether oneself takes tickets. */
  | { does: 'be'; availability: Availability }
  /** Asks for the reason to show a field. */
  | { does: 'reveal'; field: string }
  | { does: 'theme'; theme: Theme }
  /** Lets somebody follow the ticket. */
  | { does: 'follow'; member: Named }
  /** Asks a department about the ticket, the one of this name or one that is chosen then. */
  | { does: 'ask'; whom: string }
  | { does: 'go'; path: string }
  | { does: 'action'; action: Action }
  | { does: 'open'; ticket: string }
  /** Looks in the list for tickets with this value. */
  | { does: 'find'; value: string }
  /** Writes on in the bar. */
  | { does: 'type'; text: string }

export interface Suggestion {
  /** The verb, or what kind of thing it is, for the page to word. */
  verb: Verb | 'action' | 'find' | 'verb'
  object: string
  intent: Intent
}

/** More than this nobody reads. */
const MOST = 12
const NEEDS_TARGETS: readonly Verb[] = ['assign', 'team', 'status', 'priority', 'tag', 'snooze', 'merge', 'link', 'follow', 'ask']

export function suggest(text: string, world: World): Suggestion[] {
  const typed = text.trimStart()
  const rest = typed.slice(1).trim()
  const value = valueOf(typed)
  // All of them: whoever asks what can be done here wants no choice of it.
  if (typed === '') return verbs('', world)
  if (typed.startsWith('>')) return actions(rest, world)
  if (typed.startsWith('@')) return world.targets === 0 ? [] : people(rest, world).slice(0, MOST)
  if (typed.startsWith('#')) return [...numbers(rest), ...taggings(rest === '' ? '' : `+${rest}`, world)].slice(0, MOST)
  if (typed.startsWith('/')) return macros(rest, world).slice(0, MOST)
  const asked = verbOf(typed, world)
  if (asked) return objects(asked.verb, asked.rest, world).slice(0, MOST)
  return [...numbers(typed), ...value, ...verbs(typed, world), ...everything(typed, world)].slice(0, MOST)
}

/** A value to look for in the evidence, if that is what was pasted: a hash, an address, a link, or an account's id. */
export function wantedValue(text: string): string | undefined {
  const typed = text.trim()
  if (ticketNumber(typed) !== undefined) return undefined
  return looksLikeValue(typed) || isUid(typed) ? typed : undefined
}

/** Whom a pasted value may name: a customer by their account's id or their e-mail address. */
export function wantedCustomer(text: string): string | undefined {
  const typed = text.trim()
  if (ticketNumber(typed) !== undefined) return undefined
  return isUid(typed) || /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(typed) ? typed : undefined
}

function isUid(typed: string): boolean {
  return /^[A-Za-z0-9]{8,}$/.test(typed) && /\d{3}/.test(typed)
}

function valueOf(typed: string): Suggestion[] {
  const value = wantedValue(typed)
  return value === undefined ? [] : [{ verb: 'find', object: value, intent: { does: 'find', value } }]
}

function numbers(typed: string): Suggestion[] {
  const ticket = ticketNumber(typed)
  return ticket === undefined ? [] : [{ verb: 'open', object: ticket, intent: { does: 'open', ticket } }]
}

/** The verb that the text begins with, and what stands behind it. Scripts without spaces may leave the space out. */
function verbOf(typed: string, world: World): { verb: Verb; rest: string } | undefined {
  const lower = typed.toLocaleLowerCase()
  for (const verb of VERBS) {
    for (const word of [verb, ...world.verbs[verb]]) {
      const one = word.toLocaleLowerCase()
      if (!lower.startsWith(one)) continue
      const behind = typed.slice(one.length)
      if (/^\s/.test(behind) || (/\p{Script=Han}$/u.test(one) && behind !== '')) return { verb, rest: behind.trim() }
    }
  }
  return undefined
}

function objects(verb: Verb, rest: string, world: World): Suggestion[] {
  if (NEEDS_TARGETS.includes(verb) && world.targets === 0) return []
  switch (verb) {
    case 'assign':
      return people(rest.replace(/^@/, ''), world)
    case 'team':
      return teams(rest.replace(/^#/, ''), world)
    case 'status':
      return statuses(rest, world)
    case 'priority':
      return priorities(rest, world)
    case 'tag':
      return taggings(rest, world)
    case 'snooze':
      return snoozes(rest, world)
    case 'merge':
      return merges(rest)
    case 'link':
      return links(rest)
    case 'follow':
      return followers(rest.replace(/^@/, ''), world)
    case 'ask':
      return [{ verb: 'ask', object: rest === '' ? '…' : rest, intent: { does: 'ask', whom: rest } }]
    case 'macro':
      return macros(rest, world)
    case 'reveal':
      return masked(rest, world)
    case 'be':
      return availabilities(rest, world)
    case 'theme':
      return themes(rest, world)
    case 'go':
      return places(rest, world)
    case 'open':
      return numbers(rest)
  }
}

function people(rest: string, world: World): Suggestion[] {
  const to = (assignee: string | null, object: string): Suggestion => ({
    verb: 'assign',
    object,
    intent: { does: 'act', act: { assignee } },
  })
  const { me } = world
  const others = world.people.filter(({ id }) => id !== me?.id)
  return [
    ...(me && fits(rest, [me.name, 'me', ...world.myself]) ? [to(me.id, me.name)] : []),
    ...others.filter(({ name }) => fits(rest, [name])).map(({ id, name }) => to(id, name)),
    ...(fits(rest, ['nobody', ...world.nobody]) ? [to(null, world.nobody[0] ?? 'nobody')] : []),
  ]
}

function teams(rest: string, world: World): Suggestion[] {
  const to = (team: string | null, object: string): Suggestion => ({ verb: 'team', object, intent: { does: 'act', act: { team } } })
  return [
    ...world.teams.filter(({ name }) => fits(rest, [name])).map(({ id, name }) => to(id, name)),
    ...(fits(rest, ['nobody', ...world.nobody]) ? [to(null, world.nobody[0] ?? 'nobody')] : []),
  ]
}

function statuses(rest: string, world: World): Suggestion[] {
  return world.statuses
    .filter(({ name, category }) => fits(rest, [name, category.replaceAll('_', ' '), ...(category === 'solved' ? ['solve'] : [])]))
    .map(({ id, name }) => ({ verb: 'status', object: name, intent: { does: 'act', act: { status: id } } }))
}

function priorities(rest: string, world: World): Suggestion[] {
  return world.priorities
    .filter(({ id, name }) => fits(rest, [id, name]))
    .map(({ id, name }) => ({ verb: 'priority', object: name, intent: { does: 'act', act: { priority: id } } }))
}

/** `+urgent -spam`: what is written is one act; the word at the end is completed from the tags that there are. */
function taggings(rest: string, world: World): Suggestion[] {
  const words = rest.split(/\s+/).filter((word) => /^[+−-]?[^+−-]/u.test(word))
  const signed = (word: string) => ({ takesOff: /^[−-]/u.test(word), name: word.replace(/^[+−-]/u, '') })
  const act = (all: string[]): Suggestion => {
    const parts = all.map(signed)
    return {
      verb: 'tag',
      object: parts.map(({ takesOff, name }) => `${takesOff ? '−' : '+'}${name}`).join(' '),
      intent: {
        does: 'act',
        act: {
          tags: {
            add: parts.filter(({ takesOff }) => !takesOff).map(({ name }) => name),
            remove: parts.filter(({ takesOff }) => takesOff).map(({ name }) => name),
          },
        },
      },
    }
  }
  const last = words.at(-1)
  const before = words.slice(0, -1)
  if (world.targets === 0) return []
  if (last === undefined) return world.tags.map((tag) => act([`+${tag}`]))
  const { takesOff, name } = signed(last)
  const sign = takesOff ? '-' : '+'
  const known = world.tags.filter((tag) => tag !== name && tag.startsWith(name.toLowerCase()))
  return [act(words), ...known.map((tag) => act([...before, `${sign}${tag}`]))]
}

function snoozes(rest: string, world: World): Suggestion[] {
  const to = (snooze: Snooze | null, object: string): Suggestion => ({ verb: 'snooze', object, intent: { does: 'act', act: { snooze } } })
  const typed = world.typedSnooze(rest)
  const known = world.snoozes.filter(({ name, words }) => fits(rest, [name, ...words])).map(({ name, snooze }) => to(snooze, name))
  return [...(typed ? [to(typed.snooze, typed.name)] : []), ...known]
}

/** With a number behind it, or with none: then it is chosen where it is asked about. */
function merges(rest: string): Suggestion[] {
  const into = ticketNumber(rest)
  return [{ verb: 'merge', object: into ?? '…', intent: { does: 'merge', into } }]
}

function links(rest: string): Suggestion[] {
  const other = ticketNumber(rest)
  return [{ verb: 'link', object: other ?? '…', intent: { does: 'link', other } }]
}

/** Of one ticket: who follows many is better told of them by a filter. */
function followers(rest: string, world: World): Suggestion[] {
  if (world.targets !== 1 || world.colleagues.length === 0) return []
  const { me } = world
  const to = (member: Named): Suggestion => ({ verb: 'follow', object: member.name, intent: { does: 'follow', member } })
  return [
    ...(me && fits(rest, [me.name, 'me', ...world.myself]) ? [to(me)] : []),
    ...world.colleagues.filter(({ id, name }) => id !== me?.id && fits(rest, [name])).map(({ id, name }) => to({ id, name })),
  ]
}

function macros(rest: string, world: World): Suggestion[] {
  return world.macros
    .filter(({ name }) => fits(rest, [name]))
    .map(({ id, name }) => ({ verb: 'macro', object: name, intent: { does: 'macro', id } }))
}

function availabilities(rest: string, world: World): Suggestion[] {
  return world.availabilities
    .filter(({ id, name }) => fits(rest, [name, id.replaceAll('_', ' ')]))
    .map(({ id, name }) => ({ verb: 'be', object: name, intent: { does: 'be', availability: id } }))
}

function masked(rest: string, world: World): Suggestion[] {
  return world.masked
    .filter(({ id, name }) => fits(rest, [name, id]))
    .map(({ id, name }) => ({ verb: 'reveal', object: name, intent: { does: 'reveal', field: id } }))
}

function themes(rest: string, world: World): Suggestion[] {
  return world.themes
    .filter(({ id, name }) => fits(rest, [name, id]))
    .map(({ id, name }) => ({ verb: 'theme', object: name, intent: { does: 'theme', theme: id } }))
}

function places(rest: string, world: World): Suggestion[] {
  return world.places
    .filter(({ name, words }) => fits(rest, [name, ...words]))
    .map(({ path, name }) => ({ verb: 'go', object: name, intent: { does: 'go', path } }))
}

function actions(rest: string, world: World): Suggestion[] {
  return world.actions
    .filter(({ id, name }) => fits(rest, [name, id.replaceAll('-', ' ')]))
    .map(({ id, name }) => ({ verb: 'action', object: name, intent: { does: 'action', action: id } }))
}

/** Verbs that begin with what was typed, or all of them while nothing was. */
function verbs(typed: string, world: World): Suggestion[] {
  const wanted = typed.trim().toLocaleLowerCase()
  return VERBS.filter((verb) => isUseful(verb, world)).flatMap((verb) => {
    const word = [world.verbs[verb][0] ?? verb, verb, ...world.verbs[verb]].find((one) => one.toLocaleLowerCase().startsWith(wanted))
    return word === undefined ? [] : [{ verb: 'verb' as const, object: word, intent: { does: 'type' as const, text: `${word} ` } }]
  })
}

/** Whether a verb has anything to be about. What is opened is typed as a number, without it. */
function isUseful(verb: Verb, world: World): boolean {
  if (verb === 'open') return false
  if (verb === 'macro') return world.macros.length > 0
  if (verb === 'reveal') return world.masked.length > 0
  if (verb === 'follow') return world.targets === 1 && world.colleagues.length > 0
  return world.targets > 0 || !NEEDS_TARGETS.includes(verb)
}

/** Words that are no verb: whatever is called so. */
function everything(typed: string, world: World): Suggestion[] {
  if (typed.trim() === '') return []
  const acts = world.targets === 0 ? [] : [...statuses(typed, world), ...priorities(typed, world)]
  const who = world.targets === 0 || typed.trim().length < 2 ? [] : people(typed, world)
  return [...actions(typed, world), ...availabilities(typed, world), ...acts, ...who, ...themes(typed, world), ...places(typed, world)]
}

/** Whether every word that was typed begins a word of one of the names; in scripts without spaces, whether it is in it. */
export function fits(typed: string, names: readonly string[]): boolean {
  const wanted = plain(typed).trim().split(/\s+/).filter(Boolean)
  return names.map(plain).some((name) => {
    const words = name.split(/[\s·/_-]+/)
    return wanted.every((one) => words.some((word) => word.startsWith(one)) || (/[^\p{Script=Latin}\d]/u.test(one) && name.includes(one)))
  })
}
