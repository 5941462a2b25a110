//! `/api/v1/tickets/bulk`: one act on many tickets, what became of each, the same request twice, and turning it back.

use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Answer, Client, Customer, Member, NewMember, TestApp};
use serde_json::{Value, json};

use crate::access::solved;

const BULK: &str = "/api/v1/tickets/bulk";
const UNDO: &str = "/api/v1/tickets/bulk/undo";

async fn agent(app: &TestApp, name: &str) -> Member {
    app.member(NewMember::named(name).role(Builtin::Agent).brand(app.brand_id)).await
}

async fn tickets(app: &TestApp, customer: &Customer, n: usize) -> Vec<String> {
    let mut numbers = Vec::with_capacity(n);
    for at in 0..n {
        numbers.push(app.ticket(customer, &format!("Matter {at}")).await.as_str().to_owned());
    }
    numbers
}

async fn ticket(client: &Client, number: &str) -> Value {
    client.get(&format!("/api/v1/tickets/{number}")).send().await.expect(200).json()
}

/// The tickets with the versions that they have now.
async fn seen(client: &Client, numbers: &[String]) -> Vec<Value> {
    let mut all = Vec::with_capacity(numbers.len());
    for number in numbers {
        let version = ticket(client, number).await["version"].clone();
        all.push(json!({ "id": number, "version": version }));
    }
    all
}

fn act(tickets: &[Value], act: &Value) -> Value {
    json!({ "tickets": tickets, "act": act })
}

fn outcomes(answer: &Answer) -> Vec<String> {
    let items = answer.json()["items"].as_array().expect("items").clone();
    items.iter().map(|item| item["outcome"].as_str().expect("an outcome").to_owned()).collect()
}

/// What turns an answered act back.
fn back(answer: &Answer) -> Value {
    let items = answer.json()["items"].as_array().expect("items").clone();
    let done = items.iter().filter(|item| !item["undo"].is_null());
    let tickets: Vec<Value> =
        done.map(|item| json!({ "id": item["id"], "undo": item["undo"] })).collect();
    json!({ "tickets": tickets })
}

/// The kinds of a ticket's events, as staff see them.
async fn kinds(client: &Client, number: &str) -> Vec<String> {
    let timeline =
        client.get(&format!("/api/v1/tickets/{number}/timeline")).send().await.expect(200).json();
    let items = timeline["items"].as_array().expect("items").clone();
    items.iter().filter_map(|item| item["kind"].as_str().map(str::to_owned)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_are_solved_but_the_one_that_moved_on_and_come_back_but_the_one_that_was_touched() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app, "mina").await);
        let numbers = tickets(&app, &grace, 50).await;
        let asked = seen(&mina, &numbers).await;
        // The customer writes to the seventh before the agent presses.
        let moved = &numbers[7];
        let more = json!({ "body": "One thing more." });
        grace
            .post(&format!("/api/v1/tickets/{moved}/messages"))
            .json(&more)
            .send()
            .await
            .expect(201);
        let body = act(&asked, &json!({ "status": solved(&app).await }));
        let answer = mina.post(BULK).json(&body).key("solve-50").send().await.expect(200);
        let came = outcomes(&answer);
        assert_eq!(came.iter().filter(|one| *one == "done").count(), 49);
        assert_eq!(came[7], "changed", "in the order asked");
        assert_eq!(answer.json()["items"][7]["code"], "version-conflict");
        assert_eq!(ticket(&mina, moved).await["status"]["category"], "open");
        assert_eq!(ticket(&mina, &numbers[49]).await["status"]["category"], "solved");
        // One is opened again by its customer; another only hears a word. Undo leaves the first, and takes the second.
        let (reopened, noted) = (&numbers[0], &numbers[1]);
        grace.post(&format!("/api/v1/tickets/{reopened}/reopening")).send().await.expect(200);
        let note = json!({ "body": "Looked at it again.", "visibility": "internal" });
        mina.post(&format!("/api/v1/tickets/{noted}/messages"))
            .json(&note)
            .send()
            .await
            .expect(201);
        let undone = mina.post(UNDO).json(&back(&answer)).key("undo-50").send().await.expect(200);
        let came = outcomes(&undone);
        assert_eq!((came.len(), came[0].as_str(), came[1].as_str()), (49, "changed", "done"));
        assert_eq!(came.iter().filter(|one| *one == "done").count(), 48);
        for number in &numbers {
            assert_eq!(ticket(&mina, number).await["status"]["category"], "open");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_request_again_does_nothing_twice() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app, "mina").await);
        let numbers = tickets(&app, &grace, 3).await;
        let asked = seen(&mina, &numbers).await;
        let body = act(&asked, &json!({ "priority": "high" }));
        let first = mina.post(BULK).json(&body).key("once").send().await.expect(200);
        assert_eq!(outcomes(&first), ["done", "done", "done"]);
        let again = mina.post(BULK).json(&body).key("once").send().await.expect(200);
        assert_eq!(again.json(), first.json(), "the same answer, undo and all");
        for number in &numbers {
            let set = kinds(&mina, number).await;
            let set = set.iter().filter(|kind| *kind == "ticket.priority_set").count();
            assert_eq!(set, 1, "{number}");
        }
        // The key is taken for this request and no other.
        let other = act(&asked, &json!({ "priority": "low" }));
        mina.post(BULK).json(&other).key("once").send().await.refused("idempotency-mismatch");
        // Without a key, what is so already is nothing to do.
        let now = act(&seen(&mina, &numbers).await, &json!({ "priority": "high" }));
        let nothing = mina.post(BULK).json(&now).send().await.expect(200);
        assert_eq!(outcomes(&nothing), ["unchanged", "unchanged", "unchanged"]);
        assert!(nothing.json()["items"][0]["undo"].is_null());
    }
}

/// As after a cut: some tickets are committed with their answers, another is as it was. The repeat does only that one.
#[tokio::test(flavor = "multi_thread")]
async fn the_repeat_of_a_request_does_what_the_first_left_undone() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app, "mina").await);
        let numbers = tickets(&app, &grace, 3).await;
        let mut asked = seen(&mina, &numbers).await;
        // The last one is asked for in a version that it will have only after the first try.
        asked[2]["version"] = json!(asked[2]["version"].as_i64().expect("a version") + 1);
        let body = act(&asked, &json!({ "priority": "high" }));
        let first = mina.post(BULK).json(&body).key("cut").send().await.expect(200);
        assert_eq!(outcomes(&first), ["done", "done", "changed"]);
        let note = json!({ "body": "A word.", "visibility": "internal" });
        mina.post(&format!("/api/v1/tickets/{}/messages", numbers[2]))
            .json(&note)
            .send()
            .await
            .expect(201);
        let again = mina.post(BULK).json(&body).key("cut").send().await.expect(200);
        assert_eq!(outcomes(&again), ["done", "done", "done"]);
        for number in &numbers {
            let set = kinds(&mina, number).await;
            let set = set.iter().filter(|kind| *kind == "ticket.priority_set").count();
            assert_eq!(set, 1, "{number}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn people_teams_and_tags_are_set_each_by_itself_and_turned_back() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app, "mina").await);
        let team = app.team("wallets").await;
        let numbers = tickets(&app, &grace, 2).await;
        let run = async |what: Value| {
            let body = act(&seen(&mina, &numbers).await, &what);
            let answer = mina.post(BULK).json(&body).send().await.expect(200);
            assert_eq!(outcomes(&answer), ["done", "done"], "{what}");
            answer
        };
        run(json!({ "team": team })).await;
        let taken = run(json!({ "assignee": mina.id })).await;
        let now = ticket(&mina, &numbers[0]).await;
        assert_eq!((&now["assignee"]["id"], &now["team"]["id"]), (&json!(mina.id), &json!(team)));
        run(json!({ "tags": { "add": ["Spam", "node late"] } })).await;
        let retagged =
            run(json!({ "tags": { "add": ["vip", "spam"], "remove": ["node late", "never"] } }))
                .await;
        let now = ticket(&mina, &numbers[0]).await;
        assert_eq!(now["tags"], json!(["spam", "vip"]));
        let turned = mina.post(UNDO).json(&back(&retagged)).send().await.expect(200);
        assert_eq!(outcomes(&turned), ["done", "done"]);
        assert_eq!(ticket(&mina, &numbers[0]).await["tags"], json!(["node-late", "spam"]));
        let turned = mina.post(UNDO).json(&back(&taken)).send().await.expect(200);
        assert_eq!(outcomes(&turned), ["done", "done"]);
        let now = ticket(&mina, &numbers[0]).await;
        assert_eq!((&now["assignee"], &now["team"]["id"]), (&json!(null), &json!(team)));
        // Who is no member is told so at each ticket, and nothing is changed.
        let body = act(&seen(&mina, &numbers).await, &json!({ "assignee": team }));
        let refused = mina.post(BULK).json(&body).send().await.expect(200);
        assert_eq!(outcomes(&refused), ["refused", "refused"]);
        assert_eq!(refused.json()["items"][0]["code"], "field-invalid");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_ticket_asks_for_its_own_permission_and_hides_from_whom_it_hides() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let (_, other_exchange) = app.brand("other").await;
        let oscar = app.customer_of(&other_exchange, "oscar").await;
        let (mine, far) = (
            app.ticket(&grace, "Here").await.as_str().to_owned(),
            app.ticket(&oscar, "There").await.as_str().to_owned(),
        );
        let (mina, reader) = (
            agent(&app, "mina").await,
            app.member(NewMember::named("reader").role(Builtin::Auditor)).await,
        );
        let both = [json!({ "id": mine }), json!({ "id": far })];
        let body = act(&both, &json!({ "priority": "urgent" }));
        let answer = mina.post(BULK).json(&body).send().await.expect(200);
        assert_eq!(outcomes(&answer), ["done", "not_found"]);
        let answer = reader.post(BULK).json(&body).send().await.expect(200);
        assert_eq!(outcomes(&answer), ["not_allowed", "not_allowed"]);
        assert_eq!(ticket(&app.admin, &far).await["priority"], "normal");
        // Read everywhere, set only one's own.
        let grants =
            [(Permission::TicketRead, Reach::All), (Permission::TicketPriority, Reach::Own)];
        let own = app.member(NewMember::named("own").grants(grants)).await;
        let answer = own.post(BULK).json(&body).send().await.expect(200);
        assert_eq!(outcomes(&answer), ["not_allowed", "not_allowed"]);
        grace.post(BULK).json(&body).send().await.refused("staff-only");
        app.anonymous().post(BULK).json(&body).send().await.refused("signed-out");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_list_of_tickets_is_refused_before_anything_is_done() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let number = app.ticket(&grace, "One").await.as_str().to_owned();
    let high = json!({ "priority": "high" });
    let none = act(&[], &high);
    app.admin.post(BULK).json(&none).send().await.refused("field-required");
    let many = act(&vec![json!({ "id": number }); 501], &high);
    app.admin.post(BULK).json(&many).send().await.refused("too-many");
    let slip = act(&[json!({ "id": "PD-0000-0000-1" })], &high);
    assert!(matches!(app.admin.post(BULK).json(&slip).send().await.status, 400 | 422));
    assert_eq!(ticket(&app.admin, &number).await["priority"], "normal");
    let most = act(&vec![json!({ "id": number }); 500], &high);
    app.admin.post(BULK).json(&most).send().await.expect(200);
    assert_eq!(ticket(&app.admin, &number).await["priority"], "high");
}
