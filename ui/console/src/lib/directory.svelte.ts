/** Who and what a ticket can be given to or set to: loaded once, and again when something is missing. */

import { api } from './api'
import type { Colleague, Named, Status } from './types'

class Directory {
  statuses: Status[] = $state.raw([])
  /** Everybody, also those who are gone: the timeline names them. */
  staff: Colleague[] = $state.raw([])
  teams: Named[] = $state.raw([])
  tags: Named[] = $state.raw([])
  /** Whom a ticket can be given to. */
  assignable = $derived(this.staff.filter(({ state }) => state === 'active'))
  #loaded: Promise<void> | undefined

  load(): Promise<void> {
    this.#loaded ??= this.#fetch()
    return this.#loaded
  }

  refresh(): Promise<void> {
    this.#loaded = this.#fetch()
    return this.#loaded
  }

  /** The status that a category stands for when only one can be meant, such as solving from the keyboard. */
  firstOf(category: Status['category']): Status | undefined {
    return this.statuses.find((status) => status.category === category)
  }

  async #fetch(): Promise<void> {
    // Each list by itself: who may not see the members can still set a status.
    const [statuses, staff, teams, tags] = await Promise.allSettled([
      api.statuses(),
      api.colleagues(),
      api.teams(),
      api.tags(),
    ])
    if (statuses.status === 'fulfilled') this.statuses = statuses.value
    if (staff.status === 'fulfilled') this.staff = staff.value
    if (teams.status === 'fulfilled') this.teams = teams.value
    if (tags.status === 'fulfilled') this.tags = tags.value
    if (statuses.status === 'rejected') this.#loaded = undefined
  }
}

export const directory = new Directory()
