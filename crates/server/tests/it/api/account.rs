//! Accounts at the exchange: what staff and their owner see of them, what is said when the exchange does not answer, and the
//! freeze that is asked for until it is confirmed.

use std::time::Duration;

use proofdesk_desk::bridge::BridgeError;
use proofdesk_desk::sandbox::{self, Breadth, Profile};
use proofdesk_server::config::BridgeKind;
use proofdesk_testkit::{Customer, Engine, Setup, TestApp};
use serde_json::{Value, json};

/// A desk with the sandbox behind it on each engine.
async fn both() -> Vec<TestApp> {
    let mut apps = Vec::new();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let sandbox = Setup::on(engine).config(|config| config.bridge.kind = BridgeKind::Sandbox);
        apps.push(sandbox.start().await);
    }
    apps
}

/// A signed-in customer whose account has been through everything.
async fn grace(app: &TestApp) -> Customer {
    let grace = app.customer("grace").await;
    app.act(app.operator(), async |tx, cx| {
        let profile = Profile {
            uid: Some("A1B2C3D4E5F60718".to_owned()),
            email: Some("grace@example.com".to_owned()),
            phone: Some("+49 30 1234567".to_owned()),
            vip_tier: 2,
            country: None,
        };
        sandbox::actions::open(tx, cx, "grace", &profile, Breadth::Everything).await
    })
    .await;
    grace
}

async fn outage(app: &TestApp, failure: Option<BridgeError>) {
    app.act(app.operator(), async move |tx, cx| {
        sandbox::actions::set_outage(tx, cx, failure).await
    })
    .await;
}

async fn read(client: &proofdesk_testkit::Client, path: &str) -> Value {
    client.get(path).send().await.expect(200).json()
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_see_it_masked_and_its_owner_in_clear() {
    for app in both().await {
        let grace = grace(&app).await;
        let path = format!("/api/v1/customers/{}/account", grace.id);
        let seen = read(&app.admin, &path).await;
        let account = &seen["account"]["facts"];
        assert_eq!(account["uid"], "A1•••18");
        assert_eq!(account["email"], "g•••@e•••.com");
        assert_eq!(
            (&account["vip_tier"], &seen["account"]["source"]),
            (&json!(2), &json!("sandbox"))
        );
        assert!(seen["account"]["as_of"].is_string() && seen["account"]["unknown"].is_null());
        for text in ["A1B2C3D4E5F60718", "grace@example.com", "1234567"] {
            assert!(!seen.to_string().contains(text), "{text} in {seen}");
        }
        let ips = seen["devices"]["facts"].as_array().expect("devices");
        assert!(ips.iter().all(|one| one["ip"].as_str().is_some_and(|ip| ip.ends_with("•••"))));

        let transfers = read(&app.admin, &format!("{path}/transfers")).await;
        let first = &transfers["deposits"]["facts"][0];
        assert!(
            first["amount"]["decimal"].as_str().is_some_and(|text| text.contains('.')),
            "{first}"
        );
        assert!(transfers["withdrawals"]["facts"].as_array().is_some_and(|all| all.len() > 10));
        let trading = read(&app.admin, &format!("{path}/trading")).await;
        assert_eq!(trading["positions"]["facts"].as_array().map(Vec::len), Some(2));

        let own = read(&grace, "/api/v1/me/account").await;
        assert_eq!(own["account"]["facts"]["email"], "grace@example.com");
        assert_eq!(
            own["deposits"]["facts"].as_array().map(Vec::len),
            transfers["deposits"]["facts"].as_array().map(Vec::len)
        );
        assert!(own["freeze"].is_null());
        let venue = read(&grace, "/api/v1/venue").await;
        assert!(venue["networks"]["facts"].as_array().is_some_and(|all| all.len() > 5));
        // What holds for everybody and what is on offer, as help articles show it.
        for part in ["kyc_levels", "withdrawal_pauses", "rate_limits"] {
            let told = venue["rules"]["facts"][part].as_array();
            assert!(told.is_some_and(|all| all.len() > 2), "{part} in {venue}");
        }
        let offers = &venue["offers"];
        for part in ["earn", "dual_investment", "contracts", "margin_loans", "fiat"] {
            let told = offers["facts"][part].as_array();
            assert!(told.is_some_and(|all| all.len() > 1), "{part} in {offers}");
        }
        assert_eq!(offers["source"], "sandbox");
        let contract = &offers["facts"]["contracts"][0];
        assert_eq!(contract["market"], "BTC-USDT-PERP");
        assert_eq!(contract["size"]["decimal"], "0.001");
        assert_eq!(contract["steps"][0]["max_leverage"], 100);
        assert!(contract["steps"][2]["up_to"].is_null());
        let prices =
            "/api/v1/venue/prices?index=ETH-USD&from=2026-11-21T07:00:00Z&to=2026-11-21T08:00:00Z";
        let prices = read(&grace, prices).await;
        assert_eq!(prices["samples"]["facts"].as_array().map(Vec::len), Some(720));
        let unknown =
            "/api/v1/venue/prices?index=GOLD&from=2026-11-21T07:00:00Z&to=2026-11-21T08:00:00Z";
        assert_eq!(read(&grace, unknown).await["samples"]["unknown"], "not_found");
    }
}

/// Each way to fail is told as a fact that is not known, with its reason; nothing else of the answer suffers.
#[tokio::test(flavor = "multi_thread")]
async fn an_exchange_that_is_down_is_no_error_of_the_desk() {
    for app in both().await {
        let grace = grace(&app).await;
        let path = format!("/api/v1/customers/{}/account", grace.id);
        for failure in BridgeError::ALL.iter().copied() {
            // Who waited in vain is not asked again for a while.
            app.clock.advance(Duration::from_secs(10));
            outage(&app, Some(failure)).await;
            for part in ["account", "devices", "api_keys", "security_changes"] {
                let section = &read(&app.admin, &path).await[part];
                assert_eq!(section, &json!({ "unknown": failure.as_str() }), "{part}");
            }
            let own = read(&grace, "/api/v1/me/account").await;
            assert_eq!(own["withdrawals"], json!({ "unknown": failure.as_str() }));
        }
        outage(&app, None).await;
        app.clock.advance(Duration::from_secs(10));
        assert!(read(&app.admin, &path).await["account"]["facts"].is_object());
        // Who has no account at the exchange.
        let nobody = app.customer("nobody").await;
        let own = read(&nobody, "/api/v1/me/account").await;
        assert_eq!(own["account"], json!({ "unknown": "not_found" }));
    }
    // And a desk without an exchange.
    let app = TestApp::sqlite().await;
    let alone = app.customer("alone").await;
    let own = read(&alone, "/api/v1/me/account").await;
    assert_eq!(own["account"], json!({ "unknown": "not_connected" }));
}

/// The account is being emptied while the exchange is down: the ticket is there at once, and the freeze as soon as it can be.
#[tokio::test(flavor = "multi_thread")]
async fn a_freeze_outlasts_an_outage() {
    for app in both().await {
        let grace = grace(&app).await;
        outage(&app, Some(BridgeError::TimedOut)).await;
        let press = async || {
            let answer = grace.post("/api/v1/me/account/freeze").json(&json!({})).send().await;
            answer.expect(201).json()
        };
        let pressed = press().await;
        assert_eq!(pressed["is_automatic"], true);
        let number = pressed["ticket"].as_str().expect("a number").to_owned();
        let ticket = read(&app.admin, &format!("/api/v1/tickets/{number}")).await;
        assert_eq!(
            (&ticket["priority"], &ticket["risk"]),
            (&json!("urgent"), &json!("suspected_theft"))
        );
        app.step().await;
        assert_eq!(press().await, pressed, "a second press is the same freeze");
        let own = read(&grace, "/api/v1/me/account").await["freeze"].clone();
        assert_eq!((&own["state"], &own["last_error"]), (&json!("pending"), &json!("timed_out")));
        app.clock.advance(Duration::from_secs(6));
        app.step().await;
        outage(&app, None).await;
        app.clock.advance(Duration::from_secs(60));
        app.step().await;

        let own = read(&grace, "/api/v1/me/account").await;
        assert_eq!(own["freeze"]["state"], "done");
        let receipt = own["freeze"]["receipt"].as_str().expect("a receipt").to_owned();
        assert!(own["account"]["facts"]["frozen_at"].is_string());
        let seen = read(&app.admin, &format!("/api/v1/customers/{}/account", grace.id)).await;
        assert_eq!(seen["acts"][0]["receipt"], receipt.as_str());
        // The customer reads it where they wait: that it is not reached once, and that it is done.
        let timeline =
            read(&grace, &format!("/api/v1/tickets/{number}/timeline")).await.to_string();
        assert!(timeline.contains(&receipt), "{timeline}");
        assert_eq!(timeline.matches("not confirmed the freeze yet").count(), 2, "{timeline}");
        for kind in ["account.act_requested", "account.act_done"] {
            let events = read(&app.admin, &format!("/api/v1/audit/events?kind={kind}")).await;
            assert_eq!(events["items"].as_array().map(Vec::len), Some(1), "{kind}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_freeze_that_the_exchange_refuses_is_left_to_people() {
    for app in both().await {
        // An account that the exchange does not know.
        let nobody = app.customer("nobody").await;
        let pressed =
            nobody.post("/api/v1/me/account/freeze").json(&json!({})).send().await.expect(201);
        app.step().await;
        let own = read(&nobody, "/api/v1/me/account").await;
        assert_eq!(
            (&own["freeze"]["state"], &own["freeze"]["last_error"]),
            (&json!("refused"), &json!("not_found"))
        );
        let number = pressed.json()["ticket"].as_str().expect("a number").to_owned();
        let timeline =
            read(&nobody, &format!("/api/v1/tickets/{number}/timeline")).await.to_string();
        assert!(timeline.contains("does it by hand"), "{timeline}");
        let staff = app.admin.post("/api/v1/me/account/freeze").json(&json!({})).send().await;
        staff.refused("customers-only");
    }
    let app = TestApp::sqlite().await;
    let alone = app.customer("alone").await;
    let pressed = alone.post("/api/v1/me/account/freeze").json(&json!({})).send().await.expect(201);
    assert_eq!(pressed.json()["is_automatic"], false);
}

/// Whoever opens an account is in its owner's list, once for a while of looking; who finds no account has seen nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_customer_sees_who_reads_the_account() {
    for app in both().await {
        let grace = grace(&app).await;
        let path = format!("/api/v1/customers/{}/account", grace.id);
        let looks = async || {
            let page = grace.get("/looks").header("accept", "text/html").send().await;
            page.expect(200).text().matches("What the exchange says of your account<").count()
        };
        assert_eq!(looks().await, 0);
        for part in ["", "/transfers", "/trading"] {
            read(&app.admin, &format!("{path}{part}")).await;
        }
        assert_eq!(looks().await, 1);
        read(&grace, "/api/v1/me/account").await;
        app.clock.advance(Duration::from_secs(900));
        read(&app.admin, &path).await;
        assert_eq!(looks().await, 2);
    }
}
