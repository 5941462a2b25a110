#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use proofdesk_desk::Timestamp;
use proofdesk_desk::bridge::{Act, ActKind, Ask, Bridge as _, BridgeError};
use proofdesk_desk::id::{AccountActId, Id as _};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use wiremock::matchers::{body_partial_json, header, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::{CheckAsk, Finding, HttpBridge, SetupError, check};

const NOW: Timestamp = Timestamp::from_micros(1_795_251_600_000_000);

fn ask() -> Ask {
    Ask { account: "acc/1".to_owned(), now: NOW, request_id: "r-7".to_owned() }
}

fn bridge(base: &str) -> HttpBridge {
    HttpBridge::new(base, "a-token".to_owned()).unwrap()
}

fn wrapped(facts: Value) -> Value {
    json!({ "as_of": "2026-11-21T08:59:58Z", "facts": facts, "later_versions": "say more" })
}

fn account(id: &str) -> Value {
    json!({
        "account": id, "uid": "A1B2C3D4E5F60718", "email": null, "phone": null, "vip_tier": 1,
        "volume_30d_cents": 100, "volume_24h_cents": 0, "holdings_cents": 5, "kyc_level": 2,
        "holdings": [{ "units": "1250500000", "decimals": 6, "asset": "USDT" }],
        "security": {
            "second_factors": ["totp"], "has_withdrawal_whitelist": true, "has_anti_phishing_code": false
        },
        "opened_at": "2024-01-01T00:00:00Z", "frozen_at": null,
    })
}

fn deposit() -> Value {
    json!({
        "id": "D1", "amount": { "units": "25", "decimals": 6, "asset": "USDT" }, "network": "TRON",
        "address": "TQ5NMqDjVMGrSmJqgKqbfzn3pXcKwWfpRm", "memo": null, "tx_hash": null, "state": "confirming",
        "confirmations": 3, "credited_after": 19, "withdrawable_after": 40,
        "seen_at": "2026-11-21T08:00:00Z", "updated_at": "2026-11-21T08:01:00Z",
    })
}

async fn answering(route: &str, answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path(route))
        .and(header("authorization", "Bearer a-token"))
        .respond_with(answer)
        .mount(&server)
        .await;
    server
}

fn good(facts: Value) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(wrapped(facts))
}

#[tokio::test]
async fn a_good_answer_is_a_snapshot_with_its_moment_and_its_host() {
    let server = answering("/x/v1/accounts/acc%2F1", good(account("acc/1"))).await;
    let told = bridge(&format!("{}/x", server.uri())).account(&ask()).await.unwrap();
    assert_eq!(told.as_of.to_string(), "2026-11-21T08:59:58Z");
    assert_eq!((told.source.as_str(), told.facts.vip_tier), ("127.0.0.1", 1));
    assert_eq!(told.facts.holdings[0].decimal(), "1250.500000");
    let server = answering("/v1/accounts/acc%2F1/deposits", good(json!([deposit()]))).await;
    let told = bridge(&server.uri()).deposits(&ask()).await.unwrap();
    assert_eq!(told.facts[0].confirmations, 3);
}

/// Lies: well-formed answers that cannot be true, or are about somebody else.
#[tokio::test]
async fn what_cannot_be_true_is_not_believed() {
    let route = "/v1/accounts/acc%2F1";
    let spoilt = |change: fn(&mut Value)| {
        let mut facts = account("acc/1");
        change(&mut facts);
        good(facts)
    };
    let tomorrow = json!({ "as_of": "2026-11-22T09:00:00Z", "facts": account("acc/1") });
    for (what, answer) in [
        ("another account", good(account("acc/2"))),
        ("a moment to come", ResponseTemplate::new(200).set_body_json(tomorrow)),
        ("a float for an amount", spoilt(|facts| facts["holdings"][0]["units"] = json!("1.5"))),
        ("a negative volume", spoilt(|facts| facts["volume_30d_cents"] = json!(-1))),
        ("an unknown word", spoilt(|facts| facts["security"]["second_factors"] = json!(["magic"]))),
        (
            "a missing field",
            spoilt(|facts| drop(facts.as_object_mut().unwrap().remove("vip_tier"))),
        ),
        ("a control character", spoilt(|facts| facts["uid"] = json!("a\u{7}b"))),
        ("no wrapping", ResponseTemplate::new(200).set_body_json(account("acc/1"))),
        ("a page", ResponseTemplate::new(200).set_body_raw("<html>", "text/html")),
        (
            "half of it",
            ResponseTemplate::new(200).set_body_raw("{\"as_of\": \"2026", "application/json"),
        ),
        (
            "too much",
            ResponseTemplate::new(200).set_body_raw(vec![b' '; 2_000_000], "application/json"),
        ),
    ] {
        let server = answering(route, answer).await;
        let told = bridge(&server.uri()).account(&ask()).await;
        assert_eq!(told.err(), Some(BridgeError::Malformed), "{what}");
    }
    let mut early = deposit();
    early["updated_at"] = json!("2020-01-01T00:00:00Z");
    let server = answering("/v1/accounts/acc%2F1/deposits", good(json!([early]))).await;
    let told = bridge(&server.uri()).deposits(&ask()).await;
    assert_eq!(told.err(), Some(BridgeError::Malformed));
}

#[tokio::test]
async fn every_status_has_its_reason() {
    for (status, reason) in [
        (404, BridgeError::NotFound),
        (501, BridgeError::Unsupported),
        (401, BridgeError::Refused),
        (403, BridgeError::Refused),
        (422, BridgeError::Refused),
        (429, BridgeError::Unavailable),
        (500, BridgeError::Unavailable),
        (503, BridgeError::Unavailable),
        (204, BridgeError::Malformed),
        (302, BridgeError::Malformed),
    ] {
        let answer = ResponseTemplate::new(status).insert_header("location", "http://127.0.0.1:1/");
        let server = answering("/v1/accounts/acc%2F1", answer).await;
        let told = bridge(&server.uri()).account(&ask()).await;
        assert_eq!(told.err(), Some(reason), "{status}");
    }
    let nobody = bridge("http://127.0.0.1:1").account(&ask()).await;
    assert_eq!(nobody.err(), Some(BridgeError::Unavailable));
}

/// A server that says what it says and then holds the line: before its answer, in the middle of it, or dropping it.
async fn mute(says: &'static [u8], holds: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = [0; 2_048];
            let _read = stream.read(&mut request).await;
            let _written = stream.write_all(says).await;
            if holds {
                tokio::spawn(async move {
                    std::future::pending::<()>().await;
                    drop(stream);
                });
            }
        }
    });
    format!("http://{address}")
}

#[tokio::test]
async fn hangs_and_half_answers_end_in_time() {
    let begun = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{\"as_of\":";
    for (says, holds, reason) in [
        (&b""[..], true, BridgeError::TimedOut),
        (&begun[..], true, BridgeError::TimedOut),
        (&begun[..], false, BridgeError::Malformed),
        (&b"HTTP/1.1 2"[..], false, BridgeError::Unavailable),
        (&b"220 mail ready\r\n"[..], false, BridgeError::Unavailable),
    ] {
        let base = mute(says, holds).await;
        let told = bridge(&base).account(&ask()).await;
        assert_eq!(told.err(), Some(reason), "{:?}", String::from_utf8_lossy(says));
    }
}

#[tokio::test]
async fn an_act_carries_its_id_and_believes_only_its_own_receipt() {
    let id = AccountActId::from_uuid(uuid::Uuid::from_u128(7));
    let act = Act {
        id,
        kind: ActKind::Freeze,
        account: "acc/1".to_owned(),
        reference: "PD-0000-0000-0".to_owned(),
        requested_at: NOW,
        now: NOW,
    };
    let receipt = |act_id: Value, receipt: &str| {
        let body = json!({ "act_id": act_id, "receipt": receipt, "at": "2026-11-21T09:00:01Z" });
        ResponseTemplate::new(200).set_body_json(body)
    };
    let other = uuid::Uuid::from_u128(8).to_string();
    for (answer, expected) in [
        (receipt(json!(id), "FRZ-1"), None),
        (receipt(json!(other), "FRZ-1"), Some(BridgeError::Malformed)),
        (receipt(json!(id), "<b>FRZ</b>"), Some(BridgeError::Malformed)),
        (receipt(json!(id), ""), Some(BridgeError::Malformed)),
        (ResponseTemplate::new(409), Some(BridgeError::Refused)),
        (ResponseTemplate::new(502), Some(BridgeError::Unavailable)),
    ] {
        let server = MockServer::start().await;
        Mock::given(method("PUT"))
            .and(path(format!("/v1/accounts/acc%2F1/acts/{}", id.uuid())))
            .and(body_partial_json(json!({ "kind": "freeze", "reference": "PD-0000-0000-0" })))
            .respond_with(answer)
            .mount(&server)
            .await;
        assert_eq!(bridge(&server.uri()).act(&act).await.err(), expected);
    }
}

async fn mount(server: &MockServer, verb: &str, route: &str, answer: ResponseTemplate) {
    let mock = Mock::given(method(verb)).and(path(route));
    mock.and(header("authorization", "Bearer a-token")).respond_with(answer).mount(server).await;
}

async fn checked(server: &MockServer, freeze: Option<AccountActId>) -> Vec<Finding> {
    let (account, index) = ("acc-1".to_owned(), "BTC-USD".to_owned());
    check(&bridge(&server.uri()), &CheckAsk { account, index, freeze, now: NOW }).await
}

fn of<'a>(findings: &'a [Finding], call: &str) -> (&'a str, &'a str) {
    let found = findings.iter().find(|one| one.call == call).unwrap();
    (found.result.as_str(), found.detail.as_deref().unwrap_or_default())
}

#[tokio::test]
async fn a_check_names_what_is_wrong_and_where() {
    let server = MockServer::start().await;
    let reads = ["account", "deposits", "devices", "fees", "networks", "order"];
    let capabilities = json!({ "contract": 1, "reads": reads, "acts": ["thaw"] });
    let mut early = deposit();
    early["amount"]["units"] = json!("25.0");
    let fee = json!({ "vip_tier": 0, "from_volume_cents": "none", "maker_ppm": 1, "taker_ppm": 1 });
    for (route, answer) in [
        ("/v1/capabilities", good(capabilities)),
        ("/v1/accounts/acc-1", good(account("acc-1"))),
        ("/v1/accounts/acc-1/deposits", good(json!([deposit(), early]))),
        ("/v1/accounts/acc-1/devices", ResponseTemplate::new(503)),
        ("/v1/venue/fees", good(json!([fee]))),
        ("/v1/venue/networks", ResponseTemplate::new(200).set_body_raw("<p>", "text/html")),
    ] {
        mount(&server, "GET", route, answer).await;
    }
    Mock::given(wiremock::matchers::any())
        .respond_with(ResponseTemplate::new(401))
        .with_priority(9)
        .mount(&server)
        .await;
    let findings = checked(&server, None).await;
    for (call, result, detail) in [
        ("capabilities", "ok", "not known here and passed over: order, thaw"),
        ("account", "ok", ""),
        ("deposits", "malformed", "facts[1].amount is no amount"),
        ("devices", "unavailable", "HTTP 503"),
        (
            "fees",
            "malformed",
            "facts[0].from_volume_cents: invalid type: string \"none\", expected i64 at line 1 column 68",
        ),
        ("networks", "malformed", "content-type is text/html, not application/json"),
        ("orders", "unsupported", "capabilities do not name it"),
        ("unknown-account", "refused", "HTTP 401, where 404 is right"),
        ("wrong-token", "ok", ""),
        ("freeze", "unsupported", "capabilities do not name it"),
    ] {
        assert_eq!(of(&findings, call), (result, detail), "{call}");
    }
    assert_eq!(findings.iter().filter(|one| !one.is_fine()).count(), 5);
}

/// A server that says yes to everybody, and one that does a thing twice.
#[tokio::test]
async fn a_check_finds_an_open_door_and_a_second_freeze() {
    let id = AccountActId::from_uuid(uuid::Uuid::from_u128(7));
    let receipt = |number: &str| {
        let body = json!({ "act_id": id, "receipt": number, "at": "2026-11-21T09:00:01Z" });
        ResponseTemplate::new(200).set_body_json(body)
    };
    let capabilities = json!({ "contract": 1, "reads": [], "acts": ["freeze"] });
    let mut frozen = account("acc-1");
    frozen["frozen_at"] = json!("2026-11-21T09:00:01Z");
    let put = format!("/v1/accounts/acc-1/acts/{}", id.uuid());
    for (second, is_frozen, result, detail) in [
        ("FRZ-1", true, "ok", "receipt FRZ-1"),
        ("FRZ-2", true, "malformed", "the same id twice gave two receipts"),
        ("FRZ-1", false, "malformed", "after its receipt, facts.frozen_at of the account is empty"),
    ] {
        let server = MockServer::start().await;
        let open = Mock::given(path("/v1/capabilities")).respond_with(good(capabilities.clone()));
        open.mount(&server).await;
        let first = Mock::given(method("PUT")).and(path(&put)).respond_with(receipt("FRZ-1"));
        first.up_to_n_times(1).mount(&server).await;
        mount(&server, "PUT", &put, receipt(second)).await;
        let told = if is_frozen { frozen.clone() } else { account("acc-1") };
        mount(&server, "GET", "/v1/accounts/acc-1", good(told)).await;
        let findings = checked(&server, Some(id)).await;
        assert_eq!(of(&findings, "freeze"), (result, detail));
        assert_eq!(of(&findings, "wrong-token").0, "malformed");
        assert_eq!(of(&checked(&server, None).await, "freeze").0, "skipped");
    }
}

/// Rules and offers: what is left out is empty, and one lie takes the whole answer with it.
#[tokio::test]
async fn rules_and_offers_are_read_and_looked_at() {
    let usdt = |units: &str| json!({ "units": units, "decimals": 6, "asset": "USDT" });
    let level = |units: &str| {
        json!({
            "level": 1, "needs": ["email", "selfie"], "allows": ["withdraw"],
            "daily_withdrawal": usdt(units),
        })
    };
    let rate = |seconds: u32| json!({ "group": "orders", "requests": 30, "seconds": seconds, "per": "key" });
    let pause = json!({ "after": "phone_changed", "hours": 24 });
    let all = json!({
        "kyc_levels": [level("10000000000")], "withdrawal_pauses": [pause], "rate_limits": [rate(1)],
    });
    let server = answering("/v1/venue/rules", good(all)).await;
    let told = bridge(&server.uri()).rules(NOW).await.unwrap().facts;
    let most = told.kyc_levels[0].daily_withdrawal.as_ref().unwrap();
    assert_eq!(most.decimal(), "10000.000000");
    assert_eq!((told.withdrawal_pauses[0].hours, told.rate_limits[0].requests), (24, 30));
    for (facts, is_believed) in [
        (json!({}), true),
        (json!({ "kyc_levels": [level("1.5")] }), false),
        (json!({ "rate_limits": [rate(0)] }), false),
        (json!({ "withdrawal_pauses": [{ "after": "a haircut", "hours": 1 }] }), false),
        (json!({ "kyc_levels": vec![level("1"); 51] }), false),
    ] {
        let server = answering("/v1/venue/rules", good(facts.clone())).await;
        assert_eq!(bridge(&server.uri()).rules(NOW).await.is_ok(), is_believed, "{facts}");
    }
    let earn = |ppm: i64| json!({ "kind": "fixed", "asset": "USDT", "yearly_ppm": ppm, "days": 30, "redeem_hours": null });
    let pair = |asset: &str| json!({ "asset": asset, "stablecoin": "USDT", "days": [1, 7], "minimum": usdt("10000000") });
    let contract = |ends: &[Option<&str>]| {
        let step = |end: &Option<&str>| json!({ "up_to": end.map(usdt), "max_leverage": 50, "maintenance_ppm": 10_000 });
        json!({
            "market": "BTC-USDT-PERP", "size": { "units": "1", "decimals": 3, "asset": "BTC" },
            "tick": { "units": "1", "decimals": 1, "asset": "USDT" }, "funding_hours": 8,
            "steps": ends.iter().map(step).collect::<Vec<_>>(),
        })
    };
    let loan = |hours: u32| json!({ "asset": "USDT", "interest_ppm": 12, "every_hours": hours });
    let way = |means: &str, comes_in: bool| json!({ "currency": "EUR", "means": means, "can_pay_in": comes_in, "can_pay_out": false });
    for (facts, is_believed) in [
        (json!({ "earn": [earn(52_000)], "dual_investment": [pair("ETH")] }), true),
        (json!({ "earn": [earn(-1)] }), false),
        (json!({ "dual_investment": [pair("")] }), false),
        (json!({ "contracts": [contract(&[Some("50000"), None])] }), true),
        (json!({ "contracts": [contract(&[])] }), false),
        (json!({ "contracts": [contract(&[None, Some("50000")])] }), false),
        (json!({ "contracts": [contract(&[Some("5e4"), None])] }), false),
        (json!({ "margin_loans": [loan(1)] }), true),
        (json!({ "margin_loans": [loan(0)] }), false),
        (json!({ "fiat": [way("card", true)] }), true),
        (json!({ "fiat": [way("card", false)] }), false),
        (json!({ "fiat": [way("pigeon", true)] }), false),
    ] {
        let server = answering("/v1/venue/offers", good(facts.clone())).await;
        let told = bridge(&server.uri()).offers(NOW).await;
        assert_eq!(told.is_ok(), is_believed, "{facts}");
    }
}

#[tokio::test]
async fn lists_are_short_and_newest_first() {
    let route = "/v1/accounts/acc%2F1/deposits";
    let seen = |at: &str| {
        let mut one = deposit();
        one["seen_at"] = json!(at);
        one
    };
    let (older, newer) = (seen("2026-11-21T07:00:00Z"), seen("2026-11-21T08:00:00Z"));
    for (facts, is_believed) in [
        (json!([newer, newer, older]), true),
        (json!([older, newer]), false),
        (json!(vec![deposit(); 50]), true),
        (json!(vec![deposit(); 51]), false),
    ] {
        let server = answering(route, good(facts.clone())).await;
        let told = bridge(&server.uri()).deposits(&ask()).await;
        assert_eq!(told.is_ok(), is_believed, "{facts}");
    }
}

/// The contract is a promise to others: what it lists is what is read here.
#[test]
fn the_contract_names_the_same_words() {
    use proofdesk_desk::bridge::READS;
    use proofdesk_desk::bridge::facts::{
        ApiPermission, DepositState, EarnKind, FiatMeans, HoldReason, KycProof, KycUse, OrderKind,
        OrderState, RateScope, RejectReason, SecondFactorKind, SecurityChangeKind, Side,
        WithdrawalState,
    };
    use proofdesk_desk::exchange_event::EventKind;
    use proofdesk_desk::exchange_event::facts::AlertReason;
    fn list<T: ToString>(all: &[T]) -> String {
        format!("[{}", all.iter().map(T::to_string).collect::<Vec<_>>().join(", "))
    }
    let contract = include_str!("../../../../docs/exchange-bridge.openapi.yaml");
    for words in [
        list(READS),
        list(ActKind::ALL),
        list(ApiPermission::ALL),
        list(DepositState::ALL),
        list(EarnKind::ALL),
        list(FiatMeans::ALL),
        list(KycProof::ALL),
        list(KycUse::ALL),
        list(RateScope::ALL),
        list(HoldReason::ALL),
        list(OrderKind::ALL),
        list(OrderState::ALL),
        list(RejectReason::ALL),
        list(SecondFactorKind::ALL),
        list(SecurityChangeKind::ALL),
        list(Side::ALL),
        list(WithdrawalState::ALL),
        list(EventKind::ALL),
        list(AlertReason::ALL),
    ] {
        assert!(contract.contains(&format!("enum: {words}")), "{words}");
    }
}

#[test]
fn a_token_goes_over_https_or_nowhere() {
    let made = |base: &str| HttpBridge::new(base, "a-token".to_owned());
    assert!(made("https://bridge.example").is_ok() && made("http://localhost:8080/b").is_ok());
    assert!(matches!(made("http://bridge.example"), Err(SetupError::Scheme)));
    assert!(matches!(made("http://10.0.0.1"), Err(SetupError::Scheme)));
    assert!(matches!(made("bridge.example"), Err(SetupError::Url)));
    let shown = format!("{:?}", made("https://bridge.example").unwrap());
    assert!(!shown.contains("a-token"), "{shown}");
}
