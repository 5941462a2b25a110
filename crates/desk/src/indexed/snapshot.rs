//! Snapshots of indexes, where files rest: a node that has none takes the latest one and follows the feed from its place.
//!
//! Only where other nodes see the same files: a single one keeps its index on its disk. A snapshot is sealed like a file, its
//! key lies in the row. The row is of the same past as the feed: after a restore it names what was there then, or nothing.

use std::io::{Read, Write};
use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use futures_util::{StreamExt as _, stream};
use proofdesk_search::{Followed, IndexStore, Progress, SnapshotTerms};
use proofdesk_store::{Rx, Tx, params};
use tokio::sync::mpsc;

use super::{Indexed, REBUILD, blocking};
use crate::blob::{BlobError, ByteStream};
use crate::cx::Cx;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::id::AttachmentId;
use crate::limits;
use crate::log::follower;
use crate::time::Timestamp;

/// Every statement of this file.
pub const ALL: &[&str] = &[FIND, PUT, FORGET, KNOWN];

const FIND: &str = "select blob_id, sealed_key, size, pos, request, created_at from search_snapshot \
    where noun = $1 and shape = $2";
const PUT: &str = "insert into search_snapshot (noun, shape, blob_id, sealed_key, size, pos, request, created_at) \
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (noun, shape) do update set blob_id = excluded.blob_id, \
    sealed_key = excluded.sealed_key, size = excluded.size, pos = excluded.pos, request = excluded.request, \
    created_at = excluded.created_at";
// What programs of before left; their bytes are collected with those of files that nobody knows.
const FORGET: &str =
    "delete from search_snapshot where noun = $1 and shape <> $2 and created_at < $3";
const KNOWN: &str = "select count(*) from search_snapshot where blob_id = $1";

/// Pieces between the engine's files and the store's stream.
const PIECE: usize = 256 * 1024;
const PIECES: usize = 4;

/// A snapshot as it rests.
#[derive(Debug)]
struct Kept {
    blob_id: AttachmentId,
    sealed_key: Vec<u8>,
    size: u64,
    progress: Progress,
    created_at: Timestamp,
}

async fn find<I: Followed>(rx: &Rx<'_>) -> Result<Option<Kept>> {
    type Columns = (AttachmentId, Vec<u8>, i64, i64, i64, Timestamp);
    let shape = I::shape();
    let row: Option<Columns> = rx.query_opt(FIND, params![I::PREFIX, shape]).await?;
    Ok(row.map(|(blob_id, sealed_key, size, position, request, created_at)| Kept {
        blob_id,
        sealed_key,
        size: u64::try_from(size).unwrap_or_default(),
        progress: Progress { position, building_after: None, request },
        created_at,
    }))
}

/// Says whether these bytes are a snapshot that may still be taken.
///
/// # Errors
/// Only those of the store.
pub(crate) async fn is_known(rx: &Rx<'_>, blob_id: AttachmentId) -> Result<bool> {
    let (n,): (i64,) = rx.query_one(KNOWN, params![blob_id]).await?;
    Ok(n > 0)
}

/// Puts a snapshot of the index that answers beside the files, in place of one that is older than
/// [`limits::SEARCH_SNAPSHOT_EVERY`]. Says whether it did.
///
/// # Errors
/// Those of both stores; `Broken` when the index cannot be read. Then what was there is there.
pub async fn keep<N: Indexed>(
    desk: &Desk,
    mut cx: Cx,
    store: &IndexStore<N::Index>,
) -> Result<bool> {
    let Some(index) = store.serving().filter(|index| !index.is_outdated()) else {
        return Ok(false);
    };
    let Some(progress) = index.progress().filter(|_| desk.blob().is_shared()) else {
        return Ok(false);
    };
    let before = cx.now - limits::SEARCH_SNAPSHOT_EVERY;
    let kept = desk.read(async |rx: &Rx<'_>| find::<N::Index>(rx).await).await?;
    if kept.is_some_and(|kept| kept.created_at > before || kept.progress == progress) {
        return Ok(false);
    }
    let blob_id: AttachmentId = cx.id();
    let (to, from) = mpsc::channel(PIECES);
    let writing = tokio::task::spawn_blocking(move || {
        let mut to = Sending { to, piece: BytesMut::new() };
        let written = index.write_snapshot(&mut to);
        if !matches!(written, Ok(Some(_))) {
            // What came so far is no snapshot.
            drop(to.to.blocking_send(Err(BlobError::Incomplete)));
        }
        written
    });
    let body: ByteStream = Box::pin(stream::unfold(from, async |mut from| {
        let piece: Result<Bytes, BlobError> = from.recv().await?;
        Some((piece, from))
    }));
    let stored = desk.blob().put(blob_id, body, limits::SEARCH_SNAPSHOT_BYTES).await;
    let written = writing.await.map_err(|_panicked| Error::Broken { what: N::WHAT })?;
    let (stored, progress) = match (stored, written) {
        (Ok(stored), Ok(Some(progress))) => (stored, progress),
        (Ok(_), Ok(None)) | (Err(BlobError::Incomplete), Ok(_)) => {
            desk.blob().delete(blob_id).await?;
            return Ok(false);
        }
        (Ok(_) | Err(BlobError::Incomplete), Err(error)) => {
            tracing::error!(%error, what = N::WHAT, "an index cannot be read");
            desk.blob().delete(blob_id).await?;
            return Err(Error::Broken { what: N::WHAT });
        }
        (Err(error), _) => return Err(error.into()),
    };
    let new = Kept {
        blob_id,
        sealed_key: stored.sealed_key,
        size: stored.size,
        progress,
        created_at: cx.now,
    };
    let put = desk.write(cx, async move |tx, _cx| put::<N::Index>(tx, &new, before).await).await?;
    if let Some(unused) = put {
        desk.blob().delete(unused).await?;
    }
    Ok(put != Some(blob_id))
}

/// Notes a snapshot, unless another node was faster. Gives the bytes that nobody needs any more.
async fn put<I: Followed>(
    tx: &Tx<'_>,
    new: &Kept,
    before: Timestamp,
) -> Result<Option<AttachmentId>> {
    let kept = find::<I>(tx).await?;
    if kept.as_ref().is_some_and(|kept| kept.created_at > before) {
        return Ok(Some(new.blob_id));
    }
    let (noun, shape) = (I::PREFIX, I::shape());
    let size = i64::try_from(new.size).unwrap_or(i64::MAX);
    tx.exec(
        PUT,
        params![
            noun,
            shape,
            new.blob_id,
            new.sealed_key,
            size,
            new.progress.position,
            new.progress.request,
            new.created_at
        ],
    )
    .await?;
    let old = new.created_at - limits::SEARCH_SNAPSHOT_FORGOTTEN;
    tx.exec(FORGET, params![noun, shape, old]).await?;
    Ok(kept.map(|kept| kept.blob_id))
}

/// Takes the latest snapshot in place of what is being built, where nothing answers yet. Says whether there was one that
/// would do; if not, or after an error, the index is built from the rows.
///
/// # Errors
/// Those of both stores; `Broken` when the snapshot is not whole or cannot be written.
pub(super) async fn take<N: Indexed>(
    desk: &Desk,
    store: &Arc<IndexStore<N::Index>>,
) -> Result<bool> {
    if store.serving().is_some() || !desk.blob().is_shared() {
        return Ok(false);
    }
    let read = desk.read(async |rx: &Rx<'_>| {
        let kept = find::<N::Index>(rx).await?;
        let (head, request) = (follower::head(rx).await?, follower::position(rx, REBUILD).await?);
        Ok((kept, SnapshotTerms { head, request }))
    });
    let (kept, terms) = read.await?;
    let will_do = |kept: &Kept| {
        kept.progress.position <= terms.head && kept.progress.request >= terms.request
    };
    let Some(kept) = kept.filter(will_do) else { return Ok(false) };
    let whole = 0..kept.size;
    let mut body = desk.blob().get(kept.blob_id, &kept.sealed_key, kept.size, whole).await?;
    let (to, from) = mpsc::channel(PIECES);
    let store = store.clone();
    let taking = tokio::spawn(blocking::<N, _>(move || {
        store.take_snapshot(&mut Receiving { from, piece: Bytes::new() }, terms)
    }));
    while let Some(piece) = body.next().await {
        if to.send(piece).await.is_err() {
            break;
        }
    }
    drop(to);
    taking.await.map_err(|_panicked| Error::Broken { what: N::WHAT })?
}

/// Where the engine writes; what it wrote goes on in pieces.
struct Sending {
    to: mpsc::Sender<Result<Bytes, BlobError>>,
    piece: BytesMut,
}

impl Write for Sending {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let sent = self.to.blocking_send(Ok(self.piece.split().freeze()));
        sent.map_err(|_nobody| std::io::ErrorKind::BrokenPipe.into())
    }
}

/// Where it reads.
struct Receiving {
    from: mpsc::Receiver<Result<Bytes, BlobError>>,
    piece: Bytes,
}

impl Read for Receiving {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        while self.piece.is_empty() {
            match self.from.blocking_recv() {
                Some(piece) => self.piece = piece.map_err(std::io::Error::other)?,
                None => return Ok(0),
            }
        }
        let part = self.piece.split_to(bytes.len().min(self.piece.len()));
        for (to, from) in bytes.iter_mut().zip(&part) {
            *to = *from;
        }
        Ok(part.len())
    }
}
