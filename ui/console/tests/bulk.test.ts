import { describe, expect, test } from 'vitest'
import { changed, isFine, slices, type BulkItem } from '../src/lib/bulk'
import type { TicketSummary } from '../src/lib/types'

const names = {
  statuses: [
    { id: 's1', name: 'Open', category: 'open' as const },
    { id: 's4', name: 'Solved', category: 'solved' as const },
  ],
  people: [{ id: 'mina', name: 'Mina Park' }],
  teams: [{ id: 'wallets', name: 'Wallets' }],
}

const row = {
  id: 'PD-7K3M-Q2XA-9',
  status: names.statuses[0],
  priority: 'normal',
  risk: 'none',
  assignee: null,
  team: { id: 'wallets', name: 'Wallets' },
  tags: ['spam', 'tron'],
  version: 3,
} as unknown as TicketSummary

function item(more: Partial<BulkItem> = {}): BulkItem {
  return {
    id: row.id,
    outcome: 'done',
    ticket: {
      id: row.id,
      status_id: 's1',
      status_category: 'open',
      priority: 'normal',
      risk: 'none',
      assignee_id: null,
      team_id: 'wallets',
      version: 4,
    },
    ...more,
  } as BulkItem
}

describe('a row after an act', () => {
  test('has the status, the people and the version that the answer says', () => {
    const done = item()
    const ticket = { ...done.ticket!, status_id: 's4', assignee_id: 'mina', version: 5 }
    const next = changed(row, { ...done, ticket }, names)
    expect(next.status.category).toBe('solved')
    expect(next.assignee).toEqual({ id: 'mina', name: 'Mina Park' })
    expect(next.team).toEqual(row.team)
    expect(next.version).toBe(5)
  })

  test('has the tags that came and not those that went, as the desk writes them', () => {
    const undo = { tags: { added: ['Node late', 'vip'], removed: ['Spam'] } }
    expect(changed(row, item({ undo }), names).tags).toEqual(['node-late', 'tron', 'vip'])
  })

  test('is as it was when it was left alone', () => {
    expect(changed(row, item({ outcome: 'changed', ticket: null }), names)).toBe(row)
  })
})

test('slices are whole and in order', () => {
  expect(slices([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(slices([], 2)).toEqual([])
  expect(slices(Array.from({ length: 500 })).length).toBe(20)
})

test('what was so already needs no telling', () => {
  expect(isFine({ outcome: 'unchanged' })).toBe(true)
  expect(isFine({ outcome: 'changed' })).toBe(false)
})
