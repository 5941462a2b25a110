//! Reading what is missing, for editors.

use proofdesk_store::{Rx, params};

use super::MissedSearch;
use crate::article::reader::Reader;
use crate::article::search::{Asked, FoundArticle, find as search};
use crate::article::view::require_brand;
use crate::error::Result;
use crate::id::{BrandId, MissedSearchId};
use crate::limits;
use crate::lookup::Lookup;
use crate::permission::Permission;
use crate::viewer::Viewer;

pub(super) const LIST: &str = "select id, brand_id, lang, words, n, first_at, last_at from missed_search \
    where brand_id = $1 order by n desc, last_at desc, id limit $2";
pub(super) const FIND: &str =
    "select id, brand_id, lang, words, n, first_at, last_at from missed_search where id = $1";
pub(super) const WORDS: &str = "select words from missed_search where id = $1";
pub(super) const COUNT: &str = "select count(*) from missed_search where brand_id = $1";

/// Words that still find nothing, with what they find in other languages.
#[derive(Clone, Debug)]
pub struct Missing {
    pub missed: MissedSearch,
    /// The best that there is in another language.
    pub abroad: Option<FoundArticle>,
}

/// What was looked for most and is still not found: everything is asked again, as everybody would, and what finds something
/// by now is left out. Without an index nothing is left out.
///
/// # Errors
/// `no-permission` without `article.read` over the brand.
pub async fn list(
    rx: &Rx<'_>,
    viewer: &Viewer,
    lookup: &Lookup,
    brand_id: BrandId,
) -> Result<Vec<Missing>> {
    require_brand(viewer, Permission::ArticleRead, brand_id)?;
    let most = i64::try_from(limits::MISSED_SEARCHES_SHOWN).unwrap_or(i64::MAX);
    let rows: Vec<MissedSearch> = rx.query(LIST, params![brand_id, most]).await?;
    let everybody = Reader::of(&Viewer::Anonymous);
    let mut missing = Vec::with_capacity(rows.len());
    for missed in rows {
        let asked = Asked {
            text: missed.words.clone(),
            lang: missed.lang,
            section: None,
            is_typing: false,
            limit: 1,
        };
        let found = search(rx, lookup, &everybody, brand_id, &asked).await;
        let found = found.unwrap_or_default();
        if !found.is_own() {
            missing.push(Missing { missed, abroad: found.items.into_iter().next() });
        }
    }
    Ok(missing)
}

/// Words that an editor of their brand sees.
///
/// # Errors
/// Only those of the store.
pub(super) async fn find(
    rx: &Rx<'_>,
    viewer: &Viewer,
    id: MissedSearchId,
) -> Result<Option<MissedSearch>> {
    let missed: Option<MissedSearch> = rx.query_opt(FIND, params![id]).await?;
    let sees = |missed: &MissedSearch| {
        require_brand(viewer, Permission::ArticleRead, missed.brand_id).is_ok()
    };
    Ok(missed.filter(sees))
}

/// Words whoever's brand they are of, for the guard.
pub(super) async fn words(rx: &Rx<'_>, id: MissedSearchId) -> Result<Option<String>> {
    let found: Option<(String,)> = rx.query_opt(WORDS, params![id]).await?;
    Ok(found.map(|(words,)| words))
}

pub(super) async fn count(rx: &Rx<'_>, brand_id: BrandId) -> Result<i64> {
    let (n,): (i64,) = rx.query_one(COUNT, params![brand_id]).await?;
    Ok(n)
}
