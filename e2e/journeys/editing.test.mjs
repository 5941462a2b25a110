// The help centre as its editors keep it: translations that follow their source, answers that become articles, what did not help,
// and reminders of what is due.
import assert from 'node:assert/strict'
import { CONSOLE, open } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, holds, shows, until, words } from '../harness/expect.mjs'
import { join } from '../harness/people.mjs'

const world = World.shared(async (world) => {
  await world.staffed()
  await world.ada.ask('PUT', '/help-sections/fees', { position: 1, names: [{ lang: 'en', name: 'Fees' }] })
})

async function article(slug, title, body = 'Withdrawals cost a fee.') {
  const { id } = await world.ada.ask('POST', '/articles', {
    slug, kind: 'guide', section: 'fees', audience: 'public', lang: 'en', review_days: 90, title, summary: 'All of them.', body,
  })
  return id
}

const move = (id, lang, version, status) => world.ada.ask('PUT', `/articles/${id}/texts/${lang}/status`, { status }, { 'if-match': `"${version}"` })
const textOf = async (id, lang) => (await world.ada.ask('GET', `/articles/${id}`)).texts.find((text) => text.lang === lang)

journey(world, 'a translator sees what changed, keeps to the glossary, and says when the translation follows', async ({ ada }) => {
  await ada.ask('PUT', '/glossary-terms/withdrawal', {
    texts: [
      { lang: 'en', term: 'withdrawal', definition: 'Coins that leave.', forms: ['withdrawals'] },
      { lang: 'zh-Hans', term: '提现', definition: '币转出。', forms: ['提币'] },
    ],
  })
  const id = await article('costs', 'Costs')
  await ada.ask('PUT', `/articles/${id}/texts/zh-Hans`, { title: '费用', summary: '全部。', body: '取钱要收一笔费用。', source_number: 1 })
  await ada.ask('PUT', `/articles/${id}/texts/en`, { title: 'Costs', summary: 'All of them.', body: 'Withdrawals cost two fees.' }, { 'if-match': '"1"' })
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}help/${id}/zh-Hans`)
  await shows(page.getByText(words('The source changed from version 1 to 2')))
  await shows(page.locator('del', { hasText: 'Withdrawals cost a fee.' }))
  await shows(page.locator('ins', { hasText: 'Withdrawals cost two fees.' }))
  await shows(page.getByText('The glossary has words for these'))
  const text = page.getByLabel('Text', { exact: true })
  await text.fill('提现需要收一笔费用。')
  await hides(page.getByText('The glossary has words for these'))
  // A slip is mended: it says no more than before.
  await page.getByRole('button', { name: 'Save a new version' }).click()
  await shows(page.getByText(words('Saved as a draft.')))
  assert.equal((await textOf(id, 'zh-Hans')).outdated, true)
  await text.fill('提现需要收两笔费用。')
  await page.getByLabel(words('This text says all that version 2 of the source says')).check()
  await page.getByRole('button', { name: 'Save a new version' }).click()
  await hides(page.getByText(words('The source changed from version 1 to 2')))
  assert.equal((await textOf(id, 'zh-Hans')).outdated, false)
  await shows(page.getByText(words('made from version 2')))
})

journey(world, 'what was written is not lost by a click elsewhere', async ({ ada }) => {
  const id = await article('kept', 'Kept')
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}help/${id}/en`)
  const text = page.getByLabel('Text', { exact: true })
  await text.fill('Not saved yet.')
  const back = page.locator(`main a[href="${CONSOLE}help"]`).first()
  page.once('dialog', (dialog) => dialog.dismiss())
  await back.click()
  await holds(text, 'Not saved yet.')
  page.once('dialog', (dialog) => dialog.accept())
  await back.click()
  await shows(page.getByRole('heading', { name: 'Help centre' }))
})

journey(world, 'a solved ticket becomes a draft without what is the customer’s own', async ({ ada }) => {
  const { id } = await world.ticket(LENA, { subject: 'Two fees', body: 'Why two? Write to lena@mail.example' })
  await ada.ask('POST', `/tickets/${id}/messages`, { body: 'One is **ours**, one is the network’s.' })
  const page = await world.page(ada)
  await open(page, id)
  const make = page.getByRole('button', { name: 'Make an article of it' })
  await hides(make)
  const { items } = await ada.ask('GET', '/statuses')
  await ada.ask('PUT', `/tickets/${id}/status`, { status_id: items.find(({ category }) => category === 'solved').id })
  await make.click()
  const dialog = page.getByRole('dialog')
  await holds(dialog.getByLabel('Title', { exact: true }), 'Two fees')
  await dialog.getByLabel('Summary').fill('Which fees a withdrawal has.')
  await dialog.getByRole('button', { name: 'Create a draft' }).click()
  await holds(page.getByLabel('Text', { exact: true }), '> Why two? Write to …\n\nOne is **ours**, one is the network’s.')
  const { items: drafts } = await ada.ask('GET', '/articles?words=two-fees')
  assert.deepEqual(drafts[0].categories, ['deposit-not-credited'])
  assert.equal(drafts[0].texts[0].published, null)
})

journey(world, 'of what did not help readers say why, and an editor leads on from it', async ({ ada }) => {
  const id = await article('vague', 'Vague words')
  await move(id, 'en', 1, 'published')
  const better = await article('clear', 'Clear words', 'Every fee with its reason.')
  await move(better, 'en', 1, 'published')
  const reader = await world.page(undefined, { javaScriptEnabled: false })
  for (let time = 0; time < 5; time += 1) {
    await reader.goto('/en/help/vague')
    await reader.locator('details:has(input[name=helpful]) summary').click()
    await reader.locator('input[name=reason][value=unclear]').check()
    await reader.locator('#note').fill('Which fee?')
    await reader.getByRole('button', { name: 'Send', exact: true }).click()
    await shows(reader.getByRole('status'))
  }
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}help/missing`)
  const row = page.getByRole('row', { name: /Vague words/ })
  await row.getByRole('button', { name: 'Link it' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Search articles').fill('clear words')
  await dialog.getByRole('button', { name: 'Link it' }).first().click()
  await shows(page.getByText(words('leads on to it.')))
  await until('it is read next', async () => (await ada.ask('GET', `/articles/${id}`)).related.includes('clear'))
  await row.getByRole('link', { name: 'Rewrite it' }).click()
  await shows(page.getByText(words('0 helped, 5 not')))
  await shows(page.getByText('Which fee?').first())
  await shows(page.getByText('It is not clear').first())
})

// What is due takes days to become so: the desk's part is told to the server's tests with a clock of their own.
journey(world, 'an owner is told wherever they are of what became due, and once', async ({ ada }) => {
  const id = await article('due', 'Due for review')
  const page = await world.page(ada)
  let seen = false
  const due_at = new Date(Date.now() - 60_000).toISOString()
  await page.route('**/api/v1/article-review-reminders', async (route) => {
    if (route.request().method() === 'DELETE') seen = true
    if (route.request().method() !== 'GET' || seen) return route.continue()
    const items = [{ article_id: id, slug: 'due', lang: 'en', title: 'Due for review', due_at }]
    await route.fulfill({ json: { items } })
  })
  await page.goto(`${CONSOLE}queue/all`)
  const told = page.getByText(words('1 article of yours is overdue for review'))
  await shows(told)
  const badge = page.locator('.count.wanted', { hasText: 'To review' })
  await shows(badge)
  await page.locator('.toast').getByRole('button', { name: 'Open', exact: true }).click()
  await shows(page.getByRole('heading', { name: 'To review' }))
  await until('the list was looked at', () => seen)
  await hides(badge)
  await page.reload()
  await shows(page.getByRole('heading', { name: 'To review' }))
  await hides(badge)
})

journey(world, 'a translation without a word of the glossary is published for a reason alone', async ({ ada }) => {
  await ada.ask('PUT', '/glossary-terms/deposit', {
    texts: [
      { lang: 'en', term: 'deposit', definition: 'Coins that come.', forms: ['deposits'] },
      { lang: 'zh-Hans', term: '充值', definition: '币转入。', forms: ['充币'] },
    ],
  })
  const id = await article('reasons', 'Reasons', 'A deposit is free.')
  await ada.ask('PUT', `/articles/${id}/texts/zh-Hans`, { title: '理由', summary: '全部。', body: '存钱免费。', source_number: 1 })
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}help/${id}/zh-Hans`)
  await shows(page.getByText('The glossary has words for these'))
  const publish = page.getByRole('button', { name: 'Publish', exact: true })
  await publish.click()
  await shows(page.getByText('The glossary has words that this translation does not use'))
  assert.equal((await textOf(id, 'zh-Hans')).published, null)
  await page.getByLabel('Why it is published without them').fill('The sentence needs no word.')
  await publish.click()
  await shows(page.getByText('Published.', { exact: true }))
  assert.equal((await textOf(id, 'zh-Hans')).published, 1)
})

// The last one: from here on somebody else could publish what Ada writes.
journey(world, 'who wrote a version hands it over, and another publishes it', async ({ ada }) => {
  const id = await article('shared', 'Two pairs of eyes')
  const page = await world.page(ada)
  await page.goto(`${CONSOLE}help/${id}/en`)
  const publish = page.getByRole('button', { name: 'Publish', exact: true })
  await shows(publish)
  await until('a desk of one publishes what it wrote', () => publish.isEnabled())
  const noor = await join(ada, { email: 'noor@northwind.example', name: 'Noor Haddad', role: 'team-lead' })
  // The page does not know of her, and is told.
  await publish.click()
  await shows(page.getByText(words('somebody else publishes it, such as Noor Haddad')))
  await until('publishing is shut', () => publish.isDisabled())
  assert.equal(await page.getByRole('button', { name: 'Schedule', exact: true }).isDisabled(), true)
  assert.equal((await textOf(id, 'en')).published, null)
  await page.getByRole('button', { name: 'Hand over for review' }).click()
  await shows(page.getByText(words('You wrote this version and handed it over for review.')))
  assert.equal(await publish.isDisabled(), true)
  const other = await world.page(noor)
  await other.goto(`${CONSOLE}help`)
  await other.getByRole('button', { name: words('Handed over for review: 1') }).click()
  await other.getByRole('link', { name: 'Two pairs of eyes' }).click()
  await shows(other.getByText(words('Ada Brandt wrote this version')))
  await other.getByRole('button', { name: 'Publish', exact: true }).click()
  await shows(other.getByText('Published.', { exact: true }))
  assert.equal((await textOf(id, 'en')).published, 1)
})
