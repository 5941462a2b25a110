/** The keys that select in the list, those that go far in it, and those that act on the row where the keyboard is. */

import { tick } from 'svelte'
import { inbox } from '../lib/inbox.svelte'
import type { Mode } from '../lib/drafts'
import type { Action } from '../lib/keys'
import { opening } from '../lib/opening.svelte'
import { selection } from '../lib/selection.svelte'
import { act, offer } from '../lib/shortcuts.svelte'
import { wayUp } from '../lib/stretch'

interface List {
  /** Ids of the rows that are loaded, as the list shows them. */
  order: () => string[]
  /** The row where the keyboard is. */
  at: () => string | undefined
  goTo: (id: string) => Promise<void>
  /** The row so many further on, or the last one that there is; what is not loaded is waited for. */
  beside: (by: number) => Promise<string | undefined>
  /** Goes there, and lets the thread follow if it is open. */
  moveTo: (id: string | undefined) => Promise<void>
  /** Loads the end of the list. */
  toEnd: () => Promise<void>
  /** How many rows one sees at once. */
  page: () => number
  /** Opens one with the cursor in its composer. */
  writeIn: (id: string, mode: Mode) => void
  /** The ticket in the thread. */
  open: () => string | undefined
}

/** Offers them while the calling component lives. */
export function selectByKeys({ order, at, goTo, beside, moveTo, toEnd, page, writeIn, open }: List) {
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
      // A thread that is read has them to itself.
      'page-next': () => isInList(open()) && void far(page()),
      'page-previous': () => isInList(open()) && void far(-page()),
      first: () => isInList(open()) && void toFirst(),
      last: () => isInList(open()) && void toLast(),
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
      'new-ticket': () => newHere(),
    })
  })

  async function extend(by: 1 | -1) {
    const here = at()
    if (here === undefined) return
    selection.set(here, true)
    inbox.at = here
    const next = await beside(by)
    if (next === undefined || next === here) return
    selection.set(next, true)
    await goTo(next)
  }

  async function far(by: number) {
    inbox.at = at()
    await moveTo(await beside(by))
  }

  /** The list from its top, as it is by now. */
  async function toFirst() {
    if (wayUp(inbox.stretch) !== undefined || inbox.incoming.length > 0) await inbox.load()
    await moveTo(order()[0])
  }

  /** The last row that there is, wherever the keyboard was. */
  async function toLast() {
    await toEnd()
    await moveTo(order().at(-1))
  }

  function writeHere(mode: Mode) {
    const here = at()
    if (here !== undefined) writeIn(here, mode)
  }

  function newHere() {
    const row = inbox.row(at() ?? '')
    if (row) opening.ask([row])
  }

  async function actHere(action: Action) {
    const here = at()
    if (here === undefined) return
    selection.forOneAct(here)
    await tick()
    act(action)
  }
}

/** Whoever reads a thread selects its text with Ctrl+A, not the list. */
function isReading(): boolean {
  return document.activeElement?.closest('[data-region="thread"], [data-region="context"]') != null
}

/** Whether the keyboard is in the list, or nowhere with nothing else to read. */
function isInList(open: string | undefined): boolean {
  const focused = document.activeElement
  if (focused === null || focused === document.body) return open === undefined
  return focused.closest('[data-region="list"]') !== null
}
