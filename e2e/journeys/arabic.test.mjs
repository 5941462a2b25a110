// Somebody who reads only Arabic, on a phone: a deposit is missing, a recording of the screen is the only proof, the connection
// drops while it goes up, the browser is closed, and the mail's link leads back. With JavaScript and without.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { journey, OMAR, World } from '../harness/desk.mjs'
import { shows, until } from '../harness/expect.mjs'
import { film } from '../harness/film.mjs'
import { exchangeToken } from '../harness/people.mjs'
import { postOffice } from '../harness/post.mjs'
import { cutOff, numberOf, sender, sound, thread } from '../harness/site.mjs'
import { poorWire } from '../harness/wire.mjs'

/** Set, what every page of the journey looks like is kept for people to look at. */
const SHOTS = process.env.PROOFDESK_E2E_SHOTS
// Before the desk, which has to know where it is.
const office = await postOffice()
const world = World.shared(
  async (world) => {
    await world.staffed()
    const [brand] = (await world.ada.ask('GET', '/brands')).items
    await world.ada.ask('PUT', `/brands/${brand.id}/promise`, { answer_within_min: 240 })
    // The development page stands for the exchange, and signs as it would.
    await world.ada.ask('PUT', `/brands/${brand.id}/sign-in-page`, { url: `${world.server.url}/development` })
    // Films are made by a browser; one is enough for all.
    world.film = await film(await world.page(), 480, 854, { noisy: true })
    await world.leave()
  },
  () => ({ ...office.settings, PROOFDESK__WEBHOOKS__ALLOW_HTTP: 'true' }),
)

after(() => office.close())

const PHONE = { locale: 'ar', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, timezoneId: 'Asia/Riyadh' }
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
const press = (page) => sender(page).click()
const asked = (page) => new URL(page.url()).pathname.split('/').at(-1)

/** What is wrong with a page that somebody who reads only Arabic would see; it is photographed for who wants to see it. */
async function look(page, name) {
  await sound(page, 'ar', name)
  if (!SHOTS) return
  const folder = join(fileURLToPath(new URL('../results/', import.meta.url)), SHOTS)
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

const direction = (locator) => locator.evaluate((one) => getComputedStyle(one).direction)

/** From the exchange to the question for the recording: only the hash is missing. */
async function toTheRecording(page, { server }, person, shot) {
  await page.goto(`/exchange?token=${exchangeToken(server, person)}&to=/`)
  await shot('1-home')
  const box = page.locator('form[action="/question"] [name="question"]')
  assert.equal(await direction(box), 'rtl', 'an empty box shows its hint from the right')
  await box.fill('أرسلت 250 USDT عبر شبكة TRC20 ولم تصل إلى حسابي')
  await page.locator('form[action="/question"] button').click()
  await page.locator('button[name="category"][value="deposit-not-credited"]').first().waitFor()
  await shot('2-what-fits')
  await page.locator('button[name="category"][value="deposit-not-credited"]').first().click()
  await page.waitForURL(/\/questions\/tx$/)
  await shot('3-hash')
  await page.locator('button[name="lacking"]').click()
  await page.waitForURL(/\/questions\/platform$/)
  await page.locator('input[name="answer"][value="okx"]').check()
  await shot('4-platform')
  await press(page)
  await page.waitForURL(/\/questions\/recording$/)
}

/** The film with the desk's own eyes. */
async function kept(world, number) {
  const files = await world.mina.filesOf(number)
  assert.equal(files.length, 1, 'the film is there once')
  return { file: files[0], bytes: await world.mina.bytesOf(files[0]) }
}

for (const javaScriptEnabled of [true, false]) {
  const kind = javaScriptEnabled ? 'js' : 'plain'
  journey(world, `a missing deposit is reported in Arabic on a phone, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const { server, mina } = world
    const person = { ...OMAR, sub: `omar-${kind}`, email: `omar.${kind}@mail.example` }
    const recording = { name: 'تسجيل الشاشة.webm', mimeType: 'video/webm', buffer: world.film }
    const phone = await poorWire(server.url)
    // Whoever has no JavaScript has a dark phone, so that both are seen.
    const own = { ...PHONE, javaScriptEnabled, colorScheme: javaScriptEnabled ? 'light' : 'dark' }
    let page = await world.page(undefined, { ...own, baseURL: phone.url })
    const shot = (name) => look(page, `${kind}-${name}`)
    await toTheRecording(page, world, person, shot)

    // The connection drops in the middle of the film.
    phone.holdAfter(world.film.length / 3)
    if (javaScriptEnabled) {
      await page.locator('#files').setInputFiles(recording)
      await until('a part is there', () => phone.isHeld)
      phone.cut()
      await page.locator('.uploads > li').getByText('انقطع الاتصال').first().waitFor()
      await shot('5-cut')
      phone.mend()
      await page.locator('.uploads > li').getByText('وصل').first().waitFor()
      await shot('6-arrived')
      await press(page)
    } else {
      await page.locator('#files').setInputFiles(recording)
      await shot('5-chosen')
      await cutOff(page, phone)
      // The page is gone, and everything that was answered is not: the draft leads back to the same question.
      await page.goto('/tickets/new')
      await shot('6-draft')
      await page.locator('main a[href^="/tickets/new/deposit-not-credited"]').first().click()
      await page.waitForURL(/\/questions\/recording$/)
      await page.locator('#files').setInputFiles(recording)
      await press(page)
    }
    // What helps is asked one by one, and may be left out.
    await until('every question was asked', async () => {
      if (asked(page) === 'check') return true
      const before = page.url()
      if (/questions\/(?!recording)/.test(before)) {
        await press(page)
        await page.waitForURL((url) => url.href !== before)
      }
      return false
    })
    await shot('7-check')
    await page.locator('main form[action="/tickets"] .actions button').first().click()
    await page.waitForURL(/\/tickets\/PD-/)
    const number = numberOf(page)
    await shot('8-sent')
    // What the receipt promises stands here too, with its moment.
    assert.match(await page.locator('.state-next').innerText(), /يصلك ردنا قبل.*\d:\d\d/)
    const { file, bytes } = await kept(world, number)
    assert.equal(file.file_name, recording.name)
    assert.equal(sha256(bytes), sha256(world.film), 'byte for byte')

    // The browser is closed; all that is left is the mail.
    await page.context().close()
    await phone.close()
    const receipt = await office.mail(person.email, (mail) => mail.text.includes(number))
    assert.match(receipt.head, /content-language: ar/i)
    assert.match(receipt.html, /dir="rtl"/)
    const answerBy = /[0-2]?\d:\d\d/
    assert.match(receipt.text, answerBy, 'the mail names the time of the promise')
    const link = new RegExp(`${server.url}/\\S*${number}`).exec(receipt.text)?.[0]
    assert.ok(link, receipt.text)
    await mina.ask('POST', `/tickets/${number}/messages`, {
      body: 'وجدنا التحويل في تسجيلك، وسيُضاف إلى حسابك خلال ساعة.', visibility: 'public', attachment_ids: [],
    })

    page = await world.page(undefined, own)
    await page.goto(link)
    await shot('9-sign-in')
    // By the exchange's page, which leads whoever signs in back to where they wanted to go.
    await page.locator(`main .card .actions a[href^="${server.url}/development?to="]`).first().click()
    await page.locator(`form.person:has(input[value="${person.sub}"]) button`).click()
    await page.waitForURL(new RegExp(number))
    await shows(thread(page).getByText('وجدنا التحويل في تسجيلك'))
    await shows(thread(page).locator('video'))
    const life = page.locator('#life')
    const steps = await life.locator('li').allInnerTexts()
    assert.ok(steps.length >= 3, `done, now and next: ${steps}`)
    for (const step of steps) assert.match(step, /\p{Script=Arabic}/u, 'each step in Arabic')
    await shot('10-back')
    await page.locator('#given summary').click()
    await shot('11-answers')
    assert.match(await page.locator('#given').innerText(), /OKX/)
    const told = await office.mail(person.email, (mail) => mail.text.includes('وجدنا التحويل'))
    assert.match(told.text, new RegExp(number))
  })
}
