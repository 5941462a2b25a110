import { describe, expect, test } from 'vitest'
import { isNewsOf, momentIn, standing, typedOf } from '../src/lib/constraints'

const now = Date.parse('2026-11-27T12:00:00Z')
const hour = (n: number) => new Date(now + n * 3_600_000).toISOString()

describe('how a constraint stands', () => {
  test.each([
    [{ from: hour(-1) }, 'holds'],
    [{ from: hour(0), until: null }, 'holds'],
    [{ from: hour(-2), until: hour(1) }, 'holds'],
    [{ from: hour(1) }, 'coming'],
    [{ from: hour(-2), until: hour(0) }, 'over'],
    [{ from: hour(-2), until: hour(1), ended_at: hour(-1) }, 'over'],
    [{ from: hour(1), ended_at: hour(0) }, 'over'],
  ] as const)('%j', (times, expected) => {
    expect(standing(times, now)).toBe(expected)
  })
})

test('moments are typed in the zone of whoever types', () => {
  expect(typedOf('2026-11-27T12:05:41Z', 'Asia/Singapore')).toBe('2026-11-27T20:05')
  expect(momentIn('2026-11-27T20:05', 'Asia/Singapore')).toBe('2026-11-27T12:05:00.000Z')
  expect([typedOf(null, undefined), momentIn('', undefined)]).toEqual(['', null])
})

test('only a frame of the same customer is news of them', () => {
  const frame = { v: 1, t: 'customer', kind: 'constraint.added', data: { customer_id: 'grace' } }
  expect(isNewsOf('grace', frame)).toBe(true)
  expect(isNewsOf('ada', frame)).toBe(false)
  expect(isNewsOf('grace', { ...frame, t: 'event' })).toBe(false)
  expect(isNewsOf('grace', { v: 1, t: 'customer' })).toBe(false)
})
