/** The macros of the ticket that is open, and where one goes that was chosen. */

import { api } from './api'
import type { AppliedMacro, OfferedMacro } from './types'

type Take = (id: string, sends: boolean) => void

class Macros {
  /** Those that were used most first; empty until they are loaded. */
  list: OfferedMacro[] = $state.raw([])
  ticket: string | undefined = $state()
  /** Whether it is known what there is. */
  loaded = $state(false)
  failed = $state(false)
  #texts = new Map<string, Promise<AppliedMacro>>()
  #take: Take | undefined
  #run = 0

  /** Follows the ticket while its composer is open; `take` writes a macro into it. */
  open(ticket: string, take: Take): () => void {
    this.ticket = ticket
    this.#take = take
    this.list = []
    this.loaded = false
    this.#texts.clear()
    return () => {
      if (this.#take !== take) return
      this.#take = undefined
      this.ticket = undefined
      this.list = []
    }
  }

  /** Reads them anew: others make macros, and customers sign in. */
  async load(): Promise<void> {
    const ticket = this.ticket
    if (ticket === undefined) return
    this.#texts.clear()
    const run = ++this.#run
    const isNewest = () => this.ticket === ticket && run === this.#run
    try {
      const { items } = await api.offeredMacros(ticket)
      if (!isNewest()) return
      this.list = items
      this.failed = false
    } catch {
      if (isNewest()) this.failed = true
    } finally {
      if (isNewest()) this.loaded = true
    }
  }

  /** What one says on this ticket. One that failed is asked for again. */
  text(id: string): Promise<AppliedMacro> {
    const ticket = this.ticket ?? ''
    const known = this.#texts.get(id)
    if (known) return known
    const asked = api.appliedMacro(ticket, id)
    this.#texts.set(id, asked)
    asked.catch(() => this.#texts.delete(id))
    return asked
  }

  /** Writes one into the composer that is open, and sends it as it is when that is asked for. */
  take(id: string, sends = false) {
    this.#take?.(id, sends)
  }
}

export const macros = new Macros()
