use std::future::Future;
use std::pin::Pin;

use proofdesk_desk::bridge::{Ask, BridgeError, Transfers};
use proofdesk_desk::evidence::{self, known};
use proofdesk_desk::id::TicketId;

use crate::kind::{JobError, Kind, Run};

/// Asks the exchange of which network the values of a ticket are that could be of several.
#[derive(Debug)]
pub struct EvidenceNarrow;

impl Kind for EvidenceNarrow {
    fn name(&self) -> &'static str {
        evidence::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        evidence::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(narrow(run))
    }
}

async fn narrow(run: &Run) -> Result<(), JobError> {
    let id: TicketId = serde_json::from_str(&run.lease.payload)
        .map_err(|_not_an_id| JobError::Fail("the payload is no ticket's id".to_owned()))?;
    let account = run.desk.read(async move |rx| known::account_of(rx, id).await).await?;
    let (Some(account), Some(bridge)) = (account, run.desk.bridge()) else { return Ok(()) };
    let cx = run.cx();
    let ask = Ask::by(&cx, account);
    let Transfers { deposits, withdrawals } = Transfers::gather(bridge, &ask).await;
    // What it does not tell today it may tell in a moment; what it never tells is no failure.
    let passing = |error: &BridgeError| error.is_passing();
    let why = deposits.as_ref().err().or(withdrawals.as_ref().err()).copied().filter(passing);
    let deposits = deposits.map(|told| told.facts).unwrap_or_default();
    let withdrawals = withdrawals.map(|told| told.facts).unwrap_or_default();
    let known = known::Known::of(&deposits, &withdrawals);
    run.desk.write(cx, async move |tx, cx| known::apply(tx, cx, id, &known).await).await?;
    match why {
        // The words beside the values stay as they were, and an agent reads them: nobody has to revive such a job.
        Some(why) if !run.is_last() => Err(JobError::Retry(why.as_str().to_owned())),
        _ => Ok(()),
    }
}
