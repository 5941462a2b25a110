/**
 * Drafts are kept on the server too: what is written here goes there after a pause, and what another device of the same person wrote
 * comes here when the ticket is opened, when this page is looked at again, and when the connection is back. This browser's copy stays
 * the first one, so that nothing depends on the network.
 */

import { afterPaint } from './after-paint'
import { api } from './api'
import { directory } from './directory.svelte'
import { decide, joinedFiles, trying } from './draft-merge'
import { MODES, whenDrafted, type Draft, type Mode } from './drafts'
import { inbox } from './inbox.svelte'
import { joined } from './macro-acts'
import { joinedMentions, sentMentions } from './mentions'
import { live } from './live.svelte'
import { ticketsOf } from './live/tickets'
import { failure, isTransient, Problem } from './problem'
import { session } from './session.svelte'
import { isField } from './shortcuts.svelte'
import type { Mention, ReplyDraft } from './types'

/** A text rests so long before it goes up. */
const PAUSE_MS = 1_500
/** After something happened in a ticket: whoever sent a reply there throws its draft away just then. */
const LOOK_MS = 2_000
/** When the server did not answer. */
const AGAIN_MS = 15_000
/** How often one asks anew because something went up meanwhile. */
const MOST_TRIES = 3
/** What the server takes of acts with one draft. */
const MOST_ACTS = 30

class DraftSync {
  /** Tickets in which one has begun to write, on whatever device. */
  begun: ReadonlySet<string> = $state.raw(new Set())
  #timers = new Map<string, ReturnType<typeof setTimeout>>()
  #running = new Set<string>()
  #again = new Set<string>()
  /** Tickets that wait for a look at what the server keeps, and those whose look came while something of them went up. */
  #looks = new Map<string, ReturnType<typeof setTimeout>>()
  #late = new Set<string>()
  /** Counts what has gone up. */
  #pushed = 0
  /** The composers that are open, by ticket, and how they show what has come. */
  #open = new Map<string, () => void>()

  listen(): () => void {
    const stopHearing = whenDrafted((ticket, mode) => {
      this.#mark(ticket)
      // What was sent or thrown away is so everywhere at once; a text rests first.
      this.#soon(ticket, mode, session.drafts.load(ticket, mode) ? PAUSE_MS : 0)
    })
    const look = () => {
      if (document.visibilityState === 'visible') for (const ticket of this.#open.keys()) void this.fetch(ticket)
    }
    const stopLive = live.whenLive(() => {
      this.#catchUp()
      look()
    })
    // Another device may have sent what stands here: then it is not sent twice.
    const stopFrames = live.listen({ onFrame: (frame) => ticketsOf(frame).forEach((ticket) => this.#lookSoon(ticket)) })
    const leave = () => this.#leave()
    const share = (event: StorageEvent) => this.#share(event)
    document.addEventListener('visibilitychange', look)
    addEventListener('pagehide', leave)
    addEventListener('storage', share)
    void this.#list()
    this.#catchUp()
    return () => {
      stopHearing()
      stopLive()
      stopFrames()
      document.removeEventListener('visibilitychange', look)
      removeEventListener('pagehide', leave)
      removeEventListener('storage', share)
      for (const timer of [...this.#timers.values(), ...this.#looks.values()]) clearTimeout(timer)
      this.#timers.clear()
      this.#looks.clear()
      this.begun = new Set()
    }
  }

  /** While its composer is open, a ticket's drafts are looked at; `show` shows them anew. */
  open(ticket: string, show: () => void): () => void {
    this.#open.set(ticket, show)
    const callOff = afterPaint(() => void this.fetch(ticket))
    return () => {
      callOff()
      if (this.#open.get(ticket) === show) this.#open.delete(ticket)
    }
  }

  /** Reads what the server keeps of a ticket, and puts it together with what is here. `refused` is what could not go up just now. */
  async fetch(ticket: string, refused?: Mode): Promise<void> {
    const owner = session.staff?.id
    // By it those who are mentioned have names.
    await directory.load().catch(() => undefined)
    const kept = await this.#kept(ticket)
    // Without an answer what is here is shown, and goes up when there is a connection.
    if (!kept || session.staff?.id !== owner) return
    let isNew = false
    for (const mode of MODES) {
      // What goes up right now would be taken for another device's.
      if (mode !== refused && this.#running.has(keyOf(ticket, mode))) this.#late.add(ticket)
      else isNew = this.#meet(ticket, mode, kept.find(({ visibility }) => modeOf(visibility) === mode)) || isNew
    }
    this.#mark(ticket)
    if (isNew) this.#open.get(ticket)?.()
  }

  /** What the server keeps; not what it kept before something went up on another way. */
  async #kept(ticket: string): Promise<ReplyDraft[] | undefined> {
    try {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const before = this.#pushed
        const kept = await api.replyDrafts(ticket)
        if (this.#pushed === before) return kept
      }
    } catch {
      return undefined
    }
    return undefined
  }

  /** Answers whether what is here is another than before. */
  #meet(ticket: string, mode: Mode, there: ReplyDraft | undefined): boolean {
    const { drafts } = session
    const here = drafts.load(ticket, mode)
    const known = drafts.known(ticket, mode)
    const decision = decide(here, known, there)
    switch (decision.is) {
      case 'same':
        return false
      case 'push':
        // What is gone there is begun anew, and not gone on with; what went up from here without an answer is gone on with.
        if (!there) drafts.know(ticket, mode, undefined)
        else if (known && known.version !== there.version) drafts.know(ticket, mode, { ...known, version: there.version })
        this.#soon(ticket, mode, here ? PAUSE_MS : 0)
        return false
      case 'gone':
        drafts.clear(ticket, mode)
        drafts.know(ticket, mode, undefined)
        return here !== undefined
      case 'take': {
        if (!there) return false
        const draft = fromServer(there)
        // What has no room here is not taken for something that was thrown away here.
        if (!drafts.save(ticket, mode, draft)) return false
        drafts.know(ticket, mode, { version: there.version, savedAt: draft.savedAt })
        return true
      }
      case 'join': {
        if (!there || !here) return false
        const theirs = fromServer(there)
        drafts.know(ticket, mode, { version: there.version, savedAt: theirs.savedAt })
        drafts.save(ticket, mode, {
          body: decision.body,
          attachments: joinedFiles(theirs.attachments, here.attachments),
          acts: joined(theirs.acts ?? [], here.acts ?? []),
          macros: [...new Set([...(theirs.macros ?? []), ...(here.macros ?? [])])],
          mentions: joinedMentions(theirs.mentions ?? [], here.mentions ?? []),
          savedAt: Date.now(),
          seenUntil: here.seenUntil ?? theirs.seenUntil,
        })
        return true
      }
    }
  }

  /** Looks when whatever happens in a ticket is over, where there is something that another device may have sent. */
  #lookSoon(ticket: string) {
    if (!this.#open.has(ticket) || !MODES.some((mode) => session.drafts.known(ticket, mode))) return
    clearTimeout(this.#looks.get(ticket))
    this.#looks.set(
      ticket,
      setTimeout(() => {
        this.#looks.delete(ticket)
        void this.fetch(ticket)
      }, LOOK_MS),
    )
  }

  /** Another window of this browser wrote: a composer that is open here shows it too, but never under somebody's hands. */
  #share({ key }: StorageEvent) {
    const place = session.drafts.placeOf(key)
    if (!place) return
    this.#mark(place.ticket)
    if (!(document.hasFocus() && isField(document.activeElement))) this.#open.get(place.ticket)?.()
  }

  #soon(ticket: string, mode: Mode, ms = PAUSE_MS) {
    const key = keyOf(ticket, mode)
    clearTimeout(this.#timers.get(key))
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key)
        void this.#run(ticket, mode)
      }, ms),
    )
  }

  /** One request of a draft at a time: the next one goes on from the version of this one. */
  async #run(ticket: string, mode: Mode): Promise<void> {
    const key = keyOf(ticket, mode)
    if (this.#running.has(key)) return void this.#again.add(key)
    this.#running.add(key)
    try {
      await this.#push(ticket, mode)
    } finally {
      this.#running.delete(key)
      if (this.#again.delete(key)) this.#soon(ticket, mode)
      if (this.#late.delete(ticket)) void this.fetch(ticket)
    }
  }

  async #push(ticket: string, mode: Mode): Promise<void> {
    const { drafts } = session
    const here = drafts.load(ticket, mode)
    const known = drafts.known(ticket, mode)
    if (here ? here.savedAt === known?.savedAt : !known) return
    try {
      if (here) {
        drafts.know(ticket, mode, trying(known, here.body))
        const { version } = await api.keepReplyDraft(ticket, visibilityOf(mode), toServer(here, mode), known?.version ?? 0)
        this.#pushed += 1
        drafts.know(ticket, mode, { version, savedAt: here.savedAt })
        // Nothing else tells the queue of drafts of it.
        if (!known?.version) void inbox.count()
      } else if (known) {
        await api.discardReplyDraft(ticket, visibilityOf(mode), known.version)
        this.#pushed += 1
        drafts.know(ticket, mode, undefined)
        void inbox.count()
      }
    } catch (error) {
      const refused = failure(error)
      if (refused instanceof Problem && refused.code === 'version-conflict') await this.fetch(ticket, mode)
      else if (isTransient(refused)) this.#soon(ticket, mode, AGAIN_MS)
      // Whatever else the server says of it, it stays here, and nothing of it arrived.
      else if (here) drafts.know(ticket, mode, known)
      // Where one may not write any more, or nothing is any more, there is nothing to be thrown away.
      else if (refused instanceof Problem && ['no-permission', 'not-found'].includes(refused.code)) drafts.know(ticket, mode, undefined)
    }
  }

  /** What an earlier page could not bring up. */
  #catchUp() {
    for (const { ticket, mode } of session.drafts.behind()) this.#soon(ticket, mode)
  }

  /** The page goes: the browser sends on what waited for its pause. What does not arrive is brought up by the next page. */
  #leave() {
    // What is on its way may be broken off.
    for (const key of new Set([...this.#timers.keys(), ...this.#running])) {
      const [ticket = '', name] = key.split(' ')
      const mode: Mode = name === 'note' ? 'note' : 'reply'
      const { drafts } = session
      const here = drafts.load(ticket, mode)
      const known = drafts.known(ticket, mode)
      if (here) {
        drafts.know(ticket, mode, trying(known, here.body))
        api.keepReplyDraft(ticket, visibilityOf(mode), toServer(here, mode), known?.version ?? 0, true).catch(() => undefined)
      } else if (known) {
        // Else another device would find what was sent, and send it again.
        api.discardReplyDraft(ticket, visibilityOf(mode), known.version, true).catch(() => undefined)
      }
    }
  }

  async #list() {
    try {
      const items = await api.begunReplies()
      this.begun = new Set([...session.drafts.tickets(), ...items.map(({ ticket }) => ticket)])
    } catch {
      this.begun = session.drafts.tickets()
    }
  }

  #mark(ticket: string) {
    const isBegun = MODES.some((mode) => session.drafts.load(ticket, mode) !== undefined)
    if (isBegun === this.begun.has(ticket)) return
    const others = [...this.begun].filter((one) => one !== ticket)
    this.begun = new Set(isBegun ? [...others, ticket] : others)
  }
}

function keyOf(ticket: string, mode: Mode): string {
  return `${ticket} ${mode}`
}

function modeOf(visibility: ReplyDraft['visibility']): Mode {
  return visibility === 'internal' ? 'note' : 'reply'
}

function visibilityOf(mode: Mode): ReplyDraft['visibility'] {
  return mode === 'note' ? 'internal' : 'public'
}

function fromServer(kept: ReplyDraft): Draft {
  const named = (kind: Mention['kind'], ids: readonly string[], all: readonly { id: string; name: string }[]) =>
    ids.flatMap((id) => all.filter((one) => one.id === id).map(({ name }) => ({ kind, id, name })))
  return {
    body: kept.body,
    attachments: kept.attachments,
    acts: kept.acts,
    macros: kept.macro_ids,
    mentions: [
      ...named('member', kept.mentions.staff_ids ?? [], directory.staff),
      ...named('team', kept.mentions.team_ids ?? [], directory.teams),
    ],
    savedAt: Date.parse(kept.updated_at),
    seenUntil: kept.seen_until ?? null,
  }
}

function toServer(draft: Draft, mode: Mode) {
  return {
    body: draft.body,
    attachment_ids: draft.attachments.map(({ id }) => id),
    acts: (draft.acts ?? []).slice(0, MOST_ACTS),
    macro_ids: (draft.macros ?? []).slice(0, 10),
    mentions: sentMentions(mode === 'note' ? (draft.mentions ?? []) : []),
    seen_until: draft.seenUntil,
  }
}

export const draftSync = new DraftSync()
