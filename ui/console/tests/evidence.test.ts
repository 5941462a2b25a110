import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { groups, inOrder, looksLikeValue, problemArguments, problemKey, shorten, shortForms, stateOf } from '../src/lib/evidence'
import { leakGroup, SECRET_KINDS } from '../src/lib/leaks'
import { wantedBy } from '../src/lib/failures'
import { Problem } from '../src/lib/problem'
import type { Evidence, Message } from '../src/lib/types'

const HASH = '0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4'

function evidence(id: string, value: string, more: Partial<Evidence> = {}): Evidence {
  return { id, kind: 'tx', value, networks: [], check: 'shape', author: 'customer', created_at: '2026-11-28T10:00:00Z', ...more }
}

describe('short forms', () => {
  test('keep both ends of codes and all of words', () => {
    expect(shorten(evidence('1', HASH))).toBe('0x4acb…3b6ab4')
    expect(shorten(evidence('1', 'short-order-id', { kind: 'order' }))).toBe('short-order-id')
    expect(shorten(evidence('1', '1,250.50 USDT and more of it', { kind: 'amount' }))).toBe('1,250.50 USDT and more of it')
  })

  test('write a time as people do', () => {
    const short = (value: string) => shorten(evidence('1', value, { kind: 'time' }))
    expect(short('T11:32Z')).toBe('11:32 UTC')
    expect(short('--11-02T14:03+08:00')).toBe('11-02 14:03 UTC+08:00')
    expect(short('2026-11-02T14:03:05')).toBe('2026-11-02 14:03:05')
    expect(short('2026-11-02')).toBe('2026-11-02')
  })

  test('tell where a link leads', () => {
    const link = { host: 'etherscan.io', target: HASH, target_kind: 'tx' }
    expect(shorten(evidence('1', `https://etherscan.io/tx/${HASH}`, { kind: 'link', link }))).toBe('etherscan.io · 0x4acb…3b6ab4')
  })

  test('of different values that look alike are written in full', () => {
    const forged = HASH.replace('15506b', '99999b')
    const other = HASH.replaceAll('4', '5')
    const shown = shortForms([evidence('a', HASH), evidence('b', forged), evidence('c', other)])
    expect(shown.get('a')).toBe(HASH)
    expect(shown.get('b')).toBe(forged)
    expect(shown.get('c')).toBe('0x5acb…3b6ab5')
  })

  test('take capitals for no difference, as eyes do', () => {
    const address = 'TQ5NMqDjVMGrSmJqgKqbfzn3pXcKwWfpRm'
    const twin = 'TQ5nMqAAAAAAAAAAAAAAAAAAAAAAKwWfpRm'
    expect(shortForms([evidence('a', address), evidence('b', twin)]).get('a')).toBe(address)
  })

  test('of one value said twice stay short', () => {
    expect(shortForms([evidence('a', HASH), evidence('b', HASH)]).get('b')).toBe('0x4acb…3b6ab4')
  })
})

test('evidence stands in the order in which it was said, and what was added by hand at the end', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => evidence(id, id)) as [Evidence, Evidence, Evidence, Evidence]
  const items = [[c, a], [b]].map((said) => ({ type: 'message', evidence: said }) as unknown as Message)
  expect(inOrder([d, a, b, c], items).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd'])
})

describe('groups', () => {
  test.each([
    ['tx', HASH],
    ['address', 'TQ5NMqDjVMGrSmJqgKqbfzn3pXcKwWfpRm'],
    ['amount', '1,250.50 USDT'],
  ])('of %s are the value when put together', (kind, value) => {
    expect(groups({ kind, value }).join('')).toBe(value)
  })

  test('are of four, with the prefix by itself', () => {
    expect(groups({ kind: 'address', value: '0xAbCd1234Ef' })).toEqual(['0x', 'AbCd', '1234', 'Ef'])
    expect(groups({ kind: 'time', value: '2026-03-04' })).toEqual(['2026-03-04'])
  })
})

describe('states', () => {
  const problem = { code: 'spaces', arguments: {}, is_phishing: false }
  test.each([
    [{ check: 'checksum' }, 'checked'],
    [{ check: 'shape' }, 'shape'],
    [{ check: 'problem' }, 'problem'],
    [{ check: 'checksum', problem }, 'problem'],
    [{ check: 'problem', problem: { ...problem, is_phishing: true } }, 'phishing'],
  ])('%j is %s', (one, state) => {
    expect(stateOf(one)).toBe(state)
  })
})

describe('sentences of problems', () => {
  test('count positions from 1 and numbers as numbers', () => {
    expect(problemArguments({ position: '0', found: '0', meant: 'o' })).toEqual({ position: 1, found: '0', meant: 'o' })
    expect(problemArguments({ have: '58', want: '64' })).toEqual({ have: 58, want: 64 })
  })

  test('say what was expected where it is known', () => {
    expect(problemKey({ code: 'changed_character', arguments: { position: '3', expected: 'q' } })).toBe(
      'evidence-problem-changed-character-expected',
    )
    expect(problemKey({ code: 'changed_character', arguments: { position: '3' } })).toBe('evidence-problem-changed-character')
    expect(problemKey({ code: 'look_alike_host', arguments: {} })).toBe('evidence-problem-look-alike-host')
  })
})

describe('what is pasted into the list', () => {
  test.each([HASH, 'https://etherscan.io/tx/0x4a', 'TQ5NMqDjVMGrSmJqgKqbfzn3pXcKwWfpRm', `${HASH.slice(0, 40)}\n${HASH.slice(40)}`])(
    '%s is looked for',
    (text) => expect(looksLikeValue(text)).toBe(true),
  )

  test.each(['', 'deposit', 'PD-7K3M-Q2XA-9', 'Withdrawal is stuck since yesterday at 9', 'Donaudampfschifffahrtsgesellschaft', '48213377'])(
    '%s is only a filter',
    (text) => expect(looksLikeValue(text)).toBe(false),
  )
})

describe('leaks', () => {
  test.each([
    ['seed-phrase', 'wallet'],
    ['hex-private-key', 'wallet'],
    ['bip38-key', 'keystore'],
    ['otpauth-uri', 'two-factor'],
    ['pem-private-key', 'api'],
    ['iban', 'bank'],
  ])('of %s need what %s needs', (kind, group) => {
    expect(leakGroup(kind)).toBe(group)
  })

  test('of kinds that nobody knows yet have no advice', () => {
    expect(leakGroup('secret-of-next-year')).toBeUndefined()
  })

  test('have a group for every kind that has a name', () => {
    const words = readFileSync(join(import.meta.dirname, '../../../locales/en/words.ftl'), 'utf8')
    const named = [...words.matchAll(/^secret-([\w-]+) =/gm)].map(([, kind]) => kind)
    expect(named.length).toBeGreaterThan(20)
    expect([...SECRET_KINDS].sort()).toEqual(named.sort())
  })
})

describe('a refusal for asking', () => {
  test('names what was asked for', () => {
    const errors = [{ field: 'body', code: 'asks-for-secret', args: { wanted: 'seed-phrase' } }]
    expect(wantedBy(new Problem(422, { code: 'fields-invalid', errors }))).toEqual(['seed-phrase'])
    expect(wantedBy(new Problem(422, { code: 'asks-for-secret', args: { wanted: 'password' } }))).toEqual(['password'])
  })

  test('is no other refusal', () => {
    expect(wantedBy(new Problem(422, { code: 'field-required', errors: [{ field: 'body', code: 'field-required' }] }))).toEqual([])
    expect(wantedBy(undefined)).toEqual([])
  })
})
