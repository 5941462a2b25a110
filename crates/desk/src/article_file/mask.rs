//! What the guard's newer rules find in files of articles that are stored already: in their names, and in those that are text.

use proofdesk_store::{Rx, Tx, params};
use uuid::Uuid;

use super::event::ArticleFileMasked;
use super::{ArticleFile, actions, sql, view};
use crate::attachment;
use crate::attachment::mask::MaskedCopy;
use crate::cx::Cx;
use crate::desk::Desk;
use crate::error::Result;
use crate::id::AttachmentId;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::{Clean, each_once};

/// Every statement of the file.
pub const ALL: &[&str] = &[PAGE];

// By where the bytes rest: two brands may have a file of one id.
const PAGE: &str = "select blob_id, file_name, content_type from article_file where blob_id > $1 order by blob_id limit $2";

/// Where the bytes of the next files rest, with their names and types.
pub(crate) async fn page(
    rx: &Rx<'_>,
    after: Uuid,
    limit: u32,
) -> Result<Vec<(Uuid, String, String)>> {
    Ok(rx.query(PAGE, params![after, limit]).await?)
}

/// As [`attachment::mask::copy`], of the file whose bytes rest under an id.
///
/// # Errors
/// Those of the stores.
pub(crate) async fn copy(
    desk: &Desk,
    blob_id: AttachmentId,
    fresh: AttachmentId,
) -> Result<Option<MaskedCopy>> {
    let found = desk.read(async move |rx: &Rx<'_>| view::by_blob(rx, blob_id).await).await?;
    match found {
        Some(file) => attachment::mask::copy_of(desk, &file.as_attachment(), fresh).await,
        None => Ok(None),
    }
}

/// Reads a file's name once more and masks what is found, and puts the masked copy, if there is one, in the place of its bytes. Returns
/// whether there was anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask(
    tx: &Tx<'_>,
    cx: &mut Cx,
    blob_id: AttachmentId,
    copy: Option<&MaskedCopy>,
) -> Result<bool> {
    cx.viewer.require(Permission::GuardRescan)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let Some(was) = view::by_blob(tx, blob_id).await? else { return Ok(false) };
    let (mut file, mut found) = (was.clone(), Vec::new());
    if let Some(name) = Clean::again(&was.file_name)? {
        found.extend(name.kinds());
        name.as_str().clone_into(&mut file.file_name);
    }
    if let Some(copy) = copy
        && let Some(taken) = copy.taken_by(&was.as_attachment())?
    {
        found.extend(copy.kinds());
        file = ArticleFile {
            blob_id: taken.blob_id,
            content_type: taken.content_type,
            size: taken.size,
            sha256: taken.sha256,
            sealed_key: taken.sealed_key.unwrap_or_default(),
            ..file
        };
    }
    if found.is_empty() || !sql::replace(tx, &file, blob_id).await? {
        return Ok(false);
    }
    let masked = ArticleFileMasked {
        file_id: file.id,
        brand_id: file.brand_id,
        sha256: hex::encode(&file.sha256),
        size: file.size,
        label_digest: actions::label(&file),
        kinds: each_once(found.iter().map(String::as_str)),
    };
    chain.append(tx, cx, &[NewEvent::of(&masked)?]).await?;
    if file.blob_id != blob_id {
        attachment::mask::forget(tx, cx, blob_id).await?;
    }
    Ok(true)
}
