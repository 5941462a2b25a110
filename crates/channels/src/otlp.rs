//! Spans on their way to a collector, as OpenTelemetry's protocol has them over HTTP.
//!
//! The library that writes them brings no client here: ours has the TLS of everything else that goes out. What the collector does not
//! take is dropped and told in the log once; nothing is sent a second time, and nobody waits for it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use bytes::BytesMut;
use opentelemetry_http::{Bytes, HttpClient, HttpError, Request, Response};
use opentelemetry_otlp::{
    ExporterBuildError, Protocol, RetryPolicy, SpanExporter, WithExportConfig as _,
    WithHttpConfig as _,
};
use proofdesk_desk::limits;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Client, Url};
use tokio::runtime::Handle;

use crate::client::{self, ClientError};

/// Where collectors take spans.
const PATH: &str = "/v1/traces";
/// A collector answers with a few bytes. What it says beyond these is not read.
const ANSWER_BYTES: usize = 64 * 1024;

/// Why nothing can be sent there.
#[derive(Debug, thiserror::Error)]
pub enum OtlpError {
    /// Not an address of the web, or one that holds a name, a password or a query.
    #[error("the collector's address must be http:// or https://, without a password or a query")]
    Address,
    /// The name or the value of a header is none. The value is not repeated.
    #[error("{0:?} is no header, or its value is none")]
    Header(String),
    /// The HTTP client could not be made.
    #[error("the collector's client")]
    Client(#[from] ClientError),
    /// The exporter refused its settings.
    #[error("the exporter of traces")]
    Exporter(#[from] ExporterBuildError),
}

/// What sends spans to the collector at an address, each time with these headers. It is made inside of the runtime that does the
/// sending; the thread that exports has none.
///
/// # Errors
/// When the address or a header is none. Nobody is asked whether the collector is there.
pub fn exporter(
    address: &str,
    headers: &BTreeMap<String, String>,
) -> Result<SpanExporter, OtlpError> {
    let url = traces_url(address).ok_or(OtlpError::Address)?;
    let client = client::builder()?
        .default_headers(header_map(headers)?)
        .connect_timeout(limits::SPANS_TIME)
        .timeout(limits::SPANS_TIME)
        .build()
        .map_err(ClientError::from)?;
    let collector =
        Collector { client, runtime: Handle::current(), is_well: AtomicBool::new(true) };
    Ok(SpanExporter::builder()
        .with_http()
        .with_http_client(collector)
        .with_protocol(Protocol::HttpBinary)
        .with_endpoint(url)
        .with_timeout(limits::SPANS_TIME)
        .with_retry_policy(RetryPolicy::disabled())
        .build()?)
}

/// The address for spans: the collector's own, with their path unless it has that already.
fn traces_url(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
    let is_plain = url.username().is_empty() && url.password().is_none();
    let ends_there = url.query().is_none() && url.fragment().is_none();
    if !(is_web && is_plain && ends_there) {
        return None;
    }
    let base = url.as_str().trim_end_matches('/');
    Some(if base.ends_with(PATH) { base.to_owned() } else { format!("{base}{PATH}") })
}

fn header_map(headers: &BTreeMap<String, String>) -> Result<HeaderMap, OtlpError> {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        let odd = || OtlpError::Header(name.clone());
        let key = HeaderName::from_bytes(name.as_bytes()).map_err(|_odd| odd())?;
        let mut value = HeaderValue::from_str(value).map_err(|_odd| odd())?;
        value.set_sensitive(true);
        map.insert(key, value);
    }
    Ok(map)
}

/// The way to the collector.
#[derive(Debug)]
struct Collector {
    client: Client,
    /// The exporter's thread has nothing that waits for sockets.
    runtime: Handle,
    /// The last spans were taken.
    is_well: AtomicBool,
}

#[async_trait]
impl HttpClient for Collector {
    async fn send_bytes(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let client = self.client.clone();
        let delivered = self.runtime.spawn(deliver(client, request)).await?;
        match delivered {
            Ok(answer) if answer.status().is_success() => {
                self.note(None);
                Ok(answer)
            }
            Ok(answer) => {
                self.note(Some(&format!("it answers {}", answer.status().as_u16())));
                Ok(answer)
            }
            Err(error) => {
                let error = error.without_url();
                self.note(Some(&error.to_string()));
                Err(error.into())
            }
        }
    }
}

impl Collector {
    /// Tells the log when it turns, and not each time.
    fn note(&self, problem: Option<&str>) {
        let was_well = self.is_well.swap(problem.is_none(), Ordering::Relaxed);
        match problem {
            Some(problem) if was_well => {
                tracing::warn!(problem, "the collector takes no traces; they are dropped");
            }
            None if !was_well => tracing::info!("the collector takes traces again"),
            _ => {}
        }
    }
}

async fn deliver(
    client: Client,
    request: Request<Bytes>,
) -> Result<Response<Bytes>, reqwest::Error> {
    let request = reqwest::Request::try_from(request)?;
    let mut answer = client.execute(request).await?;
    let mut body = BytesMut::new();
    while let Some(chunk) = answer.chunk().await? {
        if body.len().saturating_add(chunk.len()) > ANSWER_BYTES {
            break;
        }
        body.extend_from_slice(&chunk);
    }
    let mut response = Response::new(body.freeze());
    *response.status_mut() = answer.status();
    *response.headers_mut() = std::mem::take(answer.headers_mut());
    Ok(response)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn the_address_gets_the_path_of_traces_once() {
        for (address, url) in [
            ("http://127.0.0.1:4318", Some("http://127.0.0.1:4318/v1/traces")),
            ("http://127.0.0.1:4318/", Some("http://127.0.0.1:4318/v1/traces")),
            ("https://otel.example/v1/traces", Some("https://otel.example/v1/traces")),
            ("https://otel.example/otlp/", Some("https://otel.example/otlp/v1/traces")),
            ("https://me:secret@otel.example", None),
            ("https://otel.example/?key=secret", None),
            ("ftp://otel.example", None),
            ("otel.example:4318", None),
            ("", None),
        ] {
            assert_eq!(traces_url(address).as_deref(), url, "{address}");
        }
    }

    #[test]
    fn a_header_that_is_none_is_told_without_its_value() {
        let headers = |name: &str, value: &str| [(name.to_owned(), value.to_owned())].into();
        let map = header_map(&headers("Authorization", "Bearer 50%")).unwrap();
        assert_eq!(map.get("authorization").unwrap(), "Bearer 50%");
        assert!(!format!("{map:?}").contains("50%"), "{map:?}");
        for (name, value) in [("a b", "hush"), ("x-key", "hush\nhush")] {
            let told = header_map(&headers(name, value)).unwrap_err().to_string();
            assert!(told.contains(name) && !told.contains("hush"), "{told}");
        }
    }
}
