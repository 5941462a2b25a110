/** Saying what is to be heeded about a customer's account: asking for it, and who hears that it changed. */

import { t } from './i18n.svelte'
import { session } from './session.svelte'
import { toasts } from './toasts.svelte'
import type { Constraint } from './types'

class Constraining {
  /** Whose account it is about, and the constraint that is said anew; without one it is a new one. */
  asked: { customer: string; constraint: Constraint | undefined } | undefined = $state.raw()
  /** Counts what was saved here, so that cards need not wait for the live connection. */
  saved = $state(0)

  ask(customer: string, constraint?: Constraint) {
    if (!mayConstrain()) return void toasts.show(t('not-allowed'))
    this.asked = { customer, constraint }
  }

  close() {
    this.asked = undefined
  }
}

export const constraining = new Constraining()

export function mayConstrain(): boolean {
  return session.can('constraint.manage') && session.can('customer.read')
}
