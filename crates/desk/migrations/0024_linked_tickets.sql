-- Tickets that belong together: a row for each of the two, which says what the other one is to it.

create table linked_ticket (
  ticket_id uuid not null references ticket (id),
  other_id uuid not null references ticket (id),
  kind text not null check (kind in ('related', 'parent', 'child')),
  primary key (ticket_id, other_id)
) /*sqlite*/ without rowid /*end*/
;
create index linked_ticket_other on linked_ticket (other_id);
