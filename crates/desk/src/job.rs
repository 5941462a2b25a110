//! Jobs as their operator sees them. Running them is the worker's; the rows are the store's.

pub mod actions;
pub mod event;
pub mod view;

use crate::id::JobId;
use crate::time::Timestamp;

/// Every statement of the noun. Writes are those of [`proofdesk_store::Tx`].
pub const ALL: &[&str] = &[view::DEAD, view::FIND_DEAD];

/// A job that used up its attempts, or was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadJob {
    pub id: JobId,
    pub kind: String,
    /// Which workers take it.
    pub lane: String,
    pub attempts: i64,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
    pub created_at: Timestamp,
    /// When it was given up.
    pub finished_at: Timestamp,
}

#[cfg(test)]
mod tests;
