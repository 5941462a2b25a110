import { describe, expect, test } from 'vitest'
import { complete, isFilter, isWhole, painted, place, quoted, take, wordsOf, wordsOfQueue } from '../src/lib/filter'
import type { FilterKey } from '../src/lib/types'

const keys: FilterKey[] = [
  { key: 'is', comparing: 'equal', takes: 'words', words: ['open', 'unassigned', 'unread'], names: [] },
  { key: 'category', comparing: 'equal', takes: 'names', words: [], names: ['deposit-not-credited', 'kyc', 'withdrawal-failed'] },
  { key: 'assignee', comparing: 'equal', takes: 'names', words: ['me', 'none'], names: ['Mina Park', 'Omar'] },
  { key: 'age', comparing: 'length', takes: 'length', words: [], names: [] },
  { key: 'asset', comparing: 'equal', takes: 'text', words: [], names: [] },
]

const offered = (text: string, caret = text.length) => complete(text, caret, keys).offers.map(({ label }) => label)

/** The text after the first offer was taken, with the caret as a bar. */
function taken(text: string, index = 0, caret = text.length): string {
  const completion = complete(text, caret, keys)
  const offer = completion.offers[index]
  if (!offer) throw new Error(`nothing is offered for ${text}`)
  const after = take(text, completion, offer, keys)
  return `${after.text.slice(0, after.caret)}|${after.text.slice(after.caret)}`
}

describe('words', () => {
  test('stand between spaces outside of quotation marks', () => {
    expect(wordsOf(' is:open  team:"first line" ').map(({ text, start }) => [text, start])).toEqual([
      ['is:open', 1],
      ['team:"first line"', 10],
    ])
  })

  test('with a key are for the server', () => {
    for (const text of ['is:open', 'deposit age>2h', '-tag:spam', 'is：open', 'priority≥high']) expect(isFilter(text)).toBe(true)
    for (const text of ['', 'deposit', 'https://etherscan.io/tx/0x1', 'PD-7K3M-Q2XA-9', ':)']) expect(isFilter(text)).toBe(false)
  })

  test('are whole when nothing of them is missing', () => {
    for (const text of ['is:open', 'is:open,unread -assignee:"mina park"', 'age>2h asset:usdt']) expect(isWhole(text, keys)).toBe(true)
    for (const text of ['is:', 'is:ope', 'is:open,', 'age>', 'team:x', 'is:open words', 'is:open -', 'assignee:"mina']) {
      expect(isWhole(text, keys), text).toBe(false)
    }
    // A word that is behind the caret is no key any more.
    for (const text of ['words is:open', 'is:open words ', 'is:open "two words" ']) expect(isWhole(text, keys), text).toBe(true)
  })
})

describe('at the caret', () => {
  test('keys by their beginning', () => {
    expect(offered('a')).toEqual(['assignee', 'age', 'asset'])
    expect(offered('is:open as')).toEqual(['assignee', 'asset'])
    expect(offered('')).toEqual(['is', 'category', 'assignee', 'age', 'asset'])
    expect(offered('zzz')).toEqual([])
  })

  test('values by their beginning, or that of a later part', () => {
    expect(offered('is:un')).toEqual(['unassigned', 'unread'])
    expect(offered('category:failed')).toEqual(['withdrawal-failed'])
    expect(offered('assignee:@p')).toEqual(['Mina Park'])
    expect(offered('is:open,')).toEqual(['unassigned', 'unread'])
    expect(offered('age>')).toEqual(['30m', '2h', '1d', '7d'])
    expect(offered('is:open')).toEqual([])
    expect(offered('asset:u')).toEqual([])
  })

  test('words of tickets that were split, of which one begins another', () => {
    const words: FilterKey[] = [{ key: 'is', comparing: 'equal', takes: 'words', words: ['snoozed', 'split', 'split_off'], names: [] }]
    const labels = (text: string) => complete(text, text.length, words).offers.map(({ label }) => label)
    expect(labels('is:spl')).toEqual(['split', 'split_off'])
    expect(labels('is:off')).toEqual(['split_off'])
    expect(labels('is:split,')).toEqual(['snoozed', 'split_off'])
    for (const text of ['is:split', '-is:split_off', 'is:split,split_off']) expect(isWhole(text, words), text).toBe(true)
    expect(isWhole('is:split_', words)).toBe(false)
  })

  test('what is taken stands as it must be written', () => {
    expect(taken('cat')).toBe('category:|')
    expect(taken('-ag')).toBe('-age>|')
    expect(taken('category:dep')).toBe('category:deposit-not-credited |')
    expect(taken('assignee:"mi')).toBe('assignee:"Mina Park" |')
    expect(taken('is:open,unr')).toBe('is:open,unread |')
    expect(taken('ca is:open', 0, 2)).toBe('category:| is:open')
  })
})

describe('places', () => {
  test('of the server are bytes', () => {
    expect(place('tag:退款 x', 4)).toBe(4)
    expect(place('tag:退款 x', 10)).toBe(6)
    expect(place('😀 x', 5)).toBe(3)
  })

  test('are painted', () => {
    expect(painted('is:opn x', [{ start: 3, end: 6 }]).map(({ text, tone }) => `${tone}:${text}`)).toEqual([
      'term:is:',
      'wrong:opn',
      'plain: ',
      'plain:x',
    ])
  })
})

test('queues are words of the grammar', () => {
  expect(wordsOfQueue('unassigned', undefined)).toBe('is:open is:unassigned -is:snoozed')
  expect(wordsOfQueue('team-7', 'First, line')).toBe('team:"First, line"')
  expect(wordsOfQueue('all', undefined)).toBe('')
  expect(quoted('kyc')).toBe('kyc')
})
