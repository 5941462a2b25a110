// The customer's account at the exchange, and the night on which somebody else is in it.
import assert from 'node:assert/strict'
import { accessible } from '../harness/axe.mjs'
import { sight } from '../harness/browser.mjs'
import { message, open } from '../harness/console.mjs'
import { journey, LENA, MEI, OMAR, World } from '../harness/desk.mjs'
import { Exchange } from '../harness/exchange.mjs'
import { hides, holds, shows, until, words } from '../harness/expect.mjs'
import { customer } from '../harness/people.mjs'
import { numberOf, thread } from '../harness/site.mjs'
import { after } from 'node:test'

// Before the desk, which has to know where it is.
const exchange = await Exchange.start([LENA.sub, MEI.sub])
const world = World.shared(
  (world) => world.staffed(),
  () => exchange.settings,
)
after(() => exchange.stop())

const PRESS = 'Freeze my account now'
/** Attempts come ever more seldom, the later the exchange is back the more so. */
const COMES_BACK_MS = 300_000

journey(world, 'an account is seen, found taken, and frozen in one press', async () => {
  const lena = await world.page(await customer(world.server, LENA))
  await lena.goto('/')
  await lena.getByRole('link', { name: 'My account', exact: true }).click()
  await shows(lena.getByRole('heading', { name: 'My account' }))
  await shows(lena.getByText(words('Confirming: 7 of 19 confirmations')))
  await shows(lena.getByText('Below the minimum, but not lost'))
  await shows(lena.getByText(/Held: security settings changed shortly before\./))
  await shows(lena.getByText(words('1,250.50 USDT')))
  await accessible(lena, 'my account')

  await lena.getByRole('link', { name: 'My account was taken' }).first().click()
  await shows(lena.getByRole('heading', { name: 'My account was taken' }))
  await accessible(lena, 'my account was taken')
  await lena.getByRole('button', { name: PRESS }).click()
  await shows(lena.getByText('We have your call, before all others.'))
  const number = numberOf(lena)
  // Nobody reloads: the exchange's word arrives by itself.
  await shows(thread(lena).getByText(words('The exchange has frozen your account')))
  const [act] = exchange.acts.values()
  assert.deepEqual([act.kind, act.reference, exchange.acts.size], ['freeze', number, 1])
  await shows(thread(lena).getByText(act.receipt.receipt))

  const agent = await world.page(world.mina)
  await open(agent, number, 'all')
  await shows(message(agent, 'Please freeze it at once'))
  await shows(agent.getByText(words(`Frozen by the customer. Receipt ${act.receipt.receipt}`)))
  await shows(agent.getByText('Password changed'))
  await hides(agent.getByText('A7F3K9Q2M4X8B1C6'))
  const { priority, risk } = await world.mina.ask('GET', `/tickets/${number}`)
  assert.deepEqual([priority, risk], ['urgent', 'suspected_theft'])

  await lena.goto('/account')
  await shows(lena.getByText(words('Your account is frozen since')))
})

journey(world, 'a deposit moves on beside its ticket, and what was opened there stays open', async () => {
  const { person, id } = await world.ticket(LENA, { subject: 'Where is it?', body: 'I wait.' })
  const lena = await world.page(person)
  const beside = lena.locator('#beside')
  const confirmed = (blocks) => beside.getByText(words(`Confirming: ${blocks} of 19 confirmations`))
  // A page waits for the exchange so shortly that a busy machine may do without it.
  await until('the exchange is heard beside the ticket', async () => {
    await lena.goto(`/tickets/${id}`)
    return (await confirmed(7).count()) > 0
  })
  const details = beside.locator('details')
  const opened = () => details.evaluateAll((all) => all.map((one) => one.open))
  const moves = (blocks) => {
    exchange.blocks = blocks
    return until(`the deposit has ${blocks} confirmations`, async () => {
      // As when its tab is looked at again: what the exchange said is kept for some seconds.
      await lena.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
      return (await confirmed(blocks).count()) > 0
    })
  }
  const summary = details.first().locator('summary')
  await summary.focus()
  await lena.keyboard.press('Enter')
  await moves(12)
  assert.equal(await summary.evaluate((one) => one === document.activeElement), true, 'the focus stays where it was')
  assert.deepEqual(await opened(), [true, false])
  await lena.locator('#body').fill('I wait still.')
  await moves(15)
  assert.deepEqual(await opened(), [true, false])
  // An answer arrives in the thread, and takes nothing away either.
  await world.mina.ask('POST', `/tickets/${id}/messages`, { body: 'We look.', visibility: 'public', attachment_ids: [] })
  await shows(thread(lena).getByText('We look.'))
  assert.deepEqual(await opened(), [true, false])
  await holds(lena.locator('#body'), 'I wait still.')
})

journey(world, 'a page asks after a deposit while somebody looks and it is under way, and never else', async () => {
  const { person, id } = await world.ticket(LENA, { subject: 'Is it coming?', body: 'I look now and then.' })
  const lena = await world.page(person)
  // Nothing is heard of the ticket: what the page asks it asks by the clock, and each time is counted.
  await lena.routeWebSocket('**/api/v1/live', () => {})
  await lena.addInitScript(() => {
    const { fetch } = window
    window.asked = 0
    window.fetch = (what, how) => {
      if (String(what).startsWith('/tickets/')) window.asked += 1
      return fetch(what, how)
    }
  })
  await lena.clock.install()
  const passes = () => lena.clock.fastForward(31_000)
  const asked = () => lena.evaluate(() => window.asked)
  const rests = async () => {
    const before = await asked()
    for (let times = 0; times < 3; times += 1) await passes()
    assert.equal(await asked(), before)
  }
  const beside = lena.locator('#beside')
  exchange.blocks = 7
  await until('the exchange is heard beside the ticket', async () => {
    await lena.goto(`/tickets/${id}`)
    return (await beside.getByText('Confirming').count()) > 0
  })
  await until('the page asks again and again', async () => {
    await passes()
    return (await asked()) > 1
  })

  await sight(lena, true)
  await rests()
  const before = await asked()
  await sight(lena, false)
  await until('it catches up', async () => (await asked()) > before)

  exchange.blocks = 38
  await until('the deposit is finished', async () => {
    await passes()
    return (await beside.getByText('Credited and free to withdraw').count()) > 0
  })
  await rests()
})

journey(world, 'without JavaScript and without an answer the freeze is kept, and done when there is one', async () => {
  const mei = await world.page(await customer(world.server, { ...MEI, locale: 'en' }), { javaScriptEnabled: false })
  for (const mode of ['down', 'lying', 'slow']) {
    exchange.mode = mode
    await mei.goto('/account')
    await shows(mei.getByRole('heading', { name: 'My account' }))
    assert.equal(await mei.getByText('the exchange does not answer').count(), 1, mode)
  }
  exchange.mode = 'down'
  const before = exchange.acts.size
  await mei.goto('/account-taken')
  await mei.getByRole('button', { name: PRESS }).click()
  await shows(mei.getByText('We have your call, before all others.'))
  const number = numberOf(mei)
  await mei.goto('/account-taken')
  await shows(mei.getByText('The exchange has not confirmed it yet'))
  await mei.getByRole('button', { name: PRESS }).click()
  await until('a second press is the same call', () => numberOf(mei) === number)
  await until('the customer reads that the exchange does not answer', async () => {
    await mei.goto(`/tickets/${number}`)
    return (await thread(mei).getByText('You need not press again').count()) > 0
  }, COMES_BACK_MS)
  assert.equal(exchange.acts.size, before)

  exchange.mode = 'up'
  await until('the freeze is done', async () => {
    await mei.goto(`/tickets/${number}`)
    return (await thread(mei).getByText('The exchange has frozen your account').count()) > 0
  }, COMES_BACK_MS)
  assert.equal(exchange.acts.size, before + 1)
})

journey(world, 'who has no account there is helped by people', async () => {
  const omar = await world.page(await customer(world.server, { ...OMAR, locale: 'en' }))
  await omar.goto('/account')
  assert.equal(await omar.getByText('The exchange does not know this account').count(), 1)
  await omar.goto('/account-taken')
  await omar.getByRole('button', { name: PRESS }).click()
  await shows(thread(omar).getByText('does it by hand'))
})

journey(world, 'an implementation is checked from the command line', async () => {
  const check = (...more) => world.server.command('bridge', 'check', exchange.url, '--account', LENA.sub, '--json', ...more)
  const findings = (printed) => Object.fromEntries(printed.trim().split('\n').map(JSON.parse).map((one) => [one.call, one]))
  const good = findings(await check('--freeze'))
  assert.deepEqual([good.account.result, good.fees.result, good['wrong-token'].result, good.freeze.result], ['ok', 'unsupported', 'ok', 'ok'])
  exchange.mode = 'lying'
  const failed = await check().then(assert.fail, (error) => error)
  exchange.mode = 'up'
  assert.match(failed.stderr, /checks are not as docs\/exchange-bridge\.openapi\.yaml and docs\/exchange-events\.md want them/)
  assert.equal(findings(failed.stdout).deposits.detail, 'facts[0].amount is no amount')
})
