use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;

use proofdesk_desk::limits;
use proofdesk_desk::log::checkpoint;
use proofdesk_desk::log::note::SignedCheckpoint;
use proofdesk_desk::log_verification::{self, Outcome, Stage, Verification, actions, view};
use tokio::sync::watch;

use crate::kind::{JobError, Kind, Run};
use crate::kinds::log_checkpoint::Outside;

/// Verifies the whole log when somebody asked for it, also against the checkpoints that were kept outside of the database.
pub(crate) struct LogVerify {
    pub outside: Outside,
}

impl Kind for LogVerify {
    fn name(&self) -> &'static str {
        log_verification::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        log_verification::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            let Some(verification) = run.desk.read(async |rx| view::open(rx).await).await? else {
                return Ok(());
            };
            let outside = copies(self.outside.anchor.clone()).await?;
            let outcome = verify(run, &verification, &outside).await?;
            let id = verification.id;
            run.desk
                .write(run.fresh_cx(), async move |tx, cx| {
                    actions::finish(tx, cx, id, &outcome).await
                })
                .await?;
            Ok(())
        })
    }
}

/// Verifies, and writes down now and then how far it is.
async fn verify(
    run: &Run,
    verification: &Verification,
    outside: &[SignedCheckpoint],
) -> Result<Outcome, JobError> {
    let id = verification.id;
    let (tell, told) = watch::channel((Stage::Chains, 0));
    let mut hear = move |stage: Stage, looked: u64| {
        tell.send_replace((stage, looked));
    };
    let mut walk = Box::pin(log_verification::verify(&run.desk, outside, &mut hear));
    loop {
        tokio::select! {
            outcome = &mut walk => return Ok(outcome?),
            () = tokio::time::sleep(limits::VERIFICATION_TOLD_EVERY) => {
                let at = *told.borrow();
                run.desk
                    .write(run.fresh_cx(), async move |tx, cx| {
                        actions::advance(tx, cx, id, at).await
                    })
                    .await?;
            }
        }
    }
}

/// The checkpoints that lie outside, where an operator wants them there.
async fn copies(path: Option<PathBuf>) -> Result<Vec<SignedCheckpoint>, JobError> {
    let Some(path) = path else { return Ok(Vec::new()) };
    let read = tokio::task::spawn_blocking(move || {
        // Before the first checkpoint there is no such file.
        if path.exists() { checkpoint::anchors(&path).map(Some) } else { Ok(None) }
    });
    let anchors = read
        .await
        .map_err(|_panic| JobError::Fail("reading the anchor file panicked".to_owned()))?
        .map_err(|error| JobError::Retry(format!("the anchor file: {error}")))?;
    Ok(anchors.map(|anchors| anchors.checkpoints).unwrap_or_default())
}
