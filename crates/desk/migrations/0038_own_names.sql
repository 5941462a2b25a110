-- Categories and statuses of the house's own. `names` is JSON, the name by language; where it has none, the built-in word stands.

alter table category add column names text not null default '{}';
alter table category add column version bigint not null default 1;

alter table status add column names text not null default '{}';
-- No ticket is set to it any more; those that have it keep it.
alter table status add column retired_at bigint;
alter table status add column version bigint not null default 1;
