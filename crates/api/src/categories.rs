use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::category::{Category, actions, view};
use proofdesk_desk::id::{BrandId, Id as _};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, OrNotFound as _, brand};
use proofdesk_http::{Access, App, Body, Idempotent, IfMatch, Json, Path, Reply, Result, Routes};
use proofdesk_locale::Locale;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::IfMatchRequired;
use crate::wire::{CreatedOut, OwnNameIn, SlugText, VersionOut, by_language, names};

#[derive(OpenApi)]
#[openapi(paths(list, list_of_all_brands, create, rename, order))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::BrandManage);
    let one = "/api/v1/brands/{id}/categories/{slug}";
    Routes::new()
        .get("/api/v1/brands/{id}/categories", Access::Public, list)
        .route(&Method::POST, "/api/v1/brands/{id}/categories", manage, Body::Json, create)
        .route(&Method::PATCH, one, manage, Body::Json, rename)
        .route(&Method::PUT, "/api/v1/brands/{id}/category-order", manage, Body::Json, order)
        .get("/api/v1/categories", Access::Staff, list_of_all_brands)
}

/// What a ticket is about.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Category)]
pub struct CategoryOut {
    pub id: Uuid,
    #[schema(examples("deposit-not-credited"))]
    pub slug: String,
    /// In the language of whoever asks.
    #[schema(examples("Deposit not credited"))]
    pub name: String,
}

/// A brand's categories in the order in which they are offered.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Categories)]
pub struct CategoriesOut {
    pub items: Vec<CategoryOut>,
}

/// A category of a brand with what staff know of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CategoryFacts)]
pub struct CategoryFactsOut {
    pub id: Uuid,
    pub brand_id: Uuid,
    #[schema(examples("card-payment"))]
    pub slug: String,
    /// What the brand calls it by itself, by language; a built-in one without any has the program's words.
    pub names: BTreeMap<String, String>,
    /// The program has words for it in every language.
    pub builtin: bool,
    /// Customers can choose it.
    pub is_offered: bool,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// The categories of all brands, each brand's in their order; withdrawn ones too.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AllCategories)]
pub struct AllCategoriesOut {
    pub items: Vec<CategoryFactsOut>,
}

/// A category to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCategory)]
pub struct CategoryIn {
    /// By which forms, filters and exports name it. It cannot be changed.
    pub slug: SlugText,
    /// What people read, in one language at least.
    #[schema(min_items = 1, max_items = 10)]
    pub names: Vec<OwnNameIn>,
}

/// What a category is to be called.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CategoryNames)]
pub struct CategoryNamesIn {
    /// All names; none gives a built-in one the program's words back.
    #[schema(max_items = 10)]
    pub names: Vec<OwnNameIn>,
}

/// The order in which categories are to be offered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CategoryOrder)]
pub struct CategoryOrderIn {
    /// Slugs, the first one first. Categories that are not named come behind these.
    #[schema(min_items = 1, max_items = 100)]
    pub slugs: Vec<SlugText>,
}

impl CategoryOut {
    fn new(category: Category, locale: Locale) -> Self {
        let name = category.spoken(locale);
        Self { id: category.id.uuid(), slug: category.slug, name }
    }
}

impl From<Category> for CategoryFactsOut {
    fn from(category: Category) -> Self {
        Self {
            id: category.id.uuid(),
            brand_id: category.brand_id.uuid(),
            builtin: category.is_builtin(),
            slug: category.slug,
            names: by_language(category.names),
            is_offered: category.withdrawn_at.is_none(),
            version: category.version,
        }
    }
}

/// Lists a brand's categories. They are public, like the form that offers them.
#[utoipa::path(
    get, path = "/api/v1/brands/{id}/categories", tag = "brands", operation_id = "list_categories",
    params(("id" = Uuid, Path, description = "The brand.")),
    responses((status = 200, description = "Its categories.", body = CategoriesOut))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<BrandId>,
) -> Result<Reply<CategoriesOut>> {
    let read = app.desk().read(async move |rx| {
        brand::view::find(rx, id).await?.or_not_found()?;
        view::list_all(rx, id).await
    });
    let offered = read.await?.into_iter().filter(|one| one.withdrawn_at.is_none());
    let items = offered.map(|one| CategoryOut::new(one, cx.locale)).collect();
    Ok(Reply::ok(CategoriesOut { items }))
}

/// Lists the categories of all brands with their names, those that are no longer offered too.
#[utoipa::path(
    get, path = "/api/v1/categories", tag = "brands", operation_id = "list_all_categories",
    responses((status = 200, description = "All categories.", body = AllCategoriesOut))
)]
async fn list_of_all_brands(State(app): State<App>, cx: Cx) -> Result<Reply<AllCategoriesOut>> {
    let read = app.desk().read(async move |rx| view::of_all_brands(rx, &cx.viewer).await);
    Ok(Reply::ok(AllCategoriesOut { items: read.await?.into_iter().map(Into::into).collect() }))
}

/// Makes a category, which is offered behind the others.
///
/// It asks what is asked of any category until it has a form of its own.
#[utoipa::path(
    post, path = "/api/v1/brands/{id}/categories", tag = "brands", operation_id = "create_category",
    params(("id" = Uuid, Path, description = "The brand.")), request_body = CategoryIn,
    responses(
        (status = 201, description = "It was made.", body = CreatedOut),
        (status = 409, description = "The slug or a name is taken, or there are too many categories."),
    )
)]
async fn create(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<BrandId>,
    once: Idempotent<CategoryIn>,
) -> Result<impl IntoResponse> {
    let CategoryIn { slug, names: typed } = once.input;
    let names = names(typed)?;
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::create(tx, cx, id, &slug.0, &names).await.map(CreatedOut::from)
        })
        .await
}

/// Gives a category other names.
#[utoipa::path(
    patch, path = "/api/v1/brands/{id}/categories/{slug}", tag = "brands", operation_id = "rename_category",
    params(
        ("id" = Uuid, Path, description = "The brand."),
        ("slug" = SlugText, Path, description = "The category."),
        IfMatchRequired,
    ),
    request_body = CategoryNamesIn,
    responses(
        (status = 200, description = "It is called so.", body = VersionOut),
        (status = 409, description = "A name is taken."),
        (status = 412, description = "Somebody else changed it meanwhile."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn rename(
    State(app): State<App>,
    cx: Cx,
    Path((id, slug)): Path<(BrandId, String)>,
    seen: IfMatch,
    Json(input): Json<CategoryNamesIn>,
) -> Result<Reply<VersionOut>> {
    let (seen, names) = (seen.required()?, names(input.names)?);
    let write = app
        .desk()
        .write(cx, async move |tx, cx| actions::rename(tx, cx, id, &slug, seen, &names).await);
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}

/// Puts a brand's categories into an order.
#[utoipa::path(
    put, path = "/api/v1/brands/{id}/category-order", tag = "brands", operation_id = "order_categories",
    params(("id" = Uuid, Path, description = "The brand.")), request_body = CategoryOrderIn,
    responses((status = 204, description = "They stand so."))
)]
async fn order(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<BrandId>,
    Json(input): Json<CategoryOrderIn>,
) -> Result<Reply<()>> {
    let slugs: Vec<String> = input.slugs.into_iter().map(|slug| slug.0).collect();
    let write = app.desk().write(cx, async move |tx, cx| actions::order(tx, cx, id, &slugs).await);
    write.await?;
    Ok(Reply::no_content())
}
