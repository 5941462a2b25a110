//! `/api/v1/api-tokens`: a member's power in a program's hands, cut down to scopes.

use std::time::Duration;

use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Client, NewMember, TestApp};
use serde_json::{Value, json};

fn new(app: &TestApp, scopes: &[&str]) -> Value {
    let expires_at = (app.clock.now() + Duration::from_secs(3600)).to_string();
    json!({ "name": "ci", "scopes": scopes, "expires_at": expires_at })
}

async fn token(app: &TestApp, by: &Client, scopes: &[&str]) -> (String, Client) {
    let made =
        by.post("/api/v1/api-tokens").json(&new(app, scopes)).send().await.expect(201).json();
    let secret = made["token"].as_str().expect("a secret");
    assert!(secret.starts_with("pda_"), "{secret}");
    (made["id"].as_str().expect("an id").to_owned(), Client::bearer(app.address(), secret))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_does_what_its_scopes_say_and_no_more() {
    for app in TestApp::both().await {
        let (_, program) = token(&app, &app.admin, &["member.read", "team.manage"]).await;
        program.get("/api/v1/staff").send().await.expect(200);
        program
            .post("/api/v1/teams")
            .json(&json!({ "name": "by a program" }))
            .send()
            .await
            .expect(201);
        program.get("/api/v1/webhooks").send().await.refused("no-permission").expect(403);
        // Its member's own account is not its own: it cannot change it, nor make more of its kind.
        program
            .patch("/api/v1/me")
            .json(&json!({ "time_zone": "UTC" }))
            .send()
            .await
            .refused("session-required");
        program.post("/api/v1/me/totp").send().await.refused("session-required");
        let (_, powerful) = token(&app, &app.admin, &["token.manage"]).await;
        powerful
            .post("/api/v1/api-tokens")
            .json(&new(&app, &["token.manage"]))
            .send()
            .await
            .refused("session-required");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_never_stronger_than_its_member() {
    for app in TestApp::both().await {
        let grants = [(Permission::TokenManage, Reach::All), (Permission::MemberRead, Reach::All)];
        let mina = app.member(NewMember::named("mina").grants(grants)).await;
        mina.post("/api/v1/api-tokens")
            .json(&new(&app, &["webhook.manage"]))
            .send()
            .await
            .refused("no-permission");
        let (_, program) = token(&app, &mina, &["member.read"]).await;
        program.get("/api/v1/staff").send().await.expect(200);
        // What the member loses, the token loses.
        let member = app.admin.get(&format!("/api/v1/staff/{}", mina.id)).send().await.expect(200);
        let change = json!({ "roles": [] });
        app.admin
            .patch(&format!("/api/v1/staff/{}", mina.id))
            .if_match(member.version())
            .json(&change)
            .send()
            .await
            .expect(200);
        program.get("/api/v1/staff").send().await.refused("no-permission");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_ends() {
    for app in TestApp::both().await {
        let (id, program) = token(&app, &app.admin, &["member.read"]).await;
        app.clock.advance(Duration::from_secs(3601));
        program.get("/api/v1/staff").send().await.refused("session-expired").expect(401);
        let (other, revoked) = token(&app, &app.admin, &["member.read"]).await;
        revoked.get("/api/v1/staff").send().await.expect(200);
        app.admin.delete(&format!("/api/v1/api-tokens/{other}")).send().await.expect(204);
        revoked.get("/api/v1/staff").send().await.refused("session-expired");
        let list = app.admin.get("/api/v1/api-tokens").send().await.expect(200).text();
        assert!(list.contains(&id) && !list.contains("pda_"), "lists never show a secret: {list}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_token_must_say() {
    let app = TestApp::sqlite().await;
    let member = app.member(NewMember::named("mina").role(Builtin::Agent)).await;
    member
        .post("/api/v1/api-tokens")
        .json(&new(&app, &["ticket.read"]))
        .send()
        .await
        .refused("no-permission");
    let refused = async |body: Value| {
        let answer = app.admin.post("/api/v1/api-tokens").json(&body).send().await;
        answer.fields().into_iter().next().unwrap_or_default()
    };
    let told = |field: &str, code: &str| (field.to_owned(), code.to_owned());
    let mut body = new(&app, &["ticket.read"]);
    body["scopes"] = json!([]);
    assert_eq!(refused(body.clone()).await, told("scopes", "field-required"));
    body["scopes"] = json!(["ticket.fly"]);
    assert_eq!(refused(body.clone()).await, told("scopes[0]", "field-invalid"));
    body["scopes"] = json!(["ticket.read"]);
    body["expires_at"] = json!("2020-01-01T00:00:00Z");
    assert_eq!(refused(body.clone()).await, told("expires_at", "field-invalid"));
    body["expires_at"] = json!("2036-01-01T00:00:00Z");
    assert_eq!(refused(body).await, told("expires_at", "field-invalid"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_in_a_cookie_is_no_session() {
    let app = TestApp::sqlite().await;
    let (_, program) = token(&app, &app.admin, &["member.read"]).await;
    let browser = app.anonymous();
    browser.set_cookie("proofdesk", &program.token().expect("a token"));
    browser.get("/api/v1/staff").send().await.refused("session-expired");
}
