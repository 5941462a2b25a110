//! Masking one row of a walk, whatever it needs to be read.

use proofdesk_store::Tx;
use uuid::Uuid;

use super::{Stage, actions};
use crate::cx::Cx;
use crate::desk::Desk;
use crate::error::Result;
use crate::id::{AttachmentId, Id as _, RescanId};
use crate::{article_file, attachment};

/// Masks what the guard finds in one row. The text of a file is read, and its masked copy stored, before the transaction. Returns whether
/// there was anything to mask.
///
/// `fresh` makes a context for each transaction, with ids of its own.
///
/// # Errors
/// `no-permission`; those of the stores.
pub async fn mask(
    desk: &Desk,
    fresh: &mut (dyn FnMut() -> Cx + Send),
    walk: (RescanId, Stage),
    id: Uuid,
) -> Result<bool> {
    let (_, stage) = walk;
    let copy = match stage {
        Stage::Files => {
            let copy_id = fresh().id();
            let copy = attachment::mask::copy(desk, AttachmentId::from_uuid(id), copy_id).await?;
            if copy.is_none() {
                return Ok(false);
            }
            copy
        }
        // Its name is read in the transaction, whether there is a copy or not.
        Stage::ArticleFiles => {
            let copy_id = fresh().id();
            article_file::mask::copy(desk, AttachmentId::from_uuid(id), copy_id).await?
        }
        _ => None,
    };
    let copy_id = copy.as_ref().map(|copy| copy.id);
    let keyring = desk.keyring().clone();
    let verb = async move |tx: &Tx<'_>, cx: &mut Cx| {
        actions::mask(tx, cx, &keyring, walk, (id, copy.as_ref())).await
    };
    let is_masked = desk.write(fresh(), verb).await?;
    if let Some(copy_id) = copy_id.filter(|_| !is_masked) {
        attachment::mask::delete_unknown(desk, copy_id).await?;
    }
    Ok(is_masked)
}
