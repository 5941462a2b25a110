use proofdesk_store::{Rx, params};

use crate::error::Result;
use crate::id::{BrandId, CategoryId};
use crate::time::Timestamp;

/// Every statement of a category's reads.
pub const ALL: &[&str] = &[FIND, FIND_ANY, LIST, LIST_ALL, SLUG];

const FIND: &str =
    "select id from category where brand_id = $1 and slug = $2 and withdrawn_at is null";
const FIND_ANY: &str = "select id from category where brand_id = $1 and slug = $2";
const LIST: &str = "select id, slug from category where brand_id = $1 and withdrawn_at is null \
    order by position";
const LIST_ALL: &str = "select id, slug, withdrawn_at from category where brand_id = $1 \
    order by position";
const SLUG: &str = "select slug from category where id = $1";

/// A brand's category by slug, while it is offered.
pub async fn find(rx: &Rx<'_>, brand_id: BrandId, slug: &str) -> Result<Option<CategoryId>> {
    let row: Option<(CategoryId,)> = rx.query_opt(FIND, params![brand_id, slug]).await?;
    Ok(row.map(|(id,)| id))
}

/// A brand's categories in the order in which they are offered.
pub async fn list(rx: &Rx<'_>, brand_id: BrandId) -> Result<Vec<(CategoryId, String)>> {
    Ok(rx.query(LIST, params![brand_id]).await?)
}

/// A brand's categories, those that are no longer offered too, with whether they are.
pub async fn list_all(rx: &Rx<'_>, brand_id: BrandId) -> Result<Vec<(CategoryId, String, bool)>> {
    let rows: Vec<(CategoryId, String, Option<Timestamp>)> =
        rx.query(LIST_ALL, params![brand_id]).await?;
    Ok(rows.into_iter().map(|(id, slug, at)| (id, slug, at.is_none())).collect())
}

/// A brand's category by slug, offered or not.
pub async fn find_any(rx: &Rx<'_>, brand_id: BrandId, slug: &str) -> Result<Option<CategoryId>> {
    let row: Option<(CategoryId,)> = rx.query_opt(FIND_ANY, params![brand_id, slug]).await?;
    Ok(row.map(|(id,)| id))
}

/// The slug of a category, offered or not.
pub async fn slug(rx: &Rx<'_>, id: CategoryId) -> Result<Option<String>> {
    let row: Option<(String,)> = rx.query_opt(SLUG, params![id]).await?;
    Ok(row.map(|(slug,)| slug))
}
