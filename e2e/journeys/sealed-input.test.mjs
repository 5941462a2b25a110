// An administrator sees what lies sealed and unread, and says for how long it may. An agent is told that it is not theirs to see.
import assert from 'node:assert/strict'
import { CONSOLE } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { shows, words } from '../harness/expect.mjs'
import { customer } from '../harness/people.mjs'

const world = World.shared((world) => world.staffed())

journey(world, 'how long unread input lies here is set, and what lies here is shown', async ({ ada, mina }) => {
  const lena = await customer(world.server, LENA)
  const headers = { cookie: `proofdesk=${lena.cookie}`, 'x-csrf-token': await lena.csrf(), 'x-file-name': 'log.txt', 'content-type': 'text/plain' }
  const sent = await fetch(`${world.server.url}/api/v1/attachments`, { method: 'POST', headers, body: 'nobody reads it' })
  assert.equal(sent.status, 201)

  const page = await world.page(ada)
  await page.goto(`${CONSOLE}settings/sealed-input`)
  const loose = page.getByRole('row', { name: /^Files that no message took 1 / })
  await shows(loose)
  await shows(page.getByRole('row', { name: words('Files that no message took 168 hours') }))
  const times = page.getByRole('row', { name: /^Uploads under way/ })
  await shows(times.getByText(words('72 hours')))
  await shows(page.getByRole('row', { name: /^Events of the exchange that failed 0 — —$/ }))

  await page.getByRole('button', { name: 'Change the times' }).click()
  const dialog = page.getByRole('dialog')
  const hours = dialog.getByLabel('Uploads under way, and events of the exchange that were not handled')
  await hours.fill('73')
  assert.ok(await dialog.getByRole('button', { name: 'Save' }).isDisabled(), 'three days are the most')
  await hours.fill('24')
  await hours.press('Enter')
  await shows(times.getByText(words('24 hours')))
  await shows(page.getByText('The times are changed.'))
  await shows(loose)

  const agent = await world.page(mina)
  await agent.goto(`${CONSOLE}settings/sealed-input`)
  await shows(agent.getByText(words('“Manage brands, categories, statuses and tags”')))
})
