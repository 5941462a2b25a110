use std::future::Future;
use std::pin::Pin;

use proofdesk_desk::{article_file, attachment};

use crate::kind::{JobError, Kind, Run};

/// Rows that one transaction deletes.
const PAGE: u32 = 100;

/// Deletes files that no article names: first the rows, then the bytes. Bytes without a row, left by an upload cut off
/// between the two writes, go as well once they are old enough. What people sent goes by [`super::sealed_input`].
pub(crate) struct AttachmentsCollect;

impl Kind for AttachmentsCollect {
    fn name(&self) -> &'static str {
        "attachments.collect"
    }

    fn lane(&self) -> &'static str {
        crate::lane::INWARD
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            forget_article_files(run).await?;
            sweep(run).await
        })
    }
}

/// Files that no version of any article's text names, rows first.
async fn forget_article_files(run: &Run) -> Result<(), JobError> {
    loop {
        let forgotten = run
            .desk
            .write(run.cx(), async |tx, cx| {
                article_file::actions::forget_unused(tx, cx, PAGE).await
            })
            .await?;
        for id in &forgotten {
            run.desk.blob().delete(*id).await.map_err(proofdesk_desk::Error::from)?;
        }
        if forgotten.len() < usize::try_from(PAGE).unwrap_or(usize::MAX) {
            return Ok(());
        }
    }
}

/// A piece of an upload is younger than this, because uploads are forgotten sooner.
async fn sweep(run: &Run) -> Result<(), JobError> {
    let before = run.cx().now - proofdesk_desk::limits::UNUSED_ATTACHMENT_AGE;
    for id in run.desk.blob().list_before(before).await.map_err(proofdesk_desk::Error::from)? {
        let known = run.desk.read(async move |rx| attachment::view::is_known(rx, id).await).await?;
        if !known {
            run.desk.blob().delete(id).await.map_err(proofdesk_desk::Error::from)?;
        }
    }
    Ok(())
}
