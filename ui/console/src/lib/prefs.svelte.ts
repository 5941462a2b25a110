/** What a person likes on this browser: theme, density, language, keys, widths. */

import { readRemaps, type Remaps } from './keymap'
import { SHOWN, USUALLY_SHOWN, type ShownFact } from './types'

export const THEMES = ['system', 'light', 'dark', 'contrast', 'contrast-dark'] as const
export type Theme = (typeof THEMES)[number]
export type Density = 'comfortable' | 'compact'

export const LIST_WIDTH = { least: 280, usual: 344, most: 560 }
export const CONTEXT_WIDTH = { least: 280, usual: 340, most: 560 }

interface Kept {
  theme: Theme
  density: Density
  /** Undefined follows the account, then the browser. */
  locale: string | undefined
  singleKeys: boolean
  /** Keys other than those of the table. */
  remaps: Remaps
  /** How long a reply waits for a second thought before it is sent; 0 sends at once. */
  undoSeconds: number
  listWidth: number
  contextWidth: number
  viewsOpen: boolean
  contextOpen: boolean
  /** A click on a ticket of the list puts the cursor into its reply. */
  writeOnClick: boolean
  /** Long lines of a text file are broken. */
  wrapText: boolean
  /** A tone for each ticket in which a theft is suspected. */
  theftSound: boolean
  /** What the rows of lists show that are no saved views, which say so themselves. */
  shown: readonly ShownFact[]
}

/** What can be chosen for `undoSeconds`. */
export const UNDO_SECONDS = [0, 5, 10, 20, 30] as const

const KEY = 'proofdesk.preferences.1'

const usual: Kept = {
  theme: 'system',
  density: 'comfortable',
  locale: undefined,
  singleKeys: true,
  remaps: {},
  undoSeconds: 10,
  listWidth: LIST_WIDTH.usual,
  contextWidth: CONTEXT_WIDTH.usual,
  viewsOpen: true,
  contextOpen: true,
  writeOnClick: true,
  wrapText: true,
  theftSound: false,
  shown: USUALLY_SHOWN,
}

function stored(): Kept {
  try {
    const kept = { ...usual, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Kept>) }
    const shown = Array.isArray(kept.shown) ? SHOWN.filter((fact) => kept.shown.includes(fact)) : USUALLY_SHOWN
    return { ...kept, remaps: readRemaps(kept.remaps), shown }
  } catch {
    return usual
  }
}

export const prefs = $state(stored())

/** Writes every change back and shows it on the document. Runs for the life of the page. */
export function keepPrefs() {
  $effect.root(() => {
    $effect(() => {
      const root = document.documentElement
      if (prefs.theme === 'system') delete root.dataset.theme
      else root.dataset.theme = prefs.theme
      root.dataset.density = prefs.density
      try {
        localStorage.setItem(KEY, JSON.stringify(prefs))
      } catch {
        // A full or forbidden storage costs the preference, nothing else.
      }
    })
  })
}

export function clamp(width: number, { least, most }: { least: number; most: number }): number {
  return Math.min(most, Math.max(least, Math.round(width)))
}
