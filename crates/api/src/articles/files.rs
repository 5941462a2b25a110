use axum::body::Body as Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, header};
use axum::response::Response;
use proofdesk_channels::file_name::disposition;
use proofdesk_channels::intake::{pixels, take};
use proofdesk_desk::article::view::brand;
use proofdesk_desk::article_file::actions::{NewFile, add};
use proofdesk_desk::article_file::{ArticleFile, is_usable, view};
use proofdesk_desk::attachment::Scanning;
use proofdesk_desk::code::Code;
use proofdesk_desk::id::{ArticleFileId, BrandId, Id as _};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, Error, OrNotFound as _, limits};
use proofdesk_http::file::{self, Place};
use proofdesk_http::{Access, App, Body, Path, Query, Reply, Result, Routes};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::attachments::{file_name, store};
use crate::help::BrandQuery;
use crate::params::UploadHeaders;
use crate::wire::Binary;

#[derive(OpenApi)]
#[openapi(paths(upload, download))]
pub struct Document;

pub(super) fn routes() -> Routes {
    let read = Access::permission(Permission::ArticleRead);
    let write = Access::permission(Permission::ArticleWrite);
    Routes::new().route(&Method::POST, "/api/v1/article-files", write, Body::Stream, upload).get(
        "/api/v1/article-files/{id}",
        read,
        download,
    )
}

/// A picture or file that articles of a brand can name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleFile)]
pub struct ArticleFileOut {
    /// By which a text names it: `![words](image:ID)`, `[words](file:ID)`.
    pub id: Uuid,
    /// Made safe: no path, no control or direction characters.
    #[schema(examples("deposit-page.png"))]
    pub file_name: String,
    /// Told from the bytes.
    #[schema(examples("image/png"))]
    pub content_type: String,
    /// In bytes.
    #[schema(minimum = 1)]
    pub size: i64,
    /// A text can show it in place.
    pub is_picture: bool,
    /// In pixels, as it is shown.
    #[schema(minimum = 1)]
    pub width: Option<i64>,
    #[schema(minimum = 1)]
    pub height: Option<i64>,
    /// Kinds of secrets that were masked in it; this is the masked copy then.
    #[schema(examples(json!(["seed-phrase"])))]
    pub masked: Vec<String>,
}

impl ArticleFileOut {
    fn new(file: ArticleFile, masked: Vec<String>) -> Self {
        Self {
            id: file.id.uuid(),
            is_picture: file.is_picture(),
            file_name: file.file_name,
            content_type: file.content_type,
            size: file.size,
            width: file.width,
            height: file.height,
            masked,
        }
    }
}

/// Uploads a picture or file for articles, up to 10 MB: PNG, JPEG, GIF, WebP, AVIF, PDF or plain text.
///
/// Its type is told from its bytes. A picture loses what it says of place, device and time, and one that cannot be read is refused.
/// What no version of a text names is deleted after 30 days.
#[utoipa::path(
    post, path = "/api/v1/article-files", tag = "help", operation_id = "upload_article_file",
    params(BrandQuery, UploadHeaders),
    request_body(content = Binary, content_type = "application/octet-stream", description = "The file. Any content type is taken."),
    responses(
        (status = 201, description = "It is stored, sealed.", body = ArticleFileOut),
        (status = 404, description = "There is no such brand."),
        (status = 409, description = "The brand has too many files."),
        (status = 413, description = "It is too large."),
    )
)]
async fn upload(
    State(app): State<App>,
    mut cx: Cx,
    Query(query): Query<BrandQuery>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Reply<ArticleFileOut>> {
    let desk = app.desk();
    let file_name = file_name(&headers)?;
    let (viewer, named) = (cx.viewer.clone(), query.brand_id.map(BrandId::from_uuid));
    let read = desk.read(async move |rx| brand(rx, &viewer, Permission::ArticleWrite, named).await);
    let brand_id = read.await?;
    let (id, blob_id, fresh) = (cx.id::<ArticleFileId>(), cx.id(), cx.id());
    let stored = store(&app, blob_id, body, limits::ARTICLE_FILE_BYTES).await?;
    let declared = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let taken = take(desk.blob(), blob_id, stored, declared, file_name.as_str(), fresh).await?;
    if !is_usable(&taken.content_type, taken.metadata) {
        desk.blob().delete(taken.id).await.map_err(Error::from)?;
        return Err(Error::refused(Code::ArticleFileType).into());
    }
    let pixels = pixels(desk.blob(), &taken).await?;
    let masked = taken.leaks.into_iter().map(|leak| leak.kind).collect();
    let new = NewFile {
        id,
        brand_id,
        blob_id: taken.id,
        file_name,
        content_type: taken.content_type,
        stored: taken.stored,
        pixels,
        scan: desk.scanning() != Scanning::Off,
    };
    let file = desk.write(cx, async move |tx, cx| add(tx, cx, &new).await).await?;
    Ok(Reply::created(ArticleFileOut::new(file, masked)))
}

/// Downloads a picture or file of articles, or a part of it, whether a text names it or not. Readers get it on the help centre's
/// own pages, while a published text that they may read names it.
#[utoipa::path(
    get, path = "/api/v1/article-files/{id}", tag = "help", operation_id = "download_article_file",
    params(("id" = Uuid, Path, description = "The file."), BrandQuery),
    responses(
        (status = 200, description = "The file.", body = Binary, content_type = "*/*"),
        (status = 206, description = "The part that `Range` asks for.", body = Binary, content_type = "*/*"),
        (status = 304, description = "It is what `If-None-Match` has."),
        (status = 416, description = "The file has no such part."),
    )
)]
async fn download(
    State(app): State<App>,
    cx: Cx,
    headers: HeaderMap,
    Path(id): Path<ArticleFileId>,
    Query(query): Query<BrandQuery>,
) -> Result<Response> {
    let brand_id = query.brand_id.map(BrandId::from_uuid);
    let read = app
        .desk()
        .read(async move |rx| view::find(rx, &cx.viewer, brand_id, id).await?.or_not_found());
    let found = read.await?;
    let saved = disposition(false, &found.file_name);
    file::serve(app.desk(), &headers, &found.as_attachment(), Place::Anywhere, &saved).await
}
