-- Whether members take tickets just now, how many at once, and how the tickets of a team find whom they are for.

-- Who has no row is offline because no console of theirs is connected, as everybody is at first.
create table member_availability (
  staff_id uuid primary key references staff (id),
  availability text not null check (availability in ('online', 'away', 'offline', 'away_and_reassign')),
  since_at bigint not null,
  -- Offline because no console of theirs was connected any more: they come back by themselves.
  is_automatic boolean not null
) /*sqlite*/ without rowid /*end*/
;

-- When a console of theirs was connected last. No event tells of it: it is news for minutes.
create table member_seen (
  staff_id uuid primary key references staff (id),
  seen_at bigint not null
) /*sqlite*/ without rowid /*end*/
;

-- How many open tickets somebody is given at most; null is without limit.
create table member_capacity (
  staff_id uuid not null references staff (id),
  channel text not null check (channel in ('ticket')),
  capacity bigint check (capacity >= 0),
  primary key (staff_id, channel)
) /*sqlite*/ without rowid /*end*/
;

alter table team add column assignment text not null default 'first_come'
  check (assignment in ('first_come', 'round_robin', 'least_load'));

-- Who was given a ticket of a team how long ago: the lowest turn is the longest.
create table assignment_turn (
  team_id uuid not null references team (id),
  staff_id uuid not null references staff (id),
  turn bigint not null,
  primary key (team_id, staff_id)
) /*sqlite*/ without rowid /*end*/
;

-- Tickets that wait for somebody of their team, the oldest first.
create index ticket_waiting on ticket (team_id, id) where assignee_id is null and status_category = 'open';
