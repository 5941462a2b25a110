use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::customer::Erasing;
use proofdesk_desk::customer_erasure::{Asked, actions, view};
use proofdesk_desk::id::{AttachmentId, CustomerId, Id as _, MessageId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket::erase;
use proofdesk_desk::{Cx, Timestamp};
use proofdesk_http::{Access, App, Body, Idempotent, Path, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::wire::{Moment, ReasonText};

#[derive(OpenApi)]
#[openapi(paths(erase_message, erase_attachment, erase_customer))]
pub struct Document;

pub fn routes() -> Routes {
    let access = Access::permission(Permission::CustomerErase);
    let post = &Method::POST;
    Routes::new()
        .route(post, "/api/v1/messages/{id}/erasure", access, Body::Json, erase_message)
        .route(post, "/api/v1/attachments/{id}/erasure", access, Body::Json, erase_attachment)
        .route(post, "/api/v1/customers/{id}/erasure", access, Body::Json, erase_customer)
}

/// Why something is erased. It stays in the log, so it names nobody.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Erasure, examples(json!({"reason": "Asked for it in writing"})))]
pub struct ErasureIn {
    pub reason: ReasonText,
}

/// What is erased, and since when.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Erased)]
pub struct ErasedOut {
    /// The message or the file.
    pub id: Uuid,
    pub erased_at: Moment,
}

/// How far the erasure of a customer has come.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CustomerErasing)]
pub struct ErasingOut {
    pub asked_at: Moment,
    /// Tickets that are empty by now.
    #[schema(minimum = 0, examples(3))]
    pub tickets: i64,
    /// All tickets of theirs.
    #[schema(minimum = 0, examples(12))]
    pub tickets_total: i64,
    /// Texts that were erased.
    #[schema(minimum = 0, examples(41))]
    pub messages: i64,
    #[schema(minimum = 0, examples(2))]
    pub files: i64,
}

/// What asking for the erasure of a customer came to.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AskedErasure)]
pub struct AskedErasureOut {
    #[serde(flatten)]
    pub erasing: ErasingOut,
    /// Whether it begins by this. Otherwise one is under way since `asked_at`, and the reason that was given this time is kept nowhere:
    /// what is written meanwhile in tickets that it has passed is erased by asking again when it is done.
    pub begins: bool,
}

impl ErasedOut {
    fn new(id: Uuid, at: Timestamp) -> Self {
        Self { id, erased_at: at.into() }
    }
}

impl From<Erasing> for ErasingOut {
    fn from(Erasing { erasure, tickets }: Erasing) -> Self {
        Self {
            asked_at: erasure.asked_at.into(),
            tickets: erasure.tickets,
            tickets_total: tickets,
            messages: erasure.messages,
            files: erasure.files,
        }
    }
}

/// Erases a message for good: its text in every form, the evidence in it, the answers beside it, the keys of its files.
///
/// The message stays in its place, with its digest in the log. Erasing again answers the same and changes nothing.
#[utoipa::path(
    post, path = "/api/v1/messages/{id}/erasure", tag = "tickets", operation_id = "erase_message",
    params(("id" = Uuid, Path, description = "The message.")), request_body = ErasureIn,
    responses((status = 201, description = "It is erased.", body = ErasedOut))
)]
async fn erase_message(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<MessageId>,
    once: Idempotent<ErasureIn>,
) -> Result<impl IntoResponse> {
    let reason = once.input.reason;
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            let at = erase::message(tx, cx, id, &reason.0).await?;
            Ok(ErasedOut::new(id.uuid(), at))
        })
        .await
}

/// Erases a file for good: the key to it, without which every copy of its bytes is noise. Its name stays.
#[utoipa::path(
    post, path = "/api/v1/attachments/{id}/erasure", tag = "attachments", operation_id = "erase_attachment",
    params(("id" = Uuid, Path, description = "The file.")), request_body = ErasureIn,
    responses((status = 201, description = "It is erased.", body = ErasedOut))
)]
async fn erase_attachment(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<AttachmentId>,
    once: Idempotent<ErasureIn>,
) -> Result<impl IntoResponse> {
    let reason = once.input.reason;
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            let at = erase::file(tx, cx, id, &reason.0).await?;
            Ok(ErasedOut::new(id.uuid(), at))
        })
        .await
}

/// Erases a whole customer for good: who they are at once, and in the background all that they wrote and that was written to and
/// about them.
///
/// Where one is under way already nothing else is begun: `begins` is `false` then. `GET /api/v1/customers/{id}` tells how far it has
/// come. Their tickets stay as empty shells: number, times, statuses, digests. The same account at the exchange begins as somebody new.
#[utoipa::path(
    post, path = "/api/v1/customers/{id}/erasure", tag = "customers", operation_id = "erase_customer",
    params(("id" = Uuid, Path, description = "The customer.")), request_body = ErasureIn,
    responses(
        (status = 202, description = "It is under way.", body = AskedErasureOut),
        (status = 409, description = "The exchange has yet to answer whether it froze their account.")
    )
)]
async fn erase_customer(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<CustomerId>,
    once: Idempotent<ErasureIn>,
) -> Result<impl IntoResponse> {
    let reason = once.input.reason;
    once.key
        .write(&app, cx, StatusCode::ACCEPTED, async move |tx, cx| {
            let Asked { erasure, begins } = actions::ask(tx, cx, id, &reason.0).await?;
            let tickets = view::tickets(tx, id).await?;
            Ok(AskedErasureOut { erasing: Erasing { erasure, tickets }.into(), begins })
        })
        .await
}
