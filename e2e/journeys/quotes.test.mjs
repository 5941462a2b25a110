// What an agent reads of a message: how far its customer had proven who they are when they wrote it, and their own words before those
// that they answer.
import assert from 'node:assert/strict'
import { message, open } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, shows } from '../harness/expect.mjs'

const world = World.shared((world) => world.staffed())

journey(world, 'the badge of its time, and the quotation behind a button', async ({ mina }) => {
  const answered = ['On 30 Nov 2026 at 12:33, Mina Park wrote:', '> We look into it.', '> It takes an hour.'].join('\n')
  const { person, id } = await world.ticket(LENA, { subject: 'My deposit', body: `An hour has passed.\n\n${answered}` })
  const curl = ['It says no:', '> GET /v2/time HTTP/1.1', '> Host: api.northwind.example', '> Accept: */*'].join('\n')
  await person.ask('POST', `/tickets/${id}/messages`, { body: curl })

  const page = await world.page(mina)
  await open(page, id)
  const said = message(page, 'An hour has passed.')
  await shows(said.getByText('Signed in'))
  await shows(said.getByText('When this was written'))

  const quoted = said.getByRole('button', { name: '… quoted text' })
  await shows(quoted)
  assert.equal(await quoted.getAttribute('aria-expanded'), 'false')
  await hides(said.getByText('It takes an hour.'))
  await quoted.focus()
  await page.keyboard.press('Enter')
  await shows(said.getByText('It takes an hour.'))
  assert.equal(await quoted.getAttribute('aria-expanded'), 'true')
  await page.keyboard.press('Enter')
  await hides(said.getByText('It takes an hour.'))

  // What a program printed is what the message is about.
  const printed = message(page, 'It says no:')
  await shows(printed.getByText('> GET /v2/time HTTP/1.1'))
  assert.equal(await printed.getByRole('button', { name: '… quoted text' }).count(), 0)
})
