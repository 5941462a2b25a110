use proofdesk_store::{FromRow, Row, Rx, params};

use super::{Job, Place};
use crate::error::Result;
use crate::id::{Id as _, JobId};
use crate::permission::Permission;
use crate::time::Timestamp;
use crate::viewer::Viewer;

macro_rules! jobs {
    ($tail:literal) => {
        concat!(
            "select id, kind, lane, attempts, last_error, created_at, run_at, lease_until, finished_at from job where ",
            $tail
        )
    };
}

// The first condition on the time is implied by the second and lets the index seek.
pub(super) const DEAD: &str = jobs!(
    "finished_at is not null and state = 'dead' and finished_at <= $1 and (finished_at < $1 or id < $2) \
     and ($3 = '' or lane = $3) order by finished_at desc, id desc limit $4"
);
pub(super) const FIND_DEAD: &str = jobs!("id = $1 and state = 'dead'");
// As the index by which workers take them has them, so that a page reads no more than itself.
pub(super) const WAITING: &str = jobs!(
    "state = 'ready' and (lane, run_at, id) > ($1, $2, $3) order by lane, run_at, id limit $4"
);
pub(super) const WAITING_OF_LANE: &str =
    jobs!("state = 'ready' and lane = $1 and (run_at, id) > ($2, $3) order by run_at, id limit $4");
// No more run at once than the workers take.
pub(super) const RUNNING: &str = jobs!(
    "state = 'leased' and (lane, run_at, id) > ($1, $2, $3) order by lane, run_at, id limit $4"
);
pub(super) const RUNNING_OF_LANE: &str = jobs!(
    "state = 'leased' and lane = $1 and (run_at, id) > ($2, $3) order by run_at, id limit $4"
);

impl FromRow for Job {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            kind: row.next()?,
            lane: row.next()?,
            attempts: row.next()?,
            last_error: row.next()?,
            created_at: row.next()?,
            due_at: row.next()?,
            held_until: row.next()?,
            finished_at: row.next()?,
        })
    }
}

/// Dead jobs, the last to die first, before `before` (the last row of the page before; everything when `None`); of one lane
/// where it is named.
///
/// # Errors
/// `no-permission` without `job.manage`.
pub async fn dead(
    rx: &Rx<'_>,
    viewer: &Viewer,
    lane: Option<&str>,
    before: Option<(Timestamp, JobId)>,
    limit: u32,
) -> Result<Vec<Job>> {
    viewer.require(Permission::JobManage)?;
    let (at, id) = match before {
        Some((at, id)) => (at, id.uuid()),
        None => (Timestamp::from_micros(i64::MAX), uuid::Uuid::max()),
    };
    Ok(rx.query(DEAD, params![at, id, lane.unwrap_or_default(), limit]).await?)
}

/// Jobs that wait for a worker or for their time, by lane and then the longest due first, after `after` (the last row of the
/// page before); of one lane where it is named.
///
/// # Errors
/// `no-permission` without `job.manage`.
pub async fn waiting(
    rx: &Rx<'_>,
    viewer: &Viewer,
    lane: Option<&str>,
    after: Option<&Place>,
    limit: u32,
) -> Result<Vec<Job>> {
    unfinished(rx, viewer, (WAITING, WAITING_OF_LANE), lane, after, limit).await
}

/// Jobs that a worker holds, in the same order.
///
/// # Errors
/// `no-permission` without `job.manage`.
pub async fn running(
    rx: &Rx<'_>,
    viewer: &Viewer,
    lane: Option<&str>,
    after: Option<&Place>,
    limit: u32,
) -> Result<Vec<Job>> {
    unfinished(rx, viewer, (RUNNING, RUNNING_OF_LANE), lane, after, limit).await
}

async fn unfinished(
    rx: &Rx<'_>,
    viewer: &Viewer,
    (all, of_lane): (&'static str, &'static str),
    lane: Option<&str>,
    after: Option<&Place>,
    limit: u32,
) -> Result<Vec<Job>> {
    viewer.require(Permission::JobManage)?;
    let (last, at, id) = match after {
        Some((lane, at, id)) => (lane.as_str(), *at, id.uuid()),
        None => ("", Timestamp::from_micros(i64::MIN), uuid::Uuid::nil()),
    };
    Ok(match lane {
        Some(lane) => rx.query(of_lane, params![lane, at, id, limit]).await?,
        None => rx.query(all, params![last, at, id, limit]).await?,
    })
}

pub(super) async fn find_dead(rx: &Rx<'_>, id: JobId) -> Result<Option<Job>> {
    Ok(rx.query_opt(FIND_DEAD, params![id]).await?)
}
