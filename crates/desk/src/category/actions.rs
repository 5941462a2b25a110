use proofdesk_store::Tx;

use super::{BUILTIN, sql};
use crate::cx::Cx;
use crate::error::Result;
use crate::id::{BrandId, CategoryId};

/// Gives a new brand its first categories.
///
/// # Errors
/// A constraint violation when the brand has them already.
pub async fn found(tx: &Tx<'_>, cx: &mut Cx, brand_id: BrandId) -> Result<()> {
    for (position, slug) in (0..).zip(BUILTIN) {
        sql::insert(tx, cx.id(), brand_id, slug, position).await?;
    }
    Ok(())
}

/// Offers a category or withdraws it. Permission and event are the caller's matter. Returns whether anything changed.
pub(crate) async fn set_offered(
    tx: &Tx<'_>,
    cx: &Cx,
    id: CategoryId,
    offered: bool,
) -> Result<bool> {
    sql::set_offered(tx, id, offered, cx.now).await
}
