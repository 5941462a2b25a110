//! Figures for Prometheus, at `/metrics`, for this machine or for whoever has the token.

use std::net::SocketAddr;
use std::sync::OnceLock;

use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

static HANDLE: OnceLock<Option<PrometheusHandle>> = OnceLock::new();

/// What reverse proxies write into the requests that they hand on, each some of it.
const FORWARDED: [&str; 8] = [
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-real-ip",
    "cf-connecting-ip",
    "true-client-ip",
];

/// Starts to collect, once per process; a second desk in one process (tests) shares the figures.
pub fn start() {
    HANDLE.get_or_init(|| PrometheusBuilder::new().install_recorder().ok());
}

/// `GET /metrics`. With a token configured it must be shown as a bearer; without one only loopback may ask. `own` is the header in
/// which the configured proxy names its client.
pub async fn scrape(token: Option<String>, own: Option<HeaderName>, request: Request) -> Response {
    let allowed = match &token {
        Some(token) => bearer(request.headers())
            .is_some_and(|shown| is_same(shown.as_bytes(), token.as_bytes())),
        None => {
            let from = request.extensions().get::<ConnectInfo<SocketAddr>>();
            // Behind a reverse proxy everybody comes from loopback, so a forwarded request needs the token.
            let direct = !FORWARDED.iter().any(|name| request.headers().contains_key(*name))
                && own.is_none_or(|name| !request.headers().contains_key(name));
            direct && from.is_some_and(|ConnectInfo(address)| address.ip().is_loopback())
        }
    };
    match HANDLE.get() {
        _ if !allowed => StatusCode::NOT_FOUND.into_response(),
        Some(Some(handle)) => {
            ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], handle.render()).into_response()
        }
        _ => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

/// Compares without telling by its duration how much was right.
fn is_same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |wrong, (x, y)| wrong | (x ^ y)) == 0
}
