/**
 * Messages on their way out. A message that finds no server waits here, in this browser, with a clock beside it, and
 * goes as soon as the server answers; its idempotency key makes sure that it is there once however often it was tried.
 */

import { api } from './api'
import type { DraftAttachment, Mode } from './drafts'
import { failure, isTransient, type Problem } from './problem'
import type { Locale } from './types'
import { uniqueKey } from './random'
import { session } from './session.svelte'
import { live } from './live.svelte'

export interface Outgoing {
  key: string
  ticket: string
  mode: Mode
  body: string
  attachments: DraftAttachment[]
  setStatusId?: string | undefined
  expectVersion?: number | undefined
  lang?: Locale | undefined
  at: string
  state: 'sending' | 'waiting'
}

export type Outcome = { is: 'sent' } | { is: 'waiting' } | { is: 'refused'; problem: Problem }

type Listener = (item: Outgoing, outcome: Outcome) => void

const RETRY_MS = 15_000

class Outbox {
  items: Outgoing[] = $state([])
  #listeners = new Set<Listener>()
  #timer: ReturnType<typeof setTimeout> | undefined

  get #key(): string {
    return `proofdesk.outbox.1.${session.staff?.id ?? 'nobody'}`
  }

  /** Takes up what an earlier page could not send. */
  open(): () => void {
    this.items = read(this.#key)
    const flush = () => void this.flush()
    addEventListener('online', flush)
    const stop = live.whenLive(flush)
    flush()
    return () => {
      removeEventListener('online', flush)
      clearTimeout(this.#timer)
      stop()
    }
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  of(ticket: string): Outgoing[] {
    return this.items.filter((item) => item.ticket === ticket)
  }

  async send(message: Omit<Outgoing, 'key' | 'at' | 'state'>): Promise<Outcome> {
    const item: Outgoing = { ...message, key: uniqueKey(), at: new Date().toISOString(), state: 'sending' }
    const behind = this.of(item.ticket).length > 0
    this.items.push(item)
    this.#keep()
    if (!behind) return this.#try(item.key)
    this.#set(item.key, 'waiting')
    return { is: 'waiting' }
  }

  /** Takes a waiting message back, to go on writing it. */
  withdraw(key: string): Outgoing | undefined {
    const item = this.items.find((one) => one.key === key)
    this.#drop(key)
    return item
  }

  /** Tries the oldest waiting message of each ticket. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    const first = new Map<string, Outgoing>()
    for (const item of this.items) if (!first.has(item.ticket)) first.set(item.ticket, item)
    for (const item of first.values()) {
      if (item.state !== 'waiting') continue
      const outcome = await this.#try(item.key)
      if (outcome.is === 'sent' && this.of(item.ticket).length > 0) await this.flush()
    }
  }

  async #try(key: string): Promise<Outcome> {
    const item = this.items.find((one) => one.key === key)
    if (!item) return { is: 'sent' }
    this.#set(key, 'sending')
    let outcome: Outcome
    try {
      await api.send(
        item.ticket,
        {
          body: item.body,
          visibility: item.mode === 'note' ? 'internal' : 'public',
          attachment_ids: item.attachments.map(({ id }) => id),
          status_id: item.setStatusId,
          expect_version: item.expectVersion,
          lang: item.lang,
        },
        item.key,
      )
      this.#drop(key)
      outcome = { is: 'sent' }
    } catch (error) {
      const known = failure(error)
      if (isTransient(known)) {
        this.#set(key, 'waiting')
        clearTimeout(this.#timer)
        this.#timer = setTimeout(() => void this.flush(), RETRY_MS)
        outcome = { is: 'waiting' }
      } else {
        this.#drop(key)
        outcome = { is: 'refused', problem: known as Problem }
      }
    }
    this.#listeners.forEach((listener) => listener(item, outcome))
    return outcome
  }

  #set(key: string, state: Outgoing['state']) {
    const item = this.items.find((one) => one.key === key)
    if (item) item.state = state
    this.#keep()
  }

  #drop(key: string) {
    this.items = this.items.filter((one) => one.key !== key)
    this.#keep()
  }

  #keep() {
    try {
      if (this.items.length === 0) localStorage.removeItem(this.#key)
      else localStorage.setItem(this.#key, JSON.stringify(this.items))
    } catch {
      // The message is still in this page; it says "waiting" until it is gone.
    }
  }
}

function read(key: string): Outgoing[] {
  try {
    const items = JSON.parse(localStorage.getItem(key) ?? '[]') as Outgoing[]
    // What was on its way when the page closed may or may not have arrived; its key makes trying again harmless.
    return items.map((item) => ({ ...item, state: 'waiting' }))
  } catch {
    return []
  }
}

export const outbox = new Outbox()
