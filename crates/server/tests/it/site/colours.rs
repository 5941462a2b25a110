//! A brand in colours of its own: its pages link one small style sheet more, and those of the others none.

use proofdesk_server::config::Config;
use proofdesk_testkit::{Client, Engine, Setup, TestApp};
use serde_json::{Value, json};

use super::{enter, page};

const NORTH: &str = "localhost";

/// Two brands, of which the second has a host and colours of its own.
async fn two_brands(engine: Engine) -> TestApp {
    let hosts = |config: &mut Config| {
        config.http.origins = vec!["http://127.0.0.1".to_owned(), format!("http://{NORTH}")];
        config.http.brand_hosts = [(NORTH.to_owned(), "north".to_owned())].into();
    };
    let app = Setup::on(engine).config(hosts).start().await;
    let accent = json!({ "hue": 265, "chroma": 160 });
    let north = json!({ "slug": "north", "name": "North", "locales": ["en"], "accent": accent });
    app.admin.post("/api/v1/brands").json(&north).send().await.expect(201);
    app
}

async fn at_north(browser: &Client, path: &str) -> String {
    let call = browser.get(path).header("host", NORTH).header("accept", "text/html");
    call.send().await.text()
}

/// The style sheets that a page links, in their order.
fn styles(page: &str) -> Vec<&str> {
    let links = page.split("<link rel=\"stylesheet\" href=\"").skip(1);
    links.filter_map(|rest| rest.split('"').next()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_a_brand_are_in_its_colours() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = two_brands(engine).await;
        let anyone = app.anonymous();
        let home = at_north(&anyone, "/").await;
        let linked = styles(&home);
        let [tokens, own] = linked.as_slice() else { panic!("{linked:?}") };
        assert!(tokens.starts_with("/assets/site."), "{linked:?}");
        assert!(own.starts_with("/assets/brand-265-160."), "{linked:?}");
        // Whatever page of it, also one that says that there is none, and one that sends to the exchange.
        for path in ["/en/help", "/reach", "/verify", "/sign-in", "/write", "/nothing-here"] {
            assert_eq!(styles(&at_north(&anyone, path).await), linked, "{path}");
        }
        // The other brand has none, and asks for nothing more.
        for path in ["/", "/en/help", "/sign-in", "/nothing-here"] {
            assert_eq!(styles(&page(&anyone, path).await.text()), [*tokens], "{path}");
        }

        // It is served as the others are: for ever, by its digest alone.
        let style = anyone.get(own).send().await.expect(200);
        assert_eq!(style.header("content-type"), "text/css");
        assert!(style.header("cache-control").contains("immutable"));
        let text = style.text();
        assert!(text.starts_with(":root{--accent:#2b4fb0;"), "{text}");
        assert!(text.len() < 600, "{}", text.len());
        let other = own.replace("brand-265-160", "brand-266-160");
        anyone.get(&other).send().await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn other_colours_are_another_file() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = two_brands(engine).await;
        let grace = enter(&app, "grace").await;
        let before = page(&grace, "/tickets").await.expect(200).text();
        assert_eq!(styles(&before).len(), 1);
        let path = format!("/api/v1/brands/{}", app.brand_id);
        let set = async |version: i64, accent: Value| {
            let change = app.admin.patch(&path).if_match(version);
            change.json(&json!({ "accent": accent })).send().await.expect(200);
        };
        set(1, json!({ "hue": 145, "chroma": 120 })).await;
        let green = page(&grace, "/tickets").await.expect(200).text();
        let green = styles(&green).get(1).map(|path| (*path).to_owned()).expect("a style");
        set(2, json!({ "hue": 25, "chroma": 120 })).await;
        let red = page(&grace, "/tickets").await.expect(200).text();
        assert_eq!(styles(&red).len(), 2);
        assert_ne!(styles(&red).get(1), Some(&green.as_str()));
        // A page that was loaded before keeps what it asked for.
        grace.get(&green).send().await.expect(200);
        set(3, Value::Null).await;
        let after = page(&grace, "/tickets").await.expect(200).text();
        assert_eq!(styles(&after), styles(&before));
    }
}
