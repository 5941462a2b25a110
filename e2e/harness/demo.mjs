// The demo's desk for photographs: an inbox with a past, in ten languages.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Person } from './people.mjs'
import { program } from './server.mjs'

const STAFF = { agent: 'jonas@larkspur.example', administrator: 'ingrid@larkspur.example' }
/** A thread that fills a screen and not three. */
const GOOD_LENGTH = { from: 4, to: 7 }

export class Demo {
  #people = new Map()
  #tickets = new Map()

  static async start() {
    const demo = new Demo()
    demo.data = await mkdtemp(join(tmpdir(), 'proofdesk-demo-'))
    const args = ['demo', '--data', demo.data, '--listen', '127.0.0.1:0', '--tickets', '600']
    demo.child = spawn(program(), args, { stdio: ['ignore', 'pipe', 'ignore'] })
    const said = await demo.#said(/has the password +(\S+)/)
    demo.url = /^listening on (\S+)$/m.exec(said)[1]
    demo.password = /has the password +(\S+)/.exec(said)[1]
    await demo.#choose()
    return demo
  }

  async #said(wanted) {
    let said = ''
    for await (const chunk of this.child.stdout) {
      said += chunk
      if (wanted.test(said)) return said
    }
    throw new Error(`the demo ended and said: ${said}`)
  }

  /** Looks for tickets that are worth a picture. */
  async #choose() {
    const agent = await this.#staff('agent')
    const worth = ({ lang, message_count }) => lang === 'en' && message_count >= GOOD_LENGTH.from && message_count <= GOOD_LENGTH.to
    const first = async (query) => {
      const { items } = await agent.ask('GET', `/tickets?limit=100&${query}`)
      return (items.find(worth) ?? items[0]).id
    }
    this.ticket = await first('queue=open&category=deposit-not-credited')
    this.theft = await first('risk=suspected_theft')
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

  /** A demo customer of this language who has written more than once. */
  async #customer(lang) {
    if (this.#people.has(lang)) return this.#people.get(lang)
    const page = await (await fetch(`${this.url}/development`)).text()
    const rows = [...page.matchAll(/name="customer" value="([^"]+)"[\s\S]*?<\/form>/g)]
    for (const [row, id] of rows) {
      if (!row.includes(`lang="${lang}"`)) continue
      const person = await this.#enter(id)
      const { items } = await person.ask('GET', '/tickets?limit=20')
      if (items.length < 3) continue
      this.#people.set(lang, person)
      this.#tickets.set(lang, (items.find(({ solved_at }) => !solved_at) ?? items[0]).id)
      return person
    }
    throw new Error(`no demo customer reads ${lang} and has written`)
  }

  async #enter(customer) {
    const person = new Person(this)
    const body = new URLSearchParams({ csrf: '', customer })
    const signed = await fetch(`${this.url}/development`, { method: 'POST', body, redirect: 'manual' })
    const entered = await fetch(new URL(signed.headers.get('location'), this.url), { redirect: 'manual' })
    person.take(entered)
    return person
  }

  ticketOf(lang) {
    return this.#tickets.get(lang)
  }

  async end() {
    const ended = once(this.child, 'exit')
    this.child.kill('SIGTERM')
    await ended
    await rm(this.data, { recursive: true, force: true })
  }
}
