use std::future::Future;
use std::pin::Pin;

use proofdesk_desk::attachment::mask;

use crate::kind::{JobError, Kind, Run};

/// Deletes the bytes of a file whose place a masked copy took.
pub(crate) struct AttachmentForget;

impl Kind for AttachmentForget {
    fn name(&self) -> &'static str {
        mask::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        mask::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            let blob_id = mask::blob_of(&run.lease.payload)
                .map_err(|_no_id| JobError::Fail("the payload is no id of bytes".to_owned()))?;
            mask::delete_unknown(&run.desk, blob_id).await?;
            Ok(())
        })
    }
}
