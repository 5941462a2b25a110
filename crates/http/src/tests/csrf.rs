#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use axum::http::Method;
use proofdesk_desk::permission::{Permission, Reach};
use serde::Deserialize;

use super::{get, post};
use crate::testing::{ORIGIN, World};
use crate::{Access, Asker, Body, Form, Json, Result, Routes, require_field};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Note {
    #[serde(rename = "text")]
    _text: String,
}

async fn token(
    axum::extract::State(app): axum::extract::State<crate::App>,
    asker: Asker,
) -> Result<String> {
    Ok(asker.csrf_token(&app)?.unwrap_or_default())
}

fn routes() -> Routes {
    let (put, any) = (&Method::POST, Access::AnySession);
    Routes::new()
        .get("/token", Access::Public, token)
        .route(put, "/json", any, Body::Json, async |_: Json<Note>| "done")
        .route(put, "/nothing", any, Body::None, async || "done")
        .route(put, "/form", any, Body::Form, async |_: Form<Note>| "done")
        .route(put, "/forgetful", Access::Public, Body::Form, async || "done")
        .route(put, "/refusing", any, Body::Form, async || {
            crate::Problem::new(proofdesk_desk::code::Code::NotFound)
        })
        .route(
            put,
            "/upload",
            any,
            Body::Upload,
            async |state: axum::extract::State<crate::App>, asker: Asker| {
                require_field(&state, Some(&asker), Some("wrong")).map(|()| "done")
            },
        )
}

#[tokio::test]
async fn a_cookie_alone_does_nothing() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let me = world.member("ada", &[Permission::TicketRead], Reach::All).await;
    let csrf = get("/token").cookie(&me).of(&web).await;
    let csrf = String::from_utf8(csrf.body.to_vec()).unwrap();
    let text = r#"{"text":"a"}"#;
    let json = || post("/json").cookie(&me).json(text);
    let refused = (403, "csrf-missing".to_owned());
    assert_eq!(json().of(&web).await.problem(), refused);
    assert_eq!(json().header("x-csrf-token", "wrong").of(&web).await.problem(), refused);
    assert_eq!(post("/nothing").cookie(&me).of(&web).await.problem(), refused);
    let proven = || json().header("x-csrf-token", csrf.clone());
    assert!(proven().of(&web).await.status.is_success());
    assert!(proven().header("origin", ORIGIN).of(&web).await.status.is_success());
    // Even with the token: it may have leaked, and the browser says that another site is at work.
    assert_eq!(proven().header("origin", "https://evil.example").of(&web).await.problem(), refused);
    assert_eq!(proven().header("sec-fetch-site", "cross-site").of(&web).await.problem(), refused);
}

#[tokio::test]
async fn a_bearer_needs_no_token_and_no_origin() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let me = world.member("ada", &[Permission::TicketRead], Reach::All).await;
    let sent = post("/json").bearer(&me).header("origin", "https://evil.example");
    assert!(sent.json(r#"{"text":"a"}"#).of(&web).await.status.is_success());
    // The bearer counts when a cookie is shown beside it.
    let both = post("/nothing").bearer(&me).cookie(&me).of(&web).await;
    assert!(both.status.is_success());
}

#[tokio::test]
async fn a_form_carries_its_token_in_a_field() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let me = world.member("ada", &[Permission::TicketRead], Reach::All).await;
    let csrf = get("/token").cookie(&me).of(&web).await;
    let csrf = String::from_utf8(csrf.body.to_vec()).unwrap();
    let form = |body: String| post("/form").cookie(&me).form(body);
    assert!(form(format!("csrf={csrf}&text=a")).of(&web).await.status.is_success());
    assert_eq!(form("text=a".to_owned()).of(&web).await.problem(), (403, "csrf-missing".into()));
    assert_eq!(
        form("csrf=x&text=a".to_owned()).of(&web).await.problem(),
        (403, "csrf-missing".into())
    );
    let unknown = form(format!("csrf={csrf}&text=a&other=b")).of(&web).await;
    assert_eq!(unknown.problem(), (422, "field-unknown".into()));
    let damaged = form(format!("csrf={csrf}&text=caf%E9")).of(&web).await;
    assert_eq!(damaged.problem(), (422, "text-not-utf8".into()));
    let named = damaged.json().pointer("/errors/0/field").cloned();
    assert_eq!(named, Some("text".into()));
    let damaged = form("csrf=x&text=caf%E9".to_owned()).of(&web).await;
    assert_eq!(damaged.problem(), (403, "csrf-missing".into()));
    let told = post("/upload").cookie(&me).of(&web).await;
    assert_eq!(told.problem(), (403, "csrf-missing".into()));
}

#[tokio::test]
async fn a_form_route_that_forgets_the_field_does_not_pass_for_working() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let me = world.member("ada", &[Permission::TicketRead], Reach::All).await;
    assert_eq!(post("/forgetful").cookie(&me).of(&web).await.problem(), (500, "internal".into()));
    // Nothing can be forged where there is no cookie, and nothing happened where it was refused.
    assert!(post("/forgetful").of(&web).await.status.is_success());
    assert!(post("/forgetful").bearer(&me).of(&web).await.status.is_success());
    assert_eq!(post("/refusing").cookie(&me).of(&web).await.problem(), (404, "not-found".into()));
}
