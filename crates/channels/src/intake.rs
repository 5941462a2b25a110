//! From bytes that rest to a file with everything known of it: its type, its text without secrets, its picture without
//! metadata. One way in for the API, the pages' forms and uploads in pieces.

use bytes::{Bytes, BytesMut};
use futures_util::{StreamExt as _, stream};
use proofdesk_desk::attachment::actions::NewAttachment;
use proofdesk_desk::attachment::screen::{Screened, screen};
use proofdesk_desk::attachment::{FileLeak, Metadata, Scanning};
use proofdesk_desk::blob::{Blob, StoredBlob};
use proofdesk_desk::id::{AttachmentId, BrandId};
use proofdesk_desk::text::Clean;
use proofdesk_desk::{Result, limits};
use tokio::sync::Semaphore;

use crate::picture::{self, Found};
use crate::sniff::sniff;

/// A picture is held in memory while it is read, so only so many are at once.
static READING: Semaphore = Semaphore::const_new(limits::PICTURES_AT_ONCE);

/// A file as it will be kept.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The key under which it rests: the one that it came under, or the fresh one if its bytes had to change.
    pub id: AttachmentId,
    pub stored: StoredBlob,
    pub content_type: String,
    /// Sender or name speak of something else than the bytes.
    pub lies: bool,
    /// Secrets that were masked.
    pub leaks: Vec<FileLeak>,
    /// What became of its metadata; `None` for what holds none.
    pub metadata: Option<Metadata>,
}

impl Taken {
    /// For its row, at a desk that has a virus scanner or none.
    pub fn row(self, brand_id: BrandId, file_name: Clean, scanning: Scanning) -> NewAttachment {
        let Self { id, stored, content_type, lies: _, leaks, metadata } = self;
        let scan = scanning != Scanning::Off;
        NewAttachment { id, brand_id, file_name, content_type, stored, leaks, metadata, scan }
    }
}

/// Looks at a stored file and replaces it, if something in it has to go, by a copy under `fresh`.
///
/// # Errors
/// Those of the file store; an object may be left behind then, without a row, and is collected.
pub async fn take(
    blob: &dyn Blob,
    id: AttachmentId,
    stored: StoredBlob,
    declared: Option<&str>,
    name: &str,
    fresh: AttachmentId,
) -> Result<Taken> {
    let found = sniff(&stored.head, declared, name);
    let content_type = essence(found.content_type);
    let Screened { id, stored, leaks } = screen(blob, id, stored, content_type, fresh).await?;
    // A masked copy is UTF-8, whatever it was before.
    let content_type = match leaks.is_empty() {
        true => content_type,
        false => essence(sniff(&stored.head, declared, name).content_type),
    };
    let mut taken = Taken {
        id,
        stored,
        content_type: content_type.to_owned(),
        lies: found.lies,
        leaks,
        metadata: None,
    };
    if picture::may_hold_metadata(content_type) {
        strip(blob, &mut taken, fresh).await?;
    }
    Ok(taken)
}

fn essence(content_type: &'static str) -> &'static str {
    content_type.split(';').next().unwrap_or(content_type)
}

/// Width and height of a picture that was taken, as far as its beginning tells.
///
/// # Errors
/// Those of the file store.
pub async fn pixels(blob: &dyn Blob, taken: &Taken) -> Result<Option<(u32, u32)>> {
    if !taken.content_type.starts_with("image/") {
        return Ok(None);
    }
    let head = part(blob, taken, taken.stored.size.min(limits::PICTURE_HEAD_BYTES)).await?;
    Ok(picture::pixels(&taken.content_type, &head))
}

async fn strip(blob: &dyn Blob, taken: &mut Taken, fresh: AttachmentId) -> Result<()> {
    if taken.stored.size > limits::PICTURE_BYTES {
        taken.metadata = Some(Metadata::Kept);
        return Ok(());
    }
    // It is never closed, so the error of a closed one cannot come.
    let _turn = READING.acquire().await;
    let whole = part(blob, taken, taken.stored.size).await?;
    match picture::without_metadata(&taken.content_type, &whole) {
        Found::Nothing => {}
        Found::Unreadable => taken.metadata = Some(Metadata::Kept),
        Found::Removed(pieces) => {
            let limit = taken.stored.size.saturating_add(1024);
            let body = stream::iter(pieces.into_iter().map(Ok));
            let copy = blob.put(fresh, Box::pin(body), limit).await?;
            blob.delete(taken.id).await?;
            (taken.id, taken.stored) = (fresh, copy);
            taken.metadata = Some(Metadata::Removed);
        }
    }
    Ok(())
}

/// The first bytes of a file.
async fn part(blob: &dyn Blob, taken: &Taken, until: u64) -> Result<Bytes> {
    let size = taken.stored.size;
    let mut body = blob.get(taken.id, &taken.stored.sealed_key, size, 0..until).await?;
    let mut bytes = BytesMut::with_capacity(usize::try_from(until).unwrap_or(0));
    while let Some(chunk) = body.next().await {
        bytes.extend_from_slice(&chunk?);
    }
    Ok(bytes.freeze())
}
