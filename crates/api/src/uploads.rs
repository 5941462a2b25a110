//! Uploads in pieces, in the manner of tus 1.0 and of the IETF's resumable uploads: announced with a length, sent from any
//! offset on, asked for the offset after a cut.

mod piece;

use axum::body::Body as Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use proofdesk_channels::file_name::safe_file_name;
use proofdesk_channels::intake::take;
use proofdesk_desk::attachment::Attachment;
use proofdesk_desk::blob::{BlobError, StoredBlob};
use proofdesk_desk::code::Code;
use proofdesk_desk::id::{AttachmentId, BrandId, Id as _, UploadId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::text::Clean;
use proofdesk_desk::upload::actions::{self, NewUpload};
use proofdesk_desk::upload::{Upload, view};
use proofdesk_desk::{Cx, Error, OrNotFound as _, attachment, limits};
use proofdesk_http::{Access, App, Body, Idempotent, Path, Problem, Reply, Result, Routes, steady};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use self::piece::{End, Pieces};
use crate::attachments::{AttachmentOut, brand_of, require_fit};
use crate::params::UploadOffset;
use crate::wire::{Binary, Moment};

const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
/// The types of a piece: that of tus, that of the IETF's draft, and that of any bytes.
const PIECE_TYPES: [&str; 3] =
    ["application/offset+octet-stream", "application/partial-upload", "application/octet-stream"];

#[derive(OpenApi)]
#[openapi(paths(begin, find, append, cancel))]
pub struct Document;

pub fn routes() -> Routes {
    let access = Access::CustomerOr(Permission::TicketRead);
    Routes::new()
        .route(&Method::POST, "/api/v1/uploads", access, Body::Json, begin)
        .get("/api/v1/uploads/{id}", access, find)
        .route(&Method::PATCH, "/api/v1/uploads/{id}", access, Body::Stream, append)
        .route(&Method::DELETE, "/api/v1/uploads/{id}", access, Body::None, cancel)
}

/// A file that is about to come in pieces.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewUpload)]
pub struct UploadIn {
    /// The file's name; it is made safe.
    #[schema(
        min_length = 0,
        max_length = 1000,
        pattern = r"^[^\x00]*$",
        examples("recording.mp4")
    )]
    pub file_name: String,
    /// What the sender says that it is.
    #[serde(default)]
    #[schema(max_length = 200, pattern = r"^[^\x00]*$", examples("video/mp4"))]
    pub content_type: Option<String>,
    /// In bytes, at most 100 MB.
    #[schema(minimum = 1, maximum = 104857600, examples(31457280))]
    pub length: u64,
    /// The SHA-256 of the whole in hex. What arrives must have it.
    #[serde(default)]
    #[schema(pattern = "^[0-9a-fA-F]{64}$")]
    pub sha256: Option<String>,
}

/// An upload and how far it has come. It is forgotten when it is not finished in time: three days after its beginning, or sooner where
/// the house wants it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Upload)]
pub struct UploadOut {
    pub id: Uuid,
    #[schema(examples("recording.mp4"))]
    pub file_name: String,
    /// In bytes.
    #[schema(minimum = 1)]
    pub length: i64,
    /// Bytes that rest: where the next piece begins.
    #[schema(minimum = 0)]
    pub offset: i64,
    pub expires_at: Moment,
    /// The file that it became. While it is absent although all bytes rest, an empty piece at the end makes it.
    pub attachment: Option<AttachmentOut>,
}

impl UploadOut {
    fn new(upload: &Upload, file: Option<Attachment>) -> Self {
        Self {
            id: upload.id.uuid(),
            file_name: upload.file_name.clone(),
            length: upload.length,
            offset: upload.received,
            expires_at: upload.expires_at.into(),
            attachment: file.map(Into::into),
        }
    }

    /// With its offset and length in the headers too, where the protocols have them.
    fn reply(self) -> Reply<Self> {
        let (offset, length) = (self.offset, self.length);
        Reply::ok(self)
            .with_header(OFFSET, offset.into())
            .with_header(LENGTH, length.into())
            .with_header(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))
    }
}

/// What is read again of the answer to a beginning, which may be an earlier one.
#[derive(Deserialize)]
struct Begun {
    id: Uuid,
}

/// Begins an upload in pieces.
#[utoipa::path(
    post, path = "/api/v1/uploads", tag = "attachments", operation_id = "begin_upload",
    request_body = UploadIn,
    responses(
        (status = 201, description = "Pieces may come.", body = UploadOut),
        (status = 409, description = "As many are under way as one person may have: send or cancel one."),
    )
)]
async fn begin(
    State(app): State<App>,
    cx: Cx,
    headers: HeaderMap,
    Idempotent { input, key }: Idempotent<UploadIn>,
) -> Result<Response> {
    let sha256 = input.sha256.as_deref().map(digest).transpose()?;
    let new = NewUpload {
        brand_id: brand_of(&app, &cx.viewer, &headers).await?,
        file_name: clean_name(&input.file_name)?,
        declared_type: input.content_type.map(|kind| kind.chars().take(200).collect()),
        length: input.length,
        sha256,
    };
    let answer = key.write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
        let upload = actions::begin(tx, cx, &new).await?;
        Ok(UploadOut::new(&upload, None))
    });
    let answer = answer.await?;
    let id = answer.read::<Begun>()?.id;
    let place = HeaderValue::try_from(format!("/api/v1/uploads/{id}"));
    let place = place.map_err(|_odd| Problem::new(Code::Internal))?;
    Ok(([(header::LOCATION, place)], answer).into_response())
}

/// Gives how far an upload has come; `HEAD` gives the same in `Upload-Offset` alone.
#[utoipa::path(
    get, path = "/api/v1/uploads/{id}", tag = "attachments", operation_id = "find_upload",
    params(("id" = Uuid, Path, description = "The upload.")),
    responses((status = 200, description = "How far it is.", body = UploadOut))
)]
async fn find(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<UploadId>,
) -> Result<Reply<UploadOut>> {
    let (upload, file) = own(&app, &cx, id).await?;
    Ok(UploadOut::new(&upload, file).reply())
}

/// Sends a piece, from `Upload-Offset` on and of any length. The last one makes the file.
///
/// What came before a cut rests, up to 4 MB or less: ask for the offset and go on from there. The file is looked at as every
/// other: its type told, secrets in text masked, metadata of pictures removed.
#[utoipa::path(
    patch, path = "/api/v1/uploads/{id}", tag = "attachments", operation_id = "append_to_upload",
    params(("id" = Uuid, Path, description = "The upload."), UploadOffset),
    request_body(content = Binary, content_type = "application/octet-stream", description = "The bytes from there on. `application/offset+octet-stream` and `application/partial-upload` say the same."),
    responses(
        (status = 200, description = "They rest. `attachment` is there once all of them do.", body = UploadOut),
        (status = 408, description = "Nothing came for a minute. What did come rests."),
        (status = 409, description = "The piece does not begin where the upload ends; `Upload-Offset` says where that is."),
        (status = 415, description = "The content type is none of the three."),
    )
)]
async fn append(
    State(app): State<App>,
    cx: Cx,
    headers: HeaderMap,
    Path(id): Path<UploadId>,
    body: Bytes,
) -> Result<Reply<UploadOut>> {
    let (upload, file) = own(&app, &cx, id).await?;
    require_piece(&headers)?;
    let offset = offset(&headers)?;
    if offset != upload.received {
        return Err(at(actions::wrong_offset(upload.received).into(), upload.received));
    }
    if file.is_some() {
        return Ok(UploadOut::new(&upload, file).reply());
    }
    require_fit(&body).map_err(|error| at(error.into(), upload.received))?;
    // A connection that breaks takes its handler with it. What came until then shall rest, so it is taken in by a task.
    let task = tokio::spawn(async move { taken_in(app, cx, upload, body).await });
    task.await.map_err(|_panic| Problem::new(Code::Internal))?
}

/// Gives up an upload and forgets what came of it. The file that it became stays.
#[utoipa::path(
    delete, path = "/api/v1/uploads/{id}", tag = "attachments", operation_id = "cancel_upload",
    params(("id" = Uuid, Path, description = "The upload.")),
    responses((status = 204, description = "It is forgotten."))
)]
async fn cancel(State(app): State<App>, cx: Cx, Path(id): Path<UploadId>) -> Result<Reply<()>> {
    let desk = app.desk();
    let blobs = desk.write(cx, async move |tx, cx| actions::cancel(tx, cx, id).await).await?;
    discard(&app, blobs).await;
    Ok(Reply::no_content())
}

async fn own(app: &App, cx: &Cx, id: UploadId) -> Result<(Upload, Option<Attachment>)> {
    let (viewer, now) = (cx.viewer.clone(), cx.now);
    let read = app.desk().read(async move |rx| {
        let upload = view::find(rx, &viewer, now, id).await?.or_not_found()?;
        let file = match upload.attachment_id {
            Some(id) => attachment::view::by_id(rx, id).await?,
            None => None,
        };
        Ok::<_, Error>((upload, file))
    });
    Ok(read.await?)
}

async fn taken_in(app: App, mut cx: Cx, upload: Upload, body: Bytes) -> Result<Reply<UploadOut>> {
    let (id, begun) = (upload.id, upload.received);
    let (upload, end) = match rest(&app, &mut cx, upload, body).await {
        Ok(rested) => rested,
        Err(error) => {
            // Somebody else may have gone on with it, so what this sender knows of it may be old.
            let now = own(&app, &cx, id).await.map_or(begun, |(upload, _)| upload.received);
            return Err(at(error, now));
        }
    };
    match end {
        End::Stalled => Err(at(Problem::new(Code::UploadStalled), upload.received)),
        End::Cut => Err(at(Problem::new(Code::AttachmentIncomplete), upload.received)),
        End::TooLong => Err(at(Problem::new(Code::UploadLength), upload.received)),
        End::Whole if upload.received < upload.length => Ok(UploadOut::new(&upload, None).reply()),
        End::Whole => {
            let file = finish(&app, cx, &upload).await?;
            Ok(UploadOut::new(&upload, Some(file)).reply())
        }
    }
}

/// Lets a body rest piece by piece, each of which counts before the next one begins.
async fn rest(app: &App, cx: &mut Cx, mut upload: Upload, body: Bytes) -> Result<(Upload, End)> {
    let desk = app.desk();
    let left = u64::try_from(upload.length - upload.received).unwrap_or(0);
    let pieces = Pieces::new(steady(body, app.config().upload_stall), left);
    loop {
        let blob_id: AttachmentId = cx.id();
        let piece = pieces.next(limits::UPLOAD_PART_BYTES);
        let stored = desk
            .blob()
            .put(blob_id, piece, limits::UPLOAD_PART_BYTES)
            .await
            .map_err(Error::from)?;
        if stored.size == 0 {
            discard(app, vec![blob_id]).await;
        } else {
            let (id, start, here) = (upload.id, upload.received, cx.clone());
            let extended = desk
                .write(here, async move |tx, cx| {
                    actions::extend(tx, cx, id, start, blob_id, &stored).await
                })
                .await;
            match extended {
                Ok(longer) => upload = longer,
                Err(error) => {
                    discard(app, vec![blob_id]).await;
                    return Err(error.into());
                }
            }
        }
        if let Some(end) = pieces.end().await {
            return Ok((upload, end));
        }
    }
}

/// Makes the file of the pieces.
async fn finish(app: &App, mut cx: Cx, upload: &Upload) -> Result<Attachment> {
    let desk = app.desk();
    let id = upload.id;
    let parts = desk.read(async move |rx| view::parts(rx, id).await).await?;
    let (blob_id, fresh): (AttachmentId, AttachmentId) = (cx.id(), cx.id());
    let whole = piece::joined(desk.clone(), parts);
    let stored = desk.blob().put(blob_id, whole, limits::ATTACHMENT_BYTES).await;
    let stored = match stored {
        // Somebody else finished it meanwhile, and the pieces are gone.
        Err(BlobError::Missing) => return done(app, &cx, id).await,
        stored => stored.map_err(Error::from)?,
    };
    if !is_what_was_announced(upload, &stored) {
        discard(app, vec![blob_id]).await;
        let blobs = desk.write(cx, async move |tx, cx| actions::cancel(tx, cx, id).await).await?;
        discard(app, blobs).await;
        return Err(Problem::new(Code::UploadDigest));
    }
    let (declared, name) = (upload.declared_type.as_deref(), upload.file_name.as_str());
    let taken = take(desk.blob(), blob_id, stored, declared, name, fresh).await?;
    let taken_id = taken.id;
    let brand_id: BrandId = upload.brand_id;
    let new = taken.row(brand_id, clean_name(name)?, desk.scanning());
    let finished =
        desk.write(cx, async move |tx, cx| actions::finish(tx, cx, id, &new).await).await;
    match finished {
        Ok((file, mut unused)) => {
            if file.id != taken_id {
                unused.push(taken_id);
            }
            discard(app, unused).await;
            Ok(file)
        }
        Err(error) => {
            discard(app, vec![taken_id]).await;
            Err(error.into())
        }
    }
}

async fn done(app: &App, cx: &Cx, id: UploadId) -> Result<Attachment> {
    let (_, file) = own(app, cx, id).await?;
    file.ok_or_else(|| Problem::new(Code::Internal))
}

fn is_what_was_announced(upload: &Upload, stored: &StoredBlob) -> bool {
    u64::try_from(upload.length) == Ok(stored.size)
        && upload.sha256.as_deref().is_none_or(|sha256| sha256 == stored.sha256)
}

/// Deletes bytes that no row speaks of. What cannot be deleted now is collected later.
async fn discard(app: &App, blobs: Vec<AttachmentId>) {
    for id in blobs {
        if let Err(error) = app.desk().blob().delete(id).await {
            tracing::warn!(%error, "a piece of an upload could not be deleted; it is collected later");
        }
    }
}

fn clean_name(typed: &str) -> proofdesk_desk::Result<Clean> {
    Clean::line("file_name", &safe_file_name(typed), limits::FILE_NAME_CHARS)
}

fn digest(typed: &str) -> proofdesk_desk::Result<Vec<u8>> {
    let whole = hex::decode(typed).ok().filter(|bytes| bytes.len() == 32);
    whole.ok_or_else(|| Error::field("sha256", Code::FieldInvalid))
}

fn require_piece(headers: &HeaderMap) -> Result<()> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let kind = kind.unwrap_or("").split(';').next().unwrap_or("").trim();
    if PIECE_TYPES.iter().any(|known| kind.eq_ignore_ascii_case(known)) {
        return Ok(());
    }
    Err(Problem::new(Code::UnsupportedMediaType))
}

fn offset(headers: &HeaderMap) -> Result<i64> {
    let told = headers.get(&OFFSET).ok_or_else(|| field(Code::FieldRequired))?;
    let told = told.to_str().ok().and_then(|text| text.parse::<i64>().ok());
    told.filter(|offset| *offset >= 0).ok_or_else(|| field(Code::FieldInvalid))
}

fn field(code: Code) -> Problem {
    Error::field(OFFSET.as_str(), code).into()
}

/// Says where the upload ends, so that the sender need not ask.
fn at(problem: Problem, offset: i64) -> Problem {
    problem.with_header(OFFSET, offset.into())
}
