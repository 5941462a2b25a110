import { describe, expect, test } from 'vitest'
import { isProofOf, standingOf } from '../src/lib/verification'

const now = Date.parse('2026-11-27T12:00:00Z')
const hour = (n: number) => new Date(now + n * 3_600_000).toISOString()

describe('how it stands that somebody is asked to prove who they are', () => {
  test.each([
    [{ until: hour(1) }, 'asked'],
    [{ until: hour(1), proven_at: null, withdrawn_at: null }, 'asked'],
    [{ until: hour(0) }, 'expired'],
    [{ until: hour(-1), proven_at: hour(-2) }, 'proven'],
    [{ until: hour(-1), withdrawn_at: hour(-2) }, 'withdrawn'],
  ] as const)('%j', (times, expected) => {
    expect(standingOf(times, now)).toBe(expected)
  })
})

test('what is kept about a customer is no news of what they have proven', () => {
  const frame = { v: 1, t: 'customer', kind: 'identity.verified', data: { customer_id: 'grace' } }
  expect(isProofOf('grace', frame)).toBe(true)
  expect(isProofOf('ada', frame)).toBe(false)
  expect(isProofOf('grace', { ...frame, kind: 'constraint.added' })).toBe(false)
  expect(isProofOf('grace', { v: 1, t: 'customer', data: { customer_id: 'grace' } })).toBe(false)
})
