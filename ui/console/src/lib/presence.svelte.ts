import { afterPaint } from './after-paint'
import { api } from './api'
import { live } from './live.svelte'
import { forget, hear, RENEW_MS, TYPING_MS, type Colleague, type Presence } from './presence'

class Colleagues {
  #known: Presence = $state.raw(new Map())
  #typingUntil = 0

  listen(): () => void {
    const stop = live.listen({
      onFrame: (frame) => {
        this.#known = hear(this.#known, frame, Date.now())
      },
    })
    const timer = setInterval(() => {
      if (this.#known.size > 0) this.#known = forget(this.#known, Date.now())
    }, 2_000)
    return () => {
      stop()
      clearInterval(timer)
    }
  }

  at(ticket: string): readonly Colleague[] {
    return this.#known.get(ticket) ?? []
  }

  /** Tells the others that one looks at a ticket, until the answered function is called. What is opened then is not held up by that. */
  look(ticket: string): () => void {
    const tell = () => void api.signal(ticket, 'looking').catch(() => {})
    tell()
    const timer = setInterval(tell, RENEW_MS)
    return () => {
      clearInterval(timer)
      afterPaint(() => void api.signal(ticket, 'left').catch(() => {}))
    }
  }

  /** Tells the others that one writes; keystrokes in quick succession are told once. */
  type(ticket: string) {
    if (Date.now() < this.#typingUntil) return
    this.#typingUntil = Date.now() + TYPING_MS / 2
    void api.signal(ticket, 'typing').catch(() => {})
  }
}

export const colleagues = new Colleagues()
