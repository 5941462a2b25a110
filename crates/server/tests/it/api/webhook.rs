//! `/api/v1/webhooks` and `/api/v1/jobs`: the feed pushed outward, signed, once for each event, until it is taken.

use std::collections::BTreeMap;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use proofdesk_desk::limits;
use proofdesk_testkit::{Engine, Received, Receiver, Setup, TestApp, until};
use serde_json::{Value, json};
use sha2::Sha256;

/// A webhook: its id and its secret.
async fn subscribe(app: &TestApp, url: &str, kinds: Value) -> (String, String) {
    let new = json!({ "name": "hook", "url": url, "kinds": kinds });
    let made = app.admin.post("/api/v1/webhooks").json(&new).send().await.expect(201).json();
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    (text(&made["webhook"]["id"]), text(&made["secret"]))
}

/// Runs jobs until so many requests have come.
async fn received(app: &TestApp, receiver: &Receiver, count: usize) -> Vec<Received> {
    until("the deliveries", async || {
        app.step().await;
        receiver.received().len() >= count
    })
    .await;
    receiver.received()
}

async fn deliveries(app: &TestApp, webhook: &str) -> Vec<Value> {
    let page = app
        .admin
        .get(&format!("/api/v1/webhooks/{webhook}/deliveries?limit=100"))
        .send()
        .await
        .expect(200)
        .json();
    page["items"].as_array().expect("items").clone()
}

/// Waits until the feed has numbered everything and the fan-out has seen it.
async fn settled(app: &TestApp) {
    until("the feed is walked", async || {
        app.step().await;
        app.is_numbered().await && app.step().await == 0
    })
    .await;
}

fn header(received: &Received, name: &str) -> String {
    received.headers[name].to_str().expect("a text").to_owned()
}

/// The receiver's side of Standard Webhooks, by hand.
fn assert_signed(received: &Received, secret: &str, now: u64) {
    let (id, at) = (header(received, "webhook-id"), header(received, "webhook-timestamp"));
    let key = STANDARD.decode(secret.strip_prefix("whsec_").expect("a prefix")).expect("base64");
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("a key");
    mac.update(format!("{id}.{at}.").as_bytes());
    mac.update(&received.body);
    let expected = format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
    assert_eq!(header(received, "webhook-signature"), expected);
    let at: u64 = at.parse().expect("seconds");
    assert!(now.abs_diff(at) < 60, "{at} is not about {now}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_is_pushed_once_signed_and_without_words_of_anybody() {
    for app in TestApp::both().await {
        let receiver = Receiver::start().await;
        let (webhook, secret) = subscribe(&app, &receiver.url(), json!(["ticket.*"])).await;
        let grace = app.customer("grace").await;
        let number = app.ticket_with(&grace, "A subject of mine", "A secret of mine").await;
        let came = received(&app, &receiver, 1).await.remove(0);
        assert_signed(&came, &secret, app.clock.now().seconds());
        let body: Value = serde_json::from_slice(&came.body).expect("JSON");
        assert_eq!(
            (&body["kind"], &body["ticket"]),
            (&json!("ticket.opened"), &json!(number.as_str()))
        );
        assert!(!String::from_utf8_lossy(&came.body).contains("A secret of mine"));
        let log = deliveries(&app, &webhook).await;
        assert_eq!(log.len(), 1);
        assert_eq!(
            (&log[0]["state"], &log[0]["attempts"], &log[0]["last_status"]),
            (&json!("delivered"), &json!(1), &json!(200))
        );
        assert_eq!(log[0]["id"], header(&came, "webhook-id"));
        assert_eq!(log[0]["body"].as_str().map(str::as_bytes), Some(came.body.as_slice()));
        assert_eq!(app.step().await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failure_comes_back_later_and_later_with_the_same_id_and_body() {
    for app in TestApp::both().await {
        let receiver = Receiver::start().await;
        let (webhook, secret) = subscribe(&app, &receiver.url(), json!(["ticket.opened"])).await;
        let failures = 4;
        receiver.will_answer(&[500, 503, 404, 302]);
        let grace = app.customer("grace").await;
        app.ticket(&grace, "Mine").await;
        let mut waits = Vec::new();
        received(&app, &receiver, 1).await;
        for attempt in 1..=failures {
            let log = deliveries(&app, &webhook).await;
            assert_eq!(
                (&log[0]["state"], &log[0]["attempts"]),
                (&json!("pending"), &json!(attempt)),
                "{log:?}"
            );
            app.admin.post(&redelivery(&webhook, &log[0])).send().await.refused("delivery-pending");
            // It is not tried again before its time.
            assert_eq!(app.step().await, 0);
            let now = app.clock.now().micros();
            let due = app.look(async |rx| {
                Ok(rx
                    .query_one::<(i64,)>("select max(run_at) from job where state = 'ready'", &[])
                    .await?)
            });
            let wait = Duration::from_micros(u64::try_from(due.await.0 - now).expect("later"));
            waits.push(wait);
            app.clock.advance(wait);
            received(&app, &receiver, attempt + 1).await;
        }
        assert!(waits.last() > waits.first(), "{waits:?}");
        let came = receiver.received();
        assert_eq!(came.len(), failures + 1);
        for one in &came {
            assert_eq!(
                (header(one, "webhook-id"), &one.body),
                (header(&came[0], "webhook-id"), &came[0].body)
            );
            assert_signed(one, &secret, header(one, "webhook-timestamp").parse().expect("seconds"));
        }
        assert_eq!(deliveries(&app, &webhook).await[0]["state"], "delivered");
    }
}

/// The clock was a year ahead when a receiver failed, and is set right: the next attempt does not wait for that year.
#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_was_ahead_holds_no_delivery_back() {
    for app in TestApp::both().await {
        let year = Duration::from_secs(366 * 86_400);
        let receiver = Receiver::start().await;
        let (webhook, _) = subscribe(&app, &receiver.url(), json!(["ticket.opened"])).await;
        app.clock.advance(year);
        receiver.will_answer(&[500]);
        let grace = app.customer("grace").await;
        app.ticket(&grace, "Mine").await;
        received(&app, &receiver, 1).await;
        assert_eq!(app.step().await, 0, "the next attempt has its time");
        app.clock.turn_back(year);
        received(&app, &receiver, 2).await;
        assert_eq!(deliveries(&app, &webhook).await[0]["state"], "delivered");
    }
}

fn redelivery(webhook: &str, delivery: &Value) -> String {
    format!(
        "/api/v1/webhooks/{webhook}/deliveries/{}/redelivery",
        delivery["id"].as_str().expect("an id")
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_given_up_is_seen_and_sent_again_by_hand() {
    for app in TestApp::both().await {
        let receiver = Receiver::start().await;
        let (webhook, _) = subscribe(&app, &receiver.url(), json!(["ticket.opened"])).await;
        let attempts = usize::try_from(limits::WEBHOOK_ATTEMPTS).expect("small");
        receiver.will_answer(&vec![500; attempts]);
        let grace = app.customer("grace").await;
        app.ticket(&grace, "Mine").await;
        received(&app, &receiver, 1).await;
        for _ in 1..attempts {
            app.clock.advance(Duration::from_secs(24 * 3600));
            app.step().await;
        }
        assert_eq!(receiver.received().len(), attempts);
        let sign_in =
            json!({ "email": "ada@example.com", "password": proofdesk_testkit::PASSWORD });
        app.admin.post("/api/v1/session").json(&sign_in).send().await.expect(201);
        app.admin.learn_csrf().await;
        let log = deliveries(&app, &webhook).await;
        assert_eq!((&log[0]["state"], &log[0]["last_status"]), (&json!("failed"), &json!(500)));
        let dead = app.admin.get("/api/v1/jobs").send().await.expect(200).json();
        let dead = dead["items"].as_array().expect("items").clone();
        assert_eq!(dead.len(), 1);
        assert_eq!(
            (&dead[0]["kind"], &dead[0]["attempts"]),
            (&json!("webhook.deliver"), &json!(attempts))
        );
        // By its job, and then once more by its own button: the receiver knows it by its id.
        let job = format!("/api/v1/jobs/{}/retry", dead[0]["id"].as_str().expect("an id"));
        app.admin.post(&job).send().await.expect(204);
        received(&app, &receiver, attempts + 1).await;
        assert_eq!(deliveries(&app, &webhook).await[0]["state"], "delivered");
        app.admin.post(&job).send().await.refused("not-found");
        app.admin.post(&redelivery(&webhook, &log[0])).send().await.expect(200);
        let again = received(&app, &receiver, attempts + 2).await;
        assert!(
            again.iter().all(|one| header(one, "webhook-id") == header(&again[0], "webhook-id"))
        );
        assert_eq!(deliveries(&app, &webhook).await[0]["state"], "delivered");
    }
}

/// A webhook never reaches what is not public, whatever name or number leads there.
#[tokio::test(flavor = "multi_thread")]
async fn addresses_inside_are_not_called() {
    let app = Setup::on(Engine::Sqlite)
        .config(|config| {
            config.http.development = false;
            config.webhooks.allow.clear();
            config.webhooks.allow_http = false;
        })
        .start()
        .await;
    let receiver = Receiver::start().await;
    for url in [
        receiver.url().as_str(),
        "ftp://hooks.example.com/",
        "https://user@hooks.example.com/",
        "https://",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://10.0.0.1/",
        "https://169.254.169.254/",
        "https://[::ffff:127.0.0.1]/",
        "https://2130706433/",
        "https://0x7f.1/",
    ] {
        let new = json!({ "name": "hook", "url": url, "kinds": ["*"] });
        let refused = app.admin.post("/api/v1/webhooks").json(&new).send().await;
        assert_eq!(
            refused.fields(),
            [("url".to_owned(), "webhook-url".to_owned())],
            "{url}: {}",
            refused.text()
        );
    }
    // An address that was fine may not be changed into one that is not.
    let fine = json!({ "name": "hook", "url": "https://hooks.example.com/", "kinds": ["none.*"] });
    let hook = app.admin.post("/api/v1/webhooks").json(&fine).send().await.expect(201).json();
    let path = format!("/api/v1/webhooks/{}", hook["webhook"]["id"].as_str().expect("an id"));
    let inside = json!({ "url": "https://127.0.0.1/" });
    let refused = app.admin.patch(&path).if_match(1).json(&inside).send().await;
    assert_eq!(refused.fields(), [("url".to_owned(), "webhook-url".to_owned())]);
    // Where a name leads is seen when it is called.
    let mut hooks = BTreeMap::new();
    for host in ["localhost", "ip6-localhost", "127.0.0.1.nip.invalid"] {
        let (id, _) = subscribe(
            &app,
            &format!("https://{host}:{}/", receiver.address.port()),
            json!(["team.*"]),
        )
        .await;
        hooks.insert(host, id);
    }
    app.team("told").await;
    settled(&app).await;
    for (host, id) in hooks {
        let log = deliveries(&app, &id).await;
        assert_eq!(log.len(), 1, "{host}");
        let error = log[0]["last_error"].as_str().unwrap_or_default();
        assert!(matches!(error, "address" | "name"), "{host}: {log:?}");
    }
    assert!(receiver.received().is_empty(), "nothing was called");
    app.clock.advance(Duration::from_secs(3600));
    settled(&app).await;
}

/// Killed between two deliveries, or in the middle of one, the desk goes on where it was: one delivery for each event,
/// and to the receiver nothing that it could not tell apart by the id.
#[tokio::test(flavor = "multi_thread")]
async fn each_event_has_one_delivery_across_restarts() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let mut app = Setup::on(engine).running_worker().start().await;
        let receiver = Receiver::start().await;
        let (webhook, _) = subscribe(&app, &receiver.url(), json!(["ticket.*"])).await;
        let grace = app.customer("grace").await;
        let mut tickets = Vec::new();
        for round in 0..3 {
            for n in 0..10 {
                tickets.push(app.ticket(&grace, &format!("Ticket {round}.{n}")).await.to_string());
            }
            app.restart().await;
        }
        until("all are delivered", async || {
            let log = deliveries(&app, &webhook).await;
            log.len() == tickets.len() && log.iter().all(|one| one["state"] == "delivered")
        })
        .await;
        let mut by_event: BTreeMap<String, usize> = BTreeMap::new();
        for delivery in deliveries(&app, &webhook).await {
            *by_event
                .entry(delivery["event_id"].as_str().expect("an id").to_owned())
                .or_default() += 1;
        }
        assert_eq!(by_event.len(), tickets.len());
        let mut told: Vec<String> = receiver
            .received()
            .iter()
            .map(|one| {
                serde_json::from_slice::<Value>(&one.body).expect("JSON")["ticket"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned()
            })
            .collect();
        told.sort();
        tickets.sort();
        assert_eq!(told, tickets, "every ticket is told once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paused_webhook_skips_and_a_deleted_one_is_gone() {
    let app = TestApp::sqlite().await;
    let receiver = Receiver::start().await;
    let (webhook, _) = subscribe(&app, &receiver.url(), json!(["team.created"])).await;
    let path = format!("/api/v1/webhooks/{webhook}");
    app.team("before").await;
    received(&app, &receiver, 1).await;
    let set = async |state: &str| {
        let version = app.admin.get(&path).send().await.expect(200).version();
        app.admin
            .patch(&path)
            .if_match(version)
            .json(&json!({ "state": state }))
            .send()
            .await
            .expect(200);
    };
    set("paused").await;
    app.team("meanwhile").await;
    settled(&app).await;
    set("active").await;
    app.team("after").await;
    received(&app, &receiver, 2).await;
    settled(&app).await;
    assert_eq!(receiver.received().len(), 2);
    app.admin.delete(&path).send().await.expect(204);
    app.team("too late").await;
    settled(&app).await;
    assert_eq!(receiver.received().len(), 2);
    app.admin.get(&path).send().await.refused("not-found");
}

/// What still waited when its webhook was paused is given up, visibly, and can be sent by hand later.
#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_a_paused_webhook_is_not_stranded() {
    let app = TestApp::sqlite().await;
    let receiver = Receiver::start().await;
    let (webhook, _) = subscribe(&app, &receiver.url(), json!(["team.created"])).await;
    let path = format!("/api/v1/webhooks/{webhook}");
    receiver.will_answer(&[500]);
    app.team("before").await;
    received(&app, &receiver, 1).await;
    settled(&app).await;
    let set = async |state: &str| {
        let version = app.admin.get(&path).send().await.expect(200).version();
        let change = app.admin.patch(&path).if_match(version).json(&json!({ "state": state }));
        change.send().await.expect(200);
    };
    set("paused").await;
    app.clock.advance(Duration::from_secs(600));
    app.step().await;
    let log = deliveries(&app, &webhook).await;
    assert_eq!((&log[0]["state"], &log[0]["last_error"]), (&json!("failed"), &json!("paused")));
    assert_eq!(receiver.received().len(), 1);
    set("active").await;
    app.admin.post(&redelivery(&webhook, &log[0])).send().await.expect(200);
    received(&app, &receiver, 2).await;
    assert_eq!(deliveries(&app, &webhook).await[0]["state"], "delivered");
}

/// A new secret signs from now on; the old one is no good any more.
#[tokio::test(flavor = "multi_thread")]
async fn secrets_are_shown_once_and_replaced() {
    let app = TestApp::sqlite().await;
    let receiver = Receiver::start().await;
    let (webhook, old) = subscribe(&app, &receiver.url(), json!(["team.created"])).await;
    let path = format!("/api/v1/webhooks/{webhook}");
    let shown = app.admin.get(&path).send().await.expect(200);
    assert!(!shown.text().contains("whsec_"), "{}", shown.text());
    let lost = app.admin.post(&format!("{path}/secret")).header("if-match", "");
    lost.send().await.refused("header-invalid").expect(400);
    let new = app
        .admin
        .post(&format!("{path}/secret"))
        .if_match(shown.version())
        .send()
        .await
        .expect(201)
        .json();
    let new = new["secret"].as_str().expect("a secret").to_owned();
    assert_ne!(new, old);
    app.team("told").await;
    let came = received(&app, &receiver, 1).await.remove(0);
    assert_signed(&came, &new, app.clock.now().seconds());
}
