import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { update } from '../src/lib/queue'
import {
  begun,
  between,
  ended,
  idsOf,
  indexOf,
  isFromTop,
  isWhole,
  leapt,
  letGo,
  rewritten,
  rowsOf,
  unseenAbove,
  wayDown,
  wayTo,
  wayUp,
  withNext,
  withPrevious,
  type Answer,
  type Row,
  type Stretch,
} from '../src/lib/stretch'
import type { TicketSummary } from '../src/lib/types'
import { gap, HEIGHTS, near, needed, placed, placedIn, rowAt, shifted } from '../src/lib/windowing'

const PAGE = 5
const { comfortable: USUAL } = HEIGHTS

/** A desk with a list of rows, which answers as the API does: after a row or before it, however the list moves. */
class Desk {
  rows: Row[]

  constructor(count: number) {
    this.rows = Array.from({ length: count }, (_, at) => ({ id: `t${at}` }))
  }

  page({ cursor, before, last: isLast }: { cursor?: string | undefined; before?: string | undefined; last?: true } = {}): Answer<Row> {
    const place = (id: string) => this.rows.findIndex((row) => row.id === id)
    const isBack = before !== undefined || isLast === true
    const until = before === undefined ? this.rows.length : place(before)
    const from = isBack ? Math.max(0, until - PAGE) : cursor === undefined ? 0 : place(cursor) + 1
    const items = this.rows.slice(from, Math.min(until, from + PAGE))
    const [first, last] = [items[0]?.id, items.at(-1)?.id]
    return {
      items,
      ...(first !== undefined && (isBack ? from > 0 : cursor !== undefined) ? { prev_cursor: first } : {}),
      ...(last !== undefined && (before !== undefined || from + PAGE < this.rows.length) ? { next_cursor: last } : {}),
    }
  }

  ids(from: number, until: number): string[] {
    return this.rows.slice(from, until).map(({ id }) => id)
  }
}

const loaded = (stretch: Stretch<Row>) => rowsOf(stretch).map(({ id }) => id)
const down = (desk: Desk, stretch: Stretch<Row>, keep = 100) =>
  letGo(withNext(stretch, desk.page({ cursor: wayDown(stretch) })), 'top', keep)
const up = (desk: Desk, stretch: Stretch<Row>, keep = 100) =>
  letGo(withPrevious(stretch, desk.page({ before: wayUp(stretch) })), 'bottom', keep)

/** Goes on until the list ends. */
function toEnd(desk: Desk, keep: number): Stretch<Row> {
  let stretch = begun(desk.page())
  while (wayDown(stretch) !== undefined) stretch = down(desk, stretch, keep)
  return stretch
}

describe('a stretch of a list', () => {
  test('goes on to the end and lets go what is far above', () => {
    const stretch = toEnd(new Desk(23), 10)
    expect(loaded(stretch)).toEqual(new Desk(23).ids(10, 23))
    expect(idsOf(stretch)).toEqual(new Desk(23).ids(0, 23))
    expect(isWhole(stretch)).toBe(true)
  })

  test('comes back to the top and lets go what is far below', () => {
    const desk = new Desk(23)
    let stretch = toEnd(desk, 10)
    while (wayUp(stretch) !== undefined) {
      stretch = up(desk, stretch, 10)
      expect(idsOf(stretch)).toEqual(desk.ids(0, 23))
    }
    expect(loaded(stretch)).toEqual(desk.ids(0, 10))
    stretch = down(desk, stretch, 10)
    expect(loaded(stretch)).toEqual(desk.ids(5, 15))
    expect(stretch.from).toBe(1)
  })

  test('finds what came at the top on the way back', () => {
    const desk = new Desk(20)
    let stretch = toEnd(desk, 5)
    desk.rows = [{ id: 'new' }, ...desk.rows]
    while (wayUp(stretch) !== undefined) stretch = up(desk, stretch, 5)
    expect(idsOf(stretch)).toEqual(desk.ids(0, 21))
    expect(loaded(stretch)[0]).toBe('new')
  })

  test('has a row once that moved to the top, where it was loaded', () => {
    const desk = new Desk(15)
    let stretch = toEnd(desk, 5)
    const moved = desk.rows[12]!
    desk.rows = [moved, ...desk.rows.filter((row) => row !== moved)]
    while (wayUp(stretch) !== undefined) stretch = up(desk, stretch)
    expect(idsOf(stretch)).toEqual(new Desk(15).ids(0, 15))
  })

  test('forgets the place that a row had on a page that was let go', () => {
    const desk = new Desk(15)
    let stretch = letGo(down(desk, begun(desk.page())), 'top', 5)
    const moved = desk.rows[2]!
    desk.rows = [...desk.rows.filter((row) => row !== moved), moved]
    while (wayDown(stretch) !== undefined) stretch = down(desk, stretch)
    expect(idsOf(stretch).filter((id) => id === moved.id)).toHaveLength(1)
    expect(idsOf(stretch)).toEqual(desk.ids(0, 15))
  })

  test('loses what has left the list on the way back, and knows no more of it', () => {
    const desk = new Desk(20)
    let stretch = toEnd(desk, 5)
    desk.rows = desk.rows.filter(({ id }) => id !== 't2' && id !== 't7')
    while (wayUp(stretch) !== undefined) stretch = up(desk, stretch)
    expect(idsOf(stretch)).toEqual(desk.ids(0, 18))
  })

  test('leaps to a page that was let go, and is loaded there alone', () => {
    const desk = new Desk(40)
    const end = toEnd(desk, 10)
    const index = indexOf(end, 't12')
    const stretch = leapt(end, index, desk.page(wayTo(end, index)))
    expect(loaded(stretch)).toEqual(desk.ids(10, 15))
    expect(idsOf(stretch)).toEqual(desk.ids(0, 40))
    expect(loaded(up(desk, down(desk, stretch)))).toEqual(desk.ids(5, 20))
    expect(loaded(leapt(stretch, 0, desk.page(wayTo(stretch, 0))))).toEqual(desk.ids(0, 5))
  })

  test('goes to its end without the way there, and up from it to the top', () => {
    const desk = new Desk(43)
    let stretch = ended(down(desk, begun(desk.page())), desk.page({ last: true }))
    expect(loaded(stretch)).toEqual(desk.ids(38, 43))
    expect(idsOf(stretch)).toEqual(desk.ids(38, 43))
    expect(wayDown(stretch)).toBeUndefined()
    expect([isFromTop(stretch), isWhole(stretch)]).toEqual([false, false])
    stretch = up(desk, stretch)
    expect(loaded(stretch)).toEqual(desk.ids(33, 43))
    while (wayUp(stretch) !== undefined) stretch = up(desk, stretch, 10)
    expect(loaded(stretch)).toEqual(desk.ids(0, 13))
    expect(idsOf(stretch)).toEqual(desk.ids(0, 43))
    expect([isFromTop(stretch), isWhole(stretch)]).toEqual([true, true])
  })

  test('tells from its end how many are above, where they were counted', () => {
    const desk = new Desk(43)
    expect(unseenAbove(begun(desk.page()), undefined)).toBe(0)
    let stretch = ended(begun(desk.page()), desk.page({ last: true }))
    expect(unseenAbove(stretch, undefined)).toBeUndefined()
    expect(unseenAbove(stretch, 43)).toBe(38)
    stretch = up(desk, stretch)
    expect(unseenAbove(stretch, 43)).toBe(33)
    // Pages that are let go were seen all the same.
    expect(unseenAbove(letGo(stretch, 'bottom', 5), 43)).toBe(33)
    // More were seen than were counted: the number holds no more.
    expect(unseenAbove(stretch, 9)).toBeUndefined()
    expect(unseenAbove(stretch, 10)).toBeUndefined()
    while (wayUp(stretch) !== undefined) stretch = up(desk, stretch)
    expect(unseenAbove(stretch, 43)).toBe(0)
  })

  test('tells nothing from its end once the list goes on behind it', () => {
    const desk = new Desk(43)
    const stretch = ended(begun(desk.page()), desk.page({ last: true }))
    const longer = leapt(stretch, 0, { ...desk.page({ last: true }), next_cursor: 't42' })
    expect(unseenAbove(longer, 43)).toBeUndefined()
  })

  test('goes on where its end meets what is loaded', () => {
    const desk = new Desk(12)
    const stretch = ended(down(desk, begun(desk.page())), desk.page({ last: true }))
    expect(loaded(stretch)).toEqual(desk.ids(0, 12))
    expect(isWhole(stretch)).toBe(true)
    // One that was let go there is not loaded: what is between nobody knows.
    const gone = letGo(down(desk, begun(desk.page())), 'bottom', 5)
    expect(loaded(ended(gone, desk.page({ last: true })))).toEqual(desk.ids(7, 12))
    const short = new Desk(3)
    expect(isWhole(ended(begun(short.page()), short.page({ last: true })))).toBe(true)
  })

  test('finds a page of its end again, alone or before another', () => {
    const desk = new Desk(40)
    let stretch = ended(begun(desk.page()), desk.page({ last: true }))
    expect(wayTo(stretch, 0)).toEqual({ last: true })
    stretch = up(desk, stretch)
    const again = leapt(stretch, 0, desk.page(wayTo(stretch, 0)))
    expect(loaded(again)).toEqual(desk.ids(30, 35))
    expect(idsOf(again)).toEqual(desk.ids(30, 40))
    expect(loaded(leapt(again, 1, desk.page(wayTo(again, 1))))).toEqual(desk.ids(35, 40))
  })

  test('keeps rows whose page came back empty out of the way', () => {
    const desk = new Desk(10)
    const stretch = begun(desk.page())
    desk.rows = desk.rows.slice(0, 5)
    const end = withNext(stretch, desk.page({ cursor: wayDown(stretch) }))
    expect(loaded(end)).toEqual(desk.ids(0, 5))
    expect(isWhole(end)).toBe(true)
  })

  test('has rows as they are known now, with the words that were found', () => {
    const row = { id: 'a', version: 1, snippet: [{ text: 'btc', is_match: true }] } as unknown as TicketSummary
    const stretch = rewritten(begun({ items: [row] }), (rows) => update(rows, [{ ...row, version: 2, snippet: null }]))
    expect(rowsOf(stretch)[0]).toMatchObject({ version: 2, snippet: row.snippet })
    expect(stretch.parts[0]?.tall).toBe(1)
  })
})

test('a range is taken from where it began, over rows that are not loaded', () => {
  const order = new Desk(10).ids(0, 10)
  expect(between(order, 't2', 't5', 9)).toEqual(['t2', 't3', 't4', 't5'])
  expect(between(order, 't5', 't2', 9)).toEqual(['t5', 't4', 't3', 't2'])
  expect(between(order, 't5', 't2', 2)).toEqual(['t5', 't4'])
  expect(between(order, 't5', 't5', 2)).toEqual(['t5'])
  expect(between(order, 'gone', 't5', 9)).toEqual([])
})

describe('the window', () => {
  test('stands in the room of the whole list', () => {
    const stretch = toEnd(new Desk(40), 10)
    const list = placedIn(stretch, rowsOf(stretch), USUAL)
    expect(list.before).toBe(30)
    expect(list.tops[0]).toBe(30 * 76)
    expect(list.height).toBe(40 * 76)
  })

  test('knows taller rows, also those that were let go', () => {
    const rows = [{ id: 'a', snippet: [] }, { id: 'b' }]
    expect(placed(rows, USUAL).tops).toEqual([0, 96, 172])
    expect(placed(rows, HEIGHTS.compact).tops).toEqual([0, 40, 80])
    const two = withNext(begun({ items: rows, next_cursor: 'b' }), { items: [{ id: 'c' }], prev_cursor: 'c' })
    expect(placedIn(letGo(two, 'top', 1), [{ id: 'c' }], USUAL).tops).toEqual([172, 248])
  })

  test('has the rows that are near, and no others', () => {
    const list = placed(new Desk(1_000).rows, USUAL)
    expect(rowAt(list, 0)).toBe(0)
    expect(rowAt(list, 76)).toBe(1)
    expect(rowAt(list, 76_000)).toBe(1_000)
    expect(near(list, 760, 1_520)).toEqual([10, 20])
    expect(near(list, -400, 100)).toEqual([0, 2])
    expect(near(placed([], USUAL), -400, 1_000)).toEqual([0, 0])
  })

  test('moves with what is looked at when something comes or goes above', () => {
    const rows = new Desk(20).rows
    const old = placed(rows, USUAL)
    expect(shifted(old, placed([{ id: 'x' }, { id: 'y' }, ...rows], USUAL), 400)).toBe(152)
    expect(shifted(old, placed(rows.slice(2), USUAL), 400)).toBe(-152)
    // What comes or goes below moves nothing.
    expect(shifted(old, placed([...rows.slice(0, 8), { id: 'x' }, ...rows.slice(8)], USUAL), 400)).toBe(0)
    expect(shifted(old, placed(rows.slice(0, 8), USUAL), 400)).toBe(0)
    // The row itself is gone: the next one stays, or at the end the one before.
    expect(shifted(old, placed([{ id: 'x' }, ...rows.filter(({ id }) => id !== 't5')], USUAL), 400)).toBe(0)
    expect(shifted(old, placed([{ id: 'x' }, ...rows.slice(0, 4)], USUAL), 1_400)).toBe(76)
    expect(shifted(old, placed([{ id: 'other' }], USUAL), 400)).toBe(0)
    expect(shifted(placed([], USUAL), old, 0)).toBe(0)
  })

  test('asks for the page behind, the one before, or one far away, and for nothing twice', () => {
    const desk = new Desk(400)
    let stretch: Stretch<Row> = begun(desk.page())
    const need = (top: number) => needed(stretch, placedIn(stretch, rowsOf(stretch), USUAL), USUAL, { top, height: 700, lead: 300 })
    expect(need(0)).toBe('down')
    for (let pages = 0; pages < 30; pages += 1) stretch = down(desk, stretch, 50)
    expect(need(155 * 76 - 700)).toBe('down')
    expect(need(125 * 76)).toBeUndefined()
    expect(need(105 * 76)).toBe('up')
    expect(need(0)).toBe(0)
    expect(need(20 * 76)).toBe(4)
    expect(needed(stretch, placed([], USUAL), USUAL, { top: 0, height: 0, lead: 300 })).toBeUndefined()
    stretch = toEnd(desk, 1_000)
    expect(need(399 * 76)).toBeUndefined()
    expect(need(0)).toBeUndefined()
  })

  test('shows that something is missing where it is looked at', () => {
    const stretch = toEnd(new Desk(40), 10)
    const list = placedIn(stretch, rowsOf(stretch), USUAL)
    expect(gap(list, USUAL, 31 * 76, 35 * 76)).toBeUndefined()
    expect(gap(list, USUAL, 28 * 76 + 10, 35 * 76)).toEqual({ top: 28 * 76, height: 152, rows: 2 })
    expect(gap(list, USUAL, 0, 700)).toEqual({ top: 0, height: 700, rows: 10 })
    const top = leapt(stretch, 0, new Desk(40).page())
    expect(gap(placedIn(top, rowsOf(top), USUAL), USUAL, 300, 900)).toEqual({ top: 380, height: 520, rows: 7 })
  })
})

test('rows are as high as the style sheets make them', () => {
  const read = (path: string) => readFileSync(join(import.meta.dirname, '../src', path), 'utf8')
  const [usual, compact] = [...read('app.css').matchAll(/--row: (\d+)px/g)].map(([, height]) => Number(height))
  expect([usual, compact]).toEqual([HEIGHTS.comfortable.row, HEIGHTS.compact.row])
  const row = read('inbox/TicketRow.svelte')
  const [, more] = /block-size: calc\(var\(--row\) \+ (\d+)px\)/.exec(row) ?? []
  expect(HEIGHTS.comfortable.row + Number(more)).toBe(HEIGHTS.comfortable.tall)
  // Compact rows have no second height, and their rule comes last.
  expect(row.lastIndexOf('block-size: var(--row)')).toBeGreaterThan(row.indexOf('calc(var(--row)'))
  expect(HEIGHTS.compact.tall).toBe(HEIGHTS.compact.row)
})
