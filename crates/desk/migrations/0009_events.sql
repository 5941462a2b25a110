-- What the exchange tells by itself: one numbered stream per brand, stored as it comes and worked in order.

-- `facts` is sealed, and gone once the event was handled. `digest` tells the same event from another one under its id.
create table exchange_event (
  id uuid primary key,
  brand_id uuid not null references brand (id),
  seq bigint not null,
  -- The exchange's own id.
  event_id text not null,
  kind text not null,
  -- The account's stable id at the exchange; null for what is about none.
  account text,
  occurred_at bigint not null,
  received_at bigint not null,
  digest bytea not null,
  facts bytea,
  state text not null check (state in ('waiting', 'handled', 'failed')),
  attempts bigint not null,
  last_error text,
  -- Tickets that it changed; null until it was handled.
  tickets bigint,
  handled_at bigint,
  unique (brand_id, seq),
  unique (brand_id, event_id)
) /*sqlite*/ without rowid /*end*/
;
create index exchange_event_waiting on exchange_event (brand_id, seq) where state = 'waiting';
create index exchange_event_recent on exchange_event (received_at, id);

-- How far each stream was worked: everything up to `head` was handled, failed, or skipped by somebody.
create table exchange_stream (
  brand_id uuid primary key references brand (id),
  head bigint not null,
  updated_at bigint not null
) /*sqlite*/ without rowid /*end*/
;

-- Networks that do not work now, as the exchange said. An empty asset is every coin on it.
create table network_suspension (
  brand_id uuid not null references brand (id),
  network text not null,
  asset text not null,
  can_deposit boolean not null,
  can_withdraw boolean not null,
  since bigint not null,
  resumes_at bigint,
  as_of bigint not null,
  primary key (brand_id, network, asset)
) /*sqlite*/ without rowid /*end*/
;

-- Where a brand's notifications for the exchange's own app go.
create table app_push (
  brand_id uuid primary key references brand (id),
  url text not null,
  -- Signs them; sealed.
  secret bytea not null,
  updated_at bigint not null
) /*sqlite*/ without rowid /*end*/
;

-- What the exchange told, as JSON, of a notification that is about it. The ticket of one that is about none is the nil uuid.
create table notification_fact (
  notification_id uuid primary key,
  fact text not null
) /*sqlite*/ without rowid /*end*/
;

-- The sandbox tells as well: how far it has.
create table sandbox_emission (
  brand_id uuid primary key references brand (id),
  seq bigint not null,
  until bigint not null
) /*sqlite*/ without rowid /*end*/
;
create index sandbox_entry_at on sandbox_entry (at);
