/** Saved views and their numbers: looked at again when something happened, not oftener than every few seconds. */

import { api } from './api'
import { live } from './live.svelte'
import { ticketsOf } from './live/tickets'
import type { SavedView, ViewCount } from './types'

/** Counting costs the server more than its own queues do. */
const REFRESH_MS = 5_000
/** What one request counts. */
const COUNTED = 30

class SavedViews {
  all: SavedView[] = $state.raw([])
  counts: ViewCount[] = $state.raw([])
  /** Whether the list came; until then a view's address is not a wrong one. */
  known = $state(false)
  /** Whether anybody sees the numbers. */
  shown = true
  #timer: ReturnType<typeof setTimeout> | undefined
  #at = 0

  find(id: string): SavedView | undefined {
    return this.all.find((view) => view.id === id)
  }

  count(id: string): ViewCount | undefined {
    return this.counts.find((one) => one.id === id)
  }

  /** Follows the desk. Answers how to stop. */
  listen(): () => void {
    void this.load()
    const stop = live.listen({ onFrame: (frame) => ticketsOf(frame).length > 0 && this.soon(), onResync: () => this.soon() })
    const stopLive = live.whenLive(() => this.soon())
    const seen = () => document.visibilityState === 'visible' && this.soon()
    document.addEventListener('visibilitychange', seen)
    return () => {
      stop()
      stopLive()
      document.removeEventListener('visibilitychange', seen)
      clearTimeout(this.#timer)
      this.#timer = undefined
    }
  }

  /** Looks again, now if it is a while since the last time. A page that nobody sees waits until it is seen. */
  soon() {
    if (document.visibilityState === 'hidden') return
    const wait = Math.max(0, this.#at + REFRESH_MS - Date.now())
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.load()
    }, wait)
  }

  async load(): Promise<void> {
    this.#at = Date.now()
    try {
      this.all = await api.views()
      this.known = true
      if (this.shown && this.all.length > 0) {
        this.counts = await api.viewCounts(this.all.slice(0, COUNTED).map(({ id }) => id))
      }
    } catch {
      // The strip says that we are not live; a missing number is not a second alarm.
    }
  }
}

export const savedViews = new SavedViews()
