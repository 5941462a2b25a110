-- Saved views: a filter with a name, an order and the facts that its rows show; one member's own, a team's, or everybody's.

create table saved_view (
  id uuid primary key,
  name text not null,
  filter text not null,
  sort text not null,
  -- Names of facts, with spaces between them.
  shown text not null,
  audience text not null check (audience in ('own', 'team', 'all')),
  owner_id uuid not null references staff (id),
  team_id uuid references team (id),
  position bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
) /*sqlite*/ without rowid /*end*/
;
create index saved_view_owner on saved_view (owner_id);
create index saved_view_team on saved_view (team_id);

-- Filters find a customer by the address or the number that they were told.
create index customer_email on customer (email);
create index customer_uid on customer (lower(uid));

-- Whoever may tag tickets may save views, and share them as far as they may tag.
insert into role_grant (role_id, permission, reach)
  select role_id, 'view.manage', reach from role_grant where permission = 'ticket.tag';
