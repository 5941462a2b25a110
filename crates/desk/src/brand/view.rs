//! Reading brands, which are public.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{Accent, Brand};
use crate::error::{Error, Result};
use crate::id::BrandId;
use crate::viewer::Viewer;

pub(super) const LIST: &str = "select id, slug, name, locales, hue, chroma, created_at, version from brand order by created_at, slug limit 200";
pub(super) const FIND: &str =
    "select id, slug, name, locales, hue, chroma, created_at, version from brand where id = $1";
pub(super) const BY_SLUG: &str =
    "select id, slug, name, locales, hue, chroma, created_at, version from brand where slug = $1";

impl FromRow for Brand {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            slug: row.next()?,
            name: row.next()?,
            locales: super::read_locales(&row.next::<String>()?),
            accent: Accent::stored(row.next()?, row.next()?),
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

/// The brand whose own address was asked, by its slug; `None` at every other address, and where no brand has the slug.
pub async fn of_address(rx: &Rx<'_>, slug: Option<&str>) -> Result<Option<Brand>> {
    match slug {
        Some(slug) => by_slug(rx, slug).await,
        None => Ok(None),
    }
}

/// The same, and the default one at every other address.
///
/// # Errors
/// Only `Broken`, for a desk without a brand, which none is.
pub async fn at_address(rx: &Rx<'_>, slug: Option<&str>) -> Result<Brand> {
    if let Some(brand) = of_address(rx, slug).await? {
        return Ok(brand);
    }
    let first = list(rx).await?.into_iter().next();
    first.ok_or(Error::Broken { what: "a desk without a brand" })
}

/// Says whether somebody may be known at the address of a brand, by its slug: a brand's own address knows the customers of no
/// other brand. Elsewhere (`None`, or a slug that no brand has) everybody is known, and so are staff everywhere.
pub async fn knows(rx: &Rx<'_>, slug: Option<&str>, viewer: &Viewer) -> Result<bool> {
    let (Viewer::Customer(me), Some(slug)) = (viewer, slug) else { return Ok(true) };
    Ok(by_slug(rx, slug).await?.is_none_or(|brand| brand.id == me.brand_id))
}

pub(crate) async fn ids(rx: &Rx<'_>) -> Result<Vec<BrandId>> {
    Ok(list(rx).await?.into_iter().map(|brand| brand.id).collect())
}
