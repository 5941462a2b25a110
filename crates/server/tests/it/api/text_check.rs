//! `/api/v1/text-checks`: what is said of a text before it is sent.

use proofdesk_testkit::{Client, TestApp};
use serde_json::{Value, json};

async fn evidence(client: &Client, text: &str) -> Value {
    let checked = client.post("/api/v1/text-checks").json(&json!({ "text": text })).send().await;
    checked.expect(200).json()["evidence"].clone()
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
