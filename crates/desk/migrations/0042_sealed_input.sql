-- How long what came in and was not taken yet lies here sealed: one row, which the desk begins with.

create table sealed_input (
  -- Always true: there is one policy.
  singleton boolean primary key,
  -- Uploads that are under way, and what the exchange told and nobody handled: whole hours since it came.
  input_hours bigint not null check (input_hours >= 1 and input_hours <= 72),
  -- Files that were read by the guard and that no message took.
  file_hours bigint not null check (file_hours >= 1 and file_hours <= 168),
  version bigint not null
) /*sqlite*/ without rowid /*end*/
;
insert into sealed_input (singleton, input_hours, file_hours, version) values (true, 72, 168, 1);

-- An upload's time counts from its beginning, so that no piece of it outlives the others' time.
update upload set expires_at = created_at + 259200000000;

-- What is still sealed of the exchange's events, the oldest first.
create index exchange_event_sealed on exchange_event (state, received_at) where facts is not null;
