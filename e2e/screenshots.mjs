// Photographs the screens that a change is reviewed by, on demo data, into e2e/results/screens/: `npm run screenshots`.
// Words on the command line choose: `npm run screenshots -- console dark`.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { browser, visitor } from './harness/browser.mjs'
import { CONSOLE, field, messages, notLive } from './harness/console.mjs'
import { Demo } from './harness/demo.mjs'
import { shows } from './harness/expect.mjs'
import { film } from './harness/film.mjs'
import { BAD } from './harness/scanner.mjs'

const RESULTS = fileURLToPath(new URL('results/screens/', import.meta.url))
const PICTURE = fileURLToPath(new URL('../docs/images/console.png', import.meta.url))
const wanted = process.argv.slice(2)

const CONSOLE_SIZES = [[1440, 900], [1024, 768], [400, 860]]
const SITE_SIZES = [[1280, 900], [390, 844]]
const SITE_LANGUAGES = { en: 'en-GB', 'zh-Hans': 'zh-CN', ar: 'ar' }

/** What each of the console's screens is, and how it is reached. */
const console_ = {
  'sign-in': { path: CONSOLE, stranger: true },
  inbox: { path: `${CONSOLE}queue/open`, ready: (page) => shows(page.locator('[data-row]')) },
  empty: { path: `${CONSOLE}queue/mine`, administrator: true, ready: (page) => shows(page.getByText('Nothing is waiting for you')) },
  ticket: { path: (demo) => `${CONSOLE}queue/${demo.queue}/${demo.ticket}`, ready: (page) => shows(messages(page)) },
  note: { path: (demo) => `${CONSOLE}queue/${demo.queue}/${demo.ticket}`, ready: note },
  'guard-warning': { path: (demo) => `${CONSOLE}queue/${demo.queue}/${demo.ticket}`, ready: guardWarning },
  'not-live': { path: `${CONSOLE}queue/open`, before: cutOff, ready: (page) => shows(notLive(page)) },
  'read-only': { path: (demo) => `${CONSOLE}queue/closed/${demo.closed}`, ready: (page) => shows(page.locator('[data-composer] .reason')) },
  tabs: { path: `${CONSOLE}queue/open`, ready: tabs },
  theft: { path: (demo) => `${CONSOLE}queue/open/${demo.theft}`, ready: (page) => shows(messages(page)) },
  help: { path: `${CONSOLE}queue/open`, ready: help },
  bulk: { path: `${CONSOLE}queue/open`, ready: bulk },
  'command-bar': { path: `${CONSOLE}queue/open`, ready: commandBar },
  'macro-picker': { path: (demo) => `${CONSOLE}queue/${demo.queue}/${demo.ticket}`, ready: macroPicker },
  'macro-chips': { path: (demo) => `${CONSOLE}queue/${demo.queue}/${demo.ticket}`, ready: macroChips },
  snooze: { path: (demo) => `${CONSOLE}queue/${demo.queue}/${demo.ticket}`, ready: snooze },
  'new-ticket': { path: (demo) => `${CONSOLE}queue/${demo.queue}/${demo.ticket}`, ready: newTicket },
  merge: { path: (demo) => `${CONSOLE}queue/${demo.queue}/${demo.ticket}`, ready: merge },
  snoozed: { path: `${CONSOLE}queue/snoozed`, administrator: true, ready: (page) => shows(page.locator('[data-row]')) },
  macros: { path: `${CONSOLE}settings/macros`, administrator: true, ready: (page) => shows(page.locator('tbody tr')) },
  'macro-editor': { path: `${CONSOLE}settings/macros`, administrator: true, ready: macroEditor },
  keyboard: { path: `${CONSOLE}settings/keyboard`, ready: heading },
  compact: { path: `${CONSOLE}queue/open`, before: compact, ready: (page) => shows(page.locator('[data-row]')) },
  loading: { path: `${CONSOLE}queue/open`, before: (page) => page.route('**/api/v1/tickets?*', () => {}), ready: (page) => shows(page.locator('[aria-busy=true] .row')) },
  'no-ticket': { path: `${CONSOLE}queue/open/PD-0000-0000-0` },
  filter: { path: `${CONSOLE}queue/all`, ready: filter },
  'filter-wrong': { path: `${CONSOLE}queue/all`, ready: filterWrong },
  'filter-none': { path: `${CONSOLE}queue/all`, ready: filterNone },
  'save-view': { path: `${CONSOLE}queue/all`, ready: saveView },
  profile: { path: `${CONSOLE}settings/profile`, ready: heading },
  members: { path: `${CONSOLE}settings/members`, administrator: true, ready: heading },
  roles: { path: `${CONSOLE}settings/roles`, administrator: true, ready: heading },
  security: { path: `${CONSOLE}settings/security`, administrator: true, ready: heading },
  'app-push': { path: `${CONSOLE}settings/app-push`, administrator: true, ready: appPush },
  'app-secret': { path: `${CONSOLE}settings/app-push`, administrator: true, ready: appSecret },
  'exchange-events': { path: `${CONSOLE}settings/exchange-events`, administrator: true, ready: (page) => shows(page.locator('tbody tr')) },
  webhooks: { path: `${CONSOLE}settings/webhooks`, administrator: true, ready: heading },
  evidence: { path: (demo) => `${CONSOLE}queue/${demo.queue}/${demo.ticket}`, ready: evidence },
  'sealed-input': { path: `${CONSOLE}settings/sealed-input`, administrator: true, ready: (page) => shows(page.locator('tbody tr')) },
  jobs: { path: `${CONSOLE}settings/jobs`, administrator: true, ready: heading },
  forms: { path: `${CONSOLE}settings/forms`, administrator: true, ready: heading },
  statuses: { path: `${CONSOLE}settings/statuses`, administrator: true, ready: heading },
  'form-editor': { path: `${CONSOLE}settings/forms`, administrator: true, ready: formEditor },
  'form-wrong': { path: `${CONSOLE}settings/forms`, administrator: true, ready: formWrong },
  articles: { path: `${CONSOLE}help`, administrator: true, ready: (page) => shows(page.locator('main tbody tr')) },
  'article-editor': { path: `${CONSOLE}help`, administrator: true, ready: articleEditor },
  sections: { path: `${CONSOLE}help/sections`, administrator: true, ready: (page) => shows(page.locator('main tbody tr')) },
  glossary: { path: `${CONSOLE}help/glossary`, administrator: true, ready: (page) => shows(page.locator('main tbody tr')) },
  unanswered: { path: `${CONSOLE}help/missing`, administrator: true, ready: (page) => shows(page.locator('main h2')) },
  reviews: { path: `${CONSOLE}help/reviews`, administrator: true },
  'article-picker': { path: (demo) => `${CONSOLE}queue/${demo.queue}/${demo.ticket}`, ready: articlePicker },
  'articles-card': { path: (demo) => `${CONSOLE}queue/${demo.queue}/${demo.ticket}`, ready: articlesCard },
  export: { path: (demo) => `${CONSOLE}queue/${demo.queue}/${demo.ticket}`, administrator: true, ready: exportTranscript },
  uploads: { path: (demo) => `${CONSOLE}queue/${demo.queue}/${demo.ticket}`, before: stall, ready: consoleUploads },
  audit: { path: `${CONSOLE}settings/audit`, administrator: true, ready: heading },
  // The last one: what it says stays in the ticket.
  conflict: { path: (demo) => `${CONSOLE}queue/${demo.queue}/${demo.ticket}`, ready: conflict },
}

/** The customer's screens. */
const site = {
  welcome: { path: '/', stranger: true },
  'sign-in': { path: '/sign-in', stranger: true },
  development: { path: '/development', stranger: true },
  home: { path: '/' },
  tickets: { path: '/tickets' },
  'new-ticket': { path: '/tickets/new' },
  'text-step': { path: '/tickets/new/deposit-not-credited/text' },
  'question-tx': { path: '/tickets/new/deposit-not-credited/questions/tx', ready: (page) => page.locator('main details summary').click() },
  'question-choice': { path: '/tickets/new/theft/questions/taken' },
  'question-error': { path: '/tickets/new/deposit-not-credited/questions/network', ready: (page) => page.locator('main form .actions button').first().click() },
  check: { path: '/tickets/new/deposit-not-credited/check' },
  answered: { path: '/', ready: answered },
  account: { path: '/account' },
  'account-taken': { path: '/account-taken' },
  escalation: { path: (demo, lang) => `/tickets/${demo.ticketOf(lang)}/escalation` },
  'form-error': { path: '/tickets/new/deposit-not-credited/check', ready: (page) => page.locator('main form .actions button').click() },
  ticket: { path: (demo, lang) => `/tickets/${demo.ticketOf(lang)}` },
  answer: { path: (demo, lang) => `/tickets/${demo.ticketOf(lang)}/questions/screenshot` },
  'answer-given': { path: (demo, lang) => `/tickets/${demo.ticketOf(lang)}`, ready: opened },
  uploads: { path: (demo, lang) => `/tickets/${demo.ticketOf(lang)}`, before: stall, ready: siteUploads },
  reach: { path: '/reach?category=other' },
  'reach-stranger': { path: '/reach?category=theft', stranger: true },
  'reach-login': { path: '/reach?category=login-or-2fa', stranger: true },
  looks: { path: '/looks', ready: looked },
  notifications: { path: '/notifications' },
  'notification-settings': { path: '/notifications/settings', before: device, ready: (page) => shows(page.locator('.wishes')) },
  'push-denied': { path: '/notifications/settings', before: denied, ready: (page) => shows(page.locator('#push [role=status]').filter({ hasText: /./ })) },
  'ticket-files': { path: (demo, lang) => `/tickets/${demo.ticketOf(lang)}`, ready: files },
  sessions: { path: '/sessions' },
  help: { path: (demo, lang) => `/${lang}/help` },
  'help-section': { path: (demo, lang) => `/${lang}/help/sections/deposits-withdrawals` },
  article: { path: (demo, lang) => `/${lang}/help/deposit-not-arrived` },
  'help-search': { path: (demo, lang) => `/${lang}/help/search?q=USDT+TRC20` },
  'help-none': { path: (demo, lang) => `/${lang}/help/search?q=qqqqqq` },
  'help-glossary': { path: (demo, lang) => `/${lang}/help/glossary` },
  verify: { path: '/verify', stranger: true },
  'verify-answer': { path: '/verify', stranger: true, ready: verifyAnswer },
  'verify-good': { path: '/verify', ready: (page, demo, lang) => verify(page, demo, lang, (text) => text) },
  'verify-changed': { path: '/verify', ready: (page, demo, lang) => verify(page, demo, lang, (text) => text.replace(/"subject":"/, "$&Re: ")) },
  missing: { path: '/tickets/PD-0000-0000-0' },
}

/** The desk is there, and nothing live comes from it. */
async function cutOff(page) {
  await page.route('**/api/v1/{live,live/stream,feed}*', (route) => route.abort())
  await page.routeWebSocket(/\/api\/v1\/live/, (socket) => socket.close())
}

/** Somebody else answers while an answer is written. */
async function conflict(page, demo) {
  await shows(messages(page))
  await field(page).fill('Please send us the transaction hash.')
  const lead = await demo.person({ isConsole: true }, { administrator: true })
  await lead.ask('POST', `/tickets/${demo.ticket}/messages`, { body: 'It was credited a minute ago.', visibility: 'public', attachment_ids: [] })
  await shows(page.getByRole('button', { name: 'Review, then send' }))
}

async function tabs(page) {
  const rows = page.locator('[data-row]')
  const strip = page.getByRole('navigation', { name: 'Tickets in tabs' })
  await shows(rows)
  for (let at = 0; at < 4; at += 1) {
    await rows.nth(at).focus()
    await page.keyboard.press('Enter')
    await shows(messages(page))
    await page.keyboard.press('Shift+T')
    await shows(strip.getByRole('link').nth(at))
  }
}

async function macroPicker(page) {
  await shows(messages(page))
  await page.keyboard.press('m')
  await shows(page.locator('.macro-picker .text'))
}

async function snooze(page) {
  await shows(messages(page))
  await page.keyboard.press('z')
  await shows(page.getByRole('combobox', { name: 'Snooze until…' }))
}

async function merge(page) {
  await shows(messages(page))
  await page.keyboard.press('l')
  await shows(page.getByRole('dialog').getByRole('combobox'))
}

async function newTicket(page) {
  await shows(messages(page))
  await page.keyboard.press('Shift+N')
  await shows(page.getByRole('dialog', { name: /^New ticket for/ }))
}

async function articleEditor(page) {
  await page.locator('main tbody tr a').first().click()
  await shows(page.locator('main textarea'))
}

async function articlePicker(page) {
  await shows(messages(page))
  await field(page).pressSequentially('[[')
  await shows(page.getByRole('option'))
}

async function articlesCard(page) {
  await shows(messages(page))
  const card = page.locator('#articles-card')
  const beside = page.getByRole('button', { name: 'About the customer', exact: true })
  if ((await beside.getAttribute('aria-pressed')) !== 'true') await beside.click()
  await card.scrollIntoViewIfNeeded()
}

async function macroChips(page) {
  await macroPicker(page)
  await page.keyboard.press('Enter')
  await shows(page.locator('[data-composer] .along'))
}

async function macroEditor(page) {
  await page.locator('tbody tr a').first().click()
  await shows(page.locator('.prose p').first())
}

/** Narrows the list, and answers the box. */
async function narrowed(page, words) {
  const box = page.getByRole('combobox', { name: /^Filter/ })
  await box.fill(words)
  await box.press('Enter')
  return box
}

async function filter(page) {
  await shows(page.locator('[data-row]'))
  const box = page.getByRole('combobox', { name: /^Filter/ })
  await box.click()
  await box.pressSequentially('is:active category:with')
  await shows(page.getByRole('option'))
}

async function filterWrong(page) {
  await narrowed(page, 'is:active categry:deposit')
  await shows(page.getByRole('alert'))
}

async function filterNone(page) {
  await narrowed(page, 'is:active chain:monero asset:doge')
  await shows(page.getByText('No ticket passes this filter'))
}

async function saveView(page) {
  await narrowed(page, 'is:active category:deposit')
  await page.getByRole('button', { name: 'Save as view' }).click()
  await shows(page.getByRole('dialog'))
}

async function answered(page) {
  await page.locator('#question').fill('250 USDT, TQ5NMqDjVMGrSmJqgKqbfzn3pXcKwWfpRm, 0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4')
  await page.locator('.ask button').click()
  await shows(page.locator('.asked'))
}

/** Everything on a ticket's page that is folded. */
async function opened(page) {
  for (const summary of await page.locator('main details.help > summary').all()) await summary.click()
}

/** Pieces of uploads that never arrive. */
function stall(page) {
  return page.route('**/api/v1/uploads/*', (route) => (route.request().method() === 'PATCH' ? undefined : route.continue()))
}

const FILES = [
  { name: 'recording of the withdrawal page.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(12_000_000, 7) },
  { name: 'receipt.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 receipt') },
  { name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
]

async function siteUploads(page) {
  await page.locator('#files').setInputFiles(FILES)
  await shows(page.locator('.uploads > li').nth(2))
  await page.locator('.uploads').scrollIntoViewIfNeeded()
}

async function consoleUploads(page) {
  await shows(messages(page))
  await page.locator('[data-composer] input[type=file]').setInputFiles(FILES)
  await shows(page.locator('[data-composer] li').nth(2))
}

async function exportTranscript(page) {
  await shows(messages(page))
  await page.getByRole('button', { name: 'Export the transcript' }).click()
  await shows(page.getByRole('dialog'))
}

async function formEditor(page) {
  await page.locator('tr', { hasText: 'deposit-not-credited' }).getByRole('link').click()
  await shows(page.locator('details summary').nth(3))
  await page.locator('details summary').nth(3).click()
}

async function formWrong(page) {
  await formEditor(page)
  await page.getByRole('button', { name: 'Add a question' }).click()
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await shows(page.locator('[data-wrong]'))
}

/** Settings come with their own part of the program. */
function heading(page) {
  return shows(page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Settings' }))
}

async function note(page) {
  await shows(messages(page))
  await page.getByRole('tab', { name: 'Note' }).click()
  await field(page).fill('The hash checks out. Waiting for the wallet team until 15:00.')
}

/** What is known of the first fact in the thread. */
async function evidence(page) {
  await shows(messages(page))
  await messages(page).locator('button.evidence').first().click()
  await shows(page.getByRole('dialog'))
}

async function guardWarning(page) {
  await shows(messages(page))
  await field(page).fill('To go on, please send me the seed phrase of your wallet.')
  await shows(page.getByText('This asks for a seed phrase'))
}

async function verifyAnswer(page) {
  await page.locator('#transcript').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
  await page.locator('main form button').click()
  await shows(page.locator('#outcome'))
}

/** The transcript of the customer's own ticket, as it is or changed, verified. */
async function verify(page, demo, lang, change) {
  const transcript = await page.request.get(`${demo.url}/api/v1/me/tickets/${demo.ticketOf(lang)}/transcript`)
  const buffer = Buffer.from(change(await transcript.text()))
  await page.locator('#transcript').setInputFiles({ name: 'transcript.json', mimeType: 'application/json', buffer })
  await page.locator('main form button').click()
  await shows(page.locator('#outcome'))
}

/** A browser of the customer's, so that there is something to choose for it. */
async function device(page, demo, lang) {
  const person = await demo.person({ lang }, {})
  const key = Buffer.alloc(65, 9)
  key[0] = 4
  const subscription = { endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/one', p256dh: key.toString('base64url'), auth: 'BTBZMqHH6r4Tts7J_aSIgg' }
  await person.ask('POST', '/me/push-subscriptions', subscription)
}

function denied(page) {
  return page.addInitScript(() => Object.defineProperty(Notification, 'permission', { get: () => 'denied' }))
}

/** An agent opens the customer's account, and the customer sees it. */
async function looked(page, demo, lang) {
  const staff = await demo.person({ isConsole: true }, { administrator: true })
  const ticket = await staff.ask('GET', `/tickets/${demo.ticketOf(lang)}`)
  await staff.ask('GET', `/customers/${ticket.customer.id}/account`)
  await page.reload()
}

/** A film, a picture of a receipt, and a file that the scanner does not let through. */
async function files(page) {
  if ((await page.locator('main video').count()) === 0) {
    const moving = await film(page, 640, 360)
    await page.locator('#body').fill('🎬')
    await page.locator('#files').setInputFiles([
      { name: 'withdrawal page.webm', mimeType: 'video/webm', buffer: moving },
      { name: 'wallet-export.txt', mimeType: 'text/plain', buffer: Buffer.from(BAD) },
    ])
    await page.locator('.uploads > li').nth(1).waitFor()
    await page.locator('#body').locator('xpath=ancestor::form').locator('button[type=submit], button:not([type])').last().click()
  }
  await shows(page.locator('main video').last())
  // The scanner's word comes with a job that nothing announces here: its file is no link any more.
  const given = page.locator('main a[download="wallet-export.txt"]')
  for (let tries = 0; tries < 20 && (await given.count()) > 0; tries += 1) await page.reload()
  await shows(page.locator('main video').last())
}

async function appPush(page) {
  await heading(page)
  await shows(page.locator('tbody tr'))
}

async function appSecret(page) {
  await appPush(page)
  if ((await page.getByRole('button', { name: 'Set the address' }).count()) > 0) {
    await page.getByRole('button', { name: 'Set the address' }).first().click()
    await page.getByRole('dialog').getByRole('textbox').fill('https://push.larkspur.example/proofdesk')
    await page.getByRole('dialog').getByRole('button', { name: 'Set the address' }).click()
  } else {
    await page.getByRole('button', { name: 'New secret' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click()
  }
  await shows(page.getByText('It is shown only now.'))
}

async function bulk(page) {
  await shows(page.locator('[data-row]'))
  await page.keyboard.press('x')
  for (let more = 0; more < 3; more += 1) await page.keyboard.press('Shift+j')
  await shows(page.getByRole('toolbar', { name: 'Selected tickets' }))
}

async function commandBar(page) {
  await bulk(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('status ')
  await shows(page.getByRole('option'))
}

async function help(page) {
  await shows(page.locator('[data-row]'))
  await page.keyboard.press('?')
  await shows(page.getByRole('dialog'))
}

function compact(page) {
  return page.addInitScript(() => localStorage.setItem('proofdesk.preferences.1', JSON.stringify({ density: 'compact' })))
}

async function photograph(running, demo, name, screen, look) {
  if (!wanted.every((word) => `${name}`.split('-').includes(word) || name.includes(word))) return
  const context = await visitor(running, demo.url, look)
  if (!screen.stranger) await context.addCookies((await demo.person(look, screen)).state)
  const page = await context.newPage()
  // What is begun on one photograph must not stand in the next one.
  await page.route('**/api/v1/tickets/*/drafts/*', (route) => (route.request().method() === 'GET' ? route.continue() : route.abort()))
  await screen.before?.(page, demo, look.lang)
  await page.goto(typeof screen.path === 'function' ? screen.path(demo, look.lang) : screen.path)
  await screen.ready?.(page, demo, look.lang)
  await page.waitForLoadState(/loading|uploads/.test(name) ? 'load' : 'networkidle')
  await page.screenshot({ path: `${RESULTS}${name}.png`, fullPage: look.fullPage })
  await context.close()
}

await mkdir(RESULTS, { recursive: true })
const [demo, running] = await Promise.all([Demo.start(), browser()])
try {
  for (const colorScheme of ['light', 'dark']) {
    for (const [width, height] of CONSOLE_SIZES) {
      const look = { colorScheme, viewport: { width, height }, isConsole: true, fullPage: false }
      for (const [name, screen] of Object.entries(console_)) {
        await photograph(running, demo, `console-${name}-${width}-${colorScheme}`, screen, look)
      }
    }
    for (const [width, height] of SITE_SIZES) {
      for (const [lang, locale] of Object.entries(SITE_LANGUAGES)) {
        const look = { colorScheme, viewport: { width, height }, lang, locale, fullPage: true }
        for (const [name, screen] of Object.entries(site)) {
          await photograph(running, demo, `site-${name}-${lang}-${width}-${colorScheme}`, screen, look)
        }
      }
    }
  }
  if (wanted.length === 0 || wanted.includes('readme')) await picture()
} finally {
  await running.close()
  await demo.end()
}

/** The picture at the top of the README: an inbox with a ticket open. */
async function picture() {
  const context = await visitor(running, demo.url, { viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
  await context.addCookies((await demo.person({ isConsole: true }, {})).state)
  const page = await context.newPage()
  await page.goto(`${CONSOLE}queue/${demo.queue}/${demo.ticket}`)
  await shows(messages(page))
  await shows(page.getByText('Earlier tickets'))
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: PICTURE })
  await context.close()
}
