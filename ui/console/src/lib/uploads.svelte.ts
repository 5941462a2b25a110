/** Files on their way up, each with its progress. */

import { upload } from './api'
import type { DraftAttachment } from './drafts'
import { failure, type Failure } from './problem'

/** Said here too, so that nobody waits for an upload that is then refused. */
export const MOST_BYTES = 100 * 1024 * 1024
export const MOST_FILES = 20

export interface Upload {
  key: number
  name: string
  type: string
  size: number
  /** 0 to 1. */
  progress: number
  state: 'going' | 'done' | 'failed' | 'too-large'
  error: Failure | undefined
  attachment: DraftAttachment | undefined
}

export class Uploads {
  list: Upload[] = $state([])
  #files = new Map<number, File>()
  #stops = new Map<number, AbortController>()
  #next = 1

  get busy(): boolean {
    return this.list.some((one) => one.state === 'going')
  }

  get done(): DraftAttachment[] {
    return this.list.flatMap((one) => one.attachment ?? [])
  }

  restore(attachments: DraftAttachment[]) {
    this.list = attachments.map((attachment) => ({
      key: this.#next++,
      name: attachment.file_name,
      type: attachment.content_type,
      size: attachment.size,
      progress: 1,
      state: 'done',
      error: undefined,
      attachment,
    }))
  }

  add(files: Iterable<File>) {
    for (const file of files) {
      if (this.list.length >= MOST_FILES) return
      const key = this.#next++
      this.#files.set(key, file)
      this.list.push({
        key,
        name: nameOf(file),
        type: file.type,
        size: file.size,
        progress: 0,
        state: file.size > MOST_BYTES ? 'too-large' : 'going',
        error: undefined,
        attachment: undefined,
      })
      if (file.size <= MOST_BYTES) void this.#send(key)
    }
  }

  retry(key: number) {
    const one = this.#find(key)
    if (!one) return
    one.state = 'going'
    one.progress = 0
    void this.#send(key)
  }

  remove(key: number) {
    this.#stops.get(key)?.abort()
    this.#files.delete(key)
    this.list = this.list.filter((one) => one.key !== key)
  }

  clear() {
    for (const one of this.list) this.#stops.get(one.key)?.abort()
    this.#files.clear()
    this.list = []
  }

  #find(key: number): Upload | undefined {
    return this.list.find((one) => one.key === key)
  }

  async #send(key: number) {
    const file = this.#files.get(key)
    const begun = this.#find(key)
    if (!file || !begun) return
    const stop = new AbortController()
    this.#stops.set(key, stop)
    try {
      const attachment = await upload(
        file,
        begun.name,
        (fraction) => {
          const one = this.#find(key)
          if (one) one.progress = fraction
        },
        stop.signal,
      )
      const one = this.#find(key)
      if (!one) return
      one.attachment = attachment
      one.state = 'done'
      one.progress = 1
      this.#files.delete(key)
    } catch (error) {
      if (stop.signal.aborted) return
      const one = this.#find(key)
      if (!one) return
      one.error = failure(error)
      one.state = 'failed'
    } finally {
      this.#stops.delete(key)
    }
  }
}

/** Browsers call every pasted picture "image.png"; the time tells them apart. */
function nameOf(file: File): string {
  if (file.name !== '' && file.name !== 'image.png') return file.name
  const end = file.type.split('/')[1] ?? 'bin'
  const stamp = new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')
  return `pasted-${stamp}.${end}`
}
