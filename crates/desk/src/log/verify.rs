//! Holding the history up against itself: every chain, the feed, the tree, the signatures, the erasures, and the rows
//! that events fix. `docs/log-format.md` says what this proves and what it cannot.
//!
//! It runs beside the live desk: each page is read from a snapshot of its own, and what is held against each other is
//! read together or in the order in which it can only grow.

mod chains;
pub(in crate::log) mod check;
pub(in crate::log) mod erasures;
mod feed;
mod finding;
mod loose;
mod pages;
pub(in crate::log) mod roots;
mod state;
#[cfg(test)]
mod tests;
mod tiles;

use std::collections::BTreeSet;

use proofdesk_store::{FromRow, Row, Rx, params};

use super::checkpoint;
use super::note::SignedCheckpoint;
use super::tree::Shape;
use crate::desk::Desk;
use crate::error::Result;
use check::Notes;
use roots::Roots;

pub use finding::{Finding, Problem, Report};
pub use state::verify_state;
pub(crate) use state::{Differs, differing};

/// Every statement of the verification.
pub(super) fn all() -> Vec<&'static str> {
    let parts = [chains::ALL, feed::ALL, tiles::ALL, loose::ALL, erasures::ALL, state::ALL];
    parts.into_iter().flatten().copied().chain([KEYS]).collect()
}

const KEYS: &str = "select id, public_key, created_at from log_key order by id";

/// What a verification is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Chains,
    Feed,
    Tiles,
    Rows,
    Erasures,
}

/// How far a verification is: the stage, and how many of its rows it has looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub stage: Stage,
    pub rows: u64,
}

/// A key that may sign.
struct KeyRow {
    id: String,
    public_key: Vec<u8>,
    created_at: i64,
}

impl FromRow for KeyRow {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { id: row.next()?, public_key: row.next()?, created_at: row.next()? })
    }
}

/// Verifies everything that the log covers, while the desk goes on working.
///
/// `outside` are checkpoints that were kept elsewhere ([`checkpoint::anchors`]): only they show that the end of the
/// history was cut off together with the checkpoints over it.
///
/// # Errors
/// Those of the store. What does not fit is no error but a finding.
pub async fn verify_live(
    desk: &Desk,
    outside: &[SignedCheckpoint],
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Report> {
    verify_shaped(desk, outside, progress, Shape::STANDARD).await
}

pub(in crate::log) async fn verify_shaped(
    desk: &Desk,
    outside: &[SignedCheckpoint],
    progress: &mut (dyn FnMut(Progress) + Send),
    shape: Shape,
) -> Result<Report> {
    let mut report = Report::default();
    let mut notes = Notes::default();
    // Keys before the chains: their announcements are then certainly among the events.
    let keys = desk.read(async |rx: &Rx<'_>| keys(rx).await).await?;
    let origin =
        desk.read(async |rx: &Rx<'_>| checkpoint::origin(rx).await).await?.unwrap_or_default();
    let mut tell = |stage, rows| progress(Progress { stage, rows });
    chains::run(desk, &mut report, &mut notes, &mut |rows| tell(Stage::Chains, rows)).await?;
    check_keys(desk, &mut report, &notes, &origin, &keys).await?;
    // Checkpoints that came meanwhile may be of a key that did too.
    let keys = desk.read(async |rx: &Rx<'_>| self::keys(rx).await).await?;
    let own = checkpoint::signing_key(desk.keyring()).verifying_key();
    let trusted = [own.as_bytes().to_vec()];
    let mut roots = Roots::new(origin, &trusted, outside);
    keys.into_iter().for_each(|key| roots.add_key(key.id, key.public_key));
    feed::run(desk, &mut report, &mut roots, shape, &mut |rows| tell(Stage::Feed, rows)).await?;
    tell(Stage::Tiles, 0);
    tiles::run(desk, &mut report, shape).await?;
    tell(Stage::Rows, 0);
    loose::run(desk, &mut report).await?;
    tell(Stage::Erasures, 0);
    erasures::run(desk, &mut report, &mut notes).await?;
    Ok(report)
}

async fn keys(rx: &Rx<'_>) -> Result<Vec<KeyRow>> {
    Ok(rx.query(KEYS, params![]).await?)
}

async fn check_keys(
    desk: &Desk,
    report: &mut Report,
    notes: &Notes,
    origin: &str,
    keys: &[KeyRow],
) -> Result<()> {
    for key in keys {
        check::key(report, notes, origin, (&key.id, &key.public_key, key.created_at));
    }
    let now = desk.read(async |rx: &Rx<'_>| self::keys(rx).await).await?;
    let known: BTreeSet<&str> = now.iter().map(|key| key.id.as_str()).collect();
    for (id, (_, at)) in &notes.keys {
        if !known.contains(id.as_str()) {
            let needed_by = format!("the event that added it at {at}");
            report.find("log_key", id, None, Problem::Missing { needed_by });
        }
    }
    Ok(())
}
