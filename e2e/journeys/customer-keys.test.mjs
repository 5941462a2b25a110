// The customer's side without a mouse and without a finger: a ticket is opened, answered, solved, opened again and taken further, a
// conversation is checked and every session ended, by keys alone. The same once more in Arabic, on a dark phone.
import assert from 'node:assert/strict'
import { accessible, refuseScripts } from '../harness/axe.mjs'
import { journey, LENA, OMAR, World } from '../harness/desk.mjs'
import { holds, shows, until } from '../harness/expect.mjs'
import { customer } from '../harness/people.mjs'
import { numberOf, sender, sound, state, thread } from '../harness/site.mjs'

const world = World.shared((world) => world.staffed())

/** Stops between the top of a page and what a journey looks for: more, and nobody finds it. */
const MOST_STOPS = 80

const focused = (locator) => locator.evaluateAll((all) => all.some((one) => one === document.activeElement))

/** Walks to something by the Tab key, which has to show where it is at each stop. */
async function walk(page, locator) {
  await shows(locator)
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await focused(locator)) {
      const outlined = await page.evaluate(() => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement)
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      })
      assert.ok(outlined, 'whoever walks by keys sees where they are')
      return
    }
    await page.keyboard.press('Tab')
  }
  assert.fail(`not reached by ${MOST_STOPS} stops: ${locator}`)
}

/** Walks to something and presses it. */
async function press(page, locator, key = 'Enter') {
  await walk(page, locator)
  await page.keyboard.press(key)
}

for (const javaScriptEnabled of [true, false]) {
  journey(world, `a ticket is opened and answered by keys alone, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const sub = javaScriptEnabled ? 'keys' : 'keys-plain'
    const lena = await world.page(await customer(world.server, { ...LENA, sub, email: `${sub}@mail.example` }), {
      javaScriptEnabled,
      colorScheme: javaScriptEnabled ? 'light' : 'dark',
    })
    const main = lena.getByRole('main')
    await lena.goto('/tickets')
    // The first stop leads past the header.
    await lena.keyboard.press('Tab')
    assert.ok(await focused(lena.locator('a.skip')))
    await lena.keyboard.press('Enter')
    await press(lena, main.getByRole('link', { name: 'Write to us' }))
    await lena.waitForURL('**/tickets/new')
    await press(lena, main.getByRole('link', { name: 'Other', exact: true }))
    await lena.waitForURL('**/tickets/new/other/text')

    // Sent with nothing in it, the summary has the focus, and its link leads to the field.
    await press(lena, main.getByRole('button', { name: 'Continue' }))
    const problem = lena.getByRole('alert').filter({ hasText: 'There is a problem' })
    await shows(problem)
    await press(lena, problem.getByRole('link', { name: 'Write what happened.' }))
    const body = lena.getByLabel('What happened?')
    await until('the field has the focus', () => focused(body))
    await lena.keyboard.type('The fee of my last trade is too high.')
    await press(lena, main.getByRole('button', { name: 'Continue' }), 'Space')
    // A picture helps and may be left out.
    await lena.waitForURL('**/tickets/new/other/questions/screenshot')
    await press(lena, main.getByRole('button', { name: 'Continue' }))
    await lena.waitForURL('**/tickets/new/other/check')
    await holds(lena.getByLabel('What happened?'), 'The fee of my last trade is too high.')
    await walk(lena, lena.getByLabel('Subject'))
    await lena.keyboard.press('Control+a')
    await lena.keyboard.type('Fee of a trade')
    await press(lena, main.getByRole('button', { name: 'Send', exact: true }))
    await shows(lena.getByText('We have your message'))
    const number = numberOf(lena)

    await walk(lena, lena.locator('#body'))
    await lena.keyboard.type('It was the trade of nine o’clock.')
    await press(lena, lena.locator('#reply-section').getByRole('button', { name: 'Send', exact: true }))
    await shows(lena.getByText('Your reply is sent.'))
    await shows(thread(lena).getByText('It was the trade of nine o’clock.'))

    await press(lena, main.getByRole('button', { name: 'It is solved' }))
    await shows(state(lena).getByText('Solved. Tell us if it is not'))
    await press(lena, main.getByRole('button', { name: 'It is not solved' }), 'Space')
    await shows(state(lena).getByText('We are working on it'))

    // What is folded opens by keys, and the way to somebody above is one of the stops.
    await press(lena, main.getByRole('link', { name: 'Ask for a specialist' }))
    await lena.waitForURL(`**/tickets/${number}/escalation`)
    if (javaScriptEnabled) await accessible(lena, 'the page that asks for a specialist, by keys')
    await press(lena, main.getByRole('link', { name: 'Leave it as it is' }))
    await shows(thread(lena))
    await press(lena, main.getByRole('link', { name: 'Ask for a specialist' }))
    await walk(lena, lena.getByLabel('What went wrong so far?'))
    await lena.keyboard.type('I was asked for the same trade twice.')
    await press(lena, main.getByRole('button', { name: 'Ask for it', exact: true }))
    await shows(lena.getByText('Your ticket goes to the tier above, with your reason.'))

    // A conversation is checked, and every session ended. Which file it is, the browser's own window asks.
    await lena.goto('/verify')
    const file = lena.getByLabel('Conversation file')
    await walk(lena, file)
    await file.setInputFiles({ name: 'conversation', mimeType: 'application/json', buffer: Buffer.from('[[[') })
    await press(lena, main.getByRole('button', { name: 'Check', exact: true }), 'Space')
    await shows(lena.getByRole('heading', { name: 'Not a conversation file' }))
    await lena.goto('/sessions')
    await press(lena, main.getByRole('button', { name: 'Sign out everywhere' }))
    await shows(lena.getByText('You are signed out everywhere.'))
  })
}

journey(world, 'everything of a ticket is done by keys in Arabic, on a dark phone without JavaScript', async ({ mina }) => {
  const person = await customer(world.server, { ...OMAR, sub: 'omar-keys', email: 'omar.keys@mail.example' })
  const looks = { locale: 'ar', colorScheme: 'dark', viewport: { width: 390, height: 844 } }
  const omar = await world.page(person, { ...looks, javaScriptEnabled: false })
  const beside = await world.page(person, looks)
  await refuseScripts(beside)
  const main = omar.getByRole('main')
  const button = sender(omar)
  /** What is wrong with the page that is open. */
  const faultless = async (name) => {
    await beside.goto(omar.url())
    await sound(beside, 'ar', name)
    await accessible(beside, `${name}, in Arabic, dark, narrow and without scripts`)
  }

  await omar.goto('/')
  await faultless('home')
  await press(omar, main.locator('a[href="/tickets/new"]'))
  await omar.waitForURL('**/tickets/new')
  await faultless('the categories')
  await press(omar, main.locator('a[href="/tickets/new/other"]'))
  await omar.waitForURL('**/tickets/new/other/text')
  await faultless('the text')
  await walk(omar, omar.locator('#body'))
  await omar.keyboard.type('رسوم صفقتي الأخيرة مرتفعة جدًا.')
  await press(omar, button)
  await omar.waitForURL('**/tickets/new/other/questions/screenshot')
  await faultless('a question')
  await press(omar, button)
  await omar.waitForURL('**/tickets/new/other/check')
  await faultless('the check')
  await walk(omar, omar.locator('#subject'))
  await omar.keyboard.press('Control+a')
  await omar.keyboard.type('رسوم صفقة')
  await press(omar, main.locator('form[action="/tickets"] .actions button').first())
  await omar.waitForURL(/\/tickets\/PD-/)
  const number = numberOf(omar)

  await mina.ask('POST', `/tickets/${number}/messages`, { body: 'ما رقم الصفقة؟', visibility: 'public', attachment_ids: [] })
  await omar.goto(`/tickets/${number}`)
  await shows(thread(omar).getByText('ما رقم الصفقة؟'))
  await walk(omar, omar.locator('#body'))
  await omar.keyboard.type('كانت صفقة الساعة التاسعة.')
  await press(omar, omar.locator('#reply-section form > .actions button'))
  await shows(omar.getByText('تم إرسال ردك.'))
  await shows(thread(omar).getByText('كانت صفقة الساعة التاسعة.'))
  await faultless('the ticket')

  await press(omar, main.locator('form[action$="/solution"] button'))
  await shows(main.locator('form[action$="/reopening"] button'))
  await faultless('the ticket when it is solved')
  await press(omar, main.locator('form[action$="/reopening"] button'))
  await shows(state(omar).getByText('نعمل على تذكرتك'))

  await press(omar, omar.locator('#life a[href$="/escalation"]'))
  await omar.waitForURL(`**/tickets/${number}/escalation`)
  await faultless('the page that asks for a specialist')
  await walk(omar, omar.locator('#body'))
  await omar.keyboard.type('سُئلت مرتين عن الصفقة نفسها.')
  await press(omar, button)
  await shows(omar.getByText('انتقلت تذكرتك إلى المستوى الأعلى مع سببك.'))

  // The conversation as a file. The browser's own window asks where to put it, and which one is checked.
  const taken = omar.locator('a[href*="transcript.html"]').first()
  await walk(omar, taken)
  const path = await taken.getAttribute('href')
  const buffer = await until('the conversation can be taken', async () => {
    const answer = await omar.context().request.get(path)
    return answer.status() === 200 && answer.body()
  })
  await press(omar, main.locator('a[href="/verify"]'))
  await omar.waitForURL('**/verify')
  await faultless('the page that checks conversations')
  const file = omar.locator('#transcript')
  await walk(omar, file)
  await file.setInputFiles({ name: 'conversation.html', mimeType: 'text/html', buffer })
  await press(omar, main.locator('form[action="/verify"] button'))
  await shows(omar.getByRole('heading', { level: 2, name: 'أصلي', exact: true }))

  await omar.goto('/tickets')
  await faultless('the tickets')
  await press(omar, omar.locator('details.menu:has(a[href="/sessions"]) summary'))
  await press(omar, omar.locator('details.menu a[href="/sessions"]'))
  await omar.waitForURL('**/sessions')
  await faultless('where they are signed in')
  await press(omar, main.locator('form[action="/sessions"] button'))
  await shows(omar.getByText('سُجّل خروجك من كل مكان.'))
})
