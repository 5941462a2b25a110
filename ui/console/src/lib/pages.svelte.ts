import { failure, type Failure } from './problem'
import type { Page } from './types'

/** A list that comes in pages and grows at its end. */
export class Pages<T extends { id: string }> {
  items: T[] = $state.raw([])
  cursor: string | null | undefined = $state()
  loaded = $state(false)
  loading = $state(false)
  slow = $state(false)
  error: Failure | undefined = $state.raw()
  readonly #fetch: (cursor?: string) => Promise<Page<T>>
  #run = 0
  /** Where the page begins that was asked for last. */
  #asked: string | undefined

  constructor(fetch: (cursor?: string) => Promise<Page<T>>) {
    this.#fetch = fetch
  }

  async load(): Promise<void> {
    const run = ++this.#run
    const patience = setTimeout(() => {
      if (run === this.#run) this.slow = !this.loaded
    }, 200)
    await this.#take(run, undefined)
    clearTimeout(patience)
    if (run === this.#run) this.slow = false
  }

  async more(): Promise<void> {
    if (this.cursor && !this.loading) await this.#take(this.#run, this.cursor)
  }

  /** Asks once more for what could not be had: the whole list, or its next page. */
  retry(): Promise<void> {
    return this.#asked === undefined ? this.load() : this.more()
  }

  async #take(run: number, cursor: string | undefined): Promise<void> {
    this.loading = true
    this.#asked = cursor
    try {
      const page = await this.#fetch(cursor)
      if (run !== this.#run) return
      // A page may be short or empty and still have a next one.
      this.items = cursor === undefined ? page.items : [...this.items, ...page.items]
      this.cursor = page.next_cursor
      this.loaded = true
      this.error = undefined
    } catch (error) {
      if (run === this.#run) this.error = failure(error)
    } finally {
      if (run === this.#run) this.loading = false
    }
  }
}
