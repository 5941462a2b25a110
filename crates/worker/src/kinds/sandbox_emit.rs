use std::future::Future;
use std::pin::Pin;

use proofdesk_desk::sandbox::emit::emit;

use crate::kind::{JobError, Kind, Run};
use crate::lane;

/// Lets the invented exchange tell what has happened by now.
pub struct SandboxEmit;

impl Kind for SandboxEmit {
    fn name(&self) -> &'static str {
        "sandbox.emit"
    }

    fn lane(&self) -> &'static str {
        lane::INWARD
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            loop {
                let keyring = run.desk.keyring().clone();
                let emitted = run
                    .desk
                    .write(run.fresh_cx(), async move |tx, cx| emit(tx, cx, &keyring).await);
                if !Box::pin(emitted).await? {
                    return Ok(());
                }
            }
        })
    }
}
