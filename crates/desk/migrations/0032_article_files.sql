-- Pictures and files of the help centre's articles. Their bytes rest sealed where those of attachments do. A folder carries
-- files from one brand or desk to another under their id, which is what texts name, so that two brands may have the same.

create table article_file (
  brand_id uuid not null references brand (id),
  id uuid not null,
  blob_id uuid not null unique,
  file_name text not null,
  content_type text not null,
  size bigint not null,
  sha256 bytea not null,
  sealed_key bytea not null,
  -- Of a picture, in pixels as it is shown; null where it does not say.
  width bigint,
  height bigint,
  uploader_kind text not null,
  uploader_id uuid,
  created_at bigint not null,
  scan text not null default 'unscanned',
  scan_note text,
  scanned_at bigint,
  primary key (brand_id, id)
) /*sqlite*/ without rowid /*end*/
;
create index article_file_id on article_file (id);
create index article_file_created on article_file (created_at);

-- Which version of a text names which file, whether it is there or not.
create table article_file_use (
  article_id uuid not null references article (id),
  lang text not null,
  number bigint not null,
  file_id uuid not null,
  primary key (article_id, lang, number, file_id)
) /*sqlite*/ without rowid /*end*/
;
create index article_file_use_file on article_file_use (file_id);
