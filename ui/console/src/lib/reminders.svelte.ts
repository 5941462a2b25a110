/** Articles of one's own that became due for review, and texts that were handed over for one to publish, that one has not looked at since. */

import { api } from './api'
import { t } from './i18n.svelte'
import { live } from './live.svelte'
import { router } from './router.svelte'
import { articlePath } from './routes'
import { session } from './session.svelte'
import { toasts } from './toasts.svelte'
import type { ArticleHandover, ArticleReviewReminder } from './types'

const REVIEWS = '/console/help/reviews'
const ARTICLES = '/console/help'
/** Reviews are due by the day: nobody has to hear of one within the minute. */
const EVERY_MS = 10 * 60_000

class Reminders {
  list: ArticleReviewReminder[] = $state.raw([])
  handed: ArticleHandover[] = $state.raw([])
  /** What was said already, by article and moment. */
  #said = new Set<string>()
  #owner: string | undefined
  /** How often the list of reviews was looked at. */
  #looks = 0
  /** How often what was handed over was. */
  #handedLooks = 0

  /** How many of both. */
  get count(): number {
    return this.list.length + this.handed.length
  }

  /** Looks now, now and then, and when the connection is back. */
  listen(): () => void {
    // Those of whoever was signed in here before are not one's own.
    const me = session.staff?.id
    if (me !== this.#owner) {
      this.#owner = me
      this.list = []
      this.handed = []
      this.#said.clear()
    }
    if (!session.can('article.read')) return () => undefined
    const look = () => {
      void this.load()
      if (session.can('article.publish')) void this.loadHanded()
    }
    look()
    const stop = live.whenLive(look)
    const clock = setInterval(look, EVERY_MS)
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

  async loadHanded() {
    const [owner, looks] = [this.#owner, this.#handedLooks]
    try {
      const handed = await api.articleHandovers()
      if (owner !== this.#owner || looks !== this.#handedLooks) return
      this.handed = handed
    } catch {
      // The help centre's first page says the same.
      return
    }
    const key = (one: ArticleHandover) => `${one.article_id} ${one.lang} ${one.at}`
    const fresh = this.handed.filter((one) => !this.#said.has(key(one)))
    for (const one of fresh) this.#said.add(key(one))
    const [first] = fresh
    if (first === undefined || router.path === ARTICLES) return
    const to = fresh.length === 1 ? articlePath(first.article_id, first.lang) : ARTICLES
    const action = { label: t('action-open'), run: () => router.go(to) }
    toasts.show(t('articles-handed', { count: String(fresh.length) }), { action })
  }

  /** Whoever sees how much was handed over has looked. */
  async seenHanded() {
    try {
      await api.seeArticleHandovers()
      this.#handedLooks += 1
      this.handed = []
    } catch {
      // They are told again, which is better than not at all.
    }
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
