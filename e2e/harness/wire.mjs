// A poor connection between a browser and the desk: it stops in the middle of what goes up, and is gone when a journey says so. The
// browser's own emulation is of no use for that: a film of a phone fits into the buffers of this machine, and is away before it can be
// cut; and what is only slow has gone by when whoever is to cut it is held up.
import { connect, createServer } from 'node:net'

/** Opens one to this address. */
export async function poorWire(to) {
  const { hostname, port } = new URL(to)
  const wire = new Wire(hostname, Number(port))
  await wire.open()
  return wire
}

class Wire {
  /** How many bytes may have gone up until nothing more does. */
  #most = Number.POSITIVE_INFINITY
  /** What goes on when it is mended. */
  #held = new Set()
  #isCut = false
  #ends = new Set()
  /** Bytes that reached the desk. */
  passed = 0

  constructor(host, port) {
    this.desk = { host, port }
    this.server = createServer((browser) => this.#join(browser))
    // A journey that fails leaves it open, and must end all the same.
    this.server.unref()
  }

  async open() {
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${this.server.address().port}`
  }

  #join(browser) {
    browser.on('error', () => {})
    if (this.#isCut) return browser.destroy()
    const desk = connect(this.desk)
    desk.on('error', () => {})
    for (const [end, other] of [[browser, desk], [desk, browser]]) {
      this.#ends.add(end)
      end.on('close', () => {
        this.#ends.delete(end)
        other.destroy()
      })
    }
    desk.pipe(browser)
    browser.on('end', () => desk.end())
    browser.on('data', (chunk) => {
      desk.write(chunk)
      this.passed += chunk.length
      if (!this.isHeld) return
      browser.pause()
      this.#held.add(browser)
    })
  }

  /**
   * So many bytes go up from now on, and then nothing until it is mended or cut: what is to happen in the middle happens there,
   * however long whoever makes it happen is held up.
   */
  holdAfter(bytes) {
    this.#most = this.passed + bytes
  }

  /** Whether that many are up. */
  get isHeld() {
    return this.passed >= this.#most
  }

  /** Everything on it breaks, and nothing new comes through. */
  cut() {
    this.#isCut = true
    for (const end of this.#ends) end.destroy()
  }

  mend() {
    this.#isCut = false
    this.#most = Number.POSITIVE_INFINITY
    for (const end of this.#held) end.resume()
    this.#held.clear()
  }

  close() {
    this.cut()
    return new Promise((resolve) => this.server.close(resolve))
  }
}
