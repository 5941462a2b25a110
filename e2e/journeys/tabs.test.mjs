// Five tickets at hand in tabs, each with its own begun reply, gone through by keys while writing; one of them has news.
import assert from 'node:assert/strict'
import { CONSOLE, field, messages, row } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, holds, shows, until, words } from '../harness/expect.mjs'

const ids = []
let lena

const world = World.shared(async (world) => {
  await world.staffed()
  for (let at = 1; at <= 5; at += 1) {
    const { person, id } = await world.ticket(LENA, { subject: `Matter ${at}`, body: 'Words.' })
    lena = person
    ids.push(id)
  }
})

journey(world, 'five tickets stand in tabs, each with its reply, and are gone through by keys', async ({ mina }) => {
  const page = await world.page(mina)
  const { keyboard } = page
  const strip = page.getByRole('navigation', { name: 'Tickets in tabs' })
  const tab = (at) => strip.getByRole('link', { name: words(`Matter ${at}`) })
  const isAt = (id) => until(`${id} is open`, () => page.url().endsWith(id))
  const writing = () => until('the reply has the cursor', () => field(page).evaluate((one) => one === document.activeElement).catch(() => false))
  await page.goto(`${CONSOLE}queue/all`)
  await shows(row(page, ids[4]))
  await keyboard.press('Alt+.')
  await shows(page.getByText(words('No ticket is kept in a tab.')))
  assert.equal(await strip.count(), 0)
  for (const [at, id] of ids.entries()) {
    await row(page, id).focus()
    await keyboard.press('Enter')
    await isAt(id)
    await shows(messages(page))
    await keyboard.press('Shift+T')
    await shows(tab(at + 1))
    await keyboard.press('r')
    await writing()
    await keyboard.type(`Answer ${at + 1}`)
    await keyboard.press('Escape')
  }
  assert.equal(await strip.getByRole('link').count(), 5)
  // One confirmation gives way to the next one.
  await until('one confirmation', async () => (await page.getByText(/stays in a tab/).count()) <= 1)

  // From the reply of one into that of the next, round and round.
  await keyboard.press('r')
  await writing()
  for (const at of [0, 1, 2, 3, 4]) {
    await keyboard.press('Alt+.')
    await isAt(ids[at])
    await writing()
    await holds(field(page), `Answer ${at + 1}`)
  }
  await keyboard.press('Alt+,')
  await isAt(ids[3])
  await writing()
  await keyboard.press('Control+Enter')
  await shows(messages(page).getByText('Answer 4'))

  // Something happens to another one, and it is looked at.
  await lena.ask('POST', `/tickets/${ids[0]}/messages`, { body: 'And now?' })
  await shows(tab(1).getByText('Something happened since you looked'))
  await tab(1).click()
  await isAt(ids[0])
  await hides(tab(1).getByText('Something happened since you looked'))
  await holds(field(page), 'Answer 1')

  // They are there after a reload, and close by button and by key.
  await page.reload()
  await shows(tab(5))
  await strip.getByRole('button', { name: words(`Close the tab of ${ids[0]}`) }).click()
  await isAt(ids[1])
  await shows(tab(2).and(page.locator(':focus')))
  await page.locator('[data-region="thread"]').focus()
  await keyboard.press('Shift+T')
  await hides(tab(2))
  assert.ok(page.url().endsWith(ids[1]), 'it stays open')
  assert.equal(await strip.getByRole('link').count(), 3)
})
