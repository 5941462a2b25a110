use std::future::Future;
use std::pin::Pin;

use proofdesk_channels::clamd::{Clamd, Error};
use proofdesk_desk::Timestamp;
use proofdesk_desk::attachment::scan::{self, Verdict};
use proofdesk_desk::id::AttachmentId;

use crate::kind::{JobError, Kind, Run};

/// Has one file scanned for viruses and writes down what the scanner says. While the scanner is away the job comes back.
#[derive(Debug)]
pub struct AttachmentScan {
    pub clamd: Clamd,
}

/// Asks again for every file that no scanner could tell anything about: those that came before there was one, those whose
/// jobs were given up while it was away, those that an older scanner could not read.
#[derive(Debug)]
pub struct ScanPending;

impl Kind for AttachmentScan {
    fn name(&self) -> &'static str {
        scan::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        scan::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            let id = scan::id_of(&run.lease.payload)
                .map_err(|_no_id| JobError::Fail("the payload is no file's id".to_owned()))?;
            let Some(verdict) = self.verdict(run, id).await? else { return Ok(()) };
            run.desk
                .write(run.cx(), async move |tx, cx| scan::record(tx, cx, id, &verdict).await)
                .await?;
            Ok(())
        })
    }
}

impl AttachmentScan {
    /// What the scanner says; `None` for a file that is gone.
    async fn verdict(&self, run: &Run, id: AttachmentId) -> Result<Option<Verdict>, JobError> {
        let found = run.desk.read(async move |rx| scan::find(rx, id).await).await?;
        let Some(file) = found else { return Ok(None) };
        let Some(sealed_key) = file.sealed_key else { return Ok(None) };
        let size = u64::try_from(file.size).unwrap_or(0);
        let body = run.desk.blob().get(file.blob_id, &sealed_key, size, 0..size).await;
        let body = body.map_err(proofdesk_desk::Error::from)?;
        match self.clamd.scan(body).await {
            Ok(verdict) => Ok(Some(verdict)),
            Err(Error::File(error)) => Err(proofdesk_desk::Error::from(error).into()),
            Err(error) => Err(JobError::Retry(error.to_string())),
        }
    }
}

impl Kind for ScanPending {
    fn name(&self) -> &'static str {
        "attachments.scan_pending"
    }

    fn lane(&self) -> &'static str {
        crate::lane::INWARD
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            let mut after = Timestamp::from_micros(0);
            loop {
                let asked = run
                    .desk
                    .write(run.cx(), async move |tx, cx| scan::ask_pending(tx, cx, after).await)
                    .await?;
                match asked {
                    Some(last) => after = last,
                    None => return Ok(()),
                }
            }
        })
    }
}
