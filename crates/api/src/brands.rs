use axum::extract::State;
use proofdesk_desk::brand::{Brand, view};
use proofdesk_desk::id::Id as _;
use proofdesk_http::{Access, App, Reply, Result, Routes};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::wire::{LocaleWord, Moment};

#[derive(OpenApi)]
#[openapi(paths(list))]
pub struct Document;

pub fn routes() -> Routes {
    Routes::new().get("/api/v1/brands", Access::Public, list)
}

/// A face of the organisation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Brand)]
pub struct BrandOut {
    pub id: Uuid,
    /// Stands in URLs; never changes.
    #[schema(examples("acme"))]
    pub slug: String,
    #[schema(examples("Acme"))]
    pub name: String,
    /// The languages it answers in, the default first.
    #[schema(min_items = 1)]
    pub locales: Vec<LocaleWord>,
    pub created_at: Moment,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// Every brand; the first is the default one.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Brands)]
pub struct BrandsOut {
    pub items: Vec<BrandOut>,
}

impl From<Brand> for BrandOut {
    fn from(brand: Brand) -> Self {
        Self {
            id: brand.id.uuid(),
            slug: brand.slug,
            name: brand.name,
            locales: brand.locales.into_iter().map(Into::into).collect(),
            created_at: brand.created_at.into(),
            version: brand.version,
        }
    }
}

/// Lists all brands. They are public: their pages are.
#[utoipa::path(
    get, path = "/api/v1/brands", tag = "brands", operation_id = "list_brands",
    responses((status = 200, description = "All brands.", body = BrandsOut))
)]
async fn list(State(app): State<App>) -> Result<Reply<BrandsOut>> {
    let brands = app.desk().read(async |rx| view::list(rx).await).await?;
    Ok(Reply::ok(BrandsOut { items: brands.into_iter().map(Into::into).collect() }))
}
