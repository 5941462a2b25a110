use proofdesk_store::{Tx, params};

use super::{Stage, Verification, view};
use crate::error::Result;
use crate::id::LogVerificationId;
use crate::time::Timestamp;

/// Every statement of the noun.
pub const ALL: &[&str] = &[INSERT, ADVANCE, FINISH, view::LIST, view::OPEN];

const INSERT: &str = "insert into log_verification \
    (id, started_by, stage, looked, created_at, updated_at, finished_at, outcome) \
    values ($1, $2, $3, $4, $5, $5, null, null)";
const ADVANCE: &str = "update log_verification set stage = $1, looked = $2, updated_at = $3 \
    where id = $4 and finished_at is null";
const FINISH: &str = "update log_verification set finished_at = $1, updated_at = $1, outcome = $2 \
    where id = $3 and finished_at is null";

pub async fn insert(tx: &Tx<'_>, v: &Verification) -> Result<()> {
    let row = params![v.id, v.started_by, v.stage, v.looked, v.created_at];
    tx.exec(INSERT, row).await?;
    Ok(())
}

pub async fn advance(
    tx: &Tx<'_>,
    id: LogVerificationId,
    (stage, looked): (Stage, i64),
    now: Timestamp,
) -> Result<()> {
    tx.exec(ADVANCE, params![stage, looked, now, id]).await?;
    Ok(())
}

/// Says whether it was still going on.
pub async fn finish(
    tx: &Tx<'_>,
    id: LogVerificationId,
    outcome: &str,
    now: Timestamp,
) -> Result<bool> {
    Ok(tx.exec(FINISH, params![now, outcome, id]).await? == 1)
}
