//! What is still to come of a body when its answer is ready.
//!
//! Whoever is refused at the gate is answered before anything of the body was read. The rest of a long one cannot be told from the
//! next request without reading it, so the connection ends with the answer; and the answer says so, or the client sends its next
//! request into a connection that is gone.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::Version;
use http_body::{Frame, SizeHint};

/// What comes along with a head, most likely: it is read and thrown away, and the connection goes on.
const SHORT: u64 = 4 * 1024;

/// Tells whether a body was read to its end.
#[derive(Debug)]
pub(crate) struct Unread(Arc<AtomicBool>);

impl Unread {
    /// Says whether some of it is still to come.
    pub fn is_left(&self) -> bool {
        !self.0.load(Ordering::Relaxed)
    }
}

/// Watches a body that is long, or does not say how long it is. There is nothing to watch where requests do not follow each other.
pub(crate) fn watch(version: Version, body: Body) -> (Body, Option<Unread>) {
    let is_in_line = matches!(version, Version::HTTP_10 | Version::HTTP_11);
    let is_short = body.size_hint().upper().is_some_and(|most| most <= SHORT);
    if !is_in_line || is_short || body.is_end_stream() {
        return (body, None);
    }
    let is_over = Arc::new(AtomicBool::new(false));
    (Body::new(Watched { body, is_over: is_over.clone() }), Some(Unread(is_over)))
}

struct Watched {
    body: Body,
    is_over: Arc<AtomicBool>,
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(cx));
        // Whoever knows the length does not ask for what stands behind the last byte.
        if frame.is_none() || self.body.is_end_stream() {
            self.is_over.store(true, Ordering::Relaxed);
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use futures_util::{StreamExt as _, stream};

    use super::*;

    fn long() -> Body {
        Body::from(vec![b'x'; 5000])
    }

    /// In two pieces, of unknown length.
    fn endless() -> Body {
        let pieces = ["a", "b"].map(|piece| Ok::<_, std::io::Error>(Bytes::from(piece)));
        Body::from_stream(stream::iter(pieces))
    }

    #[test]
    fn what_is_short_or_not_in_line_is_not_watched() {
        for body in [Body::empty(), Body::from("ab"), Body::from(vec![b'x'; 4096])] {
            assert!(watch(Version::HTTP_11, body).1.is_none());
        }
        for version in [Version::HTTP_10, Version::HTTP_11] {
            assert!(watch(version, long()).1.unwrap().is_left(), "{version:?}");
            assert!(watch(version, endless()).1.unwrap().is_left(), "{version:?}");
        }
        assert!(watch(Version::HTTP_2, long()).1.is_none());
    }

    #[tokio::test]
    async fn what_was_read_to_its_end_is_not_left() {
        for body in [long(), endless()] {
            let length = body.size_hint().exact();
            let (body, unread) = watch(Version::HTTP_11, body);
            assert_eq!(body.size_hint().exact(), length);
            let read = axum::body::to_bytes(body, usize::MAX).await.unwrap();
            assert!(matches!(read.len(), 2 | 5000));
            assert!(!unread.unwrap().is_left());
        }
    }

    #[tokio::test]
    async fn half_of_it_is_not_its_end() {
        let (body, unread) = watch(Version::HTTP_11, endless());
        let mut pieces = body.into_data_stream();
        assert_eq!(pieces.next().await.unwrap().unwrap(), "a");
        drop(pieces);
        assert!(unread.unwrap().is_left());
    }
}
