//! Reading the glossary, which is public.

use proofdesk_store::{Rx, params};

use super::Term;
use crate::error::Result;
use crate::id::BrandId;

pub(super) const LIST: &str = "select id, brand_id, slug, see, texts, created_at, updated_at, version \
    from glossary_term where brand_id = $1 order by slug limit 1000";
pub(super) const FIND: &str = "select id, brand_id, slug, see, texts, created_at, updated_at, version \
    from glossary_term where brand_id = $1 and slug = $2";
pub(super) const STAMP: &str =
    "select count(*), coalesce(max(updated_at), 0) from glossary_term where brand_id = $1";
pub(super) const COUNT: &str = "select count(*) from glossary_term where brand_id = $1";

/// A brand's terms by slug.
pub async fn list(rx: &Rx<'_>, brand_id: BrandId) -> Result<Vec<Term>> {
    Ok(rx.query(LIST, params![brand_id]).await?)
}

/// By which two readings of a brand's glossary are known to be the same: how many terms, and when one changed last.
pub type Stamp = (i64, i64);

/// The stamp of a brand's glossary.
pub async fn stamp(rx: &Rx<'_>, brand_id: BrandId) -> Result<Stamp> {
    Ok(rx.query_one(STAMP, params![brand_id]).await?)
}

/// A brand's term by its slug.
pub async fn find(rx: &Rx<'_>, brand_id: BrandId, slug: &str) -> Result<Option<Term>> {
    if slug.contains('\0') {
        return Ok(None);
    }
    Ok(rx.query_opt(FIND, params![brand_id, slug]).await?)
}

pub(super) async fn count(rx: &Rx<'_>, brand_id: BrandId) -> Result<i64> {
    let (n,): (i64,) = rx.query_one(COUNT, params![brand_id]).await?;
    Ok(n)
}
