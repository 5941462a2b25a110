//! Members whom a note mentions, and who follow a ticket: as they are told of it, and what nobody else is.

use proofdesk_desk::id::{PublicId, StaffId, TeamId};
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Client, Member, NewMember, TestApp};
use serde_json::{Value, json};

async fn agent(app: &TestApp, name: &str) -> Member {
    app.member(NewMember::named(name).role(Builtin::Agent).brand(app.brand_id)).await
}

/// The number beside a queue.
async fn queue(client: &Client, name: &str) -> i64 {
    let answer = client.get("/api/v1/queues").send().await.expect(200).json();
    let items = answer["items"].as_array().expect("items");
    let found = items.iter().find(|item| item["name"] == name).expect("a queue");
    found["count"].as_i64().expect("a count")
}

/// The names of those who follow a ticket.
async fn followers(client: &Client, id: &PublicId) -> Vec<String> {
    let answer = client.get(&format!("/api/v1/tickets/{id}/participants")).send().await;
    names(&answer.expect(200).json()["items"])
}

fn names(items: &Value) -> Vec<String> {
    let items = items.as_array().expect("a list");
    items.iter().map(|item| item["name"].as_str().expect("a name").to_owned()).collect()
}

fn note(text: &str, staff_ids: &[StaffId], team_ids: &[TeamId]) -> Value {
    let staff: Vec<String> = staff_ids.iter().map(ToString::to_string).collect();
    let teams: Vec<String> = team_ids.iter().map(ToString::to_string).collect();
    json!({
        "body": text, "visibility": "internal",
        "mentions": { "staff_ids": staff, "team_ids": teams },
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_tells_those_whom_it_mentions() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let team = app.team("Wallets").await;
        let wallets =
            |name| NewMember::named(name).role(Builtin::Agent).brand(app.brand_id).team(team);
        let (mina, noor) = (app.member(wallets("mina")).await, app.member(wallets("noor")).await);
        let omar = agent(&app, "omar").await;
        let id = app.ticket(&grace, "Where is it?").await;
        let post = format!("/api/v1/tickets/{id}/messages");
        let new = note("@omar, can @Wallets help?", &[omar.id], &[team]);
        let send = async || {
            let call = mina.post(&post).header("idempotency-key", "once").json(&new);
            call.send().await.expect(201).json()
        };
        // Sent twice, it is one note.
        let (once, again) = (send().await, send().await);
        assert_eq!(once["message_id"], again["message_id"]);
        assert_eq!(followers(&mina, &id).await, ["noor", "omar"], "not who wrote it");
        for member in [&noor, &omar] {
            assert_eq!((queue(member, "mentions").await, queue(member, "following").await), (1, 1));
        }
        assert_eq!(queue(&mina, "mentions").await, 0);
        let listed = omar.get("/api/v1/tickets?queue=mentions&sort=mentions").send().await;
        let listed = listed.expect(200).json();
        assert_eq!(
            (&listed["items"][0]["id"], &listed["items"][0]["mention_unread"]),
            (&json!(id.as_str()), &json!(true))
        );
        let timeline = format!("/api/v1/tickets/{id}/timeline");
        let told = omar.get(&timeline).send().await.expect(200).json();
        let said = &told["items"][1]["mentions"];
        assert_eq!(names(said), ["omar", "Wallets"]);
        assert_eq!((&said[0]["kind"], &said[1]["kind"]), (&json!("member"), &json!("team")));
        // Opened, it is read.
        let seq = json!({ "seq": once["ticket"]["version"] });
        omar.put(&format!("/api/v1/tickets/{id}/read-mark")).json(&seq).send().await.expect(204);
        assert_eq!((queue(&omar, "mentions").await, queue(&noor, "mentions").await), (0, 1));
        // Its customer is told nothing of it.
        let own = grace.get(&timeline).send().await.expect(200);
        let text = own.text();
        assert!(!text.contains("omar") && !text.contains("mention"), "{text}");
        let beside = grace.get(&format!("/api/v1/tickets/{id}/participants")).send().await;
        beside.refused("staff-only");
        let public = json!({ "body": "Hello", "mentions": { "staff_ids": [omar.id.to_string()] } });
        mina.post(&post).json(&public).send().await.refused("field-invalid");
        let many = note("All of you", &[omar.id; 51], &[]);
        mina.post(&post).json(&many).send().await.refused("too-many");
        app.step().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_may_see_a_ticket_follows_it() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let (mina, noor) = (agent(&app, "mina").await, agent(&app, "noor").await);
        let far = app.member(NewMember::named("far").role(Builtin::Agent)).await;
        let id = app.ticket(&grace, "Where is it?").await;
        let readers = mina.get(&format!("/api/v1/tickets/{id}/readers")).send().await.expect(200);
        let readers = names(&readers.json()["members"]);
        assert!(readers.contains(&"noor".to_owned()) && !readers.contains(&"far".to_owned()));
        let of = |who: &Member| format!("/api/v1/tickets/{id}/participants/{}", who.id);
        mina.put(&of(&far)).send().await.refused("field-invalid");
        let post = format!("/api/v1/tickets/{id}/messages");
        mina.post(&post).json(&note("@far?", &[far.id], &[])).send().await.refused("field-invalid");
        let now = mina.put(&of(&noor)).send().await.expect(200).json();
        assert_eq!(names(&now["items"]), ["noor"]);
        mina.put(&of(&mina)).send().await.expect(200);
        assert_eq!(followers(&noor, &id).await, ["mina", "noor"]);
        let found = noor.get("/api/v1/tickets?filter=participant:me").send().await.expect(200);
        assert_eq!(found.json()["items"][0]["id"], json!(id.as_str()));
        // Who is disabled is not shown, and comes back with what they were.
        let disablement = format!("/api/v1/staff/{}/disablement", noor.id);
        app.admin.put(&disablement).send().await.expect(204);
        assert_eq!(followers(&mina, &id).await, ["mina"]);
        app.admin.delete(&disablement).send().await.expect(204);
        assert_eq!(followers(&mina, &id).await, ["mina", "noor"]);
        mina.delete(&of(&noor)).send().await.expect(200);
        assert_eq!(followers(&mina, &id).await, ["mina"]);
        let timeline = format!("/api/v1/tickets/{id}/timeline");
        let told = mina.get(&timeline).send().await.expect(200).json();
        let items = told["items"].as_array().expect("items");
        let last = items.last().expect("an event");
        assert_eq!(last["kind"], "ticket.participants_removed");
        assert_eq!(last["data"]["staff_ids"], json!([noor.id.to_string()]));
        app.step().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_chooses_whether_mentions_are_mailed() {
    for app in TestApp::both().await {
        let mina = agent(&app, "mina").await;
        let wants = async |client: &Client| {
            let me = client.get("/api/v1/me").send().await.expect(200).json();
            me["staff"]["mention_mails"].clone()
        };
        assert_eq!(wants(&mina).await, json!(true));
        mina.patch("/api/v1/me").json(&json!({ "mention_mails": false })).send().await.expect(204);
        assert_eq!(wants(&mina).await, json!(false));
        let grace = app.customer("grace").await;
        let asked = grace.patch("/api/v1/me").json(&json!({ "mention_mails": false })).send().await;
        asked.refused("field-unknown");
        app.step().await;
    }
}
