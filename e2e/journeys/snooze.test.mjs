// Putting tickets aside: by key and by command, out of the queue and back again, at a word of the customer's and by hand.
import assert from 'node:assert/strict'
import { CONSOLE, open, row } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, shows, until, words } from '../harness/expect.mjs'
import { join } from '../harness/people.mjs'

const world = World.shared(async (world) => {
  await world.staffed()
  world.omar = await join(world.ada, { email: 'omar@northwind.example', name: 'Omar Haddad' })
})

const bar = (page) => page.getByRole('toolbar', { name: 'About this ticket' })
const picker = (page) => page.getByRole('combobox', { name: 'Snooze until…' })
const state = (who, id) => who.ask('GET', `/tickets/${id}`)

journey(world, 'a ticket is put aside, leaves the queue for everybody, and its customer brings it back', async ({ ada, mina, omar }) => {
  const { person, id } = await world.ticket(LENA, { subject: 'Deposit tomorrow', body: 'The bank sends it tomorrow.' })
  const colleague = await world.page(omar)
  await colleague.goto(`${CONSOLE}queue/open`)
  await shows(row(colleague, id))
  const page = await world.page(mina)
  await open(page, id, 'open')
  await page.keyboard.press('z')
  await picker(page).fill('tomorrow')
  await page.keyboard.press('Enter')
  await shows(bar(page).getByText(/^Until /))
  const snooze = await until('it is put aside', async () => (await state(ada, id)).snooze)
  assert.equal(snooze.wake_on, 'time')
  assert.equal(new Date(snooze.until).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin' }), '09:00:00')
  // Turned back by the key that undoes, and put aside until a reply.
  await page.locator('[data-region="thread"]').focus()
  await page.keyboard.press('Control+z')
  await shows(page.getByText(words('One ticket is as it was.')))
  await until('it is not put aside', async () => (await state(ada, id)).snooze === null)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command bar' }).fill('snooze reply')
  await page.keyboard.press('Enter')
  await shows(bar(page).getByText('Until a reply'))
  await page.goto(`${CONSOLE}queue/snoozed`)
  await shows(row(page, id).getByText('Until a reply'))
  await colleague.goto(`${CONSOLE}queue/open`)
  await hides(row(colleague, id))

  await person.ask('POST', `/tickets/${id}/messages`, { body: 'It is here.' })
  await shows(colleague.getByRole('link', { name: words('Deposit tomorrow') }).or(colleague.getByRole('button', { name: /new/ })))
  assert.equal((await state(ada, id)).snooze, null)
})

journey(world, 'several are put aside at once and come back by hand', async ({ ada, mina }) => {
  const ids = []
  for (const subject of ['First of three', 'Second of three', 'Third of three']) ids.push((await world.ticket(LENA, { subject, body: 'Words.' })).id)
  const page = await world.page(mina)
  await page.goto(`${CONSOLE}queue/all`)
  for (const id of ids) {
    await page.getByRole('checkbox', { name: words(`Select: ${(await state(ada, id)).subject}`) }).click()
  }
  await page.keyboard.press('z')
  await picker(page).fill('2h')
  await page.keyboard.press('Enter')
  await shows(page.getByText(words('3 tickets are snoozed: Until')))
  for (const id of ids) assert.equal((await state(ada, id)).snooze.wake_on, 'time')
  await page.keyboard.press('z')
  await picker(page).fill('back now')
  await page.keyboard.press('Enter')
  await shows(page.getByText(words('3 tickets are back.')))
  for (const id of ids) assert.equal((await state(ada, id)).snooze, null)
})

journey(world, 'on a phone the picker is in sight, wherever its button has been moved to', async ({ ada, mina }) => {
  const width = 390
  const { id } = await world.ticket(LENA, { subject: 'On the way', body: 'Words.' })
  const { id: team } = await ada.ask('POST', '/teams', { name: 'Deposits, withdrawals and all that is late' })
  await ada.ask('PUT', `/tickets/${id}/assignment`, { assignee_id: null, team_id: team })
  const page = await world.page(mina, { viewport: { width, height: 844 } })
  await open(page, id)
  await shows(bar(page).getByText(words('and all that is late')))
  await page.keyboard.press('z')
  const dialog = page.getByRole('dialog', { name: 'Snooze until…' })
  await until('all of it is in sight', async () => {
    const box = await dialog.boundingBox()
    return box && box.x >= 0 && box.x + box.width <= width
  })
})
