/** Runs one act on many tickets in slices, tells how far it is and what was left alone, and turns it back. */

import { api } from './api'
import { changed, isFine, slices, type BulkItem, type TicketAct, type TicketUndo } from './bulk'
import { directory } from './directory.svelte'
import { say } from './failures'
import { t } from './i18n.svelte'
import { inbox } from './inbox.svelte'
import { failure, isTransient, type Failure } from './problem'
import { uniqueKey } from './random'
import { selection } from './selection.svelte'
import { toasts } from './toasts.svelte'
import type { LinkKind, TicketSummary } from './types'
import { undo, type Offer } from './undo.svelte'

/** Pauses before a slice is sent again whose answer did not come; its key makes that harmless. */
const PAUSES_MS = [1_000, 3_000]
/** How long what was done can be turned back from the keyboard. */
const UNDO_MS = 60_000
/** Rows of one breath that are asked for anew after they were found changed. */
const REFRESHED = 50

/** A ticket that was left alone, and why. */
export interface Left {
  row: TicketSummary
  outcome: BulkItem['outcome'] | 'unsent'
  /** More than the outcome says. */
  why?: string
  item?: BulkItem
}

export interface Undoable {
  row: TicketSummary
  undo: TicketUndo
}

export interface Report {
  title: string
  done: number
  /** How many were so already. */
  unchanged: number
  total: number
  left: Left[]
  undo: Undoable[]
}

/** Sends one slice, under a key that makes sending it again harmless. */
type Send = (part: TicketSummary[], key: string) => Promise<BulkItem[]>

class Bulk {
  running: { title: string; done: number; total: number } | undefined = $state()
  /** What is told of an act that left tickets alone. */
  report: Report | undefined = $state.raw()
  #stopped = false

  /** Does the act to these rows as they are shown, from the versions that are shown. `words` says it of so many tickets. */
  async run(act: TicketAct, rows: readonly TicketSummary[], words: (count: number) => string): Promise<void> {
    const send = (part: TicketSummary[], key: string) =>
      api.actOnTickets({ tickets: part.map(({ id, version }) => ({ id, version })), act }, key)
    await this.#act(rows, send, words)
    if ('tags' in act) void directory.refresh()
  }

  /** Lets these rows go on in a ticket of the same customer. */
  async merge(rows: readonly TicketSummary[], into: string): Promise<void> {
    const send = (part: TicketSummary[], key: string) =>
      api.mergeTickets({ tickets: part.map(({ id, version }) => ({ id, version })), into }, key)
    await this.#act(rows, send, (count) => t('bulk-merged', { count, into }))
  }

  /** Says of each of these rows what another ticket is to it, whatever happened to them meanwhile. */
  async link(rows: readonly TicketSummary[], other: string, kind: LinkKind): Promise<void> {
    const send = (part: TicketSummary[], key: string) =>
      api.linkManyTickets({ tickets: part.map(({ id }) => id), other, kind }, key)
    await this.#act(rows, send, (count) => t('linking-done-many', { count, other }))
  }

  /** Takes no more slices; what is on its way is told as it ends. */
  stop() {
    this.#stopped = true
  }

  async undo(steps: readonly Undoable[]): Promise<void> {
    if (steps.length === 0 || this.#isBusy()) return
    const back = new Map(steps.map((step) => [step.row.id, step.undo]))
    const words = (count: number) => t('bulk-undone', { count })
    const answers = await this.#sliced(steps.map(({ row }) => row), t('bulk-undoing'), (part, key) =>
      api.undoActOnTickets({ tickets: part.flatMap(({ id }) => ({ id, undo: back.get(id)! })) }, key),
    )
    await this.#tell(answers, words)
  }

  /** One act after the other; whoever asks for the next one too early is told. */
  #isBusy(): boolean {
    if (this.running) toasts.show(t('bulk-busy'))
    return this.running !== undefined
  }

  async #act(rows: readonly TicketSummary[], send: Send, words: (count: number) => string): Promise<void> {
    if (rows.length === 0 || this.#isBusy()) return
    await undo.during(async (offer) => {
      const answers = await this.#sliced(rows, t('bulk-running', { count: rows.length }), send)
      await this.#tell(answers, words, offer)
    })
  }

  async #sliced(rows: readonly TicketSummary[], title: string, send: Send): Promise<Left[]> {
    selection.done()
    this.#stopped = false
    this.report = undefined
    this.running = { title, done: 0, total: rows.length }
    const answers: Left[] = []
    try {
      for (const part of slices(rows)) {
        const key = uniqueKey()
        const items = this.#stopped ? t('bulk-stopped') : await this.#once(() => send(part, key))
        part.forEach((row, at) => {
          const item = typeof items === 'string' ? undefined : items[at]
          if (!item) answers.push({ row, outcome: 'unsent', ...(typeof items === 'string' ? { why: items } : {}) })
          else answers.push({ row: this.#know(row, item), outcome: item.outcome, item })
        })
        this.running.done += part.length
      }
    } finally {
      this.running = undefined
    }
    return answers
  }

  /** The answers of a slice, or why none came. */
  async #once(send: () => Promise<BulkItem[]>): Promise<BulkItem[] | string> {
    for (const pause of [...PAUSES_MS, undefined]) {
      let known: Failure
      try {
        return await send()
      } catch (error) {
        known = failure(error)
      }
      if (pause === undefined || !isTransient(known)) return say(known)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    return ''
  }

  #know(row: TicketSummary, item: BulkItem): TicketSummary {
    const now = inbox.row(row.id) ?? row
    const next = changed(now, item, {
      statuses: directory.everyStatus,
      people: directory.staff,
      teams: directory.teams,
    })
    inbox.know(next)
    return next
  }

  async #tell(
    answers: readonly Left[],
    words: (count: number) => string,
    offer?: Offer,
  ): Promise<void> {
    const left = answers.filter(({ item }) => !item || !isFine(item))
    const done = answers.filter(({ outcome }) => outcome === 'done')
    const steps = offer ? done.flatMap(({ row, item }) => (item?.undo ? [{ row, undo: item.undo }] : [])) : []
    const run = steps.length > 0 ? offer?.(() => this.undo(steps), UNDO_MS) : undefined
    const action = run ? { action: { label: t('undo'), run } } : {}
    if (left.length === 0) {
      toasts.show(done.length === 0 ? t('bulk-nothing', { count: answers.length }) : words(done.length), action)
      return
    }
    await refresh(left)
    const unchanged = answers.filter(({ outcome }) => outcome === 'unchanged').length
    this.report = { title: words(done.length), done: done.length, unchanged, total: answers.length, left, undo: steps }
  }

  /** Puts the report away. */
  close() {
    this.report = undefined
  }
}

/** What was changed by somebody else is shown as it is now, before anybody decides about it again. */
async function refresh(left: readonly Left[]): Promise<void> {
  const moved = left.filter(({ outcome }) => outcome === 'changed').slice(0, REFRESHED)
  const fresh = await Promise.allSettled(moved.map(({ row }) => api.ticket(row.id)))
  for (const one of fresh) if (one.status === 'fulfilled') inbox.know(one.value)
}

export const bulk = new Bulk()
