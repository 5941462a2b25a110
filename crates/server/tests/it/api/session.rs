//! `/api/v1/session`, `/api/v1/sessions`: staff sign in, are locked out, see and end their sessions.

use std::time::Duration;

use proofdesk_desk::limits;
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Answer, Client, NewMember, PASSWORD, TestApp};
use serde_json::json;

async fn try_sign_in(client: &Client, email: &str, password: &str) -> Answer {
    client
        .post("/api/v1/session")
        .json(&json!({ "email": email, "password": password }))
        .send()
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_signs_in_looks_around_and_signs_out() {
    for app in TestApp::both().await {
        let browser = app.anonymous();
        assert_eq!(browser.get("/api/v1/me").send().await.expect(200).json()["kind"], "anonymous");
        let answer = try_sign_in(&browser, "ADA@example.com", PASSWORD).await.expect(201);
        let cookie = answer.header("set-cookie");
        assert!(cookie.starts_with("proofdesk=pds_"), "{cookie}");
        for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        assert!(!answer.text().contains("pds_"), "the token travels in the cookie alone");
        browser.learn_csrf().await;
        let me = browser.get("/api/v1/me").send().await.expect(200).json();
        assert_eq!(
            (&me["kind"], &me["staff"]["email"]),
            (&json!("staff"), &json!("ada@example.com"))
        );
        assert_eq!(me["staff"]["permissions"]["ticket.reply"], "all");
        browser.delete("/api/v1/session").send().await.expect(204);
        assert_eq!(browser.cookie("proofdesk"), None);
        browser.get("/api/v1/staff").send().await.refused("signed-out");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_passwords_and_unknown_addresses_look_the_same() {
    let app = TestApp::sqlite().await;
    let wrong = try_sign_in(&app.anonymous(), "ada@example.com", "wrong-anchor-71").await;
    let unknown = try_sign_in(&app.anonymous(), "nobody@example.com", PASSWORD).await;
    let problem = |answer: Answer| {
        let mut problem = answer.refused("wrong-credentials").expect(401).json();
        problem["request_id"].take();
        problem
    };
    assert_eq!(problem(wrong), problem(unknown));
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_locks_out_and_says_for_how_long() {
    for app in TestApp::both().await {
        app.member(NewMember::named("mina").role(Builtin::Agent)).await;
        let browser = app.anonymous();
        for _ in 0..limits::SIGN_IN_FAILURES {
            try_sign_in(&browser, "mina@example.com", "wrong-anchor-71")
                .await
                .refused("wrong-credentials");
        }
        // Not even the right one opens the door now.
        let locked = try_sign_in(&browser, "mina@example.com", PASSWORD)
            .await
            .refused("locked-out")
            .expect(429);
        let wait: u64 = locked.header("retry-after").parse().expect("seconds to wait");
        assert!((1..=limits::LOCK_OUT.as_secs() + 1).contains(&wait), "{wait}");
        assert_eq!(locked.json()["retry"], "later");
        app.clock.advance(Duration::from_secs(wait));
        try_sign_in(&browser, "mina@example.com", PASSWORD).await.expect(201);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_are_listed_and_ended() {
    for app in TestApp::both().await {
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent)).await;
        let phone = app.anonymous();
        try_sign_in(&phone, "mina@example.com", PASSWORD).await.expect(201);
        let list = mina.get("/api/v1/sessions").send().await.expect(200).json();
        let items = list["items"].as_array().expect("a list").clone();
        assert_eq!(
            items.iter().map(|one| one["current"] == true).collect::<Vec<_>>(),
            [false, true]
        );
        let of_phone = items[0]["id"].as_str().expect("an id");
        // Somebody else's session is not there, not even for an administrator.
        app.admin.delete(&format!("/api/v1/sessions/{of_phone}")).send().await.refused("not-found");
        phone.get("/api/v1/colleagues").send().await.expect(200);
        mina.delete(&format!("/api/v1/sessions/{of_phone}")).send().await.expect(204);
        phone.get("/api/v1/colleagues").send().await.refused("session-expired");
        mina.delete(&format!("/api/v1/sessions/{of_phone}")).send().await.refused("not-found");
        mina.get("/api/v1/colleagues").send().await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn all_other_sessions_end_at_once() {
    let app = TestApp::sqlite().await;
    let mina = app.member(NewMember::named("mina").role(Builtin::Agent)).await;
    let (phone, tablet) = (app.anonymous(), app.anonymous());
    for browser in [&phone, &tablet] {
        try_sign_in(browser, "mina@example.com", PASSWORD).await.expect(201);
    }
    let ended = mina.delete("/api/v1/sessions").send().await.expect(200).json();
    assert_eq!(ended["ended"], 2);
    for browser in [&phone, &tablet] {
        browser.get("/api/v1/colleagues").send().await.refused("session-expired");
    }
    mina.get("/api/v1/colleagues").send().await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_end_unused_and_at_last() {
    for app in TestApp::both().await {
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent)).await;
        mina.get("/api/v1/colleagues").send().await.expect(200);
        app.clock.advance(limits::STAFF_SESSION_IDLE + Duration::from_secs(1));
        mina.get("/api/v1/colleagues").send().await.refused("session-expired");
        let busy = app.anonymous();
        try_sign_in(&busy, "mina@example.com", PASSWORD).await.expect(201);
        let mut lived = Duration::ZERO;
        while lived + limits::STAFF_SESSION_IDLE / 2 < limits::STAFF_SESSION_MAX {
            app.clock.advance(limits::STAFF_SESSION_IDLE / 2);
            lived += limits::STAFF_SESSION_IDLE / 2;
            // The use is written beside the answer: the next use waits until it is there.
            busy.get("/api/v1/colleagues").send().await.expect(200);
            let now = app.clock.now().micros();
            proofdesk_testkit::until("the use is written down", async || {
                let seen: (i64,) = app
                    .look(async |rx| {
                        Ok(rx.query_one("select max(seen_at) from session", &[]).await?)
                    })
                    .await;
                seen.0 + 60_000_000 > now
            })
            .await;
        }
        app.clock.advance(limits::STAFF_SESSION_IDLE / 2);
        busy.get("/api/v1/colleagues").send().await.refused("session-expired");
    }
}

/// An administrator's clock was ahead, and is set right: nobody's session lives for ever, nobody is shut out.
#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_jumps_shuts_nobody_out() {
    for app in TestApp::both().await {
        let year = Duration::from_secs(366 * 86_400);
        app.clock.advance(year);
        let ahead = app.member(NewMember::named("ahead").role(Builtin::Agent)).await;
        ahead.get("/api/v1/colleagues").send().await.expect(200);
        app.clock.turn_back(year);
        ahead.get("/api/v1/colleagues").send().await.expect(200);
        // Set right beside the answer, and not before it.
        let now = app.clock.now().micros();
        proofdesk_testkit::until("the session is of this time", async || {
            let seen: (i64,) = app
                .look(async |rx| Ok(rx.query_one("select max(seen_at) from session", &[]).await?))
                .await;
            seen.0 <= now
        })
        .await;
        try_sign_in(&app.anonymous(), "ahead@example.com", PASSWORD).await.expect(201);
        let ended = async || {
            app.clock.advance(limits::STAFF_SESSION_MAX + Duration::from_secs(1));
            ahead.get("/api/v1/colleagues").send().await.code() == "session-expired"
        };
        assert!(ended().await, "a session from the future never ends");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disabled_member_is_out_at_once() {
    for app in TestApp::both().await {
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent)).await;
        mina.get("/api/v1/colleagues").send().await.expect(200);
        app.admin.put(&format!("/api/v1/staff/{}/disablement", mina.id)).send().await.expect(204);
        mina.get("/api/v1/colleagues").send().await.refused("session-expired");
        try_sign_in(&app.anonymous(), "mina@example.com", PASSWORD)
            .await
            .refused("member-disabled");
        // Only who knows the password learns of it.
        try_sign_in(&app.anonymous(), "mina@example.com", "wrong-anchor-71")
            .await
            .refused("wrong-credentials");
        app.admin
            .delete(&format!("/api/v1/staff/{}/disablement", mina.id))
            .send()
            .await
            .expect(204);
        try_sign_in(&app.anonymous(), "mina@example.com", PASSWORD).await.expect(201);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_administrator_stays() {
    let app = TestApp::sqlite().await;
    let ada = format!("/api/v1/staff/{}", app.admin.id);
    app.admin.put(&format!("{ada}/disablement")).send().await.refused("last-administrator");
    let version = app.admin.get(&ada).send().await.expect(200).version();
    app.admin
        .patch(&ada)
        .if_match(version)
        .json(&json!({ "roles": [] }))
        .send()
        .await
        .refused("last-administrator");
    app.admin.get("/api/v1/staff").send().await.expect(200);
}
