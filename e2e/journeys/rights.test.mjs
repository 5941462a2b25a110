// What somebody may not do is named, with who can allow it; what is masked is revealed for a reason that is kept.
import assert from 'node:assert/strict'
import { CONSOLE, field, messages, open } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, shows, words } from '../harness/expect.mjs'
import { customer, join } from '../harness/people.mjs'

const world = World.shared((world) => world.staffed())

journey(world, 'whoever may only read is told what writing needs', async () => {
  const { id } = await world.ticket(LENA, { subject: 'Deposit', body: 'Where is it?' })
  const noor = await join(world.ada, { email: 'noor@northwind.example', name: 'Noor Aziz', role: 'auditor' })
  const page = await world.page(noor)
  await open(page, id)
  await shows(page.getByText(words('You can read this ticket but not write in it. That needs “Reply”; an administrator can give it to you.')))
  assert.equal(await field(page).count(), 0)
  await messages(page).click()
  await page.keyboard.press('e')
  await shows(page.getByText('You do not have the permission for this. An administrator can give it to you.'))
  await page.goto(`${CONSOLE}settings/webhooks`)
  await shows(page.getByText(words('“Manage webhooks”')))
})

journey(world, 'whoever holds no role is told what the inbox needs', async () => {
  const nobody = await join(world.ada, { email: 'new@northwind.example', name: 'New Hand', roles: [] })
  const page = await world.page(nobody)
  await page.goto(`${CONSOLE}queue/unassigned`)
  await shows(page.getByText(/permission/i).or(page.getByText(words('“See tickets”'))))
})

journey(world, 'a masked field is revealed for a reason, which is in the log', async () => {
  const { id } = await world.ticket(LENA, { subject: 'Change my e-mail', body: 'Please.' })
  const page = await world.page(world.mina)
  await open(page, id)
  const context = page.getByRole('complementary', { name: 'About the customer' })
  await shows(context.getByText('l•', { exact: false }).or(context.getByText('*', { exact: false })))
  await hides(context.getByText(LENA.email))
  await context.getByRole('button', { name: words('Reveal E-mail') }).click()
  const reveal = context.getByRole('button', { name: 'Reveal', exact: true })
  assert.ok(await reveal.isDisabled())
  await context.getByLabel('Why do you need it?').fill('They ask to change it; comparing with the request.')
  await reveal.click()
  await shows(context.getByText(LENA.email))
  await shows(context.getByText(words('19 more this hour')))
  await context.getByRole('button', { name: 'Hide again' }).click()
  await hides(context.getByText(LENA.email))

  const audit = await world.page(world.ada)
  await audit.goto(`${CONSOLE}settings/audit`)
  await shows(audit.getByText('customer.field_revealed'))
  await audit.getByRole('button', { name: 'Verify' }).click()
  await shows(audit.getByText('Everything fits'))
  await audit.goto(`${CONSOLE}settings/health`)
  await shows(audit.getByRole('row', { name: /Database/ }).getByText('Well'))
})

journey(world, 'whoever has revealed as much as one hour allows is told so, and the field stays masked', async () => {
  const { id } = await world.ticket(LENA, { subject: 'Once more', body: 'Please.' })
  const jun = await join(world.ada, { email: 'jun@northwind.example', name: 'Jun Tanaka' })
  const { customer: { id: customer } } = await jun.ask('GET', `/tickets/${id}`)
  for (let times = 1; times <= 20; times += 1) {
    const { remaining } = await jun.ask('POST', `/customers/${customer}/reveals`, { field: 'email', reason: `Comparing, time ${times}` })
    assert.equal(remaining, 20 - times)
  }
  const page = await world.page(jun)
  await open(page, id)
  const context = page.getByRole('complementary', { name: 'About the customer' })
  await context.getByRole('button', { name: words('Reveal E-mail') }).click()
  await context.getByLabel('Why do you need it?').fill('One more.')
  await context.getByRole('button', { name: 'Reveal', exact: true }).click()
  await shows(context.getByText('You have taken as much as one hour allows.'))
  await hides(context.getByText(LENA.email))
  // What was typed is there still, and the log has no look that did not happen.
  assert.equal(await context.getByLabel('Why do you need it?').inputValue(), 'One more.')
  const { staff } = await jun.ask('GET', '/me')
  const { items } = await world.ada.ask('GET', `/audit/events?kind=customer.field_revealed&actor=staff:${staff.id}&limit=100`)
  assert.equal(items.length, 20)
})

journey(world, 'a customer in the console is a stranger', async () => {
  const page = await world.page(await customer(world.server, LENA))
  await page.goto(`${CONSOLE}queue/all`)
  await shows(page.getByText('This browser is signed in as a customer.'))
})
