import { describe, expect, test } from 'vitest'
import { Problem, Unreachable } from '../src/lib/problem'
import { FileChanged, MOST_ATTEMPTS, sendInPieces, type Ports, type Progress } from '../src/lib/upload-pieces'

const SIZE = 100
const PIECE = 30

/** A server that holds one upload, and whatever goes wrong on the way to it. */
class Bench implements Ports<string> {
  rests = 0
  id: string | undefined
  begun = 0
  pauses: number[] = []
  kept: string | undefined
  readable = true
  shown: (number | 'away')[] = []
  /** Called before each request; what it throws is what the request comes to. */
  trouble: (what: 'begin' | 'find' | 'append') => void = () => undefined

  remembered = {
    get: () => this.kept,
    set: (id: string | undefined) => {
      this.kept = id
    },
  }

  begin() {
    return this.#answer('begin', () => {
      this.begun += 1
      this.id = `upload-${this.begun}`
      this.rests = 0
    })
  }

  async find(id: string): Promise<Progress<string> | undefined> {
    this.trouble('find')
    return id === this.id ? this.#state() : undefined
  }

  append(id: string, offset: number, sent: (bytes: number) => void) {
    return this.#answer('append', () => {
      if (id !== this.id) throw new Problem(404, { code: 'not-found' })
      if (offset !== this.rests) throw new Problem(409, { code: 'upload-offset' })
      sent(PIECE / 2)
      this.rests = Math.min(SIZE, offset + PIECE)
    })
  }

  async pause(attempt: number) {
    this.pauses.push(attempt)
  }

  async isReadable() {
    return this.readable
  }

  send(stop = new AbortController()): Promise<string> {
    const shown = {
      progress: (bytes: number) => void this.shown.push(bytes),
      away: () => void this.shown.push('away'),
    }
    return sendInPieces(this, shown, stop.signal)
  }

  async #answer(what: 'begin' | 'append', act: () => void): Promise<Progress<string>> {
    this.trouble(what)
    act()
    return this.#state()
  }

  #state(): Progress<string> {
    return { id: this.id ?? '', offset: this.rests, attachment: this.rests === SIZE ? 'file' : null }
  }
}

/** Fails the requests of these numbers, counted from 1. */
function failing(numbers: number[], error: () => Error) {
  let number = 0
  return () => {
    number += 1
    if (numbers.includes(number)) throw error()
  }
}

describe('a file in pieces', () => {
  test('goes up piece by piece and says how far it is', async () => {
    const bench = new Bench()
    expect(await bench.send()).toBe('file')
    expect(bench.shown).toEqual([0, 15, 30, 45, 60, 75, 90, 105, 100])
    expect([bench.begun, bench.kept]).toEqual([1, undefined])
  })

  test('asks how far it is after a cut, and goes on from there', async () => {
    const bench = new Bench()
    bench.trouble = failing([3], () => new Unreachable())
    expect(await bench.send()).toBe('file')
    expect(bench.shown.filter((one) => one === 'away')).toHaveLength(1)
    expect([bench.begun, bench.pauses]).toEqual([1, [1]])
  })

  test('takes over what rests of an upload that a closed page began', async () => {
    const bench = new Bench()
    await bench.begin()
    bench.rests = 60
    bench.kept = bench.id
    expect(await bench.send()).toBe('file')
    expect([bench.begun, bench.shown[0]]).toEqual([1, 60])
  })

  test('begins anew where the server has forgotten it', async () => {
    const bench = new Bench()
    bench.kept = 'long-ago'
    expect(await bench.send()).toBe('file')
    expect(bench.begun).toBe(1)
  })

  test('another window that was faster is no harm', async () => {
    const bench = new Bench()
    let once = true
    bench.trouble = (what) => {
      if (what === 'append' && once) {
        once = false
        bench.rests = 60
      }
    }
    expect(await bench.send()).toBe('file')
    expect(bench.begun).toBe(1)
  })

  test('a refusal ends it, and what rests stays for another try', async () => {
    const bench = new Bench()
    bench.trouble = failing([3], () => new Problem(422, { code: 'upload-digest' }))
    await expect(bench.send()).rejects.toMatchObject({ code: 'upload-digest' })
    expect([bench.pauses, bench.kept]).toEqual([[], 'upload-1'])
  })

  test('a file that was changed is told from a broken connection', async () => {
    const bench = new Bench()
    bench.trouble = failing([2], () => new Unreachable())
    bench.readable = false
    await expect(bench.send()).rejects.toBeInstanceOf(FileChanged)
  })

  test('gives up after many attempts without a byte', async () => {
    const bench = new Bench()
    bench.trouble = () => {
      throw new Problem(503, { code: 'unavailable', retry: 'later' })
    }
    await expect(bench.send()).rejects.toMatchObject({ status: 503 })
    expect(bench.pauses).toHaveLength(MOST_ATTEMPTS)
  })

  test('stops when nobody wants it any more', async () => {
    const bench = new Bench()
    const stop = new AbortController()
    bench.trouble = (what) => {
      if (what !== 'append') return
      stop.abort()
      throw new DOMException('aborted', 'AbortError')
    }
    await expect(bench.send(stop)).rejects.toMatchObject({ name: 'AbortError' })
  })
})
