// A list that is longer than any page: to its end and back by keys and by wheel, with few rows in the document, and nothing that moves under the pointer.
import assert from 'node:assert/strict'
import { CONSOLE, messages, row } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, shows, until, words } from '../harness/expect.mjs'

const MADE = 420
/** Tickets that are made at the same time. */
const LANES = 4
/** Rows that may be in the document, of however many. */
const MOST_ROWS = 60
/** Presses and turns of the wheel that are enough for the way there, or back. */
const MOST_STEPS = 200

const ids = []
const world = World.shared(async (world) => {
  await world.staffed()
  const { id } = await world.ticket(LENA, { subject: 'Matter 0', body: 'Words.' })
  ids.push(id)
  const { customer } = await world.ada.ask('GET', `/tickets/${id}`)
  // The token is there before four ask for it.
  await world.ada.csrf()
  world.write = async (subject) => (await world.ada.ask('POST', '/tickets', { category: 'other', subject, body: 'Words.', customer_id: customer.id })).id
  const make = async () => {
    while (ids.length < MADE) {
      const at = ids.push(undefined) - 1
      ids[at] = await world.write(`Matter ${at}`)
    }
  }
  await Promise.all(Array.from({ length: LANES }, make))
})

/** The ids of the whole list, as the API has them from page to page. */
async function order() {
  const all = []
  let cursor = ''
  do {
    const page = await world.ada.ask('GET', `/tickets?queue=all&limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    all.push(...page.items.map(({ id }) => id))
    cursor = page.next_cursor ?? ''
  } while (cursor)
  return all
}

/** The rows of the document from top to bottom, with where they stand and what they say of it. */
const rows = (page) =>
  page.locator('li[data-item]').evaluateAll((items) =>
    items.map((item) => ({
      id: item.dataset.item,
      top: Math.round(item.getBoundingClientRect().top),
      place: Number(item.getAttribute('aria-posinset')),
      size: Number(item.getAttribute('aria-setsize')),
    })),
  )

/** The row that has the focus; `undefined` when it is in no row, and a failure when it fell out of the list. */
const focused = (page) =>
  page.evaluate(() => {
    if (!document.activeElement?.closest('[data-region="list"]')) throw new Error('the focus fell out of the list')
    const item = document.activeElement.closest('li[data-item]')
    return item ? { id: item.dataset.item, place: Number(item.getAttribute('aria-posinset')), size: Number(item.getAttribute('aria-setsize')) } : undefined
  })

async function isBounded(page) {
  const count = await page.locator('[data-row]').count()
  assert.ok(count > 0 && count <= MOST_ROWS, `${count} rows in the document`)
}

/** Presses a key until the row with the focus is what was wanted; answers the rows on the way. */
async function pressUntil(page, key, isThere) {
  const way = []
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press(key)
    const before = way.at(-1)?.id
    // At the ends a press leads nowhere, and while a page is on its way not yet.
    const here = await until('a row has the focus', () => focused(page))
    await isBounded(page)
    if (here.id !== before) way.push(here)
    if (isThere(here)) return way
    await page.waitForFunction(() => document.querySelector('[data-region="list"] [aria-busy="false"]') !== null)
  }
  return assert.fail(`${key} led no further than ${JSON.stringify(way.at(-1))}`)
}

async function inbox(page) {
  await page.goto(`${CONSOLE}queue/all`)
  await until('the list is there', async () => (await rows(page)).length > 0)
}

/** Puts the keyboard on the first row. */
async function onFirst(page) {
  await page.keyboard.press('j')
  await until('the first row has the focus', () => page.evaluate(() => document.activeElement?.closest('li[data-item]')?.getAttribute('aria-posinset') === '1'))
}

/** Puts the pointer over the list. */
async function point(page) {
  const box = await page.locator('[data-region="list"] .scroll').boundingBox()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** What is under the pointer, and where it stands. */
const under = (page, { x, y }) =>
  page.evaluate(
    ([x, y]) => {
      const item = document.elementFromPoint(x, y)?.closest('li[data-item]')
      return item ? { id: item.dataset.item, top: Math.round(item.getBoundingClientRect().top) } : undefined
    },
    [x, y],
  )

/** Waits until nothing scrolls any more, and answers what is under the pointer then. */
const still = (page, pointer) =>
  until('a row stands still under the pointer', async () => {
    const one = await under(page, pointer)
    await frames(page, 6)
    const other = await under(page, pointer)
    return one && one.id === other?.id && one.top === other.top && one
  })

const frames = (page, count) =>
  page.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
  }, count)

journey(world, 'by keys to the end and back, on every row once, with few of them in the document', async ({ mina }) => {
  const all = await order()
  assert.equal(all.length, MADE)
  const page = await world.page(mina)
  const back = []
  page.on('request', (request) => request.url().includes('before=') && back.push(request.url()))
  await inbox(page)
  await onFirst(page)
  assert.equal((await focused(page)).id, all[0])
  assert.equal((await focused(page)).size, -1, 'nobody knows yet how many there are')

  const there = await pressUntil(page, 'PageDown', ({ place }) => place === MADE)
  assert.equal(there.at(-1).size, MADE, 'at the end it is known')
  for (const { id, place } of there) assert.equal(all[place - 1], id, `row ${place}`)

  const returned = await pressUntil(page, 'PageUp', ({ place }) => place === 1)
  for (const { id, place } of returned) assert.equal(all[place - 1], id, `row ${place} on the way back`)
  assert.ok(back.length > 0, 'pages that were let go were fetched again')

  const last = await pressUntil(page, 'End', ({ place, size }) => place === size)
  assert.equal(last.at(-1).id, all[MADE - 1])
  await page.keyboard.press('Home')
  await until('the first row has the focus again', async () => (await focused(page))?.id === all[0])
  for (let step = 1; step < 4; step += 1) {
    await page.keyboard.press('j')
    await until(`row ${step} has the focus`, async () => (await focused(page))?.id === all[step])
  }
})

journey(world, 'End goes to the end of the list and Home to its top, without the way between', async ({ mina }) => {
  const all = await order()
  const page = await world.page(mina)
  const asked = []
  page.on('request', (request) => /\/api\/v1\/tickets\?/.test(request.url()) && asked.push(new URL(request.url()).searchParams))
  await inbox(page)
  await onFirst(page)
  await page.keyboard.press('End')
  await until('the last row has the focus', async () => (await focused(page))?.id === all.at(-1))
  assert.equal(asked.filter((query) => query.get('last') === 'true').length, 1, 'its end was asked for')
  assert.ok(!asked.some((query) => query.has('cursor')), 'and no page on the way')
  const { place, size } = await focused(page)
  assert.deepEqual([place, size], [all.length, all.length], 'the desk has counted this queue')
  await isBounded(page)
  for (let step = 1; step < 4; step += 1) {
    await page.keyboard.press('k')
    await until(`row ${step} from the end has the focus`, async () => (await focused(page))?.id === all.at(-1 - step))
    assert.equal((await focused(page)).place, all.length - step)
  }
  // At its end already: nothing is asked for again.
  await page.keyboard.press('End')
  await until('the last row has the focus again', async () => (await focused(page))?.id === all.at(-1))
  assert.equal(asked.filter((query) => query.get('last') === 'true').length, 1)
  await page.keyboard.press('Home')
  await until('the first row has the focus', async () => (await focused(page))?.id === all[0])
  assert.equal((await focused(page)).place, 1)
})

journey(world, 'the end of a narrowed list has its place and size, too', async ({ mina }) => {
  const all = await order()
  const page = await world.page(mina)
  await inbox(page)
  const filter = page.locator('[data-region="list"]').getByRole('combobox')
  const narrowed = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('filter') === 'category:other')
  await filter.fill('category:other')
  await filter.press('Enter')
  await narrowed
  await page.waitForFunction(() => document.querySelector('[data-region="list"] [aria-busy="false"]') !== null)
  await page.locator('[data-row]').first().focus()
  // The first ticket is of another category, and the oldest of all.
  const other = all.filter((id) => id !== ids[0])
  await page.keyboard.press('End')
  await until('the last row has the focus', async () => (await focused(page))?.id === other.at(-1))
  const { place, size } = await focused(page)
  assert.deepEqual([place, size], [other.length, other.length])
  await page.keyboard.press('k')
  await until('the row above has the focus', async () => (await focused(page))?.id === other.at(-2))
  assert.equal((await focused(page)).place, other.length - 1)
})

journey(world, 'by wheel to the end and back, and nothing is missing or twice on the way', async ({ mina }) => {
  const all = await order()
  const page = await world.page(mina)
  await inbox(page)
  await point(page)
  const seen = new Map()
  const turn = async (by, isThere) => {
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const now = await rows(page)
      await isBounded(page)
      for (const { id, place } of now) seen.set(place, id)
      const places = now.map(({ place }) => place)
      assert.equal(new Set(places).size, places.length)
      if (isThere(now)) return
      await page.mouse.wheel(0, by)
      await page.waitForFunction(() => document.querySelector('[data-region="list"] [aria-busy="false"]') !== null)
    }
    assert.fail(`the wheel led no further than ${JSON.stringify((await rows(page)).at(by > 0 ? -1 : 0))}`)
  }
  await turn(600, (now) => now.at(-1).place === now.at(-1).size)
  assert.deepEqual([...seen].sort(([a], [b]) => a - b).map(([, id]) => id), all)
  seen.clear()
  await turn(-600, (now) => now[0].place === 1 && now[0].top >= 0)
  assert.deepEqual([...seen].sort(([a], [b]) => a - b).map(([, id]) => id), all)
})

journey(world, 'what comes, changes and leaves moves nothing under the pointer', async ({ ada, mina }) => {
  const page = await world.page(mina)
  await page.goto(`${CONSOLE}queue/open`)
  await until('the list is there', async () => (await rows(page)).length > 0)
  const pointer = await point(page)
  await page.mouse.wheel(0, 4_000)
  const before = await still(page, pointer)
  const shown = (await rows(page)).map(({ id }) => id)
  const above = shown[shown.indexOf(before.id) - 1]
  // One comes, the one above is solved and leaves the queue, the one under the pointer becomes urgent.
  const solved = (await ada.ask('GET', '/statuses')).items.find(({ category }) => category === 'solved').id
  await world.write('Come live')
  await ada.ask('PUT', `/tickets/${above}/status`, { status_id: solved })
  await ada.ask('PUT', `/tickets/${before.id}/priority`, { priority: 'urgent' })
  await shows(page.getByRole('button', { name: words('1 new') }))
  await shows(row(page, before.id).getByText('Urgent'))
  await shows(row(page, above).getByText(words('Solved')))
  assert.deepEqual(await under(page, pointer), before)

  // Asked for, it is there.
  await page.getByRole('button', { name: words('1 new') }).click()
  await until('the list is at its top', async () => (await rows(page))[0]?.place === 1)
  await hides(page.getByRole('button', { name: words('1 new') }))
})

journey(world, 'a page that comes on the way up leaves what one looks at where it is', async ({ mina }) => {
  const page = await world.page(mina)
  const last = (await order()).at(-1)
  await inbox(page)
  await onFirst(page)
  await page.keyboard.press('End')
  await until('the last row has the focus', async () => (await focused(page))?.id === last)
  let release
  const held = new Promise((resolve) => (release = resolve))
  let asked = 0
  await page.route(/\/api\/v1\/tickets\?.*before=/, async (route) => {
    asked += 1
    await held
    await route.continue()
  })
  const pointer = await point(page)
  for (let turn = 0; turn < MOST_STEPS && asked === 0; turn += 1) {
    await page.mouse.wheel(0, -400)
    await frames(page, 2)
  }
  await until('the page above is asked for', () => asked > 0)
  const before = await still(page, pointer)
  release()
  await page.waitForFunction(() => document.querySelector('[data-region="list"] [aria-busy="false"]') !== null)
  assert.deepEqual(await under(page, pointer), before)
})

journey(world, 'a range goes over rows that were let go, and says how many it took', async ({ mina }) => {
  const page = await world.page(mina)
  const bar = page.getByRole('toolbar', { name: 'Selected tickets' })
  await inbox(page)
  await onFirst(page)
  await page.keyboard.press('x')
  await shows(bar.getByText(words('1 selected')))
  const { size, id } = (await pressUntil(page, 'PageDown', ({ place, size }) => place === size)).at(-1)
  // The first row is in the document no more, and selected still.
  await shows(bar.getByText(words('1 selected')))
  await page.locator(`li[data-item="${id}"]`).getByRole('checkbox').click({ modifiers: ['Shift'] })
  await shows(bar.getByText(words(`${size} selected`)))
  await page.keyboard.press('Escape')
  await hides(bar)

  // Over rows that were never loaded, too.
  await inbox(page)
  await onFirst(page)
  await page.keyboard.press('x')
  await shows(bar.getByText(words('1 selected')))
  await page.keyboard.press('End')
  await until('the last row has the focus', async () => (await focused(page))?.id === id)
  await page.locator(`li[data-item="${id}"]`).getByRole('checkbox').click({ modifiers: ['Shift'] })
  await shows(bar.getByText(words(`${size} selected`)))
})

journey(world, 'whoever comes back from a ticket is on its row, on a telephone too', async ({ mina }) => {
  const page = await world.page(mina)
  await inbox(page)
  await onFirst(page)
  const here = (await pressUntil(page, 'PageDown', ({ place }) => place > 60)).at(-1)
  await page.keyboard.press('Enter')
  await shows(messages(page))
  await page.keyboard.press('r')
  await page.keyboard.press('Escape')
  await page.keyboard.press('u')
  await hides(messages(page))
  await until('its row has the focus', async () => (await focused(page))?.id === here.id)
  // From the settings too.
  await page.keyboard.press('g')
  await page.keyboard.press(',')
  await until('the settings are there', () => page.url().includes('/settings'))
  await page.goBack()
  await shows(row(page, here.id))
  const isInSight = (one) => one.getBoundingClientRect().top >= 0 && one.getBoundingClientRect().bottom <= innerHeight
  await until('its row is in sight', () => row(page, here.id).evaluate(isInSight))

  const phone = await world.page(mina, { viewport: { width: 390, height: 844 } })
  await inbox(phone)
  const pointer = await point(phone)
  await until('rows far down show', async () => {
    await phone.mouse.wheel(0, 900)
    await frames(phone, 4)
    return (await rows(phone)).some(({ place, top }) => place > 80 && top < 300)
  })
  const deep = await still(phone, pointer)
  await row(phone, deep.id).click()
  await shows(messages(phone))
  await phone.goBack()
  await shows(row(phone, deep.id))
  await until(`it stands at ${deep.top} again`, async () => {
    const after = (await rows(phone)).find(({ id }) => id === deep.id)
    return after && Math.abs(after.top - deep.top) <= 2
  })
})
