// The help centre: read without JavaScript in two scripts, written in the console, and written by two at once.
import assert from 'node:assert/strict'
import { accessibleInBoth } from '../harness/axe.mjs'
import { field, open } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, holds, shows, until, words } from '../harness/expect.mjs'
import { PICTURE } from '../harness/site.mjs'

const world = World.shared(async (world) => {
  await world.staffed()
  await world.ada.ask('PUT', '/help-sections/fees', {
    position: 1,
    names: [
      { lang: 'en', name: 'Fees' },
      { lang: 'zh-Hans', name: '费用' },
      { lang: 'ar', name: 'الرسوم' },
    ],
  })
})

const BODY = { en: '## First {#first}\n\nWhat it costs.', 'zh-Hans': '## 第一 {#first}\n\n费用如下。', ar: '## أولًا {#first}\n\nهذه هي الرسوم.' }

/** An article in three languages, published. */
async function article(slug, kind = 'guide') {
  const { id } = await world.ada.ask('POST', '/articles', {
    slug, kind, section: 'fees', audience: 'public', lang: 'en', review_days: 90, title: `Costs ${slug}`, summary: 'All of them.', body: BODY.en,
  })
  for (const lang of ['zh-Hans', 'ar']) {
    await world.ada.ask('PUT', `/articles/${id}/texts/${lang}`, { title: `${lang} ${slug}`, summary: lang, body: BODY[lang], source_number: 1 })
  }
  for (const lang of Object.keys(BODY)) {
    await world.ada.ask('PUT', `/articles/${id}/texts/${lang}/status`, { status: 'published' }, { 'if-match': '"1"' })
  }
  return id
}

journey(world, 'a reader finds an article in Chinese and Arabic without JavaScript and says whether it helped', async () => {
  await article('reading')
  const reader = await world.page(undefined, { javaScriptEnabled: false, colorScheme: 'dark' })
  for (const [lang, dir, text] of [['zh-Hans', 'ltr', '费用如下。'], ['ar', 'rtl', 'هذه هي الرسوم.']]) {
    await reader.goto(`/${lang}/help`)
    assert.equal(await reader.locator('html').getAttribute('dir'), dir)
    await reader.getByRole('link', { name: words(`${lang} reading`) }).first().click()
    await shows(reader.getByText(text))
    assert.equal(await reader.locator('article').getAttribute('lang'), lang)
  }
  await reader.locator('form.yes button').click()
  await shows(reader.getByRole('status'))
  await reader.goto('/ko/help/reading')
  await shows(reader.getByText('What it costs.'))
  assert.equal(await reader.locator('article').getAttribute('lang'), 'en')
})

journey(world, 'an editor writes and publishes, and the reader sees it', async () => {
  const editor = await world.page(world.ada)
  await editor.goto('/console/help')
  await editor.getByRole('button', { name: 'New article' }).click()
  await editor.getByLabel('Title', { exact: true }).fill('How long it takes')
  await editor.getByLabel('Summary').fill('A few minutes.')
  await editor.getByRole('button', { name: 'Create a draft' }).click()
  await editor.getByLabel('Text', { exact: true }).fill('It takes **ten** minutes.')
  await shows(editor.locator('.prose strong', { hasText: 'ten' }))
  await editor.getByRole('button', { name: 'Save a new version' }).click()
  await shows(editor.getByText(words('Saved as a draft.')))
  const reader = await world.page(undefined, { javaScriptEnabled: false })
  assert.equal((await reader.goto('/en/help/how-long-it-takes')).status(), 404)
  await editor.getByRole('button', { name: 'Publish' }).click()
  await shows(editor.getByText('Published.', { exact: true }))
  await reader.goto('/en/help/how-long-it-takes')
  await shows(reader.getByText('It takes ten minutes.'))
})

journey(world, 'two editors at once never overwrite each other', async () => {
  const id = await article('crossing')
  const [one, other] = [await world.page(world.ada), await world.page(world.ada)]
  for (const page of [one, other]) await page.goto(`/console/help/${id}/en`)
  await one.getByLabel('Text', { exact: true }).fill('The first was faster.')
  await one.getByRole('button', { name: 'Save a new version' }).click()
  await shows(one.getByText(words('Saved as a draft.')))
  const text = other.getByLabel('Text', { exact: true })
  await text.fill('The second was slower.')
  await other.getByRole('button', { name: 'Save a new version' }).click()
  await shows(other.getByText('Somebody else saved this text meanwhile'))
  await shows(other.locator('del', { hasText: 'The first was faster.' }))
  await holds(text, 'The second was slower.')
  await other.getByRole('button', { name: 'Review, then save yours' }).click()
  await hides(other.getByText('Somebody else saved this text meanwhile'))
})

journey(world, 'an editor changes where an article stands, and its old address leads on', async () => {
  await article('moving')
  const editor = await world.page(world.ada)
  await editor.goto('/console/help')
  await editor.getByRole('link', { name: 'Sections' }).click()
  await editor.getByRole('button', { name: 'New section' }).click()
  await editor.getByLabel('Address', { exact: true }).fill('costs')
  await editor.getByLabel('English', { exact: true }).fill('Costs')
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await shows(editor.getByText('costs', { exact: true }))
  await editor.getByRole('button', { name: words('Move Costs up') }).click()
  await shows(editor.getByText(words('Costs is in place 1.')))
  await editor.goto('/console/help')
  await editor.getByRole('link', { name: 'Costs moving' }).click()
  await editor.getByText('Settings in every language').click()
  await editor.getByLabel('Section', { exact: true }).selectOption('costs')
  await editor.getByLabel('Address', { exact: true }).fill('moved')
  await editor.getByLabel('Owner', { exact: true }).selectOption({ index: 1 })
  await editor.getByLabel('Review every (days)').fill('20')
  await editor.getByRole('button', { name: 'Save the settings' }).click()
  await shows(editor.getByText('The settings are saved.'))
  const reader = await world.page(undefined, { javaScriptEnabled: false })
  await reader.goto('/en/help/moving')
  assert.equal(new URL(reader.url()).pathname, '/en/help/moved')
  await reader.goto('/en/help/sections/costs')
  await shows(reader.getByRole('link', { name: words('Costs moving') }))
  // It is due in 20 days, so it is among what is to be read again.
  await editor.goto('/console/help/reviews')
  await editor.getByLabel('Whose').selectOption('all')
  await shows(editor.getByRole('link', { name: 'Costs moving' }))
})

journey(world, 'an editor sees which links lead nowhere', async () => {
  const { id } = await world.ada.ask('POST', '/articles', {
    slug: 'leading', kind: 'guide', section: 'fees', audience: 'public', lang: 'en', review_days: 90, title: 'Leading on', summary: 'On.',
    body: '[there]({{link.article.nothing-here}})',
  })
  await world.ada.ask('PUT', `/articles/${id}/texts/en/status`, { status: 'published' }, { 'if-match': '"1"' })
  const editor = await world.page(world.ada)
  await editor.goto('/console/help/missing')
  const row = editor.getByRole('row', { name: /Leading on/ })
  await shows(row.getByText('There is no such article'))
  await shows(row.getByText('nothing-here'))
})

journey(world, 'two brackets in a reply ask for an article, and become the link to it', async () => {
  await article('linking')
  const { id } = await world.ticket(LENA, { subject: 'Fees', body: 'What does it cost?' })
  await until('the article is in the index', async () => {
    const answer = await fetch(`${world.server.url}/api/v1/help/search?q=linking&lang=en&limit=10&typing=true`)
    return answer.ok && (await answer.json()).items.some(({ slug }) => slug === 'linking')
  }, 60_000)
  const page = await world.page(world.mina)
  await open(page, id)
  await field(page).pressSequentially('Read [[')
  const box = page.getByRole('combobox', { name: 'Link to a help article' })
  await shows(box)
  await page.keyboard.press('Escape')
  await hides(box)
  await holds(field(page), 'Read [[')
  await field(page).press('Backspace')
  await field(page).press('[')
  await shows(box)
  await box.fill('linking')
  await shows(page.getByRole('option', { name: 'Costs linking', selected: true }))
  await page.keyboard.press('Enter')
  await holds(field(page), `Read [Costs linking](${new URL(page.url()).origin}/en/help/linking)`)
})

journey(world, 'whoever looks for an article to link is told that only a runbook fits, and no longer of the words before', async () => {
  const { id: runbook } = await world.ada.ask('POST', '/articles', {
    slug: 'cellar', kind: 'guide', section: 'fees', audience: 'internal', lang: 'en', review_days: 90, title: 'Cellar', summary: 'Of the cellar.', body: 'In the cellar.',
  })
  await world.ada.ask('PUT', `/articles/${runbook}/texts/en/status`, { status: 'published' }, { 'if-match': '"1"' })
  const { id } = await world.ticket(LENA, { subject: 'Below', body: 'What is below?' })
  await until('the runbook is in the index', async () => {
    // Refused while there is no whole index.
    const { items } = await world.mina.ask('GET', '/help/search?q=cellar&lang=en&limit=10&typing=true').catch(() => ({ items: [] }))
    return items.some(({ slug }) => slug === 'cellar')
  }, 60_000)
  const page = await world.page(world.mina)
  await open(page, id)
  await field(page).pressSequentially('[[')
  const picker = page.getByRole('dialog', { name: 'Link to a help article' })
  const box = picker.getByRole('combobox')
  await box.fill('cellar')
  await shows(picker.getByText('What fits is for agents alone'))

  // What is asked waits for the test, which says what becomes of it.
  const asked = []
  await page.route('**/api/v1/help/search*', (route) => void asked.push(route))
  await box.fill('zzyzx')
  await until('it was looked for', () => asked.length === 1)
  await asked[0].abort()
  const refusal = picker.getByText('The desk does not answer.')
  await shows(refusal)
  await box.fill('zzyzxq')
  await until('it was looked for again', () => asked.length === 2)
  await hides(refusal)
  await shows(picker.getByText('Looking for articles'))
  await asked[1].continue()
  await shows(picker.getByText('No article has these words.'))
})

journey(world, 'articles and runbooks stand beside a ticket, and a link to one goes into the reply', async ({ ada, mina }) => {
  const titles = { waiting: 'Deposits that wait', 'tron-nodes': 'What to ask the Tron nodes', stamps: 'Stamps and seals' }
  for (const [slug, title] of Object.entries(titles)) {
    const audience = slug === 'tron-nodes' ? 'internal' : 'public'
    const categories = slug === 'stamps' ? [] : ['deposit-not-credited']
    const { id } = await ada.ask('POST', '/articles', {
      slug, kind: 'guide', section: 'fees', audience, lang: 'en', review_days: 90, title, summary: 'All of it.', body: 'Words.', categories,
    })
    await ada.ask('PUT', `/articles/${id}/texts/en/status`, { status: 'published' }, { 'if-match': '"1"' })
  }
  await until('the article is in the index', async () => {
    const answer = await fetch(`${world.server.url}/api/v1/help/search?q=stamps&lang=en&limit=10&typing=true`)
    return answer.ok && (await answer.json()).items.some(({ slug }) => slug === 'stamps')
  }, 60_000)
  const { id } = await world.ticket(LENA, { subject: 'My deposit is late', body: 'Sent over Tron.' })
  const page = await world.page(mina)
  await open(page, id)
  const card = page.getByRole('region', { name: 'Help articles' })
  const runbook = card.getByRole('listitem').filter({ hasText: titles['tron-nodes'] })
  await shows(runbook.getByText('For agents'))
  assert.equal(await runbook.getByRole('button').count(), 0, 'what no customer can open is not offered to them')
  await shows(card.getByRole('link', { name: titles.waiting }))
  await accessibleInBoth(page, 'articles beside a ticket')

  // What is about something else is found by its words.
  const sought = card.getByLabel('Search articles')
  await sought.fill('zzzzqqqq')
  await shows(card.getByText('No article has these words.'))
  await sought.fill('stamps')
  const found = card.getByRole('link', { name: titles.stamps })
  await shows(found)
  assert.equal(await found.getAttribute('href'), '/en/help/stamps')
  await hides(card.getByRole('link', { name: titles.waiting }))

  // A refusal goes with the words that it was about. What is asked waits for the test, which says what becomes of it.
  const asked = []
  await page.route('**/api/v1/help/search*', (route) => void asked.push(route))
  await sought.fill('seals')
  await hides(found)
  await until('it was looked for', () => asked.length === 1)
  await asked[0].abort()
  const refusal = card.getByText('The desk does not answer.')
  await shows(refusal)
  await sought.fill('stamps')
  await until('it was looked for again', () => asked.length === 2)
  await hides(refusal)
  await shows(card.getByText('Looking for articles'))
  await asked[1].continue()
  await shows(found)
  await sought.fill('')

  // By keys into the reply, which has the focus then; the customer can follow it, and to the runbook nobody leads them.
  await card.getByRole('button', { name: words(`Put a link to “${titles.waiting}” into the reply`) }).press('Enter')
  await holds(field(page), `[${titles.waiting}](${new URL(page.url()).origin}/en/help/waiting)`)
  await until('the reply has the focus', () => field(page).evaluate((one) => one === document.activeElement))
  const reader = await world.page(undefined, { javaScriptEnabled: false })
  assert.equal((await reader.goto('/en/help/waiting')).status(), 200)
  assert.equal((await reader.goto('/en/help/tron-nodes')).status(), 404)
})

journey(world, 'an editor puts a picture into a text with words for who does not see it, and the reader sees it', async () => {
  const id = await article('pictured')
  const editor = await world.page(world.ada)
  await editor.goto(`/console/help/${id}/en`)
  const text = editor.getByLabel('Text', { exact: true })
  await text.fill('Look here: ')
  await text.press('End')
  await editor.locator('.files input[type=file]').setInputFiles(PICTURE)
  const dialog = editor.getByRole('dialog')
  await shows(dialog.getByText('What does the picture show?'))
  const ready = dialog.getByRole('button', { name: 'Insert' })
  assert.equal(await ready.isDisabled(), true)
  await dialog.getByLabel('Words for the picture').fill('The memo below the address')
  await ready.click()
  const shown = editor.locator('.prose img[alt="The memo below the address"]')
  await until('the preview shows it', () => shown.evaluate((image) => image.naturalWidth === 1).catch(() => false))
  await editor.getByRole('button', { name: 'Save a new version' }).click()
  await shows(editor.getByText(words('Saved as a draft.')))
  const address = (await text.inputValue()).match(/image:([0-9a-f-]+)/)[1]
  const reader = await world.page(undefined, { javaScriptEnabled: false })
  assert.equal((await reader.goto(`/en/help/files/${address}/deposit.png`)).status(), 404)
  await editor.getByRole('button', { name: 'Publish' }).click()
  await shows(editor.getByText('Published.', { exact: true }))
  await reader.goto('/en/help/pictured')
  const picture = reader.getByRole('img', { name: 'The memo below the address' })
  assert.deepEqual([await picture.getAttribute('width'), await picture.getAttribute('height')], ['1', '1'])
  const file = await reader.goto(new URL(await picture.getAttribute('src'), reader.url()).href)
  assert.equal(file.headers()['content-type'], 'image/png')
})

journey(world, 'a new section takes the names of none that is there', async () => {
  const before = (await world.ada.ask('GET', '/help-sections')).items
  const editor = await world.page(world.ada)
  await editor.goto('/console/help/sections')
  await editor.getByRole('button', { name: 'New section' }).click()
  const dialog = editor.getByRole('dialog', { name: 'New section' })
  await dialog.getByLabel('Address', { exact: true }).fill('fees')
  await dialog.getByLabel('English', { exact: true }).fill('Something else')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await shows(dialog.getByText('This is in use already. Choose another.'))
  assert.deepEqual((await world.ada.ask('GET', '/help-sections')).items, before)
})

journey(world, 'two who name a section at once are shown what the other called it', async () => {
  const named = (en, ja) => ({ position: 9, names: [{ lang: 'en', name: en }, ...(ja ? [{ lang: 'ja', name: ja }] : [])] })
  await world.ada.ask('PUT', '/help-sections/contested', named('Contested'))
  const editor = await world.page(world.ada)
  await editor.goto('/console/help/sections')
  await editor.getByRole('button', { name: words('Change Contested') }).click()
  const dialog = editor.getByRole('dialog')
  const english = dialog.getByLabel('English', { exact: true })
  await holds(english, 'Contested')
  await english.fill('Ours')
  await world.ada.ask('PUT', '/help-sections/contested', named('Theirs', '向こう'), { 'if-match': '"1"' })
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await shows(dialog.getByText(words('Somebody called it “Theirs” meanwhile.')))
  await holds(english, 'Ours')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await hides(dialog)
  const { items } = await world.ada.ask('GET', '/help-sections')
  const { names, version } = items.find(({ slug }) => slug === 'contested')
  assert.deepEqual([names, version], [{ en: 'Ours', ja: '向こう' }, 3])
})

// The last one here: with a second brand the others would have to name the first.
journey(world, 'each brand has a glossary of its own', async () => {
  const { id } = await world.ada.ask('POST', '/brands', { slug: 'second', name: 'Second brand', locales: ['en'] })
  const editor = await world.page(world.ada)
  await editor.goto('/console/help/glossary')
  await editor.getByLabel('Brand', { exact: true }).selectOption({ label: 'Second brand' })
  await editor.getByRole('button', { name: 'New term' }).click()
  const dialog = editor.getByRole('dialog', { name: 'New term' })
  await dialog.getByLabel('Address', { exact: true }).fill('tag')
  await dialog.getByLabel('Term', { exact: true }).fill('Tag')
  await dialog.getByLabel('Definition', { exact: true }).fill('A number beside an address.')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await shows(editor.getByRole('row', { name: /Tag/ }))
  const { items } = await world.ada.ask('GET', `/glossary-terms?brand_id=${id}`)
  assert.deepEqual(items.map(({ slug }) => slug), ['tag'])
})
