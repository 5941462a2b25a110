/** Messages that go on in a ticket of their own: asking which, and taking them back. */

import { mayAct } from './acts'
import { api } from './api'
import { say } from './failures'
import { t } from './i18n.svelte'
import { inbox } from './inbox.svelte'
import { failure, type Failure } from './problem'
import { uniqueKey } from './random'
import { router } from './router.svelte'
import { queuePath } from './routes'
import { isMovable } from './split-plan'
import type { Thread } from './thread.svelte'
import { toasts } from './toasts.svelte'
import { undo, type Offer } from './undo.svelte'

/** How long what was split off can be taken back from the keyboard. */
const UNDO_MS = 60_000

class Splitting {
  /** The ticket that is asked about, and the message that was pointed at. */
  asked: { thread: Thread; message: string | undefined } | undefined = $state.raw()

  ask(thread: Thread, message?: string) {
    if (!mayAct('status')) return void toasts.show(t('not-allowed'))
    if (!thread.items.some(isMovable)) return void toasts.show(t('split-none'))
    this.asked = { thread, message }
  }

  close() {
    this.asked = undefined
  }
}

export const splitting = new Splitting()

/** What is to go on elsewhere, with a key under which it is done once however often it is sent. */
export class Attempt {
  readonly #key = uniqueKey()

  /** Splits messages off; a refusal is for the form that asked. */
  split(thread: Thread, message_ids: string[], subject: string, category: string): Promise<void> {
    return undo.during((offer) => this.#split(offer, thread, message_ids, subject, category))
  }

  async #split(offer: Offer, thread: Thread, message_ids: string[], subject: string, category: string): Promise<void> {
    const { ticket } = await api.splitTicket(thread.id, { message_ids, subject, category }, this.#key)
    const back = async () => {
      const failed = await takeMessagesBack(ticket.id, thread.id)
      if (failed) toasts.show(say(failed), { tone: 'bad' })
      else await thread.loadAnew()
    }
    const run = offer(back, UNDO_MS)
    toasts.show(t('split-done', { count: message_ids.length, number: ticket.id }), { action: { label: t('undo'), run } })
    await thread.loadAnew()
  }
}

/** Takes the messages of a ticket back to where they were written; whoever looked at it is led there. */
export async function takeMessagesBack(id: string, from: string): Promise<Failure | undefined> {
  if (!mayAct('status')) return void toasts.show(t('not-allowed')) as undefined
  try {
    await api.takeSplitBack(id)
  } catch (error) {
    return failure(error)
  }
  toasts.show(t('split-back-done', { number: from }))
  if (router.route.page === 'inbox' && router.route.ticket === id) router.go(queuePath(inbox.queue ?? 'all', from))
  return undefined
}
