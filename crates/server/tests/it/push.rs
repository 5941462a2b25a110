//! Pushes from the desk to a push service on this machine, opened as a browser opens them.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::elliptic_curve::sec1::ToEncodedPoint as _;
use proofdesk_desk::id::PublicId;
use proofdesk_testkit::{Customer, Received, Receiver, TestApp};
use serde_json::{Value, json};

const SUBSCRIPTIONS: &str = "/api/v1/me/push-subscriptions";

/// A browser that subscribed at a push service.
struct Browser {
    service: Receiver,
    secret: p256::SecretKey,
    auth: [u8; 16],
}

impl Browser {
    async fn new(seed: u8) -> Self {
        let secret = p256::SecretKey::from_slice(&[seed; 32]).expect("a key");
        Self { service: Receiver::start().await, secret, auth: [seed; 16] }
    }

    fn subscription(&self) -> Value {
        let public = self.secret.public_key().to_encoded_point(false);
        json!({
            "endpoint": self.service.url(),
            "p256dh": URL_SAFE_NO_PAD.encode(public.as_bytes()),
            "auth": URL_SAFE_NO_PAD.encode(self.auth),
        })
    }

    async fn subscribe(&self, customer: &Customer) -> String {
        let add = customer.post(SUBSCRIPTIONS).json(&self.subscription());
        let added = add.send().await.expect(201).json();
        added["id"].as_str().expect("an id").to_owned()
    }

    /// What the browser was told, oldest first.
    fn told(&self) -> Vec<Value> {
        let opened = |received: &Received| {
            let auth = self.auth.into();
            let plain = web_push_native::decrypt(received.body.clone(), &self.secret, &auth);
            serde_json::from_slice(&plain.expect("sealed for this browser")).expect("JSON")
        };
        self.service.received().iter().map(opened).collect()
    }
}

async fn reply(app: &TestApp, number: &PublicId) {
    let path = format!("/api/v1/tickets/{number}/messages");
    app.admin.post(&path).json(&json!({ "body": "We look into it." })).send().await.expect(201);
}

/// What agents see of a ticket's pushes: state and error of each.
async fn seen(app: &TestApp, number: &PublicId) -> Vec<(String, Value)> {
    let path = format!("/api/v1/tickets/{number}/notifications");
    let answer = app.admin.get(&path).send().await.expect(200).json();
    let items = answer["items"].as_array().expect("items").clone();
    let pushes = items.iter().filter(|item| item["channel"] == "push");
    let seen =
        |item: &Value| (item["state"].as_str().expect("a state").to_owned(), item["error"].clone());
    pushes.map(seen).collect()
}

async fn devices(customer: &Customer) -> usize {
    let answer = customer.get(SUBSCRIPTIONS).send().await.expect(200).json();
    answer["items"].as_array().expect("items").len()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_is_told_in_its_owners_language_and_nothing_typed() {
    for app in TestApp::both().await {
        let bea = app.customer("bea").await;
        bea.patch("/api/v1/me").json(&json!({ "locale": "ar" })).send().await.expect(204);
        let offered = bea.get(SUBSCRIPTIONS).send().await.expect(200).json();
        let key = URL_SAFE_NO_PAD.decode(offered["public_key"].as_str().expect("a key"));
        assert_eq!(key.expect("Base64").len(), 65);
        let (phone, desktop) = (Browser::new(3).await, Browser::new(4).await);
        phone.subscribe(&bea).await;
        desktop.subscribe(&bea).await;
        let number = app.ticket(&bea, "Where is my secretive deposit?").await;
        // Who wrote it knows that it arrived.
        app.step().await;
        assert!(phone.told().is_empty());
        reply(&app, &number).await;
        app.step().await;
        for browser in [&phone, &desktop] {
            let told = browser.told();
            let [told] = told.as_slice() else { panic!("{told:?}") };
            assert_eq!(told["title"], "Acme");
            assert_eq!((&told["lang"], &told["dir"]), (&json!("ar"), &json!("rtl")));
            assert_eq!(told["path"], format!("/tickets/{number}"));
            let text = told.to_string();
            assert!(!text.contains("secretive") && !text.contains("look into it"), "{text}");
        }
        assert_eq!(seen(&app, &number).await, [("sent".to_owned(), Value::Null)]);
        let sent = bea.get(SUBSCRIPTIONS).send().await.expect(200).json();
        assert!(sent["items"][0]["sent_at"].is_string(), "{sent}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_is_gone_is_forgotten_and_a_busy_service_is_asked_again() {
    let app = TestApp::sqlite().await;
    let bea = app.customer("bea").await;
    let (phone, desktop) = (Browser::new(3).await, Browser::new(4).await);
    phone.subscribe(&bea).await;
    desktop.subscribe(&bea).await;
    let number = app.ticket(&bea, "Hello").await;
    phone.service.will_answer(&[410]);
    desktop.service.will_answer(&[429, 503]);
    reply(&app, &number).await;
    app.step().await;
    assert_eq!(devices(&bea).await, 1);
    assert_eq!(seen(&app, &number).await, [("queued".to_owned(), json!("429"))]);
    for _ in 0..2 {
        app.clock.advance(Duration::from_secs(3600));
        app.step().await;
    }
    assert_eq!(seen(&app, &number).await, [("sent".to_owned(), Value::Null)]);
    assert_eq!((phone.told().len(), desktop.told().len()), (1, 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_pushes() {
    let app = TestApp::sqlite().await;
    let bea = app.customer("bea").await;
    let here = app.customer("bea").await;
    let (phone, desktop) = (Browser::new(3).await, Browser::new(4).await);
    phone.subscribe(&bea).await;
    desktop.subscribe(&here).await;
    let number = app.ticket(&bea, "Hello").await;
    // One session ends with its browser.
    here.post("/sign-out")
        .form(&[("csrf", &here.csrf().expect("a token"))])
        .send()
        .await
        .expect(303);
    reply(&app, &number).await;
    app.step().await;
    assert_eq!((phone.told().len(), desktop.told().len()), (1, 0));
    // All sessions end with all of them.
    let csrf = bea.csrf().expect("a token");
    bea.post("/sessions").form(&[("csrf", &csrf)]).send().await.expect(303);
    let again = app.customer("bea").await;
    assert_eq!(devices(&again).await, 0);
    reply(&app, &number).await;
    app.step().await;
    assert_eq!(phone.told().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn endpoints_inside_and_odd_ones_are_refused() {
    let app = TestApp::sqlite().await;
    let bea = app.customer("bea").await;
    let browser = Browser::new(3).await;
    let with = |name: &str, value: &str| {
        let mut new = browser.subscription();
        new[name] = json!(value);
        new
    };
    for odd in [
        with("endpoint", "ftp://push.example.com/"),
        with("endpoint", "https://user@push.example.com/"),
        // Clouds tell their machines secrets there.
        with("endpoint", "http://169.254.169.254/latest"),
        with("p256dh", "AAAA"),
        with("auth", "not base64!"),
    ] {
        bea.post(SUBSCRIPTIONS).json(&odd).send().await.expect(422);
    }
    let number = app.ticket(&bea, "Hello").await;
    browser.subscribe(&bea).await;
    reply(&app, &number).await;
    app.step().await;
    assert_eq!(browser.told().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_lists_browsers_and_removes_them_without_a_script() {
    let app = TestApp::sqlite().await;
    let bea = app.customer("bea").await;
    let id = Browser::new(3).await.subscribe(&bea).await;
    let page = bea.get("/notifications/settings").send().await.expect(200).text();
    let action = format!("/notifications/devices/{id}");
    assert!(page.contains(&action) && page.contains("/assets/push.") && page.contains("127.0.0.1"));
    let csrf = bea.csrf().expect("a token");
    bea.post(&action).form(&[("csrf", &csrf)]).send().await.expect(303);
    assert_eq!(devices(&bea).await, 0);
    let worker = app.anonymous().get("/push-worker.js").send().await.expect(200);
    assert_eq!(worker.header("content-type"), "text/javascript");
    assert!(worker.text().contains("showNotification"));
}
