use std::future::Future;
use std::pin::Pin;

use proofdesk_desk::Error;
use proofdesk_desk::exchange_event::{self, actions, view};
use proofdesk_desk::id::{BrandId, ExchangeEventId};

use crate::kind::{JobError, Kind, Run};

/// Works what waits of a brand's stream, one event a transaction, until there is none or one that came early.
#[derive(Debug)]
pub struct ExchangeEvents;

impl Kind for ExchangeEvents {
    fn name(&self) -> &'static str {
        exchange_event::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        exchange_event::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(work(run))
    }
}

async fn work(run: &Run) -> Result<(), JobError> {
    let brand_id: BrandId = run.about("brand's id")?;
    let next = async || run.desk.read(async move |rx| view::next(rx, brand_id).await).await;
    while let Some((id, account)) = next().await? {
        let keyring = run.desk.keyring().clone();
        let handled = run.desk.write(run.fresh_cx(), async move |tx, cx| {
            actions::handle(tx, cx, &keyring, brand_id, id).await
        });
        match Box::pin(handled).await {
            // Other nodes ask anew within seconds by themselves.
            Ok(()) => run.desk.forget(account.as_deref()),
            Err(error) => missed(run, brand_id, id, error).await?,
        }
    }
    Ok(())
}

/// The database's own failures are no fault of the event: the job comes back. Any other is written beside it, and after some
/// tries the stream goes on without it.
async fn missed(
    run: &Run,
    brand_id: BrandId,
    id: ExchangeEventId,
    error: Error,
) -> Result<(), JobError> {
    if matches!(error, Error::Store(_)) {
        return Err(error.into());
    }
    tracing::warn!(%error, %id, "an event of the exchange could not be handled");
    let code = error.code();
    let write = run.desk.write(run.fresh_cx(), async move |tx, cx| {
        actions::record_missed(tx, cx, brand_id, id, code).await
    });
    if write.await? { Ok(()) } else { Err(JobError::Retry(code.as_str().to_owned())) }
}
