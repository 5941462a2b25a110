/** Gives the live machine its sockets, its clock and its dice. */

import { CROWDED_CODE, initial, step, type Effect, type Frame, type Input, type State } from './machine'

export interface LiveOptions {
  /** The API's root, such as `/api/v1`. */
  root: string
  onFrame: (frame: Frame) => void
  /** More was missed than the server replays: everything shown has to be fetched again. */
  onResync: () => void
  onSignedOut: () => void
  onState: (state: State) => void
}

/** How long a connection may take to say its first word. */
const OPEN_TIMEOUT_MS = 10_000
/** One frame a second, which names the tickets that changed: lists and threads ask for what they show themselves. */
const COALESCE = '1s'

export class LiveClient {
  #state: State = initial
  #socket: WebSocket | undefined
  #source: EventSource | undefined
  #poll: AbortController | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #patience: ReturnType<typeof setTimeout> | undefined
  readonly #options: LiveOptions
  readonly #wake = () => {
    if (document.visibilityState === 'visible') this.#send({ type: 'wake', now: Date.now() })
  }

  constructor(options: LiveOptions) {
    this.#options = options
  }

  start(after: number | null = null) {
    window.addEventListener('online', this.#wake)
    document.addEventListener('visibilitychange', this.#wake)
    this.#send({ type: 'start', now: Date.now(), after })
  }

  stop() {
    window.removeEventListener('online', this.#wake)
    document.removeEventListener('visibilitychange', this.#wake)
    this.#send({ type: 'stop' })
  }

  #send(input: Input) {
    const [state, effects] = step(this.#state, input, Math.random())
    this.#state = state
    for (const effect of effects) this.#run(effect)
    this.#options.onState(this.#state)
  }

  #run(effect: Effect) {
    switch (effect.type) {
      case 'open':
        return effect.transport === 'websocket'
          ? this.#openSocket(effect.after, effect.connection)
          : this.#openStream(effect.after, effect.connection)
      case 'poll':
        return void this.#ask(effect.after, effect.connection)
      case 'close':
        return this.#close()
      case 'timer':
        clearTimeout(this.#timer)
        this.#timer = setTimeout(
          () => this.#send({ type: 'timer', connection: effect.connection, now: Date.now() }),
          effect.ms,
        )
        return
      case 'deliver':
        return this.#options.onFrame(effect.frame)
      case 'resync':
        return this.#options.onResync()
      case 'signedOut':
        return this.#options.onSignedOut()
    }
  }

  #close() {
    clearTimeout(this.#timer)
    clearTimeout(this.#patience)
    this.#poll?.abort()
    this.#source?.close()
    this.#socket?.close()
    this.#poll = this.#source = this.#socket = undefined
  }

  #heard(connection: number, text: string) {
    clearTimeout(this.#patience)
    const frame = parse(text)
    if (frame) this.#send({ type: 'frame', connection, frame, now: Date.now() })
  }

  #lost(connection: number, crowded = false) {
    clearTimeout(this.#patience)
    this.#send({ type: 'closed', connection, now: Date.now(), crowded })
  }

  #openSocket(after: number | null, connection: number) {
    const url = new URL(`${this.#options.root}/live`, location.href)
    url.protocol = url.protocol.replace('http', 'ws')
    url.searchParams.set('coalesce', COALESCE)
    const socket = new WebSocket(url)
    this.#socket = socket
    socket.onopen = () => socket.send(JSON.stringify({ v: 1, after }))
    socket.onmessage = (message) => this.#heard(connection, String(message.data))
    socket.onclose = ({ code }) => this.#lost(connection, code === CROWDED_CODE)
    this.#patience = setTimeout(() => socket.close(), OPEN_TIMEOUT_MS)
  }

  #openStream(after: number | null, connection: number) {
    const url = new URL(`${this.#options.root}/live/stream`, location.href)
    url.searchParams.set('coalesce', COALESCE)
    if (after !== null) url.searchParams.set('after', String(after))
    const source = new EventSource(url)
    this.#source = source
    const lost = () => {
      // The browser would reconnect by itself with its own idea of the position; the machine decides instead.
      source.close()
      this.#lost(connection)
    }
    source.onmessage = (message) => this.#heard(connection, String(message.data))
    source.onerror = lost
    this.#patience = setTimeout(lost, OPEN_TIMEOUT_MS)
  }

  async #ask(after: number | null, connection: number) {
    const controller = new AbortController()
    this.#poll?.abort()
    this.#poll = controller
    const patience = setTimeout(() => controller.abort('timeout'), OPEN_TIMEOUT_MS)
    try {
      const url = new URL(`${this.#options.root}/feed`, location.href)
      if (after !== null) url.searchParams.set('after', String(after))
      const response = await fetch(url, { signal: controller.signal, headers: { accept: 'application/json' } })
      if (response.status === 401) return this.#send({ type: 'signedOut' })
      if (!response.ok) throw new Error(String(response.status))
      const feed = (await response.json()) as { events: Frame[]; pos: number }
      this.#send({ type: 'polled', connection, frames: feed.events, pos: feed.pos, now: Date.now() })
    } catch {
      if (controller.signal.aborted && controller.signal.reason !== 'timeout') return
      this.#lost(connection)
    } finally {
      clearTimeout(patience)
    }
  }
}

function parse(text: string): Frame | undefined {
  try {
    const frame: unknown = JSON.parse(text)
    return typeof frame === 'object' && frame !== null && 't' in frame ? (frame as Frame) : undefined
  } catch {
    return undefined
  }
}
