-- Deliveries that ended are deleted after a while, and one person's files that no message took are counted.
create index webhook_delivery_ended on webhook_delivery (created_at) where state <> 'pending';
create index attachment_unclaimed on attachment (uploader_id) where ticket_id is null;
