-- What readers looked for and did not find, and tickets that were written after reading: counted, without whoever it was.

create table missed_search (
  id uuid primary key,
  brand_id uuid not null references brand (id),
  lang text not null,
  words text not null,
  n bigint not null,
  first_at bigint not null,
  last_at bigint not null,
  unique (brand_id, lang, words)
) /*sqlite*/ without rowid /*end*/
;
create index missed_search_most on missed_search (brand_id, n);
create index missed_search_last on missed_search (last_at);

-- What readers call an article, in words that do not stand in it: it is found by them.
create table article_word (
  article_id uuid not null references article (id),
  lang text not null,
  words text not null,
  created_at bigint not null,
  primary key (article_id, lang, words)
) /*sqlite*/ without rowid /*end*/
;

create table article_ticket (
  article_id uuid not null references article (id),
  category_id uuid not null references category (id),
  n bigint not null,
  first_at bigint not null,
  last_at bigint not null,
  primary key (article_id, category_id)
) /*sqlite*/ without rowid /*end*/
;
create index article_ticket_last on article_ticket (last_at);
create index article_feedback_newest on article_feedback (created_at);
