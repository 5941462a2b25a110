use std::future::Future;
use std::pin::Pin;

use proofdesk_desk::id::TicketId;
use proofdesk_desk::ticket::snooze;

use crate::kind::{JobError, Kind, Run};

/// Brings back a ticket that was put aside until now.
#[derive(Debug)]
pub struct TicketWake;

impl Kind for TicketWake {
    fn name(&self) -> &'static str {
        snooze::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        snooze::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(wake(run))
    }
}

async fn wake(run: &Run) -> Result<(), JobError> {
    let id: TicketId = run.about("ticket's id")?;
    run.desk.write(run.cx(), async move |tx, cx| snooze::wake_due(tx, cx, id).await).await?;
    Ok(())
}
