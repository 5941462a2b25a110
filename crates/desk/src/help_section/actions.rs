//! What people do to sections.

use proofdesk_store::Tx;

use super::event::{HelpSectionDeleted, HelpSectionSet};
use super::{Names, Section, sql, view};
use crate::article::read_slug;
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{BrandId, HelpSectionId};
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::names;
use crate::permission::Permission;

/// What the section of a slug has to be for a change to be made from it.
#[derive(Clone, Copy)]
enum Precondition {
    /// Whatever it is by now.
    None,
    /// What was seen of it; `None` for one that was not there.
    Version(Option<i64>),
}

/// Makes or changes the section of a slug, whoever changed it meanwhile: for a folder, which says what all of them are to be.
/// Returns its id and whether anything changed.
///
/// # Errors
/// `no-permission` without `article.publish` over the brand; `field-invalid` for the slug; `field-required` without a name;
/// `asks-for-secret` for one that does;
/// `limit-reached`.
pub async fn set(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    slug: &str,
    position: i64,
    names: &Names,
) -> Result<(HelpSectionId, bool)> {
    let to = (position, names);
    let (section, changed) = write(tx, cx, (brand_id, slug), Precondition::None, to).await?;
    Ok((section.id, changed))
}

/// Makes or changes the section of a slug from the version that the viewer saw, `None` for one that was not there. Returns its
/// version now.
///
/// # Errors
/// As [`set`]; `version-conflict`.
pub async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    slug: &str,
    seen: Option<i64>,
    (position, names): (i64, &Names),
) -> Result<i64> {
    let to = (position, names);
    let precondition = Precondition::Version(seen);
    let (section, _) = write(tx, cx, (brand_id, slug), precondition, to).await?;
    Ok(section.version)
}

async fn write(
    tx: &Tx<'_>,
    cx: &mut Cx,
    (brand_id, slug): (BrandId, &str),
    precondition: Precondition,
    (position, names): (i64, &Names),
) -> Result<(Section, bool)> {
    crate::article::view::require_brand(&cx.viewer, Permission::ArticlePublish, brand_id)?;
    let (slug, names) = (read_slug("slug", slug)?, clean(names)?);
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let before = view::find(tx, brand_id, &slug).await?;
    if let Precondition::Version(seen) = precondition
        && before.as_ref().map(|section| section.version) != seen
    {
        return Err(Error::refused(Code::VersionConflict));
    }
    let section = match before {
        Some(known) if known.position == position && known.names == names => {
            return Ok((known, false));
        }
        Some(known) => {
            let version = known.version + 1;
            let section = Section { position, names, updated_at: cx.now, version, ..known };
            sql::update(tx, &section).await?;
            section
        }
        None => {
            require_room(tx, brand_id).await?;
            let section = Section {
                id: cx.id(),
                brand_id,
                slug,
                position,
                names,
                created_at: cx.now,
                updated_at: cx.now,
                version: 1,
            };
            sql::insert(tx, &section).await?;
            section
        }
    };
    let event = HelpSectionSet { section_id: section.id, brand_id, slug: section.slug.clone() };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok((section, true))
}

/// Puts sections into an order. Those that are not named, such as one that somebody made meanwhile, come behind as they stood.
/// Returns how many moved.
///
/// # Errors
/// `no-permission` without `article.publish` over the brand; `field-invalid` at `slugs` for one that there is not, and one
/// that is named twice.
pub async fn order(tx: &Tx<'_>, cx: &mut Cx, brand_id: BrandId, slugs: &[String]) -> Result<usize> {
    crate::article::view::require_brand(&cx.viewer, Permission::ArticlePublish, brand_id)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let all = view::list(tx, brand_id).await?;
    let ordered = names::ordered(all, slugs, "slugs", |one, slug| one.slug == *slug)?;
    let mut events = Vec::new();
    for (position, section) in (1_i64..).zip(ordered) {
        if position == section.position {
            continue;
        }
        let section = Section { position, updated_at: cx.now, ..section };
        sql::update(tx, &section).await?;
        let event = HelpSectionSet { section_id: section.id, brand_id, slug: section.slug };
        events.push(NewEvent::of(&event)?);
    }
    if !events.is_empty() {
        chain.append(tx, cx, &events).await?;
    }
    Ok(events.len())
}

/// Deletes a section in which no article stands.
///
/// # Errors
/// `no-permission`; `not-found`; `section-in-use` while articles stand in it.
pub async fn delete(tx: &Tx<'_>, cx: &mut Cx, brand_id: BrandId, slug: &str) -> Result<()> {
    crate::article::view::require_brand(&cx.viewer, Permission::ArticlePublish, brand_id)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let section = view::find(tx, brand_id, slug).await?.or_not_found()?;
    if view::used(tx, section.id).await? > 0 {
        return Err(Error::refused(Code::SectionInUse));
    }
    sql::delete(tx, section.id).await?;
    let event = HelpSectionDeleted { section_id: section.id, brand_id, slug: section.slug };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(())
}

fn clean(names: &Names) -> Result<Names> {
    match names.is_empty() {
        true => Err(Error::field("names", Code::FieldRequired)),
        false => names::clean(names),
    }
}

async fn require_room(tx: &Tx<'_>, brand_id: BrandId) -> Result<()> {
    let most = limits::HELP_SECTIONS;
    match view::list(tx, brand_id).await?.len() < most {
        true => Ok(()),
        false => Err(Error::limit_reached(most)),
    }
}
