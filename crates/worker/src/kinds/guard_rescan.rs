use std::future::Future;
use std::pin::Pin;

use proofdesk_desk::rescan::{self, Rescan, Stored, actions, view};
use uuid::Uuid;

use crate::kind::{JobError, Kind, Run};
use crate::kinds::customer_erase::forget_old_pages;

/// Reads every stored text once more when the guard's rules are newer than those it was masked by, or when somebody
/// asked for it. Goes on where it was killed.
pub(crate) struct GuardRescan;

impl Kind for GuardRescan {
    fn name(&self) -> &'static str {
        rescan::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        crate::lane::INWARD
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            while let Some(walk) =
                run.desk.write(run.fresh_cx(), async |tx, cx| actions::due(tx, cx).await).await?
            {
                step(run, walk).await?;
            }
            Ok(())
        })
    }
}

async fn step(run: &Run, walk: Rescan) -> Result<(), JobError> {
    let (at, limit) = (walk.clone(), walk.stage.page());
    let page = run.desk.read(async move |rx| view::page(rx, &at, limit).await).await?;
    let looked = page.len();
    let is_full = u32::try_from(looked) == Ok(limit);
    let last = page.last().map(|stored| stored.id).filter(|_| is_full);
    let found = with_secret(page).await?;
    let mut is_masked = walk.masked > 0;
    for id in found {
        let at = (walk.id, walk.stage);
        is_masked |= rescan::mask(&run.desk, &mut || run.fresh_cx(), at, id).await?;
    }
    let is_end = last.is_none() && walk.stage.next().is_none();
    if is_end && is_masked {
        forget_old_pages(&run.desk).await?;
    }
    let looked = i64::try_from(looked).unwrap_or(i64::MAX);
    run.desk
        .write(run.fresh_cx(), async move |tx, cx| {
            actions::advance(tx, cx, &walk, last, looked).await
        })
        .await?;
    Ok(())
}

/// The guard needs the processor, not the runtime.
async fn with_secret(page: Vec<Stored>) -> Result<Vec<Uuid>, JobError> {
    let found = tokio::task::spawn_blocking(move || {
        page.iter().filter(|stored| stored.may_have_secret()).map(|stored| stored.id).collect()
    });
    found.await.map_err(|_panic| JobError::Fail("the guard panicked".to_owned()))
}
