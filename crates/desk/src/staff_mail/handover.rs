//! The mail to a member who could publish a text that another handed over for review: which it is, by its title.

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, Tx, params};
use serde::{Deserialize, Serialize};

use super::{actions, review};
use crate::article::{Text, view};
use crate::cx::Cx;
use crate::error::Result;
use crate::id::{ArticleId, StaffId};
use crate::notification::Topic;
use crate::organisation;
use crate::viewer::Viewer;

/// Every statement of this file.
pub const ALL: &[&str] = &[LETTER];

/// The job that sends one. Its payload is a [`HandoverErrand`] as JSON.
pub const JOB_KIND: &str = "staff_mail.handover";

// What was published, put back, handed over anew or written on since is in no mail of then, and neither is what the member looked
// at meanwhile.
const LETTER: &str = "select s.email, s.locale, t.title from article_handover h join staff s on s.id = h.staff_id \
    join article_text t on t.article_id = h.article_id and t.lang = h.lang and t.head = h.number \
    where h.staff_id = $1 and h.article_id = $2 and h.lang = $3 and h.number = $4 and h.created_at = $5 \
    and h.seen_at is null and t.status = 'in_review' and s.state = 'active' and s.review_mails";

/// Who is to be mailed of which version of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoverErrand {
    pub staff_id: StaffId,
    pub article_id: ArticleId,
    pub lang: String,
    pub number: i64,
    /// When it was handed over: microseconds since 1970.
    pub at: i64,
}

/// What the mail says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverLetter {
    pub address: String,
    pub locale: Locale,
    pub organisation: String,
    pub title: String,
}

/// Asks for a mail to a member about a text that was handed over now, where mail is sent at all, they want it, and their address has
/// room for it.
pub(crate) async fn ask(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId, text: &Text) -> Result<()> {
    if !actions::may_mail(tx, (review::WANTS, staff_id), Topic::Tickets, cx.now).await? {
        return Ok(());
    }
    let (article_id, lang, number) = (text.article_id, text.lang.code().to_owned(), text.head);
    let at = cx.now.micros();
    let key = format!("{staff_id} {article_id} {lang} {number} {at}");
    let errand = HandoverErrand { staff_id, article_id, lang, number, at };
    actions::enqueue(tx, cx, (JOB_KIND, &key), &errand).await
}

/// What a mail says; `None` when the member needs none any more: it waits no longer, they looked, could not publish it, or want no
/// mail.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn letter(
    rx: &Rx<'_>,
    viewer: &Viewer,
    errand: &HandoverErrand,
) -> Result<Option<HandoverLetter>> {
    viewer.require_inside()?;
    let HandoverErrand { staff_id, article_id, lang, number, at } = errand;
    let found: Option<(String, String, String)> =
        rx.query_opt(LETTER, params![staff_id, article_id, lang.as_str(), number, at]).await?;
    let Some((address, locale, title)) = found else { return Ok(None) };
    let could = view::publishers(rx, *article_id).await?;
    if could.iter().all(|(id, _)| id != staff_id) {
        return Ok(None);
    }
    let organisation = organisation::view::find(rx).await?;
    Ok(Some(HandoverLetter {
        address,
        locale: locale.parse().unwrap_or_default(),
        organisation: organisation.map(|found| found.name).unwrap_or_default(),
        title,
    }))
}
