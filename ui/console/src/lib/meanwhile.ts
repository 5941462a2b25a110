/**
 * What a form makes of lists and names that others may have changed since it was opened, where no version tells: what was changed here is
 * changed, and everything else stays as it is by now.
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
