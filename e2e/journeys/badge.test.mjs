// A page that is out of sight tells in its title that somebody wrote, in the list and in the open ticket, once for each ticket; looked at, it tells no more.
import { sight } from '../harness/browser.mjs'
import { CONSOLE, message, open, row } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, shows, until } from '../harness/expect.mjs'

const world = World.shared((world) => world.staffed())

const titled = (page, begin) => until(`the title begins with ${begin}`, async () => (await page.title()).startsWith(begin))
const plain = (page) => until('the title tells of nothing', async () => !(await page.title()).startsWith('('))

journey(world, 'what is written while nobody looks is told by the title', async ({ mina }) => {
  const { person: lena, id } = await world.ticket(LENA, { subject: 'My deposit', body: 'Over Tron.' })
  const page = await world.page(mina)
  await open(page, id)
  await shows(message(page, 'Over Tron.'))
  await until('it is read', async () => !(await mina.ask('GET', `/tickets/${id}`)).unread)
  await page.goto(`${CONSOLE}queue/all`)
  await shows(row(page, id))
  await hides(row(page, id).getByText('Unread'))
  await plain(page)

  await sight(page, true)
  await lena.ask('POST', `/tickets/${id}/messages`, { body: 'And now?' })
  await titled(page, '(1) ')
  await sight(page, false)
  await plain(page)

  // In the ticket that is open too, and once though it is in the list as well.
  await row(page, id).click()
  // Under the mouse a row has its box where the mark of what is unread is.
  await page.mouse.move(0, 0)
  await shows(message(page, 'And now?'))
  await hides(row(page, id).getByText('Unread'))
  await sight(page, true)
  await lena.ask('POST', `/tickets/${id}/messages`, { body: 'Is anybody there?' })
  await shows(message(page, 'Is anybody there?'))
  await titled(page, '(1) ')
  await shows(row(page, id).getByText('Unread'))
  await sight(page, false)
  await plain(page)
  // It is read now, and the list and the desk know it.
  await hides(row(page, id).getByText('Unread'))
  await until('the desk knows that it is read', async () => !(await mina.ask('GET', `/tickets/${id}`)).unread)
})
