use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::actions;
use proofdesk_desk::{Cx, limits};
use proofdesk_http::{Access, App, Body, Path, Reply, Result, Routes};
use utoipa::OpenApi;

use super::shape::{StaffTicketStateOut, TicketStateOut};
use crate::params::TicketPath;
use crate::wire::{TagText, TicketNumber};

#[derive(OpenApi)]
#[openapi(paths(tag, untag))]
pub struct Document;

pub fn routes() -> Routes {
    let access = Access::permission(Permission::TicketTag);
    Routes::new()
        .route(&Method::PUT, "/api/v1/tickets/{id}/tags/{tag}", access, Body::None, tag)
        .route(&Method::DELETE, "/api/v1/tickets/{id}/tags/{tag}", access, Body::None, untag)
}

fn named(typed: &TagText) -> proofdesk_desk::Result<Clean> {
    Clean::line("tag", &typed.0, limits::TAG_CHARS)
}

/// Puts a tag on a ticket. A new tag is made.
#[utoipa::path(
    put, path = "/api/v1/tickets/{id}/tags/{tag}", tag = "tickets", operation_id = "tag_ticket",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("tag" = TagText, Path, description = "The tag's name."),
    ),
    responses(
        (status = 200, description = "The ticket has the tag.", body = StaffTicketStateOut),
        (status = 422, description = "It is no tag, or the ticket has its fill."),
    )
)]
async fn tag(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, typed)): Path<(String, TagText)>,
) -> Result<Reply<TicketStateOut>> {
    let (viewer, name) = (cx.viewer.clone(), named(&typed)?);
    let write = app.desk().write(cx, async move |tx, cx| actions::tag(tx, cx, &id, &name).await);
    Ok(TicketStateOut::new(&viewer, write.await?).reply())
}

/// Takes a tag off a ticket.
#[utoipa::path(
    delete, path = "/api/v1/tickets/{id}/tags/{tag}", tag = "tickets", operation_id = "untag_ticket",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("tag" = TagText, Path, description = "The tag's name."),
    ),
    responses(
        (status = 200, description = "The ticket does not have the tag any more.", body = StaffTicketStateOut),
        (status = 404, description = "There is no such ticket, or it does not have the tag."),
        (status = 422, description = "It is no tag."),
    )
)]
async fn untag(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, typed)): Path<(String, TagText)>,
) -> Result<Reply<TicketStateOut>> {
    let (viewer, name) = (cx.viewer.clone(), named(&typed)?);
    let write =
        app.desk().write(cx, async move |tx, cx| actions::untag(tx, cx, &id, name.as_str()).await);
    Ok(TicketStateOut::new(&viewer, write.await?).reply())
}
