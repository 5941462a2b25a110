// Whoever has no session, without JavaScript: robbed, locked out, and answered by the mailed link; and what JavaScript adds.
import assert from 'node:assert/strict'
import { after } from 'node:test'
import { accessible } from '../harness/axe.mjs'
import { journey, World } from '../harness/desk.mjs'
import { hides, holds, shows, words } from '../harness/expect.mjs'
import { postOffice } from '../harness/post.mjs'
import { PICTURE, send, thread } from '../harness/site.mjs'

const office = await postOffice()
const world = World.shared(
  (world) => world.staffed(),
  () => office.settings,
)

after(() => office.close())

const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
const PLAIN = { javaScriptEnabled: false }
const number = async (page) => /PD-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(await page.locator('main').innerText())[0]

journey(world, 'a robbed person without a session is heard before all others', async () => {
  const { mina } = world
  const robbed = await world.page(undefined, PLAIN)
  await robbed.goto('/')
  await robbed.getByRole('main').getByRole('link', { name: /My account was taken/ }).click()
  await shows(robbed.getByText('What to do now, in this order'))
  await robbed.getByRole('link', { name: 'Write to the security desk' }).first().click()
  await robbed.getByLabel('Your e-mail address').fill('robbed@mail.example')
  await robbed.getByLabel('What happened?').fill('Somebody withdrew my coins.')
  await send(robbed)
  await shows(robbed.getByText('There is a problem'))
  await holds(robbed.getByLabel('What happened?'), 'Somebody withdrew my coins.')
  await robbed.getByLabel('I can no longer sign in').check()
  await send(robbed)
  await shows(robbed.getByRole('heading', { name: 'We have your message' }))
  await hides(robbed.getByText('Nothing can be withdrawn'))
  const ticket = await mina.ask('GET', `/tickets/${await number(robbed)}`)
  assert.deepEqual([ticket.risk, ticket.priority], ['suspected_theft', 'urgent'])
})

journey(world, 'whoever lost the sign-in writes, and reads and answers by the mailed link', async () => {
  const { mina } = world
  const lost = await world.page(undefined, PLAIN)
  await lost.goto('/tickets/new/login-or-2fa')
  await lost.getByRole('main').getByRole('link', { name: 'Write to us' }).click()
  await lost.getByLabel('Your e-mail address').fill('lost@mail.example')
  await lost.getByLabel('What happened?').fill('My phone is gone, and the codes with it.')
  await lost.locator('input[name="answer-lost"][value="authenticator"]').check()
  await lost.locator('#files').setInputFiles([PICTURE])
  await send(lost)
  await shows(lost.getByRole('heading', { name: 'We have your message' }))
  const ticket = await number(lost)
  await lost.context().close()

  const mail = await office.mail('lost@mail.example', ({ text }) => text.includes(ticket))
  assert.doesNotMatch(mail.text, /phone is gone/, 'nothing that was typed goes to an address that nobody has proven')
  const link = /https?:\/\/\S+\/link\/\S+/.exec(mail.text)[0]
  const again = await world.page(undefined, PLAIN)
  await again.goto(link)
  await again.getByRole('button', { name: 'Open the ticket' }).click()
  await shows(thread(again).getByText('My phone is gone, and the codes with it.'))
  await mina.ask('POST', `/tickets/${ticket}/messages`, { body: 'We send the steps.', visibility: 'public', attachment_ids: [] })
  const told = await office.mail('lost@mail.example', ({ text }) => text.includes('We send the steps.'))
  assert.ok(told, 'from now on answers are mailed')
  await again.reload()
  await shows(thread(again).getByText('We send the steps.'))
  await again.locator('#body').fill('Thank you.')
  await send(again)
  await shows(thread(again).getByText('Thank you.'))
})

journey(world, 'with JavaScript files are gathered before they are sent, and one is taken out again', async () => {
  const page = await world.page()
  await page.goto('/write/other')
  await page.getByLabel('Your e-mail address').fill('files@mail.example')
  await page.getByLabel('What happened?').fill('Two pictures.')
  await page.locator('#files').setInputFiles(PICTURE)
  await page.locator('#files').setInputFiles([{ ...PICTURE, name: 'second.png' }, { ...PICTURE, name: 'unwanted.png' }])
  await page.getByRole('button', { name: words('Remove unwanted.png') }).click()
  await send(page)
  await shows(page.getByRole('heading', { name: 'We have your message' }))
  const { items } = await world.mina.ask('GET', `/tickets/${await number(page)}/timeline`)
  const names = items.flatMap((item) => item.attachments ?? []).map(({ file_name }) => file_name)
  assert.deepEqual(names.sort(), ['deposit.png', 'second.png'])
})

journey(world, 'a secret is told of before it is sent, and is taken out', async () => {
  const page = await world.page()
  await page.goto('/write/other')
  await page.getByLabel('Your e-mail address').fill('words@mail.example')
  const field = page.getByLabel('What happened?')
  await field.fill(`My wallet words are ${PHRASE}, please help.`)
  await send(page)
  const warning = page.getByRole('status').filter({ hasText: words('Your text seems to contain this: Seed phrase') })
  await shows(warning)
  assert.match(page.url(), /\/write\/other$/)
  await warning.getByRole('button', { name: 'Edit my text' }).click()
  const chosen = await field.evaluate((one) => one.value.slice(one.selectionStart, one.selectionEnd))
  assert.equal(chosen, PHRASE)
  await page.keyboard.press('Delete')
  await holds(field, 'My wallet words are , please help.')
  await send(page)
  await shows(page.getByRole('heading', { name: 'We have your message' }))
  // What never came assumes no theft.
  const ticket = await world.mina.ask('GET', `/tickets/${await number(page)}`)
  assert.equal(ticket.risk, 'none')
})

journey(world, 'axe finds nothing on the pages of strangers', async () => {
  for (const path of ['/', '/write', '/write/theft', '/write/deposit-not-credited', '/account-taken', '/sign-in']) {
    const page = await world.page()
    await page.goto(path)
    await accessible(page, path)
  }
})
