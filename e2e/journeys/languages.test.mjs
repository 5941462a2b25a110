// Pages in other languages and in the other direction.
import assert from 'node:assert/strict'
import { CONSOLE, message, open } from '../harness/console.mjs'
import { journey, LENA, MEI, OMAR, World } from '../harness/desk.mjs'
import { shows } from '../harness/expect.mjs'
import { customer } from '../harness/people.mjs'
import { sound } from '../harness/site.mjs'

const world = World.shared((world) => world.staffed())

/** Where a customer goes, beside the ticket itself. */
const PATHS = ['/', '/tickets', '/tickets/new', '/tickets/new/other/text', '/tickets/new/other/check', '/verify', '/sessions', '/account']

/** What is wrong with a page in this language. */
async function translated(page, lang, path) {
  await sound(page, lang, path)
  // A missing message is written as its key.
  const keys = (await page.locator('body').innerText()).match(/\b(?:site|home|ticket|tickets|status|field|new-ticket)-[a-z-]+\b/g)
  assert.equal(keys, null, `${path} in ${lang}: words without a translation`)
}

/** Whether these letters stand from left to right, whatever the direction of the sentence around them. */
function runsFromLeft(locator, text) {
  return locator.first().evaluate((element, text) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { data } = walker.currentNode
      const from = data.indexOf(text)
      if (from < 0) continue
      const place = (offset) => {
        const range = new Range()
        range.setStart(walker.currentNode, offset)
        range.setEnd(walker.currentNode, offset + 1)
        return range.getBoundingClientRect().left
      }
      return place(from) < place(from + text.length - 1)
    }
    return false
  }, text)
}

for (const width of [1280, 390, 320]) {
  journey(world, `Arabic runs from right to left at ${width} px`, async () => {
    const { person, id } = await world.ticket(OMAR, { subject: 'لم يصل الإيداع', body: 'أرسلت 250 USDT عبر Tron.' })
    const page = await world.page(person, { locale: 'ar', viewport: { width, height: 800 } })
    for (const path of [...PATHS, `/tickets/${id}/escalation`, `/tickets/${id}`]) {
      await page.goto(path)
      await translated(page, 'ar', path)
    }
    await shows(page.getByText('أرسلت 250 USDT عبر Tron.'))
    assert.ok(await runsFromLeft(page.locator('.facts'), id), 'the number is written from left to right')
  })
}

/** Places of the header that lie over each other or beyond the edge, or a name of which nothing is seen. */
const crowded = (page) =>
  page.locator('.top .column').evaluate((column) => {
    const faults = []
    const boxes = [...column.children].map((child) => [child.className || child.tagName, child.getBoundingClientRect()])
    for (const [at, [name, box]] of boxes.entries()) {
      if (box.left < 0 || box.right > innerWidth + 0.5) faults.push(`${name} is beyond the edge`)
      for (const [other, its] of boxes.slice(at + 1)) {
        const over = Math.min(box.right, its.right) - Math.max(box.left, its.left)
        const above = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top)
        if (over > 0.5 && above > 0.5) faults.push(`${other} lies over ${name}`)
      }
    }
    if (column.querySelector('.brand-name').getBoundingClientRect().width < 40) faults.push('the name of the brand is not seen')
    return faults
  })

for (const locale of ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'ru', 'es', 'tr', 'vi', 'ar']) {
  journey(world, `the header has room on phones in ${locale}`, async () => {
    const page = await world.page(await customer(world.server, LENA), { locale })
    await page.goto('/')
    for (const width of [480, 390, 360, 320]) {
      await page.setViewportSize({ width, height: 800 })
      assert.deepEqual(await crowded(page), [], `${locale} at ${width} px`)
    }
  })
}

journey(world, 'Chinese is written with Chinese glyphs', async () => {
  const { person, id } = await world.ticket(MEI, { subject: '充值未到账', body: '我通过 Tron 转了 250 USDT。' })
  // Dark, wide and without JavaScript, as Chinese is read nowhere else here.
  const looks = { colorScheme: 'dark', javaScriptEnabled: false, viewport: { width: 1280, height: 800 } }
  const page = await world.page(person, { locale: 'zh-CN', ...looks })
  for (const path of [...PATHS, `/tickets/${id}/escalation`, `/tickets/${id}`]) {
    await page.goto(path)
    await translated(page, 'zh-Hans', path)
  }
  await shows(page.getByText('我通过 Tron 转了 250 USDT。'))
  assert.match(await page.locator('body').evaluate((one) => getComputedStyle(one).fontFamily), /Noto Sans CJK SC/)

  // The same words in a console that speaks English keep their own language.
  const agent = await world.page(world.mina)
  await open(agent, id)
  const body = message(agent, '我通过 Tron').locator('[lang]').first()
  assert.equal(await body.getAttribute('lang'), 'zh-Hans')
})

journey(world, 'the console speaks Chinese', async () => {
  const page = await world.page(world.mina)
  await page.goto(`${CONSOLE}settings/profile`)
  await page.getByLabel('Language').selectOption('zh-Hans')
  await page.getByRole('button', { name: 'Save' }).click()
  await shows(page.getByText('未分配').first())
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hans')
})
