// A push service and the browser's half of a subscription, written by the specification alone (RFC 8291, RFC 8188): what the
// program seals must open here.
import { createDecipheriv, createECDH, createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'

const extract = (salt, key) => createHmac('sha256', salt).update(key).digest()
const expand = (key, info, length) =>
  createHmac('sha256', key).update(info).update(Buffer.from([1])).digest().subarray(0, length)

export class PushService {
  /** What came: path, headers, plain text. */
  received = []
  #keys = createECDH('prime256v1')
  #auth = randomBytes(16)

  static async start() {
    const service = new PushService()
    service.#keys.generateKeys()
    service.server = createServer(async (request, response) => {
      const chunks = []
      for await (const chunk of request) chunks.push(chunk)
      service.received.push({ path: request.url, headers: request.headers, text: service.#open(Buffer.concat(chunks)) })
      response.writeHead(201).end()
    })
    service.server.listen(0, '127.0.0.1')
    await once(service.server, 'listening')
    return service
  }

  /** What `PushSubscription.toJSON()` gives. */
  get subscription() {
    return this.at('one')
  }

  /** The same browser under another address. */
  at(name) {
    return {
      endpoint: `http://127.0.0.1:${this.server.address().port}/push/${name}`,
      keys: { p256dh: this.#keys.getPublicKey('base64url'), auth: this.#auth.toString('base64url') },
    }
  }

  /** Opens a body of one record. */
  #open(body) {
    const salt = body.subarray(0, 16)
    const length = body.readUInt8(20)
    const theirs = body.subarray(21, 21 + length)
    const sealed = body.subarray(21 + length)
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.#keys.getPublicKey(), theirs])
    const secret = expand(extract(this.#auth, this.#keys.computeSecret(theirs)), info, 32)
    const pseudo = extract(salt, secret)
    const key = expand(pseudo, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
    const nonce = expand(pseudo, Buffer.from('Content-Encoding: nonce\0'), 12)
    const cipher = createDecipheriv('aes-128-gcm', key, nonce)
    cipher.setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
    // The last record ends with a two, and zeros that pad it.
    const end = plain.findLastIndex((byte) => byte !== 0)
    if (plain[end] !== 2) throw new Error('the record is not the last one')
    return plain.subarray(0, end).toString()
  }

  stop() {
    this.server.close()
  }
}

/** Gives a page a push service of ours: the browser's own cannot be reached from here. All else is the browser's. */
export async function subscribesAt(context, subscription) {
  await context.addInitScript((given) => {
    const made = () => ({
      endpoint: given.endpoint,
      toJSON: () => given,
      unsubscribe: async () => localStorage.removeItem('subscribed') ?? true,
    })
    PushManager.prototype.subscribe = async (options) => {
      if (!options.userVisibleOnly || options.applicationServerKey.length !== 65) throw new Error('not as it should be')
      localStorage.setItem('subscribed', 'yes')
      return made()
    }
    PushManager.prototype.getSubscription = async () => (localStorage.getItem('subscribed') ? made() : null)
  }, subscription)
}

/**
 * Lets the browser's maker change its address, as the worker hears of it. No push service can be asked to, so the event is ours, and
 * what the worker does with it is real. `old` is left out by browsers that do not say what the address was.
 */
export async function changesAddress(page, { old, fresh }) {
  const [worker] = page.context().serviceWorkers()
  await worker.evaluate(
    async ({ old, fresh }) => {
      const made = (given) => ({ endpoint: given.endpoint, toJSON: () => given, unsubscribe: async () => true })
      PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
        if (!userVisibleOnly || applicationServerKey.length !== 65) throw new Error('not as it should be')
        return made(fresh)
      }
      const event = new Event('pushsubscriptionchange')
      let done
      event.waitUntil = (promise) => (done = promise)
      event.oldSubscription = old ? made(old) : null
      event.newSubscription = null
      self.dispatchEvent(event)
      await done
    },
    { old, fresh },
  )
}
