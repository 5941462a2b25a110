import { describe, expect, test } from 'vitest'
import { device } from '../src/lib/device'
import { markMasks } from '../src/lib/masks'
import { belongs, counted, matches, ticketNumber, update } from '../src/lib/queue'
import { match, queuePath, settingsPath } from '../src/lib/routes'
import { layout, merge, messagesSince, newestMessage } from '../src/lib/timeline'
import type { Message, TicketEvent, TicketSummary, TimelineItem } from '../src/lib/types'

function ticket(more: Partial<TicketSummary> = {}): TicketSummary {
  return {
    id: 'PD-7K3M-Q2XA-9',
    subject: 'Deposit not credited',
    status: { id: '1', name: 'Open', category: 'open' },
    priority: 'normal',
    customer: { id: 'c', name: 'M*** K.' },
    tags: ['tron'],
    risk: 'none',
    unread: false,
    category: 'deposit-not-credited',
    brand: { id: 'b', name: 'Acme' },
    lang: 'en',
    channel: 'portal',
    last_message_at: '2026-11-21T10:00:00Z',
    last_message_by: 'customer',
    created_at: '2026-11-21T10:00:00Z',
    updated_at: '2026-11-21T10:00:00Z',
    version: 3,
    message_count: 1,
    tier: 'first',
    nudges: 0,
    merged: [],
    split_into: [],
    mention_unread: false,
    ...more,
  }
}

function message(id: string, at: string, more: Partial<Message> = {}): Message {
  return {
    type: 'message',
    id,
    seq: 1,
    channel: 'portal',
    lang: 'en',
    segments: [],
    visibility: 'public',
    author: { kind: 'customer', id: 'c', name: 'M***' },
    body_html: '',
    created_at: at,
    attachments: [],
    evidence: [],
    ...more,
  }
}

function event(id: string, at: string, kind = 'ticket.tagged', actor = 'mina'): TicketEvent {
  return { type: 'event', id, seq: 1, kind, at, actor: { kind: 'staff', id: actor }, data: {} }
}

describe('addresses', () => {
  test.each([
    ['/console', { page: 'home' }],
    ['/console/', { page: 'home' }],
    ['/console/link/abc', { page: 'link', token: 'abc' }],
    ['/console/queue/mine', { page: 'inbox', queue: 'mine', ticket: undefined }],
    ['/console/tickets/PD-7K3M-Q2XA-9', { page: 'inbox', queue: 'all', ticket: 'PD-7K3M-Q2XA-9' }],
    ['/console/settings', { page: 'settings', section: undefined, id: undefined }],
    ['/console/settings/nothing', { page: 'missing' }],
    ['/console/queue', { page: 'missing' }],
    ['/console/%E0%A4%A', { page: 'missing' }],
  ])('%s', (path, route) => expect(match(path)).toEqual(route))

  test('round trip', () => {
    expect(match(queuePath('team-a/b', 'PD-1'))).toEqual({ page: 'inbox', queue: 'team-a/b', ticket: 'PD-1' })
    expect(match(settingsPath('webhooks', '7'))).toEqual({ page: 'settings', section: 'webhooks', id: '7' })
  })
})

describe('queues', () => {
  const me = { id: 'mina' }
  test('know what has left them', () => {
    const mine = ticket({ assignee: { id: 'mina', name: 'Mina' } })
    const solved = ticket({ status: { id: '4', name: 'Solved', category: 'solved' } })
    expect(belongs('unassigned', ticket(), me)).toBe(true)
    expect(belongs('unassigned', mine, me)).toBe(false)
    expect(belongs('mine', mine, me)).toBe(true)
    expect(belongs('open', solved, me)).toBe(false)
    expect(belongs('all', solved, me)).toBe(true)
    expect(belongs('waiting_on_customer', ticket(), me)).toBe(false)
    expect(belongs('solved', solved, me)).toBe(true)
    expect(belongs('team-t', ticket({ team: { id: 't', name: 'Tier 2' } }), me)).toBe(true)
  })

  test('rows are updated where they stand, and never by something older', () => {
    const rows = [ticket({ id: 'a' }), ticket({ id: 'b', version: 5 })]
    const fresh = [ticket({ id: 'b', version: 4 }), ticket({ id: 'a', version: 4, subject: 'New' }), ticket({ id: 'x' })]
    const result = update(rows, fresh)
    expect(result.map(({ id, version }) => `${id}${version}`)).toEqual(['a4', 'b5'])
  })

  test('filter by whatever a row shows', () => {
    for (const text of ['7k3m', 'DEPOSIT', 'm***', 'tron', '  ']) expect(matches(ticket(), text)).toBe(true)
    expect(matches(ticket(), 'withdrawal')).toBe(false)
  })

  test('ticket numbers as people type them', () => {
    expect(ticketNumber(' pd-7k3m-q2xa-9 ')).toBe('PD-7K3M-Q2XA-9')
    expect(ticketNumber('PD7K3MQ2XA9')).toBe('PD-7K3M-Q2XA-9')
    expect(ticketNumber('pd oilk 3m2x a')).toBe('PD-011K-3M2X-A')
    expect(ticketNumber('PD-7K3M-Q2XA')).toBeUndefined()
    expect(ticketNumber('deposit')).toBeUndefined()
  })
})

test('a queue is as long as the desk has counted it to the end', () => {
  const counts = [
    { name: 'all' as const, count: 420, capped: false },
    { name: 'open' as const, count: 1000, capped: true },
    { name: 'mentions' as const, count: 2, capped: false },
  ]
  expect(['all', 'open', 'mentions', 'team-1'].map((queue) => counted(queue, counts))).toEqual([420, undefined, undefined, undefined])
})

describe('the timeline', () => {
  const day = (at: string) => at.slice(0, 10)

  test('folds repeats and groups what happened between messages', () => {
    const items: TimelineItem[] = [
      message('m1', '2026-11-20T10:00:00Z'),
      event('e0', '2026-11-20T10:00:00Z', 'ticket.message_added'),
      event('e1', '2026-11-20T10:01:00Z'),
      event('e2', '2026-11-20T10:02:00Z'),
      event('e3', '2026-11-20T10:03:00Z', 'ticket.status_set'),
      message('m2', '2026-11-21T09:00:00Z'),
    ]
    const blocks = layout(items, day)
    expect(blocks.map(({ type }) => type)).toEqual(['day', 'message', 'events', 'day', 'message'])
    const run = blocks[2]
    expect(run?.type === 'events' && run.lines.map(({ events }) => events.length)).toEqual([2, 1])
  })

  test('takes each item once, in the order of the chain', () => {
    const at = '2026-11-20T10:00:00Z'
    const first = [message('a', at, { seq: 1 }), message('c', at, { seq: 3 })]
    const result = merge(first, [message('b', at, { seq: 2 }), message('c', at, { seq: 3, lang: 'ja' })])
    expect(result.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect((result[2] as Message).lang).toBe('ja')
  })

  test('leaves what goes on in it where the server put it', () => {
    const at = '2026-11-20T10:00:00Z'
    const first = [message('a', at, { seq: 5 }), message('b', at, { seq: 1, origin: 'PD-7K3M-Q2XA-9' })]
    const result = merge(first, [message('b', at, { seq: 1, origin: 'PD-7K3M-Q2XA-9', lang: 'ja' }), message('c', at, { seq: 6 })])
    expect(result.map((item) => `${item.id} ${(item as Message).lang}`)).toEqual(['a en', 'b ja', 'c en'])
  })

  test('finds what others wrote while somebody was writing', () => {
    const items = [
      message('old', '2026-11-20T10:00:00Z'),
      message('theirs', '2026-11-20T11:00:00Z'),
      message('mine', '2026-11-20T11:01:00Z', { author: { kind: 'staff', id: 'mina' } }),
      message('note', '2026-11-20T11:02:00Z', { visibility: 'internal' }),
    ]
    expect(messagesSince(items, '2026-11-20T10:00:00Z', 'mina').map(({ id }) => id)).toEqual(['theirs'])
    expect(messagesSince(items, null, 'mina')).toEqual([])
    expect(newestMessage(items)).toBe('2026-11-20T11:01:00Z')
  })
})

describe('masks', () => {
  const mark = (html: string) => markMasks(html, (kind) => `<${kind}>`)
  test('become markers in text', () => {
    expect(mark('<p>my words: ⟦seed-phrase⟧</p>')).toBe(
      '<p>my words: <span class="masked">&#60;seed-phrase&#62;</span></p>',
    )
  })
  test('without words are text like any other', () => {
    expect(markMasks('⟦wif-key⟧', () => undefined)).toBe('⟦wif-key⟧')
  })
  test('are left alone inside tags', () => {
    expect(mark('<a href="https://a.example/⟦wif⟧">x</a>')).toBe('<a href="https://a.example/⟦wif⟧">x</a>')
  })
})

test('devices', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
  expect(device(chrome)).toBe('Chrome · Linux')
  expect(device(`${chrome} Edg/156.0`)).toBe('Edge · Linux')
  expect(device('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605 Version/19 Safari/605')).toBe('Safari · macOS')
  expect(device('curl/8.1')).toBe('curl')
})
