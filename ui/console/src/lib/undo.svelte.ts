/** What can be undone from the keyboard: the newest first, each for as long as it was promised. */

/** Longer than this nobody waits without a word. */
const PATIENCE_MS = 1_000

/** Offers to undo what is being done, for this long; the answered function is what a button does. */
export type Offer = (run: () => unknown, ms: number) => () => void

/** What the desk does or has done. */
interface Act {
  underway?: Promise<unknown>
  /** Known from when it is offered; undoes it once, however often it is called. */
  back?: () => unknown
  until: number
}

/** What has not left this page, and must not wait for the desk: it would be gone. */
interface Held {
  takeBack: () => unknown
  until: number
}

class Undo {
  #steps: (Act | Held)[] = []
  /** What the desk undoes, it undoes one after the other. */
  #turn: Promise<unknown> = Promise.resolve()

  /** Offers to take back what is held here; the answered function withdraws the offer. */
  hold(takeBack: () => unknown, ms: number): () => void {
    const held = { takeBack, until: Date.now() + ms }
    this.#steps.push(held)
    return () => this.#drop(held)
  }

  /** Has the desk do what offers itself once it is done. Whoever undoes before that undoes this, and nothing older or newer in its place. */
  async during<T>(act: (offer: Offer) => Promise<T>): Promise<T> {
    const step: Act = { until: Number.POSITIVE_INFINITY }
    this.#steps.push(step)
    try {
      step.underway = act((run, ms) => this.#offered(step, run, ms))
      return (await step.underway) as T
    } finally {
      if (!step.back) this.#drop(step)
    }
  }

  /** Undoes the newest thing, which may have to be done first: `wait` is called when that takes its time. `false` when nothing is left to undo. */
  last(wait: () => void = () => {}): boolean {
    this.#steps = this.#steps.filter(({ until }) => until > Date.now())
    const step = this.#steps.pop()
    if (!step) return false
    if ('takeBack' in step) step.takeBack()
    else this.#turn = this.#turn.then(() => this.#turnBack(step, wait)).catch(() => {})
    return true
  }

  #offered(step: Act, run: () => unknown, ms: number): () => void {
    let isDone = false
    step.until = Date.now() + ms
    step.back = () => {
      if (isDone) return
      isDone = true
      return run()
    }
    return () => {
      this.#drop(step)
      step.back?.()
    }
  }

  async #turnBack(step: Act, wait: () => void): Promise<void> {
    if (!step.back) {
      const patience = setTimeout(wait, PATIENCE_MS)
      await step.underway?.catch(() => {})
      clearTimeout(patience)
    }
    await step.back?.()
  }

  #drop(step: Act | Held) {
    this.#steps = this.#steps.filter((one) => one !== step)
  }
}

export const undo = new Undo()
