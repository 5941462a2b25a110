//! Forms: what is asked, what was answered, what is missing; and a customer who waits.

use std::time::Duration;

use proofdesk_desk::log::verify::{Report, verify_state};
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Customer, Member, NewMember, TestApp};
use serde_json::{Value, json};

const HASH: &str = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";

fn form(app: &TestApp, category: &str) -> String {
    format!("/api/v1/brands/{}/categories/{category}/form", app.brand_id)
}

async fn agent(app: &TestApp) -> Member {
    app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id)).await
}

async fn opened(customer: &Customer, answers: Value) -> String {
    let new = json!({
        "category": "deposit-not-credited", "subject": "Where is it?", "body": "I wait.", "answers": answers,
    });
    let ticket = customer.post("/api/v1/tickets").json(&new).send().await.expect(201).json();
    ticket["id"].as_str().expect("a number").to_owned()
}

async fn answers(customer: &Customer, number: &str) -> Value {
    customer.get(&format!("/api/v1/tickets/{number}/answers")).send().await.expect(200).json()
}

fn keys(list: &Value, name: &str) -> Vec<String> {
    let all = list.as_array().expect("a list").iter();
    all.map(|one| one[name].as_str().expect("a text").to_owned()).collect()
}

/// A day later the customer has signed in again, and somebody else is at the desk.
async fn a_day_later(app: &TestApp, colleague: &str) -> (Customer, Member) {
    app.clock.advance(Duration::from_secs(24 * 3600));
    let colleague = NewMember::named(colleague).role(Builtin::Agent).brand(app.brand_id);
    (app.customer("grace").await, app.member(colleague).await)
}

/// The rows are what their events fold to.
async fn assert_state(app: &TestApp) {
    let mut report = Report::default();
    verify_state(app.desk(), &mut report, &mut |_| {}).await.expect("a report");
    assert!(report.findings.is_empty(), "{:?}", report.findings);
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_kept_checked_and_counted() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app).await);
        let link = format!("https://etherscan.io/tx/{HASH}");
        let number =
            opened(&grace, json!({ "asset": "usdt", "tx": link, "network": "ethereum" })).await;
        let found = answers(&grace, &number).await;
        assert_eq!(keys(&found["answers"], "question"), ["asset", "network", "tx"]);
        assert_eq!(found["answers"][0]["value"], "USDT");
        assert_eq!(found["answers"][1]["spoken"], "Ethereum (ERC-20)");
        assert_eq!(found["answers"][2]["value"], HASH);
        assert_eq!(found["answered"], 3);
        assert_eq!(found["missing"][0]["question"], "amount");
        assert_eq!(found["missing"][0]["need"], "mandatory");
        // What was answered is evidence, for the agent to search by.
        let path = format!("/api/v1/tickets?evidence={HASH}");
        let list = mina.get(&path).send().await.expect(200).json();
        assert_eq!(list["items"][0]["id"], number.as_str());
        let later = json!({ "answers": { "amount": "250 USDT", "tx": null } });
        grace
            .put(&format!("/api/v1/tickets/{number}/answers"))
            .json(&later)
            .send()
            .await
            .expect(200);
        let found = answers(&grace, &number).await;
        assert!(found["answers"][2]["value"].is_null());
        assert!(keys(&found["missing"], "question").contains(&"recording".to_owned()));
        assert_state(&app).await;
        // Somebody else's answers are nobody's.
        let eve = app.customer("eve").await;
        eve.get(&format!("/api/v1/tickets/{number}/answers")).send().await.refused("not-found");
        eve.put(&format!("/api/v1/tickets/{number}/answers"))
            .json(&later)
            .send()
            .await
            .refused("not-found");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_answer_is_named_and_opens_nothing() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    for (answers, code, field) in [
        (json!({ "tx": &HASH[..50] }), "evidence-not-recognised", "answers.tx"),
        (json!({ "colour": "red" }), "field-unknown", "answers.colour"),
        (json!({ "asset": null }), "field-required", "answers.asset"),
        (json!({ "network": "moon" }), "field-invalid", "answers.network"),
    ] {
        let new = json!({
            "category": "deposit-not-credited", "subject": "s", "body": "b", "answers": answers,
        });
        let refused = grace.post("/api/v1/tickets").json(&new).send().await.refused(code);
        assert_eq!(refused.json()["errors"][0]["field"], field);
    }
    let list = grace.get("/api/v1/tickets").send().await.expect(200).json();
    assert_eq!(list["items"], json!([]));
}

/// What goes with a message goes with its answers: from rows, log and evidence.
#[tokio::test(flavor = "multi_thread")]
async fn answers_are_erased_with_their_message() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let number = opened(&grace, json!({ "asset": "USDT", "tx": HASH })).await;
        let more = json!({ "body": "More words" });
        let path = format!("/api/v1/tickets/{number}/messages");
        grace.post(&path).key("k-1").json(&more).send().await.expect(201);
        let timeline = format!("/api/v1/tickets/{number}/timeline");
        let timeline = app.admin.get(&timeline).send().await.expect(200).json();
        let id: uuid::Uuid =
            timeline["items"][0]["id"].as_str().expect("a message").parse().expect("an id");
        app.act(app.operator(), async move |tx, cx| {
            let id = proofdesk_desk::id::Id::from_uuid(id);
            proofdesk_desk::log::erasure::erase_message(tx, cx, id).await
        })
        .await;
        assert_eq!(answers(&grace, &number).await["answers"], json!([]));
        let left: Vec<(i64,)> = app
            .look(async |rx| {
                let sql =
                    "select seq from event where kind = 'ticket.answered' and payload is not null";
                Ok(rx.query(sql, &[]).await?)
            })
            .await;
        assert_eq!(left, []);
        // What was kept in case a request comes twice repeats it too.
        let kept = "select principal from idempotency where principal like 'customer:%'";
        let kept: Vec<(String,)> = app.look(async |rx| Ok(rx.query(kept, &[]).await?)).await;
        assert_eq!(kept, []);
        assert_state(&app).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_leaked_key_in_an_answer_is_a_theft() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    let new = json!({
        "category": "api-error", "subject": "s", "body": "b", "answers": { "request": format!("GET / {phrase}") },
    });
    let ticket = grace.post("/api/v1/tickets").json(&new).send().await.expect(201).json();
    let number = ticket["id"].as_str().expect("a number");
    let seen = app.admin.get(&format!("/api/v1/tickets/{number}")).send().await.expect(200).json();
    assert_eq!((&seen["risk"], &seen["priority"]), (&json!("suspected_theft"), &json!("urgent")));
    let found = grace.get(&format!("/api/v1/tickets/{number}/answers")).send().await.expect(200);
    assert!(!found.text().contains("sausage"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organisation_asks_its_own_questions() {
    for app in TestApp::both().await {
        let path = form(&app, "fees");
        let built_in = app.anonymous().get(&path).send().await.expect(200);
        assert_eq!(built_in.header("etag"), "\"0\"");
        assert_eq!(built_in.json()["questions"][0]["label"], "Which fee?");
        let own = json!({ "questions": [
            { "key": "card", "kind": "choice", "need": "mandatory", "choices": ["debit", "credit"],
              "own": [{ "lang": "en", "label": "Which card?", "why": "Two teams.", "choices": ["Debit", "Credit"] }] },
            { "key": "asset", "kind": "asset", "need": "helpful", "when": { "question": "card", "is": ["debit"] } },
        ] });
        app.admin.put(&path).json(&own).send().await.refused("version-required");
        app.admin.put(&path).if_match(0).json(&own).send().await.expect(200);
        app.admin.put(&path).if_match(0).json(&own).send().await.refused("version-conflict");
        let asked = app.anonymous().get(&path).send().await.expect(200).json();
        assert_eq!(asked["questions"][0]["choices"]["debit"], "Debit");
        let grace = app.customer("grace").await;
        let new = json!({
            "category": "fees", "subject": "s", "body": "b", "answers": { "card": "debit", "asset": "eur" },
        });
        let ticket = grace.post("/api/v1/tickets").json(&new).send().await.expect(201).json();
        let number = ticket["id"].as_str().expect("a number").to_owned();
        // Another version later, the ticket still knows what it was asked.
        app.admin.delete(&path).if_match(1).send().await.expect(200);
        let found = answers(&grace, &number).await;
        assert_eq!(found["answers"][0]["label"], "Which card?");
        assert_eq!(found["answers"][0]["spoken"], "Debit");
        assert_eq!(app.anonymous().get(&path).send().await.json()["is_own"], false);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_cannot_be_asked_is_refused() {
    let app = TestApp::sqlite().await;
    let path = form(&app, "fees");
    let asset = json!({ "key": "asset", "kind": "asset", "need": "helpful" });
    for (questions, code, field) in [
        (json!([asset, asset]), "field-taken", "questions[1].key"),
        (
            json!([{ "key": "new", "kind": "text", "need": "helpful" }]),
            "field-required",
            "questions[0].own",
        ),
        (
            json!([{ "key": "fee", "kind": "choice", "need": "helpful" }]),
            "field-required",
            "questions[0].choices",
        ),
        (
            json!([{ "key": "asset", "kind": "asset", "need": "helpful", "when": { "question": "tx" } }]),
            "field-invalid",
            "questions[0].when",
        ),
    ] {
        let sent = json!({ "questions": questions });
        let refused = app.admin.put(&path).if_match(0).json(&sent).send().await.refused(code);
        assert_eq!(refused.json()["errors"][0]["field"], field);
    }
    app.admin
        .put(&path)
        .if_match(0)
        .json(&json!({ "questions": [asset] }))
        .send()
        .await
        .expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_category_takes_no_tickets_and_keeps_its_own() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let number = opened(&grace, json!({ "asset": "BTC" })).await;
    let base = format!("/api/v1/brands/{}/categories", app.brand_id);
    let withdrawal = format!("{base}/deposit-not-credited/withdrawal");
    app.admin.put(&withdrawal).send().await.expect(204);
    let new = json!({ "category": "deposit-not-credited", "subject": "s", "body": "b" });
    grace.post("/api/v1/tickets").json(&new).send().await.refused("field-invalid");
    assert!(!app.anonymous().get(&base).send().await.text().contains("deposit-not-credited"));
    assert_eq!(answers(&grace, &number).await["answers"][0]["value"], "BTC");
    let overview = format!("/api/v1/brands/{}/forms", app.brand_id);
    let listed = async || -> Value {
        let all = app.admin.get(&overview).send().await.expect(200).json();
        let mut items = all["items"].as_array().expect("items").clone();
        items.retain(|one| one["slug"] == "deposit-not-credited");
        items.remove(0)
    };
    let one = listed().await;
    assert_eq!(
        (&one["is_offered"], &one["is_own"], &one["version"]),
        (&json!(false), &json!(false), &json!(0))
    );
    assert!(one["questions"].as_u64() > one["mandatory"].as_u64(), "{one}");
    app.admin.delete(&withdrawal).send().await.expect(204);
    grace.post("/api/v1/tickets").json(&new).send().await.expect(201);
    // Own questions are told from the built-in ones, and theirs can be asked without own words.
    let builtin = app.admin.get("/api/v1/form-questions").send().await.expect(200).json();
    let platform = builtin["items"].as_array().expect("items").iter();
    let platform =
        platform.clone().find(|one| one["key"] == "platform").expect("a question").clone();
    assert_eq!(
        (&platform["choice_order"][0], &platform["when"]),
        (&json!("binance"), &Value::Null)
    );
    let own = json!({ "questions": [{
        "key": "platform", "kind": platform["kind"], "need": "helpful", "choices": platform["choice_order"],
    }] });
    let path = form(&app, "deposit-not-credited");
    app.admin.put(&path).if_match(0).json(&own).send().await.expect(200);
    let one = listed().await;
    assert_eq!(
        (&one["is_offered"], &one["is_own"], &one["version"]),
        (&json!(true), &json!(true), &json!(1))
    );
    assert_eq!((&one["questions"], &one["mandatory"]), (&json!(1), &json!(0)));
    let shown = app.anonymous().get(&path).send().await.expect(200).json();
    assert_eq!(shown["questions"][0]["choice_order"], platform["choice_order"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_is_seen_to_wait() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app).await);
        let number = opened(&grace, json!({})).await;
        let (ticket, nudges) =
            (format!("/api/v1/tickets/{number}"), format!("/api/v1/tickets/{number}/nudges"));
        let early = grace.post(&nudges).send().await.refused("rate-limited");
        assert_eq!(early.header("retry-after"), "3600");
        app.clock.advance(Duration::from_secs(3600));
        grace.post(&nudges).key("n-1").send().await.expect(200);
        let again = grace.post(&nudges).key("n-1").send().await.expect(200);
        assert_eq!(again.header("idempotency-replayed"), "true");
        grace.post(&nudges).send().await.refused("rate-limited");
        assert_eq!(mina.get(&ticket).send().await.expect(200).json()["nudges"], 1);
        app.clock.advance(Duration::from_secs(4 * 3600));
        grace.post(&nudges).send().await.expect(200);
        let seen = mina.get("/api/v1/tickets").send().await.expect(200).json();
        assert_eq!(seen["items"][0]["nudges"], 2);
        mina.post(&format!("{ticket}/messages"))
            .json(&json!({ "body": "We are on it." }))
            .send()
            .await
            .expect(201);
        assert_eq!(mina.get(&ticket).send().await.expect(200).json()["nudges"], 0);
        assert_state(&app).await;
    }
}

/// The clock was a year ahead when they wrote and asked for somebody else, and is set right: they wait as long as everybody, and no year.
#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_was_ahead_keeps_nobody_waiting() {
    for app in TestApp::both().await {
        let year = Duration::from_secs(366 * 86_400);
        app.clock.advance(year);
        let grace = app.customer("grace").await;
        let number = opened(&grace, json!({})).await;
        let (nudges, up) = (
            format!("/api/v1/tickets/{number}/nudges"),
            format!("/api/v1/tickets/{number}/escalations"),
        );
        let why = json!({ "reason": "Three days, and nobody looked at the block." });
        grace.post(&nudges).send().await.refused("rate-limited");
        grace.post(&up).json(&why).send().await.expect(201);
        grace.post(&up).json(&why).send().await.refused("rate-limited");
        app.clock.turn_back(year);
        grace.post(&nudges).send().await.expect(200);
        let again = grace.post(&nudges).send().await.refused("rate-limited");
        assert_eq!(again.header("retry-after"), "14400");
        grace.post(&up).json(&why).send().await.expect(201);
        assert_state(&app).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_goes_up_one_tier_a_day_and_says_why() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app).await);
        let number = opened(&grace, json!({})).await;
        let (ticket, up) =
            (format!("/api/v1/tickets/{number}"), format!("/api/v1/tickets/{number}/escalations"));
        let why = json!({ "reason": "Three days, and nobody looked at the block." });
        grace.post(&up).json(&json!({ "reason": " " })).send().await.refused("field-required");
        grace.post(&up).json(&why).send().await.expect(201);
        let seen = mina.get(&ticket).send().await.expect(200).json();
        assert_eq!((&seen["tier"], &seen["priority"]), (&json!("second"), &json!("high")));
        assert_eq!(seen["message_count"], 2);
        grace.post(&up).json(&why).send().await.refused("rate-limited");
        let (grace, nora) = a_day_later(&app, "nora").await;
        grace.post(&up).json(&why).send().await.expect(201);
        assert_eq!(nora.get(&ticket).send().await.expect(200).json()["tier"], "lead");
        let (grace, _) = a_day_later(&app, "omar").await;
        grace.post(&up).json(&why).send().await.refused("escalated-to-top");
        grace.post(&format!("{ticket}/solution")).send().await.expect(200);
        grace.post(&up).json(&why).send().await.refused("not-our-turn");
        grace.post(&format!("{ticket}/nudges")).send().await.refused("not-our-turn");
        assert_state(&app).await;
    }
}
