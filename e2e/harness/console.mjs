// What staff do in the console, in their own words. Selectors are what a person sees: roles, labels, texts.
import { shows, until } from './expect.mjs'

export const CONSOLE = '/console/'

/** Fills in the sign-in form and sends it. */
export async function signIn(page, email, password) {
  await page.goto(CONSOLE)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** The second step of signing in. */
export async function secondStep(page, label, code) {
  await page.getByLabel(label).fill(code)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Signs out by the menu at the foot of the views. */
export async function signOut(page, name) {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await shows(page.getByRole('heading', { name: 'Sign in' }))
}

/** The row of a ticket in the list. */
export const row = (page, id) => page.locator(`[data-row="${id}"]`)

/** Turns the list until a row is in the document, which holds only those near what one sees. */
export async function bring(page, id) {
  const list = page.locator('[data-region="list"] .scroll')
  await until(`the row of ${id} is there`, async () => {
    if ((await row(page, id).count()) > 0) return true
    await list.evaluate((one) => one.scrollBy(0, one.clientHeight))
    return false
  })
}

/** The messages of the open ticket. */
export const messages = (page) => page.getByRole('log', { name: 'Messages' })

/** One message by what it says. */
export const message = (page, text) => page.locator('[data-message]').filter({ hasText: text })

/** The field of the composer that is in front. */
export const field = (page) => page.locator('[data-composer] textarea')

/** Opens a ticket by its address. */
export async function open(page, id, queue = 'all') {
  await page.goto(`${CONSOLE}queue/${queue}/${id}`)
  await shows(messages(page))
}

/** Brings a tab of the composer to the front and writes in it. */
export async function write(page, tab, text) {
  await page.getByRole('tab', { name: tab }).click()
  await field(page).fill(text)
}

/** Chooses in one of the pickers above the thread: `title` is what the picker says it is for. */
export async function pick(page, button, title, choice) {
  await page.getByRole('toolbar', { name: 'About this ticket' }).getByTitle(button).click()
  const picker = page.getByRole('combobox', { name: title })
  await picker.fill(choice)
  await picker.press('Enter')
}

/** The chip that says how the open ticket stands. */
export const status = (page, name) => page.getByRole('toolbar', { name: 'About this ticket' }).getByRole('button', { name, exact: true })

/** The strip that owns up to not being live. */
export const notLive = (page) => page.getByText(/(Not live|No connection) since/)
