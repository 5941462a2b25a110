/**
 * Drafts live in this browser, one per person, ticket and kind, written with every keystroke: closing the
 * tab, a crash or the end of the session loses nothing that was typed. `draft-sync` keeps them on the server too.
 */

import type { TicketAct } from './bulk'
import type { Known } from './draft-merge'
import type { Mention } from './types'

export type Mode = 'reply' | 'note'
export const MODES: readonly Mode[] = ['reply', 'note']

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
/** What is known of the server's copies. */
const KNOWN = 'proofdesk.draft-known.1'
/** A draft that nobody came back to for a month is forgotten. */
export const KEPT_MS = 30 * 24 * 3600 * 1000

/** Whether both say the same, whenever each was written. */
export function isSame(one: Draft | undefined, other: Draft): boolean {
  return one !== undefined && said(one) === said(other)
}

function said({ body, attachments, acts = [], macros = [], mentions = [], seenUntil }: Draft): string {
  return JSON.stringify([body, attachments.map(({ id }) => id), acts, macros, mentions, seenUntil])
}

type Hear = (ticket: string, mode: Mode) => void

const hearing = new Set<Hear>()

/** Tells of every draft that is written or cleared, until the answered function is called. */
export function whenDrafted(hear: Hear): () => void {
  hearing.add(hear)
  return () => hearing.delete(hear)
}

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

  #knownKey(ticket: string, mode: Mode): string {
    return `${KNOWN}.${this.#owner}.${ticket}.${mode}`
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
    } catch {
      return false
    }
    hearing.forEach((hear) => hear(ticket, mode))
    return true
  }

  clear(ticket: string, mode: Mode) {
    this.#storage.removeItem(this.#key(ticket, mode))
    hearing.forEach((hear) => hear(ticket, mode))
  }

  /** What is known of the server's copy; undefined when it has none, as far as is known. */
  known(ticket: string, mode: Mode): Known | undefined {
    try {
      const known = JSON.parse(this.#storage.getItem(this.#knownKey(ticket, mode)) ?? 'null') as Known | null
      return known ?? undefined
    } catch {
      return undefined
    }
  }

  know(ticket: string, mode: Mode, known: Known | undefined) {
    try {
      if (known) this.#storage.setItem(this.#knownKey(ticket, mode), JSON.stringify(known))
      else this.#storage.removeItem(this.#knownKey(ticket, mode))
    } catch {
      // A copy that is not known of is met with what is there.
    }
  }

  /** What a key of the storage is of; undefined where it is no draft of this person's. */
  placeOf(key: string | null): { ticket: string; mode: Mode } | undefined {
    const prefix = `${PREFIX}.${this.#owner}.`
    if (!key?.startsWith(prefix)) return undefined
    const [ticket, mode] = key.slice(prefix.length).split('.')
    return ticket && (mode === 'reply' || mode === 'note') ? { ticket, mode } : undefined
  }

  /** Where the server does not know yet what was written or cleared here. */
  behind(): { ticket: string; mode: Mode }[] {
    const found = [`${PREFIX}.${this.#owner}.`, `${KNOWN}.${this.#owner}.`].flatMap((prefix) =>
      keys(this.#storage, prefix).map((key) => key.slice(prefix.length)),
    )
    return [...new Set(found)].flatMap((key) => {
      const [ticket, mode] = key.split('.')
      if (!ticket || (mode !== 'reply' && mode !== 'note')) return []
      const here = this.load(ticket, mode)
      const known = this.known(ticket, mode)
      return here?.savedAt === known?.savedAt ? [] : [{ ticket, mode }]
    })
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
