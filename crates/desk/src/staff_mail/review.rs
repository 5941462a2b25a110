//! The mail to a member who owns articles that are due for review: which they are, by their titles.

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, Tx, params};
use serde::{Deserialize, Serialize};

use super::actions;
use crate::cx::Cx;
use crate::error::Result;
use crate::id::StaffId;
use crate::notification::Topic;
use crate::time::Timestamp;
use crate::viewer::Viewer;
use crate::{limits, organisation};

/// Every statement of this file.
pub const ALL: &[&str] = &[WANTS, LETTER, TITLES];

/// The job that sends one. Its payload is a [`ReviewErrand`] as JSON.
pub const JOB_KIND: &str = "staff_mail.review";

/// The address of a member who wants mails of what they could review or publish.
pub(super) const WANTS: &str =
    "select email from staff where id = $1 and state = 'active' and review_mails";
// Who may not see articles any more since the mail was asked for reads of none in it.
const LETTER: &str = "select email, locale from staff where id = $1 and state = 'active' and review_mails \
    and exists (select 1 from staff_role m join role_grant g on g.role_id = m.role_id \
    where m.staff_id = staff.id and g.permission = 'article.read')";
// What was reviewed, put away, or given to somebody else, since the mail was asked for is not in it.
const TITLES: &str = "select t.title from article_reminder r join article a on a.id = r.article_id \
    join article_text t on t.article_id = a.id and t.lang = a.lang \
    where r.staff_id = $1 and r.created_at = $2 and a.owner_id = r.staff_id \
    and r.due_at = a.reviewed_at + a.review_days * 86400000000 \
    and exists (select 1 from article_text x where x.article_id = a.id and x.status <> 'archived') \
    order by r.due_at, a.slug limit $3";

/// Who is to be mailed, of what they were reminded at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewErrand {
    pub staff_id: StaffId,
    /// Microseconds since 1970.
    pub at: i64,
}

/// What the mail says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewLetter {
    pub address: String,
    pub locale: Locale,
    pub organisation: String,
    /// Of the articles, the longest due first.
    pub titles: Vec<String>,
}

/// Asks for a mail to a member about what they are reminded of now, where mail is sent at all, they want it, and their address has
/// room for it.
pub(crate) async fn ask(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId) -> Result<()> {
    if !actions::may_mail(tx, (WANTS, staff_id), Topic::Tickets, cx.now).await? {
        return Ok(());
    }
    let errand = ReviewErrand { staff_id, at: cx.now.micros() };
    let key = format!("{staff_id} {}", errand.at);
    actions::enqueue(tx, cx, (JOB_KIND, &key), &errand).await
}

/// What a mail says; `None` when the member needs none any more.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn letter(
    rx: &Rx<'_>,
    viewer: &Viewer,
    errand: ReviewErrand,
) -> Result<Option<ReviewLetter>> {
    viewer.require_inside()?;
    let ReviewErrand { staff_id, at } = errand;
    let found: Option<(String, String)> = rx.query_opt(LETTER, params![staff_id]).await?;
    let Some((address, locale)) = found else { return Ok(None) };
    let (at, most) = (Timestamp::from_micros(at), limits::ARTICLE_REVIEWS);
    let titles: Vec<(String,)> = rx.query(TITLES, params![staff_id, at, most]).await?;
    if titles.is_empty() {
        return Ok(None);
    }
    let organisation = organisation::view::find(rx).await?;
    Ok(Some(ReviewLetter {
        address,
        locale: locale.parse().unwrap_or_default(),
        organisation: organisation.map(|found| found.name).unwrap_or_default(),
        titles: titles.into_iter().map(|(title,)| title).collect(),
    }))
}
