//! The help centre as readers see it, without JavaScript.

use proofdesk_desk::article::actions::{Move, NewArticle, create, move_to};
use proofdesk_desk::article::reference::house::{Channel, ChannelKind};
use proofdesk_desk::article::{Audience, Kind, Status, Written};
use proofdesk_desk::bridge::BridgeError;
use proofdesk_desk::help_section;
use proofdesk_desk::sandbox::actions::{open, set_outage};
use proofdesk_desk::sandbox::{Breadth, Profile};
use proofdesk_locale::Locale;
use proofdesk_server::config::{BridgeKind, Config};
use proofdesk_server::help;
use proofdesk_testkit::{Answer, Client, Engine, Setup, TestApp, until};
use serde_json::{Value, json};

use super::form::Form;
use super::page;

/// A desk with the articles that are shipped.
async fn shipped() -> TestApp {
    let app = TestApp::sqlite().await;
    fill(&app).await;
    app
}

async fn fill(app: &TestApp) {
    let (folder, _) = help::read(&help::shipped()).expect("it is sound");
    let mut cx = app.operator();
    help::import(app.desk(), &mut cx, app.brand_id, &folder).await.expect("it goes in");
}

async fn read(browser: &Client, path: &str) -> String {
    page(browser, path).await.expect(200).text()
}

async fn with_tag(browser: &Client, path: &str, tag: &str) -> Answer {
    browser.get(path).header("accept", "text/html").header("if-none-match", tag).send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_shipped_article_is_a_page_without_a_hole() {
    let app = shipped().await;
    let browser = app.anonymous();
    let sitemap = browser.get("/sitemap.xml").send().await.expect(200).text();
    let mapped: Vec<&str> =
        sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next()).collect();
    let is_article = |address: &&str| {
        let below = address.split("/help").nth(1).unwrap_or_default();
        below.len() > 1 && !["/sections/", "/glossary"].iter().any(|other| below.starts_with(other))
    };
    let addresses: Vec<&str> = mapped.iter().copied().filter(is_article).collect();
    assert_eq!(addresses.len(), 140);
    // The first page, the eight sections and the glossary in every language, and each term in its own.
    assert!(mapped.len() > 140 + 10 + 80 + 10, "{}", mapped.len());
    for path in ["/ar/help", "/ja/help/sections/security", "/tr/help/glossary"] {
        let address = mapped.iter().find(|address| address.ends_with(path)).expect(path);
        let shown = read(&browser, path).await;
        assert!(shown.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{path}");
        // What the map says of other languages is what the page says.
        let line = sitemap.lines().find(|line| line.contains(&format!("<loc>{address}</loc>")));
        let links = |text: &str| text.matches("hreflang=\"").count();
        assert_eq!(links(line.expect("a line")), links(&shown), "{path}");
    }
    assert!(mapped.iter().any(|address| address.ends_with("/vi/help/glossary/memo")));
    // All of it is one part; there is no other.
    assert_eq!(browser.get("/sitemap.xml?part=1").send().await.expect(200).text(), sitemap);
    for part in ["0", "2", "-1", "9223372036854775807"] {
        let address = format!("/sitemap.xml?part={part}");
        browser.get(&address).send().await.expect(404);
    }
    for address in addresses {
        let path = address.splitn(4, '/').nth(3).map(|rest| format!("/{rest}")).expect("a path");
        let shown = read(&browser, &path).await;
        for wrong in ["{{", "/~ref/", "help-col-", "⟨"] {
            assert!(!shown.contains(wrong), "{wrong} in {path}");
        }
        assert!(shown.len() < 50_000, "{path} weighs {}", shown.len());
        let lang = path.split('/').nth(1).expect("a language");
        let dir = if lang == "ar" { "rtl" } else { "ltr" };
        assert!(shown.contains(&format!("<html lang=\"{lang}\" dir=\"{dir}\">")), "{path}");
        assert!(shown.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{path}");
        let line = sitemap.lines().find(|line| line.contains(&format!("<loc>{address}</loc>")));
        let links = |text: &str| text.matches("hreflang=\"").count();
        assert_eq!(links(line.expect("a line")), links(&shown), "{path}");
        let data = structured(&shown);
        assert_eq!(data[0]["@type"], "Article", "{path}");
        let crumbs = data[1]["itemListElement"].as_array().expect("crumbs");
        let places: Vec<_> = crumbs.iter().map(|crumb| crumb["position"].as_u64()).collect();
        assert_eq!(places, [Some(1), Some(2), Some(3)], "{path}");
        let leads = |at: usize| crumbs.get(at).and_then(|crumb| crumb["item"].as_str());
        assert!(leads(0).is_some_and(|to| to.ends_with(&format!("/{lang}/help"))), "{path}");
        let section = format!("/{lang}/help/sections/");
        assert!(leads(1).is_some_and(|to| to.contains(&section)), "{path}");
        assert_eq!(leads(2), Some(address));
    }
}

/// What a page says to machines.
fn structured(page: &str) -> Value {
    let data = page.split("<script type=\"application/ld+json\">").nth(1);
    let data = data.and_then(|rest| rest.split("</script>").next()).expect("structured data");
    serde_json::from_str(data).expect("JSON")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_finds_an_article_in_their_language_or_is_told_which_it_is() {
    let app = shipped().await;
    let browser = app.anonymous();
    assert_eq!(
        browser
            .get("/help")
            .header("accept-language", "ar")
            .send()
            .await
            .expect(303)
            .header("location"),
        "/ar/help"
    );
    let home = read(&browser, "/ar/help").await;
    assert!(
        home.contains("dir=\"rtl\"") && home.contains("/ar/help/sections/deposits-withdrawals")
    );
    let section = read(&browser, "/zh-Hans/help/sections/security").await;
    assert!(section.contains("/zh-Hans/help/account-taken"), "{section}");
    let own = read(&browser, "/ar/help/missing-memo").await;
    assert!(own.contains("<article class=\"article\" lang=\"ar\" dir=\"rtl\">"));
    for lang in ["en", "zh-Hans", "ar", "x-default"] {
        assert!(own.contains(&format!("hreflang=\"{lang}\"")), "{lang}");
    }
    // Fees are written in two languages; whoever reads Arabic is told that this is English.
    let other = read(&browser, "/ar/help/fees-and-limits").await;
    assert!(other.contains("<article class=\"article\" lang=\"en\" dir=\"ltr\">"), "{other}");
    assert!(other.contains("العربية") && other.contains("English") && other.contains("noindex"));
    let near = read(&browser, "/zh-Hant/help/fees-and-limits").await;
    assert!(near.contains("<article class=\"article\" lang=\"zh-Hans\""));
    // Terms are explained where they are mentioned first, and on pages of their own.
    assert!(own.contains("class=\"term\" href=\"/ar/help/glossary/"), "{own}");
    let terms = read(&browser, "/ja/help/glossary").await;
    assert!(terms.contains("/ja/help/glossary/memo"));
    assert!(read(&browser, "/vi/help/glossary/memo").await.contains("DefinedTerm"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tree_leads_step_by_step_to_a_form() {
    let app = shipped().await;
    let browser = app.anonymous();
    let tree = read(&browser, "/en/help/deposit-not-arrived").await;
    for step in ["start", "not-found", "write"] {
        assert!(tree.contains(&format!("<section class=\"step prose\" id=\"{step}\"")), "{step}");
    }
    assert!(
        tree.contains("href=\"#not-sent\"")
            && tree.contains("href=\"/tickets/new/deposit-not-credited\"")
    );
    assert!(tree.contains("href=\"/en/help/wrong-network\""));
    // Whoever looks for the way to us meets it before anything is written.
    let reach = read(&browser, "/reach?category=deposit-not-credited").await;
    assert!(reach.contains("href=\"/en/help/deposit-not-arrived\""), "{reach}");
    // Every anchor that a step leads to is there.
    for anchor in tree.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(tree.contains(&format!("id=\"{anchor}\"")), "#{anchor}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_exchange_tells_stands_in_articles() {
    let sandbox = |config: &mut Config| config.bridge.kind = BridgeKind::Sandbox;
    let app = Setup::on(Engine::Sqlite).config(sandbox).start().await;
    fill(&app).await;
    let browser = app.anonymous();
    let networks = read(&browser, "/zh-Hans/help/networks-and-confirmations").await;
    for told in ["XRPL", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "暂停充值", "<td>19</td>"] {
        assert!(networks.contains(told), "{told}");
    }
    // With the few coins of the sandbox there is room for as many lines as an article ever shows.
    assert!(networks.len() < 40_000, "{}", networks.len());
    assert!(!networks.contains("/help/tables/"), "it is whole");
    // Each long table has a page of its own, in every language and without JavaScript.
    for (path, told) in [
        ("/en/help/tables/networks", "XRPL"),
        ("/ar/help/tables/withdrawal_fees", "DOGECOIN"),
        ("/ja/help/tables/contracts", "BTC-USDT-PERP"),
        ("/zh-Hant/help/tables/margin_interest", "USDT"),
    ] {
        let shown = read(&browser, path).await;
        assert!(shown.contains(told) && shown.contains("class=\"as-of\""), "{path}: {shown}");
        assert!(shown.contains("hreflang=\"x-default\"") && !shown.contains("noindex"), "{path}");
        assert!(!shown.contains("help-table-"), "{path}: {shown}");
    }
    let found = read(&browser, "/en/help/tables/networks?q=usdt+tron").await;
    assert_eq!(found.matches("<tr>").count(), 2, "{found}");
    assert!(found.contains("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t") && found.contains("noindex"));
    let none = read(&browser, "/en/help/tables/networks?q=%22%3E%3Cscript%3E").await;
    assert!(!none.contains("<table") && !none.contains("\"><script>"), "{none}");
    let beyond = read(&browser, "/en/help/tables/networks?page=65535").await;
    assert!(!beyond.contains("<table") && beyond.contains("page=65534"), "{beyond}");
    for nowhere in ["/en/help/tables/fees", "/en/help/tables/%00", "/xx/help/tables/networks"] {
        page(&browser, nowhere).await.expect(404);
    }
    let fees = read(&browser, "/en/help/fees-and-limits").await;
    assert!(fees.contains("0.2%") && fees.contains("VIP 5"), "{fees}");
    let terms = read(&browser, "/en/help/dual-investment-settlement").await;
    assert!(terms.contains("08:00") && terms.contains("<th scope=\"col\">2</th>"));
    // Limits and levels, with the moment they were true, in the reader's language.
    let levels = read(&browser, "/en/help/verify-identity").await;
    assert!(
        levels.contains("10,000.00") && levels.contains("identity document, photo of your face"),
        "{levels}"
    );
    assert!(levels.contains("What the exchange tells:") && levels.contains("class=\"as-of\""));
    let levels = read(&browser, "/ko/help/verify-identity").await;
    assert!(levels.contains("이메일 주소, 신분증"), "{levels}");
    for (path, told) in [
        ("/en/help/api-keys-and-errors", "market-data"),
        ("/en/help/earn-and-staking", "6.1%"),
        (
            "/en/help/withdrawals-paused-after-changes",
            "The second factor of your account was changed",
        ),
        ("/en/help/funding-and-mark-price", "0.375%"),
        ("/en/help/liquidation-explained", "BTC-USDT-PERP"),
        ("/zh-Hans/help/futures-and-margin-basics", "维持保证金率"),
        ("/en/help/futures-and-margin-basics", "0.0012%"),
        ("/en/help/fiat-and-cards", "Example Pay"),
        ("/ar/help/dual-investment-explained", "العملة المستقرة"),
    ] {
        assert!(read(&browser, path).await.contains(told), "{path}");
    }
}

/// The text that warns of copied addresses names our own, in every language; without any it has no empty table.
#[tokio::test(flavor = "multi_thread")]
async fn our_own_addresses_stand_where_people_are_warned_of_copies() {
    let named = |config: &mut Config| {
        let channel = |brand: Option<&str>, kind, address: &str| Channel {
            brand: brand.map(str::to_owned),
            kind,
            address: address.to_owned(),
        };
        config.help.official_channels = vec![
            channel(None, ChannelKind::Site, "www.acme.example"),
            channel(None, ChannelKind::Mail, "care@acme.example"),
            channel(Some("north"), ChannelKind::Site, "www.north.example"),
        ];
    };
    let phishing = "/en/help/impersonation-and-phishing";
    let bare = shipped().await;
    assert!(!read(&bare.anonymous(), phishing).await.contains("These addresses are ours:"));
    let app = Setup::on(Engine::Sqlite).config(named).start().await;
    fill(&app).await;
    let browser = app.anonymous();
    let shown = read(&browser, phishing).await;
    assert!(shown.contains("These addresses are ours:") && shown.contains("<td>Website</td>"));
    for lang in ["en", "zh-Hans", "zh-Hant", "ja", "ko", "ru", "es", "tr", "vi", "ar"] {
        let shown = read(&browser, &format!("/{lang}/help/impersonation-and-phishing")).await;
        for address in ["www.acme.example", "care@acme.example"] {
            let cell = format!("<bdi dir=\"ltr\"><code>{address}</code></bdi>");
            assert!(shown.contains(&cell), "{address} in {lang}");
        }
        assert!(!shown.contains("www.north.example"), "{lang}");
    }
    let arabic = read(&browser, "/ar/help/impersonation-and-phishing").await;
    assert!(arabic.contains("<td>موقع ويب</td>"), "{arabic}");
    // Nothing is configured of complaints, so nothing is said of them.
    let complaints = read(&browser, "/en/help/complaints-and-appeals").await;
    assert!(!complaints.contains("Bodies outside"), "{complaints}");
}

/// What holds for whoever reads, where they signed in by their account; nobody else meets a sentence with a hole, or somebody
/// else's figures in a page that was kept.
#[tokio::test(flavor = "multi_thread")]
async fn an_article_says_what_holds_for_its_reader() {
    let sandbox = |config: &mut Config| config.bridge.kind = BridgeKind::Sandbox;
    let app = Setup::on(Engine::Sqlite).config(sandbox).start().await;
    fill(&app).await;
    let grace = app.customer("grace").await;
    app.act(app.operator(), async |tx, cx| {
        let profile = Profile { vip_tier: 2, ..Profile::default() };
        open(tx, cx, "grace", &profile, Breadth::Everything).await
    })
    .await;
    let fees = page(&grace, "/en/help/fees-and-limits").await.expect(200);
    assert_eq!(fees.header("cache-control"), "private, no-cache");
    let fees = fees.text();
    for told in ["Your own level is VIP 2", "You yourself may"] {
        assert!(fees.contains(told), "{told} in {fees}");
    }
    let networks = "/zh-Hans/help/networks-and-confirmations";
    assert!(read(&grace, networks).await.contains("您最近一笔"));
    let anonymous = app.anonymous();
    let others = [
        read(&anonymous, "/en/help/fees-and-limits").await,
        read(&app.admin, "/en/help/fees-and-limits").await,
        read(&anonymous, networks).await,
    ];
    for others in others {
        assert!(!others.contains("Your own level") && !others.contains("您最近一笔"), "{others}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exchange_that_does_not_answer_leaves_words_in_the_place_of_figures() {
    let sandbox = |config: &mut Config| config.bridge.kind = BridgeKind::Sandbox;
    let app = Setup::on(Engine::Sqlite).config(sandbox).start().await;
    fill(&app).await;
    app.act(app.operator(), async |tx, cx| set_outage(tx, cx, Some(BridgeError::TimedOut)).await)
        .await;
    let browser = app.anonymous();
    for (path, value, table) in [
        ("/en/help/verify-identity", "(not known right now)", "this table cannot be shown"),
        ("/zh-Hans/help/verify-identity", "（暂时无法得知）", "暂时无法显示此表"),
    ] {
        let shown = read(&browser, path).await;
        assert!(shown.contains(value) && shown.contains(table), "{path}: {shown}");
    }
}

/// A search that has no index to ask is answered, says so, and is no miss.
#[tokio::test(flavor = "multi_thread")]
async fn a_search_before_the_index_is_built_says_so_and_is_not_counted() {
    let app = Setup::on(Engine::Sqlite).searching().start().await;
    fill(&app).await;
    until("the articles are in the index", async || app.is_indexed().await).await;
    let browser = app.anonymous();
    let path = "/en/help/search?q=zanzibar";
    assert!(read(&browser, path).await.contains("Nothing found for"));
    let missed = async || {
        let gaps = app.admin.get("/api/v1/help/gaps").send().await.expect(200).json();
        gaps["missed_searches"].clone()
    };
    let counted = missed().await;
    assert_eq!((&counted[0]["words"], &counted[0]["n"]), (&json!("zanzibar"), &json!(1)));
    app.desk().article_search().expect("an index").forget();
    let shown = read(&browser, path).await;
    assert!(shown.contains("Search is not ready just now"), "{shown}");
    assert!(!shown.contains("Nothing found"), "{shown}");
    // Whoever looks is led on all the same.
    assert!(shown.contains("What helps most people") && shown.contains("/en/help/"), "{shown}");
    let api = browser.get("/api/v1/help/search?q=zanzibar").send().await;
    api.refused("search-not-ready").expect(503);
    assert_eq!(missed().await, counted);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_the_same_is_not_sent_again() {
    let app = shipped().await;
    let browser = app.anonymous();
    let first = page(&browser, "/en/help/missing-memo").await.expect(200);
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with('"') && tag.len() > 20, "{tag}");
    assert_eq!(with_tag(&browser, "/en/help/missing-memo", &tag).await.status, 304);
    assert_eq!(with_tag(&browser, "/en/help/missing-memo", "\"other\"").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_reader_says_is_thanked_for_counted_and_shown_to_editors() {
    let app = shipped().await;
    let browser = app.anonymous();
    let shown = read(&browser, "/en/help/missing-memo").await;
    let path = "/en/help/missing-memo/feedback";
    let no = [("helpful", "no"), ("reason", "unclear"), ("note", "Where is the <tag>?")];
    let said = browser.call(http::Method::POST, path).form(&no).send().await.expect(303);
    let thanked = read(&browser, said.header("location")).await;
    assert!(thanked.contains("Thank you"), "{thanked}");
    Form::read(&shown, path).set("helpful", "yes").send(&browser).await.expect(303);
    let list = app.admin.get("/api/v1/articles?words=missing-memo").send().await.expect(200).json();
    let id = list["items"][0]["id"].as_str().expect("an article").to_owned();
    let told =
        app.admin.get(&format!("/api/v1/articles/{id}/feedback")).send().await.expect(200).json();
    assert_eq!(told["notes"][0]["note"], "Where is the <tag>?");
    assert_eq!(told["notes"][0]["reason"], "unclear");
}

/// A section with two articles more than one page shows, and one behind it.
async fn long_section(app: &TestApp) {
    let brand_id = app.brand_id;
    app.act(app.operator(), async move |tx, cx| {
        for (position, slug) in [(1, "fees"), (2, "late")] {
            let names = [(Locale::En, slug.to_owned())].into();
            help_section::actions::set(tx, cx, brand_id, slug, position, &names).await?;
        }
        let fees = (0..52).map(|n| (format!("fee-{n:03}"), "fees"));
        for (slug, section) in fees.chain([("late".to_owned(), "late")]) {
            let article = NewArticle {
                brand_id,
                slug,
                section: section.to_owned(),
                kind: Kind::Guide,
                audience: Audience::Public,
                min_tier: 0,
                countries: Vec::new(),
                lang: Locale::En,
                categories: Vec::new(),
                related: Vec::new(),
                review_days: 90,
                owner_id: None,
                text: Written::new("Fees", "All of them", &[], "Makers pay less.")?,
            };
            let id = create(tx, cx, &article).await?;
            move_to(tx, cx, id, Locale::En, 1, Move::to(Status::Published)).await?;
        }
        Ok(())
    })
    .await;
}

/// However many articles a section has, each stands on one of its pages, and search engines are led from each to the next. No section
/// is missing on the first page because another one is long.
#[tokio::test(flavor = "multi_thread")]
async fn a_long_section_is_read_page_by_page() {
    for app in TestApp::both().await {
        long_section(&app).await;
        let browser = app.anonymous();
        let home = read(&browser, "/ja/help").await;
        assert_eq!(home.matches("href=\"/ja/help/fee-0").count(), 6, "{home}");
        assert!(home.contains("href=\"/ja/help/late\""), "{home}");
        let (path, next) = ("/ja/help/sections/fees", "/ja/help/sections/fees?after=fee-049");
        let first = read(&browser, path).await;
        assert_eq!(first.matches("href=\"/ja/help/fee-0").count(), 50, "{first}");
        // In the head, and where people read it.
        assert_eq!(first.matches(&format!("rel=\"next\" href=\"{next}\"")).count(), 2, "{first}");
        assert!(!first.contains("rel=\"prev\"") && first.len() < 50_000, "{first}");
        let second = read(&browser, next).await;
        assert_eq!(second.matches("href=\"/ja/help/fee-0").count(), 2, "{second}");
        assert!(second.contains("href=\"/ja/help/fee-050\"") && second.contains("fee-051\""));
        assert_eq!(second.matches(&format!("rel=\"prev\" href=\"{path}\"")).count(), 2, "{second}");
        assert!(!second.contains("rel=\"next\"") && !second.contains("noindex"), "{second}");
        // Each page is itself, in every language, wherever behind the last article before it somebody asked for it.
        let canonical = |shown: &str| {
            let link = shown.split("rel=\"canonical\" href=\"").nth(1);
            link.and_then(|rest| rest.split('"').next()).map(str::to_owned)
        };
        assert!(canonical(&first).is_some_and(|link| link.ends_with(path)), "{first}");
        assert!(canonical(&second).is_some_and(|link| link.ends_with(next)), "{second}");
        for lang in Locale::ALL {
            let own = format!("/{}/help/sections/fees?after=fee-049\"", lang.code());
            assert!(second.contains(&own), "{own} in {second}");
        }
        let between = read(&browser, "/ja/help/sections/fees?after=fee-049-b").await;
        assert_eq!(canonical(&between), canonical(&second));
        for nothing in ["?after=", "?after=a", "?page=2"] {
            let shown = read(&browser, &format!("{path}{nothing}")).await;
            assert_eq!(canonical(&shown), canonical(&first), "{nothing}");
        }
        for odd in ["%00", "%22%3E%3Cscript%3E", "%E5%85%85", &"a".repeat(2_000)] {
            let answer = page_raw(&browser, &format!("{path}?after={odd}")).await;
            // What no address may hold is refused before it is looked for.
            let is_refused = odd == "%00";
            assert_eq!(answer.status == 422, is_refused, "{odd}: {}", answer.status);
            assert!(is_refused || matches!(answer.status, 200 | 303), "{odd}: {}", answer.status);
            assert!(!answer.text().contains("\"><script>"), "{odd}");
        }
        let beyond = page_raw(&browser, &format!("{path}?after=zzz")).await;
        assert_eq!((beyond.status, beyond.header("location")), (303, path));
        let sitemap = browser.get("/sitemap.xml").send().await.expect(200).text();
        assert!(sitemap.contains("/ja/help/sections/fees</loc>") && !sitemap.contains("after="));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_asked_for_a_page_comes() {
    let app = shipped().await;
    let browser = app.anonymous();
    for path in [
        "/xx/help",
        "/EN/help",
        "/en/help/%E5%85%85%E5%80%BC",
        "/zh-Hans/help/%E5%85%85%E5%80%BC/feedback",
        "/en/help/glossary/%00",
        "/en/help/..%2f..%2fetc",
        "/en/help/sections/nothing",
        "/en/help/%27%20or%201=1",
        &format!("/en/help/{}", "a".repeat(5_000)),
    ] {
        let answer = page(&browser, path).await;
        assert!((400..500).contains(&answer.status), "{path}: {}", answer.status);
    }
    // The language is part of the address, whatever the browser speaks.
    let missing = page(&browser, "/ar/help/nothing").await.expect(404).text();
    assert!(missing.contains("<html lang=\"ar\" dir=\"rtl\""), "{missing}");
}

fn new(body: &str) -> Value {
    json!({
        "slug": "script", "section": "fees", "kind": "guide", "audience": "public", "lang": "en", "review_days": 90,
        "title": "A <b>title</b>", "summary": "Short.", "body": body,
    })
}

/// An editor writes, publishes and renames; the reader follows.
#[tokio::test(flavor = "multi_thread")]
async fn an_editor_publishes_and_the_reader_sees_it() {
    for app in TestApp::both().await {
        let names = json!({ "position": 1, "names": [{ "lang": "en", "name": "Fees" }] });
        app.admin.put("/api/v1/help-sections/fees").json(&names).send().await.expect(204);
        let hostile = new(
            "## Hello\n\n<script>alert(1)</script> [x](javascript:alert(1)) {{api.docs_url}}\n\nEnd.",
        );
        let made =
            app.admin.post("/api/v1/articles").json(&hostile).send().await.expect(201).json();
        let id = made["id"].as_str().expect("an id").to_owned();
        let browser = app.anonymous();
        page(&browser, "/en/help/script").await.expect(404);
        let status = format!("/api/v1/articles/{id}/texts/en/status");
        let there = json!({ "status": "published" });
        app.admin.put(&status).if_match(1).json(&there).send().await.expect(200);
        let shown = read(&browser, "/en/help/script").await;
        // What looks like HTML is words, and words are all that is left of it.
        assert!(shown.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{shown}");
        assert!(!shown.contains("<script>alert") && !shown.contains("=\"javascript:"), "{shown}");
        assert!(shown.contains("<p>End.</p>") && !shown.contains("<b>title</b>"));
        // The old address goes on leading there.
        let rename = json!({ "slug": "scripts" });
        let path = format!("/api/v1/articles/{id}");
        app.admin.patch(&path).if_match(1).json(&rename).send().await.expect(200);
        let moved = page_raw(&browser, "/en/help/script").await;
        assert_eq!((moved.status, moved.header("location")), (308, "/en/help/scripts"));
        // Two who write at once are both told.
        let text = json!({ "title": "Hello", "summary": "Short.", "body": "Second." });
        let save = format!("/api/v1/articles/{id}/texts/en");
        app.admin.put(&save).if_match(2).json(&text).send().await.expect(200);
        let late = app.admin.put(&save).if_match(2).json(&text).send().await.expect(412);
        assert_eq!(late.code(), "version-conflict");
        // Two megabytes are refused with words, and so is a name in Chinese.
        let book = new(&"long ".repeat(400_000));
        let refused = app.admin.post("/api/v1/articles").json(&book).send().await;
        assert!(matches!(refused.status, 413 | 422), "{}", refused.status);
        let mut chinese = new("Text");
        chinese["slug"] = json!("充值");
        app.admin.post("/api/v1/articles").json(&chinese).send().await.expect(422);
        let sections = app.admin.delete("/api/v1/help-sections/fees").send().await.expect(409);
        assert_eq!(sections.code(), "section-in-use");
    }
}

async fn page_raw(browser: &Client, path: &str) -> Answer {
    browser.get(path).header("accept", "text/html").send().await
}
