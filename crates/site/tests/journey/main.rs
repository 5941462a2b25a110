//! A customer's way through the pages, without JavaScript: what a browser sends, and what it gets.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests fail by panicking")]

mod fixture;

use axum::http::StatusCode;
use fixture::{Answer, Browser, Part, Site};
use proofdesk_desk::limits;

/// The last page of a new ticket, of a category that asks nothing.
const CHECK: &str = "/tickets/new/other/check";
const BODY: &str = "I sent 1,250.50 USDT at 11:52 UTC.\n\nIt is <b>not</b> there.";

fn ticket_parts<'a>(category: &'a str, subject: &'a str, body: &'a str) -> Vec<Part<'a>> {
    vec![Part::text("category", category), Part::text("subject", subject), Part::text("body", body)]
}

async fn open_ticket(browser: &mut Browser, subject: &str) -> String {
    let parts = ticket_parts("other", subject, BODY);
    let answer = browser.send(CHECK, "/tickets", &parts).await;
    answer.ticket_number()
}

#[tokio::test]
async fn anonymous_visitors_learn_how_to_sign_in() {
    let site = Site::new().await;
    let mut browser = site.browser();
    let home = browser.get("/").await;
    assert_eq!(home.status, StatusCode::OK);
    assert!(home.text.contains("Support has no password of its own"));
    for path in ["/tickets", "/tickets/new", "/tickets/PD-0000-0000-0"] {
        let refused = browser.get(path).await;
        assert_eq!(refused.status, StatusCode::UNAUTHORIZED, "{path}");
        assert!(refused.text.contains("Sign in to see this page."), "{path}");
    }
    let nothing = browser.get("/no-such-page").await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    assert!(
        nothing.text.contains("This page does not exist")
            && nothing.text.contains("Request number")
    );
}

#[tokio::test]
async fn a_ticket_lives_from_the_first_word_to_the_solution() {
    let site = Site::new().await;
    let mut ada = site.signed_in("ada").await;
    assert!(ada.get("/").await.text.contains("Hello, \u{2068}Ada\u{2069}"));
    assert!(ada.get("/tickets").await.text.contains("You have no tickets"));

    let number = open_ticket(&mut ada, "Deposit has not arrived").await;
    let page = ada.get(&format!("/tickets/{number}?notice=ticket-sent")).await;
    assert!(
        page.text.contains("We have your message") && page.text.contains("We are working on it")
    );
    assert!(page.text.contains("<p>It is &lt;b&gt;not&lt;/b&gt; there.</p>"), "{}", page.text);
    assert!(ada.get("/tickets").await.text.contains("Deposit has not arrived"));
    assert!(ada.get("/").await.text.contains("Deposit has not arrived"));

    let (at, to) = (format!("/tickets/{number}"), format!("/tickets/{number}/messages"));
    let sent = ada.send(&at, &to, &[Part::text("body", "It was on Tron.")]).await;
    assert_eq!(sent.location(), format!("/tickets/{number}?notice=reply-sent"));
    assert!(ada.get(&at).await.text.contains("<p>It was on Tron.</p>"));

    let solved = ada.press(&at, &format!("/tickets/{number}/solution")).await;
    let page = ada.get(solved.location()).await;
    assert!(page.text.contains("Solved. Tell us if it is not"));
    assert!(page.text.contains("Marked as solved"));
    let reopened = ada.press(&at, &format!("/tickets/{number}/reopening")).await;
    assert!(ada.get(reopened.location()).await.text.contains("Opened again"));
}

#[tokio::test]
async fn every_mistake_is_said_at_once_and_nothing_typed_is_lost() {
    let site = Site::new().await;
    let mut ada = site.signed_in("ada").await;
    let mut parts = ticket_parts("", " ", "It was there <yesterday>.");
    parts.push(Part::file("status.png", b"\x89PNG\r\n\x1a\n-and-so-on"));
    parts.push(Part::file("empty.txt", b""));
    let answer = ada.send(CHECK, "/tickets", &parts).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("<title>Error: "));
    for (sentence, times) in [
        ("Choose what it is about.", 2),
        ("Write a subject, in a few words.", 2),
        // The third is for the script to say.
        ("This file is empty", 3),
    ] {
        assert_eq!(answer.text.matches(sentence).count(), times, "{sentence}");
    }
    assert!(answer.text.contains("It was there &#60;yesterday&#62;."), "{}", answer.text);

    // The file that arrived is ticked already; only the answers are put right.
    let kept = answer.value_of("file").expect("the uploaded file is kept");
    let mut parts = ticket_parts("other", "Money is gone", "It was there <yesterday>.");
    parts.push(Part::text("file", &kept));
    let number = ada.send_again(&answer, "/tickets", &parts).await.ticket_number();
    let page = ada.get(&format!("/tickets/{number}")).await;
    assert!(page.text.contains("status.png"));
    let file = ada.get(&format!("/attachments/{kept}")).await;
    assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, "image/png"));

    let subject = "x".repeat(201);
    let long = ticket_parts("other", &subject, "y");
    let answer = ada.send(CHECK, "/tickets", &long).await;
    assert!(
        answer.text.contains("The subject is too long: at most \u{2068}200\u{2069} characters.")
    );
}

#[tokio::test]
async fn pressing_twice_sends_once_and_a_changed_text_is_another_message() {
    let site = Site::new().await;
    let mut ada = site.signed_in("ada").await;
    let form = ada.get(CHECK).await;
    let parts = ticket_parts("other", "Fee", "Why?");
    let first = ada.send_again(&form, "/tickets", &parts).await.ticket_number();
    let second = ada.send_again(&form, "/tickets", &parts).await.ticket_number();
    assert_eq!(first, second);
    let changed = ticket_parts("other", "Fee", "Why so much?");
    assert_ne!(first, ada.send_again(&form, "/tickets", &changed).await.ticket_number());

    let at = format!("/tickets/{first}");
    let form = ada.get(&at).await;
    let reply = [Part::text("body", "Hello?")];
    for _ in 0..2 {
        ada.send_again(&form, &format!("{at}/messages"), &reply).await;
    }
    assert_eq!(ada.get(&at).await.text.matches("<p>Hello?</p>").count(), 1);
}

#[tokio::test]
async fn an_empty_reply_is_refused_and_files_alone_are_one() {
    let site = Site::new().await;
    let mut ada = site.signed_in("ada").await;
    let number = open_ticket(&mut ada, "Deposit").await;
    let (at, to) = (format!("/tickets/{number}"), format!("/tickets/{number}/messages"));
    let answer = ada.send(&at, &to, &[Part::text("body", " \n")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("Write a reply, or choose a file."));
    let parts = [Part::text("body", ""), Part::file("../../a<b>.log", b"10:00 error 4006\n")];
    assert_eq!(ada.send(&at, &to, &parts).await.status, StatusCode::SEE_OTHER);
    let page = ada.get(&at).await;
    assert!(page.text.contains("a_b_.log"), "{}", page.text);
}

/// A form is bounded by its parts too: millions of empty ones fit into the bytes of the files that a form may bring.
#[tokio::test]
async fn a_form_of_parts_without_end_is_not_kept() {
    let site = Site::new().await;
    let mut ada = site.signed_in("ada").await;
    let most = limits::FORM_FILES_REFUSED;
    let names: Vec<String> = (0..=most).map(|n| format!("nothing-{n}.txt")).collect();
    let mut parts = ticket_parts("other", "Fee", "Why so much?");
    parts.extend(names.iter().map(|name| Part::file(name, b"")));
    let answer = ada.send(CHECK, "/tickets", &parts).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains(&format!("nothing-{}.txt", most - 1)), "{}", answer.text);
    assert!(!answer.text.contains(&format!("nothing-{most}.txt")), "{}", answer.text);

    let mut parts = ticket_parts("other", "Fee", "Why so much?");
    parts.extend(vec![Part::text("answer", ""); limits::FORM_PARTS]);
    let answer = ada.send(CHECK, "/tickets", &parts).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.text.contains("Why so much?"), "{}", answer.text);

    let mut parts = ticket_parts("other", "Fee", "Why so much?");
    let name = "n".repeat(limits::FORM_HEAD_BYTES);
    parts.push(Part::text(&name, ""));
    let answer = ada.send(CHECK, "/tickets", &parts).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(ada.get("/tickets").await.text.contains("You have no tickets"));
}

/// A file to be verified lies in memory, so only so many may come at once, however slowly they do. No other test here sends one.
#[tokio::test]
async fn only_so_many_files_to_verify_are_held() {
    let site = Site::new().await;
    let mut browser = site.browser();
    let mut begun = Vec::new();
    for _ in 0..limits::TRANSCRIPTS_HELD {
        begun.push(browser.begin("/verify", "transcript").await);
    }
    let file = [Part::text("transcript", "{}")];
    let refused = browser.send_raw("/verify", &file, None).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE, "{}", refused.text);
    for task in begun {
        task.abort();
        drop(task.await);
    }
    let answer = browser.send_raw("/verify", &file, None).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
}

#[tokio::test]
async fn a_secret_in_a_text_file_is_told_as_one_in_the_text() {
    let site = Site::new().await;
    let mut ada = site.signed_in("ada").await;
    let mut parts = ticket_parts("other", "Help", "My wallet is empty. The file has everything.");
    let phrase = b"legal winner thank year wave sausage worth useful legal winner thank yellow\n";
    parts.push(Part::file("wallet.txt", phrase));
    let number = ada.send(CHECK, "/tickets", &parts).await.ticket_number();
    let page = ada.get(&format!("/tickets/{number}")).await.text;
    assert!(page.contains("We hid secrets in this file."));
    assert!(page.contains("move all your funds to a new wallet now"));
}

#[tokio::test]
async fn nobody_sees_another_customers_things() {
    let site = Site::new().await;
    let mut ada = site.signed_in("ada").await;
    let mut parts = ticket_parts("other", "My passport", BODY);
    parts.push(Part::file("passport.png", b"\x89PNG\r\n\x1a\n-and-so-on"));
    let number = ada.send(CHECK, "/tickets", &parts).await.ticket_number();
    let at = format!("/tickets/{number}");
    let page = ada.get(&at).await;
    let file = page.href_of("/attachments/").expect("the file has a link");
    assert_eq!(ada.get(&file).await.status, StatusCode::OK);

    let mut eve = site.signed_in("eve").await;
    for path in [at.as_str(), file.as_str()] {
        let refused = eve.get(path).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!refused.text.contains("passport"), "{path}");
    }
    let message = [Part::text("body", "let me in")];
    let refused = eve.send(CHECK, &format!("{at}/messages"), &message).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    let refused = eve.press("/", &format!("{at}/solution")).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert!(site.browser().get(&file).await.status == StatusCode::UNAUTHORIZED);
    // Nor can a file that somebody else uploaded be attached.
    let id = file.trim_start_matches("/attachments/");
    let mut stolen = ticket_parts("other", "Mine", "Look");
    stolen.push(Part::text("file", id));
    let number = eve.send(CHECK, "/tickets", &stolen).await.ticket_number();
    assert!(!eve.get(&format!("/tickets/{number}")).await.text.contains("passport"));
}

#[tokio::test]
async fn forms_of_other_sites_do_nothing() {
    let site = Site::new().await;
    let mut ada = site.signed_in("ada").await;
    let parts = ticket_parts("other", "Fee", "Why?");
    let forged = ada.send_raw("/tickets", &parts, None).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    // The token behind the other parts does not help: nothing is believed before it.
    let csrf = ada.csrf().await;
    let late = [&parts[..], &[Part::text("csrf", &csrf)]].concat();
    assert_eq!(ada.send_raw("/tickets", &late, None).await.status, StatusCode::FORBIDDEN);
    // What was typed comes back all the same, wherever in the form a file stands.
    let mut old = vec![Part::text("csrf", "00")];
    old.extend(ticket_parts("other", "Fee", "Why so much?"));
    old.extend([Part::file("a.txt", b"x"), Part::text("answer", "Since Tuesday.")]);
    let refused = ada.send_raw("/tickets", &old, None).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    for typed in ["Why so much?", "Since Tuesday."] {
        assert!(refused.text.contains(typed), "{}", refused.text);
    }
    let forged = ada.post("/sign-out", "csrf=00", None).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    let body = format!("csrf={}", ada.csrf().await);
    let elsewhere = ada.post("/sign-out", &body, Some("https://evil.example")).await;
    assert_eq!(elsewhere.status, StatusCode::FORBIDDEN);
    assert!(ada.get("/tickets").await.text.contains("You have no tickets"));
}

#[tokio::test]
async fn a_token_opens_once_and_another_account_asks_first() {
    let site = Site::new().await;
    let token = site.token("ada").await;
    let mut browser = site.browser();
    let entered = browser.get(&format!("/exchange?token={token}&to=/tickets")).await;
    assert_eq!((entered.status, entered.location()), (StatusCode::SEE_OTHER, "/tickets"));
    let again = site.browser().get(&format!("/exchange?token={token}")).await;
    assert_eq!(again.status, StatusCode::UNAUTHORIZED);
    assert!(again.text.contains("has been used already"), "{}", again.text);
    let damaged = site.browser().get("/exchange?token=nonsense").await;
    assert!(damaged.text.contains("The sign-in token is damaged"));

    let other = site.token("eve").await;
    let question = browser.get(&format!("/exchange?token={other}&to=//evil.example")).await;
    assert!(question.text.contains("belongs to another account"));
    let body =
        format!("csrf={}&token={other}&to=//evil.example", question.value_of("csrf").unwrap());
    let changed = browser.post("/exchange", &body, None).await;
    assert_eq!(changed.location(), "/", "{}", changed.text);
    assert!(browser.get("/").await.text.contains("Hello, \u{2068}Eve\u{2069}"));
    // The same account again is no question.
    let same = site.token("eve").await;
    assert_eq!(browser.get(&format!("/exchange?token={same}")).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_development_page_signs_demo_customers_in() {
    let site = Site::new().await;
    site.signed_in("ada").await;
    let mut browser = site.browser();
    let page = browser.get("/development").await;
    assert!(page.text.contains("Sign in as \u{2068}Ada\u{2069}"));
    let signed = browser.post("/development", "customer=acct-ada", None).await;
    assert!(signed.location().starts_with("/exchange?token="));
    browser.get(signed.location()).await;
    assert!(browser.get("/").await.text.contains("Hello, \u{2068}Ada\u{2069}"));

    let site = Site::in_production().await;
    for answer in [
        site.browser().get("/development").await,
        site.browser().post("/development", "customer=acct-ada", None).await,
    ] {
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_language_is_chosen_once_and_followed() {
    let site = Site::new().await;
    let mut ada = site.signed_in("ada").await;
    let body = format!("csrf={}&locale=zh-Hans&back=/tickets", ada.csrf().await);
    let chosen = ada.post("/language", &body, None).await;
    assert_eq!(chosen.location(), "/tickets");
    assert!(ada.get("/tickets").await.text.contains("<html lang=\"zh-Hans\" dir=\"ltr\">"));
    // On another device the account's choice holds.
    assert!(site.signed_in("ada").await.get("/").await.text.contains("lang=\"zh-Hans\""));
    let body = format!("csrf={}&locale=klingon&back=/", ada.csrf().await);
    assert_eq!(ada.post("/language", &body, None).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let site = Site::new().await;
    let mut ada = site.signed_in("ada").await;
    let mut elsewhere = ada.clone();
    let left = ada.press("/", "/sign-out").await;
    assert!(ada.get(left.location()).await.text.contains("You are signed out."));
    let stale: Answer = elsewhere.get("/tickets").await;
    assert_eq!(stale.status, StatusCode::UNAUTHORIZED);
    assert!(stale.text.contains("Your session has ended"));
}

#[tokio::test]
async fn files_of_the_site_are_kept_for_ever() {
    let site = Site::new().await;
    let mut browser = site.browser();
    let home = browser.get("/").await;
    for opening in ["/assets/site.", "/assets/icon."] {
        let path = home.href_of(opening).expect("the page has its files");
        let file = browser.get(&path).await;
        assert_eq!(file.status, StatusCode::OK, "{path}");
        assert!(file.header("cache-control").contains("immutable"), "{path}");
    }
    assert_eq!(browser.get("/assets/site.css").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn odd_numbers_and_cursors_get_clear_answers() {
    let site = Site::new().await;
    let mut ada = site.signed_in("ada").await;
    let number = open_ticket(&mut ada, "Deposit").await;
    for (path, status) in [
        ("/tickets/PD-0000-0000-1", StatusCode::NOT_FOUND),
        ("/tickets/%00", StatusCode::NOT_FOUND),
        ("/tickets/%ff", StatusCode::NOT_FOUND),
        ("/tickets?after=x", StatusCode::BAD_REQUEST),
        ("/attachments/x", StatusCode::NOT_FOUND),
        ("/tickets/new?category=%3Cscript%3E", StatusCode::OK),
        ("/?notice=nonsense&utm_source=mail", StatusCode::OK),
    ] {
        assert_eq!(ada.get(path).await.status, status, "{path}");
    }
    for query in ["before=-5", "before=0", "before=1", "before=99999"] {
        let page = ada.get(&format!("/tickets/{number}?{query}")).await;
        assert_eq!(page.status, StatusCode::OK, "{query}");
    }
}

/// A page that a mistake drew again has the address of its form; opening that address once more sends nothing.
#[tokio::test]
async fn the_address_of_a_form_leads_back_to_its_page() {
    let site = Site::new().await;
    let mut ada = site.signed_in("ada").await;
    let number = open_ticket(&mut ada, "Deposit has not arrived").await;
    for path in ["/question", "/language", &format!("/tickets/{number}/messages")] {
        let shown = ada.get(path).await;
        assert_eq!(shown.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
        assert!(shown.text.contains("This address only takes what is sent from a form."), "{path}");
        assert!(!shown.text.contains("documentation"), "{path}");
    }
}

#[tokio::test]
async fn a_secret_is_named_and_its_owner_told_what_to_do() {
    let site = Site::new().await;
    let mut ada = site.signed_in("ada").await;
    let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    let body = format!("My words are {phrase} and I wait.");
    let parts = ticket_parts("other", "Locked out", &body);
    let number = ada.send(CHECK, "/tickets", &parts).await.ticket_number();
    let page = ada.get(&format!("/tickets/{number}")).await.text;
    assert!(!page.contains("sausage") && !page.contains('⟦'));
    assert!(page.contains("<span class=\"hidden-secret\">Seed phrase</span> and I wait."));
    assert!(page.contains("Assume that others know it"));
    assert!(page.contains("We treat this as a possible theft"));
}

#[tokio::test]
async fn evidence_that_is_certain_leads_to_an_explorer_of_our_choice() {
    let site = Site::new().await;
    let mut ada = site.signed_in("ada").await;
    let hash = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";
    let body = format!("See https://www.oklink.com/eth/tx/{hash}");
    let parts = ticket_parts("other", "Deposit", &body);
    let number = ada.send(CHECK, "/tickets", &parts).await.ticket_number();
    let page = ada.get(&format!("/tickets/{number}")).await.text;
    let ours = format!("class=\"fact-explorer\" href=\"https://etherscan.io/tx/{hash}\"");
    assert!(page.contains(&ours));
    assert!(!page.contains("href=\"https://www.oklink.com"), "the customer's own is text");
    assert!(page.contains("<span class=\"fact-network\"><bdi>Ethereum</bdi></span>"));
}

#[tokio::test]
async fn evidence_is_told_with_what_is_wrong() {
    let site = Site::new().await;
    let mut ada = site.signed_in("ada").await;
    let body = "I sent 1250.50 USDT at 2026-03-02 11:52 UTC to TQ5NMqDjVMGrSmJqgKqbfzn3pXcKwWfpRm, see \
        https://etherscan.io.verify-wallet.example/tx/0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";
    let parts = ticket_parts("other", "Deposit", body);
    let number = ada.send(CHECK, "/tickets", &parts).await.ticket_number();
    let page = ada.get(&format!("/tickets/{number}")).await.text;
    assert!(page.contains("<span class=\"fact-kind\">Amount</span>"));
    assert!(page.contains("<span>1,250.50\u{a0}USDT</span>"));
    assert!(page.contains("<span class=\"fact-kind\">Address</span>"));
    // Its checksum does not fit, so there is nothing to show of it; neither does the attack lead anywhere.
    assert!(!page.contains("class=\"fact-explorer\""));
    assert!(page.contains("<li class=\"phishing\">") && page.contains("This link pretends to be"));
    assert!(!page.contains("Date and time"), "times are read for the desk's sake only");
}
