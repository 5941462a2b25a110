import { expect, test } from 'vitest'
import { nameIn, written } from '../src/lib/own-name'

test('a name is said in the reader’s language or the nearest', () => {
  const names = { 'zh-Hans': '银行', en: 'Bank' }
  expect(nameIn(names, 'zh-Hans', false)).toBe('银行')
  expect(nameIn(names, 'zh-Hant', false)).toBe('银行')
  expect(nameIn(names, 'ar', false)).toBe('Bank')
  expect(nameIn({ es: 'Banco' }, 'ja', false)).toBe('Banco')
  expect(nameIn({}, 'en', false)).toBeUndefined()
})

test('built-in words stand where nobody wrote others', () => {
  expect(nameIn({ en: 'In work' }, 'zh-Hans', true)).toBeUndefined()
  expect(nameIn({ en: 'In work' }, 'en', true)).toBe('In work')
})

test('only languages in which something is written are sent', () => {
  expect(written({ en: ' Bank ', es: '  ' }, ['es', 'en', 'ja'])).toEqual([{ lang: 'en', name: 'Bank' }])
})
