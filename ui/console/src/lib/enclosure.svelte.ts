/** What goes along to a department: new files, and files that came with the ticket. */

import { api } from './api'
import { filesOf, type Listed } from './preview'
import type { TimelineItem } from './types'
import { MOST_FILES, Uploads } from './uploads.svelte'

/** Pages of one timeline; a ticket that has more of them is not looked through to its end. */
const MOST_PAGES = 40

export class Enclosure {
  readonly uploads = new Uploads()
  /** Ids of files of the ticket. */
  shared: string[] = $state([])

  /** It can go: nothing is on its way, and nothing failed that somebody believes to be with it. */
  get isReady(): boolean {
    return this.uploads.list.every(({ state }) => state === 'done') && this.ids.length <= MOST_FILES
  }

  get ids(): string[] {
    return [...this.uploads.done.map(({ id }) => id), ...this.shared]
  }

  /** These have gone. What was added meanwhile stays. */
  gone(ids: readonly string[]) {
    for (const { key, attachment } of [...this.uploads.list]) if (attachment && ids.includes(attachment.id)) this.uploads.remove(key)
    this.shared = this.shared.filter((id) => !ids.includes(id))
  }

  clear() {
    this.uploads.clear()
    this.shared = []
  }
}

/** The files of a ticket that can be given to somebody, the latest first. */
export async function ticketFiles(id: string): Promise<Listed[]> {
  const items: TimelineItem[] = []
  let from: { after: number } | { cursor: string } = { after: 0 }
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const part: Awaited<ReturnType<typeof api.timeline>> = await api.timeline(id, from)
    items.push(...part.items)
    if (!part.next_cursor) break
    from = { cursor: part.next_cursor }
  }
  return filesOf(items).reverse()
}
