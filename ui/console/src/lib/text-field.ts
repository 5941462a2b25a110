/** Writing into a text field at its cursor, as typing would. */

import { tick } from 'svelte'

export interface Written {
  text: string
  /** Where the cursor stands behind what was written. */
  at: number
}

/** The field's text with `more` in the place of what is selected. */
export function written(field: Pick<HTMLTextAreaElement, 'selectionStart' | 'selectionEnd'> | undefined, text: string, more: string): Written {
  const at = field?.selectionStart ?? text.length
  const until = field?.selectionEnd ?? at
  return { text: text.slice(0, at) + more + text.slice(until), at: at + more.length }
}

/** Where the cursor stood at `at` stands when somebody else changes the text around it: before the same words, where those are there. */
export function keptCursor(before: string, after: string, at: number): number {
  const behind = before.slice(at)
  return after.endsWith(behind) ? after.length - behind.length : Math.min(at, after.length)
}

/** Puts the cursor there once the field has its new text. */
export async function putCursor(field: HTMLTextAreaElement | undefined, at: number) {
  await tick()
  field?.focus()
  field?.setSelectionRange(at, at)
}

/** Whether the cursor stands where a line begins, with nothing selected. */
export function atLineStart(field: Pick<HTMLTextAreaElement, 'selectionStart' | 'selectionEnd'> | undefined, text: string): boolean {
  const at = field?.selectionStart ?? 0
  return at === (field?.selectionEnd ?? 0) && (at === 0 || text[at - 1] === '\n')
}
