use axum::extract::State;
use axum::http::Method;
use proofdesk_channels::webhook::Secret;
use proofdesk_desk::app_push::{self, AppPush, actions, view};
use proofdesk_desk::id::BrandId;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, OrNotFound as _};
use proofdesk_http::{Access, App, Body, Json, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::wire::{Moment, UrlText};

#[derive(OpenApi)]
#[openapi(paths(find, set, remove))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::WebhookManage);
    Routes::new()
        .get("/api/v1/brands/{id}/app-push", manage, find)
        .route(&Method::PUT, "/api/v1/brands/{id}/app-push", manage, Body::Json, set)
        .route(&Method::DELETE, "/api/v1/brands/{id}/app-push", manage, Body::None, remove)
}

/// Where a brand's notifications for the exchange's app go.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AppPush)]
pub struct AppPushOut {
    #[schema(examples("https://push.example.com/proofdesk"))]
    pub url: String,
    pub updated_at: Moment,
}

/// Where they are to go.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewAppPush)]
pub struct AppPushIn {
    pub url: UrlText,
    /// Keep the signing secret that is there. Without it a new one is made.
    #[serde(default)]
    pub keep_secret: bool,
}

/// The address, and the signing secret if one was made: shown this once.
#[derive(Serialize, ToSchema)]
#[schema(as = AppPushWithSecret)]
pub struct AppPushSecretOut {
    pub app_push: AppPushOut,
    /// Signs calls as Standard Webhooks have it; absent when the old one was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(examples("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))]
    pub secret: Option<String>,
}

impl From<AppPush> for AppPushOut {
    fn from(push: AppPush) -> Self {
        Self { url: push.url, updated_at: push.updated_at.into() }
    }
}

/// Shows where a brand's notifications for the exchange's app go.
#[utoipa::path(
    get, path = "/api/v1/brands/{id}/app-push", tag = "notifications", operation_id = "find_app_push",
    params(("id" = Uuid, Path, description = "The brand.")),
    responses((status = 200, description = "The address.", body = AppPushOut))
)]
async fn find(State(app): State<App>, Path(id): Path<BrandId>) -> Result<Reply<AppPushOut>> {
    let read = app.desk().read(async move |rx| view::find(rx, id).await?.or_not_found());
    Ok(Reply::ok(read.await?.into()))
}

/// Sends a brand's notifications to the exchange's app from now on, to everybody who has an account and does not choose otherwise.
#[utoipa::path(
    put, path = "/api/v1/brands/{id}/app-push", tag = "notifications", operation_id = "set_app_push",
    params(("id" = Uuid, Path, description = "The brand.")), request_body = AppPushIn,
    responses((status = 200, description = "It holds from the next notification on.", body = AppPushSecretOut))
)]
async fn set(
    State(app): State<App>,
    mut cx: Cx,
    Path(id): Path<BrandId>,
    Json(input): Json<AppPushIn>,
) -> Result<Reply<AppPushSecretOut>> {
    let secret = (!input.keep_secret).then(|| Secret::new(cx.bytes()).to_text().to_string());
    let seal = |shown: &String| app.desk().keyring().seal(app_push::SECRET_AAD, shown.as_bytes());
    let sealed = secret.as_ref().map(seal);
    let policy = app.config().outward.clone();
    let write = app.desk().write(cx, async move |tx, cx| {
        actions::set(tx, cx, id, &input.url.0, sealed.as_deref(), &policy).await
    });
    let push = write.await?;
    Ok(Reply::ok(AppPushSecretOut { app_push: push.into(), secret }))
}

/// Sends a brand's notifications to no app any more.
#[utoipa::path(
    delete, path = "/api/v1/brands/{id}/app-push", tag = "notifications", operation_id = "remove_app_push",
    params(("id" = Uuid, Path, description = "The brand.")),
    responses((status = 204, description = "It is gone."))
)]
async fn remove(State(app): State<App>, cx: Cx, Path(id): Path<BrandId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::remove(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}
