// The inbox without a mouse: through the list, into a ticket, an answer, and back.
import assert from 'node:assert/strict'
import { CONSOLE, field, message, messages, notLive, row } from '../harness/console.mjs'
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
  assert.equal(await notLive(page).count(), 0)
})
