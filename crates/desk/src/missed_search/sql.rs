use proofdesk_locale::Locale;
use proofdesk_store::{FromRow, Row, Tx, params};

use super::{MissedSearch, view};
use crate::error::Result;
use crate::id::{BrandId, MissedSearchId};
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    COUNT_ONE,
    DELETE,
    DELETE_WORDS,
    PRUNE,
    view::LIST,
    view::FIND,
    view::WORDS,
    view::COUNT,
];

const INSERT: &str = "insert into missed_search (id, brand_id, lang, words, n, first_at, last_at) \
    values ($1, $2, $3, $4, 1, $5, $5) on conflict (brand_id, lang, words) do update set n = missed_search.n + 1, last_at = excluded.last_at";
const COUNT_ONE: &str = "update missed_search set n = n + 1, last_at = $1 where brand_id = $2 and lang = $3 and words = $4";
const DELETE: &str = "delete from missed_search where id = $1";
const DELETE_WORDS: &str =
    "delete from missed_search where brand_id = $1 and lang = $2 and words = $3";
const PRUNE: &str = "delete from missed_search where id in \
    (select id from missed_search where last_at < $1 order by last_at limit $2)";

impl FromRow for MissedSearch {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            brand_id: row.next()?,
            // A language that a later version knows is none of this one's.
            lang: row.next::<String>()?.parse().unwrap_or_default(),
            words: row.next()?,
            n: row.next()?,
            first_at: row.next()?,
            last_at: row.next()?,
        })
    }
}

pub(super) async fn insert(
    tx: &Tx<'_>,
    id: MissedSearchId,
    (brand_id, lang, words): (BrandId, Locale, &str),
    at: Timestamp,
) -> Result<()> {
    tx.exec(INSERT, params![id, brand_id, lang.code(), words, at]).await?;
    Ok(())
}

/// Counts words that are there; false when they are not.
pub(super) async fn count_one(
    tx: &Tx<'_>,
    (brand_id, lang, words): (BrandId, Locale, &str),
    at: Timestamp,
) -> Result<bool> {
    Ok(tx.exec(COUNT_ONE, params![at, brand_id, lang.code(), words]).await? == 1)
}

pub(super) async fn delete(tx: &Tx<'_>, id: MissedSearchId) -> Result<()> {
    tx.exec(DELETE, params![id]).await?;
    Ok(())
}

pub(super) async fn delete_words(
    tx: &Tx<'_>,
    (brand_id, lang, words): (BrandId, Locale, &str),
) -> Result<()> {
    tx.exec(DELETE_WORDS, params![brand_id, lang.code(), words]).await?;
    Ok(())
}

pub(super) async fn prune(tx: &Tx<'_>, before: Timestamp, limit: u32) -> Result<u64> {
    Ok(tx.exec(PRUNE, params![before, limit]).await?)
}
