use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use proofdesk_desk::customer_erasure::{self, Walked};
use proofdesk_desk::id::CustomerId;
use proofdesk_desk::{Desk, Error, remnant};

use crate::kind::{JobError, Kind, Run};

/// How long readers that are in the way of the write-ahead log are given.
const LOG_PAUSE: Duration = Duration::from_secs(30);

/// Erases what a customer left. Goes on where it was killed.
pub(crate) struct CustomerErase;

impl Kind for CustomerErase {
    fn name(&self) -> &'static str {
        customer_erasure::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        customer_erasure::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            let id: CustomerId = run.about("customer's id")?;
            match customer_erasure::carry_out(&run.desk, &mut || run.fresh_cx(), id).await? {
                Walked::Finished => Ok(()),
                Walked::LogHeld => Err(log_held()),
            }
        })
    }
}

/// Sees to it that what was erased or destroyed rests in no page of the database.
pub(crate) struct ErasureSettle;

impl Kind for ErasureSettle {
    fn name(&self) -> &'static str {
        remnant::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        remnant::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(forget_old_pages(&run.desk))
    }
}

/// Clears what deleted rows left in the pages of the database, and the log that has them as they were.
pub(crate) async fn forget_old_pages(desk: &Desk) -> Result<(), JobError> {
    match desk.db().clear_deleted().await.map_err(Error::from)? {
        true => Ok(()),
        false => Err(log_held()),
    }
}

fn log_held() -> JobError {
    JobError::RetryAfter(LOG_PAUSE, "readers hold the write-ahead log".to_owned())
}
