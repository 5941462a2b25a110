/** A form while it is being written: moves, conditions and words, without pages or a server. */

import type { components } from '../../../shared/api'
import type { Locale } from './types'

type Schemas = components['schemas']

export type Form = Schemas['Form']
export type Question = Schemas['Question']
export type QuestionKind = Question['kind']
export type Need = Question['need']
export type NewForm = Schemas['NewForm']

export const KINDS: readonly QuestionKind[] = [
  'text',
  'choice',
  'asset',
  'network',
  'tx',
  'address',
  'amount',
  'time',
  'order',
  'uid',
  'file',
  'api_request',
  'api_response',
]

export const NEEDS: readonly Need[] = ['mandatory', 'helpful']

/** A question in one language. `choices` by stable name. */
export interface Words {
  label: string
  why: string
  choices: Record<string, string>
}

export interface Condition {
  question: string
  /** None for "when they do not have it". */
  is: string[]
}

export interface Draft {
  /** Tells questions apart while their keys are being typed. */
  uid: number
  key: string
  kind: QuestionKind
  need: Need
  can_lack: boolean
  when: Condition | null
  choices: string[]
  /** Own words by language; none for a built-in question that speaks for itself. */
  own: Partial<Record<Locale, Words>>
  /** The built-in words in the reader's language, where there are any. */
  builtin: Words | null
}

let uids = 0

export function draftOf(question: Question): Draft {
  const own = Object.entries(question.own) as [Locale, Words][]
  return {
    uid: ++uids,
    key: question.key,
    kind: question.kind,
    need: question.need,
    can_lack: question.can_lack,
    when: question.when ? { question: question.when.question, is: [...question.when.is] } : null,
    choices: [...question.choice_order],
    own: Object.fromEntries(own.map(([lang, words]) => [lang, { ...words, choices: { ...words.choices } }])),
    builtin:
      own.length > 0 ? null : { label: question.label, why: question.why, choices: { ...question.choices } },
  }
}

/** Drafts of an earlier page, told apart from those of this one. */
export function revived(drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => ({ ...draft, uid: ++uids }))
}

export function emptyDraft(lang: Locale): Draft {
  return {
    uid: ++uids,
    key: '',
    kind: 'text',
    need: 'helpful',
    can_lack: false,
    when: null,
    choices: [],
    own: { [lang]: { label: '', why: '', choices: {} } },
    builtin: null,
  }
}

/** What the server takes. */
export function bodyOf(drafts: readonly Draft[]): NewForm {
  return {
    questions: drafts.map(({ key, kind, need, can_lack, when, choices, own }) => ({
      key: key.trim(),
      kind,
      need,
      can_lack,
      when: when && { question: when.question, is: [...when.is] },
      choices: kind === 'choice' ? choices.map((choice) => choice.trim()) : [],
      own: (Object.entries(own) as [Locale, Words][]).map(([lang, words]) => ({
        lang,
        label: words.label.trim(),
        why: words.why.trim(),
        choices: kind === 'choice' ? choices.map((choice) => (words.choices[choice] ?? '').trim()) : [],
      })),
    })),
  }
}

/** The questions that a condition of number `index` may speak of: earlier ones whose answers are a known set. */
export function conditionable(drafts: readonly Draft[], index: number): Draft[] {
  return drafts.slice(0, index).filter(({ key, kind, can_lack }) => key !== '' && (kind === 'choice' || can_lack))
}

/** Moves a question by one, and takes back conditions that no longer speak of an earlier question. */
export function move(drafts: readonly Draft[], index: number, by: -1 | 1): Draft[] {
  const to = index + by
  const moved = drafts.slice()
  const [one] = moved.splice(index, 1)
  if (!one || to < 0 || to > moved.length) return drafts.slice()
  moved.splice(to, 0, one)
  return withoutLoose(moved)
}

export function without(drafts: readonly Draft[], index: number): Draft[] {
  return withoutLoose(drafts.filter((_, at) => at !== index))
}

function withoutLoose(drafts: Draft[]): Draft[] {
  return drafts.map((draft, index) => {
    const stands = draft.when && drafts.slice(0, index).some(({ key }) => key === draft.when?.question)
    return draft.when && !stands ? { ...draft, when: null } : draft
  })
}

/** Gives a choice another stable name, in the words and in the conditions that speak of it. */
export function renameChoice(drafts: readonly Draft[], index: number, at: number, name: string): Draft[] {
  const old = drafts[index]?.choices[at]
  const key = drafts[index]?.key
  return drafts.map((draft, one) => {
    if (one === index) {
      const choices = draft.choices.map((choice, place) => (place === at ? name : choice))
      const own = mapWords(draft.own, (words) => {
        const { [old ?? '']: named, ...rest } = words.choices
        return { ...words, choices: named === undefined ? rest : { ...rest, [name]: named } }
      })
      return { ...draft, choices, own }
    }
    if (draft.when === null || draft.when.question !== key || old === undefined) return draft
    return { ...draft, when: { ...draft.when, is: draft.when.is.map((value) => (value === old ? name : value)) } }
  })
}

export function withoutChoice(drafts: readonly Draft[], index: number, at: number): Draft[] {
  const gone = drafts[index]?.choices[at]
  const key = drafts[index]?.key
  return drafts.map((draft, one) => {
    if (one === index) {
      const own = mapWords(draft.own, (words) => {
        const { [gone ?? '']: _gone, ...choices } = words.choices
        return { ...words, choices }
      })
      return { ...draft, choices: draft.choices.filter((_, place) => place !== at), own }
    }
    if (draft.when === null || draft.when.question !== key || gone === undefined) return draft
    const is = draft.when.is.filter((value) => value !== gone)
    // Without values it would mean "when they do not have it".
    return { ...draft, when: is.length === 0 ? null : { ...draft.when, is } }
  })
}

function mapWords(own: Draft['own'], change: (words: Words) => Words): Draft['own'] {
  return Object.fromEntries((Object.entries(own) as [Locale, Words][]).map(([lang, words]) => [lang, change(words)]))
}

/** Answers by question; `null` for "I do not have it". */
export type Answers = Record<string, string | null>

/** The questions that are asked after these answers, as the server asks them. */
export function asked(drafts: readonly Draft[], answers: Answers): Draft[] {
  return drafts.filter(({ when }) => {
    if (!when) return true
    const answer = answers[when.question]
    if (answer === undefined) return false
    return answer === null ? when.is.length === 0 : when.is.includes(answer)
  })
}

/** A question's words in a language as the customer gets them: that language, English, any. */
export function wordsIn(draft: Draft, lang: Locale): Words | undefined {
  return draft.own[lang] ?? draft.own.en ?? Object.values(draft.own)[0] ?? draft.builtin ?? undefined
}
