// Many tickets at once: fifty are solved, one moved on meanwhile, what was done is turned back; boxes, tags and the command bar.
import assert from 'node:assert/strict'
import { CONSOLE, messages, row } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, shows, until, words } from '../harness/expect.mjs'

const HASH = '0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4'
const ids = []

const world = World.shared(async (world) => {
  await world.staffed()
  const { id } = await world.ticket(LENA, { subject: 'Matter 0', body: `My deposit ${HASH} is late.` })
  ids.push(id)
  const { customer } = await world.ada.ask('GET', `/tickets/${id}`)
  for (let at = 1; at < 50; at += 1) {
    const matter = { category: 'other', subject: `Matter ${at}`, body: 'Words.', customer_id: customer.id }
    ids.push((await world.ada.ask('POST', '/tickets', matter)).id)
  }
})

const bar = (page) => page.getByRole('toolbar', { name: 'Selected tickets' })
const stands = async (who, id) => (await who.ask('GET', `/tickets/${id}`)).status.category
const standing = async (category) => {
  const { items } = await world.ada.ask('GET', '/tickets?limit=100')
  return items.filter(({ status }) => status.category === category).length
}

journey(world, 'fifty are solved at once; the one that moved on is named, and everything comes back', async ({ ada, mina }) => {
  const page = await world.page(mina)
  // Her connection is cut, so that she cannot know of what happens meanwhile.
  await page.context().route('**/api/v1/{live,live/stream,feed}*', (route) => route.abort())
  await page.routeWebSocket(/\/api\/v1\/live/, (socket) => socket.close())
  await page.goto(`${CONSOLE}queue/all`)
  await shows(row(page, ids[49]))
  await page.keyboard.press('Control+a')
  await shows(bar(page).getByText(words('50 selected')))
  const moved = ids[20]
  await ada.ask('PUT', `/tickets/${moved}/priority`, { priority: 'high' })
  await page.keyboard.press('e')
  const report = page.getByRole('dialog', { name: words('49 tickets are now Solved') })
  await shows(report)
  await shows(report.getByRole('listitem').filter({ hasText: 'Matter 20' }).getByText('Somebody changed it meanwhile.'))
  assert.equal(await standing('solved'), 49)
  assert.equal(await stands(ada, moved), 'open')

  // What was left alone is selected with one press, as it is now, and can be had as well.
  await report.getByRole('button', { name: 'Select this one' }).click()
  await hides(report)
  await shows(bar(page).getByText(words('1 selected')))
  await page.keyboard.press('e')
  await shows(page.getByText(words('One ticket is now Solved.')))
  assert.equal(await standing('solved'), 50)

  // The newest first, then the forty-nine; of those one has been opened again by its customer and stays as it is.
  await page.keyboard.press('Control+z')
  await shows(page.getByText(words('One ticket is as it was.')))
  assert.equal(await stands(ada, moved), 'open')
  const { items } = await ada.ask('GET', '/statuses')
  const waiting = items.find(({ category }) => category === 'waiting_on_customer')
  await ada.ask('PUT', `/tickets/${ids[0]}/status`, { status_id: waiting.id })
  await page.keyboard.press('Control+z')
  const undone = page.getByRole('dialog', { name: words('48 tickets are as they were') })
  await shows(undone.getByRole('listitem').filter({ hasText: 'Matter 0' }))
  await page.keyboard.press('Escape')
  assert.equal(await standing('open'), 49)
  assert.equal(await stands(ada, ids[0]), 'waiting_on_customer')
})

journey(world, 'boxes select with the mouse, with Shift everything in between, and a team’s choice is one press', async ({ ada, mina }) => {
  const page = await world.page(mina)
  await page.goto(`${CONSOLE}queue/all`)
  await shows(row(page, ids[49]))
  const box = (at) => page.getByRole('checkbox', { name: words(`Select: Matter ${at}`) })
  await box(49).click()
  await box(46).click({ modifiers: ['Shift'] })
  await shows(bar(page).getByText(words('4 selected')))
  assert.ok(await box(47).isChecked())
  await bar(page).getByRole('button', { name: 'Priority' }).click()
  await page.getByRole('combobox', { name: 'Set the priority' }).fill('High')
  await page.keyboard.press('Enter')
  await shows(page.getByText(words('The priority of 4 tickets is now High.')))
  assert.equal((await ada.ask('GET', `/tickets/${ids[47]}`)).priority, 'high')
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await shows(page.getByText(words('4 tickets are as they were.')))
  assert.equal((await ada.ask('GET', `/tickets/${ids[47]}`)).priority, 'normal')
  await page.keyboard.press('Escape')
  await hides(bar(page))
})

journey(world, 'the command bar acts on the selection, goes places, and knows a pasted hash', async ({ ada, mina }) => {
  const page = await world.page(mina)
  const command = page.getByRole('combobox', { name: 'Command bar' })
  await page.goto(`${CONSOLE}queue/all`)
  await shows(row(page, ids[49]))
  await page.keyboard.press('j')
  await until('the keyboard is on a row', () => page.evaluate(() => document.activeElement?.hasAttribute('data-row')))
  await page.keyboard.press('Shift+j')
  await shows(bar(page).getByText(words('2 selected')))
  await page.keyboard.press('Shift+j')
  await shows(bar(page).getByText(words('3 selected')))
  const selected = await page.locator('[data-row]').evaluateAll((rows) => rows.slice(0, 3).map((row) => row.dataset.row))
  await page.keyboard.press('Control+k')
  await shows(page.getByText(words('About the 3 selected tickets')))
  await command.fill('tag +urgent -spam')
  await page.keyboard.press('Enter')
  await shows(page.getByText(words('Tags of 3 tickets: +urgent −spam')))
  for (const id of selected) assert.deepEqual((await ada.ask('GET', `/tickets/${id}`)).tags, ['urgent'])

  await page.keyboard.press('Control+k')
  await command.fill('assign @mina')
  await shows(page.getByRole('option', { name: words('Assign to Mina Park') }))
  await page.keyboard.press('Enter')
  await shows(page.getByText(words('3 tickets went to Mina Park.')))

  await page.keyboard.press('Control+k')
  await command.fill(HASH)
  await shows(page.getByRole('option').filter({ hasText: 'Matter 0' }))
  await page.keyboard.press('Enter')
  await until('the ticket is open', () => page.url().endsWith(ids[0]))

  await page.keyboard.press('.')
  await shows(page.getByRole('option', { name: /Reply/ }))
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await command.fill('go settings key')
  await page.keyboard.press('Enter')
  await shows(page.getByRole('heading', { name: 'Keyboard', level: 1 }))
})

journey(world, 'a selection goes with its list, whichever ticket is read beside it', async ({ ada, mina }) => {
  const page = await world.page(mina)
  await page.goto(`${CONSOLE}queue/all/${ids[49]}`)
  await shows(messages(page))
  await row(page, ids[49]).focus()
  for (const selected of [1, 2, 3]) {
    await page.keyboard.press('x')
    await shows(bar(page).getByText(words(`${selected} selected`)))
    await page.keyboard.press('j')
    await page.waitForURL(`**/${ids[49 - selected]}`)
  }
  await shows(bar(page).getByText(words('3 selected')))
  await page.getByRole('link', { name: words('Unassigned') }).first().click()
  await hides(bar(page))

  // Whose act is done goes on with the ticket that is opened: the next key is about that one.
  await page.goto(`${CONSOLE}queue/all`)
  await row(page, ids[49]).focus()
  await page.keyboard.press('i')
  await shows(bar(page).getByText(words('1 selected')))
  await until('it is mine', async () => (await ada.ask('GET', `/tickets/${ids[49]}`)).assignee?.name === 'Mina Park')
  await page.keyboard.press('Enter')
  await hides(bar(page))
  await page.keyboard.press('j')
  await page.waitForURL(`**/${ids[48]}`)
  await page.keyboard.press('e')
  await until('the open one is solved', async () => (await stands(ada, ids[48])) === 'solved')
  assert.notEqual(await stands(ada, ids[49]), 'solved')

  // A phone shows the list or the ticket, and what is done there is about that ticket.
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${CONSOLE}queue/all`)
  await page.getByRole('checkbox', { name: words('Select: Matter 49') }).click()
  await shows(bar(page).getByText(words('1 selected')))
  await row(page, ids[47]).click()
  await shows(messages(page))
  await page.keyboard.press('e')
  await until('the open one is solved', async () => (await stands(ada, ids[47])) === 'solved')
  assert.notEqual(await stands(ada, ids[49]), 'solved')
  await page.goBack()
  await shows(row(page, ids[49]))
  await hides(bar(page))
})
