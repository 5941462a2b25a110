/** What of a file can be shown in the page, and how: pure, so that it is tried without a browser. */

import type { Attachment, Message, TimelineItem } from './types'

/** By what a file is shown; `none` can only be downloaded. */
export type ShownBy = 'picture' | 'video' | 'audio' | 'pdf' | 'text' | 'none'

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']
const VIDEOS = ['video/mp4', 'video/x-m4v', 'video/webm', 'video/quicktime']
const SOUNDS = ['audio/mpeg', 'audio/ogg', 'audio/opus', 'audio/x-wav', 'audio/x-flac', 'audio/aac', 'audio/m4a']

/** Goes by the type that the server told from the bytes. What could run is not among them, whatever it is called. */
export function shownBy({ content_type }: Pick<Attachment, 'content_type'>): ShownBy {
  const type = content_type.split(';')[0]?.trim() ?? ''
  if (PICTURES.includes(type)) return 'picture'
  if (VIDEOS.includes(type)) return 'video'
  if (SOUNDS.includes(type)) return 'audio'
  if (type === 'application/pdf') return 'pdf'
  return type === 'text/plain' ? 'text' : 'none'
}

/** Whether there is anything to look at: an erased file has no bytes, an infected one is given to nobody. */
export function canOpen({ erased, scan }: Pick<Attachment, 'erased' | 'scan'>): boolean {
  return !erased && scan !== 'infected'
}

/** A file, and the message that brought it. */
export interface Listed {
  file: Attachment
  message: Message
}

/** The files of a ticket that can be opened, in the order in which they stand in the thread. */
export function filesOf(items: readonly TimelineItem[]): Listed[] {
  return items
    .filter((item) => item.type === 'message')
    .flatMap((message) => message.attachments.filter(canOpen).map((file) => ({ file, message })))
}

/** The file that comes so many after another; undefined beyond the ends. */
export function neighbour(files: readonly Listed[], id: string, by: 1 | -1): string | undefined {
  const at = files.findIndex(({ file }) => file.id === id)
  return at === -1 ? undefined : files[at + by]?.file.id
}

export interface Size {
  width: number
  height: number
}

/** How large a picture is drawn that is to be seen whole, turned by so many quarters: never larger than it is. */
export function fitted(natural: Size, room: Size, quarters: number): Size {
  const seen = turned(natural, quarters)
  if (seen.width <= 0 || seen.height <= 0 || room.width <= 0 || room.height <= 0) return { width: 0, height: 0 }
  const scale = Math.min(1, room.width / seen.width, room.height / seen.height)
  return { width: natural.width * scale, height: natural.height * scale }
}

/** The room that a picture takes when it is turned by so many quarters. */
export function turned({ width, height }: Size, quarters: number): Size {
  return quarters % 2 === 0 ? { width, height } : { width: height, height: width }
}

/** A text is fetched in pieces of so many bytes. */
export const PIECE_BYTES = 256 * 1024

/** Where the next piece of a file begins and ends (exclusive); undefined when all of it is there. */
export function nextPiece(loaded: number, size: number): [from: number, until: number] | undefined {
  return loaded >= size ? undefined : [loaded, Math.min(loaded + PIECE_BYTES, size)]
}

/** Lines that came together, and the number of the first. */
export interface Block {
  first: number
  lines: string[]
}

/** Colours and movements of a terminal, which mean nothing in a page. */
const TERMINAL = /\u001b\[[0-9;?]*[ -/]*[@-~]/g

/** A line as it is shown: without a terminal's colours, and with what is left of control characters made visible. */
export function plainLine(line: string): string {
  return line
    .replace(/\r$/, '')
    .replace(TERMINAL, '')
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
}

/**
 * A text that comes in pieces, as lines. A piece may end inside of a line, and inside of a character; what is not whole yet is kept
 * apart until its end comes.
 */
export class Lines {
  readonly #decoder = new TextDecoder('utf-8')
  #count = 0
  /** The line that the last piece ended in. */
  rest = ''

  /** The lines that end with this piece. With the last piece the line at its end is whole too. */
  take(piece: Uint8Array, isLast: boolean): Block {
    const text = this.rest + this.#decoder.decode(piece, { stream: !isLast })
    const lines = text.split('\n')
    this.rest = lines.pop() ?? ''
    if (isLast && this.rest !== '') {
      lines.push(this.rest)
      this.rest = ''
    }
    const first = this.#count + 1
    this.#count += lines.length
    return { first, lines: lines.map(plainLine) }
  }

  /** The number of the line that is not whole yet. */
  get next(): number {
    return this.#count + 1
  }
}
