import { expect, test } from 'vitest'
import { titled, total } from '../src/lib/title'

test('counts what came and was not looked at', () => {
  const counts = [
    { name: 'unassigned' as const, count: 7 },
    { name: 'mentions' as const, count: 2 },
  ]
  expect(total(3, counts, 1)).toBe(6)
  expect(total(0, [], 0)).toBe(0)
})

test('stands in front of the title, and is not there when nothing came', () => {
  expect(titled('Open · Northwind', 0)).toBe('Open · Northwind')
  expect(titled('Open · Northwind', 4)).toBe('(4) Open · Northwind')
  expect(titled('Open · Northwind', 120)).toBe('(99+) Open · Northwind')
})
