/** Articles of one's own that became due for review, and that one has not looked at since. */

import { api } from './api'
import { t } from './i18n.svelte'
import { live } from './live.svelte'
import { router } from './router.svelte'
import { session } from './session.svelte'
import { toasts } from './toasts.svelte'
import type { ArticleReviewReminder } from './types'

const REVIEWS = '/console/help/reviews'
/** Reviews are due by the day: nobody has to hear of one within the minute. */
const EVERY_MS = 10 * 60_000

class Reminders {
  list: ArticleReviewReminder[] = $state.raw([])
  /** What was said already, by article and moment. */
  #said = new Set<string>()
  #owner: string | undefined
  /** How often the list of reviews was looked at. */
  #looks = 0

  /** Looks now, now and then, and when the connection is back. */
  listen(): () => void {
    // Those of whoever was signed in here before are not one's own.
    const me = session.staff?.id
    if (me !== this.#owner) {
      this.#owner = me
      this.list = []
      this.#said.clear()
    }
    if (!session.can('article.read')) return () => undefined
    void this.load()
    const stop = live.whenLive(() => void this.load())
    const clock = setInterval(() => void this.load(), EVERY_MS)
    return () => {
      stop()
      clearInterval(clock)
    }
  }

  async load() {
    const [owner, looks] = [this.#owner, this.#looks]
    try {
      const list = await api.articleReviewReminders()
      // Asked for by somebody else, or before the list of reviews was looked at.
      if (owner !== this.#owner || looks !== this.#looks) return
      this.list = list
    } catch {
      // The list of reviews says the same.
      return
    }
    const fresh = this.list.map((one) => `${one.article_id} ${one.due_at}`).filter((key) => !this.#said.has(key))
    for (const key of fresh) this.#said.add(key)
    if (fresh.length === 0 || router.path.startsWith(REVIEWS)) return
    const action = { label: t('action-open'), run: () => router.go(REVIEWS) }
    toasts.show(t('reviews-yours', { count: fresh.length }), { action })
  }

  /** Whoever sees the list of reviews has looked. */
  async seen() {
    try {
      await api.seeArticleReviewReminders()
      this.#looks += 1
      this.list = []
    } catch {
      // They are told again, which is better than not at all.
    }
  }
}

export const reminders = new Reminders()
