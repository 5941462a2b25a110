-- That a customer was asked, in a ticket, to prove who they are, and what came of it.

create table verification_ask (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  customer_id uuid not null references customer (id),
  -- Which identity was meant, null where there was an address and no identity of it yet. No reference, because identities go with whom is erased.
  identity_id uuid,
  level text not null check (level in ('email', 'signed-in')),
  asked_by uuid not null references staff (id),
  asked_at bigint not null,
  until_at bigint not null,
  -- By which identity it was proven.
  proven_by uuid,
  proven_at bigint,
  withdrawn_by uuid references staff (id),
  withdrawn_at bigint
) /*sqlite*/ without rowid /*end*/
;
create index verification_ask_ticket on verification_ask (ticket_id, id);
create index verification_ask_open on verification_ask (customer_id, until_at) where proven_at is null and withdrawn_at is null;
