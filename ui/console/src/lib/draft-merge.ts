/** What becomes of a draft that is here, on the server, or in both places and not the same. */

import type { DraftAttachment } from './drafts'

/** What this browser knows of the server's copy: its version, and the local save that it was made from. */
export interface Known {
  version: number
  savedAt: number
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
  if (there.version === known?.version) return isWritten || !here ? { is: 'push' } : { is: 'same' }
  if (!here || !isWritten) return { is: 'take' }
  return { is: 'join', body: joinedBody(there.body, here.body) }
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
