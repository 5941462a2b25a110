-- What a customer chose for one topic on one road. Without a row, what they chose for the whole road holds (notification_preference).
create table notification_wish (
  customer_id uuid not null references customer (id),
  topic text not null,
  channel text not null,
  is_on boolean not null,
  updated_at bigint not null,
  primary key (customer_id, topic, channel)
) /*sqlite*/ without rowid /*end*/
;
