// From a question to a ticket with its facts, one question a page, without JavaScript and with it; then a customer who waits.
import assert from 'node:assert/strict'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, holds, shows, words } from '../harness/expect.mjs'
import { customer } from '../harness/people.mjs'
import { enter, numberOf, send } from '../harness/site.mjs'

const HASH = '0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4'

const world = World.shared(async (world) => {
  await world.staffed()
  await customer(world.server, LENA)
})

const forward = (page) => page.getByRole('button', { name: 'Continue' }).click()
const asks = (page, question) => shows(page.getByRole('heading', { level: 1, name: words(question) }))

for (const javaScriptEnabled of [false, true]) {
  journey(world, `a question leads to a ticket, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const lena = await world.page(undefined, { javaScriptEnabled })
    await enter(lena, LENA.name)
    await lena.goto('/')
    await lena.getByLabel('Your question').fill('I sent 250 USDT by TRC20 and it is not there')
    await lena.getByRole('button', { name: 'Look' }).click()
    await shows(lena.getByText('This fits'))
    await lena.getByRole('button', { name: 'Deposit not credited' }).click()

    // Coin, network and amount were said already; the transaction ID was not.
    await asks(lena, 'Transaction ID (hash)')
    await lena.getByLabel('Transaction ID (hash)').fill(HASH.slice(0, 60))
    await forward(lena)
    await shows(lena.getByText('There is a problem'))
    await shows(lena.getByText(words('is cut off')).first())
    await holds(lena.getByLabel('Transaction ID (hash)'), HASH.slice(0, 60))
    await lena.getByRole('button', { name: 'I do not have it' }).click()
    await asks(lena, 'Where was it sent from?')
    await lena.getByLabel('OKX').check()
    await forward(lena)
    await asks(lena, 'Screen recording of the sending platform')
    await shows(lena.getByText('OKX: Assets'))

    // A way back, and the hash was there after all: nothing more is asked about the recording.
    await lena.getByRole('link', { name: 'Back' }).click()
    await asks(lena, 'Where was it sent from?')
    await lena.getByRole('link', { name: 'Back' }).click()
    await lena.getByLabel('Transaction ID (hash)').fill(`https://tronscan.org/#/transaction/${HASH.slice(2)}`)
    await forward(lena)
    for (const question of ['Address that it was sent to', 'Address that it was sent from', 'When did it happen?', 'Contract address of the token']) {
      await asks(lena, question)
      await forward(lena)
    }
    await shows(lena.getByRole('heading', { name: 'Look it over and send' }))
    await shows(lena.getByText('Read from your text').first())
    await shows(lena.getByText(HASH.slice(2)))

    // Another device goes on with it.
    const phone = await world.page(undefined, { javaScriptEnabled })
    await enter(phone, LENA.name)
    await phone.goto('/tickets/new')
    await phone.getByRole('link', { name: /I sent 250 USDT/ }).click()
    await shows(phone.getByRole('heading', { name: 'Look it over and send' }))
    await send(phone)
    await shows(phone.getByText('We have your message'))
    await phone.locator('summary', { hasText: 'Your answers' }).click()
    await shows(phone.getByText('Tron (TRC-20)'))
    await shows(phone.getByText('We received your message'))
    const number = numberOf(phone)

    const answers = await world.mina.ask('GET', `/tickets/${number}/answers`)
    assert.equal(answers.answers.find(({ question }) => question === 'tx').value, HASH.slice(2))

    await phone.getByRole('link', { name: 'Ask for a specialist' }).click()
    await phone.getByRole('button', { name: 'Ask for it' }).click()
    await shows(phone.getByText('There is a problem'))
    await phone.getByLabel('What went wrong so far?').fill('Nobody looked at the block.')
    await phone.getByRole('button', { name: 'Ask for it' }).click()
    await shows(phone.getByText('Your ticket goes to the tier above'))
    await shows(phone.getByText('You asked for a specialist').first())
    await hides(phone.getByRole('link', { name: 'Ask for a specialist' }))
    const seen = await world.mina.ask('GET', `/tickets/${number}`)
    assert.equal(seen.tier, 'second')
  })
}

/** Throws a draft away. */
async function discard(page, category) {
  await page.goto(`/tickets/new/${category}/text`)
  await page.locator(`form[action="/tickets/new/${category}/removal"] button`).click()
  await page.waitForURL(/\/tickets\/new$/)
}

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with' : 'without'
  journey(world, `a text that was changed on another device is shown, ${how} JavaScript`, async () => {
    const path = '/tickets/new/suggestion/text'
    const devices = [await world.page(undefined, { javaScriptEnabled }), await world.page(undefined, { javaScriptEnabled })]
    const [phone, laptop] = devices
    for (const device of devices) await enter(device, LENA.name)
    await phone.goto(path)
    await phone.getByLabel('What happened?').fill('A darker page')
    await forward(phone)
    await asks(phone, 'Screenshot')
    for (const device of devices) await device.goto(path)
    await laptop.getByLabel('What happened?').fill('Larger letters in the list')
    await forward(laptop)
    await asks(laptop, 'Screenshot')

    await phone.getByLabel('What happened?').fill('A page for the night')
    await forward(phone)
    await shows(phone.getByText('This was answered elsewhere in the meantime').first())
    await shows(phone.getByText('Larger letters in the list'))
    await holds(phone.getByLabel('What happened?'), 'A page for the night')
    await forward(phone)
    await asks(phone, 'Screenshot')
    await laptop.goto(path)
    await holds(laptop.getByLabel('What happened?'), 'A page for the night')
    await discard(laptop, 'suggestion')
    // Thrown away, it does not come back out of the tab in which it was typed.
    await laptop.goto(path)
    await holds(laptop.getByLabel('What happened?'), '')
  })

  journey(world, `an answer that was changed on another device is shown, ${how} JavaScript`, async () => {
    const category = '/tickets/new/deposit-not-credited'
    const devices = [await world.page(undefined, { javaScriptEnabled }), await world.page(undefined, { javaScriptEnabled })]
    const [phone, laptop] = devices
    for (const device of devices) await enter(device, LENA.name)
    await phone.goto(`${category}/text`)
    await phone.getByLabel('What happened?').fill('It has not come')
    await forward(phone)
    await phone.waitForURL(/\/questions\/asset$/)
    for (const device of devices) await device.goto(`${category}/questions/amount`)
    await laptop.getByLabel('How much?').fill('250 USDT')
    await forward(laptop)
    await laptop.waitForURL(/\/questions\/asset$/)

    await phone.getByLabel('How much?').fill('2,500 USDT')
    await forward(phone)
    await shows(phone.getByText('This was answered elsewhere in the meantime').first())
    await shows(phone.getByText('250 USDT', { exact: true }))
    await holds(phone.getByLabel('How much?'), '2,500 USDT')
    await forward(phone)
    await phone.waitForURL(/\/questions\/asset$/)
    await laptop.goto(`${category}/questions/amount`)
    await holds(laptop.getByLabel('How much?'), '2,500 USDT')
    await discard(laptop, 'deposit-not-credited')
  })

  journey(world, `a change of the account asks what can still be used, ${how} JavaScript`, async () => {
    const lena = await world.page(undefined, { javaScriptEnabled })
    await enter(lena, LENA.name)
    await lena.goto('/tickets/new/account-change/text')
    await lena.getByLabel('What happened?').fill('I have a new one')
    await forward(lena)
    await asks(lena, 'What do you want to change?')
    await lena.getByLabel('Phone number').check()
    await forward(lena)
    await asks(lena, 'Can you still use the old address, number or app?')
    await lena.getByLabel('No, not any more').check()
    await forward(lena)
    await shows(lena.getByRole('heading', { name: 'Look it over and send' }))
    await shows(lena.getByText('No, not any more'))
    // Of a name there is no old one to be confirmed by.
    await lena.goto('/tickets/new/account-change/questions/change')
    await lena.getByLabel('Name', { exact: true }).check()
    await forward(lena)
    await shows(lena.getByRole('heading', { name: 'Look it over and send' }))
    await hides(lena.getByText('No, not any more'))
    await discard(lena, 'account-change')
  })
}
