import { describe, expect, test } from 'vitest'
import type { TicketSummary } from '../src/lib/types'
import { takesWords, Writing } from '../src/lib/writing'

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, keyCode: 0, ...more })

describe('who goes to write in a ticket that is not there yet', () => {
  test('finds there what was typed on the way, and is taken there once', () => {
    const writing = new Writing()
    writing.want('PD-1', 'reply', 0)
    for (const key of 'e j') expect(writing.keep(press(key), 100)).toBe(true)
    expect(writing.take('PD-2', 200)).toBeUndefined()
    expect(writing.take('PD-1', 200)).toEqual({ mode: 'reply', early: 'e j' })
    expect(writing.take('PD-1', 200)).toBeUndefined()
    expect(writing.keep(press('e'), 200)).toBe(false)
  })

  test('still has the keys that write nothing', () => {
    const writing = new Writing()
    writing.want('PD-1', undefined, 0)
    const others = [press('Enter'), press('Escape'), press('k', { ctrlKey: true }), press('j', { altKey: true }), press('r', { metaKey: true }), press('r', { isComposing: true })]
    for (const one of others) expect(writing.keep(one, 100), one.key).toBe(false)
    expect(writing.take('PD-1', 200)).toEqual({ mode: undefined, early: '' })
  })

  test('writes at once in the ticket that is open, and keeps no key from acting', () => {
    const writing = new Writing()
    const wishes: unknown[] = []
    writing.want('PD-1', 'note', 0)
    writing.keep(press('H'), 100)
    const close = writing.open('PD-1', (wish) => wishes.push(wish), 200)
    expect(wishes).toEqual([{ mode: 'note', early: 'H' }])
    // Back to it from the row beside, before that one was opened.
    writing.want('PD-1', undefined, 300)
    expect(wishes).toHaveLength(2)
    expect(writing.keep(press('e'), 400)).toBe(false)
    close()
    writing.want('PD-1', undefined, 500)
    expect(wishes).toHaveLength(2)
    expect(writing.keep(press('e'), 600)).toBe(true)
  })

  test('loses nothing that was typed on the way to a ticket that is left again or does not come', () => {
    const writing = new Writing()
    const left: unknown[] = []
    writing.left = (one) => left.push(one)
    const type = (text: string) => [...text].forEach((key) => writing.keep(press(key), 100))
    writing.want('PD-1', 'note', 0)
    type('Hi')
    writing.want('PD-2', undefined, 200)
    type('Bye')
    writing.forget('PD-1')
    writing.forget('PD-2')
    writing.want('PD-3', undefined, 300)
    writing.forget('PD-3')
    expect(left).toEqual([
      { ticket: 'PD-1', mode: 'note', early: 'Hi' },
      { ticket: 'PD-2', mode: undefined, early: 'Bye' },
    ])
  })

  test('corrects itself on the way, and begins a line', () => {
    const writing = new Writing()
    writing.want('PD-1', undefined, 0)
    expect(writing.keep(press('Backspace'), 100)).toBe(false)
    for (const key of ['H', 'j', 'Backspace', 'i', 'Enter', 'L']) expect(writing.keep(press(key), 100), key).toBe(true)
    expect(writing.take('PD-1', 200)).toEqual({ mode: undefined, early: 'Hi\nL' })
  })

  test('has all keys again when the ticket does not come, and loses no word when it comes late', () => {
    const writing = new Writing()
    writing.want('PD-1', 'reply', 0)
    expect(writing.keep(press('e'), 6_000)).toBe(false)
    expect(writing.take('PD-1', 6_000)).toBeUndefined()
    writing.want('PD-2', 'reply', 0)
    writing.keep(press('H'), 100)
    expect(writing.take('PD-2', 6_000)).toEqual({ mode: 'reply', early: 'H' })
    writing.want('PD-3', 'note', 0)
    writing.forget('PD-2')
    expect(writing.keep(press('x'), 100)).toBe(true)
    writing.forget('PD-3')
    expect(writing.keep(press('x'), 100)).toBe(false)
  })
})

test('words go where somebody may write them, and elsewhere keys act', () => {
  const ticket = (category: string, merged_into: string | null = null) => ({ merged_into, status: { category } }) as unknown as TicketSummary
  const all = { reply: true, note: true }
  expect(takesWords(ticket('open'), all)).toBe(true)
  expect(takesWords(undefined, all)).toBe(true)
  expect(takesWords(ticket('closed'), all)).toBe(false)
  expect(takesWords(ticket('closed'), all, 'note')).toBe(true)
  expect(takesWords(ticket('closed'), { reply: false, note: true })).toBe(true)
  expect(takesWords(ticket('open', 'PD-2'), all, 'note')).toBe(false)
  expect(takesWords(ticket('open'), { reply: false, note: true }, 'reply')).toBe(false)
  expect(takesWords(ticket('open'), { reply: false, note: false })).toBe(false)
})
