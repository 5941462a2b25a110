use proofdesk_store::{FromRow, Row, Rx, params};

use super::{Part, Upload};
use crate::error::Result;
use crate::id::UploadId;
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// Every statement of an upload's reads.
pub const ALL: &[&str] = &[OWN, OPEN, PARTS, COUNT_PARTS, EXPIRED];

const OWN: &str = "select id, brand_id, uploader_kind, uploader_id, file_name, declared_type, length, received, sha256, \
    attachment_id, created_at, expires_at from upload \
    where id = $1 and uploader_kind = $2 and uploader_id = $3 and expires_at > $4";
const OPEN: &str = "select count(*) from upload \
    where uploader_id = $1 and uploader_kind = $2 and attachment_id is null and expires_at > $3";
const PARTS: &str =
    "select start, size, blob_id, sealed_key from upload_part where upload_id = $1 order by start";
const COUNT_PARTS: &str = "select count(*) from upload_part where upload_id = $1";
const EXPIRED: &str = "select id, attachment_id is null and received > 0 from upload \
    where expires_at <= $1 order by expires_at limit $2";

impl FromRow for Upload {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            brand_id: row.next()?,
            uploader_kind: row.next()?,
            uploader_id: row.next()?,
            file_name: row.next()?,
            declared_type: row.next()?,
            length: row.next()?,
            received: row.next()?,
            sha256: row.next()?,
            attachment_id: row.next()?,
            created_at: row.next()?,
            expires_at: row.next()?,
        })
    }
}

impl FromRow for Part {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            start: row.next()?,
            size: row.next()?,
            blob_id: row.next()?,
            sealed_key: row.next()?,
        })
    }
}

/// The viewer's own upload, if it is not forgotten yet. Nobody sees another's.
pub async fn find(
    rx: &Rx<'_>,
    viewer: &Viewer,
    now: Timestamp,
    id: UploadId,
) -> Result<Option<Upload>> {
    let (kind, uploader) = viewer.author();
    Ok(rx.query_opt(OWN, params![id, kind, uploader, now]).await?)
}

/// How many uploads of the viewer are not finished.
pub(crate) async fn open(rx: &Rx<'_>, viewer: &Viewer, now: Timestamp) -> Result<i64> {
    let (kind, uploader) = viewer.author();
    let (n,): (i64,) = rx.query_one(OPEN, params![uploader, kind, now]).await?;
    Ok(n)
}

/// What rests of an upload, in order and without gaps.
pub async fn parts(rx: &Rx<'_>, id: UploadId) -> Result<Vec<Part>> {
    Ok(rx.query(PARTS, params![id]).await?)
}

pub(crate) async fn count_parts(rx: &Rx<'_>, id: UploadId) -> Result<i64> {
    let (n,): (i64,) = rx.query_one(COUNT_PARTS, params![id]).await?;
    Ok(n)
}

/// Uploads whose time is over, each with whether pieces of it rest.
pub(crate) async fn expired(
    rx: &Rx<'_>,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<(UploadId, bool)>> {
    Ok(rx.query(EXPIRED, params![now, limit]).await?)
}
