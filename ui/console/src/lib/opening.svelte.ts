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

/** The same for the same form, to the letter. */
export function saidIn({ category, lang, subject, body }: Begun): string {
  return JSON.stringify([category, lang, subject, body])
}

class Opening {
  /** The ticket whose customer it is for. */
  asked: TicketSummary | undefined = $state.raw()
  /** Closing the dialog loses nothing: by customer. */
  readonly begun = new Map<string, Begun>()
  /** What was sent last, and by which name, by customer: where no answer came, the same again opens no second ticket. */
  readonly attempts = new Map<string, { said: string; key: string }>()
  /** Whose all of this is. */
  #owner: string | undefined

  ask(rows: readonly TicketSummary[] = selection.targets) {
    const [ticket, ...more] = rows
    if (!ticket) return
    if (!mayOpen()) return void toasts.show(t('not-allowed'))
    if (more.some(({ customer }) => customer.id !== ticket.customer.id)) return void toasts.show(t('opening-one'))
    // Whoever signs in after somebody else finds nothing of theirs in the form.
    if (this.#owner !== session.staff?.id) {
      this.begun.clear()
      this.attempts.clear()
    }
    this.#owner = session.staff?.id
    this.asked = ticket
  }

  close() {
    this.asked = undefined
  }

  /** A ticket is open whose dialog was closed before it was: what stands in the form by now goes if it is what was sent. */
  sent(customer: string, said: string) {
    const kept = this.begun.get(customer)
    if (!kept || saidIn(kept) !== said) return
    this.begun.delete(customer)
    if (this.asked?.customer.id === customer) this.close()
  }
}

export const opening = new Opening()

export function mayOpen(): boolean {
  return session.can('ticket.create')
}
