// What a customer does with tickets, from the recording of a new one to the end of every session, in light and dark, as wide as a desk
// and as a phone, in three languages, with JavaScript and without: any two of these meet in one of six ways.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before } from 'node:test'
import { accessible } from '../harness/axe.mjs'
import { browser } from '../harness/browser.mjs'
import { messages, open } from '../harness/console.mjs'
import { Demo } from '../harness/demo.mjs'
import { journey, World } from '../harness/desk.mjs'
import { hides, shows, until, words } from '../harness/expect.mjs'
import { cutOff, numberOf, said, sender, sound, state, thread } from '../harness/site.mjs'
import { poorWire } from '../harness/wire.mjs'

const LOOKS = [
  { lang: 'en', colorScheme: 'light', width: 1280, javaScriptEnabled: true },
  { lang: 'en', colorScheme: 'dark', width: 390, javaScriptEnabled: false },
  { lang: 'zh-Hans', colorScheme: 'light', width: 390, javaScriptEnabled: true },
  { lang: 'zh-Hans', colorScheme: 'dark', width: 1280, javaScriptEnabled: false },
  { lang: 'ar', colorScheme: 'light', width: 390, javaScriptEnabled: false },
  { lang: 'ar', colorScheme: 'dark', width: 1280, javaScriptEnabled: true },
]

/** What the customer writes. */
const WORDS = {
  en: { subject: 'A larger button', body: 'I sent 250 USDT and the button is too small.', reply: 'It is still too small.', reason: 'I was asked twice.' },
  'zh-Hans': { subject: '按钮太小', body: '我转了 250 USDT，按钮太小。', reply: '还是太小。', reason: '同样的信息问了两次。' },
  ar: { subject: 'زر أكبر', body: 'أرسلت 250 USDT والزر صغير جدًا.', reply: 'ما زال صغيرًا.', reason: 'سُئلت مرتين عن الأمر نفسه.' },
}
const ANSWER = 'The next version has a larger one.'
const LARGE_BYTES = 6 * 1024 * 1024
/** The demo lives through ninety days first. */
const DEMO_MS = 600_000

// Only the demo has customers who have waited for an hour.
const world = new World()
let demo
before(
  async () => {
    ;[demo, world.browser] = await Promise.all([Demo.start(), browser()])
    // What a visit needs of a desk is where it is.
    world.server = { url: demo.url, log: '' }
  },
  { timeout: DEMO_MS },
)
after(
  async () => {
    await world.browser?.close()
    await demo?.end()
  },
  { timeout: DEMO_MS },
)

const administrator = () => demo.person({ isConsole: true }, { administrator: true })

const LOCALES = { en: 'en-GB', 'zh-Hans': 'zh-CN', ar: 'ar' }

/** How a browser of these looks is opened. */
const options = ({ lang, colorScheme, width, javaScriptEnabled }) =>
  ({ locale: LOCALES[lang], colorScheme, javaScriptEnabled, viewport: { width, height: 844 } })

/** A page of one customer, in one of the looks. */
class Visit {
  constructor(page, wire, look) {
    const { lang, colorScheme, width, javaScriptEnabled } = look
    Object.assign(this, { page, wire, look, lang, isLive: javaScriptEnabled, words: WORDS[lang] })
    this.name = `${lang}, ${colorScheme}, ${width} px, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`
  }

  /** Something that the page says in its language. */
  says(key, within = this.page) {
    return shows(within.getByText(words(said(this.lang, key))))
  }

  async looks(where) {
    await sound(this.page, this.lang, `${where} (${this.name})`)
    if (this.isLive) await accessible(this.page, `${where} (${this.name})`)
  }

  /** What another one has done is there by itself, or when the page is asked for again. */
  async follow() {
    if (!this.isLive) await this.page.reload()
  }
}

/** An hour has gone by without an answer: whether anybody is there, and then somebody who may do more. */
async function asksAfterIt(visit, number) {
  const { page, lang } = visit
  await page.goto(`/tickets/${number}`)
  await visit.looks('a ticket that waits')
  const life = page.locator('#life')
  const nudge = life.getByRole('button', { name: said(lang, 'nudge'), exact: true })
  await nudge.press('Enter')
  await visit.says('notice-nudged')
  await visit.says('step-nudged', life)
  // One may ask again in some hours, and not before.
  await hides(nudge)
  await shows(life.locator('.wait .hint'))
  const agent = await world.page(await administrator())
  await open(agent, number)
  await shows(messages(agent).getByText(words('asked whether anybody is there')).first())
  await agent.close()

  await life.locator('a[href$="/escalation"]').click()
  await page.waitForURL('**/escalation')
  await visit.looks('asking for a specialist')
  await page.locator('#body').fill(visit.words.reason)
  await sender(page).click()
  await visit.says('notice-escalated')
  await shows(thread(page).getByText(visit.words.reason))
  await visit.looks('a ticket that went above')
}

/** A recording goes up over a connection that drops in the middle of it. */
async function sendsOverACut({ page, wire, isLive, lang, name }, recording) {
  await page.goto('/tickets/new/suggestion/questions/screenshot')
  wire.holdAfter(LARGE_BYTES / 2)
  await page.locator('#files').setInputFiles(recording)
  if (isLive) {
    const upload = page.locator('.uploads > li')
    await until('a part is there', () => wire.isHeld)
    wire.cut()
    await shows(upload.getByText(said(lang, 'files-away')))
    await sound(page, lang, `cut (${name})`)
    wire.mend()
    await shows(upload.getByText(said(lang, 'files-done')))
    await sender(page).click()
    return
  }
  await cutOff(page, wire)
  await page.goto('/tickets/new/suggestion/questions/screenshot')
  await page.locator('#files').setInputFiles(recording)
  await sender(page).click()
}

/** What the desk keeps of the recording. */
async function kept(number) {
  const ingrid = await administrator()
  const files = await ingrid.filesOf(number)
  assert.equal(files.length, 1, 'the recording is there once')
  return ingrid.bytesOf(files[0])
}

/** Opens a ticket with the recording; answers its number. */
async function opens(visit) {
  const { page } = visit
  const recording = { name: 'recording.bin', mimeType: 'application/octet-stream', buffer: randomBytes(LARGE_BYTES) }
  await sendsOverACut(visit, recording)
  await page.waitForURL((url) => !url.pathname.endsWith('/screenshot'))
  await visit.looks('after the recording')
  if (!page.url().endsWith('/check')) {
    await page.locator('#body').fill(visit.words.body)
    await sender(page).click()
    await page.waitForURL('**/check')
  }
  await page.locator('#subject').fill(visit.words.subject)
  await visit.looks('the check')
  await page.locator('main form[action="/tickets"] .actions button').first().click()
  await page.waitForURL(/\/tickets\/PD-/)
  await visit.looks('a new ticket')
  await shows(thread(page).getByText(recording.name))
  const number = numberOf(page)
  assert.ok(recording.buffer.equals(await kept(number)), 'byte for byte')
  return number
}

/** It is answered, replied to, solved and opened again. */
async function talks(visit, number) {
  const { page } = visit
  const answer = { body: ANSWER, visibility: 'public', attachment_ids: [] }
  await (await administrator()).ask('POST', `/tickets/${number}/messages`, answer)
  await visit.follow()
  await shows(thread(page).getByText(ANSWER))
  await page.locator('#body').fill(visit.words.reply)
  await page.locator('#reply-section form > .actions button').click()
  await visit.says('notice-reply-sent')
  await shows(thread(page).getByText(visit.words.reply))
  await page.locator('form[action$="/solution"] button').click()
  await visit.says('status-solved', state(page))
  await visit.looks('a solved ticket')
  await page.locator('form[action$="/reopening"] button').click()
  await hides(page.locator('form[action$="/reopening"] button'))
  await visit.says('status-open', state(page))
}

/** The conversation as a file is genuine, and one that was changed is not. */
async function verifies(visit) {
  const { page, lang, look } = visit
  const path = await page.locator('a[href*="transcript.html"]').first().getAttribute('href')
  const html = await until('the conversation can be taken', async () => {
    const answer = await page.context().request.get(path)
    return answer.status() === 200 && answer.body()
  })
  const forged = Buffer.from(html.toString().replaceAll('250 USDT', '950 USDT'))
  // Whoever was shown the file may be anybody.
  const stranger = new Visit(await world.page(undefined, options(look)), undefined, look)
  for (const [buffer, verdict] of [[html, 'verify-genuine'], [forged, 'verify-changed']]) {
    await stranger.page.goto('/verify')
    await stranger.page.locator('#transcript').setInputFiles({ name: 'conversation.html', mimeType: 'text/html', buffer })
    await stranger.page.locator('main form[action="/verify"] button').click()
    await shows(stranger.page.getByRole('heading', { level: 2, name: said(lang, verdict), exact: true }))
    await stranger.looks(verdict)
  }
  await stranger.page.context().close()
}

async function signsOut(visit, number) {
  const { page } = visit
  await page.goto('/sessions')
  await visit.looks('the sessions')
  await page.locator('form.aside[action="/sessions"] button').click()
  await visit.says('notice-signed-out-everywhere')
  await page.goto(`/tickets/${number}`)
  await hides(thread(page))
  await visit.looks('signed out')
}

for (const look of LOOKS) {
  const { lang, colorScheme, width, javaScriptEnabled } = look
  const how = javaScriptEnabled ? 'with' : 'without'
  journey(world, `a customer goes the whole way in ${lang}, in ${colorScheme}, at ${width} px, ${how} JavaScript`, async () => {
    const { person, number } = await demo.waiting()
    const wire = await poorWire(demo.url)
    const page = await world.page(person, { ...options(look), baseURL: wire.url })
    // The customer may read any of ten languages; what they chose in this browser comes before it.
    await page.context().addCookies([{ name: 'lang', value: lang, url: demo.url }])
    const visit = new Visit(page, wire, look)
    await asksAfterIt(visit, number)
    const own = await opens(visit)
    await talks(visit, own)
    await verifies(visit)
    await signsOut(visit, own)
    await page.context().close()
    await wire.close()
  })
}
