//! Who is answered before their body was read, over real sockets: the answer says that the connection ends with it, and where it
//! does not, the next request is answered.

use proofdesk_testkit::{TestApp, raw_request};

const NEXT: &str = "GET /health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";

async fn told(app: &TestApp, bytes: &str) -> String {
    String::from_utf8_lossy(&raw_request(app.address(), bytes.as_bytes(), false).await).into_owned()
}

/// The head of an answer, in small letters.
fn head(answer: &str) -> String {
    answer.split("\r\n\r\n").next().unwrap_or_default().to_lowercase()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_refused_before_a_long_body_is_told_that_the_connection_ends() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let token = grace.token().expect("a session");
    let bearer = format!("authorization: Bearer {token}\r\n");
    let long = "content-length: 50000000\r\n";
    for (status, route, head_lines) in [
        (401, "POST /api/v1/attachments", long.to_owned()),
        (401, "POST /api/v1/attachments", "transfer-encoding: chunked\r\n".to_owned()),
        (403, "POST /api/v1/teams", format!("{bearer}content-type: application/json\r\n{long}")),
        (404, "POST /api/v1/nowhere", long.to_owned()),
        (405, "POST /api/v1/me", long.to_owned()),
        (413, "POST /api/v1/attachments", format!("{bearer}content-length: 200000000\r\n")),
    ] {
        // A few bytes of it have been sent when the answer comes.
        let sent = match head_lines.contains("chunked") {
            true => "5\r\nbegun\r\n",
            false => "begun",
        };
        let answer =
            told(&app, &format!("{route} HTTP/1.1\r\nhost: x\r\n{head_lines}\r\n{sent}")).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{route}: {answer}");
        assert!(head(&answer).contains("connection: close"), "{route}: {answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sent_little_or_was_read_goes_on_with_the_connection() {
    let app = TestApp::sqlite().await;
    let wrong = format!(r#"{{"email":"ada@example.com","password":"{}"}}"#, "x".repeat(900));
    // Longer than what is left unread in silence.
    let padded = format!("{wrong}{}", " ".repeat(8 * 1024));
    for (route, body) in [("POST /api/v1/teams", "{}"), ("POST /api/v1/session", padded.as_str())] {
        let length = body.len();
        let request = format!(
            "{route} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n\
            content-length: {length}\r\n\r\n{body}{NEXT}"
        );
        let answer = told(&app, &request).await;
        assert!(answer.starts_with("HTTP/1.1 4"), "{route}: {answer}");
        assert!(!head(&answer).contains("connection: close"), "{route}: {answer}");
        assert!(answer.ends_with("alive\n"), "{route}: {answer}");
    }
}
