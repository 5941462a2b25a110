use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::id::Id as _;
use proofdesk_desk::notification::{self, Delivery};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, OrNotFound as _, ticket, ticket_link};
use proofdesk_http::{Access, App, Body, Reply, Result, Routes};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::TicketPath;
use crate::wire::{ChannelWord, Moment, NotificationKindWord, NotificationStateWord, TicketNumber};

#[derive(OpenApi)]
#[openapi(paths(list, revoke_links))]
pub struct Document;

pub fn routes() -> Routes {
    let (read, reply) =
        (Access::permission(Permission::TicketRead), Access::permission(Permission::TicketReply));
    Routes::new().get("/api/v1/tickets/{id}/notifications", read, list).route(
        &Method::DELETE,
        "/api/v1/tickets/{id}/links",
        reply,
        Body::None,
        revoke_links,
    )
}

/// What became of something that the customer was sent. Never the address.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TicketNotification)]
pub struct TicketNotificationOut {
    pub id: Uuid,
    /// The message that it tells of; `null` when a status changed without one.
    pub message_id: Option<Uuid>,
    pub kind: NotificationKindWord,
    pub channel: ChannelWord,
    pub state: NotificationStateWord,
    #[schema(minimum = 0)]
    pub attempts: i64,
    /// Why it was withheld (`unproven`, `too-many`, `bounced-before`), or what the last attempt ended with: the codes of
    /// the mail server, `connection`, `tls`, `timeout`, `no-mail-server`, `no-address`; of a push the push service's status,
    /// `no-push` where a node is not configured for it, or `no-device` when every browser was gone; of the exchange's app, its
    /// HTTP status, `no-app`, or a word of the webhooks.
    #[schema(examples("550 5.1.1"))]
    pub error: Option<String>,
    pub created_at: Moment,
    /// When it was tried last.
    pub attempted_at: Option<Moment>,
}

/// The newest ones of a ticket, oldest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TicketNotifications)]
pub struct TicketNotificationsOut {
    pub items: Vec<TicketNotificationOut>,
}

impl From<Delivery> for TicketNotificationOut {
    fn from(delivery: Delivery) -> Self {
        Self {
            id: delivery.id.uuid(),
            message_id: delivery.message_id.map(|id| id.uuid()),
            kind: delivery.kind.into(),
            channel: delivery.channel.into(),
            state: delivery.state.into(),
            attempts: delivery.attempts,
            error: delivery.error,
            created_at: delivery.created_at.into(),
            attempted_at: delivery.attempted_at.map(Into::into),
        }
    }
}

/// Lists what a customer was sent about a ticket, and whether it left.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/notifications", tag = "notifications", operation_id = "list_ticket_notifications",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 200, description = "What was sent.", body = TicketNotificationsOut))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<TicketNotificationsOut>> {
    let read = app.desk().read(async move |rx| {
        let scope = cx.viewer.scope(Permission::TicketRead);
        let ticket_id = ticket::view::find_id(rx, &id, &scope).await?.or_not_found()?;
        notification::view::of_ticket(rx, ticket_id).await
    });
    Ok(Reply::ok(TicketNotificationsOut {
        items: read.await?.into_iter().map(Into::into).collect(),
    }))
}

/// Revokes the links to a ticket that were mailed, and ends the sessions that came by one.
#[utoipa::path(
    delete, path = "/api/v1/tickets/{id}/links", tag = "notifications", operation_id = "revoke_ticket_links",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 204, description = "None works any more."))
)]
async fn revoke_links(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<()>> {
    app.desk()
        .write(cx, async move |tx, cx| ticket_link::actions::revoke(tx, cx, &id).await)
        .await?;
    Ok(Reply::no_content())
}
