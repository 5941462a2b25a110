//! The box of the start page and the words that are put into it.

use proofdesk_testkit::{Client, TestApp};

use super::form::Form;
use super::{enter, page};

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
