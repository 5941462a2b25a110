//! What nobody should send, and what comes back: clear words, nothing lost, nothing broken.

use proofdesk_desk::limits;
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Answer, NewMember, TestApp, raw_request};
use serde_json::{Value, json};

fn new() -> Value {
    json!({ "category": "other", "subject": "A subject", "body": "A body" })
}

fn with(field: &str, value: Value) -> Value {
    let mut body = new();
    body[field] = value;
    body
}

/// The code of the problem and the first field that it names.
fn told(answer: &Answer) -> (u16, String, String, String) {
    let (field, code) = answer.fields().into_iter().next().unwrap_or_default();
    (answer.status, answer.code(), field, code)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_mistake_in_a_body_is_named() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let long = |chars: usize| json!("ä".repeat(chars));
        for (body, field, code) in [
            (with("subject", Value::Null), "subject", "field-invalid"),
            (with("subject", json!(7)), "subject", "field-invalid"),
            (with("subject", json!("")), "subject", "field-required"),
            (with("subject", json!("  \n ")), "subject", "field-required"),
            (with("subject", long(limits::SUBJECT_CHARS + 1)), "subject", "field-too-long"),
            (with("body", long(limits::BODY_CHARS + 1)), "body", "field-too-long"),
            (with("body", json!("a\u{0}b")), "body", "text-has-nul"),
            (with("subject", json!("a\u{0}b")), "subject", "text-has-nul"),
            (with("category", json!("no-such")), "category", "field-invalid"),
            (with("colour", json!("red")), "colour", "field-unknown"),
            (with("attachment_ids", json!(["nonsense"])), "attachment_ids[0]", "field-invalid"),
            (
                with("attachment_ids", json!([uuid::Uuid::from_u128(7)])),
                "attachment_ids",
                "attachment-unusable",
            ),
            (with("attachment_ids", json!({})), "attachment_ids", "field-invalid"),
            (with("lang", json!("tlh")), "lang", "field-invalid"),
            (json!({ "subject": "x", "body": "y" }), "category", "field-required"),
        ] {
            let answer = grace.post("/api/v1/tickets").json(&body).send().await;
            let (status, _, named, why) = told(&answer);
            assert_eq!(
                (status, named.as_str(), why.as_str()),
                (422, field, code),
                "{body}: {}",
                answer.text()
            );
            assert!(!answer.json()["errors"][0]["title"].as_str().unwrap_or_default().is_empty());
        }
        let list = grace.get("/api/v1/tickets").send().await.expect(200).json();
        assert_eq!(list["items"], json!([]), "nothing was made by a mistake");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_json_is_told_apart() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let send = async |kind: &str, bytes: &[u8]| {
        grace.post("/api/v1/tickets").bytes(kind, bytes.to_vec()).send().await
    };
    let whole = new().to_string();
    send("application/json", format!("{whole} x").as_bytes())
        .await
        .refused("malformed-json")
        .expect(400);
    // The fields of a tag in their order, without their names.
    let tag = async |body: Value| app.admin.post("/api/v1/tags").json(&body).send().await;
    tag(json!(["vip"])).await.refused("field-not-object").expect(422);
    tag(json!({ "name": "vip" })).await.expect(201);
    for (bytes, status, code) in [
        (&b""[..], 400, "malformed-json"),
        (b"{", 400, "malformed-json"),
        (b"{\"subject\":\"\xff\xfe\"}", 400, "malformed-json"),
        (b"{\"subject\":\"\\ud800\"}", 400, "malformed-json"),
        // Cut off behind a field that there is none of, and behind one of another type.
        (b"{\"colour\":\"red\",\"subject\":\"A", 400, "malformed-json"),
        (b"{\"subject\":1,", 400, "malformed-json"),
        (b"\0\0\0\0", 400, "malformed-json"),
        (b"null", 422, "field-not-object"),
        (b"[]", 422, "field-not-object"),
        (b"\"text\"", 422, "field-not-object"),
    ] {
        let answer = send("application/json", bytes).await;
        let code_of = answer.code();
        let shown = String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(answer.status, status, "{shown}: {}", answer.text());
        assert_eq!(code_of, code, "{shown}");
    }
    for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""] {
        send(kind, whole.as_bytes()).await.refused("unsupported-media-type").expect(415);
    }
    // Deeply nested, but no stack is used up by it.
    let open = format!("{{\"subject\":{}", "[".repeat(100_000));
    let closed = format!("{open}{}}}", "]".repeat(100_000));
    send("application/json", open.as_bytes()).await.refused("malformed-json").expect(400);
    send("application/json", closed.as_bytes()).await.refused("field-invalid").expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_megabytes_of_text_are_refused_with_the_limit() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let huge = with("body", json!("x".repeat(10 * 1024 * 1024))).to_string();
    let answer = grace.post("/api/v1/tickets").bytes("application/json", huge.clone()).send().await;
    let answer = answer.refused("body-too-large").expect(413);
    assert_eq!(answer.json()["args"]["limit"], limits::JSON_BODY_BYTES.to_string());
    // The same without a length in front.
    let chunks = huge
        .into_bytes()
        .chunks(64 * 1024)
        .map(|c| Ok::<_, std::io::Error>(c.to_vec()))
        .collect::<Vec<_>>();
    let body = reqwest::Body::wrap_stream(futures_util::stream::iter(chunks));
    grace
        .post("/api/v1/tickets")
        .stream("application/json", body)
        .send()
        .await
        .refused("body-too-large");
    // As large as a body may be is fine.
    grace
        .post("/api/v1/tickets")
        .json(&with("body", json!("x".repeat(limits::BODY_CHARS))))
        .send()
        .await
        .expect(201);
}

/// Emoji, combining characters, right to left, and the longest grapheme: what is typed is what is read, in NFC.
#[tokio::test(flavor = "multi_thread")]
async fn every_script_goes_in_and_comes_out() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        for (typed, rests) in [
            ("👩‍👩‍👧‍👦 gone 💸", "👩‍👩‍👧‍👦 gone 💸"),
            ("Cafe\u{301}", "Café"),
            ("Z̷̛̗a̶̟͝l̴̰͘g̸̱͋o̵̟͒", "Z̷̛̗a̶̟͝l̴̰͘g̸̱͋o̵̟͒"),
            ("أين إيداعي؟", "أين إيداعي؟"),
            ("เงินฝากของฉันอยู่ที่ไหน", "เงินฝากของฉันอยู่ที่ไหน"),
            ("充值未到账", "充值未到账"),
            ("\u{1F1E9}\u{1F1EA}", "\u{1F1E9}\u{1F1EA}"),
        ] {
            let made = grace
                .post("/api/v1/tickets")
                .json(&with("subject", json!(typed)))
                .send()
                .await
                .expect(201)
                .json();
            let number = made["id"].as_str().expect("a number");
            let seen =
                grace.get(&format!("/api/v1/tickets/{number}")).send().await.expect(200).json();
            let normal: String = seen["subject"].as_str().expect("a subject").to_owned();
            assert_eq!(normal, nfc(rests), "{typed}");
        }
    }
}

fn nfc(text: &str) -> String {
    proofdesk_desk::text::Clean::new(text).expect("text").as_str().to_owned()
}

/// Script in a message is text to everybody who reads it.
#[tokio::test(flavor = "multi_thread")]
async fn markup_of_customers_is_text() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let typed =
        "<script>alert(1)</script><img src=x onerror=alert(1)> **bold** [a](javascript:alert(1))";
    let made = grace
        .post("/api/v1/tickets")
        .json(&with("body", json!(typed)))
        .send()
        .await
        .expect(201)
        .json();
    let path = format!("/api/v1/tickets/{}/timeline", made["id"].as_str().expect("a number"));
    let timeline = grace.get(&path).send().await.expect(200).json();
    let html = timeline["items"][0]["body_html"].as_str().expect("html").to_owned();
    assert!(
        !html.contains("<script") && !html.contains("<img") && !html.contains("href=\"javascript"),
        "{html}"
    );
    assert_eq!(timeline["items"][0]["segments"][0]["text"], typed);
}

#[tokio::test(flavor = "multi_thread")]
async fn ids_that_name_nothing_find_nothing() {
    for app in TestApp::both().await {
        let admin = &app.admin;
        let absent = uuid::Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0001).to_string();
        for id in [absent.as_str(), "nonsense", "%FF", "1", "..%2F..", "%00", &"9".repeat(3000)] {
            for noun in ["staff", "teams", "roles", "webhooks", "customers", "attachments"] {
                let answer = admin.get(&format!("/api/v1/{noun}/{id}")).send().await;
                assert_eq!(
                    (answer.status, answer.code()),
                    (404, "not-found".to_owned()),
                    "{noun} {id}"
                );
            }
        }
        let grace = app.customer("grace").await;
        let number = app.ticket(&grace, "Mine").await;
        for (rest, body) in [
            ("assignment", json!({ "assignee_id": absent, "team_id": null })),
            ("assignment", json!({ "assignee_id": null, "team_id": absent })),
            ("status", json!({ "status_id": absent })),
        ] {
            let answer =
                admin.put(&format!("/api/v1/tickets/{number}/{rest}")).json(&body).send().await;
            assert_eq!(
                (answer.status, answer.fields()[0].1.as_str()),
                (422, "field-invalid"),
                "{rest}: {}",
                answer.text()
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_paths_and_methods_are_problems_too() {
    let app = TestApp::sqlite().await;
    app.admin.get("/api/v1/nothing").send().await.refused("not-found").expect(404);
    app.admin.get("/api/v2/tickets").send().await.refused("not-found");
    let wrong =
        app.admin.delete("/api/v1/tickets").send().await.refused("method-not-allowed").expect(405);
    assert!(
        wrong.header("allow").contains("GET") && wrong.header("allow").contains("POST"),
        "{}",
        wrong.header("allow")
    );
    assert_eq!(wrong.header("content-type"), "application/problem+json");
    assert!(!wrong.header("x-request-id").is_empty());
    assert_eq!(wrong.json()["request_id"], wrong.header("x-request-id"));
}

/// What is no request is refused by the connection, before there is anybody to find words for it. The API's description says so.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_request_has_an_answer_without_words() {
    let app = TestApp::sqlite().await;
    for (begins, status) in [
        ("GET /api/v1/me?after=\0 HTTP/1.1".to_owned(), "400"),
        (format!("GET /api/v1/feed?after={} HTTP/1.1", "1".repeat(64 * 1024)), "414"),
        (format!("GET /api/v1/me HTTP/1.1{}", "\r\nx-more: a".repeat(200)), "431"),
    ] {
        let request = format!("{begins}\r\nhost: x\r\nconnection: close\r\n\r\n");
        let answer = raw_request(app.address(), request.as_bytes(), false).await;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{status}: {answer}");
        assert!(answer.ends_with("\r\n\r\n"), "{status}: {answer}");
    }
    // As long as an address may be, there is somebody.
    let long = format!("/api/v1/feed?after={}", "1".repeat(60 * 1024));
    app.admin.get(&long).send().await.refused("field-invalid").expect(422);
}

/// Words come in the asker's language; codes are the same in each.
#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_speaks_the_askers_language() {
    let app = TestApp::sqlite().await;
    let ask = async |language: &str| {
        let answer =
            app.anonymous().get("/api/v1/staff").header("accept-language", language).send().await;
        answer.refused("signed-out").json()["title"].as_str().expect("words").to_owned()
    };
    let (english, chinese) = (ask("en").await, ask("zh-CN,zh;q=0.9").await);
    assert_ne!(english, chinese);
    assert!(!english.is_empty() && !chinese.is_ascii(), "{chinese}");
}

/// Members who do something at a moment that the machine takes back: nothing is refused, nothing is out of order.
#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_goes_back_breaks_no_ticket() {
    for app in TestApp::both().await {
        let mina =
            app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id)).await;
        let grace = app.customer("grace").await;
        let number = app.ticket(&grace, "Mine").await;
        let path = format!("/api/v1/tickets/{number}/messages");
        for back in [0, 7200] {
            app.clock.turn_back(std::time::Duration::from_secs(back));
            mina.post(&path).json(&json!({ "body": "A reply" })).send().await.expect(201);
            grace.post(&path).json(&json!({ "body": "An answer" })).send().await.expect(201);
        }
        let timeline =
            mina.get(&format!("/api/v1/tickets/{number}/timeline")).send().await.expect(200).json();
        let seqs: Vec<i64> = timeline["items"]
            .as_array()
            .expect("items")
            .iter()
            .filter_map(|i| i["seq"].as_i64())
            .collect();
        assert!(seqs.is_sorted(), "{seqs:?}");
        let verified = app.admin.post("/api/v1/audit/verification").send().await.expect(200).json();
        assert_eq!(verified["ok"], true, "{verified}");
    }
}
