//! `/api/v1/tickets`: a ticket's life, two people at once, the same request twice, lists page by page.

use std::time::Duration;

use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Client, Member, NewMember, TestApp};
use serde_json::{Value, json};

use crate::access::solved;

async fn agent(app: &TestApp, name: &str) -> Member {
    app.member(NewMember::named(name).role(Builtin::Agent).brand(app.brand_id)).await
}

fn new(subject: &str) -> Value {
    json!({ "category": "deposit-not-credited", "subject": subject, "body": "I sent 250 USDT two hours ago." })
}

async fn open(client: &Client, subject: &str) -> String {
    let ticket = client.post("/api/v1/tickets").json(&new(subject)).send().await.expect(201).json();
    ticket["id"].as_str().expect("a number").to_owned()
}

async fn ticket(client: &Client, number: &str) -> Value {
    client.get(&format!("/api/v1/tickets/{number}")).send().await.expect(200).json()
}

/// The messages of a timeline as `(author, visibility, text)`.
async fn messages(client: &Client, number: &str) -> Vec<(String, String, String)> {
    let timeline =
        client.get(&format!("/api/v1/tickets/{number}/timeline")).send().await.expect(200).json();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let items = timeline["items"].as_array().expect("items");
    let words = |item: &Value| {
        item["segments"].as_array().map(|all| all.iter().map(|s| text(&s["text"])).collect())
    };
    let messages = items.iter().filter(|item| item["type"] == "message");
    messages
        .map(|item| {
            (
                text(&item["author"]["kind"]),
                text(&item["visibility"]),
                words(item).unwrap_or_default(),
            )
        })
        .collect()
}

fn said(author: &str, visibility: &str, text: &str) -> (String, String, String) {
    (author.to_owned(), visibility.to_owned(), text.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_lives_from_the_first_word_to_the_last() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app, "mina").await);
        let number = open(&grace, "My deposit").await;
        let path = |rest: &str| format!("/api/v1/tickets/{number}{rest}");
        let seen = ticket(&mina, &number).await;
        assert_eq!(
            (&seen["status"]["category"], &seen["priority"], &seen["unread"]),
            (&json!("open"), &json!("normal"), &json!(true))
        );
        assert_eq!(seen["customer"]["name"], "g••• o••• e•••", "the name is masked");
        // Taken, tagged, made urgent, noted, answered and solved in one go.
        let taken = json!({ "assignee_id": mina.id, "team_id": null });
        mina.put(&path("/assignment")).json(&taken).send().await.expect(200);
        mina.put(&path("/tags/USDT%20on%20Tron")).send().await.expect(200);
        mina.put(&path("/priority"))
            .json(&json!({ "priority": "urgent" }))
            .send()
            .await
            .expect(200);
        let note = json!({ "body": "Looks like a missing memo.", "visibility": "internal" });
        mina.post(&path("/messages")).json(&note).send().await.expect(201);
        let reply = json!({ "body": "It has arrived.", "status_id": solved(&app).await });
        mina.post(&path("/messages")).json(&reply).send().await.expect(201);
        let seen = ticket(&mina, &number).await;
        assert_eq!(seen["status"]["category"], "solved");
        assert_eq!(seen["assignee"]["id"], json!(mina.id));
        assert_eq!((&seen["tags"], &seen["message_count"]), (&json!(["usdt-on-tron"]), &json!(3)));
        // The customer sees neither note, nor priority, nor tags; and thanks, which opens it again.
        let own = ticket(&grace, &number).await;
        for inside in ["priority", "tags", "assignee", "message_count", "customer", "risk"] {
            assert!(own.get(inside).is_none(), "{inside} in {own}");
        }
        let thanks = json!({ "body": "Thank you! Wait: it is short of 1 USDT." });
        grace.post(&path("/messages")).json(&thanks).send().await.expect(201);
        assert_eq!(ticket(&grace, &number).await["status"]["category"], "open");
        let public = [
            said("customer", "public", "I sent 250 USDT two hours ago."),
            said("staff", "public", "It has arrived."),
            said("customer", "public", "Thank you! Wait: it is short of 1 USDT."),
        ];
        assert_eq!(messages(&grace, &number).await, public);
        assert_eq!(messages(&mina, &number).await.len(), 4);
        let note = said("staff", "internal", "Looks like a missing memo.");
        assert_eq!(messages(&mina, &number).await[1], note);
        grace.post(&path("/solution")).send().await.expect(200);
        assert_eq!(ticket(&mina, &number).await["status"]["category"], "solved");
        grace.post(&path("/reopening")).send().await.expect(200);
        assert_eq!(ticket(&mina, &number).await["status"]["category"], "open");
    }
}

/// What is told beside each message of how far its customer had proven who they are.
async fn verifications(client: &Client, number: &str) -> Vec<Value> {
    let path = format!("/api/v1/tickets/{number}/timeline");
    let timeline = client.get(&path).send().await.expect(200).json();
    let items = timeline["items"].as_array().expect("items");
    let messages = items.iter().filter(|item| item["type"] == "message");
    messages.map(|item| item["verification"].clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_are_told_beside_a_message_what_its_customer_had_proven() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app, "mina").await);
        let number = open(&grace, "My deposit").await;
        let reply = json!({ "body": "We look into it." });
        let path = format!("/api/v1/tickets/{number}/messages");
        mina.post(&path).json(&reply).send().await.expect(201);
        assert_eq!(verifications(&mina, &number).await, [json!("signed-in"), Value::Null]);
        assert_eq!(verifications(&grace, &number).await, [Value::Null, Value::Null]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_open_tickets_for_customers_and_customers_only_their_own() {
    for app in TestApp::both().await {
        let (grace, mallory) = (app.customer("grace").await, app.customer("mallory").await);
        let mina = agent(&app, "mina").await;
        let mut body = new("By telephone");
        mina.post("/api/v1/tickets").json(&body).send().await.refused("field-required");
        body["customer_id"] = json!(grace.id);
        let made = mina.post("/api/v1/tickets").json(&body).send().await.expect(201).json();
        let number = made["id"].as_str().expect("a number");
        ticket(&grace, number).await;
        // A customer who names another one is told so, and opens their own without.
        mallory.post("/api/v1/tickets").json(&body).send().await.expect(422);
        body["customer_id"] = Value::Null;
        let made = mallory.post("/api/v1/tickets").json(&body).send().await.expect(201).json();
        let number = made["id"].as_str().expect("a number");
        grace.get(&format!("/api/v1/tickets/{number}")).send().await.refused("not-found");
        ticket(&mallory, number).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tag_that_is_not_there_cannot_be_taken_off() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app, "mina").await);
        let (number, other) = (open(&grace, "My deposit").await, open(&grace, "Fees").await);
        let tag = |number: &str| format!("/api/v1/tickets/{number}/tags/vip");
        mina.delete(&tag(&number)).send().await.refused("not-found").expect(404);
        mina.put(&tag(&other)).send().await.expect(200);
        // There is such a tag now, on another ticket.
        mina.delete(&tag(&number)).send().await.refused("not-found").expect(404);
        mina.delete(&tag(&other)).send().await.expect(200);
        mina.delete(&tag(&other)).send().await.refused("not-found").expect(404);
        // In bulk, and turned back, what is off is off.
        let act = json!({ "tags": { "remove": ["vip"] } });
        let act = json!({ "tickets": [{ "id": number }], "act": act });
        let done = mina.post("/api/v1/tickets/bulk").json(&act).send().await.expect(200).json();
        assert_eq!(done["items"][0]["outcome"], "unchanged", "{done}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_from_a_stale_view_is_a_conflict() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app, "mina").await);
        let number = open(&grace, "My deposit").await;
        let priority = format!("/api/v1/tickets/{number}/priority");
        let seen =
            mina.get(&format!("/api/v1/tickets/{number}")).send().await.expect(200).version();
        let change = |to: &str| mina.put(&priority).if_match(seen).json(&json!({ "priority": to }));
        let now = change("high").send().await.expect(200);
        assert_eq!(now.version(), seen + 1);
        change("low").send().await.refused("version-conflict").expect(412);
        mina.put(&priority)
            .header("if-match", "\"nonsense\"")
            .json(&json!({ "priority": "low" }))
            .send()
            .await
            .refused("version-conflict");
        // A version that got lost on the way is not taken for none.
        for lost in ["", "7", "\"7"] {
            let sent = mina.put(&priority).header("if-match", lost);
            let refused = sent.json(&json!({ "priority": "low" })).send().await;
            let refused = refused.refused("header-invalid").expect(400);
            assert_eq!(refused.json()["args"]["header"], "if-match", "{lost:?}");
        }
        // The same again is no change, so it moves nothing.
        let same =
            mina.put(&priority).json(&json!({ "priority": "high" })).send().await.expect(200);
        assert_eq!(same.version(), seen + 1);
    }
}

/// Two agents answer the same ticket at the same moment: both messages are whole, or one is told of the other.
#[tokio::test(flavor = "multi_thread")]
async fn two_agents_write_at_once() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let (mina, omar) = (agent(&app, "mina").await, agent(&app, "omar").await);
        let number = open(&grace, "My deposit").await;
        let path = format!("/api/v1/tickets/{number}/messages");
        let seen =
            mina.get(&format!("/api/v1/tickets/{number}")).send().await.expect(200).version();
        let post = async |who: &Member, text: &str| {
            let body = json!({ "body": text, "expect_version": seen });
            who.post(&path).json(&body).send().await
        };
        let (a, b) = tokio::join!(post(&mina, "From Mina"), post(&omar, "From Omar"));
        let mut statuses = [a.status, b.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 412], "{} / {}", a.text(), b.text());
        let loser = if a.status == 412 { a } else { b };
        loser.refused("version-conflict");
        // Without saying what they saw, both are heard.
        let blind = async |who: &Member, text: &str| {
            who.post(&path).json(&json!({ "body": text })).send().await
        };
        let (a, b) = tokio::join!(blind(&mina, "Also"), blind(&omar, "Me too"));
        assert_eq!((a.status, b.status), (201, 201));
        assert_eq!(messages(&mina, &number).await.len(), 4);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_request_twice_is_one_ticket() {
    for app in TestApp::both().await {
        let (grace, mallory) = (app.customer("grace").await, app.customer("mallory").await);
        let send = async |who: &Client, subject: &str| {
            who.post("/api/v1/tickets").key("k-1").json(&new(subject)).send().await
        };
        let answers = futures_util::future::join_all((0..6).map(|_| send(&grace, "Once"))).await;
        let first = answers[0].clone().expect(201).json();
        assert!(answers.iter().all(|a| a.status == 201 && a.json() == first), "{answers:?}");
        let replayed =
            answers.iter().filter(|a| a.header("idempotency-replayed") == "true").count();
        assert_eq!(replayed, 5);
        let list = grace.get("/api/v1/tickets").send().await.expect(200).json();
        assert_eq!(list["items"].as_array().map(Vec::len), Some(1));
        send(&grace, "Another").await.refused("idempotency-mismatch").expect(422);
        // Somebody else's key of the same name is another one, and so is a key of the next day.
        assert_ne!(send(&mallory, "Once").await.expect(201).json()["id"], first["id"]);
        for (key, fine) in
            [("x".repeat(200), true), ("x".repeat(201), false), ("a b".to_owned(), false)]
        {
            let answer = mallory.post("/api/v1/tickets").key(&key).json(&new("Key")).send().await;
            assert_eq!(answer.status == 201, fine, "{key}: {}", answer.text());
        }
        app.clock.advance(proofdesk_desk::limits::IDEMPOTENCY_AGE);
        let tomorrow = app.customer("grace").await;
        assert_ne!(send(&tomorrow, "Once").await.expect(201).json()["id"], first["id"]);
    }
}

/// A request that was refused did nothing, so its key is free for the corrected one.
#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_does_not_use_up_the_key() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let mut wrong = new("Mine");
        wrong["category"] = json!("no-such-category");
        grace.post("/api/v1/tickets").key("k").json(&wrong).send().await.refused("field-invalid");
        grace.post("/api/v1/tickets").key("k").json(&new("Mine")).send().await.expect(201);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_go_on_where_they_stopped_whatever_happens_between() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app, "mina").await);
        let mut all = Vec::new();
        for n in 0..7 {
            all.push(app.ticket(&grace, &format!("Ticket {n}")).await.to_string());
        }
        all.reverse();
        let (mut seen, mut cursor) = (Vec::new(), None::<String>);
        loop {
            let query =
                cursor.as_ref().map_or_else(String::new, |cursor| format!("&cursor={cursor}"));
            let page = mina
                .get(&format!("/api/v1/tickets?limit=3{query}"))
                .send()
                .await
                .expect(200)
                .json();
            let items = page["items"].as_array().expect("items").clone();
            seen.extend(items.iter().map(|one| one["id"].as_str().expect("a number").to_owned()));
            // A new ticket at the top moves nothing below it.
            app.ticket(&grace, "Newer").await;
            match page["next_cursor"].as_str() {
                Some(next) => cursor = Some(next.to_owned()),
                None => break,
            }
        }
        assert_eq!(seen, all);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_go_back_to_what_came_since_and_skip_nothing() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app, "mina").await);
        let mut all = Vec::new();
        for n in 0..7 {
            all.push(app.ticket(&grace, &format!("Ticket {n}")).await.to_string());
        }
        all.reverse();
        let page = async |who: &Client, query: &str| {
            let page = who.get(&format!("/api/v1/tickets?{query}")).send().await;
            page.expect(200).json()
        };
        let rows = |page: &Value| -> Vec<String> {
            let items = page["items"].as_array().expect("items");
            items.iter().map(|one| one["id"].as_str().expect("a number").to_owned()).collect()
        };
        let cursor = |page: &Value, name: &str| page[name].as_str().expect(name).to_owned();
        let both: [&Client; 2] = [&mina, &grace];
        for who in both {
            let first = page(who, "limit=5").await;
            assert_eq!(first.get("prev_cursor"), None, "nothing is before the first");
            let next = cursor(&first, "next_cursor");
            let last = page(who, &format!("limit=5&cursor={next}")).await;
            assert_eq!(rows(&last), all[5..]);
            // The nearest, in the order of the list, and on from there in both directions.
            let prev = cursor(&last, "prev_cursor");
            let middle = page(who, &format!("limit=2&before={prev}")).await;
            assert_eq!(rows(&middle), all[3..5]);
            let next = cursor(&middle, "next_cursor");
            assert_eq!(rows(&page(who, &format!("limit=9&cursor={next}")).await), all[5..]);
            let prev = cursor(&middle, "prev_cursor");
            let top = page(who, &format!("limit=3&before={prev}")).await;
            assert_eq!(rows(&top), all[..3]);
            assert_eq!(top.get("prev_cursor"), None, "exactly as many as were asked for");
            let edge = cursor(&top, "next_cursor");
            assert_eq!(rows(&page(who, &format!("limit=2&before={edge}")).await), all[..2]);
            // From the end, and back from there to what stands before it.
            let end = page(who, "limit=3&last=true").await;
            assert_eq!(rows(&end), all[all.len() - 3..]);
            assert_eq!(end.get("next_cursor"), None, "nothing is behind the last");
            assert_eq!(end["total"], json!(all.len()), "how long the list is");
            assert_eq!(first.get("total"), None, "only its end tells that");
            let prev = cursor(&end, "prev_cursor");
            let back = page(who, &format!("limit=3&before={prev}")).await;
            assert_eq!(rows(&back), all[all.len() - 6..all.len() - 3]);
            let next = cursor(&back, "next_cursor");
            assert_eq!(rows(&page(who, &format!("limit=9&cursor={next}")).await), rows(&end));
            let whole = page(who, &format!("limit={}&last=true", all.len())).await;
            assert_eq!(rows(&whole), all);
            assert_eq!(whole.get("prev_cursor"), None, "exactly as many as were asked for");
            assert_eq!(rows(&page(who, "limit=3&last=false").await), all[..3]);
        }
        let last = page(&mina, "limit=5").await;
        let next = cursor(&last, "next_cursor");
        let last = page(&mina, &format!("limit=5&cursor={next}")).await;
        let before = cursor(&last, "prev_cursor");
        // The row that the cursor names moves to the top, and one comes: those that stay are all there, and the others once.
        app.clock.advance(Duration::from_secs(60));
        let moved = format!("/api/v1/tickets/{}/messages", all[5]);
        grace.post(&moved).json(&json!({ "body": "Any news?" })).send().await.expect(201);
        let came = app.ticket(&grace, "Newer").await.to_string();
        let back = page(&mina, &format!("limit=50&before={before}")).await;
        let mut expected = vec![came, all[5].clone()];
        expected.extend(all[..5].iter().cloned());
        assert_eq!(rows(&back), expected);
        assert_eq!(back.get("prev_cursor"), None);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn cursors_are_nobodys_to_make_up_or_pass_on() {
    let app = TestApp::sqlite().await;
    let (grace, mina) = (app.customer("grace").await, agent(&app, "mina").await);
    for n in 0..3 {
        app.ticket(&grace, &format!("Ticket {n}")).await;
    }
    let list = async |who: &Client, query: &str| {
        who.get(&format!("/api/v1/tickets?limit=1{query}")).send().await
    };
    let page = list(&mina, "").await.expect(200).json();
    let cursor = page["next_cursor"].as_str().expect("a next page").to_owned();
    list(&mina, &format!("&cursor={cursor}")).await.expect(200);
    let last = if cursor.ends_with('A') { 'B' } else { 'A' };
    let forged = format!("{}{last}", &cursor[..cursor.len() - 1]);
    list(&mina, &format!("&cursor={forged}")).await.refused("cursor-invalid").expect(400);
    // Of another list, of another person, of no one.
    list(&mina, &format!("&cursor={cursor}&priority=high")).await.refused("cursor-invalid");
    list(&grace, &format!("&cursor={cursor}")).await.refused("cursor-invalid");
    mina.get(&format!("/api/v1/tags?cursor={cursor}")).send().await.refused("cursor-invalid");
    list(&mina, "&cursor=AAAA").await.refused("cursor-invalid");
    // The same of the way back.
    list(&mina, &format!("&before={cursor}")).await.expect(200);
    list(&mina, &format!("&before={forged}")).await.refused("cursor-invalid").expect(400);
    list(&mina, &format!("&before={cursor}&sort=oldest")).await.refused("cursor-invalid");
    list(&grace, &format!("&before={cursor}")).await.refused("cursor-invalid");
    let both = format!("&cursor={cursor}&before={cursor}");
    let both = list(&mina, &both).await.refused("field-invalid").expect(422).json();
    assert_eq!(both["errors"][0]["field"], "before");
    for kind in ["cursor", "before"] {
        let two = list(&mina, &format!("&last=true&{kind}={cursor}")).await;
        let two = two.refused("field-invalid").expect(422).json();
        assert_eq!(two["errors"][0]["field"], "last");
    }
    for limit in ["0", "101", "-1", "x"] {
        mina.get(&format!("/api/v1/tickets?limit={limit}"))
            .send()
            .await
            .refused("field-invalid")
            .expect(422);
    }
    mina.get("/api/v1/tickets?colour=red").send().await.expect(422);
}

/// People mistype numbers: one whose check character does not fit is told apart from one that is not there.
#[tokio::test(flavor = "multi_thread")]
async fn a_mistyped_number_has_words_of_its_own() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let number = open(&grace, "My deposit").await;
    let find = async |typed: &str| grace.get(&format!("/api/v1/tickets/{typed}")).send().await;
    find(&number.to_lowercase()).await.expect(200);
    find(&number.replace('-', "")).await.expect(200);
    let at = 3;
    let other = if &number[at..=at] == "0" { "1" } else { "0" };
    let slip = format!("{}{other}{}", &number[..at], &number[at + 1..]);
    find(&slip).await.refused("ticket-number-wrong").expect(404);
    find("PD-12").await.refused("ticket-number-wrong");
    let absent = proofdesk_desk::id::PublicId::from_bits(7);
    find(absent.as_str()).await.refused("not-found");
}

/// What a reach admits, through the API: the same rule for the list, the ticket and what is done to it.
#[tokio::test(flavor = "multi_thread")]
async fn reach_decides_what_is_there() {
    for app in TestApp::both().await {
        let team = app.team("first line").await;
        let (other_brand, other_exchange) = app.brand("other").await;
        let (here, there) =
            (app.customer("grace").await, app.customer_of(&other_exchange, "oscar").await);
        let holds = |reach| [(Permission::TicketRead, reach), (Permission::TicketAssign, reach)];
        let own =
            app.member(NewMember::named("own").grants(holds(Reach::Own)).brand(app.brand_id)).await;
        let mate = app.member(NewMember::named("mate").grants(holds(Reach::Team)).team(team)).await;
        let brand = app
            .member(NewMember::named("brand").grants(holds(Reach::Brand)).brand(other_brand))
            .await;
        let (mine, teams, far) =
            (open(&here, "Own").await, open(&here, "Team").await, open(&there, "Far").await);
        let assign = async |number: &str, to: Value| {
            app.admin
                .put(&format!("/api/v1/tickets/{number}/assignment"))
                .json(&to)
                .send()
                .await
                .expect(200);
        };
        assign(&mine, json!({ "assignee_id": own.id, "team_id": null })).await;
        assign(&teams, json!({ "assignee_id": null, "team_id": team })).await;
        for (who, sees) in [(&own, &mine), (&mate, &teams), (&brand, &far)] {
            let list = who.get("/api/v1/tickets").send().await.expect(200).json();
            let numbers: Vec<&str> = list["items"]
                .as_array()
                .expect("items")
                .iter()
                .filter_map(|t| t["id"].as_str())
                .collect();
            assert_eq!(numbers, [sees.as_str()], "{}", who.email);
            for number in [&mine, &teams, &far] {
                let status = who.get(&format!("/api/v1/tickets/{number}")).send().await.status;
                assert_eq!(
                    status,
                    if number == sees { 200 } else { 404 },
                    "{} {number}",
                    who.email
                );
            }
        }
        // Handed away, it is gone.
        assign(&mine, json!({ "assignee_id": app.admin.id, "team_id": null })).await;
        own.get(&format!("/api/v1/tickets/{mine}")).send().await.refused("not-found");
    }
}

/// Keys and seed phrases never rest, and the ticket is urgent at once.
#[tokio::test(flavor = "multi_thread")]
async fn a_leaked_key_is_masked_and_alarms() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app, "mina").await);
        let phrase = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
        let mut body = new("Help");
        body["body"] = json!(format!("My seed phrase is {phrase}, is my money safe?"));
        let made = grace.post("/api/v1/tickets").json(&body).send().await.expect(201).json();
        let number = made["id"].as_str().expect("a number");
        let seen = ticket(&mina, number).await;
        assert_eq!(
            (&seen["risk"], &seen["priority"]),
            (&json!("suspected_theft"), &json!("urgent"))
        );
        for who in [&mina.client, &grace.client] {
            let timeline =
                who.get(&format!("/api/v1/tickets/{number}/timeline")).send().await.expect(200);
            assert!(!timeline.text().contains("abandon"), "{}", timeline.text());
            assert!(timeline.text().contains("is my money safe?"));
        }
        let rest: Vec<(String,)> =
            app.look(async |rx| Ok(rx.query("select body from message_body", &[]).await?)).await;
        assert!(rest.iter().all(|(body,)| !body.contains("abandon")), "{rest:?}");
    }
}
