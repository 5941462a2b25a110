//! Tickets that go on in another one, as staff merge them and as their customer meets them.

use proofdesk_desk::id::PublicId;
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Client, Member, NewMember, TestApp};
use serde_json::{Value, json};

async fn agent(app: &TestApp, name: &str) -> Member {
    app.member(NewMember::named(name).role(Builtin::Agent).brand(app.brand_id)).await
}

async fn ticket(client: &Client, id: &PublicId) -> Value {
    client.get(&format!("/api/v1/tickets/{id}")).send().await.expect(200).json()
}

async fn merge(client: &Client, id: &PublicId, into: &PublicId) -> Value {
    let body = json!({ "into": into.as_str() });
    client.post(&format!("/api/v1/tickets/{id}/merge")).json(&body).send().await.expect(200).json()
}

async fn timeline(client: &Client, id: &PublicId) -> Vec<Value> {
    let answer = client.get(&format!("/api/v1/tickets/{id}/timeline")).send().await.expect(200);
    answer.json()["items"].as_array().expect("items").clone()
}

fn texts(items: &[Value]) -> Vec<(String, Value)> {
    let text = |item: &Value| {
        let segments = item["segments"].as_array()?;
        let text = segments.iter().filter_map(|one| one["text"].as_str()).collect();
        Some((text, item["origin"].clone()))
    };
    items.iter().filter_map(text).collect()
}

async fn listed(client: &Client) -> Vec<String> {
    let list = client.get("/api/v1/tickets").send().await.expect(200).json();
    let items = list["items"].as_array().expect("tickets").clone();
    items.iter().map(|one| one["id"].as_str().expect("a number").to_owned()).collect()
}

async fn count(client: &Client, name: &str) -> i64 {
    let counts = client.get("/api/v1/queues").send().await.expect(200).json();
    let counts = counts["items"].as_array().expect("queues").clone();
    let one = counts.iter().find(|one| one["name"] == name).expect("the queue");
    one["count"].as_i64().expect("a number")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_old_number_goes_on_working_for_its_customer() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app, "mina").await);
        let (first, second) = (app.ticket(&grace, "One").await, app.ticket(&grace, "Two").await);
        let both = merge(&mina, &second, &first).await;
        assert_eq!(both["ticket"]["status_category"], "closed");
        assert_eq!(both["other"]["id"], first.as_str());
        let seen = ticket(&mina, &second).await;
        assert_eq!(both["ticket"]["version"], seen["version"]);
        assert_eq!(seen["merged_into"], first.as_str());
        assert_eq!(ticket(&mina, &first).await["merged"], json!([second.as_str()]));
        assert_eq!((count(&app.admin, "open").await, count(&app.admin, "closed").await), (1, 1));
        let closed = mina.get("/api/v1/tickets?filter=is:merged").send().await.expect(200).json();
        assert_eq!(closed["items"][0]["id"], second.as_str());
        // The customer writes to the number that they know, twice over a poor line.
        let more = json!({ "body": "Anything new? 0.5 BTC" });
        for _ in 0..2 {
            let sent = grace.post(&format!("/api/v1/tickets/{second}/messages")).json(&more);
            let sent = sent.key("twice").send().await.expect(201).json();
            assert_eq!(sent["ticket"]["id"], first.as_str());
        }
        app.step().await;
        for who in [&*mina, &*grace] {
            let said = texts(&timeline(who, &first).await);
            assert_eq!(said.len(), 3, "{said:?}");
            assert_eq!(said[1].1, second.as_str(), "{said:?}");
            assert_eq!(said[2].1, Value::Null, "{said:?}");
        }
        assert_eq!(listed(&grace).await, [first.as_str()], "their matter stands once");
        assert_eq!(ticket(&grace, &second).await["merged_into"], first.as_str());
        let told = timeline(&grace, &second).await;
        let event = told.iter().find(|item| item["kind"] == "ticket.merged").expect("told");
        assert_eq!(event["data"]["into"], first.as_str());
        assert!(event["data"].get("into_id").is_none(), "{event}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_on_elsewhere_is_not_worked_on_and_comes_back_as_it_was() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app, "mina").await);
        let (first, second) = (app.ticket(&grace, "One").await, app.ticket(&grace, "Two").await);
        let (seen, other) = (ticket(&mina, &second).await, ticket(&mina, &first).await);
        let path = format!("/api/v1/tickets/{second}/merge");
        let stale = json!({ "into": first.as_str(), "version": 99 });
        mina.post(&path).json(&stale).send().await.refused("version-conflict");
        let stale = json!({ "into": first.as_str(), "into_version": 99 });
        mina.post(&path).json(&stale).send().await.refused("version-conflict");
        let right = json!({
            "into": first.as_str(), "version": seen["version"], "into_version": other["version"],
        });
        let done = mina.post(&path).json(&right).key("once").send().await.expect(200).json();
        let again = mina.post(&path).json(&right).key("once").send().await.expect(200).json();
        assert_eq!(done, again);
        let low = json!({ "priority": "low" });
        let set = mina.put(&format!("/api/v1/tickets/{second}/priority")).json(&low).send().await;
        let problem = set.refused("ticket-merged");
        assert!(problem.text().contains(first.as_str()), "it names where: {}", problem.text());
        let apart = mina.delete(&path).send().await.expect(200).json();
        assert_eq!(apart["ticket"]["status_category"], "open");
        assert_eq!(apart["other"]["id"], first.as_str());
        mina.delete(&path).send().await.refused("not-found").expect(404);
        assert_eq!(listed(&grace).await.len(), 2);
        app.step().await;
        assert_eq!(texts(&timeline(&mina, &first).await).len(), 1);
        assert_eq!(count(&app.admin, "open").await, 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_go_on_in_one_and_are_turned_back() {
    for app in TestApp::both().await {
        let (grace, ada) = (app.customer("grace").await, app.customer("ada").await);
        let mina = agent(&app, "mina").await;
        let first = app.ticket(&grace, "One").await;
        let (second, third) = (app.ticket(&grace, "Two").await, app.ticket(&grace, "Three").await);
        let strange = app.ticket(&ada, "Hers").await;
        let all = [&second, &third, &strange].map(|id| json!({ "id": id.as_str() }));
        let body = json!({ "tickets": all, "into": first.as_str() });
        let bulk = "/api/v1/tickets/bulk/merge";
        let done = mina.post(bulk).json(&body).key("many").send().await.expect(200).json();
        let outcomes: Vec<_> =
            (0..3).map(|n| done["items"][n]["outcome"].as_str().expect("one").to_owned()).collect();
        assert_eq!(outcomes, ["done", "done", "refused"], "{done}");
        assert_eq!(done["items"][2]["code"], "merge-other-customer");
        let again = mina.post(bulk).json(&body).key("many").send().await.expect(200).json();
        assert_eq!(again, done);
        assert_eq!(listed(&grace).await, [first.as_str()]);
        let back: Vec<Value> = (0..2)
            .map(|n| json!({ "id": done["items"][n]["id"], "undo": done["items"][n]["undo"] }))
            .collect();
        let undo = json!({ "tickets": back });
        let undone =
            mina.post("/api/v1/tickets/bulk/undo").json(&undo).send().await.expect(200).json();
        assert_eq!(undone["items"][1]["outcome"], "done", "{undone}");
        assert_eq!(listed(&grace).await.len(), 3);
        // Somebody was faster: there is nothing to turn back.
        let late = mina.post("/api/v1/tickets/bulk/undo").json(&undo).send().await.expect(200);
        assert_eq!(late.json()["items"][0]["outcome"], "changed");
    }
}
