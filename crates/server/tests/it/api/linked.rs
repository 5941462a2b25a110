//! Tickets that are linked, as staff link them, and what nobody else is told.

use proofdesk_desk::id::PublicId;
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Client, NewMember, TestApp};
use serde_json::{Value, json};

async fn linked(client: &Client, id: &PublicId) -> Vec<Value> {
    let answer = client.get(&format!("/api/v1/tickets/{id}/linked-tickets")).send().await;
    answer.expect(200).json()["items"].as_array().expect("items").clone()
}

async fn told(client: &Client, id: &PublicId) -> Vec<Value> {
    let answer = client.get(&format!("/api/v1/tickets/{id}/timeline")).send().await.expect(200);
    let items = answer.json()["items"].as_array().expect("items").clone();
    let is_link = |item: &Value| item["kind"].as_str().is_some_and(|kind| kind.ends_with("linked"));
    items.into_iter().filter(is_link).collect()
}

fn path(id: &PublicId, other: &PublicId) -> String {
    format!("/api/v1/tickets/{id}/linked-tickets/{other}")
}

#[tokio::test(flavor = "multi_thread")]
async fn tickets_of_different_customers_stand_beside_one_another() {
    for app in TestApp::both().await {
        let (grace, ada) = (app.customer("grace").await, app.customer("ada").await);
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id));
        let mina = mina.await;
        let (case, cause) = (app.ticket(&grace, "One").await, app.ticket(&ada, "All").await);
        let kind = json!({ "kind": "parent" });
        let done = mina.put(&path(&case, &cause)).json(&kind).send().await.expect(200).json();
        assert_eq!(done["undo"]["link"]["to"], "parent", "{done}");
        let again = mina.put(&path(&case, &cause)).json(&kind).send().await.expect(200).json();
        assert_eq!(again["undo"], Value::Null);
        let beside = linked(&mina, &case).await;
        assert_eq!(
            (&beside[0]["id"], &beside[0]["kind"]),
            (&json!(cause.as_str()), &json!("parent"))
        );
        assert_eq!(beside[0]["status"]["category"], "open");
        assert_eq!(linked(&mina, &cause).await[0]["kind"], "child");
        let found = async |filter: &str| {
            let list = mina.get(&format!("/api/v1/tickets?filter={filter}")).send().await;
            list.expect(200).json()["items"].as_array().expect("items").len()
        };
        assert_eq!((found("is:linked").await, found("-is:linked").await), (2, 0));
        for (one, other, kind) in [(&case, &cause, "parent"), (&cause, &case, "child")] {
            let events = told(&mina, one).await;
            assert_eq!(events.len(), 1, "{events:?}");
            let data = &events[0]["data"];
            assert_eq!((&data["number"], &data["kind"]), (&json!(other.as_str()), &json!(kind)));
        }
        // Their customers are told nothing.
        let beside = grace.get(&format!("/api/v1/tickets/{case}/linked-tickets")).send().await;
        beside.refused("staff-only");
        assert_eq!(told(&grace, &case).await, Vec::<Value>::new());
        // Turned back, and taken away.
        let undo = json!({ "tickets": [{ "id": case.as_str(), "undo": done["undo"] }] });
        let back = mina.post("/api/v1/tickets/bulk/undo").json(&undo).send().await.expect(200);
        assert_eq!(back.json()["items"][0]["outcome"], "done");
        assert_eq!(linked(&mina, &cause).await, Vec::<Value>::new());
        let late = mina.post("/api/v1/tickets/bulk/undo").json(&undo).send().await.expect(200);
        assert_eq!(late.json()["items"][0]["outcome"], "changed");
        mina.put(&path(&case, &cause)).json(&kind).send().await.expect(200);
        mina.delete(&path(&cause, &case)).send().await.expect(200);
        mina.delete(&path(&cause, &case)).send().await.refused("not-found").expect(404);
        assert_eq!(linked(&mina, &case).await, Vec::<Value>::new());
        assert_eq!((found("is:linked").await, found("-is:linked").await), (0, 2));
        mina.put(&path(&case, &case)).json(&kind).send().await.refused("link-itself");
        app.step().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_sees_one_of_them_is_not_shown_the_other() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let near = app.member(NewMember::named("noor").role(Builtin::Agent).brand(app.brand_id));
        let near = near.await;
        let (one, other) = (app.ticket(&grace, "One").await, app.ticket(&grace, "Other").await);
        let kind = json!({ "kind": "related" });
        app.admin.put(&path(&one, &other)).json(&kind).send().await.expect(200);
        assert_eq!(linked(&near, &one).await.len(), 1, "both are of their brand");
        let far = app.member(NewMember::named("omar").role(Builtin::Agent)).await;
        let to_omar = json!({ "assignee_id": far.id, "team_id": null });
        let assignment = format!("/api/v1/tickets/{one}/assignment");
        app.admin.put(&assignment).json(&to_omar).send().await.expect(200);
        assert_eq!(linked(&far, &one).await, Vec::<Value>::new());
        let events = told(&far, &one).await;
        assert_eq!(events.len(), 1);
        assert!(events[0]["data"].get("number").is_none(), "{events:?}");
        far.delete(&path(&one, &other)).send().await.refused("not-found");
        app.step().await;
    }
}
