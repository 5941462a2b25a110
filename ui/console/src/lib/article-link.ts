/** Help articles beside a ticket: how they are offered, and the link that leads to one. */

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

/** Where readers find it, at an address that shows its brand. */
export function publicPath({ lang, slug }: Pick<OfferedArticle, 'lang' | 'slug'>): string {
  return `/${lang}/help/${slug}`
}

/** The link as it is written into a text; `origin` is where the brand's pages are shown. */
export function articleLink(article: Pick<OfferedArticle, 'lang' | 'slug' | 'title'>, origin: string): string {
  return `[${article.title.replace(/[[\]]/g, '')}](${origin}${publicPath(article)})`
}

/** How many characters before the cursor ask for an article: `[[`, also as Chinese keyboards write it, or none. */
export function bracketsAt(text: string, caret: number): number {
  return /(?:\[\[|【【)$/.exec(text.slice(0, caret))?.[0].length ?? 0
}
