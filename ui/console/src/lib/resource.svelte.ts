import { failure, type Failure } from './problem'

/** What a page loads: keeps the old content while refreshing, and shows a skeleton only when it takes longer. */
export class Resource<T> {
  data: T | undefined = $state.raw()
  error: Failure | undefined = $state.raw()
  loading = $state(false)
  /** Nothing to show for 200 ms: time for a skeleton. */
  slow = $state(false)
  readonly #fetch: (signal: AbortSignal) => Promise<T>
  #controller: AbortController | undefined

  constructor(fetch: (signal: AbortSignal) => Promise<T>) {
    this.#fetch = fetch
  }

  async load(): Promise<void> {
    this.#controller?.abort()
    const controller = new AbortController()
    this.#controller = controller
    this.loading = true
    const patience = setTimeout(() => {
      if (this.#controller === controller) this.slow = this.data === undefined
    }, 200)
    try {
      const data = await this.#fetch(controller.signal)
      if (this.#controller !== controller) return
      this.data = data
      this.error = undefined
    } catch (error) {
      if (this.#controller !== controller) return
      this.error = failure(error)
    } finally {
      clearTimeout(patience)
      if (this.#controller === controller) {
        this.loading = false
        this.slow = false
      }
    }
  }

  /** Forgets what was loaded, and what is still on its way. */
  reset() {
    this.#controller?.abort()
    this.#controller = undefined
    this.data = this.error = undefined
    this.loading = this.slow = false
  }
}
