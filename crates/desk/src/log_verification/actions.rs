//! Asking for a verification, and what its job writes down.

use proofdesk_store::Tx;

use super::event::{VerificationFinished, VerificationStarted};
use super::{JOB_KIND, JOB_LANE, Outcome, Stage, Verification, sql, view};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::LogVerificationId;
use crate::job::{self, actions::Due};
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;

/// Has the whole log verified. One that is under way already is returned as it is; if its job was given up, it gets another.
///
/// # Errors
/// `no-permission` without `audit.read`.
pub async fn start(tx: &Tx<'_>, cx: &mut Cx) -> Result<Verification> {
    cx.viewer.require(Permission::AuditRead)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let verification = match view::open(tx).await? {
        Some(open) => open,
        None => {
            let fresh = Verification {
                id: cx.id(),
                started_by: cx.viewer.to_string(),
                stage: Stage::Chains,
                looked: 0,
                created_at: cx.now,
                updated_at: cx.now,
                finished_at: None,
                outcome: None,
            };
            sql::insert(tx, &fresh).await?;
            let started = VerificationStarted { verification_id: fresh.id };
            chain.append(tx, cx, &[NewEvent::of(&started)?]).await?;
            fresh
        }
    };
    // By its id: the job of the one before may not have ended yet, and does nothing for this one.
    let key = verification.id.to_string();
    let due = Due {
        kind: JOB_KIND,
        lane: JOB_LANE,
        dedupe_key: &key,
        payload: "null",
        max_attempts: limits::VERIFICATION_ATTEMPTS,
    };
    job::actions::enqueue(tx, cx, &due).await?;
    Ok(verification)
}

/// Writes down how far a verification is.
///
/// # Errors
/// Those of the store.
pub async fn advance(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: LogVerificationId,
    (stage, looked): (Stage, u64),
) -> Result<()> {
    cx.viewer.require_inside()?;
    sql::advance(tx, id, (stage, count(looked)), cx.now).await
}

/// Writes down what came of a verification. Returns false when another worker did so first.
///
/// # Errors
/// Those of the store.
pub async fn finish(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: LogVerificationId,
    outcome: &Outcome,
) -> Result<bool> {
    cx.viewer.require_inside()?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let json = serde_json::to_string(outcome)
        .map_err(|_unreachable| Error::Broken { what: "an outcome that is no JSON" })?;
    if !sql::finish(tx, id, &json, cx.now).await? {
        return Ok(false);
    }
    let finished = VerificationFinished {
        verification_id: id,
        events: outcome.events,
        findings: outcome.findings_total,
    };
    chain.append(tx, cx, &[NewEvent::of(&finished)?]).await?;
    Ok(true)
}

fn count(rows: u64) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}
