//! Tickets put aside: out of the queues, back at their time and once, and at whatever their customer does.

use std::time::Duration;

use proofdesk_desk::Timestamp;
use proofdesk_desk::id::PublicId;
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Answer, Client, Member, NewMember, TestApp};
use serde_json::{Value, json};

use crate::access::solved;

async fn agent(app: &TestApp, name: &str) -> Member {
    app.member(NewMember::named(name).role(Builtin::Agent).brand(app.brand_id)).await
}

async fn ticket(client: &Client, id: &PublicId) -> Value {
    client.get(&format!("/api/v1/tickets/{id}")).send().await.expect(200).json()
}

async fn snooze(client: &Client, id: &PublicId, to: Value) -> Answer {
    let act = json!({ "tickets": [{ "id": id.as_str() }], "act": { "snooze": to } });
    client.post("/api/v1/tickets/bulk").json(&act).send().await
}

fn until(at: Timestamp) -> Value {
    json!({ "wake_on": "time", "until": at.to_string() })
}

/// How many tickets a queue lists, and what its number says.
async fn queue(client: &Client, name: &str) -> (usize, i64) {
    let list = client.get(&format!("/api/v1/tickets?queue={name}")).send().await.expect(200).json();
    let counts = client.get("/api/v1/queues").send().await.expect(200).json();
    let counts = counts["items"].as_array().expect("queues").clone();
    let count = counts.iter().find(|one| one["name"] == name).expect("the queue")["count"].clone();
    (list["items"].as_array().expect("tickets").len(), count.as_i64().expect("a number"))
}

async fn kinds(client: &Client, id: &PublicId) -> Vec<String> {
    let timeline = client.get(&format!("/api/v1/tickets/{id}/timeline")).send().await.expect(200);
    let items = timeline.json()["items"].as_array().expect("items").clone();
    items.iter().filter_map(|item| item["kind"].as_str().map(str::to_owned)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_put_aside_leaves_the_queues_and_comes_back_at_its_time_and_once() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let (first, second) = (app.ticket(&grace, "One").await, app.ticket(&grace, "Two").await);
        let mina = agent(&app, "mina").await;
        let assign = json!({ "assignee_id": mina.id.to_string(), "team_id": null });
        mina.put(&format!("/api/v1/tickets/{first}/assignment"))
            .json(&assign)
            .send()
            .await
            .expect(200);
        mina.put(&format!("/api/v1/tickets/{first}/read-mark"))
            .json(&json!({ "seq": 2 }))
            .send()
            .await
            .expect(204);
        let soon = app.clock.now() + Duration::from_secs(2 * 3600);
        let done = snooze(&mina, &first, until(soon)).await.expect(200).json();
        assert_eq!(done["items"][0]["outcome"], "done", "{done}");
        for who in [&mina, &app.admin] {
            assert_eq!(queue(who, "open").await, (1, 1));
            assert_eq!(queue(who, "snoozed").await, (1, 1));
            assert_eq!(queue(who, "all").await, (2, 2));
        }
        assert_eq!(queue(&mina, "mine").await, (0, 0));
        let found = mina.get("/api/v1/tickets?filter=is:snoozed").send().await.expect(200).json();
        assert_eq!(found["items"][0]["id"], first.as_str());
        assert_eq!(found["items"][0]["snooze"]["wake_on"], "time");
        // Later, and later still: the first job finds nothing to do.
        snooze(&mina, &first, until(soon + Duration::from_secs(3600))).await.expect(200);
        app.clock.advance(Duration::from_secs(2 * 3600 + 60));
        app.step().await;
        assert!(!ticket(&mina, &first).await["snooze"].is_null(), "it was put aside for longer");
        app.clock.advance(Duration::from_secs(3600));
        app.step().await;
        app.step().await;
        let back = ticket(&mina, &first).await;
        assert_eq!((&back["snooze"], &back["unread"]), (&Value::Null, &json!(true)));
        let told = kinds(&mina, &first).await;
        let woken = told.iter().filter(|kind| *kind == "ticket.woken").count();
        assert_eq!(woken, 1, "{told:?}");
        assert_eq!(queue(&mina, "mine").await, (1, 1));
        assert_eq!(kinds(&mina, &second).await, Vec::<String>::new());
        // Its customer hears nothing of it.
        assert_eq!(kinds(&grace, &first).await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_its_customer_does_brings_it_back() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let mina = agent(&app, "mina").await;
        let reply = json!({ "wake_on": "reply", "until": null });
        let aside = async |subject: &str| {
            let id = app.ticket(&grace, subject).await;
            snooze(&mina, &id, reply.clone()).await.expect(200);
            assert_eq!(ticket(&mina, &id).await["snooze"]["wake_on"], "reply");
            id
        };
        let (one, two, three) = (aside("One").await, aside("Two").await, aside("Three").await);
        let words = json!({ "body": "Are you there?" });
        let path = |id: &PublicId, rest: &str| format!("/api/v1/tickets/{id}/{rest}");
        // A colleague's answer and a note are no reply of the customer's.
        mina.post(&path(&one, "messages")).json(&words).send().await.expect(201);
        assert!(!ticket(&mina, &one).await["snooze"].is_null());
        grace.post(&path(&one, "messages")).json(&words).send().await.expect(201);
        let reason = json!({ "reason": "It is urgent" });
        grace.post(&path(&two, "escalations")).json(&reason).send().await.expect(201);
        let solution = json!({ "status_id": solved(&app).await });
        mina.put(&path(&three, "status")).json(&solution).send().await.expect(200);
        for id in [&one, &two, &three] {
            assert_eq!(ticket(&mina, id).await["snooze"], Value::Null);
        }
        // Nobody has anything to do on a solved one.
        let refused = snooze(&mina, &three, reply.clone()).await.expect(200).json();
        assert_eq!(refused["items"][0]["code"], "snooze-inactive");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_turned_back_by_value_and_refused_what_means_nothing() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let id = app.ticket(&grace, "One").await;
        let mina = agent(&app, "mina").await;
        let later = until(app.clock.now() + Duration::from_secs(3600));
        let done = snooze(&mina, &id, later.clone()).await.expect(200).json();
        let undo = json!({ "tickets": [{ "id": id.as_str(), "undo": done["items"][0]["undo"] }] });
        // Somebody else chose another time meanwhile: that one stays.
        let reply = json!({ "wake_on": "reply", "until": null });
        snooze(&mina, &id, reply).await.expect(200);
        let back = mina.post("/api/v1/tickets/bulk/undo").json(&undo).send().await.expect(200);
        assert_eq!(back.json()["items"][0]["outcome"], "changed");
        snooze(&mina, &id, later).await.expect(200);
        let back = mina.post("/api/v1/tickets/bulk/undo").json(&undo).send().await.expect(200);
        assert_eq!(back.json()["items"][0]["outcome"], "done");
        assert_eq!(ticket(&mina, &id).await["snooze"], Value::Null);
        let woken = snooze(&mina, &id, Value::Null).await.expect(200).json();
        assert_eq!(woken["items"][0]["outcome"], "unchanged");
        for wrong in [
            until(app.clock.now()),
            json!({ "wake_on": "time", "until": null }),
            json!({ "wake_on": "reply", "until": app.clock.now().to_string() }),
        ] {
            let answer = snooze(&mina, &id, wrong.clone()).await.expect(200).json();
            assert_eq!(answer["items"][0]["outcome"], "refused", "{wrong}: {answer}");
        }
        // Who may only read puts nothing aside.
        let reader = app.member(NewMember::named("reader").role(Builtin::Auditor)).await;
        let answer = snooze(&reader, &id, json!({ "wake_on": "reply", "until": null })).await;
        assert_eq!(answer.expect(200).json()["items"][0]["outcome"], "not_allowed");
    }
}

/// Answered and read to its end, so that nothing but the coming back makes it unread.
async fn done_with(app: &TestApp, mina: &Member, id: &PublicId) {
    let path = |rest: &str| format!("/api/v1/tickets/{id}/{rest}");
    let assign = json!({ "assignee_id": mina.id.to_string(), "team_id": null });
    mina.put(&path("assignment")).json(&assign).send().await.expect(200);
    let words = json!({ "body": "We look into it." });
    mina.post(&path("messages")).json(&words).send().await.expect(201);
    let soon = until(app.clock.now() + Duration::from_secs(3600));
    let done = snooze(mina, id, soon).await.expect(200).json();
    assert_eq!(done["items"][0]["outcome"], "done", "{done}");
    let version = ticket(mina, id).await["version"].clone();
    mina.put(&path("read-mark")).json(&json!({ "seq": version })).send().await.expect(204);
    let read = ticket(mina, id).await;
    assert_eq!((&read["unread"], &read["read_seq"]), (&json!(false), &version));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_back_by_itself_is_unread_however_far_it_was_read() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app, "mina").await);
        let (timed, asked) = (app.ticket(&grace, "One").await, app.ticket(&grace, "Two").await);
        let by_hand = app.ticket(&grace, "Three").await;
        for id in [&timed, &asked, &by_hand] {
            done_with(&app, &mina, id).await;
        }
        let path = |id: &PublicId, rest: &str| format!("/api/v1/tickets/{id}/{rest}");
        // Its customer asks for somebody who may do more, and the last word is a colleague's again before Mina looks.
        let reason = json!({ "reason": "It is urgent" });
        grace.post(&path(&asked, "escalations")).json(&reason).send().await.expect(201);
        let words = json!({ "body": "I have it." });
        app.admin.post(&path(&asked, "messages")).json(&words).send().await.expect(201);
        // Whoever brings it back by hand knows of it.
        let woken = snooze(&mina, &by_hand, Value::Null).await.expect(200).json();
        assert_eq!(woken["items"][0]["outcome"], "done", "{woken}");
        app.clock.advance(Duration::from_secs(3600 + 60));
        app.step().await;
        for (id, unread) in [(&timed, true), (&asked, true), (&by_hand, false)] {
            let now = ticket(&mina, id).await;
            assert_eq!((&now["snooze"], &now["unread"]), (&Value::Null, &json!(unread)), "{now}");
        }
        let of_nobody = ticket(&app.admin, &timed).await;
        assert_eq!(of_nobody["unread"], false, "it is Mina's, and no news to others");
    }
}
