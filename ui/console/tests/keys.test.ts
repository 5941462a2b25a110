import { describe, expect, test } from 'vitest'
import { BINDINGS, chord, isSingleKey, label, read, type KeyPress } from '../src/lib/keys'

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, keyCode: 0, ...more }
}

describe('the table', () => {
  test('gives every chord one meaning', () => {
    const all = BINDINGS.flatMap(({ keys }) => keys)
    expect(new Set(all).size).toBe(all.length)
  })

  test('hides no chord behind the first half of a sequence', () => {
    const firsts = BINDINGS.flatMap(({ keys }) => keys)
      .filter((keys) => keys.includes(' '))
      .map((keys) => keys.split(' ')[0])
    for (const first of firsts) expect(BINDINGS.some(({ keys }) => keys.includes(first ?? ''))).toBe(false)
  })

  test('lets only chords with a modifier or a function key act in fields', () => {
    for (const { keys, inFields } of BINDINGS) if (inFields) expect(keys.some(isSingleKey)).toBe(false)
  })
})

describe('a key press', () => {
  test.each([
    ['a letter', press('j'), 'j'],
    ['a letter under caps lock', press('J'), 'j'],
    ['a shifted letter', press('U', { shiftKey: true }), 'Shift+u'],
    ['a sign that needs shift on this keyboard', press('?', { shiftKey: true }), '?'],
    ['the same sign on another', press('?'), '?'],
    ['control', press('Enter', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Enter'],
    ['a function key', press('F6', { shiftKey: true }), 'Shift+F6'],
    ['alt and an arrow', press('ArrowDown', { altKey: true }), 'Alt+ArrowDown'],
    ['a Russian layout', press('к', { code: 'KeyR' }), 'r'],
    ['a Greek layout with brackets', press('«', { code: 'BracketLeft' }), '['],
    ['Arabic, whose key writes two characters', press('لا', { code: 'KeyB' }), 'b'],
    ['Arabic control', press('ن', { code: 'KeyK', ctrlKey: true }), 'Ctrl+k'],
    ['a Russian capital', press('О', { code: 'KeyJ', shiftKey: true }), 'Shift+j'],
    ['a Russian full stop, which is where the slash is', press('.', { code: 'Slash' }), '.'],
    ['Ctrl and Alt', press('Enter', { ctrlKey: true, altKey: true, getModifierState: () => false }), 'Ctrl+Alt+Enter'],
    ['Alt and a letter', press('j', { altKey: true }), 'Alt+j'],
    ['Alt and a Russian letter', press('о', { code: 'KeyJ', altKey: true }), 'Alt+j'],
    ['a Russian question mark place', press('،', { code: 'Slash', shiftKey: true }), '?'],
  ])('%s', (_, event, expected) => expect(chord(event, false)).toBe(expected))

  test.each([
    ['composing', press('r', { isComposing: true })],
    ['the 229 of some input methods', press('r', { keyCode: 229 })],
    ['a dead key', press('Dead')],
    ['a bare modifier', press('Shift', { shiftKey: true })],
    ['the system key', press('c', { metaKey: true })],
    ['Enter with AltGr, which is Ctrl and Alt to some', press('Enter', { ctrlKey: true, altKey: true, getModifierState: (key) => key === 'AltGraph' })],
    ['a letter that AltGr writes', press('ą', { code: 'KeyA', ctrlKey: true, altKey: true })],
  ])('leaves alone: %s', (_, event) => expect(chord(event, false)).toBeUndefined())

  test('uses the command key on a Mac', () => {
    expect(chord(press('Enter', { metaKey: true }), true)).toBe('Ctrl+Enter')
    expect(chord(press('Enter', { ctrlKey: true }), true)).toBeUndefined()
    const option = { metaKey: true, altKey: true, getModifierState: (key: string) => key === 'AltGraph' }
    expect(chord(press('Enter', option), true)).toBe('Ctrl+Alt+Enter')
    expect(chord(press('∆', { code: 'KeyJ', altKey: true }), true)).toBe('Alt+j')
    expect(chord(press('å', { code: 'KeyA', altKey: true, metaKey: true }), true)).toBe('Ctrl+Alt+a')
    expect(chord(press('å', { code: 'KeyA', altKey: true }), true)).toBeUndefined()
  })
})

describe('reading', () => {
  test('takes sequences', () => {
    expect(read(undefined, 'g')).toEqual({ pending: 'g' })
    expect(read('g', 'm').binding?.id).toBe('go-mine')
  })

  test('lets a key that continues nothing mean itself', () => {
    expect(read('g', 'j').binding?.id).toBe('next')
    expect(read('g', 'q')).toEqual({})
  })
})

test('a capital is a single key too', () => {
  expect(isSingleKey('Shift+u')).toBe(true)
  expect(isSingleKey('g m')).toBe(true)
  expect(isSingleKey('Shift+ArrowDown')).toBe(false)
  expect(isSingleKey('Ctrl+k')).toBe(false)
})

test('chords are written as on the reader’s keyboard', () => {
  expect(label('Ctrl+Shift+Enter', false)).toEqual([['Ctrl', 'Shift', 'Enter']])
  expect(label('Ctrl+Enter', true)).toEqual([['⌘', '↩']])
  expect(label('Shift+j', false)).toEqual([['Shift', 'J']])
  expect(label('Ctrl+k', true)).toEqual([['⌘', 'K']])
  expect(label('g m', false)).toEqual([['g'], ['m']])
})
