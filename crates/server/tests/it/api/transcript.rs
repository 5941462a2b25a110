//! Transcripts: taken by their customer and by staff, verified by the command without a desk.

use std::path::Path;
use std::process::{Command, Output};

use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Customer, NewMember, TestApp, until};
use serde_json::{Value, json};

const BINARY: &str = env!("CARGO_BIN_EXE_proofdesk");

/// A ticket with an answer and a note, and a checkpoint over them.
async fn answered(app: &TestApp) -> (Customer, String) {
    let grace = app.customer("grace").await;
    let number = app.ticket_with(&grace, "Where is it?", "I sent 250 USDT.").await.to_string();
    let messages = format!("/api/v1/tickets/{number}/messages");
    for (body, visibility) in [("It has arrived.", "public"), ("Smells of fraud", "internal")] {
        let message = json!({ "body": body, "visibility": visibility });
        app.admin.post(&messages).json(&message).send().await.expect(201);
    }
    until("the events are numbered", async || app.is_numbered().await).await;
    app.recur().await;
    (grace, number)
}

async fn key(app: &TestApp) -> String {
    let keys = app.anonymous().get("/api/v1/transcript-keys").send().await.expect(200).json();
    keys["items"][0]["verifier_key"].as_str().expect("a key").to_owned()
}

fn verify(file: &Path, key: Option<&str>) -> Output {
    let mut command = Command::new(BINARY);
    command.args(["transcript", "verify", "--json"]).arg(file);
    if let Some(key) = key {
        command.args(["--key", key]);
    }
    command.output().expect("the binary runs")
}

fn report(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("a report")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_takes_their_conversation_and_anybody_verifies_it() {
    for app in TestApp::both().await {
        let (grace, number) = answered(&app).await;
        let key = key(&app).await;
        let folder = tempfile::tempdir().expect("a folder");
        for (path, kind) in [("transcript", "json"), ("transcript.html?lang=ar", "html")] {
            let path = format!("/api/v1/me/tickets/{number}/{path}");
            let taken = grace.get(&path).send().await.expect(200);
            let saved = taken.header("content-disposition");
            assert!(saved.starts_with("attachment") && saved.contains(&number), "{saved}");
            let text = taken.text();
            assert!(text.contains("It has arrived.") && !text.contains("fraud"), "{text}");
            let file = folder.path().join(kind);
            std::fs::write(&file, &text).expect("a file");
            let genuine = verify(&file, Some(&key));
            assert!(genuine.status.success(), "{kind}: {genuine:?}");
            let told = report(&genuine);
            assert_eq!((&told["verdict"], &told["messages"]), (&json!("genuine"), &json!(2)));
            assert_eq!(told["proven"], told["entries"], "{told}");
            // Nobody vouches for a key that came in the file itself.
            let alone = verify(&file, None);
            assert_eq!(report(&alone)["verdict"], "key-unknown");
            assert_eq!(alone.status.code(), Some(1));
            std::fs::write(&file, text.replace("It has arrived.", "It is lost.")).expect("a file");
            let changed = verify(&file, Some(&key));
            assert_eq!(changed.status.code(), Some(1));
            let told = report(&changed);
            assert_eq!(told["verdict"], "changed");
            let places: Vec<&str> = told["findings"]
                .as_array()
                .expect("findings")
                .iter()
                .filter_map(|finding| finding["place"].as_str())
                .collect();
            assert!(places.iter().any(|place| place.ends_with("/message/body/source")), "{told}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_take_what_the_customer_sees_and_the_customer_is_told() {
    let app = TestApp::sqlite().await;
    let (grace, number) = answered(&app).await;
    let path = format!("/api/v1/tickets/{number}/transcripts");
    let reason = json!({ "reason": "Asked for by the regulator" });
    let mina = app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id)).await;
    mina.post(&path).json(&reason).send().await.refused("no-permission").expect(403);
    app.admin.post(&path).json(&json!({ "reason": " " })).send().await.expect(422);
    let taken = app.admin.post(&path).json(&reason).send().await.expect(201).text();
    assert!(taken.contains("It has arrived.") && !taken.contains("fraud"), "{taken}");
    // The same to be read, in a language that was asked for.
    let read = json!({ "reason": "For the auditor", "format": "html", "lang": "ja" });
    let page = app.admin.post(&path).json(&read).send().await.expect(201);
    assert!(page.header("content-type").starts_with("text/html"));
    assert!(page.header("content-disposition").contains(&format!("{number}.html")));
    let page = page.text();
    assert!(page.contains("lang=\"ja\"") && page.contains("It has arrived."), "{page}");
    assert!(!page.contains("fraud"));
    let odd = json!({ "reason": "x", "format": "pdf" });
    app.admin.post(&path).json(&odd).send().await.expect(422);
    let looks = grace.get("/looks").header("accept", "text/html").send().await.expect(200).text();
    assert!(looks.contains(&number) && looks.contains("Asked for by the regulator"), "{looks}");
}

#[tokio::test(flavor = "multi_thread")]
async fn parts_that_do_not_exist_are_not_found() {
    let app = TestApp::sqlite().await;
    let (grace, number) = answered(&app).await;
    let path = format!("/api/v1/me/tickets/{number}/transcript");
    for (query, status) in [("part=1", 200), ("part=2", 404), ("part=0", 404), ("part=x", 422)] {
        grace.get(&format!("{path}?{query}")).send().await.expect(status);
    }
    let other = app.customer("mallory").await;
    other.get(&path).send().await.refused("not-found").expect(404);
}

/// The example of the manual is genuine, whatever becomes of our own writer.
#[test]
fn the_example_in_the_manual_is_genuine() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let page = std::fs::read_to_string(docs.join("transcript-format.md")).expect("the page");
    let key = page.rsplit("```").nth(1).expect("the key").trim();
    for name in ["transcript-example.json", "transcript-example.html"] {
        let output = verify(&docs.join(name), Some(key));
        assert!(output.status.success(), "{name}: {output:?}");
    }
}
