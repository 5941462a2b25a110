//! The box of the start page and the words that are put into it.

use proofdesk_testkit::{Client, TestApp};
use serde_json::json;

use super::form::Form;
use super::{after, enter, page};

const ALARM: &str = "<a class=\"alarm\" href=\"/account-taken\">";

async fn ask(browser: &Client, typed: &str) -> String {
    let home = page(browser, "/").await.expect(200).text();
    let asked = Form::read(&home, "/question").set("question", typed).send(browser).await;
    asked.expect(200).text()
}

/// The categories that are offered as fitting, in their order.
fn fitting(found: &str) -> Vec<&str> {
    let section = found.split("aria-labelledby=\"fitting\"").nth(1);
    let section = section.and_then(|rest| rest.split("</section>").next()).unwrap_or_default();
    let buttons = section.split("name=\"category\" value=\"").skip(1);
    buttons.filter_map(|rest| rest.split('"').next()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn words_find_the_form_in_any_language() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    for (typed, slug) in [
        ("somebody hacked me", "theft"),
        ("تم اختراق حسابي", "theft"),
        ("меня взломали", "theft"),
        ("tài khoản bị hack", "theft"),
        ("ハッキングされた", "theft"),
        ("لم تصل أموالي", "deposit-not-credited"),
        ("деньги не пришли", "deposit-not-credited"),
        ("BTC充值 没到账", "deposit-not-credited"),
        ("coins sent on BEP20 instead of ERC20", "wrong-network"),
        ("identity verification rejected", "kyc"),
    ] {
        let found = ask(&browser, typed).await;
        assert_eq!(fitting(&found).first(), Some(&slug), "{typed}");
        assert!(fitting(&found).len() <= 3, "{typed}");
        // Whoever may have been robbed is led to the button that stops it, before all else.
        assert_eq!(found.contains(ALARM), slug == "theft", "{typed}");
    }
    let nothing = ask(&browser, "good morning").await;
    assert!(fitting(&nothing).is_empty() && nothing.contains("value=\"theft\""), "{nothing}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_brand_does_not_offer_is_not_suggested() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let typed = "my staking rewards are missing";
    assert_eq!(fitting(&ask(&browser, typed).await).first(), Some(&"earn-and-staking"));
    let category = format!("/api/v1/brands/{}/categories/earn-and-staking", app.brand_id);
    app.admin.put(&format!("{category}/withdrawal")).send().await.expect(204);
    let found = ask(&browser, typed).await;
    assert!(!found.contains("value=\"earn-and-staking\""), "{found}");
}

/// A UID that is another account's is pointed out wherever it is written, and nothing is refused for it.
#[tokio::test(flavor = "multi_thread")]
async fn a_uid_of_another_account_is_pointed_out_without_javascript() {
    const NOT_YOURS: &str = "<p class=\"fact-problem\">This UID is not that of the account that you are signed in with.</p>";
    const NOTE_OF_CHECK: &str =
        "<li>This UID is not that of the account that you are signed in with.</li>";
    const NOTE: &str = "This UID is not that of the account that you are signed in with.</span>";
    for app in TestApp::both().await {
        let (own, foreign) = ("My UID is AB12cd34EF56gh78.", "My UID is ZZ12cd34EF56gh78.");
        let mut claims = app.exchange.claims("grace", app.clock.now());
        claims["uid"] = json!("AB12cd34EF56gh78");
        let browser = app.anonymous();
        let link = format!("/exchange?token={}&to=/tickets", app.exchange.sign(&claims));
        after(&browser, browser.get(&link).send().await).await;

        let new = page(&browser, "/tickets/new/other/check").await.expect(200).text();
        let form = Form::read(&new, "/tickets").set("category", "other");
        // A form that comes back says so before it is sent.
        let again = form.clone().set("subject", "").set("body", foreign).send(&browser).await;
        let again = again.expect(422).text();
        assert!(again.contains(NOTE_OF_CHECK), "{again}");
        let sent = form.set("subject", "Fee").set("body", foreign).send(&browser).await;
        let ticket = after(&browser, sent.clone()).await;
        assert_eq!(ticket.matches(NOT_YOURS).count(), 1, "{ticket}");

        let number = sent.header("location").split(['/', '?']).nth(2).expect("a number").to_owned();
        let action = format!("/tickets/{number}/messages");
        let reply = |typed: &str| Form::read(&ticket, &action).set("body", typed);
        let ticket = after(&browser, reply(own).send(&browser).await).await;
        assert_eq!(ticket.matches(NOT_YOURS).count(), 1, "one's own is nothing to speak of");
        assert!(!ticket.contains(NOTE), "{ticket}");
        // An empty file is refused, and the form comes back.
        let empty =
            Form::read(&ticket, &action).set("body", foreign).file("a.txt", "text/plain", b"");
        let again = empty.send(&browser).await.expect(422).text();
        assert!(again.contains(NOTE), "{again}");
        let replied = Form::read(&ticket, &action).set("body", foreign).send(&browser).await;
        let ticket = after(&browser, replied).await;
        assert_eq!(ticket.matches(NOT_YOURS).count(), 2, "{ticket}");
    }
}
