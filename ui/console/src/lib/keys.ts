/** The table of keys, and how a key press is read. The help page and the handler both come from this table. */

import { isComposing } from './listbox'

export type Group = 'list' | 'ticket' | 'go' | 'page' | 'compose' | 'file'

/** In the order in which help and settings show them. */
export const GROUPS: readonly Group[] = ['list', 'ticket', 'compose', 'file', 'go', 'page']

export interface Binding {
  id: Action
  group: Group
  /** Chords, any of which acts: `j`, `Ctrl+Enter`, `Shift+F6`, or a sequence, `g u`. */
  keys: readonly string[]
  /** Also acts while a text field has the focus. */
  inFields?: true
  /** Acts only where Enter and arrows have no meaning of their own (on a list row, or nowhere in particular). */
  notOnControls?: true
  /** A key that is held down acts once: nobody means every ticket that it passes, or every copy. */
  once?: true
}

export type Action =
  | 'next'
  | 'previous'
  | 'page-next'
  | 'page-previous'
  | 'first'
  | 'last'
  | 'next-write'
  | 'previous-write'
  | 'select'
  | 'extend-next'
  | 'extend-previous'
  | 'select-all'
  | 'open'
  | 'back'
  | 'reply'
  | 'note'
  | 'assign'
  | 'assign-me'
  | 'status'
  | 'solve'
  | 'snooze'
  | 'priority'
  | 'tag'
  | 'macro'
  | 'merge'
  | 'link'
  | 'split'
  | 'follow'
  | 'department'
  | 'constraint'
  | 'new-ticket'
  | 'look'
  | 'verify'
  | 'copy-link'
  | 'keep-tab'
  | 'next-tab'
  | 'previous-tab'
  | 'unread'
  | 'search'
  | 'help'
  | 'commands'
  | 'acts'
  | 'undo'
  | 'availability'
  | 'go-mine'
  | 'go-mentions'
  | 'go-following'
  | 'go-drafts'
  | 'go-unassigned'
  | 'go-all'
  | 'go-snoozed'
  | 'go-open'
  | 'go-solved'
  | 'go-settings'
  | 'toggle-views'
  | 'toggle-context'
  | 'next-region'
  | 'previous-region'
  | 'next-message'
  | 'previous-message'
  | 'send'
  | 'send-solve'
  | 'send-wait'
  | 'attach'
  | FileAction

/** What the preview of a file does by itself: it is a dialog, and has its own keys. */
export const FILE_ACTIONS = ['next-file', 'previous-file', 'zoom-file', 'turn-file', 'wrap-file', 'save-file'] as const
export type FileAction = (typeof FILE_ACTIONS)[number]

export const BINDINGS: readonly Binding[] = [
  { id: 'next', group: 'list', keys: ['j', 'ArrowDown'], notOnControls: true },
  { id: 'previous', group: 'list', keys: ['k', 'ArrowUp'], notOnControls: true },
  { id: 'page-next', group: 'list', keys: ['PageDown'], notOnControls: true },
  { id: 'page-previous', group: 'list', keys: ['PageUp'], notOnControls: true },
  { id: 'first', group: 'list', keys: ['Home'], notOnControls: true },
  { id: 'last', group: 'list', keys: ['End'], notOnControls: true },
  { id: 'next-write', group: 'list', keys: ['Alt+j'], inFields: true, once: true },
  { id: 'previous-write', group: 'list', keys: ['Alt+k'], inFields: true, once: true },
  { id: 'select', group: 'list', keys: ['x'] },
  { id: 'extend-next', group: 'list', keys: ['Shift+j', 'Shift+ArrowDown'], notOnControls: true },
  { id: 'extend-previous', group: 'list', keys: ['Shift+k', 'Shift+ArrowUp'], notOnControls: true },
  { id: 'select-all', group: 'list', keys: ['Ctrl+a'] },
  { id: 'open', group: 'list', keys: ['Enter', 'o'], notOnControls: true },
  { id: 'back', group: 'list', keys: ['u', 'Escape'] },
  { id: 'search', group: 'list', keys: ['/'] },
  { id: 'reply', group: 'ticket', keys: ['r'] },
  { id: 'note', group: 'ticket', keys: ['n'] },
  { id: 'assign', group: 'ticket', keys: ['a'] },
  { id: 'assign-me', group: 'ticket', keys: ['i'] },
  { id: 'status', group: 'ticket', keys: ['s'] },
  { id: 'solve', group: 'ticket', keys: ['e'] },
  { id: 'snooze', group: 'ticket', keys: ['z'] },
  { id: 'priority', group: 'ticket', keys: ['p'] },
  { id: 'tag', group: 'ticket', keys: ['t'] },
  { id: 'macro', group: 'ticket', keys: ['m'] },
  { id: 'merge', group: 'ticket', keys: ['l'] },
  { id: 'link', group: 'ticket', keys: ['Shift+l'] },
  { id: 'split', group: 'ticket', keys: ['Shift+s'] },
  { id: 'follow', group: 'ticket', keys: ['b'] },
  { id: 'department', group: 'ticket', keys: ['d'] },
  { id: 'constraint', group: 'ticket', keys: ['h'] },
  { id: 'new-ticket', group: 'ticket', keys: ['Shift+n'] },
  { id: 'look', group: 'ticket', keys: ['Shift+f'] },
  { id: 'verify', group: 'ticket', keys: ['v'] },
  { id: 'copy-link', group: 'ticket', keys: ['c'] },
  { id: 'unread', group: 'ticket', keys: ['Shift+u'] },
  { id: 'keep-tab', group: 'ticket', keys: ['Shift+t'] },
  { id: 'next-tab', group: 'ticket', keys: ['Alt+.'], inFields: true, once: true },
  { id: 'previous-tab', group: 'ticket', keys: ['Alt+,'], inFields: true, once: true },
  { id: 'next-message', group: 'ticket', keys: ['Alt+ArrowDown'] },
  { id: 'previous-message', group: 'ticket', keys: ['Alt+ArrowUp'] },
  { id: 'send', group: 'compose', keys: ['Ctrl+Enter'], inFields: true, once: true },
  { id: 'send-solve', group: 'compose', keys: ['Ctrl+Shift+Enter'], inFields: true, once: true },
  { id: 'send-wait', group: 'compose', keys: ['Ctrl+Alt+Enter'], inFields: true, once: true },
  { id: 'attach', group: 'compose', keys: ['Ctrl+Alt+a'], inFields: true, once: true },
  { id: 'next-file', group: 'file', keys: ['ArrowRight'] },
  { id: 'previous-file', group: 'file', keys: ['ArrowLeft'] },
  { id: 'zoom-file', group: 'file', keys: ['Shift+z'] },
  { id: 'turn-file', group: 'file', keys: ['Shift+r'] },
  { id: 'wrap-file', group: 'file', keys: ['Shift+w'] },
  { id: 'save-file', group: 'file', keys: ['Shift+d'] },
  { id: 'go-mine', group: 'go', keys: ['g m'] },
  { id: 'go-mentions', group: 'go', keys: ['g n'] },
  { id: 'go-following', group: 'go', keys: ['g f'] },
  { id: 'go-drafts', group: 'go', keys: ['g d'] },
  { id: 'go-unassigned', group: 'go', keys: ['g u'] },
  { id: 'go-open', group: 'go', keys: ['g o'] },
  { id: 'go-all', group: 'go', keys: ['g a'] },
  { id: 'go-snoozed', group: 'go', keys: ['g z'] },
  { id: 'go-solved', group: 'go', keys: ['g e'] },
  { id: 'go-settings', group: 'go', keys: ['g ,'] },
  { id: 'commands', group: 'page', keys: ['Ctrl+k'], inFields: true },
  { id: 'acts', group: 'page', keys: ['.'] },
  { id: 'undo', group: 'page', keys: ['Ctrl+z'], once: true },
  { id: 'availability', group: 'page', keys: ['Shift+a'] },
  { id: 'toggle-views', group: 'page', keys: ['['] },
  { id: 'toggle-context', group: 'page', keys: [']'] },
  { id: 'next-region', group: 'page', keys: ['F6'], inFields: true },
  { id: 'previous-region', group: 'page', keys: ['Shift+F6'], inFields: true },
  { id: 'help', group: 'page', keys: ['?'] },
]

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'keyCode'
> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>

const CODES: Record<string, string> = {
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Backslash: '\\',
}

/**
 * A key press as one chord of the table, or undefined for what must be left alone: half of an input method's
 * composition, a bare modifier, or a letter that the system uses.
 */
export function chord(press: KeyPress, mac: boolean): string | undefined {
  if (isComposing(press)) return undefined
  let key = press.key
  if (key === 'Dead' || key === 'Process' || key === 'Unidentified') return undefined
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock'].includes(key)) return undefined
  if (isWritten(press, mac)) return undefined
  // A hand that has just written } or € with AltGr and goes on to the next line does not mean Ctrl+Alt+Enter. On a Mac some browsers call Option so.
  if (!mac && key.length > 1 && press.getModifierState?.('AltGraph')) return undefined
  let shift = press.shiftKey
  if (/[^ -~]/.test(key)) {
    // Another script: the place of the key says which Latin letter is meant. Some keys of it write two characters at once.
    const letter = /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase()
    const sign = press.code === 'Slash' && shift ? '?' : CODES[press.code]
    const meant = letter ?? sign
    if (meant === undefined) return undefined
    key = meant
  }
  if (key.length === 1) {
    if (/[a-z]/i.test(key)) key = key.toLowerCase()
    else shift = false
  }
  const control = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  if (other) return undefined
  return `${control ? 'Ctrl+' : ''}${press.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`
}

/** Whether Alt on a Mac, or AltGr elsewhere, made a letter of the key: who writes ą does not mean Ctrl+Alt+A. */
function isWritten({ key, altKey, ctrlKey, metaKey }: KeyPress, mac: boolean): boolean {
  if (!altKey || !(mac ? !metaKey : ctrlKey)) return false
  return /^[\p{Ll}\p{Lu}]$/u.test(key) && /\p{Script=Latin}/u.test(key) && !/[a-z]/i.test(key)
}

export interface Reading {
  binding?: Binding
  /** The first half of a sequence, kept for the next press. */
  pending?: string
}

/** Reads a chord after what was pressed before it. */
export function read(pending: string | undefined, pressed: string, bindings = BINDINGS): Reading {
  const whole = pending === undefined ? pressed : `${pending} ${pressed}`
  const binding = bindings.find(({ keys }) => keys.includes(whole))
  if (binding) return { binding }
  if (bindings.some(({ keys }) => keys.some((key) => key.startsWith(`${whole} `)))) return { pending: whole }
  return pending === undefined ? {} : read(undefined, pressed, bindings)
}

/** Whether a chord is a single character, capital or not, which WCAG 2.1.4 lets people turn off. */
export function isSingleKey(keys: string): boolean {
  return keys.split(' ').every((key) => key.replace(/^Shift\+/, '').length === 1)
}

/** A chord as it is written on the reader's keyboard. */
export function label(keys: string, mac: boolean): string[][] {
  const names: Record<string, string> = {
    Ctrl: mac ? '⌘' : 'Ctrl',
    Alt: mac ? '⌥' : 'Alt',
    Shift: mac ? '⇧' : 'Shift',
    Enter: mac ? '↩' : 'Enter',
    Escape: 'Esc',
    ArrowDown: '↓',
    ArrowUp: '↑',
    ArrowRight: '→',
    ArrowLeft: '←',
    PageDown: 'PgDn',
    PageUp: 'PgUp',
  }
  const hasModifier = (parts: string[]) => parts.length > 1
  return keys.split(' ').map((one) => {
    const parts = one.split(/(?<=.)\+/)
    // Beside a modifier letters stand as on the key itself.
    return parts.map((part) => names[part] ?? (hasModifier(parts) && part.length === 1 ? part.toUpperCase() : part))
  })
}
