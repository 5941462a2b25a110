//! How long what came in and was not taken yet lies here sealed, and what lies here now.

use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::Cx;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::sealed_input::actions::{self, RetentionChange};
use proofdesk_desk::sealed_input::{Lying, Retention, view};
use proofdesk_http::{Access, App, Body, IfMatch, Json, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::params::IfMatchRequired;
use crate::wire::{InputKindWord, Moment, VersionOut};

#[derive(OpenApi)]
#[openapi(paths(find, change))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::BrandManage);
    Routes::new().get("/api/v1/sealed-input", manage, find).route(
        &Method::PATCH,
        "/api/v1/sealed-input",
        manage,
        Body::Json,
        change,
    )
}

/// How long what came in and was not taken yet lies here sealed. What is older is destroyed with its keys within five minutes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SealedInput)]
pub struct SealedInputOut {
    /// Of uploads under way, and of what the exchange told and nobody handled, counted from its coming.
    #[schema(minimum = 1, maximum = 72, examples(72))]
    pub input_hours: i64,
    /// Of files that no message took, counted from their coming.
    #[schema(minimum = 1, maximum = 168, examples(168))]
    pub file_hours: i64,
    #[schema(minimum = 1)]
    pub version: i64,
    /// What lies here now, each kind once.
    pub lying: Vec<LyingOut>,
}

/// How much of a kind lies here.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LyingInput)]
pub struct LyingOut {
    pub kind: InputKindWord,
    /// A thousand at most.
    #[schema(minimum = 0, examples(2))]
    pub count: i64,
    /// When the oldest of it came; `null` for nothing.
    pub oldest_at: Option<Moment>,
    /// When the oldest goes, unless it is taken before; `null` for nothing.
    pub goes_at: Option<Moment>,
}

/// What to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SealedInputChange)]
pub struct ChangeIn {
    #[schema(minimum = 1, maximum = 72, examples(24))]
    pub input_hours: Option<i64>,
    #[schema(minimum = 1, maximum = 168, examples(48))]
    pub file_hours: Option<i64>,
}

impl From<(Retention, Vec<Lying>)> for SealedInputOut {
    fn from((retention, lying): (Retention, Vec<Lying>)) -> Self {
        Self {
            input_hours: retention.input_hours,
            file_hours: retention.file_hours,
            version: retention.version,
            lying: lying.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Lying> for LyingOut {
    fn from(lying: Lying) -> Self {
        Self {
            kind: lying.kind.into(),
            count: lying.count,
            oldest_at: lying.oldest_at.map(Into::into),
            goes_at: lying.goes_at.map(Into::into),
        }
    }
}

/// Tells how long what came in may lie here sealed, and how much does.
#[utoipa::path(
    get, path = "/api/v1/sealed-input", tag = "exchange", operation_id = "find_sealed_input",
    responses((status = 200, description = "The policy, and what lies here.", body = SealedInputOut, headers(("etag" = String, description = "Its version."))))
)]
async fn find(State(app): State<App>, cx: Cx) -> Result<Reply<SealedInputOut>> {
    let found = app.desk().read(async move |rx| view::look(rx, &cx.viewer).await).await?;
    let version = found.0.version;
    Ok(Reply::ok(found.into()).with_version(version))
}

/// Changes how long what came in may lie here sealed. What is too old from then on is destroyed at once.
#[utoipa::path(
    patch, path = "/api/v1/sealed-input", tag = "exchange", operation_id = "change_sealed_input",
    params(IfMatchRequired), request_body = ChangeIn,
    responses(
        (status = 200, description = "It was changed.", body = VersionOut),
        (status = 412, description = "Somebody else changed it meanwhile."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn change(
    State(app): State<App>,
    cx: Cx,
    seen: IfMatch,
    Json(input): Json<ChangeIn>,
) -> Result<Reply<VersionOut>> {
    let seen = seen.required()?;
    let change = RetentionChange { input_hours: input.input_hours, file_hours: input.file_hours };
    let write = app.desk().write(cx, async move |tx, cx| actions::set(tx, cx, seen, &change).await);
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}
