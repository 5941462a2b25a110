/**
 * Somebody goes to write in a ticket that is not there yet. Whatever they type on the way is text and no key: it is kept, and
 * stands in the composer when that has the cursor.
 */

import type { Mode } from './drafts'
import { isComposing } from './listbox'
import type { TicketSummary } from './types'

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'>

export interface Wish {
  /** Undefined for the tab that is in front there. */
  mode: Mode | undefined
  early: string
}

/** Whether a ticket's composer takes words of whoever may write so: where it takes none, keys are keys from the beginning. */
export function takesWords(
  ticket: Pick<TicketSummary, 'merged_into' | 'status'> | undefined,
  may: Record<Mode, boolean>,
  mode: Mode = may.reply ? 'reply' : 'note',
): boolean {
  if (!may[mode] || ticket?.merged_into) return false
  return mode === 'note' || ticket?.status.category !== 'closed'
}

/** A ticket that takes longer is not coming, and keys mean themselves again. */
const PATIENCE_MS = 5_000

export interface Left extends Wish {
  ticket: string
}

type Write = (wish: Wish) => void

export class Writing {
  #wish: (Wish & { ticket: string; until: number }) | undefined
  /** Takes what was typed on the way to a ticket that was left again, or did not come. */
  left: (left: Left) => void = () => {}
  /** Where one can write now. */
  #place: { ticket: string; write: Write } | undefined

  want(ticket: string, mode?: Mode, now = Date.now()) {
    this.#leave()
    if (this.#place?.ticket === ticket) return this.#place.write({ mode, early: '' })
    this.#wish = { ticket, mode, early: '', until: now + PATIENCE_MS }
  }

  /** Says that one can write in this ticket until the answered function is called. Who waited for that does so at once. */
  open(ticket: string, write: Write, now = Date.now()): () => void {
    const place = { ticket, write }
    this.#place = place
    const wish = this.take(ticket, now)
    if (wish) write(wish)
    return () => {
      if (this.#place === place) this.#place = undefined
    }
  }

  /** Keeps what a press would write; answers whether it did. */
  keep(press: Press, now = Date.now()): boolean {
    if (!this.#wish || now > this.#wish.until) return false
    if (press.ctrlKey || press.metaKey || press.altKey || isComposing(press)) return false
    const { early } = this.#wish
    if (early !== '' && press.key === 'Backspace') this.#wish.early = [...early].slice(0, -1).join('')
    else if (early !== '' && press.key === 'Enter') this.#wish.early += '\n'
    else if ([...press.key].length === 1) this.#wish.early += press.key
    else return false
    return true
  }

  /** The wish to write in this ticket, which is fulfilled by that. */
  take(ticket: string, now = Date.now()): Wish | undefined {
    const wish = this.#wish
    if (wish?.ticket !== ticket) return undefined
    this.#wish = undefined
    // Who waited in vain and did something else does not have the cursor taken away; what was typed is never lost.
    return now > wish.until && wish.early === '' ? undefined : { mode: wish.mode, early: wish.early }
  }

  /** Nothing can be written in this ticket, or nobody waits for it any more. */
  forget(ticket: string) {
    if (this.#wish?.ticket === ticket) this.#leave()
  }

  #leave() {
    const wish = this.#wish
    this.#wish = undefined
    if (wish && wish.early !== '') this.left({ ticket: wish.ticket, mode: wish.mode, early: wish.early })
  }
}

export const writing = new Writing()
