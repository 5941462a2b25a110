//! Owners are reminded of articles that are due for review: once for each moment at which one is due, in the console and by mail.
//!
//! That somebody was reminded is no act of anybody: the row only keeps the desk from saying it twice, and no event tells of it.

use std::collections::BTreeSet;

use proofdesk_locale::Locale;
use proofdesk_store::{FromRow, Row, Rx, Tx, params};

use super::sql::locale;
use super::view::reach;
use crate::cx::Cx;
use crate::error::Result;
use crate::id::{ArticleId, StaffId};
use crate::limits;
use crate::permission::Permission;
use crate::staff_mail;
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// The job that looks for what is due.
pub const JOB_KIND: &str = "article.remind";

/// Every statement of this file.
pub const ALL: &[&str] = &[OWED, REMEMBER, UNSEEN, SEE];

// Of what nobody reads any more nothing has to hold; and whoever may not see articles, or is not here any more, reads none again.
const OWED: &str = "select a.id, a.owner_id, a.reviewed_at + a.review_days * 86400000000 from article a \
    join staff s on s.id = a.owner_id where s.state = 'active' and a.reviewed_at + a.review_days * 86400000000 <= $1 \
    and exists (select 1 from article_text x where x.article_id = a.id and x.status <> 'archived') \
    and exists (select 1 from staff_role m join role_grant g on g.role_id = m.role_id \
        where m.staff_id = a.owner_id and g.permission = 'article.read') \
    and not exists (select 1 from article_reminder r where r.article_id = a.id and r.staff_id = a.owner_id \
        and r.due_at = a.reviewed_at + a.review_days * 86400000000) order by a.id limit $2";
const REMEMBER: &str = "insert into article_reminder (article_id, staff_id, due_at, created_at) values ($1, $2, $3, $4)";
// Only what is still due as it was, and still theirs.
const UNSEEN: &str = "select a.id, a.slug, t.lang, t.title, r.due_at from article_reminder r \
    join article a on a.id = r.article_id join article_text t on t.article_id = a.id and t.lang = a.lang \
    where r.staff_id = $1 and r.seen_at is null and a.owner_id = r.staff_id \
    and r.due_at = a.reviewed_at + a.review_days * 86400000000 \
    and exists (select 1 from article_text x where x.article_id = a.id and x.status <> 'archived') \
    order by r.due_at, a.slug limit $2";
const SEE: &str =
    "update article_reminder set seen_at = $1 where staff_id = $2 and seen_at is null";

/// A review that its owner was reminded of and has not looked at since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    pub article_id: ArticleId,
    pub slug: String,
    /// The article's first language, which the title is in.
    pub lang: Locale,
    pub title: String,
    pub due_at: Timestamp,
}

impl FromRow for Reminder {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            article_id: row.next()?,
            slug: row.next()?,
            lang: locale(&row.next::<String>()?),
            title: row.next()?,
            due_at: row.next()?,
        })
    }
}

/// Reminds the owners of what is due and was not said yet, and says whether there may be more. One mail goes to each, however
/// many articles of theirs it is about.
///
/// # Errors
/// `no-permission` for anybody but the desk itself.
pub async fn remind(tx: &Tx<'_>, cx: &mut Cx) -> Result<bool> {
    cx.viewer.require_inside()?;
    let most = limits::ARTICLE_REVIEWS;
    let owed: Vec<(ArticleId, StaffId, Timestamp)> = tx.query(OWED, params![cx.now, most]).await?;
    let mut owners = BTreeSet::new();
    for (article_id, staff_id, due_at) in owed.iter().copied() {
        tx.exec(REMEMBER, params![article_id, staff_id, due_at, cx.now]).await?;
        owners.insert(staff_id);
    }
    for staff_id in owners {
        staff_mail::review::ask(tx, cx, staff_id).await?;
    }
    Ok(i64::try_from(owed.len()).unwrap_or(most) >= most)
}

/// What the member who asks was reminded of and has not looked at since, the longest due first; nothing where they may not see articles
/// any more.
///
/// # Errors
/// `staff-only`.
pub async fn unseen(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<Reminder>> {
    let staff_id = viewer.staff()?.staff_id;
    // Every reach has one's own in it.
    if reach(viewer, Permission::ArticleRead).is_none() {
        return Ok(Vec::new());
    }
    Ok(rx.query(UNSEEN, params![staff_id, limits::ARTICLE_REVIEWS]).await?)
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
