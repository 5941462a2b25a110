//! How the desk is, for whoever looks after its jobs.

use axum::extract::State;
use proofdesk_desk::Cx;
use proofdesk_desk::health::{self, Check, Health, Lane};
use proofdesk_desk::permission::Permission;
use proofdesk_http::{Access, App, Reply, Result, Routes};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::wire::{HealthCheckWord, HealthLevelWord, Moment};

#[derive(OpenApi)]
#[openapi(paths(find))]
pub struct Document;

pub fn routes() -> Routes {
    Routes::new().get("/api/v1/health", Access::permission(Permission::JobManage), find)
}

/// How the desk is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Health)]
pub struct HealthOut {
    pub checks: Vec<CheckOut>,
    /// Those that have a job, by name.
    pub lanes: Vec<LaneOut>,
}

/// One thing that was looked at.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HealthCheck)]
pub struct CheckOut {
    pub name: HealthCheckWord,
    pub level: HealthLevelWord,
    /// What waits, was given up, or is behind; `null` where nothing is counted.
    #[schema(minimum = 0, examples(0))]
    pub count: Option<i64>,
    /// Since when the oldest of it waits, or when the last one was; `null` for nothing.
    pub at: Option<Moment>,
    /// The stable code of what went wrong.
    #[schema(examples("storage-full"))]
    pub error: Option<&'static str>,
    /// There is none on this node, which asks another one; `level` says whether that one answers.
    pub is_elsewhere: bool,
}

/// The jobs of one lane.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = JobLane)]
pub struct LaneOut {
    #[schema(examples("inward"))]
    pub name: String,
    /// Those whose time has come.
    #[schema(minimum = 0, examples(0))]
    pub waiting: i64,
    /// When the time of the oldest of them came.
    pub oldest_at: Option<Moment>,
    #[schema(minimum = 0, examples(1))]
    pub running: i64,
    /// Those whose time is to come: recurring ones, and those that are tried again.
    #[schema(minimum = 0, examples(12))]
    pub later: i64,
}

impl From<Health> for HealthOut {
    fn from(health: Health) -> Self {
        Self {
            checks: health.checks.into_iter().map(Into::into).collect(),
            lanes: health.lanes.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Check> for CheckOut {
    fn from(check: Check) -> Self {
        Self {
            name: check.name.into(),
            level: check.level.into(),
            count: check.count,
            at: check.at.map(Into::into),
            error: check.error,
            is_elsewhere: check.is_elsewhere,
        }
    }
}

impl From<Lane> for LaneOut {
    fn from(lane: Lane) -> Self {
        Self {
            name: lane.name,
            waiting: lane.waiting,
            oldest_at: lane.oldest_at.map(Into::into),
            running: lane.running,
            later: lane.later,
        }
    }
}

/// Tells how the desk is. The search indexes are those of the node that answers.
#[utoipa::path(
    get, path = "/api/v1/health", tag = "jobs", operation_id = "find_health",
    responses((status = 200, description = "How it is.", body = HealthOut))
)]
async fn find(State(app): State<App>, cx: Cx) -> Result<Reply<HealthOut>> {
    Ok(Reply::ok(health::look(app.desk(), cx).await?.into()))
}
