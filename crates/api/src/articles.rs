pub mod files;
pub mod shape;
pub mod texts;

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::article::actions::{self, ArticleChange, NewArticle};
use proofdesk_desk::article::view::{self, ArticleFilter};
use proofdesk_desk::article::{Written, feedback};
use proofdesk_desk::id::{ArticleId, BrandId, Id as _, StaffId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, OrNotFound as _, help_section};
use proofdesk_http::{
    Access, App, Body, Idempotent, IfMatch, Json, Page, Path, Query, Reply, Result, Routes,
};
use utoipa::OpenApi;

use crate::params::IfMatchRequired;
use crate::wire::{CreatedOut, VersionOut};
use shape::{
    ArticleChangeIn, ArticleIn, ArticleOut, ArticlesQuery, FeedbackCountOut, FeedbackNoteOut,
    FeedbackOut, PublisherOut, PublishersOut,
};

const LIST: &str = "articles";

#[derive(OpenApi)]
#[openapi(paths(list, create, find, change, review, publishers, said))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::ArticleRead);
    let write = Access::permission(Permission::ArticleWrite);
    Routes::new()
        .get("/api/v1/articles", read, list)
        .route(&Method::POST, "/api/v1/articles", write, Body::Json, create)
        .get("/api/v1/articles/{id}", read, find)
        .route(&Method::PATCH, "/api/v1/articles/{id}", write, Body::Json, change)
        .route(&Method::PUT, "/api/v1/articles/{id}/review", write, Body::None, review)
        .get("/api/v1/articles/{id}/publishers", read, publishers)
        .get("/api/v1/articles/{id}/feedback", read, said)
        .merge(files::routes())
        .merge(texts::routes())
}

/// Lists articles by slug.
#[utoipa::path(
    get, path = "/api/v1/articles", tag = "help", operation_id = "list_articles", params(ArticlesQuery),
    responses(
        (status = 200, description = "A page of articles.", body = Page<ArticleOut>),
        (status = 404, description = "There is no such brand."),
    )
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    Query(query): Query<ArticlesQuery>,
) -> Result<Reply<Page<ArticleOut>>> {
    let after = query
        .cursor
        .as_ref()
        .map(|cursor| app.cursor_key().open::<String>(LIST, &cursor.0))
        .transpose()?;
    let limit = query.limit;
    let filter = ArticleFilter {
        section: query.section.map(|text| text.0),
        audience: query.audience.map(|word| word.0),
        status: query.status.map(|word| word.0),
        lang: query.lang.map(|word| word.0),
        due_at: query.due.then_some(cx.now),
        outdated: query.outdated,
        missing: query.missing,
        category: query.category.map(|text| text.0),
        words: query.words.map(|text| text.0),
        brand_id: query.brand_id.map(BrandId::from_uuid),
        after: after.unwrap_or_default(),
        limit: i64::from(limit.beyond()),
    };
    let viewer = cx.viewer;
    let read = app.desk().read(async move |rx| {
        let found = view::list(rx, &viewer, &filter).await?;
        let mut items = Vec::with_capacity(found.len());
        for one in found {
            let sections = help_section::view::list(rx, one.article.brand_id).await?;
            items.push(ArticleOut::new(one, &sections));
        }
        Ok::<_, proofdesk_desk::Error>(items)
    });
    let items = read.await?;
    let cut = |last: &ArticleOut| app.cursor_key().seal(LIST, &last.slug);
    Ok(Reply::ok(Page::cut(items, limit.0, cut)?))
}

/// Begins an article with a draft in its first language.
#[utoipa::path(
    post, path = "/api/v1/articles", tag = "help", operation_id = "create_article",
    request_body = ArticleIn,
    responses(
        (status = 201, description = "It was begun.", body = CreatedOut),
        (status = 404, description = "There is no such brand."),
        (status = 409, description = "The slug is another article's, or there are too many."),
    )
)]
async fn create(
    State(app): State<App>,
    cx: Cx,
    once: Idempotent<ArticleIn>,
) -> Result<impl IntoResponse> {
    let input = once.input;
    let text = Written::new(&input.title.0, &input.summary.0, &input.tags, &input.body.0)?;
    let (viewer, named) = (cx.viewer.clone(), input.brand_id.map(BrandId::from_uuid));
    let read = app
        .desk()
        .read(async move |rx| view::brand(rx, &viewer, Permission::ArticleWrite, named).await);
    let new = NewArticle {
        brand_id: read.await?,
        slug: input.slug.0,
        section: input.section.0,
        kind: input.kind.0,
        audience: input.audience.0,
        min_tier: input.min_tier,
        countries: input.countries,
        lang: input.lang.0,
        categories: input.categories,
        related: input.related,
        review_days: input.review_days,
        owner_id: input.owner_id.map(StaffId::from_uuid),
        text,
    };
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::create(tx, cx, &new).await.map(CreatedOut::from)
        })
        .await
}

/// Shows an article and where its texts stand.
#[utoipa::path(
    get, path = "/api/v1/articles/{id}", tag = "help", operation_id = "find_article",
    params(("id" = uuid::Uuid, Path, description = "The article.")),
    responses((status = 200, description = "The article.", body = ArticleOut, headers(("etag" = String, description = "Its version."))))
)]
async fn find(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<ArticleId>,
) -> Result<Reply<ArticleOut>> {
    let read = app.desk().read(async move |rx| {
        let found = view::find(rx, &cx.viewer, id).await?.or_not_found()?;
        let sections = help_section::view::list(rx, found.article.brand_id).await?;
        Ok::<_, proofdesk_desk::Error>(ArticleOut::new(found, &sections))
    });
    let found = read.await?;
    let version = found.version;
    Ok(Reply::ok(found).with_version(version))
}

/// Changes what is true of an article in every language. A slug that changes goes on leading to it.
#[utoipa::path(
    patch, path = "/api/v1/articles/{id}", tag = "help", operation_id = "change_article",
    params(("id" = uuid::Uuid, Path, description = "The article."), IfMatchRequired), request_body = ArticleChangeIn,
    responses(
        (status = 200, description = "It was changed.", body = VersionOut),
        (status = 409, description = "The slug is another article's."),
        (status = 412, description = "Somebody else changed it meanwhile."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn change(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<ArticleId>,
    seen: IfMatch,
    Json(input): Json<ArticleChangeIn>,
) -> Result<Reply<VersionOut>> {
    let (seen, change) = (seen.required()?, ArticleChange::from(input));
    let write =
        app.desk().write(cx, async move |tx, cx| actions::change(tx, cx, id, seen, &change).await);
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}

/// Says that the article was read again and holds, so that it is due for review again after its days.
#[utoipa::path(
    put, path = "/api/v1/articles/{id}/review", tag = "help", operation_id = "review_article",
    params(("id" = uuid::Uuid, Path, description = "The article."), IfMatchRequired),
    responses(
        (status = 200, description = "It is kept.", body = VersionOut),
        (status = 412, description = "Somebody else changed it meanwhile."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn review(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<ArticleId>,
    seen: IfMatch,
) -> Result<Reply<VersionOut>> {
    let seen = seen.required()?;
    let write = app.desk().write(cx, async move |tx, cx| actions::review(tx, cx, id, seen).await);
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}

/// Lists the members who could publish an article, by name: whoever wrote its newest version leaves that to another of them.
#[utoipa::path(
    get, path = "/api/v1/articles/{id}/publishers", tag = "help", operation_id = "list_article_publishers",
    params(("id" = uuid::Uuid, Path, description = "The article.")),
    responses(
        (status = 200, description = "The members.", body = PublishersOut),
        (status = 404, description = "There is no such article."),
    )
)]
async fn publishers(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<ArticleId>,
) -> Result<Reply<PublishersOut>> {
    let read = app.desk().read(async move |rx| {
        view::find(rx, &cx.viewer, id).await?.or_not_found()?;
        view::publishers(rx, id).await
    });
    let items = read.await?.into_iter().map(PublisherOut::from).collect();
    Ok(Reply::ok(PublishersOut { items }))
}

/// Shows what readers said of an article.
#[utoipa::path(
    get, path = "/api/v1/articles/{id}/feedback", tag = "help", operation_id = "find_article_feedback",
    params(("id" = uuid::Uuid, Path, description = "The article.")),
    responses((status = 200, description = "How often it helped, and the newest of what was missed.", body = FeedbackOut))
)]
async fn said(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<ArticleId>,
) -> Result<Reply<FeedbackOut>> {
    let read = app.desk().read(async move |rx| {
        view::find(rx, &cx.viewer, id).await?.or_not_found()?;
        let counts = feedback::counts(rx, id).await?;
        Ok::<_, proofdesk_desk::Error>((counts, feedback::notes(rx, &cx.viewer, id).await?))
    });
    let (counts, notes) = read.await?;
    Ok(Reply::ok(FeedbackOut {
        counts: counts.into_iter().map(FeedbackCountOut::from).collect(),
        notes: notes.into_iter().map(FeedbackNoteOut::from).collect(),
    }))
}
