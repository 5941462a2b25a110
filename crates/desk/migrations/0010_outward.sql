-- What goes out, further: web push (the installation's key, the browsers that customers want to hear in, and what became of each push), and mail that comes back.

-- The key by which push services know this installation (RFC 8292). One row, made when push is switched on.
create table push_key (
  name text primary key,
  public_key bytea not null,
  sealed_secret bytea not null,
  created_at bigint not null
) /*sqlite*/ without rowid /*end*/
;

create table push_subscription (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  -- The session that asked for it: signing out of that one ends it.
  session_id uuid not null,
  -- Of the endpoint, by which a browser that comes again is known.
  endpoint_digest bytea not null unique,
  -- The push service's name, and the browser as it named itself: by these its owner knows it again.
  service text not null,
  device text not null,
  -- The endpoint and the browser's keys.
  sealed bytea not null,
  -- Refusals in a row.
  failures bigint not null,
  created_at bigint not null,
  sent_at bigint
) /*sqlite*/ without rowid /*end*/
;
create index push_subscription_customer on push_subscription (customer_id, id);

-- One row for each browser that a delivery goes to, until the delivery is pruned.
create table push_attempt (
  delivery_id uuid not null,
  subscription_id uuid not null,
  state text not null,
  error text,
  primary key (delivery_id, subscription_id)
) /*sqlite*/ without rowid /*end*/
;

-- Up to where a mailbox was read.
create table mail_mailbox (
  name text primary key,
  -- By which the server's numbers count; with another one it numbers anew.
  validity bigint not null,
  last_uid bigint not null,
  updated_at bigint not null
) /*sqlite*/ without rowid /*end*/
;
