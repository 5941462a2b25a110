/**
 * What a form makes of lists and names that others changed since it was opened: what was changed here is changed, and everything else stays
 * as it is by now. The version of what was merged with goes along, so that nothing is lost between the two.
 */

/** The words that there are by now, without those that were taken out here and with those that were added. */
export function mergedWords(opened: readonly string[], typed: readonly string[], now: readonly string[]): string[] {
  const left = now.filter((one) => typed.includes(one) || !opened.includes(one))
  return [...left, ...typed.filter((one) => !left.includes(one) && !opened.includes(one))]
}

type Names = Readonly<Record<string, string | undefined>>

/** Names by language: those that were changed here, and of all others the ones that there are by now. */
export function mergedNames(opened: Names, typed: Names, now: Names): Record<string, string> {
  const merged: Record<string, string> = {}
  for (const lang of new Set([...Object.keys(typed), ...Object.keys(now)])) {
    const own = (typed[lang] ?? '').trim()
    const name = own === (opened[lang] ?? '') ? (now[lang] ?? '') : own
    if (name !== '') merged[lang] = name
  }
  return merged
}

/** The languages whose name was changed here and by others, each to something else. */
export function clashing(opened: Names, typed: Names, now: Names): string[] {
  return Object.keys(typed).filter((lang) => {
    const own = (typed[lang] ?? '').trim()
    const [was, is] = [opened[lang] ?? '', now[lang] ?? '']
    return own !== was && is !== was && own !== is
  })
}
