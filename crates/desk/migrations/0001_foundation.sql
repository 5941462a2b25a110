-- The first family: organisation, people, tickets, log. Types are uuid, bigint, text, bytea, boolean only.
-- Times are microseconds UTC. Closed sets are checked; open sets (kinds, channels) are not.

create table organisation (
  id uuid primary key,
  -- Always true: there is one organisation, and two first starts at once make no two.
  singleton boolean not null unique,
  name text not null,
  created_at bigint not null
) /*sqlite*/ without rowid /*end*/
;

create table brand (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  locales text not null,
  created_at bigint not null,
  version bigint not null
) /*sqlite*/ without rowid /*end*/
;

-- People: staff ---------------------------------------------------------------------------------

create table staff (
  id uuid primary key,
  email text not null unique,
  name text not null,
  locale text not null,
  time_zone text not null,
  state text not null check (state in ('invited', 'active', 'disabled')),
  password_hash text,
  totp_secret bytea,
  totp_pending bytea,
  totp_last_step bigint,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
) /*sqlite*/ without rowid /*end*/
;

create table recovery_code (
  staff_id uuid not null references staff (id),
  code_hash bytea not null,
  used_at bigint,
  primary key (staff_id, code_hash)
) /*sqlite*/ without rowid /*end*/
;

create table role (
  id uuid primary key,
  name text not null unique,
  builtin text unique,
  requires_totp boolean not null,
  version bigint not null
) /*sqlite*/ without rowid /*end*/
;

create table role_grant (
  role_id uuid not null references role (id),
  permission text not null,
  reach text not null check (reach in ('own', 'team', 'brand', 'all')),
  primary key (role_id, permission)
) /*sqlite*/ without rowid /*end*/
;

create table staff_role (
  staff_id uuid not null references staff (id),
  role_id uuid not null references role (id),
  primary key (staff_id, role_id)
) /*sqlite*/ without rowid /*end*/
;
create index staff_role_role on staff_role (role_id);

create table staff_brand (
  staff_id uuid not null references staff (id),
  brand_id uuid not null references brand (id),
  primary key (staff_id, brand_id)
) /*sqlite*/ without rowid /*end*/
;

create table team (
  id uuid primary key,
  name text not null unique,
  created_at bigint not null,
  version bigint not null
) /*sqlite*/ without rowid /*end*/
;

create table team_member (
  team_id uuid not null references team (id),
  staff_id uuid not null references staff (id),
  primary key (team_id, staff_id)
) /*sqlite*/ without rowid /*end*/
;
create index team_member_staff on team_member (staff_id);

create table skill (
  id uuid primary key,
  kind text not null check (kind in ('topic', 'language')),
  name text not null,
  unique (kind, name)
) /*sqlite*/ without rowid /*end*/
;

create table staff_skill (
  staff_id uuid not null references staff (id),
  skill_id uuid not null references skill (id),
  primary key (staff_id, skill_id)
) /*sqlite*/ without rowid /*end*/
;

-- One-time links: first administrator, invitation, password reset. Only the hash of the token rests.
create table link (
  id uuid primary key,
  token_hash bytea not null unique,
  purpose text not null check (purpose in ('first-administrator', 'invitation', 'password-reset')),
  staff_id uuid references staff (id),
  created_by text not null,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
) /*sqlite*/ without rowid /*end*/
;
create index link_staff on link (staff_id);

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  kind text not null check (kind in ('staff', 'customer')),
  staff_id uuid references staff (id),
  customer_id uuid,
  identity_id uuid,
  created_at bigint not null,
  seen_at bigint not null,
  idle_expires_at bigint not null,
  expires_at bigint not null,
  step_up_until bigint,
  user_agent text not null,
  address text not null,
  ended_at bigint
) /*sqlite*/ without rowid /*end*/
;
create index session_staff on session (staff_id);
create index session_customer on session (customer_id);
create index session_expiry on session (expires_at);

create table api_token (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  name text not null,
  token_hash bytea not null unique,
  scopes text not null,
  created_at bigint not null,
  expires_at bigint,
  used_at bigint,
  revoked_at bigint
) /*sqlite*/ without rowid /*end*/
;
create index api_token_staff on api_token (staff_id);

-- Lock-outs, quotas and budgets: one row a subject and kind, so that every node counts the same.
create table quota (
  kind text not null,
  subject text not null,
  window_start bigint not null,
  used bigint not null,
  locked_until bigint,
  primary key (kind, subject)
) /*sqlite*/ without rowid /*end*/
;
create index quota_age on quota (window_start);

-- People: customers -----------------------------------------------------------------------------

create table customer (
  id uuid primary key,
  brand_id uuid not null references brand (id),
  name text,
  email text,
  phone text,
  uid text,
  locale text not null,
  time_zone text not null,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
) /*sqlite*/ without rowid /*end*/
;
create index customer_brand on customer (brand_id, created_at, id);

create table identity (
  id uuid primary key,
  brand_id uuid not null references brand (id),
  customer_id uuid not null references customer (id),
  kind text not null,
  subject text not null,
  level text not null check (level in ('none', 'email', 'signed-in')),
  level_until bigint,
  created_at bigint not null,
  unique (brand_id, kind, subject)
) /*sqlite*/ without rowid /*end*/
;
create index identity_customer on identity (customer_id);

-- Keys by which the exchange proves its customers. An HS256 secret is sealed; an EdDSA public key is stored as PEM.
create table exchange_key (
  id uuid primary key,
  brand_id uuid not null references brand (id),
  kid text not null unique,
  algorithm text not null check (algorithm in ('HS256', 'EdDSA')),
  audience text not null,
  material bytea not null,
  created_at bigint not null,
  revoked_at bigint
) /*sqlite*/ without rowid /*end*/
;

-- Signed tokens already exchanged, until they expire: a second use is a replay.
create table spent_token (
  digest bytea primary key,
  expires_at bigint not null
) /*sqlite*/ without rowid /*end*/
;
create index spent_token_expiry on spent_token (expires_at);

-- Tickets ---------------------------------------------------------------------------------------

create table category (
  id uuid primary key,
  brand_id uuid not null references brand (id),
  slug text not null,
  position bigint not null,
  unique (brand_id, slug)
) /*sqlite*/ without rowid /*end*/
;

create table status (
  id uuid primary key,
  name text not null unique,
  category text not null
    check (category in ('open', 'waiting_on_customer', 'waiting_on_internal', 'solved', 'closed')),
  builtin boolean not null,
  position bigint not null
) /*sqlite*/ without rowid /*end*/
;

create table tag (
  id uuid primary key,
  name text not null unique,
  created_at bigint not null
) /*sqlite*/ without rowid /*end*/
;

create table ticket (
  id uuid primary key,
  public_id text not null unique,
  brand_id uuid not null references brand (id),
  customer_id uuid not null references customer (id),
  category_id uuid not null references category (id),
  subject text not null,
  status_id uuid not null references status (id),
  status_category text not null,
  priority bigint not null,
  risk text not null,
  assignee_id uuid,
  team_id uuid,
  channel text not null,
  lang text not null,
  created_at bigint not null,
  updated_at bigint not null,
  last_message_at bigint not null,
  last_message_by text not null,
  solved_at bigint,
  message_count bigint not null,
  version bigint not null
) /*sqlite*/ without rowid /*end*/
;
create index ticket_recent on ticket (last_message_at, id);
create index ticket_status on ticket (status_category, last_message_at, id);
create index ticket_assignee on ticket (assignee_id, status_category, last_message_at, id);
create index ticket_team on ticket (team_id, status_category, last_message_at, id);
create index ticket_customer on ticket (customer_id, last_message_at, id);

create table ticket_tag (
  ticket_id uuid not null,
  tag_id uuid not null references tag (id),
  primary key (ticket_id, tag_id)
) /*sqlite*/ without rowid /*end*/
;
create index ticket_tag_tag on ticket_tag (tag_id, ticket_id);

-- How many tickets each built-in queue holds, in shards so that writers do not queue for one row.
create table ticket_count (
  brand_id uuid not null,
  status_category text not null,
  assigned boolean not null,
  shard bigint not null,
  n bigint not null,
  primary key (brand_id, status_category, assigned, shard)
) /*sqlite*/ without rowid /*end*/
;

create table message (
  id uuid primary key,
  ticket_id uuid not null,
  seq bigint not null,
  visibility text not null check (visibility in ('public', 'internal')),
  author_kind text not null,
  author_id uuid,
  channel text not null,
  lang text not null,
  created_at bigint not null
) /*sqlite*/ without rowid /*end*/
;
create unique index message_ticket on message (ticket_id, seq);

-- A body lives here and nowhere else; the event carries its salted digest. Erasure empties the row.
create table message_body (
  message_id uuid primary key,
  salt bytea,
  body text,
  html text,
  findings text
) /*sqlite*/ without rowid /*end*/
;

create table attachment (
  id uuid primary key,
  brand_id uuid not null references brand (id),
  uploader_kind text not null,
  uploader_id uuid,
  ticket_id uuid,
  message_id uuid,
  file_name text not null,
  content_type text not null,
  size bigint not null,
  sha256 bytea not null,
  sealed_key bytea,
  created_at bigint not null,
  erased_at bigint
) /*sqlite*/ without rowid /*end*/
;
create index attachment_message on attachment (message_id);
create index attachment_unused on attachment (ticket_id, created_at);

create table read_mark (
  staff_id uuid not null,
  ticket_id uuid not null,
  seq bigint not null,
  primary key (staff_id, ticket_id)
) /*sqlite*/ without rowid /*end*/
;

-- The log ---------------------------------------------------------------------------------------
-- docs/log-format.md says what each column holds and what covers it.

create table event (
  id uuid primary key,
  stream text not null,
  seq bigint not null,
  at bigint not null,
  actor text not null,
  kind text not null,
  v bigint not null,
  payload bytea,
  salt bytea,
  payload_digest bytea not null,
  prev bytea not null,
  hash bytea not null
) /*sqlite*/ without rowid /*end*/;
create unique index event_stream on event (stream, seq);

create table stream_head (
  stream text primary key,
  seq bigint not null,
  hash bytea not null
) /*sqlite*/ without rowid /*end*/;

create table erasure (
  id uuid primary key,
  at bigint not null,
  subject text not null
    constraint erasure_subject check (subject in ('payload', 'message', 'attachment')),
  subject_id uuid not null,
  event_id uuid not null,
  unique (subject, subject_id)
) /*sqlite*/ without rowid /*end*/;

-- Tiles of 256 hashes of the Merkle tree over feed positions. Those of level 0 are written once, when they are full; the
-- partial one at the right edge is computed. Those above grow by a hash whenever a tile below them is full.
create table merkle_tile (
  level bigint not null,
  idx bigint not null,
  hashes bytea not null,
  primary key (level, idx)
) /*sqlite*/ without rowid /*end*/;

create table checkpoint (
  size bigint not null primary key,
  root bytea not null,
  at bigint not null,
  key_id text not null,
  signature bytea not null
) /*sqlite*/ without rowid /*end*/;

create table log_key (
  id text primary key,
  public_key bytea not null,
  created_at bigint not null
) /*sqlite*/ without rowid /*end*/;

-- The desk's doors ------------------------------------------------------------------------------

create table idempotency (
  principal text not null,
  key text not null,
  request_digest bytea not null,
  status bigint not null,
  response text not null,
  created_at bigint not null,
  primary key (principal, key)
) /*sqlite*/ without rowid /*end*/
;
create index idempotency_age on idempotency (created_at);

create table webhook (
  id uuid primary key,
  brand_id uuid references brand (id),
  name text not null,
  url text not null,
  secret bytea not null,
  kinds text not null,
  state text not null check (state in ('active', 'paused')),
  cursor_pos bigint not null,
  created_at bigint not null,
  version bigint not null
) /*sqlite*/ without rowid /*end*/
;

create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook (id),
  event_id uuid not null,
  pos bigint not null,
  body text not null,
  state text not null check (state in ('pending', 'delivered', 'failed')),
  attempts bigint not null,
  last_status bigint,
  last_error text,
  last_duration_us bigint,
  created_at bigint not null,
  attempted_at bigint,
  unique (webhook_id, event_id)
) /*sqlite*/ without rowid /*end*/
;
create index webhook_delivery_recent on webhook_delivery (webhook_id, created_at, id);

-- Cursors of those who follow the feed inside the desk (checkpointer, webhook fan-out).
create table follower (
  name text primary key,
  pos bigint not null,
  updated_at bigint not null
) /*sqlite*/ without rowid /*end*/;
