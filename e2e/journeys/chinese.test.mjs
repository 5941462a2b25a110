// Somebody who reads only simplified Chinese: a deposit is missing, it is reported, answered, solved, opened again and taken
// further. On a phone and at a desk, with JavaScript and without.
import assert from 'node:assert/strict'
import { accessible } from '../harness/axe.mjs'
import { journey, MEI, World } from '../harness/desk.mjs'
import { shows, until } from '../harness/expect.mjs'
import { exchangeToken } from '../harness/people.mjs'
import { numberOf, PICTURE, sender, sound, state, thread } from '../harness/site.mjs'

const world = World.shared((world) => world.staffed())

const press = (page) => sender(page).click()
const asked = (page) => new URL(page.url()).pathname.split('/').at(-1)

/** What is wrong with a page that somebody who reads only Chinese would see. */
async function chinese(page, name) {
  await sound(page, 'zh-Hans', name)
  const text = await page.locator('main').innerText()
  const keys = text.match(/\b(?:site|home|ticket|tickets|status|step|files|field|new-ticket|escalate|nudge)-[a-z-]+\b/g)
  assert.equal(keys, null, `${name}: words without a translation`)
  assert.doesNotMatch(text, /\p{Script=Han}:/u, `${name}: a Latin colon after a Chinese word`)
  assert.doesNotMatch(text, /[。：，] \p{Script=Han}/u, `${name}: a space after a full-width mark`)
}

/** From the exchange to the question for a proof: only the hash is missing. */
async function toTheRecording(page, server, person) {
  await page.goto(`/exchange?token=${exchangeToken(server, person)}&to=/`)
  await chinese(page, 'home')
  await page.locator('form[action="/question"] [name="question"]').fill('我用 TRC20 充值 250 USDT，一直没到账')
  await page.locator('form[action="/question"] button').click()
  const category = page.locator('button[name="category"][value="deposit-not-credited"]').first()
  await shows(category.getByText('充值未到账'))
  await chinese(page, 'what fits')
  await category.click()
  await page.waitForURL(/\/questions\/tx$/)
  await chinese(page, 'the hash')
  await page.locator('button[name="lacking"]').click()
  await page.waitForURL(/\/questions\/platform$/)
  await page.locator('input[name="answer"][value="okx"]').check()
  await press(page)
  await page.waitForURL(/\/questions\/recording$/)
  await chinese(page, 'the recording')
}

for (const [width, javaScriptEnabled, colorScheme] of [[390, true, 'dark'], [390, false, 'light'], [1280, true, 'light']]) {
  const kind = `${width}-${javaScriptEnabled ? 'js' : 'plain'}`
  journey(world, `a missing deposit is reported and followed in Chinese at ${width} px, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const { server, mina } = world
    const person = { ...MEI, sub: `mei-${kind}`, email: `mei.${kind}@mail.example` }
    const page = await world.page(undefined, { locale: 'zh-CN', viewport: { width, height: 844 }, timezoneId: 'Asia/Shanghai', javaScriptEnabled, colorScheme })
    await toTheRecording(page, server, person)
    await page.locator('#files').setInputFiles(PICTURE)
    if (javaScriptEnabled) {
      // What the script joins, it joins as Chinese does.
      await until('the upload is told', async () => (await page.locator('[data-told]').textContent()) === 'deposit.png：上传完成')
    }
    await press(page)
    await until('every question was asked', async () => {
      if (asked(page) === 'check') return true
      const before = page.url()
      if (/questions\/(?!recording)/.test(before)) {
        await press(page)
        await page.waitForURL((url) => url.href !== before)
      }
      return false
    })
    await chinese(page, 'check')
    await page.locator('main form[action="/tickets"] .actions button').first().click()
    await page.waitForURL(/\/tickets\/PD-/)
    await shows(page.getByText('我们已收到您的消息'))
    await shows(state(page).getByText('我们正在处理'))
    // Nobody promised a time, and the page says so.
    await shows(state(page).getByText('目前没有承诺的答复时间。'))
    const number = numberOf(page)
    await chinese(page, 'sent')

    const answer = { body: '我们找到了您的转账，一小时内入账。', visibility: 'public', attachment_ids: [] }
    await mina.ask('POST', `/tickets/${number}/messages`, answer)
    if (!javaScriptEnabled) await page.reload()
    await shows(thread(page).getByText('我们找到了您的转账'))
    await page.locator('#body').fill('还没有看到，请再查一下。')
    await press(page)
    await shows(page.getByText('您的回复已发送。'))
    await page.locator('form[action$="/solution"] button').click()
    await shows(state(page).getByText('已解决。如未解决，请告诉我们'))
    await chinese(page, 'solved')
    await page.locator('form[action$="/reopening"] button').click()
    await shows(state(page).getByText('我们正在处理'))

    await page.getByRole('link', { name: '请求专家处理' }).click()
    await chinese(page, 'escalation')
    await page.locator('#body').fill('同样的信息问了两次。')
    await press(page)
    await shows(page.getByText('您的工单连同您的理由已转到上一级。'))
    await shows(page.locator('#life').getByText('您请求由专家处理'))
    await chinese(page, 'escalated')
    if (javaScriptEnabled) await accessible(page, `a ticket in Chinese at ${width} px`)
  })
}
