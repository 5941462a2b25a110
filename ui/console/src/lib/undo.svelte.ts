/** What can be undone from the keyboard: the newest first, each for as long as it was promised. */

interface Step {
  run: () => unknown
  until: number
}

class Undo {
  #steps: Step[] = []

  /** Offers to undo something for this long; the answered function takes the offer back. */
  offer(run: () => unknown, ms: number): () => void {
    const step = { run, until: Date.now() + ms }
    this.#steps.push(step)
    return () => {
      this.#steps = this.#steps.filter((one) => one !== step)
    }
  }

  /** Undoes the newest thing; `false` when there is nothing left to undo. */
  last(): boolean {
    const step = this.#steps.filter(({ until }) => until > Date.now()).at(-1)
    this.#steps = this.#steps.filter((one) => one !== step && one.until > Date.now())
    step?.run()
    return step !== undefined
  }
}

export const undo = new Undo()
