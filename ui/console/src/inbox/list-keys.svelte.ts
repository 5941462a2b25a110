/** The keys that select in the list, and those that act on the row where the keyboard is. */

import { tick } from 'svelte'
import { inbox } from '../lib/inbox.svelte'
import type { Mode } from '../lib/drafts'
import type { Action } from '../lib/keys'
import { selection } from '../lib/selection.svelte'
import { act, offer } from '../lib/shortcuts.svelte'

interface List {
  /** Ids of the rows that the list shows, in its order. */
  order: () => string[]
  /** The row where the keyboard is. */
  at: () => string | undefined
  goTo: (id: string) => Promise<void>
  /** Opens one with the cursor in its composer. */
  writeIn: (id: string, mode: Mode) => void
  /** The ticket in the thread. */
  open: () => string | undefined
}

/** Offers them while the calling component lives. */
export function selectByKeys({ order, at, goTo, writeIn, open }: List) {
  $effect(() =>
    offer({
      select: () => {
        const here = at()
        if (here !== undefined) selection.toggle(here)
      },
      'extend-next': () => extend(1),
      'extend-previous': () => extend(-1),
      'select-all': () => {
        if (isReading()) return false
        selection.only(order())
        return true
      },
    }),
  )

  // With nothing selected and nothing open, an act is about the row that the keyboard is on.
  $effect(() => {
    if (open() !== undefined || selection.size > 0) return
    return offer({
      status: () => actHere('status'),
      assign: () => actHere('assign'),
      priority: () => actHere('priority'),
      tag: () => actHere('tag'),
      snooze: () => actHere('snooze'),
      merge: () => actHere('merge'),
      link: () => actHere('link'),
      solve: () => actHere('solve'),
      'assign-me': () => actHere('assign-me'),
      reply: () => writeHere('reply'),
      note: () => writeHere('note'),
    })
  })

  async function extend(by: 1 | -1) {
    const here = at()
    if (here === undefined) return
    const next = order()[order().indexOf(here) + by]
    selection.set(here, true)
    if (next === undefined) return void (by === 1 && inbox.more())
    selection.set(next, true)
    await goTo(next)
  }

  function writeHere(mode: Mode) {
    const here = at()
    if (here !== undefined) writeIn(here, mode)
  }

  async function actHere(action: Action) {
    const here = at()
    if (here === undefined) return
    selection.set(here, true)
    await tick()
    act(action)
  }
}

/** Whoever reads a thread selects its text with Ctrl+A, not the list. */
function isReading(): boolean {
  return document.activeElement?.closest('[data-region="thread"], [data-region="context"]') != null
}
