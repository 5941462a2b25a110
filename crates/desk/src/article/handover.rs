//! Whoever could publish a text is told when it is handed over for review: in the console and by mail. Whoever wrote it and whoever
//! hands it over are not: they know.
//!
//! That somebody was told is no act of anybody: the row only says who has not looked yet, and no event tells of it.

use proofdesk_locale::Locale;
use proofdesk_store::{FromRow, Row, Rx, Tx, params};

use super::Text;
use super::sql::locale;
use super::view::{self, reach};
use crate::cx::Cx;
use crate::error::{OrNotFound as _, Result};
use crate::id::{ArticleId, StaffId};
use crate::permission::Permission;
use crate::time::Timestamp;
use crate::viewer::Viewer;
use crate::{limits, staff_mail};

/// Every statement of this file.
pub const ALL: &[&str] = &[REMEMBER, UNSEEN, SEE];

// What was taken back and is handed over again is told again.
const REMEMBER: &str = "insert into article_handover (article_id, lang, number, staff_id, created_at) \
    values ($1, $2, $3, $4, $5) on conflict (article_id, lang, number, staff_id) \
    do update set created_at = excluded.created_at, seen_at = null";
// Only what still waits as it was handed over.
const UNSEEN: &str = "select h.article_id, h.lang, t.title, h.created_at from article_handover h \
    join article_text t on t.article_id = h.article_id and t.lang = h.lang and t.head = h.number \
    where h.staff_id = $1 and h.seen_at is null and t.status = 'in_review' \
    order by h.created_at, h.article_id, h.lang limit $2";
const SEE: &str =
    "update article_handover set seen_at = $1 where staff_id = $2 and seen_at is null";

/// A text that waits for somebody to publish it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    pub article_id: ArticleId,
    pub lang: Locale,
    pub title: String,
    /// When it was handed over.
    pub at: Timestamp,
}

impl FromRow for Handover {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            article_id: row.next()?,
            lang: locale(&row.next::<String>()?),
            title: row.next()?,
            at: row.next()?,
        })
    }
}

/// Tells whoever could publish a text that it was handed over. In the transaction that hands it over.
pub(super) async fn tell(tx: &Tx<'_>, cx: &mut Cx, text: &Text) -> Result<()> {
    let Text { article_id, lang, head, .. } = *text;
    let version = view::version(tx, article_id, lang, head).await?.or_not_found()?;
    let me = cx.viewer.staff().ok().map(|me| me.staff_id);
    let knows = |staff_id: StaffId| Some(staff_id) == me || Some(staff_id) == version.author_id;
    for (staff_id, _) in view::publishers(tx, article_id).await? {
        if knows(staff_id) {
            continue;
        }
        tx.exec(REMEMBER, params![article_id, lang.code(), head, staff_id, cx.now]).await?;
        staff_mail::handover::ask(tx, cx, staff_id, text).await?;
    }
    Ok(())
}

/// What was handed over, waits still, and the member who asks has not looked at, the longest waiting first; only what they could publish.
///
/// # Errors
/// `staff-only`.
pub async fn unseen(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<Handover>> {
    let staff_id = viewer.staff()?.staff_id;
    if reach(viewer, Permission::ArticlePublish).is_none() {
        return Ok(Vec::new());
    }
    let told: Vec<Handover> = rx.query(UNSEEN, params![staff_id, limits::ARTICLE_REVIEWS]).await?;
    let mut theirs = Vec::with_capacity(told.len());
    for one in told {
        let found = view::find(rx, viewer, one.article_id).await?;
        let may = |found: view::ArticleSummary| {
            view::is_reached(viewer, Permission::ArticlePublish, &found.article)
        };
        if found.is_some_and(may) {
            theirs.push(one);
        }
    }
    Ok(theirs)
}

/// The member who asks has looked.
///
/// # Errors
/// `staff-only`.
pub async fn see(tx: &Tx<'_>, cx: &Cx) -> Result<()> {
    let staff_id = cx.viewer.staff()?.staff_id;
    tx.exec(SEE, params![cx.now, staff_id]).await?;
    Ok(())
}
