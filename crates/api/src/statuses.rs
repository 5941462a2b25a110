use axum::extract::State;
use proofdesk_desk::id::Id as _;
use proofdesk_desk::status::{Status, view};
use proofdesk_http::{Access, App, Reply, Result, Routes};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::wire::StatusCategoryWord;

#[derive(OpenApi)]
#[openapi(paths(list))]
pub struct Document;

pub fn routes() -> Routes {
    Routes::new().get("/api/v1/statuses", Access::Staff, list)
}

/// A free name over one of the fixed categories.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StatusFacts)]
pub struct StatusOut {
    pub id: Uuid,
    /// Of a built-in one the category's word, which surfaces translate.
    #[schema(examples("open"))]
    pub name: String,
    pub category: StatusCategoryWord,
    pub builtin: bool,
}

/// All statuses in order.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Statuses)]
pub struct StatusesOut {
    pub items: Vec<StatusOut>,
}

impl From<Status> for StatusOut {
    fn from(status: Status) -> Self {
        Self {
            id: status.id.uuid(),
            name: status.name,
            category: status.category.into(),
            builtin: status.builtin,
        }
    }
}

/// Lists all statuses.
#[utoipa::path(
    get, path = "/api/v1/statuses", tag = "tickets", operation_id = "list_statuses",
    responses((status = 200, description = "All statuses.", body = StatusesOut))
)]
async fn list(State(app): State<App>) -> Result<Reply<StatusesOut>> {
    let statuses = app.desk().read(async |rx| view::list(rx).await).await?;
    Ok(Reply::ok(StatusesOut { items: statuses.into_iter().map(Into::into).collect() }))
}
