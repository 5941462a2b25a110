//! The customer's account at the exchange, and the one button that matters at three in the morning.

use std::time::Duration;

use proofdesk_desk::bridge::BridgeError;
use proofdesk_desk::sandbox::{self, Breadth, Profile};
use proofdesk_server::config::BridgeKind;
use proofdesk_testkit::{Engine, Setup, TestApp, until_some};
use serde_json::json;

use super::form::Form;
use super::{after, enter, page};

async fn both() -> Vec<TestApp> {
    let mut apps = Vec::new();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let setup = Setup::on(engine).config(|config| config.bridge.kind = BridgeKind::Sandbox);
        let app = setup.start().await;
        app.act(app.operator(), async |tx, cx| {
            sandbox::actions::open(tx, cx, "grace", &Profile::default(), Breadth::Everything).await
        })
        .await;
        apps.push(app);
    }
    apps
}

async fn outage(app: &TestApp, failure: Option<BridgeError>) {
    app.act(app.operator(), async move |tx, cx| {
        sandbox::actions::set_outage(tx, cx, failure).await
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_tells_every_state_and_stands_without_the_exchange() {
    for app in both().await {
        let browser = enter(&app, "grace").await;
        let known = page(&browser, "/account").await.expect(200).text();
        for said in [
            "Below the minimum, but not lost",
            "Credited and free to withdraw",
            "security settings changed shortly before",
            "Waits for you: confirm it in the e-mail",
            "As of ",
        ] {
            assert!(known.contains(said), "{said} in {known}");
        }
        // No key stands where a sentence should.
        for key in ["deposit-", "withdrawal-", "hold-"] {
            assert!(!known.contains(&format!("<span>{key}")), "{key}");
        }
        // An exchange that is down: for a moment nobody notices, then the last thing that it said is told as such, in the end
        // nothing is known.
        outage(&app, Some(BridgeError::TimedOut)).await;
        let kept = page(&browser, "/account").await.expect(200).text();
        assert!(kept.contains("As of ") && !kept.contains("does not answer"), "{kept}");
        app.clock.advance(Duration::from_secs(60));
        let last = page(&browser, "/account").await.expect(200).text();
        assert!(last.contains("does not answer right now. This is what it said at"), "{last}");
        assert!(last.contains("Credited and free to withdraw"), "{last}");
        app.clock.advance(Duration::from_secs(3600));
        let unknown = page(&browser, "/account").await.expect(200).text();
        assert_eq!(unknown.matches("the exchange does not answer").count(), 1, "{unknown}");
        assert!(unknown.contains("/account-taken") && unknown.contains("/tickets/new"));
    }
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let alone = page(&browser, "/account").await.expect(200).text();
    assert_eq!(alone.matches("support cannot see the account from here").count(), 1);
    page(&app.anonymous(), "/account").await.expect(401);
}

/// From any page to a frozen account in one press, with the exchange down for the first minutes.
#[tokio::test(flavor = "multi_thread")]
async fn my_account_was_taken() {
    for app in both().await {
        let browser = enter(&app, "grace").await;
        for path in ["/", "/tickets", "/tickets/new", "/account"] {
            let shown = page(&browser, path).await.expect(200).text();
            assert!(shown.contains("href=\"/account-taken\""), "{path}");
        }
        outage(&app, Some(BridgeError::Unavailable)).await;
        let taken = page(&browser, "/account-taken").await.expect(200).text();
        let form = Form::read(&taken, "/account-taken");
        let pressed = form.send(&browser).await;
        let ticket = after(&browser, pressed.clone()).await;
        assert!(ticket.contains("We have your call, before all others"), "{ticket}");
        // An impatient finger, and a second tab.
        assert_eq!(form.send(&browser).await.header("location"), pressed.header("location"));
        let tab = page(&browser, "/account-taken").await.expect(200).text();
        assert!(tab.contains("has not confirmed it yet"), "{tab}");
        let tab = Form::read(&tab, "/account-taken").send(&browser).await;
        assert_eq!(tab.header("location"), pressed.header("location"));

        app.step().await;
        let path = pressed.header("location").split('?').next().expect("a path").to_owned();
        let waiting = page(&browser, &path).await.expect(200).text();
        assert!(waiting.contains("You need not press again"), "{waiting}");
        outage(&app, None).await;
        app.clock.advance(Duration::from_secs(30));
        app.step().await;
        let done = page(&browser, &path).await.expect(200).text();
        assert!(done.contains("The exchange has frozen your account"), "{done}");
        let account = page(&browser, "/account").await.expect(200).text();
        assert!(account.contains("Your account is frozen since"), "{account}");
        assert!(account.contains("Held: the account is frozen."), "{account}");
    }
}

/// A ticket is opened, answered and followed while the exchange says nothing: the pages stand, and say nothing that nobody knows.
#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_needs_no_exchange() {
    for app in both().await {
        for failure in [BridgeError::TimedOut, BridgeError::Unavailable, BridgeError::Malformed] {
            outage(&app, Some(failure)).await;
            app.clock.advance(Duration::from_secs(600));
            let browser = enter(&app, "grace").await;
            for path in ["/", "/tickets", "/tickets/new", "/account", "/reach", "/notifications"] {
                page(&browser, path).await.expect(200);
            }
            let new = "/tickets/new/deposit-not-credited";
            let text = page(&browser, &format!("{new}/text")).await.expect(200).text();
            let told = Form::read(&text, &format!("{new}/text"));
            let told = told.set("body", "5 ABC have not come");
            told.send(&browser).await.expect(303);
            let said =
                [("asset", "ABC"), ("network", "other"), ("tx", "op-x7Yq2zk"), ("amount", "5 ABC")];
            for (key, value) in said {
                let to = format!("{new}/questions/{key}");
                let asked = page(&browser, &to).await.expect(200).text();
                Form::read(&asked, &to).set("answer", value).send(&browser).await.expect(303);
            }
            let check = page(&browser, &format!("{new}/check")).await.expect(200).text();
            let form = Form::read(&check, "/tickets");
            let sent = form.send(&browser).await;
            let ticket = after(&browser, sent).await;
            assert!(ticket.contains("5 ABC have not come"), "{ticket}");
            assert!(!ticket.contains("id=\"beside\""), "{ticket}");
        }
        while app.step().await > 0 {}
    }
}

/// What the exchange says of a ticket's transfers stands beside it, and nothing of what it is not about.
#[tokio::test(flavor = "multi_thread")]
async fn transfers_stand_beside_the_ticket_that_is_about_them() {
    for app in both().await {
        let browser = enter(&app, "grace").await;
        let opened = async |category: &str, body: &str| {
            let new = json!({ "category": category, "subject": "Where is it?", "body": body });
            let grace = app.customer("grace").await;
            let ticket = grace.post("/api/v1/tickets").json(&new).send().await.expect(201).json();
            format!("/tickets/{}", ticket["id"].as_str().expect("a number"))
        };
        // A page waits for the exchange so shortly that a busy machine may do without it: it is looked at again.
        let beside = async |path: &str| {
            until_some("the exchange is heard beside the ticket", async || {
                let text = page(&browser, path).await.expect(200).text();
                text.contains("id=\"beside\"").then_some(text)
            })
            .await
        };
        let deposit = opened("deposit-not-credited", "I wait.").await;
        let text = beside(&deposit).await;
        assert!(text.contains("As of "), "{text}");
        assert!(text.matches("class=\"transfer\"").count() <= 3);
        // Of another matter only the transfer that it names.
        let other = opened("other", "I wait.").await;
        assert!(!page(&browser, &other).await.expect(200).text().contains("id=\"beside\""));
        let own = page(&browser, "/account").await.expect(200).text();
        let hash = own.split("class=\"fact-value\"").nth(1).expect("a transfer");
        let hash: String = hash
            .split("</bdi>")
            .next()
            .expect("its end")
            .split("<span>")
            .skip(1)
            .filter_map(|part| part.split("</span>").next())
            .collect();
        let named = opened("other", &format!("It is {hash}, please look.")).await;
        let text = beside(&named).await;
        assert_eq!(text.matches("class=\"transfer\"").count(), 1, "{hash}: {text}");
        // The page stands without the exchange.
        outage(&app, Some(BridgeError::TimedOut)).await;
        app.clock.advance(Duration::from_secs(7200));
        let text = page(&browser, &deposit).await.expect(200).text();
        assert!(text.contains("I wait.") && !text.contains("id=\"beside\""), "{text}");
        while app.step().await > 0 {}
    }
}
