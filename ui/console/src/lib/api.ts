/** Every call that the console makes, by what it is for. The only file that knows paths and wire shapes. */

import { address, ask, csrfHeader } from './http'
import { Problem, Unreachable } from './problem'
import type {
  ApiToken,
  Attachment,
  AuditEvent,
  AuditVerification,
  Colleague,
  Customer,
  Delivery,
  Job,
  Me,
  Member,
  Named,
  NewMessage,
  Page,
  Priority,
  Queue,
  Reach,
  Role,
  Session,
  Skill,
  Status,
  Team,
  TicketSummary,
  TimelineItem,
  Webhook,
} from './types'

const one = encodeURIComponent

type Signal = AbortSignal | undefined

/** Small lists are wanted whole; no desk has more members or tags than this many pages. */
const MOST_PAGES = 50

async function list<T>(path: string, signal?: Signal): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await ask<Page<T>>('GET', path, { query: { cursor }, signal })
    items.push(...page.items)
    if (!page.next_cursor) break
    cursor = page.next_cursor
  }
  return items
}

export interface SignIn {
  email: string
  password: string
  totp?: string
  recovery_code?: string
}

/** A fresh proof of the second factor. */
export type Proof = { totp: string } | { recovery_code: string }

export interface TicketQuery {
  queue?: string
  status?: string
  assignee?: string
  team?: string
  tag?: string
  customer?: string
  cursor?: string
  limit?: number
}

/** What a one-time link is for. */
export interface Link {
  purpose: 'first-administrator' | 'invitation' | 'password-reset'
  expires_at: string
  /** Absent for the first administrator, who says so themself. */
  email?: string | null
  name?: string | null
}

export interface Acceptance {
  password: string
  email?: string
  name?: string
  locale: string
  time_zone: string
}

export interface Invitation {
  email: string
  name: string | undefined
  locale: string
  time_zone: string
  roles: string[]
  teams: string[]
  brands: string[]
  skills: string[]
}

export interface OneTimeLink {
  link: string
  expires_at: string
}

/** What was made, by its id; it is the first version of itself. */
interface Created {
  id: string
}

type RoleBody = Partial<Pick<Role, 'name' | 'grants' | 'requires_totp'>>

export const api = {
  // The person at the console.
  me: (signal?: Signal) => ask<Me>('GET', '/me', { signal }),
  signIn: (body: SignIn) => ask<void>('POST', '/session', { body }),
  signOut: () => ask<void>('DELETE', '/session'),
  sessions: (signal?: Signal) => list<Session>('/sessions', signal),
  endOtherSessions: () => ask<void>('DELETE', '/sessions'),
  endSession: (id: string) => ask<void>('DELETE', `/sessions/${one(id)}`),
  changeMe: (body: { name?: string; locale?: string; time_zone?: string }) => ask<void>('PATCH', '/me', { body }),
  link: (token: string, signal?: Signal) => ask<Link>('GET', `/links/${one(token)}`, { signal }),
  acceptLink: (token: string, body: Acceptance) =>
    ask<{ signed_in: boolean }>('POST', `/links/${one(token)}/acceptance`, { body }),
  enrolTotp: () => ask<{ secret: string; otpauth_url: string }>('POST', '/me/totp'),
  confirmTotp: (code: string) =>
    ask<{ recovery_codes: string[] }>('POST', '/me/totp/confirmation', { body: { code } }),
  removeTotp: (proof: Proof) => ask<void>('POST', '/me/totp/removal', { body: proof }),
  renewRecoveryCodes: (proof: Proof) => ask<{ recovery_codes: string[] }>('POST', '/me/recovery-codes', { body: proof }),
  stepUp: (proof: Proof) => ask<void>('POST', '/session/step-up', { body: proof }),
  changePassword: (current: string, next: string) =>
    ask<void>('POST', '/me/password', { body: { current, new: next } }),

  // Tickets.
  queues: (signal?: Signal) => list<Queue>('/queues', signal),
  tickets: (query: TicketQuery, signal?: Signal) =>
    ask<Page<TicketSummary>>('GET', '/tickets', { query: { limit: 50, ...query }, signal }),
  ticket: (id: string, signal?: Signal) => ask<TicketSummary>('GET', `/tickets/${one(id)}`, { signal }),
  timeline: (id: string, cursor?: string, signal?: Signal) =>
    ask<Page<TimelineItem>>('GET', `/tickets/${one(id)}/timeline`, { query: { cursor }, signal }),
  send: (id: string, body: NewMessage, idempotencyKey: string) =>
    ask<unknown>('POST', `/tickets/${one(id)}/messages`, { body, idempotencyKey }),
  assign: (id: string, to: { assignee_id?: string | null; team_id?: string | null }, version: number) =>
    ask<unknown>('PUT', `/tickets/${one(id)}/assignment`, { body: to, ifMatch: version }),
  setStatus: (id: string, status_id: string, version: number) =>
    ask<unknown>('PUT', `/tickets/${one(id)}/status`, { body: { status_id }, ifMatch: version }),
  setPriority: (id: string, priority: Priority, version: number) =>
    ask<unknown>('PUT', `/tickets/${one(id)}/priority`, { body: { priority }, ifMatch: version }),
  addTag: (id: string, tag: string) => ask<unknown>('PUT', `/tickets/${one(id)}/tags/${one(tag)}`),
  removeTag: (id: string, tag: string) => ask<unknown>('DELETE', `/tickets/${one(id)}/tags/${one(tag)}`),
  statuses: (signal?: Signal) => list<Status>('/statuses', signal),
  tags: (signal?: Signal) => list<Named>('/tags', signal),
  colleagues: (signal?: Signal) => list<Colleague>('/colleagues', signal),
  /** Lost signals cost nothing, so nobody waits for them. */
  signal: (ticket: string, kind: 'looking' | 'typing' | 'left') =>
    ask<void>('POST', '/live/signals', { body: { ticket, kind } }),

  // Customers.
  customer: (id: string, signal?: Signal) => ask<Customer>('GET', `/customers/${one(id)}`, { signal }),
  reveal: (id: string, field: string, reason: string) =>
    ask<{ value: string; remaining: number }>('POST', `/customers/${one(id)}/reveals`, { body: { field, reason } }),

  // Settings.
  members: (signal?: Signal) => list<Member>('/staff', signal),
  inviteMember: (body: Invitation) => ask<OneTimeLink>('POST', '/staff', { body }),
  changeMember: ({ id, version }: Member, body: Partial<Pick<Member, 'roles' | 'teams' | 'brands' | 'skills'>>) =>
    ask<unknown>('PATCH', `/staff/${one(id)}`, { body, ifMatch: version }),
  disableMember: (id: string) => ask<void>('PUT', `/staff/${one(id)}/disablement`),
  enableMember: (id: string) => ask<void>('DELETE', `/staff/${one(id)}/disablement`),
  /** A new invitation, or a new password for who is in already. */
  newLink: (id: string) => ask<OneTimeLink>('POST', `/staff/${one(id)}/invitation`),
  endMemberSessions: (id: string) => ask<void>('DELETE', `/staff/${one(id)}/sessions`),
  resetMemberTotp: (id: string) => ask<void>('DELETE', `/staff/${one(id)}/totp`),
  brands: (signal?: Signal) => list<Named>('/brands', signal),
  permissions: (signal?: Signal) => list<{ name: string; reaches: Reach[] }>('/permissions', signal),
  roles: (signal?: Signal) => list<Role>('/roles', signal),
  createRole: (body: RoleBody & { name: string }) => ask<Created>('POST', '/roles', { body }),
  changeRole: ({ id, version }: Role, body: RoleBody) => ask<unknown>('PATCH', `/roles/${one(id)}`, { body, ifMatch: version }),
  deleteRole: (id: string) => ask<void>('DELETE', `/roles/${one(id)}`),
  teams: (signal?: Signal) => list<Team>('/teams', signal),
  createTeam: (body: { name: string }) => ask<Created>('POST', '/teams', { body }),
  changeTeam: ({ id, version }: Pick<Team, 'id' | 'version'>, body: Partial<Pick<Team, 'name' | 'members'>>) =>
    ask<unknown>('PATCH', `/teams/${one(id)}`, { body, ifMatch: version }),
  deleteTeam: (id: string) => ask<void>('DELETE', `/teams/${one(id)}`),
  skills: (signal?: Signal) => list<Skill>('/skills', signal),
  createSkill: (body: Pick<Skill, 'kind' | 'name'>) => ask<Created>('POST', '/skills', { body }),
  deleteSkill: (id: string) => ask<void>('DELETE', `/skills/${one(id)}`),
  apiTokens: (signal?: Signal) => list<ApiToken>('/api-tokens', signal),
  createApiToken: (body: { name: string; scopes: string[]; expires_at: string }) =>
    ask<{ token: string }>('POST', '/api-tokens', { body }),
  revokeApiToken: (id: string) => ask<void>('DELETE', `/api-tokens/${one(id)}`),
  webhooks: (signal?: Signal) => list<Webhook>('/webhooks', signal),
  createWebhook: (body: Pick<Webhook, 'name' | 'url' | 'kinds'>) =>
    ask<{ webhook: Webhook; secret: string }>('POST', '/webhooks', { body }),
  rotateSecret: ({ id, version }: Webhook) =>
    ask<{ webhook: Webhook; secret: string }>('POST', `/webhooks/${one(id)}/secret`, { ifMatch: version }),
  changeWebhook: ({ id, version }: Webhook, body: Partial<Pick<Webhook, 'name' | 'url' | 'kinds' | 'state'>>) =>
    ask<unknown>('PATCH', `/webhooks/${one(id)}`, { body, ifMatch: version }),
  deleteWebhook: (id: string) => ask<void>('DELETE', `/webhooks/${one(id)}`),
  deliveries: (id: string, cursor?: string, signal?: Signal) =>
    ask<Page<Delivery>>('GET', `/webhooks/${one(id)}/deliveries`, { query: { cursor }, signal }),
  redeliver: (id: string, delivery: string) =>
    ask<unknown>('POST', `/webhooks/${one(id)}/deliveries/${one(delivery)}/redelivery`),
  deadJobs: (cursor?: string, signal?: Signal) =>
    ask<Page<Job>>('GET', '/jobs', { query: { state: 'dead', cursor }, signal }),
  retryJob: (id: string) => ask<unknown>('POST', `/jobs/${one(id)}/retry`),
  auditEvents: (query: { stream?: string; kind?: string; actor?: string; cursor?: string }, signal?: Signal) =>
    ask<Page<AuditEvent>>('GET', '/audit/events', { query, signal }),
  verifyLog: (signal?: Signal) => ask<AuditVerification>('POST', '/audit/verification', { signal }),
}

export function attachmentUrl(id: string): string {
  return address(`/attachments/${one(id)}`)
}

/** That an event stands in the history which a checkpoint signs; anybody can check it without us. */
export function proofUrl(id: string): string {
  return address(`/audit/events/${one(id)}/proof`)
}

/** Sends a file as it is; `fetch` cannot tell how far an upload has come. */
export function upload(
  file: File,
  name: string,
  progress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address('/attachments'))
    request.responseType = 'text'
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.setRequestHeader('x-file-name', one(name))
    for (const [header, value] of Object.entries(csrfHeader())) request.setRequestHeader(header, value)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total)
    }
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body as Attachment)
      else reject(new Problem(request.status, (body ?? {}) as object))
    }
    request.onerror = () => reject(new Unreachable())
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
