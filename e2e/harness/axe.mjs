// axe, loaded into a page from outside: the page's own policy lets no foreign script in, and must not.
import axe from 'axe-core'
import assert from 'node:assert/strict'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Fails with everything that axe finds on the page as it stands. */
export async function accessible(page, where) {
  // `evaluate` is not held by the page's policy.
  await page.evaluate(axe.source)
  const found = await page.evaluate((tags) => globalThis.axe.run({ runOnly: { type: 'tag', values: tags } }), TAGS)
  const told = found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.target.join(' ')}\n  ${node.failureSummary?.replaceAll('\n', '\n  ')}`),
  )
  assert.deepEqual(told, [], `${where}: what axe found`)
}
