//! Words without a key in `GET /api/v1/tickets?filter=…`: what they find, in which order, for whom; and that the index
//! follows what happens.

use std::collections::BTreeMap;
use std::time::Duration;

use proofdesk_desk::id::{Id as _, MessageId};
use proofdesk_desk::indexed;
use proofdesk_desk::limits;
use proofdesk_desk::log::erasure;
use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::role::Builtin;
use proofdesk_server::config::Role;
use proofdesk_testkit::{
    Answer, Client, Customer, Engine, Member, NewMember, Setup, TestApp, until,
};
use serde_json::{Value, json};

const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

async fn ask(client: &Client, filter: &str, more: &str) -> Answer {
    client.get(&format!("/api/v1/tickets?filter={}{more}", encoded(filter))).send().await
}

async fn found(client: &Client, filter: &str) -> Vec<String> {
    subjects(&ask(client, filter, "").await.expect(200).json())
}

fn subjects(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().expect("items");
    items.iter().map(|item| item["subject"].as_str().expect("a subject").to_owned()).collect()
}

/// Four tickets of one customer, a minute apart, and an agent who sees all of them.
struct World {
    app: TestApp,
    mina: Member,
    grace: Customer,
    numbers: Vec<String>,
}

impl World {
    async fn on(engine: Engine) -> Self {
        let app = Setup::on(engine).searching().start().await;
        let mina =
            app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id)).await;
        let grace = app.customer("grace").await;
        let mut world = Self { app, mina, grace, numbers: Vec::new() };
        for (subject, body) in [
            ("first", "My withdrawals are stuck since Monday, please release them"),
            ("second", "USDT提幣一直未到帳，已經三天了"),
            ("third", "The withdrawal arrived twice. Withdrawal withdrawal withdrawal!"),
            ("fourth Çekim", "Para çekimlerim gelmedi ve bağlantı açılmıyor"),
        ] {
            let number = world.open(subject, body).await;
            world.numbers.push(number);
        }
        world.is_indexed().await;
        world
    }

    async fn open(&self, subject: &str, body: &str) -> String {
        let new = json!({ "category": "withdrawal-pending", "subject": subject, "body": body });
        let made = self.grace.post("/api/v1/tickets").json(&new).send().await.expect(201).json();
        self.app.clock.advance(Duration::from_secs(60));
        made["id"].as_str().expect("a number").to_owned()
    }

    async fn is_indexed(&self) {
        until("everything is in the index", async || self.app.is_indexed().await).await;
    }

    async fn note(&self, ticket: usize, body: &str) -> MessageId {
        let path = format!("/api/v1/tickets/{}/messages", self.numbers[ticket]);
        let note = json!({ "visibility": "internal", "body": body });
        self.mina.post(&path).json(&note).send().await.expect(201);
        self.is_indexed().await;
        let path = format!("/api/v1/tickets/{}/timeline", self.numbers[ticket]);
        let timeline = self.mina.get(&path).send().await.expect(200).json();
        let items = timeline["items"].as_array().expect("items");
        let noted = items.iter().find(|item| item["visibility"] == "internal").expect("the note");
        MessageId::from_uuid(noted["id"].as_str().expect("an id").parse().expect("an id"))
    }
}

async fn both() -> [World; 2] {
    let [one, other] = [Engine::Sqlite, Engine::Postgres].map(|on| Box::pin(World::on(on)));
    [one.await, other.await]
}

#[tokio::test(flavor = "multi_thread")]
async fn words_find_tickets_beside_every_other_key() {
    for world in both().await {
        let mina = &world.mina;
        world.note(0, "Asked the node team about the mempool").await;
        for (filter, expected) in [
            ("withdrawal", vec!["first", "third"]),
            ("WITHDRAWALS stuck", vec!["first"]),
            ("\"arrived twice\"", vec!["third"]),
            ("\"twice arrived\"", vec![]),
            ("withdrawal -stuck", vec!["third"]),
            ("-withdrawal", vec!["fourth Çekim", "second"]),
            ("未到账", vec!["second"]),
            ("提币", vec!["second"]),
            ("usdt提币", vec!["second"]),
            ("帳", vec!["second"]),
            ("cekim", vec!["fourth Çekim"]),
            ("baglanti", vec!["fourth Çekim"]),
            ("mempool", vec!["first"]),
            ("withdrawal is:unassigned", vec!["first", "third"]),
            ("withdrawal is:assigned", vec![]),
            ("withdrawal category:withdrawal age>3m", vec!["first"]),
            ("withdrawal category:kyc", vec![]),
            ("nothing-like-it", vec![]),
            ("…!?", vec![]),
            ("a\"b\"c: OR NOT", vec!["?"]),
        ] {
            if expected == ["?"] {
                ask(mina, filter, "").await.refused("filter-key").expect(422);
            } else {
                let mut seen = found(mina, filter).await;
                seen.sort();
                assert_eq!(seen, expected, "{filter}");
            }
        }
        let text = "x".repeat(400);
        assert_eq!(found(mina, &text).await, [""; 0]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_in_a_form_is_found_while_it_stands() {
    for world in both().await {
        let answers = json!({ "response": "it said wombat", "library": "quokka client" });
        let new =
            json!({ "category": "api-error", "subject": "fifth", "body": "b", "answers": answers });
        let made = world.grace.post("/api/v1/tickets").json(&new).send().await.expect(201).json();
        world.is_indexed().await;
        assert_eq!(found(&world.mina, "wombat").await, ["fifth"]);
        assert_eq!(found(&world.mina, "quokka wombat").await, ["fifth"]);
        let path = format!("/api/v1/tickets/{}/answers", made["id"].as_str().expect("a number"));
        let later = json!({ "answers": { "response": null } });
        world.grace.put(&path).json(&later).send().await.expect(200);
        world.is_indexed().await;
        assert_eq!(found(&world.mina, "wombat").await, [""; 0]);
        assert_eq!(found(&world.mina, "quokka").await, ["fifth"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_or_the_best_come_first_page_by_page() {
    for world in both().await {
        let newest = found(&world.mina, "withdrawal").await;
        // The note made the first ticket no newer, so the order is that of the messages.
        assert_eq!(newest, ["third", "first"]);
        world.open("fifth", "one withdrawal among many other words that are said here of it").await;
        world.is_indexed().await;
        let best = ask(&world.mina, "withdrawal", "&sort=relevance").await.expect(200).json();
        assert_eq!(subjects(&best)[0], "third", "{best}");
        let mut paged = Vec::new();
        for sort in ["newest", "relevance", "oldest", "priority"] {
            let whole = ask(&world.mina, "withdrawal", &format!("&sort={sort}")).await.expect(200);
            let (mut seen, mut cursor) = (Vec::new(), String::new());
            let mut before = loop {
                let more = format!("&sort={sort}&limit=1{cursor}");
                let page = ask(&world.mina, "withdrawal", &more).await.expect(200).json();
                seen.extend(subjects(&page));
                let Some(next) = page["next_cursor"].as_str() else {
                    break page["prev_cursor"].clone();
                };
                cursor = format!("&cursor={next}");
            };
            let whole = subjects(&whole.json());
            assert_eq!(seen, whole, "{sort}");
            paged.push(seen.len());
            let mut back = seen.split_off(2);
            while let Some(cursor) = before.as_str() {
                let more = format!("&sort={sort}&limit=1&before={cursor}");
                let page = ask(&world.mina, "withdrawal", &more).await.expect(200).json();
                back = [subjects(&page), back].concat();
                before = page["prev_cursor"].clone();
            }
            assert_eq!(back, whole, "back by {sort}");
            let more = format!("&sort={sort}&limit=2&last=true");
            let end = ask(&world.mina, "withdrawal", &more).await.expect(200).json();
            assert_eq!(subjects(&end), whole[1..], "the end by {sort}");
            assert_eq!(end["total"], json!(whole.len()), "of what was found, by {sort}");
        }
        assert_eq!(paged, [3; 4]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_found_is_shown_in_pieces() {
    let world = World::on(Engine::Sqlite).await;
    let page = ask(&world.mina, "stuck", "").await.expect(200).json();
    let pieces = page["items"][0]["snippet"].as_array();
    let pieces = pieces.unwrap_or_else(|| panic!("no pieces: {page}")).clone();
    let marked: Vec<_> = pieces.iter().filter(|piece| piece["is_match"] == true).collect();
    assert_eq!(marked.len(), 1, "{pieces:?}");
    assert_eq!(marked[0]["text"], "stuck");
    // Only the subject has it.
    let page = ask(&world.mina, "fourth", "").await.expect(200).json();
    assert_eq!(page["items"][0]["snippet"], json!(null));
    let page = ask(&world.mina, "is:open", "").await.expect(200).json();
    assert_eq!(page["items"][0]["snippet"], json!(null));
}

/// What is shown of each ticket that has a word: its text by its subject.
async fn shown(client: &Client, filter: &str) -> BTreeMap<String, String> {
    let page = ask(client, filter, "").await.expect(200).json();
    let text = |item: &Value| {
        let pieces = item["snippet"].as_array().expect("pieces");
        pieces.iter().filter_map(|piece| piece["text"].as_str()).collect::<String>()
    };
    let items = page["items"].as_array().expect("items");
    subjects(&page).into_iter().zip(items.iter().map(text)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_piece_is_of_the_newest_text_that_has_the_word_where_that_is_shown() {
    for world in both().await {
        let number = &world.numbers[0];
        let path = format!("/api/v1/tickets/{number}/messages");
        for body in ["A quokka of yesterday", "A quokka of today", "Nothing of the kind"] {
            let said = json!({ "body": body });
            world.grace.post(&path).json(&said).send().await.expect(201);
            world.app.clock.advance(Duration::from_secs(60));
        }
        world.note(1, "Another quokka").await;
        let rows = |rows: &[(&str, &str)]| {
            rows.iter().map(|(of, text)| ((*of).to_owned(), (*text).to_owned())).collect()
        };
        let before = rows(&[("first", "A quokka of today"), ("second", "Another quokka")]);
        assert_eq!(shown(&world.mina, "quokka").await, before);
        // The newer one goes on in a ticket of its own.
        let timeline = world.mina.get(&format!("/api/v1/tickets/{number}/timeline")).send().await;
        let timeline = timeline.expect(200).json();
        let mut items = timeline["items"].as_array().expect("items").iter();
        let is_newer =
            |item: &&Value| item["body_html"].as_str().is_some_and(|body| body.contains("today"));
        let newer = &items.find(is_newer).expect("the newer message")["id"];
        let split = json!({ "message_ids": [newer], "subject": "fifth", "category": "other" });
        let path = format!("/api/v1/tickets/{number}/split");
        world.mina.post(&path).json(&split).send().await.expect(201);
        world.is_indexed().await;
        let after = rows(&[
            ("fifth", "A quokka of today"),
            ("first", "A quokka of yesterday"),
            ("second", "Another quokka"),
        ]);
        assert_eq!(shown(&world.mina, "quokka").await, after);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_finds_what_they_do_not_see() {
    for world in both().await {
        let own = NewMember::named("omar").grants([(Permission::TicketRead, Reach::Own)]);
        let omar = world.app.member(own).await;
        let team = world.app.team("Second line").await;
        let teams =
            NewMember::named("tess").grants([(Permission::TicketRead, Reach::Team)]).team(team);
        let tess = world.app.member(teams).await;
        assert_eq!(found(&omar, "withdrawal").await, [""; 0]);
        assert_eq!(found(&tess, "withdrawal").await, [""; 0]);
        let path = format!("/api/v1/tickets/{}/assignment", world.numbers[0]);
        let assign = json!({ "assignee_id": omar.id, "team_id": team });
        world.app.admin.put(&path).json(&assign).send().await.expect(200);
        world.is_indexed().await;
        assert_eq!(found(&omar, "withdrawal").await, ["first"]);
        assert_eq!(found(&tess, "withdrawal").await, ["first"]);
        let away = json!({ "assignee_id": null, "team_id": null });
        world.app.admin.put(&path).json(&away).send().await.expect(200);
        // At once, whether the index has heard of it or not.
        assert_eq!(found(&omar, "withdrawal").await, [""; 0]);
        ask(&world.grace, "withdrawal", "").await.refused("staff-only").expect(403);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn secrets_are_never_in_it_and_what_is_erased_leaves_it() {
    for world in both().await {
        let message_id = world.note(1, &format!("A quokka said {PHRASE}")).await;
        assert_eq!(found(&world.mina, "quokka").await, ["second"]);
        assert_eq!(found(&world.mina, "sausage").await, [""; 0]);
        let cx = world.app.operator();
        world
            .app
            .act(cx, async move |tx, cx| erasure::erase_message(tx, cx, message_id).await)
            .await;
        world.is_indexed().await;
        assert_eq!(found(&world.mina, "quokka").await, [""; 0]);
        assert_eq!(found(&world.mina, "提币").await, ["second"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_index_goes_on_after_a_stop_and_is_built_anew_while_it_answers() {
    let mut world = World::on(Engine::Sqlite).await;
    world.app.restart().await;
    world.mina.client = world.mina.client.moved(world.app.address());
    world.grace.client = world.grace.client.moved(world.app.address());
    assert_eq!(found(&world.mina, "stuck").await, ["first"]);
    let cx = world.app.operator();
    let asked = cx.now.micros();
    world.app.act(cx, async |tx, cx| indexed::ask_rebuild(tx, cx).await).await;
    let store = world.app.desk().search().expect("an index");
    until("it is built anew", async || {
        // It answers all the while.
        assert_eq!(found(&world.mina, "stuck").await, ["first"]);
        let index = store.serving().expect("an index that answers");
        index.progress().is_some_and(|progress| progress.request == asked)
    })
    .await;
    world.open("sixth", "everything is stuck").await;
    world.is_indexed().await;
    assert_eq!(found(&world.mina, "stuck").await, ["sixth", "first"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_without_the_role_says_so() {
    let app = TestApp::sqlite().await;
    ask(&app.admin, "withdrawal", "").await.refused("search-not-ready").expect(503);
    ask(&app.admin, "is:open", "").await.expect(200);
}

/// What another node's index found is judged here, inside the asker's scope; and nobody but a node of the desk is answered.
#[tokio::test(flavor = "multi_thread")]
async fn a_node_without_an_index_asks_one_that_has_it() {
    let mut world = World::on(Engine::Postgres).await;
    let asked = world.app.origin();
    let beside = world
        .app
        .beside(|config| {
            config.node.roles = vec![Role::Web];
            config.node.search_at = Some(asked);
        })
        .await;
    let mina = world.mina.client.moved(beside.address);
    // The first answer may come later than a node waits for one, on a machine that is slow.
    until("another node answers", async || {
        world.app.clock.advance(limits::SEARCH_NODE_SILENCE);
        ask(&mina, "withdrawal", "").await.status == 200
    })
    .await;
    assert_eq!(found(&mina, "withdrawal").await, ["third", "first"]);
    assert_eq!(found(&mina, "\"arrived twice\"").await, ["third"]);
    assert_eq!(found(&mina, "cekim").await, ["fourth Çekim"]);
    assert_eq!(found(&mina, "withdrawal age<90d category:withdrawal").await, ["third", "first"]);
    assert_eq!(found(&mina, "withdrawal created<2001-01-01").await, [""; 0]);
    assert_eq!(found(&mina, "withdrawal chain:tron").await, [""; 0]);
    let page = ask(&mina, "stuck", "").await.expect(200).json();
    let snippet = page["items"][0]["snippet"].to_string();
    assert!(snippet.contains("stuck"), "{page}");
    let own = NewMember::named("own").grants([(Permission::TicketRead, Reach::Own)]);
    let own = world.app.member(own).await.client.moved(beside.address);
    assert_eq!(found(&own, "withdrawal").await, [""; 0]);
    let reader = world.app.anonymous().moved(beside.address);
    reader.get("/api/v1/help/search?q=withdrawal").send().await.expect(200);
    // No node of this desk, and one that is asked what it does not know.
    let stranger = world.app.anonymous();
    for what in ["tickets", "articles", "keys"] {
        let path = format!("/internal/search/{what}");
        stranger.post(&path).json(&json!({})).send().await.expect(404);
        // Nor does a node without the role answer anybody.
        reader.post(&path).json(&json!({})).send().await.expect(404);
    }
    // Health does not call search off where another node answers for it.
    let admin = world.app.admin.moved(beside.address);
    let indexes = async || {
        let health = admin.get("/api/v1/health").send().await.expect(200).json();
        let checks = health["checks"].as_array().cloned().unwrap_or_default();
        let is_index =
            |check: &Value| check["name"].as_str().is_some_and(|name| name.ends_with("-index"));
        let told = checks.into_iter().filter(is_index);
        told.map(|check| json!([check["level"], check["is_elsewhere"], check["error"]]))
            .collect::<Vec<_>>()
    };
    assert_eq!(indexes().await, [json!(["ok", true, null]), json!(["ok", true, null])]);
    world.app.stop().await;
    ask(&mina, "withdrawal", "").await.refused("search-not-ready").expect(503);
    ask(&mina, "is:open", "").await.expect(200);
    let silent = json!(["warning", true, "search-not-ready"]);
    assert_eq!(indexes().await, [silent.clone(), silent]);
    beside.stop().await;
}
