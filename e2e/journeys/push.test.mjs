// A customer's browser tells them: turned on, told, shown, turned off.
import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { accessible } from '../harness/axe.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { shows, until } from '../harness/expect.mjs'
import { customer } from '../harness/people.mjs'
import { changesAddress, PushService, subscribesAt } from '../harness/push.mjs'

const SETTINGS = '/notifications/settings'
let service
let ticket
before(async () => (service = await PushService.start()))
after(() => service.stop())
const world = World.shared(
  async (world) => {
    await world.staffed()
    ticket = await world.ticket(LENA, { subject: 'Deposit', body: 'I sent 250 USDT.' })
  },
  // The push service of these journeys stands on this machine.
  () => ({ PROOFDESK__PUSH__CONTACT: 'mailto:ops@northwind.example', PROOFDESK__WEBHOOKS__ALLOW_HTTP: 'true' }),
)

const answer = (body) => world.mina.ask('POST', `/tickets/${ticket.id}/messages`, { body, visibility: 'public', attachment_ids: [] })

/** What the browser shows, once it shows something. */
async function shown(page) {
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    return (await registration.getNotifications()).length > 0
  })
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    return (await registration.getNotifications()).map(({ title, body, tag, lang }) => ({ title, body, tag, lang }))
  })
}

/** Hands a push to the browser as its service would. */
async function deliver(page, text) {
  const session = await page.context().newCDPSession(page)
  const registered = new Promise((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ isDeleted }) => !isDeleted)
      if (own) resolve(own.registrationId)
    }),
  )
  await session.send('ServiceWorker.enable')
  const origin = new URL(page.url()).origin
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await registered, data: text })
}

journey(world, 'a browser is turned on, told of an answer, and turned off', async () => {
  const page = await world.page(await customer(world.server, LENA))
  await page.context().grantPermissions(['notifications'])
  await subscribesAt(page.context(), service.subscription)
  await page.goto(SETTINGS)
  await accessible(page, SETTINGS)
  await page.getByRole('button', { name: 'Turn on in this browser' }).click()
  await shows(page.getByText('This browser tells you when we answer.'))
  await shows(page.getByText('This browser', { exact: true }))
  assert.equal(await page.getByRole('button', { name: 'Turn on in this browser' }).isVisible(), false)
  await accessible(page, `${SETTINGS} with a browser`)

  await answer('We look into it.')
  await until('a push came', () => service.received.length > 0)
  assert.equal(service.received.length, 1)
  const [{ path, headers, text }] = service.received
  assert.equal(path, '/push/one')
  assert.match(headers.authorization, /^vapid t=[\w-]+\.[\w-]+\.[\w-]+, k=[\w-]{87}$/)
  assert.equal(text.includes('look into it'), false)
  await deliver(page, text)
  const [notification] = await shown(page)
  const body = `There is an answer to your ticket ${ticket.id}.`
  assert.deepEqual(notification, { title: 'Northwind', body, tag: `/tickets/${ticket.id}`, lang: 'en' })

  await page.goto(SETTINGS)
  await page.getByRole('button', { name: 'Turn off' }).click()
  await shows(page.getByText('That browser tells you nothing more.'))
  await shows(page.getByRole('button', { name: 'Turn on in this browser' }))
})

journey(world, 'a browser whose address changes is told on', async () => {
  const lena = await customer(world.server, LENA)
  const page = await world.page(lena)
  await page.context().grantPermissions(['notifications'])
  await subscribesAt(page.context(), service.subscription)
  await page.goto(SETTINGS)
  await page.getByRole('button', { name: 'Turn on in this browser' }).click()
  await shows(page.getByText('This browser tells you when we answer.'))
  const places = async () => {
    const before = service.received.length
    await answer('One word more.')
    await until('a push came', () => service.received.length > before)
    return service.received.slice(before).map(({ path }) => path)
  }
  assert.deepEqual(await places(), ['/push/one'])
  await changesAddress(page, { old: service.subscription, fresh: service.at('two') })
  assert.deepEqual(await places(), ['/push/two'])
  await changesAddress(page, { fresh: service.at('three') })
  assert.deepEqual(await places(), ['/push/three'])
  // Another customer at the same browser asked for nothing.
  const other = await customer(world.server, { ...LENA, sub: 'somebody-else', email: 'else@mail.example', uid: '48213378' })
  await page.context().addCookies(other.state)
  await changesAddress(page, { old: service.at('three'), fresh: service.at('four') })
  assert.deepEqual(await places(), ['/push/three'])
})

journey(world, 'a browser that refuses, or cannot, says so', async () => {
  const lena = await customer(world.server, LENA)
  const refusing = await world.page(lena)
  await refusing.context().addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'denied' })
  })
  await refusing.goto(SETTINGS)
  await shows(refusing.getByText('Your browser blocks messages from this site.'))
  const old = await world.page(lena)
  await old.context().addInitScript(() => delete window.PushManager)
  await old.goto(SETTINGS)
  await shows(old.getByText('This browser cannot show messages from sites.'))
  const plain = await world.page(lena, { javaScriptEnabled: false })
  await plain.goto(SETTINGS)
  await shows(plain.getByText('needs JavaScript'))
})
