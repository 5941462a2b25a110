// What is to be forgotten is forgotten: a message, a file, and then the customer. The thread says so, the customer finds none of it,
// and the log goes on proving itself.
import assert from 'node:assert/strict'
import { message, messages, open } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, shows, until, words } from '../harness/expect.mjs'
import { customer } from '../harness/people.mjs'
import { describe, numberOf, PICTURE, send, thread } from '../harness/site.mjs'

const world = World.shared((world) => world.staffed())

const SECRET = 'My neighbour is called Theodora Quill.'
const REASON = 'Asked for it in writing'

const dialog = (page, name) => page.getByRole('dialog', { name })
const eraseButton = (page, name) => dialog(page, name).getByRole('button', { name: 'Erase for good' })
const found = async (who, text) => (await who.ask('GET', `/tickets?filter=${encodeURIComponent(text)}`)).items
const verify = ({ server }) => server.command('audit', 'verify', '--state')

/** A ticket of a deposit with a picture of it, and a message that says too much. */
async function written(lena) {
  await describe(lena, { subject: 'Deposit is late', body: 'I sent 250 USDT over Tron.', files: [PICTURE] })
  await shows(lena.locator('.uploads > li').getByText(PICTURE.name))
  await send(lena)
  await shows(lena.getByText('We have your message'))
  await lena.locator('#body').fill(SECRET)
  await send(lena)
  await shows(thread(lena).getByText(SECRET))
  return numberOf(lena)
}

/** Chooses in the menu of a message, and says why in the dialog that opens. */
async function eraseBy(page, text, choice, title) {
  await message(page, text).getByRole('button', { name: 'More for this message' }).click()
  await page.getByRole('menuitem', { name: words(choice) }).click()
  assert.equal(await eraseButton(page, title).isDisabled(), true, 'not without a reason')
  await dialog(page, title).getByLabel('Why it is erased').fill(REASON)
  await eraseButton(page, title).click()
  await hides(dialog(page, title))
}

journey(world, 'a message, a file and their customer are erased, and the log still fits', async ({ server, ada, mina }) => {
  const lena = await world.page(await customer(server, LENA))
  const number = await written(lena)
  await until('the words are found', async () => (await found(ada, 'Theodora')).length === 1)
  const file = await lena.getByRole('link', { name: words(`Download ${PICTURE.name}`) }).getAttribute('href')

  // Whoever only answers is not offered to erase.
  const agent = await world.page(mina)
  await open(agent, number)
  await message(agent, SECRET).getByRole('button', { name: 'More for this message' }).click()
  await shows(agent.getByRole('menuitem', { name: 'Split off…' }))
  assert.equal(await agent.getByRole('menuitem', { name: 'Erase…' }).count(), 0)
  await agent.keyboard.press('Escape')
  await hides(agent.getByRole('menuitem'))

  const page = await world.page(ada)
  await open(page, number)
  await eraseBy(page, SECRET, 'Erase…', 'Erase this message')
  await shows(messages(page).getByText('What stood here was erased.'))
  await shows(messages(page).getByText(words(`had a message erased: ${REASON}`)))
  await hides(messages(page).getByText(SECRET))
  // Who has the ticket open sees it go as well.
  await hides(messages(agent).getByText(SECRET))
  await shows(thread(lena).getByText('This message was deleted.'))
  await hides(lena.getByText(SECRET))
  await lena.reload()
  await shows(thread(lena).getByText('This message was deleted.'))
  await hides(lena.getByText(SECRET))
  await until('the words are not found', async () => (await found(ada, 'Theodora')).length === 0)

  await eraseBy(page, 'I sent 250 USDT', `Erase file “${PICTURE.name}”…`, 'Erase this file')
  await shows(messages(page).getByText(words(`had a file erased: ${REASON}`)))
  await shows(message(page, 'I sent 250 USDT').getByText('erased', { exact: true }))
  const gone = await lena.context().request.get(file)
  assert.equal(gone.ok(), false)
  await hides(lena.getByRole('link', { name: words(`Download ${PICTURE.name}`) }))
  await lena.reload()
  await shows(thread(lena).getByText('I sent 250 USDT'))
  assert.equal(await lena.getByRole('link', { name: words(`Download ${PICTURE.name}`) }).count(), 0)
  await verify(world)

  await page.getByRole('button', { name: 'Erase this customer…' }).click()
  const asked = dialog(page, 'Erase this customer')
  await asked.getByLabel('Why it is erased').fill(REASON)
  await asked.getByLabel(words(`Type ${number} to show`)).fill('PD-0000-0000-0')
  assert.equal(await eraseButton(page, 'Erase this customer').isDisabled(), true, 'not by another ticket')
  await asked.getByLabel(words(`Type ${number} to show`)).fill(number)
  await eraseButton(page, 'Erase this customer').click()
  await hides(asked)
  const beside = page.locator('[data-region="context"]')
  await shows(beside.getByRole('button', { name: 'Erase what came since…' }))
  await shows(beside.getByText('Erased customer').or(page.getByText('Erased customer')))
  await hides(messages(page).getByText('I sent 250 USDT'))
  for (const said of ['250 USDT', LENA.name, LENA.email, LENA.uid, PICTURE.name]) {
    // The list beside the thread follows a moment later.
    await until(`${said} is gone`, async () => (await page.locator('body').getByText(said).count()) === 0)
  }
  await until('the words are not found', async () => (await found(ada, 'USDT')).length === 0)

  // Their session is over; the same account begins as somebody new, who has no tickets.
  await lena.goto('/tickets')
  await shows(lena.getByRole('heading', { name: 'Please sign in again' }))
  const anew = await world.page(await customer(server, LENA))
  await anew.goto('/tickets')
  assert.equal(await anew.getByRole('main').getByText(number).count(), 0)
  assert.equal(await anew.getByRole('main').getByText('Deposit is late').count(), 0)
  await anew.goto(`/tickets/${number}`)
  assert.equal(await anew.getByText('250 USDT').count(), 0)
  await verify(world)
})
