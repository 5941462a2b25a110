use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::Cx;
use proofdesk_desk::id::{Id as _, StaffId, StatusId, TeamId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket::actions;
use proofdesk_http::{Access, App, Body, IdempotencyKey, IfMatch, Json, Reply, Result, Routes};
use serde::Deserialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use super::shape::{OwnTicketStateOut, StaffTicketStateOut, TicketStateOut};
use crate::params::{IfMatchOptional, Seq, TicketPath};
use crate::wire::{PriorityWord, TicketNumber};

#[derive(OpenApi)]
#[openapi(paths(assign, set_status, set_priority, mark_read, solve, reopen))]
pub struct Document;

pub fn routes() -> Routes {
    let (assignment, status) = (Permission::TicketAssign, Permission::TicketStatus);
    let read = Access::permission(Permission::TicketRead);
    Routes::new()
        .route(
            &Method::PUT,
            "/api/v1/tickets/{id}/assignment",
            Access::permission(assignment),
            Body::Json,
            assign,
        )
        .route(
            &Method::PUT,
            "/api/v1/tickets/{id}/status",
            Access::permission(status),
            Body::Json,
            set_status,
        )
        .route(
            &Method::PUT,
            "/api/v1/tickets/{id}/priority",
            Access::permission(Permission::TicketPriority),
            Body::Json,
            set_priority,
        )
        .route(&Method::PUT, "/api/v1/tickets/{id}/read-mark", read, Body::Json, mark_read)
        .route(&Method::POST, "/api/v1/tickets/{id}/solution", Access::Customer, Body::None, solve)
        .route(
            &Method::POST,
            "/api/v1/tickets/{id}/reopening",
            Access::Customer,
            Body::None,
            reopen,
        )
}

/// To whom a ticket is handed: a member, a team, both, or nobody.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Assignment)]
pub struct AssignmentIn {
    pub assignee_id: Option<Uuid>,
    pub team_id: Option<Uuid>,
}

/// The status to set.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = StatusChange)]
pub struct StatusIn {
    pub status_id: Uuid,
}

/// The priority to set.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PriorityChange)]
pub struct PriorityIn {
    pub priority: PriorityWord,
}

/// How far a member has read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ReadMark)]
pub struct ReadMarkIn {
    /// The `seq` of the last thing read; 0 makes the ticket unread again.
    pub seq: Seq,
}

/// Hands a ticket to a member, a team, both, or nobody.
#[utoipa::path(
    put, path = "/api/v1/tickets/{id}/assignment", tag = "tickets", operation_id = "assign_ticket",
    params(("id" = TicketNumber, Path, description = "The ticket's number."), IfMatchOptional),
    request_body = AssignmentIn,
    responses(
        (status = 200, description = "It was handed over.", body = StaffTicketStateOut),
        (status = 412, description = "The ticket has moved on."),
    )
)]
async fn assign(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    seen: IfMatch,
    Json(input): Json<AssignmentIn>,
) -> Result<Reply<TicketStateOut>> {
    let viewer = cx.viewer.clone();
    let (assignee, team) =
        (input.assignee_id.map(StaffId::from_uuid), input.team_id.map(TeamId::from_uuid));
    let write = app
        .desk()
        .write(cx, async move |tx, cx| actions::assign(tx, cx, &id, assignee, team, seen.0).await);
    Ok(TicketStateOut::new(&viewer, write.await?).reply())
}

/// Sets a ticket's status.
#[utoipa::path(
    put, path = "/api/v1/tickets/{id}/status", tag = "tickets", operation_id = "set_ticket_status",
    params(("id" = TicketNumber, Path, description = "The ticket's number."), IfMatchOptional),
    request_body = StatusIn,
    responses(
        (status = 200, description = "It was set.", body = StaffTicketStateOut),
        (status = 412, description = "The ticket has moved on."),
    )
)]
async fn set_status(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    seen: IfMatch,
    Json(input): Json<StatusIn>,
) -> Result<Reply<TicketStateOut>> {
    let (viewer, status_id) = (cx.viewer.clone(), StatusId::from_uuid(input.status_id));
    let write = app
        .desk()
        .write(cx, async move |tx, cx| actions::set_status(tx, cx, &id, status_id, seen.0).await);
    Ok(TicketStateOut::new(&viewer, write.await?).reply())
}

/// Sets a ticket's priority.
#[utoipa::path(
    put, path = "/api/v1/tickets/{id}/priority", tag = "tickets", operation_id = "set_ticket_priority",
    params(("id" = TicketNumber, Path, description = "The ticket's number."), IfMatchOptional),
    request_body = PriorityIn,
    responses(
        (status = 200, description = "It was set.", body = StaffTicketStateOut),
        (status = 412, description = "The ticket has moved on."),
    )
)]
async fn set_priority(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    seen: IfMatch,
    Json(input): Json<PriorityIn>,
) -> Result<Reply<TicketStateOut>> {
    let viewer = cx.viewer.clone();
    let write = app.desk().write(cx, async move |tx, cx| {
        actions::set_priority(tx, cx, &id, input.priority.0, seen.0).await
    });
    Ok(TicketStateOut::new(&viewer, write.await?).reply())
}

/// Remembers how far the member has read.
#[utoipa::path(
    put, path = "/api/v1/tickets/{id}/read-mark", tag = "tickets", operation_id = "mark_ticket_read",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")), request_body = ReadMarkIn,
    responses((status = 204, description = "It is remembered."))
)]
async fn mark_read(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Json(input): Json<ReadMarkIn>,
) -> Result<Reply<()>> {
    app.desk()
        .write(cx, async move |tx, cx| actions::mark_read(tx, cx, &id, input.seq.0).await)
        .await?;
    Ok(Reply::no_content())
}

/// The customer says that the problem is solved.
#[utoipa::path(
    post, path = "/api/v1/tickets/{id}/solution", tag = "tickets", operation_id = "solve_own_ticket",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses(
        (status = 200, description = "It is solved.", body = OwnTicketStateOut),
        (status = 409, description = "The ticket is closed."),
    )
)]
async fn solve(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    key: IdempotencyKey,
) -> Result<impl IntoResponse> {
    key.write(&app, cx, StatusCode::OK, async move |tx, cx| {
        let ticket = actions::solve_own(tx, cx, &id).await?;
        Ok(TicketStateOut::new(&cx.viewer, ticket))
    })
    .await
}

/// The customer says that the problem is not solved.
#[utoipa::path(
    post, path = "/api/v1/tickets/{id}/reopening", tag = "tickets", operation_id = "reopen_own_ticket",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses(
        (status = 200, description = "It is open.", body = OwnTicketStateOut),
        (status = 409, description = "The ticket is closed."),
    )
)]
async fn reopen(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    key: IdempotencyKey,
) -> Result<impl IntoResponse> {
    key.write(&app, cx, StatusCode::OK, async move |tx, cx| {
        let ticket = actions::reopen_own(tx, cx, &id).await?;
        Ok(TicketStateOut::new(&cx.viewer, ticket))
    })
    .await
}
