//! Departments without a seat: asked by an agent, answering by a page, and nothing of it before a customer.

use std::time::Duration;

use proofdesk_desk::id::{PublicId, SideLinkId};
use proofdesk_desk::log::verify::{Report, verify_state};
use proofdesk_desk::notification::{self, Channel};
use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::role::Builtin;
use proofdesk_desk::{limits, side_conversation};
use proofdesk_testkit::{Client, Live, Member, NewMember, TestApp, Transport};
use serde_json::{Value, json};

use super::form::Form;
use super::{after, page};

const QUESTION: &str = "Block 41,220,918 is missing.";
const ANSWER: &str = "The node is behind by an hour.";

async fn road(app: &TestApp, domain: Option<&'static str>) {
    app.act(app.operator(), async move |tx, cx| {
        notification::actions::set_road(tx, cx, Channel::Mail, domain).await
    })
    .await;
}

/// Nothing is mailed for real: the road is closed before the waiting mails are looked at.
async fn settle(app: &TestApp) {
    road(app, None).await;
    app.step().await;
}

async fn department(app: &TestApp) -> String {
    let new = json!({ "name": "Node operations", "email": "nodes@exchange.example", "lang": "en" });
    let made = app.admin.post("/api/v1/departments").json(&new).send().await.expect(201).json();
    made["id"].as_str().expect("an id").to_owned()
}

fn sides(number: &PublicId) -> String {
    format!("/api/v1/tickets/{number}/side-conversations")
}

/// Asks, and returns the conversation's path below the API and the path of its page.
async fn ask(app: &TestApp, who: &Client, number: &PublicId, pauses: bool) -> (String, String) {
    let department = department(app).await;
    let new = json!({
        "department_id": department, "subject": "Is the Tron node behind?", "body": QUESTION, "pauses": pauses,
    });
    let path = sides(number);
    let first = who.post(&path).json(&new).key("ask").send().await.expect(201).json();
    let again = who.post(&path).json(&new).key("ask").send().await.expect(201).json();
    assert_eq!(first["id"], again["id"], "asked once");
    (format!("{path}/{}", first["id"].as_str().expect("an id")), link(app).await)
}

/// The page behind the only link.
async fn link(app: &TestApp) -> String {
    let row =
        app.look(async |rx| Ok(rx.query_one("select link_id from side_conversation", &[]).await?));
    let (id,): (SideLinkId,) = row.await;
    let token = side_conversation::token(app.desk().keyring(), id).expect("a token");
    format!("/side/{token}")
}

async fn status(client: &Client, number: &PublicId) -> String {
    let ticket = client.get(&format!("/api/v1/tickets/{number}")).send().await.expect(200).json();
    ticket["status"]["category"].as_str().expect("a category").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_department_answers_and_the_ticket_comes_back() {
    for app in TestApp::both().await {
        road(&app, Some("desk.test")).await;
        let grace = app.customer("grace").await;
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id));
        let mina = mina.await;
        let number = app.ticket(&grace, "My deposit is late").await;
        let (side, link) = ask(&app, &mina, &number, true).await;
        assert_eq!(status(&mina, &number).await, "waiting_on_internal");
        // Whoever asked wrote last and has read all of it.
        let reply = json!({ "body": "We ask the colleagues of the node." });
        let path = format!("/api/v1/tickets/{number}");
        mina.post(&format!("{path}/messages")).json(&reply).send().await.expect(201);
        let version = mina.get(&path).send().await.expect(200).json()["version"].clone();
        let read = json!({ "seq": version });
        mina.put(&format!("{path}/read-mark")).json(&read).send().await.expect(204);
        let unread = "/api/v1/tickets?filter=is:unread";
        let before = mina.get(unread).send().await.expect(200).json();
        assert_eq!(before["items"], json!([]), "{before}");
        let browser = app.anonymous();
        let shown = page(&browser, &link).await.expect(200).text();
        for told in ["Is the Tron node behind?", QUESTION, number.as_str(), "mina"] {
            assert!(shown.contains(told), "{told}: {shown}");
        }
        for hidden in ["grace", "My deposit is late", "uid-"] {
            assert!(!shown.contains(hidden), "{hidden}: {shown}");
        }
        // A phrase that a department passes on is hidden as everybody's.
        let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        let form = Form::read(&shown, &link).set("body", &format!("{ANSWER} {phrase}"));
        let shown = after(&browser, form.send(&browser).await).await;
        assert!(shown.contains("Your answer is with the support desk."), "{shown}");
        assert!(shown.contains(ANSWER) && !shown.contains("sausage"), "{shown}");
        // An impatient finger answers once.
        after(&browser, form.send(&browser).await).await;
        let thread = mina.get(&side).send().await.expect(200).json();
        let by: Vec<&Value> =
            thread["messages"].as_array().expect("messages").iter().map(|m| &m["by"]).collect();
        assert_eq!(by, [&json!("staff"), &json!("department")], "{thread}");
        assert_eq!(status(&mina, &number).await, "open");
        let ticket = mina.get(&format!("/api/v1/tickets/{number}")).send().await.expect(200);
        assert_eq!(ticket.json()["unread"], true, "whoever asked is told");
        let found = mina.get(unread).send().await.expect(200).json();
        assert_eq!(found["items"][0]["id"], number.as_str(), "{found}");
        let timeline = mina.get(&format!("/api/v1/tickets/{number}/timeline")).send().await;
        let items = timeline.expect(200).json()["items"].as_array().expect("items").clone();
        let answer = items.iter().find(|item| item["author"]["kind"] == "department");
        let answer = answer.unwrap_or_else(|| panic!("no answer in {items:?}"));
        assert_eq!(answer["side"]["department"]["name"], "Node operations");
        assert_eq!(answer["visibility"], "internal");
        // Its customer is told what everybody is told of a ticket that waits, and no word of it.
        let paths = [
            format!("/api/v1/tickets/{number}/timeline"),
            format!("/api/v1/me/tickets/{number}/transcript"),
            format!("/tickets/{number}"),
        ];
        for path in paths {
            let seen = grace.get(&path).header("accept", "*/*").send().await.expect(200).text();
            for hidden in ["Tron node", QUESTION, ANSWER, "Node operations", "department", "side_"]
            {
                assert!(!seen.contains(hidden), "{path} has {hidden}: {seen}");
            }
        }
        grace.get(&sides(&number)).send().await.refused("staff-only");
        let mut report = Report::default();
        verify_state(app.desk(), &mut report, &mut |_| {}).await.expect("a report");
        assert!(report.findings.is_empty(), "{:?}", report.findings);
        settle(&app).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_is_not_lost_when_a_link_opens_nothing() {
    for app in TestApp::both().await {
        road(&app, Some("desk.test")).await;
        let grace = app.customer("grace").await;
        let number = app.ticket(&grace, "One").await;
        let (side, first) = ask(&app, &app.admin, &number, false).await;
        assert_eq!(status(&app.admin, &number).await, "open");
        let browser = app.anonymous();
        let shown = page(&browser, &first).await.expect(200).text();
        let form = Form::read(&shown, &first);
        let long = "x".repeat(limits::SIDE_CHARS + 1);
        let back = form.clone().set("body", &long).send(&browser).await.expect(422).text();
        assert!(back.contains(&long) && back.contains("at most"), "{back}");
        let empty = form.clone().set("body", " ").send(&browser).await.expect(422).text();
        assert!(empty.contains("Write your answer, or choose a file."), "{empty}");
        app.admin.put(&format!("{side}/closure")).send().await.expect(204);
        let closed = form.clone().set("body", ANSWER).send(&browser).await.expect(410).text();
        assert!(closed.contains(ANSWER) && closed.contains("is closed"), "{closed}");
        let more = json!({ "body": "And now?" });
        let messages = format!("{side}/messages");
        app.admin.post(&messages).json(&more).send().await.refused("side-closed");
        app.admin.delete(&format!("{side}/closure")).send().await.expect(204);
        // Another link has the place of the one before.
        let void = page(&browser, &first).await.expect(410).text();
        assert!(void.contains("Another link took the place of this one"), "{void}");
        app.admin.post(&messages).json(&more).send().await.expect(201);
        let second = link(&app).await;
        let form = Form::read(&page(&browser, &second).await.expect(200).text(), &second);
        page(&browser, "/side/pds_AAAA").await.expect(404);
        // Too old: it says so, gives the text back, and mails another to the department.
        app.clock.advance(limits::SIDE_LINK_LIFETIME + Duration::from_secs(60));
        let late = form.set("body", ANSWER).send(&browser).await.expect(410).text();
        assert!(late.contains(ANSWER), "{late}");
        let renewal = format!("{second}/renewal");
        let sent = Form::read(&late, &renewal).send(&browser).await.expect(200).text();
        assert!(sent.contains("on its way to your department"), "{sent}");
        // The old one does not open again with it.
        page(&browser, &second).await.expect(410);
        page(&browser, &link(&app).await).await.expect(200);
        settle(&app).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_follows_the_ticket_hears_of_an_answer_at_once() {
    for app in TestApp::both().await {
        road(&app, Some("desk.test")).await;
        let grace = app.customer("grace").await;
        let agent = |name| NewMember::named(name).role(Builtin::Agent).brand(app.brand_id);
        let (mina, omar) = (app.member(agent("mina")).await, app.member(agent("omar")).await);
        let number = app.ticket(&grace, "My deposit is late").await;
        let follows = format!("/api/v1/tickets/{number}/participants/{}", mina.id);
        mina.put(&follows).send().await.expect(200);
        let (_, link) = ask(&app, &app.admin, &number, false).await;
        let ticket = format!("/api/v1/tickets/{number}");
        // Nobody is to read it but for what is to come.
        let reply = json!({ "body": "We are looking into it" });
        app.admin.post(&format!("{ticket}/messages")).json(&reply).send().await.expect(201);
        for who in [&mina, &omar] {
            let seen = who.get(&ticket).send().await.expect(200).json();
            let mark = json!({ "seq": seen["version"] });
            who.put(&format!("{ticket}/read-mark")).json(&mark).send().await.expect(204);
        }
        let mut live = Live::connect(&mina, Transport::Socket, None).await.expect("a connection");
        live.until("live").await;
        let browser = app.anonymous();
        let shown = page(&browser, &link).await.expect(200).text();
        let form = Form::read(&shown, &link).set("body", ANSWER);
        after(&browser, form.send(&browser).await).await;
        let frame = live.until("department").await.pop().expect("a frame");
        let told = [app.admin.id.to_string(), mina.id.to_string()];
        assert_eq!(frame["data"]["told"], json!(told), "{frame}");
        assert_eq!(frame["data"]["ticket"], number.as_str());
        assert!(!frame.to_string().contains(ANSWER), "{frame}");
        let unread =
            async |who: &Member| who.get(&ticket).send().await.expect(200).json()["unread"] == true;
        assert!(unread(&mina).await, "she follows it");
        assert!(!unread(&omar).await, "and he does not");
        settle(&app).await;
    }
}

/// The files of a page by where it serves them, each once.
fn files(shown: &str, link: &str) -> Vec<String> {
    let mark = format!("href=\"{link}/files/");
    let paths = shown.match_indices(&mark).map(|(at, _)| {
        let rest = &shown[at + "href=\"".len()..];
        rest.split('"').next().expect("an end").to_owned()
    });
    let mut paths: Vec<String> = paths.collect();
    paths.dedup();
    paths
}

/// Uploads a text file that no message has yet.
async fn upload(who: &Client, name: &str, text: &'static str) -> String {
    let sent = who.post("/api/v1/attachments").header("x-file-name", name);
    let sent = sent.bytes("text/plain", text).send().await.expect(201).json();
    sent["id"].as_str().expect("an id").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_given_to_a_department_and_come_back_from_it() {
    for app in TestApp::both().await {
        road(&app, Some("desk.test")).await;
        let grace = app.customer("grace").await;
        let number = app.ticket(&grace, "My deposit is late").await;
        // Of the customer's two files one is given along.
        let receipt = upload(&grace, "receipt.txt", "paid 250").await;
        let passport = upload(&grace, "passport.txt", "born in Lisbon").await;
        let sent = json!({ "body": "See here", "attachment_ids": [receipt, passport] });
        let messages = format!("/api/v1/tickets/{number}/messages");
        grace.post(&messages).json(&sent).send().await.expect(201);
        let (side, link) = ask(&app, &app.admin, &number, false).await;
        let own = upload(&app.admin, "trace.log", "hop 7 is lost").await;
        let more = json!({ "body": "See both", "attachment_ids": [receipt, own] });
        let path = format!("{side}/messages");
        app.admin.post(&path).json(&more).key("more").send().await.expect(201);
        app.admin.post(&path).json(&more).key("more").send().await.expect(201);
        let browser = app.anonymous();
        let shown = page(&browser, &link).await.expect(200).text();
        assert!(!shown.contains("passport.txt") && shown.contains("receipt.txt"), "{shown}");
        let given = files(&shown, &link);
        assert_eq!(given.len(), 2, "{shown}");
        let mut texts = Vec::new();
        for path in &given {
            texts.push(browser.get(path).send().await.expect(200).text());
        }
        texts.sort();
        assert_eq!(texts, ["hop 7 is lost", "paid 250"]);
        // The link is no way to what was not given.
        browser.get(&format!("{link}/files/{passport}")).send().await.expect(404);
        browser.get(&format!("/side/pds_AAAA/files/{receipt}")).send().await.expect(404);
        // It answers with files alone, of which each is looked at as everybody's.
        let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        let form = Form::read(&shown, &link)
            .file("node.log", "application/x-sh", format!("stuck\n{phrase}\n").as_bytes())
            .file("empty.log", "text/plain", b"");
        let back = form.send(&browser).await.expect(422).text();
        assert!(
            back.contains("empty.log") && back.contains("Choose your files once more"),
            "{back}"
        );
        let form = Form::read(&back, &link).file(
            "node.log",
            "application/x-sh",
            format!("stuck\n{phrase}\n").as_bytes(),
        );
        let shown = after(&browser, form.send(&browser).await).await;
        after(&browser, form.send(&browser).await).await;
        let brought = files(&shown, &link).pop().expect("a file");
        let masked = browser.get(&brought).send().await.expect(200);
        assert!(masked.text().contains("stuck") && !masked.text().contains("sausage"));
        let thread = app.admin.get(&side).send().await.expect(200).json();
        let answers = thread["messages"].as_array().expect("messages");
        assert_eq!(answers.len(), 3, "the impatient finger answered once: {thread}");
        let file = &answers[2]["attachments"][0];
        assert_eq!(
            (&file["file_name"], &file["content_type"]),
            (&json!("node.log"), &json!("text/plain"))
        );
        assert_eq!(file["masked"], json!(["seed-phrase"]), "{file}");
        let id = file["id"].as_str().expect("an id").to_owned();
        let at_staff = format!("/api/v1/attachments/{id}");
        assert!(app.admin.get(&at_staff).send().await.expect(200).text().contains("stuck"));
        // Its customer gets neither, nor does a colleague who does not see the ticket.
        let bob =
            app.member(NewMember::named("bob").grants([(Permission::TicketRead, Reach::Own)]));
        let bob = bob.await;
        for id in [&id, &own] {
            grace.get(&format!("/api/v1/attachments/{id}")).send().await.expect(404);
            grace.get(&format!("/attachments/{id}")).send().await.expect(404);
            bob.get(&format!("/api/v1/attachments/{id}")).send().await.expect(404);
        }
        app.admin.put(&format!("{side}/closure")).send().await.expect(204);
        browser.get(&brought).send().await.expect(409);
        // What comes too late is heard out and not kept.
        let late = form.set("body", ANSWER).send(&browser).await.expect(410).text();
        assert!(late.contains(ANSWER), "{late}");
        let mut report = Report::default();
        verify_state(app.desk(), &mut report, &mut |_| {}).await.expect("a report");
        assert!(report.findings.is_empty(), "{:?}", report.findings);
        settle(&app).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_answers_too_often_is_told_when_to_come_back() {
    let app = TestApp::sqlite().await;
    road(&app, Some("desk.test")).await;
    let grace = app.customer("grace").await;
    let number = app.ticket(&grace, "One").await;
    let (_, link) = ask(&app, &app.admin, &number, false).await;
    let browser = app.anonymous();
    let shown = page(&browser, &link).await.expect(200).text();
    let form = Form::read(&shown, &link);
    for n in 0..limits::SIDE_ANSWERS {
        let answer = form.clone().set("key", &format!("answer{n}")).set("body", ANSWER);
        answer.send(&browser).await.expect(303);
    }
    let late = form.set("body", "One more").file("one.log", "text/plain", b"behind");
    let refused = late.send(&browser).await.expect(429);
    assert_eq!(refused.header("retry-after"), limits::SIDE_WINDOW.as_secs().to_string());
    let back = refused.text();
    assert!(back.contains("One more") && back.contains("Choose your files once more"), "{back}");
    settle(&app).await;
}

/// A page that was opened before answers took files sends its text alone, in one piece.
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_from_a_page_of_before_is_taken() {
    let app = TestApp::sqlite().await;
    road(&app, Some("desk.test")).await;
    let grace = app.customer("grace").await;
    let number = app.ticket(&grace, "One").await;
    let (side, link) = ask(&app, &app.admin, &number, false).await;
    let browser = app.anonymous();
    let origin = format!("http://{}", browser.address());
    let send = async |body: &str| {
        let call = browser.post(&link).header("origin", &origin).header("accept", "text/html");
        let call = call.header("sec-fetch-site", "same-origin").header("accept-language", "en");
        call.form(&[("key", "oldpage"), ("body", body)]).send().await
    };
    let back = send("").await.expect(422).text();
    assert!(back.contains("Write your answer, or choose a file."), "{back}");
    let shown = after(&browser, send(ANSWER).await).await;
    assert!(shown.contains(ANSWER), "{shown}");
    let thread = app.admin.get(&side).send().await.expect(200).json();
    assert_eq!(thread["messages"].as_array().map(Vec::len), Some(2), "{thread}");
    settle(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_too_large_or_one_too_many_is_named_and_the_rest_is_kept() {
    let app = TestApp::sqlite().await;
    road(&app, Some("desk.test")).await;
    let grace = app.customer("grace").await;
    let number = app.ticket(&grace, "One").await;
    let (side, link) = ask(&app, &app.admin, &number, false).await;
    let browser = app.anonymous();
    let shown = page(&browser, &link).await.expect(200).text();
    let mut form = Form::read(&shown, &link).set("body", ANSWER);
    for n in 0..=limits::SIDE_FILES {
        form = form.file(&format!("{n}.log"), "text/plain", b"behind");
    }
    let back = form.send(&browser).await.expect(422).text();
    assert!(
        back.contains(&format!("{}.log", limits::SIDE_FILES)) && back.contains(ANSWER),
        "{back}"
    );
    let large = vec![b'x'; usize::try_from(limits::SIDE_FILE_BYTES).expect("a size") + 1];
    let form = Form::read(&shown, &link).set("body", ANSWER).file("core.bin", "text/plain", &large);
    let back = form.send(&browser).await.expect(422).text();
    assert!(back.contains("core.bin") && back.contains(ANSWER), "{back}");
    let thread = app.admin.get(&side).send().await.expect(200).json();
    assert_eq!(thread["messages"].as_array().map(Vec::len), Some(1), "nothing was sent");
    settle(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_erased_is_gone_from_the_conversation_too() {
    for app in TestApp::both().await {
        road(&app, Some("desk.test")).await;
        let grace = app.customer("grace").await;
        let number = app.ticket(&grace, "One").await;
        let (side, link) = ask(&app, &app.admin, &number, false).await;
        let thread = app.admin.get(&side).send().await.expect(200).json();
        let message = thread["messages"][0]["id"].as_str().expect("an id").to_owned();
        let reason = json!({ "reason": "It names a person" });
        let erase = format!("/api/v1/messages/{message}/erasure");
        app.admin.post(&erase).json(&reason).send().await.expect(201);
        let thread = app.admin.get(&side).send().await.expect(200).json();
        assert_eq!(thread["messages"][0]["body_html"], Value::Null);
        assert_eq!(thread["conversation"]["subject"], Value::Null);
        let shown = page(&app.anonymous(), &link).await.expect(200).text();
        assert!(!shown.contains("Tron node") && !shown.contains(QUESTION), "{shown}");
        settle(&app).await;
    }
}
