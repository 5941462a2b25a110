-- What a tag was called before leads to it: tickets name a tag by its id, macros, saved filters and people name it by a name.
alter table tag add column now_id uuid references tag (id);
