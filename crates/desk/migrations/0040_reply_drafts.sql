-- What a member is writing in a ticket and has not sent, so that another device goes on with it.
create table reply_draft (
  staff_id uuid not null references staff (id),
  ticket_id uuid not null references ticket (id),
  -- A reply or a note.
  visibility text not null check (visibility in ('public', 'internal')),
  -- JSON: the text as the guard left it, and what goes along with it.
  content text not null,
  -- Also its version: no two of one draft are the same.
  updated_at bigint not null,
  primary key (staff_id, ticket_id, visibility)
) /*sqlite*/ without rowid /*end*/
;
create index reply_draft_ticket on reply_draft (ticket_id);
create index reply_draft_age on reply_draft (updated_at);

-- Files that wait in a draft: they are not thrown away as uploads are that no message took. One may be gone all the same.
create table reply_draft_file (
  attachment_id uuid primary key,
  staff_id uuid not null,
  ticket_id uuid not null,
  visibility text not null check (visibility in ('public', 'internal')),
  position bigint not null
) /*sqlite*/ without rowid /*end*/
;
create index reply_draft_file_draft on reply_draft_file (staff_id, ticket_id, visibility);
