//! What a customer is asked to prove of who they are: in their language, with the link that they need, and fit to be sent; and how it stands.

use proofdesk_desk::limits;
use proofdesk_desk::log::verify::{Report, verify_state};
use proofdesk_desk::role::Builtin;
use proofdesk_locale::Locale;
use proofdesk_testkit::{Client, NewMember, TestApp};
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

/// The events of asks in a ticket's timeline, with what each tells.
async fn told(client: &Client, number: &str) -> Vec<(String, Value)> {
    let path = format!("/api/v1/tickets/{number}/timeline");
    let part = client.get(&path).send().await.expect(200).json();
    let items = part["items"].as_array().expect("items");
    let of_asks = items.iter().filter_map(|item| {
        let kind = item["kind"].as_str()?.strip_prefix("ticket.verification_")?;
        Some((kind.to_owned(), item["data"].clone()))
    });
    of_asks.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_asked_once_taken_back_and_proven_by_signing_in() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id));
        let mina = mina.await;
        let number = app.ticket(&grace, "Where is it?").await.to_string();
        let path = format!("/api/v1/tickets/{number}/verification");
        let latest = async || mina.get(&path).send().await.expect(200).json()["latest"].clone();
        assert_eq!(latest().await, Value::Null);
        let asked = mina.post(&path).key("once").send().await.expect(200).json();
        assert_eq!((&asked["standing"], &asked["level"]), (&json!("asked"), &json!("signed-in")));
        assert_eq!((&asked["identity_kind"], &asked["ticket"]), (&json!("portal"), &json!(number)));
        assert_eq!(
            (&asked["asked_by"]["id"], &asked["proven_at"]),
            (&json!(mina.id), &Value::Null)
        );
        // Asked by a colleague too, it is asked once.
        assert_eq!(app.admin.post(&path).send().await.expect(200).json(), asked);
        assert_eq!(latest().await, asked);
        grace.get(&path).send().await.refused("staff-only");
        let back = mina.delete(&path).send().await.expect(200).json()["latest"].clone();
        assert_eq!(
            (&back["standing"], &back["withdrawn_by"]["id"]),
            (&json!("withdrawn"), &json!(mina.id))
        );
        assert_eq!(mina.delete(&path).send().await.expect(200).json()["latest"], back);
        // They sign in meanwhile: nothing was asked then.
        app.customer("grace").await;
        assert_eq!(latest().await, back);
        let asked = mina.post(&path).send().await.expect(200).json();
        assert_ne!(asked["id"], back["id"]);
        app.customer("ada").await;
        assert_eq!(latest().await["standing"], "asked", "somebody else signed in");
        app.customer("grace").await;
        let proven = latest().await;
        assert_eq!((&proven["id"], &proven["standing"]), (&asked["id"], &json!("proven")));
        // Both read it; the customer without ids and moments of the desk's own.
        let kinds = ["asked", "withdrawn", "asked", "proven"];
        let (ours, theirs) = (told(&mina, &number).await, told(&grace, &number).await);
        for told in [&ours, &theirs] {
            assert_eq!(told.iter().map(|(kind, _)| kind.as_str()).collect::<Vec<_>>(), kinds);
        }
        assert!(ours.iter().all(|(_, data)| data["ask_id"].is_string()), "{ours:?}");
        assert!(theirs.iter().all(|(_, data)| *data == json!({})), "{theirs:?}");
        let mut report = Report::default();
        verify_state(app.desk(), &mut report, &mut |_| {}).await.expect("a report");
        assert!(report.findings.is_empty(), "{:?}", report.findings);
        app.step().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_over_after_its_time() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let number = app.ticket(&grace, "Where is it?").await;
        let path = format!("/api/v1/tickets/{number}/verification");
        app.admin.post(&path).send().await.expect(200);
        app.clock.advance(limits::VERIFICATION_ASK_LIFETIME);
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id));
        let mina = mina.await;
        app.customer("grace").await;
        let latest = mina.get(&path).send().await.expect(200).json()["latest"].clone();
        assert_eq!((&latest["standing"], &latest["proven_at"]), (&json!("expired"), &Value::Null));
        app.step().await;
    }
}
