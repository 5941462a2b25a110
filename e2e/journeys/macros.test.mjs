// Macros: written in two languages, applied in the customer's, taken back with the message, and for the verified alone.
import assert from 'node:assert/strict'
import { CONSOLE, field, message, open } from '../harness/console.mjs'
import { journey, LENA, MEI, World } from '../harness/desk.mjs'
import { hides, holds, shows, until, words } from '../harness/expect.mjs'
import { join } from '../harness/people.mjs'
import { thread } from '../harness/site.mjs'

const world = World.shared(async (world) => {
  await world.staffed()
  world.omar = await join(world.ada, { email: 'omar@northwind.example', name: 'Omar Haddad' })
})

const picker = (page) => page.getByRole('dialog', { name: 'Find a macro' })
const search = (page) => page.getByRole('combobox', { name: 'Find a macro' })
const chips = (page) => page.locator('[data-composer] .along')
const state = (who, id) => who.ask('GET', `/tickets/${id}`)

journey(world, 'a macro is written in two languages, and its slips are told with their place', async ({ ada, mina }) => {
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}settings/macros`)
  await shows(page.getByText('No macros yet'))
  await page.getByRole('link', { name: 'New macro' }).click()
  await page.getByLabel('Name', { exact: true }).fill('On its way')
  await page.getByLabel('Folder').fill('Deposits')
  await page.getByLabel('For', { exact: true }).selectOption('all')
  const text = page.getByLabel(words('Text in English'))
  await text.fill('Hello {{customer.nam|there}}')
  await shows(page.getByText(words('“customer.nam” in line 1, column 7 is no variable.')))
  await text.fill('Hello {{customer.name|there}}, **{{ticket.number}}** is on its way.')
  const preview = page.getByRole('region', { name: 'As the customer reads it, with examples' })
  await shows(preview.getByText('Hello Ada Lovelace'))
  await page.getByLabel('Add a language').selectOption('zh-Hans')
  await page.getByLabel(/^Text in .*Chinese/).fill('请把密码发给我们。')
  await page.getByLabel('Set the priority').selectOption('high')
  await page.getByLabel('Assign to…').selectOption('me')
  await page.getByLabel('Add tags').fill('late-deposit')
  await page.getByRole('button', { name: 'Save macro' }).click()
  // What asks for a password is refused in every language, and its tab says so.
  await shows(page.getByRole('button', { name: /Chinese/ }).locator('svg'))
  await page.getByLabel(/^Text in .*Chinese/).fill('{{customer.name|客户}}，您好：{{ticket.number}} 正在处理。')
  await page.getByRole('button', { name: 'Save macro' }).click()
  await shows(page.getByRole('link', { name: 'On its way' }))
  await shows(page.getByRole('row', { name: /On its way/ }).getByText('Everybody'))
  // An agent may use it and not change it.
  const other = await world.page(mina)
  await other.goto(`${CONSOLE}settings/macros`)
  await other.getByRole('link', { name: 'On its way' }).click()
  await shows(other.getByText('You can use this macro.'))
  assert.equal(await other.getByRole('button', { name: 'Save macro' }).count(), 0)
})

journey(world, 'it speaks the customer’s language, acts with the message, and is taken back with it', async ({ ada, mina }) => {
  const { person, id } = await world.ticket(MEI, { subject: '充值未到账', body: '昨天充值的 USDT 还没有到账。' })
  const page = await world.page(mina, { undoSeconds: 10 })
  await open(page, id)
  const mei = await world.page(person)
  await mei.goto(`/tickets/${id}`)

  await page.keyboard.press('m')
  await search(page).fill('way')
  await shows(picker(page).getByText(`{{customer.name|客户}}，您好：${id} 正在处理。`))
  await shows(picker(page).getByText(words('Priority: High')))
  await page.keyboard.press('Enter')
  await holds(field(page), `{{customer.name|客户}}，您好：${id} 正在处理。`)
  await shows(chips(page).getByText('Assign to you'))
  await chips(page).getByRole('button', { name: words('Leave out: +late-deposit') }).click()
  await hides(chips(page).getByText('+late-deposit'))

  // Sent and taken back: nothing has happened, and everything is there again.
  await page.keyboard.press('Control+Enter')
  await holds(field(page), '')
  await page.getByRole('log', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await shows(chips(page).getByText(words('Priority: High')))
  assert.equal((await state(ada, id)).priority, 'normal')
  // The draft and what goes along survive another visit.
  await page.reload()
  await shows(chips(page).getByText('Assign to you'))

  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('button', { name: 'Send now' }).click()
  await shows(thread(mei).getByText('林美，您好'))
  const after = await state(ada, id)
  assert.deepEqual([after.priority, after.assignee.name, after.tags], ['high', 'Mina Park', []])
  const { items } = await ada.ask('GET', '/macros')
  assert.equal(items.find(({ name }) => name === 'On its way').uses, 1)
})

journey(world, 'the sign itself, the command bar, and what is not for everybody', async ({ ada, omar }) => {
  const [brand] = (await ada.ask('GET', '/brands')).items
  const texts = [{ lang: 'en', text: 'Your balance is in the account.' }]
  await ada.ask('POST', '/macros', { brand_id: brand.id, name: 'Balance', audience: 'all', min_level: 'signed-in', texts })
  const unknown = await ada.ask('POST', '/customers', { brand_id: brand.id, email: 'somebody@mail.example' })
  const matter = { category: 'other', subject: 'By mail', body: 'Words.', customer_id: unknown.id }
  const { id } = await ada.ask('POST', '/tickets', matter)
  const page = await world.page(omar)
  await open(page, id)
  await page.keyboard.press('r')
  await page.keyboard.press('/')
  await search(page).fill('bal')
  await shows(picker(page).getByText(words('Only for customers who are verified at least so: Signed in')))
  await page.keyboard.press('Enter')
  await shows(picker(page))
  await search(page).fill('')
  await page.keyboard.press('/')
  await hides(picker(page))
  await holds(field(page), '/')
  await field(page).fill('')

  await page.keyboard.press('Control+k')
  const command = page.getByRole('combobox', { name: 'Command bar' })
  await command.fill('/balance')
  await shows(page.getByText('Nothing is called so.'))
  await command.fill('macro on its')
  await page.keyboard.press('Enter')
  await until('the macro is written', async () => (await field(page).inputValue()).includes(id))

  // Lena has signed in by the exchange.
  const { id: hers } = await world.ticket(LENA, { subject: 'Balance', body: 'Where is it?' })
  await open(page, hers)
  await page.keyboard.press('m')
  await search(page).fill('bal')
  await shows(picker(page).getByText('Your balance is in the account.'))
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: 'Note' }).click()
  await field(page).fill('Only words')
  await page.getByRole('button', { name: 'Add note' }).click()
  await shows(message(page, 'Only words'))
})

journey(world, 'a macro beside the ticket is sent once, however quickly it is pressed twice', async ({ ada, mina }) => {
  const [brand] = (await ada.ask('GET', '/brands')).items
  const text = 'This is said once.'
  await ada.ask('POST', '/macros', { brand_id: brand.id, name: 'Once', audience: 'all', texts: [{ lang: 'en', text }] })
  const { id } = await world.ticket(LENA, { subject: 'Twice', body: 'Where is it?' })
  const page = await world.page(mina)
  await open(page, id)
  await page.locator('[data-region="context"]').getByRole('button', { name: words('Send at once: Once') }).dblclick()
  await shows(message(page, text))
  await field(page).fill('And this after it.')
  await page.keyboard.press('Control+Enter')
  await shows(message(page, 'And this after it.'))
  await holds(field(page), '')
  assert.equal(await message(page, text).count(), 1)
  assert.equal(await message(page, text).getByText(text, { exact: true }).count(), 1)
})
