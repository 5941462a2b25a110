// Two tickets of one customer become one, by keyboard, and two again; the old number goes on working; many at once.
import assert from 'node:assert/strict'
import { CONSOLE, message, messages, open, row, write } from '../harness/console.mjs'
import { journey, LENA, OMAR, World } from '../harness/desk.mjs'
import { hides, shows, until, words } from '../harness/expect.mjs'
import { enter } from '../harness/site.mjs'

const world = World.shared((world) => world.staffed())

const dialog = (page) => page.getByRole('dialog', { name: /^Merge/ })
const state = (who, id) => who.ask('GET', `/tickets/${id}`)
const two = async (claims, first, second) => {
  const one = await world.ticket(claims, { subject: first, body: `${first}: 250 USDT over Tron.` })
  const other = await world.ticket(claims, { subject: second, body: `${second}: any news?` })
  return { person: other.person, first: one.id, second: other.id }
}

journey(world, 'a ticket goes on in another one by keyboard, and stands for itself again', async ({ ada, mina }) => {
  const { first, second } = await two(LENA, 'Deposit is late', 'Still no deposit')
  const page = await world.page(mina)
  await open(page, second)
  await page.keyboard.press('l')
  await shows(dialog(page).getByRole('option', { name: words('Deposit is late') }))
  await shows(dialog(page).getByText(words(`${second} is closed and goes on in ${first}.`)))
  await page.keyboard.press('Enter')
  await shows(page.getByText(words(`Merged into ${first}.`)))
  // Whoever looked at the one is led to the other, and reads both.
  await shows(message(page, 'Still no deposit: any news?').getByText(second))
  await shows(message(page, 'Deposit is late: 250 USDT'))
  const texts = await messages(page).locator('[data-message]').allInnerTexts()
  assert.ok(texts[0].includes('Deposit is late') && texts[1].includes('Still no deposit'), 'in order')
  assert.equal((await state(ada, second)).merged_into, first)
  // The old one says where it goes on instead of a composer.
  await open(page, second)
  await shows(page.getByText(words(`This ticket goes on in ${first}`)))
  await hides(page.locator('[data-composer]'))
  await page.getByRole('button', { name: 'Take apart' }).click()
  await shows(page.locator('[data-composer]'))
  await until('it stands for itself', async () => (await state(ada, second)).status.category === 'open')
  // Turned back by the key that undoes, and once more.
  await page.locator('[data-region="thread"]').focus()
  await page.keyboard.press('Control+z')
  await shows(page.getByText(words(`This ticket goes on in ${first}`)))
  await until('it is merged again', async () => (await state(ada, second)).merged_into === first)
})

journey(world, 'what was being written when a ticket was merged goes along', async ({ ada, mina }) => {
  const { first, second } = await two(LENA, 'One matter', 'The same matter')
  const page = await world.page(mina)
  await open(page, second)
  await write(page, 'Reply', 'We are looking at your')
  await ada.ask('POST', `/tickets/${second}/merge`, { into: first })
  await shows(page.getByText(words('What you had begun to write is kept and goes along.')))
  await page.getByRole('link', { name: words(`Open ${first}`) }).click()
  await shows(message(page, 'One matter'))
  await until('the text is there', async () => (await page.locator('[data-composer] textarea').inputValue()) === 'We are looking at your')
})

journey(world, 'the customer is led on, writes to the old number, and sees their matter once', async ({ ada, mina }) => {
  const { first, second } = await two(LENA, 'Where is it', 'Hello again')
  const agent = await world.page(mina)
  await open(agent, first)
  const lena = await world.page()
  await enter(lena, LENA.name)
  await lena.goto(`/tickets/${second}`)
  await lena.locator('#reply-section textarea').fill('Here is the hash.')
  await ada.ask('POST', `/tickets/${second}/merge`, { into: first })
  // The page hears of it; what is typed stays, and arrives where the matter goes on.
  await shows(lena.getByText(words(`This ticket goes on in ${first}`)))
  await lena.locator('#reply-section .actions button').click()
  await lena.waitForURL(new RegExp(`/tickets/${first}`))
  await shows(lena.getByText('Here is the hash.'))
  await shows(lena.getByText(words(`from ${second}`)))
  await shows(message(agent, 'Here is the hash.'))
  await lena.goto('/tickets')
  await shows(lena.getByText('Where is it'))
  await hides(lena.getByText('Hello again'))
})

journey(world, 'several go on in the oldest of them and come back', async ({ ada, mina }) => {
  const { first, second } = await two(OMAR, 'Oldest of three', 'Middle of three')
  const { id: third } = await world.ticket(OMAR, { subject: 'Newest of three', body: 'Words.' })
  const page = await world.page(mina)
  await page.goto(`${CONSOLE}queue/open`)
  for (const id of [third, second, first]) {
    await shows(row(page, id))
    await page.getByRole('checkbox', { name: words(`Select: ${(await state(ada, id)).subject}`) }).click()
  }
  await page.keyboard.press('l')
  await shows(dialog(page).getByText(words(`2 tickets are closed and go on in ${first}.`)))
  await page.keyboard.press('Enter')
  await shows(page.getByText(words(`2 tickets are merged into ${first}.`)))
  for (const id of [second, third]) assert.equal((await state(ada, id)).merged_into, first)
  await page.keyboard.press('Control+z')
  await shows(page.getByText(words('2 tickets are as they were.')))
  for (const id of [second, third]) assert.equal((await state(ada, id)).status.category, 'open')
})
