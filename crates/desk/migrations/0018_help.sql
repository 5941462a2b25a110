-- The help centre: sections, articles with their translations and versions, and the glossary.

create table help_section (
  id uuid primary key,
  brand_id uuid not null references brand (id),
  slug text not null,
  position bigint not null,
  -- JSON: its name in each language.
  names text not null,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null,
  unique (brand_id, slug)
) /*sqlite*/ without rowid /*end*/
;

create table article (
  id uuid primary key,
  brand_id uuid not null references brand (id),
  slug text not null,
  section_id uuid not null references help_section (id),
  kind text not null,
  audience text not null,
  -- The language that it is written in first: the others are made from it.
  lang text not null,
  -- Slugs of categories and of articles, with spaces between them.
  categories text not null,
  related text not null,
  review_days bigint not null,
  owner_id uuid references staff (id),
  reviewed_at bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null,
  unique (brand_id, slug)
) /*sqlite*/ without rowid /*end*/
;
create index article_section on article (section_id);

-- A slug that an article had before leads to the article, not to another slug: so there are no circles.
create table article_slug (
  brand_id uuid not null references brand (id),
  slug text not null,
  article_id uuid not null references article (id),
  created_at bigint not null,
  primary key (brand_id, slug)
) /*sqlite*/ without rowid /*end*/
;
create index article_slug_article on article_slug (article_id);

-- An article in one language: where its newest version stands, and which version is public.
create table article_text (
  article_id uuid not null references article (id),
  lang text not null,
  status text not null,
  head bigint not null,
  -- Of the newest version, for lists.
  title text not null,
  -- The version of the first language that the newest version was made from.
  source_number bigint,
  published bigint,
  published_at bigint,
  publish_at bigint,
  updated_at bigint not null,
  version bigint not null,
  primary key (article_id, lang)
) /*sqlite*/ without rowid /*end*/
;
create index article_text_status on article_text (status, lang);

-- Never changed once written.
create table article_version (
  article_id uuid not null references article (id),
  lang text not null,
  number bigint not null,
  title text not null,
  summary text not null,
  -- JSON.
  tags text not null,
  body text not null,
  -- Sanitised; references stand in it as names.
  html text not null,
  -- JSON: the headings of the second and third level.
  headings text not null,
  source_number bigint,
  author text not null,
  author_id uuid,
  created_at bigint not null,
  primary key (article_id, lang, number)
) /*sqlite*/ without rowid /*end*/
;

create table glossary_term (
  id uuid primary key,
  brand_id uuid not null references brand (id),
  slug text not null,
  -- Slugs of articles, with spaces between them.
  see text not null,
  -- JSON: term, definition and forms in each language.
  texts text not null,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null,
  unique (brand_id, slug)
) /*sqlite*/ without rowid /*end*/
;

-- Whoever sees tickets reads what their brand tells customers; who leads writes and publishes it.
insert into role_grant (role_id, permission, reach)
  select role_id, 'article.read', reach from role_grant where permission = 'ticket.read';
insert into role_grant (role_id, permission, reach)
  select role_id, 'article.write', reach from role_grant where permission = 'ticket.export';
insert into role_grant (role_id, permission, reach)
  select role_id, 'article.publish', reach from role_grant where permission = 'ticket.export';
