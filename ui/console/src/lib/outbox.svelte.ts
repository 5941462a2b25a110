/**
 * Messages on their way out. A message that finds no server waits here, in this browser, with a clock beside it, and
 * goes as soon as the server answers; its idempotency key makes sure that it is there once however often it was tried.
 * A reply is held for some seconds first, in which it can be taken back. When the page goes it is sent at once.
 */

import { api } from './api'
import type { TicketAct } from './bulk'
import type { DraftAttachment, Mode } from './drafts'
import { sentActs } from './macro-acts'
import { sentMentions } from './mentions'
import { OutboxStore } from './outbox-store'
import { failure, isTransient, type Problem } from './problem'
import type { Locale, Mention } from './types'
import { uniqueKey } from './random'
import { session } from './session.svelte'
import { live } from './live.svelte'

export interface Outgoing {
  key: string
  ticket: string
  mode: Mode
  body: string
  attachments: DraftAttachment[]
  /** What is done to the ticket with it; absent in what an earlier version kept. */
  acts?: TicketAct[]
  macros?: string[]
  /** Whom a note mentions. */
  mentions?: Mention[]
  setStatusId?: string | undefined
  expectVersion?: number | undefined
  lang?: Locale | undefined
  at: string
  /** `held`: until its moment, for a second thought. */
  state: 'held' | 'sending' | 'waiting'
  /** When a held one goes, in milliseconds since the epoch. */
  due?: number
}

export type Outcome =
  | { is: 'sent' }
  | { is: 'waiting' }
  /** It was taken back before it went. */
  | { is: 'withdrawn' }
  | { is: 'refused'; problem: Problem }

type Listener = (item: Outgoing, outcome: Outcome) => void

const RETRY_MS = 15_000
/** How long after its moment a held message of another page is left to that page. */
const OTHERS_MS = 3_000

class Outbox {
  items: Outgoing[] = $state([])
  #listeners = new Set<Listener>()
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Ends the wait of a held message: `true` sends it. */
  #held = new Map<string, (send: boolean) => void>()
  /** What another page wrote, and perhaps still has open. */
  #others = new Set<string>()

  get #store(): OutboxStore<Outgoing> {
    return new OutboxStore(localStorage, session.staff?.id ?? 'nobody')
  }

  /** Takes up what an earlier page could not send. */
  open(): () => void {
    this.items = this.#read()
    this.#others = new Set(this.items.map(({ key }) => key))
    const flush = () => void this.flush()
    addEventListener('online', flush)
    const leave = () => this.#leave()
    addEventListener('pagehide', leave)
    const stop = live.whenLive(flush)
    flush()
    return () => {
      removeEventListener('online', flush)
      removeEventListener('pagehide', leave)
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

  /** Sends a message, `holdMs` after now; until then it can be had back by its key. */
  post(message: Omit<Outgoing, 'key' | 'at' | 'state' | 'due'>, holdMs = 0): { key: string; outcome: Promise<Outcome> } {
    const item: Outgoing = { ...message, key: uniqueKey(), at: new Date().toISOString(), state: 'sending' }
    if (holdMs > 0) Object.assign(item, { state: 'held', due: Date.now() + holdMs })
    this.items.push(item)
    this.#keep(item)
    return { key: item.key, outcome: this.#send(item, holdMs) }
  }

  async #send({ key, ticket }: Outgoing, holdMs: number): Promise<Outcome> {
    if (holdMs > 0 && !(await this.#hold(key, holdMs))) return { is: 'withdrawn' }
    if (this.of(ticket)[0]?.key === key) return this.#try(key)
    // Another one before it is still on its way: the order stays.
    this.#set(key, 'waiting')
    return { is: 'waiting' }
  }

  /** Sends a held message now. */
  release(key: string) {
    this.#held.get(key)?.(true)
  }

  /** Takes a held or waiting message back, to go on writing it. One that is on its way can no longer be had back. */
  withdraw(key: string): Outgoing | undefined {
    const item = this.items.find((one) => one.key === key)
    if (!item || item.state === 'sending') return undefined
    this.#drop(key)
    this.#held.get(key)?.(false)
    return item
  }

  #hold(key: string, ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (send: boolean) => {
        clearTimeout(timer)
        this.#held.delete(key)
        resolve(send)
      }
      const timer = setTimeout(() => end(true), ms)
      this.#held.set(key, end)
    })
  }

  /** The page goes: what is held is sent by the browser, and tried again from the next page in case it was not. */
  #leave() {
    for (const item of this.items) {
      if (item.state !== 'held') continue
      api.send(item.ticket, wire(item), item.key, true).catch(() => undefined)
    }
  }

  /** Tries the oldest waiting message of each ticket. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    // What another window took back to go on writing, or has sent, is not sent from here.
    const gone = this.items.filter(({ key, state }) => state === 'waiting' && this.#others.has(key) && !this.#store.has(key))
    if (gone.length > 0) this.items = this.items.filter(({ key }) => gone.every((one) => one.key !== key))
    const first = new Map<string, Outgoing>()
    for (const item of this.items) if (!first.has(item.ticket)) first.set(item.ticket, item)
    for (const item of first.values()) {
      if (item.state !== 'waiting') continue
      if (item.due === undefined) await this.#try(item.key)
      else this.#takeOver(item)
    }
  }

  /** What an earlier page, or another one that is still open, held: that one's moment comes first. */
  #takeOver({ key, due = 0 }: Outgoing) {
    const wait = due + OTHERS_MS - Date.now()
    if (wait > 0) {
      setTimeout(() => void this.flush(), wait)
      return
    }
    // Gone from the storage it was sent or taken back there.
    if (this.#store.has(key)) void this.#try(key)
    else this.items = this.items.filter((one) => one.key !== key)
  }

  async #try(key: string): Promise<Outcome> {
    const item = this.items.find((one) => one.key === key)
    if (!item) return { is: 'sent' }
    this.#set(key, 'sending')
    let outcome: Outcome
    try {
      await api.send(item.ticket, wire(item), item.key)
      this.#drop(key)
      outcome = { is: 'sent' }
      if (this.of(item.ticket).length > 0) setTimeout(() => void this.flush())
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
    if (!item) return
    item.state = state
    delete item.due
    this.#keep(item)
  }

  #drop(key: string) {
    this.items = this.items.filter((one) => one.key !== key)
    try {
      this.#store.drop(key)
    } catch {
      // A browser without storage kept nothing.
    }
  }

  /** What finds no room is still in this page; it says "waiting" until it is gone. */
  #keep(item: Outgoing) {
    try {
      this.#store.keep(item)
    } catch {
      // A browser without storage keeps nothing.
    }
  }

  #read(): Outgoing[] {
    try {
      // What was on its way when the page closed may or may not have arrived; its key makes trying again harmless.
      return this.#store.all().map((item) => ({ ...item, state: 'waiting' }))
    } catch {
      return []
    }
  }
}

function wire(item: Outgoing): Parameters<typeof api.send>[1] {
  return {
    body: item.body,
    visibility: item.mode === 'note' ? 'internal' : 'public',
    attachment_ids: item.attachments.map(({ id }) => id),
    status_id: item.setStatusId,
    acts: sentActs(item.acts ?? []),
    macro_ids: item.macros ?? [],
    mentions: sentMentions(item.mentions ?? []),
    expect_version: item.expectVersion,
    lang: item.lang,
  }
}

export const outbox = new Outbox()
