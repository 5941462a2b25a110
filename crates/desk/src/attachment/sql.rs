use proofdesk_store::{Tx, params};

use super::{Attachment, Scan};
use crate::error::{Error, Result};
use crate::id::{AttachmentId, MessageId, TicketId};
use crate::time::Timestamp;

/// Every statement of a file's writes.
pub const ALL: &[&str] = &[INSERT, CLAIM, TAKE, DELETE_UNUSED, SET_SCAN, SET_MASKED];

const INSERT: &str = "insert into attachment \
    (id, brand_id, uploader_kind, uploader_id, file_name, content_type, size, sha256, sealed_key, created_at, leaks, \
     metadata) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
const CLAIM: &str = "update attachment set ticket_id = $1, message_id = $2 \
    where id = $3 and ticket_id is null and erased_at is null and uploader_kind = $4 and uploader_id = $5";
const TAKE: &str =
    "update attachment set ticket_id = $1, message_id = $2 where id = $3 and ticket_id is null";
const DELETE_UNUSED: &str = "delete from attachment where id = $1 and ticket_id is null";
const SET_SCAN: &str =
    "update attachment set scan = $1, scan_note = $2, scanned_at = $3 where id = $4";
// What a message has not taken yet must not be taken meanwhile: the log speaks of files from then on.
const SET_MASKED: &str = "update attachment set file_name = $1, content_type = $2, size = $3, sha256 = $4, \
    blob_id = $5, sealed_key = $6, leaks = $7 where id = $8 and (ticket_id is null) = $9 and erased_at is null";

pub async fn insert(tx: &Tx<'_>, a: &Attachment) -> Result<()> {
    let leaks = leaks(a)?;
    tx.exec(
        INSERT,
        params![
            a.id,
            a.brand_id,
            a.uploader_kind,
            a.uploader_id,
            a.file_name,
            a.content_type,
            a.size,
            a.sha256,
            a.sealed_key,
            a.created_at,
            leaks,
            a.metadata
        ],
    )
    .await?;
    Ok(())
}

pub async fn claim(
    tx: &Tx<'_>,
    id: AttachmentId,
    ticket_id: TicketId,
    message_id: MessageId,
    uploader_kind: &str,
    uploader_id: Option<uuid::Uuid>,
) -> Result<u64> {
    Ok(tx.exec(CLAIM, params![ticket_id, message_id, id, uploader_kind, uploader_id]).await?)
}

/// Gives a file to a message whoever uploaded it.
pub async fn take(
    tx: &Tx<'_>,
    id: AttachmentId,
    ticket_id: TicketId,
    message_id: MessageId,
) -> Result<()> {
    tx.exec(TAKE, params![ticket_id, message_id, id]).await?;
    Ok(())
}

/// False for one that a message took.
pub async fn delete_unused(tx: &Tx<'_>, id: AttachmentId) -> Result<bool> {
    Ok(tx.exec(DELETE_UNUSED, params![id]).await? == 1)
}

/// Writes what masking changes of a file. Returns whether it is still where `a` says, with a message or with none.
pub async fn set_masked(tx: &Tx<'_>, a: &Attachment) -> Result<bool> {
    let (leaks, is_loose) = (leaks(a)?, a.ticket_id.is_none());
    let row = params![
        a.file_name,
        a.content_type,
        a.size,
        a.sha256,
        a.blob_id,
        a.sealed_key,
        leaks,
        a.id,
        is_loose
    ];
    Ok(tx.exec(SET_MASKED, row).await? == 1)
}

/// The column `leaks`.
fn leaks(a: &Attachment) -> Result<Option<String>> {
    let json = (!a.leaks.is_empty()).then(|| serde_json::to_string(&a.leaks)).transpose();
    json.map_err(|_unreachable| Error::Broken { what: "leaks that are no JSON" })
}

pub async fn set_scan(
    tx: &Tx<'_>,
    id: AttachmentId,
    scan: Scan,
    note: Option<&str>,
    now: Timestamp,
) -> Result<()> {
    tx.exec(SET_SCAN, params![scan, note, now, id]).await?;
    Ok(())
}
