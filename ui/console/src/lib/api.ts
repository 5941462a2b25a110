/** Every call that the console makes, by what it is for. The only file that knows paths and wire shapes. */

import { address, ask, csrfHeader } from './http'
import { Problem, Unreachable } from './problem'
import type {
  ApiToken,
  Attachment,
  AuditEvent,
  AuditVerification,
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
  Role,
  Session,
  Status,
  Team,
  TicketSummary,
  TimelineItem,
  Webhook,
} from './types'

const one = encodeURIComponent

type Signal = AbortSignal | undefined

/** Some lists come bare and some in pages; the pages of the console do not care. */
async function list<T>(path: string, signal?: Signal, query: Record<string, string | number> = {}): Promise<T[]> {
  const answer = await ask<T[] | Page<T>>('GET', path, { query, signal })
  return Array.isArray(answer) ? answer : answer.items
}

export interface SignIn {
  email: string
  password: string
  totp?: string
  recovery_code?: string
}

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

export const api = {
  // The person at the console.
  me: (signal?: Signal) => ask<Me>('GET', '/me', { signal }),
  signIn: (body: SignIn) => ask<void>('POST', '/session', { body }),
  signOut: () => ask<void>('DELETE', '/session'),
  sessions: (signal?: Signal) => list<Session>('/sessions', signal),
  endSession: (id: string) => ask<void>('DELETE', `/sessions/${one(id)}`),
  link: (token: string, signal?: Signal) =>
    ask<{ kind: string; email?: string | null; name?: string | null; expires_at?: string }>('GET', `/links/${one(token)}`, {
      signal,
    }),
  acceptLink: (token: string, body: { name?: string; email?: string; password: string }) =>
    ask<void>('POST', `/links/${one(token)}/acceptance`, { body }),
  enrolTotp: () => ask<{ secret: string; otpauth_url: string }>('POST', '/me/totp'),
  confirmTotp: (code: string) =>
    ask<{ recovery_codes: string[] }>('POST', '/me/totp/confirmation', { body: { code } }),
  removeTotp: () => ask<void>('DELETE', '/me/totp'),
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
  tags: async (signal?: Signal): Promise<string[]> =>
    (await list<string | { name: string }>('/tags', signal)).map((tag) => (typeof tag === 'string' ? tag : tag.name)),
  /** Members that a ticket can be given to. */
  assignees: async (signal?: Signal): Promise<Named[]> =>
    (await list<Member>('/staff', signal)).filter((member) => member.state === 'active'),

  // Customers.
  customer: (id: string, signal?: Signal) => ask<Customer>('GET', `/customers/${one(id)}`, { signal }),
  reveal: (id: string, field: string, reason: string) =>
    ask<{ value: string; remaining: number }>('POST', `/customers/${one(id)}/reveals`, { body: { field, reason } }),

  // Settings.
  members: (signal?: Signal) => list<Member>('/staff', signal),
  inviteMember: (body: { email: string; name: string; role_ids: string[]; team_ids: string[] }) =>
    ask<{ link: string; expires_at?: string }>('POST', '/staff', { body }),
  changeMember: (id: string, body: Record<string, unknown>) => ask<unknown>('PATCH', `/staff/${one(id)}`, { body }),
  newInvitation: (id: string) => ask<{ link: string; expires_at?: string }>('POST', `/staff/${one(id)}/invitation`),
  roles: (signal?: Signal) => list<Role>('/roles', signal),
  createRole: (body: Pick<Role, 'name' | 'permissions'>) => ask<Role>('POST', '/roles', { body }),
  changeRole: (id: string, body: Partial<Pick<Role, 'name' | 'permissions'>>) =>
    ask<unknown>('PATCH', `/roles/${one(id)}`, { body }),
  deleteRole: (id: string) => ask<void>('DELETE', `/roles/${one(id)}`),
  teams: (signal?: Signal) => list<Team>('/teams', signal),
  createTeam: (body: { name: string }) => ask<Team>('POST', '/teams', { body }),
  changeTeam: (id: string, body: { name?: string; member_ids?: string[] }) =>
    ask<unknown>('PATCH', `/teams/${one(id)}`, { body }),
  deleteTeam: (id: string) => ask<void>('DELETE', `/teams/${one(id)}`),
  skills: (signal?: Signal) => list<Named & { members?: number }>('/skills', signal),
  createSkill: (body: { name: string }) => ask<Named>('POST', '/skills', { body }),
  deleteSkill: (id: string) => ask<void>('DELETE', `/skills/${one(id)}`),
  apiTokens: (signal?: Signal) => list<ApiToken>('/api-tokens', signal),
  createApiToken: (body: { name: string; permissions: string[]; expires_at?: string }) =>
    ask<{ token: string }>('POST', '/api-tokens', { body }),
  revokeApiToken: (id: string) => ask<void>('DELETE', `/api-tokens/${one(id)}`),
  webhooks: (signal?: Signal) => list<Webhook>('/webhooks', signal),
  createWebhook: (body: { url: string; events: string[] }) =>
    ask<Webhook & { secret: string }>('POST', '/webhooks', { body }),
  changeWebhook: (id: string, body: Partial<Pick<Webhook, 'url' | 'events' | 'enabled'>>) =>
    ask<unknown>('PATCH', `/webhooks/${one(id)}`, { body }),
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
  auditVerification: (signal?: Signal) => ask<AuditVerification>('GET', '/audit/verification', { signal }),
}

export function attachmentUrl(id: string): string {
  return address(`/attachments/${one(id)}`)
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
