/**
 * A long list of which a stretch is here. Its pages lie one after the other: some are loaded, those before and behind were let go and
 * are known by the numbers of their rows alone, and at either end a cursor may lead on.
 */

export interface Row {
  id: string
  /** A row that says where words were found is taller than others. */
  snippet?: unknown
}

export interface Part<T extends Row> {
  ids: readonly string[]
  /** Nothing once they were let go. */
  rows: readonly T[] | undefined
  tall: number
  /** What leads to the page before, and to the page behind. */
  prev: string | undefined
  next: string | undefined
}

export interface Stretch<T extends Row> {
  parts: readonly Part<T>[]
  /** The loaded ones: they stand side by side. */
  from: number
  until: number
}

/** A page as the desk answers it. */
export interface Answer<T extends Row> {
  items: readonly T[]
  prev_cursor?: string | null | undefined
  next_cursor?: string | null | undefined
}

export const NOTHING: Stretch<never> = { parts: [], from: 0, until: 0 }

function partOf<T extends Row>({ items, prev_cursor, next_cursor }: Answer<T>, rows: readonly T[] = items): Part<T> {
  return { ...holding(rows), prev: prev_cursor ?? undefined, next: next_cursor ?? undefined }
}

function holding<T extends Row>(rows: readonly T[]) {
  return { ids: rows.map(({ id }) => id), rows, tall: rows.filter(isTall).length }
}

export const isTall = (row: Row): boolean => row.snippet != null

/** A list that begins with this page. */
export function begun<T extends Row>(page: Answer<T>): Stretch<T> {
  return { parts: [partOf(page)], from: 0, until: 1 }
}

export function rowsOf<T extends Row>({ parts, from, until }: Stretch<T>): T[] {
  return parts.slice(from, until).flatMap(({ rows }) => rows ?? [])
}

/** Every row that was seen, in the order of the list. */
export function idsOf<T extends Row>({ parts }: Stretch<T>): string[] {
  return parts.flatMap(({ ids }) => ids)
}

/** The page that a row was on; -1 for a row that was never seen. */
export function indexOf<T extends Row>({ parts }: Stretch<T>, id: string): number {
  return parts.findIndex(({ ids }) => ids.includes(id))
}

export const wayUp = <T extends Row>({ parts, from }: Stretch<T>): string | undefined => parts[from]?.prev
export const wayDown = <T extends Row>({ parts, until }: Stretch<T>): string | undefined => parts[until - 1]?.next

/** Whether all there is of the list was seen. */
export function isWhole<T extends Row>(stretch: Stretch<T>): boolean {
  return isFromTop(stretch) && stretch.parts.at(-1)?.next === undefined
}

/** Whether the list is known from its top on, so that a row's place in it can be told. */
export function isFromTop<T extends Row>({ parts }: Stretch<T>): boolean {
  return parts[0]?.prev === undefined
}

/**
 * How many rows of the list stand above those that were seen; undefined where nobody knows. `total`: how many the list had when it was
 * taken up at its end.
 */
export function unseenAbove<T extends Row>(stretch: Stretch<T>, total: number | undefined): number | undefined {
  if (isFromTop(stretch)) return 0
  if (total === undefined || stretch.parts.at(-1)?.next !== undefined) return undefined
  const above = total - idsOf(stretch).length
  // There are some: a number that leaves no room for them holds no more.
  return above > 0 ? above : undefined
}

/** How a page is asked for by its place alone; nothing for the first one of the list. */
export function wayTo<T extends Row>(stretch: Stretch<T>, index: number): { cursor?: string; before?: string; last?: true } {
  const { parts } = stretch
  if (index <= 0 && isFromTop(stretch)) return {}
  const [cursor, before] = [parts[index - 1]?.next, parts[index + 1]?.prev]
  if (cursor !== undefined) return { cursor }
  if (before !== undefined) return { before }
  return parts[index]?.next === undefined ? { last: true } : {}
}

/** Pages that were let go know nothing of rows that moved to where they were loaded now. */
function without<T extends Row>(parts: readonly Part<T>[], rows: readonly T[]): Part<T>[] {
  const here = new Set(rows.map(({ id }) => id))
  const rest = parts.map((part) =>
    part.ids.some((id) => here.has(id)) ? { ...part, ids: part.ids.filter((id) => !here.has(id)) } : part,
  )
  return rest.filter(({ ids }) => ids.length > 0)
}

/** Rows that are loaded stay where they are, also when the desk has them elsewhere by now. */
function fresh<T extends Row>(stretch: Stretch<T>, page: Answer<T>): T[] {
  const here = new Set(rowsOf(stretch).map(({ id }) => id))
  return page.items.filter(({ id }) => !here.has(id))
}

/** With the page behind what is loaded. */
export function withNext<T extends Row>(stretch: Stretch<T>, page: Answer<T>): Stretch<T> {
  const { parts, from, until } = stretch
  const rows = fresh(stretch, page)
  const next = page.next_cursor ?? undefined
  const before = without(parts.slice(0, from), rows)
  const loaded = parts.slice(from, until)
  const last = loaded.at(-1)
  if (rows.length > 0 || !last) loaded.push(partOf(page, rows))
  else loaded.splice(-1, 1, { ...last, next })
  const rest = next === undefined ? [] : without(parts.slice(until + 1), rows)
  return { parts: [...before, ...loaded, ...rest], from: before.length, until: before.length + loaded.length }
}

/** With the page before what is loaded. */
export function withPrevious<T extends Row>(stretch: Stretch<T>, page: Answer<T>): Stretch<T> {
  const { parts, from, until } = stretch
  const rows = fresh(stretch, page)
  const prev = page.prev_cursor ?? undefined
  const loaded = parts.slice(from, until)
  const first = loaded[0]
  if (rows.length > 0 || !first) loaded.unshift(partOf(page, rows))
  else loaded.splice(0, 1, { ...first, prev })
  const before = prev === undefined ? [] : without(parts.slice(0, Math.max(0, from - 1)), rows)
  const rest = without(parts.slice(until), rows)
  return { parts: [...before, ...loaded, ...rest], from: before.length, until: before.length + loaded.length }
}

/** With this page in the place of one that was let go, and nothing else loaded: somebody went there in one leap. */
export function leapt<T extends Row>({ parts }: Stretch<T>, index: number, page: Answer<T>): Stretch<T> {
  const stubs = parts.map((part) => ({ ...part, rows: undefined }))
  const before = page.prev_cursor == null ? [] : without(stubs.slice(0, index), page.items)
  const rest = page.next_cursor == null ? [] : without(stubs.slice(index + 1), page.items)
  return { parts: [...before, partOf(page), ...rest], from: before.length, until: before.length + 1 }
}

/**
 * With the last page of the list. Where it meets what is loaded it goes on there; else the list is known from its end alone: nobody
 * knows how many rows are between.
 */
export function ended<T extends Row>(stretch: Stretch<T>, page: Answer<T>): Stretch<T> {
  const { parts, until } = stretch
  const last = until === parts.length ? parts.at(-1)?.ids.at(-1) : undefined
  const meets = last !== undefined && page.items.some(({ id }) => id === last)
  return meets ? withNext(stretch, page) : begun(page)
}

/** Lets pages go at one end while so many rows are left. */
export function letGo<T extends Row>(stretch: Stretch<T>, end: 'top' | 'bottom', least: number): Stretch<T> {
  const parts = [...stretch.parts]
  let { from, until } = stretch
  let count = rowsOf(stretch).length
  while (until - from > 1) {
    const at = end === 'top' ? from : until - 1
    const part = parts[at]
    if (!part || count - part.ids.length < least) break
    parts[at] = { ...part, rows: undefined }
    count -= part.ids.length
    if (end === 'top') from += 1
    else until -= 1
  }
  return { parts, from, until }
}

/** With rows as they are known now; which ones there are and in which order does not change. */
export function rewritten<T extends Row>(stretch: Stretch<T>, write: (rows: T[]) => T[]): Stretch<T> {
  const parts = stretch.parts.map((part) => (part.rows ? { ...part, ...holding(write([...part.rows])) } : part))
  return { ...stretch, parts }
}

/** The rows between two, both included, and not more than `most` from the first on; nothing where one of them is not in the order. */
export function between(order: readonly string[], first: string, last: string, most: number): string[] {
  const [from, until] = [order.indexOf(first), order.indexOf(last)]
  if (from === -1 || until === -1) return []
  return from <= until ? order.slice(from, until + 1).slice(0, most) : order.slice(until, from + 1).reverse().slice(0, most)
}
