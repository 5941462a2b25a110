//! The live protocol's routes; [`proofdesk_http::live`] is the protocol.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;
use proofdesk_desk::Cx;
use proofdesk_desk::permission::Permission;
use proofdesk_http::live::{self, FeedOut, FeedQuery, SignalIn};
use proofdesk_http::{Access, App, Asker, Body, Json, Query, Result, Routes};
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(paths(feed, signals, stream, socket))]
pub struct Document;

pub fn routes() -> Routes {
    let access = Access::CustomerOr(Permission::TicketRead);
    let staff = Access::permission(Permission::TicketRead);
    Routes::new()
        .get("/api/v1/feed", access, feed)
        .route(&Method::GET, "/api/v1/live", access, Body::Stream, socket)
        .route(&Method::GET, "/api/v1/live/stream", access, Body::Stream, stream)
        .route(&Method::POST, "/api/v1/live/signals", staff, Body::Json, signals)
        .without_key("A signal tells of this moment, and nothing of it is kept.")
}

/// Tells what happened after a position, for clients that poll.
#[utoipa::path(
    get, path = "/api/v1/feed", tag = "live", operation_id = "read_feed", params(FeedQuery),
    responses((status = 200, description = "What happened.", body = FeedOut))
)]
async fn feed(
    app: State<App>,
    asker: Asker,
    query: Query<FeedQuery>,
) -> Result<axum::Json<FeedOut>> {
    live::feed(app, asker, query).await
}

/// Tells colleagues that one looks at or writes in a ticket. Nothing of it rests.
#[utoipa::path(
    post, path = "/api/v1/live/signals", tag = "live", operation_id = "send_signal", request_body = SignalIn,
    responses(
        (status = 202, description = "It is on its way."),
        (status = 404, description = "There is no such ticket."),
    )
)]
async fn signals(app: State<App>, cx: Cx, input: Json<SignalIn>) -> Result<StatusCode> {
    live::signals(app, cx, input).await
}

/// Tells what happens, as server-sent events: the frames of the live protocol, each with its position as id.
#[utoipa::path(
    get, path = "/api/v1/live/stream", tag = "live", operation_id = "stream_live", params(FeedQuery),
    responses((status = 200, description = "Frames, until one side ends it.", body = String, content_type = "text/event-stream"))
)]
async fn stream(
    app: State<App>,
    asker: Asker,
    query: Query<FeedQuery>,
    headers: HeaderMap,
) -> Response {
    live::stream(app, asker, query, headers).await
}

/// Tells what happens over a WebSocket.
///
/// The client's first message is `{"v":1,"after":pos}`; then the server sends frames.
#[utoipa::path(
    get, path = "/api/v1/live", tag = "live", operation_id = "open_live", params(FeedQuery),
    responses((status = 101, description = "The connection is a WebSocket now."))
)]
async fn socket(
    app: State<App>,
    asker: Asker,
    query: Query<FeedQuery>,
    request: Request,
) -> Response {
    live::socket(app, asker, query, request).await
}
