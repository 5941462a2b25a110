/** Choosing all that lies between two rows of a list, of which some may not be loaded any more. */

import { say } from './failures'
import { t } from './i18n.svelte'
import { inbox } from './inbox.svelte'
import { failure } from './problem'
import { MOST_SELECTED, selection } from './selection.svelte'
import { between } from './stretch'
import { toasts } from './toasts.svelte'

/**
 * Selects everything between the last row that was chosen and this one, both included. What of it is not selected is said.
 * `isPart`: the order is what is known of a list that may have more; where the range begins in what is not known, its rows are looked
 * for from the top of the list.
 */
export async function selectRange(order: readonly string[], to: string, isPart = false): Promise<void> {
  const { anchor } = selection
  const [list, from] = [inbox.started, anchor ?? to]
  let all = between(order, from, to, order.length)
  try {
    if (all.length === 0 && isPart && inbox.row(from)) all = between(await inbox.first(MOST_SELECTED), from, to, MOST_SELECTED)
    await inbox.gather(all.slice(0, MOST_SELECTED))
  } catch (error) {
    toasts.show(say(failure(error)), { tone: 'bad' })
  }
  // Another list came meanwhile: its rows are none of these.
  if (inbox.started !== list || selection.anchor !== anchor) return
  if (all.length === 0) {
    selection.set(to, true)
    toasts.show(t('range-lost'))
    return
  }
  const wanted = all.slice(0, MOST_SELECTED)
  const found = wanted.filter((id) => inbox.row(id))
  selection.add(found)
  const chosen = all.filter((id) => selection.has(id)).length
  if (chosen < all.length) toasts.show(t('range-part', { count: chosen, total: all.length, most: MOST_SELECTED }))
}
