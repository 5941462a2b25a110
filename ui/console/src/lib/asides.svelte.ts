/** What departments without a seat are asked about a ticket: asking, and reading what was said. */

import { Enclosure } from './enclosure.svelte'
import { t } from './i18n.svelte'
import { answerOf } from './live/answers'
import { live } from './live.svelte'
import { openTicket } from './second-thought'
import { selection } from './selection.svelte'
import { session } from './session.svelte'
import { toasts } from './toasts.svelte'
import type { TicketSummary } from './types'

/** What stands in the form of a ticket until it is sent. */
export interface Question {
  department: string
  subject: string
  body: string
  pauses: boolean
}

class Asides {
  /** The ticket that a department is asked about, and whom the command bar named. */
  asked: { ticket: TicketSummary; whom: string } | undefined = $state.raw()
  /** The conversation that is read. */
  shown: { ticket: string; id: string } | undefined = $state.raw()
  /** Closing a dialog loses nothing: by ticket, and by conversation. */
  readonly questions = new Map<string, Question>()
  readonly answers = new Map<string, string>()
  #enclosures = new Map<string, Enclosure>()
  /** Whose all of this is. */
  #owner: string | undefined

  /** Tells a member whom the desk tells of an answer, wherever they are. Whoever reads the conversation sees it come. */
  listen(): () => void {
    this.#belong(session.staff?.id)
    return live.listen({
      onFrame: (frame) => {
        const [answer, me] = [answerOf(frame), session.staff?.id]
        if (!answer || me === undefined || !answer.told.includes(me) || this.shown?.id === answer.side) return
        const { ticket, side, department } = answer
        const read = () => {
          openTicket(ticket)
          this.show(ticket, side)
        }
        toasts.show(t('aside-answered', { department, number: ticket }), { action: { label: t('aside-read'), run: read } })
      },
    })
  }

  /** Whoever signs in after somebody else finds nothing of theirs in the forms. */
  #belong(owner: string | undefined) {
    if (owner === this.#owner) return
    this.#owner = owner
    this.close()
    this.questions.clear()
    this.answers.clear()
    for (const one of this.#enclosures.values()) one.clear()
    this.#enclosures.clear()
  }

  /** What goes along with what is being written, by ticket or by conversation. */
  enclosed(key: string): Enclosure {
    const known = this.#enclosures.get(key) ?? new Enclosure()
    this.#enclosures.set(key, known)
    return known
  }

  ask(rows: readonly TicketSummary[] = selection.targets, whom = '') {
    const [ticket, ...more] = rows
    if (!ticket) return
    if (!mayAsk()) return void toasts.show(t('not-allowed'))
    if (more.length > 0) return void toasts.show(t('aside-one'))
    this.shown = undefined
    this.asked = { ticket, whom }
  }

  show(ticket: string, id: string) {
    this.asked = undefined
    this.shown = { ticket, id }
  }

  close() {
    this.asked = this.shown = undefined
  }
}

export const asides = new Asides()

/** What is asked leaves the desk, as a reply does. */
export function mayAsk(): boolean {
  return session.can('ticket.reply')
}
