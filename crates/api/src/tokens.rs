use std::collections::BTreeSet;

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::Cx;
use proofdesk_desk::api_token::actions::{self, NewApiToken};
use proofdesk_desk::api_token::{ApiToken, view};
use proofdesk_desk::id::{ApiTokenId, Id as _};
use proofdesk_desk::permission::Permission;
use proofdesk_http::{Access, App, Body, Idempotent, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::wire::{Moment, NameText, PermissionWord};

#[derive(OpenApi)]
#[openapi(paths(list, create, revoke))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::TokenManage);
    Routes::new()
        .get("/api/v1/api-tokens", Access::Staff, list)
        .route(&Method::POST, "/api/v1/api-tokens", manage, Body::Json, create)
        .shown_once()
        // Everybody may revoke their own.
        .route(&Method::DELETE, "/api/v1/api-tokens/{id}", Access::Staff, Body::None, revoke)
}

/// A member's power in the hands of a program.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ApiToken)]
pub struct ApiTokenOut {
    pub id: Uuid,
    /// Whose power it carries.
    pub staff_id: Uuid,
    #[schema(examples("Nightly export"))]
    pub name: String,
    /// What it may do, as far as its member may.
    pub scopes: Vec<PermissionWord>,
    pub created_at: Moment,
    /// Absent for one that never ends.
    pub expires_at: Option<Moment>,
    /// To the minute.
    pub used_at: Option<Moment>,
    pub revoked_at: Option<Moment>,
}

/// Newest first, revoked ones included.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ApiTokens)]
pub struct ApiTokensOut {
    pub items: Vec<ApiTokenOut>,
}

/// A token to be made for one's own account.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewApiToken)]
pub struct ApiTokenIn {
    pub name: NameText,
    /// Permissions that one holds oneself.
    #[schema(min_items = 1)]
    pub scopes: BTreeSet<PermissionWord>,
    /// At most a year ahead.
    pub expires_at: Moment,
}

/// A token just made, with the only copy of its secret.
#[derive(Serialize, ToSchema)]
#[schema(as = CreatedApiToken)]
pub struct CreatedApiTokenOut {
    pub id: Uuid,
    /// Shown this once. Send it as `Authorization: Bearer …`.
    #[schema(examples("pda_u4Yb1Jm3vGq0pX2nC8rT6wZ9kL5hS7dF1aQeRtYuIoP"))]
    pub token: String,
}

impl From<ApiToken> for ApiTokenOut {
    fn from(token: ApiToken) -> Self {
        Self {
            id: token.id.uuid(),
            staff_id: token.staff_id.uuid(),
            name: token.name,
            scopes: token.scopes.into_iter().map(Into::into).collect(),
            created_at: token.created_at.into(),
            expires_at: token.expires_at.map(Into::into),
            used_at: token.used_at.map(Into::into),
            revoked_at: token.revoked_at.map(Into::into),
        }
    }
}

/// Lists one's own API tokens, or everybody's for those who manage them.
#[utoipa::path(
    get, path = "/api/v1/api-tokens", tag = "tokens", operation_id = "list_api_tokens",
    responses((status = 200, description = "API tokens.", body = ApiTokensOut))
)]
async fn list(State(app): State<App>, cx: Cx) -> Result<Reply<ApiTokensOut>> {
    let tokens = app.desk().read(async move |rx| view::list(rx, &cx.viewer).await).await?;
    Ok(Reply::ok(ApiTokensOut { items: tokens.into_iter().map(Into::into).collect() }))
}

/// Makes an API token for one's own account.
#[utoipa::path(
    post, path = "/api/v1/api-tokens", tag = "tokens", operation_id = "create_api_token", request_body = ApiTokenIn,
    responses(
        (status = 201, description = "The secret, shown once.", body = CreatedApiTokenOut),
        (status = 409, description = "There are too many."),
    )
)]
async fn create(
    State(app): State<App>,
    cx: Cx,
    Idempotent { input, key }: Idempotent<ApiTokenIn>,
) -> Result<impl IntoResponse> {
    let new = NewApiToken {
        staff_id: cx.viewer.staff()?.staff_id,
        name: input.name.0,
        scopes: input.scopes.into_iter().map(|scope| scope.0).collect(),
        expires_at: Some(input.expires_at.0),
    };
    key.write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
        let made = actions::create(tx, cx, &new).await?;
        Ok(CreatedApiTokenOut { id: made.id.uuid(), token: made.token.reveal().to_owned() })
    })
    .await
}

/// Revokes an API token for good.
#[utoipa::path(
    delete, path = "/api/v1/api-tokens/{id}", tag = "tokens", operation_id = "revoke_api_token",
    params(("id" = Uuid, Path, description = "The token.")),
    responses((status = 204, description = "It opens nothing any more."))
)]
async fn revoke(State(app): State<App>, cx: Cx, Path(id): Path<ApiTokenId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::revoke(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}
