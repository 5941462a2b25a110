// The twenty tasks of docs/tasks.md by keyboard alone, with the keys that it names and no other; and a newcomer who knows only what ? says.
// `PROOFDESK_TASKS_RUNS=5 npm test -- tasks` does the twenty five times, on new tickets, and prints the medians of their seconds.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after } from 'node:test'
import { bring, CONSOLE, field, message, row, status } from '../harness/console.mjs'
import { journey, LENA, World } from '../harness/desk.mjs'
import { hides, holds, shows, until, words } from '../harness/expect.mjs'
import { median } from '../harness/figures.mjs'
import { join } from '../harness/people.mjs'
import { postOffice } from '../harness/post.mjs'
import { PICTURE, send, thread } from '../harness/site.mjs'

const office = await postOffice()
after(() => office.close())

/** What the table says of each task. */
const LINES = new Map(
  (await readFile(new URL('../../docs/tasks.md', import.meta.url), 'utf8')).split('\n').flatMap((line) => {
    if (!/^\| \d+\. /.test(line)) return []
    const [task, begins, keys, , clicks, , theirKeys, theirClicks] = line.split('|').slice(1).map((cell) => cell.trim())
    const pressed = [...keys.matchAll(/(?:(\d+) × )?`([^`]+)`/g)].flatMap(([, times = '1', key]) => Array(Number(times)).fill(key))
    return [[Number.parseInt(task, 10), { task, begins, keys, pressed, clicks, theirKeys, theirClicks }]]
  }),
)

/** The number that a cell begins with; none where something cannot be done. */
const steps = (cell) => /^\d+/.exec(cell)?.[0]

/** Once is enough to see that they can be done. Of an odd number the median is a time that was. */
const RUNS = Number(process.env.PROOFDESK_TASKS_RUNS || 1)
if (!Number.isInteger(RUNS) || RUNS < 1 || RUNS % 2 === 0) throw new Error('PROOFDESK_TASKS_RUNS is an odd number')
/** What each task took, by its number. */
const seconds = new Map()

const ADDED = 24
const tickets = {}
const NAMES = ['reply', 'reply and solve', 'reply and wait', 'note', 'macro', 'solve', 'assign', 'snooze', 'tag', 'attach', 'take back', 'department']

const world = World.shared(
  async (world) => {
    await world.staffed()
    const { ada } = world
    await join(ada, { email: 'noor@northwind.example', name: 'Noor Haddad' })
    await ada.ask('POST', '/departments', { name: 'Node operations', email: 'nodes@northwind.example', lang: 'en' })
    const [brand] = (await ada.ask('GET', '/brands')).items
    const texts = [{ lang: 'en', text: 'Your deposit is on its way.' }]
    await ada.ask('POST', '/macros', { brand_id: brand.id, name: 'On its way', audience: 'all', texts })
    const { person, id } = await world.ticket(LENA, { subject: 'About the deposit', body: 'Words of the deposit.' })
    world.lena = person
    tickets.deposit = id
    const { customer } = await ada.ask('GET', `/tickets/${id}`)
    world.write = async (subject) => (await ada.ask('POST', '/tickets', { category: 'other', subject, body: `Words of ${subject}.`, customer_id: customer.id })).id
  },
  () => office.settings,
)

/** A key as the table writes it, as Playwright names it. */
const PLAYED = { Ctrl: 'Control', Esc: 'Escape', '↑': 'ArrowUp', '↓': 'ArrowDown' }
const played = (key) => key.split('+').map((part) => PLAYED[part] ?? part).join('+')

const focused = (locator) => until('it has the focus', () => locator.first().evaluate((one) => one === document.activeElement).catch(() => false))

class Desk {
  done = new Set()

  constructor(page) {
    this.page = page
    this.command = page.getByRole('combobox', { name: 'Command bar' })
    this.bar = page.getByRole('toolbar', { name: 'About this ticket' })
  }

  /** A press that belongs to no task. */
  press(key) {
    return this.page.keyboard.press(played(key))
  }

  /** The list with nothing open. */
  async list(queue = 'all') {
    await this.page.goto(`${CONSOLE}queue/${queue}`)
    await shows(this.page.locator('[data-row]'))
  }

  /** The ticket open and the keyboard on its row. */
  async row(name) {
    const id = tickets[name]
    await this.list()
    await bring(this.page, id)
    await row(this.page, id).focus()
    await this.press('Enter')
    await shows(message(this.page, `Words of ${name === 'deposit' ? 'the deposit' : name}.`))
    await shows(field(this.page))
    assert.equal(await this.page.evaluate(() => document.activeElement?.getAttribute('data-row')), id)
  }

  /** The ticket open with the cursor in its reply, by the key that opens it so. */
  async field(name) {
    await this.list()
    const id = tickets[name]
    const ids = await this.rows()
    const before = ids[ids.indexOf(id) - 1]
    assert.ok(before, `a row above ${name}`)
    await row(this.page, before).focus()
    await this.press('Enter')
    await until('the one above is open', () => this.page.url().endsWith(before))
    await this.press('Alt+J')
    await until('it is open', () => this.page.url().endsWith(id))
  }

  rows() {
    return this.page.locator('[data-row]').evaluateAll((all) => all.map((one) => one.dataset.row))
  }

  /** Does a task: `work` presses and says, `seen` waits for the sight that it is done. */
  async task(number, work, seen) {
    const line = LINES.get(number)
    assert.ok(line, `task ${number} is in docs/tasks.md`)
    const pressed = []
    const hands = {
      press: async (...keys) => {
        for (const key of keys) {
          pressed.push(key)
          await this.press(key)
        }
      },
      say: (text) => this.page.keyboard.type(text),
    }
    const began = performance.now()
    await work(hands)
    await seen()
    const took = (performance.now() - began) / 1000
    assert.deepEqual(pressed, line.pressed, `the keys of “${line.task}”`)
    assert.equal(String(pressed.length), steps(line.keys), `the number of keys of “${line.task}”`)
    this.done.add(number)
    seconds.set(number, [...(seconds.get(number) ?? []), took])
  }

  /** Opens the command bar and says a line of it, which must be offered. */
  async order(hands, text, offered) {
    await hands.press('Ctrl+K')
    await focused(this.command)
    await hands.say(text)
    await shows(this.page.getByRole('option', { name: offered }))
    await hands.press('Enter')
  }
}

journey(world, 'no task takes more steps than in Chatwoot', async () => {
  assert.deepEqual([...LINES.keys()], Array.from({ length: 20 }, (_, at) => at + 1))
  for (const { task, keys, clicks, theirKeys, theirClicks } of LINES.values()) {
    for (const [ours, theirs] of [[keys, theirKeys], [clicks, theirClicks]]) {
      assert.match(ours, /^\d+: /, task)
      if (steps(theirs) !== undefined) assert.ok(Number(steps(ours)) <= Number(steps(theirs)), `${task}: ${ours}, and there ${theirs}`)
    }
  }
})

for (let run = 1; run <= RUNS; run += 1) {
  const times = RUNS === 1 ? '' : `, ${run} of ${RUNS}`
  journey(world, `the twenty tasks are done with the keys that the document names${times}`, (world) => twentyTasks(world, run))
}

/** All of them, on tickets that nobody has touched. */
async function twentyTasks({ ada, mina, lena }, run) {
  for (const name of NAMES) tickets[name] = await world.write(name)
  if (run === 1) await sendPicture(lena)
  // The last task of the time before was to go away.
  else await mina.ask('PUT', '/me/availability', { availability: 'online' })

  const page = await world.page(mina)
  const desk = new Desk(page)
  const context = page.getByRole('complementary', { name: 'About the customer' })

  await desk.list('unassigned')
  const [first] = await desk.rows()
  await desk.task(
    1,
    async (hands) => {
      await hands.press('j')
      await until('the keyboard is on the first row', () => page.evaluate((id) => document.activeElement?.getAttribute('data-row') === id, first))
      await hands.press('i')
    },
    () => shows(page.getByText(words('One ticket went to Mina Park.'))),
  )
  assert.equal((await ada.ask('GET', `/tickets/${first}`)).assignee.name, 'Mina Park')

  await desk.row('assign')
  const ids = await desk.rows()
  const next = ids[ids.indexOf(tickets.assign) + 1]
  await desk.task(2, (hands) => hands.press('j'), () => until('the next one is open', () => page.url().endsWith(next)))

  // Nobody waits for the field: what is typed on the way stands in it, and none of it acts.
  await desk.field('reply')
  await desk.task(
    3,
    async (hands) => {
      await hands.say('eji: it is on its way.')
      await holds(field(page), 'eji: it is on its way.')
      await hands.press('Ctrl+Enter')
    },
    () => shows(message(page, 'eji: it is on its way.')),
  )
  await shows(status(page, 'Open'))

  for (const [number, name, keys, stands] of [
    [4, 'reply and solve', 'Ctrl+Shift+Enter', 'Solved'],
    [5, 'reply and wait', 'Ctrl+Alt+Enter', 'Waiting on customer'],
  ]) {
    await desk.field(name)
    await focused(field(page))
    await desk.task(
      number,
      async (hands) => {
        await hands.say(`My answer to ${name}.`)
        await hands.press(keys)
      },
      async () => {
        await shows(message(page, `My answer to ${name}.`))
        await shows(status(page, stands))
      },
    )
  }

  await desk.row('note')
  await desk.task(
    6,
    async (hands) => {
      await hands.press('n')
      await focused(field(page))
      await hands.say('Please look, @noo')
      await shows(page.getByRole('listbox', { name: 'Who can be mentioned' }).getByRole('option', { name: words('Noor Haddad') }))
      await hands.press('Enter')
      await holds(field(page), 'Please look, @Noor Haddad ')
      await hands.press('Ctrl+Enter')
    },
    () => shows(message(page, 'Please look').locator('.mention').filter({ hasText: '@Noor Haddad' })),
  )

  await desk.row('macro')
  const macro = page.getByRole('combobox', { name: 'Find a macro' })
  await desk.task(
    7,
    async (hands) => {
      await hands.press('m')
      await focused(macro)
      await hands.say('way')
      await shows(page.getByRole('dialog', { name: 'Find a macro' }).getByRole('option', { name: 'On its way' }))
      await hands.press('Ctrl+Enter')
    },
    () => shows(message(page, 'Your deposit is on its way.')),
  )
  await holds(field(page), '')

  await desk.row('solve')
  await desk.task(8, (hands) => hands.press('e'), () => shows(status(page, 'Solved')))

  await desk.row('assign')
  await desk.task(
    9,
    async (hands) => {
      await hands.press('a')
      await focused(page.getByRole('combobox', { name: 'Assign to…' }))
      await hands.say('Noor')
      await shows(page.getByRole('option', { name: words('Noor Haddad') }))
      await hands.press('Enter')
    },
    () => shows(desk.bar.getByRole('button', { name: words('Noor Haddad') })),
  )

  await desk.row('snooze')
  await desk.task(
    10,
    async (hands) => {
      await hands.press('z')
      await focused(page.getByRole('combobox', { name: 'Snooze until…' }))
      await hands.say('tomorrow m')
      await shows(page.getByRole('option', { name: 'Tomorrow morning' }))
      await hands.press('Enter')
    },
    () => shows(page.getByText(/Snoozed: /)),
  )
  assert.ok((await ada.ask('GET', `/tickets/${tickets.snooze}`)).snooze)

  await desk.row('tag')
  await desk.task(11, (hands) => desk.order(hands, 'tag +vip', words('+vip')), () => shows(desk.bar.getByText('vip', { exact: true })))

  await desk.field('attach')
  // A browser that is told to pass choosers on has been told by the time that the field is looked at.
  const asked = page.waitForEvent('filechooser')
  // Whoever fails before it is asked fails of that alone.
  asked.catch(() => {})
  await focused(field(page))
  await desk.task(12, (hands) => hands.press('Ctrl+Alt+A'), () => asked)

  await desk.list()
  await shows(row(page, tickets.tag))
  await desk.task(
    13,
    async (hands) => {
      await hands.press('/')
      await focused(page.locator('[data-region="list"]').getByRole('combobox'))
      await hands.say('category:deposit age<2h')
    },
    () => hides(row(page, tickets.tag)),
  )
  await shows(row(page, tickets.deposit))

  await desk.list()
  await desk.task(
    14,
    (hands) => desk.order(hands, tickets.deposit, words(tickets.deposit)),
    () => shows(message(page, 'Words of the deposit.')),
  )

  for (let at = 0; at < ADDED; at += 1) await world.write(`one of many ${at}`)
  await desk.list('open')
  await desk.task(
    15,
    async (hands) => {
      await hands.press('x')
      for (let at = 1; at < 20; at += 1) {
        await hands.press('Shift+J')
        // A held key is quicker than the list; a person looks at the number.
        await shows(page.getByRole('toolbar', { name: 'Selected tickets' }).getByText(words(`${at + 1} selected`)))
      }
      await hands.press('e')
    },
    () => shows(page.getByText(words('20 tickets are now Solved.'))),
  )

  await page.evaluate(() => {
    const key = 'proofdesk.preferences.1'
    localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key) ?? '{}'), undoSeconds: 30 }))
  })
  await page.reload()
  await desk.row('take back')
  await desk.press('r')
  await focused(field(page))
  await page.keyboard.type('Not so.')
  await desk.press('Ctrl+Enter')
  await shows(page.getByText(/Goes in \W*\d+\W* s/))
  await desk.task(16, (hands) => hands.press('Esc', 'Ctrl+Z'), () => holds(field(page), 'Not so.'))

  await desk.row('deposit')
  await shows(context.getByRole('button', { name: words('Reveal E-mail') }))
  await desk.task(
    17,
    async (hands) => {
      await desk.order(hands, 'reveal e-mail', words('Reveal E-mail'))
      await focused(context.getByLabel('Why do you need it?'))
      await hands.say('Comparing with the request.')
      await hands.press('Enter')
    },
    () => shows(context.getByText(LENA.email)),
  )

  await desk.row('deposit')
  await shows(message(page, 'The explorer shows it.').getByRole('img', { name: words('Picture deposit.png') }))
  await desk.task(18, (hands) => hands.press('Shift+F'), () => shows(page.getByRole('dialog', { name: 'deposit.png' })))

  await desk.row('department')
  const dialog = page.getByRole('dialog', { name: words(`Ask a department about ${tickets.department}`) })
  await desk.task(
    19,
    async (hands) => {
      await desk.order(hands, 'ask node', words('Ask node'))
      await focused(dialog.getByLabel('Subject'))
      await hands.say('Is the node behind?')
      await hands.press('Tab')
      await focused(dialog.getByLabel('What you want to know'))
      await hands.say('Block 41,220,918 is missing.')
      await hands.press('Ctrl+Enter')
    },
    () => shows(page.getByText(words('Node operations is asked.'))),
  )

  await desk.row('solve')
  await until('she is online', async () => (await mina.ask('GET', '/me/availability')).availability === 'online')
  await desk.task(20, (hands) => hands.press('Shift+A'), () => shows(page.getByText(words('You are now: Away'))))

  assert.deepEqual([...desk.done], [...LINES.keys()])
  if (run === RUNS) {
    const told = [...seconds].map(([number, all]) => `${number}: ${median(all).toFixed(2)}`)
    console.log(`seconds by keys, ${RUNS === 1 ? 'once' : `medians of ${RUNS}`}: ${told.join(', ')}`)
  }
}

/** The picture comes as customers send one. */
async function sendPicture(lena) {
  const site = await world.page(lena)
  await site.goto(`/tickets/${tickets.deposit}`)
  await site.locator('#body').fill('The explorer shows it.')
  await site.locator('#files').setInputFiles(PICTURE)
  await send(site)
  await shows(thread(site).getByText('The explorer shows it.'))
  await site.close()
}

journey(world, 'a newcomer who knows only what ? says answers ten tickets', async ({ ada, mina }) => {
  for (let at = 0; at < 10; at += 1) await world.write(`a newcomer’s ${at}`)
  const page = await world.page(mina)
  await page.goto(`${CONSOLE}queue/unassigned`)
  await shows(page.locator('[data-row]'))
  await shows(page.getByText(/\? for help and all keys/))
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys' })
  await shows(help.getByText('A ticket, from the list to its answer'))
  // The keys are read off the page, as a person does.
  const keysOf = async (step) => {
    const chords = help.getByRole('listitem').filter({ hasText: step }).locator('.chord')
    await shows(chords)
    return chords.evaluateAll((all) => all.map((one) => [...one.querySelectorAll('kbd')].map((key) => key.textContent).join('+')))
  }
  const [down, , open] = await keysOf('open a ticket')
  const [reply] = await keysOf('Write to the customer')
  const [solve] = await keysOf('set the ticket to Solved')
  const [leave] = await keysOf('Leave the field')
  const [next] = await keysOf('The next ticket of the list')
  // What is below the fold can be had by keys as well.
  const fold = help.locator('.modal-body')
  await page.keyboard.press('End')
  await until('the help is scrolled', () => fold.evaluate((one) => one.scrollHeight <= one.clientHeight || one.scrollTop > 0))
  await page.keyboard.press('Escape')
  await hides(help)

  const press = (key) => page.keyboard.press(played(key))
  await press(down)
  await until('the keyboard is on a row', () => page.evaluate(() => document.activeElement?.hasAttribute('data-row')))
  await press(open)
  await shows(field(page))
  await press(reply)
  const answered = new Set()
  for (let at = 0; at < 10; at += 1) {
    const before = page.url()
    answered.add(before.split('/').at(-1))
    await focused(field(page))
    await page.keyboard.type(`Answer ${at} of a newcomer.`)
    await press(solve)
    await shows(message(page, `Answer ${at} of a newcomer.`))
    await shows(status(page, 'Solved'))
    if (at === 9) break
    await press(next)
    await until('the next one is open', () => page.url() !== before)
  }
  assert.equal(answered.size, 10)
  for (const id of answered) await until(`${id} is solved`, async () => (await ada.ask('GET', `/tickets/${id}`)).status.category === 'solved')
  // Out of the field single keys act: back in the list.
  await press(leave)
  await press('u')
  await hides(field(page))
})
