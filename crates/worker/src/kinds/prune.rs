use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use crate::kind::{JobError, Kind, Run};

/// How long finished jobs are kept for the curious.
const DONE_JOBS_KEPT: Duration = Duration::from_secs(7 * 24 * 3600);
/// Rows that one transaction deletes.
const PAGE: u32 = 200;

/// Deletes what has served its time: spent tokens, idempotency rows, ended sessions, finished jobs.
pub(crate) struct Prune;

impl Kind for Prune {
    fn name(&self) -> &'static str {
        "desk.prune"
    }

    fn lane(&self) -> &'static str {
        crate::lane::INWARD
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            while run
                .desk
                .write(run.cx(), async |tx, cx| proofdesk_desk::prune::page(tx, cx, PAGE).await)
                .await?
            {}
            let before = (run.cx().now - DONE_JOBS_KEPT).micros();
            while run
                .desk
                .db()
                .purge_jobs(before, PAGE)
                .await
                .map_err(proofdesk_desk::Error::from)?
                == u64::from(PAGE)
            {}
            Ok(())
        })
    }
}
