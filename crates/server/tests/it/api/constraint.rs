//! What is to be heeded about a customer, beside their tickets and as a filter; and who looked at their data.

use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Client, NewMember, TestApp};
use serde_json::{Value, json};

async fn listed(client: &Client, path: &str) -> Vec<Value> {
    let answer = client.get(path).send().await.expect(200).json();
    answer["items"].as_array().expect("items").clone()
}

async fn found(client: &Client, filter: &str) -> usize {
    let path = format!("/api/v1/tickets?filter={filter}");
    listed(client, &path).await.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn constraints_stand_beside_every_ticket_of_their_customer_and_of_nobody_else() {
    for app in TestApp::both().await {
        let (grace, ada) = (app.customer("grace").await, app.customer("ada").await);
        app.ticket(&grace, "One").await;
        app.ticket(&ada, "Other").await;
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id));
        let mina = mina.await;
        let path = format!("/api/v1/customers/{}/constraints", grace.id);
        let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        let new = json!({ "kind": "sub_account", "text": format!("No withdrawals. {phrase}") });
        let id = mina.post(&path).json(&new).send().await.expect(201).json()["id"].clone();
        let all = listed(&mina, &path).await;
        assert_eq!(all.len(), 1);
        assert_eq!((&all[0]["id"], &all[0]["standing"]), (&id, &json!("holds")));
        assert_eq!(all[0]["text"], "No withdrawals. ⟦seed-phrase⟧");
        assert_eq!((&all[0]["until"], &all[0]["version"]), (&Value::Null, &json!(1)));
        assert_eq!(all[0]["made_by"]["id"], json!(mina.id));
        let others = format!("/api/v1/customers/{}/constraints", ada.id);
        assert_eq!(listed(&mina, &others).await, Vec::<Value>::new());
        // As a filter: what holds now, of this kind or of any.
        for (filter, count) in [
            ("constraint:sub_account", 1),
            ("constraint:any", 1),
            ("constraint:old_api", 0),
            ("constraint:old_api,sub_account", 1),
            ("-constraint:any", 1),
        ] {
            assert_eq!(found(&mina, filter).await, count, "{filter}");
        }
        // Customers see nothing of it.
        grace.get(&path).send().await.refused("staff-only");
        // Said anew, by who saw it last.
        let one = format!("{path}/{}", id.as_str().expect("an id"));
        let later = json!({ "kind": "old_api", "text": "Speaks version 1", "from": "2036-01-01T00:00:00Z" });
        mina.put(&one).json(&later).send().await.refused("version-required");
        mina.put(&one).if_match(1).json(&later).send().await.expect(200);
        mina.put(&one).if_match(1).json(&later).send().await.refused("version-conflict");
        assert_eq!(listed(&mina, &path).await[0]["standing"], "coming");
        assert_eq!(found(&mina, "constraint:any").await, 0, "it does not hold yet");
        // Ended, it stays to be read.
        let ended = mina.delete(&one).send().await.expect(200).json();
        assert_eq!(ended["version"], 3);
        let all = listed(&mina, &path).await;
        assert_eq!(
            (&all[0]["standing"], &all[0]["ended_by"]["id"]),
            (&json!("over"), &json!(mina.id))
        );
        mina.put(&one).if_match(3).json(&later).send().await.refused("constraint-ended");
        // Of another customer there is no such thing.
        let elsewhere = format!("{others}/{}", id.as_str().expect("an id"));
        mina.delete(&elsewhere).send().await.refused("not-found");
        app.step().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_reads_the_audit_sees_who_looked() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        app.ticket(&grace, "One").await;
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id));
        let mina = mina.await;
        let auditor = app.member(NewMember::named("vera").role(Builtin::Auditor)).await;
        let reveal = json!({ "field": "email", "reason": "Calling back" });
        let reveals = format!("/api/v1/customers/{}/reveals", grace.id);
        for _ in 0..2 {
            mina.post(&reveals).json(&reveal).send().await.expect(201);
        }
        let path = format!("/api/v1/customers/{}/looks", grace.id);
        mina.get(&path).send().await.refused("no-permission");
        grace.get(&path).send().await.refused("staff-only");
        let page = auditor.get(&format!("{path}?limit=1")).send().await.expect(200).json();
        let look = &page["items"][0];
        assert_eq!((&look["seen"], &look["field"]), (&json!("field"), &json!("email")));
        assert_eq!((&look["by"]["id"], &look["reason"]), (&json!(mina.id), &json!("Calling back")));
        let cursor = page["next_cursor"].as_str().expect("a second page");
        let second = listed(&auditor, &format!("{path}?limit=1&cursor={cursor}")).await;
        assert_eq!(second.len(), 1);
        assert_ne!(second[0]["id"], look["id"]);
        app.step().await;
    }
}
