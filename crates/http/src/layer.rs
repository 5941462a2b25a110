//! Around every request: id, flood control, one log line, figures, headers, and words for refusals.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use futures_util::FutureExt as _;
use proofdesk_desk::Error;
use proofdesk_desk::code::Code;
use tokio::time::Instant;
use tracing::Instrument as _;

use crate::app::App;
use crate::edge::{Edge, REQUEST_ID, text};
use crate::gate::Template;
use crate::problem::{Problem, ProblemPage};
use crate::{typed, unread};

/// Scripts, styles and everything else come from our own origin; nothing is inline; nobody frames us.
const CSP: &str = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// A year, this host only: what its neighbours speak is not ours to say.
const HSTS: &str = "max-age=31536000";

/// Sent with every answer that does not say otherwise itself.
const HEADERS: [(&str, &str); 7] = [
    ("content-security-policy", CSP),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(self), geolocation=(), microphone=()"),
    ("cache-control", "no-store"),
];

#[derive(Clone)]
struct Outer {
    app: App,
    page: Option<ProblemPage>,
}

/// Puts the outermost layer around a router. `page` draws refusals for people who read pages.
pub fn layer(router: Router, app: App, page: Option<ProblemPage>) -> Router {
    router.layer(middleware::from_fn_with_state(Outer { app, page }, around))
}

async fn around(State(outer): State<Outer>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let (mut parts, body) = request.into_parts();
    let (body, unread) = unread::watch(parts.version, body);
    let edge = Arc::new(Edge::observe(&outer.app, &parts));
    parts.extensions.insert(edge.clone());
    let method = parts.method.clone();
    // Other nodes of the desk ask for what many people ask of them, and sign it.
    let allowed = ["/health/", "/assets/", "/internal/search/"]
        .iter()
        .any(|start| parts.uri.path().starts_with(start));
    let page_headers = edge.wants_page.then(|| parts.headers.clone());
    let span = tracing::info_span!("request", request_id = %edge.request_id);
    let response = match outer.app.flood().check(edge.address) {
        Err(wait) if !allowed => {
            refused(&outer.app, &edge, wait, Request::from_parts(parts, body)).await
        }
        _ => answer(next, Request::from_parts(parts, body)).instrument(span.clone()).await,
    };
    let mut response = spoken(&outer, &edge, page_headers, response).await;
    dress(&mut response, &outer.app, &edge);
    if unread.is_some_and(|body| body.is_left()) {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    let _entered = span.enter();
    tell(&method, &response, begun.elapsed());
    response
}

/// The template of the route that answered; `None` for what is no route of ours.
pub fn route_of(response: &Response) -> Option<&'static str> {
    response.extensions().get::<Template>().map(|template| template.0)
}

/// The id under which a request stands in the log.
pub fn request_id_of(response: &Response) -> &str {
    text(response.headers(), &REQUEST_ID)
}

fn too_many(wait: Duration) -> Problem {
    Problem::from(Error::retry_after(Code::RateLimited, wait.as_secs() + 1))
}

/// Whoever asks too often. What a page of ours brought is heard out, in bounds, and given back.
async fn refused(app: &App, edge: &Edge, wait: Duration, request: Request) -> Response {
    if !edge.wants_page || request.method() != Method::POST {
        return too_many(wait).into_response();
    }
    typed::beside(app.config(), too_many(wait), request).await.into_response()
}

/// A panic is a bug, and answered like every other failure.
async fn answer(next: Next, request: Request) -> Response {
    match AssertUnwindSafe(next.run(request)).catch_unwind().await {
        Ok(response) => response,
        Err(_panic) => {
            tracing::error!("a handler panicked");
            Problem::new(Code::Internal).into_response()
        }
    }
}

/// Gives a problem its words, as JSON or as a page. What the framework refused by itself becomes a problem too.
async fn spoken(
    outer: &Outer,
    edge: &Edge,
    page_headers: Option<HeaderMap>,
    response: Response,
) -> Response {
    let problem = response.extensions().get::<Problem>().cloned().or_else(|| foreign(&response));
    let Some(mut problem) = problem else { return response };
    if let Some(allow) = response.headers().get(header::ALLOW) {
        problem = problem.with_header(header::ALLOW, allow.clone());
    }
    let template = response.extensions().get::<Template>().copied();
    let mut spoken = match (&outer.page, page_headers) {
        (Some(draw), Some(headers)) => problem.page(&outer.app, edge, headers, draw).await,
        _ => problem.json(edge),
    };
    if let Some(template) = template {
        spoken.extensions_mut().insert(template);
    }
    spoken
}

fn foreign(response: &Response) -> Option<Problem> {
    let is_plain = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    let code = match response.status() {
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => Code::InvalidInput,
        StatusCode::PAYLOAD_TOO_LARGE => Code::BodyTooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Code::UnsupportedMediaType,
        StatusCode::METHOD_NOT_ALLOWED => Code::MethodNotAllowed,
        StatusCode::NOT_FOUND => Code::NotFound,
        status if status.is_server_error() => Code::Internal,
        _ => return None,
    };
    is_plain.then(|| Problem::new(code))
}

fn dress(response: &mut Response, app: &App, edge: &Edge) {
    let headers = response.headers_mut();
    if app.config().is_https_only() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HSTS));
    }
    for (name, value) in HEADERS {
        headers.entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    }
    if let Ok(id) = HeaderValue::try_from(&edge.request_id) {
        headers.insert(REQUEST_ID, id);
    }
}

/// One line and two figures a request. The template of the route, never the path or the query, which hold people's affairs.
fn tell(method: &Method, response: &Response, took: Duration) {
    let template = route_of(response).unwrap_or("unrouted");
    let status = response.status().as_u16();
    // A number in JSON too, where 128 bits would be a text.
    let took_us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    tracing::info!(%method, route = template, status, took_us, "answered");
    let labels = [("route", template.to_owned()), ("status", status.to_string())];
    metrics::counter!("proofdesk_http_requests_total", &labels).increment(1);
    metrics::histogram!("proofdesk_http_request_seconds", "route" => template)
        .record(took.as_secs_f64());
}
