use axum::extract::State;
use axum::http::{HeaderMap, Method};
use proofdesk_desk::article::from_ticket::{Beginning, from_ticket};
use proofdesk_desk::article::reader::Reader;
use proofdesk_desk::article::search::{
    Asked, Found, FoundArticle, Segment, find, for_ticket, reader_brand,
};
use proofdesk_desk::help_section::{self, Section};
use proofdesk_desk::id::{BrandId, Id as _};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, Error, limits, missed_search};
use proofdesk_http::{Access, App, Body, Edge, Json, Query, Reply, Result, Routes};
use proofdesk_locale::Locale;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::{FilterText, Limit, TicketPath};
use crate::tickets::shape::SnippetPieceOut;
use crate::wire::{ArticleAudienceWord, ArticleKindWord, BodyText, LocaleWord, TicketNumber};

#[derive(OpenApi)]
#[openapi(paths(search, suggest, of_ticket, beginning))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::TicketRead);
    Routes::new()
        .get("/api/v1/help/search", Access::Public, search)
        .route(&Method::POST, "/api/v1/help/suggestions", Access::Public, Body::Json, suggest)
        .without_key("It only reads.")
        .get("/api/v1/tickets/{id}/articles", read, of_ticket)
        .get("/api/v1/tickets/{id}/article-draft", read, beginning)
}

/// What is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SearchQuery {
    /// As it was typed: no sign in it means anything. Its first 1,000 characters are read.
    pub q: String,
    /// The language in which it is looked for first; the asker's where it is left out.
    pub lang: Option<LocaleWord>,
    /// A section's slug.
    pub section: Option<FilterText>,
    /// The last word may not be finished.
    #[serde(default)]
    pub typing: bool,
    /// Whose help centre. Where it is left out: the customer's, that of the brand whose own host was asked, or the first brand's.
    pub brand_id: Option<Uuid>,
    /// At most 20 are found.
    #[serde(default)]
    pub limit: Limit,
}

/// A text that somebody is about to send.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TextToAnswer)]
pub struct SuggestIn {
    pub text: BodyText,
    pub lang: LocaleWord,
    /// Whose help centre. Where it is left out: the customer's, that of the brand whose own host was asked, or the first brand's.
    pub brand_id: Option<Uuid>,
}

/// Articles that were found.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FoundArticles)]
pub struct FoundOut {
    /// The best first.
    pub items: Vec<FoundArticleOut>,
    /// How many match at all.
    #[schema(minimum = 0)]
    pub total: usize,
    /// How many of them stand in each section, the most first. None of other languages.
    pub sections: Vec<SectionCountOut>,
}

/// An article that was found.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FoundArticle)]
pub struct FoundArticleOut {
    pub id: Uuid,
    pub slug: String,
    /// A section's slug.
    pub section: String,
    pub kind: ArticleKindWord,
    pub audience: ArticleAudienceWord,
    /// The language of title and snippet.
    pub lang: LocaleWord,
    /// It is not the language that was asked in, which has nothing.
    pub is_foreign: bool,
    /// In pieces.
    pub title: Vec<SnippetPieceOut>,
    /// Where it has what was looked for, in pieces.
    pub snippet: Vec<SnippetPieceOut>,
}

/// How many articles stand in a section.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SectionCount)]
pub struct SectionCountOut {
    pub slug: String,
    pub name: String,
    #[schema(minimum = 0)]
    pub count: u64,
}

/// What an article may begin with. Nothing of it is kept until somebody creates the article.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleBeginning)]
pub struct BeginningOut {
    pub brand_id: Uuid,
    /// The ticket's.
    pub lang: LocaleWord,
    /// The ticket's, by slug.
    pub category: String,
    #[schema(examples("My withdrawal of … is stuck"))]
    pub title: String,
    /// Markdown: what the customer asked as a quotation, and our answers below it.
    pub body: String,
}

impl From<Beginning> for BeginningOut {
    fn from(beginning: Beginning) -> Self {
        Self {
            brand_id: beginning.brand_id.uuid(),
            lang: beginning.lang.into(),
            category: beginning.category,
            title: beginning.title,
            body: beginning.body,
        }
    }
}

impl FoundOut {
    fn new(found: Found, sections: &[Section], lang: Locale) -> Self {
        let count = |count: proofdesk_desk::article::search::FacetCount| {
            let section = sections.iter().find(|section| section.slug == count.name);
            let name = section.map(|section| section.name(lang).to_owned()).unwrap_or_default();
            SectionCountOut { slug: count.name, name, count: count.count }
        };
        Self {
            items: found.items.into_iter().map(Into::into).collect(),
            total: found.total,
            sections: found.sections.into_iter().map(count).collect(),
        }
    }
}

impl From<FoundArticle> for FoundArticleOut {
    fn from(found: FoundArticle) -> Self {
        let pieces = |segments: Vec<Segment>| {
            let piece = |one: Segment| SnippetPieceOut { text: one.text, is_match: one.is_match };
            segments.into_iter().map(piece).collect()
        };
        Self {
            id: found.id.uuid(),
            slug: found.slug,
            section: found.section,
            kind: found.kind.into(),
            audience: found.audience.into(),
            lang: found.lang.into(),
            is_foreign: found.is_foreign,
            title: pieces(found.title),
            snippet: pieces(found.snippet),
        }
    }
}

/// Looks for published articles that the asker may read, in ten languages, with slips of the fingers forgiven.
///
/// Where the language has nothing, what other languages have comes marked. Words that found nothing in it are counted for
/// the editors, without whoever asked, unless `typing` is set.
#[utoipa::path(
    get, path = "/api/v1/help/search", tag = "help", operation_id = "search_help", params(SearchQuery),
    responses(
        (status = 200, description = "What was found.", body = FoundOut),
        (status = 404, description = "There is no such brand."),
        (status = 503, description = "There is no index to ask yet."),
    )
)]
async fn search(
    State(app): State<App>,
    cx: Cx,
    edge: Edge,
    headers: HeaderMap,
    Query(query): Query<SearchQuery>,
) -> Result<Reply<FoundOut>> {
    let lang = query.lang.map_or(cx.locale, |lang| lang.0);
    let asked = Asked {
        text: query.q,
        lang,
        section: query.section.map(|section| section.0),
        is_typing: query.typing,
        limit: usize::try_from(query.limit.0).unwrap_or(limits::HELP_FOUND).min(limits::HELP_FOUND),
    };
    let words = missed_search::counted(&asked.text).filter(|_| !asked.is_typing);
    let (brand_id, found, sections) = look(&app, &cx, &headers, query.brand_id, asked).await?;
    if let Some(words) = words.filter(|_| !found.is_own() && !cx.viewer.is_staff()) {
        let address = edge.address.to_string();
        let write = app.desk().write(cx, async move |tx, cx| {
            missed_search::actions::note(tx, cx, brand_id, lang, &words, &address).await
        });
        write.await?;
    }
    Ok(Reply::ok(FoundOut::new(found, &sections, lang)))
}

async fn look(
    app: &App,
    cx: &Cx,
    headers: &HeaderMap,
    brand_id: Option<Uuid>,
    asked: Asked,
) -> Result<(BrandId, Found, Vec<Section>)> {
    let (viewer, lookup) = (cx.viewer.clone(), app.desk().lookup());
    let named = brand_id.map(BrandId::from_uuid);
    let address = app.config().brand_of(headers).map(str::to_owned);
    let read =
        app.desk().read(async move |rx| reader_brand(rx, &viewer, named, address.as_deref()).await);
    let brand_id = read.await?;
    let reader = Reader::asked(app.desk(), cx, brand_id).await?;
    let read = app.desk().read(async move |rx| {
        let found = find(rx, &lookup, &reader, brand_id, &asked).await?;
        Ok::<_, Error>((found, help_section::view::list(rx, brand_id).await?))
    });
    let (found, sections) = read.await?;
    Ok((brand_id, found, sections))
}

/// Finds articles that may answer a text before it is sent. Nothing of the text is stored, counted or logged.
#[utoipa::path(
    post, path = "/api/v1/help/suggestions", tag = "help", operation_id = "suggest_articles",
    request_body = SuggestIn,
    responses(
        (status = 200, description = "The few best.", body = FoundOut),
        (status = 404, description = "There is no such brand."),
        (status = 503, description = "There is no index to ask yet."),
    )
)]
async fn suggest(
    State(app): State<App>,
    cx: Cx,
    headers: HeaderMap,
    Json(input): Json<SuggestIn>,
) -> Result<Reply<FoundOut>> {
    let lang = input.lang.0;
    let asked = Asked {
        text: input.text.0,
        lang,
        section: None,
        is_typing: false,
        limit: limits::HELP_SUGGESTED,
    };
    let (_, found, sections) = look(&app, &cx, &headers, input.brand_id, asked).await?;
    Ok(Reply::ok(FoundOut::new(found, &sections, lang)))
}

/// Finds articles, internal ones too, that fit what the ticket's customer wrote first: in the ticket's language, and in the
/// asker's.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/articles", tag = "help", operation_id = "list_ticket_articles",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses(
        (status = 200, description = "The few best.", body = FoundOut),
        (status = 503, description = "There is no index to ask yet."),
    )
)]
async fn of_ticket(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<FoundOut>> {
    let (scope, lookup) = (cx.viewer.scope(Permission::TicketRead), app.desk().lookup());
    let (viewer, lang) = (cx.viewer, cx.locale);
    let read =
        app.desk().read(async move |rx| for_ticket(rx, &lookup, &viewer, &scope, &id, lang).await);
    Ok(Reply::ok(FoundOut::new(read.await?, &[], lang)))
}

/// Makes the beginning of an article of a ticket: its question and our answers, without numbers, addresses and names of the
/// customer's as far as they are recognised. Nothing is kept.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/article-draft", tag = "help", operation_id = "begin_article_of_ticket",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 200, description = "What it may begin with.", body = BeginningOut))
)]
async fn beginning(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<BeginningOut>> {
    let scope = cx.viewer.scope(Permission::TicketRead);
    let (viewer, lang) = (cx.viewer, cx.locale);
    let read = app.desk().read(async move |rx| from_ticket(rx, &viewer, &scope, &id, lang).await);
    Ok(Reply::ok(read.await?.into()))
}
