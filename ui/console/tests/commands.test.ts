import { describe, expect, test } from 'vitest'
import { fits, suggest, wantedCustomer, wantedValue, type World } from '../src/lib/commands'

const HASH = '0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4'

function world(more: Partial<World> = {}): World {
  return {
    verbs: { assign: ['assign'], team: ['team'], status: ['status'], priority: ['priority'], tag: ['tag'], macro: ['macro'], snooze: ['snooze'], merge: ['merge'], link: ['link'], follow: ['follow'], ask: ['ask'], reveal: ['reveal'], be: ['be'], theme: ['theme'], go: ['go'], open: ['open'] },
    me: { id: 'mina', name: 'Mina Park' },
    people: [
      { id: 'mina', name: 'Mina Park' },
      { id: 'jun', name: 'Jun Tanaka' },
    ],
    colleagues: [
      { id: 'mina', name: 'Mina Park' },
      { id: 'jun', name: 'Jun Tanaka' },
    ],
    teams: [{ id: 'wallets', name: 'Wallet operations' }],
    statuses: [
      { id: 's1', name: 'Open', category: 'open' },
      { id: 's2', name: 'Waiting on customer', category: 'waiting_on_customer' },
      { id: 's4', name: 'Solved', category: 'solved' },
    ],
    priorities: [
      { id: 'urgent', name: 'Urgent' },
      { id: 'high', name: 'High' },
    ],
    tags: ['spam', 'urgent-wallet', 'vip'],
    snoozes: [{ name: 'Tomorrow morning', words: ['tomorrow'], snooze: { wake_on: 'time', until: 'T' } }],
    typedSnooze: (text) => (text === '2h' ? { name: 'until two', snooze: { wake_on: 'time', until: '2' } } : undefined),
    macros: [
      { id: 'm1', name: 'Deposit on its way' },
      { id: 'm2', name: 'Wrong network' },
    ],
    availabilities: [
      { id: 'online', name: 'Online' },
      { id: 'away', name: 'Away' },
      { id: 'away_and_reassign', name: 'Away, give back' },
    ],
    masked: [
      { id: 'email', name: 'E-mail' },
      { id: 'phone', name: 'Phone' },
    ],
    themes: [
      { id: 'light', name: 'Light' },
      { id: 'dark', name: 'Dark' },
    ],
    places: [
      { path: '/mine', name: 'Mine', words: ['mine'] },
      { path: '/settings/keyboard', name: 'Settings · Keyboard', words: ['settings keyboard'] },
    ],
    actions: [
      { id: 'reply', name: 'Reply' },
      { id: 'toggle-context', name: 'Context, shown or not' },
    ],
    targets: 3,
    nobody: ['Nobody'],
    myself: ['you'],
    ...more,
  }
}

const ZH = world({
  verbs: { assign: ['分配', '指派'], team: ['团队'], status: ['状态'], priority: ['优先级'], tag: ['标签'], macro: ['快捷回复'], snooze: ['暂缓'], merge: ['合并'], link: ['关联'], follow: ['关注'], ask: ['询问'], reveal: ['显示'], be: ['我的状态'], theme: ['主题'], go: ['前往'], open: ['打开'] },
  statuses: [{ id: 's4', name: '已解决', category: 'solved' }],
})

const first = (text: string, known = world()) => suggest(text, known)[0]?.intent

describe('verb and object', () => {
  test.each([
    ['assign @mina', { assignee: 'mina' }],
    ['assign jun', { assignee: 'jun' }],
    ['assign me', { assignee: 'mina' }],
    ['assign nobody', { assignee: null }],
    ['ASSIGN Tanaka', { assignee: 'jun' }],
    ['team wallet', { team: 'wallets' }],
    ['team nobody', { team: null }],
    ['status solved', { status: 's4' }],
    ['status solve', { status: 's4' }],
    ['status waiting on', { status: 's2' }],
    ['priority high', { priority: 'high' }],
    ['tag +urgent -spam', { tags: { add: ['urgent'], remove: ['spam'] } }],
    ['tag vip', { tags: { add: ['vip'], remove: [] } }],
  ])('%s', (text, act) => expect(first(text)).toEqual({ does: 'act', act }))

  test.each([
    ['be away', { does: 'be', availability: 'away' }],
    ['be reassign', { does: 'be', availability: 'away_and_reassign' }],
    ['online', { does: 'be', availability: 'online' }],
    ['reveal e-mail', { does: 'reveal', field: 'email' }],
    ['reveal phone', { does: 'reveal', field: 'phone' }],
    ['theme light', { does: 'theme', theme: 'light' }],
    ['dark', { does: 'theme', theme: 'dark' }],
    ['go settings', { does: 'go', path: '/settings/keyboard' }],
    ['go mine', { does: 'go', path: '/mine' }],
    ['open pd-1c9k-7qxm-4', { does: 'open', ticket: 'PD-1C9K-7QXM-4' }],
  ])('%s', (text, intent) => expect(first(text)).toEqual(intent))

  test('a tag that is being written is completed from those that there are', () => {
    expect(suggest('tag +vip +ur', world()).map(({ object }) => object)).toEqual(['+vip +ur', '+vip +urgent-wallet'])
    expect(suggest('tag -sp', world()).map(({ object }) => object)).toEqual(['−sp', '−spam'])
  })

  test('in the reader’s language, with or without a space, and in English all the same', () => {
    const act = { does: 'act', act: { assignee: 'jun' } }
    expect(first('分配 jun', ZH)).toEqual(act)
    expect(first('指派jun', ZH)).toEqual(act)
    expect(first('assign jun', ZH)).toEqual(act)
    expect(first('状态 已解', ZH)).toEqual({ does: 'act', act: { status: 's4' } })
    expect(first('status solved', ZH)).toEqual({ does: 'act', act: { status: 's4' } })
  })

  test('says nothing of tickets when it would be about none', () => {
    const none = world({ targets: 0, macros: [], masked: [] })
    for (const text of ['assign @mina', 'status solved', 'priority high', 'tag vip', '@mina', '#vip']) {
      expect(suggest(text, none), text).toEqual([])
    }
    expect(suggest('', none).map(({ object }) => object)).toEqual(['be', 'theme', 'go'])
    expect(first('go mine', none)).toEqual({ does: 'go', path: '/mine' })
  })
})

describe('prefixes', () => {
  test('> what can be done', () => {
    expect(suggest('>', world()).map(({ object }) => object)).toEqual(['Reply', 'Context, shown or not'])
    expect(first('> cont')).toEqual({ does: 'action', action: 'toggle-context' })
  })
  test('@ people', () => expect(first('@jun')).toEqual({ does: 'act', act: { assignee: 'jun' } }))
  test('# a number or a tag', () => {
    expect(first('#PD-1C9K-7QXM-4')).toEqual({ does: 'open', ticket: 'PD-1C9K-7QXM-4' })
    expect(first('#vi')).toEqual({ does: 'act', act: { tags: { add: ['vi'], remove: [] } } })
    expect(suggest('#vi', world())[1]?.object).toBe('+vip')
  })
})

describe('what was pasted comes first', () => {
  test.each([
    ['a number', 'PD1C9K7QXM4', { does: 'open', ticket: 'PD-1C9K-7QXM-4' }],
    ['a hash', HASH, { does: 'find', value: HASH }],
    ['an account', '4821337700112233', { does: 'find', value: '4821337700112233' }],
    ['an address', 'TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE', { does: 'find', value: 'TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE' }],
  ])('%s', (_, text, intent) => expect(first(text)).toEqual(intent))

  test.each(['solved', 'wallet operations', 'tag +urgent', 'settings'])('%s is no value', (text) =>
    expect(wantedValue(text)).toBeUndefined(),
  )
})

test('an account and an address name a customer, and nothing else does', () => {
  expect(wantedCustomer(' 48213377 ')).toBe('48213377')
  expect(wantedCustomer('lena.hoffmann+desk@mail.example')).toBe('lena.hoffmann+desk@mail.example')
  for (const text of ['PD1C9K7QXM4', HASH.slice(0, 7), '@mina', 'lena@mail', 'wallet operations', 'a,b@c.example', 'from:a@b.example', '']) {
    expect(wantedCustomer(text)).toBeUndefined()
  }
})

test('words that are no verb find whatever is called so', () => {
  expect(suggest('', world()).map(({ object }) => object)).toEqual(['assign', 'team', 'status', 'priority', 'tag', 'snooze', 'merge', 'link', 'ask', 'macro', 'reveal', 'be', 'theme', 'go'])
  expect(suggest('as', world())[0]).toMatchObject({ verb: 'verb', intent: { does: 'type', text: 'assign ' } })
  expect(first('reply')).toEqual({ does: 'action', action: 'reply' })
  expect(first('solved')).toEqual({ does: 'act', act: { status: 's4' } })
  expect(first('tanaka')).toEqual({ does: 'act', act: { assignee: 'jun' } })
  expect(suggest('zzz', world())).toEqual([])
})

test('words are found by their beginnings', () => {
  expect(fits('wal op', ['Wallet operations'])).toBe(true)
  expect(fits('llet', ['Wallet operations'])).toBe(false)
  expect(fits('决', ['已解决'])).toBe(true)
  expect(fits('tomas rio', ['Tomás Ríos'])).toBe(true)
  expect(fits('ｏｌｇａ', ['Olga'])).toBe(true)
  expect(fits('', ['anything'])).toBe(true)
})

test('merging is asked about, with a number or without', () => {
  expect(first('merge PD-7K3M-Q2XA-9')).toEqual({ does: 'merge', into: 'PD-7K3M-Q2XA-9' })
  expect(first('merge ')).toEqual({ does: 'merge', into: undefined })
  expect(suggest('merge ', world({ targets: 0 }))).toEqual([])
  expect(first('link PD-7K3M-Q2XA-9')).toEqual({ does: 'link', other: 'PD-7K3M-Q2XA-9' })
  expect(first('link ')).toEqual({ does: 'link', other: undefined })
  expect(first('ask node')).toEqual({ does: 'ask', whom: 'node' })
  expect(first('ask ')).toEqual({ does: 'ask', whom: '' })
  expect(suggest('ask ', world({ targets: 0 }))).toEqual([])
})

test('one ticket is followed, by oneself or by whoever is named', () => {
  const one = world({ targets: 1 })
  expect(first('follow me', one)).toEqual({ does: 'follow', member: { id: 'mina', name: 'Mina Park' } })
  expect(first('follow @jun', one)).toEqual({ does: 'follow', member: { id: 'jun', name: 'Jun Tanaka' } })
  expect(suggest('follow me', world({ targets: 2 }))).toEqual([])
  expect(suggest('follow me', world({ targets: 1, colleagues: [] }))).toEqual([])
})

describe('macros', () => {
  test('are found by their name, with the verb or with its sign', () => {
    const macro = { does: 'macro', id: 'm1' }
    expect(first('macro depo')).toEqual(macro)
    expect(first('/deposit on')).toEqual(macro)
    expect(first('快捷回复 depo', ZH)).toEqual(macro)
    expect(suggest('/', world())).toHaveLength(2)
  })

  test('are not offered where no message is written', () => {
    expect(suggest('/depo', world({ macros: [] }))).toEqual([])
    expect(suggest('mac', world({ macros: [] })).filter(({ object }) => object === 'macro')).toEqual([])
  })
})

describe('snooze', () => {
  test('takes what is offered, and a time that is typed', () => {
    expect(first('snooze tomorrow')).toEqual({ does: 'act', act: { snooze: { wake_on: 'time', until: 'T' } } })
    expect(first('snooze 2h')).toEqual({ does: 'act', act: { snooze: { wake_on: 'time', until: '2' } } })
    expect(suggest('snooze x', world())).toEqual([])
  })
})
