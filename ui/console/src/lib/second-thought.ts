/** Where a message goes back to that was not sent: into the composer that is open for its ticket, else into its draft. */

import type { TicketAct } from './bulk'
import type { DraftAttachment, Mode } from './drafts'
import { t } from './i18n.svelte'
import { inbox } from './inbox.svelte'
import { joined } from './macro-acts'
import { joinedMentions } from './mentions'
import { outbox } from './outbox.svelte'
import { router } from './router.svelte'
import { queuePath } from './routes'
import { session } from './session.svelte'
import { toasts } from './toasts.svelte'
import type { Mention } from './types'
import { undo } from './undo.svelte'
import type { Left } from './writing'

export interface Unsent {
  ticket: string
  mode: Mode
  body: string
  attachments: DraftAttachment[]
  acts?: TicketAct[]
  macros?: string[]
  mentions?: Mention[]
  seenUntil?: string | null
}

type Give = (unsent: Unsent) => void

const composers = new Map<string, Give>()

/** Takes back what was meant for this ticket while its composer is open. */
export function takeBackHere(ticket: string, give: Give): () => void {
  composers.set(ticket, give)
  return () => {
    if (composers.get(ticket) === give) composers.delete(ticket)
  }
}

/** What was written before what stands there. */
export function before(first: string, then: string): string {
  return [first, then].filter(Boolean).join('\n\n')
}

export function giveBack(unsent: Unsent) {
  const give = composers.get(unsent.ticket)
  if (give) return give(unsent)
  const { ticket, mode } = unsent
  const kept = session.drafts.load(ticket, mode)
  session.drafts.save(ticket, mode, {
    body: before(unsent.body, kept?.body ?? ''),
    attachments: [...unsent.attachments, ...(kept?.attachments ?? [])],
    acts: joined(unsent.acts ?? [], kept?.acts ?? []),
    macros: [...new Set([...(unsent.macros ?? []), ...(kept?.macros ?? [])])],
    mentions: joinedMentions(unsent.mentions ?? [], kept?.mentions ?? []),
    savedAt: Date.now(),
    seenUntil: unsent.seenUntil ?? kept?.seenUntil ?? null,
  })
}

/** Keeps what was typed on the way to a ticket that was left before its composer was there. */
export function keepEarly({ ticket, mode, early }: Left) {
  const tab = mode ?? (session.can('ticket.reply') ? 'reply' : 'note')
  const kept = session.drafts.load(ticket, tab) ?? { body: '', attachments: [], seenUntil: null }
  session.drafts.save(ticket, tab, { ...kept, body: kept.body + early, savedAt: Date.now() })
}

export function openTicket(ticket: string) {
  router.go(queuePath(inbox.queue ?? 'all', ticket))
}

/** Takes a message back that has not gone, and shows it; says so when it is too late. */
export function takeBack(key: string) {
  const item = outbox.withdraw(key)
  if (!item) return void toasts.show(t('undo-too-late'))
  giveBack(item)
  if (!composers.has(item.ticket)) openTicket(item.ticket)
}

/** Offers to take a message back by the key that undoes, until it goes. */
export function offerBack(key: string, ms: number): () => void {
  return undo.hold(() => takeBack(key), ms)
}

/** Tells of what is held when its ticket is left. */
export function tellHeld(ticket: string) {
  const held = outbox.of(ticket).filter(({ state }) => state === 'held')
  for (const { key } of held) {
    toasts.show(t('message-held-elsewhere', { number: ticket }), { action: { label: t('undo'), run: () => takeBack(key) } })
  }
}
