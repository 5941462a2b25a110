//! What readers say of articles: whether one helped, and if not, why. Nobody's name is kept with it.

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, Tx, params};
use sha2::{Digest as _, Sha256};

use super::reader::Reader;
use super::view::{self, Found};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Attempt, Error, Result};
use crate::id::{ArticleFeedbackId, ArticleId, BrandId};
use crate::permission::Permission;
use crate::quota::{self, Kind};
use crate::text::Clean;
use crate::time::Timestamp;
use crate::words::words;
use crate::{limits, viewer::Viewer};

/// Every statement of feedback, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[INSERT, COUNTS, NOTES, MOST_HELPFUL, NOTE, SET_NOTE];

const INSERT: &str = "insert into article_feedback (id, article_id, lang, number, helpful, reason, note, created_at) \
    values ($1, $2, $3, $4, $5, $6, $7, $8)";
const COUNTS: &str = "select lang, sum(case when helpful then 1 else 0 end), sum(case when helpful then 0 else 1 end) \
    from article_feedback where article_id = $1 group by lang order by lang";
const NOTES: &str = "select lang, number, reason, note, created_at from article_feedback \
    where article_id = $1 and helpful = false order by created_at desc limit 50";
const MOST_HELPFUL: &str = "select a.slug, count(*) from article_feedback f join article a on a.id = f.article_id \
    where a.brand_id = $1 and f.helpful = true group by a.slug order by 2 desc, a.slug limit 12";
const NOTE: &str = "select note from article_feedback where id = $1 and note is not null";
const SET_NOTE: &str = "update article_feedback set note = $1 where id = $2";

words! {
    /// Why an article did not help.
    pub enum Reason {
        /// It is about something else.
        NotMine = "not_mine",
        /// It says something that is not so.
        Wrong = "wrong",
        Unclear = "unclear",
        /// It ends where help would begin.
        Incomplete = "incomplete",
        /// What it says is understood, and not liked.
        Policy = "policy",
    }
}

/// What a reader says.
#[derive(Clone, Debug)]
pub struct Feedback {
    /// Who says it, for what they may read.
    pub reader: Reader,
    pub helpful: bool,
    pub reason: Option<Reason>,
    pub note: Option<Clean>,
    /// The reader's network address, for the limit alone.
    pub address: String,
}

/// How often an article helped in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    pub lang: Locale,
    pub helpful: i64,
    pub unhelpful: i64,
}

/// What somebody missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub lang: Locale,
    /// The version that they read.
    pub number: i64,
    pub reason: Option<Reason>,
    pub note: Option<String>,
    pub created_at: Timestamp,
}

/// Keeps what a reader says of the version that they read.
///
/// The refusal of who says too much, `feedback-spent`, comes as an [`Attempt`].
///
/// # Errors
/// `not-found` for an article that the reader does not see.
pub async fn give(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    slug: &str,
    lang: Locale,
    said: &Feedback,
) -> Result<Attempt<()>> {
    let Found::Here(opened) = view::open(tx, &said.reader, brand_id, slug, lang).await? else {
        return Err(Error::refused(Code::NotFound));
    };
    let subject = hex::encode(Sha256::digest(said.address.as_bytes()));
    let (most, day) = (limits::FEEDBACK_PER_DAY, std::time::Duration::from_secs(24 * 3600));
    let taken =
        quota::actions::take(tx, Kind::ArticleFeedback, &subject, most, day, cx.now).await?;
    if let Err(spent) = taken {
        return Ok(Err(spent.under(Code::FeedbackSpent)));
    }
    let id: ArticleFeedbackId = cx.id();
    let reason = said.reason.filter(|_| !said.helpful);
    let note = said.note.as_ref().map(Clean::as_str);
    let (article_id, lang, number) = (opened.article.id, opened.lang.code(), opened.version.number);
    let values = params![id, article_id, lang, number, said.helpful, reason, note, cx.now];
    tx.exec(INSERT, values).await?;
    Ok(Ok(()))
}

/// Reads a note once more and masks what the guard finds. Returns whether there was anything to mask. No event tells of it: none told
/// of the note.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask(tx: &Tx<'_>, cx: &Cx, id: ArticleFeedbackId) -> Result<bool> {
    cx.viewer.require(Permission::GuardRescan)?;
    let note: Option<(String,)> = tx.query_opt(NOTE, params![id]).await?;
    let Some((note,)) = note else { return Ok(false) };
    let Some(clean) = Clean::again(&note)? else { return Ok(false) };
    tx.exec(SET_NOTE, params![clean.as_str(), id]).await?;
    Ok(true)
}

/// The slugs of the articles that helped most often, whoever may read them.
///
/// # Errors
/// Only those of the store.
pub async fn most_helpful(rx: &Rx<'_>, brand_id: BrandId) -> Result<Vec<String>> {
    let rows: Vec<(String, i64)> = rx.query(MOST_HELPFUL, params![brand_id]).await?;
    Ok(rows.into_iter().map(|(slug, _)| slug).collect())
}

/// How often an article helped, by language; of one that the caller found visible.
pub async fn counts(rx: &Rx<'_>, id: ArticleId) -> Result<Vec<Count>> {
    let rows: Vec<(String, i64, i64)> = rx.query(COUNTS, params![id]).await?;
    let count = |(lang, helpful, unhelpful): (String, i64, i64)| {
        Some(Count { lang: lang.parse().ok()?, helpful, unhelpful })
    };
    Ok(rows.into_iter().filter_map(count).collect())
}

/// What readers missed in an article, the newest first; of one that the caller found visible.
///
/// # Errors
/// `staff-only`.
pub async fn notes(rx: &Rx<'_>, viewer: &Viewer, id: ArticleId) -> Result<Vec<Note>> {
    viewer.staff()?;
    type Line = (String, i64, Option<Reason>, Option<String>, Timestamp);
    let rows: Vec<Line> = rx.query(NOTES, params![id]).await?;
    let note = |(lang, number, reason, note, created_at): Line| {
        Some(Note { lang: lang.parse().ok()?, number, reason, note, created_at })
    };
    Ok(rows.into_iter().filter_map(note).collect())
}
