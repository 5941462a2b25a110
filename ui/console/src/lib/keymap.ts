/** The table of keys as one person has changed it. */

import { BINDINGS, isSingleKey, type Action, type Binding } from './keys'

/** Other keys for an act, or none at all; acts that are not named keep those of the table. */
export type Remaps = Partial<Record<Action, readonly string[]>>

/** What browsers and systems keep for themselves: a page never hears of it, or must not take it. */
const TAKEN = [
  ...['n', 't', 'w', 'q', 'r', 'l', 'p', 's', 'f', 'c', 'v', 'x', 'Tab'].map((key) => `Ctrl+${key}`),
  ...['n', 't', 'w', 'r', 'i', 'j', 'c', 'p', 'Tab'].map((key) => `Ctrl+Shift+${key}`),
  'Alt+F4',
  'Alt+ArrowLeft',
  'Alt+ArrowRight',
  'F1',
  'F3',
  'F5',
  'F11',
  'F12',
  'Tab',
  'Shift+Tab',
  ' ',
]

export function bindingsWith(remaps: Remaps): Binding[] {
  return BINDINGS.map((binding) => ({ ...binding, keys: remaps[binding.id] ?? binding.keys }))
}

export type Clash =
  /** The same keys do this already. */
  | { is: 'same'; action: Action }
  /** One would be the first half of the other, which could then never be reached. */
  | { is: 'begins'; action: Action }
  /** The browser or the system keeps it. */
  | { is: 'taken' }
  /** It acts while somebody writes, where a letter is a letter. */
  | { is: 'letter' }

/** What stands against these keys for an act, or undefined. */
export function clash(bindings: readonly Binding[], id: Action, keys: string): Clash | undefined {
  if (keys.split(' ').some((key) => TAKEN.includes(key))) return { is: 'taken' }
  const own = bindings.find((binding) => binding.id === id)
  if (own?.inFields && (isSingleKey(keys) || keys.includes(' '))) return { is: 'letter' }
  for (const binding of bindings) {
    if (binding.id === id) continue
    for (const other of binding.keys) {
      if (other === keys) return { is: 'same', action: binding.id }
      if (other.startsWith(`${keys} `) || keys.startsWith(`${other} `)) return { is: 'begins', action: binding.id }
    }
  }
  return undefined
}

/** The remaps with other keys for one act; those of the table are no remap. */
export function remap(remaps: Remaps, id: Action, keys: readonly string[]): Remaps {
  const { [id]: _before, ...others } = remaps
  const usual = BINDINGS.find((binding) => binding.id === id)?.keys ?? []
  const isUsual = usual.length === keys.length && usual.every((one, at) => one === keys[at])
  return isUsual ? others : { ...others, [id]: keys }
}

/** What a browser kept for us may be of another version, or of another hand: only what can be read is taken. */
export function readRemaps(kept: unknown): Remaps {
  if (typeof kept !== 'object' || kept === null) return {}
  const known = new Set<string>(BINDINGS.map(({ id }) => id))
  const sound = Object.entries(kept).filter(
    ([id, keys]) => known.has(id) && Array.isArray(keys) && keys.every((one) => typeof one === 'string' && one !== ''),
  )
  return Object.fromEntries(sound) as Remaps
}
