/** The tickets that the next act is about: those selected in the list, else the one that is open. */

import { inbox } from './inbox.svelte'
import type { TicketSummary } from './types'

/** As many as one act takes. */
export const MOST_SELECTED = 500

class Selection {
  ids: ReadonlySet<string> = $state.raw(new Set())
  /** The ticket in the thread. */
  open: TicketSummary | undefined = $state.raw()
  size = $derived(this.ids.size)
  /** Where a range begins that is drawn with Shift. */
  anchor: string | undefined
  /** Its act is done, or it was made by the key of one. */
  #isDone = false

  has(id: string): boolean {
    return this.ids.has(id)
  }

  set(id: string, selected: boolean) {
    const ids = new Set(this.ids)
    if (!selected) ids.delete(id)
    else if (ids.size < MOST_SELECTED) ids.add(id)
    this.ids = ids
    this.anchor = id
    this.#isDone = false
  }

  /** Selects the row that the key of an act was pressed on. */
  forOneAct(id: string) {
    this.set(id, true)
    this.done()
  }

  /** What it was made for is done. */
  done() {
    this.#isDone = true
  }

  /** A ticket is opened: whoever still selects goes on with that, and whoever is done goes on with the ticket. */
  turnTo() {
    if (this.#isDone) this.clear()
  }

  toggle(id: string) {
    this.set(id, !this.has(id))
  }

  add(more: readonly string[]) {
    this.ids = new Set([...this.ids, ...more].slice(0, MOST_SELECTED))
    this.#isDone = false
  }

  /** Selects exactly these. */
  only(ids: readonly string[]) {
    this.ids = new Set(ids.slice(0, MOST_SELECTED))
    this.#isDone = false
  }

  /** Forgets what the list no longer has: nobody acts on what cannot be found again. */
  keep(known: ReadonlySet<string>) {
    const ids = [...this.ids].filter((id) => known.has(id))
    if (ids.length < this.ids.size) this.ids = new Set(ids)
  }

  clear() {
    if (this.ids.size > 0) this.ids = new Set()
    this.anchor = undefined
  }

  /** The selected rows as they are known now: those that are loaded in the order of the list, behind those that are not any more. */
  get rows(): TicketSummary[] {
    return [...inbox.aside.values(), ...inbox.rows].filter((row) => this.ids.has(row.id))
  }

  /** What an act is about. */
  get targets(): TicketSummary[] {
    if (this.ids.size > 0) return this.rows
    const { open } = this
    if (!open) return []
    // The list hears of one's own acts at once, the open ticket with the next news.
    const row = inbox.row(open.id)
    return [row && row.version > open.version ? row : open]
  }
}

export const selection = new Selection()
inbox.isChosen = (id) => selection.has(id)
