/** The list of a queue. Rows never move by themselves: what came in waits behind "4 new", what left stays, muted. */

import { api, type TicketQuery } from './api'
import { live } from './live.svelte'
import { ticketsOf } from './live/tickets'
import type { Frame } from './live/machine'
import { failure, Problem, type Failure, type FieldProblem } from './problem'
import { belongs, TEAM_QUEUE, update, usualSort, VIEW_QUEUE } from './queue'
import { savedViews } from './saved-views.svelte'
import { session } from './session.svelte'
import type { Page, Queue, QueueName, SavedView, TicketSort, TicketSummary } from './types'

/** A busy desk says much; the list is asked for at most once in this time. */
const REFRESH_MS = 1_000
const PAGE_ROWS = 50
/** What the server takes of a filter, and how many numbers of tickets one question asks of. */
const FILTER_CHARS = 500
const ASKED = 20
/** Words that hold or not as time goes by, with nothing happening. */
const OF_TIME = /(^|\s)-?(age|waiting|created|updated)[:<>=：＜＞＝≤≥]/
const TIME_MS = 30_000

class Inbox {
  queue: string | undefined = $state()
  /** A hash, address or link that tickets of every queue are looked for by. */
  wanted: string | undefined = $state()
  /** Words of the filter grammar that the list is narrowed by; of a saved view its own, until somebody types others. */
  filter = $state('')
  sort: TicketSort = $state('newest')
  /** Counts the queues that were opened: each begins with its own words. */
  opened = $state(0)
  /** What is wrong with the words that were typed last; the list is still that of the words before. */
  faults: FieldProblem[] = $state.raw([])
  rows: TicketSummary[] = $state.raw([])
  /** Tickets that belong in the list and are not in it yet. */
  incoming: string[] = $state.raw([])
  cursor: string | null | undefined = $state()
  loading = $state(false)
  slow = $state(false)
  loadingMore = $state(false)
  error: Failure | undefined = $state.raw()
  counts: Queue[] = $state.raw([])
  /** Rows that the filter no longer lets through. */
  #gone: ReadonlySet<string> = $state.raw(new Set())
  #stale = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #run = 0
  /** The latest activity that the list has been ordered by. */
  #newest = 0

  listen(): () => void {
    void this.count()
    const stop = live.listen({ onFrame: (frame) => this.#heard(frame), onResync: () => this.#soon() })
    const stopLive = live.whenLive(() => this.#soon())
    const clock = setInterval(() => OF_TIME.test(this.filter) && this.#soon(), TIME_MS)
    return () => {
      stop()
      stopLive()
      clearInterval(clock)
      clearTimeout(this.#timer)
    }
  }

  has(id: string): boolean {
    return this.rows.some((row) => row.id === id)
  }

  /** The saved view that is open. */
  get view(): SavedView | undefined {
    return this.queue?.startsWith(VIEW_QUEUE) ? savedViews.find(this.queue.slice(VIEW_QUEUE.length)) : undefined
  }

  /** An address names a view that is gone, or somebody else's. */
  get isMissing(): boolean {
    return this.queue !== undefined && this.queue.startsWith(VIEW_QUEUE) && savedViews.known && this.view === undefined
  }

  /** The words and the order are others than the queue comes with. */
  get isChanged(): boolean {
    return this.filter !== (this.view?.filter ?? '') || this.sort !== (this.view?.sort ?? usualSort(this.queue))
  }

  /** A row that the queue is no longer about. */
  left(row: TicketSummary): boolean {
    if (this.queue === undefined || this.wanted !== undefined) return false
    if (this.#gone.has(row.id)) return true
    return !this.queue.startsWith(VIEW_QUEUE) && !belongs(this.queue, row, session.staff)
  }

  async open(queue: string): Promise<void> {
    if (this.queue !== queue) {
      this.rows = []
      this.incoming = []
      this.cursor = undefined
      this.faults = []
      this.queue = queue
      this.wanted = undefined
      if (queue.startsWith(VIEW_QUEUE) && !savedViews.known) await savedViews.load()
      if (this.queue !== queue) return
      this.reset()
      this.opened += 1
    }
    if (!this.isMissing) await this.load()
  }

  /** The words and the order that the queue comes with. */
  reset() {
    this.filter = this.view?.filter ?? ''
    this.sort = this.view?.sort ?? usualSort(this.queue)
    this.faults = []
  }

  /** Shows the tickets that speak of this value, in whatever form it is written; nothing for the queue again. */
  async find(value: string | undefined): Promise<void> {
    this.rows = []
    this.wanted = value
    await this.load()
  }

  /** Narrows by these words, if they mean something; else says what is wrong and leaves the list as it is. */
  async apply(filter: string, sort = this.sort): Promise<void> {
    this.wanted = undefined
    await this.load(filter.trim(), sort)
  }

  async load(filter = this.filter, sort = this.sort): Promise<void> {
    const run = ++this.#run
    this.loading = true
    const patience = setTimeout(() => {
      if (run === this.#run) this.slow = this.rows.length === 0
    }, 200)
    try {
      const page = await api.tickets(this.#query(filter, sort))
      if (run !== this.#run) return
      this.filter = filter
      this.sort = sort
      this.faults = []
      this.#show(page)
      this.incoming = []
      this.error = undefined
    } catch (error) {
      if (run !== this.#run) return
      const failed = failure(error)
      this.faults = faultsOf(failed)
      if (this.faults.length === 0) this.error = failed
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
    this.#gone = new Set()
    this.#newest = Math.max(0, ...page.items.map((row) => Date.parse(activity(row))))
  }

  #query(filter = this.filter, sort = this.sort): TicketQuery {
    if (this.wanted !== undefined) return { evidence: this.wanted, queue: 'all', limit: PAGE_ROWS }
    const narrowed = {
      ...(filter === '' ? {} : { filter }),
      ...(sort === 'newest' ? {} : { sort }),
      limit: PAGE_ROWS,
    }
    const queue = this.queue ?? 'all'
    if (queue.startsWith(VIEW_QUEUE)) return { queue: 'all', ...narrowed }
    if (queue.startsWith(TEAM_QUEUE)) return { queue: 'all', team: queue.slice(TEAM_QUEUE.length), ...narrowed }
    // An address may name a queue that there is none of; the server says so.
    return { queue: queue as QueueName, ...narrowed }
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
    // While a list is on its way, this one is about to be another.
    if (this.loading) return this.#soon()
    const run = this.#run
    const stale = new Set(this.#stale)
    this.#stale.clear()
    void this.count()
    if (this.queue === undefined || this.isMissing) return
    // The whole list is on the page: whatever is new in it is news.
    const isComplete = !this.cursor
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
      const [others, gone] = await Promise.all([
        Promise.allSettled(beyond.map((row) => api.ticket(row.id))),
        this.#lost(beyond.map((row) => row.id)),
      ])
      if (run !== this.#run) return
      const fresh = others.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      this.rows = update(this.rows, [...page.items, ...fresh])
      this.#gone = new Set([...this.#gone, ...gone].filter((id) => !inPage.has(id)))
      // Older rows that merely move up from beyond the first page are not news.
      const isNews = (row: TicketSummary) =>
        !known.has(row.id) &&
        (isComplete || stale.has(row.id) || (this.sort === 'newest' && Date.parse(activity(row)) > this.#newest))
      this.incoming = page.items.filter(isNews).map((row) => row.id)
    } catch {
      // The strip says that we are not live; the next frame or reconnection asks again.
    }
  }

  /** Those of the tickets that the filter does not let through; only the server knows. */
  async #lost(ids: string[]): Promise<string[]> {
    const room = Math.floor((FILTER_CHARS - this.filter.length - 1) / 15)
    const asked = this.filter === '' ? [] : ids.slice(0, Math.min(ASKED, room))
    if (asked.length === 0) return []
    const still = await api.tickets({ ...this.#query(), filter: `${this.filter} ${asked.join(',')}` })
    const kept = new Set(still.items.map(({ id }) => id))
    return asked.filter((id) => !kept.has(id))
  }
}

/** What is wrong with words of a filter. */
function faultsOf(failed: Failure): FieldProblem[] {
  return failed instanceof Problem ? failed.errors.filter(({ field }) => field === 'filter') : []
}

/** What queues are ordered by, newest first. */
function activity(ticket: TicketSummary): string {
  return ticket.last_message_at ?? ticket.updated_at
}

export const inbox = new Inbox()
