//! Members of staff who follow a ticket without being assigned to it, and those who could: whoever may see it.

use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::id::StaffId;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket::participant;
use proofdesk_desk::ticket::view::{self, ReadingTeam};
use proofdesk_desk::{Cx, OrNotFound as _};
use proofdesk_http::{Access, App, Body, Path, Reply, Result, Routes};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::TicketPath;
use crate::wire::{NamedOut, TicketNumber};

#[derive(OpenApi)]
#[openapi(paths(list, add, remove, readers))]
pub struct Document;

pub fn routes() -> Routes {
    let path = "/api/v1/tickets/{id}/participants/{staff_id}";
    let (read, note) =
        (Access::permission(Permission::TicketRead), Access::permission(Permission::TicketNote));
    Routes::new()
        .get("/api/v1/tickets/{id}/participants", read, list)
        .route(&Method::PUT, path, note, Body::None, add)
        // Taking leave needs less than sending somebody away, so the verb decides.
        .route(&Method::DELETE, path, read, Body::None, remove)
        .get("/api/v1/tickets/{id}/readers", read, readers)
}

/// The members who follow a ticket and may see it, by name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Participants)]
pub struct ParticipantsOut {
    pub items: Vec<NamedOut>,
}

/// Who may see a ticket: who can be mentioned in it, and can follow it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Readers)]
pub struct ReadersOut {
    /// By name.
    pub members: Vec<NamedOut>,
    /// Those of which at least one member may see it, by name.
    pub teams: Vec<ReadingTeamOut>,
}

/// A team, some of whose members may see a ticket.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReadingTeam)]
pub struct ReadingTeamOut {
    pub id: Uuid,
    #[schema(examples("Deposits"))]
    pub name: String,
    /// How many of them may see it.
    #[schema(minimum = 1)]
    pub count: i64,
}

impl From<ReadingTeam> for ReadingTeamOut {
    fn from(ReadingTeam { team, count }: ReadingTeam) -> Self {
        let NamedOut { id, name } = team.into();
        Self { id, name, count }
    }
}

/// Lists the members who follow a ticket.
///
/// Who may not see it any more is left out. Customers see none of it.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/participants", tag = "tickets", operation_id = "list_participants",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 200, description = "Who follows it.", body = ParticipantsOut))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<ParticipantsOut>> {
    let scope = cx.viewer.scope(Permission::TicketRead);
    let read = app.desk().read(async move |rx| {
        let ticket_id = view::find_id(rx, &id, &scope).await?.or_not_found()?;
        view::participants(rx, ticket_id).await
    });
    Ok(Reply::ok(ParticipantsOut { items: read.await?.into_iter().map(Into::into).collect() }))
}

/// Lets a member follow a ticket: oneself, or anybody else who may see it.
///
/// They see nothing by it that they could not see before. Who follows it already is no mistake.
#[utoipa::path(
    put, path = "/api/v1/tickets/{id}/participants/{staff_id}", tag = "tickets", operation_id = "add_participant",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("staff_id" = Uuid, Path, description = "The member's id."),
    ),
    responses(
        (status = 200, description = "Who follows it now.", body = ParticipantsOut),
        (status = 409, description = "It goes on elsewhere, or as many as can follow it already."),
        (status = 422, description = "The member may not see the ticket."),
    )
)]
async fn add(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, staff_id)): Path<(String, StaffId)>,
) -> Result<Reply<ParticipantsOut>> {
    let write = app.desk().write(cx, async move |tx, cx| {
        let ticket = participant::add(tx, cx, &id, staff_id).await?;
        view::participants(tx, ticket.id).await
    });
    Ok(Reply::ok(ParticipantsOut { items: write.await?.into_iter().map(Into::into).collect() }))
}

/// Lets a member follow a ticket no longer; who does not is no mistake.
///
/// Anybody but oneself needs `ticket.note`.
#[utoipa::path(
    delete, path = "/api/v1/tickets/{id}/participants/{staff_id}", tag = "tickets", operation_id = "remove_participant",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("staff_id" = Uuid, Path, description = "The member's id."),
    ),
    responses(
        (status = 200, description = "Who follows it now.", body = ParticipantsOut),
        (status = 409, description = "It goes on elsewhere."),
    )
)]
async fn remove(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, staff_id)): Path<(String, StaffId)>,
) -> Result<Reply<ParticipantsOut>> {
    let write = app.desk().write(cx, async move |tx, cx| {
        let ticket = participant::remove(tx, cx, &id, staff_id).await?;
        view::participants(tx, ticket.id).await
    });
    Ok(Reply::ok(ParticipantsOut { items: write.await?.into_iter().map(Into::into).collect() }))
}

/// Lists who may see a ticket: the members, and the teams, that a note in it can mention.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/readers", tag = "tickets", operation_id = "list_readers",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 200, description = "Who may see it.", body = ReadersOut))
)]
async fn readers(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<ReadersOut>> {
    let scope = cx.viewer.scope(Permission::TicketRead);
    let read = app.desk().read(async move |rx| {
        let ticket_id = view::find_id(rx, &id, &scope).await?.or_not_found()?;
        Ok((view::readers(rx, ticket_id).await?, view::reading_teams(rx, ticket_id).await?))
    });
    let (members, teams) = read.await?;
    Ok(Reply::ok(ReadersOut {
        members: members.into_iter().map(Into::into).collect(),
        teams: teams.into_iter().map(Into::into).collect(),
    }))
}
