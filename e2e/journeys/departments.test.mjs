// A department without a seat is asked about a ticket, answers by the link in a mail without JavaScript, and the ticket comes back. Files
// go both ways. Its customer sees nothing of it.
import assert from 'node:assert/strict'
import { after } from 'node:test'
import { accessible } from '../harness/axe.mjs'
import { CONSOLE, open } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, holds, shows, until, words } from '../harness/expect.mjs'
import { postOffice } from '../harness/post.mjs'
import { enter, send, state, thread } from '../harness/site.mjs'

const office = await postOffice()
const world = World.shared(
  (world) => world.staffed(),
  () => office.settings,
)

after(() => office.close())

const NODES = 'nodes@northwind.example'
const PLAIN = { javaScriptEnabled: false }
const file = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
const category = async (who, id) => (await who.ask('GET', `/tickets/${id}`)).status.category

journey(world, 'an administrator makes a department, an agent asks it, and it answers from a mail', async ({ ada, mina }) => {
  const settings = await world.page(ada)
  await settings.goto(`${CONSOLE}settings/departments`)
  await settings.getByRole('button', { name: 'New department' }).click()
  await settings.getByLabel('Name', { exact: true }).fill('Node operations')
  await settings.getByLabel('E-mail').fill(NODES)
  await settings.getByRole('button', { name: 'Create' }).click()
  await shows(settings.getByRole('cell', { name: words('Node operations') }))

  const { id } = await world.ticket(LENA, { subject: 'My deposit is late', body: 'Sent over Tron.' })
  const page = await world.page(mina)
  await open(page, id)
  await page.locator('[data-region="thread"]').focus()
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog', { name: words(`Ask a department about ${id}`) })
  await dialog.getByLabel('Subject').fill('Is the Tron node behind?')
  await dialog.getByLabel('What you want to know').fill('Block 41,220,918 is missing.')
  await shows(dialog.getByRole('checkbox', { name: 'The ticket waits until it answers' }))
  await dialog.locator('input[type=file]').setInputFiles(file('trace.log', 'Hop 7 is lost.'))
  await shows(dialog.getByText('trace.log'))
  await dialog.getByRole('button', { name: 'Files of the ticket' }).click()
  await shows(dialog.getByText('No file that could be given came with this ticket.'))
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click()
  await shows(page.getByText(words('Node operations is asked.')))
  await shows(page.locator('[data-region="context"]').getByText('Is the Tron node behind?'))
  assert.equal(await category(mina, id), 'waiting_on_internal')

  // The mail has the number, the subject and the link, and no word of the customer or of what is asked.
  const mail = await office.mail(NODES, ({ text }) => text.includes(id))
  assert.doesNotMatch(mail.text, /Block 41|deposit|Lena/)
  const link = /https?:\/\/\S+\/side\/\S+/.exec(mail.text)[0]
  const nodes = await world.page(undefined, PLAIN)
  await nodes.goto(link)
  await shows(nodes.getByRole('heading', { name: 'Is the Tron node behind?' }))
  await shows(nodes.getByText('Block 41,220,918 is missing.'))
  await hides(nodes.getByText(/My deposit is late|Lena/))
  const given = await nodes.getByRole('link', { name: words('Download trace.log') }).getAttribute('href')
  assert.equal(await (await nodes.request.get(given)).text(), 'Hop 7 is lost.')
  // What looks for faults is a script itself.
  const scripted = await world.page()
  await scripted.goto(link)
  await accessible(scripted, 'the page of a department')
  // With scripts, what is chosen is gathered, and can be taken out again.
  await scripted.locator('#files').setInputFiles(file('first.log', 'one'))
  await scripted.locator('#files').setInputFiles([file('second.log', 'two'), file('empty.log', '')])
  await shows(scripted.getByText('This file is empty. Choose another.'))
  await scripted.getByRole('button', { name: words('Remove first.log') }).click()
  const carried = () => scripted.locator('#files').evaluate((input) => [...input.files].map(({ name }) => name))
  assert.deepEqual(await carried(), ['second.log'])
  await scripted.close()
  await nodes.getByLabel('Your answer').fill('x'.repeat(10_001))
  await send(nodes, 'Send the answer')
  await shows(nodes.getByText('There is a problem'))
  await holds(nodes.getByLabel('Your answer'), 'x'.repeat(10_001))
  await nodes.getByLabel('Your answer').fill('It is, by an hour.')
  await nodes.locator('#files').setInputFiles(file('node.log', 'Stuck at 41,220,917.'))
  // What is told in passing is waited for before it can come: it goes away by itself.
  const told = shows(page.getByText(words(`Node operations answered in ${id}`)))
  // Whoever fails before that fails of the reason.
  told.catch(() => {})
  await send(nodes, 'Send the answer')
  await shows(nodes.getByText('Your answer is with the support desk.'))
  await shows(nodes.getByText('It is, by an hour.'))

  // The agent is told, sees it come, and the ticket is back.
  await told
  await shows(page.getByText('It is, by an hour.').first())
  await until('the ticket is back', async () => (await category(mina, id)) === 'open')
  await page.locator('[data-region="context"]').getByRole('button', { name: words('Is the Tron node behind?') }).click()
  const talk = page.getByRole('dialog', { name: words('Is the Tron node behind?') })
  await shows(talk.getByText('It is, by an hour.'))
  for (const name of ['trace.log', 'node.log']) await shows(talk.getByRole('link', { name, exact: true }))
  await accessible(page, 'a side conversation')
  await talk.getByRole('button', { name: 'Close the conversation' }).click()
  await shows(page.getByText('The conversation is closed.'))
  await nodes.goto(link)
  await shows(nodes.getByRole('heading', { name: 'This conversation is closed' }))

  // Its customer reads that it waited and is worked on, and nothing of whom it waited for.
  const lena = await world.page(undefined, PLAIN)
  await enter(lena, LENA.name)
  await lena.goto(`/tickets/${id}`)
  await shows(state(lena).getByText('We are working on it'))
  await shows(thread(lena).getByText('Sent over Tron.'))
  await hides(lena.getByText(/Tron node|Node operations|by an hour|Block 41|trace.log|node.log/))
})
