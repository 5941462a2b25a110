//! A seed phrase typed into whatever takes a text cannot be found afterwards in any byte of the data folder.

use std::path::Path;

use proofdesk_store::Engine;
use proofdesk_store::testing::Cluster;
use proofdesk_testkit::{Answer, Client, Setup, TestApp, until};
use serde_json::{Value, json};

const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";
/// A word of it that stands nowhere else.
const TRACE: &[u8] = b"sausage";

/// A word that was typed where it may rest: it shows that the search finds what is there.
const KEPT: &[u8] = b"quokka";

/// Files of a folder that hold the trace of the phrase.
fn traces(folder: &Path) -> Vec<String> {
    files_with(folder, TRACE)
}

/// Files of a folder that hold a word, in whatever case.
fn files_with(folder: &Path, word: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_with(&path, word));
        } else if std::fs::read(&path)
            // A file that is gone by now rests no more.
            .unwrap_or_default()
            .windows(word.len())
            .any(|window| window.eq_ignore_ascii_case(word))
        {
            found.push(path.display().to_string());
        }
    }
    found
}

async fn send(client: &Client, method: &str, path: &str, body: &Value) -> Answer {
    let call = client.call(method.parse().expect("a method"), path);
    call.header("user-agent", PHRASE).json(body).send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seed_phrase_typed_anywhere_rests_nowhere() {
    let mut app = Setup::on(Engine::Sqlite).searching().start().await;
    type_everywhere(&app).await;
    until("the words are in the index", async || app.is_indexed().await).await;
    // With the write-ahead log still there, and after the last of it has moved into the file.
    assert_ne!(files_with(app.folder(), KEPT), Vec::<String>::new());
    assert_eq!(traces(app.folder()), Vec::<String>::new());
    app.stop().await;
    assert_ne!(files_with(app.folder(), KEPT), Vec::<String>::new());
    assert_eq!(traces(app.folder()), Vec::<String>::new());
}

/// The same in every byte of a PostgreSQL server of its own: tables, its log of changes, its log of what it says.
#[tokio::test(flavor = "multi_thread")]
async fn a_seed_phrase_typed_anywhere_rests_nowhere_on_postgres() {
    let cluster = Cluster::start().expect("a server of its own");
    let url = cluster.url();
    let setup = Setup::on(Engine::Postgres).config(|config| config.database.url = Some(url));
    let mut app = setup.start().await;
    type_everywhere(&app).await;
    assert_ne!(files_with(cluster.data(), KEPT), Vec::<String>::new());
    assert_eq!(traces(cluster.data()), Vec::<String>::new());
    assert_eq!(traces(app.folder()), Vec::<String>::new());
    app.stop().await;
    cluster.stop_immediate().expect("it stops");
    assert_eq!(traces(cluster.data()), Vec::<String>::new());
}

/// Types the phrase into everything that takes a text.
async fn type_everywhere(app: &TestApp) {
    let grace = app.customer("grace").await;
    let number = app.ticket(&grace, "Deposit").await.to_string();
    let ticket = format!("/api/v1/tickets/{number}");
    let typed = format!("it is {PHRASE}");

    let opened = json!({ "category": "other", "subject": PHRASE, "body": typed });
    let opened = send(&grace, "POST", "/api/v1/tickets", &opened).await.expect(201).json();
    let own = grace.get(&format!("/api/v1/tickets/{}", opened["id"].as_str().expect("an id")));
    assert_eq!(own.send().await.expect(200).json()["subject"], "⟦seed-phrase⟧");
    let upload = grace.post("/api/v1/attachments").header("x-file-name", "words.txt");
    let file = upload.bytes("text/plain", format!("For later:\n{PHRASE}\n")).send().await;
    let file = file.expect(201).json();
    assert_eq!(file["masked"], json!(["seed-phrase"]));
    let upload =
        grace.post("/api/v1/attachments").header("x-file-name", &PHRASE.replace(' ', "%20"));
    upload.bytes("text/plain", "nothing").send().await.expect(201);
    let message = json!({ "body": "see file", "attachment_ids": [file["id"]] });
    send(&grace, "POST", &format!("{ticket}/messages"), &message).await.expect(201);
    let kept = grace.get(&format!("/api/v1/attachments/{}", file["id"].as_str().expect("an id")));
    assert_eq!(kept.send().await.expect(200).text(), "For later:\n⟦seed-phrase⟧\n");
    // A key in a file is as stolen as one in a message.
    assert_eq!(app.admin.get(&ticket).send().await.expect(200).json()["risk"], "suspected_theft");

    let answers = json!({
        "category": "api-error", "subject": "s", "body": "b",
        "answers": { "request": typed, "response": typed, "library": PHRASE },
    });
    send(&grace, "POST", "/api/v1/tickets", &answers).await.expect(201);
    send(
        &grace,
        "PUT",
        &format!("{ticket}/answers"),
        &json!({ "answers": { "screenshot": PHRASE } }),
    )
    .await
    .expect(200);
    send(&grace, "POST", &format!("{ticket}/escalations"), &json!({ "reason": typed }))
        .await
        .expect(201);
    let own = json!({ "lang": "en", "label": PHRASE, "why": PHRASE, "choices": [] });
    let question = json!({ "key": "new", "kind": "text", "need": "helpful", "own": [own] });
    let form = format!("/api/v1/brands/{}/categories/fees/form", app.brand_id);
    let changed = app.admin.put(&form).if_match(0).json(&json!({ "questions": [question] }));
    changed.send().await.expect(200);
    let view = json!({ "name": PHRASE, "filter": "is:open", "audience": "own" });
    send(&app.admin, "POST", "/api/v1/views", &view).await.expect(201);
    let view =
        json!({ "name": "v", "filter": format!("evidence:\"{PHRASE}\""), "audience": "own" });
    send(&app.admin, "POST", "/api/v1/views", &view).await;
    let hook = json!({ "name": PHRASE, "url": "https://hooks.example.com/x", "kinds": ["*"] });
    let exchange_key = json!({
        "brand_id": app.brand_id, "kid": "k", "audience": PHRASE, "material": { "HS256": null },
    });
    let names = json!([{ "lang": "en", "name": PHRASE }]);
    let category = json!({ "slug": "typed", "names": names });
    let status = json!({ "key": "typed", "category": "open", "names": names });
    let by_staff = [
        ("POST", format!("{ticket}/messages"), json!({ "body": typed, "visibility": "internal" })),
        ("POST", format!("{ticket}/messages"), json!({ "body": typed })),
        ("POST", format!("{ticket}/evidence"), json!({ "text": format!("{PHRASE} 0.5 BTC") })),
        ("POST", "/api/v1/text-checks".to_owned(), json!({ "text": typed })),
        ("POST", "/api/v1/teams".to_owned(), json!({ "name": PHRASE })),
        ("POST", "/api/v1/roles".to_owned(), json!({ "name": PHRASE })),
        ("POST", "/api/v1/skills".to_owned(), json!({ "name": PHRASE, "kind": "topic" })),
        ("POST", "/api/v1/staff".to_owned(), json!({ "email": "x@example.com", "name": PHRASE })),
        ("POST", format!("/api/v1/brands/{}/categories", app.brand_id), category),
        ("POST", "/api/v1/statuses".to_owned(), status),
        ("POST", "/api/v1/webhooks".to_owned(), hook),
        ("POST", "/api/v1/exchange-keys".to_owned(), exchange_key),
        ("PUT", format!("{ticket}/tags/{}", PHRASE.replace(' ', "%20")), Value::Null),
        ("PATCH", "/api/v1/me".to_owned(), json!({ "name": PHRASE })),
        ("POST", "/api/v1/nowhere".to_owned(), json!({ "name": PHRASE })),
        ("POST", "/api/v1/tickets".to_owned(), json!({ "sausage": PHRASE })),
    ];
    let mut accepted = 0;
    for (method, path, body) in &by_staff {
        accepted += u32::from(send(&app.admin, method, path, body).await.status < 300);
    }
    assert!(accepted >= 10, "only {accepted} of these were taken at all");
    for query in [format!("tag={PHRASE}"), format!("evidence={PHRASE}"), format!("cursor={PHRASE}")]
    {
        app.admin.get(&format!("/api/v1/tickets?{}", query.replace(' ', "%20"))).send().await;
    }
    let anonymous = app.anonymous();
    let sign_in = json!({ "email": "a@example.com", "password": PHRASE });
    send(&anonymous, "POST", "/api/v1/session", &sign_in).await;
    let check = json!({ "text": typed });
    let checked = send(&anonymous, "POST", "/api/v1/text-checks", &check).await.expect(200).json();
    assert_eq!(checked["secrets"][0]["kind"], "seed-phrase", "{checked}");
    let kept = json!({ "body": String::from_utf8_lossy(KEPT) });
    send(&grace, "POST", &format!("{ticket}/messages"), &kept).await.expect(201);
    app.step().await;
    app.recur().await;
}

/// An operator has everything read again: the walk is seen from its start to its end, and says what it did.
#[tokio::test(flavor = "multi_thread")]
async fn stored_texts_are_read_again_on_demand() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let number = app.ticket(&grace, "Deposit").await.to_string();
        let path = format!("/api/v1/tickets/{number}/messages");
        send(&grace, "POST", &path, &json!({ "body": "Still nothing." })).await.expect(201);
        let walks = || async {
            app.admin.get("/api/v1/guard-rescans").send().await.expect(200).json()["items"].clone()
        };
        let first = walks().await;
        // A new desk has nothing to read: whatever comes is read by today's rules as it comes.
        assert_eq!(first.as_array().map(Vec::len), Some(1));
        assert_eq!((&first[0]["looked"], &first[0]["masked"]), (&json!(0), &json!(0)));
        assert!(first[0]["finished_at"].is_string());
        app.recur().await;
        assert_eq!(walks().await, first, "by the same rules nothing is due");

        let begun = send(&app.admin, "POST", "/api/v1/guard-rescans", &Value::Null).await;
        let begun = begun.expect(202).json();
        assert_eq!((&begun["stage"], &begun["finished_at"]), (&json!("messages"), &Value::Null));
        app.step().await;
        let done = walks().await;
        let done = done.as_array().expect("walks").iter().find(|walk| walk["id"] == begun["id"]);
        let done = done.expect("the walk");
        // What was written here, and the names that everything had before.
        assert!(done["looked"].as_i64() > Some(4), "{done}");
        assert_eq!(&done["masked"], &json!(0));
        assert!(done["finished_at"].is_string());
        let refused = send(&grace, "POST", "/api/v1/guard-rescans", &Value::Null).await;
        assert!(refused.status == 403 || refused.status == 404, "{}", refused.status);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_cannot_ask_for_a_secret() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let number = app.ticket(&grace, "Deposit").await.to_string();
    let path = format!("/api/v1/tickets/{number}/messages");
    let ask = json!({ "body": "Please send us your seed phrase so that we can check." });
    let refused = send(&app.admin, "POST", &path, &ask).await.refused("asks-for-secret");
    assert_eq!(refused.fields(), [("body".to_owned(), "asks-for-secret".to_owned())]);
    let warn = json!({ "body": "Never share your seed phrase with anybody, not even with us." });
    send(&app.admin, "POST", &path, &warn).await.expect(201);
    // What the customer writes is theirs, and a note stays among us.
    send(&grace, "POST", &path, &ask).await.expect(201);
    let note = json!({ "body": "Please send us your seed phrase: scammers say so.", "visibility": "internal" });
    send(&app.admin, "POST", &path, &note).await.expect(201);
}
