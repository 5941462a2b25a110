use axum::extract::State;
use proofdesk_desk::Cx;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket::view::{self, QueueCount};
use proofdesk_http::{Access, App, Reply, Result, Routes};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::wire::QueueWord;

#[derive(OpenApi)]
#[openapi(paths(list))]
pub struct Document;

pub fn routes() -> Routes {
    Routes::new().get("/api/v1/queues", Access::permission(Permission::TicketRead), list)
}

/// How many tickets a queue holds.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = QueueCount)]
pub struct QueueOut {
    pub name: QueueWord,
    #[schema(minimum = 0)]
    pub count: i64,
    /// Counting stopped there: show "1000+".
    pub capped: bool,
}

/// The built-in queues.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Queues)]
pub struct QueuesOut {
    pub items: Vec<QueueOut>,
}

impl From<QueueCount> for QueueOut {
    fn from(queue: QueueCount) -> Self {
        Self { name: queue.queue.into(), count: queue.count, capped: queue.capped }
    }
}

/// Lists the built-in queues with how many tickets they hold for the member.
#[utoipa::path(
    get, path = "/api/v1/queues", tag = "tickets", operation_id = "list_queues",
    responses((status = 200, description = "All queues.", body = QueuesOut))
)]
async fn list(State(app): State<App>, cx: Cx) -> Result<Reply<QueuesOut>> {
    let scope = cx.viewer.scope(Permission::TicketRead);
    let counts =
        app.desk().read(async move |rx| view::counts(rx, &cx.viewer, &scope).await).await?;
    Ok(Reply::ok(QueuesOut { items: counts.into_iter().map(Into::into).collect() }))
}
