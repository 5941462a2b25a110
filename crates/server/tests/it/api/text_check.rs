//! `/api/v1/text-checks`: what is said of a text before it is sent.

use proofdesk_desk::limits;
use proofdesk_store::params;
use proofdesk_testkit::{Answer, Client, TestApp};
use serde_json::{Value, json};

async fn check(client: &Client, text: &str) -> Answer {
    client.post("/api/v1/text-checks").json(&json!({ "text": text })).send().await
}

async fn evidence(client: &Client, text: &str) -> Value {
    check(client, text).await.expect(200).json()["evidence"].clone()
}

/// A number that the database has.
async fn number(app: &TestApp, sql: &'static str) -> i64 {
    app.look(async move |rx| Ok(rx.query_one::<(i64,)>(sql, &[]).await?.0)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_uid_that_is_not_ones_own_is_pointed_out_to_the_customer_alone() {
    for app in TestApp::both().await {
        let own = "AB12cd34EF56gh78";
        let mut claims = app.exchange.claims("grace", app.clock.now());
        claims["uid"] = json!(own);
        let grace = app.anonymous();
        let token = json!({ "token": app.exchange.sign(&claims) });
        grace.post("/api/v1/customer-session").json(&token).send().await.expect(201);
        grace.learn_csrf().await;

        let text = "My UID is ZZ12cd34EF56gh78.";
        let found = evidence(&grace, text).await;
        assert_eq!((&found[0]["kind"], &found[0]["is_not_own"]), (&json!("uid"), &json!(true)));
        let span = |name: &str| {
            usize::try_from(found[0][name].as_u64().expect("a place")).expect("a small number")
        };
        assert_eq!(&text[span("start")..span("end")], "ZZ12cd34EF56gh78");
        let found = evidence(&grace, &format!("My UID is {}.", own.to_lowercase())).await;
        assert_eq!((&found[0]["kind"], &found[0]["is_not_own"]), (&json!("uid"), &json!(false)));
        // Nothing is compared for staff, who read the numbers of many.
        assert_eq!(evidence(&app.admin, text).await[0]["is_not_own"], false);
    }
}

/// Whoever has no session is told the same, as often as their network may ask. That count is all that is written.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_no_session_is_told_before_they_send() {
    const EVENTS: &str = "select count(*) from event";
    const ASKED: &str = "select used from quota where kind = 'stranger-checks'";
    const ROWS: &str = "select count(*) from quota where kind = 'stranger-checks'";
    let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    let text = format!("My words are {phrase}.");
    for app in TestApp::both().await {
        let eve = app.anonymous();
        let before = number(&app, EVENTS).await;
        let told = check(&eve, &text).await.expect(200).json();
        assert_eq!(told["secrets"][0]["kind"], "seed-phrase", "{told}");
        assert_eq!(told["asks"], json!([]));
        // There is no account that a UID could be compared with.
        let found = evidence(&eve, "My UID is ZZ12cd34EF56gh78.").await;
        assert_eq!((&found[0]["kind"], &found[0]["is_not_own"]), (&json!("uid"), &json!(false)));
        // Of what is too long nothing is read and nothing counted.
        let refused = check(&eve, &"x".repeat(limits::BODY_CHARS + 1)).await;
        let refused = refused.refused("field-too-long");
        assert_eq!(refused.fields(), [("text".to_owned(), "field-too-long".to_owned())]);
        assert_eq!((number(&app, ASKED).await, number(&app, ROWS).await), (2, 1));
        assert_eq!(number(&app, EVENTS).await, before);

        let used = limits::STRANGER_CHECKS_FROM - 1;
        app.act(app.operator(), async move |tx, _cx| {
            let sql = "update quota set used = $1 where kind = 'stranger-checks'";
            tx.exec(sql, params![used]).await?;
            Ok(())
        })
        .await;
        check(&eve, &text).await.expect(200);
        let spent = check(&app.anonymous(), &text).await.refused("rate-limited").expect(429);
        assert!(!spent.header("retry-after").is_empty());
        assert!(!spent.text().contains("sausage"), "{}", spent.text());
        // Whoever is known is not counted with them.
        check(&app.admin, &text).await.expect(200);
        assert_eq!(number(&app, ASKED).await, limits::STRANGER_CHECKS_FROM);
        app.clock.advance(limits::STRANGER_WINDOW);
        check(&eve, &text).await.expect(200);
    }
}

/// No other site has a visitor's browser ask, and a session asks with its token, as everywhere.
#[tokio::test(flavor = "multi_thread")]
async fn another_site_cannot_ask_in_a_visitors_name() {
    let app = TestApp::sqlite().await;
    let body = json!({ "text": "Words" });
    let ask = || app.anonymous().post("/api/v1/text-checks").json(&body);
    ask().header("origin", "https://evil.example").send().await.refused("csrf-missing");
    ask().header("sec-fetch-site", "cross-site").send().await.refused("csrf-missing");
    ask().header("sec-fetch-site", "same-origin").send().await.expect(200);
    assert_eq!(
        number(&app, "select used from quota where kind = 'stranger-checks'").await,
        1,
        "what is refused at the gate is not counted"
    );
}
