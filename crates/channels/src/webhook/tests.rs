//! Against real servers on this machine.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::*;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use wiremock::matchers::{any, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

const NOW: i64 = 1_750_000_000;

fn secret() -> Secret {
    Secret::new([7; 32])
}

fn to_loopback() -> Sender {
    Sender::new(Policy { http_to_loopback: true, ..Policy::default() }).unwrap()
}

async fn send(sender: &Sender, url: &str) -> Outcome {
    let secret = secret();
    sender
        .send(Target { url, secret: &secret }, "delivery-1", Bytes::from_static(b"{\"a\":1}"), NOW)
        .await
}

#[tokio::test]
async fn a_delivery_arrives_signed() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path("/hook"))
        .respond_with(ResponseTemplate::new(200).set_body_string("thanks"))
        .mount(&server)
        .await;
    let outcome = send(&to_loopback(), &format!("{}/hook", server.uri())).await;
    assert!(outcome.is_delivered(), "{outcome:?}");
    assert_eq!((outcome.status, outcome.excerpt.as_str()), (Some(200), "thanks"));
    let requests = server.received_requests().await.unwrap();
    let [request] = requests.as_slice() else { panic!("{requests:?}") };
    let header = |name: &str| request.headers.get(name).unwrap().to_str().unwrap();
    assert_eq!(header("webhook-id"), "delivery-1");
    assert_eq!(header("webhook-timestamp"), "1750000000");
    assert_eq!(header("webhook-signature"), secret().sign("delivery-1", NOW, &request.body));
    assert_eq!(header("content-type"), "application/json");
    assert_eq!(request.body, b"{\"a\":1}");
}

#[tokio::test]
async fn other_answers_are_failures() {
    let server = MockServer::start().await;
    for (status, failure) in [
        (200, None),
        (204, None),
        (301, Some(Failure::Redirect)),
        (302, Some(Failure::Redirect)),
        (400, Some(Failure::Status)),
        (410, Some(Failure::Status)),
        (500, Some(Failure::Status)),
    ] {
        server.reset().await;
        let inside = format!("{}/inside", server.uri());
        let answer = ResponseTemplate::new(status)
            .insert_header("location", inside.as_str())
            .insert_header("retry-after", "90000");
        Mock::given(path("/hook")).respond_with(answer).mount(&server).await;
        let outcome = send(&to_loopback(), &format!("{}/hook", server.uri())).await;
        assert_eq!((outcome.status, outcome.failure), (Some(status), failure));
        assert_eq!(outcome.retry_after, Some(LONGEST_WAIT));
        // The redirect was not followed.
        assert_eq!(server.received_requests().await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn only_the_beginning_of_an_answer_is_kept() {
    let server = MockServer::start().await;
    let long = "ä".repeat(100_000);
    Mock::given(any())
        .respond_with(ResponseTemplate::new(500).set_body_string(long))
        .mount(&server)
        .await;
    let outcome = send(&to_loopback(), &server.uri()).await;
    assert_eq!(outcome.excerpt, "ä".repeat(EXCERPT_LENGTH / 2));
}

/// Answers every connection with these bytes, then keeps it open.
async fn raw_server(answer: &'static [u8]) -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let mut request = [0; 1024];
                let _read = stream.read(&mut request).await;
                let _written = stream.write_all(answer).await;
                if answer.is_empty() {
                    std::future::pending::<()>().await;
                }
            });
        }
    });
    address
}

#[tokio::test]
async fn a_silent_receiver_times_out_and_a_broken_one_is_named() {
    let silent = raw_server(b"").await;
    let broken = raw_server(b"this is not HTTP\r\n\r\n").await;
    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let sender = to_loopback();
    assert_eq!(send(&sender, &format!("http://{broken}/")).await.failure, Some(Failure::Protocol));
    assert_eq!(send(&sender, &format!("http://{nobody}/")).await.failure, Some(Failure::Connect));
    let allowed = Policy { allowed: vec!["127.0.0.0/8".parse().unwrap()], ..Policy::default() };
    let sender = Sender::new(allowed).unwrap();
    assert_eq!(send(&sender, &format!("https://{broken}/")).await.failure, Some(Failure::Tls));
    // From here on time stands still and jumps to the next timer once everything waits.
    tokio::time::pause();
    let outcome = send(&sender, &format!("https://{silent}/")).await;
    assert_eq!(outcome.failure, Some(Failure::Timeout));
    assert!(outcome.duration <= TIMEOUT + Duration::from_secs(1));
}

#[tokio::test]
async fn what_is_inside_is_not_called() {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(ResponseTemplate::new(200)).mount(&server).await;
    let port = server.address().port();
    let closed = Sender::new(Policy::default()).unwrap();
    for host in [
        "127.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0x7f.1",
        "2130706433",
        "127.1",
        "0.0.0.0",
        "169.254.169.254",
        "10.0.0.1",
    ] {
        let url = format!("https://{host}:{port}/");
        assert_eq!(closed.check(&url), Err(UrlError::Address), "{url}");
        assert_eq!(send(&closed, &url).await.failure, Some(Failure::Address), "{url}");
    }
    // A name is looked up when it is called; what it resolves to is refused then.
    let named = format!("https://localhost:{port}/");
    assert_eq!(closed.check(&named), Ok(()));
    let outcome = send(&closed, &named).await;
    assert_eq!(outcome.failure, Some(Failure::Address));
    assert!(outcome.failure.is_some_and(Failure::is_permanent));
    assert_eq!(server.received_requests().await.unwrap().len(), 0);
    // The precondition: the same server is reached by name when it is allowed.
    let named = format!("http://localhost:{port}/");
    assert!(send(&to_loopback(), &named).await.is_delivered());
}

#[tokio::test]
async fn plain_http_reaches_this_machine_only() {
    let open = to_loopback();
    assert_eq!(open.check("http://8.8.8.8/"), Err(UrlError::Address));
    assert_eq!(open.check("http://10.0.0.1/"), Err(UrlError::Address));
    assert_eq!(open.check("http://127.0.0.1/"), Ok(()));
    // For https this machine stays closed.
    assert_eq!(open.check("https://127.0.0.1/"), Err(UrlError::Address));
    let closed = Sender::new(Policy::default()).unwrap();
    assert_eq!(closed.check("http://127.0.0.1/"), Err(UrlError::Scheme));
}

#[tokio::test]
async fn addresses_that_are_none_are_refused() {
    let sender = Sender::new(Policy::default()).unwrap();
    let long = format!("https://example.com/{}", "a".repeat(2_048));
    for (url, error) in [
        ("", UrlError::Malformed),
        ("example.com/hook", UrlError::Malformed),
        ("https://", UrlError::Malformed),
        (long.as_str(), UrlError::Malformed),
        ("ftp://example.com", UrlError::Scheme),
        ("file:///etc/passwd", UrlError::Scheme),
        ("gopher://127.0.0.1/", UrlError::Scheme),
        ("http://example.com/", UrlError::Scheme),
        ("https://user@example.com/", UrlError::Credentials),
        ("https://user:word@example.com/", UrlError::Credentials),
        ("https://:word@example.com/", UrlError::Credentials),
    ] {
        assert_eq!(sender.check(url), Err(error), "{url}");
        assert!(send(&sender, url).await.failure.is_some_and(Failure::is_permanent), "{url}");
    }
    assert_eq!(sender.check("https://example.com/hook?x=1"), Ok(()));
    assert_eq!(send(&sender, "https://nothing.invalid/").await.failure, Some(Failure::Name));
}

#[test]
fn names_of_failures_are_kebab_case() {
    let failures = [
        Failure::Url,
        Failure::Name,
        Failure::Address,
        Failure::Connect,
        Failure::Tls,
        Failure::Timeout,
        Failure::Redirect,
        Failure::Status,
        Failure::Protocol,
    ];
    let names: std::collections::BTreeSet<_> =
        failures.iter().map(|failure| failure.as_str()).collect();
    assert_eq!(names.len(), failures.len());
    assert!(
        names.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
    );
}
