//! Reading brands, which are public.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::Brand;
use crate::error::Result;
use crate::id::BrandId;

pub(super) const LIST: &str = "select id, slug, name, locales, created_at, version from brand order by created_at, slug limit 200";
pub(super) const FIND: &str =
    "select id, slug, name, locales, created_at, version from brand where id = $1";
pub(super) const BY_SLUG: &str =
    "select id, slug, name, locales, created_at, version from brand where slug = $1";

impl FromRow for Brand {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            slug: row.next()?,
            name: row.next()?,
            locales: super::read_locales(&row.next::<String>()?),
            created_at: row.next()?,
            version: row.next()?,
        })
    }
}

/// Every brand; the first is the default one. Brands are public: their pages are.
pub async fn list(rx: &Rx<'_>) -> Result<Vec<Brand>> {
    Ok(rx.query(LIST, &[]).await?)
}

/// One brand, or `None`.
pub async fn find(rx: &Rx<'_>, id: BrandId) -> Result<Option<Brand>> {
    Ok(rx.query_opt(FIND, params![id]).await?)
}

/// The brand of a URL, or `None`.
pub async fn by_slug(rx: &Rx<'_>, slug: &str) -> Result<Option<Brand>> {
    if slug.contains('\0') {
        return Ok(None);
    }
    Ok(rx.query_opt(BY_SLUG, params![slug]).await?)
}

pub(crate) async fn ids(rx: &Rx<'_>) -> Result<Vec<BrandId>> {
    Ok(list(rx).await?.into_iter().map(|brand| brand.id).collect())
}
