use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proofdesk_desk::code::Code;
use proofdesk_desk::id::{Id as _, PushSubscriptionId};
use proofdesk_desk::outward::Policy;
use proofdesk_desk::push_subscription::{Device, Endpoint, actions, view};
use proofdesk_desk::{Cx, Error};
use proofdesk_http::{Access, App, Body, Edge, Idempotent, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::wire::Moment;

#[derive(OpenApi)]
#[openapi(paths(list, add, remove))]
pub struct Document;

const PATH: &str = "/api/v1/me/push-subscriptions";

pub fn routes() -> Routes {
    let own = Access::Customer;
    Routes::new().get(PATH, own, list).route(&Method::POST, PATH, own, Body::Json, add).route(
        &Method::DELETE,
        "/api/v1/me/push-subscriptions/{id}",
        own,
        Body::None,
        remove,
    )
}

/// A browser in which one hears of one's tickets.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PushSubscription)]
pub struct PushSubscriptionOut {
    pub id: Uuid,
    /// As the browser named itself.
    pub device: String,
    /// Its maker's push service.
    #[schema(examples("fcm.googleapis.com"))]
    pub service: String,
    /// SHA-256 of the endpoint, by which a browser knows itself.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub endpoint_sha256: String,
    pub created_at: Moment,
    /// When it was last sent something.
    pub sent_at: Option<Moment>,
}

/// One's browsers, newest first, and what a new one needs.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PushSubscriptions)]
pub struct PushSubscriptionsOut {
    /// The `applicationServerKey` for `pushManager.subscribe`; `null` where the desk sends no pushes, or not to the asker.
    pub public_key: Option<String>,
    pub items: Vec<PushSubscriptionOut>,
}

/// What `PushSubscription.toJSON()` gives in a browser.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewPushSubscription)]
pub struct NewPushSubscriptionIn {
    #[schema(
        max_length = 2000,
        pattern = "^https?://[!-~]+$",
        examples("https://fcm.googleapis.com/fcm/send/dLU1")
    )]
    pub endpoint: String,
    /// The browser's key, an uncompressed point of P-256 in URL-safe Base64.
    #[schema(
        pattern = "^[A-Za-z0-9_-]{87}=?$",
        examples(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
        )
    )]
    pub p256dh: String,
    /// The browser's secret, 16 bytes in URL-safe Base64.
    #[schema(pattern = "^[A-Za-z0-9_-]{22}(==)?$", examples("BTBZMqHH6r4Tts7J_aSIgg"))]
    pub auth: String,
}

/// The browser's row.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PushSubscriptionAdded)]
pub struct AddedOut {
    pub id: Uuid,
}

impl From<Device> for PushSubscriptionOut {
    fn from(device: Device) -> Self {
        Self {
            id: device.id.uuid(),
            device: device.name,
            service: device.service,
            endpoint_sha256: hex::encode(device.endpoint_digest),
            created_at: device.created_at.into(),
            sent_at: device.sent_at.map(Into::into),
        }
    }
}

impl NewPushSubscriptionIn {
    fn endpoint(self, policy: &Policy) -> std::result::Result<Endpoint, Error> {
        let (public_key, auth) = (bytes("p256dh", &self.p256dh)?, bytes("auth", &self.auth)?);
        Endpoint { url: self.endpoint, public_key, auth }.checked(policy)
    }
}

fn bytes(field: &str, text: &str) -> std::result::Result<Vec<u8>, Error> {
    let decoded = URL_SAFE_NO_PAD.decode(text.trim_end_matches('='));
    decoded.map_err(|_odd| Error::field(field, Code::FieldInvalid))
}

/// Lists the browsers in which one hears of one's tickets, and gives what a new one needs.
#[utoipa::path(
    get, path = "/api/v1/me/push-subscriptions", tag = "notifications", operation_id = "list_push_subscriptions",
    responses((status = 200, description = "One's browsers.", body = PushSubscriptionsOut))
)]
async fn list(State(app): State<App>, cx: Cx) -> Result<Reply<PushSubscriptionsOut>> {
    let me = cx.viewer.customer()?.clone();
    let read = app
        .desk()
        .read(async move |rx| Ok((view::offer(rx, &me).await?, view::list(rx, &me).await?)));
    let (key, devices) = read.await?;
    Ok(Reply::ok(PushSubscriptionsOut {
        public_key: key.map(|key| URL_SAFE_NO_PAD.encode(key)),
        items: devices.into_iter().map(Into::into).collect(),
    }))
}

/// Adds the browser that one sits at. A browser that comes again takes its own place; the eleventh ends the oldest.
#[utoipa::path(
    post, path = "/api/v1/me/push-subscriptions", tag = "notifications", operation_id = "add_push_subscription",
    request_body = NewPushSubscriptionIn,
    responses(
        (status = 201, description = "It is told from now on.", body = AddedOut),
        (status = 404, description = "The desk sends no pushes, or the asker has no account at the exchange."),
    )
)]
async fn add(
    State(app): State<App>,
    cx: Cx,
    edge: Edge,
    Idempotent { input, key }: Idempotent<NewPushSubscriptionIn>,
) -> Result<impl IntoResponse> {
    let endpoint = input.endpoint(&app.config().outward)?;
    let keyring = app.desk().keyring().clone();
    key.write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
        let id = actions::add(tx, cx, &keyring, &endpoint, &edge.user_agent).await?;
        Ok(AddedOut { id: id.uuid() })
    })
    .await
}

/// Removes one of one's browsers.
#[utoipa::path(
    delete, path = "/api/v1/me/push-subscriptions/{id}", tag = "notifications", operation_id = "remove_push_subscription",
    params(("id" = Uuid, Path, description = "The browser.")),
    responses((status = 204, description = "It is told nothing more."))
)]
async fn remove(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<PushSubscriptionId>,
) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::remove(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}
