//! Search in the help centre as readers without JavaScript use it.

use proofdesk_server::help;
use proofdesk_testkit::{Client, Engine, Setup, TestApp, until};

use super::form::Form;
use super::{enter, page};

/// A desk with the articles that are shipped, all of them in the index.
async fn shipped() -> TestApp {
    let app = Setup::on(Engine::Sqlite).searching().start().await;
    let (folder, _) = help::read(&help::shipped()).expect("it is sound");
    let mut cx = app.operator();
    help::import(app.desk(), &mut cx, app.brand_id, &folder).await.expect("it goes in");
    until("everything is in the index", async || app.is_indexed().await).await;
    app
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

async fn search(browser: &Client, lang: &str, text: &str) -> String {
    let path = format!("/{lang}/help/search?q={}", encoded(text));
    page(browser, &path).await.expect(200).text()
}

/// The slugs of what a page shows as found, in its order.
fn found(shown: &str) -> Vec<String> {
    let Some((_, list)) = shown.split_once("<ol class=\"articles found\">") else {
        return Vec::new();
    };
    let list = list.split("</ol>").next().unwrap_or_default();
    let hrefs = list.split("<a href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    hrefs.filter_map(|href| href.rsplit('/').next()).map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_mistypes_their_trouble_finds_the_article_among_the_first_three() {
    let app = shipped().await;
    let browser = app.anonymous();
    for (lang, text, slug) in [
        ("en", "my deposit has not arived", "deposit-not-arrived"),
        ("en", "forgot the mmeo", "missing-memo"),
        ("zh-Hans", "充值一直没到帐", "deposit-not-arrived"),
        ("zh-Hans", "忘记填memo标签", "missing-memo"),
        ("zh-Hant", "充幣沒有到帳", "deposit-not-arrived"),
        ("ja", "入金が反映されない", "deposit-not-arrived"),
        ("ko", "입금이 안들어와요", "deposit-not-arrived"),
        ("ru", "депазит не пришел", "deposit-not-arrived"),
        ("es", "mi deposto no llega", "deposit-not-arrived"),
        ("tr", "yatırdıgım para gelmedi", "deposit-not-arrived"),
        ("vi", "nap tien chua den", "deposit-not-arrived"),
        ("ar", "لم يصل ايداعي", "deposit-not-arrived"),
    ] {
        let shown = search(&browser, lang, text).await;
        let found = found(&shown);
        assert!(found.iter().take(3).any(|one| one == slug), "{lang} {text}: {found:?}");
        assert!(shown.contains("<mark>"), "{lang} {text}");
        assert!(shown.len() < 50_000, "{lang} {text} weighs {}", shown.len());
        assert!(shown.contains("<meta name=\"robots\" content=\"noindex\">"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_is_narrowed_marked_and_led_on() {
    let app = shipped().await;
    let browser = app.anonymous();
    let shown = search(&browser, "en", "withdrawal").await;
    assert!(shown.contains("&amp;section=") || shown.contains("&#38;section="), "{shown}");
    let path = "/en/help/search?q=withdrawal&section=security";
    let narrowed = page(&browser, path).await.expect(200).text();
    assert!(narrowed.contains("aria-current=\"true\"") && narrowed.contains("All sections"));
    assert!(found(&narrowed).len() < found(&shown).len());
    // The fees are written in two languages only.
    let foreign = search(&browser, "ar", "maker taker").await;
    assert!(foreign.contains("class=\"mark-lang\""), "{foreign}");
    let nothing = search(&browser, "en", "zzzqqq <b>").await;
    assert!(nothing.contains("&lt;b&gt;") || nothing.contains("&#60;b&#62;"), "{nothing}");
    assert!(!nothing.contains("<b>"));
    assert!(nothing.contains("What helps most people") && nothing.contains("href=\"/reach\""));
    // Every page of the help centre has the field.
    for path in [
        "/en/help",
        "/ar/help/glossary",
        "/en/help/glossary/memo",
        "/en/help/missing-memo",
        "/en/help/sections/security",
    ] {
        let shown = page(&browser, path).await.expect(200).text();
        assert!(shown.contains("role=\"search\"") && shown.contains("name=\"q\""), "{path}");
    }
    let language = page(&browser, "/en/help/search?q=memo").await.expect(200).text();
    assert!(language.contains("name=\"back\" value=\"/en/help/search?q=memo\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_asked_a_page_comes() {
    let app = shipped().await;
    let browser = app.anonymous();
    for text in [
        "",
        " ",
        "a",
        "。",
        "?!…",
        "*",
        "\"",
        "title:memo AND (",
        "+-&&||!(){}[]^\"~*?:\\/",
        "' or 1=1 --",
        "<script>alert(1)</script>",
        "\u{202e}x",
        "İ",
        "𠮷",
        "\u{301}",
    ] {
        let shown = search(&browser, "en", text).await;
        assert!(!shown.contains("<script>alert"), "{text}");
    }
    let long = page(&browser, &format!("/en/help/search?q={}", "withdrawel+".repeat(900))).await;
    assert!(long.expect(200).text().len() < 50_000);
    for path in ["/en/help/search", "/en/help/search?section=x&q=memo", "/en/help/search?x=1"] {
        page(&browser, path).await.expect(200);
    }
    page(&browser, "/en/help/search?q=%00").await;
    page(&browser, "/xx/help/search?q=memo").await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_without_an_index_says_so_and_everything_else_works() {
    let app = TestApp::sqlite().await;
    let browser = app.anonymous();
    let shown = search(&browser, "en", "memo").await;
    assert!(shown.contains("Search is not ready just now"), "{shown}");
    let asked = [("question", "what is a memo")];
    let answered = browser.call(http::Method::POST, "/question").form(&asked).send().await;
    assert!(answered.expect(200).text().contains("what is a memo"));
}

#[tokio::test(flavor = "multi_thread")]
async fn words_lead_to_articles_first_and_evidence_does_not() {
    let app = shipped().await;
    let browser = enter(&app, "grace").await;
    let ask = async |text: &str| {
        let home = page(&browser, "/").await.expect(200).text();
        Form::read(&home, "/question").set("question", text).send(&browser).await.expect(200).text()
    };
    let answered = ask("why is my withdrawal stuck").await;
    assert!(found(&answered).contains(&"withdrawal-stuck".to_owned()), "{answered}");
    assert!(
        answered.find("articles found").expect("articles")
            < answered.find("/tickets/new").expect("a form")
    );
    let hash = "4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";
    assert_eq!(found(&ask(&format!("withdrawal {hash}")).await), [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_read_before_a_ticket_is_counted_once_and_forgotten() {
    let app = shipped().await;
    let browser = enter(&app, "grace").await;
    for slug in ["missing-memo", "deposit-not-arrived", "missing-memo"] {
        page(&browser, &format!("/en/help/{slug}")).await.expect(200);
    }
    assert_eq!(browser.cookie("read").as_deref(), Some("missing-memo.deposit-not-arrived"));
    let send = async || {
        let new = page(&browser, "/tickets/new/other/check").await.expect(200).text();
        Form::read(&new, "/tickets")
            .set("category", "other")
            .set("subject", "Memo")
            .set("body", "I forgot the memo of my deposit.")
            .send(&browser)
            .await
            .expect(303);
    };
    send().await;
    assert_eq!(browser.cookie("read").unwrap_or_default(), "");
    send().await;
    let gaps = app.admin.get("/api/v1/help/gaps").send().await.expect(200).json();
    let after = gaps["after_reading"].as_array().expect("a list").clone();
    assert_eq!(after.len(), 2, "{gaps}");
    for one in &after {
        assert_eq!((&one["n"], &one["category"]), (&1.into(), &"other".into()), "{one}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_was_begun_is_answered_before_it_is_sent() {
    let app = shipped().await;
    let browser = enter(&app, "grace").await;
    let empty = page(&browser, "/tickets/new/other/text").await.expect(200).text();
    assert_eq!(found(&empty), [""; 0]);
    let action = "/tickets/new/other/text";
    Form::read(&empty, action)
        .set("body", "I forgot the memo of my deposit.")
        .send(&browser)
        .await
        .expect(303);
    for path in [action, "/tickets/new/other/check"] {
        let shown = page(&browser, path).await.expect(200).text();
        assert!(found(&shown).contains(&"missing-memo".to_owned()), "{path}");
    }
}
