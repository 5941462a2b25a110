import { describe, expect, test } from 'vitest'
import { belongs } from '../src/lib/queue'
import { momentOf, presets, typedMoment, wallOf } from '../src/lib/snooze'
import type { TicketSummary } from '../src/lib/types'

const BERLIN = 'Europe/Berlin'
/** A Friday. */
const at = (clock: string) => Date.parse(`2026-11-27T${clock}+01:00`)
const iso = (text: string) => new Date(text).toISOString()

describe('what is offered', () => {
  test('stands in the zone of whoever puts aside', () => {
    const found = Object.fromEntries(presets(at('10:20'), BERLIN).map(({ id, snooze }) => [id, snooze.until]))
    expect(found.later).toBe(iso('2026-11-27T13:00+01:00'))
    expect(found.tomorrow).toBe(iso('2026-11-28T09:00+01:00'))
    expect(found.week).toBe(iso('2026-11-30T09:00+01:00'))
    expect(found.reply).toBeNull()
    const tokyo = presets(at('10:20'), 'Asia/Tokyo').find(({ id }) => id === 'tomorrow')
    expect(tokyo?.snooze.until).toBe(iso('2026-11-28T09:00+09:00'))
  })

  test('in the evening there is no later today, and on a Monday next week is a week away', () => {
    expect(presets(at('17:50'), BERLIN).map(({ id }) => id)).toEqual(['tomorrow', 'week', 'reply', 'deposit'])
    const monday = presets(Date.parse('2026-11-30T08:00+01:00'), BERLIN).find(({ id }) => id === 'week')
    expect(monday?.snooze.until).toBe(iso('2026-12-07T09:00+01:00'))
  })

  test('a change of the clocks moves nothing on the wall', () => {
    const saturday = Date.parse('2026-10-24T12:00+02:00')
    const found = presets(saturday, BERLIN).find(({ id }) => id === 'tomorrow')
    expect(found?.snooze.until).toBe(iso('2026-10-25T09:00+01:00'))
    const gone = momentOf({ year: 2026, month: 3, day: 29, hour: 2, minute: 30 }, BERLIN)
    expect([1, 3]).toContain(wallOf(gone, BERLIN).hour)
  })
})

describe('what is typed', () => {
  test.each([
    ['2h', '2026-11-27T12:20+01:00'],
    ['3d', '2026-11-30T10:20+01:00'],
    ['tomorrow', '2026-11-28T09:00+01:00'],
    ['tomorrow 14:30', '2026-11-28T14:30+01:00'],
    ['明天 9', '2026-11-28T09:00+01:00'],
    ['monday 8', '2026-11-30T08:00+01:00'],
    ['friday', '2026-12-04T09:00+01:00'],
    ['15:00', '2026-11-27T15:00+01:00'],
    ['9:00', '2026-11-28T09:00+01:00'],
  ])('%s', (typed, expected) => {
    expect(typedMoment(typed, at('10:20'), BERLIN, ['明天'])?.until).toBe(iso(expected))
  })

  test.each(['', '2', 'soon', 'tomorrow 25', '0h', '900w', 'mo'])('%s is no time', (typed) => {
    expect(typedMoment(typed, at('10:20'), BERLIN)).toBeUndefined()
  })
})

test('what is put aside is in no queue of what is to be done', () => {
  const ticket = { status: { category: 'open' }, assignee: null, snooze: { wake_on: 'reply', until: null } } as unknown as TicketSummary
  expect(['open', 'unassigned', 'snoozed', 'all'].map((queue) => belongs(queue, ticket, { id: 'me' }))).toEqual([false, false, true, true])
})
