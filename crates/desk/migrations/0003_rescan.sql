-- A walk over every stored text, once more through the guard. `after_id` is how far the stage has come; the walk goes on from
-- there on whichever node runs the job next.
create table rescan (
  id uuid primary key,
  -- The version of the guard's rules that reads.
  rules bigint not null,
  started_by text not null,
  stage text not null,
  after_id uuid not null,
  looked bigint not null,
  masked bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  finished_at bigint
) /*sqlite*/ without rowid /*end*/
;
create index rescan_recent on rescan (created_at, id);

-- Whoever may revive jobs may have the texts read again.
insert into role_grant (role_id, permission, reach)
  select role_id, 'guard.rescan', reach from role_grant where permission = 'job.manage';
