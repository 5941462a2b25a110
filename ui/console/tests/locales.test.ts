import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { describe, expect, test } from 'vitest'
import { AVAILABILITIES } from '../src/lib/availability'
import { CONSTRAINT_KINDS } from '../src/lib/constraints'
import { KINDS } from '../src/lib/form-edit'
import { VERBS } from '../src/lib/commands'
import { BINDINGS } from '../src/lib/keys'
import { LEAK_GROUPS, SECRET_KINDS, WANTED } from '../src/lib/leaks'
import { QUEUES } from '../src/lib/queue'
import { SECTIONS } from '../src/lib/routes'
import { ABSENCE_REASONS } from '../src/lib/shifts'
import { CATEGORIES, HEALTH_CHECKS, HEALTH_LEVELS, LINK_KINDS, LOST_FAULTS, PERMISSIONS, PRIORITIES, REACHES, TEAM_ASSIGNMENTS } from '../src/lib/types'
import { VENUE_PARTS } from '../src/lib/venue'

const root = join(import.meta.dirname, '..')
const locales = join(root, '../../locales')

/** The issue categories that a brand begins with. */
const ISSUES = [
  'deposit-not-credited',
  'withdrawal-pending',
  'withdrawal-failed',
  'wrong-network',
  'missing-memo',
  'api-error',
  'order-rejected',
  'liquidation-dispute',
  'settlement-question',
  'earn-and-staking',
  'login-or-2fa',
  'account-change',
  'kyc',
  'theft',
  'impersonation',
  'fees',
  'suggestion',
  'complaint',
  'other',
]

/** What a macro's text may speak of. */
const MACRO_VARIABLES = [
  'customer-name',
  'ticket-number',
  'agent-name',
  'brand-name',
  'answer-asset',
  'answer-network',
  'answer-amount',
  'answer-order',
]

/** The kinds of evidence, and what can be wrong with one. */
const EVIDENCE = ['tx', 'address', 'link', 'amount', 'uid', 'order', 'height', 'chain-id', 'time', 'ticker']
const PROBLEMS = [
  'cut-off',
  'too-long',
  'changed-character',
  'changed-character-expected',
  'wrong-checksum',
  'ellipsis',
  'look-alike',
  'spaces',
  'line-break',
  'invisible',
  'full-width',
  'missing-prefix',
  'mixed-case',
  'wrong-variant',
  'malformed',
  'test-network',
  'token-contract',
  'burn-address',
  'address-not-hash',
  'hash-not-address',
  'look-alike-host',
  'user-info',
  'port',
  'ambiguous-date',
  'no-such-time',
  'wrong-form',
]

function source(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return source(path)
    return /\.(svelte|ts)$/.test(entry.name) ? [readFileSync(path, 'utf8')] : []
  })
}

/** The first argument of every call of `t`, which may be a choice between keys. */
function keyArguments(text: string): string[] {
  return [...text.matchAll(/(?<![\w.$])t(?:Or)?\(/g)].map(({ index, 0: call }) => {
    const start = index + call.length
    let depth = 0
    for (let end = start; end < text.length; end += 1) {
      const sign = text[end] ?? ''
      if ('([{'.includes(sign)) depth += 1
      if (depth === 0 && (sign === ')' || sign === ',')) return text.slice(start, end)
      if (')]}'.includes(sign)) depth -= 1
    }
    return ''
  })
}

/** The keys of the tables of what the exchange says; what ends a kind is put to the others. */
const KINDS_OF_VENUE: Record<string, string[]> = {
  'help-proof': ['email', 'phone', 'identity-document', 'selfie', 'proof-of-address'],
  'help-use': ['deposit', 'trade', 'withdraw', 'fiat', 'p2p'],
  'help-per': ['account', 'key', 'ip'],
  'help-earn': ['flexible', 'fixed', 'staking'],
  'help-fiat': ['bank', 'card', 'wallet'],
}
const ofVenue = [...readFileSync(join(root, 'src/lib/venue.ts'), 'utf8').matchAll(/'((?:help|venue)-[\w-]+)'/g)]
  .map(([, key]) => key ?? '')
  .flatMap((key) => KINDS_OF_VENUE[key]?.map((kind) => `${key}-${kind}`) ?? [key])

/** Keys that are put together at run time, from closed lists. */
const made = [
  ...BINDINGS.map(({ id }) => `action-${id}`),
  ...new Set(BINDINGS.map(({ group }) => `help-${group}`)),
  ...SECTIONS.map((section) => `section-${section}`),
  ...['you', 'people', 'answering', 'intake', 'connections', 'record'].map((group) => `settings-${group}`),
  ...PERMISSIONS.map((permission) => `permission-${permission.replaceAll('.', '-')}`),
  ...REACHES.map((reach) => `reach-${reach}`),
  ...PRIORITIES.map((priority) => `priority-${priority}`),
  ...CATEGORIES.map((category) => `category-${category}`),
  ...['system', 'light', 'dark', 'contrast', 'contrast-dark'].map((theme) => `theme-${theme}`),
  ...['comfortable', 'compact'].map((density) => `density-${density}`),
  ...QUEUES.map((queue) => `queue-${queue}`),
  ...['unassigned', 'mine', 'mentions', 'following', 'drafts', 'open', 'other'].flatMap((queue) => [`empty-${queue}`, `empty-${queue}-text`]),
  ...ISSUES.map((slug) => `issue-${slug}`),
  ...['administrator', 'team-lead', 'agent', 'auditor'].map((role) => `role-${role}`),
  ...SECRET_KINDS.map((kind) => `secret-${kind}`),
  ...LEAK_GROUPS.map((group) => `leak-advice-${group}`),
  ...WANTED.map((wanted) => `asks-for-secret-${wanted}`),
  ...EVIDENCE.map((kind) => `evidence-kind-${kind}`),
  ...PROBLEMS.map((problem) => `evidence-problem-${problem}`),
  ...['added', 'changed', 'removed'].map((act) => `event-ticket-evidence-${act}`),
  ...['looking', 'typing'].map((doing) => `presence-${doing}`),
  ...['first-administrator', 'invitation', 'password-reset'].map((purpose) => `link-${purpose}-text`),
  ...['queued', 'sent', 'failed', 'bounced', 'withheld'].map((state) => `sent-${state}`),
  ...['queued', 'failed', 'bounced', 'withheld'].map((state) => `sent-${state}-why`),
  ...['receipt', 'opened', 'reply', 'waiting', 'solved', 'link'].map((kind) => `sent-about-${kind}`),
  ...['topic', 'language'].map((kind) => `skill-${kind}`),
  ...['own', 'team', 'all'].map((audience) => `macro-audience-${audience}`),
  ...['none', 'email', 'signed-in'].map((level) => `macro-level-${level}`),
  ...MACRO_VARIABLES.map((variable) => `macro-variable-${variable}`),
  ...['later', 'tomorrow', 'week', 'reply', 'deposit', 'until-reply', 'until-deposit'].map((one) => `snooze-${one}`),
  ...KINDS.map((kind) => `forms-kind-${kind.replace('_', '-')}`),
  ...['mandatory', 'helpful'].flatMap((need) => [`forms-need-${need}`, `forms-need-${need}-text`]),
  ...['html', 'json'].map((format) => `transcript-format-${format}`),
  ...['waiting', 'away', 'changed', 'empty'].map((state) => `upload-${state}`),
  ...['pending', 'delivered', 'failed'].map((state) => `delivery-${state}`),
  ...['member-end-sessions', 'member-reset-totp'].map((act) => `${act}-done`),
  ...CATEGORIES.map((category) => `status-${category.replaceAll('_', '-')}`),
  ...['reply', 'note'].flatMap((mode) => [
    `composer-${mode}`,
    `composer-${mode}-placeholder`,
    `${mode}-and-solve`,
    `${mode}-and-wait`,
    `${mode}-and-wait-internal`,
  ]),
  ...LOST_FAULTS.map((fault) => `lost-${fault}`),
  ...AVAILABILITIES.map((availability) => `availability-${availability}`),
  ...['chains', 'feed', 'tiles', 'rows', 'erasures', 'state'].map((stage) => `audit-stage-${stage}`),
  ...VENUE_PARTS.map((part) => `venue-${part}`),
  ...ofVenue,
  ...HEALTH_CHECKS.map((check) => `health-${check}`),
  ...['workers', 'dead-jobs', 'mail', 'webhooks', 'ticket-index', 'article-index', 'checkpoints'].map((check) => `health-${check}-count`),
  ...['upload', 'file', 'event-waiting', 'event-failed', 'input-hours', 'file-hours', 'input-hours-hint', 'file-hours-hint'].map((kind) => `sealed-input-${kind}`),
  ...HEALTH_LEVELS.map((level) => `health-level-${level}`),
  ...ABSENCE_REASONS.map((reason) => `absence-${reason}`),
  ...TEAM_ASSIGNMENTS.flatMap((assignment) => [`assignment-${assignment}`, `assignment-${assignment}-text`]),
  ...['round-robin', 'least-load', 'away-and-reassign', 'member-disabled'].map((rule) => `event-assigned-${rule}`),
  ...CONSTRAINT_KINDS.map((kind) => `constraint-kind-${kind.replaceAll('_', '-')}`),
  ...LINK_KINDS.flatMap((kind) => [`linking-kind-${kind}`, `linked-${kind}`]),
  ...VERBS.flatMap((verb) => [`command-verb-${verb}`, `command-do-${verb}`]),
  ...['changed', 'not-allowed', 'not-found', 'refused', 'failed', 'unsent'].map((outcome) => `bulk-left-${outcome}`),
  ...['limit-reached', 'ticket-merged'].map((code) => `bulk-left-${code}`),
  ...['same', 'begins', 'taken', 'letter'].map((clash) => `keyboard-clash-${clash}`),
  ...['totp', 'recovery'].map((step) => `second-step-${step}`),
  ...['accent-text', 'on-accent', 'focus'].map((token) => `brand-ratio-${token}`),
  ...['looking', 'empty', 'internal'].map((why) => `article-link-${why}`),
  ...['asked', 'proven', 'expired', 'withdrawn'].flatMap((standing) => [`verify-${standing}`, `verify-${standing}-line`]),
]

/** Texts that are keys: not what a choice compares with, and not parts of keys that are put together. */
const literals = source(join(root, 'src')).flatMap((text) =>
  keyArguments(text).flatMap((argument) =>
    [...argument.replace(/`[^`]*`|[!=]==? '[^']*'/g, '').matchAll(/'([a-z][\w-]*)'/g)].map(([, key]) => key ?? ''),
  ),
)

function bundle(locale: string, files: string[]): FluentBundle {
  const made = new FluentBundle(locale)
  for (const file of files) {
    const errors = made.addResource(new FluentResource(readFileSync(join(locales, locale, file), 'utf8')))
    expect(errors).toEqual([])
  }
  return made
}

describe.each(['en', 'zh-Hans'])('%s', (locale) => {
  const words = bundle(locale, ['console.ftl', 'errors.ftl', 'staff.ftl', 'words.ftl'])

  test('has every key that the source asks for', () => {
    expect(literals.length).toBeGreaterThan(200)
    const missing = [...new Set([...literals, ...made])].filter((key) => !words.hasMessage(key))
    expect(missing).toEqual([])
  })
})

test('both languages have the same keys with the same arguments', () => {
  const shape = (locale: string) => {
    const text = readFileSync(join(locales, locale, 'console.ftl'), 'utf8')
    return text
      .split(/\n(?=[a-z])/)
      .flatMap((entry) => {
        const key = /^([a-z][\w-]*) =/.exec(entry)?.[1]
        const args = [...new Set([...entry.matchAll(/\$(\w+)/g)].map(([, name]) => name))].sort()
        return key ? [`${key}(${args.join()})`] : []
      })
      .sort()
  }
  expect(shape('zh-Hans')).toEqual(shape('en'))
})
