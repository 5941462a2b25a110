//! Tickets of one customer that are about the same: one goes on in the other, and can be taken apart again.

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::Cx;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket::merge::{self, Both, Seen};
use proofdesk_http::{Access, App, Body, Idempotent, IfMatch, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::shape::StaffTicketStateOut;
use crate::params::{IfMatchOptional, Seq, TicketPath};
use crate::wire::TicketNumber;

#[derive(OpenApi)]
#[openapi(paths(merge, unmerge))]
pub struct Document;

pub fn routes() -> Routes {
    let (path, access) =
        ("/api/v1/tickets/{id}/merge", Access::permission(Permission::TicketStatus));
    Routes::new().route(&Method::POST, path, access, Body::Json, merge).route(
        &Method::DELETE,
        path,
        access,
        Body::None,
        unmerge,
    )
}

/// Where a ticket is to go on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TicketMerge)]
pub struct MergeIn {
    /// A ticket of the same customer and brand. One that goes on in another itself stands for that one.
    pub into: TicketNumber,
    /// The version of the ticket that was seen: one that has moved on is left alone.
    pub version: Option<Seq>,
    /// The same of the ticket that it is to go on in.
    pub into_version: Option<Seq>,
}

/// Both tickets after one of them was merged or taken apart.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MergedTickets)]
pub struct MergedOut {
    pub ticket: StaffTicketStateOut,
    /// The one that it goes on in, or went on in until now.
    pub other: StaffTicketStateOut,
}

impl From<Both> for MergedOut {
    fn from(both: Both) -> Self {
        Self { ticket: both.ticket.into(), other: both.other.into() }
    }
}

/// Lets a ticket go on in another one of the same customer.
///
/// Its messages are shown there too, and whatever is written to its number lands there. It is closed itself; what was left
/// to be done of it is left to be done of the other, which takes over the status that is more pressing, the higher priority,
/// a feared theft and the higher tier.
#[utoipa::path(
    post, path = "/api/v1/tickets/{id}/merge", tag = "tickets", operation_id = "merge_ticket",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    request_body = MergeIn,
    responses(
        (status = 200, description = "It goes on there.", body = MergedOut),
        (status = 409, description = "It is the same ticket, another customer's, or goes on elsewhere already."),
        (status = 412, description = "One of them has moved on."),
    )
)]
async fn merge(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    once: Idempotent<MergeIn>,
) -> Result<impl IntoResponse> {
    let MergeIn { into, version, into_version } = once.input;
    let seen = Seen { ticket: version.map(|seq| seq.0), into: into_version.map(|seq| seq.0) };
    once.key
        .write(&app, cx, StatusCode::OK, async move |tx, cx| {
            Ok(MergedOut::from(merge::merge(tx, cx, &id, &into.0, seen).await?))
        })
        .await
}

/// Takes a ticket apart from the one that it goes on in.
///
/// It stands as it did before. What was written since stays where it was written.
#[utoipa::path(
    delete, path = "/api/v1/tickets/{id}/merge", tag = "tickets", operation_id = "unmerge_ticket",
    params(("id" = TicketNumber, Path, description = "The ticket's number."), IfMatchOptional),
    responses(
        (status = 200, description = "It stands for itself.", body = MergedOut, headers(("etag" = String, description = "Its version."))),
        (status = 404, description = "There is no such ticket, or it goes on in no other one."),
        (status = 412, description = "The ticket has moved on."),
    )
)]
async fn unmerge(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    seen: IfMatch,
) -> Result<Reply<MergedOut>> {
    let write =
        app.desk().write(cx, async move |tx, cx| merge::unmerge(tx, cx, &id, seen.0, None).await);
    let both = write.await?;
    let version = both.ticket.version;
    Ok(Reply::ok(MergedOut::from(both)).with_version(version))
}
