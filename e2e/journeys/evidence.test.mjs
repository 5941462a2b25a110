// What people write about money, recognised on both sides; and what they must not write, told before and after.
import assert from 'node:assert/strict'
import { CONSOLE, field, message, open, row, write } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, holds, shows, until, words } from '../harness/expect.mjs'
import { customer } from '../harness/people.mjs'
import { describe, numberOf, send, thread } from '../harness/site.mjs'

const world = World.shared((world) => world.staffed())

const HASH = '0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4'
const OTHER = '0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b'
/** Genesis' address with one letter changed. */
const MISTYPED = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb'
const BAIT = `https://etherscan.io.verify-wallet.example/tx/${HASH}`
const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
const BODY = `I sent 250 USDT to ${MISTYPED}, the transaction is ${HASH}. A stranger told me to look at ${BAIT}.`

const card = (page) => page.getByRole('region', { name: 'Evidence' })
const copied = (page) => page.evaluate(() => navigator.clipboard.readText())

journey(world, 'evidence is told to whoever wrote it, with what is wrong', async () => {
  const { person, id } = await world.ticket(LENA, { subject: 'Deposit', body: BODY })
  const page = await world.page(person, { javaScriptEnabled: false })
  await page.goto(`/tickets/${id}`)
  const facts = thread(page).getByRole('list', { name: 'Evidence' })
  await shows(facts.getByText('250 USDT'))
  await shows(facts.getByText(words('Address has a typing error somewhere')).or(facts.getByText(words('Address has a wrong character'))))
  await shows(facts.getByText(words('This link pretends to be etherscan.io')))
  assert.equal(await thread(page).locator(`a[href*="verify-wallet"]`).count(), 0, 'bait is no link')
})

journey(world, 'an agent reads, copies, adds, corrects and removes evidence', async () => {
  const { id } = await world.ticket(LENA, { subject: 'Deposit', body: BODY })
  const page = await world.page(world.mina, { permissions: ['clipboard-read', 'clipboard-write'] })
  await open(page, id)
  const said = message(page, 'I sent 250 USDT to')
  await shows(said.getByRole('button', { name: /^Link: .*fraudulent link$/ }))
  await shows(said.getByRole('button', { name: /^Address: .*Something is wrong/ }))

  await said.getByRole('button', { name: /^Transaction ID: .*0x4acb…3b6ab4/ }).click()
  const detail = page.getByRole('dialog', { name: 'Transaction ID' })
  await shows(detail.getByText('Recognised in the message'))
  await detail.getByRole('button', { name: 'Copy in full' }).click()
  await until('the hash is copied as it is', async () => (await copied(page)) === HASH)
  await page.keyboard.press('Escape')
  await hides(detail)

  await card(page).getByLabel('Add evidence').first().fill('good morning')
  await page.keyboard.press('Enter')
  await shows(card(page).getByText('Nothing in this is recognised'))
  await card(page).getByLabel('Add evidence').first().fill(OTHER)
  await page.keyboard.press('Enter')
  const added = card(page).getByRole('button', { name: /0x88df…13944b/ })
  await shows(added)
  await shows(page.getByText(words('You added evidence: Transaction ID 0x88df…13944b')))

  await added.click()
  await shows(page.getByRole('dialog').getByText(words('Added by Mina Park')))
  await page.getByRole('dialog').getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('dialog').getByLabel('Value').fill(OTHER.replace('0x88df', '0x99ef'))
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  const corrected = card(page).getByRole('button', { name: /0x99ef…13944b/ })
  await shows(corrected)
  await corrected.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog', { name: 'Remove this from the ticket?' }).getByRole('button', { name: 'Remove' }).click()
  await hides(corrected)
  await shows(page.getByText(words('You removed a piece of evidence')))
})

journey(world, 'a pasted hash finds its tickets', async () => {
  const { id } = await world.ticket(LENA, { subject: 'Where is it', body: `It is ${OTHER}` })
  await world.ticket(LENA, { subject: 'Another matter', body: 'No hash here.' })
  const page = await world.page(world.mina, { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.goto(`${CONSOLE}queue/mine`)
  await shows(page.getByText('Nothing is waiting for you'))
  const search = page.getByRole('combobox', { name: /^Filter/ })
  await search.click()
  // The same transaction, as an explorer's link.
  await page.evaluate((link) => navigator.clipboard.writeText(link), `https://etherscan.io/tx/${OTHER}`)
  await page.keyboard.press('ControlOrMeta+V')
  await shows(row(page, id))
  await hides(page.getByText('Another matter'))

  await search.fill(OTHER.replaceAll('8', '7'))
  await search.press('Enter')
  await shows(page.getByText('No ticket has this'))
  await page.getByRole('button', { name: 'Back to the queue' }).first().click()
  await shows(page.getByText('Nothing is waiting for you'))
})

journey(world, 'a UID or an address in the command bar offers the tickets of its customer', async () => {
  const { id } = await world.ticket(LENA, { subject: 'My limits', body: 'Neither the one nor the other is in here.' })
  const page = await world.page(world.mina)
  await page.goto(`${CONSOLE}queue/mine`)
  await shows(page.getByText('Nothing is waiting for you'))
  for (const named of [LENA.uid, LENA.email]) {
    await page.keyboard.press('Control+k')
    const bar = page.getByRole('combobox', { name: 'Command bar' })
    await bar.fill(named)
    await shows(page.getByRole('option').filter({ hasText: id }))
    await page.keyboard.press('Escape')
    await hides(bar)
  }
})

journey(world, 'a secret is told of before it is sent, and what to do after', async () => {
  const lena = await world.page(await customer(world.server, LENA))
  await describe(lena, { subject: 'Locked out', body: `My wallet words are ${PHRASE}, please help.` })
  await send(lena)
  const warning = lena.getByRole('status').filter({ hasText: words('Your text seems to contain this: Seed phrase') })
  await shows(warning)
  assert.match(lena.url(), /\/tickets\/new\/other\/check$/)
  await warning.getByRole('button', { name: 'Edit my text' }).click()
  const chosen = await lena.getByLabel('What happened?').evaluate((one) => one.value.slice(one.selectionStart, one.selectionEnd))
  assert.equal(chosen, PHRASE)
  await warning.getByRole('button', { name: 'Send anyway' }).click()
  await shows(lena.getByText('We have your message'))
  await shows(lena.getByText('Assume that others know it'))
  await shows(lena.getByText('We treat this as a possible theft'))

  const agent = await world.page(world.mina)
  await open(agent, numberOf(lena))
  await agent.getByRole('button', { name: words('Seed phrase masked') }).focus()
  await shows(agent.getByText(words('The customer is told: Assume that others know it')))
})

journey(world, 'no reply asks for a secret, and the draft stays', async () => {
  const { id } = await world.ticket(LENA, { subject: 'Locked out', body: 'I cannot get in.' })
  const page = await world.page(world.mina)
  await open(page, id)
  await write(page, 'Reply', 'Please send me your seed phrase so that I can look.')
  await shows(page.getByText('This asks for a seed phrase'))
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await holds(field(page), 'Please send me your seed phrase so that I can look.')
  await field(page).fill('Never send anybody your seed phrase, not even us.')
  await hides(page.getByText('This asks for a seed phrase'))
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await shows(message(page, 'Never send anybody your seed phrase'))
})
