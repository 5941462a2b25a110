-- Snapshots of the search indexes where files rest, so that another node need not build its own from the rows.

create table search_snapshot (
  -- What is in the index.
  noun text not null,
  -- Programs of two versions may have indexes of two shapes at once.
  shape text not null,
  blob_id uuid not null,
  sealed_key bytea not null,
  size bigint not null,
  -- Up to where the feed is in it.
  pos bigint not null,
  -- The latest wish to build the indexes anew that it was built for.
  request bigint not null,
  created_at bigint not null,
  primary key (noun, shape)
) /*sqlite*/ without rowid /*end*/;
create index search_snapshot_blob on search_snapshot (blob_id);
