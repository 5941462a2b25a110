use std::future::Future;
use std::pin::Pin;

use proofdesk_desk::id::AttachmentId;
use proofdesk_desk::sealed_input::{JOB_KIND, JOB_LANE, actions};

use crate::kind::{JobError, Kind, Run};

/// Rows that one transaction deletes.
const PAGE: u32 = 100;
/// Uploads that one transaction deletes, each with all its pieces.
const UPLOADS_PAGE: u32 = 10;

/// Destroys what came in and lay unread for longer than it may: first the rows with the keys, then the bytes. Bytes that are left by a
/// worker that died between the two open nowhere any more, and are collected later.
pub(crate) struct SealedInput;

impl Kind for SealedInput {
    fn name(&self) -> &'static str {
        JOB_KIND
    }

    fn lane(&self) -> &'static str {
        JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            while run
                .desk
                .write(run.fresh_cx(), async |tx, cx| actions::destroy_events(tx, cx, PAGE).await)
                .await?
            {}
            loop {
                let (found, blobs) = run
                    .desk
                    .write(run.fresh_cx(), async |tx, cx| {
                        actions::destroy_uploads(tx, cx, UPLOADS_PAGE).await
                    })
                    .await?;
                if !more(run, found, UPLOADS_PAGE, blobs).await? {
                    break;
                }
            }
            loop {
                let (found, blobs) = run
                    .desk
                    .write(run.fresh_cx(), async |tx, cx| {
                        actions::destroy_files(tx, cx, PAGE).await
                    })
                    .await?;
                if !more(run, found, PAGE, blobs).await? {
                    return Ok(());
                }
            }
        })
    }
}

/// Deletes the bytes of a page. Says whether there may be another one.
async fn more(
    run: &Run,
    found: usize,
    page: u32,
    blobs: Vec<AttachmentId>,
) -> Result<bool, JobError> {
    for id in blobs {
        run.desk.blob().delete(id).await.map_err(proofdesk_desk::Error::from)?;
    }
    Ok(found >= usize::try_from(page).unwrap_or(usize::MAX))
}
