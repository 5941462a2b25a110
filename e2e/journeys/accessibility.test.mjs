// axe on every kind of page, in both themes, and on a phone in the languages that are read otherwise: it finds nothing.
import assert from 'node:assert/strict'
import { accessible, accessibleInBoth, PHONE_AND_DESK } from '../harness/axe.mjs'
import { CONSOLE, message, messages, open, row } from '../harness/console.mjs'
import { journey, LENA, MEI, OMAR, World } from '../harness/desk.mjs'
import { shows } from '../harness/expect.mjs'
import { join } from '../harness/people.mjs'

/** One piece of evidence that fits, one that does not, a link that lies, and a secret. */
const BODY = `I sent 250 USDT to TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE, or was it 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb?
They said https://etherscan.io.verify-wallet.example/tx/0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4
and had my words: legal winner thank year wave sausage worth useful legal winner thank yellow`

let lena
const world = World.shared(async (world) => {
  await world.staffed()
  lena = await world.ticket(LENA, { subject: 'Deposit', body: BODY })
  const answer = { body: 'We are checking the block.', visibility: 'public', attachment_ids: [] }
  await world.mina.ask('POST', `/tickets/${lena.id}/messages`, answer)
  await world.mina.ask('POST', `/tickets/${lena.id}/messages`, { ...answer, body: 'Ask the wallet team.', visibility: 'internal' })
})

journey(world, 'what is wrong is found', async () => {
  const page = await world.page()
  await page.goto('/')
  await page.locator('main').evaluate((main) => main.insertAdjacentHTML('beforeend', '<button></button>'))
  await assert.rejects(accessible(page, 'a page with a nameless button'), /button-name/)
})

journey(world, 'the console is accessible in light and in dark', async () => {
  const stranger = await world.page()
  await stranger.goto(CONSOLE)
  await shows(stranger.getByRole('heading', { name: 'Sign in' }))
  await accessibleInBoth(stranger, 'sign-in')

  const page = await world.page(world.ada)
  await page.goto(`${CONSOLE}queue/all`)
  await shows(row(page, lena.id))
  await accessibleInBoth(page, 'inbox')
  await open(page, lena.id)
  await shows(page.getByText('This is their first ticket.'))
  await accessibleInBoth(page, 'ticket')
  await messages(page).getByRole('button', { name: /^Address: Tron/ }).first().click()
  await shows(page.getByRole('dialog', { name: 'Address' }))
  await accessibleInBoth(page, 'ticket with evidence open')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Note' }).click()
  await accessibleInBoth(page, 'ticket with a note')
  // Beside the handle by which the list is made wider.
  await messages(page).click({ position: { x: 40, y: 4 } })
  await page.keyboard.press('?')
  await shows(page.getByRole('dialog'))
  await accessibleInBoth(page, 'keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command bar' }).fill('status')
  await shows(page.getByRole('option'))
  await accessibleInBoth(page, 'command bar')
  await page.goto(`${CONSOLE}queue/all`)
  await shows(row(page, lena.id))
  await page.keyboard.press('x')
  await shows(page.getByRole('toolbar', { name: 'Selected tickets' }))
  await accessibleInBoth(page, 'inbox with a selection')
  // All of them, as the console itself lists them for who may do everything.
  const settings = page.getByRole('navigation', { name: 'Settings' }).getByRole('link')
  await page.goto(`${CONSOLE}settings/profile`)
  await shows(settings.filter({ hasText: 'Audit log' }))
  const paths = await settings.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  assert.ok(paths.length > 20, `${paths}`)
  for (const path of [...paths, `${CONSOLE}help`, `${CONSOLE}help/sections`, `${CONSOLE}help/glossary`, `${CONSOLE}help/missing`]) {
    await page.goto(path)
    await shows(page.getByRole('main').getByRole('heading', { level: 1 }))
    await page.waitForLoadState('networkidle')
    await accessibleInBoth(page, path)
  }
})

journey(world, 'the console is accessible in Chinese, on a phone in dark and at a desk in light', async ({ ada }) => {
  const wei = await join(ada, { email: 'wei@northwind.example', name: 'Wei Lin', locale: 'zh-Hans' })
  const page = await world.page(wei, { locale: 'zh-CN' })
  const sights = [
    ['queue/all', row(page, lena.id)],
    [`queue/all/${lena.id}`, message(page, 'We are checking the block.')],
    ['settings/profile', page.getByRole('main').getByRole('heading', { level: 1 })],
  ]
  for (const [colorScheme, viewport] of Object.entries(PHONE_AND_DESK)) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(viewport)
    // Loaded anew for each, because a phone is drawn other parts than a desk.
    for (const [path, sight] of sights) {
      await page.goto(`${CONSOLE}${path}`)
      await shows(sight)
      assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hans')
      await accessible(page, `${path} in Chinese, in ${colorScheme}`)
    }
  }
})

journey(world, "the customer's side is accessible at a desk in light, and on a phone in dark", async () => {
  const stranger = await world.page()
  for (const path of ['/', '/sign-in', '/development', '/nowhere']) {
    await stranger.goto(path)
    await accessibleInBoth(stranger, `${path}, signed out`, PHONE_AND_DESK)
  }
  const page = await world.page(lena.person)
  for (const path of ['/', '/tickets', '/tickets/new', `/tickets/${lena.id}`, '/en/help']) {
    await page.goto(path)
    await accessibleInBoth(page, path, PHONE_AND_DESK)
  }
  for (const path of ['other/text', 'deposit-not-credited/questions/tx', 'deposit-not-credited/questions/network', 'theft/questions/taken', 'kyc/questions/screenshot', 'deposit-not-credited/check']) {
    await page.goto(`/tickets/new/${path}`)
    await accessibleInBoth(page, path, PHONE_AND_DESK)
  }
  await page.goto(`/tickets/${lena.id}/escalation`)
  await accessibleInBoth(page, 'asking for a specialist', PHONE_AND_DESK)
  await page.goto('/')
  await page.locator('#question').fill('0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4 and TQ5NMqDjVMGrSmJqgKqbfzn3pXcKwWfpRm')
  await page.getByRole('button', { name: 'Look' }).click()
  await shows(page.getByText('What we recognised'))
  await accessibleInBoth(page, 'what was found in a question', PHONE_AND_DESK)
  await page.goto('/tickets/new/deposit-not-credited/check')
  await page.getByRole('main').getByRole('button', { name: 'Send' }).click()
  await shows(page.getByText('There is a problem'))
  await accessibleInBoth(page, 'a form with errors', PHONE_AND_DESK)
})

for (const [lang, locale, who, colorScheme] of [['ar', 'ar', OMAR, 'dark'], ['zh-Hans', 'zh-CN', MEI, 'light']]) {
  journey(world, `the customer's side is accessible on a phone in ${lang}, in ${colorScheme}, with news`, async () => {
    const { person, id } = await world.ticket(who, { subject: 'TRX', body: '250 USDT, Tron.' })
    const answer = { body: 'Tron, 3/20.', visibility: 'public', attachment_ids: [] }
    for (const _ of [1, 2]) await world.mina.ask('POST', `/tickets/${id}/messages`, answer)
    const page = await world.page(person, { locale, colorScheme, viewport: { width: 390, height: 800 } })
    await page.goto('/')
    await shows(page.locator('.bell .count'))
    for (const path of ['/', '/tickets', '/tickets/new', '/notifications', '/account', '/reach', '/verify', '/sessions', '/tickets/new/other/text', `/${lang}/help`, `/tickets/${id}`, `/tickets/${id}/escalation`]) {
      await page.goto(path)
      assert.equal(await page.locator('html').getAttribute('lang'), lang)
      await accessible(page, `${path} in ${lang}`)
    }
  })
}
