// One ticket's life from both sides, in two browsers at once, and nobody reloads.
import assert from 'node:assert/strict'
import { CONSOLE, field, message, open, pick, row, status, write } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, holds, shows, until, words } from '../harness/expect.mjs'
import { customer } from '../harness/people.mjs'
import { describe, enter, numberOf, PICTURE, send, state, thread } from '../harness/site.mjs'

const world = World.shared(async (world) => {
  await world.staffed()
  // The exchange knows her: the development page offers whoever was here before.
  await customer(world.server, LENA)
})

const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow'

journey(world, 'a ticket is written, seen, answered, solved and reopened, live on both sides', async () => {
  const agent = await world.page(world.mina)
  await agent.goto(`${CONSOLE}queue/unassigned`)
  await shows(agent.getByText('Nobody is waiting for an owner'))

  const lena = await world.page()
  await enter(lena, LENA.name)
  await describe(lena, {
    subject: 'USDT deposit has not arrived',
    body: 'I sent 250 USDT over Tron at nine. The explorer says confirmed.',
    files: [PICTURE],
  })
  await send(lena)
  await shows(lena.getByText('We have your message'))
  const number = numberOf(lena)
  assert.match(number, /^PD-\w{4}-\w{4}-\w$/)
  await shows(lena.getByRole('link', { name: words('Download deposit.png') }))

  // The agent's list was empty and is not reloaded.
  await row(agent, number).click()
  await shows(message(agent, 'I sent 250 USDT over Tron'))
  await shows(agent.getByText(words('Signed in · until')).first())
  await shows(message(agent, 'I sent 250 USDT').getByRole('img', { name: words('Picture deposit.png') }))

  await pick(agent, 'Assign  A', 'Assign to…', 'Mina')
  await shows(status(agent, 'Mina Park'))

  await write(agent, 'Note', 'Hash checks out on the explorer; asking the wallet team.')
  await agent.getByRole('button', { name: 'Add note' }).click()
  await shows(message(agent, 'Hash checks out').getByText('Internal'))

  await write(agent, 'Reply', 'We found your deposit in block 41,220,918. It is credited within ten minutes.')
  await agent.getByRole('button', { name: 'Send', exact: true }).click()
  await shows(message(agent, 'We found your deposit'))
  await holds(field(agent), '')
  await shows(thread(lena).getByText('We found your deposit'))
  await hides(lena.getByText('Hash checks out'))

  await pick(agent, 'Status  S', 'Set the status', 'Solved')
  await shows(status(agent, 'Solved'))
  await shows(state(lena).getByText('Solved. Tell us if it is not'))

  await lena.getByRole('button', { name: 'It is not solved' }).click()
  await shows(lena.getByText('Open again. We are back on it.'))
  await shows(status(agent, 'Open'))
  await shows(agent.getByText(words('replied and reopened it: Open')))

  await lena.locator('#body').fill('It is still missing.')
  await send(lena)
  await shows(message(agent, 'It is still missing.'))
  assert.equal(await lena.getByRole('log').getByText('It is still missing.').count(), 1)
})

journey(world, 'a form with errors says what is wrong and keeps what was typed', async () => {
  const lena = await world.page(await customer(world.server, LENA))
  await describe(lena, { subject: 'Withdrawal is stuck' })
  await send(lena)
  const problem = lena.getByRole('alert').filter({ hasText: 'There is a problem' })
  await shows(problem)
  await until('the summary has the focus', () => problem.evaluate((one) => one === document.activeElement))
  await shows(problem.getByRole('link', { name: 'Write what happened.' }))
  assert.match(await lena.title(), /^Error:/)
  await holds(lena.getByLabel('Subject'), 'Withdrawal is stuck')
  assert.equal(await lena.getByLabel('What happened?').getAttribute('aria-invalid'), 'true')
  await lena.getByLabel('What happened?').fill('It says processing since yesterday.')
  await send(lena)
  await shows(lena.getByText('We have your message'))
})

journey(world, 'a leaked phrase is masked before it is stored, and said', async () => {
  const lena = await world.page(await customer(world.server, LENA))
  await describe(lena, { subject: 'Locked out', body: `My wallet words are ${PHRASE}, please help.` })
  await send(lena)
  await lena.getByRole('button', { name: 'Send anyway' }).click()
  await shows(lena.getByText('We have your message'))
  await shows(lena.getByText('Assume that others know it'))
  const number = numberOf(lena)
  assert.ok(!(await lena.content()).includes('sausage'))

  const agent = await world.page(world.mina)
  await open(agent, number, 'unassigned')
  await shows(agent.getByText(words('Seed phrase masked')))
  await shows(agent.getByText('Suspected theft').first())
  await shows(row(agent, number).getByText('Urgent'))
  assert.ok(!(await agent.content()).includes('sausage'))
})

journey(world, 'one customer does not see the ticket of another', async () => {
  const { id } = await world.ticket(LENA, { subject: 'Mine alone', body: 'Nobody else may read this.' })
  const other = await world.page(await customer(world.server, { sub: 'max', name: 'Max Weber', uid: '1' }))
  const answer = await other.goto(`/tickets/${id}`)
  assert.equal(answer.status(), 404)
  await shows(other.getByRole('heading', { name: 'This page does not exist' }))
})

journey(world, 'a reply that comes when the ticket is closed goes on in a new one', async ({ ada }) => {
  const lena = await world.page(await customer(world.server, LENA))
  await describe(lena, { subject: 'Fees', body: 'What do you charge for deposits?' })
  await send(lena)
  await shows(lena.getByText('We have your message'))
  const number = numberOf(lena)
  await lena.locator('#body').fill('And for withdrawals?')
  const { items } = await ada.ask('GET', '/statuses')
  await ada.ask('PUT', `/tickets/${number}/status`, { status_id: items.find(({ category }) => category === 'closed').id })
  await send(lena)
  await shows(lena.getByRole('heading', { name: 'This ticket was closed' }))
  await holds(lena.getByLabel('What you wrote'), 'And for withdrawals?')
  await send(lena, 'Open a new ticket about this')
  // What was written is the first answer of the new one already, and the old one is named in it.
  await send(lena, 'Continue')
  await shows(lena.getByText('And for withdrawals?'))
  await shows(lena.getByText(number))
})
