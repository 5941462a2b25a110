import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { describe, expect, test } from 'vitest'
import { bindingsWith, clash, readRemaps, remap } from '../src/lib/keymap'
import { BINDINGS, GROUPS, label, read } from '../src/lib/keys'

const root = join(import.meta.dirname, '../../..')

describe('other keys', () => {
  test('act instead of those of the table', () => {
    const bindings = bindingsWith({ solve: ['d'], note: [] })
    expect(read(undefined, 'd', bindings).binding?.id).toBe('solve')
    expect(read(undefined, 'e', bindings)).toEqual({})
    expect(read(undefined, 'n', bindings)).toEqual({})
    expect(read(undefined, 'r', bindings).binding?.id).toBe('reply')
  })

  test('may be a sequence', () => {
    const bindings = bindingsWith({ solve: ['g s'] })
    expect(read(undefined, 'g', bindings)).toEqual({ pending: 'g' })
    expect(read('g', 's', bindings).binding?.id).toBe('solve')
  })

  test('that are those of the table are no remap', () => {
    const changed = remap({}, 'solve', ['d'])
    expect(changed).toEqual({ solve: ['d'] })
    expect(remap(changed, 'solve', ['e'])).toEqual({})
    expect(remap(changed, 'next', ['j', 'ArrowDown'])).toEqual({ solve: ['d'] })
  })

  test.each([
    ['that another act has', 'solve', 'r', { is: 'same', action: 'reply' }],
    ['that begin a sequence', 'solve', 'g', { is: 'begins', action: 'go-mine' }],
    ['a sequence behind a key that acts by itself', 'solve', 'r x', { is: 'begins', action: 'reply' }],
    ['of the browser', 'solve', 'Ctrl+w', { is: 'taken' }],
    ['a letter where somebody writes', 'send', 'y', { is: 'letter' }],
    ['a sequence where somebody writes', 'send', 'Ctrl+m y', { is: 'letter' }],
  ] as const)('are refused: %s', (_, id, keys, why) => expect(clash(BINDINGS, id, keys)).toEqual(why))

  test('are taken when nothing stands against them, also those that the act has', () => {
    expect(clash(BINDINGS, 'solve', 'y')).toBeUndefined()
    expect(clash(BINDINGS, 'solve', 'e')).toBeUndefined()
    expect(clash(BINDINGS, 'send', 'Ctrl+m')).toBeUndefined()
    expect(clash(bindingsWith({ reply: ['y'] }), 'solve', 'r')).toBeUndefined()
  })

  test('of another version or another hand are left out', () => {
    const kept = { solve: ['d'], reply: 'r', gone: ['q'], note: [7], tag: [''] }
    expect(readRemaps(kept)).toEqual({ solve: ['d'] })
    expect(readRemaps(null)).toEqual({})
    expect(readRemaps('solve')).toEqual({})
  })
})

/** The table of the manual, made from the table of keys. */
function manual(): string {
  const words = new FluentBundle('en')
  words.addResource(new FluentResource(readFileSync(join(root, 'locales/en/console.ftl'), 'utf8')))
  const say = (key: string) => words.formatPattern(words.getMessage(key)?.value ?? key)
  const code = (keys: string) => `\`${label(keys, false).map((one) => one.join('+')).join(' ')}\``
  return GROUPS.map((group) => {
    const rows = BINDINGS.filter((binding) => binding.group === group).map(
      ({ id, keys }) => `| ${keys.map(code).join(', ')} | ${say(`action-${id}`)} |`,
    )
    return [`### ${say(`help-${group}`)}`, '', '| keys | what they do |', '| --- | --- |', ...rows].join('\n')
  }).join('\n\n')
}

test('docs/keyboard.md says what the table says', () => {
  expect(readFileSync(join(root, 'docs/keyboard.md'), 'utf8')).toContain(manual())
})
