use proofdesk_store::{Tx, params};
use uuid::Uuid;

use super::{Rescan, Stage, view};
use crate::error::Result;
use crate::id::RescanId;
use crate::time::Timestamp;

/// Every statement of the noun.
pub const ALL: &[&str] = &[
    INSERT,
    RESTART,
    COUNT_MASKED,
    ADVANCE,
    FINISH,
    view::LIST,
    view::OPEN,
    view::NEWEST_RULES,
    view::MESSAGES,
    view::TICKETS,
    view::ANSWERS,
    view::DRAFTS,
    view::REPLY_DRAFTS,
    view::MACROS,
    view::VIEWS,
    view::ARTICLES,
    view::MACRO_TAGS,
    view::TAGS,
    view::FILE_NAMES,
    view::FILES,
    view::CUSTOMERS,
    view::SEARCHES,
    view::FEEDBACK,
    view::CONSTRAINTS,
];

const INSERT: &str = "insert into rescan \
    (id, rules, started_by, stage, after_id, looked, masked, created_at, updated_at, finished_at) \
    values ($1, $2, $3, $4, $5, 0, 0, $6, $6, $7)";
const RESTART: &str =
    "update rescan set rules = $1, stage = $2, after_id = $3, updated_at = $4 where id = $5";
const COUNT_MASKED: &str = "update rescan set masked = masked + 1, updated_at = $1 where id = $2";
// Only from where the walker thought it was: a page that two of them read counts once.
const ADVANCE: &str = "update rescan set stage = $1, after_id = $2, looked = looked + $3, updated_at = $4 \
    where id = $5 and stage = $6 and after_id = $7 and finished_at is null";
const FINISH: &str = "update rescan set finished_at = $1, updated_at = $1, looked = looked + $2 \
    where id = $3 and stage = $4 and after_id = $5 and finished_at is null";

pub async fn insert(tx: &Tx<'_>, r: &Rescan) -> Result<()> {
    let row =
        params![r.id, r.rules, r.started_by, r.stage, r.after_id, r.created_at, r.finished_at];
    tx.exec(INSERT, row).await?;
    Ok(())
}

/// Sends a walk back to its beginning, for newer rules.
pub async fn restart(tx: &Tx<'_>, r: &Rescan, now: Timestamp) -> Result<()> {
    tx.exec(RESTART, params![r.rules, r.stage, r.after_id, now, r.id]).await?;
    Ok(())
}

pub async fn count_masked(tx: &Tx<'_>, id: RescanId, now: Timestamp) -> Result<()> {
    tx.exec(COUNT_MASKED, params![now, id]).await?;
    Ok(())
}

/// Returns whether the walk was still where `from` says.
pub async fn advance(
    tx: &Tx<'_>,
    from: &Rescan,
    (stage, after_id): (Stage, Uuid),
    looked: i64,
    now: Timestamp,
) -> Result<bool> {
    let row = params![stage, after_id, looked, now, from.id, from.stage, from.after_id];
    Ok(tx.exec(ADVANCE, row).await? == 1)
}

/// Returns whether the walk was still where `from` says.
pub async fn finish(tx: &Tx<'_>, from: &Rescan, looked: i64, now: Timestamp) -> Result<bool> {
    let row = params![now, looked, from.id, from.stage, from.after_id];
    Ok(tx.exec(FINISH, row).await? == 1)
}
