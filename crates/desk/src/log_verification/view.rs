use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::{Outcome, Verification};
use crate::error::Result;
use crate::id::{Id as _, LogVerificationId};
use crate::permission::Permission;
use crate::time::Timestamp;
use crate::viewer::Viewer;

// The first condition on the time is implied by the second and lets the index seek.
pub(super) const LIST: &str = "select id, started_by, stage, looked, created_at, updated_at, finished_at, outcome \
    from log_verification where created_at <= $1 and (created_at < $1 or id < $2) \
    order by created_at desc, id desc limit $3";
pub(super) const OPEN: &str = "select id, started_by, stage, looked, created_at, updated_at, finished_at, outcome \
    from log_verification where finished_at is null order by created_at desc, id desc limit 1";

impl FromRow for Verification {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            started_by: row.next()?,
            stage: row.next()?,
            looked: row.next()?,
            created_at: row.next()?,
            updated_at: row.next()?,
            finished_at: row.next()?,
            outcome: row.next::<Option<String>>()?.map(|json| outcome(&json)).transpose()?,
        })
    }
}

fn outcome(json: &str) -> proofdesk_store::Result<Outcome> {
    serde_json::from_str(json).map_err(|error| {
        proofdesk_store::Error::Decode(format!("an outcome that cannot be read: {error}"))
    })
}

/// Verifications, the last one first, before `before` (the last row of the page before; everything when `None`).
///
/// # Errors
/// `no-permission` without `audit.read`.
pub async fn list(
    rx: &Rx<'_>,
    viewer: &Viewer,
    before: Option<(Timestamp, LogVerificationId)>,
    limit: u32,
) -> Result<Vec<Verification>> {
    viewer.require(Permission::AuditRead)?;
    let (at, id) = match before {
        Some((at, id)) => (at, id.uuid()),
        None => (Timestamp::from_micros(i64::MAX), Uuid::max()),
    };
    Ok(rx.query(LIST, params![at, id, limit]).await?)
}

/// The verification that is not finished; there is one at most.
pub async fn open(rx: &Rx<'_>) -> Result<Option<Verification>> {
    Ok(rx.query_opt(OPEN, &[]).await?)
}
