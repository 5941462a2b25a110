// The real program on a fresh data folder, started, killed and started again.
import { spawn, execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** A debug build on a busy machine takes its time to make keys and tables. */
const START_MS = 180_000
const LOWEST_PORT = 20_000
/** Ports that this process has asked for. */
let asked = 0

/** The program under test. */
export function program() {
  const path = process.env.PROOFDESK_BIN
  if (!path) throw new Error('PROOFDESK_BIN is not set: name the proofdesk program to test, or run `cargo xtask test e2e`')
  return path
}

/** A run that breaks off leaves no process behind. */
export function endWithUs(child) {
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
}

/**
 * A port that nobody listens on, and that no connection is given while a desk is down: the system takes those of connections from a
 * range of its own, and one of another journey that has ours would keep the desk from coming back.
 */
async function freePort() {
  const range = await readFile('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').catch(() => '32768 60999')
  const below = Number.parseInt(range, 10)
  // Browsers refuse some ports of old services, none of which lies here.
  const span = below - LOWEST_PORT
  for (;;) {
    // Processes that begin at the same moment begin at different ports.
    const port = span > 1_000 ? LOWEST_PORT + ((process.pid + 613 * asked++) % span) : 0
    const probe = createServer()
    const isFree = await new Promise((resolve) => {
      probe.once('error', () => resolve(false))
      probe.listen(port, '127.0.0.1', () => resolve(true))
    })
    if (!isFree) continue
    const taken = probe.address().port
    await new Promise((resolve) => probe.close(resolve))
    return taken
  }
}

export class Server {
  #child
  #log = []
  /** The port is chosen once and kept over restarts, as a browser would expect. */
  #listen

  /** Starts a desk on a new folder. */
  static async start(settings = {}) {
    const server = new Server()
    server.data = await mkdtemp(join(tmpdir(), 'proofdesk-e2e-'))
    server.settings = settings
    server.#listen = `127.0.0.1:${await freePort()}`
    await server.up()
    return server
  }

  /** Starts the program; resolves when it answers. */
  async up() {
    const environment = {
      ...process.env,
      PROOFDESK__HTTP__DEVELOPMENT: 'true',
      // Everything here comes from one address.
      PROOFDESK__HTTP__REQUESTS_PER_SECOND: '0',
      ...this.settings,
    }
    const args = ['serve', '--data', this.data, '--listen', this.#listen, '--organisation', 'Northwind']
    const child = spawn(program(), args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    endWithUs(child)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => this.#log.push(chunk))
    await this.#listening(child)
  }

  async #listening(child) {
    let said = ''
    const address = new Promise((resolve, reject) => {
      child.stdout.on('data', (chunk) => {
        said += chunk
        const at = /^listening on (http:\/\/\S+)$/m.exec(said)
        if (at) resolve(at[1])
      })
      child.on('error', reject)
      child.on('exit', (status) => reject(new Error(`the server ended with ${status}:\n${this.log}`)))
      // Delay because a server that never answers must not hold the run.
      setTimeout(() => reject(new Error(`the server did not answer:\n${this.log}`)), START_MS).unref()
    })
    this.url = await address
    this.#listen = new URL(this.url).host
    await this.#ready()
    this.firstLink = /^\s+(http\S+\/console\/link\/\S+)$/m.exec(this.log)?.[1]
  }

  async #ready() {
    const end = Date.now() + START_MS
    while (Date.now() < end) {
      const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined)
      if (answer?.ok) return
      // Delay because a starting server is asked again, not hammered.
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    throw new Error(`the server is not ready:\n${this.log}`)
  }

  /** What the program has said since the folder was made. */
  get log() {
    return Buffer.concat(this.#log).toString()
  }

  /** How the program ended, if it did. */
  get ended() {
    return this.#child?.signalCode ?? this.#child?.exitCode ?? undefined
  }

  /** Ends the process: `SIGKILL` for the plug, `SIGTERM` for an operator. */
  async down(signal) {
    const child = this.#child
    if (!child || this.ended !== undefined) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  /** Runs another command of the program on the same data; answers what it printed, rejects when it fails. */
  async command(...args) {
    const { stdout } = await run(program(), [...args, '--data', this.data], { env: { ...process.env, ...this.settings } })
    return stdout
  }

  /** Ends the desk and forgets its data. */
  async remove() {
    await this.down('SIGKILL')
    await rm(this.data, { recursive: true, force: true })
  }
}
