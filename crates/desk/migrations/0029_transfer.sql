-- What was brought from another desk, and what it became here, so that nothing is brought twice. Of what it was called there only the
-- digest rests (SHA-256): it may name somebody who is erased here.

create table import_source (
  source text not null,
  kind text not null,
  digest bytea not null,
  local_id uuid not null,
  imported_at bigint not null,
  primary key (source, kind, digest)
) /*sqlite*/ without rowid /*end*/
;

-- How far an import that is under way has come: so many lines, which give this digest. It goes when the import is done.
create table import_place (
  source text primary key,
  line bigint not null,
  digest bytea not null,
  updated_at bigint not null
) /*sqlite*/ without rowid /*end*/
;
