-- Tickets that belong together: a row for each of the two, which says what the other one is to it.

create table linked_ticket (
  ticket_id uuid not null references ticket (id),
  other_id uuid not null references ticket (id),
  kind text not null check (kind in ('related', 'parent', 'child')),
  primary key (ticket_id, other_id)
) /*sqlite*/ without rowid /*end*/
;
create index linked_ticket_other on linked_ticket (other_id);

-- Messages that are shown in another ticket of the same customer. A pointer: their row, their files and their evidence stay with
-- the chain that they were written into.
create table split_message (
  message_id uuid primary key references message (id),
  ticket_id uuid not null references ticket (id),
  into_id uuid not null references ticket (id)
) /*sqlite*/ without rowid /*end*/
;
create index split_message_ticket on split_message (ticket_id);
create index split_message_into on split_message (into_id);
