//! What people do to brands.

use proofdesk_locale::Locale;
use proofdesk_store::Tx;

use super::event::{BrandAccentSet, BrandChanged, BrandCreated};
use super::{Accent, Brand, sql, view, write_locales};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::BrandId;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::{Clean, name};
use crate::{category, limits};

/// What a brand is to be.
#[derive(Clone, Debug)]
pub struct NewBrand {
    pub slug: String,
    pub name: String,
    /// The languages it answers in, at least one, the default first.
    pub locales: Vec<Locale>,
    /// The colours of its pages; `None` draws them as the program does.
    pub accent: Option<Accent>,
}

impl NewBrand {
    /// One whose pages are drawn as the program does.
    pub fn of(slug: &str, name: &str, locales: &[Locale]) -> Self {
        let (slug, name, locales) = (slug.to_owned(), name.to_owned(), locales.to_vec());
        Self { slug, name, locales, accent: None }
    }
}

/// What to change of a brand; `None` leaves it.
#[derive(Clone, Debug, Default)]
pub struct BrandChange {
    pub name: Option<String>,
    /// At least one, the default first.
    pub locales: Option<Vec<Locale>>,
    /// The colours of its pages; `Some(None)` draws them as the program does.
    pub accent: Option<Option<Accent>>,
}

/// Makes a brand.
///
/// # Errors
/// `no-permission` without `brand.manage`; `field-taken` and `field-invalid` for the slug (lower-case letters, digits and
/// single hyphens); `field-required`; `limit-reached`.
pub async fn create(tx: &Tx<'_>, cx: &mut Cx, new: &NewBrand) -> Result<BrandId> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    if view::list(tx).await?.len() >= limits::BRANDS {
        return Err(Error::limit_reached(limits::BRANDS));
    }
    let (id, event) = insert(tx, cx, new).await?;
    let mut events = vec![event];
    if new.accent.is_some() {
        events.push(accent_set(id, new.accent)?);
    }
    chain.append(tx, cx, &events).await?;
    Ok(id)
}

fn accent_set(brand_id: BrandId, accent: Option<Accent>) -> Result<NewEvent> {
    let (hue, chroma) = (accent.map(Accent::hue), accent.map(Accent::chroma));
    NewEvent::of(&BrandAccentSet { brand_id, hue, chroma })
}

/// Inserts a brand with its first categories. Permission, and appending the event and that of its colours, are the caller's matter.
pub(crate) async fn insert(
    tx: &Tx<'_>,
    cx: &mut Cx,
    new: &NewBrand,
) -> Result<(BrandId, NewEvent)> {
    let brand = Brand {
        id: cx.id(),
        slug: name::slug("slug", &new.slug, limits::SLUG_CHARS)?,
        name: Clean::shown("name", &new.name, limits::NAME_CHARS)?.as_str().to_owned(),
        locales: distinct(&new.locales)?,
        accent: new.accent,
        created_at: cx.now,
        version: 1,
    };
    if !sql::insert(tx, &brand).await? {
        return Err(Error::field("slug", Code::FieldTaken));
    }
    category::actions::found(tx, cx, brand.id).await?;
    let event = NewEvent::of(&BrandCreated { brand_id: brand.id, slug: brand.slug })?;
    Ok((brand.id, event))
}

/// Changes a brand and returns its new version. `version` is the one that the viewer saw.
///
/// # Errors
/// `no-permission`; `version-conflict`; `field-required`; `not-found`.
pub async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    version: i64,
    change: &BrandChange,
) -> Result<i64> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let brand = view::find(tx, brand_id).await?.or_not_found()?;
    let name =
        Clean::shown("name", change.name.as_deref().unwrap_or(&brand.name), limits::NAME_CHARS)?;
    let locales = distinct(change.locales.as_ref().unwrap_or(&brand.locales))?;
    let accent = change.accent.unwrap_or(brand.accent);
    let locales = write_locales(&locales);
    if !sql::update(tx, brand_id, version, name.as_str(), &locales, accent).await? {
        return Err(Error::refused(Code::VersionConflict));
    }
    let is_turned = accent != brand.accent;
    let mut events = Vec::new();
    if !is_turned || change.name.is_some() || change.locales.is_some() {
        events.push(NewEvent::of(&BrandChanged { brand_id })?);
    }
    if is_turned {
        events.push(accent_set(brand_id, accent)?);
    }
    chain.append(tx, cx, &events).await?;
    Ok(version + 1)
}

fn distinct(locales: &[Locale]) -> Result<Vec<Locale>> {
    let mut distinct = Vec::new();
    for locale in locales {
        if !distinct.contains(locale) {
            distinct.push(*locale);
        }
    }
    if distinct.is_empty() {
        return Err(Error::field("locales", Code::FieldRequired));
    }
    Ok(distinct)
}
