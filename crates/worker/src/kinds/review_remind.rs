use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use proofdesk_desk::article::{JOB_LANE, remind};

use crate::kind::{JobError, Kind, Run};

/// Reminds owners of articles that are due for review.
#[derive(Debug)]
pub struct ReviewRemind;

/// A review is due by the day, so that an hour more or less says nothing.
const EVERY: Duration = Duration::from_secs(3600);

impl Kind for ReviewRemind {
    fn name(&self) -> &'static str {
        remind::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        JOB_LANE
    }

    fn every(&self) -> Option<Duration> {
        Some(EVERY)
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(remind_all(run))
    }
}

async fn remind_all(run: &Run) -> Result<(), JobError> {
    while run.desk.write(run.fresh_cx(), async move |tx, cx| remind::remind(tx, cx).await).await? {}
    Ok(())
}
