use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::brand::actions::{self, BrandChange, NewBrand};
use proofdesk_desk::brand::{Accent, Brand, view};
use proofdesk_desk::id::{BrandId, Id as _};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, OrNotFound as _};
use proofdesk_http::{
    Access, App, Body, Config, Idempotent, IfMatch, Json, Path, Reply, Result, Routes,
};
use proofdesk_locale::Locale;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::IfMatchRequired;
use crate::wire::{CreatedOut, LocaleWord, Moment, NameText, SlugText, VersionOut};

#[derive(OpenApi)]
#[openapi(paths(list, create, find, change))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::BrandManage);
    Routes::new()
        .get("/api/v1/brands", Access::Public, list)
        .route(&Method::POST, "/api/v1/brands", manage, Body::Json, create)
        .get("/api/v1/brands/{id}", Access::Public, find)
        .route(&Method::PATCH, "/api/v1/brands/{id}", manage, Body::Json, change)
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
    /// Hosts at which its pages alone are shown, by the configuration (`http.brand_hosts`); none where it is reached as the others.
    #[schema(examples(json!(["help.north.example"])))]
    pub hosts: Vec<String>,
    /// The colours of its pages; `null` where they are as the program draws them.
    pub accent: Option<AccentBody>,
    pub created_at: Moment,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// The colours of a brand's pages: the accent of the program, turned to another hue and chroma. How light it is stays, so that what
/// stands on it can be read; hue and chroma with which something could not are refused (`accent-too-faint`).
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Accent)]
pub struct AccentBody {
    /// Degrees of OKLCH: about 25 is red, 85 yellow, 145 green, 265 blue.
    #[schema(minimum = 0, maximum = 359, examples(265))]
    pub hue: i64,
    /// Thousandths of OKLCH: 0 is grey, 160 vivid.
    #[schema(minimum = 0, maximum = 400, examples(160))]
    pub chroma: i64,
}

/// Every brand; the first is the default one.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Brands)]
pub struct BrandsOut {
    pub items: Vec<BrandOut>,
}

/// A brand to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewBrand)]
pub struct BrandIn {
    /// Stands in the addresses of its pages; never changes.
    pub slug: SlugText,
    pub name: NameText,
    /// The languages it answers in, the default first.
    #[schema(min_items = 1, max_items = 20)]
    pub locales: Vec<LocaleWord>,
    /// The colours of its pages; without them they are as the program draws them.
    pub accent: Option<AccentBody>,
}

/// What to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BrandChange)]
pub struct BrandChangeIn {
    pub name: Option<NameText>,
    /// The languages it answers in, the default first. Replaces the whole list.
    #[schema(min_items = 1, max_items = 20)]
    pub locales: Option<Vec<LocaleWord>>,
    /// The colours of its pages; `null` draws them as the program does.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<AccentBody>)]
    pub accent: Option<Option<AccentBody>>,
}

/// Tells `null`, which takes something away, from a field that is not there.
fn given<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> std::result::Result<Option<Option<AccentBody>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

impl AccentBody {
    fn read(self) -> Result<Accent> {
        Ok(Accent::new(self.hue, self.chroma)?)
    }
}

impl From<Accent> for AccentBody {
    fn from(accent: Accent) -> Self {
        Self { hue: accent.hue(), chroma: accent.chroma() }
    }
}

fn locales(words: Vec<LocaleWord>) -> Vec<Locale> {
    words.into_iter().map(|word| word.0).collect()
}

impl BrandIn {
    fn read(self) -> Result<NewBrand> {
        Ok(NewBrand {
            slug: self.slug.0,
            name: self.name.0,
            locales: locales(self.locales),
            accent: self.accent.map(AccentBody::read).transpose()?,
        })
    }
}

impl BrandChangeIn {
    fn read(self) -> Result<BrandChange> {
        let accent = self.accent.map(|accent| accent.map(AccentBody::read).transpose());
        Ok(BrandChange {
            name: self.name.map(|name| name.0),
            locales: self.locales.map(locales),
            accent: accent.transpose()?,
        })
    }
}

impl BrandOut {
    fn new(brand: Brand, config: &Config) -> Self {
        Self {
            id: brand.id.uuid(),
            hosts: config.hosts_of(&brand.slug),
            slug: brand.slug,
            name: brand.name,
            locales: brand.locales.into_iter().map(Into::into).collect(),
            accent: brand.accent.map(Into::into),
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
    Ok(Reply::ok(BrandsOut {
        items: brands.into_iter().map(|brand| BrandOut::new(brand, app.config())).collect(),
    }))
}

/// Makes a brand with the categories that every desk begins with. Its pages are there at once.
#[utoipa::path(
    post, path = "/api/v1/brands", tag = "brands", operation_id = "create_brand",
    request_body = BrandIn,
    responses(
        (status = 201, description = "It was made.", body = CreatedOut),
        (status = 409, description = "The slug is taken, or there are too many brands."),
        (status = 422, description = "In these colours something could not be read (`accent-too-faint`), or a field is wrong."),
    )
)]
async fn create(
    State(app): State<App>,
    cx: Cx,
    once: Idempotent<BrandIn>,
) -> Result<impl IntoResponse> {
    let new = once.input.read()?;
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            actions::create(tx, cx, &new).await.map(CreatedOut::from)
        })
        .await
}

/// Shows a brand.
#[utoipa::path(
    get, path = "/api/v1/brands/{id}", tag = "brands", operation_id = "find_brand",
    params(("id" = Uuid, Path, description = "The brand.")),
    responses((status = 200, description = "The brand.", body = BrandOut, headers(("etag" = String, description = "Its version."))))
)]
async fn find(State(app): State<App>, Path(id): Path<BrandId>) -> Result<Reply<BrandOut>> {
    let read = app.desk().read(async move |rx| view::find(rx, id).await?.or_not_found());
    let brand = read.await?;
    let version = brand.version;
    Ok(Reply::ok(BrandOut::new(brand, app.config())).with_version(version))
}

/// Renames a brand, changes its languages, or gives its pages other colours.
#[utoipa::path(
    patch, path = "/api/v1/brands/{id}", tag = "brands", operation_id = "change_brand",
    params(("id" = Uuid, Path, description = "The brand."), IfMatchRequired), request_body = BrandChangeIn,
    responses(
        (status = 200, description = "It was changed.", body = VersionOut),
        (status = 412, description = "Somebody else changed it meanwhile."),
        (status = 422, description = "In these colours something could not be read (`accent-too-faint`), or a field is wrong."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn change(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<BrandId>,
    seen: IfMatch,
    Json(input): Json<BrandChangeIn>,
) -> Result<Reply<VersionOut>> {
    let (seen, change) = (seen.required()?, input.read()?);
    let write =
        app.desk().write(cx, async move |tx, cx| actions::change(tx, cx, id, seen, &change).await);
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}
