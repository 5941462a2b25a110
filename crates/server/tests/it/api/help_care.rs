//! What keeps a help centre true and for its readers: articles for some customers, the order of sections, reviews and links that
//! lead nowhere.

use std::time::Duration;

use proofdesk_desk::article::remind::remind;
use proofdesk_desk::bridge::BridgeError;
use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::sandbox::{self, Breadth, Profile};
use proofdesk_server::config::BridgeKind;
use proofdesk_testkit::{Client, Engine, NewMember, Setup, TestApp, until};
use serde_json::{Value, json};

/// A desk with an index, the sandbox behind it, and a section.
async fn both() -> Vec<TestApp> {
    let mut apps = Vec::new();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let setup = Setup::on(engine).config(|config| config.bridge.kind = BridgeKind::Sandbox);
        let app = setup.searching().start().await;
        section(&app, "fees", 1).await;
        apps.push(app);
    }
    apps
}

async fn section(app: &TestApp, slug: &str, position: i64) {
    let names = json!({ "position": position, "names": [{ "lang": "en", "name": slug }] });
    app.admin.put(&format!("/api/v1/help-sections/{slug}")).json(&names).send().await.expect(204);
}

fn new(slug: &str, body: &str) -> Value {
    json!({
        "slug": slug, "section": "fees", "kind": "guide", "audience": "public", "lang": "en",
        "review_days": 90, "title": format!("Withdrawals {slug}"), "summary": slug, "body": body,
    })
}

async fn published(app: &TestApp, new: &Value) -> String {
    let made = app.admin.post("/api/v1/articles").json(new).send().await.expect(201);
    let id = made.json()["id"].as_str().expect("an id").to_owned();
    let path = format!("/api/v1/articles/{id}/texts/en/status");
    let to = json!({ "status": "published" });
    app.admin.put(&path).if_match(1).json(&to).send().await.expect(200);
    id
}

async fn account(app: &TestApp, sub: &'static str, vip_tier: u8, country: Option<&'static str>) {
    app.act(app.operator(), async move |tx, cx| {
        let country = country.map(str::to_owned);
        let profile = Profile { vip_tier, country, ..Profile::default() };
        sandbox::actions::open(tx, cx, sub, &profile, Breadth::Usual).await
    })
    .await;
}

/// What a search says to somebody: how many there are, and whether the article is among what is shown.
async fn found(client: &Client) -> (u64, bool) {
    let path = "/api/v1/help/search?q=withdrawals&lang=en";
    let answer = client.get(path).send().await.expect(200).json();
    let items = answer["items"].as_array().expect("items");
    let is_shown = items.iter().any(|item| item["slug"] == "vip");
    (answer["total"].as_u64().expect("a number"), is_shown)
}

async fn opens(client: &Client) -> bool {
    let answer = client.get("/en/help/vip").header("accept", "text/html").send().await;
    answer.text().contains("Only for you.")
}

/// Whether the start page leads to the section in which the article stands alone.
async fn is_led_there(client: &Client) -> bool {
    let page = client.get("/").header("accept", "text/html").send().await.expect(200).text();
    assert!(page.contains("/help/sections/fees"), "{page}");
    page.contains("/help/sections/vip")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_exchange_says_of_an_account_decides_what_its_owner_reads() {
    for app in both().await {
        published(&app, &new("all", "For everybody.")).await;
        let mut vip = new("vip", "Only for you.");
        section(&app, "vip", 2).await;
        vip["section"] = json!("vip");
        vip["audience"] = json!("signed_in");
        vip["min_tier"] = json!(2);
        vip["countries"] = json!(["jp", "KR"]);
        let id = published(&app, &vip).await;
        let kept = app.admin.get(&format!("/api/v1/articles/{id}")).send().await.expect(200).json();
        assert_eq!((&kept["min_tier"], &kept["countries"]), (&json!(2), &json!(["JP", "KR"])));
        until("both are in the index", async || app.is_indexed().await).await;
        account(&app, "grace", 2, Some("JP")).await;
        account(&app, "low", 1, Some("JP")).await;
        account(&app, "far", 5, Some("US")).await;
        account(&app, "untold", 5, None).await;
        let grace = app.customer("grace").await;
        assert_eq!((found(&grace).await, opens(&grace).await), ((2, true), true));
        assert!(is_led_there(&grace).await);
        for sub in ["low", "far", "untold", "nowhere"] {
            let other = app.customer(sub).await;
            assert_eq!((found(&other).await, opens(&other).await), ((1, false), false), "{sub}");
            assert!(!is_led_there(&other).await, "{sub}");
        }
        let nobody = app.anonymous();
        assert_eq!((found(&nobody).await, opens(&nobody).await), ((1, false), false));
        assert!(!is_led_there(&nobody).await);
        assert_eq!(found(&app.admin).await, (2, true));
        let sitemap = nobody.get("/sitemap.xml").send().await.expect(200).text();
        assert!(sitemap.contains("/help/all") && !sitemap.contains("/help/vip"), "{sitemap}");
        // What the exchange never said is not known, and nobody is given the benefit of the doubt.
        app.act(app.operator(), async |tx, cx| {
            sandbox::actions::set_outage(tx, cx, Some(BridgeError::Refused)).await
        })
        .await;
        account(&app, "late", 9, Some("KR")).await;
        let late = app.customer("late").await;
        assert_eq!((found(&late).await, opens(&late).await), ((1, false), false));
        assert!(!is_led_there(&late).await);
        // For everybody nothing of an account is asked.
        let path = format!("/api/v1/articles/{id}");
        let public = json!({ "audience": "public" });
        let refused = app.admin.patch(&path).if_match(1).json(&public).send().await.expect(422);
        assert_eq!(refused.json()["errors"][0]["code"], "article-not-signed-in");
        let public = json!({ "audience": "public", "min_tier": 0, "countries": [] });
        app.admin.patch(&path).if_match(1).json(&public).send().await.expect(200);
        assert!(opens(&nobody).await && is_led_there(&nobody).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_sees_what_is_to_be_read_again() {
    for app in both().await {
        let mut owned = new("owned", "Text.");
        let mina =
            app.member(NewMember::named("mina").grants([(Permission::ArticleRead, Reach::All)]));
        let mina = mina.await;
        owned["owner_id"] = json!(mina.id.to_string());
        owned["review_days"] = json!(20);
        let id = published(&app, &owned).await;
        published(&app, &new("other", "Text.")).await;
        let reviews = async |query: &str| {
            let path = format!("/api/v1/article-reviews{query}");
            let all = mina.get(&path).send().await.expect(200).json();
            all["items"].as_array().expect("items").clone()
        };
        assert_eq!(reviews("").await, Vec::<Value>::new());
        let soon = reviews("?soon=true&mine=true").await;
        assert_eq!(soon.len(), 1, "{soon:?}");
        let told = soon.first().expect("one");
        assert_eq!((&told["slug"], &told["is_overdue"]), (&json!("owned"), &json!(false)));
        assert_eq!(told["owner"]["id"], json!(mina.id.to_string()));
        let path = format!("/api/v1/articles/{id}");
        let article = mina.get(&path).send().await.expect(200).json();
        assert_eq!(told["brand_id"], article["brand_id"]);
        let nobodys = json!({ "without_owner": true });
        app.admin.patch(&path).if_match(1).json(&nobodys).send().await.expect(200);
        assert_eq!(reviews("?soon=true&mine=true").await, Vec::<Value>::new());
        let all = reviews("?soon=true").await;
        assert_eq!(all.first().map(|one| &one["owner"]), Some(&Value::Null));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_finds_what_they_were_reminded_of_until_they_have_looked() {
    for app in both().await {
        let grants = [(Permission::ArticleRead, Reach::All)];
        let mina = app.member(NewMember::named("mina").grants(grants)).await;
        let noor = app.member(NewMember::named("noor").grants(grants)).await;
        let mut owned = new("owned", "Text.");
        owned["owner_id"] = json!(mina.id.to_string());
        owned["review_days"] = json!(20);
        published(&app, &owned).await;
        let path = "/api/v1/article-review-reminders";
        let reminders = async |member: &Client| {
            let told = member.get(path).send().await.expect(200).json();
            told["items"].as_array().expect("items").clone()
        };
        assert_eq!(reminders(&mina).await, Vec::<Value>::new());
        let mut cx = app.operator();
        cx.now = cx.now + Duration::from_secs(20 * 24 * 3600);
        app.act(cx, async |tx, cx| remind(tx, cx).await).await;
        let told = reminders(&mina).await;
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told.first().map(|one| &one["slug"]), Some(&json!("owned")));
        let list = mina.get("/api/v1/article-reviews?soon=true").send().await.expect(200).json();
        assert!(list["items"][0]["reminded_at"].is_string(), "{list}");
        // They are hers: nobody else finds them, or takes them away.
        assert_eq!(reminders(&noor).await, Vec::<Value>::new());
        noor.delete(path).send().await.expect(204);
        assert_eq!(reminders(&mina).await.len(), 1);
        mina.delete(path).send().await.expect(204);
        assert_eq!(reminders(&mina).await, Vec::<Value>::new());
        // She chooses whether she is mailed of them, too.
        mina.patch("/api/v1/me").json(&json!({ "review_mails": false })).send().await.expect(204);
        let me = mina.get("/api/v1/me").send().await.expect(200).json();
        assert_eq!(me["staff"]["review_mails"], json!(false));
        let grace = app.customer("grace").await;
        let asked = grace.patch("/api/v1/me").json(&json!({ "review_mails": false })).send().await;
        asked.refused("field-unknown");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn links_that_lead_nowhere_are_told_and_sections_are_put_into_order() {
    for app in both().await {
        section(&app, "trading", 2).await;
        let order = json!({ "slugs": ["trading", "fees"] });
        app.admin.put("/api/v1/help-section-order").json(&order).send().await.expect(204);
        let sections = app.admin.get("/api/v1/help-sections").send().await.expect(200).json();
        assert_eq!(sections["items"][0]["slug"], "trading");
        published(&app, &new("map", "[here]({{link.article.nothing}})")).await;
        let sections = app.admin.get("/api/v1/help-sections").send().await.expect(200).json();
        let counts = (&sections["items"][0]["articles"], &sections["items"][1]["articles"]);
        assert_eq!(counts, (&json!(0), &json!(1)));
        let lost = app.admin.get("/api/v1/help/lost-links").send().await.expect(200).json();
        let told = &lost["items"][0];
        assert_eq!((&told["slug"], &told["to"]), (&json!("map"), &json!("nothing")));
        assert_eq!(told["fault"], "unknown");
        assert_eq!(lost["items"].as_array().map(Vec::len), Some(1));
    }
}

/// Two who change a section at once are both told, and a new one takes the names of none that is there. Another order counts as a
/// change: whoever names a section says its place too.
#[tokio::test(flavor = "multi_thread")]
async fn who_changes_a_section_has_seen_it() {
    for app in both().await {
        let path = "/api/v1/help-sections/fees";
        let named =
            |name: &str| json!({ "position": 1, "names": [{ "lang": "en", "name": name }] });
        let shown = async || {
            let sections = app.admin.get("/api/v1/help-sections").send().await.expect(200).json();
            let items = sections["items"].as_array().expect("items");
            let fees = items.iter().find(|one| one["slug"] == "fees").expect("it is there");
            (fees["names"]["en"].clone(), fees["version"].clone())
        };
        assert_eq!(shown().await, (json!("fees"), json!(1)));
        let new = app.admin.put(path).json(&named("Something else")).send().await;
        new.refused("version-conflict");
        let set = app.admin.put(path).if_match(1).json(&named("Costs")).send().await.expect(204);
        assert_eq!(set.version(), 2);
        let late = app.admin.put(path).if_match(1).json(&named("Charges")).send().await;
        assert_eq!(late.refused("version-conflict").status, 412);
        assert_eq!(shown().await, (json!("Costs"), json!(2)));
        // What changes nothing makes no version.
        let same = app.admin.put(path).if_match(2).json(&named("Costs")).send().await.expect(204);
        assert_eq!(same.version(), 2);
        section(&app, "trading", 2).await;
        let order = json!({ "slugs": ["trading", "fees"] });
        app.admin.put("/api/v1/help-section-order").json(&order).send().await.expect(204);
        let late = app.admin.put(path).if_match(2).json(&named("Charges")).send().await;
        late.refused("version-conflict");
        assert_eq!(shown().await, (json!("Costs"), json!(3)));
        let never = "/api/v1/help-sections/never";
        let gone = app.admin.put(never).if_match(1).json(&named("Never")).send().await;
        gone.refused("version-conflict");
        // Whatever is there is no version that was seen, and what is not there is not made by it.
        for at in [path, never] {
            let any = app.admin.put(at).header("if-match", "*").json(&named("Whatever"));
            any.send().await.refused("version-required").expect(428);
        }
        assert_eq!(shown().await, (json!("Costs"), json!(3)));
        let new = |at: &str| app.admin.put(at).header("if-none-match", "*").json(&named("New"));
        new(path).send().await.refused("version-conflict").expect(412);
        assert_eq!(new(never).send().await.expect(204).version(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_changes_a_term_has_seen_it() {
    for app in both().await {
        let path = "/api/v1/glossary-terms/memo";
        let set = |says: &str| {
            let text = json!({ "lang": "en", "term": "Memo", "definition": says, "forms": [] });
            app.admin.put(path).json(&json!({ "see": [], "texts": [text] }))
        };
        let any = |says: &str| set(says).header("if-match", "*").send();
        any("Whatever.").await.refused("version-required").expect(428);
        let new = set("Whose a deposit is.").header("if-none-match", "*").send().await.expect(200);
        assert_eq!(new.version(), 1);
        any("Whatever.").await.refused("version-required").expect(428);
        set("Something else.").send().await.refused("version-conflict").expect(412);
        let seen = set("Whose account a deposit is for.").if_match(1).send().await.expect(200);
        assert_eq!(seen.version(), 2);
    }
}
