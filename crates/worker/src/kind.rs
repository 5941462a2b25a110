use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use proofdesk_desk::{Clock, Cx, Desk, Entropy, Error};
use proofdesk_store::job::Lease;
use serde::de::DeserializeOwned;

/// What runs jobs of one kind.
pub trait Kind: Send + Sync {
    /// The name in the job's row.
    fn name(&self) -> &'static str;

    /// The lane whose workers take it.
    fn lane(&self) -> &'static str;

    /// How often it runs by itself; `None` for what is asked for only.
    fn every(&self) -> Option<Duration> {
        None
    }

    /// Runs one job. May be called again for the same job after a crash.
    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>>;
}

/// A job in the hands of its kind, with what it stands on.
pub struct Run {
    pub desk: Desk,
    pub lease: Lease,
    /// Made for this run; [`Run::cx`] hands out copies.
    pub(crate) cx: Cx,
    pub(crate) clock: Clock,
    pub(crate) entropy: Entropy,
}

impl Run {
    /// The context of this run, in its first state.
    pub fn cx(&self) -> Cx {
        self.cx.clone()
    }

    /// A context of this moment with randomness of its own, for a job of many transactions.
    pub fn fresh_cx(&self) -> Cx {
        let Cx { viewer, request_id, locale, .. } = self.cx.clone();
        Cx::new((self.clock)(), viewer, locale, request_id, (self.entropy)())
    }

    /// What the job is about, as its payload has it. One that cannot be read is none the better tomorrow, so it is not tried again.
    pub(crate) fn about<T: DeserializeOwned>(&self, what: &str) -> Result<T, JobError> {
        serde_json::from_str(&self.lease.payload)
            .map_err(|_none| JobError::Fail(format!("the payload is no {what}")))
    }

    /// Says whether no further attempt follows a failure of this one.
    pub fn is_last(&self) -> bool {
        self.lease.attempts >= self.lease.max_attempts
    }
}

/// Why a job did not get done.
#[derive(Debug)]
pub enum JobError {
    /// It may work later; the loop decides when, by back-off.
    Retry(String),
    /// It may work after this pause, as the other side asked.
    RetryAfter(Duration, String),
    /// Trying again cannot help: the job is dead, and a person decides.
    Fail(String),
}

impl From<Error> for JobError {
    /// A failure of the desk's own ground is worth another try. Only the code is kept: job rows are read by people.
    fn from(error: Error) -> Self {
        tracing::warn!(error = %error, "a job failed");
        Self::Retry(error.code().as_str().to_owned())
    }
}
