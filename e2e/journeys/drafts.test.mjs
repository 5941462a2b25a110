// What a customer has typed comes back to that customer, and to nobody else who uses the browser after them.
import { journey, LENA, MEI, World } from '../harness/desk.mjs'
import { hides, holds, shows } from '../harness/expect.mjs'
import { customer } from '../harness/people.mjs'
import { enter } from '../harness/site.mjs'

const TYPED = 'I sent 250 USDT over Tron and see nothing.'

const world = World.shared(async (world) => {
  await world.staffed()
  await customer(world.server, LENA)
  await customer(world.server, { ...MEI, locale: 'en' })
})

async function type(page) {
  await page.goto('/tickets/new/other/check')
  await page.locator('#body').fill(TYPED)
}

journey(world, 'a session that ends in the middle of a sentence does not take the sentence', async () => {
  const lena = await world.page()
  await enter(lena, LENA.name)
  await type(lena)
  await lena.context().clearCookies()
  await lena.reload()
  await shows(lena.getByText('Sign in to see this page.'))
  await enter(lena, LENA.name)
  await lena.goto('/tickets/new/other/check')
  await holds(lena.locator('#body'), TYPED)
  await shows(lena.getByText('A draft from earlier is back in the field.'))
})

journey(world, 'the next customer in the same tab meets nothing of it, and neither does anybody after signing out', async () => {
  const tab = await world.page()
  await enter(tab, LENA.name)
  await type(tab)
  await tab.context().clearCookies()
  await enter(tab, MEI.name)
  await tab.goto('/tickets/new/other/check')
  await holds(tab.locator('#body'), '')
  await hides(tab.getByText('A draft from earlier is back in the field.'))

  await type(tab)
  await tab.locator('summary', { hasText: MEI.name }).click()
  await tab.getByRole('button', { name: 'Sign out' }).click()
  await shows(tab.getByText('You are signed out.'))
  await enter(tab, MEI.name)
  await tab.goto('/tickets/new/other/check')
  await holds(tab.locator('#body'), '')
})
