//! `/api/v1/sealed-input`: how long what came in lies here unread, what does now, and what becomes of it.

use std::path::Path;
use std::time::Duration;

use proofdesk_testkit::TestApp;
use serde_json::{Value, json};

const PATH: &str = "/api/v1/sealed-input";

async fn read(app: &TestApp) -> Value {
    app.admin.get(PATH).send().await.expect(200).json()
}

/// What lies here of a kind.
fn kind<'a>(policy: &'a Value, kind: &str) -> &'a Value {
    let lying = policy["lying"].as_array().expect("kinds");
    lying.iter().find(|one| one["kind"] == kind).unwrap_or_else(|| panic!("no {kind}: {policy}"))
}

/// How many files lie in a folder and below.
fn files(folder: &Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    let below = |path: &Path| if path.is_dir() { files(path) } else { 1 };
    entries.filter_map(Result::ok).map(|entry| below(&entry.path())).sum()
}

/// An event that could not be handled, as the exchange sent it.
async fn failed(app: &TestApp) -> Value {
    let tier = json!({
        "id": "ev-1", "seq": 1, "kind": "tier_changed", "account": "grace",
        "occurred_at": app.clock.now().to_string(), "data": { "from": 0, "to": 1 },
    });
    let body = json!({ "events": [tier] });
    app.exchange.tell(&app.anonymous(), app.clock.now(), &body).await.expect(202);
    let fail = async |tx: &proofdesk_store::Tx<'_>| -> proofdesk_desk::Result<()> {
        tx.exec("update exchange_event set state = 'failed' where seq = 1", &[]).await?;
        tx.exec("update exchange_stream set head = 1", &[]).await?;
        Ok(())
    };
    app.desk().db().write(fail).await.expect("a failed event");
    body
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_old_by_a_new_policy_goes_at_once() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let before = files(&app.config().blobs_path());
        let new = json!({ "file_name": "recording.bin", "length": 100 });
        let upload = grace.post("/api/v1/uploads").json(&new).send().await.expect(201).json();
        let place = format!("/api/v1/uploads/{}", upload["id"].as_str().expect("an id"));
        let piece = grace.patch(&place).header("upload-offset", "0");
        piece.bytes("application/offset+octet-stream", vec![7; 50]).send().await.expect(200);
        let file = grace.post("/api/v1/attachments").header("x-file-name", "a.txt");
        file.bytes("text/plain", "nobody reads it").send().await.expect(201);
        let sent = failed(&app).await;

        let policy = app.admin.get(PATH).send().await.expect(200);
        assert_eq!(policy.version(), 1);
        let policy = policy.json();
        assert_eq!((&policy["input_hours"], &policy["file_hours"]), (&json!(72), &json!(168)));
        for one in ["upload", "file", "event_failed"] {
            assert_eq!(kind(&policy, one)["count"], 1, "{one}");
        }
        assert_eq!(
            kind(&policy, "event_waiting"),
            &json!({ "kind": "event_waiting", "count": 0, "oldest_at": null, "goes_at": null })
        );
        app.clock.advance(Duration::from_secs(3600));
        app.recur().await;
        assert_eq!(read(&app).await["lying"], policy["lying"], "nothing is an hour old too early");

        let patch = |version: i64, body: Value| app.admin.patch(PATH).if_match(version).json(&body);
        patch(1, json!({ "input_hours": 73 })).send().await.refused("field-invalid").expect(422);
        app.admin.patch(PATH).json(&json!({})).send().await.refused("version-required");
        patch(1, json!({ "input_hours": 1 })).send().await.expect(200);
        patch(1, json!({ "input_hours": 2 })).send().await.refused("version-conflict").expect(412);
        app.step().await;
        let policy = read(&app).await;
        assert_eq!(kind(&policy, "upload")["count"], 0);
        assert_eq!(kind(&policy, "event_failed")["count"], 0);
        assert_eq!(kind(&policy, "file")["count"], 1, "files have a time of their own");
        grace.get(&place).send().await.refused("not-found");
        patch(2, json!({ "file_hours": 1 })).send().await.expect(200);
        app.step().await;
        assert_eq!(kind(&read(&app).await, "file")["count"], 0);
        assert_eq!(files(&app.config().blobs_path()), before, "the bytes are gone too");

        // An event of which nothing is left says so, until the exchange sends it once more.
        let events = app.admin.get("/api/v1/exchange/events").send().await.expect(200).json();
        assert_eq!(events["items"][0]["is_sealed"], false);
        let id = events["items"][0]["id"].as_str().expect("an id").to_owned();
        let again = format!("/api/v1/exchange/events/{id}/handling");
        app.admin.post(&again).send().await.refused("input-gone").expect(410);
        app.exchange.tell(&app.anonymous(), app.clock.now(), &sent).await.expect(202);
        let waits = app.admin.post(&again).send().await.expect(200).json();
        assert_eq!((&waits["state"], &waits["is_sealed"]), (&json!("waiting"), &json!(true)));
        app.step().await;
        let events = app.admin.get("/api/v1/exchange/events").send().await.expect(200).json();
        assert_eq!(events["items"][0]["state"], "handled");

        let audit = async |kind: &str| -> Vec<Value> {
            let path = format!("/api/v1/audit/events?kind={kind}");
            let page = app.admin.get(&path).send().await.expect(200).json();
            page["items"].as_array().expect("events").clone()
        };
        assert_eq!(audit("sealed_input.retention_set").await.len(), 2);
        assert_eq!(audit("sealed_input.destroyed").await.len(), 3, "an upload, an event, a file");
    }
}
