use proofdesk_store::Tx;

use super::{canonical, sql, view};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::TagId;
use crate::text::Clean;

/// The tag of this name, made when it is new.
///
/// # Errors
/// Only those of the store.
pub async fn ensure(tx: &Tx<'_>, cx: &mut Cx, name: &Clean) -> Result<TagId> {
    let name = canonical(name.as_str());
    if let Some(id) = view::find(tx, &name).await? {
        return Ok(id);
    }
    sql::insert(tx, cx.id(), &name, cx.now).await?;
    // Two may make the same tag at once; the name decides which one stays.
    view::find(tx, &name).await?.ok_or(Error::Broken { what: "a tag that vanished" })
}
