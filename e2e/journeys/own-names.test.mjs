// An administrator gives the house a category and a status of its own. Customers choose the one, agents set the other, everybody sees them called
// otherwise at once, and what is in use stays.
import { CONSOLE, open, pick, status } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, shows, words } from '../harness/expect.mjs'

const world = World.shared((world) => world.staffed())

journey(world, 'a category of the house is made, moved, chosen and withdrawn', async ({ ada }) => {
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}settings/forms`)
  await page.getByRole('button', { name: 'New category' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name in addresses, filters and the API').fill('fees')
  await dialog.getByLabel('English').fill('Card payments')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await shows(dialog.getByText('This is in use already.'))
  await dialog.getByLabel('Name in addresses, filters and the API').fill('card-payment')
  await dialog.getByRole('button', { name: 'Create' }).click()
  const line = page.locator('tr', { hasText: 'card-payment' })
  await shows(line.getByText('General questions'))
  await hides(dialog)

  // By keyboard, one place at a time, and the focus goes along.
  await line.getByRole('button', { name: words('Move Card payments up') }).press('Enter')
  await shows(page.getByText(words('Card payments is in place 19.')))
  await shows(page.locator('#up-card-payment:focus'))

  const { person: lena, id } = await world.ticket(LENA, { subject: 'Declined', body: 'Why?', category: 'card-payment' })
  const site = await world.page(lena)
  await site.goto('/tickets/new')
  await shows(site.getByRole('link', { name: 'Card payments' }))
  await line.getByRole('button', { name: 'Withdraw' }).click()
  await dialog.getByRole('button', { name: 'Withdraw' }).click()
  await shows(line.getByText('Withdrawn'))
  // Its button is gone; the keyboard stays in the line.
  await shows(line.locator(':focus'))
  await site.goto('/tickets/new')
  await hides(site.getByRole('link', { name: 'Card payments' }))
  await site.goto(`/tickets/${id}`)
  await shows(site.getByText(words('Card payments')).first())
})

journey(world, 'a status of the house is made, set, renamed and retired', async ({ ada, mina }) => {
  const { id } = await world.ticket(LENA, { subject: 'Declined again', body: 'Why?' })
  const desk = await world.page(mina)
  await open(desk, id)
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}settings/statuses`)
  await page.getByRole('button', { name: 'New status' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name in filters and the API').fill('with-bank')
  await dialog.getByLabel('Whose turn').selectOption('waiting_on_internal')
  await dialog.getByLabel('English').fill('With the bank')
  await dialog.getByRole('button', { name: 'Create' }).click()
  const line = page.locator('tr', { hasText: 'with-bank' })
  await shows(line.getByText('With the bank'))

  // The agent's page knows it without being loaded anew.
  await desk.getByRole('toolbar', { name: 'About this ticket' }).getByTitle(/Status/).click()
  await desk.getByRole('option', { name: 'With the bank' }).click()
  await shows(status(desk, 'With the bank'))
  await line.getByRole('button', { name: 'Rename' }).click()
  await dialog.getByLabel('English').fill('At the bank')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await shows(line.getByText('At the bank'))
  await shows(status(desk, 'At the bank'))

  await line.getByRole('button', { name: 'Retire' }).click()
  await dialog.getByRole('button', { name: 'Retire' }).click()
  await shows(dialog.getByText(words('Tickets on which there is something to do have this status: 1.')))
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await pick(desk, /Status/, 'Set the status', 'Solved')
  await shows(status(desk, 'Solved'))
  await line.getByRole('button', { name: 'Retire' }).click()
  await dialog.getByRole('button', { name: 'Retire' }).click()
  await shows(line.getByText('Retired', { exact: true }))
  await shows(line.getByRole('button', { name: 'Bring back' }))
  await shows(line.locator(':focus'))
  // Those that the desk itself sets stay.
  await hides(page.locator('tr', { hasText: 'waiting_on_customer' }).getByRole('button', { name: 'Retire' }))
})
