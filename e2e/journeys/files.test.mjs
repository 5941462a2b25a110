// Files on their way up: over a connection that breaks, a server that dies, from the clipboard and by drag and drop; and
// films on their way down, in the parts that a player asks for.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { journey, LENA, OMAR, World } from '../harness/desk.mjs'
import { holds, shows, until, words } from '../harness/expect.mjs'
import { film } from '../harness/film.mjs'
import { PICTURE, send, thread } from '../harness/site.mjs'
import { poorWire } from '../harness/wire.mjs'

const world = World.shared((world) => world.staffed())

const LARGE_BYTES = 30 * 1024 * 1024
/** What a page sends at once. */
const PIECE_BYTES = 8 * 1024 * 1024
const ARRIVES_MS = 300_000

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
const uploads = (page) => page.locator('.uploads > li')
const percent = (page) => page.locator('.uploads progress').first().evaluate((bar) => bar.value)

/** A reply's form, and a large file of which no part is like another. */
async function begin(page, id) {
  const folder = await mkdtemp(join(tmpdir(), 'proofdesk-files-'))
  const bytes = randomBytes(LARGE_BYTES)
  const path = join(folder, 'recording.bin')
  await writeFile(path, bytes)
  await page.goto(`/tickets/${id}`)
  await page.locator('#body').fill('Here is the recording.')
  return { bytes, path, forget: () => rm(folder, { recursive: true, force: true }) }
}

/** A page over a wire that stops in the middle of what goes up. */
async function wired(person) {
  const wire = await poorWire(world.server.url)
  return { wire, page: await world.page(person, { baseURL: wire.url }) }
}

/** Chooses the file; this share of it is there then, and no more. */
async function sendsPart(page, wire, { path }, share) {
  wire.holdAfter(LARGE_BYTES * share)
  await page.locator('#files').setInputFiles(path)
  await until('a part is there', () => wire.isHeld)
}

/** What the desk keeps of the last file of a ticket. */
async function kept(person, id) {
  const file = (await person.filesOf(id)).at(-1)
  return { file, bytes: await person.bytesOf(file) }
}

journey(world, 'a cut connection costs nothing but time', async () => {
  const { person: lena, id } = await world.ticket(LENA, { subject: 'Recording', body: 'It follows.' })
  const { page, wire } = await wired(lena)
  const large = await begin(page, id)
  await sendsPart(page, wire, large, 0.4)
  wire.cut()
  await shows(uploads(page).getByText('The connection is away.'))
  assert.ok((await percent(page)) < 100)
  // Sent now, the message waits for its file.
  await send(page)
  await shows(page.getByText('Your message goes out as soon as the files have arrived.'))
  wire.mend()
  await thread(page).getByText('recording.bin').waitFor({ timeout: ARRIVES_MS })
  const { file, bytes } = await kept(lena, id)
  assert.equal(file.size, LARGE_BYTES)
  assert.equal(sha256(bytes), sha256(large.bytes), 'byte for byte')
  await large.forget()
  await page.close()
  await wire.close()
})

journey(world, 'a killed server goes on where it was', async () => {
  const { server } = world
  const { person: lena, id } = await world.ticket(LENA, { subject: 'Recording', body: 'It follows.' })
  const { page, wire } = await wired(lena)
  const large = await begin(page, id)
  await sendsPart(page, wire, large, 0.5)
  await server.down('SIGKILL')
  await shows(uploads(page).getByText('The connection is away.'))
  await server.up()
  wire.mend()
  await uploads(page).getByText('Arrived').waitFor({ timeout: ARRIVES_MS })
  await send(page)
  await shows(thread(page).getByText('recording.bin'))
  const { bytes } = await kept(lena, id)
  assert.equal(sha256(bytes), sha256(large.bytes), 'byte for byte')
  await large.forget()
  await page.close()
  await wire.close()
})

journey(world, 'a page that was closed goes on with the same file where it was', async () => {
  const { person: lena, id } = await world.ticket(LENA, { subject: 'Recording', body: 'It follows.' })
  const { page, wire } = await wired(lena)
  const large = await begin(page, id)
  // One piece is there, and the next is on its way.
  await sendsPart(page, wire, large, 0.4)
  const context = page.context()
  await page.close()
  wire.mend()
  const again = await context.newPage()
  await again.goto(`/tickets/${id}`)
  const piece = again.waitForRequest((request) => request.method() === 'PATCH')
  await again.locator('#files').setInputFiles(large.path)
  assert.ok(Number((await piece).headers()['upload-offset']) >= PIECE_BYTES, 'what is there is not sent again')
  await uploads(again).getByText('Arrived').waitFor({ timeout: ARRIVES_MS })
  await send(again)
  await shows(thread(again).getByText('recording.bin'))
  const { bytes } = await kept(lena, id)
  assert.equal(sha256(bytes), sha256(large.bytes), 'byte for byte')
  await large.forget()
  await again.close()
  await wire.close()
})

journey(world, 'a file that changes on its way is noticed', async () => {
  const { person: lena, id } = await world.ticket(LENA, { subject: 'Recording', body: 'It follows.' })
  const { page, wire } = await wired(lena)
  const large = await begin(page, id)
  await sendsPart(page, wire, large, 0.2)
  await writeFile(large.path, randomBytes(LARGE_BYTES / 2))
  wire.mend()
  await uploads(page).getByText('This file was changed while it was being sent.').waitFor({ timeout: ARRIVES_MS })
  await large.forget()
  await page.close()
  await wire.close()
})

journey(world, 'a refusal is told in the language of the page, whatever the browser speaks', async () => {
  const { person: omar, id } = await world.ticket(OMAR, { subject: 'إيداع', body: 'لم يصل الإيداع.' })
  const page = await world.page(omar, { locale: 'en' })
  await page.goto(`/tickets/${id}`)
  assert.equal(await page.locator('html').getAttribute('lang'), 'ar')
  await page.route('**/api/v1/uploads', (route) => {
    const asked = JSON.parse(route.request().postData())
    return route.continue({ postData: JSON.stringify({ ...asked, length: 2 ** 32 }) })
  })
  await page.locator('#files').setInputFiles(PICTURE)
  const refused = page.locator('.uploads > li[data-state="failed"] .upload-state')
  await refused.waitFor()
  assert.match(await refused.textContent(), /\p{Script=Arabic}/u)
})

journey(world, 'files are pasted, dropped, taken back and sent by keyboard', async () => {
  const { person: lena, id } = await world.ticket(LENA, { subject: 'Pictures', body: 'They follow.' })
  const page = await world.page(lena)
  await page.goto(`/tickets/${id}`)
  const give = (kind, name) =>
    page.locator('#body').evaluate(
      (field, { kind, name, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const data = new DataTransfer()
        data.items.add(new File([bytes], name, { type: 'image/png' }))
        const event =
          kind === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
            : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
        field.dispatchEvent(event)
      },
      { kind, name, base64: PICTURE.buffer.toString('base64') },
    )
  await give('paste', 'image.png')
  await give('drop', 'dropped.png')
  await give('drop', 'unwanted.png')
  await until('all have arrived', async () => (await uploads(page).getByText('Arrived').count()) === 3)
  await page.getByRole('button', { name: words('Remove unwanted.png') }).press('Enter')
  await until('one is gone', async () => (await uploads(page).count()) === 2)
  await page.locator('#body').fill('Two pictures.')
  await send(page)
  await shows(thread(page).getByText('dropped.png'))
  await shows(thread(page).getByText(/pasted-.*\.png/))
  assert.equal(await thread(page).getByText('unwanted.png').count(), 0)
})

journey(world, 'a form that learns live that its ticket was solved keeps its text and its files, and takes more of them', async () => {
  const { person: lena, id } = await world.ticket(LENA, { subject: 'Recording', body: 'It follows.' })
  const page = await world.page(lena)
  await page.goto(`/tickets/${id}`)
  await page.locator('#body').fill('Here is the recording.')
  await page.locator('#files').setInputFiles(PICTURE)
  await shows(uploads(page).getByText('Arrived'))
  // Nothing changes under somebody who is in the form.
  await page.locator('#body').blur()
  const { items } = await world.ada.ask('GET', '/statuses')
  const solved = items.find(({ category }) => category === 'solved').id
  await world.ada.ask('PUT', `/tickets/${id}/status`, { status_id: solved })
  await shows(page.getByRole('button', { name: 'Send and open again' }))
  await shows(page.getByText('Sending this opens the ticket again.'))
  await holds(page.locator('#body'), 'Here is the recording.')
  await page.locator('#files').setInputFiles({ ...PICTURE, name: 'second.png' })
  await until('both are there', async () => (await uploads(page).getByText('Arrived').count()) === 2)
  await send(page, 'Send and open again')
  await shows(thread(page).getByText('deposit.png'))
  await shows(thread(page).getByText('second.png'))
})

for (const javaScriptEnabled of [true, false]) {
  journey(world, `files answer a question and wait in its draft, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const { person: lena } = await world.ticket(LENA, { subject: 'Before', body: 'An earlier one.' })
    const page = await world.page(lena, { javaScriptEnabled })
    await page.goto('/tickets/new/suggestion/questions/screenshot')
    await page.locator('#files').setInputFiles([PICTURE, { ...PICTURE, name: 'second.png' }])
    // At once: the form waits for what is on its way.
    await page.getByRole('button', { name: 'Continue' }).click()
    await shows(page.getByRole('heading', { name: 'What happened?' }))
    await page.getByLabel('What happened?').fill('A larger button, as in the picture.')
    await page.getByRole('button', { name: 'Continue' }).click()
    await shows(page.getByRole('heading', { name: 'Look it over and send' }))
    await shows(page.getByLabel(words('Keep deposit.png')))
    await page.reload()
    await page.getByLabel(words('Keep second.png')).uncheck()
    await page.getByLabel('Subject').fill('A larger button')
    await send(page)
    await shows(thread(page).getByText('deposit.png'))
    assert.equal(await thread(page).getByText('second.png').count(), 0)
  })
}

journey(world, 'a film plays and is searched in its page', async () => {
  const { person: lena, id } = await world.ticket(LENA, { subject: 'Film', body: 'It follows.' })
  const page = await world.page(lena)
  await page.goto(`/tickets/${id}`)
  const moving = await film(page, 64, 64)
  await page.locator('#body').fill('The film.')
  await page.locator('#files').setInputFiles({ name: 'film.webm', mimeType: 'video/webm', buffer: moving })
  const parts = []
  page.on('response', (answer) => {
    if (answer.url().includes('/attachments/')) parts.push(answer.status())
  })
  await send(page)
  const player = thread(page).locator('video')
  await player.waitFor()
  const reached = await player.evaluate(async (video) => {
    video.muted = true
    await video.play()
    await new Promise((done) => video.addEventListener('timeupdate', () => video.currentTime > 0.2 && done()))
    video.pause()
    video.currentTime = 1
    await new Promise((done) => video.addEventListener('seeked', done, { once: true }))
    return video.currentTime
  })
  assert.ok(Math.abs(reached - 1) < 0.3, `it stands at ${reached}`)
  assert.ok(parts.includes(206), `in parts: ${parts}`)
})
