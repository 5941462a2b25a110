// Pages of the settings: tags and views, the audit's filters, and what a page says when it cannot be read.
import assert from 'node:assert/strict'
import { CONSOLE } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, shows, until, words } from '../harness/expect.mjs'

const world = World.shared((world) => world.staffed())

const line = (page, text) => page.getByRole('main').locator('tbody tr', { hasText: text })

journey(world, 'a tag is renamed on its tickets, and deleted when no ticket has it', async ({ ada, mina }) => {
  const { id } = await world.ticket(LENA, { subject: 'Passport', body: 'Where do I send it?' })
  await mina.ask('PUT', `/tickets/${id}/tags/kcy`)
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}settings/tags`)
  await line(page, 'kcy').getByRole('button', { name: words('Rename kcy') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('KYC level 2')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await shows(line(page, 'kyc-level-2'))
  await hides(line(page, 'kcy'))
  const tags = async () => (await mina.ask('GET', `/tickets/${id}`)).tags
  assert.deepEqual(await tags(), ['kyc-level-2'])

  await line(page, 'kyc-level-2').getByRole('button', { name: words('Delete kyc-level-2') }).click()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await shows(dialog.getByText(words('Tickets have this tag: 1.')))
  await mina.ask('DELETE', `/tickets/${id}/tags/kcy`)
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await shows(page.getByText('No tags yet'))
  await page.getByRole('button', { name: 'New tag' }).click()
  await dialog.getByLabel('Name', { exact: true }).fill('vip')
  await dialog.getByRole('button', { name: 'Make the tag' }).click()
  await shows(line(page, 'vip'))
})

journey(world, 'a form that is opened while another one is sent is closed by what it sent itself', async ({ ada }) => {
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}settings/tags`)
  // What is sent waits for the test, which says what becomes of it.
  const sent = []
  await page.route('**/api/v1/tags', (route) => (route.request().method() === 'POST' ? void sent.push(route) : route.continue()))
  const dialog = page.getByRole('dialog')
  const [name, verb] = [dialog.getByLabel('Name', { exact: true }), dialog.getByRole('button', { name: 'Make the tag' })]
  const row = (text) => page.locator('tbody tr', { hasText: text })
  await page.getByRole('button', { name: 'New tag' }).click()
  await name.fill('earlier')
  await verb.click()
  await until('the first form was sent', () => sent.length === 1)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await hides(dialog)

  await page.getByRole('button', { name: 'New tag' }).click()
  await name.fill('later')
  await sent[0].continue()
  await shows(row('earlier'))
  await verb.click()
  await until('the second form was sent', () => sent.length === 2)
  await sent[1].continue()
  await hides(dialog)
  await shows(row('later'))
})

journey(world, 'views are made, changed and deleted in one place', async ({ mina }) => {
  const page = await world.page(mina)
  await page.goto(`${CONSOLE}settings/views`)
  await shows(page.getByText('No saved views yet'))
  await page.getByRole('button', { name: 'New view' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('Urgent ones')
  await dialog.getByLabel('Filter', { exact: true }).fill('is:open priority:urgent')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await shows(line(page, 'Urgent ones').getByText('is:open priority:urgent'))
  await line(page, 'Urgent ones').getByRole('button', { name: 'Change' }).click()
  await dialog.getByLabel('Name', { exact: true }).fill('Most urgent')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await line(page, 'Most urgent').getByRole('button', { name: 'Delete' }).click()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await shows(page.getByText('No saved views yet'))
})

journey(world, 'the audit is narrowed by ticket and by member', async ({ ada, mina }) => {
  const { id } = await world.ticket(LENA, { subject: 'Deposit', body: 'Where is it?' })
  await mina.ask('POST', `/tickets/${id}/messages`, { body: 'Looking.', visibility: 'internal', attachment_ids: [] })
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}settings/audit`)
  await shows(line(page, 'organisation'))
  await page.getByLabel('Ticket number or stream').fill(id)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await shows(line(page, 'ticket.opened'))
  await hides(line(page, 'organisation'))
  await page.getByLabel('Member or actor').fill('Mina Park')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await hides(line(page, 'ticket.opened'))
  await shows(line(page, 'ticket.message_added'))
  await page.getByLabel('Before', { exact: true }).fill('2020-01-01T00:00')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await shows(page.getByText('No such events'))
  await page.getByRole('button', { name: 'Show everything' }).first().click()
  await shows(line(page, 'organisation'))
})

journey(world, 'nothing stale looks live, and a part that does not come says so', async ({ ada }) => {
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}settings/health`)
  await shows(page.getByRole('row', { name: /Database/ }))
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await shows(page.getByText('This could not be read again, so it may have changed since.'))
  await shows(page.getByRole('row', { name: /Database/ }))
  await page.getByRole('link', { name: 'Audit log' }).click()
  await shows(page.getByText('This part of the console could not be loaded'))
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await shows(page.getByRole('heading', { name: 'Audit log' }))
  await until('it is read', async () => (await line(page, 'organisation').count()) > 0)
})

journey(world, 'a page that somebody may not see names what it needs, and offers nothing', async ({ mina }) => {
  const page = await world.page(mina)
  await page.goto(`${CONSOLE}settings/webhooks`)
  await shows(page.getByText(words('“Manage webhooks”')))
  assert.equal(await page.getByRole('button', { name: 'New webhook' }).count(), 0)
})

journey(world, 'an administrator sees which jobs wait, and of which lane', async ({ ada }) => {
  await ada.ask('PUT', '/help-sections/fees', { position: 1, names: [{ lang: 'en', name: 'Fees' }] })
  const { id } = await ada.ask('POST', '/articles', {
    slug: 'tomorrow', kind: 'guide', section: 'fees', audience: 'public', lang: 'en', review_days: 90, title: 'Tomorrow', summary: 'Not today.', body: 'Wait.',
  })
  const publish_at = new Date(Date.now() + 24 * 3600 * 1000).toISOString()
  await ada.ask('PUT', `/articles/${id}/texts/en/status`, { status: 'scheduled', publish_at }, { 'if-match': '"1"' })
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}settings/jobs`)
  await shows(page.getByText('No dead jobs'))
  const state = page.getByRole('combobox', { name: 'State', exact: true })
  await state.selectOption('waiting')
  const job = line(page, 'article.publish')
  await shows(job.getByText('Later', { exact: true }))
  await hides(page.getByRole('button', { name: 'Try again' }))
  const lane = page.getByRole('combobox', { name: 'Lane', exact: true })
  await lane.selectOption('inward')
  await shows(job)
  await state.selectOption('dead')
  await shows(page.getByText('No dead jobs'))
  await hides(job)
})

// The last one: whoever administers this world is asked for more from here on.
journey(world, 'a second step is asked of administrators too', async ({ ada }) => {
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}settings/roles`)
  await page.getByRole('button', { name: words('Change Administrator') }).click()
  const dialog = page.getByRole('dialog')
  await shows(dialog.getByText('Administrators may do everything.'))
  await dialog.getByLabel('Whoever has this role must set up a second step').check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await shows(page.getByRole('heading', { name: 'Set up your second step' }))
})
