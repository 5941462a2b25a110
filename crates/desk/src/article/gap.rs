//! Articles that did not help: those of which readers say so, and those after which a ticket was written all the same.
//!
//! Of a ticket only its category is counted at the articles that were read before it, and nothing that leads to it.

use proofdesk_locale::Locale;
use proofdesk_store::{FromRow, Row, Rx, Tx, params};

use super::view::{owner, require_brand};
use crate::category;
use crate::cx::Cx;
use crate::error::Result;
use crate::id::{ArticleId, BrandId};
use crate::limits;
use crate::permission::Permission;
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// Every statement of this file.
pub const ALL: &[&str] = &[COUNT_TICKET, PRUNE, AFTER_READING, UNHELPFUL];

const COUNT_TICKET: &str = "insert into article_ticket (article_id, category_id, n, first_at, last_at) values ($1, $2, 1, $3, $3) \
    on conflict (article_id, category_id) do update set n = article_ticket.n + 1, last_at = excluded.last_at";
const PRUNE: &str = "delete from article_ticket where (article_id, category_id) in \
    (select article_id, category_id from article_ticket where last_at < $1 order by last_at limit $2)";
const AFTER_READING: &str = "select a.id, a.slug, t.lang, t.title, c.slug, k.n, k.first_at, k.last_at from article_ticket k \
    join article a on a.id = k.article_id join category c on c.id = k.category_id \
    join article_text t on t.article_id = a.id and t.lang = a.lang \
    where a.brand_id = $1 order by k.n desc, k.last_at desc, a.slug limit $2";
const UNHELPFUL: &str = "select a.id, a.slug, f.lang, t.title, sum(case when f.helpful then 1 else 0 end), \
    sum(case when f.helpful then 0 else 1 end), max(f.created_at) from article_feedback f \
    join article a on a.id = f.article_id join article_text t on t.article_id = a.id and t.lang = f.lang \
    where a.brand_id = $1 and f.created_at >= $2 and t.published is not null group by a.id, a.slug, f.lang, t.title \
    having count(*) >= $3 and sum(case when f.helpful then 1 else 0 end) * 100 < count(*) * cast($4 as bigint) \
    order by 6 desc, a.slug limit $5";

/// An article of which readers say that it does not help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unhelpful {
    pub id: ArticleId,
    pub slug: String,
    pub lang: Locale,
    pub title: String,
    pub helpful: i64,
    pub unhelpful: i64,
    pub last_at: Timestamp,
}

/// How often a ticket of one category was written after reading an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterReading {
    pub id: ArticleId,
    pub slug: String,
    /// The article's first language, which the title is in.
    pub lang: Locale,
    pub title: String,
    /// A category's slug.
    pub category: String,
    pub n: i64,
    pub first_at: Timestamp,
    pub last_at: Timestamp,
}

impl FromRow for Unhelpful {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            slug: row.next()?,
            lang: super::sql::locale(&row.next::<String>()?),
            title: row.next()?,
            helpful: row.next()?,
            unhelpful: row.next()?,
            last_at: row.next()?,
        })
    }
}

impl FromRow for AfterReading {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            slug: row.next()?,
            lang: super::sql::locale(&row.next::<String>()?),
            title: row.next()?,
            category: row.next()?,
            n: row.next()?,
            first_at: row.next()?,
            last_at: row.next()?,
        })
    }
}

/// Counts a ticket of a category at the articles that were read before it. Slugs that are no article's are passed over.
///
/// # Errors
/// Only those of the store.
pub async fn count_ticket(
    tx: &Tx<'_>,
    cx: &Cx,
    brand_id: BrandId,
    read: &[String],
    category: &str,
) -> Result<()> {
    let Some(category_id) = category::view::find_any(tx, brand_id, category).await? else {
        return Ok(());
    };
    for slug in read.iter().take(limits::ARTICLES_READ) {
        if let Some(id) = owner(tx, brand_id, slug).await? {
            tx.exec(COUNT_TICKET, params![id, category_id, cx.now]).await?;
        }
    }
    Ok(())
}

/// Deletes up to `limit` counts that nothing was added to for long. Returns how many.
///
/// # Errors
/// Only those of the store.
pub async fn prune(tx: &Tx<'_>, cx: &Cx, limit: u32) -> Result<u64> {
    Ok(tx.exec(PRUNE, params![cx.now - limits::MISSED_SEARCH_AGE, limit]).await?)
}

/// The articles after which most tickets were written.
///
/// # Errors
/// `no-permission` without `article.read` over the brand.
pub async fn after_reading(
    rx: &Rx<'_>,
    viewer: &Viewer,
    brand_id: BrandId,
) -> Result<Vec<AfterReading>> {
    require_brand(viewer, Permission::ArticleRead, brand_id)?;
    Ok(rx.query(AFTER_READING, params![brand_id, limits::HELP_GAPS]).await?)
}

/// Public texts of which too few readers say that they help, the most complained of first.
///
/// # Errors
/// `no-permission` without `article.read` over the brand.
pub async fn unhelpful(
    rx: &Rx<'_>,
    viewer: &Viewer,
    brand_id: BrandId,
    now: Timestamp,
) -> Result<Vec<Unhelpful>> {
    require_brand(viewer, Permission::ArticleRead, brand_id)?;
    let since = now - limits::MISSED_SEARCH_AGE;
    let values = params![
        brand_id,
        since,
        limits::FEEDBACK_TELLING,
        limits::FEEDBACK_LOW_PERCENT,
        limits::HELP_GAPS
    ];
    Ok(rx.query(UNHELPFUL, values).await?)
}
