-- Who was told of which text that was handed over for review, and has not looked yet.
create table article_handover (
  article_id uuid not null references article (id),
  lang text not null,
  -- The version that was handed over.
  number bigint not null,
  staff_id uuid not null references staff (id),
  created_at bigint not null,
  -- When the member looked at the list since.
  seen_at bigint,
  primary key (article_id, lang, number, staff_id)
) /*sqlite*/ without rowid /*end*/
;
create index article_handover_unseen on article_handover (staff_id) where seen_at is null;

-- Events in which somebody says why: those of 0036, which the program before this one still reads by, and why a translation was
-- published without a term of the glossary.
create index event_reason_told on event (id) where kind in ('article.terms_waived', 'customer.erasure_asked', 'customer.field_revealed',
  'desk.exported', 'guard.reason_masked', 'ticket.erasure_asked', 'ticket.transcript_exported');
