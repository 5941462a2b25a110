#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use axum::extract::State;
use axum::http::{Method, StatusCode};
use proofdesk_desk::code::Code;
use proofdesk_desk::{Cx, Error};
use proofdesk_store::params;
use serde::{Deserialize, Serialize};

use super::{Ask, post};
use crate::idempotency::Answer;
use crate::testing::{Person, World};
use crate::{Access, App, Asker, Body, Form, IdempotencyKey, Idempotent, Result, Routes};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NoteIn {
    text: String,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct NoteOut {
    id: String,
    text: String,
    version: i64,
}

/// A verb whose every run leaves a row and answers another id.
async fn note(app: &App, cx: Cx, key: IdempotencyKey, text: String) -> Result<Answer> {
    key.write(app, cx, StatusCode::CREATED, async move |tx, cx| {
        let id = format!("{:x}", u64::from_be_bytes(cx.bytes()));
        tx.exec(NOTE, params![id, cx.now.micros()]).await?;
        Ok(NoteOut { id, text: text.clone(), version: 3 })
    })
    .await
}

async fn create(State(app): State<App>, cx: Cx, once: Idempotent<NoteIn>) -> Result<Answer> {
    note(&app, cx, once.key, once.input.text).await
}

async fn nudge(State(app): State<App>, cx: Cx, key: IdempotencyKey) -> Result<Answer> {
    note(&app, cx, key, String::new()).await
}

/// Writes down what was shown, and refuses all but one.
async fn prove(State(app): State<App>, cx: Cx, once: Idempotent<NoteIn>) -> Result<Answer> {
    let text = once.input.text;
    once.key
        .judged(&app, cx, StatusCode::NO_CONTENT, async move |tx, cx| {
            let id = format!("{:x}", u64::from_be_bytes(cx.bytes()));
            tx.exec(NOTE, params![id, cx.now.micros()]).await?;
            Ok(if text == "right" { Ok(()) } else { Err(Error::refused(Code::SecondFactorWrong)) })
        })
        .await
}

async fn forget(crate::Json(input): crate::Json<NoteIn>) -> String {
    input.text
}

async fn press(
    State(app): State<App>,
    asker: Asker,
    cx: Cx,
    Form(input): Form<NoteIn>,
) -> Result<Answer> {
    let key = IdempotencyKey::of_form(&asker, "/press", "abc", &[&input.text]);
    note(&app, cx, key, input.text).await
}

// Any table will do that a test can count in.
const NOTE: &str = "insert into idempotency (principal, key, request_digest, status, response, created_at) \
    values ('note', $1, '', 0, '', $2)";
const NOTES: &str = "select count(*) from idempotency where principal = 'note'";
const STORED: &str = "select response from idempotency where principal <> 'note'";

fn routes() -> Routes {
    Routes::new()
        .route(&Method::POST, "/notes", Access::Public, Body::Json, create)
        .route(&Method::POST, "/other", Access::Public, Body::Json, create)
        .route(&Method::POST, "/press", Access::AnySession, Body::Form, press)
        .route(&Method::POST, "/secrets", Access::AnySession, Body::Json, create)
        .shown_once()
        .route(&Method::POST, "/checks", Access::AnySession, Body::Json, create)
        .without_key("For a test.")
        .route(&Method::POST, "/proofs", Access::AnySession, Body::Json, prove)
        .route(&Method::POST, "/nudges/{id}", Access::AnySession, Body::None, nudge)
        .route(&Method::POST, "/forgetful", Access::AnySession, Body::Json, forget)
        .route(&Method::POST, "/files", Access::AnySession, Body::Stream, async || "stored")
}

async fn notes(world: &World) -> i64 {
    let counted = world.read(async |rx| Ok(rx.query_one::<(i64,)>(NOTES, &[]).await?.0));
    counted.await.unwrap()
}

fn keyed(path: &str, who: &Person, text: &str) -> Ask {
    let body = serde_json::json!({ "text": text }).to_string();
    post(path).bearer(who).header("idempotency-key", "k1").json(body)
}

#[tokio::test]
async fn the_same_request_twice_is_one_act() {
    for world in World::both().await {
        let web = world.web(routes());
        let me = world.customer("mei").await;
        let first = keyed("/notes", &me, "a").of(&web).await;
        let second = keyed("/notes", &me, "a").of(&web).await;
        assert_eq!((first.status.as_u16(), second.status.as_u16()), (201, 201));
        assert_eq!(first.body, second.body);
        assert_eq!((first.header("etag"), second.header("etag")), ("\"3\"", "\"3\""));
        assert_eq!(first.header("idempotency-replayed"), "");
        assert_eq!(second.header("idempotency-replayed"), "true");
        assert_eq!(notes(&world).await, 1);
        // Without a key, or for another person, each is an act of its own.
        let other = world.customer("ben").await;
        assert_ne!(keyed("/notes", &other, "a").of(&web).await.body, first.body);
        post("/notes").bearer(&me).json(r#"{"text":"a"}"#).of(&web).await;
        assert_eq!(notes(&world).await, 3);
    }
}

#[tokio::test]
async fn a_key_is_for_one_request() {
    for world in World::both().await {
        let web = world.web(routes());
        let me = world.customer("mei").await;
        assert_eq!(keyed("/notes", &me, "a").of(&web).await.status.as_u16(), 201);
        let mismatch = (422, "idempotency-mismatch".to_owned());
        assert_eq!(keyed("/notes", &me, "b").of(&web).await.problem(), mismatch);
        assert_eq!(keyed("/other", &me, "a").of(&web).await.problem(), mismatch);
        for odd in ["", " ", "a b", &"x".repeat(201)] {
            let told =
                post("/notes").bearer(&me).header("idempotency-key", odd).json(r#"{"text":"a"}"#);
            assert_eq!(told.of(&web).await.problem(), (422, "field-invalid".into()), "{odd:?}");
        }
        // After a day the key is free again.
        world.wait(proofdesk_desk::limits::IDEMPOTENCY_AGE);
        assert_eq!(keyed("/notes", &me, "b").of(&web).await.status.as_u16(), 201);
    }
}

#[tokio::test]
async fn many_at_once_with_one_key_are_one_act() {
    for world in World::both().await {
        let web = world.web(routes());
        let me = world.customer("mei").await;
        let all = (0..16).map(|_| keyed("/notes", &me, "a").of(&web));
        let told = futures_util::future::join_all(all).await;
        let first = &told[0].body;
        assert!(told.iter().all(|t| t.status.as_u16() == 201 && t.body == *first), "{told:?}");
        assert_eq!(notes(&world).await, 1, "{:?}", world.db.engine());
    }
}

/// One visitor could ask for another's answer; so nobody's key is no key, and says so.
#[tokio::test]
async fn a_key_of_nobody_is_refused() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let anonymous = || post("/notes").json(r#"{"text":"a"}"#);
    assert_eq!(anonymous().of(&web).await.status.as_u16(), 201);
    let told = anonymous().header("idempotency-key", "k1").of(&web).await;
    assert_eq!(told.problem(), (422, "idempotency-refused".into()));
    assert_eq!(notes(&world).await, 1);
}

#[tokio::test]
async fn an_answer_shown_once_is_not_kept_and_not_done_again() {
    for world in World::both().await {
        let web = world.web(routes());
        let me = world.customer("mei").await;
        assert_eq!(keyed("/secrets", &me, "a").of(&web).await.status.as_u16(), 201);
        let again = keyed("/secrets", &me, "a").of(&web).await;
        assert_eq!(again.problem(), (409, "answer-shown-once".into()));
        let other = keyed("/secrets", &me, "b").of(&web).await;
        assert_eq!(other.problem(), (422, "idempotency-mismatch".into()));
        assert_eq!(notes(&world).await, 1);
        let stored = world.read(async |rx| Ok(rx.query_one::<(String,)>(STORED, &[]).await?.0));
        assert_eq!(stored.await.unwrap(), "");
    }
}

/// A wrong code is counted, which is written down, and is no act all the same: the right one may come under the same key.
#[tokio::test]
async fn a_refusal_that_is_written_down_leaves_the_key_free() {
    for world in World::both().await {
        let web = world.web(routes());
        let me = world.customer("mei").await;
        let wrong = (401, "second-factor-wrong".to_owned());
        assert_eq!(keyed("/proofs", &me, "wrong").of(&web).await.problem(), wrong);
        assert_eq!(keyed("/proofs", &me, "wrong").of(&web).await.problem(), wrong);
        assert_eq!(notes(&world).await, 2, "both are counted");
        let done = keyed("/proofs", &me, "right").of(&web).await;
        assert_eq!((done.status.as_u16(), done.body.len()), (204, 0));
        let again = keyed("/proofs", &me, "right").of(&web).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (204, 0));
        assert_eq!(again.header("idempotency-replayed"), "true");
        assert_eq!(notes(&world).await, 3);
    }
}

#[tokio::test]
async fn a_key_has_no_effect_where_the_table_says_so_and_is_never_ignored_elsewhere() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let me = world.customer("mei").await;
    for _ in 0..2 {
        let told = keyed("/checks", &me, "a").of(&web).await;
        assert_eq!((told.status.as_u16(), told.header("idempotency-replayed")), (201, ""));
    }
    // The handler forgot the key: that is told as the bug it is, and without a key nobody is harmed.
    let forgot = keyed("/forgetful", &me, "a").of(&web).await;
    assert_eq!(forgot.problem(), (500, "internal".into()));
    let without = post("/forgetful").bearer(&me).json(r#"{"text":"a"}"#).of(&web).await;
    assert_eq!(without.status.as_u16(), 200);
    // Bytes that come again are stored again.
    let file = post("/files").bearer(&me).header("idempotency-key", "k1").of(&web).await;
    assert_eq!(file.problem(), (422, "idempotency-refused".into()));
    assert_eq!(post("/files").bearer(&me).of(&web).await.status.as_u16(), 200);
}

#[tokio::test]
async fn a_key_without_a_body_is_bound_to_its_route() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let me = world.customer("mei").await;
    let nudge = |path: &str| post(path).bearer(&me).header("idempotency-key", "k1").of(&web);
    let (one, two) = (nudge("/nudges/1").await, nudge("/nudges/1").await);
    assert_eq!((one.status.as_u16(), &one.body), (201, &two.body));
    assert_eq!(two.header("idempotency-replayed"), "true");
    assert_eq!(nudge("/nudges/2").await.problem(), (422, "idempotency-mismatch".into()));
}

#[tokio::test]
async fn a_stored_answer_rests_sealed() {
    for world in World::both().await {
        let web = world.web(routes());
        let me = world.customer("mei").await;
        keyed("/notes", &me, "my very own words").of(&web).await;
        let stored = world.read(async |rx| Ok(rx.query_one::<(String,)>(STORED, &[]).await?.0));
        let stored = stored.await.unwrap();
        assert!(!stored.is_empty() && !stored.contains("words"));
        // What was sealed for another place, or changed, is a failure that is told, never an answer.
        let spoil = "update idempotency set response = 'AAAA' where principal <> 'note'";
        let spoilt =
            world.write(me.viewer.clone(), async move |tx, _| Ok(tx.exec(spoil, &[]).await?));
        assert_eq!(spoilt.await.unwrap(), 1);
        let told = keyed("/notes", &me, "my very own words").of(&web).await;
        assert_eq!(told.problem(), (500, "internal".into()));
    }
}

#[tokio::test]
async fn the_same_press_twice_is_one_act_and_another_text_is_another() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let me = world.customer("mei").await;
    let press = |text: &str| post("/press").bearer(&me).form(format!("text={text}")).of(&web);
    let (one, two, three) = (press("a").await, press("a").await, press("b").await);
    assert_eq!(one.body, two.body);
    assert_ne!(one.body, three.body);
    assert_eq!(notes(&world).await, 2);
}
