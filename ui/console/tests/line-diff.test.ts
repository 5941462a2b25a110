import { describe, expect, test } from 'vitest'
import { folded, lineDiff } from '../src/lib/line-diff'

function shown(before: string, after: string): string[] {
  const marks = { same: ' ', removed: '-', added: '+' }
  return lineDiff(before, after).map(({ kind, text }) => marks[kind] + text)
}

describe('a difference between two texts', () => {
  test('keeps what is the same in order', () => {
    expect(shown('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c'])
    expect(shown('a\nb', 'b')).toEqual(['-a', ' b'])
    expect(shown('', 'a')).toEqual(['-', '+a'])
    expect(shown('a\nb\nc\nd', 'b\nd\ne')).toEqual(['-a', ' b', '-c', ' d', '+e'])
    expect(shown('same', 'same')).toEqual([' same'])
  })

  test('gives each of the two texts back', () => {
    const [before, after] = ['one\ntwo\n\nthree\nfour', 'zero\none\n\nthree\n3\nfive']
    const of = (kind: string) => lineDiff(before, after).filter((line) => line.kind === 'same' || line.kind === kind)
    expect(of('removed').map(({ text }) => text).join('\n')).toBe(before)
    expect(of('added').map(({ text }) => text).join('\n')).toBe(after)
  })

  test('folds what is far from every change', () => {
    const lines = lineDiff('1\n2\n3\n4\n5\n6\n7\n8', '1\n2\n3\n4\n5\n6\n7\nx')
    expect(folded(lines).map((line) => line?.text ?? '…')).toEqual(['…', '6', '7', '8', 'x'])
  })
})
