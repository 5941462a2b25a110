/** The text that somebody answered, which mail programs leave below or above the answer: it folds, so that the answer is what is read. */

import type { Message } from './types'

export type Segment = Message['segments'][number]

/** A stretch of a message. */
export interface Part {
  quoted: boolean
  segments: Segment[]
}

/** From where to where in a text. */
interface Range {
  start: number
  end: number
}

interface Line extends Range {
  text: string
  /** Begins with the sign of a quotation, and not within a fenced block. */
  quoted: boolean
}

/** Fewer lines than these are shown, unless a line above them says whose they are. */
const LEAST_LINES = 3
/** Names, an address and a date: longer lines are sentences. */
const LONGEST_INTRODUCTION = 200
/** Who wrote, in the languages that customers write in. Such a line also has a date or an address, and ends with a colon. */
const WROTE =
  /(?<!\p{L})(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|yazdı|đã viết)(?!\p{L})|написал|пишет|写道|寫道|写了|のメール|書きました|작성|كتب/iu
const FENCE = /^ {0,3}(```|~~~)/
const REQUEST = /^>\s?[A-Z]+ \S+ HTTP\/\d(?:\.\d)?\s*$/
const HEADER = /^>\s?[\w!#$%&'*+.^`|~-]+:(?:\s.*)?$/
const NOTHING = /^>\s*$/
const PROMPT = /^>>>(?:\s|$)/
/** What `diff` writes above lines that it found in one file alone. */
const CHANGE = /^\d+(?:,\d+)?[acd]\d+(?:,\d+)?$/

/** The message in stretches, in order; one stretch where nothing of it is quoted. */
export function quotedParts(segments: readonly Segment[]): Part[] {
  const text = segments.map((segment) => segment.text).join('')
  const [first, last] = quotes(text)
  const ranges = [first, last].filter((range) => range !== undefined)
  if (ranges.length === 0) return [{ quoted: false, segments: [...segments] }]
  const parts: Part[] = []
  let at = 0
  const push = (range: Range, quoted: boolean) => {
    const cut = within(segments, quoted ? range : withoutBlankEnds(text, range))
    if (cut.length > 0) parts.push({ quoted, segments: cut })
  }
  for (const range of ranges) {
    push({ start: at, end: range.start }, false)
    push(range, true)
    at = range.end
  }
  push({ start: at, end: text.length }, false)
  return parts
}

/** What is quoted at the beginning, and what at the end. A message that says nothing else folds nothing. */
function quotes(text: string): [Range | undefined, Range | undefined] {
  const lines = linesOf(text)
  const said = lines.map((_, at) => at).filter((at) => !isBlank(lines[at]))
  const [from, to] = [said.at(0), said.at(-1)]
  if (from === undefined || to === undefined) return [undefined, undefined]
  const first = quoteAt(lines, from, 'begin')
  const last = quoteAt(lines, to, 'end')
  const isWhole = (range: { from: number; to: number } | undefined) => range !== undefined && range.from <= from && range.to >= to
  if (isWhole(first) || isWhole(last)) return [undefined, undefined]
  // Nothing of one's own between the two.
  if (first && last && !said.some((at) => at > first.to && at < last.from)) return [undefined, undefined]
  return [rangeOf(lines, first), rangeOf(lines, last)]
}

/** The lines of a quotation that begins or ends at a line, with the one above it that introduces it. */
function quoteAt(lines: readonly Line[], at: number, where: 'begin' | 'end'): { from: number; to: number } | undefined {
  let [from, to] = [at, at]
  const introduced = where === 'begin' ? introducedBy(lines, at) : undefined
  if (introduced !== undefined) from = to = introduced
  if (!lines[from]?.quoted) return undefined
  while (lines[from - 1]?.quoted) from -= 1
  while (lines[to + 1]?.quoted) to += 1
  const above = introduction(lines, from)
  if (above !== undefined) return { from: above, to }
  const run = lines.slice(from, to + 1)
  return run.length >= LEAST_LINES && !isOutput(run, lines, from, to) ? { from, to } : undefined
}

/** The first quoted line below an introduction that begins at a line. */
function introducedBy(lines: readonly Line[], at: number): number | undefined {
  // It may be broken in two, and a blank line may follow.
  const next = [1, 2, 3].map((by) => at + by).find((below) => lines[below]?.quoted)
  return next !== undefined && introduction(lines, next) === at ? next : undefined
}

/** Where the introduction begins that stands right above a quoted line; undefined where there is none. */
function introduction(lines: readonly Line[], quote: number): number | undefined {
  const end = isBlank(lines[quote - 1]) ? quote - 2 : quote - 1
  const last = lines[end]
  if (last === undefined || isBlank(last)) return undefined
  const before = lines[end - 1]?.text ?? ''
  const isWhole = introduces(last.text)
  // Mail programs break a long one, most often before the address.
  const isBroken = /\d/.test(before) && introduces(`${before} ${last.text}`) && (!isWhole || last.text.startsWith('<'))
  if (isBroken) return end - 1
  return isWhole ? end : undefined
}

function introduces(line: string): boolean {
  const text = line.trim()
  return text.length <= LONGEST_INTRODUCTION && !text.startsWith('>') && /[:：]$/.test(text) && /[\d@]/.test(text) && WROTE.test(text)
}

/**
 * Whether lines are what a program printed: the request that `curl -v` sent, Python's prompts, one side of a `diff`. Who pastes that wants
 * it to be read.
 */
function isOutput(run: readonly Line[], lines: readonly Line[], from: number, to: number): boolean {
  const texts = run.map((line) => line.text)
  if (texts.every((text) => PROMPT.test(text))) return true
  const [above, below] = [nearest(lines, from, -1), nearest(lines, to, 1)]
  if (CHANGE.test(above) || (above === '---' && lines.some((line) => CHANGE.test(line.text)))) return true
  if (!texts.every((text) => REQUEST.test(text) || HEADER.test(text) || NOTHING.test(text))) return false
  return texts.some((text) => REQUEST.test(text)) || [above, below].some((text) => /^[<*]/.test(text))
}

/** The next line in a direction that is not blank. */
function nearest(lines: readonly Line[], from: number, by: 1 | -1): string {
  let at = from + by
  while (lines[at] && isBlank(lines[at])) at += by
  return lines[at]?.text.trim() ?? ''
}

function isBlank(line: Line | undefined): boolean {
  return line !== undefined && line.text.trim() === ''
}

function linesOf(text: string): Line[] {
  let [at, fenced] = [0, false]
  return text.split('\n').map((line) => {
    const start = at
    at += line.length + 1
    const trimmed = line.replace(/\r$/, '')
    if (FENCE.test(trimmed)) fenced = !fenced
    return { text: trimmed, start, end: start + line.length, quoted: !fenced && trimmed.startsWith('>') }
  })
}

function rangeOf(lines: readonly Line[], found: { from: number; to: number } | undefined): Range | undefined {
  const [first, last] = [lines[found?.from ?? -1], lines[found?.to ?? -1]]
  return first && last ? { start: first.start, end: last.end } : undefined
}

/** Without the blank lines that parted it from the quotation, whose place a button takes. What stands before them keeps its indent. */
function withoutBlankEnds(text: string, { start, end }: Range): Range {
  const cut = text.slice(start, end)
  const before = /^(?:[^\S\n]*\n)*/.exec(cut)?.[0].length ?? 0
  return { start: start + before, end: start + Math.max(before, cut.trimEnd().length) }
}

/** The segments between two places; one that lies across is cut. */
function within(segments: readonly Segment[], { start, end }: Range): Segment[] {
  let at = 0
  return segments.flatMap((segment) => {
    const begin = at
    at += segment.text.length
    const text = segment.text.slice(Math.max(0, start - begin), Math.max(0, end - begin))
    return text === '' ? [] : [{ ...segment, text }]
  })
}
