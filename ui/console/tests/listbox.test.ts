import { expect, test } from 'vitest'
import { arrowed, isComposing, keepComposing } from '../src/lib/listbox'

test('arrows go round, and an empty list has one place', () => {
  expect(arrowed('ArrowDown', 2, 3)).toBe(0)
  expect(arrowed('ArrowUp', 0, 3)).toBe(2)
  expect(arrowed('ArrowUp', 0, 0)).toBe(0)
  expect(arrowed('Enter', 0, 3)).toBeUndefined()
})

test('half of a composition is nobody’s key', () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false)
})

test('the Escape that takes back half of a composition closes nothing', () => {
  const isHeld = (isComposing: boolean) => {
    let held = false
    keepComposing({ isComposing, keyCode: 27, preventDefault: () => (held = true) })
    return held
  }
  expect(isHeld(true)).toBe(true)
  expect(isHeld(false)).toBe(false)
})
