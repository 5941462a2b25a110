use std::future::Future;
use std::pin::Pin;

use proofdesk_desk::article::actions::{Scheduled, publish_due};
use proofdesk_desk::article::{JOB_KIND, JOB_LANE};

use crate::kind::{JobError, Kind, Run};

/// Publishes an article's text at its hour.
#[derive(Debug)]
pub struct ArticlePublish;

impl Kind for ArticlePublish {
    fn name(&self) -> &'static str {
        JOB_KIND
    }

    fn lane(&self) -> &'static str {
        JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(publish(run))
    }
}

async fn publish(run: &Run) -> Result<(), JobError> {
    let due: Scheduled = serde_json::from_str(&run.lease.payload)
        .map_err(|_not_a_text| JobError::Fail("the payload is no article's text".to_owned()))?;
    run.desk.write(run.cx(), async move |tx, cx| publish_due(tx, cx, &due).await).await?;
    Ok(())
}
