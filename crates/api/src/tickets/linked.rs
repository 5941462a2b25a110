//! Tickets that belong together and stay two, each shown beside the other.

use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::id::Id as _;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket::bulk::Done;
use proofdesk_desk::ticket::linked;
use proofdesk_desk::ticket::view::{self, LinkedTicket};
use proofdesk_desk::{Cx, OrNotFound as _};
use proofdesk_http::{Access, App, Body, Json, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::bulk::UndoShape;
use super::shape::{StaffTicketStateOut, TicketStatusOut};
use crate::params::TicketPath;
use crate::wire::{LinkKindWord, Moment, TicketNumber};

#[derive(OpenApi)]
#[openapi(paths(list, link, unlink))]
pub struct Document;

pub fn routes() -> Routes {
    let path = "/api/v1/tickets/{id}/linked-tickets/{other}";
    let note = Access::permission(Permission::TicketNote);
    Routes::new()
        .get(
            "/api/v1/tickets/{id}/linked-tickets",
            Access::permission(Permission::TicketRead),
            list,
        )
        .route(&Method::PUT, path, note, Body::Json, link)
        .route(&Method::DELETE, path, note, Body::None, unlink)
}

/// A ticket beside another one.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LinkedTicket)]
pub struct LinkedTicketOut {
    pub id: TicketNumber,
    pub kind: LinkKindWord,
    #[schema(examples("My USDT deposit has not arrived"))]
    pub subject: String,
    /// BCP 47 tag of the language its customer is answered in.
    #[schema(examples("en"))]
    pub lang: String,
    pub status: TicketStatusOut,
    pub last_message_at: Moment,
}

/// The tickets that one is linked with, as far as whoever asks may see them, the oldest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LinkedTickets)]
pub struct LinkedTicketsOut {
    pub items: Vec<LinkedTicketOut>,
}

/// What the other ticket is to this one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TicketLinking)]
pub struct LinkIn {
    pub kind: LinkKindWord,
}

/// A ticket after its link with another one was changed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LinkChange)]
pub struct LinkChangeOut {
    pub ticket: StaffTicketStateOut,
    /// What turns it back, by `/api/v1/tickets/bulk/undo`; absent where there was nothing to do.
    pub undo: Option<UndoShape>,
}

impl From<LinkedTicket> for LinkedTicketOut {
    fn from(linked: LinkedTicket) -> Self {
        Self {
            id: linked.public_id.into(),
            kind: linked.kind.into(),
            subject: linked.subject,
            lang: linked.lang,
            status: TicketStatusOut {
                id: linked.status.id.uuid(),
                name: linked.status.name,
                category: linked.status_category.into(),
            },
            last_message_at: linked.last_message_at.into(),
        }
    }
}

fn told(done: Done) -> Reply<LinkChangeOut> {
    let version = done.ticket.version;
    let (ticket, undo) = (done.ticket.into(), done.undo.map(Into::into));
    Reply::ok(LinkChangeOut { ticket, undo }).with_version(version)
}

/// Lists the tickets that one is linked with.
///
/// Those that whoever asks may not see are left out. Customers see none of it.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/linked-tickets", tag = "tickets", operation_id = "list_linked_tickets",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 200, description = "The others.", body = LinkedTicketsOut))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<LinkedTicketsOut>> {
    let scope = cx.viewer.scope(Permission::TicketRead);
    let read = app.desk().read(async move |rx| {
        let ticket_id = view::find_id(rx, &id, &scope).await?.or_not_found()?;
        view::linked(rx, ticket_id, &scope).await
    });
    Ok(Reply::ok(LinkedTicketsOut { items: read.await?.into_iter().map(Into::into).collect() }))
}

/// Links a ticket with another one, or says anew what that one is to it.
///
/// The other one shows this one in turn. They may be of different customers, who are told nothing.
#[utoipa::path(
    put, path = "/api/v1/tickets/{id}/linked-tickets/{other}", tag = "tickets", operation_id = "link_ticket",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("other" = TicketNumber, Path, description = "The other ticket's number."),
    ),
    request_body = LinkIn,
    responses(
        (status = 200, description = "They are linked.", body = LinkChangeOut, headers(("etag" = String, description = "Its version."))),
        (status = 409, description = "It is the same ticket, goes on elsewhere, or has its fill of links."),
    )
)]
async fn link(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, other)): Path<(String, TicketNumber)>,
    Json(input): Json<LinkIn>,
) -> Result<Reply<LinkChangeOut>> {
    let write = app.desk().write(cx, async move |tx, cx| {
        Box::pin(linked::link(tx, cx, &id, &other.0, input.kind.0)).await
    });
    Ok(told(write.await?))
}

/// Takes a link between two tickets away.
#[utoipa::path(
    delete, path = "/api/v1/tickets/{id}/linked-tickets/{other}", tag = "tickets", operation_id = "unlink_ticket",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("other" = TicketNumber, Path, description = "The other ticket's number."),
    ),
    responses(
        (status = 200, description = "They are not linked any more.", body = LinkChangeOut, headers(("etag" = String, description = "Its version."))),
        (status = 404, description = "There is no such ticket, or they are not linked."),
        (status = 409, description = "It is the same ticket."),
    )
)]
async fn unlink(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, other)): Path<(String, TicketNumber)>,
) -> Result<Reply<LinkChangeOut>> {
    let write = app
        .desk()
        .write(cx, async move |tx, cx| Box::pin(linked::unlink(tx, cx, &id, &other.0)).await);
    Ok(told(write.await?))
}
