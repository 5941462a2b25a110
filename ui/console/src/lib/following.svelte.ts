/** Following a ticket without being assigned to it: oneself, or a colleague who may see it. */

import { api } from './api'
import { say } from './failures'
import { t } from './i18n.svelte'
import { inbox } from './inbox.svelte'
import { failure } from './problem'
import { session } from './session.svelte'
import { toasts } from './toasts.svelte'
import type { Named } from './types'

/** Asking somebody to look is as much as a note to them. */
export function mayFollow(): boolean {
  return session.can('ticket.note')
}

/** Says whether it was done; a refusal is told. */
async function change(make: () => Promise<unknown>, done: string): Promise<boolean> {
  try {
    await make()
  } catch (error) {
    toasts.show(say(failure(error)), { tone: 'bad' })
    return false
  }
  toasts.show(done)
  void inbox.count()
  return true
}

const isMe = (id: string) => id === session.staff?.id

export function addParticipant(number: string, { id, name }: Named): Promise<boolean> {
  const done = isMe(id) ? t('following-now', { number }) : t('following-added', { name, number })
  return change(() => api.addParticipant(number, id), done)
}

export function removeParticipant(number: string, { id, name }: Named): Promise<boolean> {
  const done = isMe(id) ? t('following-not', { number }) : t('following-removed', { name, number })
  return change(() => api.removeParticipant(number, id), done)
}

/** Follows, or follows no longer. */
export async function toggleFollowing(number: string): Promise<void> {
  const me = session.staff
  if (!me) return
  if (!mayFollow()) return void toasts.show(t('not-allowed'))
  try {
    const follows = (await api.participants(number)).some(({ id }) => id === me.id)
    await (follows ? removeParticipant(number, me) : addParticipant(number, me))
  } catch (error) {
    toasts.show(say(failure(error)), { tone: 'bad' })
  }
}
