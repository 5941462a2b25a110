import { describe, expect, test } from 'vitest'
import {
  asked,
  bodyOf,
  conditionable,
  draftOf,
  emptyDraft,
  move,
  renameChoice,
  without,
  withoutChoice,
  wordsIn,
  type Draft,
  type Question,
} from '../src/lib/form-edit'

function question(key: string, more: Partial<Question> = {}): Draft {
  return draftOf({
    key,
    kind: 'text',
    need: 'helpful',
    can_lack: false,
    label: `The ${key}`,
    why: 'Because.',
    choices: {},
    choice_order: [],
    own: {},
    ...more,
  } as Question)
}

const card = () =>
  question('card', {
    kind: 'choice',
    choices: { credit: 'Credit', debit: 'Debit' },
    choice_order: ['debit', 'credit'],
    own: { en: { label: 'Which card?', why: 'Two teams.', choices: { debit: 'Debit card', credit: 'Credit card' } } },
  })
const bank = () => question('bank', { when: { question: 'card', is: ['debit'] } })

describe('a form that is being written', () => {
  test('goes out as it came in', () => {
    expect(bodyOf([card(), bank()])).toEqual({
      questions: [
        {
          key: 'card',
          kind: 'choice',
          need: 'helpful',
          can_lack: false,
          when: null,
          choices: ['debit', 'credit'],
          own: [{ lang: 'en', label: 'Which card?', why: 'Two teams.', choices: ['Debit card', 'Credit card'] }],
        },
        {
          key: 'bank',
          kind: 'text',
          need: 'helpful',
          can_lack: false,
          when: { question: 'card', is: ['debit'] },
          choices: [],
          own: [],
        },
      ],
    })
  })

  test('a condition goes when the question that it speaks of stands after it, or is gone', () => {
    const both = [card(), bank()]
    expect(move(both, 1, -1).map(({ key, when }) => [key, when])).toEqual([
      ['bank', null],
      ['card', null],
    ])
    expect(without(both, 0)[0]?.when).toBeNull()
    expect(move(both, 0, -1).map(({ key }) => key)).toEqual(['card', 'bank'])
    expect(move(both, 1, 1).map(({ key }) => key)).toEqual(['card', 'bank'])
  })

  test('a choice takes its words and conditions along', () => {
    const renamed = renameChoice([card(), bank()], 0, 0, 'prepaid')
    expect(renamed[0]?.choices).toEqual(['prepaid', 'credit'])
    expect(renamed[0]?.own.en?.choices).toEqual({ credit: 'Credit card', prepaid: 'Debit card' })
    expect(renamed[1]?.when?.is).toEqual(['prepaid'])
    const less = withoutChoice(renamed, 0, 0)
    expect(less[0]?.own.en?.choices).toEqual({ credit: 'Credit card' })
    // No value left is not "when they do not have it".
    expect(less[1]?.when).toBeNull()
  })

  test('asks what the answers so far lead to', () => {
    const tx = question('tx', { can_lack: true })
    const recording = question('recording', { when: { question: 'tx', is: [] } })
    const all = [card(), bank(), tx, recording]
    const keys = (answers: Parameters<typeof asked>[1]) => asked(all, answers).map(({ key }) => key)
    expect(keys({})).toEqual(['card', 'tx'])
    expect(keys({ card: 'debit', tx: null })).toEqual(['card', 'bank', 'tx', 'recording'])
    expect(keys({ card: 'credit', tx: '0xab' })).toEqual(['card', 'tx'])
    expect(conditionable(all, 3).map(({ key }) => key)).toEqual(['card', 'tx'])
  })

  test('speaks the language of its reader, else English, else any', () => {
    expect(wordsIn(card(), 'ja')?.label).toBe('Which card?')
    expect(wordsIn(bank(), 'ja')?.label).toBe('The bank')
    const fresh = emptyDraft('tr')
    expect(wordsIn(fresh, 'ja')).toBe(fresh.own.tr)
  })
})
