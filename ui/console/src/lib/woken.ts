/** Tells a member of a ticket of theirs that came back by itself. */

import { api } from './api'
import { t } from './i18n.svelte'
import { openTicket } from './second-thought'
import { session } from './session.svelte'
import { toasts } from './toasts.svelte'

/** Of those that one member has put aside; who has more of them reads the list. */
const MOST = 100

let aside: Set<string> | undefined

/** Looks after one's own that are put aside; ask when their number has changed. */
export async function lookAfterSnoozed(): Promise<void> {
  const me = session.staff?.id
  if (me === undefined) return
  try {
    const { items } = await api.tickets({ queue: 'snoozed', assignee: me, limit: MOST })
    const now = new Set(items.map(({ id }) => id))
    const gone = [...(aside ?? [])].filter((id) => !now.has(id))
    aside = now
    await Promise.all(gone.map((id) => tell(id, me)))
  } catch {
    // The list and its numbers say the same.
  }
}

/** What came back by itself, the desk made unread: what a colleague or oneself brought back is no news. */
async function tell(id: string, me: string) {
  const { assignee, snooze, read_seq } = await api.ticket(id)
  if (assignee?.id !== me || snooze != null || read_seq !== 0) return
  toasts.show(t('woken', { number: id }), { action: { label: t('action-open'), run: () => openTicket(id) } })
}
