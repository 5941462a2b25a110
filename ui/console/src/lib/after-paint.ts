/** Longer than a page that has much to do is let keep what comes after waiting. */
const MOST_MS = 200

/**
 * Calls back when the frame that shows what is in the document by now has been painted and nothing else is to be done; the answered function
 * calls it off.
 */
export function afterPaint(then: () => void): () => void {
  let called = false
  const once = () => {
    if (!called) then()
    called = true
  }
  requestAnimationFrame(() => {
    // Safari has learned it late.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(once, { timeout: MOST_MS })
    else setTimeout(once)
  })
  return () => {
    called = true
  }
}
