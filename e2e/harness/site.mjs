// What customers do on their side, with JavaScript or without.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { shows, until, words } from './expect.mjs'

/** A sentence of the customer's side in one of its languages; one without anything filled in. */
export function said(lang, key) {
  const file = readFileSync(new URL(`../../locales/${lang}/site.ftl`, import.meta.url), 'utf8')
  const [, sentence] = new RegExp(`^${key} = ([^{\\n]+)$`, 'm').exec(file) ?? assert.fail(`${lang} has no such sentence: ${key}`)
  return sentence
}

/** What is wrong with a page that whoever reads only this language would see at a glance. */
export async function sound(page, lang, name) {
  const root = page.locator('html')
  assert.deepEqual([await root.getAttribute('lang'), await root.getAttribute('dir')], [lang, lang === 'ar' ? 'rtl' : 'ltr'], name)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  assert.ok(sideways <= 0, `${name}: ${sideways} px beyond the edge`)
}

/** The button that a form is sent by, whatever it says; a quiet one beside it does something else. */
export const sender = (page) => page.locator('main form.form .actions button.button:not(.quiet)')

/** Signs in as a demo customer on the development page. */
export async function enter(page, name) {
  await page.goto('/development')
  await page.getByRole('button', { name: words(`Sign in as ${name}`) }).click()
  await shows(page.getByText(words(`Hello, ${name}`)))
}

/** Fills in the last page of a new ticket, of a category that asks nothing before it. */
export async function describe(page, { subject, body, files = [] }) {
  await page.goto('/tickets/new/other/check')
  if (subject) await page.getByLabel('Subject').fill(subject)
  if (body) await page.getByLabel('What happened?').fill(body)
  if (files.length > 0) await page.locator('#files').setInputFiles(files)
}

/** Sends the form that is on the page. */
export async function send(page, name = 'Send') {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click()
}

/** Sends the form that is on the page over a wire that is cut in the middle of it; without JavaScript nothing of the page is left. */
export async function cutOff(page, wire) {
  const sending = sender(page).click().catch(() => {})
  await until('a part is there', () => wire.isHeld)
  wire.cut()
  // The browser's own page, which says that there is no connection.
  await until('there is no connection', () => page.url().startsWith('chrome-error:'))
  await sending
  wire.mend()
}

/** The ticket number in the address. */
export const numberOf = (page) => new URL(page.url()).pathname.split('/').at(-1)

/** The messages of a ticket page. */
export const thread = (page) => page.getByRole('log')

/** The sentence that says how the ticket stands. */
export const state = (page) => page.locator('#state')

/** A small picture with real bytes: the server looks at them, not at the name. */
export const PICTURE = {
  name: 'deposit.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}
