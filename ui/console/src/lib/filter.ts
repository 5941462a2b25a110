/** The filter grammar as far as typing needs it: where words are, what could stand at the caret. The server has the last word. */

import type { FilterKey } from './types'

export interface Word {
  text: string
  /** In UTF-16 units, the end not included. */
  start: number
  end: number
}

export interface Offer {
  /** What stands in the list. */
  label: string
  key: string
  /** Undefined where a key is offered. */
  value?: string
}

export interface Completion {
  offers: Offer[]
  /** What is replaced. */
  start: number
  end: number
}

const QUOTE = /["“”„«»]/
const SIGN = /[:：<>=＜＞＝≤≥]/
const COMMA = /[,，、]/
const MOST = 12

/** What is offered where any length will do. */
const LENGTHS = ['30m', '2h', '1d', '7d']

/** Stands between spaces that are not inside of quotation marks. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let start = 0
  let quoted = false
  const close = (end: number) => {
    if (end > start) words.push({ text: text.slice(start, end), start, end })
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (QUOTE.test(sign)) quoted = !quoted
    if (!quoted && /\s/.test(sign)) {
      close(at)
      start = at + 1
    }
  }
  close(text.length)
  return words
}

/** Where the key of a word ends; addresses of pages have colons of their own. */
function signOf(word: string): number {
  return /^-?(https?:\/\/|["“„«])/i.test(word) ? -1 : word.search(SIGN)
}

/** Whether a text is meant for the server at once: some word of it has a key. Words alone narrow what is on the page until Enter. */
export function isFilter(text: string): boolean {
  return wordsOf(text).some(({ text: word }) => signOf(word) > 0)
}

/**
 * Whether every key that is written is one that there is and has a value, so that asking the server is not asking too early.
 * A word without key that is still being typed may become one.
 */
export function isWhole(text: string, keys: readonly FilterKey[]): boolean {
  const quotes = [...text].filter((sign) => QUOTE.test(sign)).length
  if (quotes % 2 === 1) return false
  return wordsOf(text).every(({ text: word, end }) => {
    const at = signOf(word)
    if (at <= 0) return at < 0 && word !== '-' && end < text.length
    const name = word.slice(word.startsWith('-') ? 1 : 0, at).toLowerCase()
    const key = keys.find((one) => one.key === name)
    const values = word.slice(at).replace(/^[:：<>=＜＞＝≤≥]+/, '')
    if (!key || values === '') return false
    if (key.takes === 'words') return values.split(COMMA).every((one) => key.words.includes(bare(one).toLowerCase()))
    return values.split(COMMA).every((one) => one !== '')
  })
}

function bare(value: string): string {
  return value.replace(/^["“”„«»]|["“”„«»]$/g, '')
}

/** A value as it must be written: in quotation marks where it holds what would end it. */
export function quoted(value: string): string {
  return /[\s,，、:：<>=]/.test(value) ? `"${value.replaceAll('"', '')}"` : value
}

/** What could stand at the caret. */
export function complete(text: string, caret: number, keys: readonly FilterKey[]): Completion {
  const word = wordsOf(text.slice(0, caret)).at(-1)
  const touching = word && word.end === caret ? word : { text: '', start: caret, end: caret }
  const minus = touching.text.startsWith('-') ? 1 : 0
  const sign = signOf(touching.text)
  if (sign <= 0) {
    const typed = touching.text.slice(minus).toLowerCase()
    const found = keys.filter(({ key }) => key.startsWith(typed))
    const offers = found.map(({ key }) => ({ label: key, key }))
    return { offers, start: touching.start + minus, end: caret }
  }
  const key = keys.find(({ key: name }) => name === touching.text.slice(minus, sign).toLowerCase())
  if (!key) return { offers: [], start: caret, end: caret }
  const start = touching.start + lastValue(touching.text, sign)
  const typed = text.slice(start, caret).replace(QUOTE, '').replace(/^@/, '').toLowerCase()
  const all = key.takes === 'length' ? LENGTHS : [...key.words, ...key.names]
  // What is written already in the same word is not offered again.
  const before = text.slice(touching.start + sign, start).toLowerCase()
  const fits = (value: string) => fit(value.toLowerCase(), typed)
  const ranked = all.filter((value) => fits(value) > 0 && !before.split(/[:,，、]/).map(bare).includes(value.toLowerCase()))
  ranked.sort((a, b) => fits(b) - fits(a))
  // The word that is written is no news.
  const offers = ranked.length === 1 && ranked[0]?.toLowerCase() === typed ? [] : ranked
  return { offers: offers.slice(0, MOST).map((value) => ({ label: value, key: key.key, value })), start, end: caret }
}

/** 2 for a beginning, 1 for the beginning of a later part, 0 for nothing of it. */
function fit(value: string, typed: string): number {
  if (value.startsWith(typed)) return 2
  return value.split(/[\s_-]+/).some((part) => part.startsWith(typed)) ? 1 : 0
}

/** Where the last value of a word begins: behind its sign, or behind the last comma outside of quotation marks. */
function lastValue(word: string, sign: number): number {
  let start = sign
  while (SIGN.test(word.charAt(start))) start += 1
  let quoted = false
  for (let at = start; at < word.length; at += 1) {
    if (QUOTE.test(word.charAt(at))) quoted = !quoted
    else if (!quoted && COMMA.test(word.charAt(at))) start = at + 1
  }
  return start
}

/** The text with an offer taken, and where the caret is then. */
export function take(text: string, { start, end }: Completion, offer: Offer, keys: readonly FilterKey[]) {
  const key = keys.find(({ key: name }) => name === offer.key)
  const written = offer.value === undefined ? `${offer.key}${key?.comparing === 'length' ? '>' : ':'}` : quoted(offer.value)
  const after = text.slice(end)
  const space = offer.value !== undefined && after === '' ? ' ' : ''
  return { text: `${text.slice(0, start)}${written}${space}${after}`, caret: start + written.length + space.length }
}

/** A place in bytes of UTF-8, as the server tells it, in the units of a string. */
export function place(text: string, byte: number): number {
  const bytes = new TextEncoder().encode(text)
  return new TextDecoder().decode(bytes.slice(0, byte)).length
}

/** The words that say what one of the desk's own queues is about. */
export function wordsOfQueue(queue: string, team: string | undefined): string {
  if (team !== undefined) return `team:${quoted(team)}`
  const words: Record<string, string> = {
    unassigned: 'is:open is:unassigned -is:snoozed',
    mine: 'is:active is:mine -is:snoozed',
    mentions: 'is:mentioned',
    following: 'participant:me -is:merged',
    drafts: 'is:draft',
    open: 'is:open -is:snoozed',
    waiting_on_customer: 'is:waiting_on_customer -is:snoozed',
    waiting_on_internal: 'is:waiting_on_internal -is:snoozed',
    snoozed: 'is:snoozed',
    solved: 'is:solved',
    closed: 'is:closed',
  }
  return words[queue] ?? ''
}

/** Pieces of a text for painting: what has a key, what is wrong, and the rest. */
export function painted(text: string, wrong: readonly { start: number; end: number }[]) {
  const pieces: { text: string; tone: 'plain' | 'term' | 'wrong' }[] = []
  let at = 0
  const push = (end: number, tone: 'plain' | 'term' | 'wrong') => {
    if (end > at) pieces.push({ text: text.slice(at, end), tone })
    at = Math.max(at, end)
  }
  for (const word of wordsOf(text)) {
    push(word.start, 'plain')
    const term = signOf(word.text) > 0 ? 'term' : 'plain'
    for (const part of wrong.filter(({ start, end }) => start < word.end && end > word.start)) {
      push(Math.max(part.start, word.start), term)
      push(Math.min(part.end, word.end), 'wrong')
    }
    push(word.end, term)
  }
  push(text.length, 'plain')
  return pieces
}
