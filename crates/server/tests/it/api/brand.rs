//! Making and changing brands.

use proofdesk_testkit::{Answer, TestApp};
use serde_json::{Value, json};

async fn made(app: &TestApp, body: &Value) -> Answer {
    app.admin.post("/api/v1/brands").json(body).send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brand_is_made_renamed_and_given_languages() {
    for app in TestApp::both().await {
        let new = json!({ "slug": "north", "name": "North", "locales": ["ja", "en", "ja"] });
        let id =
            made(&app, &new).await.expect(201).json()["id"].as_str().expect("an id").to_owned();
        let path = format!("/api/v1/brands/{id}");
        let shown = app.anonymous().get(&path).send().await.expect(200);
        assert_eq!(shown.header("etag"), "\"1\"");
        let shown = shown.json();
        assert_eq!((&shown["slug"], &shown["name"]), (&json!("north"), &json!("North")));
        assert_eq!(shown["locales"], json!(["ja", "en"]));

        let change = json!({ "name": "North Star", "locales": ["ar"] });
        app.admin.patch(&path).json(&change).send().await.refused("version-required");
        app.admin.patch(&path).if_match(1).json(&change).send().await.expect(200);
        app.admin.patch(&path).if_match(1).json(&change).send().await.refused("version-conflict");
        let shown = app.anonymous().get(&path).send().await.expect(200).json();
        assert_eq!((&shown["name"], &shown["version"]), (&json!("North Star"), &json!(2)));
        assert_eq!(shown["locales"], json!(["ar"]));
        // It has the categories that every desk begins with.
        let forms = app.admin.get(&format!("{path}/forms")).send().await.expect(200).json();
        assert!(forms["items"].as_array().is_some_and(|items| items.len() > 3), "{forms}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brand_that_cannot_be_is_refused_at_its_field() {
    let app = TestApp::sqlite().await;
    made(&app, &json!({ "slug": "north", "name": "North", "locales": ["en"] })).await.expect(201);
    for (field, code, body) in [
        ("slug", "field-taken", json!({ "slug": "north", "name": "Other", "locales": ["en"] })),
        ("slug", "field-invalid", json!({ "slug": "North Sea", "name": "Sea", "locales": ["en"] })),
        ("name", "field-required", json!({ "slug": "sea", "name": " ", "locales": ["en"] })),
        ("locales", "field-required", json!({ "slug": "sea", "name": "Sea", "locales": [] })),
    ] {
        let problem = made(&app, &body).await.json();
        let told: Vec<_> = problem["errors"].as_array().into_iter().flatten().collect();
        let about = told.iter().find(|one| one["field"] == field);
        assert_eq!(about.map(|one| &one["code"]), Some(&json!(code)), "{body}: {problem}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_opens_tickets_for_nobody_else() {
    let app = TestApp::sqlite().await;
    let (grace, alan) = (app.customer("grace").await, app.customer("alan").await);
    let new = |customer_id: String| json!({ "category": "fees", "subject": "Fees", "body": "Which?", "customer_id": customer_id });
    let refused = grace.post("/api/v1/tickets").json(&new(alan.id.to_string())).send().await;
    assert_eq!(refused.expect(422).json()["errors"][0]["field"], "customer_id");
    grace.post("/api/v1/tickets").json(&new(grace.id.to_string())).send().await.expect(201);
}
