// A poor connection between a browser and the desk: slow on the way up, and gone when a journey says so. The browser's own
// emulation is of no use for that: a film of a phone fits into the buffers of this machine, and is away before it can be cut.
import { connect, createServer } from 'node:net'

/** Opens one to this address. */
export async function poorWire(to) {
  const { hostname, port } = new URL(to)
  const wire = new Wire(hostname, Number(port))
  await wire.open()
  return wire
}

class Wire {
  #rate = Number.POSITIVE_INFINITY
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
      if (this.#rate === Number.POSITIVE_INFINITY) return
      browser.pause()
      // Delay because slowness is what the wire is for.
      setTimeout(() => browser.resume(), (chunk.length / this.#rate) * 1000)
    })
  }

  /** From now on so many bytes a second go up. */
  slow(bytesPerSecond) {
    this.#rate = bytesPerSecond
  }

  /** Everything on it breaks, and nothing new comes through. */
  cut() {
    this.#isCut = true
    for (const end of this.#ends) end.destroy()
  }

  mend() {
    this.#isCut = false
    this.#rate = Number.POSITIVE_INFINITY
  }

  close() {
    this.cut()
    return new Promise((resolve) => this.server.close(resolve))
  }
}
