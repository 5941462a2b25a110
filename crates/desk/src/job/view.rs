use proofdesk_store::{FromRow, Row, Rx, params};

use super::DeadJob;
use crate::error::Result;
use crate::id::JobId;
use crate::permission::Permission;
use crate::time::Timestamp;
use crate::viewer::Viewer;

// The first condition on the time is implied by the second and lets the index seek.
pub(super) const DEAD: &str = "select id, kind, lane, attempts, last_error, created_at, finished_at from job \
    where finished_at is not null and state = 'dead' and finished_at <= $1 and (finished_at < $1 or id < $2) \
    order by finished_at desc, id desc limit $3";
pub(super) const FIND_DEAD: &str = "select id, kind, lane, attempts, last_error, created_at, finished_at from job \
    where id = $1 and state = 'dead'";

impl FromRow for DeadJob {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            kind: row.next()?,
            lane: row.next()?,
            attempts: row.next()?,
            last_error: row.next()?,
            created_at: row.next()?,
            finished_at: row.next()?,
        })
    }
}

/// Dead jobs, the last to die first, before `before` (the last row of the page before; everything when `None`).
///
/// # Errors
/// `no-permission` without `job.manage`.
pub async fn dead(
    rx: &Rx<'_>,
    viewer: &Viewer,
    before: Option<(Timestamp, JobId)>,
    limit: u32,
) -> Result<Vec<DeadJob>> {
    viewer.require(Permission::JobManage)?;
    let (at, id) = match before {
        Some((at, id)) => (at, crate::id::Id::uuid(id)),
        None => (Timestamp::from_micros(i64::MAX), uuid::Uuid::max()),
    };
    Ok(rx.query(DEAD, params![at, id, limit]).await?)
}

pub(super) async fn find_dead(rx: &Rx<'_>, id: JobId) -> Result<Option<DeadJob>> {
    Ok(rx.query_opt(FIND_DEAD, params![id]).await?)
}
