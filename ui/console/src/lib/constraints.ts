/** What is to be heeded about a customer's account: how it stands, and its moments as they are typed. */

import type { Frame } from './live/machine'
import { momentOf, wallOf } from './snooze'
import type { Constraint, ConstraintKind } from './types'

export const CONSTRAINT_KINDS: readonly ConstraintKind[] = ['sub_account', 'region_limit', 'old_api', 'known_fault', 'other']

type Times = Pick<Constraint, 'from' | 'until' | 'ended_at'>

/** How it stands now, which the server said of the moment when it was asked. */
export function standing({ from, until, ended_at }: Times, now: number): Constraint['standing'] {
  if (ended_at != null || (until != null && Date.parse(until) <= now)) return 'over'
  return Date.parse(from) > now ? 'coming' : 'holds'
}

/** What a field for day and hour shows of a moment. */
export function typedOf(at: string | null | undefined, zone: string | undefined): string {
  if (at == null) return ''
  const wall = wallOf(Date.parse(at), zone)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${wall.year}-${two(wall.month)}-${two(wall.day)}T${two(wall.hour)}:${two(wall.minute)}`
}

/** The moment that such a field says; none of an empty one. */
export function momentIn(typed: string, zone: string | undefined): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(typed)
  if (!found) return null
  const [year, month, day, hour, minute] = found.slice(1).map(Number) as [number, number, number, number, number]
  return new Date(momentOf({ year, month, day, hour, minute }, zone)).toISOString()
}

/** Whether a frame tells that what is kept about the customer changed. */
export function isNewsOf(customer: string, frame: Frame): boolean {
  if (frame.t !== 'customer' || typeof frame.data !== 'object' || frame.data === null) return false
  return (frame.data as Record<string, unknown>).customer_id === customer
}
