/** The list of a queue. Rows never move by themselves: what came in waits behind "4 new", what left stays, muted. */

import { api, type TicketQuery } from './api'
import { live } from './live.svelte'
import { ticketsOf } from './live/tickets'
import type { Frame } from './live/machine'
import { failure, type Failure } from './problem'
import { belongs, TEAM_QUEUE, update } from './queue'
import { session } from './session.svelte'
import type { Page, Queue, QueueName, TicketSummary } from './types'

/** A busy desk says much; the list is asked for at most once in this time. */
const REFRESH_MS = 1_000
const PAGE_ROWS = 50

class Inbox {
  queue: string | undefined = $state()
  /** A hash, address or link that tickets of every queue are looked for by. */
  wanted: string | undefined = $state()
  rows: TicketSummary[] = $state.raw([])
  /** Tickets that belong in the list and are not in it yet. */
  incoming: string[] = $state.raw([])
  cursor: string | null | undefined = $state()
  loading = $state(false)
  slow = $state(false)
  loadingMore = $state(false)
  error: Failure | undefined = $state.raw()
  counts: Queue[] = $state.raw([])
  #stale = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #run = 0
  /** The latest activity that the list has been ordered by. */
  #newest = 0

  listen(): () => void {
    void this.count()
    const stop = live.listen({ onFrame: (frame) => this.#heard(frame), onResync: () => this.#soon() })
    const stopLive = live.whenLive(() => this.#soon())
    return () => {
      stop()
      stopLive()
      clearTimeout(this.#timer)
    }
  }

  has(id: string): boolean {
    return this.rows.some((row) => row.id === id)
  }

  /** A row that the queue is no longer about. */
  left(row: TicketSummary): boolean {
    return this.queue !== undefined && this.wanted === undefined && !belongs(this.queue, row, session.staff)
  }

  async open(queue: string): Promise<void> {
    if (this.queue !== queue) {
      this.rows = []
      this.queue = queue
      this.wanted = undefined
    }
    await this.load()
  }

  /** Shows the tickets that speak of this value, in whatever form it is written; nothing for the queue again. */
  async find(value: string | undefined): Promise<void> {
    this.rows = []
    this.wanted = value
    await this.load()
  }

  async load(): Promise<void> {
    const run = ++this.#run
    this.loading = true
    const patience = setTimeout(() => {
      if (run === this.#run) this.slow = this.rows.length === 0
    }, 200)
    try {
      const page = await api.tickets(this.#query())
      if (run !== this.#run) return
      this.#show(page)
      this.incoming = []
      this.error = undefined
    } catch (error) {
      if (run === this.#run) this.error = failure(error)
    } finally {
      clearTimeout(patience)
      if (run === this.#run) this.loading = this.slow = false
    }
  }

  async more(): Promise<void> {
    if (!this.cursor || this.loadingMore || this.loading) return
    const run = this.#run
    this.loadingMore = true
    try {
      const page = await api.tickets({ ...this.#query(), cursor: this.cursor })
      if (run !== this.#run) return
      const known = new Set(this.rows.map((row) => row.id))
      this.rows = [...this.rows, ...page.items.filter((row) => !known.has(row.id))]
      this.cursor = page.next_cursor
    } catch (error) {
      if (run === this.#run) this.error = failure(error)
    } finally {
      this.loadingMore = false
    }
  }

  /** Writes what is known now into a row. */
  know(ticket: TicketSummary) {
    this.rows = update(this.rows, [ticket])
  }

  async count(): Promise<void> {
    try {
      this.counts = await api.queues()
    } catch {
      // The list itself says what is wrong; a missing number is not a second alarm.
    }
  }

  #show(page: Page<TicketSummary>) {
    this.rows = page.items
    this.cursor = page.next_cursor
    this.#newest = Math.max(0, ...page.items.map((row) => Date.parse(activity(row))))
  }

  #query(): TicketQuery {
    if (this.wanted !== undefined) return { evidence: this.wanted, queue: 'all', limit: PAGE_ROWS }
    const queue = this.queue ?? 'all'
    if (queue.startsWith(TEAM_QUEUE)) return { queue: 'all', team: queue.slice(TEAM_QUEUE.length), limit: PAGE_ROWS }
    // An address may name a queue that there is none of; the server says so.
    return { queue: queue as QueueName, limit: PAGE_ROWS }
  }

  #heard(frame: Frame) {
    const ids = ticketsOf(frame)
    if (ids.length === 0) return
    ids.forEach((id) => this.#stale.add(id))
    this.#soon()
  }

  #soon() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.#refresh()
    }, REFRESH_MS)
  }

  /** Looks at the top of the queue again: known rows are updated where they are, unknown ones are counted. */
  async #refresh(): Promise<void> {
    const run = this.#run
    const stale = new Set(this.#stale)
    this.#stale.clear()
    void this.count()
    if (this.queue === undefined) return
    try {
      const page = await api.tickets(this.#query())
      if (run !== this.#run) return
      if (this.rows.length === 0) {
        this.#show(page)
        return
      }
      const known = new Set(this.rows.map((row) => row.id))
      const inPage = new Set(page.items.map((row) => row.id))
      const beyond = this.rows.filter((row) => stale.has(row.id) && !inPage.has(row.id)).slice(0, PAGE_ROWS)
      const others = await Promise.allSettled(beyond.map((row) => api.ticket(row.id)))
      if (run !== this.#run) return
      const fresh = others.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      this.rows = update(this.rows, [...page.items, ...fresh])
      // Older rows that merely move up from beyond the first page are not news.
      const isNews = (row: TicketSummary) =>
        !known.has(row.id) && (stale.has(row.id) || Date.parse(activity(row)) > this.#newest)
      this.incoming = page.items.filter(isNews).map((row) => row.id)
    } catch {
      // The strip says that we are not live; the next frame or reconnection asks again.
    }
  }
}

/** What queues are ordered by, newest first. */
function activity(ticket: TicketSummary): string {
  return ticket.last_message_at ?? ticket.updated_at
}

export const inbox = new Inbox()
