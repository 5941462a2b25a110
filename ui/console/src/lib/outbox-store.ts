/**
 * Where messages on their way out rest in this browser: each under a key of its own, so that two windows of one person never write over
 * what the other one keeps.
 */

import type { DraftStorage } from './drafts'

interface Kept {
  key: string
  at: string
}

const PREFIX = 'proofdesk.outbox.2'
/** What an earlier version kept as one list. */
const LIST = 'proofdesk.outbox.1'

export class OutboxStore<T extends Kept> {
  readonly #storage: DraftStorage
  readonly #prefix: string
  readonly #list: string

  constructor(storage: DraftStorage, owner: string) {
    this.#storage = storage
    this.#prefix = `${PREFIX}.${owner}.`
    this.#list = `${LIST}.${owner}`
  }

  /** Everything that rests here, the oldest first. */
  all(): T[] {
    const items: T[] = this.#takeList()
    for (let index = 0; index < this.#storage.length; index += 1) {
      const key = this.#storage.key(index)
      if (key?.startsWith(this.#prefix)) items.push(...parse<T>(this.#storage.getItem(key)))
    }
    return items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  }

  has(key: string): boolean {
    return this.#storage.getItem(this.#prefix + key) !== null || this.#listed().some((item) => item.key === key)
  }

  /** Answers whether it was kept: storage may be full or switched off. */
  keep(item: T): boolean {
    try {
      this.#storage.setItem(this.#prefix + item.key, JSON.stringify(item))
      return true
    } catch {
      return false
    }
  }

  drop(key: string) {
    this.#storage.removeItem(this.#prefix + key)
    const listed = this.#listed()
    if (listed.some((item) => item.key === key)) this.#listAgain(listed.filter((item) => item.key !== key))
  }

  #listed(): T[] {
    return parse<T>(this.#storage.getItem(this.#list))
  }

  /** Takes over what an earlier version kept; answers what has no room, which stays where it was. */
  #takeList(): T[] {
    const listed = this.#listed()
    // The list makes room for what was in it.
    this.#storage.removeItem(this.#list)
    const left = listed.filter((item) => !this.has(item.key) && !this.keep(item))
    this.#listAgain(left)
    return left
  }

  #listAgain(items: T[]) {
    try {
      if (items.length === 0) this.#storage.removeItem(this.#list)
      else this.#storage.setItem(this.#list, JSON.stringify(items))
    } catch {
      // A full storage that had room for more had room for less.
    }
  }
}

/** One item, or the list of an earlier version; nothing of what cannot be read. */
function parse<T extends Kept>(text: string | null): T[] {
  if (text === null) return []
  try {
    const found: unknown = JSON.parse(text)
    const all: unknown[] = Array.isArray(found) ? found : [found]
    return all.filter((one): one is T => typeof one === 'object' && one !== null && typeof (one as Partial<Kept>).key === 'string')
  } catch {
    return []
  }
}
