-- Members of staff who follow a ticket without being assigned to it.
create table ticket_participant (
  ticket_id uuid not null references ticket (id),
  staff_id uuid not null references staff (id),
  primary key (ticket_id, staff_id)
) /*sqlite*/ without rowid /*end*/
;
create index ticket_participant_staff on ticket_participant (staff_id);

-- Whom a note mentions: each member once, by their own name or by that of a team.
create table mention (
  message_id uuid not null references message (id),
  staff_id uuid not null references staff (id),
  -- The ticket and the place of the note in its chain.
  ticket_id uuid not null references ticket (id),
  seq bigint not null,
  -- By their own name.
  is_direct boolean not null,
  -- When the member opened the ticket since.
  read_at bigint,
  primary key (message_id, staff_id)
) /*sqlite*/ without rowid /*end*/
;
create index mention_ticket on mention (ticket_id);
create index mention_staff on mention (staff_id, ticket_id);
create index mention_unread on mention (staff_id, ticket_id) where read_at is null;

-- The teams that a note mentions. One may be deleted later.
create table mention_team (
  message_id uuid not null references message (id),
  team_id uuid not null,
  ticket_id uuid not null references ticket (id),
  primary key (message_id, team_id)
) /*sqlite*/ without rowid /*end*/
;
create index mention_team_ticket on mention_team (ticket_id);

-- Whether a member who is away is mailed when a note mentions them.
alter table staff add column mention_mails boolean not null default true;
