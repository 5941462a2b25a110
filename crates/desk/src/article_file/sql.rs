use proofdesk_store::{Tx, params};

use super::{ArticleFile, named_in, view};
use crate::article::fill::wanted;
use crate::attachment::Scan;
use crate::error::Result;
use crate::id::{ArticleFileId, ArticleId, AttachmentId, BrandId};
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    DELETE,
    REPLACE,
    SET_SCAN,
    ADD_USE,
    CLEAR_USES,
    view::FIND,
    view::READ,
    view::AMONG,
    view::BY_BLOB,
    view::KNOWN,
    view::COUNT,
    view::UNUSED,
    view::PUBLISHED,
    view::NEWEST,
    view::RESTING,
    view::PENDING,
    view::USES,
    view::ROWS,
    view::KINDS,
];

const INSERT: &str = "insert into article_file (brand_id, id, blob_id, file_name, content_type, size, sha256, sealed_key, \
    width, height, uploader_kind, uploader_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) \
    on conflict (brand_id, id) do nothing";
const DELETE: &str = "delete from article_file where brand_id = $1 and id = $2";
const REPLACE: &str = "update article_file set blob_id = $1, file_name = $2, content_type = $3, size = $4, sha256 = $5, \
    sealed_key = $6 where blob_id = $7";
const SET_SCAN: &str =
    "update article_file set scan = $1, scan_note = $2, scanned_at = $3 where blob_id = $4";
const ADD_USE: &str =
    "insert into article_file_use (article_id, lang, number, file_id) values ($1, $2, $3, $4)";
const CLEAR_USES: &str =
    "delete from article_file_use where article_id = $1 and lang = $2 and number = $3";

/// Inserts; false when the brand has another one of the id.
pub(super) async fn insert(tx: &Tx<'_>, f: &ArticleFile) -> Result<bool> {
    let values = params![
        f.brand_id,
        f.id,
        f.blob_id,
        f.file_name,
        f.content_type,
        f.size,
        f.sha256,
        f.sealed_key,
        f.width,
        f.height,
        f.uploader_kind,
        f.uploader_id,
        f.created_at
    ];
    Ok(tx.exec(INSERT, values).await? == 1)
}

pub(super) async fn delete(tx: &Tx<'_>, brand_id: BrandId, id: ArticleFileId) -> Result<()> {
    tx.exec(DELETE, params![brand_id, id]).await?;
    Ok(())
}

/// Puts what a file is now in the place of the one whose bytes rest under an id; false when there is none.
pub(super) async fn replace(tx: &Tx<'_>, f: &ArticleFile, of: AttachmentId) -> Result<bool> {
    let values =
        params![f.blob_id, f.file_name, f.content_type, f.size, f.sha256, f.sealed_key, of];
    Ok(tx.exec(REPLACE, values).await? == 1)
}

pub(super) async fn set_scan(
    tx: &Tx<'_>,
    blob_id: AttachmentId,
    scan: Scan,
    note: Option<&str>,
    now: Timestamp,
) -> Result<()> {
    tx.exec(SET_SCAN, params![scan, note, now, blob_id]).await?;
    Ok(())
}

/// Writes down which files a new version of a text names.
pub(crate) async fn add_uses(
    tx: &Tx<'_>,
    article_id: ArticleId,
    lang: &str,
    number: i64,
    html: &str,
) -> Result<()> {
    for file_id in named_in(&wanted(html)) {
        tx.exec(ADD_USE, params![article_id, lang, number, file_id]).await?;
    }
    Ok(())
}

/// The same of a version that was masked.
pub(crate) async fn set_uses(
    tx: &Tx<'_>,
    article_id: ArticleId,
    lang: &str,
    number: i64,
    html: &str,
) -> Result<()> {
    tx.exec(CLEAR_USES, params![article_id, lang, number]).await?;
    add_uses(tx, article_id, lang, number, html).await
}
