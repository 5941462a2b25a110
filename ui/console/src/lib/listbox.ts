/** Keys of a field that chooses from a list below it. */

/** Whether an input method is still putting a word together: its keys are not ours. */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  // 229 is what some input methods send instead of the flag.
  return event.isComposing || event.keyCode === 229
}

/** Keeps a dialog open for the Escape that only takes back a word which is still put together. */
export function keepComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode' | 'preventDefault'>) {
  if (isComposing(event)) event.preventDefault()
}

/** The place that an arrow leads to among `total`, round at both ends; undefined for every other key. */
export function arrowed(key: string, active: number, total: number): number | undefined {
  const round = Math.max(1, total)
  if (key === 'ArrowDown') return (active + 1) % round
  if (key === 'ArrowUp') return (active - 1 + round) % round
  return undefined
}

/** Brings the chosen one into sight, once it is drawn. */
export function reveal(list: HTMLElement | undefined) {
  queueMicrotask(() => list?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }))
}
