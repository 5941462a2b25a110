use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::id::{Id as _, TeamId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::team::actions::{self, TeamChange};
use proofdesk_desk::team::{Team, view};
use proofdesk_desk::{Cx, OrNotFound as _};
use proofdesk_http::{Access, App, Body, Idempotent, IfMatch, Json, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::IfMatchRequired;
use crate::wire::{AssignmentWord, CreatedOut, Moment, NameText, VersionOut, ids, uuids};

#[derive(OpenApi)]
#[openapi(paths(list, create, find, change, delete))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::TeamManage);
    Routes::new()
        .get("/api/v1/teams", Access::Staff, list)
        .route(&Method::POST, "/api/v1/teams", manage, Body::Json, create)
        .get("/api/v1/teams/{id}", Access::Staff, find)
        .route(&Method::PATCH, "/api/v1/teams/{id}", manage, Body::Json, change)
        .route(&Method::DELETE, "/api/v1/teams/{id}", manage, Body::None, delete)
}

/// Who works together.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Team)]
pub struct TeamOut {
    pub id: Uuid,
    #[schema(examples("Deposits"))]
    pub name: String,
    pub assignment: AssignmentWord,
    pub created_at: Moment,
    /// Ids of members.
    pub members: Vec<Uuid>,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// Every team, oldest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Teams)]
pub struct TeamsOut {
    pub items: Vec<TeamOut>,
}

/// A team to be made; it begins without members, and gives no tickets out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewTeam)]
pub struct TeamIn {
    pub name: NameText,
}

/// What to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TeamChange)]
pub struct TeamChangeIn {
    pub name: Option<NameText>,
    /// Replaces the whole set.
    #[schema(max_items = 100)]
    pub members: Option<Vec<Uuid>>,
    pub assignment: Option<AssignmentWord>,
}

impl From<Team> for TeamOut {
    fn from(team: Team) -> Self {
        Self {
            id: team.id.uuid(),
            name: team.name,
            assignment: team.assignment.into(),
            created_at: team.created_at.into(),
            members: uuids(&team.members),
            version: team.version,
        }
    }
}

impl From<TeamChangeIn> for TeamChange {
    fn from(change: TeamChangeIn) -> Self {
        Self {
            name: change.name.map(|name| name.0),
            members: change.members.map(ids),
            assignment: change.assignment.map(|word| word.0),
        }
    }
}

/// Lists all teams with their members.
#[utoipa::path(
    get, path = "/api/v1/teams", tag = "teams", operation_id = "list_teams",
    responses((status = 200, description = "All teams.", body = TeamsOut))
)]
async fn list(State(app): State<App>, cx: Cx) -> Result<Reply<TeamsOut>> {
    let teams = app.desk().read(async move |rx| view::list(rx, &cx.viewer).await).await?;
    Ok(Reply::ok(TeamsOut { items: teams.into_iter().map(Into::into).collect() }))
}

/// Makes a team.
#[utoipa::path(
    post, path = "/api/v1/teams", tag = "teams", operation_id = "create_team",
    request_body = TeamIn,
    responses(
        (status = 201, description = "It was made.", body = CreatedOut),
        (status = 409, description = "The name is taken, or there are too many teams."),
    )
)]
async fn create(
    State(app): State<App>,
    cx: Cx,
    once: Idempotent<TeamIn>,
) -> Result<impl IntoResponse> {
    let name = once.input.name.0;
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::create(tx, cx, &name).await.map(CreatedOut::from)
        })
        .await
}

/// Shows a team.
#[utoipa::path(
    get, path = "/api/v1/teams/{id}", tag = "teams", operation_id = "find_team",
    params(("id" = Uuid, Path, description = "The team.")),
    responses((status = 200, description = "The team.", body = TeamOut, headers(("etag" = String, description = "Its version."))))
)]
async fn find(State(app): State<App>, cx: Cx, Path(id): Path<TeamId>) -> Result<Reply<TeamOut>> {
    let read =
        app.desk().read(async move |rx| view::find(rx, &cx.viewer, id).await?.or_not_found());
    let team = read.await?;
    let version = team.version;
    Ok(Reply::ok(team.into()).with_version(version))
}

/// Renames a team, replaces its members, or says how its tickets find whom they are for.
#[utoipa::path(
    patch, path = "/api/v1/teams/{id}", tag = "teams", operation_id = "change_team",
    params(("id" = Uuid, Path, description = "The team."), IfMatchRequired), request_body = TeamChangeIn,
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
    Path(id): Path<TeamId>,
    seen: IfMatch,
    Json(input): Json<TeamChangeIn>,
) -> Result<Reply<VersionOut>> {
    let (seen, change) = (seen.required()?, TeamChange::from(input));
    let write =
        app.desk().write(cx, async move |tx, cx| actions::change(tx, cx, id, seen, &change).await);
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}

/// Deletes a team that no ticket belongs to.
#[utoipa::path(
    delete, path = "/api/v1/teams/{id}", tag = "teams", operation_id = "delete_team",
    params(("id" = Uuid, Path, description = "The team.")),
    responses(
        (status = 204, description = "It is gone."),
        (status = 409, description = "Tickets belong to it."),
    )
)]
async fn delete(State(app): State<App>, cx: Cx, Path(id): Path<TeamId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::delete(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}
