//! What administrators set up, and what everybody does with their own account.

use serde_json::json;

use crate::client::{PASSWORD, World};

#[tokio::test(flavor = "multi_thread")]
async fn people_roles_and_teams() {
    let world = World::new().await;
    let admin = world.admin().await;
    let me = admin.get("/api/v1/me").await.expect(200);
    let role = json!({"name": "Readers", "grants": {"ticket.read": "all", "member.read": "all"}});
    let role_id = admin.post("/api/v1/roles", role.clone()).await.expect(201)["id"].clone();
    assert_eq!(admin.post("/api/v1/roles", role).await.refused(409), "field-taken");
    let roles = admin.get("/api/v1/roles").await.expect(200);
    assert_eq!(roles["items"].as_array().unwrap().len(), 5);
    let team_id =
        admin.post("/api/v1/teams", json!({"name": "Deposits"})).await.expect(201)["id"].clone();
    let skill = json!({"kind": "language", "name": "zh-TW"});
    let skill_id = admin.post("/api/v1/skills", skill).await.expect(201)["id"].clone();
    assert_eq!(admin.get("/api/v1/skills").await.expect(200)["items"][0]["name"], "zh-Hant");
    let invitation = json!({
        "email": "mina@example.com", "name": "Mina Park", "roles": [role_id], "teams": [team_id], "skills": [skill_id],
    });
    let invited = admin.post("/api/v1/staff", invitation.clone()).await.expect(201);
    assert_eq!(admin.post("/api/v1/staff", invitation).await.refused(409), "field-taken");
    let member = format!("/api/v1/staff/{}", invited["id"].as_str().unwrap());
    let token = invited["link"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    let nobody = world.nobody();
    let link = nobody.get(&format!("/api/v1/links/{token}")).await.expect(200);
    assert_eq!(
        (&link["purpose"], &link["email"]),
        (&json!("invitation"), &json!("mina@example.com"))
    );
    let accept = format!("/api/v1/links/{token}/acceptance");
    assert_eq!(
        nobody.post(&accept, json!({"password": "short"})).await.refused(422),
        "field-too-short"
    );
    nobody.post(&accept, json!({"password": PASSWORD})).await.expect(201);
    assert_eq!(nobody.get(&format!("/api/v1/links/{token}")).await.refused(410), "link-used");
    let seen = admin.get(&member).await;
    let etag = seen.etag();
    let unknown = json!({"teams": ["0199b1a2-7c1d-7b5e-9a63-2f1e5d0c4b3a"]});
    assert_eq!(
        admin.ask("PATCH", &member, &[("if-match", &etag)], Some(unknown)).await.refused(422),
        "field-invalid"
    );
    assert_eq!(
        admin.ask("PATCH", &member, &[], Some(json!({"teams": []}))).await.refused(428),
        "version-required"
    );
    let changed =
        admin.ask("PATCH", &member, &[("if-match", &etag)], Some(json!({"teams": []}))).await;
    changed.expect(200);
    assert_eq!(
        admin
            .ask("PATCH", &member, &[("if-match", &etag)], Some(json!({"teams": []})))
            .await
            .refused(412),
        "version-conflict"
    );
    admin.ask("POST", &format!("{member}/invitation"), &[], None).await.expect(201);
    admin.ask("PUT", &format!("{member}/disablement"), &[], None).await.expect(204);
    admin.delete(&format!("{member}/disablement")).await.expect(204);
    assert_eq!(admin.delete(&format!("{member}/totp")).await.refused(409), "second-factor-state");
    admin.delete(&format!("{member}/sessions")).await.expect(200);
    let own = format!("/api/v1/staff/{}/disablement", me["staff"]["id"].as_str().unwrap());
    assert_eq!(admin.ask("PUT", &own, &[], None).await.refused(409), "last-administrator");
    let mut cursor = String::new();
    let mut seen = 0;
    loop {
        let page = admin.get(&format!("/api/v1/staff?limit=1{cursor}")).await.expect(200);
        seen += page["items"].as_array().unwrap().len();
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(seen, 2);
    admin.get("/api/v1/colleagues").await.expect(200);
    admin.get("/api/v1/permissions").await.expect(200);
    let team = format!("/api/v1/teams/{}", team_id.as_str().unwrap());
    let etag = admin.get(&team).await.etag();
    let change = json!({"name": "Deposits 2", "members": [me["staff"]["id"]]});
    admin.ask("PATCH", &team, &[("if-match", &etag)], Some(change)).await.expect(200);
    let gone = json!({"members": ["0199b1a2-7c1d-7b5e-9a63-2f1e5d0c4b3a"]});
    assert_eq!(
        admin.ask("PATCH", &team, &[("if-match", "\"2\"")], Some(gone)).await.refused(422),
        "field-invalid"
    );
    admin.get("/api/v1/teams").await.expect(200);
    admin.delete(&team).await.expect(204);
    let role = format!("/api/v1/roles/{}", role_id.as_str().unwrap());
    assert_eq!(admin.delete(&role).await.refused(409), "role-in-use");
    let etag = admin.get(&role).await.etag();
    let narrow = json!({"grants": {"role.manage": "team"}});
    assert_eq!(
        admin.ask("PATCH", &role, &[("if-match", &etag)], Some(narrow)).await.refused(422),
        "field-invalid"
    );
    admin
        .ask("PATCH", &role, &[("if-match", &etag)], Some(json!({"requires_totp": true})))
        .await
        .expect(200);
    admin.delete(&format!("/api/v1/skills/{}", skill_id.as_str().unwrap())).await.expect(204);
}

#[tokio::test(flavor = "multi_thread")]
async fn ones_own_account() {
    let world = World::new().await;
    let admin = world.admin().await;
    assert_eq!(world.nobody().get("/api/v1/me").await.expect(200)["kind"], "anonymous");
    admin
        .ask("PATCH", "/api/v1/me", &[], Some(json!({"locale": "ja", "time_zone": "Asia/Tokyo"})))
        .await
        .expect(204);
    let zone = json!({"time_zone": "Mars/Olympus"});
    assert_eq!(
        admin.ask("PATCH", "/api/v1/me", &[], Some(zone)).await.refused(422),
        "field-invalid"
    );
    let sign_in = |password: &str| json!({"email": "ada@example.com", "password": password});
    let nobody = world.nobody();
    assert_eq!(
        nobody.post("/api/v1/session", sign_in("wrong")).await.refused(401),
        "wrong-credentials"
    );
    nobody.post("/api/v1/session", sign_in(PASSWORD)).await.expect(201);
    let sessions = admin.get("/api/v1/sessions").await.expect(200);
    assert_eq!(sessions["items"].as_array().unwrap().len(), 2);
    let other =
        sessions["items"].as_array().unwrap().iter().find(|s| s["current"] == false).unwrap();
    admin.delete(&format!("/api/v1/sessions/{}", other["id"].as_str().unwrap())).await.expect(204);
    assert_eq!(admin.delete("/api/v1/sessions").await.expect(200)["ended"], 0);
    let offer = admin.ask("POST", "/api/v1/me/totp", &[], None).await.expect(200);
    assert!(offer["otpauth_url"].as_str().unwrap().starts_with("otpauth://totp/Acme"));
    let wrong = admin.post("/api/v1/me/totp/confirmation", json!({"code": "000000"})).await;
    assert_eq!(wrong.refused(401), "second-factor-wrong");
    let shown = json!({"totp": "000000"});
    for path in ["/api/v1/me/totp/removal", "/api/v1/me/recovery-codes", "/api/v1/session/step-up"]
    {
        assert_eq!(admin.post(path, shown.clone()).await.refused(409), "second-factor-state");
    }
    let change = json!({"current": "wrong", "new": "another-anchor-72"});
    assert_eq!(admin.post("/api/v1/me/password", change).await.refused(401), "wrong-credentials");
    let change = json!({"current": PASSWORD, "new": "another-anchor-72"});
    admin.post("/api/v1/me/password", change).await.expect(204);
    let customer = world.customer("ada-42", "Ada King").await;
    assert_eq!(customer.get("/api/v1/me").await.expect(200)["customer"]["name"], "Ada King");
    let named = customer.ask("PATCH", "/api/v1/me", &[], Some(json!({"name": "Eve"}))).await;
    assert_eq!(named.refused(422), "field-unknown");
    customer.ask("PATCH", "/api/v1/me", &[], Some(json!({"locale": "ko"}))).await.expect(204);
    customer.get("/api/v1/sessions").await.expect(200);
    admin.delete("/api/v1/session").await.expect(204);
    assert_eq!(admin.get("/api/v1/sessions").await.refused(401), "session-expired");
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_webhooks_and_keys() {
    let world = World::new().await;
    let admin = world.admin().await;
    let token =
        json!({"name": "Export", "scopes": ["ticket.read"], "expires_at": "2026-01-01T00:00:00Z"});
    assert_eq!(admin.post("/api/v1/api-tokens", token).await.refused(422), "field-invalid");
    let in_a_month =
        proofdesk_http::system_clock()() + std::time::Duration::from_secs(30 * 24 * 3600);
    let token =
        json!({"name": "Export", "scopes": ["ticket.read"], "expires_at": in_a_month.to_string()});
    let made = admin.post("/api/v1/api-tokens", token).await.expect(201);
    let bearer = format!("Bearer {}", made["token"].as_str().unwrap());
    let program = [("authorization", bearer.as_str())];
    world.nobody().ask("GET", "/api/v1/tickets", &program, None).await.expect(200);
    let refused = world.nobody().ask("GET", "/api/v1/audit/events", &program, None).await;
    assert_eq!(refused.refused(403), "no-permission");
    admin.get("/api/v1/api-tokens").await.expect(200);
    admin.delete(&format!("/api/v1/api-tokens/{}", made["id"].as_str().unwrap())).await.expect(204);
    assert_eq!(
        world.nobody().ask("GET", "/api/v1/tickets", &program, None).await.refused(401),
        "session-expired"
    );

    let brands = admin.get("/api/v1/brands").await.expect(200);
    let brand = brands["items"][0]["id"].as_str().unwrap().to_owned();
    // What stands within a body is an object too, and not the list of its fields.
    let mut second =
        json!({"slug": "second", "name": "Second", "locales": ["en"], "accent": [265, 160]});
    let list = admin.post("/api/v1/brands", second.clone()).await.expect(422);
    assert_eq!(
        (&list["code"], &list["errors"][0]["field"]),
        (&json!("field-not-object"), &json!("accent"))
    );
    second["accent"] = json!({"hue": 265, "chroma": 160});
    admin.post("/api/v1/brands", second).await.expect(201);
    admin.get(&format!("/api/v1/brands/{brand}/categories")).await.expect(200);
    let hook = |url: &str| json!({"name": "Warehouse", "url": url, "kinds": ["ticket.*"], "brand_id": brand});
    assert_eq!(
        admin.post("/api/v1/webhooks", hook("ftp://hooks.example/")).await.refused(422),
        "webhook-url"
    );
    let unknown = json!({"name": "Warehouse", "url": "https://hooks.example/", "kinds": ["*"], "brand_id": "0199b1a2-7c1d-7b5e-9a63-2f1e5d0c4b3a"});
    assert_eq!(admin.post("/api/v1/webhooks", unknown).await.refused(422), "field-invalid");
    let made = admin.post("/api/v1/webhooks", hook("https://hooks.example/")).await.expect(201);
    assert!(made["secret"].as_str().unwrap().starts_with("whsec_"));
    let hook = format!("/api/v1/webhooks/{}", made["webhook"]["id"].as_str().unwrap());
    let etag = admin.get(&hook).await.etag();
    admin
        .ask("PATCH", &hook, &[("if-match", &etag)], Some(json!({"state": "paused"})))
        .await
        .expect(200);
    let rotated = admin.ask("POST", &format!("{hook}/secret"), &[], None).await.expect(201);
    assert_ne!(rotated["secret"], made["secret"]);
    admin.get(&format!("{hook}/deliveries")).await.expect(200);
    let redelivery = format!("{hook}/deliveries/0199b1a2-7c1d-7b5e-9a63-2f1e5d0c4b3a/redelivery");
    assert_eq!(admin.ask("POST", &redelivery, &[], None).await.refused(404), "not-found");
    admin.get("/api/v1/webhooks").await.expect(200);
    admin.delete(&hook).await.expect(204);

    let key =
        json!({"brand_id": brand, "kid": "ex-1", "audience": "desk", "material": {"HS256": null}});
    let added = admin.post("/api/v1/exchange-keys", key).await.expect(201);
    assert!(added["secret"].is_string());
    let weak = json!({"brand_id": brand, "kid": "ex-2", "audience": "desk", "material": {"EdDSA": "no key"}});
    assert_eq!(admin.post("/api/v1/exchange-keys", weak).await.refused(422), "field-invalid");
    admin.get("/api/v1/exchange-keys").await.expect(200);
    admin
        .delete(&format!("/api/v1/exchange-keys/{}", added["id"].as_str().unwrap()))
        .await
        .expect(204);
    for state in ["waiting", "running", "dead"] {
        admin.get(&format!("/api/v1/jobs?state={state}")).await.expect(200);
    }
    let retry = "/api/v1/jobs/0199b1a2-7c1d-7b5e-9a63-2f1e5d0c4b3a/retry";
    assert_eq!(admin.ask("POST", retry, &[], None).await.refused(404), "not-found");
}

#[tokio::test(flavor = "multi_thread")]
async fn customers_are_masked_and_the_log_tells_who_looked() {
    let world = World::new().await;
    let admin = world.admin().await;
    let brand = admin.get("/api/v1/brands").await.expect(200)["items"][0]["id"].clone();
    let new = json!({"brand_id": brand, "name": "Ada King", "email": "ada@example.com", "phone": "+49 30 1234567"});
    let id =
        admin.post("/api/v1/customers", new).await.expect(201)["id"].as_str().unwrap().to_owned();
    let customer = admin.get(&format!("/api/v1/customers/{id}")).await.expect(200);
    assert_eq!(
        (&customer["name"], &customer["fields"][1]["masked"]),
        (&json!("A••• K•••"), &json!("a•••@e•••.com"))
    );
    let reveals = format!("/api/v1/customers/{id}/reveals");
    assert_eq!(
        admin.post(&reveals, json!({"field": "email", "reason": " "})).await.refused(422),
        "field-required"
    );
    let reason = json!({"field": "email", "reason": "Calling back"});
    let revealed = admin.post(&reveals, reason).await.expect(201);
    assert_eq!(
        (&revealed["value"], &revealed["remaining"]),
        (&json!("ada@example.com"), &json!(19))
    );
    let page = admin.get("/api/v1/audit/events?limit=1").await.expect(200);
    assert_eq!(page["items"][0]["data"]["reason"], "Calling back");
    let next = page["next_cursor"].as_str().unwrap();
    admin.get(&format!("/api/v1/audit/events?limit=1&cursor={next}")).await.expect(200);
    assert_eq!(
        admin.get(&format!("/api/v1/audit/events?kind=x&cursor={next}")).await.refused(400),
        "cursor-invalid"
    );
    assert_eq!(admin.get("/api/v1/audit/checkpoints/latest").await.refused(404), "not-found");
    let event = page["items"][0]["id"].as_str().unwrap();
    assert_eq!(
        admin.get(&format!("/api/v1/audit/events/{event}/proof")).await.refused(409),
        "not-checkpointed"
    );
    let nothing = "/api/v1/audit/events/0199fe1c-7a8e-7f5c-9d53-000000000000/proof";
    assert_eq!(admin.get(nothing).await.refused(404), "not-found");
    let verified = admin.ask("POST", "/api/v1/audit/verification", &[], None).await.expect(200);
    assert_eq!(verified["ok"], true, "{verified:#}");
    admin.get("/api/v1/feed?after=0").await.expect(200);
    let document = admin.get("/api/v1/openapi.json").await.expect(200);
    assert_eq!(document["openapi"], "3.1.0");
}
