/** Who else looks at or writes in a ticket right now. Nothing of this rests anywhere; what is not renewed is forgotten. */

import type { Frame } from './live/machine'

export type Doing = 'looking' | 'typing'

export interface Colleague {
  id: string
  name: string
  doing: Doing
  /** Milliseconds since the epoch. */
  at: number
}

/** How often one's own presence is told again. */
export const RENEW_MS = 20_000
/** Not renewed for this long: gone, however it went. */
export const LOOKING_MS = 45_000
export const TYPING_MS = 8_000

export type Presence = ReadonlyMap<string, readonly Colleague[]>

/** What is known after a signal; anything else than a signal changes nothing. */
export function hear(presence: Presence, frame: Frame, now: number): Presence {
  const signal = frame.t === 'signal' ? read(frame.data) : undefined
  if (!signal) return presence
  const { ticket, kind, staff } = signal
  const others = (presence.get(ticket) ?? []).filter((one) => one.id !== staff.id)
  const next = kind === 'left' ? others : [...others, { ...staff, doing: kind, at: now }]
  return new Map(presence).set(ticket, next)
}

/** Without those who have not been heard of; one who stopped typing still looks. */
export function forget(presence: Presence, now: number): Presence {
  const next = new Map<string, Colleague[]>()
  for (const [ticket, colleagues] of presence) {
    const here = colleagues
      .filter((one) => now - one.at < LOOKING_MS)
      .map((one) => (one.doing === 'typing' && now - one.at >= TYPING_MS ? { ...one, doing: 'looking' as const } : one))
    if (here.length > 0) next.set(ticket, here)
  }
  return next
}

function read(data: unknown): { ticket: string; kind: Doing | 'left'; staff: { id: string; name: string } } | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { ticket, kind, staff } = data as Record<string, unknown>
  if (typeof ticket !== 'string' || (kind !== 'looking' && kind !== 'typing' && kind !== 'left')) return undefined
  if (typeof staff !== 'object' || staff === null) return undefined
  const { id, name } = staff as Record<string, unknown>
  return typeof id === 'string' && typeof name === 'string' ? { ticket, kind, staff: { id, name } } : undefined
}
