/** Whether oneself takes tickets. How everybody stands is in the directory; this follows what is told of it. */

import { api } from './api'
import { tellsOfHours, turned } from './availability'
import { availabilityName } from './availability-words'
import { directory } from './directory.svelte'
import { say } from './failures'
import { t } from './i18n.svelte'
import { live } from './live.svelte'
import { failure } from './problem'
import { session } from './session.svelte'
import { toasts } from './toasts.svelte'
import type { Availability } from './types'

/** Shifts begin and end without a word: they are asked for this often. */
const SHIFTS_MS = 5 * 60_000
/** Whoever changes a week changes more of it: it is read once. */
const SOON_MS = 1_000

class Own {
  get now(): Availability {
    return directory.of(session.staff?.id)?.availability ?? 'offline'
  }

  listen(): () => void {
    const anew = () => {
      void directory.refreshStaff()
      void directory.refreshNames()
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const closeFrames = live.listen({
      onFrame: (frame) => {
        directory.hear(frame)
        if (!tellsOfHours(frame)) return
        clearTimeout(timer)
        timer = setTimeout(() => void directory.refreshStaff(), SOON_MS)
      },
      onResync: anew,
    })
    // What was said while nobody listened is not said again.
    const closeLive = live.whenLive(anew)
    const shifts = setInterval(() => void directory.refreshStaff(), SHIFTS_MS)
    return () => {
      clearInterval(shifts)
      clearTimeout(timer)
      closeFrames()
      closeLive()
    }
  }

  async set(to: Availability): Promise<void> {
    const me = session.staff
    if (!me) return
    try {
      const { availability, since, reassigned } = await api.setOwnAvailability(to)
      directory.stand(me.id, availability, since ?? null)
      toasts.show(
        reassigned > 0
          ? t('availability-reassigned', { count: reassigned })
          : t('availability-now', { state: availabilityName(availability) }),
      )
    } catch (caught) {
      toasts.show(say(failure(caught)), { tone: 'bad' })
    }
  }

  turn(): Promise<void> {
    return this.set(turned(this.now))
  }
}

export const own = new Own()
