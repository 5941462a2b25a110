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

export function articlePath({ lang, slug }: Pick<OfferedArticle, 'lang' | 'slug'>): string {
  return `/${lang}/help/${slug}`
}

/** The link as it is written. A brand that has hosts of its own shows its articles nowhere else. */
export function articleLink(
  article: Pick<OfferedArticle, 'lang' | 'slug' | 'title'>,
  hosts: readonly string[],
  here: Pick<Location, 'origin' | 'protocol' | 'port'>,
): string {
  const [host] = hosts
  const port = here.port === '' ? '' : `:${here.port}`
  const origin = host === undefined ? here.origin : `${here.protocol}//${host}${port}`
  return `[${article.title.replace(/[[\]]/g, '')}](${origin}${articlePath(article)})`
}

/** How many characters before the cursor ask for an article: `[[`, also as Chinese keyboards write it, or none. */
export function bracketsAt(text: string, caret: number): number {
  return /(?:\[\[|【【)$/.exec(text.slice(0, caret))?.[0].length ?? 0
}
