// Tickets of two customers belong together: linked by keyboard, seen from both ends, taken away and brought back; customers hear nothing.
import assert from 'node:assert/strict'
import { CONSOLE, open, row } from '../harness/console.mjs'
import { journey, LENA, OMAR, World } from '../harness/desk.mjs'
import { hides, shows, until, words } from '../harness/expect.mjs'
import { enter } from '../harness/site.mjs'

const world = World.shared((world) => world.staffed())

const dialog = (page) => page.getByRole('dialog', { name: /^Link/ })
const beside = (page) => page.locator('[data-region="context"]')
const linked = async (who, id) => (await who.ask('GET', `/tickets/${id}/linked-tickets`)).items

journey(world, 'two tickets are linked by keyboard and each shows the other', async ({ ada, mina }) => {
  const { id: one } = await world.ticket(LENA, { subject: 'My deposit is late', body: 'Over Tron.' })
  const { id: other } = await world.ticket(OMAR, { subject: 'All deposits are late', body: 'Over Tron too.' })
  const page = await world.page(mina)
  await open(page, one)
  await page.locator('[data-region="thread"]').focus()
  await page.keyboard.press('Shift+L')
  await page.getByRole('combobox', { name: 'Words of any ticket, or its number' }).fill(other)
  await shows(dialog(page).getByRole('option', { name: words('All deposits are late') }))
  await dialog(page).getByRole('radio', { name: 'What this is a case or a part of' }).check()
  await dialog(page).getByRole('button', { name: words(`Link with ${other}`) }).click()
  await shows(page.getByText(words(`${one} is linked with ${other}.`)))
  await shows(beside(page).getByText('This is a case of it'))
  await shows(page.getByText(words(`linked it as a case of ${other}`)))
  assert.deepEqual((await linked(ada, other)).map(({ id, kind }) => [id, kind]), [[one, 'child']])
  // From the one to the other, where it is seen from its own end.
  await beside(page).getByRole('link', { name: words('All deposits are late') }).click()
  await shows(page.getByRole('heading', { name: 'All deposits are late' }))
  await shows(beside(page).getByText('A case of this'))
  await beside(page).getByRole('button', { name: words(`Take the link with ${one} away`) }).click()
  await shows(page.getByText(words(`${other} is not linked with ${one} any more.`)))
  await until('it is gone', async () => (await linked(ada, one)).length === 0)
  await page.locator('[data-region="thread"]').focus()
  await page.keyboard.press('Control+z')
  await until('it is back', async () => (await linked(ada, one))[0]?.kind === 'parent')
  await shows(beside(page).getByText('A case of this'))
  // Its customer hears nothing of it.
  const lena = await world.page()
  await enter(lena, LENA.name)
  await lena.goto(`/tickets/${one}`)
  await shows(lena.getByText('Over Tron.'))
  await hides(lena.getByText(words(other)))
})

journey(world, 'what cannot be merged is linked instead', async ({ ada, mina }) => {
  const { id: one } = await world.ticket(LENA, { subject: 'One of two customers', body: 'Words.' })
  const { id: other } = await world.ticket(OMAR, { subject: 'The other of two customers', body: 'Words.' })
  const page = await world.page(mina)
  await page.goto(`${CONSOLE}queue/open`)
  for (const [id, subject] of [[one, 'One of two customers'], [other, 'The other of two customers']]) {
    await shows(row(page, id))
    await page.getByRole('checkbox', { name: words(`Select: ${subject}`) }).click()
  }
  await page.keyboard.press('l')
  await page.getByRole('button', { name: 'Link them instead' }).click()
  await dialog(page).getByRole('option', { name: words('The other of two customers') }).click()
  // The key that undoes comes before the page has heard that it is done: it is undone all the same.
  let answer
  const pressed = new Promise((resolve) => (answer = resolve))
  await page.route(`**/linked-tickets/${other}`, async (route) => {
    const response = await route.fetch()
    await pressed
    await route.fulfill({ response })
  })
  await dialog(page).getByRole('button', { name: words(`Link with ${other}`) }).click()
  await until('they are linked', async () => (await linked(ada, one))[0]?.id === other)
  await page.keyboard.press('Control+z')
  answer()
  await until('they are not', async () => (await linked(ada, one)).length === 0)
})

journey(world, 'several are linked with one at once: what cannot be is named, and the rest comes back', async ({ ada, mina }) => {
  const { id: cause } = await world.ticket(OMAR, { subject: 'The node stands still', body: 'Words.' })
  const cases = []
  for (const n of [1, 2, 3]) cases.push((await world.ticket(LENA, { subject: `Case ${n} of the node`, body: 'Words.' })).id)
  const page = await world.page(mina)
  await page.goto(`${CONSOLE}queue/all`)
  for (const [n, id] of cases.entries()) {
    await shows(row(page, id))
    await page.getByRole('checkbox', { name: words(`Select: Case ${n + 1} of the node`) }).click()
  }
  await page.getByRole('toolbar', { name: 'Selected tickets' }).getByRole('button', { name: 'Link', exact: true }).click()
  await shows(page.getByRole('dialog', { name: words('Link 3 tickets') }))
  await page.getByRole('combobox', { name: 'Words of any ticket, or its number' }).fill(cause)
  await shows(dialog(page).getByRole('option', { name: words('The node stands still') }))
  await shows(dialog(page).getByText(words(`3 tickets are linked with ${cause}.`)))
  // A colleague is faster with one of them.
  await ada.ask('POST', `/tickets/${cases[1]}/merge`, { into: cases[0] })
  await dialog(page).getByRole('radio', { name: 'What this is a case or a part of' }).check()
  await dialog(page).getByRole('button', { name: words(`Link with ${cause}`) }).click()
  const report = page.getByRole('dialog', { name: words(`2 tickets are linked with ${cause}`) })
  await shows(report)
  const left = report.getByRole('listitem').filter({ hasText: 'Case 2 of the node' })
  await shows(left.getByText(words('It goes on in another ticket. Do it there.')))
  const beside = (await linked(ada, cause)).map(({ id, kind }) => `${id} ${kind}`)
  assert.deepEqual(beside.sort(), [cases[0], cases[2]].map((id) => `${id} child`).sort())
  await report.getByRole('button', { name: words('Undo the 2 that were done') }).click()
  await shows(page.getByText(words('2 tickets are as they were.')))
  assert.deepEqual(await linked(ada, cause), [])
})
