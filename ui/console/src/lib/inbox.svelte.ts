/**
 * The list of a queue. Rows never move by themselves: what came in waits behind "4 new", what left stays, muted. Of a long one only a
 * stretch is here (stretch.ts): pages come at both ends as they are needed, and those that are far go.
 */

import { api, type TicketQuery } from './api'
import { live } from './live.svelte'
import { ticketsOf } from './live/tickets'
import type { Frame } from './live/machine'
import { failure, Problem, type Failure, type FieldProblem } from './problem'
import { belongs, counted, TEAM_QUEUE, update, usualSort, VIEW_QUEUE } from './queue'
import { savedViews } from './saved-views.svelte'
import { session } from './session.svelte'
import {
  begun,
  ended,
  idsOf,
  indexOf,
  isWhole,
  leapt,
  letGo,
  NOTHING,
  rewritten,
  rowsOf,
  unseenAbove,
  wayDown,
  wayTo,
  wayUp,
  withNext,
  withPrevious,
  type Stretch,
} from './stretch'
import type { PageBothWays, Queue, QueueName, SavedView, TicketSort, TicketSummary } from './types'

/** A busy desk says much; the list is asked for at most once in this time. */
const REFRESH_MS = 1_000
const PAGE_ROWS = 50
/** Rows that stay when pages are let go: more than any screen shows with what is loaded ahead. */
const KEPT_ROWS = 300
/** Rows of one question where many are wanted at once. */
const MANY_ROWS = 100
/** What the server takes of a filter, and how many numbers of tickets one question asks of. */
const FILTER_CHARS = 500
const ASKED = 20
/** Words that hold or not as time goes by, with nothing happening. */
const OF_TIME = /(^|\s)-?(age|waiting|created|updated)[:<>=：＜＞＝≤≥]/
const TIME_MS = 30_000

export type Way = 'up' | 'down'
type TicketPage = PageBothWays<TicketSummary>

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
  /** How much of the list was seen, and what of it is loaded. */
  stretch: Stretch<TicketSummary> = $state.raw(NOTHING)
  /** What is loaded. */
  rows: TicketSummary[] = $derived(rowsOf(this.stretch))
  /** All that was seen, in the order of the list. */
  ids: string[] = $derived(idsOf(this.stretch))
  /** Rows that were chosen and are not loaded any more. */
  aside: ReadonlyMap<string, TicketSummary> = $state.raw(new Map())
  /** Whether a row is chosen: the selection says so. */
  isChosen: (id: string) => boolean = () => false
  /** Hears of known tickets in which a customer has written since they were read. */
  came: (tickets: readonly string[]) => void = () => undefined
  /** Counts how often the list was begun at its top. */
  started = $state(0)
  /** Counts how often it was taken up at its end. */
  ended = $state(0)
  /** How many rows it had then, where the desk knows. */
  #total: number | undefined = $state()
  /** Where the keyboard is, and the row at the top of what was looked at: whoever comes back lands there. */
  at: string | undefined = $state()
  place: { id: string; by: number } | undefined
  /** Tickets that belong in the list and are not in it yet. */
  incoming: string[] = $state.raw([])
  loading = $state(false)
  slow = $state(false)
  /** Where a page is on its way. */
  growing: Way | undefined = $state()
  /** Where one did not come. */
  cut: { way: Way; error: Failure } | undefined = $state.raw()
  error: Failure | undefined = $state.raw()
  counts: Queue[] = $state.raw([])
  /** Rows that the filter no longer lets through. */
  #gone: ReadonlySet<string> = $state.raw(new Set())
  #stale = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #run = 0
  /** The latest activity that the list has been ordered by. */
  #newest = 0
  #grows: Promise<void> | undefined

  listen(): () => void {
    void this.count()
    const stop = live.listen({ onFrame: (frame) => this.#heard(frame), onResync: () => this.#soon() })
    const stopLive = live.whenLive(() => {
      this.cut = undefined
      this.#soon()
    })
    const clock = setInterval(() => OF_TIME.test(this.filter) && this.#soon(), TIME_MS)
    return () => {
      stop()
      stopLive()
      clearInterval(clock)
      clearTimeout(this.#timer)
    }
  }

  /** A row that is known, loaded or not. */
  row(id: string): TicketSummary | undefined {
    return this.rows.find((row) => row.id === id) ?? this.aside.get(id)
  }

  /** Whether there is more of the list than is loaded. */
  get hasMore(): boolean {
    return wayUp(this.stretch) !== undefined || wayDown(this.stretch) !== undefined
  }

  /** Whether the list goes on behind all that was seen. */
  get goesOn(): boolean {
    return this.stretch.parts.at(-1)?.next !== undefined
  }

  /** How many rows the list has; undefined while its ends were not seen. */
  get size(): number | undefined {
    return isWhole(this.stretch) ? this.ids.length : undefined
  }

  /** How many rows stand above those that were seen; undefined where nobody knows. */
  get above(): number | undefined {
    return unseenAbove(this.stretch, this.#total)
  }

  /** How many rows the list is told to have: as far as they were seen, or counted when it was taken up at its end. */
  get told(): number | undefined {
    if (this.size !== undefined) return this.size
    const { above } = this
    // From its top on it goes on for nobody knows how long.
    return above === undefined || above === 0 ? undefined : above + this.ids.length
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
    const isBack = this.queue === queue
    if (!isBack) {
      this.#forget()
      this.incoming = []
      this.faults = []
      this.queue = queue
      this.wanted = undefined
      if (queue.startsWith(VIEW_QUEUE) && !savedViews.known) await savedViews.load()
      if (this.queue !== queue) return
      this.reset()
      this.opened += 1
    }
    if (this.isMissing) return
    // Whoever comes back from elsewhere finds the rows anew, at the place where they were.
    if (!isBack || !this.place) return await this.load()
    await this.load(this.filter, this.sort, Math.max(0, indexOf(this.stretch, this.place.id)))
  }

  #forget() {
    this.stretch = NOTHING
    this.aside = new Map()
    this.place = undefined
    this.cut = undefined
  }

  /** The words and the order that the queue comes with. */
  reset() {
    this.filter = this.view?.filter ?? ''
    this.sort = this.view?.sort ?? usualSort(this.queue)
    this.faults = []
  }

  /** Shows the tickets that speak of this value, in whatever form it is written; nothing for the queue again. */
  async find(value: string | undefined): Promise<void> {
    this.#forget()
    this.wanted = value
    await this.load()
  }

  /** Narrows by these words, if they mean something; else says what is wrong and leaves the list as it is. */
  async apply(filter: string, sort = this.sort): Promise<void> {
    this.wanted = undefined
    await this.load(filter.trim(), sort)
  }

  /** Begins the list at its top, or loads a page of it anew and keeps the place. */
  async load(filter = this.filter, sort = this.sort, page?: number): Promise<void> {
    const run = ++this.#run
    const isSame = filter === this.filter && sort === this.sort
    const way = page === undefined ? {} : wayTo(this.stretch, page)
    this.loading = true
    const patience = setTimeout(() => {
      if (run === this.#run) this.slow = this.rows.length === 0
    }, 200)
    try {
      const answer = await api.tickets({ ...this.#query(filter, sort), ...way })
      if (run !== this.#run) return
      this.filter = filter
      this.sort = sort
      this.faults = []
      this.error = this.cut = undefined
      // What is asked for without a way is the top of the list.
      if (page !== undefined && Object.keys(way).length > 0) {
        if (answer.items.length === 0) return await this.load(filter, sort)
        this.#keep(leapt(this.stretch, page, answer))
        return
      }
      this.#show(answer, isSame)
      this.incoming = []
      if (page === undefined) this.started += 1
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

  /** Loads the page before or behind, and lets go what is far at the other end. */
  async grow(way: Way): Promise<void> {
    const cursor = way === 'down' ? wayDown(this.stretch) : wayUp(this.stretch)
    if (cursor === undefined) return
    if (way === 'down') {
      await this.#take(way, { cursor }, (page) => letGo(withNext(this.stretch, page), 'top', KEPT_ROWS))
    } else {
      await this.#take(way, { before: cursor }, (page) => letGo(withPrevious(this.stretch, page), 'bottom', KEPT_ROWS))
    }
  }

  /** Loads a page that was let go, wherever it is. */
  async leap(index: number): Promise<void> {
    const way = index < this.stretch.from ? 'up' : 'down'
    let isGone = false
    await this.#take(way, wayTo(this.stretch, index), (page) => {
      isGone = page.items.length === 0
      return isGone ? this.stretch : leapt(this.stretch, index, page)
    })
    // The list has become shorter than that: it is begun again.
    if (isGone) await this.load()
  }

  /** Loads the end of the list, however much of it is between. */
  async toEnd(): Promise<void> {
    const run = this.#run
    const total = this.goesOn ? await this.#count() : undefined
    if (run !== this.#run) return
    while (this.#grows) await this.#grows
    const { parts, until } = this.stretch
    if (this.goesOn) {
      await this.#take('down', { last: true }, (page) => {
        this.ended += 1
        // A list of moderate length is counted with its end, whatever it is narrowed by; a long queue of the desk's own all the time.
        this.#total = page.total ?? total
        return ended(this.stretch, page)
      })
    } else if (until < parts.length) {
      await this.leap(parts.length - 1)
    }
  }

  /** Loads the page that a row was on. */
  async bring(id: string): Promise<void> {
    const index = indexOf(this.stretch, id)
    if (index !== -1 && !this.rows.some((row) => row.id === id)) await this.leap(index)
  }

  /** One page at a time; whoever asks for another one meanwhile waits for this one and asks again. */
  #take(way: Way, from: TicketQuery, put: (page: TicketPage) => Stretch<TicketSummary>): Promise<void> {
    if (this.loading) return Promise.resolve()
    this.#grows ??= this.#taken(way, from, put).finally(() => (this.#grows = undefined))
    return this.#grows
  }

  async #taken(way: Way, from: TicketQuery, put: (page: TicketPage) => Stretch<TicketSummary>): Promise<void> {
    const run = this.#run
    this.growing = way
    this.cut = undefined
    try {
      const page = await api.tickets({ ...this.#query(), ...from })
      if (run === this.#run) this.#keep(put(page))
    } catch (error) {
      if (run === this.#run) this.cut = { way, error: failure(error) }
    } finally {
      this.growing = undefined
    }
  }

  /** The first rows of the list, however many of them are loaded; they are kept if they are chosen next. */
  async first(most: number): Promise<string[]> {
    const rows = new Map<string, TicketSummary>()
    let cursor: string | null | undefined
    do {
      const page = await api.tickets({ ...this.#query(), limit: MANY_ROWS, ...(cursor ? { cursor } : {}) })
      page.items.forEach((row) => rows.set(row.id, row))
      cursor = page.next_cursor
    } while (cursor && rows.size < most)
    const first = [...rows.values()].slice(0, most)
    this.lay(first)
    return first.map(({ id }) => id)
  }

  /** Looks up those of these rows that were let go; they are kept if they are chosen next. */
  async gather(ids: readonly string[]): Promise<void> {
    const wanted = new Set(ids.filter((id) => !this.row(id)))
    for (const [index, part] of this.stretch.parts.entries()) {
      if (!part.ids.some((id) => wanted.has(id))) continue
      const page = await api.tickets({ ...this.#query(), ...wayTo(this.stretch, index) })
      this.lay(page.items.filter(({ id }) => wanted.has(id)))
    }
  }

  /** Keeps rows that are not loaded, for as long as they are chosen. */
  lay(rows: readonly TicketSummary[]) {
    const loaded = new Set(this.rows.map(({ id }) => id))
    this.aside = new Map([...this.aside, ...rows.filter(({ id }) => !loaded.has(id)).map((row) => [row.id, row] as const)])
  }

  /** Has this much of the list from now on. What was chosen and goes is kept aside. */
  #keep(stretch: Stretch<TicketSummary>, isKept = (_: TicketSummary) => true) {
    const before = [...this.aside.values(), ...this.rows]
    this.stretch = stretch
    this.aside = new Map()
    this.lay(before.filter((row) => this.isChosen(row.id) && isKept(row)))
    if (this.incoming.length === 0) return
    const seen = new Set(this.ids)
    this.incoming = this.incoming.filter((id) => !seen.has(id))
  }

  /** Writes what is known now into a row. */
  know(ticket: TicketSummary) {
    this.#write([ticket])
  }

  #write(fresh: TicketSummary[]) {
    this.stretch = rewritten(this.stretch, (rows) => update(rows, fresh))
    if (!fresh.some(({ id }) => this.aside.has(id))) return
    this.aside = new Map(update([...this.aside.values()], fresh).map((row) => [row.id, row]))
  }

  /** How many rows the list has by now; undefined where the desk does not count it. */
  async #count(): Promise<number | undefined> {
    if (this.queue === undefined || this.wanted !== undefined || this.filter !== '') return undefined
    if (counted(this.queue, this.counts) === undefined) return undefined
    await this.count()
    return counted(this.queue, this.counts)
  }

  async count(): Promise<void> {
    try {
      this.counts = await api.queues()
    } catch {
      // The list itself says what is wrong; a missing number is not a second alarm.
    }
  }

  /** A list that is the same as before keeps what was chosen in it, but for what has left it. */
  #show(page: TicketPage, isSame = true) {
    this.#keep(begun(page), (row) => isSame && !this.left(row))
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
    const isComplete = this.size !== undefined
    try {
      const page = await api.tickets(this.#query())
      if (run !== this.#run) return
      if (this.rows.length === 0) {
        this.#show(page)
        return
      }
      const inPage = new Set(page.items.map((row) => row.id))
      const here = [...this.aside.values(), ...this.rows]
      const beyond = here.filter((row) => stale.has(row.id) && !inPage.has(row.id)).slice(0, PAGE_ROWS)
      const [others, gone] = await Promise.all([
        Promise.allSettled(beyond.map((row) => api.ticket(row.id))),
        this.#lost(beyond.map((row) => row.id)),
      ])
      if (run !== this.#run) return
      const known = new Set(this.ids)
      const fresh = others.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      const before = new Map(here.map((row) => [row.id, row]))
      const told = [...page.items, ...fresh]
      this.came(told.filter((row) => row.unread && before.get(row.id)?.unread === false).map(({ id }) => id))
      this.#write(told)
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
