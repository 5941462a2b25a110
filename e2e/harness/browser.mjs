// Chromium, headless and quiet.
import { chromium } from 'playwright-core'

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  // A browser that asks for updates makes a closed network noisy and a test slow.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** How long a page may take to show what a journey waits for. It says nothing of how fast a page has to be: the machines that this
 *  runs on are of any speed, and only what never comes is to fail. */
export const PATIENCE_MS = 60_000

/** Something that was waited for in vain. */
export class Silence extends Error {}

/** What a browser answers, within our patience: to open and to close something is what Playwright waits for without end. */
export async function answered(what, answer, patience = PATIENCE_MS) {
  let timer
  const late = new Promise((_, reject) => {
    // Delay because what never answers must not hold the run.
    timer = setTimeout(() => reject(new Silence(`never happened: ${what}`)), patience)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

/** How often a browser is started that crashes before it has said anything. */
const STARTS = 3

/** Starts a browser. */
export async function browser(starts = STARTS) {
  const root = process.getuid?.() === 0
  try {
    return await chromium.launch({
      executablePath: process.env.PROOFDESK_CHROMIUM || '/usr/bin/chromium',
      headless: true,
      // Its sandbox does not start for root, which containers are.
      chromiumSandbox: !root,
      args: ARGUMENTS,
    })
  } catch (failure) {
    if (starts <= 1 || failure.name === 'TimeoutError' || !/signal=SIG/.test(failure.message)) throw failure
    console.error('the browser crashed at its start; it is started again')
    return browser(starts - 1)
  }
}

/**
 * A visitor: cookies, storage and looks of their own. What goes wrong in their pages is kept for the report. Their replies are
 * not held for a second thought unless `undoSeconds` says so: most journeys are about what comes then.
 */
export async function visitor(running, origin, { undoSeconds = 0, ...options } = {}) {
  const looks = { baseURL: origin, locale: 'en-GB', timezoneId: 'Europe/Berlin', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' }
  const context = await answered('a visitor comes', running.newContext({ ...looks, ...options }))
  context.setDefaultTimeout(PATIENCE_MS)
  await context.addInitScript((undoSeconds) => {
    const key = 'proofdesk.preferences.1'
    try {
      localStorage.setItem(key, localStorage.getItem(key) ?? JSON.stringify({ undoSeconds }))
    } catch {
      // Pages without an origin have no storage, and no replies.
    }
  }, undoSeconds)
  context.faults = []
  context.on('weberror', (fault) => context.faults.push(fault.error()))
  context.on('console', (line) => {
    // A refused style or script means that the page asks for what our own policy forbids.
    if (line.type() === 'error' && /Content Security Policy/.test(line.text())) context.faults.push(new Error(line.text()))
  })
  return context
}

/** Hides a page, or shows it again: a browser without a window is never out of sight by itself. */
export const sight = (page, hidden) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (hidden ? 'hidden' : 'visible') })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
