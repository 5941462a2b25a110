/** A ticket that a dialog asks for: one of those that are known already, or any that is found by its words or its number. */

import { api, type TicketQuery } from './api'
import { say } from './failures'
import { failure } from './problem'
import { matches, ticketNumber } from './queue'
import type { TicketSummary } from './types'

/** More than this are found by their words. */
export const MOST_SHOWN = 20
/** How long words may still be growing before they are asked for. */
const CALM_MS = 200

export class TicketSearch {
  text = $state('')
  active = $state(0)
  error: string | undefined = $state()
  #known: TicketSummary[] = $state.raw([])
  #found: TicketSummary[] = $state.raw([])
  #loading = $state(true)
  #looking = $state(false)
  readonly #asked: readonly TicketSummary[]
  readonly #isChoice: (row: TicketSummary, isNamed: boolean) => boolean

  #number = $derived(ticketNumber(this.text))
  choices: TicketSummary[] = $derived.by(() => {
    const mine = this.#number === undefined ? this.#known.filter((row) => matches(row, this.text)) : []
    const all = new Map([...mine, ...this.#found].map((row) => [row.id, row]))
    return [...all.values()].filter((row) => this.#isChoice(row, this.#number !== undefined)).slice(0, MOST_SHOWN)
  })
  chosen: TicketSummary | undefined = $derived.by(() => this.choices[Math.min(this.active, this.choices.length - 1)])
  /** More may come. */
  waiting = $derived(this.#loading || this.#looking)

  /** Several that are asked about may be chosen among themselves; `isChoice` hears whether a row was named by its number. */
  constructor(asked: readonly TicketSummary[], text: string | undefined, isChoice: (row: TicketSummary, isNamed: boolean) => boolean) {
    this.#asked = asked
    this.#isChoice = isChoice
    this.text = text ?? ''
    if (asked.length > 1) this.#known = [...asked]
  }

  /** Loads those that are wanted most. */
  async know(query: TicketQuery): Promise<void> {
    try {
      const { items } = await api.tickets(query)
      this.#known = [...this.#known, ...items.filter((row) => !this.#asked.some((one) => one.id === row.id))]
    } catch (caught) {
      this.error = say(failure(caught))
    }
    this.#loading = false
  }

  /** Looks for what is typed, among all that `within` leaves. Call inside `$effect`. */
  look(within: TicketQuery = {}): (() => void) | undefined {
    const [words, number] = [this.text.trim(), this.#number]
    this.#found = []
    this.#looking = words !== ''
    if (words === '') return undefined
    const ask = new AbortController()
    const timer = setTimeout(() => {
      const search: Promise<TicketSummary[]> = number
        ? api.ticket(number, ask.signal).then((ticket) => [ticket])
        : api.tickets({ ...within, filter: words, limit: MOST_SHOWN }, ask.signal).then(({ items }) => items)
      search.then(
        (items) => {
          this.#found = items
          this.#looking = false
        },
        // Half a word may be no filter, and half a number no ticket: what is known already is still there.
        () => (this.#looking = false),
      )
    }, CALM_MS)
    return () => {
      clearTimeout(timer)
      ask.abort()
    }
  }
}
