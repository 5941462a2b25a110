/** Who and what a ticket can be given to or set to: loaded once, and again when something is missing. */

import { api } from './api'
import { hearStanding } from './availability'
import type { Frame } from './live/machine'
import { ownNames } from './own-names.svelte'
import type { Availability, Colleague, Named, Status, StatusFacts } from './types'

class Directory {
  /** Every status, retired ones too: tickets have them, and the timeline names them. */
  everyStatus: StatusFacts[] = $state.raw([])
  /** What a ticket can be set to, in the desk's order. */
  statuses: StatusFacts[] = $derived(this.everyStatus.filter(({ retired_at }) => !retired_at))
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

  of(id: string | undefined): Colleague | undefined {
    return this.staff.find((one) => one.id === id)
  }

  /** Reads again who is there and who takes tickets. */
  async refreshStaff(): Promise<void> {
    // Who cannot be asked just now is asked the next time.
    const staff = await api.colleagues().catch(() => undefined)
    if (staff) this.staff = staff
  }

  /** Reads again what tickets can be set to and be about, and how all of it is called. */
  async refreshNames(): Promise<void> {
    const [statuses, categories, tags] = await Promise.allSettled([api.statuses(), api.allCategories(), api.tags()])
    if (tags.status === 'fulfilled') this.tags = tags.value
    if (statuses.status === 'fulfilled') this.#know(statuses.value)
    if (categories.status === 'fulfilled') ownNames.know({ categories: categories.value })
  }

  /** Takes over how a member stands from now on, or that names changed, if that is what was told. */
  hear(frame: Frame) {
    if (frame.t === 'settings') void this.refreshNames()
    else this.staff = hearStanding(this.staff, frame)
  }

  stand(id: string, availability: Availability, since: string | null) {
    this.staff = this.staff.map((one) => (one.id === id ? { ...one, availability, since } : one))
  }

  /** The status that a category stands for when only one can be meant, such as solving from the keyboard. */
  firstOf(category: Status['category']): StatusFacts | undefined {
    return this.statuses.find((status) => status.category === category)
  }

  #know(statuses: StatusFacts[]) {
    this.everyStatus = statuses
    ownNames.know({ statuses })
  }

  async #fetch(): Promise<void> {
    // Each list by itself: who may not see the members can still set a status.
    const [statuses, staff, teams, tags, categories] = await Promise.allSettled([
      api.statuses(),
      api.colleagues(),
      api.teams(),
      api.tags(),
      api.allCategories(),
    ])
    if (statuses.status === 'fulfilled') this.#know(statuses.value)
    if (categories.status === 'fulfilled') ownNames.know({ categories: categories.value })
    if (staff.status === 'fulfilled') this.staff = staff.value
    if (teams.status === 'fulfilled') this.teams = teams.value
    if (tags.status === 'fulfilled') this.tags = tags.value
    if (statuses.status === 'rejected') this.#loaded = undefined
  }
}

export const directory = new Directory()
