/** A message from the composer to the server, with whatever may come between. */

import type { TicketAct } from './bulk'
import { directory } from './directory.svelte'
import type { DraftAttachment, Mode } from './drafts'
import { say } from './failures'
import { localeOf, t, words } from './i18n.svelte'
import { outbox } from './outbox.svelte'
import { prefs } from './prefs.svelte'
import type { Problem } from './problem'
import { giveBack, offerBack, openTicket } from './second-thought'
import { session } from './session.svelte'
import type { Thread } from './thread.svelte'
import { messagesSince } from './timeline'
import { toasts } from './toasts.svelte'
import type { Mention, StatusCategory } from './types'

export interface Written {
  mode: Mode
  body: string
  attachments: DraftAttachment[]
  /** What macros brought along. */
  acts: TicketAct[]
  macros: string[]
  /** Whom a note mentions. */
  mentions: Mention[]
  then: StatusCategory | undefined
  seenUntil: string | null
}

/**
 * Sends it, after the time in which it can be had back. Answers what the composer has to say of it; what was refused is
 * written there again by then. `isGone` says whether its writer is elsewhere by now.
 */
export async function deliver(thread: Thread, sent: Written, isGone: () => boolean, again = 1): Promise<Problem | undefined> {
  const holdMs = sent.mode === 'reply' && again > 0 ? prefs.undoSeconds * 1000 : 0
  const status = sent.then && directory.firstOf(sent.then)?.id
  const message = {
    ticket: thread.id,
    mode: sent.mode,
    body: sent.body,
    attachments: sent.attachments,
    // The button says more than the macro.
    acts: status ? sent.acts.filter((act) => !('status' in act)) : sent.acts,
    macros: sent.macros,
    mentions: sent.mentions,
    setStatusId: status,
    expectVersion: sent.mode === 'reply' ? thread.ticket?.version : undefined,
    lang: sent.mode === 'reply' ? localeOf(thread.ticket?.lang) : words.locale,
  }
  const { key, outcome: sending } = outbox.post(message, holdMs)
  const forget = holdMs > 0 ? offerBack(key, holdMs) : () => {}
  const outcome = await sending
  forget()
  if (outcome.is === 'waiting' || outcome.is === 'withdrawn') return undefined
  // Who is elsewhere by now has not read what came meanwhile.
  if (!isGone() || outcome.is === 'refused') await thread.load()
  if (outcome.is === 'sent') return undefined
  const stale = outcome.problem.code === 'version-conflict'
  const news = messagesSince(thread.items, sent.seenUntil, session.staff?.id)
  // Only a message changes what should be answered; a tag or an assignment does not.
  if (stale && news.length === 0 && again > 0) return deliver(thread, sent, isGone, again - 1)
  giveBack({ ticket: thread.id, ...sent })
  if (isGone()) {
    const action = { label: t('action-open'), run: () => openTicket(thread.id) }
    toasts.show(t('send-refused-elsewhere', { number: thread.id, why: say(outcome.problem) }), { tone: 'bad', action })
    return undefined
  }
  return !stale || news.length === 0 ? outcome.problem : undefined
}

