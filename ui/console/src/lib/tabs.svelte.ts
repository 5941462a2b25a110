/** The tabs of whoever is signed in, kept in this browser. */

import { api } from './api'
import { live } from './live.svelte'
import { ticketsOf } from './live/tickets'
import { subjectOf } from './names'
import { session } from './session.svelte'
import { MOST_TABS, readTabs, sameTabs, tabBeside, withoutTab, withTab, type Tab } from './tab-list'

class Tabs {
  list: Tab[] = $state.raw([])
  /** The ticket in the thread, which has no news. */
  #open: string | undefined

  get #key(): string {
    return `proofdesk.tabs.1.${session.staff?.id ?? 'nobody'}`
  }

  /** Reads what was kept, and hears what happens to them, until the answered function is called. */
  listen(): () => void {
    this.list = readTabs(stored(this.#key)).map((id) => ({ id, subject: undefined, news: false }))
    void this.#name()
    const stop = live.listen({ onFrame: (frame) => this.#tell(ticketsOf(frame)) })
    const share = ({ key, newValue }: StorageEvent) => {
      if (key === this.#key) this.#follow(readTabs(newValue))
    }
    addEventListener('storage', share)
    return () => {
      stop()
      removeEventListener('storage', share)
    }
  }

  /** Another window of this browser kept or closed one: whichever writes next would else undo that. */
  #follow(ids: readonly string[]) {
    this.list = sameTabs(this.list, ids)
    if (this.list.some(({ subject }) => subject === undefined)) void this.#name()
  }

  has(id: string): boolean {
    return this.list.some((tab) => tab.id === id)
  }

  /** Keeps it in a tab; `false` when there are as many as there can be. */
  keep(id: string, subject: string | undefined): boolean {
    if (!this.has(id) && this.list.length >= MOST_TABS) return false
    this.#set(withTab(this.list, id, subject))
    return true
  }

  /** Closes a tab; answers the one beside it. */
  close(id: string): string | undefined {
    const { tabs, next } = withoutTab(this.list, id)
    this.#set(tabs)
    return next
  }

  beside(open: string | undefined, by: 1 | -1): string | undefined {
    return tabBeside(this.list, open, by)
  }

  /** It is looked at: what happened to it is no news, and its subject is this. */
  look(id: string | undefined, subject: string | undefined) {
    this.#open = id
    const tab = this.list.find((one) => one.id === id)
    if (!tab || (!tab.news && (subject === undefined || subject === tab.subject))) return
    this.#set(this.list.map((one) => (one === tab ? { ...one, subject: subject ?? one.subject, news: false } : one)))
  }

  /** Reads what they are about; those that one does not see any more are none. */
  async #name() {
    const ids = this.list.map(({ id }) => id)
    if (ids.length === 0) return
    try {
      const { items } = await api.tickets({ queue: 'all', filter: ids.join(','), limit: MOST_TABS })
      const subjects = new Map(items.map((ticket) => [ticket.id, subjectOf(ticket)]))
      const stays = ({ id }: Tab) => subjects.has(id) || !ids.includes(id)
      const named = this.list.filter(stays).map((tab) => ({ ...tab, subject: subjects.get(tab.id) ?? tab.subject }))
      if (named.length < this.list.length) this.#set(named)
      else this.list = named
    } catch {
      // They have their numbers.
    }
  }

  #tell(ids: readonly string[]) {
    const isNews = ({ id, news }: Tab) => !news && id !== this.#open && ids.includes(id)
    if (this.list.some(isNews)) this.list = this.list.map((tab) => (isNews(tab) ? { ...tab, news: true } : tab))
  }

  #set(list: Tab[]) {
    this.list = list
    try {
      localStorage.setItem(this.#key, JSON.stringify(list.map(({ id }) => id)))
    } catch {
      // Then they last as long as the page.
    }
  }
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export const tabs = new Tabs()
