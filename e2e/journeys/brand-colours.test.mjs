// An administrator gives the brand colours of its own: what could not be read is refused at its field, and what can is what its
// customers see, in light and in dark, until it is taken away.
import assert from 'node:assert/strict'
import { accessibleInBoth } from '../harness/axe.mjs'
import { CONSOLE } from '../harness/console.mjs'
import { journey, World } from '../harness/desk.mjs'
import { hides, holds, shows, until, words } from '../harness/expect.mjs'

const world = World.shared((world) => world.staffed())

const token = (page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim())
const background = (locator) => locator.evaluate((one) => getComputedStyle(one).backgroundColor)
const styles = (page) => page.locator('link[rel="stylesheet"]').evaluateAll((links) => links.map((link) => new URL(link.href).pathname))

/** Opens the form of the only brand. */
async function form(page) {
  await page.goto(`${CONSOLE}settings/brands`)
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await shows(dialog)
  return dialog
}

journey(world, 'a brand gets colours of its own, and its customers see them', async ({ ada }) => {
  const lena = await world.page(undefined, { colorScheme: 'light' })
  await lena.goto('/')
  const [own, plain] = [await token(lena), await styles(lena)]
  assert.equal(plain.length, 1, 'nothing is asked for without colours')

  const page = await world.page(ada, { colorScheme: 'light' })
  const dialog = await form(page)
  await dialog.getByLabel('Colours of its own').check()
  const hue = dialog.getByLabel('Hue', { exact: true })
  const chroma = dialog.getByLabel('Chroma', { exact: true })
  await holds(hue, '335')
  await holds(chroma, '159')
  await accessibleInBoth(page, 'the form of a brand')

  // What is too faint is said at the field before it is sent, and refused when it is sent all the same.
  await hue.fill('180')
  await chroma.fill('400')
  await shows(dialog.getByText(words('too faint to read')))
  assert.equal(await chroma.getAttribute('aria-invalid'), 'true')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await shows(dialog.getByRole('alert'))
  assert.equal((await ada.ask('GET', '/brands')).items[0].accent, null)

  // The keyboard is enough: a slider goes on by one.
  await hue.fill('264')
  await dialog.getByLabel('Slide the hue').press('ArrowRight')
  await holds(hue, '265')
  await chroma.fill('160')
  await until('it can be read', async () => (await chroma.getAttribute('aria-invalid')) === null)
  const button = (theme) => dialog.locator(`[data-look="${theme}"] .solid`)
  await until('the preview is blue', async () => (await background(button('light'))) === 'rgb(43, 79, 176)')
  assert.equal(await background(button('dark')), 'rgb(138, 173, 247)')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await hides(dialog)
  await shows(page.getByText(words('Hue 265, chroma 160')))
  assert.equal(await token(page), own, 'the console keeps ours')

  await lena.reload()
  const coloured = await styles(lena)
  assert.equal(coloured[0], plain[0])
  assert.match(coloured[1], /^\/assets\/brand-265-160\.[0-9a-f]{16}\.css$/)
  assert.equal(await token(lena), '#2b4fb0')
  assert.equal(await background(lena.locator('header .mark')), 'rgb(43, 79, 176)')
  const dark = await world.page(undefined, { colorScheme: 'dark' })
  await dark.goto('/sign-in')
  assert.equal(await token(dark), '#8aadf7')

  const again = await form(page)
  await holds(again.getByLabel('Hue', { exact: true }), '265')
  await again.getByLabel('Colours of its own').uncheck()
  await again.getByRole('button', { name: 'Save' }).click()
  await hides(again)
  await lena.reload()
  assert.deepEqual(await styles(lena), plain)
  assert.equal(await token(lena), own)
})
