use std::time::Duration;

use proofdesk_desk::id::{EventId, Id as _};
use proofdesk_desk::{Cx, Desk, Result};
use proofdesk_store::job::NewJob;

use crate::kind::Kind;

/// A kind that runs again and again. Every node asks; the dedupe key lets one in.
pub(crate) struct Recurring {
    pub kind: Box<dyn Kind>,
    pub every: Duration,
}

/// Attempts of a recurring job before it rests until its next turn.
const ATTEMPTS: u32 = 3;

/// Adds a recurring job unless one is waiting already.
pub(crate) async fn ask(desk: &Desk, cx: Cx, kind: &'static str, lane: &'static str) -> Result<()> {
    // Owned: a captured `&'static str` makes the closure's future not general enough to be spawned.
    let (kind, lane) = (kind.to_owned(), lane.to_owned());
    desk.write(cx, async move |tx, cx| {
        let id: EventId = cx.id();
        let now = cx.now.micros();
        tx.enqueue(&NewJob {
            id: id.uuid(),
            kind: &kind,
            lane: &lane,
            dedupe_key: Some("recurring"),
            payload: "null",
            run_at: now,
            max_attempts: ATTEMPTS,
            now,
        })
        .await?;
        Ok(())
    })
    .await
}
