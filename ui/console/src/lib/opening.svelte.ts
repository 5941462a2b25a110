/** Opening a ticket for the customer of another one: they rang up, or a second matter came up in the first. */

import { t } from './i18n.svelte'
import { selection } from './selection.svelte'
import { session } from './session.svelte'
import { toasts } from './toasts.svelte'
import type { Locale, TicketSummary } from './types'

/** What stands in the form until it is sent. */
export interface Begun {
  category: string
  lang: Locale
  subject: string
  body: string
}

class Opening {
  /** The ticket whose customer it is for. */
  asked: TicketSummary | undefined = $state.raw()
  /** Closing the dialog loses nothing: by customer. */
  readonly begun = new Map<string, Begun>()
  /** Whose all of this is. */
  #owner: string | undefined

  ask(rows: readonly TicketSummary[] = selection.targets) {
    const [ticket, ...more] = rows
    if (!ticket) return
    if (!mayOpen()) return void toasts.show(t('not-allowed'))
    if (more.some(({ customer }) => customer.id !== ticket.customer.id)) return void toasts.show(t('opening-one'))
    // Whoever signs in after somebody else finds nothing of theirs in the form.
    if (this.#owner !== session.staff?.id) this.begun.clear()
    this.#owner = session.staff?.id
    this.asked = ticket
  }

  close() {
    this.asked = undefined
  }
}

export const opening = new Opening()

export function mayOpen(): boolean {
  return session.can('ticket.create')
}
