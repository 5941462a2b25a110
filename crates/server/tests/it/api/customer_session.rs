//! `/api/v1/customer-session`: the exchange's signed token becomes a session, and nothing else does.

use std::time::Duration;

use proofdesk_desk::limits;
use proofdesk_testkit::{Answer, Client, Exchange, TestApp};
use serde_json::{Value, json};

async fn enter(app: &TestApp, token: &str) -> Answer {
    enter_as(&app.anonymous(), token).await
}

async fn enter_as(client: &Client, token: &str) -> Answer {
    client.post("/api/v1/customer-session").json(&json!({ "token": token })).send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_of_either_kind_opens_a_session() {
    for app in TestApp::both().await {
        let eddsa = Exchange::eddsa(app.desk(), app.operator(), app.brand_id, "ed").await;
        for exchange in [&app.exchange, &eddsa] {
            let browser = app.anonymous();
            let entered = enter_as(&browser, &exchange.token("grace", app.clock.now()))
                .await
                .expect(201)
                .json();
            let me = browser.get("/api/v1/me").send().await.expect(200).json();
            assert_eq!(
                (&me["kind"], &me["customer"]["id"]),
                (&json!("customer"), &entered["customer_id"])
            );
            // For pages that cannot keep cookies the same session opens as a bearer, without CSRF token.
            let token = entered["token"].as_str().expect("a token");
            let widget = Client::bearer(app.address(), token);
            widget.patch("/api/v1/me").json(&json!({ "locale": "ja" })).send().await.expect(204);
            let me = browser.get("/api/v1/me").send().await.expect(200).json();
            assert_eq!(me["customer"]["locale"], "ja");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_account_is_the_same_customer_and_follows_the_exchange() {
    for app in TestApp::both().await {
        let first =
            enter(&app, &app.exchange.token("grace", app.clock.now())).await.expect(201).json();
        let mut claims = app.exchange.claims("grace", app.clock.now());
        claims["name"] = json!("Grace Hopper");
        let browser = app.anonymous();
        let second = enter_as(&browser, &app.exchange.sign(&claims)).await.expect(201).json();
        assert_eq!(first["customer_id"], second["customer_id"]);
        assert_eq!(
            browser.get("/api/v1/me").send().await.json()["customer"]["name"],
            "Grace Hopper"
        );
        // The same name at another brand's exchange is somebody else.
        let (_, other) = app.brand("other").await;
        let third = enter(&app, &other.token("grace", app.clock.now())).await.expect(201).json();
        assert_ne!(first["customer_id"], third["customer_id"]);
    }
}

/// A claim set to a value, or taken away by `null`.
fn spoiled(app: &TestApp, claim: &str, value: Value) -> Value {
    let mut claims = app.exchange.claims("grace", app.clock.now());
    match value {
        Value::Null => drop(claims.as_object_mut().expect("claims").remove(claim)),
        value => claims[claim] = value,
    }
    claims
}

#[tokio::test(flavor = "multi_thread")]
async fn every_wrong_token_is_refused_by_its_own_code() {
    for app in TestApp::both().await {
        let now = app.clock.now().seconds();
        let lifetime = limits::EXCHANGE_TOKEN_LIFETIME.as_secs();
        for (claim, value, code) in [
            ("exp", Value::Null, "token-lifetime"),
            ("iat", Value::Null, "token-lifetime"),
            ("exp", json!(now + lifetime + 60), "token-lifetime"),
            ("iat", json!(now + 120), "token-lifetime"),
            ("nbf", json!(now + 120), "token-lifetime"),
            ("exp", json!(now.to_string()), "token-malformed"),
            ("aud", json!("https://elsewhere.example"), "token-audience"),
            ("aud", json!([]), "token-audience"),
            ("aud", Value::Null, "token-malformed"),
            ("sub", Value::Null, "token-malformed"),
            ("sub", json!(""), "token-malformed"),
            ("sub", json!("a\u{0}b"), "token-malformed"),
            ("jti", Value::Null, "token-malformed"),
            ("jti", json!(7), "token-malformed"),
        ] {
            let token = app.exchange.sign(&spoiled(&app, claim, value.clone()));
            let refused = enter(&app, &token).await;
            assert_eq!(refused.code(), code, "{claim} = {value}: {}", refused.text());
        }
        for (token, code) in [
            ("", "token-malformed"),
            ("a.b", "token-malformed"),
            ("a.b.c.d", "token-malformed"),
            ("e30.e30.e30", "token-malformed"),
            (&"x".repeat(20_000), "token-malformed"),
        ] {
            enter(&app, token).await.refused(code);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_token_is_told_apart_from_a_forged_one() {
    for app in TestApp::both().await {
        let token = app.exchange.token("grace", app.clock.now());
        let mut forged = token.clone();
        let last = if forged.pop() == Some('A') { 'E' } else { 'A' };
        forged.push(last);
        enter(&app, &forged).await.refused("token-forged").expect(401);
        let (head, tail) = token.rsplit_once('.').expect("a signature");
        enter(&app, &format!("{head}.")).await.refused("token-forged");
        let (header, _) = head.split_once('.').expect("a header");
        let other = app.exchange.token("mallory", app.clock.now());
        let payload = other.split('.').nth(1).expect("a payload");
        enter(&app, &format!("{header}.{payload}.{tail}")).await.refused("token-forged");
        app.clock.advance(Duration::from_secs(300) + limits::CLOCK_LEEWAY + Duration::from_secs(1));
        enter(&app, &token).await.refused("token-expired").expect(401);
        // Forged and expired: nothing in it is believed, not even its time.
        enter(&app, &forged).await.refused("token-forged");
    }
}

/// What the header claims of the algorithm decides nothing.
#[tokio::test(flavor = "multi_thread")]
async fn algorithms_are_not_the_tokens_to_choose() {
    let app = TestApp::sqlite().await;
    let eddsa = Exchange::eddsa(app.desk(), app.operator(), app.brand_id, "ed").await;
    let claims = |audience: &str| {
        let mut claims = app.exchange.claims("grace", app.clock.now());
        claims["aud"] = json!(audience);
        claims
    };
    // The public key used as a shared secret; no signature at all; another key's name.
    let confused =
        app.exchange.sign_with(&json!({ "alg": "HS256", "kid": "ed" }), &claims(&eddsa.audience));
    enter(&app, &confused).await.refused("token-forged");
    for alg in ["none", "None", "HS512", "EdDSA", "ES256"] {
        let token = app
            .exchange
            .sign_with(&json!({ "alg": alg, "kid": "exchange" }), &claims(&app.exchange.audience));
        enter(&app, &token).await.refused("token-forged");
    }
    let unknown = app
        .exchange
        .sign_with(&json!({ "alg": "HS256", "kid": "nobody" }), &claims(&app.exchange.audience));
    enter(&app, &unknown).await.refused("token-forged");
    let critical = json!({ "alg": "HS256", "kid": "exchange", "crit": ["exp"] });
    enter(&app, &app.exchange.sign_with(&critical, &claims(&app.exchange.audience)))
        .await
        .refused("token-malformed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_opens_once_however_many_try() {
    for app in TestApp::both().await {
        let token = app.exchange.token("grace", app.clock.now());
        let tries = (0..8).map(|_| enter(&app, &token));
        let mut codes: Vec<String> = futures_util::future::join_all(tries)
            .await
            .iter()
            .map(|a| format!("{} {}", a.status, a.code()))
            .collect();
        codes.sort();
        let mut expected = vec!["401 token-replayed".to_owned(); 7];
        expected.insert(0, "201 ".to_owned());
        assert_eq!(codes, expected);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_key_opens_nothing() {
    let app = TestApp::sqlite().await;
    let keys = app.admin.get("/api/v1/exchange-keys").send().await.expect(200).json();
    let id = keys["items"][0]["id"].as_str().expect("a key");
    enter(&app, &app.exchange.token("grace", app.clock.now())).await.expect(201);
    app.admin.delete(&format!("/api/v1/exchange-keys/{id}")).send().await.expect(204);
    enter(&app, &app.exchange.token("grace", app.clock.now())).await.refused("token-forged");
}
