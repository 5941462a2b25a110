//! A ticket's life from both sides.

use serde_json::{Value, json};

use crate::client::{Person, World};

async fn open(customer: &Person<'_>, body: &str) -> String {
    let new = json!({"category": "deposit-not-credited", "subject": "My deposit", "body": body});
    customer.post("/api/v1/tickets", new).await.expect(201)["id"].as_str().unwrap().to_owned()
}

fn kinds(timeline: &Value) -> Vec<&str> {
    let items = timeline["items"].as_array().unwrap();
    items.iter().map(|item| item["kind"].as_str().unwrap_or("message")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_writes_and_an_agent_answers() {
    let world = World::new().await;
    let admin = world.admin().await;
    let customer = world.customer("ada-42", "Ada King").await;
    let id = open(&customer, "I sent the coins.").await;
    let path = format!("/api/v1/tickets/{id}");

    let page = admin.get("/api/v1/tickets?queue=unassigned&limit=1").await.expect(200);
    assert_eq!(page["items"][0]["customer"]["name"], "A••• K•••");
    assert_eq!(page["items"][0]["unread"], true);
    let seen = admin.get(&path).await;
    let me = admin.get("/api/v1/me").await.expect(200);
    let assignment = json!({"assignee_id": me["staff"]["id"], "team_id": null});
    let etag = seen.etag();
    let assigned = admin
        .ask("PUT", &format!("{path}/assignment"), &[("if-match", &etag)], Some(assignment.clone()))
        .await;
    assert_eq!(assigned.etag(), "\"2\"");
    let high = json!({"priority": "high"});
    let stale =
        admin.ask("PUT", &format!("{path}/priority"), &[("if-match", &etag)], Some(high)).await;
    assert_eq!(stale.refused(412), "version-conflict");
    admin.put(&format!("{path}/priority"), json!({"priority": "high"})).await.expect(200);
    admin.put(&format!("{path}/tags/VIP%20client"), json!({})).await.expect(200);
    admin.put(&format!("{path}/read-mark"), json!({"seq": 4})).await.expect(204);
    let statuses = admin.get("/api/v1/statuses").await.expect(200);
    let waiting = statuses["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|s| s["category"] == "waiting_on_customer")
        .unwrap();
    let reply = json!({"body": "Which **network**?", "status_id": waiting["id"]});
    admin.post(&format!("{path}/messages"), reply).await.expect(201);
    admin
        .post(
            &format!("{path}/messages"),
            json!({"body": "Probably TRC-20.", "visibility": "internal"}),
        )
        .await
        .expect(201);

    let own = customer.get(&path).await.expect(200);
    for inside in [
        "assignee",
        "tags",
        "priority",
        "risk",
        "customer",
        "unread",
        "message_count",
        "updated_at",
        "version",
    ] {
        assert!(own.get(inside).is_none(), "{inside}");
    }
    let timeline = customer.get(&format!("{path}/timeline")).await.expect(200);
    assert_eq!(kinds(&timeline), ["message", "message", "ticket.status_set"]);
    assert!(timeline["items"][1].get("seq").is_none());
    assert_eq!(timeline["items"][1]["author"], json!({"kind": "staff", "name": "Ada"}));
    assert!(
        timeline["items"][1]["body_html"].as_str().unwrap().contains("<strong>network</strong>")
    );
    assert_eq!(
        timeline["items"][2]["data"],
        json!({"status_category": "waiting_on_customer", "cause": "staff"})
    );
    customer.post(&format!("{path}/messages"), json!({"body": "TRC-20"})).await.expect(201);

    let inside = admin.get(&format!("{path}/timeline")).await.expect(200);
    assert_eq!(
        kinds(&inside),
        [
            "message",
            "ticket.assignment_set",
            "ticket.priority_set",
            "ticket.tagged",
            "message",
            "ticket.status_set",
            "message",
            "message",
            "ticket.status_set"
        ]
    );
    assert_eq!(inside["items"][3]["data"]["tag_name"], "vip-client");
    assert_eq!(inside["items"][1]["data"]["assignee_name"], "Ada Lovelace");
    assert_eq!(inside["items"][0]["author"]["name"], "A••• K•••");
    let mut cursor = String::new();
    let mut walked = Vec::new();
    loop {
        let part = admin.get(&format!("{path}/timeline?limit=2{cursor}")).await.expect(200);
        walked.extend(kinds(&part).into_iter().map(str::to_owned));
        let Some(next) = part["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(walked, kinds(&inside));
    let seq = inside["items"][6]["seq"].as_i64().unwrap();
    let rest = admin.get(&format!("{path}/timeline?after={seq}")).await.expect(200);
    assert_eq!(kinds(&rest), ["message", "ticket.status_set"]);

    customer.ask("POST", &format!("{path}/solution"), &[], None).await.expect(200);
    customer.ask("POST", &format!("{path}/reopening"), &[], None).await.expect(200);
    admin.delete(&format!("{path}/tags/vip-client")).await.expect(200);
    admin.get("/api/v1/queues").await.expect(200);
    assert_eq!(admin.get("/api/v1/tags").await.expect(200)["items"][0]["name"], "vip-client");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_sees_what_is_not_theirs() {
    let world = World::new().await;
    let (ada, eve) =
        (world.customer("ada", "Ada King").await, world.customer("eve", "Eve Moss").await);
    let id = open(&ada, "hello").await;
    let path = format!("/api/v1/tickets/{id}");
    assert_eq!(eve.get(&path).await.refused(404), "not-found");
    assert_eq!(
        eve.post(&format!("{path}/messages"), json!({"body": "hi"})).await.refused(404),
        "not-found"
    );
    assert_eq!(eve.get("/api/v1/tickets").await.expect(200)["items"], json!([]));
    assert_eq!(world.nobody().get(&path).await.refused(401), "signed-out");
    assert_eq!(ada.get("/api/v1/tickets?tag=vip").await.refused(403), "staff-only");
    assert_eq!(
        ada.put(&format!("{path}/priority"), json!({"priority": "high"})).await.refused(403),
        "staff-only"
    );
    let note = json!({"body": "psst", "visibility": "internal"});
    assert_eq!(ada.post(&format!("{path}/messages"), note).await.refused(403), "no-permission");
    let mistyped =
        if id.ends_with('0') { format!("{}1", &id[..13]) } else { format!("{}0", &id[..13]) };
    assert_eq!(
        ada.get(&format!("/api/v1/tickets/{mistyped}")).await.refused(404),
        "ticket-number-wrong"
    );
    assert_eq!(ada.get("/api/v1/tickets?limit=0").await.refused(422), "field-invalid");
    assert_eq!(ada.get("/api/v1/tickets?colour=red").await.refused(422), "field-unknown");
    assert_eq!(ada.get("/api/v1/tickets?cursor=AAAA").await.refused(400), "cursor-invalid");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_request_twice_is_one_act() {
    let world = World::new().await;
    let ada = world.customer("ada", "Ada King").await;
    let new = json!({"category": "other", "subject": "Once", "body": "only once"});
    let key = [("idempotency-key", "k-1")];
    let first = ada.ask("POST", "/api/v1/tickets", &key, Some(new.clone())).await.expect(201);
    let again = ada.ask("POST", "/api/v1/tickets", &key, Some(new)).await;
    assert_eq!(again.headers["idempotency-replayed"], "true");
    assert_eq!(again.expect(201), first);
    let other = json!({"category": "other", "subject": "Once", "body": "another"});
    assert_eq!(
        ada.ask("POST", "/api/v1/tickets", &key, Some(other)).await.refused(422),
        "idempotency-mismatch"
    );
    assert_eq!(ada.get("/api/v1/tickets").await.expect(200)["items"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn files_go_up_and_come_down_in_parts() {
    let world = World::new().await;
    let (ada, eve) =
        (world.customer("ada", "Ada King").await, world.customer("eve", "Eve Moss").await);
    let headers = [("content-type", "image/png"), ("x-file-name", "..%2Fnote%20%E2%82%AE.png")];
    let up =
        ada.send("POST", "/api/v1/attachments", &headers, b"only text".to_vec()).await.expect(201);
    assert_eq!(
        (&up["file_name"], &up["content_type"]),
        (&json!("note ₮.png"), &json!("text/plain"))
    );
    assert_eq!(
        (&up["mislabelled"], &up["preview"], &up["size"]),
        (&json!(true), &json!(false), &json!(9))
    );
    let file = format!("/api/v1/attachments/{}", up["id"].as_str().unwrap());
    assert_eq!(eve.get(&file).await.refused(404), "not-found");
    let new = json!({"category": "other", "subject": "File", "body": "see", "attachment_ids": [up["id"]]});
    assert_eq!(eve.post("/api/v1/tickets", new.clone()).await.refused(422), "attachment-unusable");
    let id = ada.post("/api/v1/tickets", new).await.expect(201)["id"].as_str().unwrap().to_owned();
    let timeline = ada.get(&format!("/api/v1/tickets/{id}/timeline")).await.expect(200);
    assert_eq!(timeline["items"][0]["attachments"][0]["id"], up["id"]);
    let part = ada.ask("GET", &file, &[("range", "bytes=5-")], None).await;
    assert_eq!((part.status, part.bytes.as_slice()), (206, b"text".as_slice()));
    assert_eq!(
        ada.ask("GET", &file, &[("range", "bytes=99-")], None).await.refused(416),
        "range-invalid"
    );
    let empty = ada.send("POST", "/api/v1/attachments", &headers, Vec::new()).await;
    assert_eq!(empty.refused(422), "attachment-empty");
}
