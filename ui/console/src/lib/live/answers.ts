/** What the live connection tells of departments that answer. */

import type { Frame } from './machine'

/** An answer in a side conversation, and which members the desk tells of it. */
export interface Answered {
  /** The number of the ticket that people work on. */
  ticket: string
  side: string
  department: string
  told: string[]
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** The answer that a frame tells of; none for every other frame. */
export function answerOf(frame: Frame): Answered | undefined {
  if (frame.t !== 'department' || typeof frame.data !== 'object' || frame.data === null) return undefined
  const { ticket, side, department, told } = frame.data as Record<string, unknown>
  if (!isText(ticket) || !isText(side) || !isText(department)) return undefined
  return { ticket, side, department, told: Array.isArray(told) ? told.filter(isText) : [] }
}
