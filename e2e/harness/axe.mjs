// axe, loaded into a page from outside: the page's own policy lets no foreign script in, and must not.
import axe from 'axe-core'
import assert from 'node:assert/strict'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Fails with everything that axe finds on the page as it stands. */
export async function accessible(page, where) {
  // `evaluate` is not held by the page's policy.
  if (await page.evaluate(() => globalThis.axe === undefined)) await page.evaluate(axe.source)
  const found = await page.evaluate((tags) => globalThis.axe.run({ runOnly: { type: 'tag', values: tags } }), TAGS)
  const told = found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.target.join(' ')}\n  ${node.failureSummary?.replaceAll('\n', '\n  ')}`),
  )
  assert.deepEqual(told, [], `${where}: what axe found`)
}

/** A phone that is dark, and a desk that is light. */
export const PHONE_AND_DESK = { dark: { width: 390, height: 844 }, light: { width: 1280, height: 900 } }

/**
 * Looks at a page in dark and then in light, each as wide as `viewports` says. Nothing but its looks changes in between, so it is
 * loaded once.
 */
export async function accessibleInBoth(page, where, viewports = {}) {
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme })
    if (viewports[colorScheme]) await page.setViewportSize(viewports[colorScheme])
    await accessible(page, `${where}, in ${colorScheme}`)
  }
}

/** What this page opens runs no script of its own, as with JavaScript off. What looks for faults is a script itself, and would not run there. */
export async function refuseScripts(page) {
  await page.route('**/*.js', (route) => route.abort())
}
