//! Messages that go on in a ticket of their own, as staff split them off and as their customer meets both.

use proofdesk_desk::id::PublicId;
use proofdesk_desk::log::verify::{Report, verify_state};
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Client, NewMember, TestApp};
use serde_json::{Value, json};

async fn ticket(client: &Client, id: &str) -> Value {
    client.get(&format!("/api/v1/tickets/{id}")).send().await.expect(200).json()
}

async fn timeline(client: &Client, id: &str) -> Vec<Value> {
    let answer = client.get(&format!("/api/v1/tickets/{id}/timeline")).send().await.expect(200);
    answer.json()["items"].as_array().expect("items").clone()
}

fn text(item: &Value) -> Option<String> {
    let segments = item["segments"].as_array()?;
    Some(segments.iter().filter_map(|one| one["text"].as_str()).collect())
}

/// The number that an event of this kind names.
fn named(items: &[Value], kind: &str) -> Value {
    let event = items.iter().find(|item| item["kind"] == kind);
    event.unwrap_or_else(|| panic!("no {kind} in {items:?}"))["data"]["number"].clone()
}

/// The subjects of the tickets that a filter finds.
async fn found(client: &Client, filter: &str) -> Vec<String> {
    let path = format!("/api/v1/tickets?filter={}", filter.replace(' ', "%20"));
    let items = client.get(&path).send().await.expect(200).json()["items"].clone();
    let items = items.as_array().expect("items").clone();
    items.iter().filter_map(|item| item["subject"].as_str().map(str::to_owned)).collect()
}

/// Lets the customer write on, with a file; returns the message's id and the file's.
async fn write_with_file(grace: &Client, id: &PublicId) -> (Value, Value) {
    let upload = grace.post("/api/v1/attachments").header("x-file-name", "receipt.txt");
    let file = upload.bytes("text/plain", "Paid.").send().await.expect(201).json()["id"].clone();
    let body = json!({ "body": "And my withdrawal, 0.5 BTC", "attachment_ids": [file] });
    let sent = grace.post(&format!("/api/v1/tickets/{id}/messages")).json(&body).send().await;
    sent.expect(201);
    let items = timeline(grace, id.as_str()).await;
    let said = |item: &&Value| text(item).is_some_and(|text| text.starts_with("And my"));
    (items.iter().find(said).expect("the message")["id"].clone(), file)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_split_off_is_answered_in_its_own_ticket() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id));
        let mina = mina.await;
        let old = app.ticket(&grace, "My deposit").await;
        let (message, file) = write_with_file(&grace, &old).await;
        let path = format!("/api/v1/tickets/{old}/split");
        let version = ticket(&mina, old.as_str()).await["version"].clone();
        let body = json!({
            "message_ids": [message], "subject": "My withdrawal", "category": "withdrawal-pending",
            "version": version,
        });
        let stale = json!({
            "message_ids": [message], "subject": "Late", "category": "other", "version": 1,
        });
        mina.post(&path).json(&stale).send().await.refused("version-conflict");
        let done = mina.post(&path).json(&body).key("once").send().await.expect(201).json();
        let again = mina.post(&path).json(&body).key("once").send().await.expect(201).json();
        assert_eq!(done, again);
        let new = done["ticket"]["id"].as_str().expect("a number").to_owned();
        app.step().await;
        let (one, other) = (ticket(&mina, old.as_str()).await, ticket(&mina, &new).await);
        assert_eq!(
            (&one["split_into"], &other["split_from"]),
            (&json!([new]), &json!(old.as_str()))
        );
        assert_eq!(
            (&other["subject"], &other["last_message_by"]),
            (&json!("My withdrawal"), &json!("customer"))
        );
        let mine = |subject: &str| vec![subject.to_owned()];
        for (filter, subjects) in [
            ("is:split", mine("My deposit")),
            ("is:split_off", mine("My withdrawal")),
            ("-is:split", mine("My withdrawal")),
            ("-is:split_off", mine("My deposit")),
            ("is:split is:split_off", Vec::new()),
            ("is:linked", Vec::new()),
        ] {
            assert_eq!(found(&mina, filter).await, subjects, "{filter} on {:?}", app.engine);
        }
        for who in [&*mina, &*grace] {
            let (left, gone) = (timeline(who, old.as_str()).await, timeline(who, &new).await);
            assert_eq!(left.iter().filter_map(text).count(), 1, "{left:?}");
            assert_eq!(named(&left, "ticket.split_off"), new);
            assert_eq!(named(&gone, "ticket.split_from"), old.as_str());
            assert_eq!((&gone[0]["id"], &gone[0]["origin"]), (&message, &json!(old.as_str())));
            assert_eq!(gone[0]["attachments"][0]["id"], file);
            who.get(&format!("/api/v1/attachments/{}", file.as_str().expect("an id")))
                .send()
                .await
                .expect(200);
            let evidence = who.get(&format!("/api/v1/tickets/{new}/evidence")).send().await;
            assert_eq!(evidence.expect(200).json()[0]["origin"], old.as_str());
        }
        // Answered apart, each by itself.
        let answer = json!({ "body": "It is on its way." });
        let messages = format!("/api/v1/tickets/{new}/messages");
        mina.post(&messages).json(&answer).send().await.expect(201);
        assert_eq!(ticket(&mina, old.as_str()).await["last_message_by"], "customer");
        let mut report = Report::default();
        verify_state(app.desk(), &mut report, &mut |_| {}).await.expect("a report");
        assert!(report.findings.is_empty(), "{:?}", report.findings);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn taken_back_the_new_number_leads_to_the_old_ticket() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let old = app.ticket(&grace, "My deposit").await;
        let (message, _) = write_with_file(&grace, &old).await;
        let body = json!({ "message_ids": [message], "subject": "Apart", "category": "other" });
        let split = app.admin.post(&format!("/api/v1/tickets/{old}/split")).json(&body);
        let done = split.send().await.expect(201).json();
        let new = done["ticket"]["id"].as_str().expect("a number").to_owned();
        let path = format!("/api/v1/tickets/{new}/split");
        let lost = app.admin.delete(&path).header("if-match", "");
        lost.send().await.refused("header-invalid").expect(400);
        let back = app.admin.delete(&path).send().await.expect(200).json();
        assert_eq!(
            (&back["ticket"]["status_category"], &back["other"]["id"]),
            (&json!("closed"), &json!(old.as_str()))
        );
        app.step().await;
        assert_eq!(ticket(&grace, &new).await["merged_into"], old.as_str());
        let items = timeline(&grace, old.as_str()).await;
        let texts: Vec<String> = items.iter().filter_map(text).collect();
        assert!(texts[1].starts_with("And my withdrawal"), "{texts:?}");
        assert_eq!(named(&items, "ticket.taken_back"), new);
        assert_eq!(found(&app.admin, "is:split,split_off").await, Vec::<String>::new());
        // Where nothing was split off, or is any more, there is nothing to take back.
        for path in [path, format!("/api/v1/tickets/{old}/split")] {
            app.admin.delete(&path).send().await.refused("not-found").expect(404);
        }
    }
}
