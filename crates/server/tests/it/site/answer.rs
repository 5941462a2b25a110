//! A ticket that was sent with less than its form asks for: what is missing is shown, and is added, as a browser without
//! JavaScript does it.

use proofdesk_desk::log::verify::{Report, verify_state};
use proofdesk_desk::role::Builtin;
use proofdesk_desk::status;
use proofdesk_desk::ticket::StatusCategory;
use proofdesk_testkit::{Client, Customer, NewMember, TestApp};
use serde_json::{Value, json};

use super::form::Form;
use super::{after, enter, page};

const HASH: &str = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";

/// A ticket of grace's with some of its answers, as a program of the exchange opens it.
async fn opened(grace: &Customer, answers: Value) -> String {
    let new = json!({
        "category": "deposit-not-credited", "subject": "Where is it?", "body": "I wait.", "answers": answers,
    });
    let ticket = grace.post("/api/v1/tickets").json(&new).send().await.expect(201).json();
    ticket["id"].as_str().expect("a number").to_owned()
}

async fn question(browser: &Client, number: &str, key: &str) -> Form {
    let path = path(number, key);
    Form::read(&page(browser, &path).await.expect(200).text(), &path)
}

fn path(number: &str, key: &str) -> String {
    format!("/tickets/{number}/questions/{key}")
}

async fn answers(grace: &Customer, number: &str) -> Value {
    grace.get(&format!("/api/v1/tickets/{number}/answers")).send().await.expect(200).json()
}

fn value(answers: &Value, key: &str) -> Value {
    let all = answers["answers"].as_array().expect("a list");
    all.iter().find(|one| one["question"] == key).map_or(Value::Null, |one| one["value"].clone())
}

async fn set_status(app: &TestApp, number: &str, category: StatusCategory) {
    let change = json!({ "status_id": status::builtin(category).to_string() });
    let path = format!("/api/v1/tickets/{number}/status");
    app.admin.put(&path).json(&change).send().await.expect(200);
}

/// The whole way: a hash that is missing, helped with, added, evidence, and the ticket open again.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_shown_and_added() {
    for app in TestApp::both().await {
        let (browser, grace) = (enter(&app, "grace").await, app.customer("grace").await);
        let number = opened(&grace, json!({ "asset": "USDT", "network": "ethereum" })).await;
        set_status(&app, &number, StatusCategory::WaitingOnCustomer).await;
        let ticket = page(&browser, &format!("/tickets/{number}")).await.expect(200).text();
        for shown in ["What we still need from you", "Transaction ID (hash)", "How much?"] {
            assert!(ticket.contains(shown), "{shown} in {ticket}");
        }
        // What must be there stands before what helps, each with its reason.
        let needed = ticket.find(&path(&number, "amount")).expect("the amount");
        let helps = ticket.find(&path(&number, "source")).expect("the source");
        assert!(needed < helps && ticket.contains("With it we find the transfer on the chain"));
        let asked = page(&browser, &path(&number, "tx")).await.expect(200).text();
        assert!(asked.contains("Where do I find it?") && asked.contains("OKX: Assets"), "{asked}");
        let form = Form::read(&asked, &path(&number, "tx"));
        let cut = form.clone().set("answer", &HASH[..60]).send(&browser).await.expect(422).text();
        assert!(cut.contains("is cut off") && cut.contains(&HASH[..60]), "{cut}");
        let sent = Form::read(&cut, &path(&number, "tx")).set("answer", HASH);
        let next = sent.send(&browser).await.expect(303);
        assert_eq!(next.header("location"), path(&number, "amount"));
        // Pressed twice, it is one answer.
        sent.send(&browser).await.expect(303);
        let seen = app.admin.get(&format!("/api/v1/tickets?evidence={HASH}")).send().await;
        assert_eq!(seen.expect(200).json()["items"][0]["id"], number.as_str());
        let ticket = grace.get(&format!("/api/v1/tickets/{number}")).send().await.expect(200);
        assert_eq!(ticket.json()["status"]["category"], "open");
        // What only helps can be left out, up to the end.
        question(&browser, &number, "amount")
            .await
            .set("answer", "250 USDT")
            .send(&browser)
            .await
            .expect(303);
        let left = question(&browser, &number, "contract").await.send(&browser).await;
        assert_eq!(left.expect(303).header("location"), format!("/tickets/{number}"));
        let last = question(&browser, &number, "contract").await;
        let token = "0x52908400098527886E0F7030069857D2E4169EE7";
        let done = after(&browser, last.set("answer", token).send(&browser).await).await;
        assert!(done.contains("Added to your ticket") && done.contains("250 USDT"), "{done}");
        assert!(!done.contains("What we still need from you"));
        let mut report = Report::default();
        verify_state(app.desk(), &mut report, &mut |_| {}).await.expect("a report");
        assert!(report.findings.is_empty(), "{:?}", report.findings);
    }
}

/// Two devices: the later one sees what the other said, keeps what was typed, and decides.
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_of_somewhere_else_is_shown_and_not_undone() {
    let app = TestApp::sqlite().await;
    let (browser, grace) = (enter(&app, "grace").await, app.customer("grace").await);
    let number = opened(&grace, json!({ "asset": "USDT" })).await;
    let (late, network) =
        (question(&browser, &number, "amount").await, question(&browser, &number, "network").await);
    question(&browser, &number, "amount")
        .await
        .set("answer", "250 USDT")
        .send(&browser)
        .await
        .expect(303);
    // Another question is none of its business.
    network.set("answer", "tron").send(&browser).await.expect(303);
    let stale = late.set("answer", "2,500 USDT").send(&browser).await.expect(409).text();
    for shown in ["This was answered elsewhere", "250 USDT", "2,500 USDT", "<title>Error: "] {
        assert!(stale.contains(shown), "{shown} in {stale}");
    }
    assert_eq!(value(&answers(&grace, &number).await, "amount"), "250 USDT");
    Form::read(&stale, &path(&number, "amount")).send(&browser).await.expect(303);
    assert_eq!(value(&answers(&grace, &number).await, "amount"), "2,500 USDT");
    // What was said can be put right, and taken back where one may lack it.
    let ticket = page(&browser, &format!("/tickets/{number}")).await.expect(200).text();
    assert!(ticket.contains(&path(&number, "amount")));
    let tx = question(&browser, &number, "tx").await.set("lacking", "yes");
    let next = tx.send(&browser).await.expect(303).header("location").to_owned();
    assert_eq!(next, path(&number, "platform"));
}

/// A recording comes as a message with a file, and is the answer too.
#[tokio::test(flavor = "multi_thread")]
async fn a_recording_is_added_as_a_message() {
    let app = TestApp::sqlite().await;
    let (browser, grace) = (enter(&app, "grace").await, app.customer("grace").await);
    let number = opened(&grace, json!({ "tx": null, "platform": "okx" })).await;
    let asked = page(&browser, &path(&number, "recording")).await.expect(200).text();
    assert!(asked.contains("OKX: Assets") && !asked.contains("Kraken:"), "{asked}");
    let form = Form::read(&asked, &path(&number, "recording"));
    let without = form.send(&browser).await.expect(422).text();
    assert!(without.contains("Choose a file."), "{without}");
    let with = form.file("status.mp4", "video/mp4", b"\0\0\0\x18ftypmp42 and so on");
    with.send(&browser).await.expect(303);
    let ticket = page(&browser, &format!("/tickets/{number}")).await.expect(200).text();
    assert!(ticket.contains("download=\"status.mp4\""), "{ticket}");
    assert_eq!(value(&answers(&grace, &number).await, "recording"), "status.mp4");
}

/// More names than an answer has room for: every file is there, and the question is answered.
#[tokio::test(flavor = "multi_thread")]
async fn many_files_with_long_names_answer_too() {
    let app = TestApp::sqlite().await;
    let (browser, grace) = (enter(&app, "grace").await, app.customer("grace").await);
    let number = opened(&grace, json!({ "tx": null, "platform": "okx" })).await;
    let asked = page(&browser, &path(&number, "recording")).await.expect(200).text();
    let form = Form::read(&asked, &path(&number, "recording"));
    let names: Vec<String> =
        (10..24).map(|n| format!("{n}-{}.mp4", "status-".repeat(22))).collect();
    let with = names.iter().fold(form, |form, name| {
        form.file(name, "video/mp4", format!("\0\0\0\x18ftypmp42 {name}").as_bytes())
    });
    with.send(&browser).await.expect(303);
    let ticket = page(&browser, &format!("/tickets/{number}")).await.expect(200).text();
    for name in &names {
        assert!(ticket.contains(&format!("download=\"{name}\"")), "{name} in {ticket}");
    }
    let said = value(&answers(&grace, &number).await, "recording");
    let said = said.as_str().expect("an answer");
    assert!(said.starts_with("10-status") && said.ends_with(".mp4, …"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_ticket_gives_back_what_was_typed() {
    let app = TestApp::sqlite().await;
    let (browser, grace) = (enter(&app, "grace").await, app.customer("grace").await);
    let number = opened(&grace, json!({ "asset": "USDT" })).await;
    let form = question(&browser, &number, "amount").await.set("answer", "250 USDT");
    set_status(&app, &number, StatusCategory::Closed).await;
    let closed = form.send(&browser).await.expect(409).text();
    assert!(closed.contains("takes no more answers") && closed.contains("250 USDT"), "{closed}");
    Form::read(&closed, "/tickets/new").send(&browser).await.expect(303);
    let text = page(&browser, "/tickets/new/deposit-not-credited/text").await.expect(200).text();
    assert!(text.contains(&format!("{number}\nHow much?\n250 USDT")), "{text}");
    // Opened, it says the same; and the ticket no longer asks.
    let page_now = page(&browser, &path(&number, "amount")).await.expect(200).text();
    assert!(page_now.contains("takes no more answers"));
    let ticket = page(&browser, &format!("/tickets/{number}")).await.expect(200).text();
    assert!(!ticket.contains("/questions/"), "{ticket}");
    // A question that no form of it asks.
    let other = page(&browser, &path(&number, "colour")).await.expect(200).text();
    assert!(other.contains("closed"), "{other}");
}

/// A reply that came too late goes into a new ticket, with its file and the number of the one that was closed.
#[tokio::test(flavor = "multi_thread")]
async fn a_reply_to_a_closed_ticket_goes_on_in_a_new_one() {
    let app = TestApp::sqlite().await;
    let (browser, grace) = (enter(&app, "grace").await, app.customer("grace").await);
    let number = opened(&grace, json!({ "asset": "USDT" })).await;
    let ticket = format!("/tickets/{number}");
    let open = page(&browser, &ticket).await.expect(200).text();
    let reply = Form::read(&open, &format!("{ticket}/messages"));
    let said = reply.clone().set("body", "It is still missing.");
    let said = said.file("receipt.txt", "text/plain", b"paid");
    set_status(&app, &number, StatusCategory::Closed).await;
    // One that would be refused in any case says the same: the page of the ticket has no form any more.
    let empty = reply.set("body", "").send(&browser).await.expect(409).text();
    assert!(empty.contains("Open a new ticket about this"), "{empty}");
    let late = said.send(&browser).await.expect(409).text();
    for shown in ["It is still missing.", "receipt.txt", format!("href=\"{ticket}\"").as_str()] {
        assert!(late.contains(shown), "{shown} in {late}");
    }
    Form::read(&late, "/tickets/new").send(&browser).await.expect(303);
    let new = "/tickets/new/deposit-not-credited";
    let text = page(&browser, &format!("{new}/text")).await.expect(200).text();
    assert!(text.contains(&format!("{number}\nIt is still missing.")), "{text}");
    let check = page(&browser, &format!("{new}/check")).await.expect(200).text();
    assert!(check.contains("receipt.txt"), "{check}");
    // A category that is gone since then is chosen anew, and nothing is lost on the way.
    let elsewhere = Form::read(&late, "/tickets/new").set("category", "no-such");
    let choose = elsewhere.send(&browser).await.expect(200).text();
    let chosen = Form::read(&choose, "/tickets/new").set("category", "other");
    chosen.send(&browser).await.expect(303);
    let text = page(&browser, "/tickets/new/other/text").await.expect(200).text();
    assert!(text.contains(&format!("{number}\nIt is still missing.")), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_in_an_answer_is_hidden_and_a_theft() {
    let app = TestApp::sqlite().await;
    let (browser, grace) = (enter(&app, "grace").await, app.customer("grace").await);
    let mina = app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id)).await;
    let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    let new =
        json!({ "category": "withdrawal-failed", "subject": "Failed", "body": "It says no." });
    let ticket = grace.post("/api/v1/tickets").json(&new).send().await.expect(201).json();
    let number = ticket["id"].as_str().expect("a number").to_owned();
    // Nothing was asked of it, so everything that its category asks is missing.
    let form = question(&browser, &number, "error").await.set("answer", phrase);
    form.send(&browser).await.expect(303);
    let said = value(&answers(&grace, &number).await, "error");
    assert!(!said.to_string().contains("sausage") && said.to_string().contains('⟦'), "{said}");
    let seen = mina.get(&format!("/api/v1/tickets/{number}")).send().await.expect(200).json();
    assert_eq!((&seen["risk"], &seen["priority"]), (&json!("suspected_theft"), &json!("urgent")));
    // Nobody else can look at it or say anything.
    let eve = enter(&app, "eve").await;
    eve.get(&path(&number, "error")).send().await.expect(404);
    form.send(&eve).await.expect(403);
}
