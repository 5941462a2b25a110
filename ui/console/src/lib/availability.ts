/** What the live connection tells of who takes tickets. */

import type { Frame } from './live/machine'
import type { Availability, Colleague } from './types'

export const AVAILABILITIES: readonly Availability[] = ['online', 'away', 'away_and_reassign', 'offline']

/** All of them, with the one as whom the frame speaks of stands from now on; the same list for another frame. */
export function hearStanding(staff: Colleague[], frame: Frame): Colleague[] {
  if (frame.t !== 'member' || typeof frame.data !== 'object' || frame.data === null) return staff
  const { staff_id, availability } = frame.data as Record<string, unknown>
  const known = AVAILABILITIES.find((one) => one === availability)
  if (known === undefined || !staff.some(({ id }) => id === staff_id)) return staff
  const since = frame.at ?? null
  return staff.map((one) => (one.id === staff_id ? { ...one, availability: known, since } : one))
}

/** Whether a frame tells that a member works at other hours or on other days, or takes more or fewer at once. What that means for them now
 *  is the server's to say. */
export function tellsOfHours(frame: Frame): boolean {
  return frame.t === 'member' && frame.kind !== 'member.availability_set'
}

/** What the key makes of it: whoever takes tickets goes away, everybody else comes back. */
export function turned(availability: Availability): Availability {
  return availability === 'online' ? 'away' : 'online'
}
