use proofdesk_store::Tx;

use super::{Attachment, FileLeak, Metadata, Scan, scan, sql, view};
use crate::blob::StoredBlob;
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::{AttachmentId, BrandId, MessageId, TicketId};
use crate::limits;
use crate::text::Clean;
use crate::ticket::{AttachmentFact, Author};
use crate::viewer::Viewer;

/// A stored file about to get its row.
#[derive(Clone, Debug)]
pub struct NewAttachment {
    pub id: AttachmentId,
    pub brand_id: BrandId,
    pub file_name: Clean,
    pub content_type: String,
    pub stored: StoredBlob,
    /// What was masked in it.
    pub leaks: Vec<FileLeak>,
    pub metadata: Option<Metadata>,
    /// A virus scanner is asked to look at it.
    pub scan: bool,
}

/// Records an uploaded file. Its bytes rest already; without this row they are collected later.
///
/// # Errors
/// `signed-out`; `limit-reached` for somebody with too many files that no message took.
pub async fn record(tx: &Tx<'_>, cx: &mut Cx, new: &NewAttachment) -> Result<Attachment> {
    if matches!(cx.viewer, Viewer::Anonymous) {
        return Err(Error::refused(Code::SignedOut));
    }
    let (count, bytes) = view::unclaimed(tx, &cx.viewer).await?;
    let size = i64::try_from(new.stored.size)
        .map_err(|_range| Error::Broken { what: "a file beyond 8 EiB" })?;
    if count >= limits::UNCLAIMED_FILES || bytes.saturating_add(size) > limits::UNCLAIMED_BYTES {
        return Err(Error::limit_reached(limits::UNCLAIMED_FILES));
    }
    let (uploader_kind, uploader_id) = cx.viewer.author();
    let attachment = Attachment {
        id: new.id,
        brand_id: new.brand_id,
        uploader_kind: uploader_kind.to_owned(),
        uploader_id,
        ticket_id: None,
        message_id: None,
        file_name: new.file_name.as_str().to_owned(),
        content_type: new.content_type.clone(),
        size,
        sha256: new.stored.sha256.to_vec(),
        blob_id: new.id,
        sealed_key: Some(new.stored.sealed_key.clone()),
        created_at: cx.now,
        erased_at: None,
        leaks: new.leaks.clone(),
        metadata: new.metadata,
        scan: Scan::Unscanned,
        scan_note: None,
    };
    sql::insert(tx, &attachment).await?;
    if new.scan {
        scan::ask(tx, cx, attachment.id).await?;
    }
    Ok(attachment)
}

/// Gives uploaded files to a message. Only whoever uploaded a file can use it, and only once.
///
/// # Errors
/// `too-many-attachments`, `attachment-unusable`; both name `attachment_ids`.
pub async fn claim(
    tx: &Tx<'_>,
    cx: &Cx,
    ids: &[AttachmentId],
    ticket_id: TicketId,
    message_id: MessageId,
) -> Result<Vec<AttachmentFact>> {
    refuse_too_many(ids.len())?;
    let (kind, uploader) = cx.viewer.author();
    let mut facts = Vec::with_capacity(ids.len());
    for id in ids {
        if sql::claim(tx, *id, ticket_id, message_id, kind, uploader).await? == 0 {
            return Err(Error::field("attachment_ids", Code::AttachmentUnusable));
        }
        facts.push(view::fact(tx, *id).await?);
    }
    Ok(facts)
}

/// # Errors
/// `too-many-attachments` at `attachment_ids`, for more files than one message may have.
pub(crate) fn refuse_too_many(count: usize) -> Result<()> {
    let limit = limits::ATTACHMENTS_PER_MESSAGE;
    if count > limit {
        let limit = vec![("limit", limit.to_string())];
        return Err(Error::field_with("attachment_ids", Code::TooManyAttachments, limit));
    }
    Ok(())
}

/// Records the files that come with a message itself, as those of its author, and gives them to it: whoever writes has no account
/// in which they could wait.
///
/// # Errors
/// As [`record`]; `too-many-attachments`.
pub(crate) async fn receive(
    tx: &Tx<'_>,
    cx: &mut Cx,
    files: &[NewAttachment],
    ticket_id: TicketId,
    message_id: MessageId,
) -> Result<Vec<AttachmentFact>> {
    refuse_too_many(files.len())?;
    let mut facts = Vec::with_capacity(files.len());
    for new in files {
        record(tx, cx, new).await?;
        sql::take(tx, new.id, ticket_id, message_id).await?;
        facts.push(view::fact(tx, new.id).await?);
    }
    Ok(facts)
}

/// A stored file that was brought from another desk with a message.
#[derive(Clone, Debug)]
pub struct BroughtFile {
    pub id: AttachmentId,
    pub file_name: Clean,
    pub content_type: String,
    pub stored: StoredBlob,
    /// What was masked in it.
    pub leaks: Vec<FileLeak>,
    pub metadata: Option<Metadata>,
}

/// Records the files of a message that was brought from another desk, as those of its author. The next sweep has them scanned.
///
/// # Errors
/// Only those of the store.
pub(crate) async fn bring(
    tx: &Tx<'_>,
    cx: &Cx,
    files: &[BroughtFile],
    brand_id: BrandId,
    by: (Author, Option<uuid::Uuid>),
    (ticket_id, message_id): (TicketId, MessageId),
) -> Result<Vec<AttachmentFact>> {
    let (author, author_id) = by;
    let mut facts = Vec::with_capacity(files.len());
    for new in files {
        let attachment = Attachment {
            id: new.id,
            brand_id,
            uploader_kind: author.as_str().to_owned(),
            uploader_id: author_id,
            ticket_id: None,
            message_id: None,
            file_name: new.file_name.as_str().to_owned(),
            content_type: new.content_type.clone(),
            size: i64::try_from(new.stored.size)
                .map_err(|_range| Error::Broken { what: "a file beyond 8 EiB" })?,
            sha256: new.stored.sha256.to_vec(),
            blob_id: new.id,
            sealed_key: Some(new.stored.sealed_key.clone()),
            created_at: cx.now,
            erased_at: None,
            leaks: new.leaks.clone(),
            metadata: new.metadata,
            scan: Scan::Unscanned,
            scan_note: None,
        };
        sql::insert(tx, &attachment).await?;
        sql::take(tx, new.id, ticket_id, message_id).await?;
        facts.push(view::fact(tx, new.id).await?);
    }
    Ok(facts)
}

/// Writes what masking changed of a file. Returns false when a message took it meanwhile, or it is gone.
pub(crate) async fn replace(tx: &Tx<'_>, file: &Attachment) -> Result<bool> {
    sql::set_masked(tx, file).await
}

/// Deletes the rows of files that no message took, and returns under which ids their bytes rest, so that the caller can delete them
/// once this is committed. One that a message took meanwhile stays.
pub(crate) async fn forget_unused(
    tx: &Tx<'_>,
    unused: &[(AttachmentId, AttachmentId)],
) -> Result<Vec<AttachmentId>> {
    let mut blobs = Vec::with_capacity(unused.len());
    for (id, blob_id) in unused {
        if sql::delete_unused(tx, *id).await? {
            blobs.push(*blob_id);
        }
    }
    Ok(blobs)
}
