// The plug is pulled in the middle of everything. What was acknowledged is there, what was typed is there, and the log
// still holds.
import assert from 'node:assert/strict'
import { field, message, messages, notLive, open, write } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, holds, shows, until } from '../harness/expect.mjs'
import { thread } from '../harness/site.mjs'

const world = World.shared((world) => world.staffed())

/** Polls come every 15 s at best when nothing better can be had, and back off. */
const COMES_BACK_MS = 180_000

journey(world, 'a killed server loses nothing, and says so while it is away', async () => {
  const { server } = world
  const { person: lena, id } = await world.ticket(LENA, { subject: 'Deposit', body: 'Where is it?' })
  const agent = await world.page(world.mina)
  await open(agent, id)
  const customer = await world.page(lena)
  await customer.goto(`/tickets/${id}`)
  await write(agent, 'Note', 'A note that nobody has sent.')
  await write(agent, 'Reply', 'We are checking the block.')
  await customer.locator('#body').fill('Half of a senten')

  const written = writeUntilItFails(world.mina, id)
  await until('some messages are acknowledged', () => written.acknowledged.length >= 5)
  await server.down('SIGKILL')
  await written.failed

  await notLive(agent).waitFor({ timeout: COMES_BACK_MS })
  await holds(field(agent), 'We are checking the block.')
  await field(agent).press('Control+Enter')
  await shows(messages(agent).getByText('Waiting to be sent'))
  await customer.locator('#live').waitFor({ timeout: COMES_BACK_MS })

  await server.up()
  await notLive(agent).first().waitFor({ state: 'hidden', timeout: COMES_BACK_MS })
  await shows(message(agent, 'We are checking the block.'))
  await hides(messages(agent).getByText('Waiting to be sent'))
  await customer.locator('#live').waitFor({ state: 'hidden', timeout: COMES_BACK_MS })
  await shows(thread(customer).getByText('We are checking the block.'))
  await holds(customer.locator('#body'), 'Half of a senten')

  const bodies = await allBodies(world.mina, id)
  for (const sent of [...written.acknowledged, 'We are checking the block.']) {
    assert.equal(bodies.filter((body) => body.includes(sent)).length, 1, `${sent} is there once`)
  }

  await agent.reload()
  await agent.getByRole('tab', { name: 'Note' }).click()
  await holds(field(agent), 'A note that nobody has sent.')
  await customer.reload()
  await holds(customer.locator('#body'), 'Half of a senten')

  await server.down('SIGTERM')
  await server.command('audit', 'verify', '--state')
})

/** Sends notes one after the other until the server is gone; keeps those that were acknowledged. */
function writeUntilItFails(person, id) {
  const acknowledged = []
  const failed = (async () => {
    for (let number = 1; ; number += 1) {
      const body = `Written under load, number ${number}.`
      try {
        await person.ask('POST', `/tickets/${id}/messages`, { body, visibility: 'internal', attachment_ids: [] })
      } catch {
        return
      }
      acknowledged.push(body)
    }
  })()
  return { acknowledged, failed }
}

/** Every message of a ticket, part by part. */
async function allBodies(person, id) {
  const bodies = []
  let after = 0
  do {
    const part = await person.ask('GET', `/tickets/${id}/timeline?after=${after}`)
    bodies.push(...part.items.filter(({ type }) => type === 'message').map(({ body_html }) => body_html))
    after = part.next_after
  } while (after)
  return bodies
}
