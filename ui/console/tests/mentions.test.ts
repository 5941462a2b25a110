import { describe, expect, test } from 'vitest'
import { joinedMentions, markMentions, named, offered, sentMentions, stillIn, typedAt } from '../src/lib/mentions'
import type { Mention, Readers } from '../src/lib/types'

const mina: Mention = { kind: 'member', id: 'm1', name: 'Mina' }
const park: Mention = { kind: 'member', id: 'm2', name: 'Mina Park' }
const wallets: Mention = { kind: 'team', id: 't1', name: 'Wallets' }

const readers: Readers = {
  members: [
    { id: 'm1', name: 'Mina' },
    { id: 'm2', name: 'Mina Park' },
    { id: 'm3', name: '周梅' },
  ],
  teams: [{ id: 't1', name: 'Wallets', count: 3 }],
}

describe('a name that is being typed', () => {
  test.each([
    ['@', 1, ''],
    ['Ask @mi', 7, 'mi'],
    ['Ask @mina pa', 12, 'mina pa'],
    ['请问@周', 4, '周'],
    ['请问＠周', 4, '周'],
    ['(@wal', 5, 'wal'],
  ])('%s', (text, caret, typed) => expect(typedAt(text, caret)?.text).toBe(typed))

  test.each([
    ['an address', 'mina@example', 12],
    ['a sign by itself', 'at @ noon', 9],
    ['another line', '@mina\nnext', 10],
    ['no sign', 'mina', 4],
    ['a sign behind the cursor', 'mi @', 2],
    ['a long text', `@${'mina '.repeat(20)}`, 101],
  ])('is none: %s', (_, text, caret) => expect(typedAt(text, caret)).toBeUndefined())
})

describe('whom it may mean', () => {
  const names = (typed: string, me?: string, chosen: Mention[] = []) => offered(typed, readers, me, chosen).map(({ name }) => name)

  test('is by the beginnings of names, members first, without whoever writes', () => {
    expect(names('')).toEqual(['Mina', 'Mina Park', '周梅', 'Wallets'])
    expect(names('mi', 'm1')).toEqual(['Mina Park'])
    expect(names('周')).toEqual(['周梅'])
    expect(names('wal')).toEqual(['Wallets'])
    expect(names('nobody')).toEqual([])
  })

  test('ends with the name', () => {
    expect(names('Mina Park ', undefined, [park])).toEqual([])
  })
})

test('the name takes the place of what was typed', () => {
  expect(named('Ask @mi please', { text: 'mi', start: 4, end: 7 }, 'Mina Park')).toEqual({ text: 'Ask @Mina Park please', at: 15 })
  expect(named('＠周', { text: '周', start: 0, end: 2 }, '周梅')).toEqual({ text: '@周梅 ', at: 4 })
})

test('who was deleted from the text is not mentioned, and the longer name is not the shorter one', () => {
  expect(stillIn([mina, park], 'Ask @Mina Park')).toEqual([park])
  expect(stillIn([mina, park], '@Mina and @Mina Park')).toEqual([mina, park])
  expect(stillIn([wallets], 'Wallets')).toEqual([])
})

test('the server takes ids', () => {
  expect(sentMentions([park, wallets])).toEqual({ staff_ids: ['m2'], team_ids: ['t1'] })
  expect(joinedMentions([park], [wallets, park])).toEqual([park, wallets])
})

describe('names in a note', () => {
  test('are marked in the text alone', () => {
    const { html, missing } = markMentions('<p title="@Mina">@Mina Park, <code>@Mina</code> and @Mina</p>', [mina, park], 'm1')
    expect(html).toBe(
      '<p title="@Mina"><span class="mention">@Mina Park</span>, <code>@Mina</code> and <span class="mention me">@Mina</span></p>',
    )
    expect(missing).toEqual([])
  })

  test('that are not there are told', () => {
    expect(markMentions('<p>@Mina Kim</p>', [park, wallets], undefined).missing).toEqual([park, wallets])
  })

  test('are text and nothing else', () => {
    const odd: Mention = { kind: 'team', id: 't2', name: 'A & B (<b>)' }
    expect(markMentions('<p>@A &amp; B (&lt;b&gt;)</p>', [odd], undefined).html).toBe('<p><span class="mention">@A &amp; B (&lt;b&gt;)</span></p>')
  })
})
