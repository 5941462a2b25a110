use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::department::actions::{self, DepartmentChange};
use proofdesk_desk::department::{Department, view};
use proofdesk_desk::id::{DepartmentId, Id as _};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, OrNotFound as _};
use proofdesk_http::{Access, App, Body, Idempotent, IfMatch, Json, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::IfMatchRequired;
use crate::wire::{CreatedOut, EmailText, LocaleWord, Moment, NameText, VersionOut};

#[derive(OpenApi)]
#[openapi(paths(list, create, find, change, archive, restore))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::BrandManage);
    Routes::new()
        .get("/api/v1/departments", Access::Staff, list)
        .route(&Method::POST, "/api/v1/departments", manage, Body::Json, create)
        .get("/api/v1/departments/{id}", Access::Staff, find)
        .route(&Method::PATCH, "/api/v1/departments/{id}", manage, Body::Json, change)
        .route(&Method::PUT, "/api/v1/departments/{id}/archival", manage, Body::None, archive)
        .route(&Method::DELETE, "/api/v1/departments/{id}/archival", manage, Body::None, restore)
}

/// A part of the house that has no seat at the desk, and is asked about tickets by mail.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Department)]
pub struct DepartmentOut {
    pub id: Uuid,
    #[schema(examples("Node operations"))]
    pub name: String,
    #[schema(examples("node-operations@exchange.example"))]
    pub email: String,
    /// In which its mails and its page are written.
    pub lang: LocaleWord,
    /// Since when nobody can ask it any more; what is open goes on.
    pub archived_at: Option<Moment>,
    pub created_at: Moment,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// Every department by name, those that nobody asks any more among them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Departments)]
pub struct DepartmentsOut {
    pub items: Vec<DepartmentOut>,
}

/// A department to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewDepartment)]
pub struct DepartmentIn {
    pub name: NameText,
    pub email: EmailText,
    pub lang: LocaleWord,
}

/// What to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DepartmentChange)]
pub struct DepartmentChangeIn {
    pub name: Option<NameText>,
    /// Links that went to another address open nothing from then on.
    pub email: Option<EmailText>,
    pub lang: Option<LocaleWord>,
}

impl From<Department> for DepartmentOut {
    fn from(department: Department) -> Self {
        Self {
            id: department.id.uuid(),
            lang: department.locale().into(),
            name: department.name,
            email: department.email,
            archived_at: department.archived_at.map(Into::into),
            created_at: department.created_at.into(),
            version: department.version,
        }
    }
}

/// Lists the departments.
#[utoipa::path(
    get, path = "/api/v1/departments", tag = "departments", operation_id = "list_departments",
    responses((status = 200, description = "All departments.", body = DepartmentsOut))
)]
async fn list(State(app): State<App>, cx: Cx) -> Result<Reply<DepartmentsOut>> {
    let departments = app.desk().read(async move |rx| view::list(rx, &cx.viewer).await).await?;
    Ok(Reply::ok(DepartmentsOut { items: departments.into_iter().map(Into::into).collect() }))
}

/// Makes a department.
#[utoipa::path(
    post, path = "/api/v1/departments", tag = "departments", operation_id = "create_department",
    request_body = DepartmentIn,
    responses(
        (status = 201, description = "It was made.", body = CreatedOut),
        (status = 409, description = "The name is taken, or there are too many departments."),
    )
)]
async fn create(
    State(app): State<App>,
    cx: Cx,
    once: Idempotent<DepartmentIn>,
) -> Result<impl IntoResponse> {
    let DepartmentIn { name, email, lang } = once.input;
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::create(tx, cx, &name.0, &email.0, lang.0).await.map(CreatedOut::from)
        })
        .await
}

/// Shows a department.
#[utoipa::path(
    get, path = "/api/v1/departments/{id}", tag = "departments", operation_id = "find_department",
    params(("id" = Uuid, Path, description = "The department.")),
    responses((status = 200, description = "The department.", body = DepartmentOut, headers(("etag" = String, description = "Its version."))))
)]
async fn find(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<DepartmentId>,
) -> Result<Reply<DepartmentOut>> {
    let read =
        app.desk().read(async move |rx| view::find(rx, &cx.viewer, id).await?.or_not_found());
    let department = read.await?;
    let version = department.version;
    Ok(Reply::ok(department.into()).with_version(version))
}

/// Changes name, address or language of a department.
#[utoipa::path(
    patch, path = "/api/v1/departments/{id}", tag = "departments", operation_id = "change_department",
    params(("id" = Uuid, Path, description = "The department."), IfMatchRequired), request_body = DepartmentChangeIn,
    responses(
        (status = 200, description = "It was changed.", body = VersionOut),
        (status = 409, description = "The name is taken."),
        (status = 412, description = "Somebody else changed it meanwhile."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn change(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<DepartmentId>,
    seen: IfMatch,
    Json(input): Json<DepartmentChangeIn>,
) -> Result<Reply<VersionOut>> {
    let seen = seen.required()?;
    let change = DepartmentChange {
        name: input.name.map(|name| name.0),
        email: input.email.map(|email| email.0),
        lang: input.lang.map(|lang| lang.0),
    };
    let write =
        app.desk().write(cx, async move |tx, cx| actions::change(tx, cx, id, seen, &change).await);
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}

/// Lets nobody ask a department any more. What is open goes on.
#[utoipa::path(
    put, path = "/api/v1/departments/{id}/archival", tag = "departments", operation_id = "archive_department",
    params(("id" = Uuid, Path, description = "The department.")),
    responses((status = 204, description = "Nobody can ask it."))
)]
async fn archive(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<DepartmentId>,
) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::archive(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}

/// Lets a department be asked again.
#[utoipa::path(
    delete, path = "/api/v1/departments/{id}/archival", tag = "departments", operation_id = "restore_department",
    params(("id" = Uuid, Path, description = "The department.")),
    responses((status = 204, description = "It can be asked."))
)]
async fn restore(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<DepartmentId>,
) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::restore(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}
