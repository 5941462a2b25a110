// What is to be heeded about a customer stands beside every ticket of theirs: added by keyboard, seen live by a colleague, found by a filter, said
// anew and ended; the customer sees nothing of it, and an auditor sees who looked.
import assert from 'node:assert/strict'
import { open } from '../harness/console.mjs'
import { journey, LENA, OMAR, World } from '../harness/desk.mjs'
import { hides, shows, until, words } from '../harness/expect.mjs'
import { enter } from '../harness/site.mjs'

const world = World.shared((world) => world.staffed())

const TEXT = 'Sub-accounts of this account cannot withdraw.'
const ANEW = 'Sub-accounts may withdraw up to 100 USDT.'

const card = (page) => page.getByRole('region', { name: 'Constraints', exact: true })
const dialog = (page, name) => page.getByRole('dialog', { name })
const kept = async (who, id) => {
  const { customer } = await who.ask('GET', `/tickets/${id}`)
  return (await who.ask('GET', `/customers/${customer.id}/constraints`)).items
}

journey(world, 'a constraint stands beside every ticket of its customer until it is ended', async ({ ada, mina }) => {
  const { id: one } = await world.ticket(LENA, { subject: 'My withdrawal waits', body: 'Since noon.' })
  const { id: two } = await world.ticket(LENA, { subject: 'My deposit is late', body: 'Over Tron.' })
  const { id: other } = await world.ticket(OMAR, { subject: 'Fees', body: 'How much?' })
  const colleague = await world.page(ada)
  await open(colleague, two)
  await shows(card(colleague).getByText('Nothing has to be heeded about this account.'))

  const page = await world.page(mina)
  await open(page, one)
  await page.locator('[data-region="thread"]').focus()
  await page.keyboard.press('h')
  await dialog(page, 'New constraint').getByLabel('What is to be heeded').fill(TEXT)
  await dialog(page, 'New constraint').getByRole('button', { name: 'Save' }).click()
  await hides(dialog(page, 'New constraint'))
  await shows(card(page).getByText(TEXT))
  await shows(card(page).getByText('without end'))
  // The colleague sees it rise beside another ticket of the same customer, without anything being pressed.
  await shows(card(colleague).getByText(TEXT))
  await open(colleague, other)
  await shows(card(colleague).getByText('Nothing has to be heeded about this account.'))

  await until('the filter finds both', async () => (await mina.ask('GET', '/tickets?filter=constraint:sub_account')).items.length === 2)
  await open(page, two)
  await card(page).getByRole('button', { name: words(`Change “${TEXT}”`) }).click()
  await dialog(page, 'Change the constraint').getByLabel('What is to be heeded').fill(ANEW)
  await dialog(page, 'Change the constraint').getByRole('button', { name: 'Save' }).click()
  await shows(card(page).getByText(ANEW))
  await card(page).getByRole('button', { name: words(`End “${ANEW}”`) }).click()
  await dialog(page, 'End this constraint?').getByRole('button', { name: 'End it' }).click()
  await shows(card(page).getByText('Nothing has to be heeded about this account.'))
  await card(page).getByText(words('1 that is over')).click()
  await shows(card(page).getByText(ANEW))
  const [ended] = await kept(ada, one)
  assert.deepEqual([ended.standing, ended.ended_by.name], ['over', 'Mina Park'])

  // The customer is told nothing.
  const lena = await world.page()
  await enter(lena, LENA.name)
  await lena.goto(`/tickets/${one}`)
  await shows(lena.getByText('Since noon.'))
  await hides(lena.getByText(ANEW))
})

journey(world, 'earlier tickets open in place, and whoever reads the audit sees who looked', async ({ ada, mina }) => {
  const { id } = await world.ticket(OMAR, { subject: 'The first of two', body: 'Words.' })
  await world.ticket(OMAR, { subject: 'The second of two', body: 'Words.' })
  const { customer } = await mina.ask('GET', `/tickets/${id}`)
  await mina.ask('POST', `/customers/${customer.id}/reveals`, { field: 'email', reason: 'Calling back' })

  const agent = await world.page(mina)
  await open(agent, id)
  await shows(agent.getByRole('heading', { name: 'Earlier tickets' }))
  await hides(agent.getByRole('heading', { name: 'Who looked' }))
  await agent.locator('[data-region="context"]').getByRole('link', { name: words('The second of two') }).click()
  await shows(agent.getByRole('heading', { name: 'The second of two' }))

  const page = await world.page(ada)
  await open(page, id)
  const looks = page.getByRole('region', { name: 'Who looked' })
  await looks.getByRole('button', { name: 'Show' }).click()
  await shows(looks.getByText('Mina Park'))
  await shows(looks.getByText('Calling back'))
})
