// How staff come in: the first link, an invitation, a second factor, a recovery code.
import assert from 'node:assert/strict'
import { signIn, secondStep, signOut, CONSOLE } from '../harness/console.mjs'
import { journey, World } from '../harness/desk.mjs'
import { hides, shows, words } from '../harness/expect.mjs'
import { PASSWORD, Person, roleOf } from '../harness/people.mjs'
import { code } from '../harness/totp.mjs'

const world = World.shared()
const ADA = { email: 'ada@northwind.example', name: 'Ada Brandt' }
const MINA = { email: 'mina@northwind.example', name: 'Mina Park' }

journey(world, 'the first administrator comes in by the one-time link, once', async () => {
  const page = await world.page()
  await page.goto(world.server.firstLink)
  await page.getByLabel('Name').fill(ADA.name)
  await page.getByLabel('E-mail').fill(ADA.email)
  const password = page.getByLabel('Password', { exact: true })
  await password.fill('too short')
  await page.getByRole('button', { name: 'Set the password and sign in' }).click()
  await shows(page.getByText(words('9 of at least 12 characters')))
  await password.fill(PASSWORD)
  await page.getByRole('button', { name: 'Set the password and sign in' }).click()
  await shows(page.getByRole('heading', { name: 'Unassigned' }))

  const other = await world.page()
  await other.goto(world.server.firstLink)
  await shows(other.getByText('This link does not work'))
})

journey(world, 'an administrator invites an agent by a one-time link', async () => {
  const page = await world.page()
  await signIn(page, ADA.email, PASSWORD)
  await shows(page.getByRole('heading', { name: 'Unassigned' }))
  await page.goto(`${CONSOLE}settings/members`)
  await page.getByRole('button', { name: 'Invite a member' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite a member' })
  await dialog.getByLabel('E-mail').fill(MINA.email)
  await dialog.getByLabel('Agent', { exact: true }).check()
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const shown = page.getByRole('dialog', { name: 'One-time link' })
  const link = await shown.locator('code').innerText()
  await page.keyboard.press('Escape')
  await shows(page.getByRole('row', { name: MINA.email }).getByText('Invited'))

  const invited = await world.page()
  await invited.goto(link)
  await shows(invited.getByText(words(`Choose a name and a password for ${MINA.email}`)))
  await invited.getByLabel('Name').fill(MINA.name)
  await invited.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await invited.getByRole('button', { name: 'Set the password and sign in' }).click()
  await shows(invited.getByRole('heading', { name: 'Unassigned' }))
  await shows(invited.getByRole('button', { name: MINA.name }))
})

journey(world, 'a wrong password says so and lets nobody in', async () => {
  const page = await world.page()
  await signIn(page, MINA.email, 'not the password at all')
  await shows(page.getByRole('alert'))
  assert.equal(await page.getByLabel('E-mail').inputValue(), MINA.email)
})

journey(world, 'a second factor is set up, and asked for from then on', async () => {
  const page = await world.page()
  await signIn(page, MINA.email, PASSWORD)
  await shows(page.getByRole('heading', { name: 'Unassigned' }))
  await page.goto(`${CONSOLE}settings/security`)
  await page.getByRole('button', { name: 'Set up' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set up' })
  await shows(dialog.getByRole('img', { name: /QR code/ }))
  const secret = await dialog.locator('.key code').innerText()
  await dialog.getByLabel('Code from your app').fill('000000')
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await shows(dialog.getByText(/30 seconds are over/))
  await dialog.getByLabel('Code from your app').fill(code(secret))
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await shows(dialog.locator('ol li'))
  const recovery = await dialog.locator('ol li').allInnerTexts()
  assert.equal(recovery.length, 10)
  await dialog.getByLabel('I have saved them').check()
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await shows(page.getByText('A code from your authenticator app is asked for'))

  await signOut(page, MINA.name)
  await signIn(page, MINA.email, PASSWORD)
  await shows(page.getByRole('heading', { name: 'Second step' }))
  await secondStep(page, 'Code from your app', code(secret, 1))
  await shows(page.getByRole('heading', { name: 'Unassigned' }))

  await signOut(page, MINA.name)
  await signIn(page, MINA.email, PASSWORD)
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await secondStep(page, 'Recovery code', recovery[0])
  await shows(page.getByRole('heading', { name: 'Unassigned' }))

  await signOut(page, MINA.name)
  await signIn(page, MINA.email, PASSWORD)
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await secondStep(page, 'Recovery code', recovery[0])
  await shows(page.getByRole('alert'))
  await hides(page.getByRole('heading', { name: 'Unassigned' }))
})

journey(world, 'whose role requires a second factor sets it up before anything else', async () => {
  const ada = new Person(world.server)
  await ada.ask('POST', '/session', { email: ADA.email, password: PASSWORD })
  const auditor = await roleOf(ada, 'auditor')
  await ada.ask('PATCH', `/roles/${auditor.id}`, { requires_totp: true }, { 'if-match': `"${auditor.version}"` })
  const invitation = { email: 'noor@northwind.example', name: 'Noor Aziz', roles: [auditor.id], teams: [], brands: [], skills: [] }
  const { link } = await ada.ask('POST', '/staff', { ...invitation, locale: 'en', time_zone: 'UTC' })

  const page = await world.page()
  await page.goto(link)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Set the password and sign in' }).click()
  await shows(page.getByRole('heading', { name: 'Set up your second step' }))
  await page.goto(`${CONSOLE}queue/all`)
  await shows(page.getByRole('heading', { name: 'Set up your second step' }))
  const secret = await page.locator('.key code').innerText()
  await page.getByLabel('Code from your app').fill(code(secret))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByLabel('I have saved them').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await shows(page.getByRole('heading', { name: 'All tickets' }))
})
