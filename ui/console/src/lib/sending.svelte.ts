import { failure, type Failure } from './problem'

/**
 * What a form sends. A form that is closed and opened again is another one, even while what the first one sent is on its way: that
 * neither closes the second one nor keeps it from sending, and what it is refused for stands in no form.
 */
export class Sending {
  busy = $state(false)
  error: Failure | undefined = $state.raw()
  /** The form that is open, which has no other name. */
  #form: symbol | undefined

  /** Begins a form; what comes back ends it. */
  open(): () => void {
    const form = Symbol()
    this.#form = form
    this.busy = false
    this.error = undefined
    return () => {
      if (this.#form === form) this.#form = undefined
    }
  }

  /** Whether it is done and its form still open. Nobody looks at a refusal in a form that is not: `left` is told of it. */
  async send(submit: () => Promise<unknown>, left: (error: Failure) => void): Promise<boolean> {
    const form = this.#form
    const isOpen = () => this.#form === form
    this.busy = true
    this.error = undefined
    try {
      await submit()
      return isOpen()
    } catch (caught) {
      const error = failure(caught)
      if (isOpen()) this.error = error
      else left(error)
      return false
    } finally {
      if (isOpen()) this.busy = false
    }
  }
}
