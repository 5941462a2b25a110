-- When members work, by their own clock, and on which days they do not.

-- Who has none works at all hours. A shift over midnight is two of them.
create table member_shift (
  staff_id uuid not null references staff (id),
  -- From 1 for Monday to 7 for Sunday.
  weekday bigint not null check (weekday >= 1 and weekday <= 7),
  -- Since midnight; the end is not a part of it.
  from_minute bigint not null check (from_minute >= 0),
  to_minute bigint not null check (to_minute <= 1440 and to_minute > from_minute),
  primary key (staff_id, weekday, from_minute)
) /*sqlite*/ without rowid /*end*/
;

create table member_absence (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  -- Days of the member's own calendar, YYYY-MM-DD, both included.
  first_day text not null,
  last_day text not null check (last_day >= first_day),
  reason text not null check (reason in ('holiday', 'sick', 'other'))
) /*sqlite*/ without rowid /*end*/
;
create index member_absence_of on member_absence (staff_id, last_day);

-- Verifications of the log that somebody asked for, and what they found.
create table log_verification (
  id uuid primary key,
  started_by text not null,
  stage text not null check (stage in ('chains', 'feed', 'tiles', 'rows', 'erasures', 'state')),
  -- Rows of the stage that were looked at so far.
  looked bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  finished_at bigint,
  -- What came of it, as JSON; null while it goes on.
  outcome text
) /*sqlite*/ without rowid /*end*/
;
create index log_verification_created on log_verification (created_at, id);
