-- Whole customers are erased, and names of files: the ledger knows both, and a row shows how far an erasure has come.

create table erasure_kept (
  id uuid primary key,
  at bigint not null,
  subject text not null check (subject in ('payload', 'message', 'attachment', 'file-name', 'customer')),
  subject_id uuid not null,
  event_id uuid not null,
  unique (subject, subject_id)
) /*sqlite*/ without rowid /*end*/;
insert into erasure_kept (id, at, subject, subject_id, event_id)
  select id, at, subject, subject_id, event_id from erasure;
drop table erasure;
alter table erasure_kept rename to erasure;

-- The last time that somebody asked for it. `after_id` is the last ticket that was emptied: the walk goes on behind it, on
-- whichever node runs the job next.
create table customer_erasure (
  customer_id uuid primary key references customer (id),
  asked_by text not null,
  asked_at bigint not null,
  after_id uuid not null,
  tickets bigint not null,
  messages bigint not null,
  files bigint not null,
  updated_at bigint not null,
  finished_at bigint
) /*sqlite*/ without rowid /*end*/
;
