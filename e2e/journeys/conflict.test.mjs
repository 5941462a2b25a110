// Two agents in one ticket at once: nobody overwrites anybody, and no draft is lost.
import assert from 'node:assert/strict'
import { field, message, open, write } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, holds, shows, words } from '../harness/expect.mjs'
import { join } from '../harness/people.mjs'

const world = World.shared(async (world) => {
  await world.staffed()
  world.jun = await join(world.ada, { email: 'jun@northwind.example', name: 'Jun Tanaka' })
})

const DRAFT = 'Please send us the transaction hash.'

journey(world, 'an answer that crosses another shows it above the kept draft, and is sent after a review', async () => {
  const { id } = await world.ticket(LENA, { subject: 'Where is my deposit', body: 'It is late.' })
  const [mina, jun] = [await world.page(world.mina), await world.page(world.jun)]
  await open(mina, id)
  await open(jun, id)
  await shows(mina.getByText(words('Jun Tanaka is looking at this too')))
  await write(mina, 'Reply', DRAFT)
  await shows(jun.getByText(words('Mina Park is writing')))

  await write(jun, 'Reply', 'It was credited a minute ago.')
  await jun.getByRole('button', { name: 'Send', exact: true }).click()

  const conflict = mina.getByRole('alert').filter({ hasText: words('Jun Tanaka wrote while you were writing') })
  await shows(conflict.getByText('It was credited a minute ago.'))
  await holds(field(mina), DRAFT)
  await mina.getByRole('button', { name: 'Review, then send' }).click()
  await holds(field(mina), DRAFT)
  await hides(conflict)
  await mina.getByRole('button', { name: 'Send', exact: true }).click()
  await shows(message(jun, DRAFT))
  await shows(message(mina, DRAFT))
  assert.equal(await message(mina, DRAFT).count(), 1)
  assert.equal(await message(mina, 'It was credited a minute ago.').count(), 1)
})

journey(world, 'an answer sent before the other one has arrived is refused and comes back as a draft', async () => {
  const { id } = await world.ticket(LENA, { subject: 'Where is my withdrawal', body: 'It is late too.' })
  const mina = await world.page(world.mina)
  await open(mina, id)
  // Her connection is cut before the other's answer, so that she cannot know of it.
  await mina.context().route('**/api/v1/{live,live/stream,feed}*', (route) => route.abort())
  await mina.routeWebSocket(/\/api\/v1\/live/, (socket) => socket.close())
  await mina.reload()
  await shows(message(mina, 'It is late too.'))
  await write(mina, 'Reply', DRAFT)
  await world.jun.ask('POST', `/tickets/${id}/messages`, { body: 'Sent on at noon.', visibility: 'public', attachment_ids: [] })
  await field(mina).press('Control+Enter')
  await shows(mina.getByRole('alert').getByText('Sent on at noon.'))
  await holds(field(mina), DRAFT)
})

journey(world, 'an assignment by another does not stop an answer', async () => {
  const { id } = await world.ticket(LENA, { subject: 'A third matter', body: 'About fees.' })
  const mina = await world.page(world.mina)
  await open(mina, id)
  await write(mina, 'Reply', 'The fee is 1 USDT.')
  const { etag } = await world.jun.answer('GET', `/tickets/${id}`)
  const me = (await world.jun.ask('GET', '/me')).staff
  await world.jun.ask('PUT', `/tickets/${id}/assignment`, { assignee_id: me.id }, { 'if-match': etag })
  await field(mina).press('Control+Enter')
  await shows(message(mina, 'The fee is 1 USDT.'))
  await holds(field(mina), '')
})
