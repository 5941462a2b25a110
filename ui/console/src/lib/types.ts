/** The API's shapes by the names that the console uses for them. They are generated from the server's own description. */

import type { components } from '../../../shared/api'

type Schemas = components['schemas']

export type Me = Schemas['Me']
export type Permission = Schemas['Permission']
export type Reach = Schemas['Reach']
export type Named = Schemas['Named']
export type Locale = Schemas['Locale']
export type StatusCategory = Schemas['StatusCategory']
export type Status = Schemas['TicketStatus']
export type StatusFacts = Schemas['StatusFacts']
export type CategoryFacts = Schemas['CategoryFacts']
export type Priority = Schemas['Priority']
export type Queue = Schemas['QueueCount']
export type QueueName = Schemas['Queue']
/** `masked`: kinds of secrets that were hidden in a text file. */
export type Attachment = Schemas['Attachment'] & { masked?: string[] }
export type Author = Schemas['Actor']
export type Evidence = Schemas['Evidence']
export type CheckedText = Schemas['CheckedText']
/** Staff are told the place in the ticket's chain; its customer is not. */
type Placed = { seq: number }
export type Message = { type: 'message' } & Omit<Schemas['Message'], 'seq'> & Placed
export type TicketEvent = { type: 'event' } & Omit<Schemas['Event'], 'data' | 'seq'> &
  Placed & { data?: Record<string, unknown> | null }
export type Sent = Schemas['TicketNotification']
export type TimelineItem = Message | TicketEvent
export type Customer = Schemas['Customer']
export type CustomerField = Schemas['MaskedField']
export type Constraint = Schemas['Constraint']
export type ConstraintKind = Schemas['ConstraintKind']
export type TicketVerification = Schemas['TicketVerification']
export type Look = Schemas['Look']
export type LedgerAmount = Schemas['Amount']
export type Deposit = NonNullable<Schemas['Transfers']['deposits']['facts']>[number]
export type Withdrawal = NonNullable<Schemas['Transfers']['withdrawals']['facts']>[number]
export type AccountApiKey = NonNullable<Schemas['CustomerAccount']['api_keys']['facts']>[number]
export type Order = NonNullable<Schemas['Trading']['orders']['facts']>[number]
export type Position = NonNullable<Schemas['Trading']['positions']['facts']>[number]
export type Session = Schemas['SessionFacts']
export type Member = Schemas['Member']
export type Colleague = Schemas['Colleague']
export type Availability = Schemas['Availability']
export type MemberAvailability = Schemas['MemberAvailability']
export type Health = Schemas['Health']
export type HealthCheck = Schemas['HealthCheck']
export type SealedInput = Schemas['SealedInput']
export type VenueFacts = Schemas['Venue']
export type Shift = Schemas['Shift']
export type Absence = Schemas['Absence']
export type AbsenceReason = Schemas['AbsenceReason']
export type MemberShifts = Schemas['MemberShifts']
export type TeamAssignment = Schemas['TeamAssignment']
export type Role = Schemas['Role']
export type Grants = Role['grants']
export type Team = Schemas['Team']
export type Brand = Schemas['Brand']
/** Hue and chroma of a brand's pages. */
export type Accent = Schemas['Accent']
export type AppPush = Schemas['AppPush']
export type SignInPage = Schemas['SignInPage']
export type Skill = Schemas['Skill']
export type ApiToken = Schemas['ApiToken']
export type Webhook = Schemas['Webhook']
export type Delivery = Schemas['Delivery']
export type ExchangeEvent = Schemas['ExchangeEvent']
export type ExchangeStream = Schemas['ExchangeStream']
export type GuardRescan = Schemas['GuardRescan']
export type Job = Schemas['Job']
export type BrandForm = Schemas['BrandForm']
export type AuditEvent = Schemas['AuditEvent']
export type Article = Schemas['Article']
export type ArticleStatus = Schemas['ArticleStatus']
export type ArticleVersion = Schemas['ArticleVersion']
export type ArticleVersionLine = Schemas['ArticleVersionLine']
export type ArticlePreview = Schemas['ArticlePreview']
export type ArticlePublisher = Schemas['ArticlePublisher']
export type ArticleFile = Schemas['ArticleFile']
export type FoundArticle = Schemas['FoundArticle']
export type ArticleHandover = Schemas['ArticleHandover']
export type ArticleReview = Schemas['ArticleReview']
export type ArticleReviewReminder = Schemas['ArticleReviewReminder']
export type HelpSection = Schemas['HelpSection']
export type LostLink = Schemas['LostLink']
export type HelpGaps = Schemas['HelpGaps']
export type MissedSearch = Schemas['MissedSearch']
export type GlossaryTerm = Schemas['GlossaryTerm']
export type SavedView = Schemas['View']
export type ViewAudience = Schemas['ViewAudience']
export type ViewCount = Schemas['ViewCount']
export type ShownFact = Schemas['ShownFact']
export type TicketSort = Schemas['TicketSort']
export type FilterKey = Schemas['FilterKey']
export type Snooze = Schemas['Snooze']
export type Macro = Schemas['Macro']
export type MacroSummary = Schemas['MacroSummary']
export type MacroActs = Schemas['MacroActs']
export type MacroAudience = Schemas['MacroAudience']
export type NewMacro = Schemas['NewMacro']
export type OfferedMacro = Schemas['OfferedMacro']
export type AppliedMacro = Schemas['AppliedMacro']
export type VerificationLevel = Schemas['VerificationLevel']
export type Link = Schemas['Link']
export type LinkKind = Schemas['LinkKind']
export type LinkedTicket = Schemas['LinkedTicket']
export type Mention = Schemas['Mention']
export type ReplyDraft = Schemas['ReplyDraft']
export type Readers = Schemas['Readers']
export type IssuedLink = Schemas['IssuedLink']
export type Department = Schemas['Department']
export type SideConversation = Schemas['SideConversation']
export type SideMessage = Schemas['SideMessage']

/** A ticket as staff see it. */
export type TicketSummary = Schemas['Ticket']

export interface Page<T> {
  items: T[]
  next_cursor?: string | null
}

/** A page of a list that goes back too. */
export interface PageBothWays<T> extends Page<T> {
  prev_cursor?: string | null
  /** How many rows the list has, told with its last page where the desk could count them. */
  total?: number | null
}

/** The languages of customers. */
export const TEN: readonly Locale[] = ['en', 'zh-Hans', 'zh-Hant', 'ja', 'ko', 'ru', 'es', 'tr', 'vi', 'ar']

export const REACHES: readonly Reach[] = ['own', 'team', 'brand', 'all']
export const PRIORITIES: readonly Priority[] = ['urgent', 'high', 'normal', 'low']
export const CATEGORIES: readonly StatusCategory[] = [
  'open',
  'waiting_on_customer',
  'waiting_on_internal',
  'solved',
  'closed',
]

export const TEAM_ASSIGNMENTS: readonly TeamAssignment[] = ['first_come', 'round_robin', 'least_load']

export const HEALTH_CHECKS: readonly HealthCheck['name'][] = [
  'database',
  'files',
  'workers',
  'dead-jobs',
  'mail',
  'webhooks',
  'ticket-index',
  'article-index',
  'checkpoints',
]
export const HEALTH_LEVELS: readonly HealthCheck['level'][] = ['ok', 'warning', 'error', 'off']

export const LINK_KINDS: readonly LinkKind[] = ['related', 'parent', 'child']

export const SORTS: readonly TicketSort[] = ['newest', 'oldest', 'waiting', 'priority', 'relevance', 'mentions']
export const SHOWN: readonly ShownFact[] = [
  'number',
  'status',
  'priority',
  'category',
  'tags',
  'lang',
  'channel',
  'brand',
  'team',
  'assignee',
]
/** What rows show when nobody chose. */
export const USUALLY_SHOWN: readonly ShownFact[] = ['status', 'priority', 'category', 'assignee']

export const LOCALES: readonly Locale[] = ['en', 'zh-Hans', 'zh-Hant', 'ja', 'ko', 'ru', 'es', 'tr', 'vi', 'ar']
export const ARTICLE_STATUSES: readonly ArticleStatus[] = ['draft', 'in_review', 'scheduled', 'published', 'archived']
export const ARTICLE_KINDS: readonly Article['kind'][] = ['guide', 'faq', 'reference', 'troubleshooting']
export const ARTICLE_AUDIENCES: readonly Article['audience'][] = ['public', 'signed_in', 'internal']

export const LOST_FAULTS: readonly LostLink['fault'][] = ['unknown', 'not_public', 'moved', 'narrower', 'category', 'page', 'anchor', 'file']

/** In the order in which the roles' matrix shows them, until the server has told its own. */
export const PERMISSIONS: readonly Permission[] = [
  'ticket.read',
  'ticket.create',
  'ticket.reply',
  'ticket.note',
  'ticket.assign',
  'ticket.status',
  'ticket.priority',
  'ticket.tag',
  'ticket.evidence',
  'ticket.export',
  'view.manage',
  'macro.manage',
  'article.read',
  'article.write',
  'article.publish',
  'customer.read',
  'customer.reveal',
  'constraint.manage',
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
  'guard.rescan',
]

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
  'ticket.evidence_found',
  'ticket.evidence_added',
  'ticket.evidence_changed',
  'ticket.evidence_removed',
  'ticket.file_infected',
  'ticket.message_masked',
  'ticket.file_masked',
  'ticket.subject_masked',
  'ticket.erasure_asked',
  'ticket.answered',
  'ticket.nudged',
  'ticket.escalated',
  'ticket.exchange_told',
  'ticket.macros_applied',
  'ticket.snoozed',
  'ticket.woken',
  'ticket.merged',
  'ticket.unmerged',
  'ticket.joined',
  'ticket.parted',
  'ticket.linked',
  'ticket.unlinked',
  'ticket.split_off',
  'ticket.split_from',
  'ticket.taken_back',
  'ticket.given_back',
  'ticket.participants_added',
  'ticket.participants_removed',
  'ticket.mentioned',
  'ticket.side_started',
  'ticket.side_written',
  'ticket.side_files_shared',
  'ticket.side_closed',
  'ticket.side_reopened',
  'ticket.verification_asked',
  'ticket.verification_proven',
  'ticket.verification_withdrawn',
  'constraint.added',
  'constraint.changed',
  'constraint.ended',
  'constraint.masked',
] as const
