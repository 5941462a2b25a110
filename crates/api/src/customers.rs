use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::customer::actions::{self, NewCustomer};
use proofdesk_desk::customer::{CustomerFacts, Erasing, Field, MaskedField, MaskedIdentity, view};
use proofdesk_desk::id::{BrandId, CustomerId, Id as _};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, OrNotFound as _, reveal};
use proofdesk_http::{Access, App, Body, Idempotent, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::erasures::ErasingOut;
use crate::wire::{
    CreatedOut, EmailText, FieldWord, LevelWord, LocaleWord, Moment, NameText, ReasonText, ZoneText,
};

#[derive(OpenApi)]
#[openapi(paths(create, find, reveal_field))]
pub struct Document;

pub fn routes() -> Routes {
    let create_access = Access::permission(Permission::TicketCreate);
    let reveal_access = Access::permission(Permission::CustomerReveal);
    Routes::new()
        .route(&Method::POST, "/api/v1/customers", create_access, Body::Json, create)
        .get("/api/v1/customers/{id}", Access::permission(Permission::CustomerRead), find)
        .route(
            &Method::POST,
            "/api/v1/customers/{id}/reveals",
            reveal_access,
            Body::Json,
            reveal_field,
        )
        .shown_once()
}

/// A customer as staff see them: every personal field masked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Customer)]
pub struct CustomerOut {
    pub id: Uuid,
    pub brand_id: Uuid,
    /// Masked; absent for one who gave none.
    #[schema(examples("A••• L•••"))]
    pub name: Option<String>,
    /// Those that are known.
    pub fields: Vec<MaskedFieldOut>,
    pub identities: Vec<IdentityOut>,
    #[schema(examples("en"))]
    pub locale: String,
    #[schema(examples("Europe/Berlin"))]
    pub time_zone: String,
    pub created_at: Moment,
    #[schema(minimum = 1)]
    pub version: i64,
    /// When the last of what they left was erased; absent for everybody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub erased_at: Option<Moment>,
    /// How far their erasure has come, while it is under way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub erasing: Option<ErasingOut>,
}

/// A personal field, masked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MaskedField)]
pub struct MaskedFieldOut {
    pub name: FieldWord,
    #[schema(examples("a•••@e•••.com"))]
    pub masked: String,
    /// Whoever asks may have it revealed, out of their budget.
    pub revealable: bool,
}

/// By what a customer is known, and how far that is proven.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Identity)]
pub struct IdentityOut {
    /// `portal` for an account at the exchange, `email` for an address.
    #[schema(examples("portal"))]
    pub kind: String,
    /// Masked.
    #[schema(examples("A1•••18"))]
    pub subject: String,
    /// What holds right now.
    pub level: LevelWord,
    /// Absent: for good.
    pub level_until: Option<Moment>,
}

/// What is known of a new customer. Nothing of it is proven by being typed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCustomer)]
pub struct CustomerIn {
    pub brand_id: Uuid,
    pub name: Option<NameText>,
    pub email: Option<EmailText>,
    #[schema(
        min_length = 1,
        max_length = 32,
        pattern = r"^[0-9+\-()/. ]*[0-9+\-()/.][0-9+\-()/. ]*$",
        examples("+49 30 1234567")
    )]
    pub phone: Option<String>,
    /// The account's number at the exchange.
    #[schema(
        min_length = 1,
        max_length = 64,
        pattern = r"^[^\x00]*[^\s\x00][^\x00]*$",
        examples("A1B2C3D4E5F60718")
    )]
    pub uid: Option<String>,
    /// The brand's default when absent.
    pub locale: Option<LocaleWord>,
    /// UTC when absent.
    pub time_zone: Option<ZoneText>,
}

/// Which field to see, and why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Reveal, examples(json!({"field": "email", "reason": "Calling back about the withdrawal"})))]
pub struct RevealIn {
    pub field: FieldWord,
    pub reason: ReasonText,
}

/// A field in clear.
#[derive(Serialize, ToSchema)]
#[schema(as = Revealed)]
pub struct RevealedOut {
    pub field: FieldWord,
    #[schema(examples("ada@example.com"))]
    pub value: String,
    /// How many more the member may reveal in this hour.
    #[schema(minimum = 0)]
    pub remaining: i64,
}

impl CustomerOut {
    fn new(facts: CustomerFacts, revealable: bool) -> Self {
        let name = facts.fields.iter().find(|field| field.field == Field::Name);
        let field = |MaskedField { field, masked }| MaskedFieldOut {
            name: field.into(),
            masked,
            revealable,
        };
        let finished_at = |erasing: &Erasing| erasing.erasure.finished_at;
        let erased_at = facts.erasure.as_ref().and_then(finished_at);
        let erasing = facts.erasure.filter(|erasing| finished_at(erasing).is_none());
        Self {
            erased_at: erased_at.map(Into::into),
            erasing: erasing.map(Into::into),
            id: facts.id.uuid(),
            brand_id: facts.brand_id.uuid(),
            name: name.map(|field| field.masked.clone()),
            fields: facts.fields.into_iter().map(field).collect(),
            identities: facts.identities.into_iter().map(Into::into).collect(),
            locale: facts.locale,
            time_zone: facts.time_zone,
            created_at: facts.created_at.into(),
            version: facts.version,
        }
    }
}

impl From<MaskedIdentity> for IdentityOut {
    fn from(identity: MaskedIdentity) -> Self {
        Self {
            kind: identity.kind,
            subject: identity.subject,
            level: identity.level.into(),
            level_until: identity.level_until.map(Into::into),
        }
    }
}

/// Makes a customer, to open a ticket on their behalf.
#[utoipa::path(
    post, path = "/api/v1/customers", tag = "customers", operation_id = "create_customer",
    request_body = CustomerIn,
    responses((status = 201, description = "They were made.", body = CreatedOut))
)]
async fn create(
    State(app): State<App>,
    cx: Cx,
    once: Idempotent<CustomerIn>,
) -> Result<impl IntoResponse> {
    let new = NewCustomer {
        brand_id: BrandId::from_uuid(once.input.brand_id),
        name: once.input.name.map(|name| name.0),
        email: once.input.email.map(|email| email.0),
        phone: once.input.phone,
        uid: once.input.uid,
        locale: once.input.locale.map(|locale| locale.0),
        time_zone: once.input.time_zone.map(|zone| zone.0),
    };
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::create(tx, cx, &new).await.map(CreatedOut::from)
        })
        .await
}

/// Shows a customer, every personal field masked.
#[utoipa::path(
    get, path = "/api/v1/customers/{id}", tag = "customers", operation_id = "find_customer",
    params(("id" = Uuid, Path, description = "The customer.")),
    responses((status = 200, description = "The customer.", body = CustomerOut))
)]
async fn find(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<CustomerId>,
) -> Result<Reply<CustomerOut>> {
    let scope = cx.viewer.scope(Permission::CustomerRead);
    let read =
        app.desk().read(async move |rx| view::masked(rx, &scope, id, cx.now).await?.or_not_found());
    let facts = read.await?;
    Ok(Reply::ok(CustomerOut::new(facts, cx.viewer.require(Permission::CustomerReveal).is_ok())))
}

/// Reveals one personal field, for a reason, out of the member's budget.
///
/// It is written into the log, reason included.
#[utoipa::path(
    post, path = "/api/v1/customers/{id}/reveals", tag = "customers", operation_id = "reveal_field",
    params(("id" = Uuid, Path, description = "The customer.")), request_body = RevealIn,
    responses((status = 201, description = "The field in clear.", body = RevealedOut))
)]
async fn reveal_field(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<CustomerId>,
    once: Idempotent<RevealIn>,
) -> Result<impl IntoResponse> {
    let RevealIn { field, reason } = once.input;
    once.key
        .judged(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            let revealed = reveal::actions::reveal(tx, cx, id, field.0, &reason.0).await?;
            Ok(revealed.map(|revealed| RevealedOut {
                field,
                value: revealed.value,
                remaining: revealed.remaining,
            }))
        })
        .await
}
