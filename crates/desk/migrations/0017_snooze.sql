-- Tickets that were put aside until a moment, or until something happens.

create table ticket_snooze (
  ticket_id uuid primary key references ticket (id),
  wake_on text not null,
  -- Of those that wait for a moment.
  until_at bigint
) /*sqlite*/ without rowid /*end*/
;
