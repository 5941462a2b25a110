pub(crate) mod attachments_collect;
pub(crate) mod guard_rescan;
pub(crate) mod log_checkpoint;
pub(crate) mod prune;
pub(crate) mod webhook_deliver;
