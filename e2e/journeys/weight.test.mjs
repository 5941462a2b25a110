// What the console weighs before the first ticket shows: the scripts of the first load, each gzipped, with the language's words among them.
import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { CONSOLE, messages, open } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { shows, until } from '../harness/expect.mjs'

const world = World.shared((world) => world.staffed())

const MOST_BYTES = 300_000

/** Gathers what scripts a page loads from now on, by their names. */
function weigh(page) {
  const scripts = new Map()
  let pending = 0
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return
    const name = new URL(response.url()).pathname.split('/').at(-1)
    pending += 1
    // What comes out of the browser's cache has no body here, and was weighed when it came.
    const body = await response.body().catch(() => undefined)
    scripts.set(name, body ? gzipSync(body).length : (scripts.get(name) ?? 0))
    pending -= 1
  })
  return {
    scripts,
    settled: () => until('every script is weighed', () => pending === 0),
    get bytes() {
      return [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0)
    },
  }
}

journey(world, 'the first load is light, and a page of the settings comes when it is opened', async () => {
  const { id } = await world.ticket(LENA, { subject: 'Deposit', body: 'Where is it?' })
  const page = await world.page(world.ada)
  const first = weigh(page)
  await open(page, id)
  await shows(messages(page).getByText('Where is it?'))
  await first.settled()
  assert.ok(first.scripts.size > 3, `scripts are split: ${[...first.scripts.keys()]}`)
  assert.ok([...first.scripts.values()].every((bytes) => bytes > 0), 'each was weighed')
  const told = [...first.scripts].sort((a, b) => b[1] - a[1]).map(([name, bytes]) => `${name} ${bytes}`)
  console.log(`first load: ${first.bytes} bytes of scripts, gzipped, in ${first.scripts.size} files`)
  assert.ok(first.bytes < MOST_BYTES, `${first.bytes} bytes:\n${told.join('\n')}`)
  const before = first.scripts.size
  await page.goto(`${CONSOLE}settings/audit`)
  await shows(page.getByRole('heading', { name: 'Audit log' }))
  await until('the audit browser is a part of its own', () => first.scripts.size > before)
})
