//! Messages that go on in a ticket of their own, and taking them back.

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::split::{self, Halves, Split};
use proofdesk_desk::{Cx, limits};
use proofdesk_http::{Access, App, Body, Idempotent, IfMatch, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use super::shape::StaffTicketStateOut;
use crate::params::{IfMatchOptional, Seq, TicketPath};
use crate::wire::{SlugText, SubjectText, TicketNumber, ids};

#[derive(OpenApi)]
#[openapi(paths(split, take_back))]
pub struct Document;

pub fn routes() -> Routes {
    let (path, access) =
        ("/api/v1/tickets/{id}/split", Access::permission(Permission::TicketStatus));
    Routes::new().route(&Method::POST, path, access, Body::Json, split).route(
        &Method::DELETE,
        path,
        access,
        Body::None,
        take_back,
    )
}

/// What is to go on in a ticket of its own.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TicketSplit)]
pub struct SplitIn {
    /// Public messages of the ticket's customer, without the one that the ticket was opened with.
    #[schema(min_items = 1, max_items = 50)]
    pub message_ids: Vec<Uuid>,
    pub subject: SubjectText,
    pub category: SlugText,
    /// The version of the ticket that was seen: one that has moved on is left alone.
    pub version: Option<Seq>,
}

/// Both tickets after messages were split off or taken back.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SplitTickets)]
pub struct SplitOut {
    /// The one that the messages were split off for.
    pub ticket: StaffTicketStateOut,
    /// The one that they were written in.
    pub other: StaffTicketStateOut,
}

impl From<Halves> for SplitOut {
    fn from(halves: Halves) -> Self {
        Self { ticket: halves.ticket.into(), other: halves.other.into() }
    }
}

/// Lets messages of a ticket go on in a new one of the same customer.
///
/// They are shown there with their time, their files and what they say of money, and no longer where they were written. Both
/// tickets name the other, to staff and to the customer, who is told of the new one as of any other.
#[utoipa::path(
    post, path = "/api/v1/tickets/{id}/split", tag = "tickets", operation_id = "split_ticket",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    request_body = SplitIn,
    responses(
        (status = 201, description = "They go on in a ticket of their own.", body = SplitOut),
        (status = 409, description = "The ticket goes on in another one."),
        (status = 412, description = "The ticket has moved on."),
        (status = 422, description = "One of the messages cannot be split off, or is already."),
    )
)]
async fn split(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    once: Idempotent<SplitIn>,
) -> Result<impl IntoResponse> {
    let SplitIn { message_ids, subject, category, version } = once.input;
    let new = Split {
        message_ids: ids(message_ids),
        subject: Clean::line("subject", &subject.0, limits::SUBJECT_CHARS)?,
        category: category.0,
    };
    let (keyring, seen) = (app.desk().keyring().clone(), version.map(|seq| seq.0));
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            Ok(SplitOut::from(split::split(tx, cx, &keyring, &id, &new, seen).await?))
        })
        .await
}

/// Takes back the messages that a ticket was made for.
///
/// They stand where they were written again, and this ticket goes on there, with whatever was written in it since: its number
/// leads there.
#[utoipa::path(
    delete, path = "/api/v1/tickets/{id}/split", tag = "tickets", operation_id = "take_split_ticket_back",
    params(("id" = TicketNumber, Path, description = "The ticket's number."), IfMatchOptional),
    responses(
        (status = 200, description = "They stand where they were written.", body = SplitOut, headers(("etag" = String, description = "Its version."))),
        (status = 404, description = "There is no such ticket, or it was not split off, or is no more."),
        (status = 409, description = "This ticket goes on in another one by now."),
        (status = 412, description = "The ticket has moved on."),
    )
)]
async fn take_back(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    seen: IfMatch,
) -> Result<Reply<SplitOut>> {
    let write =
        app.desk().write(cx, async move |tx, cx| split::take_back(tx, cx, &id, seen.0).await);
    let halves = write.await?;
    let version = halves.ticket.version;
    Ok(Reply::ok(SplitOut::from(halves)).with_version(version))
}
