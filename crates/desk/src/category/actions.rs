//! What administrators do to categories. That one is offered no longer, or again, is `form::actions::offer`.

use proofdesk_store::Tx;

use super::event::{CategoriesOrdered, CategoryCreated, CategoryRenamed};
use super::{BUILTIN, Category, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{BrandId, CategoryId};
use crate::log::{self, NewEvent, Stream};
use crate::names::{self, Names};
use crate::permission::Permission;
use crate::text::name;
use crate::{brand, limits};

/// Gives a new brand its first categories.
///
/// # Errors
/// A constraint violation when the brand has them already.
pub async fn found(tx: &Tx<'_>, cx: &mut Cx, brand_id: BrandId) -> Result<()> {
    for (position, slug) in (0..).zip(BUILTIN) {
        sql::insert_builtin(tx, cx.id(), brand_id, slug, position).await?;
    }
    Ok(())
}

/// Makes a category, which stands behind the others and asks what is asked of any until it gets questions of its own.
///
/// # Errors
/// `no-permission` without `brand.manage`; `not-found`; `field-taken` and `field-invalid` for the slug (lower-case letters, digits and
/// single hyphens); `field-required` without a name, `field-taken` for one that another category has, `asks-for-secret`, at `names`;
/// `limit-reached`.
pub async fn create(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    slug: &str,
    names: &Names,
) -> Result<CategoryId> {
    cx.viewer.require(Permission::BrandManage)?;
    let slug = name::slug("slug", slug, limits::SLUG_CHARS)?;
    let names = clean(&slug, names)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    brand::view::find(tx, brand_id).await?.or_not_found()?;
    let all = view::list_all(tx, brand_id).await?;
    if all.len() >= limits::CATEGORIES {
        return Err(Error::limit_reached(limits::CATEGORIES));
    }
    names::refuse_taken(&names, all.iter().map(|one| &one.names))?;
    let last = all.iter().map(|one| one.position).max();
    let category = Category {
        id: cx.id(),
        brand_id,
        slug,
        position: last.map_or(0, |last| last.saturating_add(1)),
        names,
        withdrawn_at: None,
        version: 1,
    };
    let column = names::write(&category.names)?;
    if !sql::insert(tx, &category, &column).await? {
        return Err(Error::field("slug", Code::FieldTaken));
    }
    let Category { id: category_id, slug, position, .. } = category;
    let names = names::digest(&column);
    let created = CategoryCreated { category_id, brand_id, slug, position, names };
    chain.append(tx, cx, &[NewEvent::of(&created)?]).await?;
    Ok(category_id)
}

/// Gives a category other names, and returns its new version. `version` is the one that the viewer saw. A built-in one without any is
/// called as the program calls it.
///
/// # Errors
/// `no-permission`; `not-found`; `version-conflict`; for the names as [`create`].
pub async fn rename(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    slug: &str,
    version: i64,
    names: &Names,
) -> Result<i64> {
    cx.viewer.require(Permission::BrandManage)?;
    let names = clean(slug, names)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let all = view::list_all(tx, brand_id).await?;
    let known = all.iter().find(|one| one.slug == slug).or_not_found()?;
    let others = all.iter().filter(|one| one.id != known.id);
    names::refuse_taken(&names, others.map(|one| &one.names))?;
    let column = names::write(&names)?;
    if !sql::set_names(tx, known.id, version, &column).await? {
        return Err(Error::refused(Code::VersionConflict));
    }
    let renamed = CategoryRenamed { category_id: known.id, names: names::digest(&column) };
    chain.append(tx, cx, &[NewEvent::of(&renamed)?]).await?;
    Ok(version + 1)
}

/// Puts a brand's categories into an order. Those that are not named, such as one that somebody made meanwhile, come behind as they
/// stood. Returns whether anything moved.
///
/// # Errors
/// `no-permission` without `brand.manage`; `not-found`; `field-invalid` at `slugs` for one that there is not, and one that is named
/// twice.
pub async fn order(tx: &Tx<'_>, cx: &mut Cx, brand_id: BrandId, slugs: &[String]) -> Result<bool> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    brand::view::find(tx, brand_id).await?.or_not_found()?;
    let all = view::list_all(tx, brand_id).await?;
    let ordered = names::ordered(all, slugs, "slugs", |one, slug| one.slug == *slug)?;
    let mut has_moved = false;
    for (position, category) in (0_i64..).zip(&ordered) {
        if position != category.position {
            sql::set_position(tx, category.id, position).await?;
            has_moved = true;
        }
    }
    if has_moved {
        let category_ids = ordered.iter().map(|one| one.id).collect();
        let event = CategoriesOrdered { brand_id, category_ids };
        chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    }
    Ok(has_moved)
}

/// Offers a category or withdraws it. Permission and event are the caller's matter. Returns whether anything changed.
///
/// # Errors
/// `category-last` for the only one that a brand offers: nobody could write to it any more.
pub(crate) async fn set_offered(
    tx: &Tx<'_>,
    cx: &Cx,
    brand_id: BrandId,
    id: CategoryId,
    offered: bool,
) -> Result<bool> {
    if !offered {
        let all = view::list(tx, brand_id).await?;
        if all.iter().all(|(other, _)| *other == id) && !all.is_empty() {
            return Err(Error::refused(Code::CategoryLast));
        }
    }
    sql::set_offered(tx, id, offered, cx.now).await
}

/// The names as they may rest: a category of the brand's own has one at least.
fn clean(slug: &str, names: &Names) -> Result<Names> {
    match names.is_empty() && !super::is_builtin(slug) {
        true => Err(Error::field("names", Code::FieldRequired)),
        false => names::clean(names),
    }
}
