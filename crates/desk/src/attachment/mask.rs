//! What the guard's newer rules find in text files that are stored already. As when a file is sent, a masked copy takes the place of
//! its bytes; those are deleted by a job that is asked for in the same transaction.

use proofdesk_store::{Rx, Tx};

use super::{Attachment, FileLeak, screen, view};
use crate::blob::{BlobError, StoredBlob};
use crate::cx::Cx;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::id::AttachmentId;
use crate::job::actions::enqueue_for;
use crate::text::each_once;

/// The kind of the job that deletes bytes which no row speaks of any more. Its payload is the id under which they rest.
pub const JOB_KIND: &str = "attachment.forget";
/// The lane of that job.
pub const JOB_LANE: &str = "inward";
/// Attempts of the job. What it does not reach is collected with all bytes that nobody has a key to.
const ATTEMPTS: u32 = 20;

/// A masked copy of a file, stored already.
#[derive(Clone, Debug)]
pub struct MaskedCopy {
    /// Under which it rests.
    pub id: AttachmentId,
    /// Under which the bytes rest that it was made of.
    pub of: AttachmentId,
    stored: StoredBlob,
    leaks: Vec<FileLeak>,
}

impl MaskedCopy {
    /// The file with the copy in the place of its bytes; `None` when they are not those any more that it was made of.
    pub(crate) fn taken_by(&self, file: &Attachment) -> Result<Option<Attachment>> {
        if file.blob_id != self.of || file.sealed_key.is_none() {
            return Ok(None);
        }
        let size = i64::try_from(self.stored.size)
            .map_err(|_range| Error::Broken { what: "a file beyond 8 EiB" })?;
        let mut leaks = file.leaks.clone();
        leaks.extend(self.leaks.iter().cloned());
        leaks.sort();
        leaks.dedup();
        Ok(Some(Attachment {
            content_type: screen::masked_type(&file.content_type).to_owned(),
            size,
            sha256: self.stored.sha256.to_vec(),
            blob_id: self.id,
            sealed_key: Some(self.stored.sealed_key.clone()),
            leaks,
            ..file.clone()
        }))
    }

    /// The kinds of what was masked, each once.
    pub(crate) fn kinds(&self) -> Vec<String> {
        each_once(self.leaks.iter().map(|leak| leak.kind.as_str()))
    }

    /// Says whether something masked is certainly a key or phrase.
    pub(crate) fn leaks_key(&self) -> bool {
        self.leaks.iter().any(|leak| leak.certain)
    }
}

/// Says whether a file of the type is read at all.
pub(crate) fn is_read(content_type: &str) -> bool {
    screen::may_be_text(content_type)
}

/// Reads a stored file once more, and stores a masked copy under `fresh` when something is found. A file whose bytes are lost or do
/// not open is passed over: there is nothing in it that anybody could read.
///
/// # Errors
/// Those of the stores. A copy that is left behind has no row, and is collected.
pub(crate) async fn copy(
    desk: &Desk,
    id: AttachmentId,
    fresh: AttachmentId,
) -> Result<Option<MaskedCopy>> {
    let found = desk.read(async move |rx: &Rx<'_>| view::by_id(rx, id).await).await?;
    match found {
        Some(file) => copy_of(desk, &file, fresh).await,
        None => Ok(None),
    }
}

/// The same of a file that was looked up.
pub(crate) async fn copy_of(
    desk: &Desk,
    file: &Attachment,
    fresh: AttachmentId,
) -> Result<Option<MaskedCopy>> {
    match read(desk, file, fresh).await {
        Err(Error::Blob(error @ (BlobError::Missing | BlobError::Tampered))) => {
            tracing::warn!(%error, file = %file.id, "a stored file cannot be read by the guard");
            Ok(None)
        }
        read => read,
    }
}

async fn read(desk: &Desk, file: &Attachment, fresh: AttachmentId) -> Result<Option<MaskedCopy>> {
    let Some(sealed_key) = &file.sealed_key else { return Ok(None) };
    if !is_read(&file.content_type) {
        return Ok(None);
    }
    let (blob, of) = (desk.blob(), file.blob_id);
    let size = u64::try_from(file.size).unwrap_or(0);
    let sha256: [u8; 32] = file
        .sha256
        .as_slice()
        .try_into()
        .map_err(|_length| Error::Broken { what: "a digest of another length" })?;
    let head = screen::head(blob, of, sealed_key, size).await?;
    let stored = StoredBlob { size, sha256, head, sealed_key: sealed_key.clone() };
    let copied = screen::masked_copy(blob, of, &stored, &file.content_type, fresh).await?;
    Ok(copied.map(|(stored, leaks)| MaskedCopy { id: fresh, of, stored, leaks }))
}

/// Has the bytes deleted that a copy took the place of.
pub(crate) async fn forget(tx: &Tx<'_>, cx: &mut Cx, blob_id: AttachmentId) -> Result<()> {
    enqueue_for(tx, cx, (JOB_KIND, JOB_LANE), blob_id, ATTEMPTS).await
}

/// Deletes bytes, unless a row speaks of them.
///
/// # Errors
/// Those of the stores.
pub async fn delete_unknown(desk: &Desk, blob_id: AttachmentId) -> Result<()> {
    let known = desk.read(async move |rx: &Rx<'_>| view::is_known(rx, blob_id).await).await?;
    if !known {
        desk.blob().delete(blob_id).await?;
    }
    Ok(())
}

/// Reads the payload of the job.
///
/// # Errors
/// `Broken` for what is no id.
pub fn blob_of(payload: &str) -> Result<AttachmentId> {
    serde_json::from_str(payload).map_err(|_not_an_id| Error::Broken { what: "bytes of no file" })
}
