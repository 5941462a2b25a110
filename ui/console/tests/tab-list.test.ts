import { expect, test } from 'vitest'
import { MOST_TABS, readTabs, sameTabs, tabBeside, withoutTab, withTab, type Tab } from '../src/lib/tab-list'

const three: Tab[] = ['a', 'b', 'c'].map((id) => ({ id, subject: id.toUpperCase(), news: false }))

test('a ticket stands in one tab, behind the others', () => {
  expect(withTab(three, 'd', 'D').map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  expect(withTab(three, 'b', 'Other')).toEqual(three)
})

test('what is closed leads to the one beside it', () => {
  expect(withoutTab(three, 'b')).toEqual({ tabs: [three[0], three[2]], next: 'c' })
  expect(withoutTab(three, 'c').next).toBe('b')
  expect(withoutTab(three.slice(0, 1), 'a')).toEqual({ tabs: [], next: undefined })
  expect(withoutTab(three, 'z')).toEqual({ tabs: three, next: undefined })
})

test('what another window keeps or closes is so here too, and what is known of the rest stays', () => {
  expect(sameTabs(three, ['c', 'd', 'a'])).toEqual([three[2], { id: 'd', subject: undefined, news: false }, three[0]])
  expect(sameTabs(three, [])).toEqual([])
})

test('tabs go round, and whoever is outside of them comes in at an end', () => {
  expect([tabBeside(three, 'a', 1), tabBeside(three, 'c', 1), tabBeside(three, 'a', -1)]).toEqual(['b', 'a', 'c'])
  expect([tabBeside(three, undefined, 1), tabBeside(three, 'z', -1)]).toEqual(['a', 'c'])
  expect(tabBeside([], 'a', 1)).toBeUndefined()
})

test('of what was kept only numbers are taken, each once, and not too many', () => {
  expect(readTabs('["a","b","a",7,null]')).toEqual(['a', 'b'])
  expect(readTabs(JSON.stringify(Array.from({ length: 40 }, (_, at) => `t${at}`)))).toHaveLength(MOST_TABS)
  for (const broken of [null, '{}', '{"a"', '7']) expect(readTabs(broken)).toEqual([])
})
