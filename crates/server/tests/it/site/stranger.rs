//! A way in without a session: written, answered by the mailed link, and what somebody hostile makes of it.

use proofdesk_desk::id::{PublicId, TicketLinkId};
use proofdesk_desk::notification::{self, Channel};
use proofdesk_desk::{limits, ticket_link};
use proofdesk_testkit::{Client, TestApp};
use serde_json::{Value, json};

use super::form::Form;
use super::{after, page};

const EVE: &str = "eve@example.net";

async fn open_mail(app: &TestApp) {
    app.act(app.operator(), async |tx, cx| {
        notification::actions::set_road(tx, cx, Channel::Mail, Some("desk.test")).await
    })
    .await;
}

/// Nothing is mailed for real: the road is closed before the waiting mails are looked at.
async fn settle(app: &TestApp) {
    app.act(app.operator(), async |tx, cx| {
        notification::actions::set_road(tx, cx, Channel::Mail, None).await
    })
    .await;
    app.step().await;
}

/// The form of a category, filled in as far as it must be.
async fn form(browser: &Client, slug: &str, email: &str, text: &str) -> Form {
    let path = format!("/write/{slug}");
    let shown = page(browser, &path).await.expect(200).text();
    let form = Form::read(&shown, &path).set("email", email).set("body", text);
    match slug {
        "theft" => form.set("answer-taken", "locked-out"),
        "login-or-2fa" => form.set("answer-lost", "authenticator"),
        _ => form,
    }
}

fn number_in(page: &str) -> String {
    let at = page.find("PD-").unwrap_or_else(|| panic!("no number in {page}"));
    page[at..].chars().take("PD-0000-0000-0".len()).collect()
}

/// What an agent sees of a ticket.
async fn seen(app: &TestApp, number: &str) -> Value {
    app.admin.get(&format!("/api/v1/tickets/{number}")).send().await.expect(200).json()
}

/// The link of the mail to a ticket.
async fn link(app: &TestApp, number: &str) -> String {
    let links: Vec<(TicketLinkId, PublicId)> = app
        .look(async |rx| {
            let sql =
                "select l.id, t.public_id from ticket_link l join ticket t on t.id = l.ticket_id";
            Ok(rx.query(sql, &[]).await?)
        })
        .await;
    let (id, _) = links.into_iter().find(|(_, of)| of.as_str() == number).expect("a link");
    format!("/link/{}", ticket_link::token(app.desk().keyring(), id).expect("a token"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_answered_by_its_link() {
    for app in TestApp::both().await {
        open_mail(&app).await;
        let browser = app.anonymous();
        for path in ["/", "/sign-in", "/reach?category=other", "/tickets/new/other"] {
            let shown = page(&browser, path).await.text();
            assert!(shown.contains("href=\"/write"), "{path}: {shown}");
            assert!(shown.contains("href=\"/account-taken\""), "{path}: {shown}");
        }
        let letter = form(&browser, "login-or-2fa", EVE, "My phone is gone.").await;
        let letter = letter.file("phone.txt", "text/plain", b"lost");
        let sent = letter.send(&browser).await.expect(200).text();
        let number = number_in(&sent);
        assert!(sent.contains("If the address is yours") && sent.contains("one such e-mail a day"));
        // An impatient finger makes no second ticket.
        assert_eq!(number_in(&letter.send(&browser).await.expect(200).text()), number);
        let ticket = seen(&app, &number).await;
        assert_eq!(ticket["risk"], json!("none"));
        let customer = ticket["customer"]["id"].as_str().expect("a customer").to_owned();
        let who = app.admin.get(&format!("/api/v1/customers/{customer}")).send().await;
        let who = who.expect(200).json();
        assert_eq!(who["identities"][0]["level"], json!("none"), "{who}");
        // It is no way into anything.
        page(&browser, &format!("/tickets/{number}")).await.expect(401);

        let link = link(&app, &number).await;
        let shown = page(&browser, &link).await.expect(200).text();
        let opened = Form::read(&shown, &link).send(&browser).await;
        let shown = after(&browser, opened).await;
        assert!(shown.contains("My phone is gone.") && shown.contains("phone.txt"), "{shown}");
        let path = format!("/tickets/{number}/messages");
        let reply = Form::read(&shown, &path).set("body", "I have it back.");
        assert!(after(&browser, reply.send(&browser).await).await.contains("I have it back."));
        let who = app.admin.get(&format!("/api/v1/customers/{customer}")).send().await;
        assert_eq!(who.expect(200).json()["identities"][0]["level"], json!("email"));
        // Signed in, the way in is the other one.
        let there = browser.get("/write/kyc").send().await.expect(303);
        assert_eq!(there.header("location"), "/tickets/new/kyc");
        settle(&app).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_theft_is_before_all_others_and_freezes_nothing() {
    for app in TestApp::both().await {
        open_mail(&app).await;
        let browser = app.anonymous();
        let taken = page(&browser, "/account-taken").await.expect(200).text();
        assert!(taken.contains("in this order") && taken.contains("href=\"/write/theft\""));
        let letter = form(&browser, "theft", EVE, "They are in my account").await;
        let sent = letter.send(&browser).await.expect(200).text();
        assert!(
            sent.contains("before all others") && sent.contains("freeze no account on a message")
        );
        assert!(!sent.contains("Nothing can be withdrawn"), "{sent}");
        let ticket = seen(&app, &number_in(&sent)).await;
        assert_eq!(
            (&ticket["risk"], &ticket["priority"]),
            (&json!("suspected_theft"), &json!("urgent"))
        );
        settle(&app).await;
    }
}

/// Known or not, today's first mail or not: the same page, and no second mail.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_told_of_an_address_and_nobody_is_flooded() {
    for app in TestApp::both().await {
        open_mail(&app).await;
        app.customer("grace").await;
        let browser = app.anonymous();
        let claims = app.exchange.claims("grace", app.clock.now());
        let known = claims["email"].as_str().expect("an address").to_owned();
        let mut pages = Vec::new();
        for email in [known.as_str(), EVE, EVE] {
            let sent = form(&browser, "other", email, "Hello").await.send(&browser).await;
            let sent = sent.expect(200).text();
            let number = number_in(&sent);
            pages.push(sent.replace(&number, "PD"));
            // Nothing that is the customer's is shown or given.
            let ticket = seen(&app, &number).await;
            let path =
                format!("/api/v1/customers/{}", ticket["customer"]["id"].as_str().expect("one"));
            let who = app.admin.get(&path).send().await.expect(200).json();
            assert!(
                who["identities"]
                    .as_array()
                    .expect("some")
                    .iter()
                    .all(|one| one["level"] == "none")
            );
        }
        assert_eq!(pages[0], pages[1]);
        assert_eq!(pages[1], pages[2]);
        let mut sent = 0;
        let mut refused = 0;
        for n in 0..limits::STRANGERS_FROM + 5 {
            let letter = form(&browser, "other", &format!("s{n}@example.org"), "Hello").await;
            let answer = letter.send(&browser).await;
            match answer.status {
                200 => sent += 1,
                429 => {
                    assert!(answer.text().contains("within the last hour"), "{}", answer.text());
                    assert!(
                        answer.text().contains("Hello") && !answer.header("retry-after").is_empty()
                    );
                    refused += 1;
                }
                other => panic!("{other}: {}", answer.text()),
            }
        }
        assert_eq!((sent, refused), (limits::STRANGERS_FROM - 3, 8));
        // Whoever was robbed is heard all the same.
        form(&browser, "theft", EVE, "Help").await.send(&browser).await.expect(200);
        settle(&app).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mistakes_give_the_text_back_and_files_are_few_and_small() {
    let app = TestApp::sqlite().await;
    let browser = app.anonymous();
    let path = "/write/deposit-not-credited";
    let shown = page(&browser, path).await.expect(200).text();
    // With JavaScript each text is looked at before it is sent, the answers too; without it, when it comes, as below.
    assert!(shown.matches(" data-check>").count() > 1 && shown.contains("leak-words"), "{shown}");
    let wrong = Form::read(&shown, path)
        .set("email", "eve at home")
        .set("body", "250 USDT over TRC20 <b>did not come</b>")
        .file("proof.txt", "text/plain", b"paid");
    let again = wrong.send(&browser).await.expect(422).text();
    for said in [
        "does not look like an e-mail address",
        "did not come",
        "Answer this, please.",
        "Choose your files once more",
    ] {
        assert!(again.contains(said), "{said} in {again}");
    }
    assert!(again.contains("value=\"USDT\"") && !again.contains("<b>did not"), "{again}");
    let huge = vec![b'x'; usize::try_from(limits::STRANGER_FILE_BYTES).expect("small") + 1];
    let letter = form(&browser, "other", EVE, "Look at this").await;
    let mut many = letter.clone().file("huge.txt", "text/plain", &huge);
    let refused = many.send(&browser).await.expect(422).text();
    assert!(refused.contains("huge.txt") && refused.contains("Look at this"), "{refused}");
    many = letter;
    for n in 0..=limits::STRANGER_FILES {
        many = many.file(&format!("f{n}.txt"), "text/plain", b"x");
    }
    let refused = many.send(&browser).await.expect(422).text();
    assert!(refused.contains("f3.txt"), "{refused}");
    // A secret is hidden, and what to do is said.
    let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    let letter = form(&browser, "other", EVE, phrase).await;
    let sent = letter.send(&browser).await.expect(200).text();
    assert!(!sent.contains("sausage") && sent.contains("move all your funds"), "{sent}");
    assert_eq!(seen(&app, &number_in(&sent)).await["risk"], json!("suspected_theft"));
}

/// Whoever writes for a category while it is withdrawn chooses another, and what was typed goes along.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_for_a_category_that_is_gone_goes_into_another() {
    const HASH: &str = "4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";
    let app = TestApp::sqlite().await;
    let browser = app.anonymous();
    let letter = form(&browser, "deposit-not-credited", EVE, "It has not come").await;
    let letter = letter.set("answer-tx", HASH).set("answer-platform", "okx");
    let letter = letter.file("proof.txt", "text/plain", b"paid");
    let home = page(&browser, "/").await.expect(200).text();
    let ask = Form::read(&home, "/question").set("question", "250 USDT on TRC20 have not come");
    let found = ask.send(&browser).await.expect(200).text();
    let path =
        format!("/api/v1/brands/{}/categories/deposit-not-credited/withdrawal", app.brand_id);
    app.admin.put(&path).send().await.expect(204);

    let gone = letter.send(&browser).await.expect(200).text();
    assert!(gone.contains("is no longer offered"), "{gone}");
    assert!(gone.contains("Choose your files once more"), "{gone}");
    let chosen = Form::read(&gone, "/write").set("category", "other");
    let shown = chosen.send(&browser).await.expect(200).text();
    let typed = format!("It has not come\n{HASH}</textarea>");
    assert!(shown.contains(&typed) && shown.contains(&format!("value=\"{EVE}\"")), "{shown}");
    let sent = Form::read(&shown, "/write/other").send(&browser).await.expect(200).text();
    number_in(&sent);

    let begun = Form::read(&found, "/write").set("category", "deposit-not-credited");
    let gone = begun.send(&browser).await.expect(200).text();
    assert!(!gone.contains("Choose your files once more"), "{gone}");
    let chosen = Form::read(&gone, "/write").set("category", "other");
    let shown = chosen.send(&browser).await.expect(200).text();
    assert!(shown.contains("250 USDT on TRC20 have not come"), "{shown}");
}

/// From the question box to the form, with what was typed.
#[tokio::test(flavor = "multi_thread")]
async fn a_question_becomes_a_letter() {
    let app = TestApp::sqlite().await;
    let browser = app.anonymous();
    let home = page(&browser, "/").await.expect(200).text();
    let ask = Form::read(&home, "/question").set("question", "250 USDT on TRC20 have not come");
    let found = ask.send(&browser).await.expect(200).text();
    let chosen = Form::read(&found, "/write").set("category", "deposit-not-credited");
    let shown = chosen.send(&browser).await.expect(200).text();
    assert!(shown.contains("250 USDT on TRC20") && shown.contains("value=\"USDT\""), "{shown}");
    // A category that is none leads back to the choice.
    let none = page(&browser, "/write/no-such-thing").await.expect(200).text();
    assert!(none.contains("href=\"/write/theft\""), "{none}");
}

/// The exchange's page signs in and leads back to one of our own pages, and nowhere else.
#[tokio::test(flavor = "multi_thread")]
async fn signing_in_leads_back() {
    for app in TestApp::both().await {
        let browser = app.anonymous();
        let wanted = "/tickets?after=x";
        let without = page(&browser, wanted).await.expect(401).text();
        assert!(
            without.contains("Choose “Support” there")
                && !without.contains("come back to this page")
        );
        let path = format!("/api/v1/brands/{}/sign-in-page", app.brand_id);
        let set = async |url: &str, parameter: &str| {
            let body = json!({ "url": url, "parameter": parameter });
            app.admin.put(&path).json(&body).send().await
        };
        for (url, parameter) in [
            ("http://exchange.example/support", "to"),
            ("javascript:alert(1)", "to"),
            ("https://user:pw@exchange.example/", "to"),
            ("https://exchange.example/", "a&b"),
        ] {
            set(url, parameter).await.expect(422);
        }
        set("https://exchange.example/support?app=desk", "next").await.expect(200);
        let with = page(&browser, wanted).await.expect(401).text();
        let link = "https://exchange.example/support?app=desk&#38;next=%2Ftickets%3Fafter%3Dx";
        let same = link.replace("&#38;", "&amp;");
        assert!(with.contains(link) || with.contains(&same), "{with}");
        for evil in ["/sign-in?to=//evil.example", "/sign-in?to=https://evil.example/"] {
            let shown = page(&browser, evil).await.expect(200).text();
            assert!(!shown.contains("evil.example"), "{shown}");
        }
        let shown = page(&browser, "/sign-in?to=/account").await.expect(200).text();
        assert!(shown.contains("next=%2Faccount"), "{shown}");
        app.admin.delete(&path).send().await.expect(204);
        app.admin.get(&path).send().await.expect(404);
    }
}
