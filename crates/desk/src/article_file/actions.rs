//! What becomes of files of articles.

use proofdesk_store::Tx;

use super::event::{ArticleFileAdded, ArticleFileForgotten, ArticleFileInfected};
use super::{ArticleFile, is_taken, sql, view};
use crate::article::view::require_brand;
use crate::attachment::{Scan, scan};
use crate::blob::StoredBlob;
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::{ArticleFileId, AttachmentId, BrandId, Id as _};
use crate::limits;
use crate::log::{self, NewEvent, Stream, hash};
use crate::permission::Permission;
use crate::text::Clean;

/// A stored file about to get its row.
#[derive(Clone, Debug)]
pub struct NewFile {
    pub id: ArticleFileId,
    pub brand_id: BrandId,
    /// Under which its bytes rest.
    pub blob_id: AttachmentId,
    pub file_name: Clean,
    pub content_type: String,
    pub stored: StoredBlob,
    /// Of a picture: width and height in pixels.
    pub pixels: Option<(u32, u32)>,
    /// A virus scanner is asked to look at it.
    pub scan: bool,
}

/// Adds a file to those that a brand's articles can name. Its bytes rest already; without this row they are collected later.
///
/// # Errors
/// `no-permission` without `article.write` over the brand; `article-file-type`; `limit-reached`; `version-conflict` where the
/// brand has a file of the id.
pub async fn add(tx: &Tx<'_>, cx: &mut Cx, new: &NewFile) -> Result<ArticleFile> {
    require_brand(&cx.viewer, Permission::ArticleWrite, new.brand_id)?;
    if !is_taken(&new.content_type) {
        return Err(Error::refused(Code::ArticleFileType));
    }
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let most = limits::ARTICLE_FILES;
    if view::count(tx, new.brand_id).await? >= most {
        return Err(Error::limit_reached(most));
    }
    let size = i64::try_from(new.stored.size)
        .map_err(|_range| Error::Broken { what: "a file beyond 8 EiB" })?;
    let (uploader_kind, uploader_id) = cx.viewer.author();
    let file = ArticleFile {
        id: new.id,
        brand_id: new.brand_id,
        blob_id: new.blob_id,
        file_name: new.file_name.as_str().to_owned(),
        content_type: new.content_type.clone(),
        size,
        sha256: new.stored.sha256.to_vec(),
        sealed_key: new.stored.sealed_key.clone(),
        width: new.pixels.map(|(width, _)| i64::from(width)),
        height: new.pixels.map(|(_, height)| i64::from(height)),
        uploader_kind: uploader_kind.to_owned(),
        uploader_id,
        created_at: cx.now,
        scan: Scan::Unscanned,
        scan_note: None,
    };
    if !sql::insert(tx, &file).await? {
        return Err(Error::refused(Code::VersionConflict));
    }
    let added = ArticleFileAdded {
        file_id: file.id,
        brand_id: file.brand_id,
        sha256: hex::encode(&file.sha256),
        size,
        label_digest: label(&file),
    };
    chain.append(tx, cx, &[NewEvent::of(&added)?]).await?;
    if new.scan {
        scan::ask(tx, cx, file.blob_id).await?;
    }
    Ok(file)
}

/// The digest of name and type.
pub(super) fn label(file: &ArticleFile) -> String {
    hex::encode(hash::file_label_digest(file.id.uuid(), &file.file_name, &file.content_type))
}

/// Deletes the rows of files that no version of any text names, at most `limit`, and returns under which ids their bytes rest,
/// so that the caller can delete them once this is committed. What one version named once stays: versions can be restored.
///
/// # Errors
/// Only those of the store.
pub async fn forget_unused(tx: &Tx<'_>, cx: &mut Cx, limit: u32) -> Result<Vec<AttachmentId>> {
    let unused = view::unused(tx, cx.now - limits::UNUSED_ARTICLE_FILE_AGE, limit).await?;
    if unused.is_empty() {
        return Ok(Vec::new());
    }
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let (mut events, mut blobs) = (Vec::new(), Vec::new());
    for (file_id, brand_id, blob_id) in unused {
        sql::delete(tx, brand_id, file_id).await?;
        events.push(NewEvent::of(&ArticleFileForgotten { file_id, brand_id })?);
        blobs.push(blob_id);
    }
    chain.append(tx, cx, &events).await?;
    Ok(blobs)
}

/// Writes down what came of a scan of the file whose bytes rest under an id, if there is one.
pub(crate) async fn scanned(
    tx: &Tx<'_>,
    cx: &mut Cx,
    blob_id: AttachmentId,
    (scan, note): (Scan, Option<String>),
) -> Result<()> {
    let Some(file) = view::by_blob(tx, blob_id).await? else { return Ok(()) };
    // Found is found.
    if file.scan == Scan::Infected {
        return Ok(());
    }
    sql::set_scan(tx, blob_id, scan, note.as_deref(), cx.now).await?;
    if scan == Scan::Infected {
        let infected = ArticleFileInfected {
            file_id: file.id,
            brand_id: file.brand_id,
            sha256: hex::encode(&file.sha256),
            signature: note.unwrap_or_default(),
        };
        let chain = log::lock(tx, &Stream::Organisation).await?;
        chain.append(tx, cx, &[NewEvent::of(&infected)?]).await?;
    }
    Ok(())
}
