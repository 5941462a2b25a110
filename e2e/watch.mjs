// Watches the memory of a running desk and of a console that is open on it while both work: `npm run watch -- --pid 4711 --minutes 60`,
// beside `proofdesk demo --live`. An agent looks at the inbox and a ticket and turns to the next one now and then; each minute a line says
// what the server holds, and what the page holds after its rubbish was collected. At the end it says how much of each came in an hour.
import { browser, visitor } from './harness/browser.mjs'
import { CONSOLE, messages } from './harness/console.mjs'
import { shows, until } from './harness/expect.mjs'
import { slope } from './harness/figures.mjs'
import { member, resident, rest, wishes } from './harness/running.mjs'

const MINUTE_MS = 60_000
/** Tickets that are turned over before the agent goes back to the top. */
const DOWN = 20

// `turn`: seconds between two tickets. `warm`: minutes at the beginning that are shown and not counted: caches fill in them.
const { minutes, turn, warm, queue, ...desk } = wishes({ minutes: 60, turn: 10, warm: 5, queue: 'all' })
if (!/^\d+$/.test(desk.pid)) throw new Error('name the process of the server: --pid, or PROOFDESK_PID')

const COLUMNS = [
  ['server', ({ server }) => server.all / 1024, 'MiB'],
  ['its own', ({ server }) => server.own / 1024, 'MiB'],
  ['page', ({ heap }) => heap / 1024 / 1024, 'MiB'],
  ['nodes', ({ nodes }) => nodes, ''],
  ['listeners', ({ listeners }) => listeners, ''],
]

const samples = []
/** Tickets that did not show in time; an hour's watch does not end with one. */
const missed = []
let frames = 0
let turns = 0
let isOver = false

await resident(desk.pid)
const person = await member(desk)
const running = await browser()
process.once('SIGINT', () => (isOver = true))
try {
  const context = await visitor(running, desk.url)
  await context.addCookies(person.state)
  const page = await context.newPage()
  page.on('websocket', (socket) => socket.on('framereceived', () => (frames += 1)))
  await page.goto(`${CONSOLE}queue/${queue}`)
  await shows(page.locator('[data-row]'))
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await shows(messages(page))
  const tools = await context.newCDPSession(page)

  console.log(`\n| minute | ${COLUMNS.map(([name, , unit]) => `${name}${unit && ` ${unit}`}`).join(' | ')} | live frames | turns |`)
  console.log(`| ---: |${' ---: |'.repeat(COLUMNS.length + 2)}`)
  const began = performance.now()
  await sample(tools, 0)
  for (let minute = 1; minute <= minutes && !isOver; minute += 1) {
    while (performance.now() - began < minute * MINUTE_MS && !isOver) {
      await rest(Math.max(0, Math.min(turn > 0 ? turn * 1000 : MINUTE_MS, began + minute * MINUTE_MS - performance.now())))
      if (turn > 0) await next(page)
    }
    await sample(tools, (performance.now() - began) / MINUTE_MS)
  }
  tell()
  if (missed.length > 0) console.log(`${missed.length} tickets did not show in time: ${missed[0].message}`)
  for (const fault of context.faults) console.log(`a fault of the page: ${fault.message}`)
} finally {
  await running.close()
}

/** The next ticket, or the first one of the list again, as it is by then. */
async function next(page) {
  const before = page.url()
  turns += 1
  await page.keyboard.press(turns % DOWN === 0 ? 'Home' : 'j')
  // The list may have ended, or its first ticket be the open one: the memory is what is watched, and not the way.
  await until('another ticket is open', () => page.url() !== before, 3_000).catch(() => {})
  await shows(messages(page)).catch((fault) => missed.push(fault))
}

async function sample(tools, minute) {
  await tools.send('HeapProfiler.collectGarbage')
  const { usedSize: heap } = await tools.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners: listeners } = await tools.send('Memory.getDOMCounters')
  const one = { minute, heap, nodes, listeners, server: await resident(desk.pid) }
  samples.push(one)
  const cells = COLUMNS.map(([, of, unit]) => (unit ? of(one).toFixed(1) : String(of(one))))
  console.log(`| ${Math.round(minute)} | ${cells.join(' | ')} | ${frames} | ${turns} |`)
}

/** What grew, from the end of the warming up on. */
function tell() {
  const counted = samples.filter(({ minute }) => minute >= warm)
  if (counted.length < 2) return console.log(`\nNothing is counted before minute ${warm}.`)
  const grown = COLUMNS.map(([, of, unit]) => {
    const perHour = slope(counted.map((one) => [one.minute, of(one)])) * 60
    return unit ? perHour.toFixed(2) : String(Math.round(perHour))
  })
  console.log(`| an hour | ${grown.join(' | ')} | | |`)
  const [first, last] = [counted[0], counted.at(-1)]
  console.log(`\nThe last line is the slope by least squares over ${counted.length} samples from minute ${Math.round(first.minute)} to ${Math.round(last.minute)}.`)
}
