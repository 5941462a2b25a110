// Files of a ticket are looked at over its thread: a picture, a PDF, a film and a long log, by keyboard; and what cannot be opened says why.
import assert from 'node:assert/strict'
import { message, open } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, shows, until, words } from '../harness/expect.mjs'
import { film } from '../harness/film.mjs'
import { PICTURE, send, thread } from '../harness/site.mjs'

const world = World.shared((world) => world.staffed())

/** One page that says a word, as small as viewers take it. */
const PDF = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj',
    '4 0 obj<</Length 44>>stream',
    'BT /F 18 Tf 20 40 Td (Account statement) Tj ET',
    'endstream endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ].join('\n'),
)

const LINES = 40_000
const PIECE_BYTES = 256 * 1024
/** Markup far behind what the server looks at to tell a file's kind: a page must not take it for more than letters. */
const LOG = Buffer.from(
  Array.from({ length: LINES }, (_, at) => `2026-11-29T10:00:00Z INFO worker line ${at + 1} served in 12 ms${at === 20_000 ? ' <img src=x alt=ran><b>bold</b>' : ''}`).join('\n'),
)

const dialog = (page) => page.getByRole('dialog')
const fileOf = (page, name) => message(page, 'All that I have.').getByRole('button', { name: words(name) })
const press = async (page, name) => {
  await fileOf(page, name).focus()
  await page.keyboard.press('Enter')
}

/** A ticket whose answer brought one file of each kind; answers its number and its files as the API lists them. */
async function filled(mina) {
  const { person: lena, id } = await world.ticket(LENA, { subject: 'Withdrawal page', body: 'Files follow.' })
  const page = await world.page(lena)
  await page.goto(`/tickets/${id}`)
  const moving = await film(page, 64, 64)
  await page.locator('#body').fill('All that I have.')
  await page.locator('#files').setInputFiles([
    PICTURE,
    { name: 'statement.pdf', mimeType: 'application/pdf', buffer: PDF },
    { name: 'recording.webm', mimeType: 'video/webm', buffer: moving },
    { name: 'client.log', mimeType: 'text/plain', buffer: LOG },
  ])
  await send(page)
  await shows(thread(page).getByText('client.log'))
  const { items } = await mina.ask('GET', `/tickets/${id}/timeline`)
  return { id, files: items.flatMap((item) => item.attachments ?? []) }
}

journey(world, 'every file of a ticket is looked at by keyboard', async ({ mina }) => {
  assert.ok(LOG.length > 2_000_000, `${LOG.length} bytes`)
  const { id, files } = await filled(mina)
  const page = await world.page(mina)
  const parts = []
  page.on('response', (answer) => {
    if (answer.url().includes('/attachments/')) parts.push({ status: answer.status(), bytes: Number(answer.headers()['content-length']), url: answer.url() })
  })
  await open(page, id)

  // The picture: whole, at full size, and turned.
  await press(page, 'Picture deposit.png')
  await shows(dialog(page).getByText('image/png'))
  const picture = dialog(page).getByRole('img', { name: words('Picture deposit.png') })
  await picture.waitFor()
  await page.keyboard.press('Shift+R')
  await until('it is turned', async () => (await picture.evaluate((image) => image.style.rotate)) === '90deg')
  await page.keyboard.press('Shift+Z')
  await shows(dialog(page).getByRole('button', { name: 'Picture at full size, or whole', pressed: true }))
  const saving = page.waitForEvent('download')
  await page.keyboard.press('Shift+D')
  assert.equal((await saving).suggestedFilename(), 'deposit.png')
  await page.keyboard.press('Escape')
  await hides(dialog(page))
  await until('the focus is where it was', () => fileOf(page, 'Picture deposit.png').evaluate((button) => button === document.activeElement))

  // From the first to the last of them and no further.
  const names = files.map(({ file_name }) => file_name)
  await press(page, names[0] === 'deposit.png' ? 'Picture deposit.png' : names[0])
  for (const [at, name] of names.entries()) {
    await shows(page.getByRole('dialog', { name: words(name) }))
    await shows(dialog(page).getByText(words(`${at + 1} of ${names.length}`)))
    // In the text, arrows would scroll if its lines were not broken; in the frame the viewer has them.
    await dialog(page).getByRole('button', { name: 'Close' }).focus()
    await page.keyboard.press('ArrowRight')
  }
  await shows(page.getByRole('dialog', { name: words(names.at(-1)) }))
  await page.keyboard.press('ArrowLeft')
  await shows(page.getByRole('dialog', { name: words(names.at(-2)) }))
  await page.keyboard.press('Escape')
  await hides(dialog(page))

  // The film, in the parts that the player asks for.
  await press(page, 'recording.webm')
  const player = dialog(page).locator('video')
  await player.waitFor()
  const played = await player.evaluate(async (video) => {
    video.muted = true
    await video.play()
    await new Promise((done) => video.addEventListener('timeupdate', () => video.currentTime > 0.2 && done()))
    video.pause()
    return video.currentTime
  })
  assert.ok(played > 0.2)
  const recording = files.find(({ file_name }) => file_name === 'recording.webm')
  assert.ok(parts.some(({ url, status }) => url.includes(recording.id) && status === 206), JSON.stringify(parts))
  await page.keyboard.press('Escape')
  await hides(dialog(page))

  // The log, in pieces, with its markup as letters.
  await press(page, 'client.log')
  await shows(dialog(page).getByText('worker line 1 served'))
  assert.equal(await dialog(page).getByText(`worker line ${LINES} served`).count(), 0)
  const more = dialog(page).getByRole('button', { name: 'Load more' })
  let pieces = 1
  for (; (await more.count()) > 0; pieces += 1) {
    const told = await dialog(page).locator('.foot').innerText()
    await more.press('Enter')
    await until('more is there', async () => (await dialog(page).locator('.foot').innerText()) !== told)
  }
  assert.equal(pieces, Math.ceil(LOG.length / PIECE_BYTES))
  const log = files.find(({ file_name }) => file_name === 'client.log')
  const ofLog = parts.filter(({ url, status }) => url.includes(log.id) && status === 206)
  assert.ok(ofLog.length >= pieces && ofLog.every(({ bytes }) => bytes <= PIECE_BYTES), JSON.stringify(ofLog))
  assert.equal(await dialog(page).getByText(`worker line ${LINES} served`).count(), 1)
  assert.equal(await dialog(page).getByText('<b>bold</b>').count(), 1)
  assert.equal(await dialog(page).locator('.text img, .text b').count(), 0)
  assert.equal(await dialog(page).locator('.text .line').count(), LINES)
})

journey(world, 'a PDF stands in a frame that nothing else may open', async ({ mina }) => {
  const { id, files } = await filled(mina)
  const pdf = files.find(({ file_name }) => file_name === 'statement.pdf')
  const page = await world.page(mina)
  await open(page, id)
  await press(page, 'statement.pdf')
  const hasViewer = await page.evaluate(() => navigator.pdfViewerEnabled)
  if (hasViewer) await shows(dialog(page).locator(`iframe[src$="${pdf.id}?framed=true"]`))
  else await shows(dialog(page).getByText('This browser shows no PDFs in a page.'))
  const headers = (path) => page.evaluate(async (path) => Object.fromEntries((await fetch(path)).headers), path)
  const framed = await headers(`/api/v1/attachments/${pdf.id}?framed=true`)
  assert.equal(framed['content-type'], 'application/pdf')
  assert.equal(framed['x-content-type-options'], 'nosniff')
  assert.match(framed['content-security-policy'], /default-src 'none'.*frame-ancestors 'self'/)
  // A link to the same is a file to save, and no page at our address.
  const other = await world.page(mina)
  const saving = other.waitForEvent('download')
  // The visit ends as a download, which the browser reports as one that was broken off.
  await other.goto(`/api/v1/attachments/${pdf.id}?framed=true`).catch(() => {})
  assert.equal((await saving).suggestedFilename(), 'statement.pdf')
})

journey(world, 'a file that does not come says why, and comes when it can', async ({ mina }) => {
  const { id } = await filled(mina)
  const page = await world.page(mina)
  await open(page, id)
  await page.context().setOffline(true)
  await press(page, 'client.log')
  await shows(dialog(page).getByText('This file could not be opened'))
  await shows(dialog(page).getByText(/The desk does not answer/))
  await page.context().setOffline(false)
  await dialog(page).getByRole('button', { name: 'Try again' }).click()
  await shows(dialog(page).getByText('worker line 1 served'))
})
