//! A brand that has a host of its own: its pages are there, and the customers of other brands are not known.

use proofdesk_desk::id::{AttachmentId, Id as _};
use proofdesk_server::config::Config;
use proofdesk_testkit::{Answer, Client, Engine, Setup, TestApp};
use serde_json::json;

use super::form::Form;
use super::{enter, page};

/// Of this machine too, so that the test's browser reaches it.
const NORTH: &str = "localhost";

async fn two_brands(engine: Engine) -> TestApp {
    let hosts = |config: &mut Config| {
        config.http.development = true;
        config.http.origins = vec!["http://127.0.0.1".to_owned(), format!("http://{NORTH}")];
        config.http.brand_hosts = [(NORTH.to_owned(), "north".to_owned())].into();
    };
    let app = Setup::on(engine).config(hosts).start().await;
    let north = json!({ "slug": "north", "name": "Northern Lights", "locales": ["en"] });
    app.admin.post("/api/v1/brands").json(&north).send().await.expect(201);
    app
}

/// A page as it is asked for under a name of the desk.
async fn at(host: &str, browser: &Client, path: &str) -> Answer {
    let call = browser.get(path).header("host", host).header("accept", "text/html");
    call.header("accept-language", "en").send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_shows_its_brand() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = two_brands(engine).await;
        let anyone = app.anonymous();
        let default = page(&anyone, "/").await.expect(200).text();
        assert!(!default.contains("Northern Lights"), "{default}");
        for host in [NORTH, "LOCALHOST", "localhost:8080", "localhost."] {
            let home = at(host, &anyone, "/").await.expect(200).text();
            assert!(home.contains("Northern Lights"), "{host}: {home}");
        }
        // Any other name is the default brand's, and a header that anybody can send changes nothing.
        for host in ["elsewhere.example", "north", "localhost.evil.example"] {
            let home = at(host, &anyone, "/").await.expect(200).text();
            assert!(!home.contains("Northern Lights"), "{host}: {home}");
        }
        let forwarded = anyone.get("/").header("x-forwarded-host", NORTH);
        let forwarded = forwarded.header("accept", "text/html").send().await.expect(200).text();
        assert!(!forwarded.contains("Northern Lights"), "{forwarded}");
        let brands = anyone.get("/api/v1/brands").send().await.expect(200).json();
        let hosts = |slug: &str| {
            let all = brands["items"].as_array().expect("brands");
            let north = all.iter().filter(|brand| (brand["slug"] == "north") == (slug == "north"));
            north.map(|brand| brand["hosts"].clone()).collect::<Vec<_>>()
        };
        assert_eq!((hosts("north"), hosts("")), (vec![json!([NORTH])], vec![json!([])]));
        let robots = at(NORTH, &anyone, "/robots.txt").await.expect(200).text();
        assert!(robots.contains("Sitemap: http://localhost/sitemap.xml"), "{robots}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_of_one_brand_is_nobody_at_the_host_of_another() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = two_brands(engine).await;
        let grace = enter(&app, "grace").await;
        page(&grace, "/tickets").await.expect(200);
        let home = at(NORTH, &grace, "/").await.expect(200).text();
        assert!(home.contains("Northern Lights") && !home.contains("Hello,"), "{home}");
        at(NORTH, &grace, "/tickets").await.expect(401);
        let api = grace.get("/api/v1/tickets").header("host", NORTH).send().await;
        assert_eq!(api.expect(401).json()["status"], 401);
        let token = grace.token().expect("a session");
        let program = Client::bearer(app.address(), &token);
        program.get("/api/v1/tickets").send().await.expect(200);
        program.get("/api/v1/tickets").header("host", NORTH).send().await.expect(401);
        // Staff are known everywhere: they answer for all brands.
        app.admin.get("/api/v1/tickets").header("host", NORTH).send().await.expect(200);
        // What was tried there ended nothing here.
        page(&grace, "/tickets").await.expect(200);
    }
}

/// The brand of a file that an administrator uploads, at a host or at the desk's own.
async fn brand_of_upload(app: &TestApp, host: Option<&str>) -> String {
    let call = app.admin.post("/api/v1/attachments").header("x-file-name", "a.txt");
    let call = match host {
        Some(host) => call.header("host", host),
        None => call,
    };
    let file = call.bytes("text/plain", "a").send().await.expect(201).json();
    let id: uuid::Uuid = file["id"].as_str().expect("an id").parse().expect("an id");
    let slug = "select b.slug from attachment a join brand b on b.id = a.brand_id where a.id = $1";
    let read = app.look(async move |rx| {
        let id = AttachmentId::from_uuid(id);
        Ok(rx.query_one(slug, proofdesk_store::params![id]).await?)
    });
    let (slug,): (String,) = read.await;
    slug
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_staff_belongs_to_the_brand_of_the_host() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = two_brands(engine).await;
        let (own, north) =
            (brand_of_upload(&app, None).await, brand_of_upload(&app, Some(NORTH)).await);
        assert_ne!(own, "north");
        assert_eq!(north, "north");
    }
}

/// Whoever tries a brand out at its own host comes in as a customer of it, and as nobody's elsewhere.
#[tokio::test(flavor = "multi_thread")]
async fn the_development_page_signs_for_the_brand_of_its_host() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = two_brands(engine).await;
        let key = json!({
            "brand_id": app.brand_id, "kid": "development", "audience": "here", "material": { "HS256": null },
        });
        app.admin.post("/api/v1/exchange-keys").json(&key).send().await.expect(201);
        let sign = async |browser: &Client, host: Option<&str>| {
            let call = browser.post("/development");
            let call = match host {
                Some(host) => call.header("host", host),
                None => call,
            };
            let signed = call.form(&[("customer", "demo-1"), ("to", "/tickets")]).send().await;
            signed.expect(303).header("location").to_owned()
        };
        let (here, there) = (app.anonymous(), app.anonymous());
        let link = sign(&there, Some(NORTH)).await;
        at(NORTH, &there, &link).await.expect(303);
        let tickets = at(NORTH, &there, "/tickets").await.expect(200).text();
        assert!(tickets.contains("Northern Lights"), "{tickets}");
        // They are offered where they belong, and nowhere else.
        let offered = at(NORTH, &app.anonymous(), "/development").await.expect(200).text();
        assert!(offered.contains("demo-1"), "{offered}");
        let offered = page(&app.anonymous(), "/development").await.expect(200).text();
        assert!(!offered.contains("demo-1"), "{offered}");
        let link = sign(&here, None).await;
        let refused = at(NORTH, &here, &link).await.expect(401).text();
        assert!(refused.contains("was made for somewhere else"), "{refused}");
        here.get(&link).send().await.expect(303);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_of_one_brand_opens_nothing_at_the_host_of_another() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = two_brands(engine).await;
        let token = app.exchange.token("grace", app.clock.now());
        let browser = app.anonymous();
        let refused = at(NORTH, &browser, &format!("/exchange?token={token}&to=/tickets")).await;
        let refused = refused.expect(401).text();
        assert!(refused.contains("was made for somewhere else"), "{refused}");
        let sign_in = json!({ "token": token });
        let api = browser.post("/api/v1/customer-session").header("host", NORTH).json(&sign_in);
        api.send().await.refused("token-audience");
        // It was not spent on that.
        let entered = browser.get(&format!("/exchange?token={token}&to=/tickets")).send().await;
        entered.expect(303);
        let tickets = page(&browser, "/tickets").await.expect(200).text();
        let left = Form::read(&tickets, "/sign-out").send(&browser).await;
        left.expect(303);
    }
}
