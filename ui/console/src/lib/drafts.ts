/**
 * Drafts live in this browser, one per person, ticket and kind, written with every keystroke: closing the
 * tab, a crash or the end of the session loses nothing that was typed.
 */

import type { TicketAct } from './bulk'
import type { Mention } from './types'

export type Mode = 'reply' | 'note'

export interface DraftAttachment {
  id: string
  file_name: string
  content_type: string
  size: number
}

export interface Draft {
  body: string
  attachments: DraftAttachment[]
  /** What macros brought along. */
  acts?: TicketAct[]
  macros?: string[]
  /** Whom the note mentions. */
  mentions?: Mention[]
  /** Milliseconds since the epoch. */
  savedAt: number
  /** When the newest message that the writer had seen was written; null when unknown. */
  seenUntil: string | null
}

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIX = 'proofdesk.draft.1'
/** A draft that nobody came back to for a month is forgotten. */
export const KEPT_MS = 30 * 24 * 3600 * 1000

export class Drafts {
  readonly #storage: DraftStorage
  readonly #owner: string

  constructor(storage: DraftStorage, owner: string) {
    this.#storage = storage
    this.#owner = owner
  }

  #key(ticket: string, mode: Mode): string {
    return `${PREFIX}.${this.#owner}.${ticket}.${mode}`
  }

  load(ticket: string, mode: Mode): Draft | undefined {
    return parse(this.#storage.getItem(this.#key(ticket, mode)))
  }

  /** Keeps the draft, or removes it when nothing is in it. Answers whether it was kept: storage may be full. */
  save(ticket: string, mode: Mode, draft: Draft): boolean {
    if (draft.body === '' && draft.attachments.length === 0) {
      this.clear(ticket, mode)
      return true
    }
    try {
      this.#storage.setItem(this.#key(ticket, mode), JSON.stringify(draft))
      return true
    } catch {
      return false
    }
  }

  clear(ticket: string, mode: Mode) {
    this.#storage.removeItem(this.#key(ticket, mode))
  }

  /** Takes what was begun for one ticket along to another, where nothing was begun yet. */
  move(from: string, to: string) {
    for (const mode of ['reply', 'note'] as const) {
      const draft = this.load(from, mode)
      if (!draft || this.load(to, mode)) continue
      // What was seen there is not what stands here.
      if (this.save(to, mode, { ...draft, seenUntil: null })) this.clear(from, mode)
    }
  }

  /** Ids of the tickets that have a draft of this person. */
  tickets(): Set<string> {
    const found = new Set<string>()
    for (const key of keys(this.#storage, `${PREFIX}.${this.#owner}.`)) {
      const ticket = key.split('.').at(-2)
      if (ticket) found.add(ticket)
    }
    return found
  }

  /** Forgets what is older than a month, or unreadable, of everybody on this browser. */
  prune(now: number) {
    for (const key of keys(this.#storage, `${PREFIX}.`)) {
      const draft = parse(this.#storage.getItem(key))
      if (!draft || now - draft.savedAt > KEPT_MS) this.#storage.removeItem(key)
    }
  }
}

function keys(storage: DraftStorage, prefix: string): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(
    (key): key is string => key?.startsWith(prefix) ?? false,
  )
}

function parse(text: string | null): Draft | undefined {
  if (text === null) return undefined
  try {
    const draft = JSON.parse(text) as Partial<Draft>
    if (typeof draft.body !== 'string' || typeof draft.savedAt !== 'number') return undefined
    return {
      body: draft.body,
      attachments: Array.isArray(draft.attachments) ? draft.attachments : [],
      acts: Array.isArray(draft.acts) ? draft.acts : [],
      macros: Array.isArray(draft.macros) ? draft.macros : [],
      ...(Array.isArray(draft.mentions) ? { mentions: draft.mentions } : {}),
      savedAt: draft.savedAt,
      seenUntil: typeof draft.seenUntil === 'string' ? draft.seenUntil : null,
    }
  } catch {
    return undefined
  }
}
