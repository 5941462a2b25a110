-- Where the bytes of a file rest when that is not under its own id: a masked copy took their place after somebody had sent it.
alter table attachment add column blob_id uuid;
create index attachment_blob on attachment (blob_id) where blob_id is not null;
