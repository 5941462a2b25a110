/** Names of things that the desk ships and people may rename. */

import { language } from './format'
import { t, tOr, words } from './i18n.svelte'
import { nameIn } from './own-name'
import { ownNames } from './own-names.svelte'
import type { Author, BrandForm, ConstraintKind, Priority, Role, Status, TicketSummary } from './types'

/** What a desk calls a status; the names that it came with are said in the reader's language. */
export function statusName(status: Status): string {
  return ownNames.status(status.id) ?? tOr(`status-${slug(status.name)}`, status.name)
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

/** What a category is called: by its brand, else by the program, else by its slug. */
export function issueName(slug: string, brand?: string): string {
  return ownNames.category(slug, brand) ?? tOr(`issue-${slug}`, slug)
}

/** The same of one that was just read. */
export function categoryName({ slug, names, builtin }: Pick<BrandForm, 'slug' | 'names' | 'builtin'>): string {
  return nameIn(names, words.locale, builtin) ?? tOr(`issue-${slug}`, slug)
}

export function roleName(role: Pick<Role, 'name' | 'builtin'>): string {
  return role.builtin ? tOr(`role-${role.builtin}`, role.name) : role.name
}

export function priorityName(priority: Priority): string {
  return t(`priority-${priority}`)
}

export function permissionName(permission: string): string {
  return tOr(`permission-${permission.replaceAll('.', '-')}`, permission)
}

export function channelName(channel: string): string {
  return tOr(`channel-${channel}`, channel)
}

export function fieldName(name: string): string {
  return tOr(`customer-field-${name.replaceAll('_', '-')}`, name)
}

/** What a constraint on a customer's account is about. */
export function constraintKind(kind: ConstraintKind): string {
  return t(`constraint-kind-${kind.replaceAll('_', '-')}`)
}

export function languageName(code: string): string {
  return language(code, words.reader)
}

export function authorName(author: Author): string {
  if (author.name) return author.name
  return tOr(`author-${author.kind}`, author.kind)
}

/** A ticket's subject; of one whose customer was erased, the words for that. */
export function subjectOf(ticket: Pick<TicketSummary, 'subject'>): string {
  return ticket.subject || t('subject-erased')
}

/** Whose ticket it is, masked as the server tells it. */
export function customerName(ticket: Pick<TicketSummary, 'subject' | 'customer'>): string {
  return ticket.customer.name || (ticket.subject === '' ? t('customer-erased') : '')
}

/** A language's own name for itself. */
export function nativeName(code: string): string {
  return language(code, { locale: code })
}
