/** Asks the server what it would say of a text before it is sent. Nothing of the text is stored or logged there. */

import { api } from './api'
import type { CheckedText } from './types'

/** Typing pauses this long before its text is looked at. */
const PAUSE_MS = 400

const NOTHING: CheckedText = { secrets: [], asks: [], evidence: [] }

export class TextCheck {
  /** What was found in the text that was looked at last. */
  found: CheckedText = $state.raw(NOTHING)
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: AbortController | undefined
  #checked = ''

  /** The text is this now. An answer about an earlier one is no longer wanted. */
  look(text: string) {
    clearTimeout(this.#timer)
    this.#running?.abort()
    if (text.trim() === '') {
      this.#checked = text
      this.found = NOTHING
    } else if (text !== this.#checked) {
      this.#timer = setTimeout(() => void this.#check(text), PAUSE_MS)
    }
  }

  /** Whether what was found was found in exactly this text. */
  isAbout(text: string): boolean {
    return text === this.#checked
  }

  stop() {
    clearTimeout(this.#timer)
    this.#running?.abort()
  }

  async #check(text: string) {
    const running = new AbortController()
    this.#running = running
    try {
      const found = await api.checkText(text, running.signal)
      if (running.signal.aborted) return
      this.found = found
      this.#checked = text
    } catch {
      // The server looks again when the message is sent; a check that fails is no reason to alarm anybody.
    }
  }
}
