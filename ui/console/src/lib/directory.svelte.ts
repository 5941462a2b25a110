/** Who and what a ticket can be given to or set to: loaded once, and again when something is missing. */

import { api } from './api'
import { hearStanding } from './availability'
import type { Frame } from './live/machine'
import type { Availability, Colleague, Named, Status } from './types'

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

  of(id: string | undefined): Colleague | undefined {
    return this.staff.find((one) => one.id === id)
  }

  /** Reads again who is there and who takes tickets. */
  async refreshStaff(): Promise<void> {
    // Who cannot be asked just now is asked the next time.
    const staff = await api.colleagues().catch(() => undefined)
    if (staff) this.staff = staff
  }

  /** Takes over how a member stands from now on, if that is what was told. */
  hear(frame: Frame) {
    this.staff = hearStanding(this.staff, frame)
  }

  stand(id: string, availability: Availability, since: string | null) {
    this.staff = this.staff.map((one) => (one.id === id ? { ...one, availability, since } : one))
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
