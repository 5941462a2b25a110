//! Macros as they are kept: listed, made, changed, put away. What becomes of one on a ticket is in `applied`.

pub mod applied;
mod shape;

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::id::MacroId;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::reply_macro::actions::{self, MacroDraft};
use proofdesk_desk::reply_macro::view;
use proofdesk_desk::{Cx, OrNotFound as _};
use proofdesk_http::{Access, App, Body, Idempotent, IfMatch, Json, Path, Reply, Result, Routes};
use utoipa::OpenApi;

use crate::params::IfMatchRequired;
use crate::wire::{CreatedOut, VersionOut};
use shape::{MacroIn, MacroOut, MacrosOut};

#[derive(OpenApi)]
#[openapi(paths(list, create, find, change, delete, archive, restore))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::TicketRead);
    // One's own are everybody's who replies; the verb asks for more where others use them.
    let keep = Access::permission(Permission::TicketReply);
    Routes::new()
        .get("/api/v1/macros", read, list)
        .route(&Method::POST, "/api/v1/macros", keep, Body::Json, create)
        .get("/api/v1/macros/{id}", read, find)
        .route(&Method::PUT, "/api/v1/macros/{id}", keep, Body::Json, change)
        .route(&Method::DELETE, "/api/v1/macros/{id}", keep, Body::None, delete)
        .route(&Method::PUT, "/api/v1/macros/{id}/archival", keep, Body::None, archive)
        .route(&Method::DELETE, "/api/v1/macros/{id}/archival", keep, Body::None, restore)
        .merge(applied::routes())
}

/// Lists the macros that the member sees, archived ones too: their own, their teams', everybody's.
#[utoipa::path(
    get, path = "/api/v1/macros", tag = "macros", operation_id = "list_macros",
    responses((status = 200, description = "All of them.", body = MacrosOut))
)]
async fn list(State(app): State<App>, cx: Cx) -> Result<Reply<MacrosOut>> {
    let viewer = cx.viewer.clone();
    let macros = app.desk().read(async move |rx| view::list(rx, &viewer).await).await?;
    let items = macros.into_iter().map(|listed| shape::listed(&cx.viewer, listed)).collect();
    Ok(Reply::ok(MacrosOut { items }))
}

/// Makes a macro.
#[utoipa::path(
    post, path = "/api/v1/macros", tag = "macros", operation_id = "create_macro",
    request_body = MacroIn,
    responses(
        (status = 201, description = "It was made.", body = CreatedOut),
        (status = 409, description = "There are too many macros, or the status is retired."),
        (status = 422, description = "What is wrong with a text, with its place."),
    )
)]
async fn create(
    State(app): State<App>,
    cx: Cx,
    once: Idempotent<MacroIn>,
) -> Result<impl IntoResponse> {
    let draft = MacroDraft::from(once.input);
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::create(tx, cx, &draft).await.map(CreatedOut::from)
        })
        .await
}

/// Shows a macro with its texts.
#[utoipa::path(
    get, path = "/api/v1/macros/{id}", tag = "macros", operation_id = "find_macro",
    params(("id" = Uuid, Path, description = "The macro.")),
    responses((status = 200, description = "The macro.", body = MacroOut, headers(("etag" = String, description = "Its version."))))
)]
async fn find(State(app): State<App>, cx: Cx, Path(id): Path<MacroId>) -> Result<Reply<MacroOut>> {
    let viewer = cx.viewer.clone();
    let read = app.desk().read(async move |rx| {
        let row = view::find(rx, &viewer, id).await?.or_not_found()?;
        Ok((row, view::texts(rx, id).await?))
    });
    let (row, texts) = read.await?;
    let version = row.version;
    Ok(Reply::ok(MacroOut::new(&cx.viewer, row, texts)).with_version(version))
}

/// Changes a macro: what is sent is what it is then.
#[utoipa::path(
    put, path = "/api/v1/macros/{id}", tag = "macros", operation_id = "change_macro",
    params(("id" = Uuid, Path, description = "The macro."), IfMatchRequired), request_body = MacroIn,
    responses(
        (status = 200, description = "It was changed.", body = VersionOut),
        (status = 409, description = "There are too many macros, or the status is retired."),
        (status = 412, description = "Somebody else changed it meanwhile."),
        (status = 422, description = "What is wrong with a text, with its place."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn change(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<MacroId>,
    seen: IfMatch,
    Json(input): Json<MacroIn>,
) -> Result<Reply<VersionOut>> {
    let (seen, draft) = (seen.required()?, MacroDraft::from(input));
    let write =
        app.desk().write(cx, async move |tx, cx| actions::change(tx, cx, id, seen, &draft).await);
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}

/// Deletes a macro with its count. What was sent with it stays as it was sent.
#[utoipa::path(
    delete, path = "/api/v1/macros/{id}", tag = "macros", operation_id = "delete_macro",
    params(("id" = Uuid, Path, description = "The macro.")),
    responses((status = 204, description = "It is gone."))
)]
async fn delete(State(app): State<App>, cx: Cx, Path(id): Path<MacroId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::delete(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}

/// Puts a macro away: it is offered nowhere.
#[utoipa::path(
    put, path = "/api/v1/macros/{id}/archival", tag = "macros", operation_id = "archive_macro",
    params(("id" = Uuid, Path, description = "The macro.")),
    responses((status = 204, description = "It is away."))
)]
async fn archive(State(app): State<App>, cx: Cx, Path(id): Path<MacroId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::archive(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}

/// Offers a macro again.
#[utoipa::path(
    delete, path = "/api/v1/macros/{id}/archival", tag = "macros", operation_id = "restore_macro",
    params(("id" = Uuid, Path, description = "The macro.")),
    responses((status = 204, description = "It is offered."))
)]
async fn restore(State(app): State<App>, cx: Cx, Path(id): Path<MacroId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::restore(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}
