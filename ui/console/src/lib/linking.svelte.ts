/** Tickets that belong together and stay two: asking which, and taking a link away again. */

import { api } from './api'
import { bulk, type Undoable } from './bulk.svelte'
import { say } from './failures'
import { t } from './i18n.svelte'
import { failure } from './problem'
import { selection } from './selection.svelte'
import { session } from './session.svelte'
import { toasts } from './toasts.svelte'
import { undo, type Offer } from './undo.svelte'
import type { LinkKind, TicketSummary } from './types'

/** How long a change of links can be turned back from the keyboard. */
const UNDO_MS = 60_000
/** As many as one ticket is linked with: all of them are shown beside it. */
export const MOST_LINKS = 100

class Linking {
  /** What is asked about; the list may move behind it. */
  asked: { rows: readonly TicketSummary[]; other: string | undefined } | undefined = $state.raw()

  ask(rows: readonly TicketSummary[] = selection.targets, other?: string) {
    if (rows.length === 0) return
    if (!mayLink()) return void toasts.show(t('not-allowed'))
    this.asked = { rows, other }
  }

  close() {
    this.asked = undefined
  }
}

export const linking = new Linking()

/** A link is a note on both tickets. */
export function mayLink(): boolean {
  return session.can('ticket.note')
}

/** Says of each of them what the other ticket is to it: of many in slices, with what became of each. */
export async function linkAll(rows: readonly TicketSummary[], other: string, kind: LinkKind): Promise<void> {
  const [row] = rows
  if (!row) return
  if (rows.length > 1) return bulk.link(rows, other, kind)
  const done = t('linking-done', { number: row.id, other })
  await change(row, () => api.linkTickets(row.id, other, kind), done, t('bulk-nothing', { count: 1 }))
}

/** Takes the link between two tickets away. */
export async function unlink(ticket: TicketSummary, other: string): Promise<void> {
  const gone = t('linking-gone', { number: ticket.id, other })
  await change(ticket, () => api.unlinkTickets(ticket.id, other), gone, gone)
}

type Change = Awaited<ReturnType<typeof api.linkTickets>>

/** Changes one link, and says that it is done or that there was nothing to do. */
function change(row: TicketSummary, ask: () => Promise<Change | undefined>, done: string, nothing: string) {
  return undo.during(async (offer) => {
    try {
      const step = (await ask())?.undo
      tell(offer, step ? [{ row, undo: step }] : [], step ? done : nothing)
    } catch (error) {
      toasts.show(say(failure(error)), { tone: 'bad' })
    }
  })
}

function tell(offer: Offer, steps: Undoable[], words: string) {
  if (steps.length === 0) return void toasts.show(words)
  toasts.show(words, { action: { label: t('undo'), run: offer(() => bulk.undo(steps), UNDO_MS) } })
}
