// Waiting for what a page is to show. Nothing sleeps: everything waits for a sight and fails with it.
import assert from 'node:assert/strict'
import { PATIENCE_MS } from './browser.mjs'

/** Waits until the locator shows. */
export async function shows(locator) {
  await locator.first().waitFor({ state: 'visible' })
}

/** Waits until nothing of the locator shows. */
export async function hides(locator) {
  await locator.first().waitFor({ state: 'hidden' })
}

/** Waits until `look` answers something true, and answers that. */
export async function until(what, look, patience = PATIENCE_MS) {
  const end = Date.now() + patience
  let seen
  do {
    seen = await look()
    if (seen) return seen
    // Delay because this is the one place that polls a page.
    await new Promise((resolve) => setTimeout(resolve, 50))
  } while (Date.now() < end)
  assert.fail(`never happened: ${what} (last seen: ${JSON.stringify(seen)})`)
}

/** Waits until a field holds exactly this. */
export async function holds(field, text) {
  await until(`a field holds ${JSON.stringify(text)}`, async () => (await field.inputValue()) === text)
}

/** A sentence as pages write it: names and numbers in it are wrapped in invisible marks of direction. */
export function words(sentence) {
  const marks = '[\u2066-\u2069]*'
  const tokens = sentence.match(/[\p{L}\p{N}]+|\s+|./gu) ?? []
  const parts = tokens.map((token) => (/^\s/.test(token) ? '\\s+' : token.replace(/[.*+?^${}()|[\]\\]/, '\\$&')))
  return new RegExp(parts.join(marks), 'iu')
}
