/** The shapes that the pages work with. `api.ts` is the only place that knows how the server spells them. */

export type Reach = 'own' | 'team' | 'brand' | 'all'

/** In the order in which the roles' matrix shows them; the server's list is the truth when it sends one. */
export const PERMISSIONS = [
  'ticket.read',
  'ticket.create',
  'ticket.reply',
  'ticket.note',
  'ticket.assign',
  'ticket.status',
  'ticket.priority',
  'ticket.tag',
  'customer.read',
  'customer.reveal',
  'customer.erase',
  'member.read',
  'member.manage',
  'role.manage',
  'team.manage',
  'token.manage',
  'webhook.manage',
  'brand.manage',
  'audit.read',
  'job.manage',
] as const

export type Permission = (typeof PERMISSIONS)[number]
export const REACHES: readonly Reach[] = ['own', 'team', 'brand', 'all']

export interface Named {
  id: string
  name: string
}

export interface Me {
  kind: 'staff' | 'customer' | 'anonymous'
  /** Empty where there is no session. */
  csrf_token: string
  staff?: {
    id: string
    name: string
    email: string
    locale?: string
    time_zone?: string
    permissions: Partial<Record<string, Reach>>
    totp: { enrolled: boolean; required: boolean }
    teams: Named[]
  }
  organisation?: { name: string }
}

export type StatusCategory = 'open' | 'waiting_on_customer' | 'waiting_on_internal' | 'solved' | 'closed'
export const CATEGORIES: readonly StatusCategory[] = [
  'open',
  'waiting_on_customer',
  'waiting_on_internal',
  'solved',
  'closed',
]

export interface Status {
  id: string
  name: string
  category: StatusCategory
}

export type Priority = 'low' | 'normal' | 'high' | 'urgent'
export const PRIORITIES: readonly Priority[] = ['urgent', 'high', 'normal', 'low']

export interface TicketSummary {
  id: string
  subject: string
  status: Status
  priority: Priority
  /** The issue category's slug; the surfaces name it. */
  category?: string
  customer: Named
  assignee?: Named | null
  team?: Named | null
  tags: string[]
  unread?: boolean
  risk?: 'none' | 'suspected_theft'
  lang?: string | null
  channel?: string | null
  created_at: string
  updated_at: string
  last_message_at?: string | null
  last_message_by?: 'customer' | 'staff' | null
  version: number
}

export interface Page<T> {
  items: T[]
  next_cursor?: string | null
}

export interface Queue {
  name: string
  count: number
  capped: boolean
}

export interface Attachment {
  id: string
  file_name: string
  content_type: string
  size: number
  /** A picture that can be shown in place. */
  preview: boolean
  /** Only name and size are left. */
  erased: boolean
}

export interface Author {
  kind: string
  id?: string | null
  name?: string | null
}

export interface Message {
  type: 'message'
  id: string
  visibility: 'public' | 'internal'
  author: Author
  verification?: { level: string; until?: string | null } | null
  channel?: string | null
  lang?: string | null
  body_html: string
  created_at: string
  attachments: Attachment[]
}

export interface TicketEvent {
  type: 'event'
  id: string
  kind: string
  actor: Author
  at: string
  data: Record<string, unknown>
}

export type TimelineItem = Message | TicketEvent

export interface CustomerField {
  name: string
  masked: string
  revealable: boolean
}

export interface Customer {
  id: string
  name: string
  fields: CustomerField[]
  identities?: Identity[]
  locale?: string | null
  created_at?: string | null
}

export interface Identity {
  kind: string
  subject: string
  level: string
  level_until?: string | null
}

export interface NewMessage {
  body: string
  visibility: 'public' | 'internal'
  attachment_ids: string[]
  status_id?: string | undefined
  expect_version?: number | undefined
}

export interface Session {
  id: string
  current: boolean
  created_at: string
  seen_at?: string | null
  expires_at?: string | null
  user_agent?: string | null
  address?: string | null
}

export interface Member {
  id: string
  name: string
  email: string
  state: string
  locale: string
  time_zone: string
  totp_enrolled: boolean
  roles: string[]
  teams: string[]
  brands: string[]
  skills: string[]
  version: number
}

/** A member by the little that everybody on the staff may know of each other. */
export interface Colleague {
  id: string
  name: string
  state: string
}

export interface Role {
  id: string
  name: string
  /** The word of one that every desk begins with, which the console translates. */
  builtin?: string | null
  requires_totp: boolean
  grants: Partial<Record<string, Reach>>
  version: number
}

export interface Team {
  id: string
  name: string
  members: string[]
  version: number
}

export interface Skill {
  id: string
  kind: 'topic' | 'language'
  name: string
}

export interface ApiToken {
  id: string
  /** Whose power it carries. */
  staff_id: string
  name: string
  scopes: string[]
  created_at: string
  expires_at?: string | null
  used_at?: string | null
  revoked_at?: string | null
}

export interface Webhook {
  id: string
  name: string
  url: string
  /** `*`, `ticket.*`, or exact kinds. */
  kinds: string[]
  state: 'active' | 'paused'
  created_at: string
  version: number
}

export interface Delivery {
  id: string
  /** The event's position in the feed. */
  pos: number
  /** The exact text that is signed and sent. */
  body: string
  state: string
  attempts: number
  last_status?: number | null
  last_error?: string | null
  created_at: string
  attempted_at?: string | null
}

export interface Job {
  id: string
  kind: string
  state: string
  attempts: number
  last_error?: string | null
  created_at: string
  finished_at?: string | null
}

export interface AuditEvent {
  id: string
  stream: string
  seq: number
  at: string
  actor: string
  kind: string
  /** Null once erased. */
  data?: unknown
}

/** What a webhook can be told of, as far as this version knows. */
export const WEBHOOK_KINDS = [
  'ticket.opened',
  'ticket.message_added',
  'ticket.status_set',
  'ticket.assignment_set',
  'ticket.priority_set',
  'ticket.risk_set',
  'ticket.tagged',
  'ticket.untagged',
] as const

export interface AuditVerification {
  ok: boolean
  events: number
  streams: number
  messages: number
  attachments: number
  checkpoints: number
  /** The Merkle root over all positions. */
  root: string
  /** How many positions the last signed checkpoint covers. */
  signed_size: number
  findings: { table: string; row: string; column?: string | null; problem: string }[]
  findings_total: number
}
