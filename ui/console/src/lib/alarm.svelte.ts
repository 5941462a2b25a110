/**
 * A tone for each ticket in which a theft is suspected from the time on that a member is here, by its mark or its category, for those who
 * turned it on. Frames name tickets and say nothing of them; whether one is suspected is asked like any list, so nobody hears of what they
 * may not see.
 */

import { api } from './api'
import { live } from './live.svelte'
import { ticketsOf } from './live/tickets'
import { session } from './session.svelte'
import { ASKED, SUSPECTED, Suspects, waitFor } from './theft'
import { sound } from './tone'

/** A busy desk says much; it is asked at most once in this time. */
const LOOK_MS = 1_000
/** So much of what is suspected already is looked through, the newest first. */
const PAGE_ROWS = 100
const PAGES = 5

class Alarm {
  /** The browser let nothing sound when it was last tried. */
  forbidden = $state(false)
  #suspects = new Suspects()
  #owner: string | undefined
  /** Counts how often somebody began to listen. */
  #run = 0
  /** Something may have happened that no frame named. */
  #missed = false
  #looks = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #tone: ReturnType<typeof setTimeout> | undefined
  #due: string[] = []
  #last = -Infinity

  listen(): () => void {
    const me = session.staff?.id
    if (me === undefined || !session.can('ticket.read')) return () => undefined
    if (me !== this.#owner) this.#suspects = new Suspects()
    this.#owner = me
    this.#suspects.begin()
    this.#run += 1
    const missed = () => {
      this.#missed = true
      this.#soon()
    }
    const stop = live.listen({
      onFrame: (frame) => {
        this.#suspects.heard(ticketsOf(frame))
        if (this.#suspects.waits) this.#soon()
      },
      onResync: missed,
    })
    const stopLive = live.whenLive(missed)
    void this.#look()
    return () => {
      this.#run += 1
      stop()
      stopLive()
      clearTimeout(this.#timer)
      clearTimeout(this.#tone)
      this.#timer = this.#tone = undefined
      this.#due = []
    }
  }

  /** Sounds for whoever wants to hear what it is like; says whether the browser lets it. */
  async try(): Promise<boolean> {
    this.forbidden = (await sound()) === 'forbidden'
    return !this.forbidden
  }

  #soon() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.#look()
    }, LOOK_MS)
  }

  async #look(): Promise<void> {
    if (this.#looks) return this.#soon()
    const [run, suspects] = [this.#run, this.#suspects]
    let asked: string[] = []
    this.#looks = true
    try {
      if (!suspects.knows || this.#missed) {
        this.#missed = false
        const all = await this.#all()
        if (run !== this.#run) return
        if (suspects.knows) this.#tell(suspects.news(all))
        else suspects.learn(all)
      }
      asked = suspects.take()
      if (asked.length > 0) {
        const found = await this.#among(asked)
        if (run !== this.#run) return
        this.#tell(suspects.news(found))
      }
      if (suspects.waits) this.#soon()
    } catch {
      if (run !== this.#run) return
      // The strip says that we are not live; the next frame or connection asks again.
      suspects.heard(asked)
      this.#missed = true
    } finally {
      this.#looks = false
    }
  }

  /** Which of these are suspected. */
  async #among(ids: readonly string[]): Promise<string[]> {
    const found = await Promise.all(
      SUSPECTED.map((one) => api.tickets({ ...one, queue: 'all', filter: `${one.filter} ${ids.join(',')}`, limit: ASKED })),
    )
    return found.flatMap(({ items }) => items.map(({ id }) => id))
  }

  async #all(): Promise<string[]> {
    return (await Promise.all(SUSPECTED.map((one) => this.#pages(one)))).flat()
  }

  async #pages(one: (typeof SUSPECTED)[number]): Promise<string[]> {
    const all: string[] = []
    let cursor: string | null | undefined
    for (let page = 0; page < PAGES; page += 1) {
      const answer = await api.tickets({ ...one, queue: 'all', limit: PAGE_ROWS, ...(cursor ? { cursor } : {}) })
      all.push(...answer.items.map(({ id }) => id))
      cursor = answer.next_cursor
      if (!cursor) break
    }
    return all
  }

  #tell(news: readonly string[]) {
    if (news.length === 0) return
    this.#due.push(...news)
    this.#tone ??= setTimeout(() => void this.#sound(), waitFor(this.#last, performance.now()))
  }

  /** One tone for all that are due. */
  async #sound(): Promise<void> {
    const due = this.#due
    this.#due = []
    this.#tone = undefined
    this.#last = performance.now()
    const isFirst = async () => (await Promise.all(due.map((id) => claimed(`${this.#owner} ${id}`)))).includes(true)
    const came = await sound(isFirst)
    if (came !== 'unwanted') this.forbidden = came === 'forbidden'
  }
}

/** Whether this is the first tab of the browser to sound for something; it stays so until the tab closes. */
function claimed(name: string): Promise<boolean> {
  // Over plain HTTP there are no locks: each tab sounds.
  if (!('locks' in navigator)) return Promise.resolve(true)
  return new Promise((answer) => {
    const hold = (lock: Lock | null): Promise<void> => {
      answer(lock !== null)
      return lock === null ? Promise.resolve() : new Promise<void>(() => undefined)
    }
    navigator.locks.request(`proofdesk theft ${name}`, { ifAvailable: true }, hold).catch(() => answer(true))
  })
}

export const alarm = new Alarm()
