//! Bodies that keep coming. A sender who sends nothing for too long holds a connection and a half-written file for nothing.

use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, stream};
use proofdesk_desk::blob::BlobError;

/// The bytes of a body, which end with [`BlobError::Incomplete`] when the connection breaks and with
/// [`BlobError::Stalled`] when nothing comes for as long as `patience`.
pub fn steady(
    body: Body,
    patience: Duration,
) -> impl Stream<Item = Result<Bytes, BlobError>> + Send + 'static {
    stream::unfold(Some(body.into_data_stream()), move |state| async move {
        let mut body = state?;
        match tokio::time::timeout(patience, body.next()).await {
            Err(_elapsed) => Some((Err(BlobError::Stalled), None)),
            Ok(None) => None,
            Ok(Some(Ok(bytes))) => Some((Ok(bytes), Some(body))),
            Ok(Some(Err(_cut))) => Some((Err(BlobError::Incomplete), None)),
        }
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn silence_ends_it() {
        let begun = stream::once(async { Ok::<_, std::io::Error>(Bytes::from_static(b"ab")) });
        let body = Body::from_stream(begun.chain(stream::pending()));
        let mut steady = std::pin::pin!(steady(body, Duration::from_secs(60)));
        assert_eq!(steady.next().await.unwrap().unwrap(), "ab");
        assert!(matches!(steady.next().await, Some(Err(BlobError::Stalled))));
        assert!(steady.next().await.is_none());
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_sender_is_no_silent_one() {
        let drops = stream::iter(0..5).then(|_| async {
            // Delay because slowness is what this is about; the clock is the test's own.
            tokio::time::sleep(Duration::from_secs(50)).await;
            Ok::<_, std::io::Error>(Bytes::from_static(b"x"))
        });
        let steady = steady(Body::from_stream(drops), Duration::from_secs(60));
        assert_eq!(steady.filter(|piece| std::future::ready(piece.is_ok())).count().await, 5);
    }
}
