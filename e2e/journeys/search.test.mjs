// Looking for help: mistyped in two scripts without JavaScript, by keyboard with it, and what an editor does about what nobody
// finds.
import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { journey, World } from '../harness/desk.mjs'
import { holds, shows, until, words } from '../harness/expect.mjs'

const SHIPPED = fileURLToPath(new URL('../../profiles/coinex', import.meta.url))

const world = World.shared(async (world) => {
  await world.staffed()
  await world.server.command('help', 'import', SHIPPED)
  for (const [lang, , slug] of TROUBLE) {
    // As while typing: what is asked before the index is there must not use up what is counted of one address in a day.
    const ready = async () => {
      const answer = await fetch(`${world.server.url}/api/v1/help/search?q=memo&lang=${lang}&limit=10&typing=true`)
      return answer.ok && (await answer.json()).items.some((found) => found.slug === slug)
    }
    await until(`the articles in ${lang} are in the index`, ready, 60_000)
  }
})

/** Somebody's trouble with a slip in it, and the article that answers it. */
const TROUBLE = [
  ['zh-Hans', '忘记填写memo标浅了', 'missing-memo'],
  ['ar', 'نسيت كتابة الميمو memmo', 'missing-memo'],
]

journey(world, 'a reader without JavaScript who mistypes in Chinese and Arabic finds the article among the first three', async () => {
  const reader = await world.page(undefined, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  for (const [lang, typed, slug] of TROUBLE) {
    await reader.goto(`/${lang}/help`)
    await reader.locator('#help-q').fill(typed)
    await reader.locator('form.search button').click()
    await shows(reader.locator('.found a'))
    await reader.waitForLoadState()
    const hrefs = await reader.locator('.found a').evaluateAll((links) => links.slice(0, 3).map((link) => link.getAttribute('href')))
    assert.ok(hrefs.includes(`/${lang}/help/${slug}`), `${lang}: ${hrefs}`)
    await shows(reader.locator('.found mark'))
    await reader.locator(`.found a[href="/${lang}/help/${slug}"]`).click()
    await reader.waitForURL(`**/${lang}/help/${slug}`)
    assert.equal(await reader.locator('article').getAttribute('lang'), lang)
  }
})

journey(world, 'the same while typing, by keyboard alone', async () => {
  for (const [lang, typed, slug] of TROUBLE) {
    const reader = await world.page(undefined, {})
    await reader.goto(`/${lang}/help`)
    const field = reader.locator('#help-q')
    await field.focus()
    await reader.keyboard.insertText(typed)
    await shows(reader.getByRole('option'))
    assert.equal(await field.getAttribute('aria-expanded'), 'true')
    const hrefs = await reader.getByRole('option').evaluateAll((options) => options.slice(0, 3).map((option) => option.dataset.href))
    const place = hrefs.indexOf(`/${lang}/help/${slug}`)
    assert.ok(place >= 0, `${lang}: ${hrefs}`)
    // Away and back: nothing is chosen by itself, and Escape puts the list away.
    await reader.keyboard.press('Escape')
    assert.equal(await field.getAttribute('aria-expanded'), 'false')
    await reader.keyboard.insertText(' ')
    await shows(reader.getByRole('option'))
    for (let at = 0; at <= place; at += 1) await reader.keyboard.press('ArrowDown')
    const chosen = await field.getAttribute('aria-activedescendant')
    assert.equal(await reader.locator(`#${chosen}`).getAttribute('aria-selected'), 'true')
    await reader.keyboard.press('Enter')
    await reader.waitForURL(`**/${lang}/help/${slug}`)
  }
})

journey(world, 'an input method has the keys while it composes', async () => {
  const reader = await world.page(undefined, {})
  await reader.goto('/ja/help')
  const field = reader.locator('#help-q')
  await field.focus()
  const wire = await reader.context().newCDPSession(reader)
  await wire.send('Input.imeSetComposition', { text: 'にゅうきん', selectionStart: 5, selectionEnd: 5 })
  // Enter ends the composition in the input method; the page must not take it for a wish to search.
  await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229 })
  assert.equal(await reader.getByRole('option').count(), 0)
  await wire.send('Input.insertText', { text: '入金' })
  await shows(reader.getByRole('option'))
  assert.ok(reader.url().endsWith('/ja/help'))
})

journey(world, 'an editor sees the search without a result, writes the article, and the reader finds it', async () => {
  const reader = await world.page(undefined, { javaScriptEnabled: false })
  const look = async () => {
    await reader.goto('/en/help')
    await reader.locator('#help-q').fill('Zanzibar giraffe')
    await reader.locator('form.search button').click()
  }
  await look()
  await shows(reader.getByText(words('Nothing found for “Zanzibar giraffe”')))
  await shows(reader.getByRole('link', { name: 'How to reach us' }))
  const editor = await world.page(world.ada)
  await editor.goto('/console/help')
  await editor.getByRole('link', { name: 'What is missing' }).click()
  const row = editor.getByRole('row', { name: words('zanzibar giraffe') })
  await row.getByRole('button', { name: 'Write it' }).click()
  await holds(editor.getByLabel('Title', { exact: true }), 'Zanzibar giraffe')
  await editor.getByLabel('Summary').fill('When it comes.')
  await editor.getByRole('button', { name: 'Create a draft' }).click()
  await editor.getByRole('button', { name: 'Publish' }).click()
  await shows(editor.getByText('Published.', { exact: true }))
  await until('the reader finds it', async () => {
    await look()
    return (await reader.locator('.found a[href="/en/help/zanzibar-giraffe"]').count()) === 1
  })
  await editor.goto('/console/help/missing')
  await shows(editor.getByText('Everything that was looked for is found'))
})

journey(world, 'an editor links words to an article that says it otherwise', async () => {
  const reader = await world.page(undefined, { javaScriptEnabled: false })
  await reader.goto('/en/help/search?q=quokkatag')
  await shows(reader.getByText(words('Nothing found for “quokkatag”')))
  const editor = await world.page(world.ada)
  await editor.goto('/console/help/missing')
  await editor.getByRole('row', { name: words('quokkatag') }).getByRole('button', { name: 'Link it' }).click()
  const dialog = editor.getByRole('dialog')
  await dialog.getByLabel('Search articles').fill('left out the memo')
  const line = dialog.getByRole('listitem').filter({ has: editor.locator('a[href$="/en"]') }).first()
  const title = await line.getByRole('link').textContent()
  await line.getByRole('button', { name: 'Link it' }).click()
  await shows(editor.getByText(words('The article is found by “quokkatag” from now on.')))
  await until('the reader finds it', async () => {
    await reader.goto('/en/help/search?q=quokkatag')
    const [first] = await reader.locator('.found a').allTextContents()
    return first?.includes(title.trim().slice(0, 12))
  })
})
