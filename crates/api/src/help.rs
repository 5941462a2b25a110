#![expect(unused_qualifications, reason = "utoipa's macro writes them")]

pub mod care;
pub mod gaps;
pub mod search;

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::article::view::brand;
use proofdesk_desk::glossary::actions::TermSetting;
use proofdesk_desk::glossary::{self, Term, TermText, TermTexts};
use proofdesk_desk::help_section::{self, Section};
use proofdesk_desk::id::{BrandId, Id as _};
use proofdesk_desk::names::each_once;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, Error};
use proofdesk_http::{
    Access, App, Body, IfMatch, IfMatchOrNew, Json, Path, Query, Reply, Result, Routes,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::IfMatchRequired;
use crate::wire::{LocaleWord, Moment, VersionOut, by_language};

#[derive(OpenApi)]
#[openapi(paths(
    sections,
    set_section,
    order_sections,
    delete_section,
    terms,
    set_term,
    delete_term
))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::ArticleRead);
    let publish = Access::permission(Permission::ArticlePublish);
    Routes::new()
        .get("/api/v1/help-sections", read, sections)
        .route(&Method::PUT, "/api/v1/help-sections/{slug}", publish, Body::Json, set_section)
        .route(&Method::DELETE, "/api/v1/help-sections/{slug}", publish, Body::None, delete_section)
        .route(&Method::PUT, "/api/v1/help-section-order", publish, Body::Json, order_sections)
        .get("/api/v1/glossary-terms", read, terms)
        .route(&Method::PUT, "/api/v1/glossary-terms/{slug}", publish, Body::Json, set_term)
        .route(&Method::DELETE, "/api/v1/glossary-terms/{slug}", publish, Body::None, delete_term)
        .merge(care::routes())
        .merge(gaps::routes())
        .merge(search::routes())
}

/// Whose help centre.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct BrandQuery {
    /// Required where the asker sees several brands.
    pub brand_id: Option<Uuid>,
}

/// A section of the help centre.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HelpSection)]
pub struct SectionOut {
    pub slug: String,
    /// Its place on the first page.
    pub position: i64,
    /// Its name by language.
    pub names: BTreeMap<String, String>,
    /// How many articles stand in it, drafts and archived ones too.
    #[schema(minimum = 0)]
    pub articles: i64,
    /// For `If-Match`. Another order counts too.
    #[schema(minimum = 1, example = 3)]
    pub version: i64,
}

/// The sections in their order.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HelpSections)]
pub struct SectionsOut {
    pub items: Vec<SectionOut>,
}

/// A section as it is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = HelpSectionSetting)]
pub struct SectionIn {
    pub brand_id: Option<Uuid>,
    #[schema(minimum = 1, maximum = 1000)]
    pub position: i64,
    /// Its name by language, in one at least.
    pub names: Vec<NameIn>,
}

/// The order in which sections are to stand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = HelpSectionOrder)]
pub struct OrderIn {
    pub brand_id: Option<Uuid>,
    /// Slugs, the first one first. Sections that are not named come behind these.
    #[schema(min_items = 1, max_items = 60)]
    pub slugs: Vec<String>,
}

/// A name in one language.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = HelpSectionName)]
pub struct NameIn {
    pub lang: LocaleWord,
    pub name: String,
}

/// A term of the glossary.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GlossaryTerm)]
pub struct TermOut {
    pub slug: String,
    /// Slugs of articles that say more.
    pub see: Vec<String>,
    pub texts: Vec<TermTextOut>,
    pub updated_at: Moment,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// A term in one language.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = GlossaryTermText)]
pub struct TermTextOut {
    pub lang: LocaleWord,
    pub term: String,
    pub definition: String,
    /// In which texts use it.
    #[schema(max_items = 40)]
    pub forms: Vec<String>,
}

/// All terms by slug.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GlossaryTerms)]
pub struct TermsOut {
    pub items: Vec<TermOut>,
}

/// A term as it is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = GlossaryTermSetting)]
pub struct TermIn {
    pub brand_id: Option<Uuid>,
    #[serde(default)]
    #[schema(max_items = 30)]
    pub see: Vec<String>,
    #[schema(max_items = 10)]
    pub texts: Vec<TermTextOut>,
    /// Whoever sets it has looked at every definition that seems to ask its reader for a secret.
    #[serde(default)]
    pub looked: bool,
}

impl SectionOut {
    fn new(section: Section, articles: i64) -> Self {
        let names = by_language(section.names);
        let (position, version) = (section.position, section.version);
        Self { slug: section.slug, position, names, articles, version }
    }
}

impl From<Term> for TermOut {
    fn from(term: Term) -> Self {
        let text = |(lang, text): (proofdesk_locale::Locale, TermText)| TermTextOut {
            lang: lang.into(),
            term: text.term,
            definition: text.definition,
            forms: text.forms,
        };
        Self {
            slug: term.slug,
            see: term.see,
            texts: term.texts.into_iter().map(text).collect(),
            updated_at: term.updated_at.into(),
            version: term.version,
        }
    }
}

async fn brand_of(
    app: &App,
    cx: &Cx,
    permission: Permission,
    named: Option<Uuid>,
) -> Result<BrandId> {
    let (viewer, named) = (cx.viewer.clone(), named.map(BrandId::from_uuid));
    Ok(app.desk().read(async move |rx| brand(rx, &viewer, permission, named).await).await?)
}

/// Lists the sections of the help centre.
#[utoipa::path(
    get, path = "/api/v1/help-sections", tag = "help", operation_id = "list_help_sections", params(BrandQuery),
    responses(
        (status = 200, description = "All of them.", body = SectionsOut),
        (status = 404, description = "There is no such brand."),
    )
)]
async fn sections(
    State(app): State<App>,
    cx: Cx,
    Query(query): Query<BrandQuery>,
) -> Result<Reply<SectionsOut>> {
    let brand_id = brand_of(&app, &cx, Permission::ArticleRead, query.brand_id).await?;
    let read = app.desk().read(async move |rx| {
        let counts = help_section::view::counts(rx, &cx.viewer, brand_id).await?;
        Ok::<_, Error>((help_section::view::list(rx, brand_id).await?, counts))
    });
    let (sections, counts) = read.await?;
    let shown = |section: Section| {
        let articles = counts.get(&section.id).copied().unwrap_or_default();
        SectionOut::new(section, articles)
    };
    Ok(Reply::ok(SectionsOut { items: sections.into_iter().map(shown).collect() }))
}

/// Makes or changes a section. Without `If-Match` it is one that was not there.
#[utoipa::path(
    put, path = "/api/v1/help-sections/{slug}", tag = "help", operation_id = "set_help_section",
    params(
        ("slug" = String, Path, description = "The section."),
        ("if-match" = Option<String>, Header, description = "The version of the section that was seen, in quotation marks."),
    ),
    request_body = SectionIn,
    responses(
        (status = 204, description = "It is so. `ETag` is its version now."),
        (status = 409, description = "There are too many, or one language has two names."),
        (status = 412, description = "Somebody else changed it meanwhile, or it is there already."),
        (status = 428, description = "`If-Match` is `*`, which names no version."),
    )
)]
async fn set_section(
    State(app): State<App>,
    cx: Cx,
    Path(slug): Path<String>,
    seen: IfMatchOrNew,
    Json(input): Json<SectionIn>,
) -> Result<Reply<()>> {
    let brand_id = brand_of(&app, &cx, Permission::ArticlePublish, input.brand_id).await?;
    let sent = input.names.into_iter().map(|one| (one.lang.0, one.name));
    let names = each_once(sent)?;
    let position = input.position;
    let write = app.desk().write(cx, async move |tx, cx| {
        help_section::actions::change(tx, cx, brand_id, &slug, seen.0, (position, &names)).await
    });
    Ok(Reply::no_content().with_version(write.await?))
}

/// Puts the sections into an order.
#[utoipa::path(
    put, path = "/api/v1/help-section-order", tag = "help", operation_id = "order_help_sections",
    request_body = OrderIn,
    responses(
        (status = 204, description = "They stand so."),
        (status = 404, description = "There is no such brand."),
    )
)]
async fn order_sections(
    State(app): State<App>,
    cx: Cx,
    Json(input): Json<OrderIn>,
) -> Result<Reply<()>> {
    let brand_id = brand_of(&app, &cx, Permission::ArticlePublish, input.brand_id).await?;
    let slugs = input.slugs;
    let write = app.desk().write(cx, async move |tx, cx| {
        help_section::actions::order(tx, cx, brand_id, &slugs).await
    });
    write.await?;
    Ok(Reply::no_content())
}

/// Deletes a section in which no article stands.
#[utoipa::path(
    delete, path = "/api/v1/help-sections/{slug}", tag = "help", operation_id = "delete_help_section",
    params(("slug" = String, Path, description = "The section."), BrandQuery),
    responses(
        (status = 204, description = "It is gone."),
        (status = 409, description = "Articles stand in it."),
    )
)]
async fn delete_section(
    State(app): State<App>,
    cx: Cx,
    Path(slug): Path<String>,
    Query(query): Query<BrandQuery>,
) -> Result<Reply<()>> {
    let brand_id = brand_of(&app, &cx, Permission::ArticlePublish, query.brand_id).await?;
    let write = app.desk().write(cx, async move |tx, cx| {
        help_section::actions::delete(tx, cx, brand_id, &slug).await
    });
    write.await?;
    Ok(Reply::no_content())
}

/// Lists the terms of the glossary.
#[utoipa::path(
    get, path = "/api/v1/glossary-terms", tag = "help", operation_id = "list_glossary_terms", params(BrandQuery),
    responses(
        (status = 200, description = "All of them.", body = TermsOut),
        (status = 404, description = "There is no such brand."),
    )
)]
async fn terms(
    State(app): State<App>,
    cx: Cx,
    Query(query): Query<BrandQuery>,
) -> Result<Reply<TermsOut>> {
    let brand_id = brand_of(&app, &cx, Permission::ArticleRead, query.brand_id).await?;
    let read = app.desk().read(async move |rx| glossary::view::list(rx, brand_id).await);
    Ok(Reply::ok(TermsOut { items: read.await?.into_iter().map(Into::into).collect() }))
}

/// Makes or changes a term. Without `If-Match` it is one that was not there.
#[utoipa::path(
    put, path = "/api/v1/glossary-terms/{slug}", tag = "help", operation_id = "set_glossary_term",
    params(
        ("slug" = String, Path, description = "The term."),
        ("if-match" = Option<String>, Header, description = "The version of the term that was seen, in quotation marks."),
    ),
    request_body = TermIn,
    responses(
        (status = 200, description = "It is so.", body = VersionOut),
        (status = 409, description = "There are too many."),
        (status = 412, description = "Somebody else changed it meanwhile."),
        (status = 428, description = "`If-Match` is `*`, which names no version."),
    )
)]
async fn set_term(
    State(app): State<App>,
    cx: Cx,
    Path(slug): Path<String>,
    seen: IfMatchOrNew,
    Json(input): Json<TermIn>,
) -> Result<Reply<VersionOut>> {
    let brand_id = brand_of(&app, &cx, Permission::ArticlePublish, input.brand_id).await?;
    let text = |one: TermTextOut| {
        (one.lang.0, TermText { term: one.term, definition: one.definition, forms: one.forms })
    };
    let (see, texts): (_, TermTexts) = (input.see, input.texts.into_iter().map(text).collect());
    let looked = input.looked;
    let write = app.desk().write(cx, async move |tx, cx| {
        let setting = TermSetting { see: &see, texts: &texts, looked };
        glossary::actions::set(tx, cx, brand_id, &slug, seen.0, setting).await
    });
    let (version, _) = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}

/// Deletes a term.
#[utoipa::path(
    delete, path = "/api/v1/glossary-terms/{slug}", tag = "help", operation_id = "delete_glossary_term",
    params(("slug" = String, Path, description = "The term."), BrandQuery, IfMatchRequired),
    responses(
        (status = 204, description = "It is gone."),
        (status = 412, description = "Somebody else changed it meanwhile."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn delete_term(
    State(app): State<App>,
    cx: Cx,
    Path(slug): Path<String>,
    seen: IfMatch,
    Query(query): Query<BrandQuery>,
) -> Result<Reply<()>> {
    let seen = seen.required()?;
    let brand_id = brand_of(&app, &cx, Permission::ArticlePublish, query.brand_id).await?;
    let write = app.desk().write(cx, async move |tx, cx| {
        glossary::actions::delete(tx, cx, brand_id, &slug, seen).await
    });
    write.await?;
    Ok(Reply::no_content())
}
