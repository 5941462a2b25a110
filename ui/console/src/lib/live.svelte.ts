/** The one live connection of the page, and whoever wants to hear from it. */

import { LiveClient } from './live/client'
import type { Frame, Phase } from './live/machine'
import { ROOT } from './http'
import { session } from './session.svelte'

type Listener = { onFrame?: (frame: Frame) => void; onResync?: () => void }

class Live {
  phase: Phase = $state('stopped')
  /** Milliseconds since the epoch; null while live. */
  since: number | null = $state(null)
  unreachable = $state(false)
  /** Too many windows of this person are connected. */
  crowded = $state(false)
  /** The strip waits a moment, so that a quick reconnect is not an alarm. */
  shown = $state(false)
  #listeners = new Set<Listener>()
  #client: LiveClient | undefined
  #patience: ReturnType<typeof setTimeout> | undefined

  get isLive(): boolean {
    return this.phase === 'live'
  }

  start() {
    if (this.#client) return
    this.#client = new LiveClient({
      root: ROOT,
      onFrame: (frame) => this.#listeners.forEach((listener) => listener.onFrame?.(frame)),
      onResync: () => this.#listeners.forEach((listener) => listener.onResync?.()),
      onSignedOut: () => void session.load(),
      onState: (state) => {
        const wasLive = this.isLive
        this.phase = state.phase
        this.since = state.notLiveSince
        this.unreachable = state.unreachable
        this.crowded = state.crowded
        if (this.since === null) {
          clearTimeout(this.#patience)
          this.#patience = undefined
          this.shown = false
        } else if (this.#patience === undefined) {
          this.#patience = setTimeout(() => (this.shown = true), 3_000)
        }
        if (!wasLive && this.isLive) this.#reached.forEach((act) => act())
      },
    })
    this.#client.start()
  }

  stop() {
    this.#client?.stop()
    this.#client = undefined
    clearTimeout(this.#patience)
    this.#patience = undefined
    this.shown = false
  }

  #reached = new Set<() => void>()

  /** Hears every frame once. Answers how to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Is told each time the connection becomes live. Answers how to stop. */
  whenLive(act: () => void): () => void {
    this.#reached.add(act)
    return () => this.#reached.delete(act)
  }
}

export const live = new Live()
