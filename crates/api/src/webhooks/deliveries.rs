use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::id::{Id as _, WebhookDeliveryId, WebhookId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::webhook::{Delivery, actions, view};
use proofdesk_desk::{Cx, OrNotFound as _, Timestamp};
use proofdesk_http::{Access, App, Body, IdempotencyKey, Page, Path, Query, Reply, Result, Routes};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::{Cursor, PageQuery};
use crate::wire::{DeliveryStateWord, Moment};

const LIST: &str = "deliveries";

#[derive(OpenApi)]
#[openapi(paths(list, redeliver))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::WebhookManage);
    let redelivery = "/api/v1/webhooks/{id}/deliveries/{delivery_id}/redelivery";
    Routes::new().get("/api/v1/webhooks/{id}/deliveries", manage, list).route(
        &Method::POST,
        redelivery,
        manage,
        Body::None,
        redeliver,
    )
}

/// One event on its way to a webhook.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Delivery)]
pub struct DeliveryOut {
    /// Stays the same at every attempt, so that the receiver can drop doubles.
    pub id: Uuid,
    pub event_id: Uuid,
    /// The event's position in the feed.
    #[schema(minimum = 1)]
    pub pos: i64,
    /// The exact text that is signed and sent.
    pub body: String,
    pub state: DeliveryStateWord,
    #[schema(minimum = 0)]
    pub attempts: i64,
    /// The HTTP status of the last answer; absent when none came.
    pub last_status: Option<i64>,
    /// Why the last attempt was not received.
    #[schema(examples("timeout"))]
    pub last_error: Option<String>,
    #[schema(minimum = 0)]
    pub last_duration_us: Option<i64>,
    pub created_at: Moment,
    pub attempted_at: Option<Moment>,
}

impl From<Delivery> for DeliveryOut {
    fn from(delivery: Delivery) -> Self {
        Self {
            id: delivery.id.uuid(),
            event_id: delivery.event_id.uuid(),
            pos: delivery.pos,
            body: delivery.body,
            state: delivery.state.into(),
            attempts: delivery.attempts,
            last_status: delivery.last_status,
            last_error: delivery.last_error,
            last_duration_us: delivery.last_duration_us,
            created_at: delivery.created_at.into(),
            attempted_at: delivery.attempted_at.map(Into::into),
        }
    }
}

/// Lists a webhook's deliveries, newest first.
#[utoipa::path(
    get, path = "/api/v1/webhooks/{id}/deliveries", tag = "webhooks", operation_id = "list_deliveries",
    params(("id" = Uuid, Path, description = "The webhook."), PageQuery),
    responses((status = 200, description = "A page of deliveries.", body = Page<DeliveryOut>))
)]
async fn list(
    State(app): State<App>,
    Path(id): Path<WebhookId>,
    Query(page): Query<PageQuery>,
) -> Result<Reply<Page<DeliveryOut>>> {
    let list = format!("{LIST} of {id}");
    let open = |cursor: Cursor| app.cursor_key().open(&list, &cursor.0);
    let newest = (Timestamp::from_micros(i64::MAX), WebhookDeliveryId::from_uuid(Uuid::max()));
    let (before, limit) = (page.cursor.map(open).transpose()?.unwrap_or(newest), page.limit);
    let read = app.desk().read(async move |rx| {
        view::find(rx, id).await?.or_not_found()?;
        view::deliveries(rx, id, before, limit.beyond()).await
    });
    let items = read.await?.into_iter().map(DeliveryOut::from).collect();
    let seal = |last: &DeliveryOut| app.cursor_key().seal(&list, &(last.created_at, last.id));
    Ok(Reply::ok(Page::cut(items, limit.0, seal)?))
}

/// Sends a finished delivery again, with the same id and body.
#[utoipa::path(
    post, path = "/api/v1/webhooks/{id}/deliveries/{delivery_id}/redelivery", tag = "webhooks",
    operation_id = "redeliver",
    params(
        ("id" = Uuid, Path, description = "The webhook."),
        ("delivery_id" = Uuid, Path, description = "The delivery."),
    ),
    responses(
        (status = 200, description = "It is on its way again.", body = DeliveryOut),
        (status = 409, description = "It is still being tried."),
    )
)]
async fn redeliver(
    State(app): State<App>,
    cx: Cx,
    Path((id, delivery_id)): Path<(WebhookId, WebhookDeliveryId)>,
    key: IdempotencyKey,
) -> Result<impl IntoResponse> {
    key.write(&app, cx, StatusCode::OK, async move |tx, cx| {
        let delivery = view::delivery(tx, delivery_id).await?;
        delivery.filter(|delivery| delivery.webhook_id == id).or_not_found()?;
        actions::redeliver(tx, cx, delivery_id).await.map(DeliveryOut::from)
    })
    .await
}
