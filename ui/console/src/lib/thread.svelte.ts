/** One open ticket: its row, its timeline, and the changes that are made to it here. */

import { afterPaint } from './after-paint'
import { api } from './api'
import { directory } from './directory.svelte'
import { inOrder } from './evidence'
import { inbox } from './inbox.svelte'
import { live } from './live.svelte'
import { ticketsOf } from './live/tickets'
import { failure, Problem, type Failure } from './problem'
import { merge } from './timeline'
import type { Evidence, Sent, Status, TicketSummary, TimelineItem } from './types'

/** A mail that is on its way is looked at again after this: its leaving is nothing that is told live. */
const LOOK_AGAIN_MS = 3_000
/** Looks at one that does not leave; what waits for a server that is down may wait for hours. */
const MOST_LOOKS = 20

/** Pages of one timeline; more than this is a ticket that nobody reads from top to bottom. */
const MOST_PAGES = 40

type Field = 'status' | 'priority' | 'assignment'

export class Thread {
  readonly id: string
  ticket: TicketSummary | undefined = $state.raw()
  items: TimelineItem[] = $state.raw([])
  /** All of the ticket as it is now; what a message of the timeline says of itself may be older. */
  evidence: Evidence[] = $state.raw([])
  /** What the customer was sent. */
  sent: Sent[] = $state.raw([])
  error: Failure | undefined = $state.raw()
  /** The file that is looked at. */
  preview: string | undefined = $state()
  slow = $state(false)
  loaded = $state(false)
  #timer: ReturnType<typeof setTimeout> | undefined
  #lookTimer: ReturnType<typeof setTimeout> | undefined
  #looks = 0
  /** How far the server has been told that this was read. */
  #read = 0
  /** What went on in it when its timeline was read. */
  #joined: string | undefined
  #stop: (() => void)[] = []
  /** Nobody looks at it any more. */
  #left = false

  constructor(id: string) {
    this.id = id
    const row = inbox.row(id)
    if (row) this.ticket = row
  }

  /** Loads and follows until the answered function is called. */
  open(): () => void {
    const patience = setTimeout(() => (this.slow = !this.loaded), 200)
    this.#left = false
    void this.load()
    const soon = () => this.#soon()
    // What came while the page was out of sight is read when somebody looks again.
    const look = () => this.#markRead()
    document.addEventListener('visibilitychange', look)
    this.#looks = 0
    this.#stop = [
      live.listen({ onFrame: (frame) => ticketsOf(frame).includes(this.id) && soon(), onResync: soon }),
      live.whenLive(soon),
    ]
    return () => {
      this.#left = true
      document.removeEventListener('visibilitychange', look)
      clearTimeout(patience)
      clearTimeout(this.#timer)
      clearTimeout(this.#lookTimer)
      this.#looks = MOST_LOOKS
      this.#stop.forEach((stop) => stop())
    }
  }

  async load(): Promise<void> {
    try {
      const timeline = this.#loadTimeline()
      const asked = api.ticket(this.id)
      // What fails first is told; the rest of it is no other failure.
      asked.catch(() => undefined)
      const [evidence, sent] = await Promise.all([api.evidence(this.id), api.sent(this.id), timeline, this.ticket ?? asked])
      const show = () => {
        this.evidence = inOrder(evidence, this.items)
        this.#know(sent)
        this.loaded = true
      }
      const isFirst = this.#joined === undefined
      // What the list says of it is enough to read its messages by.
      if (isFirst && this.ticket) show()
      const ticket = await asked
      const joined = ticket.merged.join(' ')
      // What comes in with another ticket stands among what is here; what goes with it is gone.
      if (!isFirst && joined !== this.#joined) await this.#loadTimeline(true)
      this.#joined = joined
      if (!isFirst || !this.loaded) show()
      this.#take(ticket)
      this.error = undefined
      afterPaint(() => this.#markRead())
    } catch (error) {
      this.error = failure(error)
      // What the list says of it is not enough to go on with.
      if (this.#joined === undefined) this.loaded = false
    } finally {
      this.slow = false
    }
  }

  #know(sent: Sent[]) {
    const waits = (all: Sent[]) => all.filter((one) => one.state === 'queued').length
    if (waits(sent) > waits(this.sent)) this.#looks = 0
    this.sent = sent
    clearTimeout(this.#lookTimer)
    if (this.#left || waits(sent) === 0 || this.#looks >= MOST_LOOKS) return
    this.#looks += 1
    this.#lookTimer = setTimeout(() => {
      api.sent(this.id).then(
        (fresh) => this.#know(fresh),
        // The next event or the next visit looks again.
        () => undefined,
      )
    }, LOOK_AGAIN_MS)
  }

  #soon() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.load()
    }, 150)
  }

  #take(ticket: TicketSummary) {
    if (this.ticket && ticket.version < this.ticket.version) return
    this.ticket = ticket
    inbox.know(ticket)
  }

  /** What is known already changed: something of it was erased. */
  async loadAnew(): Promise<void> {
    try {
      await this.#loadTimeline(true)
    } catch (error) {
      this.error = failure(error)
      return
    }
    await this.load()
  }

  /** From the beginning once, later what came after the last thing known of its own chain. */
  async #loadTimeline(anew = false): Promise<void> {
    const isFirst = this.items.length === 0
    let items = anew ? [] : this.items
    let from: { after: number } | { cursor: string } = { after: items.findLast(({ origin }) => !origin)?.seq ?? 0 }
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const part: Awaited<ReturnType<typeof api.timeline>> = await api.timeline(this.id, from)
      if (!anew && !isFirst && part.items.some(rewrites)) return this.#loadTimeline(true)
      items = merge(items, part.items)
      if (!anew || !part.next_cursor) this.items = items
      if (!part.next_cursor) return
      from = { cursor: part.next_cursor }
    }
    this.items = items
  }

  /** What is open in front of somebody is read. */
  #markRead() {
    const ticket = this.ticket
    if (this.#left || !ticket || ticket.version <= this.#read || document.visibilityState !== 'visible') return
    this.#read = ticket.version
    api.markRead(this.id, ticket.version).then(
      () => {
        const ticket = this.ticket
        if (!ticket) return
        // What mentions its reader may stand in what goes on in it.
        if (ticket.mention_unread || ticket.merged.length > 0) void inbox.count()
        if (!ticket.unread && !ticket.mention_unread) return
        this.ticket = { ...ticket, unread: false, mention_unread: false }
        inbox.know(this.ticket)
      },
      () => {
        this.#read = 0
      },
    )
  }

  /** As before anybody here opened it, until it is opened again. */
  async makeUnread(): Promise<Failure | undefined> {
    // Nothing that is under way here has it read once more.
    const before = this.#read
    this.#read = Number.POSITIVE_INFINITY
    try {
      await api.markRead(this.id, 0)
    } catch (error) {
      this.#read = before
      return failure(error)
    }
    if (this.ticket) inbox.know({ ...this.ticket, unread: true })
    return undefined
  }

  setStatus(status: Status): Promise<Failure | undefined> {
    return this.#change('status', (version) => api.setStatus(this.id, status.id, version))
  }

  setPriority(priority: TicketSummary['priority']): Promise<Failure | undefined> {
    return this.#change('priority', (version) => api.setPriority(this.id, priority, version))
  }

  assign(to: { assignee_id?: string | null; team_id?: string | null }): Promise<Failure | undefined> {
    const whole = {
      assignee_id: to.assignee_id === undefined ? (this.ticket?.assignee?.id ?? null) : to.assignee_id,
      team_id: to.team_id === undefined ? (this.ticket?.team?.id ?? null) : to.team_id,
    }
    return this.#change('assignment', (version) => api.assign(this.id, whole, version))
  }

  /** Adds what is recognised in a text; a refusal is for the field that it was typed in. */
  async addEvidence(text: string): Promise<void> {
    await api.addEvidence(this.id, text)
    await this.load()
  }

  async correctEvidence(id: string, change: { value: string } | { network: string }): Promise<void> {
    await api.changeEvidence(this.#homeOf(id), id, change)
    await this.load()
  }

  async removeEvidence(id: string): Promise<void> {
    await api.removeEvidence(this.#homeOf(id), id)
    await this.load()
  }

  /** The ticket that a piece of evidence is of: this one, or one that goes on in it. */
  #homeOf(id: string): string {
    return this.evidence.find((one) => one.id === id)?.origin ?? this.id
  }

  async toggleTag(tag: string): Promise<Failure | undefined> {
    const has = this.ticket?.tags.includes(tag) ?? false
    try {
      await (has ? api.removeTag(this.id, tag) : api.addTag(this.id, tag))
      if (!directory.tags.some(({ name }) => name === tag)) void directory.refresh()
      await this.load()
      return undefined
    } catch (error) {
      return failure(error)
    }
  }

  /**
   * Makes a change from the version that is shown. When the ticket has moved on but not in this respect, as when the
   * customer wrote a line meanwhile, the change still means what the agent meant and is made once more.
   */
  async #change(field: Field, make: (version: number) => Promise<unknown>): Promise<Failure | undefined> {
    const before = this.ticket
    if (!before) return undefined
    try {
      await make(before.version)
    } catch (error) {
      const known = failure(error)
      if (!(known instanceof Problem) || known.status !== 412) return known
      await this.load()
      if (!this.ticket || shown(this.ticket, field) !== shown(before, field)) return known
      try {
        await make(this.ticket.version)
      } catch (again) {
        return failure(again)
      }
    }
    await this.load()
    return undefined
  }
}

/** What is known already is hidden, gone, or stands elsewhere from now on. */
const REWRITING = new Set(['log.erased', 'ticket.message_masked', 'ticket.file_masked', 'ticket.split_off', 'ticket.taken_back', 'ticket.given_back'])

/** Something that changed messages which are known already. */
function rewrites(item: TimelineItem): boolean {
  return item.type === 'event' && REWRITING.has(item.kind)
}

function shown(ticket: TicketSummary, field: Field): string {
  switch (field) {
    case 'status':
      return ticket.status.id
    case 'priority':
      return ticket.priority
    case 'assignment':
      return `${ticket.assignee?.id} ${ticket.team?.id}`
  }
}
