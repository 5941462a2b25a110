/** A name that the house gave by language. */

/** Who reads one Chinese reads the other sooner than English. */
const NEAR: Record<string, string> = { 'zh-Hans': 'zh-Hant', 'zh-Hant': 'zh-Hans' }

/**
 * The name in a language, or in the nearest that there is; nothing where there is none. What the console has words for in every
 * language keeps those where nobody wrote others.
 */
export function nameIn(names: Record<string, string>, locale: string, hasWords: boolean): string | undefined {
  const own = names[locale]
  if (own !== undefined || hasWords) return own
  const near = NEAR[locale]
  return (near === undefined ? undefined : names[near]) ?? names.en ?? Object.values(names)[0]
}

/** The languages in which somebody wrote something, as the API takes them. */
export function written<L extends string>(names: Record<string, string>, languages: readonly L[]): { lang: L; name: string }[] {
  return languages.flatMap((lang) => {
    const name = (names[lang] ?? '').trim()
    return name === '' ? [] : [{ lang, name }]
  })
}
