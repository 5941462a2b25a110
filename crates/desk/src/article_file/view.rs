//! Reading files of articles. Who gets one is in the query: readers by what is published for them, staff by what their permission
//! reaches.

use std::collections::BTreeSet;

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{ArticleFile, is_picture};
use crate::article::reader::{Reader, Sees};
use crate::article::view::reach;
use crate::error::Result;
use crate::id::{ArticleFileId, ArticleId, AttachmentId, BrandId, Id as _};
use crate::limits;
use crate::permission::Permission;
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// A statement that reads whole rows, as [`ArticleFile`] takes them.
macro_rules! whole {
    ($tail:literal) => {
        concat!(
            "select f.id, f.brand_id, f.blob_id, f.file_name, f.content_type, f.size, f.sha256, f.sealed_key, f.width, f.height, \
             f.uploader_kind, f.uploader_id, f.created_at, f.scan, f.scan_note from article_file f ",
            $tail
        )
    };
}

// Reach of staff as of articles: everything (3), their brands (2), and what their own articles name. The last condition is
// off where it is 0: of one brand.
pub(super) const FIND: &str = whole!(
    "where (cast($1 as bigint) = 3 or (cast($1 as bigint) = 2 \
     and f.brand_id in (select brand_id from staff_brand where staff_id = $2)) \
     or exists (select 1 from article_file_use u join article a on a.id = u.article_id \
         where u.file_id = f.id and a.brand_id = f.brand_id and a.owner_id = $2)) \
     and f.id = $3 and (cast($4 as bigint) = 0 or f.brand_id = $5) order by f.brand_id limit 1"
);
pub(super) const READ: &str = whole!(
    "where f.brand_id = $1 and f.id = $2 and exists (select 1 from article_file_use u \
     join article a on a.id = u.article_id \
     join article_text t on t.article_id = u.article_id and t.lang = u.lang and t.published = u.number \
     where u.file_id = f.id and a.brand_id = f.brand_id and a.audience in ($3, $4, $5) and a.min_tier <= $6 \
     and (a.countries = '' or (' ' || a.countries || ' ') like $7))"
);
pub(super) const AMONG: &str = whole!("where f.brand_id = $1 and f.id = $2");
pub(super) const BY_BLOB: &str = whole!("where f.blob_id = $1");
pub(super) const KNOWN: &str = "select count(*) from article_file where blob_id = $1";
pub(super) const COUNT: &str = "select count(*) from article_file where brand_id = $1";
pub(super) const UNUSED: &str = "select f.id, f.brand_id, f.blob_id from article_file f where f.created_at < $1 \
    and not exists (select 1 from article_file_use u join article a on a.id = u.article_id \
        where u.file_id = f.id and a.brand_id = f.brand_id) order by f.created_at limit $2";
pub(super) const PUBLISHED: &str = whole!(
    "where f.brand_id = $1 and exists (select 1 from article_file_use u join article a on a.id = u.article_id \
     join article_text t on t.article_id = u.article_id and t.lang = u.lang and t.published = u.number \
     where u.file_id = f.id and a.brand_id = f.brand_id) order by f.id"
);
pub(super) const NEWEST: &str = whole!("order by f.created_at desc limit $1");
pub(super) const RESTING: &str =
    "select blob_id, size from article_file where blob_id > $1 order by blob_id limit $2";
pub(super) const PENDING: &str = "select blob_id from article_file where scan in ('unscanned', 'failed') \
    and (scan = 'unscanned' or scanned_at < $1) order by created_at limit $2";
pub(super) const USES: &str =
    "select file_id from article_file_use where article_id = $1 and lang = $2 and number = $3";
pub(super) const ROWS: &str = whole!("order by f.brand_id, f.id");
pub(super) const KINDS: &str = "select id, content_type from article_file where brand_id = $1";

impl FromRow for ArticleFile {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            brand_id: row.next()?,
            blob_id: row.next()?,
            file_name: row.next()?,
            content_type: row.next()?,
            size: row.next()?,
            sha256: row.next()?,
            sealed_key: row.next()?,
            width: row.next()?,
            height: row.next()?,
            uploader_kind: row.next()?,
            uploader_id: row.next()?,
            created_at: row.next()?,
            scan: row.next()?,
            scan_note: row.next()?,
        })
    }
}

/// A file that staff see, of one brand where one is named.
pub async fn find(
    rx: &Rx<'_>,
    viewer: &Viewer,
    brand_id: Option<BrandId>,
    id: ArticleFileId,
) -> Result<Option<ArticleFile>> {
    let Some((reach, staff_id)) = reach(viewer, Permission::ArticleRead) else { return Ok(None) };
    let of_brand = i64::from(brand_id.is_some());
    let brand_id = brand_id.unwrap_or(BrandId::from_uuid(uuid::Uuid::nil()));
    Ok(rx.query_opt(FIND, params![reach, staff_id, id, of_brand, brand_id]).await?)
}

/// A file that a published text names which the reader may read.
pub async fn read(
    rx: &Rx<'_>,
    reader: &Reader,
    brand_id: BrandId,
    id: ArticleFileId,
) -> Result<Option<ArticleFile>> {
    let Sees { audiences: [a, b, c], tier, country } = reader.sees(brand_id);
    Ok(rx.query_opt(READ, params![brand_id, id, a, b, c, tier, country]).await?)
}

/// The files of a brand among those that a text names. Whoever asks may read the text.
pub async fn among(
    rx: &Rx<'_>,
    brand_id: BrandId,
    ids: &BTreeSet<ArticleFileId>,
) -> Result<Vec<ArticleFile>> {
    let mut files = Vec::new();
    for id in ids.iter().take(limits::ARTICLE_TEXT_FILES) {
        let file: Option<ArticleFile> = rx.query_opt(AMONG, params![brand_id, id]).await?;
        files.extend(file);
    }
    Ok(files)
}

/// The file whose bytes rest under an id, for the scanner.
pub(crate) async fn by_blob(rx: &Rx<'_>, blob_id: AttachmentId) -> Result<Option<ArticleFile>> {
    Ok(rx.query_opt(BY_BLOB, params![blob_id]).await?)
}

/// Says whether a row speaks of these bytes.
pub(crate) async fn is_known(rx: &Rx<'_>, blob_id: AttachmentId) -> Result<bool> {
    let (n,): (i64,) = rx.query_one(KNOWN, params![blob_id]).await?;
    Ok(n > 0)
}

pub(super) async fn count(rx: &Rx<'_>, brand_id: BrandId) -> Result<i64> {
    let (n,): (i64,) = rx.query_one(COUNT, params![brand_id]).await?;
    Ok(n)
}

/// Files made before a moment that no version of any text names.
pub(super) async fn unused(
    rx: &Rx<'_>,
    before: Timestamp,
    limit: u32,
) -> Result<Vec<(ArticleFileId, BrandId, AttachmentId)>> {
    Ok(rx.query(UNUSED, params![before, limit]).await?)
}

/// The files that public texts of a brand name, for who carries them away at the machine itself.
///
/// # Errors
/// `no-permission` for everybody else.
pub async fn published(
    rx: &Rx<'_>,
    viewer: &Viewer,
    brand_id: BrandId,
) -> Result<Vec<ArticleFile>> {
    viewer.require_inside()?;
    Ok(rx.query(PUBLISHED, params![brand_id]).await?)
}

/// The last files whoever's they are, for whoever looks whether they can be opened.
///
/// # Errors
/// Only those of the store.
pub async fn newest(rx: &Rx<'_>, limit: u32) -> Result<Vec<ArticleFile>> {
    Ok(rx.query(NEWEST, params![limit]).await?)
}

/// Under which ids the bytes of all files rest and how many they are, in the order of the ids, from the first or after one.
///
/// # Errors
/// Only those of the store.
pub async fn resting(
    rx: &Rx<'_>,
    after: Option<AttachmentId>,
    limit: u32,
) -> Result<Vec<(AttachmentId, i64)>> {
    let after = after.unwrap_or(AttachmentId::from_uuid(uuid::Uuid::nil()));
    Ok(rx.query(RESTING, params![after, limit]).await?)
}

/// Files that no scanner looked at, or that one could not tell anything about before a moment, the oldest first.
pub(crate) async fn pending(
    rx: &Rx<'_>,
    failed_before: Timestamp,
    limit: u32,
) -> Result<Vec<AttachmentId>> {
    let rows: Vec<(AttachmentId,)> = rx.query(PENDING, params![failed_before, limit]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The files that the rows say a version names.
pub(crate) async fn uses(
    rx: &Rx<'_>,
    article_id: ArticleId,
    lang: &str,
    number: i64,
) -> Result<BTreeSet<ArticleFileId>> {
    let rows: Vec<(ArticleFileId,)> = rx.query(USES, params![article_id, lang, number]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Every file of a brand by id, with whether it is a picture.
pub(crate) async fn kinds(rx: &Rx<'_>, brand_id: BrandId) -> Result<Vec<(ArticleFileId, bool)>> {
    let rows: Vec<(ArticleFileId, String)> = rx.query(KINDS, params![brand_id]).await?;
    Ok(rows.into_iter().map(|(id, kind)| (id, is_picture(&kind))).collect())
}
