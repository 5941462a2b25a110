/** The console's addresses, below `/console`. */

import type { Permission } from './types'

export const SECTIONS = [
  'profile',
  'appearance',
  'keyboard',
  'security',
  'sessions',
  'members',
  'roles',
  'teams',
  'skills',
  'shifts',
  'brands',
  'macros',
  'views',
  'tags',
  'departments',
  'venue',
  'forms',
  'statuses',
  'api-tokens',
  'webhooks',
  'app-push',
  'sign-in-page',
  'exchange-events',
  'jobs',
  'health',
  'sealed-input',
  'audit',
] as const

export type Section = (typeof SECTIONS)[number]

/** What a page cannot be without; it says so itself when opened by its address. */
export const sectionNeeds: Partial<Record<Section, Permission>> = {
  macros: 'ticket.reply',
  members: 'member.read',
  roles: 'member.read',
  'api-tokens': 'token.manage',
  webhooks: 'webhook.manage',
  'app-push': 'webhook.manage',
  'sign-in-page': 'brand.manage',
  brands: 'brand.manage',
  departments: 'brand.manage',
  forms: 'brand.manage',
  statuses: 'brand.manage',
  'exchange-events': 'brand.manage',
  jobs: 'job.manage',
  health: 'job.manage',
  'sealed-input': 'brand.manage',
  audit: 'audit.read',
}

export type Route =
  | { page: 'home' }
  | { page: 'sign-in' }
  | { page: 'link'; token: string }
  | { page: 'inbox'; queue: string; ticket: string | undefined }
  | { page: 'settings'; section: Section | undefined; id: string | undefined }
  | { page: 'help'; id: string | undefined; lang: string | undefined }
  | { page: 'missing' }

export const BASE = '/console'

export function match(path: string): Route {
  const below = path.startsWith(BASE) ? path.slice(BASE.length) : path
  const parts = below.split('/').filter(Boolean).map(decode)
  const [first, second, third] = parts
  if (parts.length === 0) return { page: 'home' }
  if (first === 'sign-in' && parts.length === 1) return { page: 'sign-in' }
  if (first === 'link' && second !== undefined && parts.length === 2) return { page: 'link', token: second }
  if (first === 'queue' && second !== undefined && parts.length <= 3) {
    return { page: 'inbox', queue: second, ticket: third }
  }
  if (first === 'tickets' && second !== undefined && parts.length === 2) {
    return { page: 'inbox', queue: 'all', ticket: second }
  }
  if (first === 'help' && parts.length <= 3) return { page: 'help', id: second, lang: third }
  if (first === 'settings' && parts.length <= 3) {
    if (second === undefined) return { page: 'settings', section: undefined, id: undefined }
    const section = SECTIONS.find((name) => name === second)
    if (section) return { page: 'settings', section, id: third }
  }
  return { page: 'missing' }
}

export function queuePath(queue: string, ticket?: string): string {
  const end = ticket === undefined ? '' : `/${encodeURIComponent(ticket)}`
  return `${BASE}/queue/${encodeURIComponent(queue)}${end}`
}

/** An article in the editor, in one language. */
export function articlePath(id: string, lang: string): string {
  return `${BASE}/help/${encodeURIComponent(id)}/${encodeURIComponent(lang)}`
}

export function settingsPath(section: Section, id?: string): string {
  return `${BASE}/settings/${section}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
