/** Which tickets of suspected theft are news, and when the next tone may sound. */

/** Numbers of tickets in one question: a filter is of a limited length. */
export const ASKED = 20
/** How they are asked for: by the mark of risk, and by the category that customers choose when their account was taken. */
export const SUSPECTED: readonly { filter: string; category?: string }[] = [
  { filter: 'is:theft is:active' },
  { filter: 'is:active', category: 'theft' },
]
/** Tones are so far apart, however much happens. */
const APART_MS = 5_000

/** How long a tone waits after the one before it. */
export function waitFor(last: number, now: number): number {
  return Math.max(0, last + APART_MS - now)
}

export class Suspects {
  /** What was told, or was suspected before anybody listened. */
  readonly #told = new Set<string>()
  #changed = new Set<string>()
  #knows = false

  /** Whether it is known which ones were suspected before. */
  get knows(): boolean {
    return this.#knows
  }

  /** Whether something changed that was not asked about yet. */
  get waits(): boolean {
    return this.#changed.size > 0
  }

  /** Somebody listens anew: what happened meanwhile is no news. */
  begin() {
    this.#knows = false
    this.#changed = new Set()
  }

  /** All that are suspected as somebody begins to listen. */
  learn(ids: readonly string[]) {
    for (const id of ids) this.#told.add(id)
    this.#knows = true
  }

  /** These changed, and may be suspected by now. One that was told is not asked about again. */
  heard(ids: readonly string[]) {
    for (const id of ids) if (!this.#told.has(id)) this.#changed.add(id)
  }

  /** Those to ask about now; what is more than one question takes waits for the next. */
  take(): string[] {
    const all = [...this.#changed].filter((id) => !this.#told.has(id))
    this.#changed = new Set(all.slice(ASKED))
    return all.slice(0, ASKED)
  }

  /** Of those that are suspected the ones that nobody was told of; from now on they are told. */
  news(ids: readonly string[]): string[] {
    const news = [...new Set(ids)].filter((id) => !this.#told.has(id))
    for (const id of news) this.#told.add(id)
    return news
  }
}
