use proofdesk_store::{Tx, params};

use super::{Part, Upload};
use crate::error::Result;
use crate::id::{AttachmentId, UploadId};
use crate::time::Timestamp;

/// Every statement of an upload's writes.
pub const ALL: &[&str] = &[INSERT, EXTEND, INSERT_PART, SET_ATTACHMENT, DELETE, DELETE_PARTS];

const INSERT: &str = "insert into upload (id, brand_id, uploader_kind, uploader_id, file_name, declared_type, length, \
    received, sha256, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, $10)";
// Of two that send the same piece at once, the row lets one pass.
const EXTEND: &str = "update upload set received = received + $1, expires_at = $2 \
    where id = $3 and received = $4 and attachment_id is null";
const INSERT_PART: &str = "insert into upload_part (upload_id, start, size, blob_id, sealed_key) values ($1, $2, $3, $4, $5)";
const SET_ATTACHMENT: &str = "update upload set attachment_id = $1 where id = $2 and attachment_id is null and received = length";
const DELETE: &str = "delete from upload where id = $1";
const DELETE_PARTS: &str = "delete from upload_part where upload_id = $1";

pub async fn insert(tx: &Tx<'_>, u: &Upload) -> Result<()> {
    tx.exec(
        INSERT,
        params![
            u.id,
            u.brand_id,
            u.uploader_kind,
            u.uploader_id,
            u.file_name,
            u.declared_type,
            u.length,
            u.sha256,
            u.created_at,
            u.expires_at
        ],
    )
    .await?;
    Ok(())
}

/// Says whether the piece fits onto what is there.
pub async fn extend(tx: &Tx<'_>, id: UploadId, part: &Part, until: Timestamp) -> Result<bool> {
    if tx.exec(EXTEND, params![part.size, until, id, part.start]).await? == 0 {
        return Ok(false);
    }
    tx.exec(INSERT_PART, params![id, part.start, part.size, part.blob_id, part.sealed_key]).await?;
    Ok(true)
}

/// Says whether nobody had finished it before.
pub async fn set_attachment(
    tx: &Tx<'_>,
    id: UploadId,
    attachment_id: AttachmentId,
) -> Result<bool> {
    Ok(tx.exec(SET_ATTACHMENT, params![attachment_id, id]).await? > 0)
}

pub async fn delete(tx: &Tx<'_>, id: UploadId) -> Result<()> {
    delete_parts(tx, id).await?;
    tx.exec(DELETE, params![id]).await?;
    Ok(())
}

pub async fn delete_parts(tx: &Tx<'_>, id: UploadId) -> Result<()> {
    tx.exec(DELETE_PARTS, params![id]).await?;
    Ok(())
}
