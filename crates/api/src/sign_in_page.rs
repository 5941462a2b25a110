use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::id::BrandId;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::sign_in_page::{PARAMETER, SignInPage, actions, view};
use proofdesk_desk::{Cx, OrNotFound as _};
use proofdesk_http::{Access, App, Body, Json, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::wire::{Moment, UrlText};

#[derive(OpenApi)]
#[openapi(paths(find, set, remove))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::BrandManage);
    Routes::new()
        .get("/api/v1/brands/{id}/sign-in-page", manage, find)
        .route(&Method::PUT, "/api/v1/brands/{id}/sign-in-page", manage, Body::Json, set)
        .route(&Method::DELETE, "/api/v1/brands/{id}/sign-in-page", manage, Body::None, remove)
}

/// The page of the exchange on which a brand's customers sign in for support.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SignInPage)]
pub struct SignInPageOut {
    #[schema(examples("https://exchange.example.com/support"))]
    pub url: String,
    /// The query parameter in which the exchange is told where the customer wants to go. It brings the value back as `to` of
    /// `/exchange`.
    #[schema(examples("to"))]
    pub parameter: String,
    pub updated_at: Moment,
}

/// Where customers are to sign in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewSignInPage)]
pub struct SignInPageIn {
    pub url: UrlText,
    /// The name of the query parameter for the way back; `to` when absent.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 40, pattern = r"^[A-Za-z0-9_-]+$", examples("to"))]
    pub parameter: Option<String>,
}

impl From<SignInPage> for SignInPageOut {
    fn from(page: SignInPage) -> Self {
        Self { url: page.url, parameter: page.parameter, updated_at: page.updated_at.into() }
    }
}

/// Shows where a brand's customers sign in.
#[utoipa::path(
    get, path = "/api/v1/brands/{id}/sign-in-page", tag = "brands", operation_id = "find_sign_in_page",
    params(("id" = Uuid, Path, description = "The brand.")),
    responses((status = 200, description = "The page.", body = SignInPageOut))
)]
async fn find(State(app): State<App>, Path(id): Path<BrandId>) -> Result<Reply<SignInPageOut>> {
    let read = app.desk().read(async move |rx| view::find(rx, id).await?.or_not_found());
    Ok(Reply::ok(read.await?.into()))
}

/// Leads a brand's customers to this page of the exchange whenever they have to sign in.
#[utoipa::path(
    put, path = "/api/v1/brands/{id}/sign-in-page", tag = "brands", operation_id = "set_sign_in_page",
    params(("id" = Uuid, Path, description = "The brand.")), request_body = SignInPageIn,
    responses((status = 200, description = "It holds from the next page on.", body = SignInPageOut))
)]
async fn set(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<BrandId>,
    Json(input): Json<SignInPageIn>,
) -> Result<Reply<SignInPageOut>> {
    let policy = app.config().outward.clone();
    let parameter = input.parameter.unwrap_or_else(|| PARAMETER.to_owned());
    let write = app.desk().write(cx, async move |tx, cx| {
        actions::set(tx, cx, id, &input.url.0, &parameter, &policy).await
    });
    Ok(Reply::ok(write.await?.into()))
}

/// Leads a brand's customers to no page any more: they are told how to come in by the exchange themselves.
#[utoipa::path(
    delete, path = "/api/v1/brands/{id}/sign-in-page", tag = "brands", operation_id = "remove_sign_in_page",
    params(("id" = Uuid, Path, description = "The brand.")),
    responses((status = 204, description = "It is gone."))
)]
async fn remove(State(app): State<App>, cx: Cx, Path(id): Path<BrandId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::remove(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}
