// As many tickets as one act takes: five hundred are selected, changed with a bar that moves over a line that breaks, and turned back.
import assert from 'node:assert/strict'
import { CONSOLE, row } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { shows, until, words } from '../harness/expect.mjs'

const MOST = 500
const MADE = 504
/** Tickets that are made at the same time. */
const LANES = 4
const LASTS_MS = 400_000

const ids = []

const world = World.shared(async (world) => {
  await world.staffed()
  const { id } = await world.ticket(LENA, { subject: 'Matter 0', body: 'Words.' })
  ids.push(id)
  const { customer } = await world.ada.ask('GET', `/tickets/${id}`)
  // The token is there before four ask for it.
  await world.ada.csrf()
  const make = async () => {
    while (ids.length < MADE) {
      const at = ids.push(undefined) - 1
      const matter = { category: 'other', subject: `Matter ${at}`, body: 'Words.', customer_id: customer.id }
      ids[at] = (await world.ada.ask('POST', '/tickets', matter)).id
    }
  }
  await Promise.all(Array.from({ length: LANES }, make))
})

const bar = (page) => page.getByRole('toolbar', { name: 'Selected tickets' })

/** How many have this priority, of all that there are. */
async function count(priority) {
  let [found, cursor] = [0, '']
  do {
    const page = await world.ada.ask('GET', `/tickets?limit=100&filter=priority:${priority}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    found += page.items.length
    cursor = page.next_cursor ?? ''
  } while (cursor)
  return found
}

journey(world, 'five hundred are changed at once over a line that breaks, and come back', async ({ mina }) => {
  const page = await world.page(mina)
  await page.goto(`${CONSOLE}queue/all`)
  await shows(row(page, ids[MADE - 1]))
  await page.keyboard.press('Control+a')
  // The list gives a page, or two.
  await shows(bar(page).getByText(/\d+\p{Cf}* selected/u))
  await bar(page).getByRole('button', { name: words(`Select up to ${MOST}`) }).click()
  await bar(page).getByText(words(`${MOST} selected`)).waitFor({ timeout: LASTS_MS })

  // One slice is done and its answer is lost, one does not even arrive: both are sent again and done once.
  let slices = 0
  await page.route('**/api/v1/tickets/bulk', async (route) => {
    slices += 1
    if (slices === 3) await route.fetch()
    if (slices === 3 || slices === 6) return route.abort()
    return route.continue()
  })
  await page.keyboard.press('p')
  await page.getByRole('combobox').last().fill('high')
  await page.keyboard.press('Enter')
  await shows(bar(page).getByRole('progressbar'))
  await page.getByText(words(`The priority of ${MOST} tickets is now High.`)).waitFor({ timeout: LASTS_MS })
  assert.ok(slices >= MOST / 25 + 2, `${slices} requests`)
  assert.equal(await count('high'), MOST)
  const { items } = await world.ada.ask('GET', `/tickets/${ids[MADE - 60]}/timeline`)
  assert.equal(items.filter(({ kind }) => kind === 'ticket.priority_set').length, 1, 'each once')

  await page.keyboard.press('Control+z')
  await page.getByText(words(`${MOST} tickets are as they were.`)).waitFor({ timeout: LASTS_MS })
  await until('all are as they were', async () => (await count('high')) === 0)
})
