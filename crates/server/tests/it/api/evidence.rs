//! Evidence beside the exchange: what its own books say of a value that could be on several networks.

use std::time::Duration;

use proofdesk_desk::bridge::BridgeError;
use proofdesk_desk::sandbox::{self, Breadth, Profile};
use proofdesk_server::config::BridgeKind;
use proofdesk_testkit::{Client, Engine, Setup, TestApp};
use serde_json::Value;

async fn with_exchange(engine: Engine) -> TestApp {
    Setup::on(engine).config(|config| config.bridge.kind = BridgeKind::Sandbox).start().await
}

async fn networks(client: &Client, number: &str, kind: &str) -> Vec<String> {
    let path = format!("/api/v1/tickets/{number}/evidence");
    let list = client.get(&path).send().await.expect(200).json();
    let items = list.as_array().cloned().unwrap_or_default();
    let found = items.into_iter().find(|item| item["kind"] == kind).expect("such evidence");
    let names = found["networks"].as_array().cloned().unwrap_or_default();
    names.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_exchange_knows_on_which_network_a_deposit_came() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = with_exchange(engine).await;
        let grace = app.customer("grace").await;
        app.act(app.operator(), async |tx, cx| {
            let profile =
                Profile { uid: None, email: None, phone: None, vip_tier: 1, country: None };
            sandbox::actions::open(tx, cx, "grace", &profile, Breadth::Everything).await
        })
        .await;
        let own = grace.get("/api/v1/me/account").send().await.expect(200).json();
        let deposits = own["deposits"]["facts"].as_array().cloned().unwrap_or_default();
        let on_bsc = |one: &&Value| one["network"] == "BSC" && one["tx_hash"].is_string();
        let deposit = deposits.iter().find(on_bsc).expect("a deposit on BSC");
        let text = |name: &str| deposit[name].as_str().unwrap_or_default().to_owned();
        let body = format!("Where is it? {} It went to {}", text("tx_hash"), text("address"));
        // What the exchange said a moment ago is kept for an hour of outage.
        app.clock.advance(Duration::from_secs(7_200));
        let strange = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";

        app.act(app.operator(), async |tx, cx| {
            sandbox::actions::set_outage(tx, cx, Some(BridgeError::TimedOut)).await
        })
        .await;
        let number = app.ticket_with(&grace, "My deposit", &body).await.to_string();
        let other = app.ticket_with(&grace, "Another", strange).await.to_string();
        let before = networks(&app.admin, &number, "tx").await;
        assert!(before.len() > 1, "a hash names no network: {before:?}");
        app.step().await;
        assert_eq!(networks(&app.admin, &number, "tx").await, before, "nobody answered");

        app.act(app.operator(), async |tx, cx| sandbox::actions::set_outage(tx, cx, None).await)
            .await;
        app.clock.advance(Duration::from_secs(3_600));
        app.step().await;
        assert_eq!(networks(&app.admin, &number, "tx").await, ["bsc"]);
        assert_eq!(networks(&app.admin, &number, "address").await, ["bsc"]);
        assert!(networks(&app.admin, &other, "tx").await.len() > 1, "not one of theirs");
        let path = "/api/v1/audit/events?kind=ticket.evidence_changed";
        let events = app.admin.get(path).send().await.expect(200).json();
        assert_eq!(events["items"].as_array().map(Vec::len), Some(2));
        // A ticket's chain is found by the number that people quote, as they type it.
        let typed = number.to_lowercase().replace('-', "");
        let chain = format!("/api/v1/audit/events?stream={typed}&kind=ticket.opened");
        let events = app.admin.get(&chain).send().await.expect(200).json();
        assert_eq!(events["items"].as_array().map(Vec::len), Some(1), "{events}");
        let nobodys = "/api/v1/audit/events?stream=PD-0000-0000-0";
        let events = app.admin.get(nobodys).send().await.expect(200).json();
        assert_eq!(events["items"], serde_json::json!([]));
    }
}
