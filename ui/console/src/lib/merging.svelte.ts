/** Tickets of one customer that are about the same: what merging them would do, said before it is done; and taking them apart. */

import { mayAct } from './acts'
import { api } from './api'
import { bulk } from './bulk.svelte'
import { say } from './failures'
import { t } from './i18n.svelte'
import { failure, type Failure } from './problem'
import { router } from './router.svelte'
import { queuePath } from './routes'
import { inbox } from './inbox.svelte'
import { selection } from './selection.svelte'
import { toasts } from './toasts.svelte'
import { undo, type Offer } from './undo.svelte'
import type { TicketSummary } from './types'

/** How long what was taken apart can be put together again from the keyboard. */
const UNDO_MS = 60_000

class Merging {
  /** What is asked about; the list may move behind it. */
  asked: { rows: readonly TicketSummary[]; into: string | undefined } | undefined = $state.raw()

  ask(rows: readonly TicketSummary[] = selection.targets, into?: string) {
    if (rows.length === 0) return
    if (!mayAct('status')) return void toasts.show(t('not-allowed'))
    this.asked = { rows, into }
  }

  close() {
    this.asked = undefined
  }
}

export const merging = new Merging()

/** Lets them go on in one of them; whoever looked at one of the others is led there. */
export async function mergeAll(rows: readonly TicketSummary[], into: TicketSummary): Promise<void> {
  const end = into.merged_into ?? into.id
  const open = selection.open?.id
  selection.clear()
  await bulk.merge(rows, end)
  if (open !== undefined && open !== end && rows.some(({ id }) => id === open) && router.route.page === 'inbox') {
    router.go(queuePath(inbox.queue ?? 'all', end))
  }
}

/** Lets a ticket stand for itself again. */
export async function takeApart(id: string, from: string): Promise<Failure | undefined> {
  if (!mayAct('status')) return void toasts.show(t('not-allowed')) as undefined
  return undo.during((offer) => unmerge(offer, id, from))
}

async function unmerge(offer: Offer, id: string, from: string): Promise<Failure | undefined> {
  try {
    await api.unmerge(id)
  } catch (error) {
    return failure(error)
  }
  const again = async () => {
    try {
      await api.merge(id, { into: from })
      toasts.show(t('merge-again-done', { number: id }))
    } catch (error) {
      toasts.show(say(failure(error)), { tone: 'bad' })
    }
  }
  const run = offer(again, UNDO_MS)
  toasts.show(t('merge-apart-done', { number: id }), { action: { label: t('undo'), run } })
  return undefined
}
