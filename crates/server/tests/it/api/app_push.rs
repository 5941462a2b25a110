//! The exchange's app as a road to customers: one signed call per notification, against a server that takes it, refuses it, hangs
//! up, and says that there is no such app.

use std::time::Duration;

use proofdesk_channels::webhook::Secret;
use proofdesk_testkit::{Customer, Receiver, TestApp};
use serde_json::{Value, json};

async fn set(app: &TestApp, url: &str) -> Secret {
    let path = format!("/api/v1/brands/{}/app-push", app.brand_id);
    let set = app.admin.put(&path).json(&json!({ "url": url }));
    let set = set.send().await.expect(200).json();
    Secret::parse(set["secret"].as_str().expect("a secret")).expect("a secret")
}

/// A ticket of grace's with a reply that is about to be told.
async fn reply(app: &TestApp, grace: &Customer) -> String {
    let number = app.ticket(grace, "Where is my deposit?").await.to_string();
    let path = format!("/api/v1/tickets/{number}/messages");
    app.admin.post(&path).json(&json!({ "body": "It is **here**." })).send().await.expect(201);
    number
}

async fn deliveries(app: &TestApp, number: &str) -> Vec<Value> {
    let path = format!("/api/v1/tickets/{number}/notifications");
    let shown = app.admin.get(&path).send().await.expect(200).json();
    shown["items"].as_array().expect("deliveries").clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_is_pushed_once_and_without_its_words() {
    for app in TestApp::both().await {
        let receiver = Receiver::start().await;
        let secret = set(&app, &receiver.url()).await;
        let grace = app.customer("grace").await;
        let number = reply(&app, &grace).await;
        app.step().await;
        let received = receiver.received();
        let [only] = received.as_slice() else { panic!("{received:?}") };
        let call: Value = serde_json::from_slice(&only.body).expect("JSON");
        assert_eq!((&call["account"], &call["kind"]), (&json!("grace"), &json!("reply")));
        assert_eq!(call["text"], format!("Your ticket {number} has an answer."));
        let url = call["url"].as_str().expect("a link");
        assert!(url.ends_with(&format!("/tickets/{number}")), "{url}");
        assert!(!String::from_utf8_lossy(&only.body).contains("here"), "{call}");
        let header = |name: &str| only.headers[name].to_str().expect("text").to_owned();
        assert_eq!(header("webhook-id"), call["id"].as_str().expect("an id"));
        let at = header("webhook-timestamp").parse().expect("a moment");
        assert_eq!(header("webhook-signature"), secret.sign(&header("webhook-id"), at, &only.body));
        let shown = deliveries(&app, &number).await;
        assert_eq!((&shown[0]["channel"], &shown[0]["state"]), (&json!("app"), &json!("sent")));

        // Whoever does not want it is left alone.
        let no = json!({ "items": [{ "channel": "app", "is_on": false }] });
        grace.put("/api/v1/me/notification-preferences").json(&no).send().await.expect(204);
        reply(&app, &grace).await;
        app.step().await;
        assert_eq!(receiver.received().len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_is_for_a_topic_on_a_road_and_none_is_for_security() {
    const PREFERENCES: &str = "/api/v1/me/notification-preferences";
    let app = TestApp::sqlite().await;
    let grace = app.customer("grace").await;
    let choose = async |topic: &str, is_on: bool| {
        let item = json!({ "topic": topic, "channel": "app", "is_on": is_on });
        grace.put(PREFERENCES).json(&json!({ "items": [item] })).send().await
    };
    let chosen = async || -> Vec<(String, bool, bool)> {
        let shown = grace.get(PREFERENCES).send().await.expect(200).json();
        let items = shown["items"].as_array().expect("items").clone();
        let of_app = items.iter().filter(|item| item["channel"] == "app");
        let read = |item: &Value| {
            let word = |name: &str| item[name].as_bool().expect("a word");
            (item["topic"].as_str().expect("a topic").to_owned(), word("is_on"), word("is_chosen"))
        };
        of_app.map(read).collect()
    };
    let row = |topic: &str, is_on, is_chosen| (topic.to_owned(), is_on, is_chosen);
    let all =
        [row("tickets", true, true), row("account", true, true), row("security", true, false)];
    assert_eq!(chosen().await, all);
    choose("account", false).await.expect(204);
    assert_eq!(chosen().await[1], row("account", false, true));
    choose("security", true).await.expect(204);
    let refused = choose("security", false).await.refused("field-invalid").json();
    assert_eq!(refused["errors"][0]["field"], "items[0].is_on");
    // Without a topic it is for all that can be chosen.
    let none = json!({ "items": [{ "channel": "app", "is_on": false }] });
    grace.put(PREFERENCES).json(&none).send().await.expect(204);
    assert_eq!(chosen().await[0], row("tickets", false, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receiver_that_fails_is_asked_again_and_one_without_the_app_is_not() {
    for app in TestApp::both().await {
        let receiver = Receiver::start().await;
        set(&app, &receiver.url()).await;
        let grace = app.customer("grace").await;
        receiver.will_answer(&[503, 410]);
        let number = reply(&app, &grace).await;
        app.step().await;
        let shown = deliveries(&app, &number).await;
        assert_eq!((&shown[0]["state"], &shown[0]["error"]), (&json!("queued"), &json!("503")));
        app.clock.advance(Duration::from_secs(3600));
        app.step().await;
        let shown = deliveries(&app, &number).await;
        assert_eq!((&shown[0]["state"], &shown[0]["error"]), (&json!("bounced"), &json!("410")));
        app.clock.advance(Duration::from_secs(3 * 3600));
        app.step().await;
        let ids = receiver.received().into_iter().map(|one| one.headers["webhook-id"].clone());
        let ids: Vec<_> = ids.collect();
        assert_eq!((ids.len(), &ids[0]), (2, &ids[1]), "the same call, twice and no more");

        // Nobody listens.
        let address = receiver.url();
        drop(receiver);
        set(&app, &address).await;
        let number = reply(&app, &grace).await;
        app.step().await;
        let shown = deliveries(&app, &number).await;
        assert_eq!((&shown[0]["state"], &shown[0]["error"]), (&json!("queued"), &json!("connect")));
    }
}

/// Accepts and says nothing. The sender's patience is the sender's; what is looked at here is that nothing else waits with it.
#[tokio::test(flavor = "multi_thread")]
async fn a_receiver_that_hangs_holds_up_no_page() {
    let app = TestApp::sqlite().await;
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    set(&app, &format!("http://{}/hook", silent.local_addr().expect("its address"))).await;
    let grace = app.customer("grace").await;
    let number = reply(&app, &grace).await;
    let stepping = app.step();
    let looking = async {
        let (call, _) = silent.accept().await.expect("a call");
        grace.get(&format!("/api/v1/tickets/{number}")).send().await.expect(200);
        call
    };
    // Delay because the sender's own patience is what ends it: the call is held until then.
    let (_, call) = tokio::join!(stepping, looking);
    drop(call);
    let shown = deliveries(&app, &number).await;
    assert_eq!((&shown[0]["state"], &shown[0]["error"]), (&json!("queued"), &json!("timeout")));
}
