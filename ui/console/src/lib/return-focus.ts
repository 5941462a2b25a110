/** What the keyboard stands on, and all that it stands in, but for the page itself: menus and dialogs lie beside that. */
export function pathOf(element: Element | null): Element[] {
  const path: Element[] = []
  for (let one = element; one && one !== document.body; one = one.parentElement) path.push(one)
  return path
}

const PRESSED = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled)'

/**
 * Where the keyboard goes when what it came from is gone with what it did: to the first thing that can be pressed where that stood.
 * Undefined while it is there still, and where nothing of it is.
 */
export function beside(path: readonly Element[]): HTMLElement | undefined {
  if (path[0]?.isConnected !== false) return undefined
  for (const one of path) {
    const found = one.isConnected ? one.querySelector<HTMLElement>(PRESSED) : null
    if (found) return found
  }
  return undefined
}
