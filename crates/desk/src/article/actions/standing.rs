//! Where a text stands: in review, scheduled, public, archived.

use proofdesk_locale::Locale;
use proofdesk_store::{NewJob, Tx};
use serde::{Deserialize, Serialize};

use super::super::event::{ArticleMoved, ArticleReviewed, ArticleTermsWaived};
use super::super::lock::{Unkept, unkept_by};
use super::super::view::ArticleSummary;
use super::super::{JOB_KIND, JOB_LANE, Status, Text, Version, asking, handover, sql, view};
use super::reached;
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{ArticleId, Id as _, JobId};
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::Clean;
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// How many terms a refusal names.
const TERMS_NAMED: usize = 5;

/// Where a text is to stand.
#[derive(Clone, Copy, Debug)]
pub struct Move<'a> {
    pub status: Status,
    /// Of a scheduled one: when.
    pub publish_at: Option<Timestamp>,
    /// Whoever publishes it has looked at every place where it seems to ask for a secret.
    pub looked: bool,
    /// Why a translation is published though it calls terms of the glossary otherwise than that does.
    pub terms_reason: Option<&'a str>,
}

impl Move<'_> {
    /// There, now.
    pub const fn to(status: Status) -> Self {
        Self { status, publish_at: None, looked: false, terms_reason: None }
    }
}

/// Moves a text: to review and back to draft with `article.write`; to be published now or at its hour, and to the archive,
/// with `article.publish`. Returns the text's new version.
///
/// A translation that does not say what the glossary calls a term of which its source speaks is let go by a member with a reason,
/// which is an event, or not at all. Whoever could publish what is handed over for review is told of it.
///
/// Whoever wrote the newest version neither publishes nor schedules it while another member could. What comes from a folder
/// that the operator brings is published by nobody on the staff, and what is scheduled was let go already.
///
/// # Errors
/// `no-permission`; `not-found`; `version-conflict`; `article-state` when it does not stand where it could be moved from;
/// `field-required` and `field-invalid` at `publish_at`; `review-by-another`; `asks-for-secret` for a text that seems to ask
/// its reader for a secret, which nobody said they had looked at; `terms-unkept` at `terms_reason`, with the terms and the place.
pub async fn move_to(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: ArticleId,
    lang: Locale,
    seen: i64,
    to: Move<'_>,
) -> Result<i64> {
    let Move { status, publish_at, looked, terms_reason } = to;
    let needs = match status {
        Status::Draft | Status::InReview => Permission::ArticleWrite,
        Status::Scheduled | Status::Published | Status::Archived => Permission::ArticlePublish,
    };
    let chain = log::lock(tx, &Stream::Article(id)).await?;
    let found = reached(tx, cx, id, needs).await?;
    let before = found.text(lang).or_not_found()?;
    if before.version != seen {
        return Err(Error::refused(Code::VersionConflict));
    }
    if !before.status.leads_to(status) {
        return Err(Error::refused(Code::ArticleState));
    }
    let publish_at = hour(cx, status, publish_at)?;
    let mut waived = None;
    if matches!(status, Status::Scheduled | Status::Published) {
        let version = view::version(tx, id, lang, before.head).await?.or_not_found()?;
        refuse_own(tx, cx, before, &version).await?;
        if !looked {
            refuse_asking(&version)?;
        }
        // Boxed, like what is told below, because all of it at once is large.
        let held = hold_to_glossary(tx, cx, (&found, before), &version, terms_reason);
        waived = Box::pin(held).await?;
    }
    let after = standing(before, status, publish_at, cx.now);
    if !sql::update_text(tx, &after).await? {
        return Err(Error::refused(Code::VersionConflict));
    }
    if let Some(at) = publish_at {
        enqueue(tx, cx, &after, at).await?;
    }
    if status == Status::InReview {
        Box::pin(handover::tell(tx, cx, &after)).await?;
    }
    append_move(tx, cx, chain, &after, waived.as_ref()).await?;
    Ok(after.version + 1)
}

/// Refuses a translation in which terms of the glossary are lacking, unless a reason is given; then what the log says of it. What
/// was scheduled was let go already, and what is not published by a member is for whoever runs the desk to judge.
async fn hold_to_glossary(
    tx: &Tx<'_>,
    cx: &Cx,
    (found, text): (&ArticleSummary, &Text),
    version: &Version,
    reason: Option<&str>,
) -> Result<Option<ArticleTermsWaived>> {
    if !matches!(cx.viewer, Viewer::Staff(_)) || text.status == Status::Scheduled {
        return Ok(None);
    }
    let unkept = unkept_by(tx, found, text, version).await?;
    let Some(first) = unkept.first() else { return Ok(None) };
    let Some(reason) = reason else {
        let args = vec![("terms", named(&unkept)), ("place", first.place.clone())];
        return Err(Error::field_with("terms_reason", Code::TermsUnkept, args));
    };
    let reason = Clean::field("terms_reason", reason, limits::REASON_CHARS)?;
    Ok(Some(ArticleTermsWaived {
        article_id: text.article_id,
        lang: text.lang.code().to_owned(),
        number: text.head,
        terms: unkept.into_iter().map(|one| one.slug).collect(),
        reason: reason.as_str().to_owned(),
    }))
}

/// What the source says and what the glossary calls it, for a sentence.
fn named(unkept: &[Unkept]) -> String {
    let terms = unkept.iter().take(TERMS_NAMED);
    let terms = terms.map(|one| format!("{} → {}", one.source, one.term));
    let more = (unkept.len() > TERMS_NAMED).then(|| "…".to_owned());
    terms.chain(more).collect::<Vec<_>>().join(", ")
}

/// Refuses the author of the newest version, while somebody else could publish it. Whoever brings the hour of a scheduled one
/// forward publishes what was let go as it is.
async fn refuse_own(tx: &Tx<'_>, cx: &Cx, text: &Text, version: &Version) -> Result<()> {
    let Viewer::Staff(me) = &cx.viewer else { return Ok(()) };
    if text.status == Status::Scheduled || version.author_id != Some(me.staff_id) {
        return Ok(());
    }
    match view::another(tx, text.article_id, me.staff_id).await? {
        true => Err(Error::refused(Code::ReviewByAnother)),
        false => Ok(()),
    }
}

fn refuse_asking(version: &Version) -> Result<()> {
    match asking(&version.title, &version.summary, &version.body).first() {
        Some(found) => {
            let args = vec![("wanted", found.wanted.to_owned())];
            Err(Error::field_with("looked", Code::AsksForSecret, args))
        }
        None => Ok(()),
    }
}

/// Says that the article was read again and holds. Returns its new version.
///
/// # Errors
/// `no-permission` without `article.write`; `not-found`; `version-conflict`.
pub async fn review(tx: &Tx<'_>, cx: &mut Cx, id: ArticleId, seen: i64) -> Result<i64> {
    let chain = log::lock(tx, &Stream::Article(id)).await?;
    reached(tx, cx, id, Permission::ArticleWrite).await?;
    if !sql::set_reviewed(tx, id, seen, cx.now).await? {
        return Err(Error::refused(Code::VersionConflict));
    }
    chain.append(tx, cx, &[NewEvent::of(&ArticleReviewed { article_id: id })?]).await?;
    Ok(seen + 1)
}

/// What the job of a scheduled text does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scheduled {
    pub article_id: ArticleId,
    pub lang: String,
    pub number: i64,
}

/// Publishes a text whose hour has come, if it is still scheduled. Whoever moved it meanwhile has decided otherwise.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn publish_due(tx: &Tx<'_>, cx: &mut Cx, due: &Scheduled) -> Result<()> {
    cx.viewer.require_inside()?;
    let id = due.article_id;
    let chain = log::lock(tx, &Stream::Article(id)).await?;
    let Ok(lang) = due.lang.parse::<Locale>() else { return Ok(()) };
    let Some(before) = view::text(tx, id, lang).await? else { return Ok(()) };
    let is_due = before.status == Status::Scheduled
        && before.head == due.number
        && before.publish_at.is_some_and(|at| at <= cx.now);
    if !is_due {
        return Ok(());
    }
    let after = standing(&before, Status::Published, None, cx.now);
    if !sql::update_text(tx, &after).await? {
        return Err(Error::refused(Code::VersionConflict));
    }
    append_move(tx, cx, chain, &after, None).await
}

async fn append_move(
    tx: &Tx<'_>,
    cx: &mut Cx,
    chain: log::Chain,
    text: &Text,
    waived: Option<&ArticleTermsWaived>,
) -> Result<()> {
    let event = ArticleMoved {
        article_id: text.article_id,
        lang: text.lang.code().to_owned(),
        number: text.head,
        status: text.status,
        publish_at: text.publish_at,
    };
    let mut events = Vec::new();
    if let Some(waived) = waived {
        events.push(NewEvent::of(waived)?);
    }
    events.push(NewEvent::of(&event)?);
    chain.append(tx, cx, &events).await?;
    Ok(())
}

fn standing(before: &Text, status: Status, publish_at: Option<Timestamp>, now: Timestamp) -> Text {
    let mut after = Text { status, publish_at, updated_at: now, ..before.clone() };
    match status {
        Status::Published => {
            after.published = Some(before.head);
            after.published_at = Some(now);
        }
        Status::Archived => {
            after.published = None;
            after.published_at = None;
        }
        Status::Draft | Status::InReview | Status::Scheduled => {}
    }
    after
}

fn hour(cx: &Cx, status: Status, at: Option<Timestamp>) -> Result<Option<Timestamp>> {
    match (status, at) {
        (Status::Scheduled, None) => Err(Error::field("publish_at", Code::FieldRequired)),
        (Status::Scheduled, Some(at)) if at > cx.now && at <= cx.after(limits::SCHEDULE_AHEAD) => {
            Ok(Some(at))
        }
        (_, Some(_)) => Err(Error::field("publish_at", Code::FieldInvalid)),
        (_, None) => Ok(None),
    }
}

/// Each schedule has a job of its own: the hour may be another one than before, and a job finds out whether it is meant.
async fn enqueue(tx: &Tx<'_>, cx: &mut Cx, text: &Text, at: Timestamp) -> Result<()> {
    let lang = text.lang.code().to_owned();
    let due = Scheduled { article_id: text.article_id, lang, number: text.head };
    let payload = serde_json::to_string(&due)
        .map_err(|_unreachable| Error::Broken { what: "a job that is no JSON" })?;
    let id: JobId = cx.id();
    tx.enqueue(&NewJob {
        id: id.uuid(),
        kind: JOB_KIND,
        lane: JOB_LANE,
        dedupe_key: None,
        payload: &payload,
        run_at: at.micros(),
        max_attempts: limits::PUBLISH_ATTEMPTS,
        now: cx.now.micros(),
    })
    .await?;
    Ok(())
}
