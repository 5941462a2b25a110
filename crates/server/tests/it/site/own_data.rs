//! What customers see of their own: transcripts verified, who looked, where they are signed in, how to reach us.

use proofdesk_testkit::TestApp;
use serde_json::json;

use super::form::Form;
use super::{after, enter, page};

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_verified_by_whoever_has_it() {
    for app in TestApp::both().await {
        let grace = app.customer("grace").await;
        let number = app.ticket_with(&grace, "Where is it?", "I sent 250 USDT.").await;
        app.recur().await;
        let ticket = page(&grace, &format!("/tickets/{number}")).await.expect(200).text();
        let path = format!("/api/v1/me/tickets/{number}/transcript");
        assert!(ticket.contains(&format!("href=\"{path}\"")), "{ticket}");
        let json = grace.get(&path).send().await.expect(200).text();
        let html = grace.get(&format!("{path}.html")).send().await.expect(200).text();
        let stranger = app.anonymous();
        let form = page(&stranger, "/verify").await.expect(200).text();
        let form = Form::read(&form, "/verify");
        let send = async |text: &str| {
            let form = form.clone().file("x", "application/octet-stream", text.as_bytes());
            form.send(&stranger).await.expect(200).text()
        };
        for text in [&json, &html] {
            let genuine = send(text).await;
            assert!(
                genuine.contains(">Genuine<") && genuine.contains(number.as_str()),
                "{genuine}"
            );
            let changed = send(&text.replace("250 USDT", "950 USDT")).await;
            assert!(changed.contains(">Changed<"), "{changed}");
            assert!(changed.contains("text of message #"), "{changed}");
        }
        // The customer's own browser, which has a session, gets the same answer.
        let own = page(&grace, "/verify").await.expect(200).text();
        let own = Form::read(&own, "/verify").file("x", "text/html", html.as_bytes());
        assert!(own.send(&grace).await.expect(200).text().contains(">Genuine<"));
    }
}

/// Another desk's file is not signed by us, and nothing in it is repeated. (The desks of tests begin with the same event, so
/// their logs have the same name; files of a log with another name are tested where they are verified.)
#[tokio::test(flavor = "multi_thread")]
async fn files_of_others_are_told_apart() {
    let (ours, theirs) = (TestApp::sqlite().await, TestApp::sqlite().await);
    let grace = theirs.customer("grace").await;
    let number = theirs.ticket_with(&grace, "Call +44 evil", "Words").await;
    let path = format!("/api/v1/me/tickets/{number}/transcript");
    let json = grace.get(&path).send().await.expect(200).text();
    let stranger = ours.anonymous();
    let form = Form::read(&page(&stranger, "/verify").await.text(), "/verify");
    let answer = form.file("x.json", "application/json", json.as_bytes()).send(&stranger).await;
    let answer = answer.expect(200).text();
    assert!(answer.contains(">Not signed by us<"), "{answer}");
    assert!(!answer.contains("evil") && !answer.contains(number.as_str()), "{answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_files_get_a_clear_answer() {
    let app = TestApp::sqlite().await;
    let stranger = app.anonymous();
    let form = Form::read(&page(&stranger, "/verify").await.text(), "/verify");
    let nothing = form.send(&stranger).await.expect(422).text();
    assert!(nothing.contains("Choose a file first."), "{nothing}");
    let hostile: [&[u8]; 5] = [
        b"\xff\xfe\x00",
        b"<script>alert(1)</script><script type=\"application/json\" id=\"proofdesk-seal\">",
        b"{\"format\":\"proofdesk.transcript\",\"<script>alert(1)</script>\":1}",
        b"{}",
        &[b'['; 200_000],
    ];
    for bytes in hostile {
        let answer = form.clone().file("<img src=x>", "text/html", bytes).send(&stranger).await;
        let answer = answer.expect(200).text();
        assert!(answer.contains("Not a conversation file"), "{answer}");
        assert!(!answer.contains("<script>alert") && !answer.contains("<img src=x"), "{answer}");
    }
    let large = vec![b' '; 100 * 1024 * 1024];
    let answer = form.file("large.json", "application/json", &large).send(&stranger).await;
    let answer = answer.expect(413).text();
    assert!(answer.contains("proofdesk transcript verify"), "{answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_sees_who_looked() {
    for app in TestApp::both().await {
        let browser = enter(&app, "grace").await;
        let none = page(&browser, "/looks").await.expect(200).text();
        assert!(none.contains("Nobody has revealed any of it."), "{none}");
        let me = browser.get("/api/v1/me").send().await.expect(200).json();
        let id = me["customer"]["id"].as_str().expect("an id").to_owned();
        let reveal = json!({ "field": "email", "reason": "Calling <b>back</b>" });
        let reveals = format!("/api/v1/customers/{id}/reveals");
        app.admin.post(&reveals).json(&reveal).send().await.expect(201);
        let looks = page(&browser, "/looks").await.expect(200).text();
        assert!(
            looks.contains("Your e-mail address") && looks.contains("Administrator"),
            "{looks}"
        );
        assert!(!looks.contains("<b>back") && !looks.contains("Ada"), "{looks}");
        let mallory = enter(&app, "mallory").await;
        assert!(!page(&mallory, "/looks").await.expect(200).text().contains("Calling"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_signs_out_everywhere() {
    for app in TestApp::both().await {
        let (here, there) = (enter(&app, "grace").await, enter(&app, "grace").await);
        let mallory = enter(&app, "mallory").await;
        let sessions = page(&here, "/sessions").await.expect(200).text();
        assert_eq!(sessions.matches("End this session").count(), 1, "{sessions}");
        let everywhere = Form::read(&sessions, "/sessions").send(&here).await;
        let start = after(&here, everywhere).await;
        assert!(start.contains("You are signed out everywhere."), "{start}");
        for gone in [&here, &there] {
            page(gone, "/tickets").await.expect(401);
        }
        page(&mallory, "/tickets").await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_other_session_is_ended() {
    let app = TestApp::sqlite().await;
    let (here, there) = (enter(&app, "grace").await, enter(&app, "grace").await);
    let sessions = page(&here, "/sessions").await.expect(200).text();
    let action =
        sessions.split("action=\"/sessions/").nth(1).and_then(|rest| rest.split('"').next());
    let action = format!("/sessions/{}", action.expect("a form"));
    let ended = after(&here, Form::read(&sessions, &action).send(&here).await).await;
    assert!(ended.contains("The session is over."), "{ended}");
    page(&there, "/tickets").await.expect(401);
    page(&here, "/tickets").await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn how_long_answers_took_is_measured() {
    for app in TestApp::both().await {
        let browser = enter(&app, "grace").await;
        let none = page(&browser, "/reach?category=other").await.expect(200).text();
        assert!(none.contains("There was no ticket about this"), "{none}");
        let linus = app.customer("linus").await;
        let mut numbers = Vec::new();
        for n in 0..20 {
            numbers.push(app.ticket(&linus, &format!("Question {n}")).await);
        }
        let waiting = page(&browser, "/reach?category=other").await.expect(200).text();
        assert!(waiting.contains("still wait for an answer"), "{waiting}");
        app.clock.advance(std::time::Duration::from_secs(3 * 60));
        for number in &numbers {
            let path = format!("/api/v1/tickets/{number}/messages");
            app.admin.post(&path).json(&json!({ "body": "Yes" })).send().await.expect(201);
        }
        for path in ["/reach?category=other", "/tickets/new/other/text", "/tickets/new/other/check"]
        {
            let told = page(&browser, path).await.expect(200).text();
            let told = told.replace(['\u{2068}', '\u{2069}'], "");
            assert!(told.contains("within 3 min, nine out of ten within 3 min"), "{told}");
            assert!(told.contains("Measured on 20 tickets"), "{told}");
            assert!(!told.contains("Question"), "other people's tickets: {told}");
        }
        let own = page(&browser, "/tickets/new").await.expect(200).text();
        assert!(!own.contains("Measured on"), "{own}");
        // Whoever is not signed in is told the times, and neither how many there are nor of whom.
        let stranger = app.anonymous();
        let told = page(&stranger, "/reach?category=other").await.expect(200).text();
        let told = told.replace(['\u{2068}', '\u{2069}'], "");
        assert!(told.contains("within 3 min, nine out of ten within 3 min"), "{told}");
        for kept in ["Measured on", "20 tickets", "Question", "linus"] {
            assert!(!told.contains(kept), "{kept} in {told}");
        }
        assert!(told.contains("href=\"/sign-in\"") && told.contains("at any hour"), "{told}");
        let none = page(&stranger, "/reach?category=theft").await.expect(200).text();
        assert!(none.contains("cannot say how long") && none.contains("/account-taken"), "{none}");
        assert!(!none.contains("There was no ticket"), "{none}");
        let locked = page(&stranger, "/reach?category=login-or-2fa").await.expect(200).text();
        assert!(locked.contains("You cannot sign in?"), "{locked}");
        // What is no category leads nowhere else.
        let odd = page(&stranger, "/reach?category=%22%3E").await.expect(200).text();
        assert!(odd.contains("Choose what it is about") && !odd.contains("\">&"), "{odd}");
    }
}
