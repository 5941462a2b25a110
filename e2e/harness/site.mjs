// What customers do on their side, with JavaScript or without.
import { shows, words } from './expect.mjs'

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
