use std::time::Duration;

use proofdesk_store::Tx;

use super::{Part, Upload, sql, view};
use crate::attachment::actions::{NewAttachment, record};
use crate::attachment::{self, Attachment};
use crate::blob::StoredBlob;
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{AttachmentId, BrandId, UploadId};
use crate::text::{Clean, name};
use crate::viewer::Viewer;
use crate::{limits, sealed_input};

/// An upload about to begin.
#[derive(Clone, Debug)]
pub struct NewUpload {
    pub brand_id: BrandId,
    pub file_name: Clean,
    /// As its sender says; kept only when it is a media type.
    pub declared_type: Option<String>,
    pub length: u64,
    /// Of the whole, if it is known already.
    pub sha256: Option<Vec<u8>>,
}

/// Begins an upload.
///
/// # Errors
/// `signed-out`; `attachment-empty`, `attachment-too-large`; `limit-reached` for somebody with too many unfinished ones.
pub async fn begin(tx: &Tx<'_>, cx: &mut Cx, new: &NewUpload) -> Result<Upload> {
    if matches!(cx.viewer, Viewer::Anonymous) {
        return Err(Error::refused(Code::SignedOut));
    }
    if new.length == 0 {
        return Err(Error::refused(Code::AttachmentEmpty));
    }
    let too_large = || {
        let limit = limits::ATTACHMENT_BYTES.to_string();
        Error::refused_with(Code::AttachmentTooLarge, vec![("limit", limit)])
    };
    if new.length > limits::ATTACHMENT_BYTES {
        return Err(too_large());
    }
    if view::open(tx, &cx.viewer, cx.now).await? >= limits::UPLOADS_PER_PERSON {
        return Err(Error::limit_reached(limits::UPLOADS_PER_PERSON));
    }
    let (uploader_kind, uploader_id) = cx.viewer.author();
    let upload = Upload {
        id: cx.id(),
        brand_id: new.brand_id,
        uploader_kind: uploader_kind.to_owned(),
        uploader_id,
        file_name: new.file_name.as_str().to_owned(),
        declared_type: new.declared_type.as_deref().and_then(name::media_type),
        length: i64::try_from(new.length).map_err(|_range| too_large())?,
        received: 0,
        sha256: new.sha256.clone(),
        attachment_id: None,
        created_at: cx.now,
        expires_at: cx.now + sealed_input::view::retention(tx).await?.input(),
    };
    sql::insert(tx, &upload).await?;
    Ok(upload)
}

/// Adds a piece that rests already under `blob_id`; without its row it is collected later.
///
/// # Errors
/// `not-found`; `upload-offset` when it does not begin where the upload ends, `upload-length` when it goes beyond;
/// `limit-reached` for an upload in far too many pieces.
pub async fn extend(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: UploadId,
    start: i64,
    blob_id: AttachmentId,
    stored: &StoredBlob,
) -> Result<Upload> {
    let upload = view::find(tx, &cx.viewer, cx.now, id).await?.or_not_found()?;
    let size = i64::try_from(stored.size)
        .map_err(|_range| Error::Broken { what: "a piece beyond 8 EiB" })?;
    if start.saturating_add(size) > upload.length {
        return Err(Error::refused(Code::UploadLength));
    }
    if view::count_parts(tx, id).await? >= limits::UPLOAD_PARTS {
        return Err(Error::limit_reached(limits::UPLOAD_PARTS));
    }
    let part = Part { start, size, blob_id, sealed_key: stored.sealed_key.clone() };
    if !sql::extend(tx, id, &part).await? {
        return Err(wrong_offset(upload.received));
    }
    Ok(Upload { received: start + size, ..upload })
}

/// The refusal of a piece that does not begin where the upload ends.
pub fn wrong_offset(received: i64) -> Error {
    Error::refused_with(Code::UploadOffset, vec![("offset", received.to_string())])
}

/// Records the file that an upload became, and gives the keys of its pieces, so that the caller can delete their bytes
/// once this is committed. If somebody else had finished it before, that file is given and the new one's row is not made.
///
/// # Errors
/// `not-found`; `upload-offset` when not all of it is there.
pub async fn finish(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: UploadId,
    new: &NewAttachment,
) -> Result<(Attachment, Vec<AttachmentId>)> {
    let upload = view::find(tx, &cx.viewer, cx.now, id).await?.or_not_found()?;
    if !sql::set_attachment(tx, id, new.id).await? {
        let Some(done) = upload.attachment_id else { return Err(wrong_offset(upload.received)) };
        let file = attachment::view::by_id(tx, done).await?.or_not_found()?;
        return Ok((file, Vec::new()));
    }
    let parts = view::parts(tx, id).await?;
    sql::delete_parts(tx, id).await?;
    let file = record(tx, cx, new).await?;
    Ok((file, parts.into_iter().map(|part| part.blob_id).collect()))
}

/// Gives up an upload, and gives the keys of its pieces as [`finish`] does. The file that it may have become stays.
///
/// # Errors
/// `not-found`.
pub async fn cancel(tx: &Tx<'_>, cx: &mut Cx, id: UploadId) -> Result<Vec<AttachmentId>> {
    let upload = view::find(tx, &cx.viewer, cx.now, id).await?.or_not_found()?;
    forget(tx, upload.id).await
}

/// Forgets uploads whose time is over, and gives the keys of their pieces.
pub(crate) async fn forget_all(
    tx: &Tx<'_>,
    expired: &[(UploadId, bool)],
) -> Result<Vec<AttachmentId>> {
    let mut blobs = Vec::new();
    for (id, _) in expired {
        blobs.extend(forget(tx, *id).await?);
    }
    Ok(blobs)
}

/// Has every upload become so old and no older.
pub(crate) async fn set_age(tx: &Tx<'_>, age: Duration) -> Result<()> {
    sql::set_age(tx, i64::try_from(age.as_micros()).unwrap_or(i64::MAX)).await
}

async fn forget(tx: &Tx<'_>, id: UploadId) -> Result<Vec<AttachmentId>> {
    let parts = view::parts(tx, id).await?;
    sql::delete(tx, id).await?;
    Ok(parts.into_iter().map(|part| part.blob_id).collect())
}
