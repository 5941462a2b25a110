import { expect, test } from 'vitest'
import { forget, hear, LOOKING_MS, TYPING_MS, type Presence } from '../src/lib/presence'

const ticket = 'PD-7K3M-Q2XA-9'

function signal(kind: string, id = 'jonas') {
  return { v: 1, t: 'signal', data: { ticket, kind, staff: { id, name: 'Jonas Lind' } } }
}

test('colleagues come, write, stop writing and go', () => {
  let presence: Presence = new Map()
  presence = hear(presence, signal('looking'), 0)
  presence = hear(presence, signal('typing'), 1_000)
  expect(presence.get(ticket)).toMatchObject([{ id: 'jonas', doing: 'typing' }])
  presence = forget(presence, 1_000 + TYPING_MS)
  expect(presence.get(ticket)).toMatchObject([{ doing: 'looking' }])
  presence = hear(presence, signal('left'), 20_000)
  expect(presence.get(ticket)).toEqual([])
  expect(forget(presence, 20_000).size).toBe(0)
})

test('one who is not heard of is gone', () => {
  const presence = hear(hear(new Map(), signal('looking'), 0), signal('looking', 'elif'), 10_000)
  expect(forget(presence, LOOKING_MS).get(ticket)?.map(({ id }) => id)).toEqual(['elif'])
})

test('what is no signal changes nothing', () => {
  const presence: Presence = new Map()
  for (const data of [null, {}, { ticket, kind: 'dancing', staff: { id: '1', name: 'x' } }, { ticket, kind: 'typing' }]) {
    expect(hear(presence, { v: 1, t: 'signal', data }, 0)).toBe(presence)
  }
  expect(hear(presence, { v: 1, t: 'event', pos: 1 }, 0)).toBe(presence)
})
