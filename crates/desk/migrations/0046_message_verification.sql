-- How far the customer had proven who they are who wrote a message: 'none', 'email', 'signed-in'. Null for everybody else, and for what was
-- written before: what a customer has proven today says nothing of what they had proven then. No check, which would read all rows.
alter table message add column verification text;
