/** What this desk calls its statuses and categories by itself. The directory fills it; whoever shows one asks here first. */

import { words } from './i18n.svelte'
import { nameIn } from './own-name'
import type { CategoryFacts, StatusFacts } from './types'

class OwnNames {
  #statuses: StatusFacts[] = $state.raw([])
  #categories: CategoryFacts[] = $state.raw([])

  know({ statuses, categories }: { statuses?: StatusFacts[]; categories?: CategoryFacts[] }) {
    if (statuses) this.#statuses = statuses
    if (categories) this.#categories = categories
  }

  /** By its id or its stable word. */
  status(key: string): string | undefined {
    const found = this.#statuses.find(({ id, name }) => id === key || name === key)
    return found && nameIn(found.names, words.locale, found.builtin)
  }

  /** Of a brand; without one, of whichever brand has a name for it. */
  category(slug: string, brand: string | undefined): string | undefined {
    for (const one of this.#categories) {
      if (one.slug !== slug || (brand !== undefined && one.brand_id !== brand)) continue
      const name = nameIn(one.names, words.locale, one.builtin)
      if (name !== undefined) return name
    }
    return undefined
  }
}

export const ownNames = new OwnNames()
