use proofdesk_store::{Tx, params};

use super::{Part, Upload};
use crate::error::Result;
use crate::id::{AttachmentId, UploadId};

/// Every statement of an upload's writes.
pub const ALL: &[&str] =
    &[INSERT, EXTEND, INSERT_PART, SET_ATTACHMENT, SET_AGE, DELETE, DELETE_PARTS];

const INSERT: &str = "insert into upload (id, brand_id, uploader_kind, uploader_id, file_name, declared_type, length, \
    received, sha256, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, $10)";
// Of two that send the same piece at once, the row lets one pass.
const EXTEND: &str = "update upload set received = received + $1 \
    where id = $2 and received = $3 and attachment_id is null";
const INSERT_PART: &str = "insert into upload_part (upload_id, start, size, blob_id, sealed_key) values ($1, $2, $3, $4, $5)";
const SET_ATTACHMENT: &str = "update upload set attachment_id = $1 where id = $2 and attachment_id is null and received = length";
const SET_AGE: &str =
    "update upload set expires_at = created_at + $1 where expires_at <> created_at + $1";
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
pub async fn extend(tx: &Tx<'_>, id: UploadId, part: &Part) -> Result<bool> {
    if tx.exec(EXTEND, params![part.size, id, part.start]).await? == 0 {
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

/// `age` in microseconds.
pub async fn set_age(tx: &Tx<'_>, age: i64) -> Result<()> {
    tx.exec(SET_AGE, params![age]).await?;
    Ok(())
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
