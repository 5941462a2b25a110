//! What people do to the glossary.

use proofdesk_store::Tx;

use super::event::{GlossaryTermDeleted, GlossaryTermSet};
use super::{Term, TermTexts, clean, refuse_asking, sql, view};
use crate::article::view::require_brand;
use crate::article::{read_slug, read_slugs};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::BrandId;
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;

/// What a term is to be.
#[derive(Clone, Copy, Debug)]
pub struct TermSetting<'a> {
    pub see: &'a [String],
    pub texts: &'a TermTexts,
    /// Whoever sets it has looked at every definition that seems to ask its reader for a secret.
    pub looked: bool,
}

/// Makes or changes the term of a slug; `seen` is the version that the viewer saw, `None` for one that was not there. Returns
/// the new version, and whether anything changed.
///
/// # Errors
/// `no-permission` without `article.publish` over the brand; `version-conflict`; what is wrong with a field; `limit-reached`;
/// `asks-for-secret` for a definition that seems to ask its reader for a secret, which nobody said they had looked at.
pub async fn set(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    slug: &str,
    seen: Option<i64>,
    setting: TermSetting<'_>,
) -> Result<(i64, bool)> {
    require_brand(&cx.viewer, Permission::ArticlePublish, brand_id)?;
    let slug = read_slug("slug", slug)?;
    let (see, texts) = (read_slugs("see", setting.see)?, clean(setting.texts)?);
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let before = view::find(tx, brand_id, &slug).await?;
    if before.as_ref().map(|term| term.version) != seen {
        return Err(Error::refused(Code::VersionConflict));
    }
    if !setting.looked {
        refuse_asking(&texts, before.as_ref().map(|term| &term.texts))?;
    }
    let term = match before {
        Some(known) if known.see == see && known.texts == texts => {
            return Ok((known.version, false));
        }
        Some(known) => {
            let term = Term { see, texts, updated_at: cx.now, ..known };
            if !sql::update(tx, &term).await? {
                return Err(Error::refused(Code::VersionConflict));
            }
            Term { version: term.version + 1, ..term }
        }
        None => {
            require_room(tx, brand_id).await?;
            let (id, now) = (cx.id(), cx.now);
            let term = Term {
                id,
                brand_id,
                slug,
                see,
                texts,
                created_at: now,
                updated_at: now,
                version: 1,
            };
            sql::insert(tx, &term).await?;
            term
        }
    };
    let event = GlossaryTermSet { term_id: term.id, brand_id, slug: term.slug };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok((term.version, true))
}

/// Deletes a term.
///
/// # Errors
/// `no-permission`; `not-found`; `version-conflict`.
pub async fn delete(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    slug: &str,
    seen: i64,
) -> Result<()> {
    require_brand(&cx.viewer, Permission::ArticlePublish, brand_id)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let term = view::find(tx, brand_id, slug).await?.or_not_found()?;
    if term.version != seen {
        return Err(Error::refused(Code::VersionConflict));
    }
    sql::delete(tx, term.id).await?;
    let event = GlossaryTermDeleted { term_id: term.id, brand_id, slug: term.slug };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(())
}

async fn require_room(tx: &Tx<'_>, brand_id: BrandId) -> Result<()> {
    let most = limits::GLOSSARY_TERMS;
    match view::count(tx, brand_id).await? < i64::try_from(most).unwrap_or(i64::MAX) {
        true => Ok(()),
        false => Err(Error::limit_reached(most)),
    }
}
