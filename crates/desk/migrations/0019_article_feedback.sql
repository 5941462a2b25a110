-- What readers say of articles. Nobody's name is in it.

create table article_feedback (
  id uuid primary key,
  article_id uuid not null references article (id),
  lang text not null,
  number bigint not null,
  helpful boolean not null,
  reason text,
  note text,
  created_at bigint not null
) /*sqlite*/ without rowid /*end*/
;
create index article_feedback_article on article_feedback (article_id, lang, created_at);
