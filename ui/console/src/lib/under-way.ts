/**
 * Files on their way up whose composer was left for another ticket, or for its other tab: they go on, and each that arrives is put into
 * the draft that it was meant for. What fails waits here too, so that whoever comes back sees it.
 */

import type { DraftAttachment, Drafts, Mode } from './drafts'
import { joinedFiles } from './draft-merge'

/** As much of `Uploads` as this needs. */
export interface Going {
  readonly done: DraftAttachment[]
  readonly list: readonly { state: string }[]
  readonly busy: boolean
  whenDone: (attachment: DraftAttachment) => void
  clear: () => void
}

export class UnderWay<T extends Going> {
  #left = new Map<string, T>()

  /** Says that nobody looks at these any more. */
  leave(drafts: Drafts, ticket: string, mode: Mode, uploads: T, now: () => number = Date.now) {
    if (uploads.list.every(({ state }) => state === 'done')) return uploads.clear()
    const key = keyOf(ticket, mode)
    this.#left.set(key, uploads)
    uploads.whenDone = (attachment) => {
      const kept = drafts.load(ticket, mode) ?? { body: '', attachments: [], seenUntil: null }
      drafts.save(ticket, mode, { ...kept, attachments: joinedFiles(kept.attachments, [attachment]), savedAt: now() })
      if (uploads.list.every(({ state }) => state === 'done')) this.#left.delete(key)
    }
  }

  /** What went on since, for whoever comes back to look at it. */
  take(ticket: string, mode: Mode): T | undefined {
    const key = keyOf(ticket, mode)
    const uploads = this.#left.get(key)
    this.#left.delete(key)
    if (uploads) uploads.whenDone = () => {}
    return uploads
  }

  /** Whether a page that is closed now would lose something. */
  get busy(): boolean {
    return [...this.#left.values()].some(({ busy }) => busy)
  }

  /** Stops them all: somebody else may sit here next. */
  clear() {
    for (const uploads of this.#left.values()) {
      uploads.whenDone = () => {}
      uploads.clear()
    }
    this.#left.clear()
  }
}

function keyOf(ticket: string, mode: Mode): string {
  return `${ticket} ${mode}`
}
