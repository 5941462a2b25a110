/** Turns key presses into acts of whatever page is open. */

import { chord, isSingleKey, read, type Action } from './keys'
import { prefs } from './prefs.svelte'

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

type Handlers = Partial<Record<Action, () => void>>

const stack: Handlers[] = []
let pending: string | undefined
let pendingUntil = 0

/** Offers acts while the calling component lives; the newest offer of an act wins. Call inside `$effect`. */
export function offer(handlers: Handlers): () => void {
  stack.push(handlers)
  return () => {
    stack.splice(stack.indexOf(handlers), 1)
  }
}

export function act(action: Action): boolean {
  const handler = stack.findLast((handlers) => handlers[action])?.[action]
  handler?.()
  return handler !== undefined
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
}

/** A dialog, menu or list of choices that is open has its own keys. */
function overlayOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"], [role="alertdialog"]') !== null
}

function isControl(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return target.closest('button, a:not([data-row]), summary, [role="tab"], [role="separator"], input, select') !== null
}

function press(event: KeyboardEvent) {
  if (event.defaultPrevented) return
  const pressed = chord(event, isMac)
  if (pressed === undefined) return
  if (Date.now() > pendingUntil) pending = undefined
  const field = isField(event.target)
  const reading = read(field ? undefined : pending, pressed)
  pending = field ? undefined : reading.pending
  pendingUntil = Date.now() + 1_500
  const { binding } = reading
  if (!binding || overlayOpen()) return
  if (field && !binding.inFields) return
  if (binding.notOnControls && pressed.length > 1 && isControl(event.target)) return
  const matched = binding.keys.find((keys) => keys.endsWith(pressed)) ?? pressed
  if (!prefs.singleKeys && isSingleKey(matched)) return
  if (act(binding.id)) event.preventDefault()
}

export function listenForKeys() {
  addEventListener('keydown', press)
}
