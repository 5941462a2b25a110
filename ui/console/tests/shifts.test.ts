import { expect, test } from 'vitest'
import { clockOf, dayName, minuteOf, shiftsOf, spansOf, weekdayName } from '../src/lib/shifts'

test('minutes are read and written as the clock has them, and a shift ends at the midnight after', () => {
  expect([0, 5, 540, 1439, 1440].map(clockOf)).toEqual(['00:00', '00:05', '09:00', '23:59', '24:00'])
  expect([minuteOf('09:00'), minuteOf('00:00'), minuteOf('00:00', true), minuteOf('')]).toEqual([540, 0, 1440, undefined])
})

test('a week goes into the fields and comes back the same', () => {
  const shifts = [
    { weekday: 1, from_minute: 540, to_minute: 720 },
    { weekday: 1, from_minute: 780, to_minute: 1080 },
    { weekday: 7, from_minute: 1320, to_minute: 1440 },
  ]
  const week = spansOf(shifts)
  expect(week).toHaveLength(7)
  expect(week[6]).toEqual([{ from: '22:00', to: '00:00' }])
  expect(shiftsOf(week)).toEqual(shifts)
})

test('a field without a time, and a shift that ends before it begins, are no week', () => {
  expect(shiftsOf([[{ from: '09:00', to: '' }]])).toBeUndefined()
  expect(shiftsOf([[{ from: '09:00', to: '08:00' }]])).toBeUndefined()
  expect(shiftsOf([[]])).toEqual([])
})

test('days are named alike in every zone', () => {
  expect([1, 7].map((weekday) => weekdayName(weekday, 'en', 'long'))).toEqual(['Monday', 'Sunday'])
  expect(dayName('2026-12-24', 'en')).toBe('Dec 24, 2026')
})
