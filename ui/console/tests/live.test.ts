import { describe, expect, test } from 'vitest'
import { backoff, CROWDED_MS, initial, POLL_MS, step, type Effect, type Frame, type Input, type State } from '../src/lib/live/machine'
import { answerOf } from '../src/lib/live/answers'
import { ticketsOf } from '../src/lib/live/tickets'

/** A machine with a memory of what it asked for. */
class Bench {
  state: State = initial
  effects: Effect[] = []
  delivered: number[] = []

  send(input: Input, random = 0.5): Effect[] {
    const [state, effects] = step(this.state, input, random)
    this.state = state
    this.effects = effects
    for (const effect of effects) if (effect.type === 'deliver') this.delivered.push(effect.frame.pos ?? -1)
    return effects
  }

  start(after: number | null = null) {
    return this.send({ type: 'start', now: 0, after })
  }

  frame(frame: Partial<Frame>, connection = this.state.connection) {
    return this.send({ type: 'frame', connection, frame: { v: 1, t: 'event', ...frame }, now: 1 })
  }

  live(pos: number) {
    return this.frame({ t: 'live', pos })
  }

  closed(now = 2) {
    return this.send({ type: 'closed', connection: this.state.connection, now })
  }

  timer() {
    return this.send({ type: 'timer', connection: this.state.connection, now: 3 })
  }

  opened(): string[] {
    return this.effects.flatMap((effect) => (effect.type === 'open' ? [effect.transport] : effect.type === 'poll' ? ['poll'] : []))
  }
}

describe('the live machine', () => {
  test('replays, is live, and delivers each position once', () => {
    const bench = new Bench()
    bench.start(10)
    expect(bench.effects).toContainEqual({ type: 'open', transport: 'websocket', after: 10, connection: 1 })
    bench.frame({ pos: 11 })
    expect(bench.state.phase).toBe('replaying')
    bench.frame({ pos: 12 })
    bench.frame({ pos: 12 })
    bench.frame({ pos: 9 })
    bench.live(12)
    bench.frame({ pos: 13 })
    expect(bench.delivered).toEqual([11, 12, 13])
    expect(bench.state).toMatchObject({ phase: 'live', pos: 13, notLiveSince: null })
  })

  test('says since when it is not live, and forgets it once it is', () => {
    const bench = new Bench()
    bench.send({ type: 'start', now: 500, after: null })
    expect(bench.state.notLiveSince).toBe(500)
    bench.live(1)
    bench.closed(900)
    expect(bench.state.notLiveSince).toBe(900)
    bench.timer()
    bench.closed(1_000)
    expect(bench.state.notLiveSince).toBe(900)
  })

  test('comes back after the last position, over the same way', () => {
    const bench = new Bench()
    bench.start()
    bench.live(40)
    bench.frame({ pos: 41 })
    bench.closed()
    expect(bench.state.phase).toBe('waiting')
    bench.timer()
    expect(bench.effects).toContainEqual({ type: 'open', transport: 'websocket', after: 41, connection: bench.state.connection })
  })

  test('ignores what an older connection still says', () => {
    const bench = new Bench()
    bench.start()
    bench.live(5)
    const old = bench.state.connection
    bench.closed()
    bench.timer()
    bench.frame({ pos: 6 }, old)
    expect(bench.delivered).toEqual([])
    bench.send({ type: 'closed', connection: old, now: 9 })
    expect(bench.state.phase).toBe('connecting')
  })

  test('goes from WebSocket to stream to polling, two tries each, then probes again', () => {
    const bench = new Bench()
    const ways: string[] = []
    bench.start(7)
    ways.push(...bench.opened())
    for (let round = 0; round < 4; round += 1) {
      bench.closed()
      ways.push(...bench.opened())
      if (bench.state.phase === 'waiting') {
        bench.timer()
        ways.push(...bench.opened())
      }
    }
    expect(ways).toEqual(['websocket', 'websocket', 'stream', 'stream', 'poll'])
    expect(bench.state.phase).toBe('polling')

    const polled = () =>
      bench.send({ type: 'polled', connection: bench.state.connection, frames: [{ v: 1, t: 'event', pos: 8 }], pos: 9, now: 5 })
    polled()
    expect(bench.delivered).toEqual([8])
    expect(bench.state).toMatchObject({ pos: 9, phase: 'polling' })
    for (let polls = 1; polls < 4; polls += 1) {
      bench.timer()
      expect(bench.opened()).toEqual(['poll'])
      polled()
    }
    expect(bench.delivered).toEqual([8])
    bench.timer()
    expect(bench.opened()).toEqual(['websocket'])
    bench.closed()
    bench.timer()
    expect(bench.opened()).toEqual(['stream'])
    bench.closed()
    expect(bench.opened()).toEqual(['poll'])
  })

  test('polls about every 15 seconds', () => {
    const bench = new Bench()
    bench.state = { ...initial, phase: 'polling', transport: 'polling', connection: 1, pos: 0 }
    for (const random of [0, 0.5, 0.999]) {
      const effects = bench.send({ type: 'polled', connection: 1, frames: [], pos: 0, now: 0 }, random)
      const timer = effects.find((effect) => effect.type === 'timer')
      expect(timer?.ms).toBeGreaterThan(POLL_MS * 0.7)
      expect(timer?.ms).toBeLessThan(POLL_MS * 1.3)
    }
  })

  test('knows when nothing answers, and probes at once when something does', () => {
    const bench = new Bench()
    bench.state = { ...initial, phase: 'polling', transport: 'polling', connection: 1, pos: 3 }
    bench.closed()
    expect(bench.state.unreachable).toBe(true)
    bench.timer()
    bench.send({ type: 'polled', connection: bench.state.connection, frames: [], pos: 3, now: 0 })
    expect(bench.state.unreachable).toBe(false)
    bench.timer()
    expect(bench.opened()).toEqual(['websocket'])
  })

  test('takes the frames of a whole second, each position once', () => {
    const bench = new Bench()
    bench.start(4)
    bench.frame({ t: 'changed', pos: 6, data: { tickets: ['PD-0000-0000-0', 'PD-1111-1111-1'] } })
    expect(bench.state.phase).toBe('replaying')
    bench.live(6)
    bench.frame({ t: 'changed', pos: 6, data: { tickets: ['PD-0000-0000-0'] } })
    bench.frame({ t: 'changed', pos: 9, data: { tickets: ['PD-0000-0000-0'] } })
    expect(bench.delivered).toEqual([6, 9])
  })

  test('waits where it was one too many, and takes no other way meanwhile', () => {
    const bench = new Bench()
    bench.start(4)
    for (let round = 0; round < 5; round += 1) {
      const effects = bench.send({ type: 'closed', connection: bench.state.connection, now: 7, crowded: true })
      const timer = effects.find((effect) => effect.type === 'timer')
      expect(timer?.ms).toBe(CROWDED_MS)
      expect(bench.state).toMatchObject({ phase: 'waiting', transport: 'websocket', crowded: true, notLiveSince: 0 })
      bench.timer()
      expect(bench.opened()).toEqual(['websocket'])
    }
    bench.live(4)
    expect(bench.state).toMatchObject({ phase: 'live', crowded: false })
  })

  test('asks for everything again when it is too far behind', () => {
    const bench = new Bench()
    bench.start(1)
    expect(bench.frame({ t: 'resync', pos: 90_000 })).toEqual([{ type: 'resync' }])
    bench.live(90_000)
    bench.frame({ pos: 89_999 })
    bench.frame({ pos: 90_001 })
    expect(bench.delivered).toEqual([90_001])
  })

  test('signals carry no position and are passed on as they come', () => {
    const bench = new Bench()
    bench.start()
    bench.live(4)
    expect(bench.frame({ t: 'signal', data: {} })).toHaveLength(1)
    expect(bench.frame({ t: 'member', data: {} })).toHaveLength(1)
    expect(bench.frame({ t: 'customer', data: {} })).toHaveLength(1)
    expect(bench.frame({ t: 'department', data: {} })).toHaveLength(1)
    expect(bench.frame({ t: 'settings' })).toHaveLength(1)
    expect(bench.state.pos).toBe(4)
  })

  test('asks the feed when a live connection has been silent, and takes over what it missed', () => {
    const bench = new Bench()
    bench.start()
    bench.live(4)
    bench.timer()
    expect(bench.opened()).toEqual(['poll'])
    bench.send({ type: 'polled', connection: bench.state.connection, frames: [{ v: 1, t: 'event', pos: 5 }], pos: 5, now: 9 })
    bench.frame({ pos: 5 })
    expect(bench.delivered).toEqual([5])
    expect(bench.state.phase).toBe('live')
  })

  test('stops for good when the session is over', () => {
    const bench = new Bench()
    bench.start()
    bench.live(1)
    const effects = bench.send({ type: 'signedOut' })
    expect(effects.map((effect) => effect.type)).toEqual(['close', 'signedOut'])
    expect(bench.send({ type: 'timer', connection: bench.state.connection, now: 0 })).toEqual([])
    expect(bench.state.phase).toBe('stopped')
  })

  test('waking connects at once', () => {
    const bench = new Bench()
    bench.start()
    bench.live(1)
    bench.closed()
    bench.send({ type: 'wake', now: 8 })
    expect(bench.opened()).toEqual(['websocket'])
  })
})

test('a frame names the tickets that it speaks of', () => {
  const of = (frame: Partial<Frame>) => ticketsOf({ v: 1, t: 'event', ...frame })
  const [one, two] = ['PD-7K3M-9QXR-H', 'PD-1111-1111-1']
  expect(of({ data: { ticket: one } })).toEqual([one])
  expect(of({ stream: `ticket:${one}` })).toEqual([one])
  expect(of({ t: 'changed', data: { tickets: [one, two, 7] } })).toEqual([one, two])
  expect(of({ t: 'changed' })).toEqual([])
  expect(of({ t: 'live', data: { ticket: one } })).toEqual([])
})

test('a department that answered is told with its ticket, and nothing half is', () => {
  const answer = { ticket: 'PD-7K3M-9QXR-H', side: 'one', department: 'Node operations', told: ['mina'] }
  const frame = (data: unknown, t = 'department'): Frame => ({ v: 1, t, data })
  expect(answerOf(frame(answer))).toEqual(answer)
  expect(ticketsOf(frame(answer))).toEqual([answer.ticket])
  expect(answerOf(frame({ ...answer, told: ['mina', 7] }))?.told).toEqual(['mina'])
  expect(answerOf(frame({ ...answer, told: undefined }))?.told).toEqual([])
  expect(answerOf(frame(answer, 'event'))).toBeUndefined()
  for (const wrong of [null, {}, { ...answer, department: '' }, { ...answer, ticket: 7 }]) expect(answerOf(frame(wrong))).toBeUndefined()
})

test('backing off doubles to a cap and leaves the upper half to chance', () => {
  expect(backoff(0, 0)).toBe(250)
  expect(backoff(0, 1)).toBe(500)
  expect(backoff(3, 1)).toBe(4_000)
  expect(backoff(30, 1)).toBe(15_000)
  expect(backoff(30, 0)).toBe(7_500)
})

test('whatever a network does to connections, nothing is lost, doubled or out of order', () => {
  // A small generator, so that a failure can be repeated by its seed.
  for (let seed = 1; seed <= 300; seed += 1) {
    let noise = seed
    const random = () => {
      noise = (noise * 1_103_515_245 + 12_345) % 2_147_483_648
      return noise / 2_147_483_648
    }
    const bench = new Bench()
    let head = 0
    /** What the server would still send on the present connection. */
    let line: Frame[] = []
    let polling: number | undefined
    const server = (effects: Effect[]) => {
      for (const effect of effects) {
        if (effect.type === 'close') line = []
        if (effect.type === 'open') {
          line = [...events(effect.after ?? 0, head), { v: 1, t: 'live', pos: head }]
        }
        if (effect.type === 'poll') polling = effect.after ?? 0
      }
    }
    server(bench.start(0))
    for (let turn = 0; turn < 200; turn += 1) {
      const dice = random()
      if (dice < 0.3) {
        head += 1
        if (bench.state.phase === 'live' || line.length > 0) line.push({ v: 1, t: 'event', pos: head })
      } else if (dice < 0.65) {
        const frame = line.shift()
        if (frame) server(bench.frame(frame))
      } else if (dice < 0.7) {
        const again = line[0]
        if (again) server(bench.frame(again))
      } else if (dice < 0.8) {
        line = []
        server(bench.closed())
      } else if (polling !== undefined) {
        const after = polling
        polling = undefined
        server(
          bench.send({ type: 'polled', connection: bench.state.connection, frames: events(after, head), pos: head, now: turn }),
        )
      } else server(bench.timer())
    }
    // The network calms down.
    for (let turn = 0; turn < 40 || line.length > 0; turn += 1) {
      const frame = line.shift()
      if (frame) server(bench.frame(frame))
      else if (polling !== undefined) {
        const after = polling
        polling = undefined
        server(bench.send({ type: 'polled', connection: bench.state.connection, frames: events(after, head), pos: head, now: 0 }))
      } else server(bench.timer())
    }
    expect(bench.delivered, `seed ${seed}`).toEqual(Array.from({ length: head }, (_, index) => index + 1))
  }
})

function events(after: number, head: number): Frame[] {
  return Array.from({ length: head - after }, (_, index) => ({ v: 1, t: 'event', pos: after + index + 1 }))
}
