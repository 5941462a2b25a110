// Measures how long it takes from ticket to ticket, in the browser, on a running desk: `npm run turns -- --turns 200`, beside
// `proofdesk demo --tickets 100000`. From the press of `j` to the frame in which the next ticket's messages are painted.
import { browser, visitor } from './harness/browser.mjs'
import { CONSOLE, messages } from './harness/console.mjs'
import { shows } from './harness/expect.mjs'
import { quantile } from './harness/figures.mjs'
import { member, rest, wishes } from './harness/running.mjs'

/** The first ones load what every ticket needs. */
const WARM = 10
/** An agent looks at a ticket before the next one; what stands beside it has come by then. */
const REST_MS = 500

const { turns, queue, ...desk } = wishes({ turns: 200, queue: 'all' })

const person = await member(desk)
const running = await browser()
try {
  const context = await visitor(running, desk.url)
  await context.addCookies(person.state)
  const page = await context.newPage()
  await page.goto(`${CONSOLE}queue/${queue}`)
  await shows(page.locator('[data-row]'))
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await shows(messages(page))
  await page.evaluate(prepare)
  const measured = []
  for (let at = 0; at < WARM + turns; at += 1) {
    await rest(REST_MS)
    await page.evaluate(() => globalThis.turning.begin())
    await page.keyboard.press('j')
    const one = await page.evaluate(() => globalThis.turning.done)
    if (at >= WARM) measured.push(one)
  }
  console.log(`\nFrom ticket to ticket, ${measured.length} times, by j, in the list ${queue}:\n`)
  console.log('| | median ms | p95 ms | most ms |\n| --- | ---: | ---: | ---: |')
  for (const [name, part] of [['from the press to the messages painted', 'whole'], ['of it before the ticket is asked for', 'before']]) {
    const values = measured.map((one) => one[part])
    console.log(`| ${name} | ${[0.5, 0.95, 1].map((share) => quantile(values, share).toFixed(1)).join(' | ')} |`)
  }
  for (const fault of context.faults) console.log(`a fault of the page: ${fault.message}`)
} finally {
  await running.close()
}

/** Runs in the page: clocks of another process would measure the way there too. */
function prepare() {
  const turning = (globalThis.turning = {})
  const open = () => location.pathname.split('/').at(-1)
  let left, pressed, routed, finish
  const isThere = () => {
    const thread = document.querySelector('[data-region="thread"]')
    const isNext = open() !== left && thread?.querySelector('.number bdi')?.textContent === open()
    return isNext && thread.querySelector('[role="log"] [data-message]') !== null
  }
  for (const name of ['pushState', 'replaceState']) {
    const own = history[name]
    history[name] = function (...words) {
      own.apply(this, words)
      if (finish && open() !== left) routed ??= performance.now()
    }
  }
  addEventListener('keydown', () => finish && (pressed ??= performance.now()), true)
  new MutationObserver(() => {
    if (!finish || pressed === undefined || !isThere()) return
    const told = finish
    finish = undefined
    // Delay because a frame is painted before the task after it.
    requestAnimationFrame(() => setTimeout(() => told({ whole: performance.now() - pressed, before: (routed ?? pressed) - pressed })))
  }).observe(document.body, { childList: true, subtree: true, characterData: true })
  turning.begin = () => {
    left = open()
    pressed = routed = undefined
    turning.done = new Promise((resolve, reject) => {
      finish = resolve
      // Delay because a list that has ended must not hold the run.
      setTimeout(() => reject(new Error(`no ticket came after ${left}`)), 30_000)
    })
  }
}
