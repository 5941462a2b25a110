#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use std::num::NonZeroU32;
use std::time::Duration;

use axum::http::Method;
use serde::{Deserialize, Serialize};

use super::{ask, get, post};
use crate::testing::{ORIGIN, World};
use crate::{Access, Body, Config, Edge, Flood, Json, Path, Query, Reply, Routes};

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Note {
    text: String,
}

fn routes() -> Routes {
    let open = Access::Public;
    Routes::new()
        .route(&Method::POST, "/notes", open, Body::Json, async |Json(note): Json<Note>| {
            Reply::created(note).with_version(7)
        })
        .get("/notes", open, async |Query(note): Query<Note>| Reply::ok(note))
        .get("/notes/{id}", open, async |Path(id): Path<String>| id)
        .route(&Method::DELETE, "/notes", open, Body::None, async || Reply::no_content())
        .get("/id", open, async |edge: Edge| edge.request_id)
        .get("/panic", open, async || -> &'static str { panic!("a bug") })
        .get("/slow", open, async || std::future::pending::<&'static str>().await)
}

#[tokio::test]
async fn a_problem_says_what_and_how_to_go_on_in_the_askers_language() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let told = post("/notes").json("{}").header("x-request-id", "abc").of(&web).await;
    assert_eq!(told.header("content-type"), "application/problem+json");
    let json = told.json();
    assert_eq!(json["type"], "/problems/field-required");
    assert_eq!((json["status"].as_u64(), told.status.as_u16()), (Some(422), 422));
    assert_eq!(json["code"], "field-required");
    assert_eq!(json["request_id"], "abc");
    assert_eq!(json["retry"], "no");
    assert_eq!(json["errors"][0]["field"], "text");
    assert_eq!(json["errors"][0]["code"], "field-required");
    let english = json["title"].as_str().unwrap().to_owned();
    let chinese =
        post("/notes").json("{}").header("accept-language", "zh-CN").of(&web).await.json();
    let chinese = chinese["title"].as_str().unwrap().to_owned();
    assert_ne!(english, chinese);
    assert!(!english.contains("error-") && !chinese.contains("error-"), "{english} / {chinese}");
}

#[tokio::test]
async fn bad_input_is_named() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    for (body, status, code) in [
        ("{", 400, "malformed-json"),
        ("[]", 422, "field-not-object"),
        (r#"{"text":1}"#, 422, "field-invalid"),
        (r#"{"text":"a","b":1}"#, 422, "field-unknown"),
        (r#"{"text":"a\u0000"}"#, 422, "text-has-nul"),
    ] {
        assert_eq!(
            post("/notes").json(body).of(&web).await.problem(),
            (status, code.into()),
            "{body}"
        );
    }
    let large = format!(r#"{{"text":"{}"}}"#, "x".repeat(10 * 1024 * 1024));
    assert_eq!(post("/notes").json(large).of(&web).await.problem(), (413, "body-too-large".into()));
    let told = post("/notes").form("text=a").of(&web).await;
    assert_eq!(told.problem(), (415, "unsupported-media-type".into()));
    assert_eq!(get("/notes?text=%00").of(&web).await.problem(), (422, "text-has-nul".into()));
    assert_eq!(get("/notes?text=%FF").of(&web).await.problem(), (422, "text-not-utf8".into()));
    assert_eq!(get("/notes?text=a&b=1").of(&web).await.problem(), (422, "field-unknown".into()));
    for path in ["/notes/%00", "/notes/a%00b", "/notes/%ff"] {
        assert_eq!(get(path).of(&web).await.problem(), (404, "not-found".into()), "{path}");
    }
    assert_eq!(get("/notes/%E4%BD%A0").of(&web).await.body, "你".as_bytes());
}

#[tokio::test]
async fn unknown_paths_and_methods_are_problems_too() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    assert_eq!(get("/nowhere").of(&web).await.problem(), (404, "not-found".into()));
    let told = ask("PUT", "/notes").of(&web).await;
    assert_eq!(told.problem(), (405, "method-not-allowed".into()));
    let mut allowed: Vec<&str> = told.header("allow").split(',').map(str::trim).collect();
    allowed.sort_unstable();
    assert_eq!(allowed, ["DELETE", "GET", "HEAD", "POST"]);
}

#[tokio::test]
async fn answers_have_their_headers() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let told = post("/notes").json(r#"{"text":"a"}"#).of(&web).await;
    assert_eq!((told.status.as_u16(), told.header("etag")), (201, "\"7\""));
    assert_eq!(told.header("x-content-type-options"), "nosniff");
    assert_eq!(told.header("cache-control"), "no-store");
    assert!(told.header("content-security-policy").contains("frame-ancestors 'none'"));
    assert_eq!(told.header("strict-transport-security"), "", "there is no https here");
    let told = ask("DELETE", "/notes").of(&web).await;
    assert_eq!((told.status.as_u16(), told.body.len()), (204, 0));
}

#[tokio::test]
async fn browsers_are_told_that_there_is_only_https() {
    let db = proofdesk_store::testing::sqlite(proofdesk_desk::MIGRATIONS).await;
    let world = World::of(db, Config::of_origin("https://help.example.com")).await;
    let told = get("/nowhere").of(&world.web(routes())).await;
    assert!(told.header("strict-transport-security").starts_with("max-age="));
}

#[tokio::test]
async fn a_request_id_is_taken_over_or_made_and_given_back() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let told = get("/id").header("x-request-id", "from-the-proxy.1").of(&web).await;
    assert_eq!(
        (told.header("x-request-id"), &told.body[..]),
        ("from-the-proxy.1", &b"from-the-proxy.1"[..])
    );
    let (one, two) = (get("/id").of(&web).await, get("/id").of(&web).await);
    assert_eq!(one.header("x-request-id").as_bytes(), &one.body[..]);
    assert_ne!(one.body, two.body);
    let odd = get("/id").header("x-request-id", "<script>").of(&web).await;
    assert_ne!(odd.header("x-request-id"), "<script>");
}

#[tokio::test]
async fn a_panic_is_answered_and_harms_nobody() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let told = get("/panic").header("x-request-id", "abc").of(&web).await;
    assert_eq!(told.problem(), (500, "internal".into()));
    assert_eq!(told.json()["request_id"], "abc");
    assert!(!String::from_utf8_lossy(&told.body).contains("a bug"));
    assert!(get("/id").of(&web).await.status.is_success());
}

#[tokio::test(start_paused = true)]
async fn nothing_takes_for_ever() {
    let world = World::sqlite().await;
    let told = get("/slow").of(&world.web(routes())).await;
    assert_eq!(told.problem(), (503, "unavailable".into()));
    assert_eq!(told.header("retry-after"), "5");
}

#[tokio::test]
async fn too_many_requests_of_one_address_wait() {
    let db = proofdesk_store::testing::sqlite(proofdesk_desk::MIGRATIONS).await;
    let flood = Flood { per_second: NonZeroU32::MIN, burst: NonZeroU32::MIN };
    let config = Config {
        flood: Some(flood),
        request_timeout: Duration::from_secs(1),
        ..Config::of_origin(ORIGIN)
    };
    let web = World::of(db, config).await.web(routes());
    assert!(get("/id").of(&web).await.status.is_success());
    // A machine that is slow is let in once a second, and asks again.
    let refused = async |path: &str| {
        let mut told = get(path).of(&web).await;
        while told.status.as_u16() != 429 {
            told = get(path).of(&web).await;
        }
        told
    };
    let told = refused("/id").await;
    assert_eq!(told.problem(), (429, "rate-limited".into()));
    assert_eq!(told.header("retry-after"), "1");
    // Nobody gets round it by an address that begins like another node's.
    refused("/internal/other").await;
    // Whoever watches over the desk is not counted, nor is another node of it.
    assert_eq!(get("/health/live").of(&web).await.status.as_u16(), 404);
    assert_eq!(get("/internal/search/tickets").of(&web).await.status.as_u16(), 404);
}
