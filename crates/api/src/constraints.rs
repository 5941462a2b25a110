//! What staff have to heed about a customer's account. Customers see none of it.

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::constraint::actions::{self, ConstraintDraft};
use proofdesk_desk::constraint::{Constraint, view};
use proofdesk_desk::id::{ConstraintId, CustomerId, Id as _};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, Timestamp};
use proofdesk_http::{Access, App, Body, Idempotent, IfMatch, Json, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::IfMatchRequired;
use crate::wire::{
    ConstraintKindWord, ConstraintStandingWord, ConstraintText, CreatedOut, Moment, NamedOut,
    VersionOut,
};

#[derive(OpenApi)]
#[openapi(paths(list, add, change, end))]
pub struct Document;

pub fn routes() -> Routes {
    let (all, one) = (
        "/api/v1/customers/{id}/constraints",
        "/api/v1/customers/{id}/constraints/{constraint_id}",
    );
    let manage = Access::permission(Permission::ConstraintManage);
    Routes::new()
        .get(all, Access::permission(Permission::CustomerRead), list)
        .route(&Method::POST, all, manage, Body::Json, add)
        .route(&Method::PUT, one, manage, Body::Json, change)
        .route(&Method::DELETE, one, manage, Body::None, end)
}

/// What is to be heeded about a customer's account.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Constraint)]
pub struct ConstraintOut {
    pub id: Uuid,
    pub kind: ConstraintKindWord,
    #[schema(examples("Sub-accounts of this account cannot withdraw."))]
    pub text: String,
    pub standing: ConstraintStandingWord,
    pub from: Moment,
    /// `null`: without end.
    pub until: Option<Moment>,
    pub made_by: NamedOut,
    pub created_at: Moment,
    /// Who ended it before its time; absent where nobody did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_by: Option<NamedOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Moment>,
    pub updated_at: Moment,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// What holds and what comes, then what is over, each the newest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Constraints)]
pub struct ConstraintsOut {
    pub items: Vec<ConstraintOut>,
}

/// What is to be heeded from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ConstraintDraft)]
pub struct ConstraintIn {
    pub kind: ConstraintKindWord,
    pub text: ConstraintText,
    /// From now on when absent; of one that is there, as it was.
    pub from: Option<Moment>,
    /// Without end when absent.
    pub until: Option<Moment>,
}

impl ConstraintOut {
    fn at(constraint: Constraint, now: Timestamp) -> Self {
        let standing = constraint.standing(now).into();
        let (ended_by, ended_at) = constraint.ended.unzip();
        Self {
            id: constraint.id.uuid(),
            kind: constraint.kind.into(),
            text: constraint.text,
            standing,
            from: constraint.from.into(),
            until: constraint.until.map(Into::into),
            made_by: constraint.made_by.into(),
            created_at: constraint.created_at.into(),
            ended_by: ended_by.map(Into::into),
            ended_at: ended_at.map(Into::into),
            updated_at: constraint.updated_at.into(),
            version: constraint.version,
        }
    }
}

impl From<ConstraintIn> for ConstraintDraft {
    fn from(input: ConstraintIn) -> Self {
        Self {
            kind: input.kind.0,
            text: input.text.0,
            from: input.from.map(|at| at.0),
            until: input.until.map(|at| at.0),
        }
    }
}

/// Lists what is to be heeded about a customer's account.
///
/// All that holds or comes, and the newest of what is over.
#[utoipa::path(
    get, path = "/api/v1/customers/{id}/constraints", tag = "customers", operation_id = "list_constraints",
    params(("id" = Uuid, Path, description = "The customer.")),
    responses((status = 200, description = "The constraints.", body = ConstraintsOut))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<CustomerId>,
) -> Result<Reply<ConstraintsOut>> {
    let (scope, now) = (cx.viewer.scope(Permission::CustomerRead), cx.now);
    let read = app.desk().read(async move |rx| view::list(rx, &scope, id, now).await);
    let items = read.await?.into_iter().map(|one| ConstraintOut::at(one, now)).collect();
    Ok(Reply::ok(ConstraintsOut { items }))
}

/// Says what is to be heeded about a customer's account, for a time or until somebody ends it.
#[utoipa::path(
    post, path = "/api/v1/customers/{id}/constraints", tag = "customers", operation_id = "add_constraint",
    params(("id" = Uuid, Path, description = "The customer.")), request_body = ConstraintIn,
    responses(
        (status = 201, description = "It is to be heeded.", body = CreatedOut),
        (status = 409, description = "The customer has their fill of them."),
    )
)]
async fn add(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<CustomerId>,
    once: Idempotent<ConstraintIn>,
) -> Result<impl IntoResponse> {
    let draft = ConstraintDraft::from(once.input);
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::add(tx, cx, id, &draft).await.map(CreatedOut::from)
        })
        .await
}

/// Says a constraint anew.
///
/// One whose time is over holds again by a later end.
#[utoipa::path(
    put, path = "/api/v1/customers/{id}/constraints/{constraint_id}", tag = "customers",
    operation_id = "change_constraint",
    params(
        ("id" = Uuid, Path, description = "The customer."),
        ("constraint_id" = Uuid, Path, description = "The constraint."),
        IfMatchRequired,
    ),
    request_body = ConstraintIn,
    responses(
        (status = 200, description = "It was changed.", body = VersionOut),
        (status = 409, description = "Somebody ended it."),
        (status = 412, description = "Somebody else changed it meanwhile."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn change(
    State(app): State<App>,
    cx: Cx,
    Path((id, constraint_id)): Path<(CustomerId, ConstraintId)>,
    seen: IfMatch,
    Json(input): Json<ConstraintIn>,
) -> Result<Reply<VersionOut>> {
    let (seen, draft) = (seen.required()?, ConstraintDraft::from(input));
    let write = app.desk().write(cx, async move |tx, cx| {
        actions::change(tx, cx, id, constraint_id, seen, &draft).await
    });
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}

/// Ends a constraint before its time. It stays in the list of what is over.
#[utoipa::path(
    delete, path = "/api/v1/customers/{id}/constraints/{constraint_id}", tag = "customers",
    operation_id = "end_constraint",
    params(
        ("id" = Uuid, Path, description = "The customer."),
        ("constraint_id" = Uuid, Path, description = "The constraint."),
    ),
    responses((status = 200, description = "It is over.", body = VersionOut))
)]
async fn end(
    State(app): State<App>,
    cx: Cx,
    Path((id, constraint_id)): Path<(CustomerId, ConstraintId)>,
) -> Result<Reply<VersionOut>> {
    let write =
        app.desk().write(cx, async move |tx, cx| actions::end(tx, cx, id, constraint_id).await);
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}
