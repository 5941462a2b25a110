use proofdesk_store::{Tx, params};

use crate::error::Result;
use crate::id::{BrandId, CategoryId};

/// Every statement of a category's writes.
pub const ALL: &[&str] = &[INSERT];

const INSERT: &str = "insert into category (id, brand_id, slug, position) values ($1, $2, $3, $4)";

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
