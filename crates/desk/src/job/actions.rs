use std::fmt::Display;

use proofdesk_store::{NewJob, Tx};

use super::event::{JobDropped, JobRevived};
use super::view;
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{Id as _, JobId};
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::time::Timestamp;

/// A job that is due as soon as the transaction commits.
#[derive(Debug)]
pub(crate) struct Due<'a> {
    pub kind: &'static str,
    pub lane: &'static str,
    /// One that waits under the same key is enough.
    pub dedupe_key: &'a str,
    /// JSON.
    pub payload: &'a str,
    pub max_attempts: u32,
}

/// Adds a job, unless one that is not finished does the same.
///
/// # Errors
/// Only those of the store.
pub(crate) async fn enqueue(tx: &Tx<'_>, cx: &mut Cx, due: &Due<'_>) -> Result<()> {
    enqueue_at(tx, cx, due, cx.now).await
}

/// The same for one that is due later.
///
/// # Errors
/// Only those of the store.
pub(crate) async fn enqueue_at(
    tx: &Tx<'_>,
    cx: &mut Cx,
    due: &Due<'_>,
    at: Timestamp,
) -> Result<()> {
    let (id, now): (JobId, i64) = (cx.id(), cx.now.micros());
    tx.enqueue(&NewJob {
        id: id.uuid(),
        kind: due.kind,
        lane: due.lane,
        dedupe_key: Some(due.dedupe_key),
        payload: due.payload,
        run_at: at.micros(),
        max_attempts: due.max_attempts,
        now,
    })
    .await?;
    Ok(())
}

/// Adds a job that works on one row, unless one that is not finished does. The payload is the row's id.
///
/// # Errors
/// Only those of the store.
pub(crate) async fn enqueue_for(
    tx: &Tx<'_>,
    cx: &mut Cx,
    (kind, lane): (&'static str, &'static str),
    id: impl Display,
    max_attempts: u32,
) -> Result<()> {
    let key = id.to_string();
    let payload = format!("\"{key}\"");
    let due = Due { kind, lane, dedupe_key: &key, payload: &payload, max_attempts };
    enqueue(tx, cx, &due).await
}

/// Gives a dead job all its attempts again, from now on.
///
/// # Errors
/// `no-permission` without `job.manage`; `not-found` for a job that is not dead, or whose work waits under another id
/// already.
pub async fn revive(tx: &Tx<'_>, cx: &mut Cx, id: JobId) -> Result<()> {
    cx.viewer.require(Permission::JobManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let job = view::find_dead(tx, id).await?.or_not_found()?;
    if !tx.revive_job(id.uuid(), cx.now.micros()).await? {
        return Err(Error::refused(Code::NotFound));
    }
    let revived = JobRevived { job_id: id, job_kind: job.kind };
    chain.append(tx, cx, &[NewEvent::of(&revived)?]).await?;
    Ok(())
}

/// Gives a dead job up for good: what it was to do is not done.
///
/// # Errors
/// `no-permission` without `job.manage`; `not-found` for a job that is not dead.
pub async fn drop_dead(tx: &Tx<'_>, cx: &mut Cx, id: JobId) -> Result<()> {
    cx.viewer.require(Permission::JobManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let job = view::find_dead(tx, id).await?.or_not_found()?;
    if !tx.drop_job(id.uuid()).await? {
        return Err(Error::refused(Code::NotFound));
    }
    let dropped = JobDropped { job_id: id, job_kind: job.kind };
    chain.append(tx, cx, &[NewEvent::of(&dropped)?]).await?;
    Ok(())
}
