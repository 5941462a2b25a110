//! How a body arrives: whoever sends one must go on sending, and what comes too slowly is the sender's affair, not ours.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::body::{BodyDataStream, Bytes};
use axum::http::{HeaderValue, header};
use futures_util::StreamExt as _;
use proofdesk_desk::code::Code;

use crate::problem::{Problem, Result};

/// Kept with a request from its gate on.
#[derive(Debug)]
pub(crate) struct Arrival {
    /// How long the sender may send nothing.
    patience: Duration,
    under_way: AtomicBool,
}

impl Arrival {
    pub(crate) fn new(patience: Duration) -> Self {
        Self { patience, under_way: AtomicBool::new(false) }
    }

    /// Says whether somebody waits for the rest of the body.
    pub(crate) fn is_under_way(&self) -> bool {
        self.under_way.load(Ordering::Relaxed)
    }

    /// The next bytes, `None` after the last.
    ///
    /// # Errors
    /// `body-too-slow`; the inner one when the connection broke.
    pub(crate) async fn next(
        &self,
        chunks: &mut BodyDataStream,
    ) -> Result<Option<std::result::Result<Bytes, axum::Error>>> {
        self.under_way.store(true, Ordering::Relaxed);
        let chunk = tokio::time::timeout(self.patience, chunks.next()).await;
        let chunk = chunk.map_err(|_elapsed| too_slow())?;
        self.under_way.store(chunk.is_some(), Ordering::Relaxed);
        Ok(chunk)
    }
}

/// The answer to a body that did not come in time. What would still come of it is not read as the next request.
pub(crate) fn too_slow() -> Problem {
    Problem::new(Code::BodyTooSlow)
        .with_header(header::CONNECTION, HeaderValue::from_static("close"))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use axum::body::Body;
    use futures_util::stream;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn silence_is_told_and_slowness_borne() {
        let arrival = Arrival::new(Duration::from_secs(15));
        let drops = stream::iter(0..4).then(|_| async {
            // Delay because slowness is what this is about; the clock is the test's own.
            tokio::time::sleep(Duration::from_secs(14)).await;
            Ok::<_, std::io::Error>(Bytes::from_static(b"x"))
        });
        let body = Body::from_stream(drops.chain(stream::pending()));
        let mut chunks = body.into_data_stream();
        for _ in 0..4 {
            assert!(arrival.next(&mut chunks).await.unwrap().unwrap().is_ok());
            assert!(arrival.is_under_way());
        }
        assert_eq!(arrival.next(&mut chunks).await.unwrap_err().code(), Code::BodyTooSlow);
        assert!(arrival.is_under_way());
    }

    #[tokio::test]
    async fn a_whole_body_is_no_longer_under_way() {
        let arrival = Arrival::new(Duration::from_secs(15));
        let mut chunks = Body::from("ab").into_data_stream();
        assert!(!arrival.is_under_way());
        while arrival.next(&mut chunks).await.unwrap().is_some() {}
        assert!(!arrival.is_under_way());
    }
}
