/** Words from `locales/LANG/*.ftl`, the same files that the server reads. */

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import type { Reader } from './format'
import { prefs } from './prefs.svelte'
import { TEN, type Locale } from './types'

const files = import.meta.glob<string>('../../../../locales/*/{console,errors,staff,words}.ftl', {
  query: '?raw',
  import: 'default',
})

export const FALLBACK: Locale = 'en'

/** Languages that the console has words for. */
export const LOCALES = [
  ...new Set(Object.keys(files).flatMap((path) => /\/([^/]+)\/console\.ftl$/.exec(path)?.[1] ?? [])),
].sort() as Locale[]

/** A language of the desk's ten, for what the server takes no other. */
export function localeOf(tag: string | undefined): Locale | undefined {
  return TEN.find((one) => one === tag)
}

export { TEN }

async function bundle(locale: string): Promise<FluentBundle> {
  // Latin digits everywhere: what Arabic gets by default differs between systems.
  const made = new FluentBundle(`${locale}-u-nu-latn`)
  const paths = Object.keys(files).filter((path) => path.includes(`/${locale}/`))
  for (const text of await Promise.all(paths.map((path) => files[path]?.()))) {
    if (text !== undefined) made.addResource(new FluentResource(text), { allowOverrides: true })
  }
  return made
}

/** The nearest language that we have: the tag itself, its script by region for Chinese, then its language alone. */
export function nearest(wanted: readonly string[], have: readonly Locale[]): Locale {
  for (const tag of wanted) {
    const exact = have.find((one) => one.toLowerCase() === tag.toLowerCase())
    if (exact) return exact
    const { language, script } = new Intl.Locale(tag).maximize()
    const near = have.find((one) => one === `${language}-${script}`) ?? have.find((one) => one === language)
    if (near) return near
  }
  return FALLBACK
}

class Words {
  locale: Locale = $state(FALLBACK)
  timeZone: string | undefined = $state()
  #bundles: FluentBundle[] = $state.raw([])

  get reader(): Reader {
    return { locale: this.locale, timeZone: this.timeZone }
  }

  /** Loads the words of the person's choice, else their account's, else the browser's. */
  async choose(account?: string) {
    const wanted = [prefs.locale, account, ...navigator.languages].filter((tag) => tag !== undefined)
    const locale = nearest(wanted, LOCALES)
    const needed = locale === FALLBACK ? [locale] : [locale, FALLBACK]
    this.#bundles = await Promise.all(needed.map(bundle))
    this.locale = locale
    document.documentElement.lang = locale
    document.documentElement.dir = 'ltr'
  }

  find(key: string, args?: Record<string, FluentVariable>): string | undefined {
    for (const one of this.#bundles) {
      const message = one.getMessage(key)
      if (message?.value) return one.formatPattern(message.value, args ?? null, [])
    }
    return undefined
  }
}

export const words = new Words()

/** The words for a key; the key itself when nobody has written any. */
export function t(key: string, args?: Record<string, FluentVariable>): string {
  return words.find(key, args) ?? key
}

/** The words for a key that may be younger than this console. */
export function tOr(key: string, otherwise: string, args?: Record<string, FluentVariable>): string {
  return words.find(key, args) ?? otherwise
}
