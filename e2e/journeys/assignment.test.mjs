// A team gives its tickets out: turn by turn, past who is away, and away from who gives theirs back.
import assert from 'node:assert/strict'
import { CONSOLE, open } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { shows, until, words } from '../harness/expect.mjs'
import { join } from '../harness/people.mjs'

const AGENTS = { 'Mina Park': 'mina', 'Omar Haddad': 'omar' }

const world = World.shared(async (world) => {
  await world.staffed()
  world.omar = await join(world.ada, { email: 'omar@northwind.example', name: 'Omar Haddad' })
})

const idOf = async (who) => (await who.ask('GET', '/me')).staff.id
const stands = (who) => who.ask('GET', '/me/availability')
const account = (page, name) => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name })

/** A ticket that comes to the team, and whose it is a moment later. */
async function comes(team, subject) {
  const { id } = await world.ticket(LENA, { subject, body: 'It is late.' })
  await world.ada.ask('PUT', `/tickets/${id}/assignment`, { assignee_id: null, team_id: team })
  const assignee = await until(`${subject} is given to somebody`, async () => (await world.ada.ask('GET', `/tickets/${id}`)).assignee)
  return { id, whose: AGENTS[assignee.name] }
}

journey(world, 'tickets go round, past who is away, and back from who leaves', async ({ ada, mina, omar }) => {
  const { id: team } = await ada.ask('POST', '/teams', { name: 'Deposits' })
  await ada.ask('PATCH', `/teams/${team}`, { members: [await idOf(mina), await idOf(omar)] }, { 'if-match': '"1"' })
  // Whoever has a console open is online.
  const [minas, omars] = [await world.page(mina), await world.page(omar)]
  for (const page of [minas, omars]) await page.goto(`${CONSOLE}queue/all`)
  for (const who of [mina, omar]) await until('they are online', async () => (await stands(who)).availability === 'online')

  const adas = await world.page(ada)
  await adas.goto(`${CONSOLE}settings/teams`)
  const row = adas.getByRole('row', { name: 'Deposits' })
  await shows(row.getByText('First come'))
  await row.getByRole('button', { name: 'Change' }).click()
  const dialog = adas.getByRole('dialog', { name: words('Change Deposits') })
  await dialog.getByRole('radio', { name: /^Round robin/ }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await shows(row.getByText('Round robin'))

  const tickets = []
  for (const subject of ['First', 'Second', 'Third', 'Fourth']) tickets.push(await comes(team, subject))
  const [one, other] = tickets.map(({ whose }) => whose)
  assert.notEqual(one, other)
  assert.deepEqual(tickets.map(({ whose }) => whose), [one, other, one, other])
  const minasOwn = tickets.find(({ whose }) => whose === 'mina')
  await open(minas, minasOwn.id)
  await shows(minas.getByText(words('Assigned to Mina Park by round robin')))

  // Away by a key; colleagues see it where they assign.
  await minas.locator('[data-region="thread"]').focus()
  await minas.keyboard.press('Shift+A')
  await shows(minas.getByText(words('You are now: Away')))
  for (const subject of ['Fifth', 'Sixth']) assert.equal((await comes(team, subject)).whose, 'omar')
  await open(omars, minasOwn.id)
  await omars.locator('[data-region="thread"]').focus()
  await omars.keyboard.press('a')
  await shows(omars.getByRole('option', { name: words('Mina Park Away') }))
  await omars.keyboard.press('Escape')

  // Back by the command bar; then Omar leaves and what is open of his goes to her.
  await minas.keyboard.press('Control+k')
  await minas.getByRole('combobox', { name: 'Command bar' }).fill('be online')
  await minas.keyboard.press('Enter')
  await shows(minas.getByText(words('You are now: Online')))
  await account(omars, 'Omar Haddad').click()
  await omars.getByRole('menuitemradio', { name: words('Away, give back what is open') }).click()
  await shows(omars.getByText(words('You are away. 4 open tickets go back.')))
  await until('nothing is left with him', async () => (await stands(omar)).open === 0)
  await until('she has it all', async () => (await stands(mina)).open === 6)

  await adas.goto(`${CONSOLE}settings/members`)
  await shows(adas.getByRole('row', { name: 'omar@northwind.example' }).getByText(words('Away, give back what is open')))
  await shows(adas.getByRole('row', { name: 'mina@northwind.example' }).getByText(/^Online/))
})

journey(world, 'whoever manages members says how much somebody is given', async ({ ada, mina }) => {
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}settings/members`)
  await page.getByRole('row', { name: 'mina@northwind.example' }).getByRole('button', { name: 'Change' }).click()
  const dialog = page.getByRole('dialog', { name: words('Change Mina Park') })
  await dialog.getByLabel('Open tickets at most').fill('2')
  await dialog.getByLabel('Availability').selectOption('Away')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await until('it is so', async () => {
    const { availability, capacities } = await stands(mina)
    return availability === 'away' && capacities[0].capacity === 2
  })
})

journey(world, 'of a change to a member that is saved in part the form says what is', async ({ ada, omar }) => {
  const page = await world.page(ada)
  const standing = '**/api/v1/staff/*/availability'
  await page.goto(`${CONSOLE}settings/members`)
  await page.getByRole('row', { name: 'omar@northwind.example' }).getByRole('button', { name: 'Change' }).click()
  const dialog = page.getByRole('dialog', { name: words('Change Omar Haddad') })
  await dialog.getByLabel('Open tickets at most').fill('7')
  // Another one than before, whatever that was.
  const other = (await stands(omar)).availability === 'away' ? 'Offline' : 'Away'
  await dialog.getByLabel('Availability').selectOption(other)
  await dialog.getByLabel('Auditor', { exact: true }).check()
  await page.route(standing, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
  await dialog.getByRole('button', { name: 'Save' }).click()
  await shows(dialog.getByText(words('Saved already: roles, teams, brands and skills')))
  await shows(dialog.getByText(words('Open tickets at most. The rest is not')))
  const roles = async () => (await ada.ask('GET', `/staff/${await idOf(omar)}`)).roles.length
  assert.equal(await roles(), 2)
  assert.notEqual((await stands(omar)).availability, other.toLowerCase())
  await page.unroute(standing)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await until('the rest is so', async () => {
    const { availability, capacities } = await stands(omar)
    return availability === other.toLowerCase() && capacities[0].capacity === 7
  })
  assert.equal(await roles(), 2)
})

journey(world, 'who is absent is told as off shift where tickets are assigned, and shifts stand in a table of the week', async ({ ada, mina }) => {
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}settings/shifts`)
  const row = page.getByRole('row', { name: 'Mina Park' })
  await shows(row.getByText('At all hours'))
  await row.getByRole('button', { name: 'Change' }).click()
  const dialog = page.getByRole('dialog', { name: words('Shifts of Mina Park') })
  await dialog.getByRole('button', { name: words('Add a shift on Monday') }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await shows(row.getByText('09:00–17:00'))

  await row.getByRole('button', { name: 'Enter an absence' }).click()
  const absent = page.getByRole('dialog', { name: words('Absence of Mina Park') })
  // Days are those of where the member is; the second one is for a midnight between here and there.
  const day = (ahead) => new Date(Date.now() + ahead * 24 * 3600 * 1000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' })
  await absent.getByLabel('First day').fill(day(0))
  await absent.getByLabel('Last day').fill(day(1))
  await absent.getByRole('button', { name: 'Enter an absence' }).click()
  await shows(row.getByText('Holiday'))
  await shows(row.getByText(/Off shift until/))
  const { items } = await mina.ask('GET', '/colleagues')
  assert.equal(items.find(({ name }) => name === 'Mina Park').is_off, true)
  await row.getByRole('button', { name: /Remove the absence/ }).click()
  await until('nobody is absent', async () => (await row.getByText('Holiday').count()) === 0)
})
