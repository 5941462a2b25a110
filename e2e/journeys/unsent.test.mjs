// What an agent has begun to write is on every device of theirs, written over by none, and files on their way up arrive wherever their agent is by then.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { CONSOLE, field, message, open, row, write } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { holds, shows, until } from '../harness/expect.mjs'

const world = World.shared((world) => world.staffed())

/** Slow enough that something can happen in the middle. */
const SLOW_BYTES_PER_S = 1024 * 1024
const FILE_BYTES = 8 * 1024 * 1024
const ARRIVES_MS = 300_000

const kept = async (person, id) => (await person.ask('GET', `/tickets/${id}/drafts`)).items
const bodies = async (person, id) => (await kept(person, id)).map(({ body }) => body)

journey(world, 'another device goes on with a reply, sends it, and the first one lets go of it', async ({ mina, ada }) => {
  const { id } = await world.ticket(LENA, { subject: 'Two desks', body: 'Where is it?' })
  const office = await world.page(mina)
  await open(office, id)
  await write(office, 'Note', 'Ask the node team.')
  await write(office, 'Reply', 'We are looking')
  await until('the server has both', async () => (await bodies(mina, id)).sort().join() === 'Ask the node team.,We are looking')
  assert.deepEqual(await kept(ada, id), [], 'nobody else reads them')

  const home = await world.page(mina)
  await home.goto(`${CONSOLE}queue/all`)
  await shows(row(home, id))
  await home.keyboard.press('g')
  await home.keyboard.press('d')
  await until('the drafts are shown', () => home.url().endsWith('/queue/drafts'))
  await shows(row(home, id).getByTitle('You have a draft here'))
  await open(home, id)
  await holds(field(home), 'We are looking')
  await field(home).press('End')
  await home.keyboard.type(' into it.')
  await until('the server has it whole', async () => (await bodies(mina, id)).includes('We are looking into it.'))
  await field(home).press('Control+Enter')
  await shows(message(home, 'We are looking into it.'))
  await until('only the note is left', async () => (await bodies(mina, id)).join() === 'Ask the node team.')

  await office.reload()
  await shows(message(office, 'We are looking into it.'))
  await until('the reply is gone here too', async () => (await field(office).inputValue()) !== 'We are looking')
  await office.getByRole('tab', { name: 'Note' }).click()
  await holds(field(office), 'Ask the node team.')
})

journey(world, 'what is sent on one device leaves the other by itself, and windows of one browser show one text', async ({ mina }) => {
  const { id } = await world.ticket(LENA, { subject: 'Two screens', body: 'Where is it?' })
  const office = await world.page(mina)
  await open(office, id)
  await write(office, 'Reply', 'We are looking')
  await until('the server has it', async () => (await bodies(mina, id)).join() === 'We are looking')
  const home = await world.page(mina)
  await open(home, id)
  await holds(field(home), 'We are looking')
  await field(home).press('Control+Enter')
  await shows(message(office, 'We are looking'))
  await holds(field(office), '')

  // Another window of the office, while nobody writes in the first one.
  await field(office).press('Escape')
  const window = await office.context().newPage()
  await open(window, id)
  await write(window, 'Reply', 'Seen in both')
  await holds(field(office), 'Seen in both')
  await until('the server has that', async () => (await bodies(mina, id)).join() === 'Seen in both')
  await field(window).press('Control+Enter')
  await shows(message(window, 'Seen in both'))
  await window.close()
  await holds(field(office), '')
  await shows(message(office, 'Seen in both'))
  await until('nothing is left to be sent twice', async () => (await bodies(mina, id)).length === 0)
})

journey(world, 'what two devices wrote without knowing of each other stands there whole', async ({ mina }) => {
  const { id } = await world.ticket(LENA, { subject: 'Two texts', body: 'Where is it?' })
  const office = await world.page(mina)
  await open(office, id)
  await office.route('**/drafts/*', (route) => route.abort())
  await office.route('**/drafts', (route) => route.abort())
  await write(office, 'Reply', 'Written in the office.')
  const home = await world.page(mina)
  await open(home, id)
  await write(home, 'Reply', 'Written at home.')
  await until('the server has one', async () => (await bodies(mina, id)).join() === 'Written at home.')
  await office.unroute('**/drafts/*')
  await office.unroute('**/drafts')
  await office.reload()
  await holds(field(office), 'Written at home.\n\nWritten in the office.')
  await until('so has the server', async () => (await bodies(mina, id)).join() === 'Written at home.\n\nWritten in the office.')
})

journey(world, 'a file on its way goes on when its ticket is left, and waits in its reply', async ({ mina }) => {
  const { id: other } = await world.ticket(LENA, { subject: 'The next one', body: 'And I?' })
  const { id } = await world.ticket(LENA, { subject: 'Recording', body: 'Please show me how.' })
  const page = await world.page(mina)
  await page.goto(`${CONSOLE}queue/all`)
  await row(page, id).click()
  await shows(field(page))
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  await wire.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: SLOW_BYTES_PER_S })
  const files = page.locator('[data-composer] input[type=file]')
  await files.setInputFiles({ name: 'recording.bin', mimeType: 'application/octet-stream', buffer: randomBytes(FILE_BYTES) })
  await shows(page.locator('[data-composer] progress'))
  // To the note and back it goes on, and into the next ticket.
  await page.getByRole('tab', { name: 'Note' }).click()
  assert.equal(await page.locator('[data-composer] li').count(), 0, 'it is of the reply')
  await page.getByRole('tab', { name: 'Reply' }).click()
  await shows(page.locator('[data-composer] li', { hasText: 'recording.bin' }))
  await row(page, other).click()
  await until('the next ticket is open', () => page.url().endsWith(other))
  await shows(page.getByRole('heading', { name: 'The next one' }))
  await shows(field(page))
  await until('nothing of the other one is in its reply', async () => (await page.locator('[data-composer] li').count()) === 0)
  const arrived = async () => (await kept(mina, id)).flatMap(({ attachments }) => attachments.map(({ file_name }) => file_name))
  await until('it has arrived', async () => (await arrived()).join() === 'recording.bin', ARRIVES_MS)
  await row(page, id).click()
  await shows(page.locator('[data-composer] li', { hasText: 'recording.bin' }))
  await field(page).fill('This is how.')
  await field(page).press('Control+Enter')
  await shows(message(page, 'This is how.').getByText('recording.bin'))
})
