// The customer's side with JavaScript switched off: everything but the live arrival is there.
import assert from 'node:assert/strict'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, holds, shows, until, words } from '../harness/expect.mjs'
import { customer } from '../harness/people.mjs'
import { describe, enter, numberOf, PICTURE, send, state, thread } from '../harness/site.mjs'

const world = World.shared(async (world) => {
  await world.staffed()
  await customer(world.server, LENA)
})

journey(world, 'without JavaScript a ticket is written, answered, solved and reopened', async () => {
  const lena = await world.page(undefined, { javaScriptEnabled: false })
  await enter(lena, LENA.name)

  await describe(lena, { subject: 'Deposit is missing', body: ' ', files: [PICTURE] })
  await send(lena)
  await shows(lena.getByText('There is a problem'))
  await holds(lena.getByLabel('Subject'), 'Deposit is missing')
  await shows(lena.getByText(words('Keep deposit.png')))
  await lena.getByLabel('What happened?').fill('I sent 250 USDT over Tron.')
  await send(lena)
  await shows(lena.getByText('We have your message'))
  const number = numberOf(lena)

  const download = await lena.context().request.get(await lena.getByRole('link', { name: words('Download deposit.png') }).getAttribute('href'))
  assert.deepEqual(await download.body(), PICTURE.buffer)

  const { mina } = world
  await mina.ask('POST', `/tickets/${number}/messages`, { body: 'It is credited now.', visibility: 'public', attachment_ids: [] })
  await lena.reload()
  await shows(thread(lena).getByText('It is credited now.'))

  await lena.getByRole('button', { name: 'It is solved' }).click()
  await shows(state(lena).getByText('Solved. Tell us if it is not'))
  await lena.getByRole('button', { name: 'It is not solved' }).click()
  await shows(state(lena).getByText('We are working on it'))

  await lena.locator('#body').fill('The amount is wrong.')
  await send(lena)
  await shows(thread(lena).getByText('The amount is wrong.'))
  await lena.goto('/tickets')
  await shows(lena.getByRole('link', { name: /Deposit is missing/ }))

  await lena.locator('summary', { hasText: LENA.name }).click()
  await lena.getByRole('button', { name: 'Sign out' }).click()
  await shows(lena.getByText('You are signed out.'))
  await lena.goto(`/tickets/${number}`)
  await shows(lena.getByText('Sign in to see this page.'))
  await hides(lena.getByText('I sent 250 USDT over Tron.'))
})

journey(world, 'the language is chosen by a button', async () => {
  const lena = await world.page(await customer(world.server, LENA), { javaScriptEnabled: false })
  await lena.goto('/')
  await lena.locator('summary', { hasText: 'English' }).click()
  await lena.getByRole('button', { name: '简体中文' }).click()
  await until('the page is Chinese', async () => (await lena.locator('html').getAttribute('lang')) === 'zh-Hans')
})
