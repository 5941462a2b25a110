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

#[tokio::test(flavor = "multi_thread")]
async fn many_are_linked_with_one_each_for_itself_and_turned_back() {
    for app in TestApp::both().await {
        let (grace, ada) = (app.customer("grace").await, app.customer("ada").await);
        let (_, elsewhere) = app.brand("elsewhere").await;
        let oscar = app.customer_of(&elsewhere, "oscar").await;
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id));
        let mina = mina.await;
        let cause = app.ticket(&ada, "The node is down").await;
        // More than one lane, all of them for one other ticket.
        let mut cases = Vec::new();
        for n in 0..12 {
            cases.push(app.ticket(&grace, &format!("Case {n}")).await);
        }
        let (merged, far) = (app.ticket(&grace, "Old").await, app.ticket(&oscar, "Far").await);
        let into = json!({ "into": cases[0].as_str() });
        let merge = format!("/api/v1/tickets/{merged}/merge");
        app.admin.post(&merge).json(&into).send().await.expect(200);
        let kind = json!({ "kind": "parent" });
        app.admin.put(&path(&cases[1], &cause)).json(&kind).send().await.expect(200);

        let bulk = "/api/v1/tickets/bulk/link";
        let others = [&merged, &far, &cause];
        let all: Vec<&str> = cases.iter().chain(others).map(PublicId::as_str).collect();
        let body = json!({ "tickets": all, "other": cause.as_str(), "kind": "parent" });
        let done = mina.post(bulk).json(&body).key("many").send().await.expect(200).json();
        let what = |answer: &Value, n: usize| {
            let item = &answer["items"][n];
            (item["outcome"].clone(), item["code"].clone())
        };
        for n in 0..12 {
            let outcome = if n == 1 { "unchanged" } else { "done" };
            assert_eq!(what(&done, n), (json!(outcome), Value::Null), "{n}: {done}");
        }
        for (n, outcome, code) in [
            (12, "refused", "ticket-merged"),
            (13, "not_found", "not-found"),
            (14, "refused", "link-itself"),
        ] {
            assert_eq!(what(&done, n), (json!(outcome), json!(code)), "{done}");
        }
        let beside = linked(&mina, &cause).await;
        assert_eq!(beside.len(), 12);
        assert!(beside.iter().all(|one| one["kind"] == "child"), "{beside:?}");
        // The same request again is told the same, and links nothing twice.
        let again = mina.post(bulk).json(&body).key("many").send().await.expect(200).json();
        assert_eq!(again, done);
        assert_eq!(told(&mina, &cases[0]).await.len(), 1);

        // Turned back, each as long as it stands; the one that was so before stays.
        let apart = path(&cause, &cases[2]);
        mina.put(&apart).json(&json!({ "kind": "related" })).send().await.expect(200);
        let items = done["items"].as_array().expect("items");
        let back = items.iter().filter(|item| !item["undo"].is_null());
        let back: Vec<Value> =
            back.map(|item| json!({ "id": item["id"], "undo": item["undo"] })).collect();
        assert_eq!(back.len(), 11);
        let undo = json!({ "tickets": back });
        let undone = mina.post("/api/v1/tickets/bulk/undo").json(&undo).send().await.expect(200);
        let undone = undone.json();
        assert_eq!(what(&undone, 0).0, "done", "{undone}");
        assert_eq!(what(&undone, 1).0, "changed", "somebody said it anew: {undone}");
        let left: Vec<Value> =
            linked(&mina, &cause).await.iter().map(|one| one["id"].clone()).collect();
        assert_eq!(left, [json!(cases[1].as_str()), json!(cases[2].as_str())]);

        // One that is out of reach is named for all of them, and none of those is gone for it.
        let body = json!({ "tickets": [cause.as_str()], "other": far.as_str(), "kind": "related" });
        let blind = mina.post(bulk).json(&body).send().await.expect(200).json();
        assert_eq!(what(&blind, 0), (json!("refused"), json!("field-invalid")));
        let reader = app.member(NewMember::named("reader").role(Builtin::Auditor)).await;
        let refused = reader.post(bulk).json(&body).send().await.expect(200).json();
        assert_eq!(what(&refused, 0), (json!("not_allowed"), json!("no-permission")));
        let none = json!({ "tickets": [], "other": far.as_str(), "kind": "related" });
        mina.post(bulk).json(&none).send().await.refused("field-required").expect(422);
        app.step().await;
    }
}
