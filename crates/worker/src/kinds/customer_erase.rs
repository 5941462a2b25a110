use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use proofdesk_desk::customer_erasure::{self, Walked};
use proofdesk_desk::id::CustomerId;
use proofdesk_desk::{Desk, Error, ticket};

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

/// Sees to it that a message or a file that was erased rests in no old page of the database.
pub(crate) struct ErasureSettle;

impl Kind for ErasureSettle {
    fn name(&self) -> &'static str {
        ticket::erase::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        ticket::erase::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(forget_old_pages(&run.desk))
    }
}

/// The write-ahead log still has the pages as they were.
pub(crate) async fn forget_old_pages(desk: &Desk) -> Result<(), JobError> {
    let db = desk.db();
    if db.engine() == proofdesk_store::Engine::Sqlite
        && !db.truncate_log().await.map_err(Error::from)?
    {
        return Err(log_held());
    }
    Ok(())
}

fn log_held() -> JobError {
    JobError::RetryAfter(LOG_PAUSE, "readers hold the write-ahead log".to_owned())
}
