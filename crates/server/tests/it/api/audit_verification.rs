//! The log is verified in the background, and what was found is kept.

use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{NewMember, TestApp};
use serde_json::{Value, json};

const PATH: &str = "/api/v1/audit/verifications";

#[tokio::test(flavor = "multi_thread")]
async fn a_verification_runs_as_a_job_and_names_what_was_forged() {
    for app in TestApp::both().await {
        let agent = NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id);
        let mina = app.member(agent).await;
        mina.get(PATH).send().await.refused("no-permission");
        mina.post(PATH).send().await.refused("no-permission");
        let begun = app.admin.post(PATH).send().await.expect(202).json();
        assert_eq!((&begun["stage"], &begun["outcome"]), (&json!("chains"), &Value::Null));
        let again = app.admin.post(PATH).send().await.expect(202).json();
        assert_eq!(again["id"], begun["id"], "one is enough");
        app.step().await;
        let outcome = newest(&app).await;
        assert_eq!((&outcome["ok"], &outcome["findings"]), (&json!(true), &json!([])), "{outcome}");
        assert!(outcome["events"].as_u64() > Some(0) && outcome["states"].as_u64() > Some(0));

        let forge = async |tx: &proofdesk_store::Tx<'_>| -> proofdesk_desk::Result<()> {
            tx.exec("update role set requires_totp = true where builtin = 'auditor'", &[]).await?;
            Ok(())
        };
        app.desk().db().write(forge).await.expect("a forged row");
        app.admin.post(PATH).send().await.expect(202);
        app.step().await;
        let outcome = newest(&app).await;
        assert_eq!((&outcome["ok"], &outcome["findings_total"]), (&json!(false), &json!(1)));
        let finding = &outcome["findings"][0];
        assert_eq!(
            (&finding["table"], &finding["column"]),
            (&json!("role"), &json!("requires_totp"))
        );
        let all = app.admin.get(PATH).send().await.expect(200).json();
        assert_eq!(all["items"].as_array().map(Vec::len), Some(2));
    }
}

async fn newest(app: &TestApp) -> Value {
    let page = app.admin.get(&format!("{PATH}?limit=1")).send().await.expect(200).json();
    let newest = page["items"][0].clone();
    assert!(newest["finished_at"].is_string(), "{newest}");
    newest["outcome"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn how_the_desk_is_can_be_asked_by_whoever_manages_jobs() {
    for app in TestApp::both().await {
        let agent = NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id);
        app.member(agent).await.get("/api/v1/health").send().await.refused("no-permission");
        app.admin.post(PATH).send().await.expect(202);
        let health = app.admin.get("/api/v1/health").send().await.expect(200).json();
        let check = |name: &str| {
            let all = health["checks"].as_array().expect("checks").clone();
            all.into_iter().find(|one| one["name"] == name).expect("a check")
        };
        assert_eq!(
            (&check("database")["level"], &check("files")["level"]),
            (&json!("ok"), &json!("ok"))
        );
        assert!(check("workers")["count"].as_i64() > Some(0), "{health}");
        let lanes = health["lanes"].as_array().expect("lanes");
        assert!(
            lanes.iter().any(|lane| lane["name"] == "audit" && lane["waiting"] == 1),
            "{health}"
        );
        app.step().await;
    }
}
