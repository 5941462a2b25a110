/** A macro while it is written: what the form holds, and what the server is sent of it. */

import { tagName } from './bulk'
import { TEN, type Locale, type Macro, type MacroAudience, type NewMacro, type Priority, type VerificationLevel } from './types'

/** Whom the ticket is handed to, as a choice: nobody new, oneself, or a member. */
export type Holder = '' | 'me' | `staff:${string}`

export interface MacroDraft {
  brand: string
  name: string
  folder: string
  audience: MacroAudience
  team: string
  level: VerificationLevel
  asNote: boolean
  status: string
  priority: Priority | ''
  holder: Holder
  handTo: string
  /** With spaces between them, as they are typed. */
  add: string
  remove: string
  texts: Partial<Record<Locale, string>>
}

export function emptyMacro(brand: string, audience: MacroAudience, lang: Locale): MacroDraft {
  return {
    brand,
    name: '',
    folder: '',
    audience,
    team: '',
    level: 'none',
    asNote: false,
    status: '',
    priority: '',
    holder: '',
    handTo: '',
    add: '',
    remove: '',
    texts: { [lang]: '' },
  }
}

export function draftOfMacro(macro: Macro): MacroDraft {
  const { acts } = macro
  return {
    brand: macro.brand_id,
    name: macro.name,
    folder: macro.folder ?? '',
    audience: macro.audience,
    team: macro.team_id ?? '',
    level: macro.min_level ?? 'none',
    asNote: macro.as_note,
    status: acts.status_id ?? '',
    priority: acts.priority ?? '',
    holder: acts.takes ? 'me' : acts.assignee_id ? `staff:${acts.assignee_id}` : '',
    handTo: acts.team_id ?? '',
    add: (acts.add_tags ?? []).join(' '),
    remove: (acts.remove_tags ?? []).join(' '),
    texts: Object.fromEntries(macro.texts.map(({ lang, text }) => [lang, text])),
  }
}

/** The languages that are written, in the order in which the server gets them: a problem names one by its place. */
export function langsOf(draft: MacroDraft): Locale[] {
  return TEN.filter((lang) => draft.texts[lang] !== undefined)
}

export function bodyOfMacro(draft: MacroDraft): NewMacro {
  return {
    brand_id: draft.brand,
    name: draft.name.trim(),
    folder: draft.folder.trim() === '' ? null : draft.folder.trim(),
    audience: draft.audience,
    team_id: draft.audience === 'team' && draft.team !== '' ? draft.team : null,
    min_level: draft.level === 'none' ? null : draft.level,
    as_note: draft.asNote,
    acts: {
      status_id: draft.status || null,
      priority: draft.priority || null,
      takes: draft.holder === 'me',
      assignee_id: draft.holder.startsWith('staff:') ? draft.holder.slice('staff:'.length) : null,
      team_id: draft.handTo || null,
      add_tags: tagsOf(draft.add),
      remove_tags: tagsOf(draft.remove),
    },
    texts: langsOf(draft).map((lang) => ({ lang, text: draft.texts[lang] ?? '' })),
  }
}

function tagsOf(typed: string): string[] {
  return [...new Set(typed.split(/[\s,，、]+/).filter(Boolean).map(tagName))]
}
