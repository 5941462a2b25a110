//! A customer who is asked to prove who they are: their pages say so and how it is done, without JavaScript, until they have.

use proofdesk_desk::id::TicketLinkId;
use proofdesk_desk::notification::Channel;
use proofdesk_desk::notification::actions::set_road;
use proofdesk_desk::ticket_link;
use proofdesk_testkit::{Client, TestApp};
use serde_json::{Value, json};

use super::form::Form;
use super::{after, enter, page};

const ASKED: &str = "Please show that it is you";

async fn ask(app: &TestApp, path: &str) -> Value {
    app.admin.post(&format!("/api/v1{path}/verification")).send().await.expect(200).json()
}

async fn standing(app: &TestApp, path: &str) -> Value {
    let found = app.admin.get(&format!("/api/v1{path}/verification")).send().await;
    found.expect(200).json()["latest"]["standing"].clone()
}

async fn text(browser: &Client, path: &str) -> String {
    page(browser, path).await.expect(200).text()
}

#[tokio::test(flavor = "multi_thread")]
async fn their_ticket_says_it_until_they_sign_in_again() {
    for app in TestApp::both().await {
        let (browser, grace) = (enter(&app, "grace").await, app.customer("grace").await);
        let path = format!("/tickets/{}", app.ticket(&grace, "Where is it").await);
        let other = format!("/tickets/{}", app.ticket(&grace, "Hello again").await);
        assert!(!text(&browser, &path).await.contains(ASKED));
        ask(&app, &path).await;
        let shown = text(&browser, &path).await;
        for said in [
            ASKED,
            "Our support asks you to sign in once more.",
            "We asked you to show that it is you",
        ] {
            assert!(shown.contains(said), "{said} in {shown}");
        }
        let way = format!("href=\"/sign-in?to={}\"", path.replace('/', "%2F"));
        assert!(shown.contains(&way), "{way} in {shown}");
        assert!(!text(&browser, &other).await.contains(ASKED), "it is asked in one ticket");
        // Whoever takes it back takes it from the page.
        app.admin.delete(&format!("/api/v1{path}/verification")).send().await.expect(200);
        assert!(!text(&browser, &path).await.contains(ASKED));
        ask(&app, &path).await;
        let token = app.exchange.token("grace", app.clock.now());
        let link = format!("/exchange?token={token}&to={path}");
        let there = after(&browser, browser.get(&link).send().await).await;
        assert!(!there.contains(ASKED) && there.contains("You showed that it is you"), "{there}");
        assert_eq!(standing(&app, &path).await, "proven");
        // A closed ticket asks for nothing.
        ask(&app, &path).await;
        let statuses = app.admin.get("/api/v1/statuses").send().await.expect(200).json();
        let statuses = statuses["items"].as_array().expect("statuses").clone();
        let closed = statuses.iter().find(|status| status["category"] == "closed").expect("closed");
        let set = json!({ "status_id": closed["id"] });
        app.admin.put(&format!("/api/v1{path}/status")).json(&set).send().await.expect(200);
        assert!(!text(&browser, &path).await.contains(ASKED));
        app.step().await;
    }
}

/// The links that were mailed and are none of these.
async fn links(app: &TestApp, known: &[String]) -> Vec<String> {
    let rows: Vec<(TicketLinkId,)> =
        app.look(async |rx| Ok(rx.query("select id from ticket_link", &[]).await?)).await;
    let of =
        |id| format!("/link/{}", ticket_link::token(app.desk().keyring(), id).expect("a token"));
    rows.into_iter().map(|(id,)| of(id)).filter(|link| !known.contains(link)).collect()
}

async fn road(app: &TestApp, domain: Option<&'static str>) {
    app.act(app.operator(), async move |tx, cx| set_road(tx, cx, Channel::Mail, domain).await)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_no_account_opens_the_link_in_a_mail() {
    for app in TestApp::both().await {
        road(&app, Some("desk.test")).await;
        let new = json!({ "brand_id": app.brand_id, "email": "bea@example.net" });
        let bea = app.admin.post("/api/v1/customers").json(&new).send().await.expect(201).json();
        let new = json!({ "customer_id": bea["id"], "category": "other", "subject": "By mail", "body": "Words" });
        let ticket = app.admin.post("/api/v1/tickets").json(&new).send().await.expect(201).json();
        let path = format!("/tickets/{}", ticket["id"].as_str().expect("a number"));
        let new = json!({
            "brand_id": app.brand_id, "name": "Balance", "audience": "all", "min_level": "email",
            "texts": [{ "lang": "en", "text": "Your balance is in the account." }],
        });
        app.admin.post("/api/v1/macros").json(&new).send().await.expect(201);
        let is_allowed = async || {
            let offered = app.admin.get(&format!("/api/v1{path}/macros")).send().await;
            offered.expect(200).json()["items"][0]["is_allowed"].clone()
        };
        assert_eq!(is_allowed().await, json!(false));
        let [link]: [String; 1] = links(&app, &[]).await.try_into().expect("one link");
        let browser = app.anonymous();
        assert!(!text(&browser, &link).await.contains("Our support asked you"));
        let asked = ask(&app, &path).await;
        assert_eq!((&asked["level"], &asked["identity_kind"]), (&json!("email"), &Value::Null));
        let shown = text(&browser, &link).await;
        assert!(shown.contains("Our support asked you to show that it is you."), "{shown}");
        assert_eq!(standing(&app, &path).await, "asked", "looking proves nothing");
        let there = after(&browser, Form::read(&shown, &link).send(&browser).await).await;
        assert!(there.contains("You showed that it is you") && !there.contains(ASKED), "{there}");
        assert_eq!(
            (standing(&app, &path).await, is_allowed().await),
            (json!("proven"), json!(true))
        );
        // Asked anew, they have the link mailed once more from their page.
        ask(&app, &path).await;
        let shown = text(&browser, &path).await;
        assert!(shown.contains(ASKED) && shown.contains("by the link in our e-mail"), "{shown}");
        let form = Form::read(&shown, &format!("{path}/proof-mails"));
        let sent = after(&browser, form.send(&browser).await).await;
        assert!(sent.contains("A link is on its way to your e-mail address."), "{sent}");
        let [second]: [String; 1] =
            links(&app, std::slice::from_ref(&link)).await.try_into().expect("a second one");
        let shown = text(&browser, &second).await;
        after(&browser, Form::read(&shown, &second).send(&browser).await).await;
        assert_eq!(standing(&app, &path).await, "proven");
        // Nothing is mailed for real, and without mail no more is offered.
        road(&app, None).await;
        ask(&app, &path).await;
        let shown = text(&browser, &path).await;
        assert!(shown.contains(ASKED) && !shown.contains("proof-mails"), "{shown}");
        app.step().await;
    }
}
