// A filter is typed, completed, corrected and saved; a colleague of the team sees the view, and its number moves by itself.
import assert from 'node:assert/strict'
import { accessible } from '../harness/axe.mjs'
import { CONSOLE, row } from '../harness/console.mjs'
import { journey, LENA, MEI, World } from '../harness/desk.mjs'
import { hides, holds, shows, until, words } from '../harness/expect.mjs'
import { join } from '../harness/people.mjs'

const ids = {}
const world = World.shared(async (world) => {
  await world.staffed()
  const { id } = await world.ada.ask('POST', '/teams', { name: 'Deposits, Asia' })
  world.team = id
  world.nils = await join(world.ada, { email: 'nils@northwind.example', name: 'Nils Aas', teams: [id] })
  world.aya = await join(world.ada, { email: 'aya@northwind.example', name: 'Aya Mori', teams: [id] })
  ids.deposit = (await world.ticket(LENA, { subject: 'Deposit missing', body: 'TQLCsShbQNXMTVCjprY64qZmEA4rBarpQp' })).id
  ids.api = (await world.ticket(MEI, { subject: 'API says 1001', body: 'Since noon.', category: 'api-error' })).id
  ids.theft = (await world.ticket(MEI, { subject: 'Somebody was in my account', body: 'Help.', category: 'theft' })).id
})

const box = (page) => page.getByRole('combobox', { name: 'Filter or search, or paste a number, hash or link' })
const views = (page) => page.getByRole('navigation', { name: 'Views' })
const offer = (page, name) => page.getByRole('listbox', { name: 'What could stand here' }).getByRole('option', { name })

async function inbox(person, queue = 'all') {
  const page = await world.page(person)
  await page.goto(`${CONSOLE}queue/${queue}`)
  await shows(box(page))
  return page
}

journey(world, 'a filter is completed while it is typed, by keys alone', async () => {
  const page = await inbox(world.nils)
  await shows(row(page, ids.theft))
  await page.keyboard.press('/')
  await page.keyboard.type('cat')
  await shows(offer(page, 'category'))
  await page.keyboard.press('Tab')
  await holds(box(page), 'category:')
  await page.keyboard.type('dep')
  await shows(offer(page, 'deposit-not-credited'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await holds(box(page), 'category:deposit-not-credited ')
  await hides(row(page, ids.theft))
  await shows(row(page, ids.deposit))
  await page.keyboard.type('chain:tron ')
  await shows(row(page, ids.deposit))
  await page.keyboard.type('is:solved')
  await shows(page.getByText('No ticket passes this filter'))
  await accessible(page, 'a filter that nothing passes')
  await page.keyboard.press('Escape')
  await shows(row(page, ids.theft))
})

journey(world, 'a wrong word is told beside the box, and the list stays', async () => {
  const page = await inbox(world.nils)
  await shows(row(page, ids.theft))
  await box(page).fill('category:depsit')
  await box(page).press('Enter')
  await shows(page.getByText(words('“category” cannot be “depsit”')))
  assert.equal(await box(page).getAttribute('aria-invalid'), 'true')
  await shows(row(page, ids.theft))
  await accessible(page, 'a wrong word in the filter')
  await box(page).fill('category:deposit -')
  await box(page).press('Enter')
  await shows(page.getByText(words('has nothing to look for in it')))
  await box(page).fill('category:deposit')
  await box(page).press('Enter')
  await hides(row(page, ids.theft))
  await hides(page.getByText(words('has nothing to look for in it')))
})

journey(world, 'a view is saved for the team, a colleague sees it, and its number moves by itself', async () => {
  const page = await inbox(world.nils)
  await box(page).fill('is:open category:deposit,theft')
  await box(page).press('Enter')
  await hides(row(page, ids.api))
  await page.getByRole('button', { name: 'Save as view' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save as view' })
  await holds(dialog.getByLabel('Filter'), 'is:open category:deposit,theft')
  await dialog.getByLabel('Name').fill('Deposits and thefts')
  await dialog.getByLabel('Who sees it').selectOption(world.team)
  await dialog.getByLabel('Order').selectOption({ label: 'Waiting longest' })
  await dialog.getByLabel('Tags', { exact: true }).check()
  await accessible(page, 'saving a view')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await shows(page.getByRole('heading', { name: 'Deposits and thefts' }))
  await shows(views(page).getByText('Shared in your teams'))
  const link = (who) => views(who).getByRole('link', { name: /^Deposits and thefts/ })
  await shows(link(page).getByText('2', { exact: true }))
  // The oldest first, as the view wants it.
  const order = () => page.locator('[data-row]').evaluateAll((rows) => rows.map((one) => one.dataset.row))
  await until('the oldest is first', async () => (await order())[0] === ids.deposit)

  const aya = await inbox(world.aya, 'unassigned')
  await shows(link(aya).getByText('2', { exact: true }))
  await link(aya).click()
  await holds(box(aya), 'is:open category:deposit,theft')
  await shows(row(aya, ids.theft))
  await accessible(aya, 'a saved view')
  // Mina is in no team: it is not hers.
  const mina = await inbox(world.mina, 'unassigned')
  await shows(views(mina).getByRole('link', { name: 'All tickets' }))
  await hides(views(mina).getByText('Deposits and thefts'))

  const { id } = await world.ticket(LENA, { subject: 'Another one', body: 'Again.' })
  await shows(link(aya).getByText('3', { exact: true }))
  const statuses = (await world.ada.ask('GET', '/statuses')).items
  const solved = statuses.find(({ category }) => category === 'solved').id
  await world.ada.ask('PUT', `/tickets/${id}/status`, { status_id: solved })
  await shows(link(aya).getByText('2', { exact: true }))
})

journey(world, 'a view is changed and deleted from the list of views', async () => {
  const page = await inbox(world.nils)
  await box(page).fill('is:theft')
  await box(page).press('Enter')
  await page.getByRole('button', { name: 'Save as view' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save as view' })
  await dialog.getByLabel('Name').fill('Feared')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await shows(page.getByRole('heading', { name: 'Feared' }))
  await hides(dialog)
  await box(page).fill('is:theft is:unassigned')
  await box(page).press('Enter')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await shows(page.getByText(words('“Feared” is saved.')))
  await hides(page.getByRole('button', { name: 'Save changes' }))

  await page.getByRole('button', { name: words('More for Feared') }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const confirm = page.getByRole('dialog', { name: words('Delete “Feared”?') })
  await confirm.getByRole('button', { name: 'Delete' }).click()
  await shows(page.getByRole('heading', { name: 'Unassigned' }))
  await hides(views(page).getByText('Feared'))
})
