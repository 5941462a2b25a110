/** Every call that the console makes, by what it is for. */

import type { components, operations } from '../../../shared/api'
import { client, csrfHeader, part, ROOT, sendFile, take } from './http'
import { words } from './i18n.svelte'
import { Problem, Unreachable } from './problem'
import type { AppPush, Brand, Department, Locale, Member, Page, PageBothWays, Role, SignInPage, StatusFacts, Team, TicketSummary, TimelineItem, Webhook } from './types'

type Schemas = components['schemas']
type Signal = AbortSignal | undefined

/** A fresh proof of the second factor. */
export type Proof = Schemas['SecondFactor']
export type SignIn = Schemas['SignIn']
export type TranscriptFormat = NonNullable<Schemas['TranscriptExport']['format']>
export type TicketQuery = NonNullable<operations['list_tickets']['parameters']['query']>
export type HelpQuery = NonNullable<operations['search_help']['parameters']['query']>
export type ArticleQuery = NonNullable<operations['list_articles']['parameters']['query']>
export type JobQuery = NonNullable<operations['list_jobs']['parameters']['query']>
export type ReviewQuery = NonNullable<operations['list_article_reviews']['parameters']['query']>
export type AuditQuery = NonNullable<operations['list_audit_events']['parameters']['query']>

/** Small lists are wanted whole; no desk has more members or tags than this many pages. */
const MOST_PAGES = 50

async function whole<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const next = await page(cursor)
    items.push(...next.items)
    if (!next.next_cursor) break
    cursor = next.next_cursor
  }
  return items
}

/** `If-Match` of the version that a change was made from. */
function of(id: string, version: number) {
  return { path: { id }, header: { 'if-match': `"${version}"` } }
}

/** What is said in the language of whoever asks, asked for in another one, or in the reader's. */
function inLanguage(lang: Locale = words.locale) {
  return { 'accept-language': lang }
}

/** The console is the staff's, and staff are told all of a ticket. */
function staffs(ticket: Schemas['AnyTicket']): TicketSummary {
  return ticket as TicketSummary
}

/** A brand with an address of the exchange's, if it has one. */
export interface BrandPlace<P> {
  id: string
  name: string
  place: P | undefined
}

/** A brand without an app is none to complain about. */
const appPush = (id: string, signal: Signal) =>
  perhaps(() => client.GET('/api/v1/brands/{id}/app-push', { params: { path: { id } }, signal }))
const signInPage = (id: string, signal: Signal) =>
  perhaps(() => client.GET('/api/v1/brands/{id}/sign-in-page', { params: { path: { id } }, signal }))

async function perhaps<T>(ask: Parameters<typeof take<T>>[0]): Promise<T | undefined> {
  try {
    return await take(ask)
  } catch (caught) {
    if (caught instanceof Problem && caught.code === 'not-found') return undefined
    throw caught
  }
}

const person = {
  me: (signal?: Signal) => take(() => client.GET('/api/v1/me', { signal })),
  signIn: (body: SignIn) => take(() => client.POST('/api/v1/session', { body })),
  requestReset: (email: string) => take(() => client.POST('/api/v1/password-resets', { body: { email } })),
  signOut: () => take(() => client.DELETE('/api/v1/session')),
  stepUp: (body: Proof) => take(() => client.POST('/api/v1/session/step-up', { body })),
  sessions: (signal?: Signal) => take(() => client.GET('/api/v1/sessions', { signal })).then(({ items }) => items),
  endOtherSessions: () => take(() => client.DELETE('/api/v1/sessions')),
  endSession: (id: string) => take(() => client.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })),
  changeMe: (body: Schemas['MeChange']) => take(() => client.PATCH('/api/v1/me', { body })),
  link: (token: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/links/{token}', { params: { path: { token } }, signal })),
  acceptLink: (token: string, body: Schemas['Acceptance']) =>
    take(() => client.POST('/api/v1/links/{token}/acceptance', { params: { path: { token } }, body })),
  enrolTotp: () => take(() => client.POST('/api/v1/me/totp')),
  confirmTotp: (code: string) => take(() => client.POST('/api/v1/me/totp/confirmation', { body: { code } })),
  removeTotp: (body: Proof) => take(() => client.POST('/api/v1/me/totp/removal', { body })),
  renewRecoveryCodes: (body: Proof) => take(() => client.POST('/api/v1/me/recovery-codes', { body })),
  changePassword: (current: string, next: string) =>
    take(() => client.POST('/api/v1/me/password', { body: { current, new: next } })),
}

const tickets = {
  queues: (signal?: Signal) => take(() => client.GET('/api/v1/queues', { signal })).then(({ items }) => items),
  tickets: (query: TicketQuery, signal?: Signal): Promise<PageBothWays<TicketSummary>> =>
    take(() => client.GET('/api/v1/tickets', { params: { query }, signal })).then((page) => ({
      ...page,
      items: page.items.map(staffs),
    })),
  openTicket: (body: Schemas['NewTicket'], key: string) =>
    take(() => client.POST('/api/v1/tickets', { params: { header: { 'idempotency-key': key } }, body })),
  filterKeys: (signal?: Signal) => take(() => client.GET('/api/v1/filter-keys', { signal })).then(({ items }) => items),
  views: (signal?: Signal) => take(() => client.GET('/api/v1/views', { signal })).then(({ items }) => items),
  viewCounts: (ids: readonly string[], signal?: Signal) =>
    take(() => client.GET('/api/v1/views/counts', { params: { query: { ids: ids.join(',') } }, signal })).then(
      ({ items }) => items,
    ),
  createView: (body: Schemas['NewView']) => take(() => client.POST('/api/v1/views', { body })),
  changeView: ({ id, version }: Pick<Schemas['View'], 'id' | 'version'>, body: Schemas['ViewChange']) =>
    take(() => client.PATCH('/api/v1/views/{id}', { params: of(id, version), body })),
  deleteView: (id: string) => take(() => client.DELETE('/api/v1/views/{id}', { params: { path: { id } } })),
  arrangeViews: (ids: string[]) => take(() => client.PUT('/api/v1/views/order', { body: { ids } })),
  ticket: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/tickets/{id}', { params: { path: { id } }, signal })).then(staffs),
  /** What stands in the timeline after a place in the ticket's chain, or on the page behind a cursor. */
  timeline: async (id: string, from: { after: number } | { cursor: string }, signal?: Signal) => {
    const query = { ...from, limit: 100 }
    const part = await take(() =>
      client.GET('/api/v1/tickets/{id}/timeline', { params: { path: { id }, query }, signal }),
    )
    return { items: part.items as TimelineItem[], next_cursor: part.next_cursor }
  },
  markRead: (id: string, seq: number) =>
    take(() => client.PUT('/api/v1/tickets/{id}/read-mark', { params: { path: { id } }, body: { seq } })),
  /** What one has begun to write in a ticket. */
  replyDrafts: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/tickets/{id}/drafts', { params: { path: { id } }, signal })).then(({ items }) => items),
  /** By what words the customer is asked to prove who they are. */
  verificationAsk: (id: string) => take(() => client.GET('/api/v1/tickets/{id}/verification-ask', { params: { path: { id } } })),
  /** What the customer was asked to prove, and how it stands. */
  verification: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/tickets/{id}/verification', { params: { path: { id } }, signal })),
  askVerification: (id: string) => take(() => client.POST('/api/v1/tickets/{id}/verification', { params: { path: { id } } })),
  withdrawVerification: (id: string) => take(() => client.DELETE('/api/v1/tickets/{id}/verification', { params: { path: { id } } })),
  begunReplies: () => take(() => client.GET('/api/v1/drafts')).then(({ items }) => items),
  /** `version` 0 where there is none yet. `last` when the page is about to go. */
  keepReplyDraft: (id: string, visibility: Schemas['Visibility'], body: Schemas['NewReplyDraft'], version: number, last = false) =>
    take(() =>
      client.PUT('/api/v1/tickets/{id}/drafts/{visibility}', {
        params: { path: { id, visibility }, header: { 'if-match': `"${version}"` } },
        body,
        keepalive: last,
      }),
    ),
  discardReplyDraft: (id: string, visibility: Schemas['Visibility'], version: number, last = false) =>
    take(() =>
      client.DELETE('/api/v1/tickets/{id}/drafts/{visibility}', {
        params: { path: { id, visibility }, header: { 'if-match': `"${version}"` } },
        keepalive: last,
      }),
    ),
  /** `last` when the page is about to go: the browser sends it on all the same. */
  send: (id: string, body: Schemas['NewMessage'], key: string, last = false) =>
    take(() =>
      client.POST('/api/v1/tickets/{id}/messages', {
        params: { path: { id }, header: { 'idempotency-key': key } },
        body,
        keepalive: last,
      }),
    ),
  /** What became of each ticket, in the order asked. */
  actOnTickets: (body: Schemas['BulkAct'], key: string) =>
    take(() =>
      client.POST('/api/v1/tickets/bulk', { params: { header: { 'idempotency-key': key } }, body }),
    ).then(({ items }) => items),
  /** Lets them go on in another one of the same customer. */
  mergeTickets: (body: Schemas['BulkMerge'], key: string) =>
    take(() =>
      client.POST('/api/v1/tickets/bulk/merge', { params: { header: { 'idempotency-key': key } }, body }),
    ).then(({ items }) => items),
  /** Says of each of them what another ticket is to it. */
  linkManyTickets: (body: Schemas['BulkLink'], key: string) =>
    take(() =>
      client.POST('/api/v1/tickets/bulk/link', { params: { header: { 'idempotency-key': key } }, body }),
    ).then(({ items }) => items),
  merge: (id: string, body: Schemas['TicketMerge']) =>
    take(() => client.POST('/api/v1/tickets/{id}/merge', { params: { path: { id } }, body })),
  // Where somebody was faster, what was to be taken away is away: this, a split, a link and a tag answer nothing then.
  unmerge: (id: string) => perhaps(() => client.DELETE('/api/v1/tickets/{id}/merge', { params: { path: { id } } })),
  /** Lets messages go on in a ticket of their own. */
  splitTicket: (id: string, body: Schemas['TicketSplit'], key: string) =>
    take(() =>
      client.POST('/api/v1/tickets/{id}/split', { params: { path: { id }, header: { 'idempotency-key': key } }, body }),
    ),
  takeSplitBack: (id: string) => perhaps(() => client.DELETE('/api/v1/tickets/{id}/split', { params: { path: { id } } })),
  /** What a brand's tickets can be about, by their slugs. */
  categories: (brand: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/brands/{id}/categories', { params: { path: { id: brand } }, signal })).then(({ items }) =>
      items.map(({ slug }) => slug),
    ),
  /** The categories of all brands with their names, withdrawn ones too. */
  allCategories: (signal?: Signal) => take(() => client.GET('/api/v1/categories', { signal })).then(({ items }) => items),
  /** What departments are asked about a ticket. */
  sideConversations: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/tickets/{id}/side-conversations', { params: { path: { id } }, signal })).then(({ items }) => items),
  askDepartment: (id: string, body: Schemas['NewSideConversation']) =>
    take(() => client.POST('/api/v1/tickets/{id}/side-conversations', { params: { path: { id } }, body })),
  sideConversation: (id: string, side_id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/tickets/{id}/side-conversations/{side_id}', { params: { path: { id, side_id } }, signal })),
  writeAside: (id: string, side_id: string, body: Schemas['NewSideMessage']) =>
    take(() => client.POST('/api/v1/tickets/{id}/side-conversations/{side_id}/messages', { params: { path: { id, side_id } }, body })),
  remindAside: (id: string, side_id: string) =>
    take(() => client.POST('/api/v1/tickets/{id}/side-conversations/{side_id}/reminders', { params: { path: { id, side_id } } })),
  closeAside: (id: string, side_id: string) =>
    take(() => client.PUT('/api/v1/tickets/{id}/side-conversations/{side_id}/closure', { params: { path: { id, side_id } } })),
  reopenAside: (id: string, side_id: string) =>
    take(() => client.DELETE('/api/v1/tickets/{id}/side-conversations/{side_id}/closure', { params: { path: { id, side_id } } })),
  /** All of them: whom a ticket can be talked over with. */
  departments: (signal?: Signal) => take(() => client.GET('/api/v1/departments', { signal })).then(({ items }) => items),
  linkedTickets: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/tickets/{id}/linked-tickets', { params: { path: { id } }, signal })).then(({ items }) => items),
  /** Says what the other ticket is to this one. */
  linkTickets: (id: string, other: string, kind: Schemas['LinkKind']) =>
    take(() => client.PUT('/api/v1/tickets/{id}/linked-tickets/{other}', { params: { path: { id, other } }, body: { kind } })),
  unlinkTickets: (id: string, other: string) =>
    perhaps(() => client.DELETE('/api/v1/tickets/{id}/linked-tickets/{other}', { params: { path: { id, other } } })),
  /** Who follows a ticket. */
  participants: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/tickets/{id}/participants', { params: { path: { id } }, signal })).then(({ items }) => items),
  addParticipant: (id: string, staff_id: string) =>
    take(() => client.PUT('/api/v1/tickets/{id}/participants/{staff_id}', { params: { path: { id, staff_id } } })).then(({ items }) => items),
  removeParticipant: (id: string, staff_id: string) =>
    take(() => client.DELETE('/api/v1/tickets/{id}/participants/{staff_id}', { params: { path: { id, staff_id } } })).then(({ items }) => items),
  /** Who may see it, and can be mentioned in it. */
  readers: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/tickets/{id}/readers', { params: { path: { id } }, signal })),
  undoActOnTickets: (body: Schemas['BulkUndo'], key: string) =>
    take(() =>
      client.POST('/api/v1/tickets/bulk/undo', { params: { header: { 'idempotency-key': key } }, body }),
    ).then(({ items }) => items),
  assign: (id: string, body: Schemas['Assignment'], version: number) =>
    take(() => client.PUT('/api/v1/tickets/{id}/assignment', { params: of(id, version), body })),
  setStatus: (id: string, status_id: string, version: number) =>
    take(() => client.PUT('/api/v1/tickets/{id}/status', { params: of(id, version), body: { status_id } })),
  setPriority: (id: string, priority: Schemas['Priority'], version: number) =>
    take(() => client.PUT('/api/v1/tickets/{id}/priority', { params: of(id, version), body: { priority } })),
  addTag: (id: string, tag: string) =>
    take(() => client.PUT('/api/v1/tickets/{id}/tags/{tag}', { params: { path: { id, tag } } })),
  removeTag: (id: string, tag: string) =>
    perhaps(() => client.DELETE('/api/v1/tickets/{id}/tags/{tag}', { params: { path: { id, tag } } })),
  answers: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/tickets/{id}/answers', { params: { path: { id } }, headers: inLanguage(), signal })),
  /** The file itself, as the customer may see the ticket. */
  exportTranscript: (id: string, body: Schemas['TranscriptExport']) =>
    take(() =>
      client.POST('/api/v1/tickets/{id}/transcripts', { params: { path: { id } }, body, parseAs: 'blob' }),
    ) as Promise<unknown> as Promise<Blob>,
  evidence: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/tickets/{id}/evidence', { params: { path: { id } }, signal })),
  /** Everything that is recognised in a text. */
  addEvidence: (id: string, text: string) =>
    take(() => client.POST('/api/v1/tickets/{id}/evidence', { params: { path: { id } }, body: { text } })),
  changeEvidence: (id: string, evidence_id: string, body: Schemas['EvidenceChange']) =>
    take(() =>
      client.PATCH('/api/v1/tickets/{id}/evidence/{evidence_id}', { params: { path: { id, evidence_id } }, body }),
    ),
  removeEvidence: (id: string, evidence_id: string) =>
    take(() => client.DELETE('/api/v1/tickets/{id}/evidence/{evidence_id}', { params: { path: { id, evidence_id } } })),
  /** What the customer was sent about a ticket, and whether it left. */
  sent: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/tickets/{id}/notifications', { params: { path: { id } }, signal })).then(
      ({ items }) => items,
    ),
  /** The macros that are offered on a ticket. */
  offeredMacros: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/tickets/{id}/macros', { params: { path: { id } }, signal })),
  /** What one says and does there. Nothing is done by asking. */
  appliedMacro: (id: string, macro_id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/tickets/{id}/macros/{macro_id}', { params: { path: { id, macro_id } }, signal })),
  beginUpload: (body: Schemas['NewUpload']) => take(() => client.POST('/api/v1/uploads', { body })),
  findUpload: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/uploads/{id}', { params: { path: { id } }, signal })),
  cancelUpload: (id: string) => take(() => client.DELETE('/api/v1/uploads/{id}', { params: { path: { id } } })),
  checkText: (text: string, signal?: Signal) =>
    take(() => client.POST('/api/v1/text-checks', { body: { text }, signal })),
  /** Lost signals cost nothing, so nobody waits for them. */
  signal: (ticket: string, kind: Schemas['SignalKind']) =>
    take(() => client.POST('/api/v1/live/signals', { body: { ticket, kind } })),
  statuses: (signal?: Signal) => take(() => client.GET('/api/v1/statuses', { signal })).then(({ items }) => items),
  tags: (signal?: Signal) =>
    whole((cursor) => take(() => client.GET('/api/v1/tags', { params: { query: { cursor } }, signal }))),
  createTag: (name: string) => take(() => client.POST('/api/v1/tags', { body: { name } })),
  renameTag: (id: string, name: string) =>
    take(() => client.PUT('/api/v1/tags/{id}/name', { params: { path: { id } }, body: { name } })),
  deleteTag: (id: string) => take(() => client.DELETE('/api/v1/tags/{id}', { params: { path: { id } } })),
  setOwnAvailability: (availability: Schemas['Availability']) =>
    take(() => client.PUT('/api/v1/me/availability', { body: { availability } })),
  colleagues: (signal?: Signal) => take(() => client.GET('/api/v1/colleagues', { signal })).then(({ items }) => items),
  customer: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/customers/{id}', { params: { path: { id } }, signal })),
  account: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/customers/{id}/account', { params: { path: { id } }, signal })),
  transfers: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/customers/{id}/account/transfers', { params: { path: { id } }, signal })),
  trading: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/customers/{id}/account/trading', { params: { path: { id } }, signal })),
  /** What is to be heeded about a customer, and what was. */
  constraints: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/customers/{id}/constraints', { params: { path: { id } }, signal })).then(({ items }) => items),
  addConstraint: (id: string, body: Schemas['ConstraintDraft']) =>
    take(() => client.POST('/api/v1/customers/{id}/constraints', { params: { path: { id } }, body })),
  changeConstraint: (id: string, constraint_id: string, version: number, body: Schemas['ConstraintDraft']) =>
    take(() =>
      client.PUT('/api/v1/customers/{id}/constraints/{constraint_id}', {
        params: { path: { id, constraint_id }, header: { 'if-match': `"${version}"` } },
        body,
      }),
    ),
  endConstraint: (id: string, constraint_id: string) =>
    take(() => client.DELETE('/api/v1/customers/{id}/constraints/{constraint_id}', { params: { path: { id, constraint_id } } })),
  /** Who saw a customer's data in clear. */
  looks: (id: string, cursor?: string, limit = 10) =>
    take(() => client.GET('/api/v1/customers/{id}/looks', { params: { path: { id }, query: { cursor, limit } } })),
  eraseCustomer: (id: string, reason: string) =>
    take(() => client.POST('/api/v1/customers/{id}/erasure', { params: { path: { id } }, body: { reason } })),
  eraseMessage: (id: string, reason: string) =>
    take(() => client.POST('/api/v1/messages/{id}/erasure', { params: { path: { id } }, body: { reason } })),
  eraseFile: (id: string, reason: string) =>
    take(() => client.POST('/api/v1/attachments/{id}/erasure', { params: { path: { id } }, body: { reason } })),
  reveal: (id: string, body: Schemas['Reveal']) =>
    take(() => client.POST('/api/v1/customers/{id}/reveals', { params: { path: { id } }, body })),
}

const settings = {
  members: (signal?: Signal) =>
    whole((cursor) => take(() => client.GET('/api/v1/staff', { params: { query: { cursor } }, signal }))),
  inviteMember: (body: Schemas['Invitation']) => take(() => client.POST('/api/v1/staff', { body })),
  changeMember: ({ id, version }: Member, body: Schemas['MemberChange']) =>
    take(() => client.PATCH('/api/v1/staff/{id}', { params: of(id, version), body })),
  memberAvailability: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/staff/{id}/availability', { params: { path: { id } }, signal })),
  setAvailability: (id: string, availability: Schemas['Availability']) =>
    take(() => client.PUT('/api/v1/staff/{id}/availability', { params: { path: { id } }, body: { availability } })),
  /** How many open tickets they are given at most; `null` is without limit. */
  setCapacity: (id: string, capacity: number | null) =>
    take(() => client.PUT('/api/v1/staff/{id}/capacity', { params: { path: { id } }, body: { channel: 'ticket', capacity } })),
  shifts: (signal?: Signal) => take(() => client.GET('/api/v1/shifts', { signal })).then(({ items }) => items),
  memberShifts: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/staff/{id}/shifts', { params: { path: { id } }, signal })),
  setShifts: (id: string, shifts: Schemas['Shift'][]) =>
    take(() => client.PUT('/api/v1/staff/{id}/shifts', { params: { path: { id } }, body: { shifts } })),
  enterAbsence: (id: string, body: Schemas['NewAbsence']) =>
    take(() => client.POST('/api/v1/staff/{id}/absences', { params: { path: { id } }, body })),
  removeAbsence: (id: string, absence_id: string) =>
    take(() => client.DELETE('/api/v1/staff/{id}/absences/{absence_id}', { params: { path: { id, absence_id } } })),
  disableMember: (id: string) =>
    take(() => client.PUT('/api/v1/staff/{id}/disablement', { params: { path: { id } } })),
  enableMember: (id: string) =>
    take(() => client.DELETE('/api/v1/staff/{id}/disablement', { params: { path: { id } } })),
  /** A new invitation, or a new password for who is in already. */
  newLink: (id: string) => take(() => client.POST('/api/v1/staff/{id}/invitation', { params: { path: { id } } })),
  endMemberSessions: (id: string) =>
    take(() => client.DELETE('/api/v1/staff/{id}/sessions', { params: { path: { id } } })),
  resetMemberTotp: (id: string) => take(() => client.DELETE('/api/v1/staff/{id}/totp', { params: { path: { id } } })),
  brands: (signal?: Signal) => take(() => client.GET('/api/v1/brands', { signal })).then(({ items }) => items),
  permissions: (signal?: Signal) => take(() => client.GET('/api/v1/permissions', { signal })).then(({ items }) => items),
  createBrand: (body: Schemas['NewBrand']) => take(() => client.POST('/api/v1/brands', { body })),
  changeBrand: ({ id, version }: Pick<Brand, 'id' | 'version'>, body: Schemas['BrandChange']) =>
    take(() => client.PATCH('/api/v1/brands/{id}', { params: of(id, version), body })),
  roles: (signal?: Signal) => take(() => client.GET('/api/v1/roles', { signal })).then(({ items }) => items),
  createRole: (body: Schemas['NewRole']) => take(() => client.POST('/api/v1/roles', { body })),
  changeRole: ({ id, version }: Role, body: Schemas['RoleChange']) =>
    take(() => client.PATCH('/api/v1/roles/{id}', { params: of(id, version), body })),
  deleteRole: (id: string) => take(() => client.DELETE('/api/v1/roles/{id}', { params: { path: { id } } })),
  teams: (signal?: Signal) => take(() => client.GET('/api/v1/teams', { signal })).then(({ items }) => items),
  createTeam: (body: Schemas['NewTeam']) => take(() => client.POST('/api/v1/teams', { body })),
  changeTeam: ({ id, version }: Pick<Team, 'id' | 'version'>, body: Schemas['TeamChange']) =>
    take(() => client.PATCH('/api/v1/teams/{id}', { params: of(id, version), body })),
  deleteTeam: (id: string) => take(() => client.DELETE('/api/v1/teams/{id}', { params: { path: { id } } })),
  createDepartment: (body: Schemas['NewDepartment']) => take(() => client.POST('/api/v1/departments', { body })),
  changeDepartment: ({ id, version }: Department, body: Schemas['DepartmentChange']) =>
    take(() => client.PATCH('/api/v1/departments/{id}', { params: of(id, version), body })),
  archiveDepartment: (id: string) =>
    take(() => client.PUT('/api/v1/departments/{id}/archival', { params: { path: { id } } })),
  restoreDepartment: (id: string) =>
    take(() => client.DELETE('/api/v1/departments/{id}/archival', { params: { path: { id } } })),
  skills: (signal?: Signal) => take(() => client.GET('/api/v1/skills', { signal })).then(({ items }) => items),
  createSkill: (body: Schemas['NewSkill']) => take(() => client.POST('/api/v1/skills', { body })),
  deleteSkill: (id: string) => take(() => client.DELETE('/api/v1/skills/{id}', { params: { path: { id } } })),
  macros: (signal?: Signal) => take(() => client.GET('/api/v1/macros', { signal })).then(({ items }) => items),
  macro: (id: string, signal?: Signal) => take(() => client.GET('/api/v1/macros/{id}', { params: { path: { id } }, signal })),
  createMacro: (body: Schemas['NewMacro']) => take(() => client.POST('/api/v1/macros', { body })),
  changeMacro: (id: string, version: number, body: Schemas['NewMacro']) =>
    take(() => client.PUT('/api/v1/macros/{id}', { params: of(id, version), body })),
  deleteMacro: (id: string) => take(() => client.DELETE('/api/v1/macros/{id}', { params: { path: { id } } })),
  archiveMacro: (id: string) => take(() => client.PUT('/api/v1/macros/{id}/archival', { params: { path: { id } } })),
  restoreMacro: (id: string) => take(() => client.DELETE('/api/v1/macros/{id}/archival', { params: { path: { id } } })),
  macroVariables: (signal?: Signal) => take(() => client.GET('/api/v1/macro-variables', { signal })).then(({ items }) => items),
  previewMacro: (text: string, signal?: Signal) => take(() => client.POST('/api/v1/macro-previews', { body: { text }, signal })),
  apiTokens: (signal?: Signal) => take(() => client.GET('/api/v1/api-tokens', { signal })).then(({ items }) => items),
  createApiToken: (body: Schemas['NewApiToken']) => take(() => client.POST('/api/v1/api-tokens', { body })),
  revokeApiToken: (id: string) => take(() => client.DELETE('/api/v1/api-tokens/{id}', { params: { path: { id } } })),
  webhooks: (signal?: Signal) => take(() => client.GET('/api/v1/webhooks', { signal })).then(({ items }) => items),
  createWebhook: (body: Schemas['NewWebhook']) => take(() => client.POST('/api/v1/webhooks', { body })),
  changeWebhook: ({ id, version }: Webhook, body: Schemas['WebhookChange']) =>
    take(() => client.PATCH('/api/v1/webhooks/{id}', { params: of(id, version), body })),
  rotateSecret: ({ id, version }: Webhook) =>
    take(() => client.POST('/api/v1/webhooks/{id}/secret', { params: of(id, version) })),
  deleteWebhook: (id: string) => take(() => client.DELETE('/api/v1/webhooks/{id}', { params: { path: { id } } })),
  deliveries: (id: string, cursor?: string) =>
    take(() => client.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id }, query: { cursor } } })),
  redeliver: (id: string, delivery_id: string) =>
    take(() =>
      client.POST('/api/v1/webhooks/{id}/deliveries/{delivery_id}/redelivery', { params: { path: { id, delivery_id } } }),
    ),
  /** Each brand with the address of the exchange's own app, if it has one. */
  brandApps: async (signal?: Signal): Promise<BrandPlace<AppPush>[]> => {
    const brands = await settings.brands(signal)
    return Promise.all(brands.map(async ({ id, name }) => ({ id, name, place: await appPush(id, signal) })))
  },
  setAppPush: (id: string, body: Schemas['NewAppPush']) =>
    take(() => client.PUT('/api/v1/brands/{id}/app-push', { params: { path: { id } }, body })),
  removeAppPush: (id: string) => take(() => client.DELETE('/api/v1/brands/{id}/app-push', { params: { path: { id } } })),
  /** Each brand with the page on which its customers sign in, if it has one. */
  brandSignIns: async (signal?: Signal): Promise<BrandPlace<SignInPage>[]> => {
    const brands = await settings.brands(signal)
    return Promise.all(brands.map(async ({ id, name }) => ({ id, name, place: await signInPage(id, signal) })))
  },
  setSignInPage: (id: string, body: Schemas['NewSignInPage']) =>
    take(() => client.PUT('/api/v1/brands/{id}/sign-in-page', { params: { path: { id } }, body })),
  removeSignInPage: (id: string) =>
    take(() => client.DELETE('/api/v1/brands/{id}/sign-in-page', { params: { path: { id } } })),
  exchangeEvents: (state?: Schemas['ExchangeEventState'], cursor?: string) =>
    take(() => client.GET('/api/v1/exchange/events', { params: { query: { state, cursor } } })),
  handleExchangeEvent: (id: string) =>
    take(() => client.POST('/api/v1/exchange/events/{id}/handling', { params: { path: { id } } })),
  skipExchangeGap: (brand_id: string, to: number) =>
    take(() => client.POST('/api/v1/exchange/streams/{brand_id}/skips', { params: { path: { brand_id } }, body: { to } })),
  jobs: (query: JobQuery) => take(() => client.GET('/api/v1/jobs', { params: { query } })),
  /** What each of a brand's categories asks, withdrawn ones too. */
  forms: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/brands/{id}/forms', { params: { path: { id } }, signal })).then(({ items }) => items),
  form: (id: string, slug: string, signal?: Signal, lang?: Locale) =>
    take(() =>
      client.GET('/api/v1/brands/{id}/categories/{slug}/form', {
        params: { path: { id, slug } },
        signal,
        headers: inLanguage(lang),
      }),
    ),
  builtinQuestions: (signal?: Signal, lang?: Locale) =>
    take(() => client.GET('/api/v1/form-questions', { signal, headers: inLanguage(lang) })).then(({ items }) => items),
  changeForm: (id: string, slug: string, version: number, body: Schemas['NewForm']) =>
    take(() =>
      client.PUT('/api/v1/brands/{id}/categories/{slug}/form', {
        params: { path: { id, slug }, header: { 'if-match': `"${version}"` } },
        body,
      }),
    ),
  resetForm: (id: string, slug: string, version: number) =>
    take(() =>
      client.DELETE('/api/v1/brands/{id}/categories/{slug}/form', {
        params: { path: { id, slug }, header: { 'if-match': `"${version}"` } },
      }),
    ),
  withdrawCategory: (id: string, slug: string) =>
    take(() => client.PUT('/api/v1/brands/{id}/categories/{slug}/withdrawal', { params: { path: { id, slug } } })),
  offerCategory: (id: string, slug: string) =>
    take(() => client.DELETE('/api/v1/brands/{id}/categories/{slug}/withdrawal', { params: { path: { id, slug } } })),
  createCategory: (id: string, body: Schemas['NewCategory']) =>
    take(() => client.POST('/api/v1/brands/{id}/categories', { params: { path: { id } }, body })),
  renameCategory: (id: string, slug: string, version: number, body: Schemas['CategoryNames']) =>
    take(() =>
      client.PATCH('/api/v1/brands/{id}/categories/{slug}', {
        params: { path: { id, slug }, header: { 'if-match': `"${version}"` } },
        body,
      }),
    ),
  orderCategories: (id: string, slugs: string[]) =>
    take(() => client.PUT('/api/v1/brands/{id}/category-order', { params: { path: { id } }, body: { slugs } })),
  createStatus: (body: Schemas['NewStatus']) => take(() => client.POST('/api/v1/statuses', { body })),
  renameStatus: ({ id, version }: Pick<StatusFacts, 'id' | 'version'>, body: Schemas['StatusNames']) =>
    take(() => client.PATCH('/api/v1/statuses/{id}', { params: of(id, version), body })),
  orderStatuses: (ids: string[]) => take(() => client.PUT('/api/v1/status-order', { body: { ids } })),
  retireStatus: (id: string) =>
    take(() => client.PUT('/api/v1/statuses/{id}/retirement', { params: { path: { id } } })),
  restoreStatus: (id: string) =>
    take(() => client.DELETE('/api/v1/statuses/{id}/retirement', { params: { path: { id } } })),
  health: (signal?: Signal) => take(() => client.GET('/api/v1/health', { signal })),
  sealedInput: (signal?: Signal) => take(() => client.GET('/api/v1/sealed-input', { signal })),
  changeSealedInput: (version: number, body: Schemas['SealedInputChange']) =>
    take(() => client.PATCH('/api/v1/sealed-input', { params: { header: { 'if-match': `"${version}"` } }, body })),
  venue: (signal?: Signal) => take(() => client.GET('/api/v1/venue', { signal })),
  rescans: () => take(() => client.GET('/api/v1/guard-rescans', { params: { query: { limit: 1 } } })),
  startRescan: () => take(() => client.POST('/api/v1/guard-rescans')),
  retryJob: (id: string) => take(() => client.POST('/api/v1/jobs/{id}/retry', { params: { path: { id } } })),
  dropJob: (id: string) => take(() => client.DELETE('/api/v1/jobs/{id}', { params: { path: { id } } })),
  auditEvents: (query: AuditQuery) => take(() => client.GET('/api/v1/audit/events', { params: { query } })),
  /** Nothing before the first one. */
  latestCheckpoint: (signal?: Signal) =>
    perhaps(() => client.GET('/api/v1/audit/checkpoints/latest', { signal })).then((latest) => latest ?? null),
  /** The last ones: of the last alone nothing is known while it goes on. */
  verifications: (signal?: Signal) =>
    take(() => client.GET('/api/v1/audit/verifications', { params: { query: { limit: 5 } }, signal })).then(({ items }) => items),
  startVerification: () => take(() => client.POST('/api/v1/audit/verifications')),
}

const help = {
  articles: (query: ArticleQuery, signal?: Signal) =>
    take(() => client.GET('/api/v1/articles', { params: { query }, signal })),
  article: (id: string) => take(() => client.GET('/api/v1/articles/{id}', { params: { path: { id } } })),
  createArticle: (body: Schemas['NewArticle']) => take(() => client.POST('/api/v1/articles', { body })),
  changeArticle: (id: string, version: number, body: Schemas['ArticleChange']) =>
    take(() => client.PATCH('/api/v1/articles/{id}', { params: of(id, version), body })),
  articleReviews: (query: ReviewQuery, signal?: Signal) =>
    take(() => client.GET('/api/v1/article-reviews', { params: { query }, signal })).then(({ items }) => items),
  articleReviewReminders: () => take(() => client.GET('/api/v1/article-review-reminders')).then(({ items }) => items),
  articleHandovers: () => take(() => client.GET('/api/v1/article-handovers')).then(({ items }) => items),
  seeArticleHandovers: () => take(() => client.DELETE('/api/v1/article-handovers')),
  seeArticleReviewReminders: () => take(() => client.DELETE('/api/v1/article-review-reminders')),
  lostLinks: (brand_id: string, cursor?: string) =>
    take(() => client.GET('/api/v1/help/lost-links', { params: { query: { brand_id, cursor } } })),
  reviewArticle: (id: string, version: number) =>
    take(() => client.PUT('/api/v1/articles/{id}/review', { params: of(id, version) })),
  /** Who could publish it, by name. */
  articlePublishers: (id: string) =>
    take(() => client.GET('/api/v1/articles/{id}/publishers', { params: { path: { id } } })).then(({ items }) => items),
  articleVersions: (id: string, lang: Locale) =>
    take(() => client.GET('/api/v1/articles/{id}/texts/{lang}/versions', { params: { path: { id, lang } } })).then(
      ({ items }) => items,
    ),
  articleFeedback: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/articles/{id}/feedback', { params: { path: { id } }, signal })),
  articleVersion: (id: string, lang: Locale, number: number) =>
    take(() =>
      client.GET('/api/v1/articles/{id}/texts/{lang}/versions/{number}', { params: { path: { id, lang, number } } }),
    ),
  /** `seen` is the version of the text that the changes were made from; none for a language without a text. */
  saveArticleText: (id: string, lang: Locale, seen: number | undefined, body: Schemas['ArticleWriting']) =>
    take(() =>
      client.PUT('/api/v1/articles/{id}/texts/{lang}', {
        params: { path: { id, lang }, header: seen === undefined ? {} : { 'if-match': `"${seen}"` } },
        body,
      }),
    ),
  moveArticleText: (id: string, lang: Locale, seen: number, body: Schemas['ArticleMove']) =>
    take(() =>
      client.PUT('/api/v1/articles/{id}/texts/{lang}/status', {
        params: { path: { id, lang }, header: { 'if-match': `"${seen}"` } },
        body,
      }),
    ),
  searchHelp: (query: HelpQuery, signal?: Signal) => take(() => client.GET('/api/v1/help/search', { params: { query }, signal })),
  ticketArticles: (id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/tickets/{id}/articles', { params: { path: { id } }, signal })),
  /** What an article can begin with that tells others what this ticket was answered with. */
  articleOfTicket: (id: string) => take(() => client.GET('/api/v1/tickets/{id}/article-draft', { params: { path: { id } } })),
  helpGaps: (brand_id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/help/gaps', { params: { query: { brand_id } }, signal })),
  linkMissedSearch: (id: string, article_id: string) =>
    take(() => client.PUT('/api/v1/missed-searches/{id}/article', { params: { path: { id } }, body: { article_id } })),
  dismissMissedSearch: (id: string) => take(() => client.DELETE('/api/v1/missed-searches/{id}', { params: { path: { id } } })),
  articleWords: (id: string) =>
    take(() => client.GET('/api/v1/articles/{id}/words', { params: { path: { id } } })).then(({ items }) => items),
  setArticleWords: (id: string, lang: Locale, seen: number, words: string[]) =>
    take(() =>
      client.PUT('/api/v1/articles/{id}/words/{lang}', { params: { path: { id, lang }, header: { 'if-match': `"${seen}"` } }, body: { words } }),
    ),
  previewArticle: (body: Schemas['ArticlePreviewAsk']) => take(() => client.POST('/api/v1/article-previews', { body })),
  /** A picture or file that articles of the brand can name from then on. */
  uploadArticleFile: async (brand_id: string, file: File, name: string) =>
    (await sendFile(`${ROOT}/article-files?brand_id=${encodeURIComponent(brand_id)}`, file, name)) as Schemas['ArticleFile'],
  helpSections: (brand_id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/help-sections', { params: { query: { brand_id } }, signal })).then(({ items }) => items),
  setHelpSection: (slug: string, seen: number | undefined, body: Schemas['HelpSectionSetting']) =>
    take(() =>
      client.PUT('/api/v1/help-sections/{slug}', {
        params: { path: { slug }, header: seen === undefined ? {} : { 'if-match': `"${seen}"` } },
        body,
      }),
    ),
  orderHelpSections: (brand_id: string, slugs: string[]) =>
    take(() => client.PUT('/api/v1/help-section-order', { body: { brand_id, slugs } })),
  deleteHelpSection: (slug: string, brand_id: string) =>
    take(() => client.DELETE('/api/v1/help-sections/{slug}', { params: { path: { slug }, query: { brand_id } } })),
  glossaryTerms: (brand_id: string, signal?: Signal) =>
    take(() => client.GET('/api/v1/glossary-terms', { params: { query: { brand_id } }, signal })).then(({ items }) => items),
  setGlossaryTerm: (slug: string, seen: number | undefined, body: Schemas['GlossaryTermSetting']) =>
    take(() =>
      client.PUT('/api/v1/glossary-terms/{slug}', {
        params: { path: { slug }, header: seen === undefined ? {} : { 'if-match': `"${seen}"` } },
        body,
      }),
    ),
  deleteGlossaryTerm: (slug: string, seen: number, brand_id: string) =>
    take(() =>
      client.DELETE('/api/v1/glossary-terms/{slug}', {
        params: { path: { slug }, query: { brand_id }, header: { 'if-match': `"${seen}"` } },
      }),
    ),
}

export const api = { ...person, ...tickets, ...settings, ...help }

export function attachmentUrl(id: string): string {
  return `${ROOT}/attachments/${encodeURIComponent(id)}`
}

/** The same for a frame of this page, in which the browser's own viewer shows a PDF. */
export function framedUrl(id: string): string {
  return `${attachmentUrl(id)}?framed=true`
}

/** Bytes of a file, from one place to before another. */
export function filePart(id: string, from: number, until: number, signal: AbortSignal): Promise<Uint8Array> {
  return part(attachmentUrl(id), from, until, signal)
}

/** That an event stands in the history which a checkpoint signs; anybody can check it without us. */
export function proofUrl(id: string): string {
  return `${ROOT}/audit/events/${encodeURIComponent(id)}/proof`
}

/** Sends a piece of an upload; `fetch` cannot tell how far it has come. */
export function appendTo(
  id: string,
  offset: number,
  piece: Blob,
  sent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Schemas['Upload']> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PATCH', `${ROOT}/uploads/${encodeURIComponent(id)}`)
    request.responseType = 'text'
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/offset+octet-stream')
    request.setRequestHeader('upload-offset', String(offset))
    for (const [header, value] of Object.entries(csrfHeader())) request.setRequestHeader(header, value)
    request.upload.onprogress = (event) => sent(event.loaded)
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body as Schemas['Upload'])
      else reject(new Problem(request.status, (body ?? {}) as object))
    }
    request.onerror = () => reject(new Unreachable())
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal.addEventListener('abort', () => request.abort())
    request.send(piece)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
