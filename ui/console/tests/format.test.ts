import { describe, expect, test } from 'vitest'
import amounts from '../../shared/amounts.json'
import { absolute, age, bytes, clock, initials, language, moment, money, number, type Reader } from '../src/lib/format'

const en: Reader = { locale: 'en', timeZone: 'Asia/Tokyo' }
const zh: Reader = { locale: 'zh-Hans', timeZone: 'Asia/Shanghai' }
const now = Date.parse('2026-11-21T12:00:00Z')

describe('ages', () => {
  test.each([
    ['2026-11-21T11:59:30Z', 'now'],
    ['2026-11-21T11:22:00Z', '38m'],
    ['2026-11-21T02:00:00Z', '10h'],
    ['2026-11-18T11:00:00Z', '3d'],
    ['2026-11-02T12:00:00Z', 'Nov 2'],
    ['2025-11-02T12:00:00Z', 'Nov 2, 2025'],
  ])('%s', (at, expected) => expect(age(at, now, en, 'now')).toBe(expected))

  test('are said in the reader’s language', () => {
    expect(age('2026-11-21T11:22:00Z', now, zh, '刚刚')).toBe('38分钟')
  })
})

test('times are in the reader’s zone, with its offset in full', () => {
  expect(clock('2026-11-21T05:02:00Z', en)).toBe('14:02')
  expect(absolute('2026-11-21T05:02:03Z', en)).toContain('14:02:03')
  expect(absolute('2026-11-21T05:02:03Z', en)).toContain('GMT+9')
  expect(moment('2026-11-21T05:02:00Z', now, en)).toBe('14:02')
  expect(moment('2026-11-20T05:02:00Z', now, en)).toBe('Nov 20, 14:02')
})

test('digits are Latin everywhere', () => {
  expect(number(1_250, { locale: 'ar-EG' })).toMatch(/^[\d.,]+$/)
  expect(clock('2026-11-21T05:02:00Z', { locale: 'ar-EG', timeZone: 'UTC' })).toContain('05:02')
})

test('sizes', () => {
  expect(bytes(512, en)).toBe('512 byte')
  expect(bytes(4_200_000, en)).toBe('4.2 MB')
  expect(bytes(104_857_600, en)).toBe('105 MB')
})

test('initials in any script', () => {
  expect(initials('Maria K.')).toBe('MK')
  expect(initials('李小龙')).toBe('李')
  expect(initials('محمد علي')).toBe('مع')
  expect(initials('M***')).toBe('M')
  expect(initials('  ')).toBe('?')
})

test('languages by name', () => {
  expect(language('ja', en)).toBe('Japanese')
  expect(language('zh-Hans', zh)).toBe('简体中文')
})

describe('money', () => {
  test.each([
    ['1250.50 USDT', '1,250.50\u00a0USDT'],
    ['0.000000000000000001 ETH', '0.000000000000000001\u00a0ETH'],
    ['123456789012345678901234567890 SHIB', '123,456,789,012,345,678,901,234,567,890\u00a0SHIB'],
    ['21 BTC', '21\u00a0BTC'],
    ['about 5 BTC', 'about 5 BTC'],
  ])('%s keeps every digit that says something', (value, expected) => expect(money(value, en)).toBe(expected))

  test.each(amounts)('%s %s is written as on the site', (digits, ticker, expected) =>
    expect(money(`${digits} ${ticker}`, en)).toBe(expected?.replace(' ', '\u00a0')))

  test('has the separators of the language', () => {
    expect(money('1250.50 USDT', { locale: 'ru' })).toBe('1\u00a0250,50\u00a0USDT')
  })
})
