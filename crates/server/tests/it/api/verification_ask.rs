//! What a customer is asked to prove of who they are: in their language, with the link that they need, and fit to be sent.

use proofdesk_desk::role::Builtin;
use proofdesk_locale::Locale;
use proofdesk_testkit::{NewMember, TestApp};
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn in_every_language_and_fit_to_be_sent() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id));
        let mina = mina.await;
        let mut told = Vec::new();
        for locale in Locale::ALL {
            let new = json!({
                "category": "other", "subject": "Hello", "body": "Words.", "lang": locale.code(),
            });
            let ticket = grace.post("/api/v1/tickets").json(&new).send().await.expect(201).json();
            let path = format!("/api/v1/tickets/{}", ticket["id"].as_str().expect("a number"));
            let asked = mina.get(&format!("{path}/verification-ask")).send().await.expect(200);
            let asked = asked.json();
            assert_eq!(asked["level"], "signed-in", "the exchange vouches for them");
            assert_eq!(asked["lang"], locale.code());
            let text = asked["text"].as_str().expect("a text").to_owned();
            let link = format!("{}>", path.strip_prefix("/api/v1").expect("a path"));
            assert!(text.contains(&link), "{text}");
            // It asks for no secret: as a reply it is taken.
            let reply = json!({ "body": text });
            mina.post(&format!("{path}/messages")).json(&reply).send().await.expect(201);
            told.push(text.split_whitespace().next().unwrap_or_default().to_owned());
        }
        told.sort();
        told.dedup();
        assert!(told.len() >= 9, "each in its own words: {told:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn for_whoever_may_answer_and_nobody_else() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let id = app.ticket(&grace, "Where is it?").await;
        let path = format!("/api/v1/tickets/{id}/verification-ask");
        let reader = app.member(NewMember::named("reader").role(Builtin::Auditor)).await;
        reader.get(&path).send().await.refused("no-permission");
        let far = app.member(NewMember::named("omar").role(Builtin::Agent)).await;
        far.get(&path).send().await.refused("not-found").expect(404);
        grace.get(&path).send().await.refused("staff-only");
        // Who can prove nothing is not asked.
        let new = json!({ "brand_id": app.brand_id.to_string(), "name": "Nobody" });
        let made = app.admin.post("/api/v1/customers").json(&new).send().await.expect(201).json();
        let theirs = json!({
            "category": "other", "subject": "Hello", "body": "Words.", "customer_id": made["id"],
        });
        let ticket = app.admin.post("/api/v1/tickets").json(&theirs).send().await.expect(201);
        let number = ticket.json()["id"].as_str().expect("a number").to_owned();
        let asked = app.admin.get(&format!("/api/v1/tickets/{number}/verification-ask"));
        let asked = asked.send().await.expect(200).json();
        assert_eq!((&asked["level"], &asked["text"]), (&Value::Null, &Value::Null));
    }
}
