//! A body cut into pieces, and pieces joined into a body.

use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, TryStreamExt as _, stream};
use proofdesk_desk::Desk;
use proofdesk_desk::blob::{BlobError, ByteStream};
use proofdesk_desk::upload::Part;
use tokio::sync::Mutex;

/// How a body ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// Its sender had no more to send.
    Whole,
    /// The connection broke.
    Cut,
    /// Nothing came for too long.
    Stalled,
    /// More came than was announced.
    TooLong,
}

/// A body from which pieces are taken, one after the other.
///
/// A piece ends where the body does, however that is: what came before a cut is as good as what comes before an end.
pub(super) struct Pieces(Arc<Mutex<Source>>);

struct Source {
    body: Pin<Box<dyn Stream<Item = Result<Bytes, BlobError>> + Send>>,
    /// What came and is in no piece yet.
    over: Bytes,
    /// How much may still come.
    left: u64,
    end: Option<End>,
}

impl Pieces {
    pub fn new(
        body: impl Stream<Item = Result<Bytes, BlobError>> + Send + 'static,
        left: u64,
    ) -> Self {
        let source = Source { body: Box::pin(body), over: Bytes::new(), left, end: None };
        Self(Arc::new(Mutex::new(source)))
    }

    /// The next piece, of `most` bytes unless the body ends before. The one before it must have been read to its end.
    pub fn next(&self, most: u64) -> ByteStream {
        let begin = (self.0.clone(), most);
        Box::pin(stream::unfold(begin, async |(source, most)| {
            let bytes = source.lock().await.next(most).await?;
            let rest = most.saturating_sub(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
            Some((Ok(bytes), (source, rest)))
        }))
    }

    /// How the body ended; `None` while there is more.
    pub async fn end(&self) -> Option<End> {
        let source = self.0.lock().await;
        source.end.filter(|_| source.over.is_empty())
    }
}

impl Source {
    async fn next(&mut self, most: u64) -> Option<Bytes> {
        if most == 0 {
            return None;
        }
        while self.over.is_empty() && self.end.is_none() {
            self.read().await;
        }
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        let bytes = self.over.split_to(self.over.len().min(most));
        (!bytes.is_empty()).then_some(bytes)
    }

    async fn read(&mut self) {
        match self.body.next().await {
            None => self.end = Some(End::Whole),
            Some(Err(BlobError::Stalled)) => self.end = Some(End::Stalled),
            Some(Err(_cut)) => self.end = Some(End::Cut),
            Some(Ok(mut bytes)) => {
                let left = usize::try_from(self.left).unwrap_or(usize::MAX);
                if bytes.len() > left {
                    bytes.truncate(left);
                    self.end = Some(End::TooLong);
                }
                self.left -= u64::try_from(bytes.len()).unwrap_or(self.left);
                self.over = bytes;
            }
        }
    }
}

/// Reads pieces in order as one body.
pub(super) fn joined(desk: Desk, parts: Vec<Part>) -> ByteStream {
    let bodies = stream::iter(parts).then(move |part| {
        let desk = desk.clone();
        async move {
            let size = u64::try_from(part.size).unwrap_or(0);
            desk.blob().get(part.blob_id, &part.sealed_key, size, 0..size).await
        }
    });
    Box::pin(bodies.try_flatten())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    async fn cut(
        body: Vec<Result<&'static [u8], BlobError>>,
        left: u64,
        most: u64,
    ) -> (Vec<String>, End) {
        let body = body.into_iter().map(|item| item.map(Bytes::from_static));
        let pieces = Pieces::new(stream::iter(body.collect::<Vec<_>>()), left);
        let mut all = Vec::new();
        loop {
            let piece: Vec<Bytes> = pieces.next(most).try_collect().await.unwrap();
            all.push(String::from_utf8(piece.concat()).unwrap());
            if let Some(end) = pieces.end().await {
                return (all, end);
            }
        }
    }

    #[tokio::test]
    async fn pieces_are_cut_where_they_are_full() {
        let body = || vec![Ok(b"abc".as_slice()), Ok(b"defgh"), Ok(b"i")];
        let (pieces, end) = cut(body(), 100, 4).await;
        assert_eq!((pieces.concat().as_str(), end), ("abcdefghi", End::Whole));
        assert!(pieces.iter().all(|piece| piece.len() <= 4), "{pieces:?}");
        assert_eq!(cut(body(), 9, 9).await.0.concat(), "abcdefghi");
    }

    #[tokio::test]
    async fn what_came_before_a_cut_stays() {
        let (pieces, end) = cut(vec![Ok(b"abc"), Err(BlobError::Incomplete)], 100, 4).await;
        assert_eq!((pieces.concat().as_str(), end), ("abc", End::Cut));
        let (pieces, end) = cut(vec![Ok(b"abcdef"), Err(BlobError::Stalled)], 100, 4).await;
        assert_eq!((pieces.concat().as_str(), end), ("abcdef", End::Stalled));
        let (pieces, end) = cut(vec![], 100, 4).await;
        assert_eq!((pieces.concat().as_str(), end), ("", End::Whole));
    }

    #[tokio::test]
    async fn no_more_is_taken_than_was_announced() {
        let (pieces, end) = cut(vec![Ok(b"abc"), Ok(b"def")], 5, 4).await;
        assert_eq!((pieces.concat().as_str(), end), ("abcde", End::TooLong));
    }
}
