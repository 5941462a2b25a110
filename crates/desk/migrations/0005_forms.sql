-- Forms: what is asked of whoever opens a ticket. A category without a row here asks the built-in questions of its slug; every
-- version stays, since tickets were answered under it. `questions` is JSON, null where the built-in ones hold again.

create table form (
  category_id uuid not null references category (id),
  version bigint not null,
  questions text,
  created_at bigint not null,
  primary key (category_id, version)
) /*sqlite*/ without rowid /*end*/
;

-- A category that is no longer offered keeps its tickets.
alter table category add column withdrawn_at bigint;

-- What customers answered. `value` is null where they said that they do not have it. Rows go when the ticket's first message
-- is erased.
create table answer (
  ticket_id uuid not null,
  question text not null,
  position bigint not null,
  kind text not null,
  value text,
  form_version bigint not null,
  message_id uuid not null,
  primary key (ticket_id, question)
) /*sqlite*/ without rowid /*end*/
;
create index answer_message on answer (message_id);

-- A ticket that somebody is still writing, so that it can be gone on with on another device. `content` is JSON.
create table ticket_draft (
  customer_id uuid not null references customer (id),
  category_id uuid not null references category (id),
  content text not null,
  updated_at bigint not null,
  primary key (customer_id, category_id)
) /*sqlite*/ without rowid /*end*/
;
create index ticket_draft_age on ticket_draft (updated_at);

-- How far up a ticket was asked to go, and how often its customer has asked since anybody answered. No row: neither.
create table ticket_attention (
  ticket_id uuid primary key,
  tier bigint not null,
  escalated_at bigint,
  nudges bigint not null,
  nudged_at bigint
) /*sqlite*/ without rowid /*end*/
;
