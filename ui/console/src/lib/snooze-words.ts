/** For how long a ticket is put aside, in words. */

import { moment } from './format'
import { t, words } from './i18n.svelte'
import { now } from './now.svelte'
import type { Snooze } from './types'

export function snoozeWords(snooze: Snooze): string {
  if (snooze.wake_on !== 'time' || !snooze.until) return t(`snooze-until-${snooze.wake_on === 'deposit' ? 'deposit' : 'reply'}`)
  return t('snooze-until', { at: moment(snooze.until, now.ms, words.reader) })
}
