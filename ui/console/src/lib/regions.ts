/** F6: the regions of the page in their order, each entered at what was focused in it last. */

const last = new WeakMap<Element, HTMLElement>()

addEventListener('focusin', (event) => {
  if (!(event.target instanceof HTMLElement)) return
  const region = event.target.closest('[data-region]')
  if (region && region !== event.target) last.set(region, event.target)
})

export function nextRegion(direction: 1 | -1) {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((one) => one.offsetParent !== null)
  if (regions.length === 0) return
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  const start = here === -1 && direction === -1 ? 0 : here
  const region = regions[(start + direction + regions.length) % regions.length]
  if (!region) return
  const before = last.get(region)
  if (before?.isConnected && before.offsetParent !== null) before.focus()
  else region.focus()
}

/** Puts the focus into a region by its name. */
export function focusRegion(name: string) {
  document.querySelector<HTMLElement>(`[data-region="${name}"]`)?.focus()
}
