// The demo's desk for photographs: an inbox with a past, in ten languages.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Person } from './people.mjs'
import { Scanner } from './scanner.mjs'
import { endWithUs, program } from './server.mjs'

const STAFF = { agent: 'jonas@larkspur.example', administrator: 'ingrid@larkspur.example' }
/** Messages of a thread that fills a screen and not three. */
const MOST = 6
const QUEUES = ['open', 'mine', 'waiting_on_internal', 'all']
/** Rows of a list that are in sight. */
const ROWS = 9
/** As many as an inbox needs to look lived in. */
const TICKETS = '1500'

export class Demo {
  #people = new Map()
  #tickets = new Map()

  static async start() {
    const demo = new Demo()
    demo.data = await mkdtemp(join(tmpdir(), 'proofdesk-demo-'))
    const args = ['demo', '--data', demo.data, '--listen', '127.0.0.1:0', '--tickets', TICKETS]
    demo.scanner = await Scanner.start()
    const env = { ...process.env, PROOFDESK__PUSH__CONTACT: 'mailto:ops@larkspur.example', PROOFDESK__SCAN__CLAMD: demo.scanner.address }
    demo.child = spawn(program(), args, { stdio: ['ignore', 'pipe', 'ignore'], env })
    endWithUs(demo.child)
    const said = await demo.#said(/has the password +(\S+)/)
    demo.url = /^listening on (\S+)$/m.exec(said)[1]
    demo.password = /has the password +(\S+)/.exec(said)[1]
    await demo.#choose()
    return demo
  }

  /** Waits until the demo has said this. It goes on saying things, so its output is read to the end. */
  #said(wanted) {
    let said = ''
    return new Promise((resolve, reject) => {
      this.child.stdout.on('data', (chunk) => {
        said += chunk
        if (wanted.test(said)) resolve(said)
      })
      this.child.on('exit', () => reject(new Error(`the demo ended and said: ${said}`)))
    })
  }

  /** Looks for tickets that are worth a picture: in English, with some talk, and their row in sight. */
  async #choose() {
    const agent = await this.#staff('agent')
    const all = async (query) => (await agent.ask('GET', `/tickets?limit=100&${query}`)).items
    const talk = ({ lang, message_count: count, risk }) => (lang === 'en' && risk === 'none' && count <= MOST ? count : 0)
    const seen = []
    for (const queue of QUEUES) {
      const rows = (await all(`queue=${queue}`)).slice(0, ROWS)
      seen.push(...rows.map((row) => ({ queue, id: row.id, talk: talk(row) })))
    }
    const best = seen.reduce((best, one) => (one.talk > best.talk ? one : best))
    this.ticket = best.id
    this.queue = best.queue
    this.closed = (await all('queue=closed')).find(({ lang }) => lang === 'en')?.id
    const thefts = await all('risk=suspected_theft')
    const isOpen = ({ status }) => !['solved', 'closed'].includes(status.category)
    this.theft = (thefts.find((one) => isOpen(one) && one.lang === 'en') ?? thefts.find(isOpen) ?? thefts[0]).id
  }

  /** Whoever a photograph is taken as, signed in. */
  async person({ isConsole, lang }, { administrator }) {
    return isConsole ? this.#staff(administrator ? 'administrator' : 'agent') : this.#customer(lang)
  }

  async #staff(role) {
    if (!this.#people.has(role)) {
      const person = new Person(this)
      await person.ask('POST', '/session', { email: STAFF[role], password: this.password })
      this.#people.set(role, person)
    }
    return this.#people.get(role)
  }

  /** A demo customer of this language with something open. */
  async #customer(lang) {
    if (this.#people.has(lang)) return this.#people.get(lang)
    const page = await (await fetch(`${this.url}/development`)).text()
    const rows = [...page.matchAll(/name="customer" value="([^"]+)"[\s\S]*?<\/form>/g)]
    for (const [row, id] of rows) {
      if (!row.includes(`lang="${lang}"`)) continue
      const person = await this.#enter(id)
      const { items } = await person.ask('GET', '/tickets?limit=20')
      const open = items.find(({ status }) => !['solved', 'closed'].includes(status.category))
      if (!open) continue
      this.#people.set(lang, person)
      this.#tickets.set(lang, open.id)
      return person
    }
    throw new Error(`no demo customer reads ${lang} and waits for an answer`)
  }

  async #enter(customer) {
    const person = new Person(this)
    const body = new URLSearchParams({ csrf: '', customer })
    const signed = await fetch(`${this.url}/development`, { method: 'POST', body, redirect: 'manual' })
    const entered = await fetch(new URL(signed.headers.get('location'), this.url), { redirect: 'manual' })
    person.take(entered)
    return person
  }

  /** A customer who has waited so long that they may ask whether anybody is there, and may ask for somebody above; with their ticket. */
  async waiting() {
    const page = await (await fetch(`${this.url}/development`)).text()
    for (const [, id] of page.matchAll(/name="customer" value="([^"]+)"/g)) {
      const person = await this.#enter(id)
      const headers = { accept: 'text/html', cookie: `proofdesk=${person.cookie}` }
      for (const { id: number } of (await person.ask('GET', '/tickets?limit=20')).items) {
        const html = await (await fetch(`${this.url}/tickets/${number}`, { headers })).text()
        if (html.includes(`/${number}/nudges"`) && html.includes(`/${number}/escalation"`)) return { person, number }
      }
    }
    throw new Error('no demo customer waits for an answer of ours')
  }

  ticketOf(lang) {
    return this.#tickets.get(lang)
  }

  async end() {
    const ended = once(this.child, 'exit')
    this.child.kill('SIGTERM')
    await ended
    this.scanner.stop()
    await rm(this.data, { recursive: true, force: true })
  }
}
