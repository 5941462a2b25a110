/**
 * A file on its way up in pieces. The server says how much of it rests, so a cut connection, a reload and a restart of the
 * server cost no more than the piece that was under way.
 */

import { isTransient, Problem, Unreachable } from './problem'

export const PIECE_BYTES = 8 * 1024 * 1024
/** Attempts without a byte of progress before a person is asked. */
export const MOST_ATTEMPTS = 60

/** How far an upload has come, and the file that it became. */
export interface Progress<A> {
  id: string
  offset: number
  attachment?: A | null | undefined
}

/** What an upload needs of the world. */
export interface Ports<A> {
  begin(): Promise<Progress<A>>
  /** `undefined` where the server does not know it any more. */
  find(id: string): Promise<Progress<A> | undefined>
  append(id: string, offset: number, sent: (bytes: number) => void): Promise<Progress<A>>
  /** Waits before attempt number `attempt` (from 1), or until the network comes back. */
  pause(attempt: number): Promise<void>
  /** Whether the file is still the one that was chosen. */
  isReadable(): Promise<boolean>
  /** The upload that began before the page was closed. */
  remembered: { get(): string | undefined; set(id: string | undefined): void }
}

/** What its row shows meanwhile. */
export interface Shown {
  progress(bytes: number): void
  /** The connection is away; it goes on by itself. */
  away(): void
}

/** The file was changed, moved or deleted since it was chosen. */
export class FileChanged extends Error {}

/** Sends it to its end, over however many connections. Refusals and [[FileChanged]] end it; what rests stays for another try. */
export async function sendInPieces<A>(ports: Ports<A>, shown: Shown, signal: AbortSignal): Promise<A> {
  const upload = new Sending(ports, shown)
  let attempts = 0
  for (;;) {
    signal.throwIfAborted()
    const before = upload.offset
    try {
      const attachment = await upload.step()
      if (attachment) return attachment
      attempts = 0
    } catch (error) {
      signal.throwIfAborted()
      if (!goesOn(error)) throw error
      upload.lost()
      // A browser calls a file that was changed or moved a broken connection too.
      if (!(await ports.isReadable())) throw new FileChanged()
      attempts = upload.offset > before ? 1 : attempts + 1
      if (attempts > MOST_ATTEMPTS) throw error
      shown.away()
      await ports.pause(attempts)
    }
  }
}

/** Whether asking how far it is and going on from there can help. */
function goesOn(error: unknown): error is Problem | Unreachable {
  if (error instanceof Unreachable) return true
  if (!(error instanceof Problem)) return false
  return isTransient(error) || error.status === 408 || error.code === 'upload-offset' || error.code === 'attachment-incomplete'
}

class Sending<A> {
  offset = 0
  #id: string | undefined
  /** Whether the offset is the server's and not a guess. */
  #known = false
  readonly #ports: Ports<A>
  readonly #shown: Shown

  constructor(ports: Ports<A>, shown: Shown) {
    this.#ports = ports
    this.#shown = shown
    this.#id = ports.remembered.get()
  }

  lost() {
    this.#known = false
  }

  /** Goes on by one request; gives the file once it is made. */
  async step(): Promise<A | undefined> {
    if (this.#id === undefined) {
      this.#take(await this.#ports.begin())
      this.#ports.remembered.set(this.#id)
      return undefined
    }
    if (!this.#known) {
      const found = await this.#ports.find(this.#id)
      if (!found) {
        this.#id = undefined
        this.offset = 0
        this.#ports.remembered.set(undefined)
        return undefined
      }
      return this.#take(found)
    }
    const from = this.offset
    return this.#take(await this.#ports.append(this.#id, from, (bytes) => this.#shown.progress(from + bytes)))
  }

  #take({ id, offset, attachment }: Progress<A>): A | undefined {
    this.#id = id
    this.offset = offset
    this.#known = true
    this.#shown.progress(offset)
    if (attachment) this.#ports.remembered.set(undefined)
    return attachment ?? undefined
  }
}
