//! A store that goes away, does not know us, or has no such bucket: it is named, and nothing is lost.

use futures_util::StreamExt as _;
use proofdesk_desk::blob::BlobError;
use proofdesk_desk::code::Code;

use super::*;
use crate::blob::{Bucket, Fault, SetupError};

fn open(bucket: &Bucket) -> Blobs {
    Blobs::in_bucket(bucket, Keyring::generate(&[7; 64])).unwrap()
}

fn code(error: Error) -> Code {
    BlobError::from(error).code()
}

#[tokio::test]
async fn a_store_that_is_well_says_so_and_keeps_nothing_of_the_question() {
    let all = stores().await;
    for folder in &all {
        assert_eq!(folder.blobs.look().await, Ok(()));
        assert_eq!(folder.blobs.probe().await, Ok(()));
        assert_eq!(folder.files(), []);
    }
}

#[tokio::test]
async fn wrong_keys_and_a_missing_bucket_are_named() {
    let folder = in_bucket().await;
    let right = folder.server.as_ref().unwrap().bucket();
    let forged = Bucket { secret_key: "wrong".to_owned(), ..right.clone() };
    let stranger = Bucket { access_key: "AKIANOBODY".to_owned(), ..right.clone() };
    let nowhere = Bucket { name: "nowhere".to_owned(), ..right.clone() };
    for (bucket, fault) in
        [(forged, Fault::Denied), (stranger, Fault::Denied), (nowhere, Fault::NoBucket)]
    {
        let blobs = open(&bucket);
        assert_eq!(blobs.look().await, Err(fault.clone()), "{bucket:?}");
        assert_eq!(blobs.probe().await, Err(fault.clone()), "{bucket:?}");
        // This server makes a bucket of whatever name is written to; others do not.
        if fault == Fault::Denied {
            let error = blobs.put(KEY, pieces(b"lost"), LIMIT).await.unwrap_err();
            assert_eq!(code(error), Code::Unavailable, "{bucket:?}");
        }
        let shown = format!("{bucket:?} {blobs:?}");
        assert!(!shown.contains("velvet") && !shown.contains("wrong"), "{shown}");
    }
    // The precondition: the same goes well with what is right.
    assert_eq!(open(&right).probe().await, Ok(()));
}

#[tokio::test]
async fn plain_http_is_used_only_when_it_is_allowed() {
    let folder = in_bucket().await;
    let bucket = folder.server.as_ref().unwrap().bucket();
    let keyring = || Keyring::generate(&[7; 64]);
    let strict = Bucket { allow_http: false, ..bucket.clone() };
    assert!(matches!(Blobs::in_bucket(&strict, keyring()), Err(SetupError::PlainHttp)));
    for odd in ["ftp://127.0.0.1", "nonsense", ""] {
        let odd = Bucket { endpoint: odd.to_owned(), ..bucket.clone() };
        assert!(matches!(Blobs::in_bucket(&odd, keyring()), Err(SetupError::Endpoint(_))));
    }
}

type Piece = Result<Bytes, Infallible>;

/// A body that comes as it is fed.
fn feed() -> (tokio::sync::mpsc::Sender<Piece>, impl Stream<Item = Piece> + Send) {
    let (feed, body) = tokio::sync::mpsc::channel(1);
    let body = stream::unfold(body, |mut body| async move { Some((body.recv().await?, body)) });
    (feed, body)
}

/// A receiver that has given up takes nothing more.
async fn send(feed: &tokio::sync::mpsc::Sender<Piece>, bytes: &[u8]) {
    for piece in bytes.chunks(500_000) {
        drop(feed.send(Ok(Bytes::copy_from_slice(piece))).await);
    }
}

/// The server dies in the middle of an upload: the sender is told to come again, nothing half is there, and it goes well
/// once the server is back.
#[tokio::test]
async fn a_server_that_is_killed_midway_loses_nothing() {
    let mut folder = in_bucket().await;
    let kept = folder.put(KEY, b"kept").await;
    let key = Uuid::from_u128(2);
    let whole = plain(12_000_000);
    let (feed, body) = feed();
    let blobs = folder.blobs.clone();
    let upload = tokio::spawn(async move { blobs.put(key, body, LIMIT).await });
    send(&feed, &whole[..7_000_000]).await;
    // The precondition: a part is there already.
    while folder.parts() == 0 {
        tokio::task::yield_now().await;
    }
    let server = folder.server.as_mut().unwrap();
    server.kill().await;
    send(&feed, &whole[7_000_000..]).await;
    drop(feed);
    let error = upload.await.unwrap().unwrap_err();
    assert_eq!(code(error), Code::Unavailable);
    let blobs = folder.blobs.clone();
    assert!(matches!(blobs.look().await, Err(Fault::Broken(_))));
    let gone = blobs.get(KEY, &kept.wrapped_key, kept.size).await.err().unwrap();
    assert_eq!(code(gone), Code::Unavailable);

    folder.server.as_mut().unwrap().start_again().await;
    assert_eq!(folder.get(KEY, &kept, 0..4).await.unwrap(), b"kept");
    let stored = folder.put(key, &whole).await;
    assert_eq!(folder.get(key, &stored, 0..stored.size).await.unwrap(), whole);
}

/// It dies while somebody reads: what came is genuine, and the rest fails.
#[tokio::test]
async fn a_read_that_is_cut_ends_in_an_error() {
    let mut folder = in_bucket().await;
    let whole = plain(40_000_000);
    let stored = folder.put(KEY, &whole).await;
    let body = folder.blobs.get(KEY, &stored.wrapped_key, stored.size).await.unwrap();
    let mut body = std::pin::pin!(body);
    let first = body.next().await.unwrap().unwrap();
    assert_eq!(first, whole[..first.len()]);
    folder.server.as_mut().unwrap().kill().await;
    let mut read = first.len();
    let end = loop {
        match body.next().await {
            Some(Ok(bytes)) => read += bytes.len(),
            other => break other,
        }
    };
    assert!(matches!(end, Some(Err(_))), "{read} of {} bytes came", whole.len());
}
