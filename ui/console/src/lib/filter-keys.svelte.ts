/** The keys of the filter grammar with what the desk has of each name. */

import { api } from './api'
import type { FilterKey } from './types'

/** New tags and colleagues are offered after this. */
const FRESH_MS = 60_000

class FilterKeys {
  all: FilterKey[] = $state.raw([])
  #at = 0

  async load(): Promise<void> {
    if (Date.now() - this.#at < FRESH_MS) return
    this.#at = Date.now()
    try {
      this.all = await api.filterKeys()
    } catch {
      // Nothing is offered then; what is typed is still understood.
      this.#at = 0
    }
  }
}

export const filterKeys = new FilterKeys()
