import { expect, test } from 'vitest'
import { beginning, isMovable } from '../src/lib/split-plan'
import type { Message, TimelineItem } from '../src/lib/types'

function message(more: Partial<Message> = {}): Message {
  return {
    type: 'message',
    id: 'm',
    seq: 2,
    visibility: 'public',
    author: { kind: 'customer' },
    body_html: '<p>Words</p>',
    segments: [{ text: 'Words' }],
    ...more,
  } as Message
}

test('what a customer wrote later can go on elsewhere, and nothing else', () => {
  expect(isMovable(message())).toBe(true)
  const others: Partial<Message>[] = [
    { seq: 1 },
    { visibility: 'internal' },
    { author: { kind: 'staff' } },
    { author: { kind: 'system' } },
    { origin: 'PD-7K3M-Q2XA-9' },
    { body_html: null },
  ]
  for (const more of others) expect(isMovable(message(more))).toBe(false)
  expect(isMovable({ type: 'event', id: 'e', seq: 3, kind: 'ticket.tagged' } as TimelineItem)).toBe(false)
})

test('a message is known by its beginning, and no mask is read out', () => {
  const segments = [{ text: 'My phrase is\n\n' }, { text: '███', masked: 'seed-phrase' }, { text: '  help' }]
  expect(beginning(message({ segments }))).toBe('My phrase is … help')
  expect(beginning(message({ segments: [{ text: 'é'.repeat(20) }] }), 5)).toBe('ééééé…')
  expect(beginning(message({ segments: [] }))).toBe('')
})
