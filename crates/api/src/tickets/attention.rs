use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::render::Body as Rendered;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::actions::NewMessage;
use proofdesk_desk::ticket::{Visibility, attention};
use proofdesk_desk::{Cx, limits};
use proofdesk_http::{Access, App, Asker, Body, IdempotencyKey, Idempotent, Result, Routes};
use serde::Deserialize;
use utoipa::{OpenApi, ToSchema};

use super::channel;
use super::shape::{OwnTicketStateOut, TicketStateOut};
use crate::params::TicketPath;
use crate::wire::{ReasonText, TicketNumber};

#[derive(OpenApi)]
#[openapi(paths(nudge, escalate))]
pub struct Document;

pub fn routes() -> Routes {
    let (nudges, escalations) = ("/api/v1/tickets/{id}/nudges", "/api/v1/tickets/{id}/escalations");
    Routes::new().route(&Method::POST, nudges, Access::Customer, Body::None, nudge).route(
        &Method::POST,
        escalations,
        Access::Customer,
        Body::Json,
        escalate,
    )
}

/// Why somebody who may do more should look at it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Escalation)]
pub struct EscalationIn {
    /// It becomes a message of the ticket.
    pub reason: ReasonText,
}

/// Asks after one's own ticket. Its agents see it in the list until one of them replies.
#[utoipa::path(
    post, path = "/api/v1/tickets/{id}/nudges", tag = "tickets", operation_id = "nudge_ticket",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses(
        (status = 200, description = "They see that you wait.", body = OwnTicketStateOut),
        (status = 409, description = "It is your own turn, or nobody's."),
        (status = 429, description = "It was asked a short while ago, or the last message is too young."),
    )
)]
async fn nudge(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    key: IdempotencyKey,
) -> Result<impl IntoResponse> {
    key.write(&app, cx, StatusCode::OK, async move |tx, cx| {
        let ticket = attention::nudge(tx, cx, &id).await?;
        Ok(TicketStateOut::new(&cx.viewer, ticket))
    })
    .await
}

/// Asks for the tier above with one's own ticket: second, then lead.
#[utoipa::path(
    post, path = "/api/v1/tickets/{id}/escalations", tag = "tickets", operation_id = "escalate_ticket",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    request_body = EscalationIn,
    responses(
        (status = 201, description = "The tier above was asked.", body = OwnTicketStateOut),
        (status = 409, description = "It is solved, or nobody stands above."),
        (status = 429, description = "The tier that has it has had it for less than a day."),
    )
)]
async fn escalate(
    State(app): State<App>,
    cx: Cx,
    asker: Asker,
    TicketPath(id): TicketPath,
    once: Idempotent<EscalationIn>,
) -> Result<impl IntoResponse> {
    let body = Clean::field("reason", &once.input.reason.0, limits::REASON_CHARS)?;
    let reason = NewMessage {
        body: Rendered::by(&cx.viewer, app.desk().keyring(), body),
        visibility: Visibility::Public,
        attachment_ids: Vec::new(),
        channel: channel(&asker),
        lang: cx.locale.code().to_owned(),
        status_id: None,
        seen_version: None,
    };
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            let ticket = attention::escalate(tx, cx, &id, &reason).await?;
            Ok(TicketStateOut::new(&cx.viewer, ticket))
        })
        .await
}
