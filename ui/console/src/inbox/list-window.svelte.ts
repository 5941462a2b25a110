/** Which rows of the list are in the document, and the place that is looked at. */

import { onMount, tick, untrack } from 'svelte'
import { inbox } from '../lib/inbox.svelte'
import { prefs } from '../lib/prefs.svelte'
import type { TicketSummary } from '../lib/types'
import { gap, HEIGHTS, near, needed, placed, placedIn, rowAt, shifted, type Placed } from '../lib/windowing'

/** Pixels above and below what is looked at in which rows are in the document, and in which they are loaded at least. */
const AROUND = 800
const LEAD = 1_200
/** What floats over the first row while there are new ones. */
const PILL = 44

interface Source {
  rows: () => TicketSummary[]
  /** Only some of the rows that are loaded are shown: nothing is before or behind them. */
  isNarrowed: () => boolean
}

export class ListWindow {
  element: HTMLElement | undefined = $state()
  top = $state(0)
  height = $state(0)
  readonly #source: Source
  readonly #heights = $derived(HEIGHTS[prefs.density] ?? HEIGHTS.comfortable)
  readonly placed: Placed = $derived.by(() => {
    const rows = this.#source.rows()
    return this.#source.isNarrowed() ? placed(rows, this.#heights) : placedIn(inbox.stretch, rows, this.#heights)
  })
  readonly #near = $derived(near(this.placed, this.top - AROUND, this.top + this.height + AROUND))
  readonly #first = $derived(this.#near[0])
  readonly #last = $derived(this.#near[1])
  /** Where the keyboard is; from a row that is not loaded any more it goes on at the first one that is seen. */
  readonly at: string | undefined = $derived.by(() => (this.#source.rows().some(({ id }) => id === inbox.at) ? inbox.at : this.first))
  /** The rows of the document by their place, in the order of the list: wherever one looks, that of the keyboard among them. */
  readonly shown: number[] = $derived.by(() => {
    const [first, last] = [this.#first, this.#last]
    const shown = Array.from({ length: last - first }, (_, index) => first + index)
    const pinned = this.at === undefined ? -1 : this.placed.ids.indexOf(this.at)
    if (pinned === -1 || (pinned >= first && pinned < last)) return shown
    return pinned < first ? [pinned, ...shown] : [...shown, pinned]
  })
  /** What is looked at and not loaded. */
  readonly gap = $derived(gap(this.placed, this.#heights, this.top, this.top + this.height))

  /** Call while a component is made: it lives as long. */
  constructor(source: Source) {
    this.#source = source
    let before: Placed | undefined
    let { started, ended } = inbox

    // A row that goes from under the keyboard leaves it in the list.
    $effect.pre(() => {
      const { shown, placed } = this
      untrack(() => {
        const focused = document.activeElement?.closest<HTMLElement>('[data-item]')
        if (!focused || !this.element?.contains(focused)) return
        const stays = shown.some((index) => placed.ids[index] === focused.dataset.item)
        if (!stays) this.element.focus({ preventScroll: true })
      })
    })

    // Whatever comes or goes above, what is looked at stays where it is.
    $effect(() => {
      const now = this.placed
      untrack(() => {
        if (before && before !== now && this.element) {
          const by = shifted(before, now, this.top)
          if (by !== 0) this.#scroll(this.top + by)
        }
        before = now
      })
    })

    // Another list begins at its top; one that was taken up at its end is looked at there.
    $effect(() => {
      if (inbox.started === started) return
      started = inbox.started
      untrack(() => this.#scroll(0))
    })
    $effect(() => {
      if (inbox.ended === ended) return
      ended = inbox.ended
      untrack(() => this.#scroll(this.placed.height))
    })

    $effect(() => {
      const { growing, cut, loading, error } = inbox
      if (growing || cut || loading || error || this.#source.isNarrowed()) return
      const view = { top: this.top, height: this.height, lead: Math.max(LEAD, this.height) }
      const need = needed(inbox.stretch, this.placed, this.#heights, view)
      if (need !== undefined) untrack(() => void (typeof need === 'number' ? inbox.leap(need) : inbox.grow(need)))
    })

    onMount(() => {
      const { place } = inbox
      const index = place ? this.placed.ids.indexOf(place.id) : -1
      if (place && index !== -1) this.#scroll((this.placed.tops[index] ?? 0) + place.by)
    })
  }

  /** The first row that is seen; where none is loaded, the nearest. */
  get first(): string | undefined {
    const { ids } = this.placed
    return ids[Math.min(rowAt(this.placed, this.top), ids.length - 1)]
  }

  /** How many rows one sees at once. */
  get page(): number {
    return Math.max(1, Math.floor(this.height / this.#heights.row) - 1)
  }

  scrolled() {
    if (!this.element) return
    this.top = this.element.scrollTop
    const index = rowAt(this.placed, this.top)
    const id = this.placed.ids[index]
    if (id !== undefined && !this.#source.isNarrowed()) inbox.place = { id, by: this.top - (this.placed.tops[index] ?? 0) }
  }

  /** Scrolls no further than it takes to see the row. */
  async reveal(id: string): Promise<void> {
    // The list may have grown just now, and the document not yet.
    await tick()
    const index = this.placed.ids.indexOf(id)
    if (index === -1 || !this.element) return
    const [from, until] = [this.placed.tops[index] ?? 0, this.placed.tops[index + 1] ?? 0]
    const above = from - (inbox.incoming.length > 0 ? PILL : 0)
    const { scrollTop, clientHeight } = this.element
    if (above < scrollTop) this.#scroll(Math.max(0, above))
    else if (until > scrollTop + clientHeight) this.#scroll(until - clientHeight)
    await tick()
  }

  #scroll(top: number) {
    if (!this.element) return
    this.element.scrollTop = top
    this.top = this.element.scrollTop
  }
}
