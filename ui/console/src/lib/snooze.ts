/** Moments to which a ticket is put aside, in the zone of whoever does it; and how one is typed. */

import type { Snooze } from './types'

export interface Preset {
  id: 'later' | 'tomorrow' | 'week' | 'reply' | 'deposit'
  snooze: Snooze
}

/** When a working day begins, and the last hour of one that "later today" means. */
const MORNING = 9
const EVENING = 18
const LATER_HOURS = 3
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

interface Wall {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  hour: number
  minute: number
  /** 0 is Sunday. */
  weekday: number
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** What a clock on the wall shows there. */
export function wallOf(at: number, zone: string | undefined): Wall {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    weekday: 'short',
  }).formatToParts(at)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const number = (type: string) => Number(part(type))
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    weekday: WEEKDAYS.indexOf(part('weekday')),
  }
}

/** The moment at which a clock there shows this. Where clocks go forward over it, the one just after. */
export function momentOf(wall: Omit<Wall, 'weekday'>, zone: string | undefined): number {
  const wanted = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  const shown = (at: number) => {
    const now = wallOf(at, zone)
    return Date.UTC(now.year, now.month - 1, now.day, now.hour, now.minute)
  }
  let at = wanted - (shown(wanted) - wanted)
  // Once more: the offset may be another one there.
  at += wanted - shown(at)
  return at
}

/** So many days from now, at an hour of the wall. */
function onDay(now: number, zone: string | undefined, days: number, hour: number, minute = 0): number {
  const today = wallOf(now, zone)
  return momentOf({ ...today, day: today.day + days, hour, minute }, zone)
}

const until = (at: number): Snooze => ({ wake_on: 'time', until: new Date(at).toISOString() })

/** What is offered, those that mean something at this hour. */
export function presets(now: number, zone: string | undefined): Preset[] {
  const wall = wallOf(now, zone)
  const later = wall.hour + LATER_HOURS < EVENING ? onDay(now, zone, 0, wall.hour + LATER_HOURS) : onDay(now, zone, 0, EVENING)
  const toMonday = (8 - wall.weekday) % 7 || 7
  const [tomorrow, week] = [onDay(now, zone, 1, MORNING), onDay(now, zone, toMonday, MORNING)]
  return [
    ...(later - now >= HOUR_MS / 2 ? [{ id: 'later' as const, snooze: until(later) }] : []),
    { id: 'tomorrow', snooze: until(tomorrow) },
    // On a Sunday that is the same.
    ...(week === tomorrow ? [] : [{ id: 'week' as const, snooze: until(week) }]),
    { id: 'reply', snooze: { wake_on: 'reply', until: null } },
    { id: 'deposit', snooze: { wake_on: 'deposit', until: null } },
  ]
}

/** `2h`, `3d`, `1w`, `14:30`, `tomorrow`, `tomorrow 9`, `monday 14:30`; `words` are those of the reader's language for tomorrow. */
export function typedMoment(typed: string, now: number, zone: string | undefined, words: readonly string[] = []): Snooze | undefined {
  const text = typed.trim().toLocaleLowerCase()
  const length = /^(\d{1,3})\s*(m|h|d|w)$/.exec(text)
  if (length) {
    const unit = { m: 60_000, h: HOUR_MS, d: DAY_MS, w: 7 * DAY_MS }[length[2] as 'm' | 'h' | 'd' | 'w']
    const ms = Number(length[1]) * unit
    return ms > 0 && ms <= 366 * DAY_MS ? until(now + ms) : undefined
  }
  const [first = '', ...rest] = text.split(/\s+/)
  const clock = clockOf(rest.join(' '))
  const tomorrow = ['tomorrow', ...words].some((word) => word.toLocaleLowerCase() === first)
  const weekday = WEEKDAYS.findIndex((day) => first.length >= 3 && first.startsWith(day.toLowerCase()))
  if ((tomorrow || weekday >= 0) && clock !== undefined) {
    const days = tomorrow ? 1 : (weekday - wallOf(now, zone).weekday + 7) % 7 || 7
    return until(onDay(now, zone, days, clock.hour, clock.minute))
  }
  const today = /\d/.test(text) && text.includes(':') ? clockOf(text) : undefined
  if (!today) return undefined
  const at = onDay(now, zone, 0, today.hour, today.minute)
  return until(at > now ? at : onDay(now, zone, 1, today.hour, today.minute))
}

/** `9`, `9:30`, `14.30`; nothing is the morning. */
function clockOf(text: string): { hour: number; minute: number } | undefined {
  if (text === '') return { hour: MORNING, minute: 0 }
  const found = /^(\d{1,2})(?:[:.：](\d{2}))?$/.exec(text)
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)]
  return found && hour < 24 && minute < 60 ? { hour, minute } : undefined
}
