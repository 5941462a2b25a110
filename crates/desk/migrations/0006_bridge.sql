-- What the desk asks the exchange to do, and what came of it; and the small invented exchange of demos and tests.

-- One act each. The id is the idempotency id under which the exchange knows it, so that asking again does nothing twice.
create table account_act (
  id uuid primary key,
  kind text not null,
  customer_id uuid not null references customer (id),
  -- The account's stable id at the exchange; null when there was nobody to ask.
  account text,
  -- The ticket that it belongs to.
  ticket_id uuid not null,
  state text not null check (state in ('pending', 'done', 'refused')),
  requested_by text not null,
  requested_at bigint not null,
  -- How often the exchange was asked without an answer, and why the last time.
  attempts bigint not null,
  last_error text,
  -- What the exchange answered.
  receipt text,
  receipt_at bigint,
  updated_at bigint not null
) /*sqlite*/ without rowid /*end*/
;
create index account_act_customer on account_act (customer_id, requested_at, id);

-- The sandbox --------------------------------------------------------------------------------------
-- Bodies are JSON. What moves is computed from what stands here and the moment, so nothing has to be written for time to pass.

create table sandbox_account (
  account text primary key,
  body text not null,
  opened_at bigint not null,
  frozen_at bigint
) /*sqlite*/ without rowid /*end*/
;

-- Deposits, withdrawals, orders, positions, API keys, devices, security changes: one row each, newest first by `at`.
create table sandbox_entry (
  account text not null,
  kind text not null,
  at bigint not null,
  id uuid not null,
  body text not null,
  primary key (account, kind, at, id)
) /*sqlite*/ without rowid /*end*/
;

-- What the sandbox was asked to do: asking again gives the same receipt.
create table sandbox_act (
  id uuid primary key,
  account text not null,
  kind text not null,
  receipt text not null,
  at bigint not null
) /*sqlite*/ without rowid /*end*/
;

-- How the sandbox fails, for whoever wants to see what the desk does then. No row: it answers.
create table sandbox_outage (
  singleton boolean primary key,
  failure text not null
) /*sqlite*/ without rowid /*end*/
;
