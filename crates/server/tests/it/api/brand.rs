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
async fn colours_are_set_left_and_taken_away() {
    for app in TestApp::both().await {
        let blue = json!({ "hue": 265, "chroma": 160 });
        let new = json!({ "slug": "north", "name": "North", "locales": ["en"], "accent": blue });
        let id =
            made(&app, &new).await.expect(201).json()["id"].as_str().expect("an id").to_owned();
        let path = format!("/api/v1/brands/{id}");
        let shown = app.anonymous().get(&path).send().await.expect(200).json();
        assert_eq!((&shown["accent"], &shown["version"]), (&blue, &json!(1)));

        // A change that does not speak of them leaves them, `null` takes them away.
        let change = async |version: i64, body: Value| {
            app.admin.patch(&path).if_match(version).json(&body).send().await
        };
        change(1, json!({ "name": "North Star" })).await.expect(200);
        let shown = app.anonymous().get(&path).send().await.expect(200).json();
        assert_eq!(shown["accent"], blue);
        change(2, json!({ "accent": { "hue": 0, "chroma": 0 } })).await.expect(200);
        let shown = app.anonymous().get(&path).send().await.expect(200).json();
        assert_eq!(shown["accent"], json!({ "hue": 0, "chroma": 0 }));
        change(3, json!({ "accent": null })).await.expect(200);
        let shown = app.anonymous().get(&path).send().await.expect(200).json();
        assert_eq!((&shown["accent"], &shown["version"]), (&Value::Null, &json!(4)));
        let brands = app.anonymous().get("/api/v1/brands").send().await.expect(200).json();
        assert_eq!(brands["items"][0]["accent"], Value::Null, "{brands}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn colours_that_cannot_be_read_are_refused_at_their_field() {
    let app = TestApp::sqlite().await;
    let path = format!("/api/v1/brands/{}", app.brand_id);
    let before = app.admin.get(&path).send().await.expect(200).json();
    let version = before["version"].as_i64().expect("a version");
    let new = |accent: &Value| json!({ "slug": "north", "name": "North", "locales": ["en"], "accent": accent });
    for (accent, field, code) in [
        (json!({ "hue": 180, "chroma": 400 }), "accent.chroma", "accent-too-faint"),
        (json!({ "hue": 360, "chroma": 100 }), "accent.hue", "field-invalid"),
        (json!({ "hue": -1, "chroma": 100 }), "accent.hue", "field-invalid"),
        (json!({ "hue": 90, "chroma": 401 }), "accent.chroma", "field-invalid"),
    ] {
        let change = app.admin.patch(&path).if_match(version).json(&json!({ "accent": accent }));
        for answer in [change.send().await, made(&app, &new(&accent)).await] {
            let problem = answer.refused(code).expect(422).json();
            assert_eq!(problem["errors"][0]["field"], field, "{accent}: {problem}");
        }
    }
    // Half of them, a word, and what nobody knows are told as any other wrong input.
    for accent in [
        json!({ "hue": 265 }),
        json!({ "hue": "blue", "chroma": 160 }),
        json!({ "hue": 265, "chroma": 160, "lightness": 50 }),
        json!(265),
    ] {
        let change = app.admin.patch(&path).if_match(version).json(&json!({ "accent": accent }));
        change.send().await.expect(422);
    }
    // The sentence says by how much, and what to do.
    let faint = json!({ "accent": { "hue": 180, "chroma": 400 } });
    let told = app.admin.patch(&path).if_match(version).json(&faint);
    let told = told.header("accept-language", "en").send().await.expect(422).json();
    let title = told["errors"][0]["title"].as_str().expect("a sentence");
    assert!(title.contains("4.36") && title.contains("lower chroma"), "{title}");
    let after = app.admin.get(&path).send().await.expect(200).json();
    assert_eq!(after, before, "nothing was changed");
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
