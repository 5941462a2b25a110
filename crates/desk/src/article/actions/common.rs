//! What is true of an article in every language, read and compared.

use proofdesk_store::Tx;

use super::super::reader::{read_countries, read_tier, require_narrowable};
use super::super::{Article, read_slug, read_slugs, sql, view};
use super::ArticleChange;
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::{BrandId, HelpSectionId, StaffId};
use crate::{help_section, limits, staff};

/// The article as it would be.
pub(super) async fn changed(
    tx: &Tx<'_>,
    cx: &Cx,
    before: &Article,
    change: &ArticleChange,
) -> Result<Article> {
    let mut after = Article { updated_at: cx.now, ..before.clone() };
    if let Some(slug) = &change.slug {
        after.slug = read_slug("slug", slug)?;
    }
    if let Some(slug) = &change.section {
        after.section_id = section(tx, before.brand_id, slug).await?;
    }
    after.kind = change.kind.unwrap_or(after.kind);
    after.audience = change.audience.unwrap_or(after.audience);
    if let Some(typed) = change.min_tier {
        after.min_tier = read_tier(typed)?;
    }
    if let Some(countries) = &change.countries {
        after.countries = read_countries(countries)?;
    }
    require_narrowable(&after)?;
    if let Some(categories) = &change.categories {
        after.categories = read_slugs("categories", categories)?;
    }
    if let Some(related) = &change.related {
        after.related = read_slugs("related", related)?;
    }
    if let Some(typed) = change.review_days {
        after.review_days = days(typed)?;
    }
    if let Some(id) = change.owner_id {
        after.owner_id = owner(tx, id).await?;
    }
    Ok(after)
}

/// A slug leads to an article and never to another slug, so whatever is renamed to whatever makes no circle.
pub(super) async fn move_slug(tx: &Tx<'_>, cx: &Cx, before: &Article, slug: &str) -> Result<()> {
    if view::owner(tx, before.brand_id, slug).await?.is_some() {
        return Err(Error::field("slug", Code::FieldTaken));
    }
    if view::former(tx, before.brand_id, slug).await?.is_some_and(|id| id != before.id) {
        return Err(Error::field("slug", Code::FieldTaken));
    }
    let most = limits::ARTICLE_FORMER_SLUGS;
    if view::former_count(tx, before.id).await? >= most {
        return Err(Error::limit_reached_at("slug", most));
    }
    sql::free_slug(tx, before.brand_id, slug).await?;
    sql::keep_slug(tx, before.brand_id, &before.slug, before.id, cx.now).await
}

pub(super) async fn section(tx: &Tx<'_>, brand_id: BrandId, slug: &str) -> Result<HelpSectionId> {
    match help_section::view::find(tx, brand_id, slug).await? {
        Some(section) => Ok(section.id),
        None => Err(Error::field("section", Code::FieldInvalid)),
    }
}

pub(super) async fn owner(tx: &Tx<'_>, id: Option<StaffId>) -> Result<Option<StaffId>> {
    match id {
        Some(id) if staff::view::name(tx, id).await?.is_none() => {
            Err(Error::field("owner_id", Code::FieldInvalid))
        }
        id => Ok(id),
    }
}

pub(super) fn days(typed: i64) -> Result<i64> {
    match (1..=limits::ARTICLE_REVIEW_DAYS).contains(&typed) {
        true => Ok(typed),
        false => Err(Error::field("review_days", Code::FieldInvalid)),
    }
}

pub(super) fn differing(before: &Article, after: &Article) -> Vec<String> {
    let fields = [
        ("slug", before.slug != after.slug),
        ("section", before.section_id != after.section_id),
        ("kind", before.kind != after.kind),
        ("audience", before.audience != after.audience),
        ("min_tier", before.min_tier != after.min_tier),
        ("countries", before.countries != after.countries),
        ("categories", before.categories != after.categories),
        ("related", before.related != after.related),
        ("review_days", before.review_days != after.review_days),
        ("owner_id", before.owner_id != after.owner_id),
    ];
    fields.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name.to_owned()).collect()
}
