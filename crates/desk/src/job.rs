//! Jobs as their operator sees them. Running them is the worker's; the rows are the store's.

pub mod actions;
pub mod event;
pub mod view;

use crate::id::JobId;
use crate::time::Timestamp;

/// Every statement of the noun. Writes are those of [`proofdesk_store::Tx`].
pub const ALL: &[&str] = &[
    view::DEAD,
    view::FIND_DEAD,
    view::WAITING,
    view::WAITING_OF_LANE,
    view::RUNNING,
    view::RUNNING_OF_LANE,
];

/// A job, without what it is about: its payload names rows, and is for the code that runs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub id: JobId,
    pub kind: String,
    /// Which workers take it.
    pub lane: String,
    /// How often it was begun; of one that runs, this time too.
    pub attempts: i64,
    /// Why the last attempt that ended failed.
    pub last_error: Option<String>,
    pub created_at: Timestamp,
    /// When its time came, or comes.
    pub due_at: Timestamp,
    /// Of one that runs: until when its worker holds it.
    pub held_until: Option<Timestamp>,
    /// Of one that was given up: when.
    pub finished_at: Option<Timestamp>,
}

/// Where a job that is not finished stands in the list of all: by lane, and in each lane as workers take them.
pub type Place = (String, Timestamp, JobId);

#[cfg(test)]
mod tests;
