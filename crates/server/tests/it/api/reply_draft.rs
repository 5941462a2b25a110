//! Replies and notes that are begun: kept for one's other devices, shown to nobody else, and gone when they are old.

use proofdesk_desk::id::PublicId;
use proofdesk_desk::limits;
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Answer, Client, Member, NewMember, TestApp};
use serde_json::{Value, json};

const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";

async fn agent(app: &TestApp, name: &str) -> Member {
    app.member(NewMember::named(name).role(Builtin::Agent).brand(app.brand_id)).await
}

fn place(id: &PublicId, kind: &str) -> String {
    format!("/api/v1/tickets/{id}/drafts/{kind}")
}

/// Keeps a text where `seen` was the last version.
async fn keep(client: &Client, at: &str, body: &str, seen: Option<i64>) -> Answer {
    let call = client.put(at).json(&json!({ "body": body }));
    match seen {
        Some(seen) => call.if_match(seen),
        None => call,
    }
    .send()
    .await
}

async fn begun(client: &Client, id: &PublicId) -> Vec<Value> {
    let answer = client.get(&format!("/api/v1/tickets/{id}/drafts")).send().await.expect(200);
    answer.json()["items"].as_array().expect("items").clone()
}

async fn upload(client: &Client) -> String {
    let call = client.post("/api/v1/attachments").header("x-file-name", "receipt.txt");
    let file = call.bytes("text/plain", "a receipt").send().await.expect(201).json();
    file["id"].as_str().expect("an id").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn another_device_goes_on_with_it_and_nobody_else_does() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let (mina, noor) = (agent(&app, "mina").await, agent(&app, "noor").await);
        let id = app.ticket(&grace, "Where is it?").await;
        let (reply, note) = (place(&id, "public"), place(&id, "internal"));
        let first = keep(&mina, &reply, "We are look ", None).await.expect(200);
        let version = first.version();
        assert_eq!(first.json()["version"], version);
        let whole = json!({
            "body": "We are looking.",
            "acts": [{ "priority": "high" }, { "tags": { "add": ["vip"], "remove": [] } }],
            "macro_ids": [], "mentions": { "staff_ids": [noor.id.to_string()], "team_ids": [] },
            "seen_until": "2026-09-13T12:26:40.000001Z",
        });
        let next = mina.put(&reply).json(&whole).if_match(version).send().await.expect(200);
        assert!(next.version() > version);
        keep(&mina, &note, "Ask the node team", None).await.expect(200);
        // As the other device reads it.
        let kept = begun(&mina, &id).await;
        let kinds: Vec<&Value> = kept.iter().map(|one| &one["visibility"]).collect();
        assert_eq!(kinds, ["public", "internal"]);
        for field in ["body", "acts", "mentions", "seen_until"] {
            assert_eq!(kept[0][field], whole[field], "{field}");
        }
        let one = mina.get(&reply).send().await.expect(200);
        assert_eq!((&one.json(), one.version()), (&kept[0], next.version()));
        let all = mina.get("/api/v1/drafts").send().await.expect(200).json();
        assert_eq!(all["items"].as_array().map(Vec::len), Some(2));
        assert_eq!(all["items"][0]["ticket"], json!(id.as_str()));
        let listed = async |client: &Client, query: &str| {
            let answer = client.get(&format!("/api/v1/tickets?{query}")).send().await;
            answer.expect(200).json()["items"].as_array().map(Vec::len)
        };
        for query in ["queue=drafts", "filter=is:draft"] {
            assert_eq!(listed(&mina.client, query).await, Some(1), "{query}");
            assert_eq!(listed(&noor.client, query).await, Some(0), "{query}");
        }
        let queues = mina.get("/api/v1/queues").send().await.expect(200).json();
        let mut counted = queues["items"].as_array().expect("queues").iter();
        let drafts = counted.find(|queue| queue["name"] == "drafts").expect("a queue");
        assert_eq!(drafts["count"], 1, "one ticket, with two drafts");
        // Nobody else, whatever they may read; and nothing of it stands in the ticket.
        for other in [&noor.client, &app.admin.client] {
            assert_eq!(begun(other, &id).await, Vec::<Value>::new());
            other.get(&reply).send().await.refused("not-found");
            let none = other.get("/api/v1/drafts").send().await.expect(200).json();
            assert_eq!(none["items"], json!([]));
        }
        grace.get(&format!("/api/v1/tickets/{id}/drafts")).send().await.refused("staff-only");
        let timeline = format!("/api/v1/tickets/{id}/timeline");
        let told = mina.get(&timeline).send().await.expect(200).text();
        assert!(!told.contains("looking") && !told.contains("node team"), "{told}");
        // Sent or thrown away, it is gone, and once more is no mistake.
        mina.delete(&reply).send().await.expect(204);
        mina.delete(&reply).send().await.expect(204);
        mina.get(&reply).send().await.refused("not-found");
        assert_eq!(begun(&mina, &id).await.len(), 1);
        app.step().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_devices_never_write_over_each_other() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let mina = agent(&app, "mina").await;
        let reply = place(&app.ticket(&grace, "Where is it?").await, "public");
        let first = keep(&mina, &reply, "One", None).await.expect(200).version();
        // The other device did not know of it.
        keep(&mina, &reply, "Two", None).await.refused("version-conflict").expect(412);
        keep(&mina, &reply, "Two", Some(0)).await.refused("version-conflict");
        let any = mina.put(&reply).header("if-match", "*").json(&json!({ "body": "Two" }));
        any.send().await.refused("version-required").expect(428);
        let second = keep(&mina, &reply, "One and two", Some(first)).await.expect(200).version();
        keep(&mina, &reply, "One and three", Some(first)).await.refused("version-conflict");
        mina.delete(&reply).if_match(first).send().await.refused("version-conflict");
        // The same once more, after an answer that was lost, is no conflict and no change.
        let again = keep(&mina, &reply, "One and two", Some(first)).await.expect(200);
        assert_eq!(again.version(), second);
        mina.delete(&reply).if_match(second).send().await.expect(204);
        // What was sent from one device is not brought back by the other.
        keep(&mina, &reply, "One and four", Some(second)).await.refused("version-conflict");
        mina.get(&reply).send().await.refused("not-found");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_looks_like_a_secret_is_masked_and_what_is_wrong_is_told() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let mina = agent(&app, "mina").await;
        let id = app.ticket(&grace, "Where is it?").await;
        let (reply, note) = (place(&id, "public"), place(&id, "internal"));
        let typed = format!("You wrote: {PHRASE}");
        let kept = keep(&mina, &note, &typed, None).await.expect(200).json();
        assert_eq!(kept["body"], "You wrote: ⟦seed-phrase⟧");
        keep(&mina, &reply, "", None).await.refused("field-required").expect(422);
        keep(&mina, &reply, "a\0b", None).await.refused("text-has-nul");
        keep(&mina, &reply, &"a".repeat(50_001), None).await.refused("field-too-long");
        mina.put(&place(&id, "secret"))
            .json(&json!({ "body": "a" }))
            .send()
            .await
            .refused("not-found");
        let many =
            json!({ "body": "a", "macro_ids": vec!["00000000-0000-7000-8000-000000000001"; 11] });
        mina.put(&reply).json(&many).send().await.refused("too-many");
        // Whoever could not send it cannot keep it.
        let reader = app.member(NewMember::named("reader").role(Builtin::Auditor)).await;
        keep(&reader, &reply, "Hello", None).await.refused("no-permission").expect(403);
        let far = app.member(NewMember::named("omar").role(Builtin::Agent)).await;
        keep(&far, &reply, "Hello", None).await.refused("not-found").expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_wait_in_it_and_both_go_when_nobody_goes_on() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let (mina, noor) = (agent(&app, "mina").await, agent(&app, "noor").await);
        let id = app.ticket(&grace, "Where is it?").await;
        let reply = place(&id, "public");
        let (kept, theirs) = (upload(&mina).await, upload(&noor).await);
        upload(&mina).await;
        let gone = "00000000-0000-7000-8000-000000000001";
        let new = json!({ "body": "", "attachment_ids": [kept, theirs, gone, kept] });
        let draft = mina.put(&reply).json(&new).send().await.expect(200).json();
        let files = draft["attachments"].as_array().expect("files");
        assert_eq!(files.len(), 1, "one's own, each once: {draft}");
        assert_eq!(
            (&files[0]["id"], &files[0]["file_name"]),
            (&json!(kept), &json!("receipt.txt"))
        );
        let left = async || {
            let counts = "select (select count(*) from attachment), (select count(*) from reply_draft), \
                 (select count(*) from reply_draft_file)";
            app.look(async move |rx| Ok(rx.query_one::<(i64, i64, i64)>(counts, &[]).await?)).await
        };
        assert_eq!(left().await, (3, 1, 1));
        app.clock.advance(limits::UNUSED_ATTACHMENT_AGE * 2);
        app.recur().await;
        assert_eq!(left().await, (1, 1, 1), "what waits in a draft stays, what nothing took goes");
        app.clock.advance(limits::REPLY_DRAFT_AGE);
        app.recur().await;
        app.recur().await;
        assert_eq!(left().await, (0, 0, 0));
    }
}
