//! `GET /api/v1/tickets?filter=…`: what the words find, in which order, page by page, and what is said of wrong ones.

use std::time::Duration;

use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Answer, Client, Customer, Member, NewMember, TestApp};
use serde_json::{Value, json};

const TRON: &str = "TQLCsShbQNXMTVCjprY64qZmEA4rBarpQp";

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

async fn ask(client: &Client, filter: &str, more: &str) -> Answer {
    client.get(&format!("/api/v1/tickets?filter={}{more}", encoded(filter))).send().await
}

/// The subjects that a filter finds, in the order of the list.
async fn found(client: &Client, filter: &str) -> Vec<String> {
    subjects(&ask(client, filter, "").await.expect(200).json())
}

fn subjects(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().expect("items");
    items.iter().map(|item| item["subject"].as_str().expect("a subject").to_owned()).collect()
}

async fn open(
    customer: &Customer,
    category: &str,
    subject: &str,
    body: &str,
    answers: Value,
) -> String {
    let new = json!({ "category": category, "subject": subject, "body": body, "answers": answers });
    let made = customer.post("/api/v1/tickets").json(&new).send().await.expect(201).json();
    made["id"].as_str().expect("a number").to_owned()
}

/// Mina of the first line, and four tickets a minute apart: a deposit on Tron, a pending withdrawal, an API error, a theft.
struct World {
    app: TestApp,
    mina: Member,
    grace: Customer,
    numbers: Vec<String>,
}

impl World {
    async fn of(app: TestApp) -> Self {
        let team = app.team("First, line").await;
        let mina = NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id).team(team);
        let mina = app.member(mina).await;
        let (grace, oscar) = (app.customer("grace").await, app.customer("oscar").await);
        let mut numbers = Vec::new();
        let asked = json!({ "asset": "USDT", "network": "tron" });
        let deposit = format!("I sent 250 USDT to {TRON}");
        for (who, category, subject, body, answers) in [
            (&grace, "deposit-not-credited", "deposit", deposit.as_str(), asked),
            (&oscar, "withdrawal-pending", "withdrawal", "Where are my 2 BTC?", json!({})),
            (&grace, "api-error", "api", "It says 1001", json!({})),
            (&oscar, "theft", "theft", "Somebody has my account", json!({})),
        ] {
            numbers.push(open(who, category, subject, body, answers).await);
            app.clock.advance(Duration::from_secs(60));
        }
        let world = Self { app, mina, grace, numbers };
        let assign = json!({ "assignee_id": world.mina.id, "team_id": team });
        world.put(1, "assignment", &assign).await;
        world.put(2, "tags/vip", &json!(null)).await;
        world.put(2, "priority", &json!({ "priority": "urgent" })).await;
        world.put(3, "priority", &json!({ "priority": "low" })).await;
        world
    }

    async fn put(&self, ticket: usize, what: &str, body: &Value) {
        let call = self.mina.put(&format!("/api/v1/tickets/{}/{what}", self.numbers[ticket]));
        let call = if body.is_null() { call } else { call.json(body) };
        call.send().await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_key_finds_what_it_says() {
    for app in TestApp::both().await {
        let world = World::of(app).await;
        let number = world.numbers[0].as_str();
        for (filter, expected) in [
            ("", vec!["theft", "api", "withdrawal", "deposit"]),
            ("is:open", vec!["theft", "api", "withdrawal", "deposit"]),
            ("is:unassigned", vec!["theft", "api", "deposit"]),
            ("is:assigned", vec!["withdrawal"]),
            ("is:mine", vec!["withdrawal"]),
            ("-is:mine", vec!["theft", "api", "deposit"]),
            ("is:unread is:mine", vec!["withdrawal"]),
            ("is:solved,closed", vec![]),
            ("status:open", vec!["theft", "api", "withdrawal", "deposit"]),
            ("status:\"waiting on customer\"", vec![]),
            ("category:deposit", vec!["deposit"]),
            ("category:deposit,theft", vec!["theft", "deposit"]),
            ("-category:deposit,theft", vec!["api", "withdrawal"]),
            ("assignee:me", vec!["withdrawal"]),
            ("assignee:@mina", vec!["withdrawal"]),
            ("-assignee:mina", vec!["theft", "api", "deposit"]),
            ("assignee:none,me", vec!["theft", "api", "withdrawal", "deposit"]),
            ("team:\"first, line\"", vec!["withdrawal"]),
            ("team:mine", vec!["withdrawal"]),
            ("team:none", vec!["theft", "api", "deposit"]),
            ("tag:VIP", vec!["api"]),
            ("-tag:vip", vec!["theft", "withdrawal", "deposit"]),
            ("tag:none", vec!["theft", "withdrawal", "deposit"]),
            ("priority>=high is:open", vec!["api"]),
            ("priority<normal", vec!["theft"]),
            ("chain:tron", vec!["deposit"]),
            ("chain:bsc", vec![]),
            ("asset:usdt", vec!["deposit"]),
            ("asset:btc", vec!["withdrawal"]),
            ("-asset:btc,usdt", vec!["theft", "api"]),
            (TRON, vec!["deposit"]),
            (&format!("evidence:{TRON}"), vec!["deposit"]),
            ("age>150s", vec!["?"]),
            ("age>3m", vec!["withdrawal", "deposit"]),
            ("age<3m", vec!["theft", "api"]),
            ("waiting>3m", vec!["withdrawal", "deposit"]),
            ("created:today", vec!["theft", "api", "withdrawal", "deposit"]),
            ("created<today", vec![]),
            ("from:uid-GRACE", vec!["api", "deposit"]),
            ("from:nobody@example.com", vec![]),
            ("lang:en", vec!["theft", "api", "withdrawal", "deposit"]),
            ("lang:ja", vec![]),
            ("channel:portal", vec!["theft", "api", "withdrawal", "deposit"]),
            ("tier>first", vec![]),
            ("is:escalated,nudged", vec![]),
            (number, vec!["deposit"]),
            (&number.to_lowercase(), vec!["deposit"]),
            ("is:unassigned category:deposit chain:tron age>2m", vec!["deposit"]),
        ] {
            if expected == ["?"] {
                ask(&world.mina, filter, "").await.expect(422);
                continue;
            }
            let engine = world.app.engine;
            assert_eq!(found(&world.mina, filter).await, expected, "{filter} on {engine:?}");
        }
        let email = format!("from:{}", customers_address(&world).await);
        assert_eq!(found(&world.mina, &email).await, ["api", "deposit"]);
    }
}

/// The filter says of a ticket what its row says.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_made_unread_again_is_found_although_a_colleague_wrote_last() {
    for app in TestApp::both().await {
        let world = World::of(app).await;
        let path = |rest: &str| format!("/api/v1/tickets/{}/{rest}", world.numbers[1]);
        let words = json!({ "body": "A moment." });
        world.mina.post(&path("messages")).json(&words).send().await.expect(201);
        assert_eq!(found(&world.mina, "is:unread is:mine").await, Vec::<String>::new());
        world.mina.put(&path("read-mark")).json(&json!({ "seq": 0 })).send().await.expect(204);
        let row = ask(&world.mina, "is:mine", "").await.expect(200).json();
        let (unread, by) = (&row["items"][0]["unread"], &row["items"][0]["last_message_by"]);
        assert_eq!((unread, by), (&json!(true), &json!("staff")), "{row}");
        assert_eq!(found(&world.mina, "is:unread is:mine").await, ["withdrawal"]);
        assert_eq!(found(&world.mina, "-is:unread is:mine").await, Vec::<String>::new());
        // Hers alone: a colleague has nothing to read in it.
        let others = found(&world.app.admin, "is:unread").await;
        assert_eq!(others, ["theft", "api", "deposit"]);
        let version = row["items"][0]["version"].clone();
        let read = json!({ "seq": version });
        world.mina.put(&path("read-mark")).json(&read).send().await.expect(204);
        assert_eq!(found(&world.mina, "is:unread is:mine").await, Vec::<String>::new());
    }
}

async fn customers_address(world: &World) -> String {
    let me = world.grace.get("/api/v1/me").send().await.expect(200).json();
    me["customer"]["email"].as_str().unwrap_or_else(|| panic!("no address in {me}")).to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn orders_hold_from_page_to_page() {
    for app in TestApp::both().await {
        let world = World::of(app).await;
        // Answered: its customer waits no more.
        let path = format!("/api/v1/tickets/{}/messages", world.numbers[0]);
        world.mina.post(&path).json(&json!({ "body": "A moment." })).send().await.expect(201);
        for (sort, expected) in [
            ("newest", ["deposit", "theft", "api", "withdrawal"]),
            ("oldest", ["withdrawal", "api", "theft", "deposit"]),
            ("waiting", ["withdrawal", "api", "theft", "deposit"]),
            ("priority", ["api", "withdrawal", "deposit", "theft"]),
        ] {
            let (mut seen, mut cursor) = (Vec::new(), String::new());
            let mut before = Value::Null;
            for _ in 0..8 {
                let more = format!("&sort={sort}&limit=1{cursor}");
                let page = ask(&world.mina, "is:active", &more).await.expect(200).json();
                seen.extend(subjects(&page));
                assert_eq!(page.get("prev_cursor").is_some(), !cursor.is_empty(), "{page}");
                before = page["prev_cursor"].clone();
                let Some(next) = page["next_cursor"].as_str() else { break };
                cursor = format!("&cursor={next}");
            }
            assert_eq!(seen, expected, "{sort} on {:?}", world.app.engine);
            // And back from the last one to the first, two at a time.
            let (mut back, mut sizes) = (seen.split_off(3), Vec::new());
            while let Some(cursor) = before.as_str() {
                let more = format!("&sort={sort}&limit=2&before={cursor}");
                let page = ask(&world.mina, "is:active", &more).await.expect(200).json();
                assert!(page["next_cursor"].is_string(), "{page}");
                sizes.push(subjects(&page).len());
                back = [subjects(&page), back].concat();
                before = page["prev_cursor"].clone();
            }
            assert_eq!(back, expected, "back by {sort} on {:?}", world.app.engine);
            assert_eq!(sizes, [2, 1], "{sort}");
            // From the end without the way there.
            let more = format!("&sort={sort}&limit=3&last=true");
            let end = ask(&world.mina, "is:active", &more).await.expect(200).json();
            assert_eq!(subjects(&end), expected[1..], "the end by {sort}");
            assert!(end.get("next_cursor").is_none() && end["prev_cursor"].is_string(), "{end}");
            assert_eq!(end["total"], json!(expected.len()), "of what is narrowed, by {sort}");
            // A cursor of one list is none of another.
            let other = ask(&world.mina, "is:open", &format!("&sort={sort}{cursor}")).await;
            assert!(cursor.is_empty() || other.code() == "cursor-invalid", "{}", other.text());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_words_are_told_at_their_place_with_a_way_out() {
    for app in TestApp::both().await {
        let world = World::of(app).await;
        for (filter, code, word, takes) in [
            ("catgory:fees", "filter-key", "catgory", Some("category")),
            ("category:depsit", "filter-value", "depsit", None),
            ("category:theft team:firs", "filter-value", "firs", Some("First, line")),
            ("assignee:zoe", "filter-value", "zoe", Some("me")),
            ("tag:vipp", "filter-value", "vipp", Some("vip")),
            ("age:2h", "filter-comparison", "age:2h", Some("> <")),
            ("team:\"first", "filter-unfinished", "\"first", None),
        ] {
            let answer = ask(&world.mina, filter, "").await;
            let problem = answer.refused(code).expect(422).json();
            let error = &problem["errors"][0];
            assert_eq!(error["field"], "filter", "{filter}");
            let place = |name: &str| -> usize {
                error["args"][name].as_str().and_then(|n| n.parse().ok()).expect("a place")
            };
            assert_eq!(&filter[place("start")..place("end")], word, "{filter}");
            let told = error["args"]["takes"].as_str().unwrap_or_default();
            assert!(takes.is_none_or(|takes| told.contains(takes)), "{filter}: {told}");
            let title = error["title"].as_str().unwrap_or_default();
            assert!(!title.is_empty() && !title.contains('{'), "{title}");
        }
        // Every wrong word is told, not only the first.
        let both = ask(&world.mina, "is:opn catgory:x", "").await.refused("invalid-input").json();
        assert_eq!(both["errors"].as_array().map(Vec::len), Some(2));
        ask(&world.mina, &"x".repeat(501), "").await.refused("field-too-long").expect(422);
        ask(&world.mina, "tag:a\0b", "").await.refused("text-has-nul").expect(422);
    }
}

/// Nobody sees more by a filter than without one, and only staff may ask by it.
#[tokio::test(flavor = "multi_thread")]
async fn a_filter_opens_no_door() {
    for app in TestApp::both().await {
        let world = World::of(app).await;
        let elsewhere = world.app.team("Elsewhere").await;
        let grants = [(Permission::TicketRead, Reach::Team)];
        let zoe = world.app.member(NewMember::named("zoe").grants(grants).team(elsewhere)).await;
        for filter in ["", "is:open", "-is:solved", "tag:vip,none", &world.numbers[0], TRON] {
            assert_eq!(found(&zoe, filter).await, Vec::<String>::new(), "{filter}");
        }
        // Without leave to see customers, not even whether an address is one of them.
        ask(&zoe, "from:grace@example.com", "").await.refused("no-permission").expect(403);
        // Nor from tickets that they see without seeing whose they are.
        let grants = [(Permission::TicketRead, Reach::All), (Permission::CustomerRead, Reach::Own)];
        let yuri = world.app.member(NewMember::named("yuri").grants(grants)).await;
        let all = ["theft", "api", "withdrawal", "deposit"];
        assert_eq!(found(&yuri, "").await, all);
        assert_eq!(found(&yuri, "from:uid-GRACE").await, Vec::<String>::new());
        assert_eq!(found(&yuri, "-from:uid-GRACE").await, all);
        let own = json!({ "assignee_id": yuri.id, "team_id": null });
        world.put(0, "assignment", &own).await;
        assert_eq!(found(&yuri, "from:uid-GRACE").await, ["deposit"]);
        for query in ["filter=is:open", "sort=priority"] {
            let answer = world.grace.get(&format!("/api/v1/tickets?{query}")).send().await;
            answer.refused("staff-only").expect(403);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_grammar_is_offered_with_the_names_of_the_desk() {
    for app in TestApp::both().await {
        let world = World::of(app).await;
        let keys = world.mina.get("/api/v1/filter-keys").send().await.expect(200).json();
        let key = |name: &str| {
            let items = keys["items"].as_array().expect("items");
            items.iter().find(|item| item["key"] == name).expect("the key").clone()
        };
        assert!(key("team")["names"].as_array().expect("names").contains(&json!("First, line")));
        assert!(key("category")["names"].as_array().expect("names").contains(&json!("kyc")));
        assert_eq!(key("priority")["words"], json!(["low", "normal", "high", "urgent"]));
        assert_eq!(
            (&key("age")["comparing"], &key("age")["takes"]),
            (&json!("length"), &json!("length"))
        );
        // What is offered is understood.
        for item in keys["items"].as_array().expect("items") {
            let name = item["key"].as_str().expect("a name");
            let all =
                item["words"].as_array().into_iter().chain(item["names"].as_array()).flatten();
            for value in all.map(|value| value.as_str().expect("a word")) {
                let filter = format!("{name}:\"{value}\"");
                ask(&world.mina, &filter, "").await.expect(200);
            }
        }
    }
}
