//! A ticket that somebody else opened for a customer: nothing on their pages says that they wrote.

use std::time::Duration;

use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Client, Customer, NewMember, TestApp};
use serde_json::json;

use super::{enter, page};

const RECEIVED: &str = "We received your message";
const OPENED: &str = "We opened this ticket for you";

/// A ticket that a member or their program opens for a customer.
async fn opened(by: &Client, customer: &Customer, subject: &str) -> String {
    let new = json!({
        "customer_id": customer.id, "category": "other", "subject": subject,
        "body": "As you asked on the telephone.",
    });
    let made = by.post("/api/v1/tickets").json(&new).send().await.expect(201).json();
    made["id"].as_str().expect("a number").to_owned()
}

async fn write(by: &Client, number: &str, body: &str) {
    let path = format!("/api/v1/tickets/{number}/messages");
    by.post(&path).json(&json!({ "body": body })).send().await.expect(201);
}

/// A page without the marks that keep directions apart.
async fn text(browser: &Client, path: &str) -> String {
    let text = page(browser, path).await.expect(200).text();
    text.replace(['\u{2068}', '\u{2069}'], "")
}

#[tokio::test(flavor = "multi_thread")]
async fn its_steps_say_who_began_and_answer_nobody_who_did_not_ask() {
    for app in TestApp::both().await {
        let (browser, grace) = (enter(&app, "grace").await, app.customer("grace").await);
        let mina =
            app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id)).await;
        let own = app.ticket(&grace, "Where is it").await.to_string();
        let number = opened(&mina, &grace, "Your fees").await;
        let path = format!("/tickets/{number}");
        let begun = text(&browser, &path).await;
        assert!(begun.contains(OPENED) && !begun.contains(RECEIVED), "{begun}");
        // Its first words are that step, and no second one.
        assert!(!begun.contains("mina answered") && !begun.contains("mina wrote"), "{begun}");
        write(&mina, &number, "The second page of it.").await;
        write(&mina, &own, "We look into it.").await;
        let told = text(&browser, &path).await;
        assert!(told.contains("mina wrote to you") && !told.contains("mina answered"), "{told}");
        let theirs = text(&browser, &format!("/tickets/{own}")).await;
        assert!(theirs.contains(RECEIVED) && theirs.contains("mina answered"), "{theirs}");
        assert!(!theirs.contains(OPENED) && !theirs.contains("mina wrote"), "{theirs}");
        // So does the list of what they were told.
        let notices = text(&browser, "/notifications").await;
        for (notice, times) in [("New message", 1), ("New answer", 1)] {
            assert_eq!(notices.matches(notice).count(), times, "{notice} in {notices}");
        }
        write(&grace, &number, "What is the third fee?").await;
        write(&mina, &number, "That of the network.").await;
        let asked = text(&browser, &path).await;
        for step in [OPENED, "mina wrote to you", "mina answered"] {
            assert!(asked.contains(step), "{step} in {asked}");
        }
    }
}

/// Nobody knows whose words a program brings: it is said that the ticket was opened for them, and not that they wrote.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_program_of_staff_opened_is_not_said_to_be_their_message() {
    for app in TestApp::both().await {
        let (browser, grace) = (enter(&app, "grace").await, app.customer("grace").await);
        let expires_at = (app.clock.now() + Duration::from_secs(3600)).to_string();
        let scopes = ["ticket.create", "ticket.read"];
        let new = json!({ "name": "chat", "scopes": scopes, "expires_at": expires_at });
        let made = app.admin.post("/api/v1/api-tokens").json(&new).send().await.expect(201).json();
        let program = Client::bearer(app.address(), made["token"].as_str().expect("a secret"));
        let number = opened(&program, &grace, "From the chat").await;
        let shown = text(&browser, &format!("/tickets/{number}")).await;
        assert!(shown.contains(OPENED) && !shown.contains(RECEIVED), "{shown}");
        // What they take away names them as the author of what they wrote themselves, and of nothing else.
        let own = app.ticket(&grace, "Where is it").await.to_string();
        app.step().await;
        for (number, is_theirs) in [(&number, false), (&own, true)] {
            let path = format!("/api/v1/me/tickets/{number}/transcript.html?lang=en");
            let taken = browser.get(&path).send().await.expect(200).text();
            assert_eq!(taken.contains("<strong>Customer</strong>"), is_theirs, "{taken}");
        }
        let notices = text(&browser, "/notifications").await;
        assert!(notices.contains("We opened a ticket for you"), "{notices}");
        assert!(!notices.contains("We have your message"), "{notices}");
    }
}
