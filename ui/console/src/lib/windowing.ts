/** Where the rows of a list stand, which of them are near enough to be in the document, and which way there is more to load. */

import { isTall, wayDown, wayUp, type Row, type Stretch } from './stretch'

/** Pixels of a row, and of one that says where words were found: as app.css and TicketRow have them, which a test holds them to. */
export const HEIGHTS = {
  comfortable: { row: 76, tall: 96 },
  compact: { row: 40, tall: 40 },
} as const

export interface Heights {
  row: number
  tall: number
}

export interface Placed {
  ids: readonly string[]
  /** Where each row begins, and at last where they end. */
  tops: readonly number[]
  /** How many rows of the list stand before the first. */
  before: number
  /** Of the whole list as far as it is known, with what was let go. */
  height: number
}

/** Rows by themselves: nothing is before or behind them. */
export function placed(rows: readonly Row[], heights: Heights, before = { rows: 0, height: 0 }, behind = 0): Placed {
  const tops = [before.height]
  let top = before.height
  for (const row of rows) {
    top += isTall(row) ? heights.tall : heights.row
    tops.push(top)
  }
  return { ids: rows.map(({ id }) => id), tops, before: before.rows, height: top + behind }
}

function sum<T extends Row>(parts: Stretch<T>['parts'], { row, tall }: Heights) {
  const rows = parts.reduce((count, { ids }) => count + ids.length, 0)
  const taller = parts.reduce((count, part) => count + Math.min(part.tall, part.ids.length), 0)
  return { rows, height: rows * row + taller * (tall - row) }
}

/** What is loaded of a list, in the room of all of it. */
export function placedIn<T extends Row>({ parts, from, until }: Stretch<T>, rows: readonly T[], heights: Heights): Placed {
  return placed(rows, heights, sum(parts.slice(0, from), heights), sum(parts.slice(until), heights).height)
}

/** The first row that ends below this height; as many as there are rows where all end above. */
export function rowAt({ ids, tops }: Placed, height: number): number {
  let [low, high] = [0, ids.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle + 1] ?? 0) > height) high = middle
    else low = middle + 1
  }
  return low
}

/** The rows between two heights: from the first to before the second. */
export function near(list: Placed, from: number, until: number): [number, number] {
  const first = rowAt(list, from)
  let last = first
  while (last < list.ids.length && (list.tops[last] ?? 0) < until) last += 1
  return [first, last]
}

/** By how much the rows that are looked at stand lower now: so much the list is scrolled, and they have not moved. */
export function shifted(old: Placed, now: Placed, top: number): number {
  const places = new Map(now.ids.map((id, at) => [id, now.tops[at] ?? 0]))
  const first = Math.min(rowAt(old, top), old.ids.length - 1)
  const down = old.ids.slice(Math.max(0, first)).map((id, at) => [id, first + at] as const)
  const up = old.ids.slice(0, Math.max(0, first)).map((id, at) => [id, at] as const).reverse()
  for (const [id, at] of [...down, ...up]) {
    const place = places.get(id)
    if (place !== undefined) return place - (old.tops[at] ?? 0)
  }
  return 0
}

/** What has to be loaded for what is looked at: the page behind, the one before, or one by its place. */
export type Need = 'up' | 'down' | number | undefined

/** Beyond so many rows nobody waits for all pages on the way. */
const LEAP_ROWS = 60

export function needed<T extends Row>(
  stretch: Stretch<T>,
  list: Placed,
  heights: Heights,
  view: { top: number; height: number; lead: number },
): Need {
  if (stretch.parts.length === 0 || view.height === 0) return undefined
  const [begin, end] = [list.tops[0] ?? 0, list.tops.at(-1) ?? 0]
  const leap = LEAP_ROWS * heights.row
  const bottom = view.top + view.height
  const isFar = bottom < begin - leap || view.top > end + leap
  if (isFar) {
    const index = pageAt(stretch, heights, view.top)
    if (index < stretch.from || index >= stretch.until) return index
  }
  if (bottom + view.lead > end && wayDown(stretch) !== undefined) return 'down'
  if (view.top - view.lead < begin && wayUp(stretch) !== undefined) return 'up'
  return undefined
}

/** The page that is at this height; the last one below all. */
function pageAt<T extends Row>({ parts }: Stretch<T>, heights: Heights, height: number): number {
  let top = 0
  for (const [index, part] of parts.entries()) {
    top += sum([part], heights).height
    if (height < top) return index
  }
  return parts.length - 1
}

/** The part of what is looked at that is not loaded, in whole rows. */
export function gap(list: Placed, { row }: Heights, from: number, until: number): { top: number; height: number; rows: number } | undefined {
  const [begin, end] = [list.tops[0] ?? 0, list.tops.at(-1) ?? 0]
  const [low, high] = [Math.max(0, from), Math.min(list.height, until)]
  if (low < begin) {
    const top = Math.floor(low / row) * row
    return whole(top, Math.min(begin, high) - top, row)
  }
  if (high <= end) return undefined
  const top = end + Math.floor((Math.max(low, end) - end) / row) * row
  return whole(top, high - top, row)
}

function whole(top: number, height: number, row: number) {
  return height > 0 ? { top, height, rows: Math.ceil(height / row) } : undefined
}
