use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::Cx;
use proofdesk_desk::exchange_key::actions::{self, NewExchangeKey};
use proofdesk_desk::exchange_key::{ExchangeKey, NewMaterial, view};
use proofdesk_desk::id::{BrandId, ExchangeKeyId, Id as _};
use proofdesk_desk::permission::Permission;
use proofdesk_http::{Access, App, Body, Idempotent, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::wire::{AlgorithmWord, Moment};

#[derive(OpenApi)]
#[openapi(paths(list, add, revoke))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::BrandManage);
    Routes::new()
        .get("/api/v1/exchange-keys", manage, list)
        .route(&Method::POST, "/api/v1/exchange-keys", manage, Body::Json, add)
        .shown_once()
        .route(&Method::DELETE, "/api/v1/exchange-keys/{id}", manage, Body::None, revoke)
}

/// A key by which the exchange proves its customers.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ExchangeKey)]
pub struct ExchangeKeyOut {
    pub id: Uuid,
    /// Whose customers it proves.
    pub brand_id: Uuid,
    /// The `kid` in the header of its tokens.
    #[schema(examples("ex-1"))]
    pub kid: String,
    pub algorithm: AlgorithmWord,
    /// What a token's `aud` must contain.
    #[schema(examples("https://help.example.com"))]
    pub audience: String,
    pub created_at: Moment,
    pub revoked_at: Option<Moment>,
}

/// Oldest first, revoked ones included.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ExchangeKeys)]
pub struct ExchangeKeysOut {
    pub items: Vec<ExchangeKeyOut>,
}

/// A key to be added.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewExchangeKey)]
pub struct ExchangeKeyIn {
    /// Whose customers it proves.
    pub brand_id: Uuid,
    /// Unique in the desk.
    #[schema(min_length = 1, max_length = 200, pattern = "^[A-Za-z0-9._-]+$", examples("ex-1"))]
    pub kid: String,
    /// What a token's `aud` must contain: best the desk's own address.
    #[schema(
        min_length = 1,
        max_length = 200,
        pattern = r"^[^\x00]*[^\s\x00][^\x00]*$",
        examples("https://help.example.com")
    )]
    pub audience: String,
    pub material: MaterialIn,
}

/// What the key consists of.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExchangeKeyMaterial)]
pub enum MaterialIn {
    /// A secret that both sides know, 32 to 512 bytes; one is made for `null`.
    #[serde(rename = "HS256")]
    Hs256(Option<String>),
    /// The exchange's Ed25519 public key, PEM.
    #[serde(rename = "EdDSA")]
    EdDsa(String),
}

/// A key just added.
#[derive(Serialize, ToSchema)]
#[schema(as = AddedExchangeKey)]
pub struct AddedKeyOut {
    pub id: Uuid,
    /// The secret that was made, shown this once: the exchange uses the bytes of this text.
    pub secret: Option<String>,
}

impl From<ExchangeKey> for ExchangeKeyOut {
    fn from(key: ExchangeKey) -> Self {
        Self {
            id: key.id.uuid(),
            brand_id: key.brand_id.uuid(),
            kid: key.kid,
            algorithm: key.algorithm.into(),
            audience: key.audience,
            created_at: key.created_at.into(),
            revoked_at: key.revoked_at.map(Into::into),
        }
    }
}

impl From<MaterialIn> for NewMaterial {
    fn from(material: MaterialIn) -> Self {
        match material {
            MaterialIn::Hs256(secret) => Self::Hs256(secret),
            MaterialIn::EdDsa(pem) => Self::EdDsa(pem),
        }
    }
}

/// Lists the exchange's keys.
#[utoipa::path(
    get, path = "/api/v1/exchange-keys", tag = "brands", operation_id = "list_exchange_keys",
    responses((status = 200, description = "All keys.", body = ExchangeKeysOut))
)]
async fn list(State(app): State<App>, cx: Cx) -> Result<Reply<ExchangeKeysOut>> {
    let keys = app.desk().read(async move |rx| view::list(rx, &cx.viewer).await).await?;
    Ok(Reply::ok(ExchangeKeysOut { items: keys.into_iter().map(Into::into).collect() }))
}

/// Adds a key of the exchange.
#[utoipa::path(
    post, path = "/api/v1/exchange-keys", tag = "brands", operation_id = "add_exchange_key",
    request_body = ExchangeKeyIn,
    responses(
        (status = 201, description = "It was added.", body = AddedKeyOut),
        (status = 409, description = "The key id is taken, or there are too many."),
    )
)]
async fn add(
    State(app): State<App>,
    cx: Cx,
    Idempotent { input, key }: Idempotent<ExchangeKeyIn>,
) -> Result<impl IntoResponse> {
    let new = NewExchangeKey {
        brand_id: BrandId::from_uuid(input.brand_id),
        kid: input.kid,
        audience: input.audience,
        material: input.material.into(),
    };
    let keyring = app.desk().keyring().clone();
    key.write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
        let added = actions::add(tx, cx, &keyring, &new).await?;
        Ok(AddedKeyOut { id: added.id.uuid(), secret: added.secret })
    })
    .await
}

/// Revokes a key of the exchange: its tokens open nothing from now on.
#[utoipa::path(
    delete, path = "/api/v1/exchange-keys/{id}", tag = "brands", operation_id = "revoke_exchange_key",
    params(("id" = Uuid, Path, description = "The key.")),
    responses((status = 204, description = "It is revoked."))
)]
async fn revoke(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<ExchangeKeyId>,
) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::revoke(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}
