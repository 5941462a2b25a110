-- Which owners were reminded of which review: once for each moment at which an article was due.
create table article_reminder (
  article_id uuid not null references article (id),
  staff_id uuid not null references staff (id),
  due_at bigint not null,
  created_at bigint not null,
  -- When the member looked at the list since.
  seen_at bigint,
  primary key (article_id, staff_id, due_at)
) /*sqlite*/ without rowid /*end*/
;
create index article_reminder_unseen on article_reminder (staff_id) where seen_at is null;

-- Whether a member is mailed when articles of theirs are due for review.
alter table staff add column review_mails boolean not null default true;
