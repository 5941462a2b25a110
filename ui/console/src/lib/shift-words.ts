/** Who is off shift, in words. */

import { moment } from './format'
import { t, words } from './i18n.svelte'
import { now } from './now.svelte'

/** Nothing for who works just now: what was read a while ago may be over. */
export function offShift({ is_off, off_until }: { is_off: boolean; off_until?: string | null }): string | undefined {
  if (!is_off) return undefined
  if (!off_until) return t('off-shift')
  if (Date.parse(off_until) <= now.ms) return undefined
  return t('off-shift-until', { at: moment(off_until, now.ms, words.reader) })
}
