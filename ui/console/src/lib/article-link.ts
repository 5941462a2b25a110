/** Help articles beside a ticket: how they are offered, and the link that leads to one. */

import type { BrandPages } from './brand-pages'
import { articlePath } from './routes'
import type { FoundArticle } from './types'

export interface OfferedArticle {
  id: string
  slug: string
  lang: string
  title: string
  /** For agents alone: no customer can open it. */
  internal: boolean
}

export function foundArticle({ id, slug, lang, title, audience }: FoundArticle): OfferedArticle {
  return { id, slug, lang, title: title.map(({ text }) => text).join(''), internal: audience === 'internal' }
}

/** What a text can lead to: one that customers read has no use for what only agents can open. */
export function linkable(found: readonly FoundArticle[], isInternal: boolean): OfferedArticle[] {
  return found.map(foundArticle).filter((one) => isInternal || !one.internal)
}

/** What is said where nothing can be linked: of what was found for these words, or for the ticket's own where there are none. */
export function whyNone(found: readonly FoundArticle[] | undefined, wanted: string) {
  if (!found) return 'article-link-looking'
  if (found.length > 0) return 'article-link-internal'
  return wanted === '' ? 'article-link-empty' : 'ticket-articles-none'
}

/** Where readers find it, at an address that shows its brand. */
export function publicPath({ lang, slug }: Pick<OfferedArticle, 'lang' | 'slug'>): string {
  return `/${lang}/help/${slug}`
}

/** Where staff read it: on its page, if this address shows the pages of its brand, or in the editor. */
export function readingPath(article: OfferedArticle, isHere: boolean): string {
  return isHere ? publicPath(article) : articlePath(article.id, article.lang)
}

/** The link as it is written into a text. What only agents can read leads to where they are signed in, which is `here`. */
export function articleLink(article: OfferedArticle, pages: BrandPages, here: string): string {
  const address = article.internal ? here + readingPath(article, pages.isHere) : pages.origin + publicPath(article)
  // What Markdown would read as its own is left out of the title.
  return `[${article.title.replace(/[[\]\\`]/g, '')}](${address})`
}

/** How many characters before the cursor ask for an article: `[[`, also as Chinese keyboards write it, or none. */
export function bracketsAt(text: string, caret: number): number {
  return /(?:\[\[|【【)$/.exec(text.slice(0, caret))?.[0].length ?? 0
}
