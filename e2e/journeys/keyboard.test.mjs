// The inbox without a mouse: through the list, into a ticket, an answer, and back.
import assert from 'node:assert/strict'
import { CONSOLE, field, message, messages, notLive, open, row } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, holds, shows, until, words } from '../harness/expect.mjs'

const ids = []
const world = World.shared(async (world) => {
  await world.staffed()
  for (const subject of ['The oldest', 'The middle', 'The newest']) {
    ids.push((await world.ticket(LENA, { subject, body: `About ${subject}.` })).id)
  }
})

/** Waits until the focus is on the row of this ticket. */
const at = (page, id) =>
  until(`the focus is on ${id}`, () => page.evaluate((id) => document.activeElement?.getAttribute('data-row') === id, id))

journey(world, 'a ticket is found, answered, noted and solved by keys alone', async () => {
  const [oldest, middle, newest] = ids
  const page = await world.page(world.mina)
  await page.goto(`${CONSOLE}queue/all`)
  await shows(row(page, newest))
  const { keyboard } = page
  await keyboard.press('j')
  await at(page, newest)
  await keyboard.press('j')
  await at(page, middle)
  await keyboard.press('j')
  await at(page, oldest)
  await keyboard.press('k')
  await at(page, middle)
  await keyboard.press('o')
  await shows(message(page, 'About The middle.'))

  await keyboard.press('r')
  await until('the composer has the focus', () => field(page).evaluate((one) => one === document.activeElement))
  await keyboard.type('j, k and o are letters here.')
  await holds(field(page), 'j, k and o are letters here.')
  await keyboard.press('Control+Enter')
  await shows(message(page, 'j, k and o are letters here.'))
  await holds(field(page), '')

  await keyboard.press('Escape')
  await keyboard.press('n')
  await shows(page.getByText('Only staff see a note.'))
  await keyboard.type('Called the wallet team.')
  await keyboard.press('Control+Enter')
  await shows(message(page, 'Called the wallet team.').getByText('Internal'))

  await keyboard.press('Escape')
  await keyboard.press('i')
  await shows(page.getByText('This ticket is yours.'))
  await keyboard.press('s')
  await keyboard.type('Solved')
  await keyboard.press('Enter')
  await shows(page.getByRole('toolbar').getByRole('button', { name: 'Solved' }))
  await shows(messages(page).getByText(words('You set the status to Solved')).or(messages(page).getByText(words('Mina Park set the status to Solved'))))

  await keyboard.press('u')
  await hides(messages(page))
  await keyboard.press('g')
  await keyboard.press('e')
  await shows(page.getByRole('heading', { name: 'Solved' }))
  await shows(row(page, middle))

  await keyboard.press('/')
  await keyboard.type('nothing like it')
  await shows(page.getByText('Nothing here matches'))
  await keyboard.press('Escape')
  await keyboard.press('Escape')
  await shows(row(page, middle))
})

journey(world, 'the keys are on a page of their own, and single ones can be switched off', async () => {
  const page = await world.page(world.mina)
  await page.goto(`${CONSOLE}queue/all`)
  await shows(row(page, ids[0]))
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys' })
  await shows(help.getByText('Next ticket'))
  await help.getByLabel(/Single keys act/).uncheck()
  await page.keyboard.press('Escape')
  await hides(help)
  await page.keyboard.press('j')
  await page.keyboard.press('?')
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-row')), null)
  assert.equal(await help.count(), 0)
})

journey(world, 'every region can be reached, and the first stop leads to the content', async () => {
  const page = await world.page(world.mina)
  await page.goto(`${CONSOLE}queue/all/${ids[0]}`)
  await shows(messages(page))
  const region = () => page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region'))
  const seen = new Set()
  for (let press = 0; press < 4; press += 1) {
    await page.keyboard.press('F6')
    seen.add(await region())
  }
  assert.deepEqual([...seen].sort(), ['context', 'list', 'thread', 'views'])
  await hides(notLive(page))
})

journey(world, 'a ticket that comes late takes the cursor from nobody, and what was typed on the way to it is kept', async () => {
  const [oldest] = ids
  const page = await world.page(world.mina)
  let release
  const held = new Promise((resolve) => (release = resolve))
  await page.route(`**/api/v1/tickets/${oldest}/timeline*`, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${CONSOLE}queue/all`)
  await shows(row(page, oldest))
  await row(page, oldest).click()
  await page.keyboard.type('Early')
  const filter = page.locator('[data-region="list"]').getByRole('combobox')
  await filter.click()
  await page.keyboard.type('The')
  release()
  await holds(field(page), 'Early')
  await page.keyboard.type(' ol')
  await holds(filter, 'The ol')
  await holds(field(page), 'Early')
})

journey(world, 'Alt+K leads back into the reply of the ticket that is open', async () => {
  const page = await world.page(world.mina)
  await page.goto(`${CONSOLE}queue/all`)
  await shows(row(page, ids[0]))
  const [first, second] = await page.locator('[data-row]').evaluateAll((rows) => rows.map((one) => one.dataset.row))
  const { keyboard } = page
  const writing = () => until('the composer has the focus', () => field(page).evaluate((one) => one === document.activeElement).catch(() => false))
  await row(page, first).focus()
  await keyboard.press('Enter')
  await shows(field(page))
  // The list goes on without the ticket, and back.
  await keyboard.press('Shift+J')
  await at(page, second)
  await keyboard.press('Alt+K')
  await writing()
  await keyboard.type('ej')
  await holds(field(page), 'ej')
  assert.ok(page.url().endsWith(first))
})

journey(world, 'Alt+J that is held down leads to the next ticket and no further', async ({ mina }) => {
  const page = await world.page(mina)
  await page.goto(`${CONSOLE}queue/all`)
  await shows(row(page, ids[0]))
  const [first, second] = await page.locator('[data-row]').evaluateAll((rows) => rows.map((one) => one.dataset.row))
  const { keyboard } = page
  await row(page, first).focus()
  await keyboard.press('Enter')
  await until('the first one is open', () => page.url().endsWith(first))
  await keyboard.down('Alt')
  for (let times = 0; times < 3; times += 1) await keyboard.down('j')
  await keyboard.up('j')
  await keyboard.up('Alt')
  await until('the next one is open', () => page.url().endsWith(second))
  await shows(field(page))
  await holds(field(page), '')
  assert.ok(page.url().endsWith(second), page.url())
})

/** Presses a key as a keyboard of another layout does: what it writes, and where it is. */
async function pressAs(page, key, code, modifiers = 0) {
  const devtools = await page.context().newCDPSession(page)
  const at = { key, code, modifiers, ...(modifiers === 0 ? { text: key } : {}) }
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...at })
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, modifiers })
  await devtools.detach()
}
const CONTROL = 2

journey(world, 'on a Russian keyboard the places of the keys count, and what is written is Russian', async () => {
  const page = await world.page(world.mina)
  await page.goto(`${CONSOLE}queue/all`)
  await shows(row(page, ids[2]))
  const [top] = await page.locator('[data-row]').evaluateAll((rows) => rows.map((row) => row.dataset.row))
  await pressAs(page, 'о', 'KeyJ')
  await at(page, top)
  await pressAs(page, 'ч', 'KeyX')
  await shows(page.getByText(words('1 selected')))
  await pressAs(page, 'л', 'KeyK', CONTROL)
  const command = page.getByRole('combobox', { name: 'Command bar' })
  await shows(command)
  await pressAs(page, 'л', 'KeyK')
  await holds(command, 'л')
  await pressAs(page, 'л', 'KeyK', CONTROL)
  await hides(command)
  await pressAs(page, 'щ', 'KeyO')
  await pressAs(page, 'к', 'KeyR')
  await until('the composer has the focus', () => field(page).evaluate((one) => one === document.activeElement))
  await pressAs(page, 'к', 'KeyR')
  await holds(field(page), 'к')
})

journey(world, 'a reply can be taken back for ten seconds, and is sent and solved without the mouse', async () => {
  const { id } = await world.ticket(LENA, { subject: 'Fees', body: 'What is the fee?' })
  const page = await world.page(world.mina, { undoSeconds: 10 })
  await page.goto(`${CONSOLE}queue/all`)
  await shows(row(page, id))
  const { keyboard } = page
  await keyboard.press('j')
  await at(page, id)
  await keyboard.press('Enter')
  await shows(message(page, 'What is the fee?'))
  await keyboard.press('r')
  await keyboard.type('It is 1 USDT.')
  await keyboard.press('Control+Shift+Enter')
  await shows(page.getByText(/Goes in \W*\d+\W* s/))
  await keyboard.press('Escape')
  await keyboard.press('Control+z')
  await holds(field(page), 'It is 1 USDT.')
  assert.equal((await world.ada.ask('GET', `/tickets/${id}`)).status.category, 'open')
  await keyboard.press('Control+Shift+Enter')
  await shows(page.getByRole('toolbar', { name: 'About this ticket' }).getByRole('button', { name: 'Solved' }))
  await shows(message(page, 'It is 1 USDT.'))
  assert.equal(await message(page, 'It is 1 USDT.').count(), 1)

  // What was read is made unread again, and the list has it so.
  await keyboard.press('Escape')
  await keyboard.press('Shift+u')
  await hides(messages(page))
  await shows(row(page, id).getByText('Unread'))
})

journey(world, 'what is held is sent when the ticket is left, and from elsewhere it can be had back too', async () => {
  const { id } = await world.ticket(LENA, { subject: 'Limits', body: 'What is the limit?' })
  const page = await world.page(world.mina, { undoSeconds: 10 })
  await page.goto(`${CONSOLE}queue/all/${id}`)
  await shows(message(page, 'What is the limit?'))
  const { keyboard } = page
  await keyboard.press('r')
  await keyboard.type('It is 10 BTC.')
  await keyboard.press('Control+Enter')
  await keyboard.press('Escape')
  await keyboard.press('u')
  await shows(page.getByText(words(`Your reply to ${id} goes in a few seconds.`)))
  await keyboard.press('Control+z')
  await holds(field(page), 'It is 10 BTC.')
  await keyboard.press('r')
  await keyboard.press('Control+Enter')
  await shows(page.getByText(/Goes in \W*\d+\W* s/))
  // The page goes: the browser sends what was held.
  await page.close()
  await until('it has arrived', async () => {
    const { items } = await world.ada.ask('GET', `/tickets/${id}/timeline`)
    return items.filter((item) => item.type === 'message').length === 2
  })
})

journey(world, 'keys can be other ones; a clash is said in words, and all of them come back', async () => {
  const page = await world.page(world.mina)
  await page.goto(`${CONSOLE}settings/keyboard`)
  const solve = page.getByRole('listitem').filter({ hasText: /^\s*Solve(?!d)/ })
  await solve.getByRole('button', { name: /Change/ }).click()
  await page.keyboard.press('r')
  await shows(page.getByRole('alert').getByText(words('r is taken by “Reply”')))
  await solve.getByRole('button', { name: /Change/ }).click()
  await page.keyboard.press('y')
  // A second key could have followed; only then is it the one key.
  await shows(solve.getByRole('button', { name: /Change/ }))
  await shows(solve.locator('kbd').getByText('y', { exact: true }))
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await shows(row(page, ids[0]))
  await page.keyboard.press('j')
  const first = await until('a row has the focus', () => page.evaluate(() => document.activeElement?.getAttribute('data-row')))
  await page.keyboard.press('y')
  await shows(page.getByText(words('is now Solved')).or(page.getByText(words('it was so already'))))
  assert.equal((await world.ada.ask('GET', `/tickets/${first}`)).status.category, 'solved')
  await page.keyboard.press('?')
  await shows(page.getByRole('dialog', { name: 'Keys' }).locator('.row').filter({ hasText: 'Solve' }).getByText('y', { exact: true }))
  await page.keyboard.press('Escape')
  await page.goto(`${CONSOLE}settings/keyboard`)
  await page.getByRole('button', { name: 'All keys as usual' }).click()
  await shows(solve.locator('kbd').getByText('e', { exact: true }))
})

journey(world, 'a button that goes with what it did leaves the keyboard on what it changed', async ({ mina }) => {
  const { id } = await world.ticket(LENA, { subject: 'Buttons', body: 'Words.' })
  const page = await world.page(mina)
  await open(page, id)
  const bar = page.getByRole('toolbar', { name: 'About this ticket' })
  const focused = (locator) => until('it has the focus', () => locator.evaluate((one) => one === document.activeElement))
  await bar.getByRole('button', { name: 'Assign to me' }).press('Enter')
  await focused(bar.getByRole('button', { name: words('Mina Park') }))
  await bar.getByRole('button', { name: 'Solve', exact: true }).press('Enter')
  await focused(bar.getByRole('button', { name: 'Solved', exact: true }))
})
