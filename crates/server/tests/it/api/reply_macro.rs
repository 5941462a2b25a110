//! `/api/v1/macros`: made, shared, offered on tickets, sent with what they do, and whose they are.

use proofdesk_desk::id::PublicId;
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Client, Member, NewMember, TestApp};
use serde_json::{Value, json};

use crate::access::solved;

async fn agent(app: &TestApp, name: &str) -> Member {
    app.member(NewMember::named(name).role(Builtin::Agent).brand(app.brand_id)).await
}

fn own(app: &TestApp, name: &str, texts: Value) -> Value {
    json!({ "brand_id": app.brand_id, "name": name, "audience": "own", "texts": texts })
}

async fn make(client: &Client, new: &Value) -> String {
    let made = client.post("/api/v1/macros").json(new).send().await.expect(201).json();
    made["id"].as_str().expect("an id").to_owned()
}

async fn names(client: &Client, path: &str) -> Vec<String> {
    let list = client.get(path).send().await.expect(200).json();
    let items = list["items"].as_array().expect("items").clone();
    items.iter().map(|item| item["name"].as_str().expect("a name").to_owned()).collect()
}

async fn uses(client: &Client, id: &str) -> Value {
    client.get(&format!("/api/v1/macros/{id}")).send().await.expect(200).json()["uses"].clone()
}

fn on(ticket: &PublicId, rest: &str) -> String {
    format!("/api/v1/tickets/{ticket}{rest}")
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_a_macro_is_for_is_offered_it() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let ticket = app.ticket(&grace, "Late deposit").await;
        let (mina, omar) = (agent(&app, "mina").await, agent(&app, "omar").await);
        let words = json!([{ "lang": "en", "text": "Words" }]);
        make(&mina, &own(&app, "Mina's", words.clone())).await;
        let mut all = own(&app, "Everybody's", words.clone());
        all["audience"] = json!("all");
        mina.post("/api/v1/macros").json(&all).send().await.refused("no-permission").expect(403);
        let shared = make(&app.admin, &all).await;
        let (other_brand, _) = app.brand("other").await;
        let mut elsewhere = all.clone();
        elsewhere["brand_id"] = json!(other_brand);
        elsewhere["name"] = json!("Another brand's");
        make(&app.admin, &elsewhere).await;
        let mut offered = names(&mina, &on(&ticket, "/macros")).await;
        offered.sort();
        assert_eq!(offered, ["Everybody's", "Mina's"]);
        assert_eq!(names(&omar, &on(&ticket, "/macros")).await, ["Everybody's"]);
        // Who leads keeps those of their brand.
        let lead = NewMember::named("lead").role(Builtin::TeamLead).brand(app.brand_id);
        let lead = app.member(lead).await;
        let path = format!("/api/v1/macros/{shared}");
        omar.put(&path).if_match(1).json(&all).send().await.refused("no-permission");
        lead.put(&path).json(&all).send().await.refused("version-required");
        lead.put(&path).if_match(1).json(&all).send().await.expect(200);
        lead.put(&path).if_match(1).json(&all).send().await.refused("version-conflict");
        // Away it is offered nowhere, and comes back as it was.
        lead.put(&format!("{path}/archival")).send().await.expect(204);
        assert_eq!(names(&omar, &on(&ticket, "/macros")).await, Vec::<String>::new());
        assert_eq!(names(&omar, "/api/v1/macros").await.len(), 2, "the list has archived ones");
        omar.get(&on(&ticket, &format!("/macros/{shared}"))).send().await.refused("not-found");
        lead.delete(&format!("{path}/archival")).send().await.expect(204);
        omar.get(&on(&ticket, &format!("/macros/{shared}"))).send().await.expect(200);
        lead.delete(&path).send().await.expect(204);
        omar.get(&path).send().await.refused("not-found");
        let events =
            app.admin.get("/api/v1/audit/events?limit=100").send().await.expect(200).text();
        for kind in ["created", "changed", "archived", "restored", "deleted"] {
            assert!(events.contains(&format!("macro.{kind}")), "{kind}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_text_is_refused_with_its_place() {
    for app in TestApp::both().await {
        let mina = agent(&app, "mina").await;
        for (text, code) in [
            ("Hello {{customer.nam|x}}", "macro-variable"),
            ("Hello\n  {{customer.name}}", "macro-fallback"),
            ("Please tell us your seed phrase.", "asks-for-secret"),
        ] {
            let texts = json!([{ "lang": "en", "text": "Fine" }, { "lang": "ja", "text": text }]);
            let answer = mina.post("/api/v1/macros").json(&own(&app, "x", texts)).send().await;
            let answer = answer.refused(code).expect(422);
            assert_eq!(answer.fields()[0].0, "texts[1].text", "{text}");
            let preview = mina.post("/api/v1/macro-previews").json(&json!({ "text": text }));
            preview.send().await.refused(code).expect(422);
        }
        let texts = json!([{ "lang": "ja", "text": "Please tell us your seed phrase." }]);
        let answer = mina.post("/api/v1/macros").json(&own(&app, "x", texts)).send().await;
        assert_eq!(answer.expect(422).fields()[0].0, "texts[0].text");
        let twice = json!([{ "lang": "ja", "text": "a" }, { "lang": "ja", "text": "b" }]);
        let answer = mina.post("/api/v1/macros").json(&own(&app, "x", twice)).send().await;
        assert_eq!(answer.expect(409).fields()[0].0, "texts[1].lang");
        let fine = json!({ "text": "Hello **{{customer.name|there}}**, {{ticket.number}}" });
        let html = mina.post("/api/v1/macro-previews").json(&fine).send().await.expect(200).json();
        let html = html["html"].as_str().expect("html").to_owned();
        assert!(html.contains("<strong>Ada Lovelace</strong>") && html.contains("PD-"), "{html}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_macro_speaks_the_customers_language_and_acts_with_the_message() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let mina = agent(&app, "mina").await;
        let opened = json!({
            "category": "other", "subject": "入金", "body": "まだです", "lang": "ja",
        });
        let opened = grace.post("/api/v1/tickets").json(&opened).send().await.expect(201).json();
        let ticket: PublicId = opened["id"].as_str().expect("an id").parse().expect("a number");
        let team = app.team("Second line").await;
        let mut new = own(
            &app,
            "Second line",
            json!([
                { "lang": "en", "text": "Hello {{customer.name|there}}" },
                { "lang": "ja", "text": "{{customer.name|お客}}様、{{ticket.number}} は{{answer.asset|資産}}の件です。{{agent.name}}" },
            ]),
        );
        new["acts"] = json!({
            "priority": "high", "takes": true, "team_id": team, "add_tags": ["Second Line"],
        });
        let id = make(&mina, &new).await;
        let said = mina.get(&on(&ticket, &format!("/macros/{id}"))).send().await.expect(200).json();
        assert_eq!(said["lang"], "ja");
        let text = said["text"].as_str().expect("a text").to_owned();
        assert_eq!(text, format!("{{{{customer.name|お客}}}}様、{ticket} は資産の件です。mina"));
        // Nothing has happened yet: a reply that is taken back leaves no trace.
        assert_eq!(uses(&mina, &id).await, 0);
        let sent = json!({
            "body": text, "macro_ids": [id, id],
            "acts": [
                { "priority": "high" }, { "assignee": mina.id.to_string() }, { "team": team },
                { "tags": { "add": ["second line"] } },
            ],
            "status_id": solved(&app).await,
        });
        mina.post(&on(&ticket, "/messages")).json(&sent).send().await.expect(201);
        let after = mina.get(&on(&ticket, "")).send().await.expect(200).json();
        assert_eq!((&after["priority"], &after["tags"]), (&json!("high"), &json!(["second-line"])));
        assert_eq!(after["assignee"]["id"], mina.id.to_string());
        assert_eq!(after["team"]["id"], team.to_string());
        assert_eq!(after["status"]["category"], "solved");
        assert_eq!(uses(&mina, &id).await, 1, "once a message");
        // The customer is called by their name, which staff never saw before it was sent.
        let read = grace.get(&on(&ticket, "/timeline")).send().await.expect(200).text();
        assert!(read.contains("grace of exchange様"), "{read}");
        assert!(!read.contains("macro"), "what it was written with is the desk's own affair");
        let note = json!({ "body": "Called {{customer.name|them}}", "visibility": "internal" });
        mina.post(&on(&ticket, "/messages")).json(&note).send().await.expect(201);
        let read = mina.get(&on(&ticket, "/timeline")).send().await.expect(200).text();
        assert!(read.contains("Called g•••"), "{read}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_along_is_done_whole_or_not_at_all() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let ticket = app.ticket(&grace, "Late deposit").await;
        let mina = agent(&app, "mina").await;
        let id = make(&mina, &own(&app, "x", json!([{ "lang": "en", "text": "Words" }]))).await;
        let messages = on(&ticket, "/messages");
        let nobody = uuid::Uuid::from_u128(7);
        let wrong = json!({
            "body": "Words", "macro_ids": [id], "acts": [{ "priority": "high" }, { "team": nobody }],
        });
        mina.post(&messages).json(&wrong).send().await.refused("field-invalid");
        let state = mina.get(&on(&ticket, "")).send().await.expect(200).json();
        assert_eq!((&state["priority"], &state["message_count"]), (&json!("normal"), &json!(1)));
        assert_eq!(uses(&mina, &id).await, 0);
        // Customers send words and nothing else.
        let acts = json!({ "body": "Words", "acts": [{ "priority": "urgent" }] });
        grace.post(&messages).json(&acts).send().await.refused("no-permission");
        let macros = json!({ "body": "Words", "macro_ids": [id] });
        grace.post(&messages).json(&macros).send().await.refused("staff-only");
        // One that was deleted while the message was written does not stand in its way.
        mina.delete(&format!("/api/v1/macros/{id}")).send().await.expect(204);
        mina.post(&messages).json(&macros).send().await.expect(201);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_macro_for_the_verified_is_for_nobody_else() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let ticket = app.ticket(&grace, "Late deposit").await;
        let mina = agent(&app, "mina").await;
        let mut new = own(&app, "Balance", json!([{ "lang": "en", "text": "Your balance is…" }]));
        new["min_level"] = json!("signed-in");
        let id = make(&mina, &new).await;
        let one = |ticket: &PublicId| on(ticket, &format!("/macros/{id}"));
        mina.get(&one(&ticket)).send().await.expect(200);
        let unknown = json!({ "brand_id": app.brand_id, "email": "somebody@example.com" });
        let unknown =
            app.admin.post("/api/v1/customers").json(&unknown).send().await.expect(201).json();
        let opened = json!({
            "customer_id": unknown["id"], "category": "other", "subject": "By mail", "body": "Words",
        });
        let opened =
            app.admin.post("/api/v1/tickets").json(&opened).send().await.expect(201).json();
        let by_mail: PublicId = opened["id"].as_str().expect("an id").parse().expect("a number");
        let offered = mina.get(&on(&by_mail, "/macros")).send().await.expect(200).json();
        assert_eq!(offered["items"][0]["is_allowed"], false);
        mina.get(&one(&by_mail)).send().await.refused("verification-required").expect(403);
        let reply = json!({ "body": "Your balance is 1", "macro_ids": [id] });
        let sent = mina.post(&on(&by_mail, "/messages")).json(&reply).send().await;
        sent.refused("verification-required");
        // Among staff it may be quoted.
        let note = json!({ "body": "As usual", "macro_ids": [id], "visibility": "internal" });
        mina.post(&on(&by_mail, "/messages")).json(&note).send().await.expect(201);
        mina.post(&on(&ticket, "/messages")).json(&reply).send().await.expect(201);
        assert_eq!(uses(&mina, &id).await, 2);
    }
}
