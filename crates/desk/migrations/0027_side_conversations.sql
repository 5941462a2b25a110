-- Departments that have no seat at the desk, and what they are asked about tickets. No customer sees any of it.

create table department (
  id uuid primary key,
  name text not null unique,
  email text not null,
  -- In which its mails and its page are written.
  lang text not null,
  -- Nobody asks it any more; what is open goes on.
  archived_at bigint,
  created_at bigint not null,
  version bigint not null
) /*sqlite*/ without rowid /*end*/
;

-- What is written in one rests in notes of its ticket; its subject is the first line of the first of them.
create table side_conversation (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  department_id uuid not null references department (id),
  -- While the department is asked, the ticket waits.
  pauses boolean not null,
  started_by uuid not null references staff (id),
  created_at bigint not null,
  last_at bigint not null,
  last_by text not null check (last_by in ('staff', 'department')),
  closed_at bigint,
  -- By what the link in its mails is known, the digest of the address that has it, and until when it opens.
  link_id uuid not null,
  recipient bytea not null,
  link_until bigint not null
) /*sqlite*/ without rowid /*end*/
;
create index side_conversation_ticket on side_conversation (ticket_id);
create index side_conversation_department on side_conversation (department_id);
create unique index side_conversation_link on side_conversation (link_id);

create table side_message (
  message_id uuid primary key references message (id),
  side_conversation_id uuid not null references side_conversation (id),
  -- What became of the mail that tells the department of it, and how often one was asked for.
  mail_state text not null check (mail_state in ('none', 'queued', 'sent', 'failed', 'bounced', 'withheld')),
  mail_code text,
  mailed_at bigint,
  mails bigint not null
) /*sqlite*/ without rowid /*end*/
;
create index side_message_conversation on side_message (side_conversation_id);
