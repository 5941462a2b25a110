use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::id::{Id as _, RoleId};
use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::role::actions::{self, RoleChange};
use proofdesk_desk::role::{self, Grants, Role, view};
use proofdesk_desk::{Cx, OrNotFound as _};
use proofdesk_http::{Access, App, Body, Idempotent, IfMatch, Json, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::IfMatchRequired;
use crate::wire::{BuiltinWord, CreatedOut, NameText, PermissionWord, ReachWord, VersionOut};

#[derive(OpenApi)]
#[openapi(paths(list, create, find, change, delete, permissions))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::MemberRead);
    let manage = Access::permission(Permission::RoleManage);
    Routes::new()
        .get("/api/v1/roles", read, list)
        .route(&Method::POST, "/api/v1/roles", manage, Body::Json, create)
        .get("/api/v1/roles/{id}", read, find)
        .route(&Method::PATCH, "/api/v1/roles/{id}", manage, Body::Json, change)
        .route(&Method::DELETE, "/api/v1/roles/{id}", manage, Body::None, delete)
        .get("/api/v1/permissions", Access::Staff, permissions)
}

/// What a role grants: the reach of each permission; what is missing is not granted.
pub type GrantsWire = BTreeMap<PermissionWord, ReachWord>;

/// A set of permissions, each with its reach.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Role)]
pub struct RoleOut {
    pub id: Uuid,
    #[schema(examples("Agent"))]
    pub name: String,
    /// Set of roles that every desk begins with.
    pub builtin: Option<BuiltinWord>,
    /// Its members must have a second factor.
    pub requires_totp: bool,
    pub grants: BTreeMap<PermissionWord, ReachWord>,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// Every role, oldest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Roles)]
pub struct RolesOut {
    pub items: Vec<RoleOut>,
}

/// A role to be made. Nobody grants what they do not hold themselves.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewRole)]
pub struct RoleIn {
    pub name: NameText,
    #[serde(default)]
    pub grants: BTreeMap<PermissionWord, ReachWord>,
    #[serde(default)]
    pub requires_totp: bool,
}

/// What to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RoleChange)]
pub struct RoleChangeIn {
    pub name: Option<NameText>,
    /// Replaces all grants.
    pub grants: Option<BTreeMap<PermissionWord, ReachWord>>,
    pub requires_totp: Option<bool>,
}

/// One power and how far it can go.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PermissionFacts)]
pub struct PermissionOut {
    pub name: PermissionWord,
    /// The reaches that mean something, the narrowest first; `all` alone for what concerns the whole organisation.
    #[schema(min_items = 1)]
    pub reaches: Vec<ReachWord>,
}

/// Every permission, in the order in which a role's matrix shows them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Permissions)]
pub struct PermissionsOut {
    pub items: Vec<PermissionOut>,
}

impl PermissionOut {
    fn of(permission: Permission) -> Self {
        let narrow = [Reach::Own, Reach::Team, Reach::Brand].into_iter();
        let narrow = narrow.filter(|_| role::takes_reach(permission));
        Self {
            name: permission.into(),
            reaches: narrow.chain([Reach::All]).map(Into::into).collect(),
        }
    }
}

impl From<Role> for RoleOut {
    fn from(role: Role) -> Self {
        Self {
            id: role.id.uuid(),
            name: role.name,
            builtin: role.builtin.map(Into::into),
            requires_totp: role.requires_totp,
            grants: written(&role.grants),
            version: role.version,
        }
    }
}

impl From<RoleChangeIn> for RoleChange {
    fn from(change: RoleChangeIn) -> Self {
        Self {
            name: change.name.map(|name| name.0),
            grants: change.grants.as_ref().map(read),
            requires_totp: change.requires_totp,
        }
    }
}

pub fn written(grants: &Grants) -> GrantsWire {
    grants.iter().map(|(permission, reach)| ((*permission).into(), (*reach).into())).collect()
}

fn read(grants: &GrantsWire) -> Grants {
    grants.iter().map(|(permission, reach)| (permission.0, reach.0)).collect()
}

/// Lists all roles with what they grant.
#[utoipa::path(
    get, path = "/api/v1/roles", tag = "roles", operation_id = "list_roles",
    responses((status = 200, description = "All roles.", body = RolesOut))
)]
async fn list(State(app): State<App>, cx: Cx) -> Result<Reply<RolesOut>> {
    let roles = app.desk().read(async move |rx| view::list(rx, &cx.viewer).await).await?;
    Ok(Reply::ok(RolesOut { items: roles.into_iter().map(Into::into).collect() }))
}

/// Makes a role.
#[utoipa::path(
    post, path = "/api/v1/roles", tag = "roles", operation_id = "create_role",
    request_body = RoleIn,
    responses(
        (status = 201, description = "It was made.", body = CreatedOut),
        (status = 409, description = "The name is taken, or there are too many roles."),
    )
)]
async fn create(
    State(app): State<App>,
    cx: Cx,
    once: Idempotent<RoleIn>,
) -> Result<impl IntoResponse> {
    let RoleIn { name, grants, requires_totp } = once.input;
    let grants = read(&grants);
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::create(tx, cx, &name.0, &grants, requires_totp).await.map(CreatedOut::from)
        })
        .await
}

/// Shows a role.
#[utoipa::path(
    get, path = "/api/v1/roles/{id}", tag = "roles", operation_id = "find_role",
    params(("id" = Uuid, Path, description = "The role.")),
    responses((status = 200, description = "The role.", body = RoleOut, headers(("etag" = String, description = "Its version."))))
)]
async fn find(State(app): State<App>, cx: Cx, Path(id): Path<RoleId>) -> Result<Reply<RoleOut>> {
    let read =
        app.desk().read(async move |rx| view::find(rx, &cx.viewer, id).await?.or_not_found());
    let role = read.await?;
    let version = role.version;
    Ok(Reply::ok(role.into()).with_version(version))
}

/// Changes a role's name, grants, or whether it requires a second factor.
#[utoipa::path(
    patch, path = "/api/v1/roles/{id}", tag = "roles", operation_id = "change_role",
    params(("id" = Uuid, Path, description = "The role."), IfMatchRequired), request_body = RoleChangeIn,
    responses(
        (status = 200, description = "It was changed.", body = VersionOut),
        (status = 409, description = "The name is taken, or it is the administrators' role."),
        (status = 412, description = "Somebody else changed it meanwhile."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn change(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<RoleId>,
    seen: IfMatch,
    Json(input): Json<RoleChangeIn>,
) -> Result<Reply<VersionOut>> {
    let (seen, change) = (seen.required()?, RoleChange::from(input));
    let write =
        app.desk().write(cx, async move |tx, cx| actions::change(tx, cx, id, seen, &change).await);
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}

/// Deletes a role that nobody has.
#[utoipa::path(
    delete, path = "/api/v1/roles/{id}", tag = "roles", operation_id = "delete_role",
    params(("id" = Uuid, Path, description = "The role.")),
    responses(
        (status = 204, description = "It is gone."),
        (status = 409, description = "Somebody has it, or it is the administrators' role."),
    )
)]
async fn delete(State(app): State<App>, cx: Cx, Path(id): Path<RoleId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::delete(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}

/// Lists all permissions with the reaches that they take.
#[utoipa::path(
    get, path = "/api/v1/permissions", tag = "roles", operation_id = "list_permissions",
    responses((status = 200, description = "All permissions.", body = PermissionsOut))
)]
async fn permissions() -> Reply<PermissionsOut> {
    Reply::ok(PermissionsOut {
        items: Permission::ALL.iter().copied().map(PermissionOut::of).collect(),
    })
}
