use proofdesk_store::{Rx, params};

use crate::error::Result;
use crate::id::{BrandId, CategoryId};

/// Every statement of a category's reads.
pub const ALL: &[&str] = &[FIND, LIST];

const FIND: &str = "select id from category where brand_id = $1 and slug = $2";
const LIST: &str = "select id, slug from category where brand_id = $1 order by position";

/// A brand's category by slug.
pub async fn find(rx: &Rx<'_>, brand_id: BrandId, slug: &str) -> Result<Option<CategoryId>> {
    let row: Option<(CategoryId,)> = rx.query_opt(FIND, params![brand_id, slug]).await?;
    Ok(row.map(|(id,)| id))
}

/// A brand's categories in the order in which they are offered.
pub async fn list(rx: &Rx<'_>, brand_id: BrandId) -> Result<Vec<(CategoryId, String)>> {
    Ok(rx.query(LIST, params![brand_id]).await?)
}
