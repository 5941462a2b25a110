// A journey: one test with a desk, a browser and people of its own, and a report when it fails.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import assert from 'node:assert/strict'
import { answered, browser, Silence, visitor } from './browser.mjs'
import { connectExchange, customer, found, join as joinDesk } from './people.mjs'
import { Server } from './server.mjs'

const RESULTS = fileURLToPath(new URL('../results/journeys/', import.meta.url))
/** More than any journey takes on a machine that is ten times slower than ours. */
const JOURNEY_MS = 900_000
const PHOTOGRAPH_MS = 5_000
/** Chromium, once in some hundred times, never ends to close a page that is on its way to the next one. */
const LEAVE_MS = 20_000
/** For the report of one that does not end by itself. */
const REPORT_MS = 120_000

/** Customers that the exchange knows. */
export const LENA = { sub: 'lena', name: 'Lena Hoffmann', email: 'lena.hoffmann@mail.example', uid: '48213377', locale: 'en' }
export const OMAR = { sub: 'omar', name: 'عمر حداد', email: 'omar@mail.example', uid: '59120044', locale: 'ar' }
export const MEI = { sub: 'mei', name: '林美', email: 'mei@mail.example', uid: '60218812', locale: 'zh-Hans' }

/** One desk and one browser for all journeys of a file. */
export class World {
  #visitors = []
  #isReplaced = false
  /** Whose pages this journey has opened. */
  #people = new Set()

  /** Opens the file's world before its journeys, with these settings of the desk, furnishes it, and closes it after them. */
  static shared(furnish = () => {}, settings = () => ({})) {
    const world = new World()
    const begin = async () => {
      await world.open(settings())
      await furnish(world)
    }
    before(begin, { timeout: JOURNEY_MS })
    after(() => world.close(), { timeout: JOURNEY_MS })
    return world
  }

  async open(settings = {}) {
    ;[this.server, this.browser] = await Promise.all([Server.start(settings), browser()])
  }

  /** An administrator, an agent and the exchange's key: what most journeys begin with. */
  async staffed() {
    this.ada = await found(this.server)
    await connectExchange(this.ada)
    this.mina = await joinDesk(this.ada, { email: 'mina@northwind.example', name: 'Mina Park' })
  }

  /** A page of a visitor who has no session yet, or of this person. */
  async page(person, options = {}) {
    if (person && !this.#people.has(person)) await forgetDrafts(person)
    this.#people.add(person)
    const context = await visitor(this.browser, this.server.url, options)
    if (person) await context.addCookies(person.state)
    const page = await answered('a page opens', context.newPage())
    this.#visitors.push(page)
    return page
  }

  /** A customer who writes one ticket through the API; answers both. */
  async ticket(claims, { subject, body, category = 'deposit-not-credited' }) {
    const person = await customer(this.server, claims)
    const ticket = await person.ask('POST', '/tickets', { category, subject, body, lang: claims.locale })
    return { person, id: ticket.id }
  }

  /** Photographs every open page, keeps the server's log, and says where each page stood. */
  async report(name) {
    const base = join(RESULTS, name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'))
    await mkdir(RESULTS, { recursive: true })
    await writeFile(`${base}.log`, this.server?.log ?? '')
    for (const [index, page] of this.#visitors.entries()) {
      if (page.isClosed()) continue
      const path = `${base}-${index + 1}.png`
      await answered('a photograph', page.screenshot({ path, fullPage: true, timeout: PHOTOGRAPH_MS }), PHOTOGRAPH_MS * 2).catch(() => {})
      console.error(`${name}: page ${index + 1} stood at ${page.url()}`)
    }
  }

  /** Ends the journey's visits; their pages must have run without a fault. */
  async leave() {
    const contexts = new Set(this.#visitors.map((page) => page.context()))
    const faults = [...contexts].flatMap((context) => context.faults)
    this.#visitors = []
    this.#people.clear()
    const closing = Promise.all([...contexts].map((context) => context.close()))
    await answered('the visitors leave', closing, LEAVE_MS).catch((failure) => this.#replace(failure))
    assert.deepEqual(faults.map((fault) => fault.message), [], 'scripts and policy of the pages')
  }

  /** A browser that has fallen silent is not asked again: the journeys to come have another one. */
  async #replace(failure) {
    // Twice in one file is no accident of the browser's: something of ours keeps its pages from closing.
    if (!(failure instanceof Silence) || this.#isReplaced) throw failure
    this.#isReplaced = true
    console.error(`${failure.message}; another browser is started`)
    const silent = this.browser
    this.browser = await browser()
    // It may not answer to that either.
    await answered('the end of a browser', silent.close()).catch(() => {})
  }

  async close() {
    if (this.browser) await answered('the end of a browser', this.browser.close()).catch(() => {})
    await this.server?.remove()
  }
}

/** What an earlier journey left unsent would follow its member into the next one, as it does from device to device. */
async function forgetDrafts(person) {
  // Customers have no such drafts, and a desk that is down keeps its own.
  const { items } = await person.ask('GET', '/drafts').catch(() => ({ items: [] }))
  for (const { ticket, visibility } of items) await person.ask('DELETE', `/tickets/${ticket}/drafts/${visibility}`)
}

/** One journey of a file's world. */
export function journey(world, name, walk) {
  test(name, { timeout: JOURNEY_MS + REPORT_MS }, async () => {
    try {
      await answered('the end of the journey', walk(world), JOURNEY_MS)
      await world.leave()
    } catch (failure) {
      await world.report(name)
      await world.leave().catch(() => {})
      throw failure
    }
  })
}
