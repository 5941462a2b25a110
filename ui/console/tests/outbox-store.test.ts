import { describe, expect, test } from 'vitest'
import type { DraftStorage } from '../src/lib/drafts'
import { OutboxStore } from '../src/lib/outbox-store'

function memory(room = Infinity): DraftStorage & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (!kept.has(key) && kept.size >= room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key) => void kept.delete(key),
  }
}

const said = (key: string, at: string, body = key) => ({ key, at, body })

describe('messages on their way out', () => {
  test('two windows keep what the other one keeps', () => {
    const storage = memory()
    const [one, two] = [new OutboxStore(storage, 'mina'), new OutboxStore(storage, 'mina')]
    one.keep(said('a', '2026-01-01T10:00:00Z'))
    two.keep(said('b', '2026-01-01T10:00:01Z'))
    one.drop('a')
    expect(two.all().map(({ key }) => key)).toEqual(['b'])
    expect(one.has('b') && !two.has('a')).toBe(true)
  })

  test('come out in the order in which they were written, each person their own', () => {
    const storage = memory()
    const mina = new OutboxStore<ReturnType<typeof said>>(storage, 'mina')
    for (const [key, second] of [['c', 3], ['a', 1], ['b', 2]] as const) mina.keep(said(key, `2026-01-01T10:00:0${second}Z`))
    new OutboxStore(storage, 'min').keep(said('x', '2026-01-01T10:00:00Z'))
    expect(mina.all().map(({ key }) => key)).toEqual(['a', 'b', 'c'])
    mina.keep(said('a', '2026-01-01T10:00:01Z', 'changed'))
    expect(mina.all().map(({ body }) => body)).toEqual(['changed', 'b', 'c'])
  })

  test('the list of an earlier version is taken over, once', () => {
    const storage = memory()
    storage.setItem('proofdesk.outbox.1.mina', JSON.stringify([said('a', '2026-01-01T10:00:00Z')]))
    const mina = new OutboxStore(storage, 'mina')
    expect(mina.all().map(({ key }) => key)).toEqual(['a'])
    mina.drop('a')
    expect(mina.all()).toEqual([])
  })

  test('a full storage says so and loses nothing that rests there', () => {
    const storage = memory(1)
    storage.setItem('proofdesk.outbox.1.mina', JSON.stringify([said('a', '2026-01-01T10:00:00Z')]))
    const mina = new OutboxStore(storage, 'mina')
    expect(mina.keep(said('b', '2026-01-01T10:00:01Z'))).toBe(false)
    expect(mina.all().map(({ key }) => key)).toEqual(['a'])
  })

  test('of an earlier version’s list what has no room stays in the list, is sent like the rest, and goes with it', () => {
    const storage = memory()
    storage.setItem('proofdesk.outbox.1.mina', JSON.stringify([said('a', '2026-01-01T10:00:00Z'), said('b', '2026-01-01T10:00:01Z')]))
    const { setItem } = storage
    storage.setItem = (key, value) => {
      if (key.startsWith('proofdesk.outbox.2')) throw new DOMException('full', 'QuotaExceededError')
      setItem.call(storage, key, value)
    }
    const mina = new OutboxStore(storage, 'mina')
    expect(mina.all().map(({ key }) => key)).toEqual(['a', 'b'])
    expect(mina.all().map(({ key }) => key)).toEqual(['a', 'b'])
    expect(mina.has('b')).toBe(true)
    mina.drop('a')
    expect(mina.has('a')).toBe(false)
    expect(mina.all().map(({ key }) => key)).toEqual(['b'])
    mina.drop('b')
    expect(storage.kept.size).toBe(0)
  })

  test('what cannot be read is passed over', () => {
    const storage = memory()
    for (const text of ['{', 'null', '[]', '7', '{"body":"no key"}']) storage.setItem(`proofdesk.outbox.2.mina.${text}`, text)
    storage.setItem('proofdesk.outbox.1.mina', '"nonsense"')
    expect(new OutboxStore(storage, 'mina').all()).toEqual([])
  })
})
