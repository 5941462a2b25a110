/** Files on their way up, each with its progress. */

import { api, appendTo } from './api'
import type { DraftAttachment } from './drafts'
import { failure, Problem, Unreachable, type Failure } from './problem'
import type { Attachment } from './types'
import { UnderWay } from './under-way'
import { FileChanged, PIECE_BYTES, sendInPieces, type Ports } from './upload-pieces'

/** Said here too, so that nobody waits for an upload that is then refused. */
export const MOST_BYTES = 100 * 1024 * 1024
export const MOST_FILES = 20
/** Files that go up at the same time. */
const AT_ONCE = 2
/** Pauses between attempts while the connection is away; the last one is repeated. */
const PAUSES_MS = [500, 1_000, 2_000, 5_000, 10_000]

export interface Upload {
  key: number
  name: string
  type: string
  size: number
  /** 0 to 1. */
  progress: number
  state: 'waiting' | 'going' | 'away' | 'done' | 'failed' | 'changed' | 'too-large' | 'empty'
  error: Failure | undefined
  attachment: DraftAttachment | undefined
}

export class Uploads {
  list: Upload[] = $state([])
  /** Hears of each file that has arrived. */
  whenDone: (attachment: DraftAttachment) => void = () => {}
  #files = new Map<number, File>()
  #stops = new Map<number, AbortController>()
  #next = 1

  get busy(): boolean {
    return this.list.some(isUnderWay)
  }

  get done(): DraftAttachment[] {
    return this.list.flatMap((one) => one.attachment ?? [])
  }

  /** Shows these as arrived. What has not arrived yet goes on. */
  restore(attachments: DraftAttachment[]) {
    const arrived = attachments.map(
      (attachment): Upload => ({
        key: this.#next++,
        name: attachment.file_name,
        type: attachment.content_type,
        size: attachment.size,
        progress: 1,
        state: 'done',
        error: undefined,
        attachment,
      }),
    )
    this.list = [...arrived, ...this.list.filter(({ state }) => state !== 'done')]
  }

  add(files: Iterable<File>) {
    for (const file of files) {
      if (this.list.length >= MOST_FILES) break
      const key = this.#next++
      this.#files.set(key, file)
      this.list.push({
        key,
        name: nameOf(file),
        type: file.type,
        size: file.size,
        progress: 0,
        state: file.size > MOST_BYTES ? 'too-large' : file.size === 0 ? 'empty' : 'waiting',
        error: undefined,
        attachment: undefined,
      })
    }
    this.#start()
  }

  retry(key: number) {
    const one = this.#find(key)
    if (!one) return
    one.state = 'waiting'
    this.#start()
  }

  /** Takes a file out. What of it rests on the server is forgotten there too. */
  remove(key: number) {
    const file = this.#files.get(key)
    this.#stops.get(key)?.abort()
    this.#files.delete(key)
    this.list = this.list.filter((one) => one.key !== key)
    const id = file && begun.get(file)
    if (file && id !== undefined) {
      begun.set(file, undefined)
      // One that is not cancelled is forgotten after a day.
      api.cancelUpload(id).catch(() => undefined)
    }
    this.#start()
  }

  /** Stops them all. What rests of them is gone on with when the same file is chosen again. */
  clear() {
    for (const one of this.list) this.#stops.get(one.key)?.abort()
    this.#files.clear()
    this.list = []
  }

  #find(key: number): Upload | undefined {
    return this.list.find((one) => one.key === key)
  }

  #start() {
    for (const one of this.list) {
      if (this.#stops.size >= AT_ONCE) return
      if (one.state === 'waiting' && !this.#stops.has(one.key)) void this.#send(one.key)
    }
  }

  async #send(key: number) {
    const file = this.#files.get(key)
    const one = this.#find(key)
    if (!file || !one) return
    const stop = new AbortController()
    this.#stops.set(key, stop)
    one.state = 'going'
    const shown = {
      progress: (bytes: number) => this.#set(key, { state: 'going', progress: bytes / file.size }),
      away: () => this.#set(key, { state: 'away' }),
    }
    try {
      const attachment = await sendInPieces(portsOf(file, one.name, stop.signal), shown, stop.signal)
      this.#files.delete(key)
      this.#set(key, { attachment, state: 'done', progress: 1 })
      this.whenDone(attachment)
    } catch (error) {
      if (stop.signal.aborted) return
      if (error instanceof FileChanged) this.#set(key, { state: 'changed' })
      else this.#set(key, { state: 'failed', error: failure(error) })
    } finally {
      this.#stops.delete(key)
      this.#start()
    }
  }

  #set(key: number, change: Partial<Upload>) {
    const one = this.#find(key)
    if (one) Object.assign(one, change)
  }
}

/** Those of composers that were left. */
export const underWay = new UnderWay<Uploads>()

/** Whether it will be there by itself. */
export function isUnderWay({ state }: Upload): boolean {
  return state === 'waiting' || state === 'going' || state === 'away'
}

function portsOf(file: File, name: string, signal: AbortSignal): Ports<Attachment> {
  return {
    begin: async () =>
      api.beginUpload({
        file_name: name,
        content_type: file.type || null,
        length: file.size,
        sha256: (await digest(file)) ?? null,
      }),
    find: async (id) => {
      try {
        return await api.findUpload(id, signal)
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return undefined
        throw error
      }
    },
    append: (id, offset, sent) => appendTo(id, offset, file.slice(offset, offset + PIECE_BYTES), sent, signal),
    pause: (attempt) => pause(PAUSES_MS[Math.min(attempt, PAUSES_MS.length) - 1] ?? 0, signal),
    isReadable: () =>
      file
        .slice(0, 1)
        .arrayBuffer()
        .then(
          () => true,
          () => false,
        ),
    remembered: { get: () => begun.get(file), set: (id) => begun.set(file, id) },
  }
}

/** Until the time is over, the network is back, or nobody wants it any more. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}

/** What the whole must be when it has arrived; not known where the browser cannot tell. */
async function digest(file: File): Promise<string | undefined> {
  try {
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
    return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  } catch (error) {
    // A file that is gone is no file without a digest.
    if (error instanceof DOMException && error.name === 'NotFoundError') throw new Unreachable(error)
    return undefined
  }
}

/** Uploads that began before the page was closed, by what tells the same file again. */
const begun = {
  key: (file: File) => `proofdesk.upload.1.${file.name}.${file.size}.${file.lastModified}`,
  get(file: File): string | undefined {
    try {
      return localStorage.getItem(begun.key(file)) ?? undefined
    } catch {
      return undefined
    }
  },
  set(file: File, id: string | undefined) {
    try {
      if (id === undefined) localStorage.removeItem(begun.key(file))
      else localStorage.setItem(begun.key(file), id)
    } catch {
      // Storage is switched off or full: an upload lives as long as the page.
    }
  },
}

/** Browsers call every pasted picture "image.png"; the time tells them apart. */
function nameOf(file: File): string {
  if (file.name !== '' && file.name !== 'image.png') return file.name
  const end = file.type.split('/')[1] ?? 'bin'
  const stamp = new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')
  return `pasted-${stamp}.${end}`
}
