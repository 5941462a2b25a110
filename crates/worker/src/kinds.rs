pub(crate) mod attachment_scan;
pub(crate) mod attachments_collect;
pub(crate) mod log_checkpoint;
pub(crate) mod prune;
pub(crate) mod webhook_deliver;
