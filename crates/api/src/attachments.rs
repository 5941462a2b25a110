#![expect(unused_qualifications, reason = "utoipa's macro writes them")]

use axum::body::{Body as Bytes, HttpBody as _};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, Method, header};
use axum::response::Response;
use futures_util::StreamExt as _;
use percent_encoding::percent_decode;
use proofdesk_channels::file_name::{disposition, safe_file_name};
use proofdesk_channels::intake::take;
use proofdesk_desk::attachment::actions;
use proofdesk_desk::attachment::{Attachment, FileLeak, Metadata, Scan, view};
use proofdesk_desk::blob::{BlobError, ByteStream, StoredBlob};
use proofdesk_desk::code::Code;
use proofdesk_desk::id::{AttachmentId, BrandId, Id as _};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::text::Clean;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Error, OrNotFound as _, brand, limits};
use proofdesk_http::file::{self, Place};
use proofdesk_http::{Access, App, Body, Path, Query, Reply, Result, Routes, steady};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::UploadHeaders;
use crate::wire::{Binary, MetadataWord, ScanWord};

const FILE_NAME: HeaderName = HeaderName::from_static("x-file-name");

#[derive(OpenApi)]
#[openapi(paths(upload, download))]
pub struct Document;

pub fn routes() -> Routes {
    let access = Access::CustomerOr(Permission::TicketRead);
    Routes::new().route(&Method::POST, "/api/v1/attachments", access, Body::Stream, upload).get(
        "/api/v1/attachments/{id}",
        access,
        download,
    )
}

/// A file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Attachment)]
pub struct AttachmentOut {
    pub id: Uuid,
    /// Made safe: no path, no control or direction characters.
    #[schema(examples("receipt.png"))]
    pub file_name: String,
    /// Told from the bytes.
    #[schema(examples("image/png"))]
    pub content_type: String,
    /// In bytes.
    #[schema(minimum = 0)]
    pub size: i64,
    /// A picture that can be shown in place.
    pub preview: bool,
    /// Only name and size are left.
    pub erased: bool,
    /// Kinds of secrets that were masked in it; this is the masked copy then.
    #[schema(examples(json!(["seed-phrase"])))]
    pub masked: Vec<String>,
    /// `kept` for a picture that could not be read; absent for a file that holds none.
    pub metadata: Option<MetadataWord>,
    pub scan: ScanWord,
    /// What the scanner calls what it found, or why it could not tell.
    pub scan_note: Option<String>,
}

/// A file just uploaded. A message takes it by its id; one that no message takes is deleted after a week.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = UploadedAttachment)]
pub struct UploadedOut {
    #[serde(flatten)]
    pub attachment: AttachmentOut,
    /// The sender's type or the name's extension speaks of something else than the bytes.
    pub mislabelled: bool,
}

impl AttachmentOut {
    pub fn new(
        id: AttachmentId,
        file_name: String,
        content_type: String,
        size: i64,
        erased: bool,
    ) -> Self {
        let preview = !erased && is_picture(&content_type);
        Self {
            id: id.uuid(),
            file_name,
            content_type,
            size,
            preview,
            erased,
            masked: Vec::new(),
            metadata: None,
            scan: ScanWord(Scan::Unscanned),
            scan_note: None,
        }
    }

    pub fn masking(self, leaks: Vec<FileLeak>) -> Self {
        Self { masked: leaks.into_iter().map(|leak| leak.kind).collect(), ..self }
    }

    /// With what became of its metadata and of the virus scan.
    pub fn looked_at(
        self,
        metadata: Option<Metadata>,
        scan: Scan,
        scan_note: Option<String>,
    ) -> Self {
        let preview = self.preview && scan != Scan::Infected;
        let metadata = metadata.map(MetadataWord);
        Self { metadata, scan: ScanWord(scan), scan_note, preview, ..self }
    }
}

impl From<Attachment> for AttachmentOut {
    fn from(file: Attachment) -> Self {
        Self::new(file.id, file.file_name, file.content_type, file.size, file.erased_at.is_some())
            .masking(file.leaks)
            .looked_at(file.metadata, file.scan, file.scan_note)
    }
}

fn is_picture(content_type: &str) -> bool {
    matches!(content_type, "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/avif")
}

/// The name that the sender gave, made safe. A `%` without two digits stands for itself.
pub(crate) fn file_name(headers: &HeaderMap) -> proofdesk_desk::Result<Clean> {
    let encoded = headers.get(&FILE_NAME).map(|value| value.as_bytes()).unwrap_or_default();
    let typed = percent_decode(encoded).decode_utf8();
    let typed = typed.map_err(|_bytes| Error::field("x-file-name", Code::TextNotUtf8))?;
    Clean::line("x-file-name", &safe_file_name(&typed), limits::FILE_NAME_CHARS)
}

/// Refuses a body that says of itself that it is larger than any file, before any of it is read.
pub(crate) fn require_fit(body: &Bytes) -> proofdesk_desk::Result<()> {
    let limit = limits::ATTACHMENT_BYTES;
    match body.size_hint().lower() {
        length if length > limit => Err(BlobError::TooLarge { limit }.into()),
        _ => Ok(()),
    }
}

/// Stores the bytes, at most as many. A file without any is refused, and leaves nothing behind.
pub(crate) async fn store(
    app: &App,
    id: AttachmentId,
    body: Bytes,
    most: u64,
) -> proofdesk_desk::Result<StoredBlob> {
    let desk = app.desk();
    let bytes: ByteStream = steady(body, app.config().upload_stall).boxed();
    let stored = desk.blob().put(id, bytes, most).await?;
    if stored.size == 0 {
        desk.blob().delete(id).await?;
        return Err(Error::refused(Code::AttachmentEmpty));
    }
    Ok(stored)
}

/// The brand that a file belongs to: the customer's; of everybody else that whose own host was asked, else the first of a member's,
/// else the default one.
pub(crate) async fn brand_of(
    app: &App,
    viewer: &Viewer,
    headers: &HeaderMap,
) -> proofdesk_desk::Result<BrandId> {
    let first = match viewer {
        Viewer::Customer(me) => return Ok(me.brand_id),
        Viewer::Staff(me) => me.brands.first().copied(),
        _ => None,
    };
    let address = app.config().brand_of(headers).map(str::to_owned);
    let read = app.desk().read(async move |rx| {
        let asked = brand::view::of_address(rx, address.as_deref()).await?;
        match asked.map(|brand| brand.id).or(first) {
            Some(id) => Ok::<_, Error>(id),
            None => Ok(brand::view::at_address(rx, None).await?.id),
        }
    });
    read.await
}

/// Uploads a file, up to 100 MB, as it is.
///
/// Its type is told from its bytes, whatever its sender or its name says. Secrets in a text file are masked before anybody
/// can open it, and a picture loses what it says of place, device and time; what pictures, video and PDF show cannot be read.
#[utoipa::path(
    post, path = "/api/v1/attachments", tag = "attachments", operation_id = "upload_attachment",
    params(UploadHeaders),
    request_body(content = Binary, content_type = "application/octet-stream", description = "The file. Any content type is taken."),
    responses(
        (status = 201, description = "It is stored, sealed.", body = UploadedOut),
        (status = 409, description = "Too many of the asker's files wait for a message.")
    )
)]
async fn upload(
    State(app): State<App>,
    mut cx: Cx,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Reply<UploadedOut>> {
    require_fit(&body)?;
    let desk = app.desk();
    let (id, file_name, brand_id) =
        (cx.id(), file_name(&headers)?, brand_of(&app, &cx.viewer, &headers).await?);
    let stored = store(&app, id, body, limits::ATTACHMENT_BYTES).await?;
    let declared = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let fresh = cx.id();
    let taken = take(desk.blob(), id, stored, declared, file_name.as_str(), fresh).await?;
    let mislabelled = taken.lies;
    let new = taken.row(brand_id, file_name, desk.scanning());
    let file = desk.write(cx, async move |tx, cx| actions::record(tx, cx, &new).await).await?;
    Ok(Reply::created(UploadedOut { attachment: file.into(), mislabelled }))
}

/// How a file is wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DownloadQuery {
    /// For a frame of one of our pages, in which a PDF is shown too. A browser that opens a page of its own saves it all the same.
    #[param(default = false)]
    framed: Option<bool>,
}

/// Downloads a file, or a part of it.
///
/// Files that a browser can show without running anything are shown; all others are saved.
#[utoipa::path(
    get, path = "/api/v1/attachments/{id}", tag = "attachments", operation_id = "download_attachment",
    params(("id" = Uuid, Path, description = "The file."), DownloadQuery),
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
    Path(id): Path<AttachmentId>,
    Query(query): Query<DownloadQuery>,
) -> Result<Response> {
    let scope = cx.viewer.scope(Permission::TicketRead);
    let read = app
        .desk()
        .read(async move |rx| view::find(rx, &cx.viewer, &scope, id).await?.or_not_found());
    let found = read.await?;
    let place = match query.framed {
        Some(true) => Place::framed(&headers),
        _ => Place::Anywhere,
    };
    let disposition = disposition(false, &found.file_name);
    file::serve(app.desk(), &headers, &found, place, &disposition).await
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn names_are_decoded_and_made_safe() {
        for (sent, safe) in [
            ("receipt.png", "receipt.png"),
            ("%E2%82%AE%20receipt.png", "₮ receipt.png"),
            ("..%2F..%2Fetc%2Fpasswd", "passwd"),
            ("100%", "100%"),
            ("%zz%4", "%zz%4"),
            ("%00", "file"),
            ("", "file"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(FILE_NAME, sent.parse().unwrap());
            assert_eq!(file_name(&headers).unwrap().as_str(), safe, "{sent}");
        }
        assert_eq!(file_name(&HeaderMap::new()).unwrap().as_str(), "file");
        for sent in [&b"%FF"[..], b"caf%E9.png", b"caf\xe9.png"] {
            let mut headers = HeaderMap::new();
            headers.insert(FILE_NAME, HeaderValue::from_bytes(sent).unwrap());
            assert_eq!(file_name(&headers).unwrap_err().code(), Code::TextNotUtf8);
        }
    }
}
