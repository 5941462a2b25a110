/** Whoever moved a row by its buttons goes on from the same button, or from the other one where there is no further way. */
export function focusMoved(key: string, by: -1 | 1): void {
  const at = (way: 'up' | 'down') => document.querySelector<HTMLElement>(`#${way}-${CSS.escape(key)}:enabled`)
  const target = by < 0 ? (at('up') ?? at('down')) : (at('down') ?? at('up'))
  target?.focus()
}
