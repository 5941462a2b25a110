/** Tickets that belong together and stay two: asking which, and taking a link away again. */

import { api } from './api'
import { bulk, type Undoable } from './bulk.svelte'
import { say } from './failures'
import { t } from './i18n.svelte'
import { failure } from './problem'
import { selection } from './selection.svelte'
import { session } from './session.svelte'
import { toasts } from './toasts.svelte'
import { undo } from './undo.svelte'
import type { LinkKind, TicketSummary } from './types'

/** How long a change of links can be turned back from the keyboard. */
const UNDO_MS = 60_000

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

/** Says of each of them what the other ticket is to it. */
export async function linkAll(rows: readonly TicketSummary[], other: string, kind: LinkKind): Promise<void> {
  const steps = await each(rows, (id) => api.linkTickets(id, other, kind))
  if (!steps) return
  const words = rows.length === 1 ? t('linking-done', { number: rows[0]?.id ?? '', other }) : t('linking-done-many', { count: steps.length, other })
  tell(steps, steps.length === 0 ? t('bulk-nothing', { count: rows.length }) : words)
}

/** Takes the link between two tickets away. */
export async function unlink(ticket: TicketSummary, other: string): Promise<void> {
  const steps = await each([ticket], (id) => api.unlinkTickets(id, other))
  if (steps) tell(steps, t('linking-gone', { number: ticket.id, other }))
}

type Change = Awaited<ReturnType<typeof api.linkTickets>>

/** One after the other, up to the first that is refused: what was done before can be turned back all the same. */
async function each(rows: readonly TicketSummary[], change: (id: string) => Promise<Change | undefined>): Promise<Undoable[] | undefined> {
  const steps: Undoable[] = []
  try {
    for (const row of rows) {
      const done = await change(row.id)
      if (done?.undo) steps.push({ row, undo: done.undo })
    }
    return steps
  } catch (error) {
    if (steps.length > 0) undo.offer(() => bulk.undo(steps), UNDO_MS)
    toasts.show(say(failure(error)), { tone: 'bad' })
    return undefined
  }
}

function tell(steps: Undoable[], words: string) {
  if (steps.length === 0) return void toasts.show(words)
  const taken = undo.offer(() => bulk.undo(steps), UNDO_MS)
  const turnBack = () => {
    taken()
    void bulk.undo(steps)
  }
  toasts.show(words, { action: { label: t('undo'), run: turnBack } })
}
