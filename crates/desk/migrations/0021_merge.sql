-- Tickets that go on in another ticket of the same customer. A pointer: nothing of theirs moves.

create table ticket_merge (
  ticket_id uuid primary key references ticket (id),
  -- The ticket that it was merged into, and the end of the chain that this one may have become part of since.
  into_id uuid not null references ticket (id),
  root_id uuid not null references ticket (id),
  merged_at bigint not null,
  -- What comes back when it is taken apart again.
  status_id uuid not null references status (id),
  status_category text not null,
  solved_at bigint,
  wake_on text,
  until_at bigint,
  -- What the other one had before it took this one's status over; null where it kept its own.
  into_status_id uuid
) /*sqlite*/ without rowid /*end*/
;
create index ticket_merge_into on ticket_merge (into_id);
create index ticket_merge_root on ticket_merge (root_id);
