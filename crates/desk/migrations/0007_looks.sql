-- Looks at a customer's data in clear, found by customer. What was seen and why stands in the event.
create table look (
  event_id uuid primary key,
  customer_id uuid not null,
  staff_id uuid not null,
  at bigint not null
) /*sqlite*/ without rowid /*end*/
;
create index look_customer on look (customer_id, at, event_id);

-- How long recent tickets of a category waited for their first answer.
create index ticket_category on ticket (category_id, created_at);

-- Whoever may erase what customers wrote (administrators) may take transcripts; team leads too, in their brands.
insert into role_grant (role_id, permission, reach)
  select role_id, 'ticket.export', reach from role_grant where permission = 'customer.erase';
insert into role_grant (role_id, permission, reach)
  select id, 'ticket.export', 'brand' from role where builtin = 'team-lead'
  and id not in (select role_id from role_grant where permission = 'ticket.export');
