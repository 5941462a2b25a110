pub(crate) mod attachment_scan;
pub(crate) mod attachments_collect;
pub(crate) mod guard_rescan;
pub(crate) mod log_checkpoint;
pub(crate) mod notification_deliver;
pub(crate) mod prune;
pub(crate) mod staff_mail;
pub(crate) mod webhook_deliver;
