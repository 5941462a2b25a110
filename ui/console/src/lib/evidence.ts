/** How a piece of evidence is written: shortened in a line, in full and grouped where somebody decides. */

import type { Evidence, TimelineItem } from './types'

/** Characters that a short form keeps at each end. */
const END = 6
const GROUP = 4
/** Kinds whose values are compared character by character; anything else is read as it is. */
const CODES = new Set(['tx', 'address', 'order'])
/** Kinds that are part of a sentence: they stay in it as they were typed. */
const PROSE = new Set(['amount', 'time', 'ticker', 'height', 'chain_id'])

/** What is known of a piece of evidence, from fine to dangerous. */
export type State = 'checked' | 'shape' | 'problem' | 'phishing'

export function stateOf(evidence: Pick<Evidence, 'check' | 'problem'>): State {
  if (evidence.problem?.is_phishing) return 'phishing'
  // A mended or warned-of value is right nonetheless, but nobody should miss what was said of it.
  if (evidence.check === 'problem' || evidence.problem) return 'problem'
  return evidence.check === 'checksum' ? 'checked' : 'shape'
}

export function isProse(evidence: Pick<Evidence, 'kind'>): boolean {
  return PROSE.has(evidence.kind)
}

/** As it was said: by the order of the messages and of their words, then what was added by hand. */
export function inOrder(all: readonly Evidence[], items: readonly TimelineItem[]): Evidence[] {
  const said = items.flatMap((item) => (item.type === 'message' ? item.evidence : []))
  const place = new Map(said.map(({ id }, index) => [id, index]))
  const of = ({ id }: Evidence) => place.get(id) ?? said.length
  return [...all].sort((a, b) => of(a) - of(b))
}

/** First and last six characters; links lose their scheme and keep what tells them apart. */
export function shorten(evidence: Pick<Evidence, 'kind' | 'value' | 'link'>): string {
  const { kind, value, link } = evidence
  if (link) return link.target ? `${link.host} · ${cut(link.target)}` : link.host
  if (kind === 'time') return spoken(value)
  return CODES.has(kind) ? cut(value) : value
}

/** A time as people write it: `T11:32Z` is 11:32 UTC, `--11-02T14:03+08:00` is 11-02 14:03 UTC+08:00. */
function spoken(time: string): string {
  const parts = /^(?:--)?([\d-]*)(?:T([\d:]+)(Z|[+-][\d:]+)?)?$/.exec(time)
  if (!parts) return time
  const [, date, clock, zone] = parts
  return [date, clock, zone && (zone === 'Z' ? 'UTC' : `UTC${zone}`)].filter(Boolean).join(' ')
}

function cut(value: string): string {
  const signs = [...value]
  // The ellipsis must save something, or the short form is only less clear.
  if (signs.length <= END * 2 + 3) return value
  return `${signs.slice(0, END).join('')}…${signs.slice(-END).join('')}`
}

/**
 * The short form of each by id. Whoever forges an address forges both of its ends, so of different values that shorten
 * alike each is written in full.
 */
export function shortForms(all: readonly Evidence[]): Map<string, string> {
  const values = new Map<string, Set<string>>()
  for (const one of all) {
    const short = alike(shorten(one))
    values.set(short, (values.get(short) ?? new Set()).add(full(one)))
  }
  return new Map(
    all.map((one) => {
      const short = shorten(one)
      return [one.id, (values.get(alike(short))?.size ?? 0) > 1 ? full(one) : short]
    }),
  )
}

function full({ value, link }: Pick<Evidence, 'value' | 'link'>): string {
  return link ? value.replace(/^https?:\/\//i, '') : value
}

/** Capitals hide a difference from a quick eye as well as a wrong letter does. */
function alike(short: string): string {
  return short.toLowerCase()
}

/** A value in groups of four that read well; put together they are the value again. `0x` stands by itself. */
export function groups({ kind, value }: Pick<Evidence, 'kind' | 'value'>): string[] {
  if (!CODES.has(kind)) return [value]
  const prefix = /^0x/i.exec(value)?.[0] ?? ''
  const signs = [...value.slice(prefix.length)]
  const parts = prefix === '' ? [] : [prefix]
  for (let at = 0; at < signs.length; at += GROUP) parts.push(signs.slice(at, at + GROUP).join(''))
  return parts
}

/** Arguments of a problem's sentence: numbers as numbers, positions counted from 1 as people count. */
export function problemArguments(args: Record<string, string>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (name === 'position') return [name, Number(value) + 1]
      const isNumber = ['have', 'want', 'head', 'tail'].includes(name) && /^\d+$/.test(value)
      return [name, isNumber ? Number(value) : value]
    }),
  )
}

/** The key of a problem's sentence. */
export function problemKey({ code, arguments: args }: { code: string; arguments: Record<string, string> }): string {
  const key = `evidence-problem-${code.replaceAll('_', '-')}`
  return code === 'changed_character' && args.expected !== undefined ? `${key}-expected` : key
}

/** Whether what was typed looks like something to find tickets by, and not like words or a ticket's number. */
export function looksLikeValue(text: string): boolean {
  const typed = text.trim()
  if (/^https?:\/\/\S{4,}/i.test(typed)) return true
  const joined = typed.replace(/\s+/g, '')
  if (/^0x[0-9a-f]{8,}$/i.test(joined)) return true
  // Addresses and hashes are long, of letters and digits mixed, and in one piece (a line break comes from pasting).
  return /^[\w:+/=-]{24,}$/.test(joined) && /\d/.test(joined) && /[a-z]/i.test(joined) && !/ /.test(typed)
}
