// The network and the server are taken away at each step of writing an answer. Whatever was typed is there afterwards, and whatever was
// sent is there once.
import assert from 'node:assert/strict'
import { field, message, messages, open, write } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, holds, shows, until } from '../harness/expect.mjs'

const world = World.shared((world) => world.staffed())

/** Retries come every 15 s at worst. */
const COMES_BACK_MS = 180_000
const TEXT = 'We found your deposit in block 41,220,918.'
const AWAY = 'No connection; it goes on by itself'
const FILE = { name: 'proof.txt', mimeType: 'text/plain', buffer: Buffer.from('block 41,220,918\n') }

const waiting = (page) => messages(page).getByText('Waiting to be sent')

/** What is taken away, and how it comes back. */
const CUTS = {
  network: (page) => ({ cut: () => page.context().setOffline(true), mend: () => page.context().setOffline(false) }),
  server: () => ({ cut: () => world.server.down('SIGKILL'), mend: () => world.server.up() }),
}

async function begin(name, options) {
  const { id } = await world.ticket(LENA, { subject: `Cut ${name}`, body: 'Where is it?' })
  const page = await world.page(world.mina, options)
  await open(page, id)
  return { id, page }
}

/** How many messages of the ticket say this, as the desk keeps it. */
async function kept(id, text = TEXT) {
  const { items } = await world.mina.ask('GET', `/tickets/${id}/timeline`)
  return items.filter((item) => item.type === 'message' && item.body_html.includes(text)).length
}

async function arrives(page, id) {
  await message(page, TEXT).waitFor({ timeout: COMES_BACK_MS })
  await waiting(page).waitFor({ state: 'hidden', timeout: COMES_BACK_MS })
  await holds(field(page), '')
  await until('it is there once', async () => (await kept(id)) === 1)
}

for (const [what, taken] of Object.entries(CUTS)) {
  journey(world, `${what}: taken away while a text is typed, which a new page still has`, async () => {
    const { id, page } = await begin(what)
    const { cut, mend } = taken(page)
    await write(page, 'Reply', TEXT.slice(0, 10))
    await cut()
    await field(page).press('End')
    await field(page).pressSequentially(TEXT.slice(10))
    await holds(field(page), TEXT)
    await mend()
    await page.reload()
    await shows(messages(page))
    await holds(field(page), TEXT)
    assert.equal(await kept(id), 0)
  })

  journey(world, `${what}: taken away while a file is on its way`, async () => {
    const { id, page } = await begin(what)
    const { cut, mend } = taken(page)
    await write(page, 'Reply', TEXT)
    await cut()
    await page.locator('[data-composer] input[type=file]').setInputFiles(FILE)
    await shows(page.getByText(AWAY))
    await holds(field(page), TEXT)
    await mend()
    await page.getByText(AWAY).first().waitFor({ state: 'hidden', timeout: COMES_BACK_MS })
    await until('the file is there', async () => {
      await field(page).press('Control+Enter')
      return (await field(page).inputValue()) === ''
    }, COMES_BACK_MS)
    await arrives(page, id)
    await shows(messages(page).getByText(FILE.name))
  })

  journey(world, `${what}: taken away before an answer is sent`, async () => {
    const { id, page } = await begin(what)
    const { cut, mend } = taken(page)
    await write(page, 'Reply', TEXT)
    await cut()
    await field(page).press('Control+Enter')
    await shows(waiting(page))
    await mend()
    await arrives(page, id)
  })

  journey(world, `${what}: taken away when the desk has the answer and the page does not know`, async () => {
    const { id, page } = await begin(what)
    const { cut, mend } = taken(page)
    await write(page, 'Reply', TEXT)
    let sent = 0
    await page.route('**/api/v1/tickets/*/messages', async (route) => {
      sent += 1
      if (sent > 1) return route.continue()
      await route.fetch()
      await cut()
      await route.abort('connectionreset')
    })
    await field(page).press('Control+Enter')
    await shows(waiting(page))
    await mend()
    await arrives(page, id)
    assert.ok(sent > 1, 'it was tried again')
  })

  journey(world, `${what}: taken away, and the page with it, while an answer waits for a second thought`, async () => {
    const { id, page } = await begin(what, { undoSeconds: 30 })
    const { cut, mend } = taken(page)
    await write(page, 'Reply', TEXT)
    await field(page).press('Control+Enter')
    await shows(messages(page).getByRole('timer'))
    await cut()
    // As a tab that crashes: it says goodbye to nobody.
    const next = await page.context().newPage()
    await page.close()
    await mend()
    await open(next, id)
    await arrives(next, id)
  })

  journey(world, `${what}: taken away after an answer was sent, with the next one begun`, async () => {
    const { id, page } = await begin(what)
    const { cut, mend } = taken(page)
    await write(page, 'Reply', TEXT)
    await field(page).press('Control+Enter')
    await shows(message(page, TEXT))
    await hides(waiting(page))
    await write(page, 'Reply', 'And one more thing')
    await cut()
    await holds(field(page), 'And one more thing')
    await mend()
    await page.reload()
    await shows(message(page, TEXT))
    await holds(field(page), 'And one more thing')
    assert.equal(await kept(id), 1)
  })
}

journey(world, 'two windows of one person do not take each other’s waiting answers away', async () => {
  const first = await begin('one')
  const second = await world.ticket(LENA, { subject: 'Cut two', body: 'Where is it?' })
  const other = await first.page.context().newPage()
  await open(other, second.id)
  await write(first.page, 'Reply', TEXT)
  await write(other, 'Reply', TEXT)
  await world.server.down('SIGKILL')
  await field(first.page).press('Control+Enter')
  await shows(waiting(first.page))
  await field(other).press('Control+Enter')
  await shows(waiting(other))
  // The first one takes its own back, then the other one's page is gone.
  await messages(first.page).getByRole('button', { name: 'Back to draft' }).click()
  await holds(field(first.page), TEXT)
  await other.close()
  await world.server.up()
  await first.page.reload()
  await until('what waited in the closed window is sent', async () => (await kept(second.id)) === 1, COMES_BACK_MS)
  await holds(field(first.page), TEXT)
  assert.equal(await kept(first.id), 0)
})
