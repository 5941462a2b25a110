/** Turns key presses into acts of whatever page is open. */

import { bindingsWith } from './keymap'
import { chord, isSingleKey, label, read, type Action, type Binding } from './keys'
import { prefs } from './prefs.svelte'
import { writing } from './writing'

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

/** `false` says that there is nothing to do here: the next offer is asked, and in the end the browser. */
type Handlers = Partial<Record<Action, () => unknown>>

interface Offer {
  handlers: Handlers
  rank: number
}

const stack: Offer[] = []
/** Counts the changes of the stack, so that a list of what can be done follows it. */
let changes = $state(0)
let pending: string | undefined
let pendingUntil = 0

/**
 * Offers acts while the calling component lives. Of an act that several offer the highest rank is asked first, then the
 * newest. Call inside `$effect`.
 */
export function offer(handlers: Handlers, rank = 0): () => void {
  const mine = { handlers, rank }
  stack.push(mine)
  queueMicrotask(() => (changes += 1))
  return () => {
    stack.splice(stack.indexOf(mine), 1)
    queueMicrotask(() => (changes += 1))
  }
}

function offers(action: Action): (() => unknown)[] {
  return stack
    .toReversed()
    .sort((a, b) => b.rank - a.rank)
    .flatMap(({ handlers }) => handlers[action] ?? [])
}

export function act(action: Action): boolean {
  return offers(action).some((handler) => handler() !== false)
}

/** Whether anything on the page offers this act now. */
export function isOffered(action: Action): boolean {
  void changes
  return stack.some(({ handlers }) => handlers[action] !== undefined)
}

/** The keys as this person has them. */
export function bindings(): Binding[] {
  return bindingsWith(prefs.remaps)
}

/** The first key of an act that acts for this person, as it is written on a keyboard; nothing for none. */
export function keyHint(action: Action): string {
  const keys = keysOf(action)[0]
  return keys === undefined ? '' : label(keys, isMac).map((one) => one.join(isMac ? '' : '+')).join(' ')
}

/** A button's words with the key that does the same. */
export function withKey(words: string, action: Action): string {
  const hint = keyHint(action)
  return hint === '' ? words : `${words}  ${hint}`
}

/** The keys of an act that act for this person. */
export function keysOf(action: Action): readonly string[] {
  const keys = bindings().find(({ id }) => id === action)?.keys ?? []
  return prefs.singleKeys ? keys : keys.filter((one) => !isSingleKey(one))
}

/** Whether a press is a key of this act, for whoever hears it before the page does. */
export function means(event: KeyboardEvent, action: Action): boolean {
  const pressed = chord(event, isMac)
  return pressed !== undefined && keysOf(action).includes(pressed)
}

export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
}

/** A dialog, menu or list of choices that is open has its own keys; one that is closed already, and in the document for one more frame, has none. */
function overlayOpen(): boolean {
  return document.querySelector(':is([role="dialog"], [role="menu"], [role="alertdialog"]):not([data-state="closed"])') !== null
}

/** Whether somebody writes or chooses just now: what is loaded late must not take the cursor away from there. */
export function isBusyElsewhere(): boolean {
  return isField(document.activeElement) || overlayOpen()
}

function isControl(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return target.closest('button, a:not([data-row]), summary, [role="tab"], [role="separator"], input, select') !== null
}

function press(event: KeyboardEvent) {
  if (event.defaultPrevented) return
  const activates = event.key === ' ' && isControl(event.target)
  if (!isField(event.target) && !activates && !overlayOpen() && writing.keep(event)) return event.preventDefault()
  const pressed = chord(event, isMac)
  if (pressed === undefined) return
  if (Date.now() > pendingUntil) pending = undefined
  const field = isField(event.target)
  const reading = read(field ? undefined : pending, pressed, bindings())
  pending = field ? undefined : reading.pending
  pendingUntil = Date.now() + 1_500
  const { binding } = reading
  if (!binding || overlayOpen()) return
  if (field && !binding.inFields) return
  if (binding.notOnControls && pressed.length > 1 && isControl(event.target)) return
  const matched = binding.keys.find((keys) => keys.endsWith(pressed)) ?? pressed
  if (!prefs.singleKeys && isSingleKey(matched)) return
  if (event.repeat && binding.once) return event.preventDefault()
  if (act(binding.id)) event.preventDefault()
}

export function listenForKeys() {
  addEventListener('keydown', press)
}
