-- Macros: a reply that is written once, in several languages, with what is done to the ticket when it is sent.

create table reply_macro (
  id uuid primary key,
  brand_id uuid not null references brand (id),
  name text not null,
  folder text,
  audience text not null check (audience in ('own', 'team', 'all')),
  owner_id uuid not null references staff (id),
  team_id uuid references team (id),
  -- The level that a customer must be verified at; null: whoever it is.
  min_level text,
  as_note boolean not null,
  -- What is done: null and empty leave things as they are.
  status_id uuid references status (id),
  priority text,
  takes boolean not null,
  assignee_id uuid references staff (id),
  assign_team_id uuid references team (id),
  -- Names of tags, a JSON array.
  add_tags text not null,
  remove_tags text not null,
  uses bigint not null,
  used_at bigint,
  archived_at bigint,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
) /*sqlite*/ without rowid /*end*/
;
create index reply_macro_owner on reply_macro (owner_id);
create index reply_macro_team on reply_macro (team_id);
create index reply_macro_brand on reply_macro (brand_id);

create table reply_macro_text (
  macro_id uuid not null references reply_macro (id),
  lang text not null,
  body text not null,
  primary key (macro_id, lang)
) /*sqlite*/ without rowid /*end*/
;

-- Who leads keeps the macros that are shared; everybody else has their own.
insert into role_grant (role_id, permission, reach)
  select id, 'macro.manage', case when builtin = 'administrator' then 'all' else 'brand' end
  from role where builtin in ('administrator', 'team-lead');
