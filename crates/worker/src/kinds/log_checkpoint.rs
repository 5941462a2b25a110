use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;

use proofdesk_desk::log::checkpoint;
use proofdesk_desk::log::note::SignedCheckpoint;

use crate::kind::{JobError, Kind, Run};

/// Grows the Merkle tree over the feed, signs its head, and lays a copy outside the database.
pub(crate) struct LogCheckpoint {
    /// The anchor file, when one is configured.
    pub anchor: Option<PathBuf>,
}

impl Kind for LogCheckpoint {
    fn name(&self) -> &'static str {
        "log.checkpoint"
    }

    fn lane(&self) -> &'static str {
        crate::lane::INWARD
    }

    fn run<'a>(&'a self, run: &'a Run) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
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
            match (signed, self.anchor.clone()) {
                (Some(signed), Some(path)) => anchor(path, signed).await,
                _ => Ok(()),
            }
        })
    }
}

async fn anchor(path: PathBuf, signed: SignedCheckpoint) -> Result<(), JobError> {
    let written = tokio::task::spawn_blocking(move || checkpoint::anchor(&path, &signed)).await;
    written
        .map_err(|_panic| JobError::Fail("writing the anchor panicked".to_owned()))?
        .map_err(|error| JobError::Retry(format!("the anchor file: {error}")))
}
