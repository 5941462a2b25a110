use proofdesk_store::Tx;

use super::event::JobRevived;
use super::view;
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{Id as _, JobId};
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;

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
