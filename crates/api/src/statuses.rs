use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::Cx;
use proofdesk_desk::id::{Id as _, StatusId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::status::{Status, actions, view};
use proofdesk_http::{Access, App, Body, Idempotent, IfMatch, Json, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::IfMatchRequired;
use crate::wire::{
    CreatedOut, Moment, OwnNameIn, SlugText, StatusCategoryWord, VersionOut, by_language, ids,
    names,
};

#[derive(OpenApi)]
#[openapi(paths(list, create, rename, order, retire, restore))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::BrandManage);
    Routes::new()
        .get("/api/v1/statuses", Access::Staff, list)
        .route(&Method::POST, "/api/v1/statuses", manage, Body::Json, create)
        .route(&Method::PATCH, "/api/v1/statuses/{id}", manage, Body::Json, rename)
        .route(&Method::PUT, "/api/v1/statuses/{id}/retirement", manage, Body::None, retire)
        .route(&Method::DELETE, "/api/v1/statuses/{id}/retirement", manage, Body::None, restore)
        .route(&Method::PUT, "/api/v1/status-order", manage, Body::Json, order)
}

/// A free name over one of the fixed categories.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StatusFacts)]
pub struct StatusOut {
    pub id: Uuid,
    /// Its stable word: of a built-in one the category's, which surfaces translate; else the key that it was made with.
    #[schema(examples("open"))]
    pub name: String,
    /// What the desk calls it by itself, by language; a built-in one without any is called as surfaces call it.
    pub names: BTreeMap<String, String>,
    pub category: StatusCategoryWord,
    pub builtin: bool,
    /// Since when no ticket can be set to it; those that have it keep it.
    pub retired_at: Option<Moment>,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// All statuses in order, retired ones too.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Statuses)]
pub struct StatusesOut {
    pub items: Vec<StatusOut>,
}

/// A status to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewStatus)]
pub struct StatusIn {
    /// By which filters name it. It cannot be changed.
    pub key: SlugText,
    /// Whose turn it is. It cannot be changed: tickets carry it.
    pub category: StatusCategoryWord,
    /// What staff read, in one language at least.
    #[schema(min_items = 1, max_items = 10)]
    pub names: Vec<OwnNameIn>,
}

/// What a status is to be called.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = StatusNames)]
pub struct StatusNamesIn {
    /// All names; none gives a built-in one its first ones back.
    #[schema(max_items = 10)]
    pub names: Vec<OwnNameIn>,
}

/// The order in which statuses are to stand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = StatusOrder)]
pub struct StatusOrderIn {
    /// The first one first. Statuses that are not named come behind these.
    #[schema(min_items = 1, max_items = 100)]
    pub ids: Vec<Uuid>,
}

impl From<Status> for StatusOut {
    fn from(status: Status) -> Self {
        Self {
            id: status.id.uuid(),
            name: status.name,
            names: by_language(status.names),
            category: status.category.into(),
            builtin: status.builtin,
            retired_at: status.retired_at.map(Into::into),
            version: status.version,
        }
    }
}

/// Lists all statuses.
#[utoipa::path(
    get, path = "/api/v1/statuses", tag = "tickets", operation_id = "list_statuses",
    responses((status = 200, description = "All statuses.", body = StatusesOut))
)]
async fn list(State(app): State<App>) -> Result<Reply<StatusesOut>> {
    let statuses = app.desk().read(async |rx| view::list(rx).await).await?;
    Ok(Reply::ok(StatusesOut { items: statuses.into_iter().map(Into::into).collect() }))
}

/// Makes a status, which stands behind the others.
#[utoipa::path(
    post, path = "/api/v1/statuses", tag = "tickets", operation_id = "create_status",
    request_body = StatusIn,
    responses(
        (status = 201, description = "It was made.", body = CreatedOut),
        (status = 409, description = "The key or a name is taken, or there are too many statuses."),
    )
)]
async fn create(
    State(app): State<App>,
    cx: Cx,
    once: Idempotent<StatusIn>,
) -> Result<impl IntoResponse> {
    let StatusIn { key, category, names: typed } = once.input;
    let names = names(typed)?;
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::create(tx, cx, &key.0, category.0, &names).await.map(CreatedOut::from)
        })
        .await
}

/// Gives a status other names.
#[utoipa::path(
    patch, path = "/api/v1/statuses/{id}", tag = "tickets", operation_id = "rename_status",
    params(("id" = Uuid, Path, description = "The status."), IfMatchRequired), request_body = StatusNamesIn,
    responses(
        (status = 200, description = "It is called so.", body = VersionOut),
        (status = 409, description = "A name is taken."),
        (status = 412, description = "Somebody else changed it meanwhile."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn rename(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<StatusId>,
    seen: IfMatch,
    Json(input): Json<StatusNamesIn>,
) -> Result<Reply<VersionOut>> {
    let (seen, names) = (seen.required()?, names(input.names)?);
    let write =
        app.desk().write(cx, async move |tx, cx| actions::rename(tx, cx, id, seen, &names).await);
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}

/// Puts the statuses into an order.
///
/// The first one of a category is what solving from the keyboard, and the like, sets.
#[utoipa::path(
    put, path = "/api/v1/status-order", tag = "tickets", operation_id = "order_statuses",
    request_body = StatusOrderIn,
    responses((status = 204, description = "They stand so."))
)]
async fn order(
    State(app): State<App>,
    cx: Cx,
    Json(input): Json<StatusOrderIn>,
) -> Result<Reply<()>> {
    let ids: Vec<StatusId> = ids(input.ids);
    app.desk().write(cx, async move |tx, cx| actions::order(tx, cx, &ids).await).await?;
    Ok(Reply::no_content())
}

/// Lets no ticket be set to a status any more. Tickets that are done keep it.
#[utoipa::path(
    put, path = "/api/v1/statuses/{id}/retirement", tag = "tickets", operation_id = "retire_status",
    params(("id" = Uuid, Path, description = "The status.")),
    responses(
        (status = 204, description = "It is retired."),
        (status = 409, description = "It is built in, tickets have it on which there is something to do, or a shared macro sets it."),
    )
)]
async fn retire(State(app): State<App>, cx: Cx, Path(id): Path<StatusId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::retire(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}

/// Lets tickets be set to a status again.
#[utoipa::path(
    delete, path = "/api/v1/statuses/{id}/retirement", tag = "tickets", operation_id = "restore_status",
    params(("id" = Uuid, Path, description = "The status.")),
    responses((status = 204, description = "Tickets can be set to it."))
)]
async fn restore(State(app): State<App>, cx: Cx, Path(id): Path<StatusId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::restore(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}
