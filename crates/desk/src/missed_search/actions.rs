//! Counting, and what editors do about it.

use std::time::Duration;

use proofdesk_locale::Locale;
use proofdesk_store::Tx;
use sha2::{Digest as _, Sha256};

use super::{MissedSearch, sql, view};
use crate::article::view::require_brand;
use crate::article::word;
use crate::cx::Cx;
use crate::error::{OrNotFound as _, Result};
use crate::id::{ArticleId, BrandId, MissedSearchId};
use crate::limits;
use crate::permission::Permission;
use crate::quota::{self, Kind};
use crate::text::Clean;

/// Counts words (see [`super::counted`]) that found nothing. Who asks too often, and what there is no more room for, is not
/// counted, and is told nothing: it is no concern of theirs. `address` is for that limit alone.
///
/// # Errors
/// Only those of the store.
pub async fn note(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    lang: Locale,
    words: &str,
    address: &str,
) -> Result<()> {
    let subject = hex::encode(Sha256::digest(address.as_bytes()));
    let (most, day) = (limits::MISSED_SEARCHES_PER_DAY, Duration::from_secs(24 * 3600));
    let taken = quota::actions::take(tx, Kind::MissedSearch, &subject, most, day, cx.now).await?;
    let what = (brand_id, lang, words);
    if taken.is_err() || sql::count_one(tx, what, cx.now).await? {
        return Ok(());
    }
    if view::count(tx, brand_id).await? < limits::MISSED_SEARCHES {
        sql::insert(tx, cx.id(), what, cx.now).await?;
    }
    Ok(())
}

/// Has an article found by the words from now on, and takes them off the list.
///
/// # Errors
/// `not-found` without `article.read` over the brand, for words that are gone, and for an article without a text in their
/// language; `no-permission` without `article.write`; `limit-reached`.
pub async fn link(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: MissedSearchId,
    article_id: ArticleId,
) -> Result<()> {
    let missed = reached(tx, cx, id).await?;
    word::add(tx, cx, article_id, missed.lang, &missed.words).await?;
    sql::delete_words(tx, (missed.brand_id, missed.lang, &missed.words)).await
}

/// Takes words off the list.
///
/// # Errors
/// As [`link`].
pub async fn dismiss(tx: &Tx<'_>, cx: &mut Cx, id: MissedSearchId) -> Result<()> {
    let missed = reached(tx, cx, id).await?;
    sql::delete(tx, missed.id).await
}

/// Takes words off the list in which the guard finds something by now: they would not be counted any more. Returns whether it does.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn forget_secret(tx: &Tx<'_>, cx: &Cx, id: MissedSearchId) -> Result<bool> {
    cx.viewer.require(Permission::GuardRescan)?;
    let Some(words) = view::words(tx, id).await? else { return Ok(false) };
    if Clean::again(&words)?.is_none() {
        return Ok(false);
    }
    sql::delete(tx, id).await?;
    Ok(true)
}

async fn reached(tx: &Tx<'_>, cx: &Cx, id: MissedSearchId) -> Result<MissedSearch> {
    let missed = view::find(tx, &cx.viewer, id).await?.or_not_found()?;
    require_brand(&cx.viewer, Permission::ArticleWrite, missed.brand_id)?;
    Ok(missed)
}

/// Deletes up to `limit` words that nobody looked for any more. Returns how many.
///
/// # Errors
/// Only those of the store.
pub async fn prune(tx: &Tx<'_>, cx: &Cx, limit: u32) -> Result<u64> {
    sql::prune(tx, cx.now - limits::MISSED_SEARCH_AGE, limit).await
}
