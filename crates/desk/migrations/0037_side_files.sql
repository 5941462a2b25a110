-- Files of a ticket that were given to a department with a message of a side conversation. A pointer: the file rests where it came,
-- and when it is masked or erased there, the department has that too. What came with the message itself is a file of its note.

create table side_file (
  message_id uuid not null references side_message (message_id),
  attachment_id uuid not null references attachment (id),
  primary key (message_id, attachment_id)
) /*sqlite*/ without rowid /*end*/
;
create index side_file_attachment on side_file (attachment_id);
