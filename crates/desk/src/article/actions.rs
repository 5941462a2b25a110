//! What people do to articles.

mod common;
mod standing;

use proofdesk_locale::Locale;
use proofdesk_store::Tx;
use sha2::{Digest as _, Sha256};

use super::event::{ArticleChanged, ArticleCreated, ArticleWritten};
use super::reader::{read_countries, read_tier, require_narrowable};
use super::view::{self, ArticleSummary};
use super::{Article, Audience, Kind, Status, Text, Written, read_slug, read_slugs, sql};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{ArticleId, BrandId, StaffId};
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::time::Timestamp;

use common::{changed, days, differing, move_slug, owner, section};
pub use standing::{Move, Scheduled, move_to, publish_due, review};

/// An article about to be begun, with its first draft.
#[derive(Clone, Debug)]
pub struct NewArticle {
    pub brand_id: BrandId,
    pub slug: String,
    /// By slug.
    pub section: String,
    pub kind: Kind,
    pub audience: Audience,
    /// Of one for customers who are signed in: from which tier on.
    pub min_tier: i64,
    /// Of such a one: in which countries; none for all.
    pub countries: Vec<String>,
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
    pub min_tier: Option<i64>,
    pub countries: Option<Vec<String>>,
    pub categories: Option<Vec<String>>,
    pub related: Option<Vec<String>>,
    pub review_days: Option<i64>,
    /// `Some(None)` takes the owner away.
    pub owner_id: Option<Option<StaffId>>,
}

/// Begins an article with a draft in its first language.
///
/// # Errors
/// `no-permission` without `article.write` over the brand; `field-taken`, `field-invalid` and the like at a field;
/// `article-not-signed-in` at a tier or country of one that is not for customers who are signed in; `limit-reached`.
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
        min_tier: read_tier(new.min_tier)?,
        countries: read_countries(&new.countries)?,
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
    require_narrowable(&article)?;
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
        min_tier: Some(article.min_tier),
        countries: Some(article.countries),
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
    let shows =
        |field: &String| matches!(field.as_str(), "audience" | "min_tier" | "countries" | "slug");
    let shows = fields.iter().any(shows);
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
        min_tier: (before.min_tier != after.min_tier).then_some(after.min_tier),
        countries: (before.countries != after.countries).then_some(after.countries),
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
