// A customer is asked to prove who they are: by a key, told on their page at once, proven by signing in again, and seen by the agent without
// anything being pressed; asked anew and taken back.
import assert from 'node:assert/strict'
import { open } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, shows, until, words } from '../harness/expect.mjs'
import { enter } from '../harness/site.mjs'

const world = World.shared((world) => world.staffed())

const beside = (page) => page.locator('[data-asked-proof]')
const banner = (page) => page.locator('#proof').getByText('Please show that it is you')
const latest = async (who, id) => (await who.ask('GET', `/tickets/${id}/verification`)).latest

journey(world, 'a customer proves who they are, and the agent sees it', async ({ ada, mina }) => {
  const { id } = await world.ticket(LENA, { subject: 'My withdrawal waits', body: 'Since noon.' })
  const lena = await world.page()
  await enter(lena, LENA.name)
  await lena.goto(`/tickets/${id}`)
  await shows(lena.getByText('Since noon.'))
  await hides(banner(lena))
  assert.equal(await latest(ada, id), null)

  const page = await world.page(mina)
  await open(page, id)
  await shows(beside(page).getByRole('button', { name: 'Ask to prove it again' }))
  await page.locator('[data-region="thread"]').focus()
  await page.keyboard.press('v')
  await shows(page.getByText('The customer is asked. The sentence goes with your reply.'))
  await until('the sentence is written', async () => (await page.locator('[data-composer] textarea').inputValue()).includes(`/tickets/${id}`))
  await shows(beside(page).getByText('Asked to prove it'))
  await shows(page.getByRole('log', { name: 'Messages' }).getByText(words('asked the customer to prove who they are')))
  assert.equal((await latest(ada, id)).asked_by.name, 'Mina Park')

  // Her page says it without being loaded again, and leads to where it is done and back.
  await shows(banner(lena))
  await lena.locator('#proof').getByRole('link', { name: 'Sign in' }).click()
  await lena.locator('a[href^="/development"]').click()
  await lena.getByRole('button', { name: words(`Sign in as ${LENA.name}`) }).click()
  await lena.waitForURL(`**/tickets/${id}`)
  await shows(lena.getByText('You showed that it is you'))
  await hides(banner(lena))

  await shows(beside(page).getByText('Proven as asked'))
  await shows(page.getByRole('log', { name: 'Messages' }).getByText(words('proved who they are, as asked')))
  assert.equal((await latest(ada, id)).standing, 'proven')

  // Asked anew by a hand on the mouse, and taken back.
  await beside(page).getByRole('button', { name: 'Ask to prove it again' }).click()
  await shows(banner(lena))
  await beside(page).getByRole('button', { name: 'Take back' }).click()
  await shows(beside(page).getByText('Not asked any more'))
  await hides(banner(lena))
  await until('it is withdrawn', async () => (await latest(ada, id)).standing === 'withdrawn')
})

journey(world, 'without JavaScript the page says it too', async ({ ada }) => {
  const { id } = await world.ticket(LENA, { subject: 'My deposit is late', body: 'Over Tron.' })
  const lena = await world.page(undefined, { javaScriptEnabled: false })
  await enter(lena, LENA.name)
  await ada.ask('POST', `/tickets/${id}/verification`)
  await lena.goto(`/tickets/${id}`)
  await shows(banner(lena))
  await lena.locator('#proof').getByRole('link', { name: 'Sign in' }).click()
  await lena.locator('a[href^="/development"]').click()
  await lena.getByRole('button', { name: words(`Sign in as ${LENA.name}`) }).click()
  await lena.waitForURL(`**/tickets/${id}`)
  await hides(banner(lena))
  assert.equal((await latest(ada, id)).standing, 'proven')
})
