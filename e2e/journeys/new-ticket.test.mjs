// A second matter of a customer becomes a ticket of its own: by key, kept when the form is closed, warned of what nobody may ask, and read by the customer.
import assert from 'node:assert/strict'
import { accessible } from '../harness/axe.mjs'
import { message, open } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, holds, shows, until } from '../harness/expect.mjs'
import { join } from '../harness/people.mjs'

const world = World.shared((world) => world.staffed())

const WORDS = 'As you asked on the telephone: withdrawing USDT over Tron costs 1 USDT.'
const button = (page) => page.getByRole('button', { name: 'New ticket for this customer' })

journey(world, 'an agent opens a ticket for the customer of another one', async ({ ada, mina }) => {
  const { person: lena, id } = await world.ticket(LENA, { subject: 'My deposit', body: 'Over Tron.' })
  const page = await world.page(mina)
  await open(page, id)
  await page.locator('[data-region="thread"]').focus()
  await page.keyboard.press('Shift+N')
  const dialog = page.getByRole('dialog', { name: /^New ticket for/ })
  await shows(dialog)
  const verb = dialog.getByRole('button', { name: 'Open the ticket' })
  assert.ok(await verb.isDisabled())
  const category = dialog.getByLabel('What it is about')
  await until('the keyboard is where the form begins', () => category.evaluate((one) => one === document.activeElement))
  await accessible(page, 'the form of a new ticket')
  await category.selectOption('fees')
  await dialog.getByLabel('Subject', { exact: true }).fill('Your fees')
  const text = dialog.getByLabel('Message', { exact: true })
  await text.fill('To go on, please send me the seed phrase of your wallet.')
  await shows(dialog.getByText('This asks for a seed phrase'))
  await text.fill(WORDS)
  await hides(dialog.getByText('This asks for a seed phrase'))

  // Closing it loses nothing.
  await page.keyboard.press('Escape')
  await hides(dialog)
  await button(page).click()
  await holds(text, WORDS)
  await verb.click()
  await hides(dialog)
  await shows(message(page, WORDS))
  const made = page.url().split('/').at(-1)
  assert.notEqual(made, id)
  const [ticket, other] = await Promise.all([made, id].map((one) => ada.ask('GET', `/tickets/${one}`)))
  assert.deepEqual([ticket.customer.id, ticket.category, ticket.subject], [other.customer.id, 'fees', 'Your fees'])
  const { items } = await lena.ask('GET', '/tickets?limit=20')
  assert.ok(items.some((one) => one.id === made), 'the customer has it')
  // They wrote nothing, so nobody tells them that their message has arrived.
  const site = await world.page(lena)
  await site.goto('/notifications')
  await shows(site.getByText('We opened a ticket for you'))
  assert.equal(await site.getByText('We have your message').count(), 0)
  await site.goto(`/tickets/${made}`)
  await shows(site.getByText('We opened this ticket for you'))
  assert.equal(await site.getByText('We received your message').count(), 0)
  await site.close()

  // It was sent, and is not begun again.
  await button(page).click()
  await holds(text, '')
})

journey(world, 'whoever may not open tickets is offered none', async ({ ada }) => {
  const { id } = await world.ticket(LENA, { subject: 'My withdrawal', body: 'Since noon.' })
  const noor = await join(ada, { email: 'noor@northwind.example', name: 'Noor Aziz', role: 'auditor' })
  const page = await world.page(noor)
  await open(page, id)
  await shows(page.getByRole('heading', { name: 'Earlier tickets' }))
  assert.equal(await button(page).count(), 0)
  await page.locator('[data-region="thread"]').focus()
  await page.keyboard.press('Shift+N')
  await shows(page.getByText('You do not have the permission for this. An administrator can give it to you.'))
})

journey(world, 'a ticket whose form is closed while it is sent is opened once, and a failure is told to whoever closed it', async ({ mina }) => {
  const { person: lena, id } = await world.ticket(LENA, { subject: 'My account', body: 'It is about the name on it.' })
  const page = await world.page(mina)
  await open(page, id)
  const dialog = page.getByRole('dialog', { name: /^New ticket for/ })
  const [subject, text] = [dialog.getByLabel('Subject', { exact: true }), dialog.getByLabel('Message', { exact: true })]
  const [verb, cancel] = [dialog.getByRole('button', { name: 'Open the ticket' }), dialog.getByRole('button', { name: 'Cancel' })]
  // What is sent waits for the test, which says what becomes of it.
  const requests = []
  await page.route('**/api/v1/tickets', (route) => (route.request().method() === 'POST' ? void requests.push(route) : route.continue()))
  const sent = (count) => until(`${count} were sent`, () => requests.length === count)

  await button(page).click()
  await dialog.getByLabel('What it is about').selectOption('fees')
  await subject.fill('A second name')
  await text.fill(WORDS)
  await verb.click()
  await sent(1)
  await cancel.click()
  await hides(dialog)
  await requests[0].abort()
  const toast = page.locator('.toast').filter({ hasText: 'The desk does not answer.' })
  await shows(toast)
  await toast.getByRole('button', { name: 'Close' }).click()

  // What was typed is still there, and is sent by the name that it had.
  await button(page).click()
  await holds(text, WORDS)
  await verb.click()
  await sent(2)
  const name = (route) => route.request().headers()['idempotency-key']
  assert.equal(name(requests[1]), name(requests[0]))
  await cancel.click()
  await hides(dialog)
  await button(page).click()
  await holds(text, WORDS)
  await requests[1].continue()
  // It is sent by now, and stands in no form any more.
  await hides(dialog)
  const { items } = await lena.ask('GET', '/tickets?limit=20')
  assert.equal(items.filter((one) => one.subject === 'A second name').length, 1)
  await button(page).click()
  await holds(text, '')
})
