// What was missing comes later: answers on the ticket's page, questions of the desk's own, and a file from the console over a
// connection that breaks.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CONSOLE, field, open } from '../harness/console.mjs'
import { journey, LENA, OMAR, World } from '../harness/desk.mjs'
import { hides, holds, shows, until, words } from '../harness/expect.mjs'
import { PICTURE, thread } from '../harness/site.mjs'
import { poorWire } from '../harness/wire.mjs'

const HASH = '0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4'
const LARGE_BYTES = 24 * 1024 * 1024
const ARRIVES_MS = 300_000

const world = World.shared((world) => world.staffed())

for (const javaScriptEnabled of [false, true]) {
  journey(world, `what is missing is added on the ticket's page, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const { person: lena, id } = await world.ticket(LENA, { subject: 'Where is it?', body: '250 USDT by TRC20.' })
    const page = await world.page(lena, { javaScriptEnabled })
    await page.goto(`/tickets/${id}`)
    await shows(page.getByRole('heading', { name: 'What we still need from you' }))
    await shows(page.getByText('With it we find the transfer on the chain in seconds.'))
    await page.getByRole('link', { name: 'Answer Transaction ID (hash)' }).click()
    await page.getByText('Where do I find it?').click()
    await shows(page.getByText(words('OKX: Assets')))
    await page.getByLabel('Transaction ID (hash)').fill(HASH.slice(0, 60))
    await page.getByRole('button', { name: 'Add to the ticket' }).click()
    await shows(page.getByText(words('is cut off')).first())
    await holds(page.getByLabel('Transaction ID (hash)'), HASH.slice(0, 60))
    await page.getByRole('button', { name: 'I do not have it' }).click()
    // Now it is asked where it came from, and for a recording.
    await shows(page.getByRole('heading', { name: 'Where was it sent from?' }))
    await page.getByLabel('OKX').check()
    await page.getByRole('button', { name: 'Add to the ticket' }).click()
    await shows(page.getByRole('heading', { name: 'Screen recording of the sending platform' }))
    await page.locator('#files').setInputFiles(PICTURE)
    await page.getByRole('button', { name: 'Add to the ticket' }).click()
    await shows(page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Screen recording' }))
    await page.getByRole('link', { name: 'Back' }).click()
    await shows(thread(page).getByText('deposit.png'))
    // It was there after all: put right, and what followed from its lack is no longer asked.
    await page.getByText('Your answers to our questions').click()
    await page.getByRole('link', { name: 'Change Transaction ID (hash)' }).click()
    await page.getByLabel('Transaction ID (hash)').fill(HASH)
    await page.getByRole('button', { name: 'Add to the ticket' }).click()
    await until('the answer is there', async () => {
      const { answers } = await world.mina.ask('GET', `/tickets/${id}/answers`)
      return answers.find(({ question }) => question === 'tx').value === HASH
    })
  })
}

journey(world, 'an answer from another device is shown and not undone', async () => {
  const { person: lena, id } = await world.ticket(LENA, { subject: 'Where is it?', body: 'It has not come.' })
  const [desktop, phone] = [await world.page(lena), await world.page(lena)]
  const path = `/tickets/${id}/questions/amount`
  for (const page of [desktop, phone]) await page.goto(path)
  await desktop.getByLabel('How much?').fill('250 USDT')
  await desktop.getByRole('button', { name: 'Add to the ticket' }).click()
  await shows(desktop.getByRole('heading', { level: 1 }).filter({ hasNotText: 'How much?' }))
  await phone.getByLabel('How much?').fill('2,500 USDT')
  await phone.getByRole('button', { name: 'Add to the ticket' }).click()
  await shows(phone.getByText('This was answered elsewhere in the meantime.').first())
  await shows(phone.getByText('250 USDT', { exact: true }))
  await holds(phone.getByLabel('How much?'), '2,500 USDT')
})

journey(world, 'a form is written in the console and asked on the site', async () => {
  const page = await world.page(world.ada)
  await page.goto(`${CONSOLE}settings/forms`)
  await page.locator('tr', { hasText: 'suggestion' }).getByRole('link', { name: 'Open' }).click()
  await shows(page.getByText('The built-in questions.'))
  await page.getByRole('button', { name: 'Add a question', exact: true }).click()
  const fresh = page.locator('details[open]').last()
  await fresh.getByLabel('Kind of answer').selectOption('choice')
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  // What is wrong is said beside its field.
  await shows(page.getByText('Something is wrong with a question.'))
  await fresh.getByLabel('Name in the API').fill('surface')
  await fresh.getByLabel(words('Choice 1')).fill('app')
  await fresh.getByRole('button', { name: 'Add a choice' }).click()
  await fresh.getByLabel(words('Choice 2')).fill('site')
  await fresh.getByLabel('Question', { exact: true }).fill('Where would you use it?')
  await fresh.getByLabel('Why it is asked').fill('Two teams build them.')
  await fresh.getByLabel(words('What “app” reads as')).fill('In the app')
  await fresh.getByLabel(words('What “site” reads as')).fill('On the website')
  // The preview asks it as the customer will be asked, and a reload loses nothing.
  await shows(page.getByRole('region', { name: 'As the customer sees it' }).getByText('On the website'))
  page.once('dialog', (dialog) => dialog.accept())
  await page.reload()
  await shows(page.getByText('Changes that you had not saved are back.'))
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await shows(page.getByText(words('Saved as version 1.')))

  const { person: omar } = await world.ticket(OMAR, { subject: 'Before', body: 'Earlier.', category: 'other' })
  const site = await world.page(omar)
  await site.goto('/tickets/new/suggestion/questions/surface')
  await shows(site.getByRole('heading', { name: 'Where would you use it?' }))
  await shows(site.getByLabel('On the website'))

  // Withdrawn it is no longer offered, and then it is again.
  await page.goto(`${CONSOLE}settings/forms`)
  const line = page.locator('tr', { hasText: 'suggestion' })
  await line.getByRole('button', { name: 'Withdraw' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
  await shows(line.getByText('Withdrawn'))
  await site.goto('/tickets/new')
  await hides(site.locator('a, button', { hasText: 'Suggestion' }))
  await line.getByRole('button', { name: 'Offer again' }).click()
  await shows(line.getByText('Offered'))
})

journey(world, 'a file from the console survives a cut connection, and the transcript is taken', async () => {
  const { id } = await world.ticket(LENA, { subject: 'Report', body: 'Please send it.' })
  const wire = await poorWire(world.server.url)
  const page = await world.page(world.ada, { baseURL: wire.url })
  await open(page, id)
  const folder = await mkdtemp(join(tmpdir(), 'proofdesk-files-'))
  const path = join(folder, 'report.bin')
  await writeFile(path, randomBytes(LARGE_BYTES))
  const row = page.locator('[data-composer] li', { hasText: 'report.bin' })
  wire.holdAfter(LARGE_BYTES * 0.5)
  await page.locator('[data-composer] input[type=file]').setInputFiles(path)
  await until('a part is there', () => wire.isHeld)
  wire.cut()
  await shows(row.getByText('No connection; it goes on by itself'))
  wire.mend()
  await row.locator('progress').waitFor({ state: 'detached', timeout: ARRIVES_MS })
  await field(page).fill('Here is the report.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await shows(page.locator('[data-message]').getByText('report.bin'))
  const { items } = await world.ada.ask('GET', `/tickets/${id}/timeline`)
  assert.equal(items.flatMap((item) => item.attachments ?? []).at(-1).size, LARGE_BYTES)
  await rm(folder, { recursive: true, force: true })

  await page.getByRole('button', { name: 'Export the transcript' }).click()
  await page.getByLabel('Why?').fill('Asked for by the regulator')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click(),
  ])
  assert.equal(download.suggestedFilename(), `${id}.html`)
  await shows(page.getByText('The transcript was exported.'))
  await page.close()
  await wire.close()
})
