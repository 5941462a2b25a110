-- What customers are told outside of the page that they look at, how it reached them, and the links by which those who have
-- no account at the exchange read it.

-- The roads that this installation has, as its nodes were configured when they last started.
create table outward_channel (
  channel text primary key,
  is_open boolean not null,
  -- What stands behind the @ of the ids that are made for this road.
  domain text not null,
  updated_at bigint not null
) /*sqlite*/ without rowid /*end*/
;

create table notification (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  ticket_id uuid not null,
  -- The message that it tells of; null when a status changed without one.
  message_id uuid,
  kind text not null,
  -- Until when an answer is promised; null where nobody promised.
  expected_at bigint,
  created_at bigint not null,
  read_at bigint
) /*sqlite*/ without rowid /*end*/
;
create index notification_customer on notification (customer_id, id);
create index notification_unread on notification (customer_id) where read_at is null;

-- One row for each road on which a notification was to go. The address is not here: a digest, by which it is counted.
create table notification_delivery (
  id uuid primary key,
  notification_id uuid not null references notification (id),
  ticket_id uuid not null,
  channel text not null,
  state text not null check (state in ('queued', 'sent', 'failed', 'bounced', 'withheld')),
  recipient bytea not null,
  -- The Message-ID, without its angle brackets: the same at every attempt.
  mail_id text not null unique,
  attempts bigint not null,
  last_error text,
  created_at bigint not null,
  attempted_at bigint,
  unique (notification_id, channel)
) /*sqlite*/ without rowid /*end*/
;
create index notification_delivery_ticket on notification_delivery (ticket_id, id);
create index notification_delivery_recipient on notification_delivery (recipient, id);

-- What customers chose; without a row every road is on.
create table notification_preference (
  customer_id uuid not null references customer (id),
  channel text not null,
  is_on boolean not null,
  updated_at bigint not null,
  primary key (customer_id, channel)
) /*sqlite*/ without rowid /*end*/
;

-- What a brand promises in its receipts; without a row it promises no time.
create table receipt_promise (
  brand_id uuid primary key references brand (id),
  answer_within_min bigint not null,
  updated_at bigint not null
) /*sqlite*/ without rowid /*end*/
;

-- Links to one ticket for customers who have no account at the exchange. The token is made from the row's id and a key
-- outside of the database, so that none rests anywhere.
create table ticket_link (
  id uuid primary key,
  ticket_id uuid not null,
  customer_id uuid not null references customer (id),
  -- A digest of the address that it was sent to.
  recipient bytea not null,
  created_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint,
  opened_at bigint
) /*sqlite*/ without rowid /*end*/
;
create index ticket_link_ticket on ticket_link (ticket_id, id);
create index ticket_link_expiry on ticket_link (expires_at);
