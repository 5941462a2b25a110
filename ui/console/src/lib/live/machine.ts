/**
 * The live connection as a pure state machine: no sockets, no clock, no dice of its own.
 *
 * The server numbers what happens (`pos`). A client says which number it has seen last, is told everything after it, then
 * `live`, and from then on what happens as it happens. The same frames come over a WebSocket, over server-sent events, or
 * by asking every 15 seconds; the machine goes down that list when a way does not open and tries the better ones again
 * later. Whatever way a frame took, it is delivered once: a position at or below the last one is dropped.
 */

export type Transport = 'websocket' | 'stream' | 'polling'

export interface Frame {
  v: number
  /** `changed` names the tickets of a whole second, where one frame a second was asked for. */
  t: 'event' | 'changed' | 'live' | 'resync' | 'signal' | 'member' | 'customer' | 'department' | 'settings' | (string & {})
  pos?: number | null
  stream?: string | null
  seq?: number | null
  kind?: string | null
  at?: string | null
  data?: unknown
}

export type Phase = 'stopped' | 'connecting' | 'replaying' | 'live' | 'waiting' | 'polling'

export interface State {
  phase: Phase
  transport: Transport
  /** The last position delivered; null before the first `live`. */
  pos: number | null
  /** Which connection is the present one; what older ones still say is ignored. */
  connection: number
  /** Failures in a row since the last `live`. */
  failures: number
  /** Tries of the present transport that did not reach `live`. */
  tries: number
  /** Whether this round down the list follows a working one (two tries each) or probes from polling (one each). */
  probing: boolean
  /** Polls that succeeded since the last probe of a better transport. */
  polls: number
  /** Milliseconds since the epoch; null while live. */
  notLiveSince: number | null
  /** Whether the last request failed, so that not even polling works. */
  unreachable: boolean
  /** Whether the server has as many connections of this person as it takes. */
  crowded: boolean
}

export type Input =
  | { type: 'start'; now: number; after: number | null }
  | { type: 'stop' }
  | { type: 'frame'; connection: number; frame: Frame; now: number }
  | { type: 'closed'; connection: number; now: number; crowded?: boolean }
  | { type: 'signedOut' }
  | { type: 'timer'; connection: number; now: number }
  | { type: 'polled'; connection: number; frames: Frame[]; pos: number; now: number }
  | { type: 'wake'; now: number }

export type Effect =
  | { type: 'open'; transport: 'websocket' | 'stream'; after: number | null; connection: number }
  | { type: 'poll'; after: number | null; connection: number }
  | { type: 'close' }
  | { type: 'timer'; ms: number; connection: number }
  | { type: 'deliver'; frame: Frame }
  | { type: 'resync' }
  | { type: 'signedOut' }

export const POLL_MS = 15_000
export const POLL_CAP_MS = 60_000
export const BACKOFF_MS = 500
export const BACKOFF_CAP_MS = 15_000
/** How long one waits that was one too many: other windows have to be closed first, and no other way is open either. */
export const CROWDED_MS = 30_000
/** What the server closes such a socket with. */
export const CROWDED_CODE = 4429
/** How long a connection may be silent before it is asked whether it is still there. */
export const SILENCE_MS = 45_000
const TRIES = 2
const POLLS_BEFORE_PROBE = 4

export const initial: State = {
  phase: 'stopped',
  transport: 'websocket',
  pos: null,
  connection: 0,
  failures: 0,
  tries: 0,
  probing: false,
  polls: 0,
  notLiveSince: null,
  unreachable: false,
  crowded: false,
}

type Step = [State, Effect[]]

/** Doubles up to a cap; the upper half is left to chance so that a thousand consoles do not come back in one instant. */
export function backoff(failures: number, random: number, base = BACKOFF_MS, cap = BACKOFF_CAP_MS): number {
  const ceiling = Math.min(cap, base * 2 ** Math.min(failures, 16))
  return Math.round(ceiling / 2 + (ceiling / 2) * random)
}

/** Answers one input. `random` is in [0, 1). */
export function step(state: State, input: Input, random: number): Step {
  switch (input.type) {
    case 'start':
      if (state.phase !== 'stopped') return [state, []]
      return connect({ ...initial, pos: input.after, connection: state.connection, notLiveSince: input.now })
    case 'stop':
      return [stopped(state), [{ type: 'close' }]]
    case 'signedOut':
      return [stopped(state), [{ type: 'close' }, { type: 'signedOut' }]]
    case 'wake':
      return wake(state)
    case 'frame':
      return current(state, input.connection) ? receive(state, input.frame) : [state, []]
    case 'polled':
      return current(state, input.connection) ? polled(state, input.frames, input.pos, random) : [state, []]
    case 'closed':
      return current(state, input.connection) ? closed(state, input, random) : [state, []]
    case 'timer':
      return current(state, input.connection) ? timer(state) : [state, []]
  }
}

function current(state: State, connection: number): boolean {
  return state.phase !== 'stopped' && state.connection === connection
}

function stopped(state: State): State {
  return { ...state, phase: 'stopped', connection: state.connection + 1, notLiveSince: null }
}

function connect(state: State): Step {
  const next: State = { ...state, phase: 'connecting', connection: state.connection + 1 }
  if (next.transport === 'polling') {
    next.phase = 'polling'
    return [next, [{ type: 'close' }, { type: 'poll', after: next.pos, connection: next.connection }]]
  }
  return [
    next,
    [
      { type: 'close' },
      { type: 'open', transport: next.transport, after: next.pos, connection: next.connection },
    ],
  ]
}

function receive(state: State, frame: Frame): Step {
  switch (frame.t) {
    case 'event':
    case 'changed':
      return deliver(state.phase === 'connecting' ? { ...state, phase: 'replaying' } : state, frame)
    case 'live':
      return [
        {
          ...state,
          phase: 'live',
          pos: Math.max(state.pos ?? 0, frame.pos ?? 0),
          failures: 0,
          tries: 0,
          probing: false,
          polls: 0,
          notLiveSince: null,
          unreachable: false,
          crowded: false,
        },
        [{ type: 'timer', ms: SILENCE_MS, connection: state.connection }],
      ]
    case 'resync':
      return [{ ...state, pos: frame.pos ?? state.pos }, [{ type: 'resync' }]]
    case 'signal':
    case 'member':
    case 'customer':
    case 'department':
    case 'settings':
      return [state, [{ type: 'deliver', frame }]]
    default:
      return [state, []]
  }
}

function deliver(state: State, frame: Frame): Step {
  const pos = frame.pos
  if (pos === undefined || pos === null || (state.pos !== null && pos <= state.pos)) return [state, []]
  return [{ ...state, pos }, [{ type: 'deliver', frame }]]
}

function polled(state: State, frames: Frame[], pos: number, random: number): Step {
  let next = state
  const effects: Effect[] = []
  for (const frame of frames) {
    const [after, more] = frame.t === 'resync' ? receive(next, frame) : deliver(next, frame)
    next = after
    effects.push(...more)
  }
  // The feed's own position also covers what this viewer may not see.
  next = { ...next, pos: Math.max(next.pos ?? 0, pos), unreachable: false, failures: 0 }
  if (next.phase === 'live') {
    return [next, [...effects, { type: 'timer', ms: SILENCE_MS, connection: next.connection }]]
  }
  // A server that answers again after a silence is worth a better connection at once.
  const polls = state.unreachable ? POLLS_BEFORE_PROBE : next.polls + 1
  return [{ ...next, polls }, [...effects, { type: 'timer', ms: pollDelay(0, random), connection: next.connection }]]
}

function pollDelay(failures: number, random: number): number {
  return backoff(failures, random, POLL_MS / 1.5, POLL_CAP_MS) + POLL_MS / 2
}

function closed(state: State, { now, crowded = false }: { now: number; crowded?: boolean }, random: number): Step {
  const failed: State = {
    ...state,
    failures: state.failures + 1,
    notLiveSince: state.notLiveSince ?? now,
    connection: state.connection + 1,
    crowded,
  }
  if (crowded) return wait(failed, Math.round(CROWDED_MS * (0.75 + random / 2)))
  if (state.phase === 'live' || state.phase === 'replaying') {
    // It worked until now: the same way again, at once or nearly so.
    return wait({ ...failed, tries: 0 }, backoff(0, random))
  }
  if (state.phase === 'polling') {
    const next: State = { ...failed, unreachable: true }
    return [next, [{ type: 'timer', ms: pollDelay(next.failures, random), connection: next.connection }]]
  }
  const tries = state.tries + 1
  if (tries < (state.probing ? 1 : TRIES)) return wait({ ...failed, tries }, backoff(failed.failures, random))
  const transport = state.transport === 'websocket' ? 'stream' : 'polling'
  if (transport === 'polling') return connect({ ...failed, transport, tries: 0, polls: 0, probing: false })
  return wait({ ...failed, transport, tries: 0 }, backoff(0, random))
}

function wait(state: State, ms: number): Step {
  return [{ ...state, phase: 'waiting' }, [{ type: 'close' }, { type: 'timer', ms, connection: state.connection }]]
}

function timer(state: State): Step {
  if (state.phase === 'waiting') return connect(state)
  if (state.phase === 'live') {
    // Silence proves nothing: the feed is asked, and what it knows is taken over, each position once.
    return [state, [{ type: 'poll', after: state.pos, connection: state.connection }]]
  }
  if (state.phase !== 'polling') return [state, []]
  if (state.polls >= POLLS_BEFORE_PROBE) {
    return connect({ ...state, transport: 'websocket', tries: 0, polls: 0, probing: true })
  }
  return [state, [{ type: 'poll', after: state.pos, connection: state.connection }]]
}

/** The network came back, or the page was brought to the front. */
function wake(state: State): Step {
  if (state.phase === 'waiting') return connect({ ...state, failures: 0 })
  if (state.phase === 'polling') return connect({ ...state, transport: 'websocket', tries: 0, polls: 0, probing: true })
  if (state.phase === 'live') return [state, [{ type: 'poll', after: state.pos, connection: state.connection }]]
  return [state, []]
}
