//! The span of a request: its method, the template of its route, how it was answered, and its id, by which it is found in the log. No
//! path, no query, no address: they say whose affairs these are.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Result;
use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method};
use axum::middleware::{self, Next};
use axum::response::Response;
use opentelemetry::Context;
use opentelemetry::propagation::{Extractor, TextMapPropagator as _};
use opentelemetry::trace::TraceContextExt as _;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use proofdesk_desk::outward::Network;
use proofdesk_desk::trace;
use proofdesk_http::{request_id_of, route_of};
use tracing::field::Empty;
use tracing::{Instrument as _, Span};
use tracing_opentelemetry::OpenTelemetrySpanExt as _;

use crate::config::Telemetry;

const TRACEPARENT: &str = "traceparent";

/// Puts spans around everything that a router answers, where a collector is configured.
///
/// # Errors
/// When a network that is trusted is none.
pub(crate) fn around(config: &Telemetry, router: Router) -> Result<Router> {
    let trusted: Arc<[Network]> = config.trusted()?.into();
    Ok(match &config.otlp_endpoint {
        Some(_) => router.layer(middleware::from_fn_with_state(trusted, traced)),
        None => router,
    })
}

async fn traced(State(trusted): State<Arc<[Network]>>, request: Request, next: Next) -> Response {
    let method = method(request.method());
    let span = tracing::trace_span!(
        target: trace::TARGET,
        "request",
        otel.name = method,
        otel.kind = "server",
        otel.status_code = Empty,
        http.request.method = method,
        http.route = Empty,
        http.response.status_code = Empty,
        proofdesk.request_id = Empty,
    );
    if let Some(parent) = parent(&trusted, &request) {
        let _told_too_late = span.set_parent(parent);
    }
    let response = next.run(request).instrument(span.clone()).await;
    end(&span, method, &response);
    response
}

fn end(span: &Span, method: &str, response: &Response) {
    if let Some(route) = route_of(response) {
        span.record("http.route", route);
        span.record("otel.name", format!("{method} {route}"));
    }
    let status = response.status();
    span.record("http.response.status_code", i64::from(status.as_u16()));
    span.record("proofdesk.request_id", request_id_of(response));
    if status.is_server_error() {
        span.record("otel.status_code", "ERROR");
    }
}

/// A method has no bounds; one that nobody knows is not repeated.
fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "_OTHER",
    }
}

/// The span that the request says it belongs to, when it comes from a proxy that may say so. Anybody else could fill the collector
/// with traces of theirs, and have each of them kept.
fn parent(trusted: &[Network], request: &Request) -> Option<Context> {
    let ConnectInfo(from) = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
    let address = from.ip().to_canonical();
    if !trusted.iter().any(|network| network.contains(address)) {
        return None;
    }
    let parent = TraceContextPropagator::new().extract(&Traceparent(request.headers()));
    parent.span().span_context().is_valid().then_some(parent)
}

/// A request's `traceparent`, and none of the words that may come along with it.
struct Traceparent<'a>(&'a HeaderMap);

impl Extractor for Traceparent<'_> {
    fn get(&self, key: &str) -> Option<&str> {
        if key == TRACEPARENT { self.0.get(key)?.to_str().ok() } else { None }
    }

    fn keys(&self) -> Vec<&str> {
        vec![TRACEPARENT]
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use axum::body::Body;

    const SENT: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    fn request(from: &str, traceparent: &str) -> Request {
        let from: SocketAddr = from.parse().unwrap();
        let mut request = Request::new(Body::empty());
        request.headers_mut().insert(TRACEPARENT, traceparent.parse().unwrap());
        request.headers_mut().insert("tracestate", "theirs=words".parse().unwrap());
        request.extensions_mut().insert(ConnectInfo(from));
        request
    }

    #[test]
    fn only_who_is_trusted_names_a_parent() {
        let trusted: Vec<Network> = vec!["10.1.0.0/16".parse().unwrap()];
        let told = parent(&trusted, &request("10.1.2.3:4", SENT)).unwrap();
        let context = told.span().span_context().clone();
        assert_eq!(context.trace_id().to_string(), "0af7651916cd43dd8448eb211c80319c");
        assert_eq!(context.span_id().to_string(), "b7ad6b7169203331");
        assert_eq!(context.trace_state().header(), "");
        // The same address as IPv6 has it.
        assert!(parent(&trusted, &request("[::ffff:10.1.2.3]:4", SENT)).is_some());
        for (from, sent) in [("10.2.0.1:4", SENT), ("10.1.2.3:4", "00-zz-1-01")] {
            assert!(parent(&trusted, &request(from, sent)).is_none(), "{from} {sent}");
        }
        assert!(parent(&[], &request("10.1.2.3:4", SENT)).is_none());
    }

    #[test]
    fn a_method_is_one_of_those_that_are_known() {
        assert_eq!(method(&Method::PATCH), "PATCH");
        assert_eq!(method(&"LEGAL-WINNER".parse().unwrap()), "_OTHER");
    }
}
