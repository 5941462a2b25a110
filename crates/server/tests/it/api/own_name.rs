//! Categories and statuses of the house's own: made, called otherwise, ordered, withdrawn and retired, for people and programs.

use proofdesk_desk::log::verify::{Report, verify_state};
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{NewMember, TestApp};
use serde_json::{Value, json};

/// The rows are what their events fold to.
async fn assert_state(app: &TestApp) {
    let mut report = Report::default();
    verify_state(app.desk(), &mut report, &mut |_| {}).await.expect("a report");
    assert!(report.findings.is_empty(), "{:?}", report.findings);
}

async fn items(app: &TestApp, path: &str) -> Vec<Value> {
    let answer = app.admin.get(path).send().await.expect(200).json();
    answer["items"].as_array().expect("items").clone()
}

fn names(en: &str) -> Value {
    json!([{ "lang": "en", "name": en }])
}

#[tokio::test(flavor = "multi_thread")]
async fn customers_choose_a_category_of_the_house() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let brand = format!("/api/v1/brands/{}", app.brand_id);
        let all = format!("{brand}/categories");
        let new = json!({
            "slug": "card-payment",
            "names": [{ "lang": "en", "name": "Card payments" }, { "lang": "es", "name": "Pagos con tarjeta" }],
        });
        let first = app.admin.post(&all).key("k-1").json(&new).send().await.expect(201).json();
        let again = app.admin.post(&all).key("k-1").json(&new).send().await.expect(201);
        assert_eq!(again.header("idempotency-replayed"), "true");
        app.admin.post(&all).json(&new).send().await.refused("field-taken");
        app.admin
            .put(&format!("{brand}/category-order"))
            .json(&json!({ "slugs": ["card-payment"] }))
            .send()
            .await
            .expect(204);

        // Whoever asks reads its name, in their language or the nearest.
        let offered = app.anonymous().get(&all).send().await.expect(200).json();
        assert_eq!(offered["items"][0]["id"], first["id"]);
        assert_eq!(offered["items"][0]["name"], "Card payments");
        let spanish = app.anonymous().get(&all).header("accept-language", "es").send().await;
        let spanish = spanish.expect(200).json();
        assert_eq!(spanish["items"][0]["name"], "Pagos con tarjeta");
        let fees = spanish["items"].as_array().into_iter().flatten();
        let mut fees = fees.filter(|one| one["slug"] == "fees");
        assert_eq!(fees.next().map(|one| &one["name"]), Some(&json!("Comisiones")));
        let page = grace.get("/tickets/new").send().await.expect(200).text();
        assert!(page.contains("Card payments"), "{page}");

        // It asks what is asked of any, and takes tickets.
        let form = app.anonymous().get(&format!("{all}/card-payment/form")).send().await;
        assert_eq!(form.expect(200).json()["is_own"], false);
        let ticket = json!({ "category": "card-payment", "subject": "Declined", "body": "Why?" });
        let ticket = grace.post("/api/v1/tickets").json(&ticket).send().await.expect(201).json();
        let number = ticket["id"].as_str().expect("a number");

        let one = format!("{all}/card-payment");
        let renamed = json!({ "names": names("Plastic cards") });
        app.admin.patch(&one).json(&renamed).send().await.refused("version-required");
        app.admin.patch(&one).if_match(1).json(&renamed).send().await.expect(200);
        app.admin.patch(&one).if_match(1).json(&renamed).send().await.refused("version-conflict");
        app.admin.put(&format!("{one}/withdrawal")).send().await.expect(204);
        let page = grace.get("/tickets/new").send().await.expect(200).text();
        assert!(!page.contains("Plastic cards"), "{page}");
        // Its ticket keeps it and shows it.
        let page = grace.get(&format!("/tickets/{number}")).send().await.expect(200).text();
        assert!(page.contains("Plastic cards"), "{page}");
        let known = items(&app, "/api/v1/categories").await;
        let known = known.iter().find(|one| one["slug"] == "card-payment").expect("it is known");
        assert_eq!((&known["is_offered"], &known["builtin"]), (&json!(false), &json!(false)));
        assert_eq!(
            (&known["names"], &known["version"]),
            (&json!({ "en": "Plastic cards" }), &json!(2))
        );
        grace.get("/api/v1/categories").send().await.refused("staff-only");
        assert_state(&app).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tickets_are_set_to_a_status_of_the_house() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let mina = NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id);
        let mina = app.member(mina).await;
        let number = app.ticket(&grace, "Declined").await.to_string();
        let new = json!({
            "key": "with-bank", "category": "waiting_on_internal", "names": names("With the bank"),
        });
        mina.post("/api/v1/statuses").json(&new).send().await.refused("no-permission");
        let twice = json!({
            "key": "with-bank", "category": "waiting_on_internal",
            "names": [{ "lang": "en", "name": "One" }, { "lang": "en", "name": "Two" }],
        });
        app.admin.post("/api/v1/statuses").json(&twice).send().await.refused("field-invalid");
        let made = app.admin.post("/api/v1/statuses").json(&new).send().await.expect(201).json();
        let id = made["id"].as_str().expect("an id");
        let one = format!("/api/v1/statuses/{id}");
        app.admin
            .put("/api/v1/status-order")
            .json(&json!({ "ids": [id] }))
            .send()
            .await
            .expect(204);
        let listed = items(&app, "/api/v1/statuses").await;
        assert_eq!((&listed[0]["id"], &listed[0]["name"]), (&json!(id), &json!("with-bank")));
        assert_eq!(listed[0]["names"], json!({ "en": "With the bank" }));

        let status = format!("/api/v1/tickets/{number}/status");
        mina.put(&status).json(&json!({ "status_id": id })).send().await.expect(200);
        let seen = mina.get("/api/v1/tickets?filter=status:with-bank").send().await.expect(200);
        assert_eq!(seen.json()["items"][0]["status"]["name"], "with-bank");
        // The customer reads whose turn it is, and no word of ours.
        let page = grace.get(&format!("/tickets/{number}")).send().await.expect(200).text();
        assert!(!page.contains("With the bank"), "{page}");

        let retirement = format!("{one}/retirement");
        let refused = app.admin.put(&retirement).send().await.refused("status-in-use");
        assert_eq!(refused.json()["args"]["count"], "1");
        let solved = listed.iter().find(|one| one["name"] == "solved").expect("solved");
        mina.put(&status).json(&json!({ "status_id": solved["id"] })).send().await.expect(200);
        app.admin.put(&retirement).send().await.expect(204);
        let late = mina.put(&status).json(&json!({ "status_id": id })).send().await;
        assert_eq!(
            late.refused("status-retired").fields(),
            [("status_id".to_owned(), "status-retired".to_owned())]
        );
        let needed = format!("/api/v1/statuses/{}/retirement", solved["id"].as_str().expect("id"));
        app.admin.put(&needed).send().await.refused("status-needed");
        app.admin.delete(&retirement).send().await.expect(204);
        mina.put(&status).json(&json!({ "status_id": id })).send().await.expect(200);

        let renamed = json!({ "names": names("At the bank") });
        app.admin.patch(&one).json(&renamed).send().await.refused("version-required");
        app.admin.patch(&one).if_match(1).json(&renamed).send().await.expect(200);
        app.admin.patch(&one).if_match(1).json(&renamed).send().await.refused("version-conflict");
        assert_state(&app).await;
    }
}
