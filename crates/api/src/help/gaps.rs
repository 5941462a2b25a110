use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::article::gap::{self, AfterReading, Unhelpful};
use proofdesk_desk::article::view::{brand, find};
use proofdesk_desk::article::word::{self, Told};
use proofdesk_desk::id::{ArticleId, BrandId, Id as _, MissedSearchId};
use proofdesk_desk::missed_search::actions;
use proofdesk_desk::missed_search::view::{Missing, list};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, Error, OrNotFound as _};
use proofdesk_http::{Access, App, Body, IfMatch, Json, Path, Query, Reply, Result, Routes};
use proofdesk_locale::Locale;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use super::BrandQuery;
use super::search::FoundArticleOut;
use crate::params::IfMatchRequired;
use crate::wire::{LocaleWord, Moment};

#[derive(OpenApi)]
#[openapi(paths(gaps, link, dismiss, words, set_words))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::ArticleRead);
    let write = Access::permission(Permission::ArticleWrite);
    let put = &Method::PUT;
    Routes::new()
        .get("/api/v1/help/gaps", read, gaps)
        .route(put, "/api/v1/missed-searches/{id}/article", write, Body::Json, link)
        .route(&Method::DELETE, "/api/v1/missed-searches/{id}", write, Body::None, dismiss)
        .get("/api/v1/articles/{id}/words", read, words)
        .route(put, "/api/v1/articles/{id}/words/{lang}", write, Body::Json, set_words)
}

/// What is missing in a help centre.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HelpGaps)]
pub struct GapsOut {
    /// What readers looked for most of what still finds nothing in their language.
    pub missed_searches: Vec<MissedSearchOut>,
    /// Texts of which too few readers say that they help, the most complained of first.
    pub unhelpful: Vec<UnhelpfulOut>,
    /// Articles after which tickets were written all the same, by category; the most first.
    pub after_reading: Vec<AfterReadingOut>,
}

/// Words that found nothing. Nothing is kept of whoever looked for them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MissedSearch)]
pub struct MissedSearchOut {
    pub id: Uuid,
    pub lang: LocaleWord,
    pub words: String,
    /// How often since `first_at`.
    #[schema(minimum = 1)]
    pub n: i64,
    pub first_at: Moment,
    pub last_at: Moment,
    /// The best that they find in another language.
    pub abroad: Option<FoundArticleOut>,
}

/// A text that does not help enough.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = UnhelpfulArticle)]
pub struct UnhelpfulOut {
    pub article_id: Uuid,
    pub slug: String,
    pub lang: LocaleWord,
    pub title: String,
    pub helpful: i64,
    pub unhelpful: i64,
    pub last_at: Moment,
}

/// Tickets of one category that were written after reading an article.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleTickets)]
pub struct AfterReadingOut {
    pub article_id: Uuid,
    pub slug: String,
    /// The language of the title.
    pub lang: LocaleWord,
    pub title: String,
    /// A category's slug.
    pub category: String,
    #[schema(minimum = 1)]
    pub n: i64,
    pub first_at: Moment,
    pub last_at: Moment,
}

/// The article by which words are answered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MissedSearchLink)]
pub struct LinkIn {
    pub article_id: Uuid,
}

/// Words by which an article is found besides its own, in each language that it has a text in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleWords)]
pub struct WordsOut {
    pub items: Vec<WordsOfLangOut>,
}

/// Such words in one language.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleWordsOfLanguage)]
pub struct WordsOfLangOut {
    pub lang: LocaleWord,
    pub words: Vec<String>,
    /// For `If-Match`; 0 where nobody has set any yet.
    #[schema(minimum = 0, example = 3)]
    pub version: i64,
}

/// Such words as they are to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ArticleWordsSetting)]
pub struct WordsIn {
    #[schema(max_items = 60)]
    pub words: Vec<String>,
}

impl From<Missing> for MissedSearchOut {
    fn from(missing: Missing) -> Self {
        let missed = missing.missed;
        Self {
            id: missed.id.uuid(),
            lang: missed.lang.into(),
            words: missed.words,
            n: missed.n,
            first_at: missed.first_at.into(),
            last_at: missed.last_at.into(),
            abroad: missing.abroad.map(Into::into),
        }
    }
}

impl From<Unhelpful> for UnhelpfulOut {
    fn from(one: Unhelpful) -> Self {
        Self {
            article_id: one.id.uuid(),
            slug: one.slug,
            lang: one.lang.into(),
            title: one.title,
            helpful: one.helpful,
            unhelpful: one.unhelpful,
            last_at: one.last_at.into(),
        }
    }
}

impl From<AfterReading> for AfterReadingOut {
    fn from(one: AfterReading) -> Self {
        Self {
            article_id: one.id.uuid(),
            slug: one.slug,
            lang: one.lang.into(),
            title: one.title,
            category: one.category,
            n: one.n,
            first_at: one.first_at.into(),
            last_at: one.last_at.into(),
        }
    }
}

impl From<BTreeMap<Locale, Told>> for WordsOut {
    fn from(told: BTreeMap<Locale, Told>) -> Self {
        let of_lang = |(lang, told): (Locale, Told)| WordsOfLangOut {
            lang: lang.into(),
            words: told.words,
            version: told.version,
        };
        Self { items: told.into_iter().map(of_lang).collect() }
    }
}

/// Shows what is missing: what readers looked for and did not find, and what they read and wrote to us all the same.
#[utoipa::path(
    get, path = "/api/v1/help/gaps", tag = "help", operation_id = "find_help_gaps", params(BrandQuery),
    responses(
        (status = 200, description = "What is missing.", body = GapsOut),
        (status = 404, description = "There is no such brand."),
    )
)]
async fn gaps(
    State(app): State<App>,
    cx: Cx,
    Query(query): Query<BrandQuery>,
) -> Result<Reply<GapsOut>> {
    let (viewer, now, lookup) = (cx.viewer, cx.now, app.desk().lookup());
    let named = query.brand_id.map(BrandId::from_uuid);
    let read = app.desk().read(async move |rx| {
        let brand_id = brand(rx, &viewer, Permission::ArticleRead, named).await?;
        let missing = list(rx, &viewer, &lookup, brand_id).await?;
        let unhelpful = gap::unhelpful(rx, &viewer, brand_id, now).await?;
        Ok::<_, Error>((missing, unhelpful, gap::after_reading(rx, &viewer, brand_id).await?))
    });
    let (missing, unhelpful, after_reading) = read.await?;
    Ok(Reply::ok(GapsOut {
        missed_searches: missing.into_iter().map(Into::into).collect(),
        unhelpful: unhelpful.into_iter().map(Into::into).collect(),
        after_reading: after_reading.into_iter().map(Into::into).collect(),
    }))
}

/// Has an article found by words that found nothing, and takes them off the list.
#[utoipa::path(
    put, path = "/api/v1/missed-searches/{id}/article", tag = "help", operation_id = "link_missed_search",
    params(("id" = Uuid, Path, description = "The words.")), request_body = LinkIn,
    responses(
        (status = 204, description = "It is found by them."),
        (status = 404, description = "They are gone, or the article has no text in their language."),
    )
)]
async fn link(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<MissedSearchId>,
    Json(input): Json<LinkIn>,
) -> Result<Reply<()>> {
    let article_id = ArticleId::from_uuid(input.article_id);
    let write =
        app.desk().write(cx, async move |tx, cx| actions::link(tx, cx, id, article_id).await);
    write.await?;
    Ok(Reply::no_content())
}

/// Takes words off the list of what is missing. Whoever looks for them brings them back.
#[utoipa::path(
    delete, path = "/api/v1/missed-searches/{id}", tag = "help", operation_id = "dismiss_missed_search",
    params(("id" = Uuid, Path, description = "The words.")),
    responses((status = 204, description = "They are gone."))
)]
async fn dismiss(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<MissedSearchId>,
) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::dismiss(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}

/// Lists the words by which an article is found besides its own.
#[utoipa::path(
    get, path = "/api/v1/articles/{id}/words", tag = "help", operation_id = "list_article_words",
    params(("id" = Uuid, Path, description = "The article.")),
    responses((status = 200, description = "The words by language.", body = WordsOut))
)]
async fn words(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<ArticleId>,
) -> Result<Reply<WordsOut>> {
    let read = app.desk().read(async move |rx| {
        find(rx, &cx.viewer, id).await?.or_not_found()?;
        word::told(rx, id).await
    });
    Ok(Reply::ok(read.await?.into()))
}

/// Sets the words by which an article is found in one language besides its own: what readers call it. They are no part of its
/// text, so no translation is out of date by them.
#[utoipa::path(
    put, path = "/api/v1/articles/{id}/words/{lang}", tag = "help", operation_id = "set_article_words",
    params(
        ("id" = Uuid, Path, description = "The article."),
        ("lang" = LocaleWord, Path, description = "The language of one of its texts."),
        IfMatchRequired,
    ),
    request_body = WordsIn,
    responses(
        (status = 204, description = "It is so. `ETag` is their version now."),
        (status = 412, description = "Somebody else changed them meanwhile."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn set_words(
    State(app): State<App>,
    cx: Cx,
    Path((id, lang)): Path<(ArticleId, LocaleWord)>,
    seen: IfMatch,
    Json(input): Json<WordsIn>,
) -> Result<Reply<()>> {
    let seen = seen.required()?;
    let write = app
        .desk()
        .write(cx, async move |tx, cx| word::set(tx, cx, id, lang.0, seen, &input.words).await);
    Ok(Reply::no_content().with_version(write.await?))
}
