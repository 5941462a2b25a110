// An agent mentions a colleague in a note by keyboard; the colleague sees the number rise, opens the ticket, and answers.
import assert from 'node:assert/strict'
import { CONSOLE, field, message, open, row, write } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, holds, shows, until, words } from '../harness/expect.mjs'
import { join } from '../harness/people.mjs'
import { enter } from '../harness/site.mjs'

const world = World.shared(async (world) => {
  await world.staffed()
  world.noor = await join(world.ada, { email: 'noor@northwind.example', name: 'Noor Haddad' })
})

const views = (page) => page.getByRole('navigation', { name: 'Views' })
const mentions = (page) => views(page).getByRole('link', { name: /^Mentions/ })
const beside = (page) => page.locator('[data-region="context"]')
const offers = (page) => page.getByRole('listbox', { name: 'Who can be mentioned' })

journey(world, 'a colleague who is mentioned sees it live and answers', async ({ mina, noor }) => {
  const { id } = await world.ticket(LENA, { subject: 'A deposit for two', body: 'Over Tron.' })
  const hers = await world.page(noor)
  await hers.goto(`${CONSOLE}queue/mentions`)
  await shows(hers.getByText('Nobody has mentioned you'))
  await hides(mentions(hers).getByText('unread'))

  const page = await world.page(mina)
  await open(page, id)
  await write(page, 'Note', 'Can you look, ')
  await field(page).press('End')
  await page.keyboard.type('@noo')
  await shows(offers(page).getByRole('option', { name: words('Noor Haddad') }))
  await page.keyboard.press('Enter')
  await holds(field(page), 'Can you look, @Noor Haddad ')
  await page.keyboard.type('please?')
  await page.keyboard.press('Control+Enter')
  await shows(message(page, 'please?').locator('.mention').filter({ hasText: '@Noor Haddad' }))
  await shows(beside(page).getByText('Noor Haddad'))

  // The number rises without anything being pressed.
  await shows(mentions(hers).getByText(words('1 unread')))
  await until('the title tells it', async () => (await hers.title()).startsWith('(1) '))
  await hers.goto(`${CONSOLE}queue/mentions`)
  await shows(row(hers, id).getByText('Mentions you'))
  await row(hers, id).click()
  await shows(message(hers, 'please?').locator('.mention.me'))
  await hides(mentions(hers).getByText('unread'))
  await until('the title tells of nothing more', async () => !(await hers.title()).startsWith('('))
  await write(hers, 'Note', 'Looking.')
  await hers.getByRole('button', { name: 'Add note' }).click()
  await shows(message(page, 'Looking.'))

  // Its customer reads nothing of it.
  const lena = await world.page()
  await enter(lena, LENA.name)
  await lena.goto(`/tickets/${id}`)
  await shows(lena.getByText('Over Tron.'))
  await hides(lena.getByText(words('Noor Haddad')))
})

journey(world, 'a ticket is followed by a key, and found where it is followed', async ({ mina }) => {
  const { id } = await world.ticket(LENA, { subject: 'To keep an eye on', body: 'Words.' })
  const page = await world.page(mina)
  await open(page, id)
  await shows(beside(page).getByText('Nobody follows this ticket.'))
  await page.locator('[data-region="thread"]').focus()
  await page.keyboard.press('b')
  await shows(page.getByText(words(`You follow ${id}.`)))
  await shows(page.getByText(words('You began to follow it')))
  await page.locator('[data-region="thread"]').focus()
  await page.keyboard.press('g')
  await page.keyboard.press('f')
  await shows(row(page, id))
  await open(page, id)
  await beside(page).getByRole('button', { name: 'Stop following' }).click()
  await until('nobody follows it', async () => (await mina.ask('GET', `/tickets/${id}/participants`)).items.length === 0)
  const found = await mina.ask('GET', '/tickets?filter=participant:me')
  assert.ok(!found.items.some((ticket) => ticket.id === id))
})
