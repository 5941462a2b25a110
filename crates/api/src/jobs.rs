#![expect(unused_qualifications, reason = "utoipa's macro writes them")]

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::id::{Id as _, JobId};
use proofdesk_desk::job::{Job, Place, actions, view};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, Timestamp};
use proofdesk_http::{Access, App, Body, IdempotencyKey, Page, Path, Query, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::{Cursor, FilterText, Limit};
use crate::wire::Moment;

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

/// Which jobs a list shows: those that wait for a worker or for their time, those that a worker holds, or those that were given
/// up, which are the ones that need somebody.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    Waiting,
    Running,
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
    /// Those of one lane.
    pub lane: Option<FilterText>,
    /// `next_cursor` of the page before; nothing for the first one.
    pub cursor: Option<Cursor>,
    #[serde(default)]
    pub limit: Limit,
}

/// A job, without what it is about.
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
    /// How often it was begun; of one that runs, this time too.
    #[schema(minimum = 0)]
    pub attempts: i64,
    /// Why the last attempt that ended failed.
    pub last_error: Option<String>,
    pub created_at: Moment,
    /// When its time came, or comes.
    pub due_at: Moment,
    /// Of one that runs: until when its worker holds it. Another takes it then.
    pub held_until: Option<Moment>,
    /// Of one that was given up: when.
    pub finished_at: Option<Moment>,
}

impl JobOut {
    fn new(job: Job, state: JobState) -> Self {
        Self {
            id: job.id.uuid(),
            kind: job.kind,
            lane: job.lane,
            state,
            attempts: job.attempts,
            last_error: job.last_error,
            created_at: job.created_at.into(),
            due_at: job.due_at.into(),
            held_until: job.held_until.map(Into::into),
            finished_at: job.finished_at.map(Into::into),
        }
    }
}

/// Lists jobs: those that were given up with the last one first, the others by lane and then the longest due first.
#[utoipa::path(
    get, path = "/api/v1/jobs", tag = "jobs", operation_id = "list_jobs", params(JobsQuery),
    responses((status = 200, description = "A page of jobs.", body = Page<JobOut>))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    Query(query): Query<JobsQuery>,
) -> Result<Reply<Page<JobOut>>> {
    let JobsQuery { state, lane, cursor, limit } = query;
    let lane = lane.map(|lane| lane.0);
    let name = list_name(state, lane.as_deref());
    let (key, most) = (app.cursor_key(), limit.beyond());
    let place = |cursor: Cursor| key.open::<Place>(&name, &cursor.0);
    let found = match state {
        JobState::Waiting => {
            let after = cursor.map(place).transpose()?;
            let read = app.desk().read(async move |rx| {
                view::waiting(rx, &cx.viewer, lane.as_deref(), after.as_ref(), most).await
            });
            read.await?
        }
        JobState::Running => {
            let after = cursor.map(place).transpose()?;
            let read = app.desk().read(async move |rx| {
                view::running(rx, &cx.viewer, lane.as_deref(), after.as_ref(), most).await
            });
            read.await?
        }
        JobState::Dead => {
            let open = |cursor: Cursor| key.open::<(Timestamp, JobId)>(&name, &cursor.0);
            let before = cursor.map(open).transpose()?;
            let read = app.desk().read(async move |rx| {
                view::dead(rx, &cx.viewer, lane.as_deref(), before, most).await
            });
            read.await?
        }
    };
    let items = found.into_iter().map(|job| JobOut::new(job, state)).collect();
    let seal = |last: &JobOut| match state {
        JobState::Dead => key.seal(&name, &(last.finished_at, last.id)),
        JobState::Waiting | JobState::Running => {
            key.seal(&name, &(&last.lane, last.due_at, last.id))
        }
    };
    Ok(Reply::ok(Page::cut(items, limit.0, seal)?))
}

/// The list with what its order and its content depend on, for its cursors.
fn list_name(state: JobState, lane: Option<&str>) -> String {
    let state = match state {
        JobState::Waiting => "waiting",
        JobState::Running => "running",
        JobState::Dead => "dead",
    };
    format!("jobs?state={state}&lane={}", lane.unwrap_or_default())
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
