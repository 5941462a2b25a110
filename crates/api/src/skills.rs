use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::Cx;
use proofdesk_desk::id::{Id as _, SkillId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::skill::{Skill, actions, view};
use proofdesk_http::{Access, App, Body, Idempotent, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::wire::{CreatedOut, NameText, SkillKindWord};

#[derive(OpenApi)]
#[openapi(paths(list, create, delete))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::TeamManage);
    Routes::new()
        .get("/api/v1/skills", Access::Staff, list)
        .route(&Method::POST, "/api/v1/skills", manage, Body::Json, create)
        .route(&Method::DELETE, "/api/v1/skills/{id}", manage, Body::None, delete)
}

/// A topic or language that members are good at.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Skill)]
pub struct SkillOut {
    pub id: Uuid,
    pub kind: SkillKindWord,
    /// Of a language its tag.
    #[schema(examples("Deposits"))]
    pub name: String,
}

/// Every skill, by kind and name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Skills)]
pub struct SkillsOut {
    pub items: Vec<SkillOut>,
}

/// A skill to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewSkill, examples(json!({"kind": "topic", "name": "Deposits"})))]
pub struct SkillIn {
    pub kind: SkillKindWord,
    /// Of a language one of the ten tags.
    pub name: NameText,
}

impl From<Skill> for SkillOut {
    fn from(skill: Skill) -> Self {
        Self { id: skill.id.uuid(), kind: skill.kind.into(), name: skill.name }
    }
}

/// Lists all skills.
#[utoipa::path(
    get, path = "/api/v1/skills", tag = "teams", operation_id = "list_skills",
    responses((status = 200, description = "All skills.", body = SkillsOut))
)]
async fn list(State(app): State<App>, cx: Cx) -> Result<Reply<SkillsOut>> {
    let skills = app.desk().read(async move |rx| view::list(rx, &cx.viewer).await).await?;
    Ok(Reply::ok(SkillsOut { items: skills.into_iter().map(Into::into).collect() }))
}

/// Makes a skill.
#[utoipa::path(
    post, path = "/api/v1/skills", tag = "teams", operation_id = "create_skill",
    request_body = SkillIn,
    responses(
        (status = 201, description = "It was made.", body = CreatedOut),
        (status = 409, description = "The name is taken, or there are too many."),
    )
)]
async fn create(
    State(app): State<App>,
    cx: Cx,
    once: Idempotent<SkillIn>,
) -> Result<impl IntoResponse> {
    let SkillIn { kind, name } = once.input;
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::create(tx, cx, kind.0, &name.0).await.map(CreatedOut::from)
        })
        .await
}

/// Deletes a skill and takes it from everybody who has it.
#[utoipa::path(
    delete, path = "/api/v1/skills/{id}", tag = "teams", operation_id = "delete_skill",
    params(("id" = Uuid, Path, description = "The skill.")),
    responses((status = 204, description = "It is gone."))
)]
async fn delete(State(app): State<App>, cx: Cx, Path(id): Path<SkillId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::delete(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}
