#![expect(unused_qualifications, reason = "utoipa's macro writes them")]

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::id::{Id as _, JobId};
use proofdesk_desk::job::{DeadJob, actions, view};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, Timestamp};
use proofdesk_http::{Access, App, Body, IdempotencyKey, Page, Path, Query, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::{Cursor, Limit};
use crate::wire::Moment;

const LIST: &str = "jobs?state=dead";

#[derive(OpenApi)]
#[openapi(paths(list, retry, drop_dead))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::JobManage);
    Routes::new()
        .get("/api/v1/jobs", manage, list)
        .route(&Method::POST, "/api/v1/jobs/{id}/retry", manage, Body::None, retry)
        .route(&Method::DELETE, "/api/v1/jobs/{id}", manage, Body::None, drop_dead)
}

/// Which jobs a list shows: those that were given up are the ones that need somebody.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    #[default]
    Dead,
}

/// Which page of which jobs.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct JobsQuery {
    #[serde(default)]
    pub state: JobState,
    /// `next_cursor` of the page before; nothing for the first one.
    pub cursor: Option<Cursor>,
    #[serde(default)]
    pub limit: Limit,
}

/// A job that used up its attempts, or was given up.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Job)]
pub struct JobOut {
    pub id: Uuid,
    #[schema(examples("webhook.deliver"))]
    pub kind: String,
    /// Which workers take it.
    #[schema(examples("outward"))]
    pub lane: String,
    pub state: JobState,
    #[schema(minimum = 0)]
    pub attempts: i64,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
    pub created_at: Moment,
    pub finished_at: Moment,
}

impl From<DeadJob> for JobOut {
    fn from(job: DeadJob) -> Self {
        Self {
            id: job.id.uuid(),
            kind: job.kind,
            lane: job.lane,
            state: JobState::Dead,
            attempts: job.attempts,
            last_error: job.last_error,
            created_at: job.created_at.into(),
            finished_at: job.finished_at.into(),
        }
    }
}

/// Lists jobs that were given up, the last one first.
#[utoipa::path(
    get, path = "/api/v1/jobs", tag = "jobs", operation_id = "list_jobs", params(JobsQuery),
    responses((status = 200, description = "A page of jobs.", body = Page<JobOut>))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    Query(query): Query<JobsQuery>,
) -> Result<Reply<Page<JobOut>>> {
    let open = |cursor: Cursor| app.cursor_key().open::<(Timestamp, JobId)>(LIST, &cursor.0);
    let JobsQuery { state: JobState::Dead, cursor, limit } = query;
    let before = cursor.map(open).transpose()?;
    let read =
        app.desk().read(async move |rx| view::dead(rx, &cx.viewer, before, limit.beyond()).await);
    let items = read.await?.into_iter().map(JobOut::from).collect();
    let seal = |last: &JobOut| app.cursor_key().seal(LIST, &(last.finished_at, last.id));
    Ok(Reply::ok(Page::cut(items, limit.0, seal)?))
}

/// Gives a dead job all its attempts again.
#[utoipa::path(
    post, path = "/api/v1/jobs/{id}/retry", tag = "jobs", operation_id = "retry_job",
    params(("id" = Uuid, Path, description = "The job.")),
    responses((status = 204, description = "It runs again."))
)]
async fn retry(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<JobId>,
    key: IdempotencyKey,
) -> Result<impl IntoResponse> {
    key.write(&app, cx, StatusCode::NO_CONTENT, async move |tx, cx| {
        actions::revive(tx, cx, id).await
    })
    .await
}

/// Lets a dead job go: what it was to do is not done.
#[utoipa::path(
    delete, path = "/api/v1/jobs/{id}", tag = "jobs", operation_id = "drop_job",
    params(("id" = Uuid, Path, description = "The job.")),
    responses(
        (status = 204, description = "It is gone."),
        (status = 404, description = "There is no such job that is dead."),
    )
)]
async fn drop_dead(State(app): State<App>, cx: Cx, Path(id): Path<JobId>) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| actions::drop_dead(tx, cx, id).await).await?;
    Ok(Reply::no_content())
}
