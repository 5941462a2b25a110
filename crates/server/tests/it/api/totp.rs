//! `/api/v1/me/totp`: the second factor, from its enrolment to the day when the phone is gone.

use std::collections::BTreeSet;
use std::time::Duration;

use proofdesk_desk::api_token::actions::{NewApiToken, create};
use proofdesk_desk::limits;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Answer, Client, Member, NewMember, PASSWORD, TestApp, totp_code};
use serde_json::{Value, json};

/// Enrols and returns the secret with the recovery codes.
async fn enrol(app: &TestApp, member: &Member) -> (String, Vec<String>) {
    let offered = member.post("/api/v1/me/totp").send().await.expect(200).json();
    let secret = offered["secret"].as_str().expect("a secret").to_owned();
    assert!(
        offered["otpauth_url"]
            .as_str()
            .is_some_and(|url| url.starts_with("otpauth://totp/") && url.contains(&secret))
    );
    member
        .post("/api/v1/me/totp/confirmation")
        .json(&json!({ "code": "000000" }))
        .send()
        .await
        .refused("second-factor-wrong");
    let code = json!({ "code": totp_code(&secret, app.clock.now()) });
    let codes =
        member.post("/api/v1/me/totp/confirmation").json(&code).send().await.expect(200).json();
    let codes: Vec<String> =
        serde_json::from_value(codes["recovery_codes"].clone()).expect("codes");
    assert_eq!(codes.len(), limits::RECOVERY_CODES);
    // A code counts once: what comes next needs the next one.
    app.clock.advance(Duration::from_secs(30));
    (secret, codes)
}

async fn sign_in(client: &Client, email: &str, second: Value) -> Answer {
    let mut body = json!({ "email": email, "password": PASSWORD });
    for (name, value) in second.as_object().cloned().unwrap_or_default() {
        body[name] = value;
    }
    client.post("/api/v1/session").json(&body).send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_asked_for_and_counts_once() {
    for app in TestApp::both().await {
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent)).await;
        let (secret, _) = enrol(&app, &mina).await;
        let browser = app.anonymous();
        sign_in(&browser, &mina.email, json!({}))
            .await
            .refused("second-factor-required")
            .expect(401);
        sign_in(&browser, &mina.email, json!({ "totp": "000000" }))
            .await
            .refused("second-factor-wrong");
        let code = totp_code(&secret, app.clock.now());
        sign_in(&browser, &mina.email, json!({ "totp": code })).await.expect(201);
        // Read over a shoulder, it opens nothing.
        sign_in(&app.anonymous(), &mina.email, json!({ "totp": code }))
            .await
            .refused("second-factor-wrong");
        app.clock.advance(Duration::from_secs(30));
        let next = totp_code(&secret, app.clock.now());
        sign_in(&app.anonymous(), &mina.email, json!({ "totp": next })).await.expect(201);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_code_replaces_the_phone_once() {
    for app in TestApp::both().await {
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent)).await;
        let (secret, codes) = enrol(&app, &mina).await;
        let typed = codes[0].to_lowercase().replace('-', " ");
        sign_in(&app.anonymous(), &mina.email, json!({ "recovery_code": typed })).await.expect(201);
        sign_in(&app.anonymous(), &mina.email, json!({ "recovery_code": codes[0] }))
            .await
            .refused("second-factor-wrong");
        // New ones make the old ones void.
        let proof = json!({ "totp": totp_code(&secret, app.clock.now()) });
        let renewed =
            mina.post("/api/v1/me/recovery-codes").json(&proof).send().await.expect(200).json();
        sign_in(&app.anonymous(), &mina.email, json!({ "recovery_code": codes[1] }))
            .await
            .refused("second-factor-wrong");
        sign_in(
            &app.anonymous(),
            &mina.email,
            json!({ "recovery_code": renewed["recovery_codes"][0] }),
        )
        .await
        .expect(201);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_must_have_one_can_do_nothing_else_first() {
    for app in TestApp::both().await {
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent).requires_totp()).await;
        mina.get("/api/v1/colleagues").send().await.refused("second-factor-enrolment").expect(403);
        let me = mina.get("/api/v1/me").send().await.expect(200).json();
        assert_eq!(me["staff"]["totp"], json!({ "enrolled": false, "required": true }));
        // A program of hers is told so too, and not that it lacks the permission that it has.
        let scopes = BTreeSet::from([Permission::TicketRead]);
        let new =
            NewApiToken { staff_id: mina.id, name: "ci".to_owned(), scopes, expires_at: None };
        let made = app.act(app.operator(), async move |tx, cx| create(tx, cx, &new).await).await;
        let program = Client::bearer(app.address(), made.token.reveal());
        let refused = program.get("/api/v1/tickets").send().await;
        refused.refused("second-factor-enrolment").expect(403);
        enrol(&app, &mina).await;
        mina.get("/api/v1/colleagues").send().await.expect(200);
        program.get("/api/v1/tickets").send().await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn dangerous_acts_want_a_fresh_proof() {
    let app = TestApp::sqlite().await;
    let (secret, _) = enrol(&app, &app.admin).await;
    let token = json!({
        "name": "ci", "scopes": ["ticket.read"],
        "expires_at": (app.clock.now() + Duration::from_secs(86_400)).to_string(),
    });
    app.admin
        .post("/api/v1/api-tokens")
        .json(&token)
        .send()
        .await
        .refused("second-factor-required");
    let proof = json!({ "totp": totp_code(&secret, app.clock.now()) });
    app.admin.post("/api/v1/session/step-up").json(&proof).send().await.expect(204);
    app.admin.post("/api/v1/api-tokens").json(&token).send().await.expect(201);
    app.clock.advance(limits::STEP_UP);
    app.admin
        .post("/api/v1/api-tokens")
        .json(&token)
        .send()
        .await
        .refused("second-factor-required");
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_codes_locks_out_like_guessing_passwords() {
    let app = TestApp::sqlite().await;
    let mina = app.member(NewMember::named("mina").role(Builtin::Agent)).await;
    let (secret, _) = enrol(&app, &mina).await;
    let browser = app.anonymous();
    for _ in 0..limits::SIGN_IN_FAILURES {
        sign_in(&browser, &mina.email, json!({ "totp": "000000" }))
            .await
            .refused("second-factor-wrong");
    }
    let code = totp_code(&secret, app.clock.now());
    sign_in(&browser, &mina.email, json!({ "totp": code })).await.refused("locked-out");
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_removed_by_its_owner_or_an_administrator() {
    let app = TestApp::sqlite().await;
    let mina = app.member(NewMember::named("mina").role(Builtin::Agent)).await;
    let (secret, _) = enrol(&app, &mina).await;
    mina.post("/api/v1/me/totp/removal")
        .json(&json!({ "totp": "000000" }))
        .send()
        .await
        .refused("second-factor-wrong");
    let proof = json!({ "totp": totp_code(&secret, app.clock.now()) });
    mina.post("/api/v1/me/totp/removal").json(&proof).send().await.expect(204);
    sign_in(&app.anonymous(), &mina.email, json!({})).await.expect(201);
    enrol(&app, &mina).await;
    app.admin.delete(&format!("/api/v1/staff/{}/totp", mina.id)).send().await.expect(204);
    sign_in(&app.anonymous(), &mina.email, json!({})).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_about_it_that_is_sent_again_is_one_act() {
    for app in TestApp::both().await {
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent)).await;
        let send = |path: &str, body: Value, key: &str| {
            mina.post(&format!("/api/v1/me/{path}")).json(&body).key(key).send()
        };
        let offered = mina.post("/api/v1/me/totp").send().await.expect(200).json();
        let secret = offered["secret"].as_str().expect("a secret").to_owned();
        let code = json!({ "code": totp_code(&secret, app.clock.now()) });
        send("totp/confirmation", code.clone(), "k-1").await.expect(200);
        // The codes were shown once and are not kept; nor are there others than those now.
        send("totp/confirmation", code, "k-1").await.refused("answer-shown-once").expect(409);
        app.clock.advance(Duration::from_secs(30));
        let proof = json!({ "totp": totp_code(&secret, app.clock.now()) });
        send("recovery-codes", proof.clone(), "k-2").await.expect(200);
        send("recovery-codes", proof, "k-2").await.refused("answer-shown-once");
        app.clock.advance(Duration::from_secs(30));
        // A mistyped code is no act: the right one comes under the same key.
        let wrong = json!({ "totp": "000000" });
        send("totp/removal", wrong, "k-3").await.refused("second-factor-wrong");
        let proof = json!({ "totp": totp_code(&secret, app.clock.now()) });
        send("totp/removal", proof.clone(), "k-3").await.expect(204);
        let again = send("totp/removal", proof, "k-3").await.expect(204);
        assert_eq!(again.header("idempotency-replayed"), "true");
    }
}
