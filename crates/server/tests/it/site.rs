//! The pages, as a browser without JavaScript uses them: every act is a form that a page brought, sent back as it was.

mod account;
mod answer;
mod brand_host;
mod colours;
mod form;
mod help;
mod intake;
mod merge;
mod opened;
mod own_data;
mod proof;
mod question;
mod search;
mod side;
mod stranger;

use proofdesk_desk::limits;
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Answer, Client, Engine, NewMember, Setup, TestApp};
use serde_json::json;

use form::Form;

/// Reads a page as a browser asks for it.
async fn page(browser: &Client, path: &str) -> Answer {
    let answer = browser
        .get(path)
        .header("accept", "text/html,*/*;q=0.8")
        .header("accept-language", "en")
        .send()
        .await;
    assert!(
        answer.header("content-type").starts_with("text/html"),
        "{path}: {}",
        answer.header("content-type")
    );
    answer
}

/// Follows the redirect after an act.
async fn after(browser: &Client, act: Answer) -> String {
    let to = act.clone().expect(303).header("location").to_owned();
    assert!(to.starts_with('/'), "{to}");
    page(browser, &to).await.expect(200).text()
}

/// Comes from the exchange with a token, as a link there leads.
async fn enter(app: &TestApp, sub: &str) -> Client {
    let browser = app.anonymous();
    let link = format!("/exchange?token={}&to=/tickets", app.exchange.token(sub, app.clock.now()));
    let there = after(&browser, browser.get(&link).send().await).await;
    assert!(there.contains("/tickets/new"), "{there}");
    browser
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_is_written_followed_and_closed_without_javascript() {
    for app in TestApp::both().await {
        let browser = enter(&app, "grace").await;
        let mina =
            app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id)).await;
        let new = page(&browser, "/tickets/new/other/check").await.expect(200).text();
        let form = Form::read(&new, "/tickets")
            .set("category", "other")
            .set("subject", "Where is my deposit?")
            .set("body", "I sent 250 USDT.\r\nTwo hours ago.")
            .file("receipt.txt", "text/plain", b"paid");
        let sent = form.send(&browser).await;
        let ticket = after(&browser, sent.clone()).await;
        for shown in ["Where is my deposit?", "I sent 250 USDT.", "receipt.txt"] {
            assert!(ticket.contains(shown), "{shown} in {ticket}");
        }
        // Sent twice by an impatient finger, it is still one ticket.
        assert_eq!(
            form.send(&browser).await.expect(303).header("location"),
            sent.header("location")
        );
        let number = sent.header("location").split(['/', '?']).nth(2).expect("a number").to_owned();
        let reply = json!({ "body": "It has **arrived**." });
        mina.post(&format!("/api/v1/tickets/{number}/messages"))
            .json(&reply)
            .send()
            .await
            .expect(201);
        let path = format!("/tickets/{number}");
        let ticket = page(&browser, &path).await.expect(200).text();
        assert!(ticket.contains("<strong>arrived</strong>") && ticket.contains("mina"), "{ticket}");
        let thanks = Form::read(&ticket, &format!("{path}/messages")).set("body", "Thank you!");
        let ticket = after(&browser, thanks.send(&browser).await).await;
        assert!(ticket.contains("Thank you!"), "{ticket}");
        let ticket =
            after(&browser, Form::read(&ticket, &format!("{path}/solution")).send(&browser).await)
                .await;
        let ticket =
            after(&browser, Form::read(&ticket, &format!("{path}/reopening")).send(&browser).await)
                .await;
        let attachment = ticket
            .split("/attachments/")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("a file");
        let file = browser.get(&format!("/attachments/{attachment}")).send().await.expect(200);
        assert_eq!(file.text(), "paid");
        let list = browser.get("/api/v1/tickets").send().await.expect(200).json();
        assert_eq!(list["items"].as_array().map(Vec::len), Some(1));
        let left = Form::read(&ticket, "/sign-out").send(&browser).await;
        after(&browser, left).await;
        page(&browser, &path).await.expect(401);
    }
}

/// What a person typed is not lost by a mistake, and neither are the files that came with it.
#[tokio::test(flavor = "multi_thread")]
async fn mistakes_give_everything_back() {
    for app in TestApp::both().await {
        let browser = enter(&app, "grace").await;
        let new = page(&browser, "/tickets/new/other/check").await.expect(200).text();
        let wrong = Form::read(&new, "/tickets")
            .set("category", "")
            .set("subject", "")
            .set("body", "A long story <b>that</b> took an hour")
            .file("receipt.txt", "text/plain", b"paid");
        let answer = wrong.send(&browser).await.expect(422);
        assert!(answer.header("content-type").starts_with("text/html"));
        let again = answer.text();
        assert!(
            again.contains("A long story &lt;b&gt;that&lt;/b&gt; took an hour")
                || again.contains("A long story &#60;b&#62;that&#60;/b&#62; took an hour"),
            "{again}"
        );
        assert!(
            again.contains("category-error")
                && again.contains("subject-error")
                && !again.contains("body-error"),
            "{again}"
        );
        let corrected =
            Form::read(&again, "/tickets").set("category", "other").set("subject", "Now with one");
        let ticket = after(&browser, corrected.send(&browser).await).await;
        assert!(ticket.contains("receipt.txt"), "the file was kept: {ticket}");
        // Too much text names the limit, and gives it back.
        let path = ticket
            .split("action=\"")
            .find_map(|rest| rest.split('"').next().filter(|a| a.ends_with("/messages")));
        let path = path.expect("a reply form").to_owned();
        let long = "x".repeat(limits::BODY_CHARS + 1);
        let answer = Form::read(&ticket, &path).set("body", &long).send(&browser).await.expect(422);
        assert!(answer.text().contains(&long) && answer.text().contains("body-error"));
    }
}

/// Whatever a customer types, it is text on the page.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_typed_runs() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let evil = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
    let new = page(&browser, "/tickets/new/other/check").await.expect(200).text();
    let form = Form::read(&new, "/tickets")
        .set("category", "other")
        .set("subject", evil)
        .set("body", evil);
    let answer = form.file("<img src=x>.txt", "text/plain", b"x").send(&browser).await;
    let ticket = after(&browser, answer).await;
    let list = page(&browser, "/tickets").await.expect(200).text();
    for shown in [ticket, list] {
        assert!(!shown.contains("<script>alert") && !shown.contains("<img src=x"), "{shown}");
        assert!(
            !shown.contains(" onerror=alert")
                || shown.contains("&lt;img")
                || shown.contains("&#60;img"),
            "{shown}"
        );
        let inline =
            shown.contains("<script>") || shown.contains(" onclick=") || shown.contains(" style=");
        assert!(!inline, "inline script or style");
    }
    let csp = page(&browser, "/").await.header("content-security-policy").to_owned();
    assert!(csp.contains("default-src 'self'") && !csp.contains("unsafe"), "{csp}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strangers_link_asks_before_it_changes_who_one_is() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let link = format!("/exchange?token={}", app.exchange.token("mallory", app.clock.now()));
    let question = page(&browser, &link).await.expect(200).text();
    let me = browser.get("/api/v1/me").send().await.expect(200).json();
    assert_eq!(me["customer"]["uid"], "uid-grace", "still the same");
    let yes = Form::read(&question, "/exchange");
    after(&browser, yes.send(&browser).await).await;
    let me = browser.get("/api/v1/me").send().await.expect(200).json();
    assert_eq!(me["customer"]["uid"], "uid-mallory");
    // A link leads nowhere but to our own pages.
    let link = format!(
        "/exchange?token={}&to=https://evil.example/",
        app.exchange.token("mallory", app.clock.now())
    );
    assert_eq!(browser.get(&link).send().await.expect(303).header("location"), "/");
}

#[tokio::test(flavor = "multi_thread")]
async fn refusals_are_pages_with_a_way_out() {
    let app = TestApp::sqlite().await;
    let stranger = app.anonymous();
    let missing = page(&stranger, "/no-such-page").await.expect(404).text();
    assert!(missing.contains("href=\"/\""), "{missing}");
    let sign_in = page(&stranger, "/tickets").await.expect(401).text();
    assert!(sign_in.contains("<html") && !sign_in.contains("signed-out\":"), "{sign_in}");
    let expired = app.exchange.token("grace", app.clock.now());
    app.clock.advance(std::time::Duration::from_secs(3600));
    page(&stranger, &format!("/exchange?token={expired}")).await.expect(401);
    let browser = enter(&app, "grace").await;
    page(&browser, "/tickets/PD-0000-0000-1").await.expect(404);
    let chinese = browser
        .get("/tickets/new")
        .header("accept", "text/html")
        .header("accept-language", "zh-CN")
        .send()
        .await;
    assert!(chinese.expect(200).text().contains("lang=\"zh-Hans\""));
}

/// The page that signs anybody in is for development, and does not exist elsewhere.
#[tokio::test(flavor = "multi_thread")]
async fn the_development_page_exists_in_development_alone() {
    let app =
        Setup::on(Engine::Sqlite).config(|config| config.http.development = false).start().await;
    let stranger = app.anonymous();
    stranger.get("/development").send().await.refused("not-found").expect(404);
    stranger.post("/development").form(&[("customer", "grace")]).send().await.refused("not-found");
    assert!(!page(&stranger, "/sign-in").await.text().contains("/development"));
}

/// Files under names with their digest are kept by browsers for ever; another digest is another file.
#[tokio::test(flavor = "multi_thread")]
async fn assets_are_immutable() {
    let app = TestApp::sqlite().await;
    let stranger = app.anonymous();
    let start = page(&stranger, "/").await.expect(200).text();
    let names: Vec<&str> =
        start.split("/assets/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(!names.is_empty());
    for name in names {
        let asset = stranger.get(&format!("/assets/{name}")).send().await.expect(200);
        assert!(
            asset.header("cache-control").contains("immutable"),
            "{name}: {}",
            asset.header("cache-control")
        );
    }
    stranger.get("/assets/site-0000000000000000.css").send().await.expect(404);
}

/// A paste of ten megabytes loses nothing for which there is room: the form comes back with its beginning, and says so.
#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_is_far_too_long_comes_back_with_its_form() {
    let app = TestApp::sqlite().await;
    let (browser, grace) = (enter(&app, "grace").await, app.customer("grace").await);
    let path = format!("/tickets/{}", app.ticket(&grace, "Long").await);
    let huge = format!("It begins here. {}", "Ж".repeat(5 * 1024 * 1024));
    let form = |text: &str| Form::read(text, &format!("{path}/messages"));
    let ticket = page(&browser, &path).await.expect(200).text();
    let again = form(&ticket).set("body", &huge).send(&browser).await.expect(422).text();
    assert!(again.contains("It begins here. Ж") && again.contains("its end is not"));
    assert!(!again.contains(char::REPLACEMENT_CHARACTER), "half a character");
    let sent = form(&again).set("body", "It begins here, and ends.").send(&browser).await;
    assert!(after(&browser, sent).await.contains("It begins here, and ends."));
    // The box of the start page says that no question is as long.
    let home = page(&browser, "/").await.expect(200).text();
    let asked = Form::read(&home, "/question").set("question", &huge).send(&browser).await;
    assert!(asked.expect(422).text().contains("too long for a question"));
}

/// A page that was open across an upgrade sends fields of another time: it comes back with words, and nothing is lost.
#[tokio::test(flavor = "multi_thread")]
async fn settings_of_another_version_change_nothing_and_say_so() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let mail = |config: &mut proofdesk_server::config::Config| {
            config.mail.host = Some("127.0.0.1".to_owned());
            config.mail.from = Some("Support <help@example.com>".to_owned());
        };
        let app = Setup::on(engine).config(mail).start().await;
        let browser = enter(&app, "grace").await;
        let settings = "/notifications/settings";
        let form = async || {
            let text = page(&browser, settings).await.expect(200).text();
            Form::read(&text, settings).set("locale", "en")
        };
        // Switched off on one topic, so that there is something to lose.
        let off = form().await.clear("account.mail").send(&browser).await;
        assert!(after(&browser, off).await.contains("Saved"));
        let is_on = async |name: &str| form().await.has(name);
        assert!(is_on("tickets.mail").await && !is_on("account.mail").await);
        // The page of long ago, with one box for all mail; and one that did not say what it had.
        let old = form().await.clear("tickets.mail").clear("offered").set("mail", "on");
        let silent = form().await.clear("tickets.mail").clear("offered").set("account.mail", "on");
        for (older, ticks_account) in [(old, false), (silent, true)] {
            let again = older.send(&browser).await.expect(409).text();
            assert!(again.contains("nothing was saved"), "{again}");
            let again = Form::read(&again, settings);
            assert!(again.has("tickets.mail"), "what was chosen still is");
            assert_eq!(again.has("account.mail"), ticks_account, "and what was ticked is not lost");
            assert!(is_on("tickets.mail").await && !is_on("account.mail").await);
        }
        // What comes back can be saved as it is.
        let saved = form().await.set("account.mail", "on").send(&browser).await;
        after(&browser, saved).await;
        assert!(is_on("account.mail").await);
    }
}

/// A form that is refused before anybody reads it comes back with what was written in it: after the session is over, after another
/// one was opened elsewhere, and never to another site's page.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_outlives_the_session_it_was_written_in() {
    const STORY: &str = "A long story that took an hour";
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let write = async |browser: &Client| {
        let new = page(browser, "/tickets/new/other/check").await.expect(200).text();
        Form::read(&new, "/tickets").set("subject", "Fees").set("body", STORY)
    };
    let written = write(&browser).await;
    // Signed in anew in another tab: the old form's hidden field is not of this session.
    let link =
        format!("/exchange?token={}&to=/tickets", app.exchange.token("grace", app.clock.now()));
    after(&browser, browser.get(&link).send().await).await;
    let refused = written.send(&browser).await.expect(403).text();
    assert!(refused.contains(STORY) && refused.contains("readonly"), "{refused}");

    let list = page(&browser, "/tickets").await.expect(200).text();
    let reply = write(&browser).await;
    let leave = Form::read(&list, "/sign-out");
    let stays = browser.copy();
    after(&browser, leave.send(&browser).await).await;
    // The browser still shows the cookie of a session that is over.
    let refused = reply.send(&stays).await.expect(401).text();
    assert!(
        refused.contains(STORY) && refused.contains("what you typed is still here"),
        "{refused}"
    );
    // Of what nobody wrote nothing is said.
    let only_looked = page(&stays, "/tickets").await.expect(401).text();
    assert!(only_looked.contains("Your session has ended."), "{only_looked}");
    assert!(!only_looked.contains("still here"), "{only_looked}");
    // This one shows none any more.
    let refused = reply.send(&browser).await.expect(401).text();
    assert!(refused.contains(STORY) && refused.contains("Fees"), "{refused}");
    let foreign = browser.post("/tickets").header("origin", "https://evil.example");
    let foreign = foreign.header("accept", "text/html").form(&[("body", STORY)]).send().await;
    let foreign = foreign.expect(401).text();
    assert!(!foreign.contains(STORY), "{foreign}");
    let kept = app.customer("grace").await.get("/api/v1/tickets").send().await.expect(200).json();
    assert_eq!(kept["items"], json!([]));
}

/// Bytes that are no text are refused by the name of their field, and all that was written comes back.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_utf8_is_refused_by_its_field() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    browser.learn_csrf().await;
    let csrf = browser.csrf().expect("a token");
    let part = |said: &[u8], text: &[u8]| {
        let head = &b"--B\r\ncontent-disposition: form-data; "[..];
        [head, said, b"\r\n\r\n", text, b"\r\n"].concat()
    };
    let send = async |parts: &[Vec<u8>], accept: &str| {
        let token = part(b"name=\"csrf\"", csrf.as_bytes());
        let body = [token, parts.concat(), b"--B--\r\n".to_vec()].concat();
        let call = browser.post("/tickets").header("accept", accept);
        call.bytes("multipart/form-data; boundary=B", body).send().await.expect(422)
    };
    let story = part(b"name=\"body\"", b"A long story \xff that took an hour");
    let rest = [
        part(b"name=\"category\"", b"other"),
        part(b"name=\"subject\"", "Wo ist mein Geld, 你好".as_bytes()),
    ];
    let parts = [&rest[..], &[story]].concat();
    let told = send(&parts, "application/json").await.refused("text-not-utf8");
    assert_eq!(told.fields(), [("body".to_owned(), "text-not-utf8".to_owned())]);
    let page = send(&parts, "text/html").await.text();
    for kept in ["arrived damaged", "A long story", "that took an hour", "Wo ist mein Geld, 你好"]
    {
        assert!(page.contains(kept), "{kept} in {page}");
    }
    // The name of a file too; it passed for a file that nobody chose.
    let file = part(b"name=\"files\"; filename=\"re\xe7u.png\"", b"paid");
    let parts = [&rest[..], &[part(b"name=\"body\"", b"A story"), file]].concat();
    let told = send(&parts, "application/json").await.refused("text-not-utf8");
    assert_eq!(told.fields(), [("files".to_owned(), "text-not-utf8".to_owned())]);

    let asked = app.anonymous().post("/question").header("accept", "text/html");
    let asked = asked.bytes("application/x-www-form-urlencoded", "question=Where+is+it%FF+now");
    let page = asked.send().await.expect(422).text();
    assert!(page.contains("arrived damaged") && page.contains("Where is it"), "{page}");
    let list = browser.get("/api/v1/tickets").send().await.expect(200).json();
    assert_eq!(list["items"], json!([]), "nothing was made");
}

/// Two tabs, and the same words in both: one ticket, one reply. What is written after that is another one.
#[tokio::test(flavor = "multi_thread")]
async fn the_same_words_from_two_tabs_are_one_message() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let text = page(&browser, "/tickets/new/other/text").await.expect(200).text();
    let told = Form::read(&text, "/tickets/new/other/text").set("body", "Where is it?");
    told.send(&browser).await.expect(303);
    let tab = async || {
        let check = page(&browser, "/tickets/new/other/check").await.expect(200).text();
        Form::read(&check, "/tickets").set("subject", "A question")
    };
    let (first, second) = (tab().await, tab().await);
    let to = async |form: Form| form.send(&browser).await.expect(303).header("location").to_owned();
    let there = to(first).await;
    assert_eq!(to(second).await, there);
    let path = there.split('?').next().expect("a path").to_owned();

    let tab = async |words: &str| {
        let ticket = page(&browser, &path).await.expect(200).text();
        Form::read(&ticket, &format!("{path}/messages")).set("body", words)
    };
    let (first, second, other) = (tab("Hello?").await, tab("Hello?").await, tab("Still?").await);
    for form in [first, second, other] {
        to(form).await;
    }
    // Said again later, it is said again.
    to(tab("Hello?").await).await;
    let number = path.trim_start_matches("/tickets/");
    let grace = app.customer("grace").await;
    let said = grace.get(&format!("/api/v1/tickets/{number}/timeline")).send().await;
    let said = said.expect(200).json();
    let items = said["items"].as_array().expect("a timeline").iter();
    let texts = items.filter(|item| item["type"] == "message").map(|item| &item["segments"]);
    let bodies: Vec<_> = texts.filter_map(|all| all[0]["text"].as_str()).collect();
    assert_eq!(bodies, ["Where is it?", "Hello?", "Still?", "Hello?"]);
}
