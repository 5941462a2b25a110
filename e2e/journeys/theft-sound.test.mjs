// A tone for suspected theft: off until it is turned on, once for each ticket, for nobody who may not see it, and never where the browser forbids it.
import assert from 'node:assert/strict'
import { accessible } from '../harness/axe.mjs'
import { CONSOLE } from '../harness/console.mjs'
import { journey, LENA, MEI, OMAR, World } from '../harness/desk.mjs'
import { shows, until } from '../harness/expect.mjs'

const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow'

const world = World.shared((world) => world.staffed())

/** A loudspeaker that counts what is played through it. It may be forbidden to the page. */
const listen = (page, state) =>
  page.addInitScript((state) => {
    window.tones = 0
    const ramp = { setValueAtTime() {}, exponentialRampToValueAtTime() {} }
    window.AudioContext = class {
      state = state
      currentTime = 0
      destination = {}
      resume() {
        return this.state === 'running' ? Promise.resolve() : new Promise(() => {})
      }
      close() {
        this.state = 'closed'
        return Promise.resolve()
      }
      createGain() {
        return { gain: ramp, connect() {} }
      }
      createOscillator() {
        return { frequency: ramp, connect() {}, start: () => (window.tones += 1), stop() {} }
      }
    }
  }, state)

const tones = (page) => page.evaluate(() => window.tones)
const box = (page) => page.getByRole('checkbox', { name: /A soft tone when a theft is suspected/ })
const tryIt = (page) => page.getByRole('button', { name: 'Try it' })

/** What a page asks about suspected tickets; nothing of what else it asks. */
const question = (request) => {
  const filter = new URL(request.url()).searchParams.get('filter') ?? ''
  return filter.startsWith('is:theft') ? filter : undefined
}

/** The next answer about them; about this one among them, if one is named. */
const asked = (page, id = '') => page.waitForResponse((answer) => question(answer)?.includes(id) === true)

const theft = (claims) => world.ticket(claims, { subject: 'My wallet', body: `I gave somebody my words: ${PHRASE}` })

journey(world, 'each suspected theft sounds once, for whoever turned it on', async ({ mina }) => {
  const before = await theft(LENA)
  const page = await world.page(mina)
  await listen(page, 'running')
  await page.goto(`${CONSOLE}settings/appearance`)
  await shows(box(page))
  assert.equal(await box(page).isChecked(), false)
  await tryIt(page).click()
  await shows(page.getByText('It has sounded.'))
  assert.equal(await tones(page), 1)
  await accessible(page, 'the setting of the sound')

  const questions = []
  page.on('request', (request) => question(request) && questions.push(question(request)))
  const learned = asked(page)
  await box(page).check()
  await learned
  // What was suspected before is no news, whatever happens in it; nor is a ticket in which nothing is suspected.
  const calm = await world.ticket(OMAR, { subject: 'My deposit', body: 'Over Tron.' })
  const heard = asked(page, calm.id)
  await before.person.ask('POST', `/tickets/${before.id}/messages`, { body: 'Are you there?' })
  await calm.person.ask('POST', `/tickets/${calm.id}/messages`, { body: 'Are you there?' })
  await heard
  assert.equal(await tones(page), 1)
  assert.ok(!questions.some((one) => one.includes(before.id)), 'what was suspected before is not asked about')
  const first = await theft(MEI)
  await until('it sounds', async () => (await tones(page)) === 2)
  const told = questions.length
  // More in the same ticket is not told again; the next one is.
  const again = await world.ticket(OMAR, { subject: 'My withdrawal', body: 'Since noon.' })
  const quiet = asked(page, again.id)
  await first.person.ask('POST', `/tickets/${first.id}/messages`, { body: `Again: ${PHRASE}` })
  await again.person.ask('POST', `/tickets/${again.id}/messages`, { body: 'Hello?' })
  await quiet
  await again.person.ask('POST', `/tickets/${again.id}/messages`, { body: `My words: ${PHRASE}` })
  await until('the other one sounds', async () => (await tones(page)) === 3)
  assert.ok(!questions.slice(told).some((one) => one.includes(first.id)), 'what was told is not asked about again')
})

journey(world, 'a ticket of the category of taken accounts sounds without the mark of risk, too', async ({ ada, mina }) => {
  const page = await world.page(mina)
  await listen(page, 'running')
  const byCategory = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('category') === 'theft')
  const learned = Promise.all([asked(page), byCategory])
  await page.goto(`${CONSOLE}settings/appearance`)
  await shows(box(page))
  await box(page).check()
  await learned
  const taken = await world.ticket(OMAR, { category: 'theft', subject: 'My account', body: 'Somebody else is in it.' })
  await until('it sounds', async () => (await tones(page)) === 1)
  assert.equal((await ada.ask('GET', `/tickets/${taken.id}`)).risk, 'none')
})

journey(world, 'a browser that forbids it is said beside the setting, and nothing sounds', async ({ mina }) => {
  const page = await world.page(mina)
  await listen(page, 'suspended')
  await page.goto(`${CONSOLE}settings/appearance`)
  await shows(page.getByText(/Browsers let a page sound only after a click or a key in it/))
  await tryIt(page).click()
  await shows(page.getByText('Your browser does not let this page sound.'))
  assert.equal(await tones(page), 0)
})
