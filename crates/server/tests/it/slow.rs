//! Senders who dribble or fall silent, over real sockets: they are told so and let go, and who is merely quiet is not.

use std::time::Duration;

use proofdesk_desk::code::Code;
use proofdesk_locale::{Locale, Messages};
use proofdesk_testkit::{Engine, Live, Setup, TestApp, Transport, raw_request};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::sleep;

/// A desk that has a second for everything.
async fn impatient() -> TestApp {
    let hasty = |config: &mut proofdesk_server::config::Config| {
        config.http.header_seconds = 1;
        config.http.body_stall_seconds = 1;
        config.http.upload_stall_seconds = 1;
    };
    Setup::on(Engine::Sqlite).config(hasty).start().await
}

async fn told(app: &TestApp, bytes: &str) -> String {
    String::from_utf8_lossy(&raw_request(app.address(), bytes.as_bytes(), false).await).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn half_a_head_holds_no_connection() {
    let app = impatient().await;
    let whole =
        told(&app, "GET /health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
    assert!(whole.starts_with("HTTP/1.1 200"), "{whole}");
    // It ends by itself: we wait for nothing but its end.
    let half = told(&app, "GET /health/live HTTP/1.1\r\nhost: x\r\n").await;
    assert!(!half.contains(" 200 "), "{half}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_head_that_dribbles_holds_none_either() {
    let app = impatient().await;
    let mut stream = TcpStream::connect(app.address()).await.expect("a connection");
    stream.write_all(b"GET /health/live HTTP/1.1\r\nx-dribble: ").await.expect("taken");
    let (mut from, mut to) = stream.into_split();
    let dribble = tokio::spawn(async move {
        while to.write_all(b"a").await.is_ok() {
            // Delay because slowness is what this is about.
            sleep(Duration::from_millis(100)).await;
        }
    });
    let mut answer = Vec::new();
    let _reset = from.read_to_end(&mut answer).await;
    dribble.abort();
    assert!(!String::from_utf8_lossy(&answer).contains(" 200 "));
}

/// A proxy keeps its connections, and a browser its socket: between two requests nobody owes anything.
#[tokio::test(flavor = "multi_thread")]
async fn a_connection_may_rest_between_two_requests() {
    let app = impatient().await;
    let grace = app.customer("grace").await;
    let mut live = Live::connect(&grace, Transport::Socket, None).await.expect("a live connection");
    let mut stream = TcpStream::connect(app.address()).await.expect("a connection");
    let ask = b"GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n";
    for _ in 0..2 {
        stream.write_all(ask).await.expect("the request is taken");
        let mut answer = Vec::new();
        while !answer.ends_with(b"alive\n") {
            let byte = stream.read_u8().await.expect("an answer");
            answer.push(byte);
        }
        assert!(answer.starts_with(b"HTTP/1.1 200"));
        // Delay because the rest is what this is about: longer than a head may take.
        sleep(Duration::from_millis(1500)).await;
    }
    app.ticket(&grace, "Still there").await;
    assert_eq!(live.events(1).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_stops_is_answered_408() {
    let app = impatient().await;
    let json = "POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";
    let body = r#"{"email":"ada@example.com","password":"velvet-anchor-72"}"#;
    let whole = format!("{json}connection: close\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    let whole = told(&app, &whole).await;
    assert!(whole.starts_with("HTTP/1.1 401"), "{whole}");
    let half = format!("{json}content-length: {}\r\n\r\n{}", body.len(), &body[..20]);
    let half = told(&app, &half).await;
    assert!(half.starts_with("HTTP/1.1 408"), "{half}");
    assert!(half.contains("application/problem+json") && half.contains("body-too-slow"), "{half}");
    assert!(half.to_lowercase().contains("connection: close"), "{half}");
    // Who reads pages reads words.
    let form = "POST /language HTTP/1.1\r\nhost: x\r\naccept: text/html\r\n\
        content-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\nlang=";
    let page = told(&app, form).await;
    assert!(page.starts_with("HTTP/1.1 408") && page.contains("<h1"), "{page}");
    assert!(page.contains("too slowly"), "{page}");
}

/// What nodes ask each other has no gate before it, and no bound on how often: strangers find the door too.
#[tokio::test(flavor = "multi_thread")]
async fn half_a_question_of_a_node_holds_no_connection() {
    let app = impatient().await;
    let head =
        "POST /internal/search/tickets HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";
    let half = told(&app, &format!("{head}content-length: 100\r\n\r\n{{")).await;
    assert!(half.starts_with("HTTP/1.1 404"), "{half}");
}

/// A form with files has no limit as a whole; but who sends nothing of it is let go wherever they stopped.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_with_files_that_stops_is_answered_408() {
    let app = impatient().await;
    let head = "POST /verify HTTP/1.1\r\nhost: x\r\naccept: text/html\r\n\
        content-type: multipart/form-data; boundary=B\r\ncontent-length: 1000\r\n\r\n";
    for begun in
        ["--B\r\ncontent-disp", "--B\r\ncontent-disposition: form-data; name=\"lang\"\r\n\r\nab"]
    {
        let answer = told(&app, &format!("{head}{begun}")).await;
        assert!(answer.starts_with("HTTP/1.1 408"), "{begun:?}: {answer}");
    }
    // It is said in the reader's own words, that of a stalled upload and no other's.
    let stalled = Code::UploadStalled.as_str();
    for locale in Locale::ALL {
        let asked = format!("accept-language: {locale}\r\naccept: text/html");
        let head = head.replace("accept: text/html", &asked);
        let answer = told(&app, &format!("{head}--B\r\ncontent-disp")).await;
        let words = Messages::embedded();
        let (key, heading) = (format!("error-{stalled}"), "problem-too-slow-title");
        assert!(words.has(locale, &key) && words.has(locale, heading), "{locale}");
        for said in [words.t(locale, &key, None), words.t(locale, heading, None)] {
            assert!(answer.contains(&said), "{locale}: {said} in {answer}");
        }
    }
}
