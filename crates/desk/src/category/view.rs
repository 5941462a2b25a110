use proofdesk_store::{FromRow, Row, Rx, params};

use super::Category;
use crate::error::Result;
use crate::id::{BrandId, CategoryId};
use crate::names::{self, Names};
use crate::viewer::Viewer;

/// Every statement of a category's reads.
pub const ALL: &[&str] = &[FIND, FIND_ANY, LIST, LIST_ALL, OF_ALL_BRANDS, OWN_NAMES, SLUG];

const FIND: &str =
    "select id from category where brand_id = $1 and slug = $2 and withdrawn_at is null";
const FIND_ANY: &str = "select id from category where brand_id = $1 and slug = $2";
const LIST: &str = "select id, slug from category where brand_id = $1 and withdrawn_at is null \
    order by position, slug";
const LIST_ALL: &str = "select id, brand_id, slug, position, names, withdrawn_at, version from category \
    where brand_id = $1 order by position, slug";
const OF_ALL_BRANDS: &str = "select c.id, c.brand_id, c.slug, c.position, c.names, c.withdrawn_at, c.version \
    from category c join brand b on b.id = c.brand_id order by b.created_at, b.slug, c.position, c.slug limit 10000";
const OWN_NAMES: &str =
    "select slug, names from category where brand_id = $1 and names <> '{}' order by slug";
const SLUG: &str = "select slug from category where id = $1";

impl FromRow for Category {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            brand_id: row.next()?,
            slug: row.next()?,
            position: row.next()?,
            names: names::read(&row.next::<String>()?),
            withdrawn_at: row.next()?,
            version: row.next()?,
        })
    }
}

/// A brand's category by slug, while it is offered.
pub async fn find(rx: &Rx<'_>, brand_id: BrandId, slug: &str) -> Result<Option<CategoryId>> {
    let row: Option<(CategoryId,)> = rx.query_opt(FIND, params![brand_id, slug]).await?;
    Ok(row.map(|(id,)| id))
}

/// A brand's categories in the order in which they are offered.
pub async fn list(rx: &Rx<'_>, brand_id: BrandId) -> Result<Vec<(CategoryId, String)>> {
    Ok(rx.query(LIST, params![brand_id]).await?)
}

/// A brand's categories with their names, those that are no longer offered too.
pub async fn list_all(rx: &Rx<'_>, brand_id: BrandId) -> Result<Vec<Category>> {
    Ok(rx.query(LIST_ALL, params![brand_id]).await?)
}

/// The categories of all brands, those that are no longer offered too: tickets that staff see have them.
///
/// # Errors
/// `staff-only`.
pub async fn of_all_brands(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<Category>> {
    viewer.staff()?;
    Ok(rx.query(OF_ALL_BRANDS, &[]).await?)
}

/// The slugs of those that a brand calls by names of its own, with these.
pub async fn own_names(rx: &Rx<'_>, brand_id: BrandId) -> Result<Vec<(String, Names)>> {
    let rows: Vec<(String, String)> = rx.query(OWN_NAMES, params![brand_id]).await?;
    Ok(rows.into_iter().map(|(slug, column)| (slug, names::read(&column))).collect())
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
