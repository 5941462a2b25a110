/** What becomes of a draft that is here, on the server, or in both places and not the same. */

import type { DraftAttachment } from './drafts'

/** What this browser knows of the server's copy: its version, and the local save that it was made from. */
export interface Known {
  /** 0 where nothing is known to be there, but something may have arrived. */
  version: number
  savedAt: number
  /** Marks of texts that went up since, and of which no answer came: they may be what is there. */
  tried?: string[]
}

export type Decision =
  | { is: 'same' }
  /** What is here goes to the server; where nothing is here, what is there goes. */
  | { is: 'push' }
  /** Another device wrote what is there, and nothing was written here since. */
  | { is: 'take' }
  /** It was sent or thrown away elsewhere. */
  | { is: 'gone' }
  /** Both wrote. */
  | { is: 'join'; body: string }

interface Here {
  body: string
  savedAt: number
}

interface There {
  body: string
  version: number
}

export function decide(here: Here | undefined, known: Known | undefined, there: There | undefined): Decision {
  const isWritten = here !== undefined && here.savedAt !== known?.savedAt
  if (!there) {
    if (isWritten) return { is: 'push' }
    return known ? { is: 'gone' } : { is: 'same' }
  }
  if (there.version === known?.version || isOurs(known, there)) return isWritten || !here ? { is: 'push' } : { is: 'same' }
  if (!here || !isWritten) return { is: 'take' }
  return { is: 'join', body: joinedBody(there.body, here.body) }
}

/** Whether what is there went up from here, and only the answer was lost. */
function isOurs(known: Known | undefined, there: There): boolean {
  return there.body !== '' && (known?.tried?.includes(markOf(there.body)) ?? false)
}

/** How many marks are kept. */
const MOST_TRIED = 8

const NOTHING: Known = { version: 0, savedAt: 0 }

/** What is known when a text is about to go up. */
export function trying(known: Known | undefined, body: string): Known {
  const { version, savedAt, tried }: Known = known ?? NOTHING
  const mark = markOf(body)
  return { version, savedAt, tried: [...(tried ?? []).filter((one) => one !== mark), mark].slice(-MOST_TRIED) }
}

/** A short name of a text (FNV-1a), by which it is told again. */
export function markOf(body: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < body.length; at += 1) hash = Math.imul(hash ^ body.charCodeAt(at), 0x01000193)
  return `${body.length}.${(hash >>> 0).toString(36)}`
}

/** Both texts, of which one that only goes on from the other has it already. */
export function joinedBody(there: string, here: string): string {
  const [theirs, ours] = [there.trimEnd(), here.trimEnd()]
  if (ours.startsWith(theirs)) return here
  if (theirs.startsWith(ours)) return there
  return `${theirs}\n\n${here}`
}

/** Each file once. */
export function joinedFiles(first: readonly DraftAttachment[], then: readonly DraftAttachment[]): DraftAttachment[] {
  return [...new Map([...first, ...then].map((one) => [one.id, one])).values()]
}
