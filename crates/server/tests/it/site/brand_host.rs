//! A brand that has a host of its own: its pages are there, and the customers of other brands are not known.

use proofdesk_server::config::Config;
use proofdesk_testkit::{Answer, Client, Engine, Setup, TestApp};
use serde_json::json;

use super::form::Form;
use super::{enter, page};

/// Of this machine too, so that the test's browser reaches it.
const NORTH: &str = "localhost";

async fn two_brands(engine: Engine) -> TestApp {
    let hosts = |config: &mut Config| {
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
