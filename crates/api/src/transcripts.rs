use axum::extract::State;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use proofdesk_channels::file_name::disposition;
use proofdesk_desk::id::PublicId;
use proofdesk_desk::log::{checkpoint, note};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket::{self, Ticket};
use proofdesk_desk::transcript::{self, Transcript, view};
use proofdesk_desk::{Cx, OrNotFound as _};
use proofdesk_http::{Access, App, Body, Idempotent, Query, Reply, Result, Routes};
use proofdesk_locale::Locale;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::params::TicketPath;
use crate::wire::{LocaleWord, ReasonText, TicketNumber};

#[derive(OpenApi)]
#[openapi(paths(find, find_page, export, keys))]
pub struct Document;

pub fn routes() -> Routes {
    let export_access = Access::permission(Permission::TicketExport);
    Routes::new()
        .get("/api/v1/me/tickets/{id}/transcript", Access::Customer, find)
        .get("/api/v1/me/tickets/{id}/transcript.html", Access::Customer, find_page)
        .route(&Method::POST, "/api/v1/tickets/{id}/transcripts", export_access, Body::Json, export)
        .get("/api/v1/transcript-keys", Access::Public, keys)
}

/// Which part of a long ticket.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PartQuery {
    /// From 1. Each part holds what may be seen of 200 events; the file says how many parts there are.
    #[param(minimum = 1, default = 1)]
    part: Option<u32>,
}

/// Which part, in which language.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// As for the JSON file.
    #[param(minimum = 1, default = 1)]
    part: Option<u32>,
    /// The request's language when absent.
    lang: Option<LocaleWord>,
}

/// Why a transcript is taken away. The customer reads it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TranscriptExport, examples(json!({"reason": "Asked for by the regulator"})))]
pub struct ExportIn {
    pub reason: ReasonText,
    /// From 1; the first when absent.
    #[schema(minimum = 1)]
    pub part: Option<u32>,
    /// JSON when absent.
    #[serde(default)]
    pub format: Option<FormatWord>,
    /// Of an HTML file: the language of its headings; the request's when absent.
    #[serde(default)]
    pub lang: Option<LocaleWord>,
}

/// As what a transcript comes.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = TranscriptFormat)]
pub enum FormatWord {
    /// For programs.
    Json,
    /// To be read, with the same data inside.
    Html,
}

/// The keys that sign this desk's transcripts and checkpoints.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TranscriptKeys)]
pub struct KeysOut {
    pub items: Vec<KeyOut>,
}

/// A key.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TranscriptKey)]
pub struct KeyOut {
    /// Ed25519, lower-case hex.
    pub public_key: String,
    /// In the form that note verifiers and `proofdesk transcript verify --key` take.
    pub verifier_key: String,
}

/// Shows a part of one's own ticket as a signed transcript, to be verified by anybody.
///
/// `docs/transcript-format.md` specifies it. Events of the last minute may have no proof yet; the seal covers them.
#[utoipa::path(
    get, path = "/api/v1/me/tickets/{id}/transcript", tag = "tickets", operation_id = "find_transcript",
    params(("id" = TicketNumber, Path, description = "The ticket's number."), PartQuery),
    responses((status = 200, description = "The transcript.", body = Object))
)]
async fn find(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Query(query): Query<PartQuery>,
) -> Result<Response> {
    let transcript = own(&app, &cx, id, query.part).await?;
    let attached = attached(&transcript, "json");
    Ok(([(header::CONTENT_DISPOSITION, attached)], axum::Json(transcript)).into_response())
}

/// Shows the same as an HTML file in the reader's language, with the data inside.
#[utoipa::path(
    get, path = "/api/v1/me/tickets/{id}/transcript.html", tag = "tickets", operation_id = "find_transcript_page",
    params(("id" = TicketNumber, Path, description = "The ticket's number."), PageQuery),
    responses((status = 200, description = "The transcript.", body = String, content_type = "text/html"))
)]
async fn find_page(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Query(query): Query<PageQuery>,
) -> Result<Response> {
    let transcript = own(&app, &cx, id, query.part).await?;
    page(&app, StatusCode::OK, &transcript, query.lang.map_or(cx.locale, |lang| lang.0))
}

fn page(
    app: &App,
    status: StatusCode,
    transcript: &Transcript,
    locale: Locale,
) -> Result<Response> {
    let key = checkpoint::signing_key(app.desk().keyring());
    let page = transcript::html(transcript, locale, &key)?;
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    let attached = attached(transcript, "html");
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, attached)];
    Ok((status, headers, page).into_response())
}

async fn own(app: &App, cx: &Cx, id: PublicId, part: Option<u32>) -> Result<Transcript> {
    let viewer = cx.viewer.clone();
    let read = app.desk().read(async move |rx| {
        ticket::view::find(rx, &id, &viewer.scope(Permission::TicketRead)).await?.or_not_found()
    });
    read_part(app, cx, read.await?, part).await
}

async fn read_part(app: &App, cx: &Cx, ticket: Ticket, part: Option<u32>) -> Result<Transcript> {
    let (desk, now) = (app.desk().clone(), cx.now);
    let read = app.desk().read(async move |rx| {
        view::transcript(rx, desk.keyring(), &ticket, part.unwrap_or(1), now).await
    });
    Ok(read.await?)
}

/// `attachment; filename="PD-….json"`, with the part's number where there are several.
fn attached(transcript: &Transcript, kind: &str) -> HeaderValue {
    let (number, part) = (&transcript.ticket.number, &transcript.part);
    let name = match part.of {
        1 => format!("{number}.{kind}"),
        _ => format!("{number}-{}.{kind}", part.number),
    };
    let text = disposition(false, &name);
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("attachment"))
}

/// Takes a ticket's transcript away in the desk's name, for a reason, out of the member's budget.
///
/// It holds what the customer may see, and nothing else. It is written into the log, and the customer's list of who
/// looked at their data has it, reason included.
#[utoipa::path(
    post, path = "/api/v1/tickets/{id}/transcripts", tag = "tickets", operation_id = "export_transcript",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")), request_body = ExportIn,
    responses((status = 201, description = "The transcript.", content(
        (Object = "application/json"),
        (String = "text/html"),
    )))
)]
async fn export(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Idempotent { input, key }: Idempotent<ExportIn>,
) -> Result<Response> {
    let (number, reason) = (id.clone(), input.reason.0);
    // What is kept of it is that it was done: a repeat costs no budget, and is read once more.
    let written = key.judged(&app, cx.clone(), StatusCode::CREATED, async move |tx, cx| {
        Ok(transcript::actions::export(tx, cx, &number, &reason).await?.map(|_ticket| ()))
    });
    let answer = written.await?;
    let viewer = cx.viewer.clone();
    let read = app.desk().read(async move |rx| {
        ticket::view::find(rx, &id, &viewer.scope(Permission::TicketExport)).await?.or_not_found()
    });
    let transcript = read_part(&app, &cx, read.await?, input.part).await?;
    let mut response = match input.format {
        Some(FormatWord::Html) => page(
            &app,
            StatusCode::CREATED,
            &transcript,
            input.lang.map_or(cx.locale, |lang| lang.0),
        )?,
        Some(FormatWord::Json) | None => {
            let attached = attached(&transcript, "json");
            let headers = [(header::CONTENT_DISPOSITION, attached)];
            (StatusCode::CREATED, headers, axum::Json(transcript)).into_response()
        }
    };
    answer.mark(&mut response);
    Ok(response)
}

/// Lists the keys by which transcripts of this desk are verified, the present one first.
#[utoipa::path(
    get, path = "/api/v1/transcript-keys", tag = "audit", operation_id = "list_transcript_keys",
    responses(
        (status = 200, description = "The keys.", body = KeysOut),
        (status = 404, description = "The desk is not founded yet."),
    )
)]
async fn keys(State(app): State<App>) -> Result<Reply<KeysOut>> {
    let desk = app.desk().clone();
    let read = app.desk().read(async move |rx| checkpoint::public_keys(rx, desk.keyring()).await);
    let keys = read.await?;
    let key = |public_key: &Vec<u8>| KeyOut {
        public_key: hex::encode(public_key),
        verifier_key: note::verifier_key(&keys.origin, public_key),
    };
    Ok(Reply::ok(KeysOut { items: keys.public_keys.iter().map(key).collect() }))
}
