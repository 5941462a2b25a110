import { expect, test } from 'vitest'
import { hearStanding, tellsOfHours, turned } from '../src/lib/availability'
import type { Frame } from '../src/lib/live/machine'
import type { Colleague } from '../src/lib/types'

const staff: Colleague[] = [
  { id: 'mina', name: 'Mina Park', state: 'active', availability: 'online', since: null, is_off: false },
  { id: 'jun', name: 'Jun Tanaka', state: 'active', availability: 'offline', since: null, is_off: false },
]

const frame = (data: unknown, more: Partial<Frame> = {}): Frame => ({ v: 1, t: 'member', at: '2026-11-21T09:00:00Z', data, ...more })

test('whoever is told of stands so from then on', () => {
  const now = hearStanding(staff, frame({ staff_id: 'jun', availability: 'away_and_reassign', is_automatic: false }))
  expect(now[1]).toEqual({ ...staff[1], availability: 'away_and_reassign', since: '2026-11-21T09:00:00Z' })
  expect(now[0]).toBe(staff[0])
})

test('anything else changes nothing', () => {
  const standing = { staff_id: 'jun', availability: 'online' }
  expect(hearStanding(staff, frame(standing, { t: 'signal' }))).toBe(staff)
  for (const data of [null, {}, { ...standing, availability: 'asleep' }, { ...standing, staff_id: 'nobody' }]) {
    expect(hearStanding(staff, frame(data))).toBe(staff)
  }
})

test('other hours are read anew, and how somebody stands is not', () => {
  const data = { staff_id: 'jun' }
  for (const kind of ['member.rota_set', 'member.absence_entered', 'member.absence_removed', 'member.capacity_set']) {
    expect(tellsOfHours(frame(data, { kind }))).toBe(true)
    expect(hearStanding(staff, frame(data, { kind }))).toBe(staff)
  }
  expect(tellsOfHours(frame(data, { kind: 'member.availability_set' }))).toBe(false)
  expect(tellsOfHours(frame(data, { kind: 'member.rota_set', t: 'customer' }))).toBe(false)
})

test('the key goes away from online and comes back from anything else', () => {
  expect(turned('online')).toBe('away')
  expect((['away', 'away_and_reassign', 'offline'] as const).map(turned)).toEqual(['online', 'online', 'online'])
})
