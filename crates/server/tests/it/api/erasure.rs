//! Messages, files and whole customers that are erased through the API, as those see it who may.

use proofdesk_desk::id::PublicId;
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Client, NewMember, TestApp};
use serde_json::{Value, json};

const REASON: &str = "Asked for it in writing";

async fn timeline(client: &Client, id: &PublicId) -> Vec<Value> {
    let answer = client.get(&format!("/api/v1/tickets/{id}/timeline")).send().await.expect(200);
    answer.json()["items"].as_array().expect("items").clone()
}

fn messages(items: &[Value]) -> Vec<&Value> {
    items.iter().filter(|item| item["type"] == "message").collect()
}

fn text_of(message: &Value) -> String {
    let segments = message["segments"].as_array().expect("segments");
    segments.iter().filter_map(|one| one["text"].as_str()).collect()
}

fn id_of(value: &Value) -> &str {
    value["id"].as_str().expect("an id")
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erased_message_is_gone_for_everybody_and_its_reason_stays() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let id = app.ticket_with(&grace, "Deposit", "My name is Grace, 0.5 BTC").await;
        let seen = timeline(&app.admin, &id).await;
        let message = id_of(messages(&seen)[0]).to_owned();
        let path = format!("/api/v1/messages/{message}/erasure");
        let agent = NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id);
        let agent = app.member(agent).await;
        let body = json!({ "reason": REASON });
        agent.post(&path).json(&body).send().await.refused("no-permission");
        let blank = app.admin.post(&path).json(&json!({ "reason": " " })).send().await;
        assert_eq!(blank.fields(), [("reason".to_owned(), "field-required".to_owned())]);

        let erase = || app.admin.post(&path).json(&body);
        let first = erase().key("once").send().await.expect(201);
        let again = erase().key("once").send().await.expect(201);
        assert_eq!(again.header("idempotency-replayed"), "true");
        assert_eq!(again.json(), first.json());
        app.clock.advance(std::time::Duration::from_secs(60));
        assert_eq!(erase().send().await.expect(201).json(), first.json(), "it was erased then");

        for who in [&*app.admin, &*grace] {
            let items = timeline(who, &id).await;
            let gone = messages(&items)[0].clone();
            assert_eq!((text_of(&gone), &gone["evidence"]), (String::new(), &json!([])));
            assert_eq!(gone["body_html"], Value::Null);
        }
        let told = timeline(&app.admin, &id).await;
        let asked: Vec<_> =
            told.iter().filter(|item| item["kind"] == "ticket.erasure_asked").collect();
        assert_eq!(asked.len(), 1, "whoever erases twice has said it once");
        assert_eq!(asked[0]["data"]["reason"], REASON);
        let customers = timeline(&grace, &id).await;
        assert!(!customers.iter().any(|item| item.to_string().contains(REASON)));
        app.step().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erased_file_cannot_be_opened_and_a_closed_ticket_is_no_hindrance() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let id = app.ticket(&grace, "Deposit").await;
        let upload = grace.post("/api/v1/attachments").header("x-file-name", "receipt.txt");
        let file = upload.bytes("text/plain", "a receipt").send().await.expect(201).json();
        let body = json!({ "body": "See the file.", "attachment_ids": [file["id"]] });
        let post = format!("/api/v1/tickets/{id}/messages");
        grace.post(&post).json(&body).send().await.expect(201);
        let path = format!("/api/v1/attachments/{}", id_of(&file));
        grace.get(&path).send().await.expect(200);
        let closed = app.admin.get("/api/v1/statuses").send().await.expect(200).json();
        let closed = closed["items"].as_array().expect("statuses").clone();
        let closed = closed.iter().find(|status| status["category"] == "closed").expect("closed");
        let status = json!({ "status_id": closed["id"] });
        let ticket = format!("/api/v1/tickets/{id}");
        app.admin.put(&format!("{ticket}/status")).json(&status).send().await.expect(200);
        let erase = app.admin.post(&format!("{path}/erasure")).json(&json!({ "reason": REASON }));
        erase.send().await.expect(201);
        for who in [&*app.admin, &*grace] {
            who.get(&path).send().await.expect(404);
            let items = timeline(who, &id).await;
            let file = &messages(&items).last().expect("a message")["attachments"][0];
            assert_eq!(
                (&file["erased"], &file["file_name"]),
                (&json!(true), &json!("receipt.txt"))
            );
        }
        app.step().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erased_customer_leaves_shells_that_staff_can_read() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let (one, two) = (
            app.ticket_with(&grace, "Deposit of Grace", "My name is Grace").await,
            app.ticket(&grace, "Another").await,
        );
        let customer = format!("/api/v1/customers/{}", grace.id);
        let reveal = json!({ "field": "email", "reason": "Grace calls" });
        app.admin.post(&format!("{customer}/reveals")).json(&reveal).send().await.expect(201);
        let asked =
            app.admin.post(&format!("{customer}/erasure")).json(&json!({ "reason": REASON }));
        let asked = asked.send().await.expect(202).json();
        assert_eq!((&asked["tickets"], &asked["tickets_total"]), (&json!(0), &json!(2)));
        assert_eq!(asked["begins"], true);
        // Who asks while it is under way is told so, and since when.
        app.clock.advance(std::time::Duration::from_secs(60));
        let again = app.admin.post(&format!("{customer}/erasure"));
        let again = again.json(&json!({ "reason": "Once more" })).send().await.expect(202).json();
        assert_eq!((&again["begins"], &again["asked_at"]), (&json!(false), &asked["asked_at"]));
        // At once nobody is Grace any more.
        grace.get("/api/v1/tickets").send().await.expect(401);
        let facts = app.admin.get(&customer).send().await.expect(200).json();
        assert_eq!((&facts["fields"], &facts["identities"]), (&json!([]), &json!([])));
        assert_eq!(facts["erasing"]["tickets_total"], 2);
        assert_eq!(facts["erased_at"], Value::Null);

        app.step().await;
        let facts = app.admin.get(&customer).send().await.expect(200).json();
        assert!(facts["erased_at"].is_string() && facts["erasing"].is_null(), "{facts}");
        let list = app.admin.get("/api/v1/tickets").send().await.expect(200).json();
        for id in [&one, &two] {
            let rows = list["items"].as_array().expect("tickets");
            let row = rows.iter().find(|row| row["id"] == id.as_str()).expect("the row");
            assert_eq!((&row["subject"], &row["customer"]["name"]), (&json!(""), &json!("")));
            let ticket = app.admin.get(&format!("/api/v1/tickets/{id}")).send().await;
            assert_eq!(ticket.expect(200).json()["subject"], "");
            let items = timeline(&app.admin, id).await;
            assert!(messages(&items).iter().all(|message| message["body_html"].is_null()));
            app.admin.get(&format!("/api/v1/tickets/{id}/evidence")).send().await.expect(200);
            app.admin.get(&format!("/api/v1/tickets/{id}/answers")).send().await.expect(200);
            app.admin.get(&format!("/api/v1/tickets/{id}/notifications")).send().await.expect(200);
            let export = app.admin.post(&format!("/api/v1/tickets/{id}/transcripts"));
            let file = export.json(&json!({ "reason": "A check" })).send().await.expect(201).text();
            assert!(!file.contains("Grace"), "{file}");
        }
        // The account comes in again, as somebody new with nothing.
        let again = app.customer("grace").await;
        assert_ne!(again.id, grace.id);
        let own = again.get("/api/v1/tickets").send().await.expect(200).json();
        assert_eq!(own["items"], json!([]));
        again.get(&format!("/api/v1/tickets/{one}")).send().await.expect(404);
    }
}
