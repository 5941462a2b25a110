-- What became of a picture's metadata: `removed`, or `kept` when the picture could not be read; null for what holds none.
alter table attachment add column metadata text;

-- The virus scan: `unscanned`, `clean`, `infected`, `failed`; and what the scanner called what it found, or why it failed.
alter table attachment add column scan text not null default 'unscanned';
alter table attachment add column scan_note text;
alter table attachment add column scanned_at bigint;
create index attachment_scan on attachment (created_at) where scan in ('unscanned', 'failed');

-- Uploads that come in pieces, each piece sealed and stored before it counts, so that a cut costs the last piece at most.
create table upload (
  id uuid primary key,
  brand_id uuid not null references brand (id),
  uploader_kind text not null,
  uploader_id uuid,
  file_name text not null,
  declared_type text,
  length bigint not null,
  received bigint not null,
  sha256 bytea,
  attachment_id uuid,
  created_at bigint not null,
  expires_at bigint not null
) /*sqlite*/ without rowid /*end*/
;
create index upload_own on upload (uploader_id, expires_at);
create index upload_expiry on upload (expires_at);

create table upload_part (
  upload_id uuid not null,
  start bigint not null,
  size bigint not null,
  blob_id uuid not null,
  sealed_key bytea not null,
  primary key (upload_id, start)
) /*sqlite*/ without rowid /*end*/
;
