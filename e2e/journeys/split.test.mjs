// What is about something else goes on in a ticket of its own: split off in the thread, met by the customer on both pages, and taken back.
import assert from 'node:assert/strict'
import { message, messages, open } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, shows, until, words } from '../harness/expect.mjs'
import { enter } from '../harness/site.mjs'

const world = World.shared((world) => world.staffed())

const dialog = (page) => page.getByRole('dialog', { name: 'Split messages off' })
const state = (who, id) => who.ask('GET', `/tickets/${id}`)

/** A ticket of a deposit, into which its customer wrote of a withdrawal too. */
async function ofTwo() {
  const { id, person } = await world.ticket(LENA, { subject: 'Deposit is late', body: 'My deposit over Tron.' })
  await person.ask('POST', `/tickets/${id}/messages`, { body: 'And where is my withdrawal of 0.5 BTC?' })
  return id
}

/** The number that the open ticket was split into. */
const splitOff = (who, id) => until('it is split', async () => (await state(who, id)).split_into[0])

async function split(page, subject) {
  await dialog(page).getByRole('textbox', { name: 'Subject of the new ticket' }).fill(subject)
  await dialog(page).getByRole('combobox', { name: 'Category' }).selectOption('withdrawal-pending')
  await dialog(page).getByRole('button', { name: 'Split off' }).click()
}

journey(world, 'a message is split off, both go on by themselves, and the customer meets both', async ({ ada, mina }) => {
  const old = await ofTwo()
  const lena = await world.page()
  await enter(lena, LENA.name)
  await lena.goto(`/tickets/${old}`)
  await shows(lena.getByText('And where is my withdrawal'))
  const page = await world.page(mina)
  await open(page, old)
  await message(page, 'And where is my withdrawal').getByRole('button', { name: 'More for this message' }).click()
  await page.getByRole('menuitem', { name: 'Split off…' }).click()
  await split(page, 'Withdrawal is late')
  await hides(message(page, 'And where is my withdrawal'))
  const fresh = await splitOff(ada, old)
  await shows(page.getByText(words(`The message goes on in ${fresh}.`)))
  await shows(page.getByText(words(`split a message off into ${fresh}`)))
  // The customer's page hears of it: the words are gone from here, and it says where they are.
  await hides(lena.locator('#thread').getByText('And where is my withdrawal'))
  await shows(lena.locator('#thread').getByText(words(`Some messages go on in ${fresh}`)))
  await page.getByRole('link', { name: words(`Split into ${fresh}`) }).click()
  await shows(message(page, 'And where is my withdrawal').getByText(old))
  await shows(page.getByRole('heading', { name: 'Withdrawal is late' }))
  const texts = await messages(page).locator('[data-message]').allInnerTexts()
  assert.ok(texts[0].includes('And where is my withdrawal'), 'at its own time, before what the desk wrote')
  await shows(page.getByRole('complementary').getByText('0.5 BTC'))
  // Each is answered for itself.
  await ada.ask('POST', `/tickets/${fresh}/messages`, { body: 'It is on its way.' })
  await lena.goto(`/tickets/${fresh}`)
  await shows(lena.getByText('It is on its way.'))
  await shows(lena.getByText(words(`from ${old}`)))
  await lena.goto(`/tickets/${old}`)
  await shows(lena.getByText('My deposit over Tron.'))
  await hides(lena.getByText('It is on its way.'))
})

journey(world, 'what was split off by keyboard is taken back, and the number leads to where it stands', async ({ ada, mina }) => {
  const old = await ofTwo()
  const page = await world.page(mina)
  await open(page, old)
  await page.locator('[data-region="thread"]').focus()
  await page.keyboard.press('Shift+S')
  await shows(dialog(page).getByRole('checkbox', { checked: true }))
  await split(page, 'By mistake')
  const fresh = await splitOff(ada, old)
  await hides(message(page, 'And where is my withdrawal'))
  // The message may be gone by what the desk tells everybody, before the form has its answer and closes.
  await shows(page.getByText(words(`The message goes on in ${fresh}.`)))
  await hides(dialog(page))
  await page.locator('[data-region="thread"]').focus()
  await page.keyboard.press('Control+z')
  await shows(page.getByText(words(`The messages stand in ${old} again.`)))
  await shows(message(page, 'And where is my withdrawal'))
  await until('its number leads here', async () => (await state(ada, fresh)).merged_into === old)
  await open(page, fresh)
  await shows(page.getByText(words(`This ticket goes on in ${old}`)))
})
