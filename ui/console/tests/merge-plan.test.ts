import { expect, test } from 'vitest'
import { mergeable, oldest, taken } from '../src/lib/merge-plan'
import type { StatusCategory, TicketSummary } from '../src/lib/types'

function ticket(id: string, category: StatusCategory, more: Partial<TicketSummary> = {}): TicketSummary {
  return {
    id,
    status: { id: category, name: category, category },
    priority: 'normal',
    risk: 'none',
    tier: 'first',
    message_count: 1,
    created_at: '2026-11-21T10:00:00Z',
    merged_into: null,
    ...more,
  } as TicketSummary
}

test('the more pressing of both stays', () => {
  const solved = ticket('A', 'solved', { priority: 'urgent' })
  const open = ticket('B', 'open', { priority: 'high', tier: 'second', message_count: 3 })
  expect(taken([open], solved)).toEqual({ status: open.status, priority: undefined, theft: false, tier: 'second', messages: 3 })
  expect(taken([solved], open)).toMatchObject({ status: undefined, priority: 'urgent', tier: undefined })
  const theft = ticket('C', 'closed', { risk: 'suspected_theft' })
  expect(taken([solved, theft], open).theft).toBe(true)
  expect(taken([theft], { ...theft, id: 'D' }).theft).toBe(false)
})

test('none goes on in itself, and none that goes on elsewhere', () => {
  const rows = [ticket('A', 'open'), ticket('B', 'open', { merged_into: 'A' }), ticket('C', 'open')]
  expect(mergeable(rows, 'A').map(({ id }) => id)).toEqual(['C'])
})

test('the oldest is the one that was opened first', () => {
  expect(oldest([ticket('A', 'open'), ticket('B', 'open', { created_at: '2026-11-20T10:00:00Z' })])?.id).toBe('B')
  expect(oldest([])).toBeUndefined()
})
