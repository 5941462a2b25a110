#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use axum::extract::State;
use axum::http::{Method, StatusCode};
use proofdesk_desk::Cx;
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

#[tokio::test]
async fn nobody_replays_what_a_stranger_was_answered() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let anonymous = || post("/notes").header("idempotency-key", "k1").json(r#"{"text":"a"}"#);
    let (one, two) = (anonymous().of(&web).await, anonymous().of(&web).await);
    assert_eq!(one.status.as_u16(), 201);
    assert_ne!(one.body, two.body);
    assert_eq!(two.header("idempotency-replayed"), "");
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
