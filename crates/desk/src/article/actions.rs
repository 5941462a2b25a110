//! What people do to articles.

use proofdesk_locale::Locale;
use proofdesk_store::{NewJob, Tx};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::event::{ArticleChanged, ArticleCreated, ArticleMoved, ArticleReviewed, ArticleWritten};
use super::view::{self, ArticleSummary};
use super::{
    Article, Audience, JOB_KIND, JOB_LANE, Kind, Status, Text, Written, asking, read_slug,
    read_slugs, sql,
};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{ArticleId, BrandId, HelpSectionId, Id as _, JobId, StaffId};
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::time::Timestamp;
use crate::{help_section, limits, staff};

/// An article about to be begun, with its first draft.
#[derive(Clone, Debug)]
pub struct NewArticle {
    pub brand_id: BrandId,
    pub slug: String,
    /// By slug.
    pub section: String,
    pub kind: Kind,
    pub audience: Audience,
    pub lang: Locale,
    pub categories: Vec<String>,
    pub related: Vec<String>,
    pub review_days: i64,
    pub owner_id: Option<StaffId>,
    pub text: Written,
}

/// What to change of an article whatever its language; `None` leaves it.
#[derive(Clone, Debug, Default)]
pub struct ArticleChange {
    pub slug: Option<String>,
    pub section: Option<String>,
    pub kind: Option<Kind>,
    pub audience: Option<Audience>,
    pub categories: Option<Vec<String>>,
    pub related: Option<Vec<String>>,
    pub review_days: Option<i64>,
    /// `Some(None)` takes the owner away.
    pub owner_id: Option<Option<StaffId>>,
}

/// Where a text is to stand.
#[derive(Clone, Copy, Debug)]
pub struct Move {
    pub status: Status,
    /// Of a scheduled one: when.
    pub publish_at: Option<Timestamp>,
    /// Whoever publishes it has looked at every place where it seems to ask for a secret.
    pub looked: bool,
}

impl Move {
    /// There, now.
    pub const fn to(status: Status) -> Self {
        Self { status, publish_at: None, looked: false }
    }
}

/// Begins an article with a draft in its first language.
///
/// # Errors
/// `no-permission` without `article.write` over the brand; `field-taken`, `field-invalid` and the like at a field;
/// `limit-reached`.
pub async fn create(tx: &Tx<'_>, cx: &mut Cx, new: &NewArticle) -> Result<ArticleId> {
    view::require_brand(&cx.viewer, Permission::ArticleWrite, new.brand_id)?;
    let most = limits::ARTICLES;
    if view::count(tx, new.brand_id).await? >= most {
        return Err(Error::limit_reached(most));
    }
    let article = Article {
        id: cx.id(),
        brand_id: new.brand_id,
        slug: read_slug("slug", &new.slug)?,
        section_id: section(tx, new.brand_id, &new.section).await?,
        kind: new.kind,
        audience: new.audience,
        lang: new.lang,
        categories: read_slugs("categories", &new.categories)?,
        related: read_slugs("related", &new.related)?,
        review_days: days(new.review_days)?,
        owner_id: owner(tx, new.owner_id).await?,
        reviewed_at: cx.now,
        created_at: cx.now,
        updated_at: cx.now,
        version: 1,
    };
    if !sql::insert(tx, &article).await? {
        return Err(Error::field("slug", Code::FieldTaken));
    }
    // Whoever follows an old address of another article is better off there than nowhere, but an article of this name is here.
    sql::free_slug(tx, article.brand_id, &article.slug).await?;
    let text = first(&article, new.lang, None, &new.text, cx.now);
    if !sql::insert_text(tx, &text).await? {
        return Err(Error::Broken { what: "a new article with a text" });
    }
    sql::insert_version(tx, &text, &new.text, cx.viewer.author(), cx.now).await?;
    let created = ArticleCreated {
        article_id: article.id,
        brand_id: article.brand_id,
        slug: article.slug.clone(),
        section_id: Some(article.section_id),
        kind: Some(article.kind),
        audience: Some(article.audience),
    };
    let events = [NewEvent::of(&created)?, NewEvent::of(&told(&text, &new.text))?];
    log::begin(tx, cx, &Stream::Article(article.id), &events).await?;
    Ok(article.id)
}

/// Changes what is true of an article in every language, and returns its new version. `seen` is the one that the viewer saw.
///
/// A slug that changes goes on leading here; one that belonged to another article before does no longer lead there.
///
/// # Errors
/// As [`create`]; `not-found`; `version-conflict`; `no-permission` without `article.publish` for whom it is for, and for the
/// slug of one that is public.
pub async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: ArticleId,
    seen: i64,
    change: &ArticleChange,
) -> Result<i64> {
    let chain = log::lock(tx, &Stream::Article(id)).await?;
    let found = reached(tx, cx, id, Permission::ArticleWrite).await?;
    let before = &found.article;
    if before.version != seen {
        return Err(Error::refused(Code::VersionConflict));
    }
    let after = changed(tx, cx, before, change).await?;
    let fields = differing(before, &after);
    let is_public = found.texts.iter().any(|text| text.published.is_some());
    let shows = fields.iter().any(|field| matches!(field.as_str(), "audience" | "slug"));
    if is_public && shows && !view::is_reached(&cx.viewer, Permission::ArticlePublish, before) {
        return Err(Error::no_permission(Permission::ArticlePublish));
    }
    if fields.is_empty() {
        return Ok(seen);
    }
    let moved = before.slug != after.slug;
    if moved {
        move_slug(tx, cx, before, &after.slug).await?;
    }
    if !sql::update(tx, &after).await? {
        return Err(Error::refused(Code::VersionConflict));
    }
    let event = ArticleChanged {
        article_id: id,
        fields,
        slug: moved.then(|| after.slug.clone()),
        section_id: (before.section_id != after.section_id).then_some(after.section_id),
        kind: (before.kind != after.kind).then_some(after.kind),
        audience: (before.audience != after.audience).then_some(after.audience),
    };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(seen + 1)
}

/// Writes a new version of a text, which is a draft from then on; what is public stays so. Returns the text's new version.
/// `seen` is the text's version that the viewer saw, `None` where there was none: two who write at once are both told.
///
/// `source` is the version of the first language that a translation was made from.
///
/// # Errors
/// `no-permission` without `article.write`; `not-found`; `version-conflict`; `field-invalid` at `source_number` for one that
/// there is not.
pub async fn save(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: ArticleId,
    lang: Locale,
    seen: Option<i64>,
    (text, source): (&Written, Option<i64>),
) -> Result<i64> {
    let chain = log::lock(tx, &Stream::Article(id)).await?;
    let found = reached(tx, cx, id, Permission::ArticleWrite).await?;
    let before = found.text(lang);
    if before.map(|text| text.version) != seen {
        return Err(Error::refused(Code::VersionConflict));
    }
    let source = source_of(tx, &found, lang, source).await?;
    let after = match before {
        Some(before) => Text {
            status: Status::Draft,
            head: before.head + 1,
            title: text.title.clone(),
            source_number: source,
            publish_at: None,
            updated_at: cx.now,
            ..before.clone()
        },
        None => first(&found.article, lang, source, text, cx.now),
    };
    let is_new = before.is_none();
    let is_kept = match is_new {
        true => sql::insert_text(tx, &after).await?,
        false => sql::update_text(tx, &after).await?,
    };
    if !is_kept {
        return Err(Error::refused(Code::VersionConflict));
    }
    sql::insert_version(tx, &after, text, cx.viewer.author(), cx.now).await?;
    chain.append(tx, cx, &[NewEvent::of(&told(&after, text))?]).await?;
    Ok(if is_new { 1 } else { after.version + 1 })
}

/// Moves a text: to review and back to draft with `article.write`; to be published now or at its hour, and to the archive,
/// with `article.publish`. Returns the text's new version.
///
/// # Errors
/// `no-permission`; `not-found`; `version-conflict`; `article-state` when it does not stand where it could be moved from;
/// `field-required` and `field-invalid` at `publish_at`; `asks-for-secret` for a text that seems to ask its reader for a
/// secret, which nobody said they had looked at.
pub async fn move_to(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: ArticleId,
    lang: Locale,
    seen: i64,
    to: Move,
) -> Result<i64> {
    let Move { status, publish_at, looked } = to;
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
    if matches!(status, Status::Scheduled | Status::Published) && !looked {
        refuse_asking(tx, before).await?;
    }
    let after = standing(before, status, publish_at, cx.now);
    if !sql::update_text(tx, &after).await? {
        return Err(Error::refused(Code::VersionConflict));
    }
    if let Some(at) = publish_at {
        enqueue(tx, cx, &after, at).await?;
    }
    append_move(tx, cx, chain, &after).await?;
    Ok(after.version + 1)
}

async fn refuse_asking(tx: &Tx<'_>, text: &Text) -> Result<()> {
    let version = view::version(tx, text.article_id, text.lang, text.head).await?.or_not_found()?;
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
    append_move(tx, cx, chain, &after).await
}

async fn append_move(tx: &Tx<'_>, cx: &mut Cx, chain: log::Chain, text: &Text) -> Result<()> {
    let event = ArticleMoved {
        article_id: text.article_id,
        lang: text.lang.code().to_owned(),
        number: text.head,
        status: text.status,
        publish_at: text.publish_at,
    };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
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

/// The article, if the viewer sees it and the permission reaches it.
async fn reached(
    tx: &Tx<'_>,
    cx: &Cx,
    id: ArticleId,
    permission: Permission,
) -> Result<ArticleSummary> {
    let found = view::find(tx, &cx.viewer, id).await?.or_not_found()?;
    match view::is_reached(&cx.viewer, permission, &found.article) {
        true => Ok(found),
        false => Err(Error::no_permission(permission)),
    }
}

fn first(
    article: &Article,
    lang: Locale,
    source_number: Option<i64>,
    text: &Written,
    now: Timestamp,
) -> Text {
    Text {
        article_id: article.id,
        lang,
        status: Status::Draft,
        head: 1,
        title: text.title.clone(),
        source_number,
        published: None,
        published_at: None,
        publish_at: None,
        updated_at: now,
        version: 1,
    }
}

fn told(text: &Text, written: &Written) -> ArticleWritten {
    ArticleWritten {
        article_id: text.article_id,
        lang: text.lang.code().to_owned(),
        number: text.head,
        source_number: text.source_number,
        digest: digest(&written.title, &written.summary, &written.tags, &written.body),
        html_digest: Some(html_digest(&written.html)),
    }
}

pub(super) fn digest(title: &str, summary: &str, tags: &[String], body: &str) -> String {
    let mut hash = Sha256::new();
    for part in [title, summary, &tags.join("\n"), body] {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hex::encode(hash.finalize())
}

pub(super) fn html_digest(html: &str) -> String {
    hex::encode(Sha256::digest(html.as_bytes()))
}

/// The version that a translation was made from; none of the first language.
async fn source_of(
    tx: &Tx<'_>,
    found: &ArticleSummary,
    lang: Locale,
    named: Option<i64>,
) -> Result<Option<i64>> {
    let first = found.article.lang;
    let named = match (lang == first, named) {
        (true, None) => return Ok(None),
        (true, Some(_)) => return Err(Error::field("source_number", Code::FieldInvalid)),
        (false, None) => return Err(Error::field("source_number", Code::FieldRequired)),
        (false, Some(named)) => named,
    };
    match view::version(tx, found.article.id, first, named).await? {
        Some(_) => Ok(Some(named)),
        None => Err(Error::field("source_number", Code::FieldInvalid)),
    }
}

async fn changed(
    tx: &Tx<'_>,
    cx: &Cx,
    before: &Article,
    change: &ArticleChange,
) -> Result<Article> {
    let mut after = Article { updated_at: cx.now, ..before.clone() };
    if let Some(slug) = &change.slug {
        after.slug = read_slug("slug", slug)?;
    }
    if let Some(slug) = &change.section {
        after.section_id = section(tx, before.brand_id, slug).await?;
    }
    after.kind = change.kind.unwrap_or(after.kind);
    after.audience = change.audience.unwrap_or(after.audience);
    if let Some(categories) = &change.categories {
        after.categories = read_slugs("categories", categories)?;
    }
    if let Some(related) = &change.related {
        after.related = read_slugs("related", related)?;
    }
    if let Some(typed) = change.review_days {
        after.review_days = days(typed)?;
    }
    if let Some(id) = change.owner_id {
        after.owner_id = owner(tx, id).await?;
    }
    Ok(after)
}

/// A slug leads to an article and never to another slug, so whatever is renamed to whatever makes no circle.
async fn move_slug(tx: &Tx<'_>, cx: &Cx, before: &Article, slug: &str) -> Result<()> {
    if view::owner(tx, before.brand_id, slug).await?.is_some() {
        return Err(Error::field("slug", Code::FieldTaken));
    }
    if view::former(tx, before.brand_id, slug).await?.is_some_and(|id| id != before.id) {
        return Err(Error::field("slug", Code::FieldTaken));
    }
    let most = limits::ARTICLE_FORMER_SLUGS;
    if view::former_count(tx, before.id).await? >= most {
        return Err(Error::limit_reached_at("slug", most));
    }
    sql::free_slug(tx, before.brand_id, slug).await?;
    sql::keep_slug(tx, before.brand_id, &before.slug, before.id, cx.now).await
}

async fn section(tx: &Tx<'_>, brand_id: BrandId, slug: &str) -> Result<HelpSectionId> {
    match help_section::view::find(tx, brand_id, slug).await? {
        Some(section) => Ok(section.id),
        None => Err(Error::field("section", Code::FieldInvalid)),
    }
}

async fn owner(tx: &Tx<'_>, id: Option<StaffId>) -> Result<Option<StaffId>> {
    match id {
        Some(id) if staff::view::name(tx, id).await?.is_none() => {
            Err(Error::field("owner_id", Code::FieldInvalid))
        }
        id => Ok(id),
    }
}

fn days(typed: i64) -> Result<i64> {
    match (1..=limits::ARTICLE_REVIEW_DAYS).contains(&typed) {
        true => Ok(typed),
        false => Err(Error::field("review_days", Code::FieldInvalid)),
    }
}

fn differing(before: &Article, after: &Article) -> Vec<String> {
    let fields = [
        ("slug", before.slug != after.slug),
        ("section", before.section_id != after.section_id),
        ("kind", before.kind != after.kind),
        ("audience", before.audience != after.audience),
        ("categories", before.categories != after.categories),
        ("related", before.related != after.related),
        ("review_days", before.review_days != after.review_days),
        ("owner_id", before.owner_id != after.owner_id),
    ];
    fields.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name.to_owned()).collect()
}
