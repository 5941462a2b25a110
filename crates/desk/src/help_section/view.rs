//! Reading sections, which are public.

use proofdesk_store::{Rx, params};

use super::Section;
use crate::error::Result;
use crate::id::{BrandId, HelpSectionId};

pub(super) const LIST: &str = "select id, brand_id, slug, position, names, created_at, updated_at, version \
    from help_section where brand_id = $1 order by position, slug limit 200";
pub(super) const FIND: &str = "select id, brand_id, slug, position, names, created_at, updated_at, version \
    from help_section where brand_id = $1 and slug = $2";
pub(super) const USED: &str = "select count(*) from article where section_id = $1";

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
