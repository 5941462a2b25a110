mod deliveries;

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_channels::webhook::Secret;
use proofdesk_desk::id::{BrandId, Id as _, WebhookId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::text::Clean;
use proofdesk_desk::webhook::actions::{self, NewWebhook, WebhookChange};
use proofdesk_desk::webhook::{Kinds, SECRET_AAD, Webhook, view};
use proofdesk_desk::{Cx, OrNotFound as _, limits};
use proofdesk_http::{
    Access, Answer, App, Body, IdempotencyKey, Idempotent, IfMatch, Json, Path, Reply, Result,
    Routes,
};
use serde::{Deserialize, Serialize};
use utoipa::openapi::OpenApi as Description;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::{IfMatchOptional, IfMatchRequired};
use crate::wire::{KindText, Moment, NameText, UrlText, WebhookStateWord};

#[derive(OpenApi)]
#[openapi(paths(list, create, find, change, rotate, delete))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::WebhookManage);
    Routes::new()
        .get("/api/v1/webhooks", manage, list)
        .route(&Method::POST, "/api/v1/webhooks", manage, Body::Json, create)
        .shown_once()
        .get("/api/v1/webhooks/{id}", manage, find)
        .route(&Method::PATCH, "/api/v1/webhooks/{id}", manage, Body::Json, change)
        .route(&Method::DELETE, "/api/v1/webhooks/{id}", manage, Body::None, delete)
        .route(&Method::POST, "/api/v1/webhooks/{id}/secret", manage, Body::None, rotate)
        .shown_once()
        .merge(deliveries::routes())
}

/// An address that is told what happens.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Webhook)]
pub struct WebhookOut {
    pub id: Uuid,
    /// Only events of this brand's tickets; absent for everything.
    pub brand_id: Option<Uuid>,
    #[schema(examples("Data warehouse"))]
    pub name: String,
    #[schema(examples("https://hooks.example.com/proofdesk"))]
    pub url: String,
    /// Kinds of event: `*`, `ticket.*`, or exact ones.
    #[schema(examples(json!(["ticket.*"])))]
    pub kinds: Vec<String>,
    pub state: WebhookStateWord,
    pub created_at: Moment,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// All webhooks by name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Webhooks)]
pub struct WebhooksOut {
    pub items: Vec<WebhookOut>,
}

/// A webhook to be made. It gets events from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewWebhook)]
pub struct WebhookIn {
    pub name: NameText,
    pub url: UrlText,
    #[schema(min_items = 1, max_items = 50)]
    pub kinds: Vec<KindText>,
    /// Only events of this brand's tickets; everything when absent.
    pub brand_id: Option<Uuid>,
}

/// What to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WebhookChange)]
pub struct WebhookChangeIn {
    pub name: Option<NameText>,
    pub url: Option<UrlText>,
    #[schema(min_items = 1, max_items = 50)]
    pub kinds: Option<Vec<KindText>>,
    /// Events of the time in which it is paused are skipped for good.
    pub state: Option<WebhookStateWord>,
}

/// A webhook with its signing secret, shown this once.
#[derive(Serialize, ToSchema)]
#[schema(as = WebhookWithSecret)]
pub struct WebhookSecretOut {
    pub webhook: WebhookOut,
    /// Signs deliveries as Standard Webhooks have it.
    #[schema(examples("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))]
    pub secret: String,
}

impl From<Webhook> for WebhookOut {
    fn from(webhook: Webhook) -> Self {
        Self {
            id: webhook.id.uuid(),
            brand_id: webhook.brand_id.map(|id| id.uuid()),
            name: webhook.name,
            url: webhook.url,
            kinds: webhook.kinds.iter().map(str::to_owned).collect(),
            state: webhook.state.into(),
            created_at: webhook.created_at.into(),
            version: webhook.version,
        }
    }
}

/// A signing secret just made, and what rests of it.
struct Fresh {
    shown: String,
    sealed: Vec<u8>,
}

fn fresh_secret(app: &App, cx: &mut Cx) -> Fresh {
    let shown = Secret::new(cx.bytes()).to_text().to_string();
    let sealed = app.desk().keyring().seal(SECRET_AAD, shown.as_bytes());
    Fresh { shown, sealed }
}

/// The version that stands inside of an answer, told as `ETag`.
fn versioned(answer: Answer) -> Result<Answer> {
    #[derive(Deserialize)]
    struct Made {
        webhook: Versioned,
    }
    #[derive(Deserialize)]
    struct Versioned {
        version: i64,
    }
    let version = answer.read::<Made>()?.webhook.version;
    Ok(answer.with_version(version))
}

fn name(typed: &NameText) -> proofdesk_desk::Result<Clean> {
    Clean::line("name", &typed.0, limits::NAME_CHARS)
}

fn kinds(typed: Vec<KindText>) -> proofdesk_desk::Result<Kinds> {
    Kinds::new(typed.into_iter().map(|kind| kind.0))
}

/// Lists all webhooks.
#[utoipa::path(
    get, path = "/api/v1/webhooks", tag = "webhooks", operation_id = "list_webhooks",
    responses((status = 200, description = "All webhooks.", body = WebhooksOut))
)]
async fn list(State(app): State<App>) -> Result<Reply<WebhooksOut>> {
    let webhooks = app.desk().read(async |rx| view::list(rx).await).await?;
    Ok(Reply::ok(WebhooksOut { items: webhooks.into_iter().map(Into::into).collect() }))
}

/// Makes a webhook. Its signing secret is shown once.
#[utoipa::path(
    post, path = "/api/v1/webhooks", tag = "webhooks", operation_id = "create_webhook", request_body = WebhookIn,
    responses((status = 201, description = "It was made.", body = WebhookSecretOut))
)]
async fn create(
    State(app): State<App>,
    mut cx: Cx,
    Idempotent { input, key }: Idempotent<WebhookIn>,
) -> Result<impl IntoResponse> {
    let secret = fresh_secret(&app, &mut cx);
    let new = NewWebhook {
        name: name(&input.name)?,
        url: input.url.0,
        kinds: kinds(input.kinds)?,
        brand_id: input.brand_id.map(BrandId::from_uuid),
        sealed_secret: secret.sealed,
        policy: app.config().outward.clone(),
    };
    let answer = key.write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
        let webhook = actions::create(tx, cx, &new).await?;
        Ok(WebhookSecretOut { webhook: webhook.into(), secret: secret.shown.clone() })
    });
    versioned(answer.await?)
}

/// Shows a webhook.
#[utoipa::path(
    get, path = "/api/v1/webhooks/{id}", tag = "webhooks", operation_id = "find_webhook",
    params(("id" = Uuid, Path, description = "The webhook.")),
    responses((status = 200, description = "The webhook.", body = WebhookOut, headers(("etag" = String, description = "Its version."))))
)]
async fn find(State(app): State<App>, Path(id): Path<WebhookId>) -> Result<Reply<WebhookOut>> {
    let webhook = app.desk().read(async move |rx| view::find(rx, id).await?.or_not_found()).await?;
    let version = webhook.version;
    Ok(Reply::ok(webhook.into()).with_version(version))
}

/// Changes a webhook, pauses it, or lets it go on.
#[utoipa::path(
    patch, path = "/api/v1/webhooks/{id}", tag = "webhooks", operation_id = "change_webhook",
    params(("id" = Uuid, Path, description = "The webhook."), IfMatchRequired), request_body = WebhookChangeIn,
    responses(
        (status = 200, description = "It was changed.", body = WebhookOut),
        (status = 412, description = "Somebody else changed it meanwhile."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn change(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<WebhookId>,
    seen: IfMatch,
    Json(input): Json<WebhookChangeIn>,
) -> Result<Reply<WebhookOut>> {
    let change = WebhookChange {
        name: input.name.as_ref().map(name).transpose()?,
        url: input.url.map(|url| url.0),
        kinds: input.kinds.map(kinds).transpose()?,
        state: input.state.map(|state| state.0),
        sealed_secret: None,
        policy: app.config().outward.clone(),
    };
    let seen = Some(seen.required()?);
    let webhook = app
        .desk()
        .write(cx, async move |tx, cx| actions::update(tx, cx, id, &change, seen).await)
        .await?;
    let version = webhook.version;
    Ok(Reply::ok(webhook.into()).with_version(version))
}

/// Gives a webhook a new signing secret, shown once. Deliveries are signed with it from now on.
#[utoipa::path(
    post, path = "/api/v1/webhooks/{id}/secret", tag = "webhooks", operation_id = "rotate_webhook_secret",
    params(("id" = Uuid, Path, description = "The webhook."), IfMatchOptional),
    responses(
        (status = 201, description = "The new secret.", body = WebhookSecretOut),
        (status = 412, description = "Somebody else changed it meanwhile."),
    )
)]
async fn rotate(
    State(app): State<App>,
    mut cx: Cx,
    Path(id): Path<WebhookId>,
    seen: IfMatch,
    key: IdempotencyKey,
) -> Result<impl IntoResponse> {
    let secret = fresh_secret(&app, &mut cx);
    let change = WebhookChange { sealed_secret: Some(secret.sealed), ..WebhookChange::default() };
    let answer = key.write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
        let webhook = actions::update(tx, cx, id, &change, seen.0).await?;
        Ok(WebhookSecretOut { webhook: webhook.into(), secret: secret.shown.clone() })
    });
    versioned(answer.await?)
}

/// Deletes a webhook with its deliveries.
#[utoipa::path(
    delete, path = "/api/v1/webhooks/{id}", tag = "webhooks", operation_id = "delete_webhook",
    params(("id" = Uuid, Path, description = "The webhook.")),
    responses((status = 204, description = "It is gone."))
)]
async fn delete(State(app): State<App>, cx: Cx, Path(id): Path<WebhookId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::delete(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}

/// Describes webhooks and their deliveries.
pub fn document() -> Description {
    let mut document = Document::openapi();
    document.merge(deliveries::Document::openapi());
    document
}
