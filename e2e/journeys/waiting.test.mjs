// A customer who waits asks for somebody who may do more. With JavaScript and without.
import assert from 'node:assert/strict'
import { accessible } from '../harness/axe.mjs'
import { open } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { holds, shows, words } from '../harness/expect.mjs'
import { send, thread } from '../harness/site.mjs'

const world = World.shared((world) => world.staffed())
const life = (page) => page.locator('#life')

for (const javaScriptEnabled of [true, false]) {
  journey(world, `a customer asks for a specialist, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const sub = javaScriptEnabled ? 'above' : 'above-plain'
    const claims = { ...LENA, sub, email: `${sub}@mail.example` }
    const { person, id } = await world.ticket(claims, { subject: 'Deposit', body: 'I sent 250 USDT.' })
    const lena = await world.page(person, { javaScriptEnabled })
    await lena.goto(`/tickets/${id}`)
    // Nobody has had an hour yet, and the page says from when one may ask.
    await shows(life(lena).getByText(words('you can ask from')))
    assert.equal(await lena.getByRole('button', { name: 'Is anybody there?' }).count(), 0)

    await lena.getByRole('link', { name: 'Ask for a specialist' }).click()
    await shows(lena.getByRole('heading', { name: 'Ask for somebody who may do more' }))
    await send(lena, 'Ask for it')
    await shows(lena.getByText('There is a problem'))
    const reason = lena.getByLabel('What went wrong so far?')
    await reason.fill('I was asked for the same hash twice.')
    await send(lena, 'Ask for it')
    await shows(lena.getByText('Your ticket goes to the tier above, with your reason.'))
    await shows(thread(lena).getByText('I was asked for the same hash twice.'))
    await shows(life(lena).getByText('You asked for a specialist'))
    const { priority } = await world.ada.ask('GET', `/tickets/${id}`)
    assert.equal(priority, 'high')

    // The next tier has a day; a form of an older page is answered with its words.
    await lena.goto(`/tickets/${id}/escalation`)
    await shows(lena.getByText(words('You can go above from')))
    assert.equal(await lena.getByLabel('What went wrong so far?').count(), 0)
    if (javaScriptEnabled) {
      const agent = await world.page(world.mina)
      await open(agent, id)
      await shows(agent.getByText('High').first())
      await accessible(lena, 'asked for too early')
    }
  })
}

journey(world, 'what was typed into an older page is given back', async () => {
  const claims = { ...LENA, sub: 'twice', email: 'twice@mail.example' }
  const { person, id } = await world.ticket(claims, { subject: 'Deposit', body: 'I sent 250 USDT.' })
  const [here, there] = [await world.page(person), await world.page(person)]
  for (const tab of [here, there]) await tab.goto(`/tickets/${id}/escalation`)
  await here.getByLabel('What went wrong so far?').fill('Nobody reads what I write.')
  await there.getByLabel('What went wrong so far?').fill('Another reason, in another tab.')
  await send(here, 'Ask for it')
  await shows(here.getByText('Your ticket goes to the tier above'))
  await send(there, 'Ask for it')
  await shows(there.getByText(words('You can go above from')))
  await holds(there.getByLabel('What you wrote'), 'Another reason, in another tab.')
})
