use axum::extract::State;
use proofdesk_desk::id::Id as _;
use proofdesk_desk::tag::view;
use proofdesk_http::{Access, App, Page, Query, Reply, Result, Routes};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::PageQuery;

const LIST: &str = "tags";

#[derive(OpenApi)]
#[openapi(paths(list))]
pub struct Document;

pub fn routes() -> Routes {
    Routes::new().get("/api/v1/tags", Access::Staff, list)
}

/// A short word that staff put on tickets.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TagFacts)]
pub struct TagOut {
    pub id: Uuid,
    #[schema(examples("vip"))]
    pub name: String,
}

/// Lists tags by name.
#[utoipa::path(
    get, path = "/api/v1/tags", tag = "tickets", operation_id = "list_tags", params(PageQuery),
    responses((status = 200, description = "A page of tags.", body = Page<TagOut>))
)]
async fn list(
    State(app): State<App>,
    Query(page): Query<PageQuery>,
) -> Result<Reply<Page<TagOut>>> {
    let after =
        page.cursor.map(|cursor| app.cursor_key().open::<String>(LIST, &cursor.0)).transpose()?;
    let (after, limit) = (after.unwrap_or_default(), page.limit);
    let tags =
        app.desk().read(async move |rx| view::list(rx, &after, limit.beyond()).await).await?;
    let items = tags.into_iter().map(|(id, name)| TagOut { id: id.uuid(), name }).collect();
    let page = Page::cut(items, limit.0, |last: &TagOut| app.cursor_key().seal(LIST, &last.name))?;
    Ok(Reply::ok(page))
}
