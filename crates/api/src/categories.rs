use axum::extract::State;
use proofdesk_desk::category::view;
use proofdesk_desk::id::{BrandId, Id as _};
use proofdesk_desk::{OrNotFound as _, brand};
use proofdesk_http::{Access, App, Path, Reply, Result, Routes};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

#[derive(OpenApi)]
#[openapi(paths(list))]
pub struct Document;

pub fn routes() -> Routes {
    Routes::new().get("/api/v1/brands/{id}/categories", Access::Public, list)
}

/// What a ticket is about. Surfaces name it by its slug.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Category)]
pub struct CategoryOut {
    pub id: Uuid,
    #[schema(examples("deposit-not-credited"))]
    pub slug: String,
}

/// A brand's categories in the order in which they are offered.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Categories)]
pub struct CategoriesOut {
    pub items: Vec<CategoryOut>,
}

/// Lists a brand's categories. They are public, like the form that offers them.
#[utoipa::path(
    get, path = "/api/v1/brands/{id}/categories", tag = "brands", operation_id = "list_categories",
    params(("id" = Uuid, Path, description = "The brand.")),
    responses((status = 200, description = "Its categories.", body = CategoriesOut))
)]
async fn list(State(app): State<App>, Path(id): Path<BrandId>) -> Result<Reply<CategoriesOut>> {
    let read = app.desk().read(async move |rx| {
        brand::view::find(rx, id).await?.or_not_found()?;
        view::list(rx, id).await
    });
    let items = read.await?.into_iter().map(|(id, slug)| CategoryOut { id: id.uuid(), slug });
    Ok(Reply::ok(CategoriesOut { items: items.collect() }))
}
