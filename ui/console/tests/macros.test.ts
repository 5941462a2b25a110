import { describe, expect, test } from 'vitest'
import { bodyOfMacro, draftOfMacro, emptyMacro, langsOf } from '../src/lib/macro-edit'
import { actsOf, joined, sentActs } from '../src/lib/macro-acts'
import { atLineStart, keptCursor, written } from '../src/lib/text-field'
import type { MacroActs } from '../src/lib/types'

const ACTS: MacroActs = {
  status_id: 's4',
  priority: 'high',
  takes: true,
  assignee_id: null,
  team_id: 'wallets',
  add_tags: ['late', 'vip'],
  remove_tags: ['spam'],
}

describe('what goes along with a message', () => {
  test('each part can be taken off, and tags go together again', () => {
    const acts = actsOf(ACTS, 'mina')
    expect(acts).toEqual([
      { status: 's4' },
      { priority: 'high' },
      { assignee: 'mina' },
      { team: 'wallets' },
      { tags: { add: ['late'], remove: [] } },
      { tags: { add: ['vip'], remove: [] } },
      { tags: { add: [], remove: ['spam'] } },
    ])
    expect(sentActs(acts.slice(3))).toEqual([{ team: 'wallets' }, { tags: { add: ['late', 'vip'], remove: ['spam'] } }])
    expect(sentActs([])).toEqual([])
  })

  test('a later macro outranks an earlier one', () => {
    const first = [{ priority: 'high' as const }, { tags: { add: ['late'], remove: [] } }, { tags: { add: ['vip'], remove: [] } }]
    const then = [{ priority: 'low' as const }, { tags: { add: [], remove: ['late'] } }]
    expect(joined(first, then)).toEqual([{ tags: { add: ['vip'], remove: [] } }, ...then])
  })
})

describe('a macro while it is written', () => {
  test('is sent as it was read', () => {
    const macro = {
      ...{ id: 'm', brand_id: 'b', name: 'On its way', folder: null, audience: 'team' as const, owner_id: 'o', team_id: 'wallets' },
      ...{ min_level: 'email' as const, as_note: false, acts: ACTS, langs: [], uses: 0, used_at: null, archived_at: null },
      ...{ may_change: true, created_at: '', updated_at: '', version: 1 },
      texts: [
        { lang: 'en' as const, text: 'Hello' },
        { lang: 'ja' as const, text: 'こんにちは' },
      ],
    }
    const { id: _, owner_id: _o, langs: _l, uses: _u, used_at: _a, archived_at: _r, may_change: _m, created_at: _c, updated_at: _d, version: _v, ...sent } = macro
    expect(bodyOfMacro(draftOfMacro(macro))).toEqual(sent)
  })

  test('languages stand in one order, in which problems count them', () => {
    const draft = emptyMacro('b', 'own', 'ar')
    draft.texts.en = 'x'
    expect(langsOf(draft)).toEqual(['en', 'ar'])
    draft.add = 'Late, VIP  late'
    expect(bodyOfMacro(draft).acts?.add_tags).toEqual(['late', 'vip'])
  })
})

test('text goes in at the cursor', () => {
  expect(written({ selectionStart: 2, selectionEnd: 4 }, 'abcdef', 'XYZ')).toEqual({ text: 'abXYZef', at: 5 })
  expect(written(undefined, 'ab', 'c')).toEqual({ text: 'abc', at: 3 })
  // Another device wrote before what stands here, behind it, or something else.
  expect(keptCursor('ours', 'theirs\n\nours', 2)).toBe(10)
  expect(keptCursor('ours', 'ours and more', 2)).toBe(2)
  expect(keptCursor('ours', 'ours and more', 4)).toBe(13)
  expect(keptCursor('all of ours', 'no', 4)).toBe(2)
  const at = (start: number, text: string) => atLineStart({ selectionStart: start, selectionEnd: start }, text)
  expect([at(0, ''), at(2, 'a\n'), at(1, 'a\n'), at(0, 'a')]).toEqual([true, true, false, true])
})
