-- What staff have to heed about a customer's account: rules, limits and faults, from a moment on and until another.

create table account_constraint (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  kind text not null check (kind in ('sub_account', 'region_limit', 'old_api', 'known_fault', 'other')),
  body text not null,
  from_at bigint not null,
  -- Null without end.
  until_at bigint,
  made_by uuid not null references staff (id),
  created_at bigint not null,
  -- Who ended it before it was over by itself.
  ended_by uuid references staff (id),
  ended_at bigint,
  updated_at bigint not null,
  version bigint not null
) /*sqlite*/ without rowid /*end*/
;
create index account_constraint_customer on account_constraint (customer_id, id);
create index account_constraint_standing on account_constraint (kind, customer_id) where ended_at is null;

-- Whoever answers customers says what is to be heeded about them.
insert into role_grant (role_id, permission, reach)
  select role_id, 'constraint.manage', reach from role_grant where permission = 'ticket.reply';
