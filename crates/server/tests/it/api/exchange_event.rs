//! What the exchange tells by itself: signed, in order, each once, and what its customers and agents see of it.

use std::time::Duration;

use proofdesk_testkit::{Answer, Customer, Exchange, TestApp};
use serde_json::{Value, json};

const HASH: &str = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";

fn event(app: &TestApp, seq: i64, kind: &str, account: Option<&str>, data: Value) -> Value {
    json!({
        "id": format!("ev-{seq}"), "seq": seq, "kind": kind, "account": account,
        "occurred_at": app.clock.now().to_string(), "data": data,
    })
}

fn deposit(app: &TestApp, seq: i64, account: &str) -> Value {
    let now = app.clock.now().to_string();
    let data = json!({
        "id": "D77", "amount": { "units": "250000000", "decimals": 6, "asset": "USDT" },
        "network": "ETHEREUM", "address": "0x52908400098527886e0f7030069857d2e4169ee7",
        "tx_hash": HASH, "state": "confirming", "confirmations": 3, "credited_after": 12,
        "withdrawable_after": 64, "seen_at": now, "updated_at": now,
    });
    event(app, seq, "deposit_seen", Some(account), data)
}

fn tier(app: &TestApp, seq: i64) -> Value {
    event(app, seq, "tier_changed", Some("grace"), json!({ "from": 0, "to": 1 }))
}

async fn tell(app: &TestApp, events: &[Value]) -> Answer {
    let body = json!({ "events": events });
    app.exchange.tell(&app.anonymous(), app.clock.now(), &body).await
}

async fn read(client: &proofdesk_testkit::Client, path: &str) -> Value {
    client.get(path).send().await.expect(200).json()
}

async fn page(customer: &Customer, path: &str) -> String {
    let answer = customer.get(path).header("accept", "text/html").send().await.expect(200);
    plain(&answer.text())
}

/// Without the marks that keep directions apart and words together: they are not what is looked at.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "").replace('\u{a0}', " ")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deposit_is_told_to_whoever_waits_for_it() {
    for mut app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let number =
            app.ticket_with(&grace, "Where is my deposit?", &format!("I sent {HASH}")).await;
        let seen = deposit(&app, 1, "grace");
        let taken = tell(&app, std::slice::from_ref(&seen)).await.expect(202).json();
        assert_eq!(taken, json!({ "events": [{ "id": "ev-1", "seq": 1 }], "expects": 2 }));
        // What was acknowledged outlives the process that acknowledged it, and is done once.
        app.restart().await;
        let grace_client = grace.client.moved(app.address());
        app.step().await;
        tell(&app, &[seen]).await.expect(202);
        app.step().await;

        let timeline = format!("/api/v1/tickets/{number}/timeline");
        for client in [&app.admin.client, &grace_client] {
            let shown = read(client, &timeline).await;
            let items = shown["items"].as_array().expect("a timeline");
            let told: Vec<&Value> =
                items.iter().filter(|one| one["kind"] == "ticket.exchange_told").collect();
            assert_eq!(told.len(), 1, "{shown}");
            assert_eq!(told[0]["data"]["reference"], "D77");
            assert_eq!(told[0]["data"]["amount"], "250.000000");
        }
        let own = read(&grace_client, "/api/v1/me/notifications").await;
        let told: Vec<&Value> = own["items"].as_array().expect("notifications").iter().collect();
        let told = told.iter().find(|one| one["kind"] == "deposit_seen").expect("a notification");
        assert_eq!(told["ticket"], number.as_str());
        let words = plain(told["told"].as_str().expect("words"));
        assert_eq!(
            words,
            "Your deposit of 250.00 USDT on Ethereum (ERC-20): Confirming: 3 of 12 confirmations"
        );

        let seen = read(&app.admin, "/api/v1/exchange/events").await;
        let one = &seen["items"][0];
        assert_eq!((&one["state"], &one["tickets"]), (&json!("handled"), &json!(1)));
        assert_eq!(seen["streams"][0]["head"], 1);
        assert!(!seen.to_string().contains("D77"), "what it said is not kept: {seen}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_customers_pages_say_it_in_words() {
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let number = app.ticket_with(&grace, "Where is my deposit?", &format!("I sent {HASH}")).await;
    let now = app.clock.now().to_string();
    let change = json!({ "id": "c1", "kind": "password_changed", "at": now });
    let stands =
        json!({ "network": "TRON", "asset": "USDT", "can_deposit": false, "can_withdraw": true });
    let events = [
        deposit(&app, 1, "grace"),
        event(&app, 2, "setting_changed", Some("grace"), change),
        event(&app, 3, "network_suspended", None, stands),
    ];
    tell(&app, &events).await.expect(202);
    app.step().await;
    let told = "Your deposit of 250.00 USDT on Ethereum (ERC-20): Confirming: 3 of 12 confirmations (as of";
    let ticket = page(&grace, &format!("/tickets/{number}")).await;
    assert!(ticket.contains(told), "{ticket}");
    let notices = page(&grace, "/notifications").await;
    assert!(notices.contains("The password of your account was changed"), "{notices}");
    assert!(notices.contains("href=\"/account\""), "{notices}");
    let suspended = "Deposits of USDT on Tron (TRC-20) are suspended";
    assert!(page(&grace, "/").await.contains(suspended));
    let network = "/tickets/new/deposit-not-credited/questions/network";
    assert!(page(&grace, network).await.contains(suspended));
    assert!(page(&grace, "/reach?category=deposit-not-credited").await.contains(suspended));
    assert!(!page(&grace, "/reach?category=fees").await.contains(suspended));
    let resumed = event(&app, 4, "network_resumed", None, json!({ "network": "TRON" }));
    tell(&app, &[resumed]).await.expect(202);
    app.step().await;
    assert!(!page(&grace, "/").await.contains(suspended));
    // The transcript holds what the page shows.
    let path = format!("/api/v1/me/tickets/{number}/transcript.html");
    let transcript = grace.get(&path).send().await.expect(200).text();
    assert!(plain(&transcript).contains("250.00 USDT on Ethereum (ERC-20)"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_signed_well_is_refused_with_the_way_out() {
    for app in TestApp::both().await {
        let good = json!({ "events": [tier(&app, 1)] });
        let (now, client) = (app.clock.now(), app.anonymous());
        let post = |kid: &str, timestamp: &str, signature: &str, body: &str| {
            client
                .post("/api/v1/exchange/events")
                .header("proofdesk-key", kid)
                .header("proofdesk-timestamp", timestamp)
                .header("proofdesk-signature", signature)
                .bytes("application/json", body.to_owned())
        };
        let (text, at) = (good.to_string(), now.seconds().to_string());
        let signature = app.exchange.event_signature(&at, &text);
        let unsigned = client.post("/api/v1/exchange/events").json(&good).send().await;
        let unsigned = unsigned.refused("event-unsigned");
        assert!(
            unsigned.json()["title"].as_str().expect("a title").contains("proofdesk-signature")
        );
        let other = text.replace("\"to\":1", "\"to\":2");
        post("exchange", &at, &signature, &other).send().await.refused("event-forged");
        post("nobody", &at, &signature, &text).send().await.refused("event-forged");
        let later = (now.seconds() + 1).to_string();
        post("exchange", &later, &signature, &text).send().await.refused("event-forged");
        let long_ago = now - Duration::from_secs(301);
        app.exchange.tell(&client, long_ago, &good).await.refused("event-stale");
        // A key of its own kind signs as well, and its brand's stream is its own.
        let signer = Exchange::eddsa(app.desk(), app.operator(), app.brand_id, "ed").await;
        signer.tell(&client, now, &good).await.expect(202);
        // The mistakes of a signed body are named.
        let odd = json!({ "events": [{ "id": "e", "seq": 2, "kind": "weather", "occurred_at": now.to_string(), "data": {} }] });
        let refused = app.exchange.tell(&client, now, &odd).await.refused("field-invalid");
        assert_eq!(refused.json()["errors"][0]["field"], "events[0].kind");
        app.step().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gap_is_named_and_can_be_skipped() {
    for app in TestApp::both().await {
        let taken = tell(&app, &[tier(&app, 1), tier(&app, 4)]).await.expect(202).json();
        assert_eq!((&taken["expects"], &taken["gap"]), (&json!(2), &json!({ "from": 2, "to": 3 })));
        app.step().await;
        let seen = read(&app.admin, "/api/v1/exchange/events?state=waiting").await;
        assert_eq!(seen["items"][0]["seq"], 4);
        let stream = &seen["streams"][0];
        assert_eq!((&stream["head"], &stream["gap"]["from"]), (&json!(1), &json!(2)));
        // The same number under another name is another event.
        let mut renamed = tier(&app, 4);
        renamed["id"] = json!("other");
        tell(&app, &[renamed]).await.refused("event-mismatch");
        let path = format!("/api/v1/exchange/streams/{}/skips", app.brand_id);
        let skip = async |to: i64| app.admin.post(&path).json(&json!({ "to": to })).send().await;
        skip(2).await.refused("not-found");
        assert_eq!(skip(3).await.expect(200).json()["head"], 3);
        app.step().await;
        let seen = read(&app.admin, "/api/v1/exchange/events").await;
        let states: Vec<&Value> =
            seen["items"].as_array().expect("events").iter().map(|one| &one["state"]).collect();
        assert_eq!(states, ["handled", "handled"]);
        let skipped =
            read(&app.admin, "/api/v1/audit/events?kind=exchange_event.gap_skipped").await;
        assert_eq!(skipped["items"].as_array().map(Vec::len), Some(1));
    }
}
