// People of a desk, made as real ones are: by one-time links, passwords and the exchange's signed tokens.
import { createHmac, randomUUID } from 'node:crypto'

const KEY = { kid: 'northwind', secret: 'only-for-tests-and-demos-0123456789abcdef' }
const COOKIE = 'proofdesk'
export const PASSWORD = 'velvet anchor under nine moons'

/** Whoever talks to the API with a session of their own, as a browser does. */
export class Person {
  constructor(server, cookie = '') {
    this.server = server
    this.cookie = cookie
  }

  /** Calls the API; answers the body, or throws with the problem's words. */
  async ask(method, path, body, headers = {}) {
    const { value } = await this.answer(method, path, body, headers)
    return value
  }

  async answer(method, path, body, headers = {}) {
    const sent = { accept: 'application/json', cookie: `${COOKIE}=${this.cookie}`, ...headers }
    if (method !== 'GET' && this.cookie) sent['x-csrf-token'] = await this.csrf()
    if (body !== undefined) sent['content-type'] = 'application/json'
    const answer = await fetch(`${this.server.url}/api/v1${path}`, {
      method,
      headers: sent,
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    this.take(answer)
    return { value: text === '' ? undefined : JSON.parse(text), etag: answer.headers.get('etag') }
  }

  /** The files of a ticket, the oldest first. */
  async filesOf(number) {
    const { items } = await this.ask('GET', `/tickets/${number}/timeline`)
    return items.flatMap((item) => item.attachments ?? [])
  }

  /** The bytes of a file, as the desk keeps them. */
  async bytesOf({ id }) {
    const answer = await fetch(`${this.server.url}/api/v1/attachments/${id}`, { headers: { cookie: `${COOKIE}=${this.cookie}` } })
    return Buffer.from(await answer.arrayBuffer())
  }

  take(answer) {
    const set = answer.headers.getSetCookie().find((one) => one.startsWith(`${COOKIE}=`))
    if (!set) return
    this.cookie = set.slice(COOKIE.length + 1).split(';')[0]
    this.token = undefined
  }

  async csrf() {
    this.token ??= (await this.ask('GET', '/me')).csrf_token
    return this.token
  }

  /** What a browser context needs to be signed in as this person. */
  get state() {
    const cookie = { name: COOKIE, value: this.cookie, url: this.server.url, httpOnly: true, sameSite: 'Lax' }
    return [cookie]
  }
}

/** The token in a one-time link. */
const tokenOf = (link) => new URL(link).pathname.split('/').at(-1)

/** Makes the first administrator by the link that the first start printed. */
export async function found(server, email = 'ada@northwind.example', name = 'Ada Brandt') {
  const person = new Person(server)
  const acceptance = { email, name, password: PASSWORD, locale: 'en', time_zone: 'Europe/Berlin' }
  await person.ask('POST', `/links/${tokenOf(server.firstLink)}/acceptance`, acceptance)
  return Object.assign(person, { email, name })
}

/** Invites a member by the administrator and uses the link. */
export async function join(administrator, { email, name, role = 'agent', roles, teams = [], locale = 'en' }) {
  const known = roles ?? [(await roleOf(administrator, role)).id]
  const brands = (await administrator.ask('GET', '/brands')).items.map(({ id }) => id)
  const invitation = { email, name, roles: known, teams, brands, skills: [], locale, time_zone: 'Europe/Berlin' }
  const { link } = await administrator.ask('POST', '/staff', invitation)
  const person = new Person(administrator.server)
  await person.ask('POST', `/links/${tokenOf(link)}/acceptance`, { password: PASSWORD, locale, time_zone: 'Europe/Berlin' })
  return Object.assign(person, { email, name })
}

/** The role that every desk begins with under this word. */
export async function roleOf(administrator, builtin) {
  const { items } = await administrator.ask('GET', '/roles')
  return items.find((role) => role.builtin === builtin)
}

/** Gives the desk the exchange's key. The development page signs with one of its own. */
export async function connectExchange(administrator) {
  const [brand] = (await administrator.ask('GET', '/brands')).items
  const audience = administrator.server.url
  const key = { brand_id: brand.id, kid: KEY.kid, audience, material: { HS256: KEY.secret } }
  await administrator.ask('POST', '/exchange-keys', key)
}

/** Signs a customer in as the exchange does: by a token that works once. */
export async function customer(server, claims) {
  const person = new Person(server)
  await person.ask('POST', '/customer-session', { token: exchangeToken(server, claims) })
  return Object.assign(person, claims)
}

/** The exchange's word for its customer (JWT, HS256), good for five minutes. */
export function exchangeToken(server, claims) {
  const now = Math.floor(Date.now() / 1000)
  const header = { alg: 'HS256', typ: 'JWT', kid: KEY.kid }
  const body = { aud: server.url, jti: randomUUID(), iat: now, exp: now + 300, ...claims }
  const signed = [header, body].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${signed}.${createHmac('sha256', KEY.secret).update(signed).digest('base64url')}`
}
