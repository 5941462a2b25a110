use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::Cx;
use proofdesk_desk::id::{Id as _, TagId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::tag::{actions, view};
use proofdesk_http::{
    Access, App, Body, Idempotent, Json, Page, Path, Query, Reply, Result, Routes,
};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::PageQuery;
use crate::wire::{CreatedOut, TagText};

const LIST: &str = "tags";

#[derive(OpenApi)]
#[openapi(paths(list, create, rename, delete))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::BrandManage);
    Routes::new()
        .get("/api/v1/tags", Access::Staff, list)
        .route(&Method::POST, "/api/v1/tags", manage, Body::Json, create)
        .route(&Method::PUT, "/api/v1/tags/{id}/name", manage, Body::Json, rename)
        .route(&Method::DELETE, "/api/v1/tags/{id}", manage, Body::None, delete)
}

/// A short word that staff put on tickets.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TagFacts)]
pub struct TagOut {
    pub id: Uuid,
    #[schema(examples("vip"))]
    pub name: String,
}

/// What a tag is to be called.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TagName)]
pub struct TagNameIn {
    pub name: TagText,
}

/// Lists tags by name.
#[utoipa::path(
    get, path = "/api/v1/tags", tag = "tickets", operation_id = "list_tags", params(PageQuery),
    responses((status = 200, description = "A page of tags.", body = Page<TagOut>))
)]
async fn list(
    State(app): State<App>,
    Query(page): Query<PageQuery>,
) -> Result<Reply<Page<TagOut>>> {
    let after =
        page.cursor.map(|cursor| app.cursor_key().open::<String>(LIST, &cursor.0)).transpose()?;
    let (after, limit) = (after.unwrap_or_default(), page.limit);
    let tags =
        app.desk().read(async move |rx| view::list(rx, &after, limit.beyond()).await).await?;
    let items = tags.into_iter().map(|(id, name)| TagOut { id: id.uuid(), name }).collect();
    let page = Page::cut(items, limit.0, |last: &TagOut| app.cursor_key().seal(LIST, &last.name))?;
    Ok(Reply::ok(page))
}

/// Makes a tag before a ticket has it.
///
/// A tag that is put on a ticket is made by that: this is for who wants everybody to be offered the same word.
#[utoipa::path(
    post, path = "/api/v1/tags", tag = "tickets", operation_id = "create_tag", request_body = TagNameIn,
    responses(
        (status = 201, description = "It was made.", body = CreatedOut),
        (status = 409, description = "The name is taken, or a tag was called so before."),
    )
)]
async fn create(
    State(app): State<App>,
    cx: Cx,
    once: Idempotent<TagNameIn>,
) -> Result<impl IntoResponse> {
    let TagNameIn { name } = once.input;
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::create(tx, cx, &name.0).await.map(CreatedOut::from)
        })
        .await
}

/// Calls a tag otherwise, on all tickets that have it.
///
/// What it was called before goes on leading to it, in macros, saved filters and wherever somebody types it.
#[utoipa::path(
    put, path = "/api/v1/tags/{id}/name", tag = "tickets", operation_id = "rename_tag",
    params(("id" = Uuid, Path, description = "The tag.")), request_body = TagNameIn,
    responses(
        (status = 204, description = "It is called so."),
        (status = 409, description = "The name is taken, or another tag was called so before."),
    )
)]
async fn rename(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<TagId>,
    Json(input): Json<TagNameIn>,
) -> Result<Reply<()>> {
    let name = input.name.0;
    app.desk().write(cx, async move |tx, cx| actions::rename(tx, cx, id, &name).await).await?;
    Ok(Reply::no_content())
}

/// Deletes a tag that no ticket has.
#[utoipa::path(
    delete, path = "/api/v1/tags/{id}", tag = "tickets", operation_id = "delete_tag",
    params(("id" = Uuid, Path, description = "The tag.")),
    responses(
        (status = 204, description = "It is gone."),
        (status = 409, description = "Tickets have it."),
    )
)]
async fn delete(State(app): State<App>, cx: Cx, Path(id): Path<TagId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::delete(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}
