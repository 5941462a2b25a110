/** Tickets that somebody keeps at hand, in tabs over the thread. Only their numbers are kept: what is erased must not stay in a browser. */

export interface Tab {
  id: string
  /** Undefined until it is known. */
  subject: string | undefined
  /** Something happened to it since it was looked at. */
  news: boolean
}

/** More than these nobody has at hand. */
export const MOST_TABS = 12

/** With this one behind the others; each stands there once. */
export function withTab(tabs: readonly Tab[], id: string, subject: string | undefined): Tab[] {
  if (tabs.some((tab) => tab.id === id)) return [...tabs]
  return [...tabs, { id, subject, news: false }]
}

/** Without this one, and the one that is beside it: what is shown next when it was open. */
export function withoutTab(tabs: readonly Tab[], id: string): { tabs: Tab[]; next: string | undefined } {
  const at = tabs.findIndex((tab) => tab.id === id)
  const next = at === -1 ? undefined : (tabs[at + 1] ?? tabs[at - 1])?.id
  return { tabs: tabs.filter((tab) => tab.id !== id), next }
}

/** The tabs of these numbers, each with what is known of it here. */
export function sameTabs(tabs: readonly Tab[], ids: readonly string[]): Tab[] {
  return ids.map((id) => tabs.find((tab) => tab.id === id) ?? { id, subject: undefined, news: false })
}

/** The tab before or behind the open ticket, round and round; from outside of them the first or the last one. */
export function tabBeside(tabs: readonly Tab[], open: string | undefined, by: 1 | -1): string | undefined {
  const here = tabs.findIndex((tab) => tab.id === open)
  if (here === -1) return tabs.at(by === 1 ? 0 : -1)?.id
  return tabs[(here + by + tabs.length) % tabs.length]?.id
}

/** The numbers that were kept; whatever it has become meanwhile, only what can be read is taken. */
export function readTabs(kept: string | null): string[] {
  try {
    const ids: unknown = JSON.parse(kept ?? '[]')
    if (!Array.isArray(ids)) return []
    return [...new Set(ids.filter((id): id is string => typeof id === 'string'))].slice(0, MOST_TABS)
  } catch {
    return []
  }
}
