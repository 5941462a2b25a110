use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;

use proofdesk_desk::log::checkpoint;
use proofdesk_desk::log::ledger::{self, LedgerError};
use proofdesk_desk::log::note::SignedCheckpoint;

use crate::kind::{JobError, Kind, Run};

/// What is laid down outside the database, where an operator wants it.
#[derive(Clone, Debug, Default)]
pub struct Outside {
    /// A file that gets a copy of every signed checkpoint.
    pub anchor: Option<PathBuf>,
    /// A file that gets a line of every erasure, to be replayed after a restore.
    pub ledger: Option<PathBuf>,
}

/// Grows the Merkle tree over the feed, signs its head, and lays copies outside the database.
pub(crate) struct LogCheckpoint {
    pub outside: Outside,
}

impl Kind for LogCheckpoint {
    fn name(&self) -> &'static str {
        "log.checkpoint"
    }

    fn lane(&self) -> &'static str {
        crate::lane::INWARD
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            let mut signed = None;
            loop {
                let Some(advanced) = checkpoint::advance(&run.desk, run.cx()).await? else { break };
                let more = advanced.more;
                signed = Some(advanced.checkpoint);
                if !more {
                    break;
                }
            }
            if let (Some(signed), Some(path)) = (signed, self.outside.anchor.clone()) {
                anchor(path, signed).await?;
            }
            if let Some(path) = &self.outside.ledger {
                while ledger::extend(&run.desk, run.cx(), path.clone()).await.map_err(unwritten)? {}
            }
            Ok(())
        })
    }
}

async fn anchor(path: PathBuf, signed: SignedCheckpoint) -> Result<(), JobError> {
    let written = tokio::task::spawn_blocking(move || checkpoint::anchor(&path, &signed)).await;
    written
        .map_err(|_panic| JobError::Fail("writing the anchor panicked".to_owned()))?
        .map_err(|error| JobError::Retry(format!("the anchor file: {error}")))
}

fn unwritten(error: LedgerError) -> JobError {
    match error {
        LedgerError::Desk(error) => error.into(),
        LedgerError::LedgerIo(error) => JobError::Retry(format!("the erasure ledger: {error}")),
    }
}
