import { beforeEach, describe, expect, test } from 'vitest'
import { Drafts, KEPT_MS, type Draft, type DraftStorage } from '../src/lib/drafts'

class Memory implements DraftStorage {
  map = new Map<string, string>()
  full = false
  get length() {
    return this.map.size
  }
  key(index: number) {
    return [...this.map.keys()][index] ?? null
  }
  getItem(key: string) {
    return this.map.get(key) ?? null
  }
  setItem(key: string, value: string) {
    if (this.full) throw new DOMException('full', 'QuotaExceededError')
    this.map.set(key, value)
  }
  removeItem(key: string) {
    this.map.delete(key)
  }
}

const draft: Draft = { body: 'The block is 41,220,918.', attachments: [], acts: [], macros: [], savedAt: 1_000, seenUntil: null }
const ticket = 'PD-7K3M-Q2XA-9'
let storage: Memory
let drafts: Drafts

beforeEach(() => {
  storage = new Memory()
  drafts = new Drafts(storage, 'mina')
})

describe('drafts', () => {
  test('survive, one per ticket and kind', () => {
    drafts.save(ticket, 'reply', draft)
    drafts.save(ticket, 'note', { ...draft, body: 'ask node operations' })
    const reloaded = new Drafts(storage, 'mina')
    expect(reloaded.load(ticket, 'reply')).toEqual(draft)
    expect(reloaded.load(ticket, 'note')?.body).toBe('ask node operations')
    expect(reloaded.load('PD-0000-0000-0', 'reply')).toBeUndefined()
    expect(reloaded.tickets()).toEqual(new Set([ticket]))
  })

  test('go along to another ticket, but never over what was begun there', () => {
    const other = 'PD-0000-0000-0'
    drafts.save(ticket, 'reply', { ...draft, seenUntil: '2026-11-21T10:00:00Z' })
    drafts.save(ticket, 'note', { ...draft, body: 'mine' })
    drafts.save(other, 'note', { ...draft, body: 'theirs' })
    drafts.move(ticket, other)
    expect(drafts.load(other, 'reply')).toEqual(draft)
    expect(drafts.load(ticket, 'reply')).toBeUndefined()
    expect(drafts.load(other, 'note')?.body).toBe('theirs')
    expect(drafts.load(ticket, 'note')?.body).toBe('mine')
  })

  test('are nobody else’s', () => {
    drafts.save(ticket, 'reply', draft)
    expect(new Drafts(storage, 'omar').load(ticket, 'reply')).toBeUndefined()
  })

  test('with only a file in them are kept, and empty ones are not', () => {
    const file = { id: '1', file_name: 'a.png', content_type: 'image/png', size: 3 }
    drafts.save(ticket, 'reply', { ...draft, body: '', attachments: [file] })
    expect(drafts.load(ticket, 'reply')?.attachments).toEqual([file])
    drafts.save(ticket, 'reply', { ...draft, body: '' })
    expect(storage.length).toBe(0)
  })

  test('say when they could not be kept', () => {
    storage.full = true
    expect(drafts.save(ticket, 'reply', draft)).toBe(false)
  })

  test('are forgotten after a month, as is what cannot be read, and nothing else', () => {
    drafts.save(ticket, 'reply', draft)
    drafts.save(ticket, 'note', { ...draft, savedAt: KEPT_MS })
    storage.setItem('proofdesk.draft.1.mina.x.reply', '{')
    storage.setItem('something.else', '{')
    drafts.prune(KEPT_MS + 1_001)
    expect(drafts.load(ticket, 'reply')).toBeUndefined()
    expect(drafts.load(ticket, 'note')).toBeDefined()
    expect(storage.getItem('something.else')).toBe('{')
    expect(storage.length).toBe(2)
  })
})
