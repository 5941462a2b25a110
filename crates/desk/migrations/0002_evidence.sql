-- Facts that people wrote (hashes, addresses, links, amounts) and agents corrected, one row each. `key` is the form in which
-- two values are the same thing, of a link the key of what it points to. `detail` is JSON: what the check said.

create table evidence (
  id uuid primary key,
  ticket_id uuid not null,
  message_id uuid,
  kind text not null,
  value text not null,
  key text not null,
  detail text not null,
  author_kind text not null,
  author_id uuid,
  created_at bigint not null
) /*sqlite*/ without rowid /*end*/
;
create index evidence_ticket on evidence (ticket_id, id);
create index evidence_key on evidence (key, ticket_id);

-- What the guard masked in a text file, as JSON; null for a file that is kept as it came.
alter table attachment add column leaks text;

-- Whoever may tag a ticket may correct its evidence.
insert into role_grant (role_id, permission, reach)
  select role_id, 'ticket.evidence', reach from role_grant where permission = 'ticket.tag';
