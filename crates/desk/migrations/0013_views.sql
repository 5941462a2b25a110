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

-- What filters ask of evidence: the network where it can be on no other, and the coin of an amount or a ticker, in lower case.
alter table evidence add column network text;
alter table evidence add column asset text;
create index evidence_network on evidence (network, ticket_id) where network is not null;
create index evidence_asset on evidence (asset, ticket_id) where asset is not null;
create index answer_network on answer (value, ticket_id) where kind = 'network';
create index answer_asset on answer (value, ticket_id) where kind = 'asset';

-- `detail` begins with {"networks":["tron"], for what is on one network: the name is what stands before the next sign.
update evidence set network = substr(detail, 15,
    length(substr(detail, 15)) - length(ltrim(substr(detail, 15), 'abcdefghijklmnopqrstuvwxyz0123456789-')))
  where detail like '{"networks":["%'
  and substr(ltrim(substr(detail, 15), 'abcdefghijklmnopqrstuvwxyz0123456789-'), 1, 3) = '"],';
update evidence set asset = ltrim(ltrim(key, '0123456789.'), ' ') where kind = 'amount';
update evidence set asset = key where kind = 'ticker';
