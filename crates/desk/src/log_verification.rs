//! Verifications of the whole log that somebody asked for in the console: a job holds the history up against itself and the rows
//! against their events, tells how far it is, and keeps what it found. One runs at a time.
//!
//! A verification that is killed begins anew: what it knew of the chains was in the memory of the process.

pub mod actions;
pub mod event;
mod sql;
#[cfg(test)]
mod tests;
pub mod view;

use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::error::Result;
use crate::id::LogVerificationId;
use crate::limits;
use crate::log::note::SignedCheckpoint;
use crate::log::verify::{self, Progress, Report, verify_live, verify_state};
use crate::time::Timestamp;
use crate::words::words;

pub use sql::ALL;

/// The kind of the job that verifies.
pub const JOB_KIND: &str = "log.verify";
/// A lane of its own: it takes long, and holds nothing up.
pub const JOB_LANE: &str = "audit";

words! {
    /// What is looked at, in this order.
    pub enum Stage {
        /// Every chain of events, and the bodies and files that its events fix.
        Chains = "chains",
        /// The order of all events, and the checkpoints over it.
        Feed = "feed",
        /// The stored part of the tree.
        Tiles = "tiles",
        /// Rows that no event accounts for.
        Rows = "rows",
        Erasures = "erasures",
        /// Rows against what their events fold to.
        State = "state",
    }
}

/// A verification that somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    pub id: LogVerificationId,
    /// `staff:<id>` or `operator`.
    pub started_by: String,
    pub stage: Stage,
    /// Rows of the stage that were looked at so far.
    pub looked: i64,
    pub created_at: Timestamp,
    /// When it last came further.
    pub updated_at: Timestamp,
    pub finished_at: Option<Timestamp>,
    /// `None` while it goes on.
    pub outcome: Option<Outcome>,
}

/// What came of a verification, as its row keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub events: u64,
    pub streams: u64,
    pub positions: u64,
    pub messages: u64,
    pub attachments: u64,
    pub erasures: u64,
    pub checkpoints: u64,
    /// Rows compared with their folded events.
    pub states: u64,
    /// The root over all positions, lower-case hex.
    pub root: String,
    /// How many positions the last signed checkpoint covers.
    pub signed_size: i64,
    /// Checkpoints kept outside of the database that it was held against; 0 where none are.
    pub outside: u64,
    /// The first of them.
    pub findings: Vec<Found>,
    /// All of them.
    pub findings_total: u64,
}

/// One thing that does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    pub table: String,
    pub row: String,
    pub column: Option<String>,
    /// In English.
    pub problem: String,
}

impl From<verify::Stage> for Stage {
    fn from(stage: verify::Stage) -> Self {
        match stage {
            verify::Stage::Chains => Self::Chains,
            verify::Stage::Feed => Self::Feed,
            verify::Stage::Tiles => Self::Tiles,
            verify::Stage::Rows => Self::Rows,
            verify::Stage::Erasures => Self::Erasures,
        }
    }
}

impl Outcome {
    fn of(report: Report, outside: usize) -> Self {
        let found = report.findings.into_iter().take(limits::VERIFICATION_FINDINGS);
        Self {
            events: report.events,
            streams: report.streams,
            positions: report.positions,
            messages: report.messages,
            attachments: report.attachments,
            erasures: report.erasures,
            checkpoints: report.checkpoints,
            states: report.states,
            root: report.root,
            signed_size: report.signed_size,
            outside: u64::try_from(outside).unwrap_or(u64::MAX),
            findings: found
                .map(|finding| Found {
                    table: finding.table.to_owned(),
                    row: finding.row,
                    column: finding.column.map(str::to_owned),
                    problem: finding.problem.to_string(),
                })
                .collect(),
            findings_total: report.findings_total,
        }
    }
}

/// Verifies the log and the rows, against checkpoints that were kept outside too. `progress` hears at what it is, and how many rows
/// of that it has looked at.
///
/// # Errors
/// Those of the store. What does not fit is no error but a finding.
pub async fn verify(
    desk: &Desk,
    outside: &[SignedCheckpoint],
    progress: &mut (dyn FnMut(Stage, u64) + Send),
) -> Result<Outcome> {
    let mut report =
        verify_live(desk, outside, &mut |at: Progress| progress(at.stage.into(), at.rows)).await?;
    progress(Stage::State, 0);
    verify_state(desk, &mut report, &mut |states| progress(Stage::State, states)).await?;
    Ok(Outcome::of(report, outside.len()))
}
