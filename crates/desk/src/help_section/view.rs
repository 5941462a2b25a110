//! Reading sections, which are public.

use std::collections::BTreeMap;

use proofdesk_store::{Rx, params};

use super::Section;
use crate::article::view::require_brand;
use crate::error::Result;
use crate::id::{BrandId, HelpSectionId};
use crate::permission::Permission;
use crate::viewer::Viewer;

pub(super) const LIST: &str = "select id, brand_id, slug, position, names, created_at, updated_at, version \
    from help_section where brand_id = $1 order by position, slug limit 200";
pub(super) const FIND: &str = "select id, brand_id, slug, position, names, created_at, updated_at, version \
    from help_section where brand_id = $1 and slug = $2";
pub(super) const USED: &str = "select count(*) from article where section_id = $1";
pub(super) const COUNTS: &str =
    "select section_id, count(*) from article where brand_id = $1 group by section_id";

/// A brand's sections in their order.
pub async fn list(rx: &Rx<'_>, brand_id: BrandId) -> Result<Vec<Section>> {
    Ok(rx.query(LIST, params![brand_id]).await?)
}

/// A brand's section by its slug.
pub async fn find(rx: &Rx<'_>, brand_id: BrandId, slug: &str) -> Result<Option<Section>> {
    if slug.contains('\0') {
        return Ok(None);
    }
    Ok(rx.query_opt(FIND, params![brand_id, slug]).await?)
}

/// How many articles stand in it, whoever may see them.
pub(super) async fn used(rx: &Rx<'_>, id: HelpSectionId) -> Result<i64> {
    let (n,): (i64,) = rx.query_one(USED, params![id]).await?;
    Ok(n)
}

/// How many articles stand in each section that has some, drafts and archived ones too.
///
/// # Errors
/// `no-permission` without `article.read` over the brand.
pub async fn counts(
    rx: &Rx<'_>,
    viewer: &Viewer,
    brand_id: BrandId,
) -> Result<BTreeMap<HelpSectionId, i64>> {
    require_brand(viewer, Permission::ArticleRead, brand_id)?;
    let rows: Vec<(HelpSectionId, i64)> = rx.query(COUNTS, params![brand_id]).await?;
    Ok(rows.into_iter().collect())
}
