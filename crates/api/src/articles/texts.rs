use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::article::actions::{self, Move};
use proofdesk_desk::article::fill::{fill, wanted};
use proofdesk_desk::article::lock::{Compared, source, unkept};
use proofdesk_desk::article::reader::Reader;
use proofdesk_desk::article::reference::{articles, films, is_possible, shown};
use proofdesk_desk::article::{Written, asking, markdown, view};
use proofdesk_desk::article_file::{missing, named_in, show};
use proofdesk_desk::glossary::Glossary;
use proofdesk_desk::id::{ArticleId, BrandId, Id as _};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::text::Clean;
use proofdesk_desk::{Cx, Error, OrNotFound as _, article_file, glossary, limits};
use proofdesk_http::{Access, App, Body, IfMatch, IfMatchOrNew, Json, Path, Reply, Result, Routes};
use utoipa::OpenApi;

use super::shape::{
    ArticleVersionOut, MoveIn, PreviewIn, PreviewOut, TextIn, VersionLineOut, VersionsOut,
};
use crate::params::IfMatchRequired;
use crate::wire::{LocaleWord, VersionOut};

#[derive(OpenApi)]
#[openapi(paths(save, place, versions, version, preview))]
pub struct Document;

pub(super) fn routes() -> Routes {
    let read = Access::permission(Permission::ArticleRead);
    let write = Access::permission(Permission::ArticleWrite);
    Routes::new()
        .route(&Method::PUT, "/api/v1/articles/{id}/texts/{lang}", write, Body::Json, save)
        // Publishing needs more, which the verb says.
        .route(&Method::PUT, "/api/v1/articles/{id}/texts/{lang}/status", read, Body::Json, place)
        .get("/api/v1/articles/{id}/texts/{lang}/versions", read, versions)
        .get("/api/v1/articles/{id}/texts/{lang}/versions/{number}", read, version)
        .route(&Method::POST, "/api/v1/article-previews", read, Body::Json, preview)
        .without_key("It only reads.")
}

/// Writes a new version of a text, which is a draft from then on. What is public stays so. Without `If-Match` it is a language
/// that the article had no text in.
#[utoipa::path(
    put, path = "/api/v1/articles/{id}/texts/{lang}", tag = "help", operation_id = "save_article_text",
    params(
        ("id" = uuid::Uuid, Path, description = "The article."),
        ("lang" = LocaleWord, Path, description = "The language."),
        ("if-match" = Option<String>, Header, description = "The version of the text that was seen, in quotation marks."),
    ),
    request_body = TextIn,
    responses(
        (status = 200, description = "It was written.", body = VersionOut),
        (status = 412, description = "Somebody else wrote meanwhile."),
        (status = 428, description = "`If-Match` is `*`, which names no version."),
    )
)]
async fn save(
    State(app): State<App>,
    cx: Cx,
    Path((id, lang)): Path<(ArticleId, LocaleWord)>,
    seen: IfMatchOrNew,
    Json(input): Json<TextIn>,
) -> Result<Reply<VersionOut>> {
    let text = Written::new(&input.title.0, &input.summary.0, &input.tags, &input.body.0)?;
    let source = input.source_number;
    let write = app.desk().write(cx, async move |tx, cx| {
        actions::save(tx, cx, id, lang.0, seen.0, (&text, source)).await
    });
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}

/// Moves a text: to review, to be published now or at its hour, to the archive, or back to draft. Whoever wrote its newest
/// version neither publishes nor schedules it while another member could (`review-by-another`). A translation in which terms of the
/// glossary do not stand of which its source speaks needs a reason (`terms-unkept`).
#[utoipa::path(
    put, path = "/api/v1/articles/{id}/texts/{lang}/status", tag = "help", operation_id = "move_article_text",
    params(
        ("id" = uuid::Uuid, Path, description = "The article."),
        ("lang" = LocaleWord, Path, description = "The language."),
        IfMatchRequired,
    ),
    request_body = MoveIn,
    responses(
        (status = 200, description = "It stands there.", body = VersionOut),
        (status = 409, description = "It does not stand where it could be moved from, or another member is to publish it."),
        (status = 412, description = "Somebody else wrote or moved it meanwhile."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn place(
    State(app): State<App>,
    cx: Cx,
    Path((id, lang)): Path<(ArticleId, LocaleWord)>,
    seen: IfMatch,
    Json(input): Json<MoveIn>,
) -> Result<Reply<VersionOut>> {
    let seen = seen.required()?;
    let publish_at = input.publish_at.map(|at| at.0);
    let (status, looked) = (input.status.0, input.looked);
    let reason = input.terms_reason.map(|reason| reason.0);
    let write = app.desk().write(cx, async move |tx, cx| {
        let to = Move { status, publish_at, looked, terms_reason: reason.as_deref() };
        actions::move_to(tx, cx, id, lang.0, seen, to).await
    });
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}

/// Lists the versions of a text.
#[utoipa::path(
    get, path = "/api/v1/articles/{id}/texts/{lang}/versions", tag = "help", operation_id = "list_article_versions",
    params(
        ("id" = uuid::Uuid, Path, description = "The article."),
        ("lang" = LocaleWord, Path, description = "The language."),
    ),
    responses((status = 200, description = "The versions.", body = VersionsOut))
)]
async fn versions(
    State(app): State<App>,
    cx: Cx,
    Path((id, lang)): Path<(ArticleId, LocaleWord)>,
) -> Result<Reply<VersionsOut>> {
    let read = app.desk().read(async move |rx| {
        view::find(rx, &cx.viewer, id).await?.or_not_found()?;
        view::versions(rx, id, lang.0).await
    });
    let items = read.await?.into_iter().map(VersionLineOut::from).collect();
    Ok(Reply::ok(VersionsOut { items }))
}

/// Shows one version of a text.
#[utoipa::path(
    get, path = "/api/v1/articles/{id}/texts/{lang}/versions/{number}", tag = "help", operation_id = "find_article_version",
    params(
        ("id" = uuid::Uuid, Path, description = "The article."),
        ("lang" = LocaleWord, Path, description = "The language."),
        ("number" = i64, Path, description = "The version."),
    ),
    responses((status = 200, description = "The version.", body = ArticleVersionOut))
)]
async fn version(
    State(app): State<App>,
    cx: Cx,
    Path((id, lang, number)): Path<(ArticleId, LocaleWord, i64)>,
) -> Result<Reply<ArticleVersionOut>> {
    let read = app.desk().read(async move |rx| {
        view::find(rx, &cx.viewer, id).await?.or_not_found()?;
        view::version(rx, id, lang.0, number).await?.or_not_found()
    });
    Ok(Reply::ok(ArticleVersionOut::from(read.await?)))
}

/// Renders a text without keeping it, and says what somebody should look at before it is published.
#[utoipa::path(
    post, path = "/api/v1/article-previews", tag = "help", operation_id = "preview_article", request_body = PreviewIn,
    responses(
        (status = 200, description = "The text as it will be read.", body = PreviewOut),
        (status = 404, description = "There is no such brand or article."),
    )
)]
async fn preview(
    State(app): State<App>,
    cx: Cx,
    Json(input): Json<PreviewIn>,
) -> Result<Reply<PreviewOut>> {
    let body = Clean::field("body", &input.body.0, limits::ARTICLE_CHARS)?;
    let rendered = markdown::render(body.as_str());
    let names = wanted(&rendered.html);
    let (linked, lang) = (articles(&names), input.lang.0);
    let (viewer, named) = (cx.viewer, input.brand_id.map(BrandId::from_uuid));
    let (slugs, ids) = (linked.clone(), named_in(&names));
    let translated = input.article_id.map(ArticleId::from_uuid);
    let read = app.desk().read(async move |rx| {
        let brand = view::brand(rx, &viewer, Permission::ArticleRead, named).await?;
        let terms = glossary::view::list(rx, brand).await?;
        let there = view::named(rx, &Reader::of(&viewer), brand, lang, &slugs).await?;
        let made_from = match translated {
            Some(id) => source(rx, &viewer, id, lang).await?,
            None => None,
        };
        let files = article_file::view::among(rx, brand, &ids).await?;
        Ok::<_, Error>((terms, there, files, made_from))
    });
    let (terms, there, files, made_from) = read.await?;
    let glossary = Glossary::new(&terms, lang);
    let mut known = shown(&names);
    known.films = films(&app.config().video_hosts, lang);
    show(&mut known, &names, &files, |file| {
        format!("/api/v1/article-files/{}?brand_id={}", file.id, file.brand_id)
    });
    let filled = fill(&rendered.html, &known, &mut glossary.linker("#"));
    let unkept = made_from.as_ref().map(|(first, version)| {
        let (title, summary) = (version.title.as_str(), version.summary.as_str());
        let original = Compared { lang: *first, title, summary, html: &version.html };
        let (title, summary) = (input.title.as_str(), input.summary.as_str());
        unkept(&terms, &original, &Compared { lang, title, summary, html: &rendered.html })
    });
    let gone = linked.into_iter().filter(|slug| there.iter().all(|(known, ..)| known != slug));
    let odd = names.iter().filter(|name| !is_possible(name)).cloned();
    Ok(Reply::ok(PreviewOut {
        html: filled.html,
        headings: rendered.headings.into_iter().map(Into::into).collect(),
        asking: asking(&input.title, &input.summary, body.as_str())
            .into_iter()
            .map(Into::into)
            .collect(),
        masked: body.findings().iter().map(|found| found.kind.as_str().to_owned()).collect(),
        broken: gone.chain(odd).chain(missing(&names, &known)).collect(),
        unkept: unkept.into_iter().flatten().map(Into::into).collect(),
    }))
}
