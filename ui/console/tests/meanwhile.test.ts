import { expect, test } from 'vitest'
import { clashing, mergedNames, mergedWords } from '../src/lib/meanwhile'

test('words that somebody added meanwhile stay, and those that were taken out are gone', () => {
  expect(mergedWords(['memo', 'tag'], ['memo', 'label'], ['linked', 'memo', 'tag'])).toEqual(['linked', 'memo', 'label'])
  // What somebody else took out does not come back with the field that still has it.
  expect(mergedWords(['memo', 'tag'], ['memo', 'tag', 'new'], ['tag'])).toEqual(['tag', 'new'])
  // Words with a comma in them are one, whatever the field makes of them.
  expect(mergedWords(['sent', 'nothing came'], ['sent', 'nothing came', 'new'], ['sent, nothing came'])).toEqual(['sent, nothing came', 'new'])
  expect(mergedWords([], [], [])).toEqual([])
})

test('of names those that were changed here are changed', () => {
  const opened = { en: 'Fees', ja: '手数料' }
  const now = { en: 'Fees', ja: '手数料と限度額', ar: 'الرسوم' }
  expect(mergedNames(opened, { en: ' Costs ', ja: '手数料', ar: '', tr: '' }, now)).toEqual({ en: 'Costs', ja: '手数料と限度額', ar: 'الرسوم' })
  expect(mergedNames(opened, { en: 'Fees', ja: '' }, now)).toEqual({ en: 'Fees', ar: 'الرسوم' })
  expect(mergedNames({}, { en: 'New' }, {})).toEqual({ en: 'New' })
})

test('a name that two changed is shown before either is lost', () => {
  const opened = { en: 'Fees', ja: '手数料', ko: '수수료' }
  const now = { en: 'Charges', ja: '手数料と限度額', tr: 'Ücretler' }
  // Japanese was changed there alone, Korean is gone there and changed here, and Turkish is new in both, with the same name.
  const typed = { en: ' Costs ', ja: '手数料', ko: '비용', tr: 'Ücretler', ar: 'الرسوم' }
  expect(clashing(opened, typed, now)).toEqual(['en', 'ko'])
  // Whoever was shown what it says now writes over that.
  expect(clashing(now, { ...typed, ja: '手数料と限度額' }, now)).toEqual([])
  expect(clashing({}, { en: 'New' }, {})).toEqual([])
})
