//! Traces: what a collector is told of a request, and that nobody waits for one that is away.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Lines};
use std::net::SocketAddr;
use std::process::{Child, ChildStdout, Command, Stdio};

use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
use opentelemetry_proto::tonic::common::v1::any_value::Value;
use opentelemetry_proto::tonic::common::v1::{AnyValue, KeyValue};
use opentelemetry_proto::tonic::trace::v1::Span;
use proofdesk_testkit::{Receiver, raw_request};
use prost::Message as _;
use tempfile::TempDir;

const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";
/// `SPAN_KIND_SERVER` of the protocol.
const SERVER: i32 = 2;

/// The program on a folder of its own, as an operator runs it.
struct Desk {
    child: Child,
    address: SocketAddr,
    /// It has more to say than the first line, and would fail where nobody listens.
    _said: Lines<BufReader<ChildStdout>>,
    _folder: TempDir,
}

impl Desk {
    fn start(collector: &str, environment: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut command = Command::new(env!("CARGO_BIN_EXE_proofdesk"));
        command
            .arg("--data")
            .arg(folder.path().join("data"))
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("PROOFDESK__LOG__FILTER", "off")
            .env("PROOFDESK__TELEMETRY__OTLP_ENDPOINT", collector)
            .envs(environment.iter().copied())
            .stdout(Stdio::piped());
        let mut child = command.spawn().expect("the binary starts");
        let mut said = BufReader::new(child.stdout.take().expect("its output")).lines();
        let line = said.next().expect("a line").expect("text");
        let address = line.strip_prefix("listening on http://").expect("an address");
        let address = address.parse().expect("an address");
        Self { child, address, _said: said, _folder: folder }
    }

    /// Asks for a ticket that is not there, by a path and a query which nobody else may learn.
    async fn ask(&self) -> String {
        let request = format!(
            "GET /api/v1/tickets/PD-0HUSH-HUSH?q=legal+winner HTTP/1.1\r\nhost: {}\r\n\
             user-agent: hush-agent\r\nx-request-id: traced-1\r\n\
             traceparent: 00-{TRACE}-b7ad6b7169203331-01\r\ntracestate: hush=words\r\nconnection: close\r\n\r\n",
            self.address
        );
        let answer = raw_request(self.address, request.as_bytes(), false).await;
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Stops it as a service manager does, and says whether it ended well.
    fn stop(mut self) -> bool {
        let pid = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &pid]).status().expect("a signal");
        self.child.wait().expect("its end").success()
    }
}

/// What a collector was sent until the desk ended, and everything of it as bytes.
fn spans(receiver: &Receiver) -> (Vec<Span>, Vec<u8>) {
    let received = receiver.received();
    let mut spans = Vec::new();
    for batch in &received {
        assert_eq!(batch.path, "/v1/traces");
        assert_eq!(batch.headers.get("authorization").expect("a header"), "Bearer s3cret");
        let told = ExportTraceServiceRequest::decode(&batch.body[..]).expect("OTLP");
        for resource in told.resource_spans {
            let about = named(&resource.resource.expect("a resource").attributes);
            assert_eq!(about.get("service.name").map(String::as_str), Some("desk of a test"));
            spans.extend(resource.scope_spans.into_iter().flat_map(|scope| scope.spans));
        }
    }
    (spans, received.into_iter().flat_map(|batch| batch.body).collect())
}

fn named(attributes: &[KeyValue]) -> BTreeMap<String, String> {
    let word = |value: &Option<AnyValue>| match value.as_ref()?.value.as_ref()? {
        Value::StringValue(text) => Some(text.clone()),
        Value::IntValue(number) => Some(number.to_string()),
        _ => None,
    };
    attributes.iter().filter_map(|one| Some((one.key.clone(), word(&one.value)?))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_told_by_its_route_and_nothing_that_was_typed() {
    let networks = [("[\"127.0.0.0/8\"]", true), ("[\"192.0.2.0/24\"]", false)];
    for (trusted, is_trusted) in networks {
        let receiver = Receiver::start().await;
        let collector = format!("http://{}", receiver.address);
        let environment = [
            ("PROOFDESK__TELEMETRY__HEADERS__AUTHORIZATION", "env:COLLECTOR"),
            ("COLLECTOR", "Bearer s3cret"),
            ("PROOFDESK__TELEMETRY__SERVICE_NAME", "desk of a test"),
            ("PROOFDESK__TELEMETRY__TRUST_PARENT_FROM", trusted),
        ];
        let desk = tokio::task::block_in_place(|| Desk::start(&collector, &environment));
        let answer = desk.ask().await;
        assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");
        assert!(tokio::task::block_in_place(|| desk.stop()));
        let (spans, bytes) = spans(&receiver);
        let request = spans.iter().find(|span| span.name == "GET /api/v1/tickets/{id}");
        let request = request.unwrap_or_else(|| panic!("not among {spans:?}"));
        let about = named(&request.attributes);
        let expected = [
            ("http.request.method", "GET"),
            ("http.response.status_code", "401"),
            ("http.route", "/api/v1/tickets/{id}"),
            ("proofdesk.request_id", "traced-1"),
        ];
        let expected: BTreeMap<_, _> =
            expected.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        assert_eq!(about, expected, "these and no others");
        assert_eq!((request.kind, request.events.len()), (SERVER, 0));
        assert_eq!(hex(&request.trace_id) == TRACE, is_trusted, "{trusted}");
        assert_eq!(request.parent_span_id.is_empty(), !is_trusted, "{trusted}");
        // What the desk did at its start belongs to no request, and is told all the same.
        assert!(spans.iter().any(|span| span.name == "write"), "{spans:?}");
        for hush in ["HUSH", "hush", "legal", "winner", "127.0.0.1", "s3cret"] {
            let is_told = bytes.windows(hush.len()).any(|window| window == hush.as_bytes());
            assert!(!is_told, "{hush}");
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Nothing listens there, and something that never answers is there: neither start, nor an answer, nor the end depends on it.
#[tokio::test(flavor = "multi_thread")]
async fn a_collector_that_is_away_holds_nobody_up() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let away = closed.local_addr().expect("its address");
    drop(closed);
    // Connections are taken by the system, and nobody reads.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    for address in [away, silent.local_addr().expect("its address")] {
        let collector = format!("http://{address}");
        let desk = tokio::task::block_in_place(|| Desk::start(&collector, &[]));
        let answer = desk.ask().await;
        assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");
        assert!(tokio::task::block_in_place(|| desk.stop()), "{address}");
    }
}

/// What cannot be a collector is told at the start, by its key, and without its secrets.
#[test]
fn an_odd_collector_is_refused_by_its_key() {
    for (key, value, named) in [
        ("PROOFDESK__TELEMETRY__OTLP_ENDPOINT", "https://me:hush@otel.example", "telemetry"),
        ("PROOFDESK__TELEMETRY__SAMPLE_RATIO", "7", "telemetry.sample_ratio"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let output = Command::new(env!("CARGO_BIN_EXE_proofdesk"))
            .arg("--data")
            .arg(folder.path().join("data"))
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("PROOFDESK__TELEMETRY__OTLP_ENDPOINT", "http://127.0.0.1:4318")
            .env(key, value)
            .output()
            .expect("the binary runs");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && told.contains(named), "{told}");
        assert!(!told.contains("hush"), "{told}");
    }
}
