// What a customer has of their own: the conversation as a file that verifies, who looked, where they are signed in.
import assert from 'node:assert/strict'
import { accessibleInBoth, PHONE_AND_DESK } from '../harness/axe.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { shows } from '../harness/expect.mjs'
import { customer } from '../harness/people.mjs'

let ticket
const world = World.shared(async (world) => {
  await world.staffed()
  ticket = await world.ticket(LENA, { subject: 'Deposit', body: 'I sent 250 USDT.' })
  const answer = { body: 'It is credited now.', visibility: 'public', attachment_ids: [] }
  await world.mina.ask('POST', `/tickets/${ticket.id}/messages`, answer)
})

/** Downloads what a link leads to. */
async function download(page, name) {
  const path = await page.getByRole('link', { name }).getAttribute('href')
  const answer = await page.context().request.get(path)
  assert.equal(answer.status(), 200)
  return answer.body()
}

async function check(page, buffer, mimeType) {
  await page.goto('/verify')
  await page.getByLabel('Conversation file').setInputFiles({ name: 'conversation', mimeType, buffer })
  await page.getByRole('button', { name: 'Check', exact: true }).click()
}

journey(world, 'a conversation is taken away, and a stranger checks it without JavaScript', async () => {
  const lena = await world.page(await customer(world.server, LENA))
  await lena.goto(`/tickets/${ticket.id}`)
  const html = await download(lena, 'To read (HTML)')
  const json = await download(lena, 'For programs (JSON)')

  const stranger = await world.page(undefined, { javaScriptEnabled: false })
  for (const [buffer, type] of [[html, 'text/html'], [json, 'application/json']]) {
    await check(stranger, buffer, type)
    await shows(stranger.getByRole('heading', { name: 'Genuine' }))
    const changed = Buffer.from(buffer.toString().replaceAll('250 USDT', '950 USDT'))
    await check(stranger, changed, type)
    await shows(stranger.getByRole('heading', { name: 'Changed', exact: true }))
    await shows(stranger.getByText(/text of message #/).first())
  }
  await check(stranger, Buffer.from('[[['), 'application/json')
  await shows(stranger.getByRole('heading', { name: 'Not a conversation file' }))
})

journey(world, 'a customer sees who looked, and signs out everywhere', async () => {
  const lena = await world.page(await customer(world.server, LENA), { javaScriptEnabled: false })
  await lena.goto('/looks')
  await shows(lena.getByText('Nobody has revealed any of it.'))
  await lena.locator('summary', { hasText: LENA.name }).click()
  await lena.getByRole('link', { name: 'Where I am signed in' }).click()
  await shows(lena.getByText('This browser'))
  await lena.getByRole('button', { name: 'Sign out everywhere' }).click()
  await shows(lena.getByText('You are signed out everywhere.'))
  await lena.goto('/tickets')
  await shows(lena.getByText('Sign in to see this page.'))
})

journey(world, 'the pages are accessible at a desk in light, and on a phone in dark', async () => {
  const lena = await world.page(await customer(world.server, LENA))
  for (const path of ['/verify', '/looks', '/sessions', '/reach', '/reach?category=other', `/tickets/${ticket.id}`]) {
    await lena.goto(path)
    await shows(lena.getByRole('heading', { level: 1 }))
    await accessibleInBoth(lena, path, PHONE_AND_DESK)
  }
  await check(lena, Buffer.from('{}'), 'application/json')
  await accessibleInBoth(lena, '/verify with an answer', PHONE_AND_DESK)
})
