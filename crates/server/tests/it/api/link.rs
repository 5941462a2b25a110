//! `/api/v1/links`: one-time links, for the first administrator, members, and lost passwords.

use std::time::Duration;

use proofdesk_desk::limits;
use proofdesk_desk::organisation;
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{NewMember, PASSWORD, TestApp};
use serde_json::{Value, json};

const NEW: &str = "harbour-lantern-52";

fn token(answer: &Value) -> String {
    let link = answer["link"].as_str().expect("a link");
    link.rsplit('/').next().expect("a token").to_owned()
}

async fn invite(app: &TestApp, body: Value) -> (String, String) {
    let answer = app.admin.post("/api/v1/staff").json(&body).send().await.expect(201).json();
    (token(&answer), answer["id"].as_str().expect("an id").to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invited_member_comes_in_once() {
    for app in TestApp::both().await {
        let role = app.role(Builtin::Agent).await;
        let (link, id) =
            invite(&app, json!({ "email": "mina@example.com", "roles": [role] })).await;
        let (link, acceptance) =
            (format!("/api/v1/links/{link}"), format!("/api/v1/links/{link}/acceptance"));
        let browser = app.anonymous();
        let facts = browser.get(&link).send().await.expect(200).json();
        assert_eq!(
            (&facts["purpose"], &facts["email"]),
            (&json!("invitation"), &json!("mina@example.com"))
        );
        for (password, code) in [
            ("short", "field-too-short"),
            ("Password1234!", "password-weak"),
            ("mina@example.com", "password-weak"),
        ] {
            let refused =
                browser.post(&acceptance).json(&json!({ "password": password })).send().await;
            assert_eq!(refused.fields(), [("password".to_owned(), code.to_owned())], "{password}");
        }
        // The refusals did not use it up.
        let accepted = browser
            .post(&acceptance)
            .json(&json!({ "password": NEW, "name": "Mina Park" }))
            .send()
            .await;
        assert_eq!(accepted.expect(201).json()["signed_in"], true);
        let me = browser.get("/api/v1/me").send().await.expect(200).json();
        assert_eq!((&me["staff"]["id"], &me["staff"]["name"]), (&json!(id), &json!("Mina Park")));
        assert_eq!(me["staff"]["permissions"]["ticket.reply"], "brand");
        app.anonymous().get(&link).send().await.refused("link-used").expect(410);
        app.anonymous()
            .post(&acceptance)
            .json(&json!({ "password": NEW }))
            .send()
            .await
            .refused("link-used");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn links_grow_old_and_newer_ones_replace_them() {
    for app in TestApp::both().await {
        let (first, id) = invite(&app, json!({ "email": "mina@example.com" })).await;
        let again = app
            .admin
            .post(&format!("/api/v1/staff/{id}/invitation"))
            .send()
            .await
            .expect(201)
            .json();
        app.anonymous().get(&format!("/api/v1/links/{first}")).send().await.refused("link-expired");
        let second = format!("/api/v1/links/{}", token(&again));
        app.anonymous().get(&second).send().await.expect(200);
        app.clock.advance(limits::LINK_LIFETIME);
        app.anonymous().get(&second).send().await.refused("link-expired").expect(410);
        app.anonymous().get("/api/v1/links/pdl_guess").send().await.refused("not-found");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_with_one_link_become_one_member() {
    for app in TestApp::both().await {
        let (link, _) = invite(&app, json!({ "email": "mina@example.com" })).await;
        let accept = async |name: &str| {
            let body = json!({ "password": NEW, "name": name });
            app.anonymous()
                .post(&format!("/api/v1/links/{link}/acceptance"))
                .json(&body)
                .send()
                .await
                .status
        };
        let (a, b) = tokio::join!(accept("Mina"), accept("Mallory"));
        let mut statuses = [a, b];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 410]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_password_is_replaced_and_ends_every_session() {
    for app in TestApp::both().await {
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent)).await;
        let issued = app
            .admin
            .post(&format!("/api/v1/staff/{}/invitation", mina.id))
            .send()
            .await
            .expect(201)
            .json();
        assert_eq!(issued["purpose"], "password-reset");
        mina.get("/api/v1/colleagues").send().await.expect(200);
        let acceptance = format!("/api/v1/links/{}/acceptance", token(&issued));
        app.anonymous()
            .post(&acceptance)
            .json(&json!({ "password": NEW }))
            .send()
            .await
            .expect(201);
        mina.get("/api/v1/colleagues").send().await.refused("session-expired");
        let sign_in = async |password: &str| {
            let body = json!({ "email": mina.email, "password": password });
            app.anonymous().post("/api/v1/session").json(&body).send().await
        };
        sign_in(PASSWORD).await.refused("wrong-credentials");
        sign_in(NEW).await.expect(201);
    }
}

/// Nobody hands out more than they hold, nor touches the account of somebody who may do more.
#[tokio::test(flavor = "multi_thread")]
async fn power_does_not_grow_by_inviting() {
    use proofdesk_desk::permission::{Permission, Reach};
    let app = TestApp::sqlite().await;
    let manager = NewMember::named("manager").grants([(Permission::MemberManage, Reach::All)]);
    let manager = app.member(manager).await;
    let administrator = app.role(Builtin::Administrator).await;
    let grab = json!({ "email": "puppet@example.com", "roles": [administrator] });
    manager.post("/api/v1/staff").json(&grab).send().await.refused("no-permission");
    let ada = format!("/api/v1/staff/{}/invitation", app.admin.id);
    manager.post(&ada).send().await.refused("no-permission");
}

/// Each start without an administrator makes a new link, and the one before stops working.
#[tokio::test(flavor = "multi_thread")]
async fn with_an_administrator_there_is_no_first_link() {
    for app in TestApp::both().await {
        let found = async || {
            let cx = app.operator();
            app.act(cx, async |tx, cx| organisation::actions::found(tx, cx, "Acme").await).await
        };
        let founded = found().await;
        assert!(!founded.is_new && founded.first_link.is_none());
        app.clock.advance(Duration::from_secs(1));
    }
}
