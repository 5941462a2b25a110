/** When members work: minutes since midnight, days of the week and of the calendar, none of them bound to the reader's zone. */

import type { Shift } from './types'

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
export const ABSENCE_REASONS = ['holiday', 'sick', 'other'] as const
const DAY = 1440

/** A part of a day as the fields have it. */
export interface Span {
  from: string
  to: string
}

/** `540` as `09:00`; the midnight at the end as `24:00`. */
export function clockOf(minute: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** What a field of a time holds, in minutes; nothing for none. A shift that ends at `00:00` ends at the midnight after. */
export function minuteOf(text: string, end = false): number | undefined {
  const found = /^(\d{2}):(\d{2})/.exec(text)
  if (!found) return undefined
  const minute = Number(found[1]) * 60 + Number(found[2])
  return end && minute === 0 ? DAY : minute
}

/** The parts of each day, as the fields have them: a list for each day of the week. */
export function spansOf(shifts: readonly Shift[]): Span[][] {
  return WEEKDAYS.map((weekday) =>
    shifts
      .filter((shift) => shift.weekday === weekday)
      .map(({ from_minute, to_minute }) => ({ from: clockOf(from_minute), to: clockOf(to_minute % DAY) })),
  )
}

/** What the fields say; nothing while one of them says none, or a shift ends before it begins. */
export function shiftsOf(week: readonly (readonly Span[])[]): Shift[] | undefined {
  const shifts: Shift[] = []
  for (const [index, spans] of week.entries()) {
    for (const { from, to } of spans) {
      const [from_minute, to_minute] = [minuteOf(from), minuteOf(to, true)]
      if (from_minute === undefined || to_minute === undefined || from_minute >= to_minute) return undefined
      shifts.push({ weekday: index + 1, from_minute, to_minute })
    }
  }
  return shifts
}

/** The name of a day of the week, 1 for Monday. */
export function weekdayName(weekday: number, locale: string, width: 'short' | 'long'): string {
  // 2026-01-05 is a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(Date.UTC(2026, 0, 4 + weekday))
}

/** A day of the calendar, which is the same day wherever it is read. */
export function dayName(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
