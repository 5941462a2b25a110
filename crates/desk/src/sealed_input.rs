//! What came in and was not taken yet: uploads under way, files that no message took, events of the exchange that wait or failed. All
//! of it lies here sealed, shown to nobody but its sender, and no longer than the house says.
//!
//! An upload that is finished and an event that was handled are read: nothing of them is kept sealed as it came. What is not read in
//! time is destroyed with its key, so that no backup of the bytes opens either. docs/operation.md is what an operator needs to know.

pub mod actions;
pub mod event;
mod sql;
pub(crate) mod state;
pub mod view;

use std::time::Duration;

use crate::limits;
use crate::time::Timestamp;
use crate::words::words;

pub use sql::ALL;

/// The job that destroys what lies here for too long.
pub const JOB_KIND: &str = "sealed-input.destroy";
pub const JOB_LANE: &str = "inward";

/// For how long it may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    /// Of uploads under way and of what the exchange told, from 1 to [`limits::SEALED_INPUT_HOURS`].
    pub input_hours: i64,
    /// Of files that no message took, from 1 to [`limits::SEALED_FILE_HOURS`].
    pub file_hours: i64,
    pub version: i64,
}

impl Retention {
    /// What a desk begins with: as long as may be.
    pub const FIRST: Self = Self {
        input_hours: limits::SEALED_INPUT_HOURS,
        file_hours: limits::SEALED_FILE_HOURS,
        version: 1,
    };

    /// How old uploads under way and events become.
    pub fn input(&self) -> Duration {
        hours(self.input_hours)
    }

    /// How old files become that no message takes.
    pub fn files(&self) -> Duration {
        hours(self.file_hours)
    }

    fn of(&self, kind: InputKind) -> Duration {
        match kind {
            InputKind::Upload | InputKind::EventWaiting | InputKind::EventFailed => self.input(),
            InputKind::File => self.files(),
        }
    }
}

fn hours(hours: i64) -> Duration {
    Duration::from_secs(u64::try_from(hours).unwrap_or(0).saturating_mul(3600))
}

words! {
    /// What lies here sealed.
    pub enum InputKind {
        /// Pieces of an upload that is not finished.
        Upload = "upload",
        /// A file that no message took.
        File = "file",
        /// What an event of the exchange says that waits for its turn.
        EventWaiting = "event_waiting",
        /// What one says that could not be handled.
        EventFailed = "event_failed",
    }
}

/// How much of a kind lies here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lying {
    pub kind: InputKind,
    /// Up to [`limits::COUNT_CAP`].
    pub count: i64,
    /// When the oldest of it came; `None` for nothing.
    pub oldest_at: Option<Timestamp>,
    /// When the oldest goes, unless it is taken before; `None` for nothing.
    pub goes_at: Option<Timestamp>,
}

#[cfg(test)]
mod tests;
