import { beforeEach, describe, expect, test } from 'vitest'
import { decide, joinedBody, joinedFiles, markOf, trying } from '../src/lib/draft-merge'
import { Drafts, isSame, KEPT_MS, whenDrafted, type Draft, type DraftStorage } from '../src/lib/drafts'
import { UnderWay, type Going } from '../src/lib/under-way'

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

describe('the server’s copies', () => {
  test('are behind from the first word until they are known, and again when it is cleared', () => {
    expect(drafts.behind()).toEqual([])
    drafts.save(ticket, 'reply', draft)
    expect(drafts.behind()).toEqual([{ ticket, mode: 'reply' }])
    drafts.know(ticket, 'reply', { version: 7, savedAt: draft.savedAt })
    expect(drafts.behind()).toEqual([])
    drafts.save(ticket, 'reply', { ...draft, savedAt: 2_000 })
    expect(drafts.behind()).toEqual([{ ticket, mode: 'reply' }])
    drafts.clear(ticket, 'reply')
    expect(drafts.behind()).toEqual([{ ticket, mode: 'reply' }])
    drafts.know(ticket, 'reply', undefined)
    expect(drafts.behind()).toEqual([])
    expect(new Drafts(storage, 'omar').behind()).toEqual([])
  })

  test('whoever listens hears of every draft that is written or cleared, and of none that had no room', () => {
    const heard: string[] = []
    const stop = whenDrafted((of, mode) => heard.push(`${of} ${mode}`))
    drafts.save(ticket, 'note', draft)
    drafts.clear(ticket, 'note')
    storage.full = true
    drafts.save(ticket, 'note', draft)
    stop()
    drafts.clear(ticket, 'note')
    expect(heard).toEqual([`${ticket} note`, `${ticket} note`])
  })

  test.each([
    ['nothing anywhere', undefined, undefined, undefined, 'same'],
    ['written here alone', { body: 'a', savedAt: 2 }, undefined, undefined, 'push'],
    ['written here since', { body: 'ab', savedAt: 3 }, { version: 1, savedAt: 2 }, { body: 'a', version: 1 }, 'push'],
    ['the same', { body: 'a', savedAt: 2 }, { version: 1, savedAt: 2 }, { body: 'a', version: 1 }, 'same'],
    ['sent here, not yet known there', undefined, { version: 1, savedAt: 2 }, { body: 'a', version: 1 }, 'push'],
    ['sent here and written anew elsewhere', undefined, { version: 1, savedAt: 2 }, { body: 'b', version: 2 }, 'take'],
    ['written elsewhere alone', undefined, undefined, { body: 'a', version: 1 }, 'take'],
    ['gone on with elsewhere', { body: 'a', savedAt: 2 }, { version: 1, savedAt: 2 }, { body: 'ab', version: 2 }, 'take'],
    ['sent elsewhere', { body: 'a', savedAt: 2 }, { version: 1, savedAt: 2 }, undefined, 'gone'],
    ['sent elsewhere, gone on with here', { body: 'ab', savedAt: 3 }, { version: 1, savedAt: 2 }, undefined, 'push'],
    ['written on both', { body: 'a', savedAt: 3 }, { version: 1, savedAt: 2 }, { body: 'b', version: 2 }, 'join'],
    ['begun on both', { body: 'a', savedAt: 3 }, undefined, { body: 'b', version: 2 }, 'join'],
  ] as const)('%s', (_what, here, known, there, is) => {
    expect(decide(here, known, there).is).toBe(is)
  })

  test('what went up without an answer is one’s own, and no other device’s', () => {
    const tried = trying(undefined, 'We look')
    expect(tried).toEqual({ version: 0, savedAt: 0, tried: [markOf('We look')] })
    // Gone on with, and sent: what is there is gone on with, or thrown away, and does not come back as another device's.
    expect(decide({ body: 'We looked', savedAt: 3 }, tried, { body: 'We look', version: 9 }).is).toBe('push')
    expect(decide(undefined, tried, { body: 'We look', version: 9 }).is).toBe('push')
    expect(decide(undefined, tried, { body: 'Written at home', version: 9 }).is).toBe('take')
    expect(decide({ body: 'We looked', savedAt: 3 }, tried, { body: 'Written at home', version: 9 }).is).toBe('join')
    expect(decide({ body: 'We looked', savedAt: 3 }, tried, undefined).is).toBe('push')
    expect(decide(undefined, tried, undefined).is).toBe('gone')
  })

  test('of what went up without an answer the last few are known, and what was known before stays so', () => {
    let known = trying({ version: 7, savedAt: 2 }, 'a')
    for (const body of ['b', 'a', ...'cdefghij']) known = trying(known, body)
    expect([known.version, known.savedAt]).toEqual([7, 2])
    expect(known.tried?.at(-1)).toBe(markOf('j'))
    expect(known.tried).not.toContain(markOf('b'))
    expect(new Set(known.tried).size).toBe(known.tried?.length)
  })

  test('a key of the storage says which draft it is of, and nothing of anybody else’s', () => {
    drafts.save(ticket, 'note', draft)
    const [key = null] = [...storage.map.keys()]
    expect(drafts.placeOf(key)).toEqual({ ticket, mode: 'note' })
    expect(new Drafts(storage, 'omar').placeOf(key)).toBeUndefined()
    for (const other of [null, 'something.else', 'proofdesk.draft.1.mina.x', 'proofdesk.draft-known.1.mina.x.note']) {
      expect(drafts.placeOf(other)).toBeUndefined()
    }
  })

  test('two texts stand behind each other, but for one that the other goes on from', () => {
    expect(joinedBody('home', 'office')).toBe('home\n\noffice')
    expect(joinedBody('We look', 'We look into it')).toBe('We look into it')
    expect(joinedBody('We look into it', 'We look')).toBe('We look into it')
    expect(joinedBody('We look ', 'We look')).toBe('We look')
    const [one, two] = ['1', '2'].map((id) => ({ id, file_name: `${id}.png`, content_type: 'image/png', size: 1 }))
    expect(joinedFiles([one!], [two!, one!])).toEqual([one, two])
  })

  test('what was not changed is the same, whenever it was saved', () => {
    expect(isSame(draft, { ...draft, savedAt: 9 })).toBe(true)
    expect(isSame(undefined, draft)).toBe(false)
    expect(isSame(draft, { ...draft, body: 'Other' })).toBe(false)
    expect(isSame(draft, { ...draft, mentions: [{ kind: 'team', id: 't', name: 'Wallets' }] })).toBe(false)
  })
})

describe('files on their way', () => {
  const file = { id: '1', file_name: 'a.png', content_type: 'image/png', size: 1 }

  class Bench implements Going {
    done = [] as (typeof file)[]
    list: { state: string }[] = []
    cleared = false
    whenDone: Going['whenDone'] = () => {}
    get busy() {
      return this.list.some(({ state }) => state === 'going')
    }
    clear() {
      this.cleared = true
    }
  }

  test('go on when they are left, into the draft that they are for', () => {
    const left = new UnderWay<Bench>()
    const uploads = new Bench()
    uploads.list = [{ state: 'going' }]
    drafts.save(ticket, 'reply', draft)
    left.leave(drafts, ticket, 'reply', uploads, () => 5_000)
    expect([left.busy, uploads.cleared]).toEqual([true, false])
    uploads.list = [{ state: 'done' }]
    uploads.whenDone(file)
    expect(drafts.load(ticket, 'reply')).toEqual({ ...draft, attachments: [file], savedAt: 5_000 })
    expect(left.busy).toBe(false)
    expect(left.take(ticket, 'reply')).toBeUndefined()
  })

  test('are there again for whoever comes back, and what failed too', () => {
    const left = new UnderWay<Bench>()
    const uploads = new Bench()
    uploads.list = [{ state: 'failed' }]
    left.leave(drafts, ticket, 'note', uploads)
    expect(left.take(ticket, 'reply')).toBeUndefined()
    expect(left.take(ticket, 'note')).toBe(uploads)
    uploads.whenDone(file)
    expect(drafts.load(ticket, 'note')).toBeUndefined()
  })

  test('are stopped when somebody else sits down, and forgotten where all had arrived', () => {
    const left = new UnderWay<Bench>()
    const [going, arrived] = [new Bench(), new Bench()]
    going.list = [{ state: 'going' }]
    arrived.list = [{ state: 'done' }]
    left.leave(drafts, ticket, 'reply', going)
    left.leave(drafts, ticket, 'note', arrived)
    expect(arrived.cleared).toBe(true)
    left.clear()
    expect([going.cleared, left.busy]).toEqual([true, false])
    going.whenDone(file)
    expect(drafts.load(ticket, 'reply')).toBeUndefined()
  })
})
