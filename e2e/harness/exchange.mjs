// An exchange as docs/exchange-bridge.openapi.yaml describes one: another program, which can be down, slow or lie.
import { createServer } from 'node:http'
import { once } from 'node:events'

const TOKEN = 'only-for-tests-0123456789'
/** Far longer than the desk waits for an answer, so that a desk which is held up does not find one all the same. */
const SLOW_MS = 60_000
const HOUR = 3_600_000

const ago = (hours) => new Date(Date.now() - hours * HOUR).toISOString()
const usdt = (units) => ({ units, decimals: 6, asset: 'USDT' })
const ADDRESS = 'TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE'

function deposit(id, hours, units, state, confirmations) {
  const moments = { seen_at: ago(hours), updated_at: ago(hours - 0.1) }
  const rules = { credited_after: 19, withdrawable_after: 38 }
  const hash = id.padEnd(64, '4f1c2a90d6b3')
  return { id, amount: usdt(units), network: 'TRON', address: ADDRESS, memo: null, tx_hash: hash, state, confirmations, ...rules, ...moments }
}

const LISTS = {
  deposits: ({ blocks }) => [deposit('d2', 1, '250000000', blocks < 38 ? 'confirming' : 'finished', blocks), deposit('d1', 30, '400000', 'too_small', 60)],
  withdrawals: () => [
    {
      id: 'w1',
      amount: usdt('1250500000'),
      fee: usdt('1000000'),
      network: 'TRON',
      address: 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8',
      state: 'held',
      hold: { reason: 'security_change', since: ago(2), until: ago(-22) },
      confirmations: 0,
      requested_at: ago(2),
      updated_at: ago(1),
    },
  ],
  'api-keys': () => [],
  devices: () => [{ id: 'v1', name: 'Firefox on Linux', ip: '203.0.113.7', country: 'PT', first_seen_at: ago(3), last_seen_at: ago(1) }],
  'security-changes': () => [{ id: 's1', kind: 'password_changed', at: ago(3), ip: '203.0.113.7', country: 'PT' }],
}

export class Exchange {
  /** `up`, `down`, `slow`, or `lying`: amounts that are none. */
  mode = 'up'
  /** Confirmations of the deposit that is under way, and finished with as many as it may be withdrawn with. */
  blocks = 7
  /** What it was asked to do, by id. */
  acts = new Map()
  /** Requests for acts, each time they came. */
  asked = 0

  static async start(accounts) {
    const exchange = new Exchange()
    exchange.accounts = new Map(accounts.map((id) => [id, {}]))
    // Who was tired of waiting hears no answer, and that is no fault here.
    exchange.server = createServer((request, response) => exchange.#answer(request, response).catch(() => response.destroy()))
    exchange.server.listen(0, '127.0.0.1')
    await once(exchange.server, 'listening')
    exchange.url = `http://127.0.0.1:${exchange.server.address().port}`
    return exchange
  }

  /** What the desk has to know of it. */
  get settings() {
    return { PROOFDESK__BRIDGE__KIND: 'http', PROOFDESK__BRIDGE__URL: this.url, PROOFDESK__BRIDGE__TOKEN: TOKEN }
  }

  async #answer(request, response) {
    const { mode } = this
    // Delay because an exchange that answers too late is what this is about.
    if (mode === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS).unref())
    let body = ''
    for await (const chunk of request) body += chunk
    const [status, said] = mode === 'down' ? [503, {}] : this.#say(request, body)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  }

  #say({ method, url, headers }, body) {
    if (headers.authorization !== `Bearer ${TOKEN}`) return [401, {}]
    const [, version, what, id, part, act] = new URL(url, this.url).pathname.split('/').map(decodeURIComponent)
    if (version !== 'v1') return [404, {}]
    if (what === 'capabilities') return this.#told({ contract: 1, reads: ['account', ...Object.keys(LISTS)], acts: ['freeze'] })
    const account = what === 'accounts' && this.accounts.get(id)
    if (!account) return [404, {}]
    if (method === 'PUT' && part === 'acts') return [200, this.#freeze(account, act, JSON.parse(body))]
    if (part === undefined) return this.#told(this.#account(id, account))
    return LISTS[part] ? this.#told(LISTS[part](this)) : [501, {}]
  }

  #told(facts) {
    const lie = (text) => text.replaceAll(/"units":"(\d+)"/g, '"units":"$1.0"')
    const told = JSON.stringify(facts)
    return [200, { as_of: new Date().toISOString(), facts: JSON.parse(this.mode === 'lying' ? lie(told) : told) }]
  }

  #account(id, { frozenAt }) {
    return {
      account: id,
      uid: 'A7F3K9Q2M4X8B1C6',
      email: 'lena.hoffmann@mail.example',
      vip_tier: 2,
      volume_30d_cents: 812_345_00,
      volume_24h_cents: 20_010_00,
      holdings: [usdt('820100000'), { units: '15000000', decimals: 8, asset: 'BTC' }],
      holdings_cents: 925_010,
      kyc_level: 2,
      security: { second_factors: ['totp'], has_withdrawal_whitelist: true, has_anti_phishing_code: false },
      opened_at: ago(9_000),
      frozen_at: frozenAt ?? null,
    }
  }

  /** Once an id; whoever asks again gets the same receipt. */
  #freeze(account, id, wish) {
    this.asked += 1
    if (!this.acts.has(id)) {
      account.frozenAt = new Date().toISOString()
      const receipt = { act_id: id, receipt: `FRZ-${this.acts.size + 1}`, at: account.frozenAt }
      this.acts.set(id, { ...wish, receipt })
    }
    return this.acts.get(id).receipt
  }

  async stop() {
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }
}
