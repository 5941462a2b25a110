/** The number in front of the title of the page. */

import type { Queue } from './types'

/** New tickets of the list that is open, mentions that were not read, and tickets in which somebody wrote while nobody looked. */
export function total(incoming: number, counts: readonly Pick<Queue, 'name' | 'count'>[], missed: number): number {
  return incoming + (counts.find(({ name }) => name === 'mentions')?.count ?? 0) + missed
}

/** A number that is longer than the words pushes them out of the tab. */
const MOST = 99

export function titled(title: string, count: number): string {
  if (count <= 0) return title
  return `(${count > MOST ? `${MOST}+` : count}) ${title}`
}
