use proofdesk_store::{Tx, params};

use crate::error::Result;
use crate::id::{BrandId, CategoryId};
use crate::time::Timestamp;

/// Every statement of a category's writes.
pub const ALL: &[&str] = &[INSERT, WITHDRAW, OFFER];

const INSERT: &str = "insert into category (id, brand_id, slug, position) values ($1, $2, $3, $4)";
const WITHDRAW: &str =
    "update category set withdrawn_at = $1 where id = $2 and withdrawn_at is null";
const OFFER: &str =
    "update category set withdrawn_at = null where id = $1 and withdrawn_at is not null";

pub async fn insert(
    tx: &Tx<'_>,
    id: CategoryId,
    brand_id: BrandId,
    slug: &str,
    position: i64,
) -> Result<()> {
    tx.exec(INSERT, params![id, brand_id, slug, position]).await?;
    Ok(())
}

/// Returns whether anything changed.
pub async fn set_offered(
    tx: &Tx<'_>,
    id: CategoryId,
    offered: bool,
    at: Timestamp,
) -> Result<bool> {
    let changed = if offered {
        tx.exec(OFFER, params![id]).await?
    } else {
        tx.exec(WITHDRAW, params![at, id]).await?
    };
    Ok(changed > 0)
}
