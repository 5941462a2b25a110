//! A customer is erased while the desk runs, and killed in the middle of it. Afterwards nothing that they wrote or were
//! is in any byte of the data folder: rows, free pages, write-ahead log, files, indexes. A backup that was made before is erased again.

use std::path::Path;

use proofdesk_desk::log::ledger;
use proofdesk_desk::log::verify::{verify_live, verify_state};
use proofdesk_store::Engine;
use proofdesk_testkit::{Customer, Setup, TestApp, until};
use serde_json::{Value, json};

/// Words that stand nowhere else.
const SENTENCE: &str = "my aunt Petronella sent the coins";
const TRACES: [&str; 3] = ["petronella", "zebedee", "passport-of-z"];
/// A word of somebody else, who stays.
const KEPT: &str = "quokka";

/// Files of a folder that hold one of the words, in whatever case.
fn files_with(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_with(&path, words));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap_or_default();
        for word in words {
            if bytes.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
            {
                found.push(format!("{word} in {}", path.display()));
            }
        }
    }
    found
}

async fn write_everywhere(app: &TestApp, zebedee: &Customer) {
    for subject in ["Petronella waits", "Once more for Petronella"] {
        let id = app.ticket_with(zebedee, subject, SENTENCE).await;
        let upload = zebedee.post("/api/v1/attachments").header("x-file-name", "passport-of-z.txt");
        let file = upload.bytes("text/plain", SENTENCE).send().await.expect(201).json();
        let body = json!({ "body": "See zebedee@example.org", "attachment_ids": [file["id"]] });
        let post = format!("/api/v1/tickets/{id}/messages");
        zebedee.post(&post).json(&body).send().await.expect(201);
        let note = json!({ "body": "Petronella again", "visibility": "internal" });
        app.admin.post(&post).json(&note).send().await.expect(201);
        let answers = json!({ "answers": { "screenshot": SENTENCE } });
        zebedee.put(&format!("/api/v1/tickets/{id}/answers")).json(&answers).send().await;
        app.admin
            .put(&format!("/api/v1/tickets/{id}/read-mark"))
            .json(&json!({ "seq": 1 }))
            .send()
            .await;
    }
    let loose = zebedee.post("/api/v1/attachments").header("x-file-name", "passport-of-z.txt");
    loose.bytes("text/plain", SENTENCE).send().await.expect(201);
    let begun = json!({ "file_name": "passport-of-z.mov", "length": 6 });
    zebedee.post("/api/v1/uploads").json(&begun).send().await.expect(201);
    let reveal = json!({ "field": "email", "reason": "Zebedee calls" });
    let path = format!("/api/v1/customers/{}/reveals", zebedee.id);
    app.admin.post(&path).json(&reveal).send().await.expect(201);
    let kept = app.customer("kept").await;
    app.ticket_with(&kept, "Another", KEPT).await;
    app.step().await;
}

async fn erased_at(app: &TestApp, customer: &Customer) -> Value {
    let path = format!("/api/v1/customers/{}", customer.id);
    app.admin.get(&path).send().await.expect(200).json()["erased_at"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_an_erased_customer_rests_anywhere() {
    let mut app = Setup::on(Engine::Sqlite).searching().start().await;
    let zebedee = app.customer("zebedee").await;
    write_everywhere(&app, &zebedee).await;
    until("the words are in the index", async || app.is_indexed().await).await;
    for trace in TRACES {
        assert_ne!(files_with(app.folder(), &[trace]), Vec::<String>::new(), "{trace}");
    }
    let backup = tempfile::tempdir().expect("a folder");
    let copy = backup.path().join("proofdesk.db");
    app.desk().db().backup(&copy).await.expect("a backup");

    let path = format!("/api/v1/customers/{}/erasure", zebedee.id);
    let reason = json!({ "reason": "Asked for it in writing" });
    app.admin.post(&path).json(&reason).send().await.expect(202);
    assert_eq!(erased_at(&app, &zebedee).await, Value::Null);
    // The worker never came to it before the end; another process goes on.
    app.restart().await;
    app.admin.client = app.admin.client.moved(app.address());
    app.step().await;
    assert!(erased_at(&app, &zebedee).await.is_string());
    until("the index is built anew", async || app.is_indexed().await).await;
    until("the old index is gone", async || files_with(app.folder(), &TRACES).is_empty()).await;
    assert_ne!(files_with(app.folder(), &[KEPT]), Vec::<String>::new(), "the search finds");
    let report = verify_live(app.desk(), &[], &mut |_| {}).await;
    let mut report = report.expect("a verification");
    verify_state(app.desk(), &mut report, &mut |_| {}).await.expect("a verification");
    assert_eq!(report.findings, []);
    let mut lines = Vec::new();
    ledger::export(app.desk(), &mut lines).await.expect("the ledger");
    app.stop().await;
    assert_eq!(files_with(app.folder(), &TRACES), Vec::<String>::new());
    restored(&copy, &app.config().keys_path(), &lines).await;
}

/// Puts the backup into a folder of its own, as an operator does, with the keys and the newer ledger.
async fn restored(copy: &Path, keys: &Path, lines: &[u8]) {
    use crate::crash::process::command;
    let new = tempfile::tempdir().expect("a folder");
    let (from, data) = (new.path().join("backup"), new.path().join("data"));
    std::fs::create_dir(&from).expect("a folder");
    std::fs::create_dir(&data).expect("a folder");
    std::fs::copy(copy, from.join("database")).expect("the database");
    std::fs::write(from.join("erasures.jsonl"), "").expect("a ledger without a line");
    let newer = new.path().join("newer.jsonl");
    std::fs::write(&newer, lines).expect("the newer ledger");
    std::fs::copy(keys, data.join("keys")).expect("the keys");
    let url = format!("sqlite:{}", data.join("proofdesk.db").display());
    let text = |path: &Path| path.to_str().expect("a path").to_owned();
    let restore = ["restore", &text(&from), "--ledger", &text(&newer)].map(str::to_owned);
    command(&data, &url, &restore.each_ref().map(String::as_str)).await;
    assert_eq!(files_with(&data, &TRACES), Vec::<String>::new());
    command(&data, &url, &["audit", "verify", "--state"]).await;
}
