//! A new ticket, one question a page, as a browser without JavaScript has it: drafts, Back, mistakes, two tabs, and forms that
//! changed in between.

use std::time::Duration;

use proofdesk_desk::limits;
use proofdesk_testkit::{Client, TestApp};
use serde_json::json;

use super::form::Form;
use super::{after, enter, page};

const HASH: &str = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";
const NEW: &str = "/tickets/new/deposit-not-credited";

/// Answers the question that a page asks, and returns the next page.
async fn answer(browser: &Client, shown: &str, key: &str, typed: &str) -> String {
    let to = format!("{NEW}/questions/{key}");
    after_all(browser, Form::read(shown, &to).set("answer", typed)).await
}

/// Sends a form and follows redirects until a page comes.
async fn after_all(browser: &Client, form: Form) -> String {
    let mut act = form.send(browser).await;
    while act.status == 303 {
        let to = act.header("location").to_owned();
        act = browser
            .get(&to)
            .header("accept", "text/html")
            .header("accept-language", "en")
            .send()
            .await;
    }
    act.expect(200).text()
}

/// Follows a link until a page comes.
async fn open(browser: &Client, path: &str) -> String {
    let mut answer = browser
        .get(path)
        .header("accept", "text/html")
        .header("accept-language", "en")
        .send()
        .await;
    while answer.status == 303 {
        let to = answer.header("location").to_owned();
        answer = browser
            .get(&to)
            .header("accept", "text/html")
            .header("accept-language", "en")
            .send()
            .await;
    }
    answer.expect(200).text()
}

async fn begin(browser: &Client, text: &str) -> String {
    let shown = page(browser, &format!("{NEW}/text")).await.expect(200).text();
    after_all(browser, Form::read(&shown, &format!("{NEW}/text")).set("body", text)).await
}

/// The ticket with its facts, from one box to the agent.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_is_not_asked_again() {
    for app in TestApp::both().await {
        let browser = enter(&app, "grace").await;
        let home = page(&browser, "/").await.expect(200).text();
        let ask = Form::read(&home, "/question").set("question", "250 USDT on TRC20 have not come");
        let found = ask.send(&browser).await.expect(200).text();
        assert!(found.contains("250\u{a0}USDT") && found.contains("This fits"), "{found}");
        let chosen = Form::read(&found, "/tickets/new").set("category", "deposit-not-credited");
        let tx = after_all(&browser, chosen).await;
        assert!(tx.contains("Transaction ID (hash)") && tx.contains("Where do I find it?"), "{tx}");
        let address = answer(&browser, &tx, "tx", HASH).await;
        assert!(address.contains("Address that it was sent to"), "{address}");
        // What helps may be left out.
        let mut shown = address;
        for key in ["address", "source", "time", "contract"] {
            shown = answer(&browser, &shown, key, "").await;
        }
        assert!(shown.contains("Look it over and send") && shown.contains("Read from your text"));
        let form = Form::read(&shown, "/tickets");
        let sent = form.send(&browser).await;
        let ticket = after(&browser, sent.clone()).await;
        assert!(ticket.contains("Tron (TRC-20)") && ticket.contains(HASH), "{ticket}");
        // Sent twice, it is one ticket, though the draft is gone.
        assert_eq!(
            form.send(&browser).await.expect(303).header("location"),
            sent.header("location")
        );
        let new = page(&browser, "/tickets/new").await.expect(200).text();
        assert!(!new.contains("Go on where you stopped"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_hash_is_helped_and_takes_a_recording_instead() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let tx = begin(&browser, "250 USDT on TRC20 have not come").await;
    let to = format!("{NEW}/questions/tx");
    let wrong =
        Form::read(&tx, &to).set("answer", &HASH[..60]).send(&browser).await.expect(422).text();
    assert!(wrong.contains("is cut off") && wrong.contains(&HASH[..60]), "{wrong}");
    assert!(wrong.contains("<title>Error: "));
    let nothing = Form::read(&tx, &to).send(&browser).await.expect(422).text();
    assert!(nothing.contains("Answer this, please."));
    let platform = after_all(&browser, Form::read(&tx, &to).set("lacking", "yes")).await;
    assert!(platform.contains("Where was it sent from?"));
    let recording = answer(&browser, &platform, "platform", "okx").await;
    assert!(recording.contains("OKX: Assets") && !recording.contains("Kraken:"), "{recording}");
    let to = format!("{NEW}/questions/recording");
    let without = Form::read(&recording, &to).send(&browser).await.expect(422).text();
    assert!(without.contains("Choose a file."), "{without}");
    let with = Form::read(&recording, &to).file(
        "status.mp4",
        "video/mp4",
        b"\0\0\0\x18ftypmp42 and so on",
    );
    let next = after_all(&browser, with).await;
    assert!(next.contains("Address that it was sent to"), "{next}");
    let check = page(&browser, &format!("{NEW}/check")).await.expect(200).text();
    assert!(check.contains("Keep \u{2068}status.mp4\u{2069}"), "{check}");
    let ticket = after(&browser, Form::read(&check, "/tickets").send(&browser).await).await;
    assert!(ticket.contains("status.mp4") && ticket.contains("I do not have it"), "{ticket}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_mandatory_is_asked_for_and_nothing_is_lost() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let check = page(&browser, &format!("{NEW}/check")).await.expect(200).text();
    let wrong = Form::read(&check, "/tickets")
        .set("subject", "Where is it?")
        .set("body", "A long story about 3 BTC")
        .file("receipt.txt", "text/plain", b"paid");
    let again = wrong.send(&browser).await.expect(422).text();
    for shown in
        ["There is a problem", "Answer this: ", "Still needed", "A long story", "receipt.txt"]
    {
        assert!(again.contains(shown), "{shown} in {again}");
    }
    // The draft has it too, so a new tab and another device show the same.
    let other = enter(&app, "grace").await;
    let tx = open(&other, NEW).await;
    assert!(tx.contains("Transaction ID (hash)"), "{tx}");
    let check = page(&other, &format!("{NEW}/check")).await.expect(200).text();
    assert!(check.contains("A long story about 3 BTC") && check.contains("receipt.txt"), "{check}");
    // Thrown away, it is gone.
    let text = page(&other, &format!("{NEW}/text")).await.expect(200).text();
    after(&other, Form::read(&text, &format!("{NEW}/removal")).send(&other).await).await;
    let new = page(&browser, "/tickets/new").await.expect(200).text();
    assert!(!new.contains("A long story"));
}

/// Two tabs each write their own question, and the one does not undo the other.
#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_answer_side_by_side() {
    for app in TestApp::both().await {
        let browser = enter(&app, "grace").await;
        let asset = begin(&browser, "It has not come").await;
        let path = |key: &str| format!("{NEW}/questions/{key}");
        let network = page(&browser, &path("network")).await.expect(200).text();
        answer(&browser, &network, "network", "tron").await;
        answer(&browser, &asset, "asset", "usdt").await;
        let check = page(&browser, &format!("{NEW}/check")).await.expect(200).text();
        assert!(check.contains("Tron (TRC-20)") && check.contains("USDT"), "{check}");
    }
}

/// A form or category that changed in between gives a clear answer, and what was typed goes on.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_changed_keeps_what_was_typed() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let asset = begin(&browser, "Two coins are gone").await;
    let categories = format!("/api/v1/brands/{}/categories", app.brand_id);
    let own = json!({ "questions": [{ "key": "amount", "kind": "amount", "need": "mandatory" }] });
    let form = format!("{categories}/deposit-not-credited/form");
    app.admin.put(&form).if_match(0).json(&own).send().await.expect(200);
    let next = answer(&browser, &asset, "asset", "USDT").await;
    assert!(next.contains("How much?"), "{next}");
    let withdrawal = format!("{categories}/deposit-not-credited/withdrawal");
    app.admin.put(&withdrawal).send().await.expect(204);
    let to = format!("{NEW}/questions/amount");
    let gone =
        Form::read(&next, &to).set("answer", "2 BTC").send(&browser).await.expect(200).text();
    assert!(gone.contains("is no longer offered"), "{gone}");
    let chosen = Form::read(&gone, "/tickets/new").set("category", "other");
    let moved = after_all(&browser, chosen).await;
    assert!(moved.contains("Screenshot"), "{moved}");
    let check = page(&browser, "/tickets/new/other/check").await.expect(200).text();
    // What was typed for the category that was gone by then goes along too.
    assert!(check.contains("Two coins are gone") && check.contains("2 BTC"), "{check}");
    // A last page that was open all the while asks for another topic, and has everything.
    let late = Form::read(&check, "/tickets")
        .set("category", "deposit-not-credited")
        .set("subject", "Gone");
    let again = late.send(&browser).await.expect(422).text();
    assert!(again.contains("category-error") && again.contains("Two coins are gone"), "{again}");
    let sent = Form::read(&again, "/tickets").set("category", "other").send(&browser).await;
    assert!(after(&browser, sent).await.contains("Two coins are gone"));
}

/// The first words for a category that was withdrawn while they were typed are kept too, and a file beside them.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_for_a_category_that_is_gone_goes_into_another() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let asks = async |path: &str| Form::read(&page(&browser, path).await.expect(200).text(), path);
    let text = asks(&format!("{NEW}/text")).await;
    let file = asks(&format!("{NEW}/questions/recording")).await;
    let categories = format!("/api/v1/brands/{}/categories", app.brand_id);
    let withdrawal = format!("{categories}/deposit-not-credited/withdrawal");
    app.admin.put(&withdrawal).send().await.expect(204);
    let gone = text.set("body", "It has not come").send(&browser).await.expect(200).text();
    assert!(gone.contains("is no longer offered"), "{gone}");
    let chosen = Form::read(&gone, "/tickets/new").set("category", "other");
    chosen.send(&browser).await.expect(303);
    let film = file.file("status.mp4", "video/mp4", b"\0\0\0\x18ftypmp42 and so on");
    let gone = film.send(&browser).await.expect(200).text();
    let chosen = Form::read(&gone, "/tickets/new").set("category", "other");
    chosen.send(&browser).await.expect(303);
    let check = page(&browser, "/tickets/new/other/check").await.expect(200).text();
    assert!(check.contains("It has not come") && check.contains("status.mp4"), "{check}");
}

/// A key typed into a draft rests nowhere, and is a theft when the ticket is sent though the text no longer has it.
#[tokio::test(flavor = "multi_thread")]
async fn a_key_in_a_draft_is_hidden_and_remembered() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    let text = page(&browser, "/tickets/new/other/text").await.expect(200).text();
    let form =
        Form::read(&text, "/tickets/new/other/text").set("body", &format!("My words: {phrase}"));
    let shown = after_all(&browser, form).await;
    assert!(!shown.contains("sausage"));
    let check = page(&browser, "/tickets/new/other/check").await.expect(200).text();
    assert!(!check.contains("sausage"), "{check}");
    let ticket = after(&browser, Form::read(&check, "/tickets").send(&browser).await).await;
    assert!(ticket.contains("We treat this as a possible theft"), "{ticket}");
    let rows: Vec<(String,)> =
        app.look(async |rx| Ok(rx.query("select body from message_body", &[]).await?)).await;
    assert!(rows.iter().all(|(body,)| !body.contains("sausage")));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_box_reads_what_is_put_into_it() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let number =
        app.ticket_with(&app.customer("grace").await, "Deposit", &format!("See {HASH}")).await;
    let ask = async |typed: &str| {
        let home = page(&browser, "/").await.expect(200).text();
        Form::read(&home, "/question").set("question", typed).send(&browser).await
    };
    let found = ask(HASH).await.expect(200).text();
    assert!(
        found.contains("Your tickets that mention the same") && found.contains(number.as_str())
    );
    assert!(found.contains("Deposit not credited"));
    let cut = ask(&HASH[..60]).await.expect(200).text();
    assert!(cut.contains("is cut off"), "{cut}");
    assert!(ask("my withdrawal failed").await.expect(200).text().contains("This fits"));
    let leak =
        ask("legal winner thank year wave sausage worth useful legal winner thank yellow").await;
    let leak = leak.expect(200).text();
    assert!(!leak.contains("sausage") && leak.contains("move all your funds"), "{leak}");
    // What was hidden there is still a theft when the ticket is sent.
    let chosen = Form::read(&leak, "/tickets/new").set("category", "other");
    after_all(&browser, chosen).await;
    let check = page(&browser, "/tickets/new/other/check").await.expect(200).text();
    let sent = after(&browser, Form::read(&check, "/tickets").send(&browser).await).await;
    assert!(sent.contains("We treat this as a possible theft"), "{sent}");
    let nothing = ask("  ").await.expect(422).text();
    assert!(
        nothing.contains("Write a few words") && nothing.contains("question-error"),
        "{nothing}"
    );
    // Who is not signed in is answered too, and led to the sign-in.
    let stranger = app.anonymous();
    let home = page(&stranger, "/").await.expect(200).text();
    let found = Form::read(&home, "/question")
        .set("question", HASH)
        .send(&stranger)
        .await
        .expect(200)
        .text();
    assert!(
        found.contains("Transaction ID") && found.contains("Support has no password of its own")
    );
    assert!(!found.contains(number.as_str()));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_asks_and_goes_up() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let number = app.ticket(&app.customer("grace").await, "Deposit").await;
    let path = format!("/tickets/{number}");
    let ticket = page(&browser, &path).await.expect(200).text();
    assert!(
        ticket.contains("you can ask from") && !ticket.contains(&format!("{path}/nudges")),
        "{ticket}"
    );
    app.clock.advance(Duration::from_secs(3600));
    let ticket = page(&browser, &path).await.expect(200).text();
    let nudge = Form::read(&ticket, &format!("{path}/nudges"));
    let asked = after(&browser, nudge.send(&browser).await).await;
    assert!(
        asked.contains("We told them that you wait.")
            && asked.contains("You asked whether anybody is there")
    );
    // Pressed twice: a clear answer, and no second nudge.
    let again = after(&browser, nudge.send(&browser).await).await;
    assert!(again.contains("You told them already") && again.contains("you can ask from"));
    let why = page(&browser, &format!("{path}/escalation")).await.expect(200).text();
    let form = Form::read(&why, &format!("{path}/escalations"));
    form.clone().send(&browser).await.expect(422);
    let form = form.set("body", "Nobody looked at the block.");
    let gone = after(&browser, form.send(&browser).await).await;
    assert!(
        gone.contains("You asked for a specialist") && gone.contains("Nobody looked at the block.")
    );
    form.send(&browser).await.expect(303);
    let again = page(&browser, &format!("{path}/escalation")).await.expect(200).text();
    assert!(again.contains("needs a day for it"), "{again}");
}

/// After the session is over every page says so, and the draft waits for the next one.
#[tokio::test(flavor = "multi_thread")]
async fn a_draft_survives_the_session() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let asset = begin(&browser, "Two coins are gone").await;
    let left = Form::read(&asset, "/sign-out").send(&browser).await;
    after(&browser, left).await;
    let form = Form::read(&asset, &format!("{NEW}/questions/asset")).set("answer", "BTC");
    form.send(&browser).await.expect(401);
    let back = enter(&app, "grace").await;
    assert!(page(&back, "/tickets/new").await.expect(200).text().contains("Two coins are gone"));
    // Nobody else sees it.
    let eve = enter(&app, "eve").await;
    assert!(!page(&eve, "/tickets/new").await.expect(200).text().contains("Two coins are gone"));
    // A week later it is forgotten.
    app.clock.advance(Duration::from_secs(8 * 24 * 3600));
    app.recur().await;
    let late = enter(&app, "grace").await;
    assert!(!page(&late, "/tickets/new").await.expect(200).text().contains("Two coins are gone"));
}

/// A network that the form has no name for has hashes of a form of its own. What was taken is not dropped when the network is changed.
#[tokio::test(flavor = "multi_thread")]
async fn a_network_without_a_name_is_no_dead_end() {
    const ODD: &str = "op-x7Yq2zk";
    for app in TestApp::both().await {
        let browser = enter(&app, "grace").await;
        let asset = begin(&browser, "It has not come").await;
        let network = answer(&browser, &asset, "asset", "ABC").await;
        let tx = answer(&browser, &network, "network", "tron").await;
        let to = format!("{NEW}/questions/tx");
        let known = Form::read(&tx, &to).set("answer", ODD).send(&browser).await.expect(422);
        assert!(known.text().contains(ODD));
        answer(&browser, &network, "network", "other").await;
        let words = Form::read(&tx, &to).set("answer", "somewhere 1").send(&browser).await;
        assert!(words.expect(422).text().contains("<title>Error: "));
        let amount = answer(&browser, &tx, "tx", ODD).await;
        assert!(amount.contains("How much?"), "{amount}");
        answer(&browser, &amount, "amount", "5 ABC").await;
        answer(&browser, &network, "network", "tron").await;
        let check = page(&browser, &format!("{NEW}/check")).await.expect(200).text();
        let sent = Form::read(&check, "/tickets").send(&browser).await.expect(303);
        let number = sent.header("location").split(['/', '?']).nth(2).expect("a number").to_owned();
        let path = format!("/api/v1/tickets/{number}/answers");
        let found = app.customer("grace").await.get(&path).send().await.expect(200).json();
        let given = found["answers"].as_array().expect("a list").iter();
        let given: Vec<_> = given
            .filter_map(|one| Some((one["question"].as_str()?, one["value"].as_str()?)))
            .collect();
        let expected = [("asset", "ABC"), ("network", "tron"), ("tx", ODD), ("amount", "5 ABC")];
        assert_eq!(given, expected);
    }
}

/// What a form does not have is not read, whoever puts it in.
#[tokio::test(flavor = "multi_thread")]
async fn fields_that_nobody_asked_for_change_nothing() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let eve = app.ticket(&app.customer("eve").await, "Mine").await;
    let forged = |form: Form| {
        let more = [("priority", "urgent"), ("status", "closed"), ("risk", "suspected_theft")];
        let form = more.into_iter().fold(form, |form, (name, value)| form.set(name, value));
        form.set("number", eve.as_str()).set("customer_id", eve.as_str()).set("answer", "BTC")
    };
    let home = page(&browser, "/").await.expect(200).text();
    let asked = Form::read(&home, "/question").set("question", "My fees look wrong");
    let fitting = asked.send(&browser).await.expect(200).text();
    let begun = forged(Form::read(&fitting, "/tickets/new").set("category", "other"));
    after_all(&browser, begun).await;
    let text = page(&browser, "/tickets/new/other/text").await.expect(200).text();
    let told = Form::read(&text, "/tickets/new/other/text").set("body", "Where is it?");
    after_all(&browser, forged(told)).await;
    let check = page(&browser, "/tickets/new/other/check").await.expect(200).text();
    let sent = forged(Form::read(&check, "/tickets").set("subject", "A question"));
    let sent = sent.send(&browser).await.expect(303);
    let number = sent.header("location").split(['/', '?']).nth(2).expect("a number").to_owned();
    assert_ne!(number, eve.as_str());
    let path = format!("/tickets/{number}");
    let ticket = page(&browser, &path).await.expect(200).text();
    let reply = Form::read(&ticket, &format!("{path}/messages")).set("body", "Hello?");
    forged(reply).send(&browser).await.expect(303);
    let seen = app.admin.get(&format!("/api/v1{path}")).send().await.expect(200).json();
    assert_eq!((&seen["priority"], &seen["message_count"]), (&json!("normal"), &json!(2)));
    assert_ne!(seen["risk"], "suspected_theft");
    let others = app.admin.get(&format!("/api/v1/tickets/{eve}")).send().await.expect(200).json();
    assert_eq!(others["message_count"], 1);
}

/// Whoever left too many files behind loses neither the text nor the way to send it.
#[tokio::test(flavor = "multi_thread")]
async fn too_many_files_left_behind_stop_no_message() {
    const STORY: &str = "A long story that took an hour";
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let check = page(&browser, "/tickets/new/other/check").await.expect(200).text();
    let form = Form::read(&check, "/tickets").set("body", STORY).set("subject", "");
    for round in (0..limits::UNCLAIMED_FILES).step_by(limits::ATTACHMENTS_PER_MESSAGE) {
        let many = (0..limits::ATTACHMENTS_PER_MESSAGE).fold(form.clone(), |form, n| {
            form.file(&format!("{round}-{n}.txt"), "text/plain", b"paid")
        });
        many.send(&browser).await.expect(422);
    }
    let form = form.set("subject", "Now");
    let full = form.clone().file("last.txt", "text/plain", b"paid").send(&browser).await;
    let full = full.expect(422).text();
    assert!(full.contains("last.txt") && full.contains(STORY), "{full}");
    assert!(full.contains("Too many of your files already wait"), "{full}");
    // The page that came back shows the files of the tries before; with one of them it is sent.
    let last = Form::read(&full, "/tickets");
    assert!(after(&browser, last.send(&browser).await).await.contains(STORY));
}

/// The same draft on two devices: what the one wrote is shown to the other before it takes its place, and nothing is lost unseen.
#[tokio::test(flavor = "multi_thread")]
async fn a_text_of_another_device_is_shown_and_not_undone() {
    let (text, last) = ("/tickets/new/other/text", "/tickets/new/other/check");
    for app in TestApp::both().await {
        let (phone, laptop) = (enter(&app, "grace").await, enter(&app, "grace").await);
        let asks = async |browser: &Client| {
            Form::read(&page(browser, text).await.expect(200).text(), text)
        };
        after_all(&phone, asks(&phone).await.set("body", "It has not come")).await;
        let check = page(&phone, last).await.expect(200).text();
        let (old, stale) =
            (asks(&phone).await, Form::read(&check, "/tickets").set("subject", "It"));
        after_all(&laptop, asks(&laptop).await.set("body", "Two of them left on Monday")).await;

        let again =
            old.clone().set("body", "It did not come").send(&phone).await.expect(409).text();
        for shown in ["<title>Error: ", "Two of them left on Monday", "It did not come"] {
            assert!(again.contains(shown), "{shown} in {again}");
        }
        let told = stale.send(&phone).await.expect(409).text();
        for shown in ["<title>Error: ", "Two of them left on Monday", "It has not come"] {
            assert!(told.contains(shown), "{shown} in {told}");
        }
        let kept = page(&laptop, text).await.expect(200).text();
        assert!(
            kept.contains("Two of them left on Monday") && !kept.contains("did not come"),
            "{kept}"
        );
        // What holds the other text loses nothing of it, and what was seen may be replaced.
        let both = "It did not come. Two of them left on Monday, one of them twice";
        old.set("body", both).send(&phone).await.expect(303);
        let told = Form::read(&told, "/tickets").send(&phone).await.expect(409).text();
        assert!(told.contains("one of them twice"), "{told}");
        let ticket = after(&phone, Form::read(&told, "/tickets").send(&phone).await).await;
        assert!(ticket.contains("It has not come") && !ticket.contains("Two of them"), "{ticket}");
    }
}

/// The same questions on two devices: what one of them changed is written, and what both did is shown to the later one.
#[tokio::test(flavor = "multi_thread")]
async fn answers_of_two_devices_meet_question_by_question() {
    let to = |key: &str| format!("{NEW}/questions/{key}");
    let last = format!("{NEW}/check");
    for app in TestApp::both().await {
        let (phone, laptop) = (enter(&app, "grace").await, enter(&app, "grace").await);
        begin(&phone, "It has not come").await;
        let asks = async |browser: &Client, key: &str| {
            Form::read(&page(browser, &to(key)).await.expect(200).text(), &to(key))
        };
        let amount = asks(&phone, "amount").await.set("answer", "250 USDT");
        amount.send(&phone).await.expect(303);
        let (unchanged, late) =
            (asks(&laptop, "amount").await, asks(&laptop, "amount").await.set("answer", "2,500"));
        // Whoever goes back knows what they wrote themselves.
        amount.set("answer", "251 USDT").send(&phone).await.expect(303);
        unchanged.send(&laptop).await.expect(303);
        let told = late.send(&laptop).await.expect(409).text();
        for shown in ["<title>Error: ", "This was answered elsewhere", "251 USDT", "2,500"] {
            assert!(told.contains(shown), "{shown} in {told}");
        }
        let check = page(&phone, &last).await.expect(200).text();
        assert!(check.contains("251 USDT") && !check.contains("2,500"), "{check}");
        Form::read(&told, &to("amount")).send(&laptop).await.expect(303);

        // Two questions at the same moment are both answered.
        let asset = asks(&phone, "asset").await.set("answer", "usdt");
        let network = asks(&laptop, "network").await.set("answer", "tron");
        let (one, two) = tokio::join!(asset.send(&phone), network.send(&laptop));
        one.expect(303);
        two.expect(303);
        let check = page(&phone, &last).await.expect(200).text();
        for shown in ["2,500", "Tron (TRC-20)", "USDT"] {
            assert!(check.contains(shown), "{shown} in {check}");
        }
    }
}

/// A page that knew less, and is refused for another reason, does not undo what it never showed.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_comes_back_with_a_mistake_knows_no_more_than_before() {
    let (text, asset) = (format!("{NEW}/text"), format!("{NEW}/questions/asset"));
    let app = TestApp::sqlite().await;
    let (phone, laptop) = (enter(&app, "grace").await, enter(&app, "grace").await);
    begin(&phone, "It has not come").await;
    let asks = async |browser: &Client, path: &str| {
        Form::read(&page(browser, path).await.expect(200).text(), path)
    };
    for (path, field, mistake, theirs, mine) in [
        (text.as_str(), "body", "", "Two of them left on Monday", "One of them left"),
        (asset.as_str(), "answer", "?", "BTC", "ETH"),
    ] {
        let old = asks(&phone, path).await;
        asks(&laptop, path).await.set(field, theirs).send(&laptop).await.expect(303);
        let wrong = old.set(field, mistake).send(&phone).await.expect(422).text();
        let told = Form::read(&wrong, path).set(field, mine).send(&phone).await.expect(409).text();
        assert!(told.contains(theirs) && told.contains(mine), "{told}");
    }
}

/// Files of two devices are all kept, and what the last page did not show is looked over before it is sent.
#[tokio::test(flavor = "multi_thread")]
async fn what_another_device_added_is_looked_over_before_it_is_sent() {
    let (files, last) = ("/tickets/new/other/questions/screenshot", "/tickets/new/other/check");
    for app in TestApp::both().await {
        let (phone, laptop) = (enter(&app, "grace").await, enter(&app, "grace").await);
        let asks = async |browser: &Client, path: &str, action: &str| {
            Form::read(&page(browser, path).await.expect(200).text(), action)
        };
        let text = asks(&phone, "/tickets/new/other/text", "/tickets/new/other/text").await;
        after_all(&phone, text.set("body", "It has not come")).await;
        let (other, old) = (asks(&phone, files, files).await, asks(&phone, last, "/tickets").await);
        let added = asks(&laptop, files, files).await.file("first.txt", "text/plain", b"one");
        added.send(&laptop).await.expect(303);
        other.file("second.txt", "text/plain", b"two").send(&phone).await.expect(303);

        let told = old.send(&phone).await.expect(409).text();
        for shown in
            ["<title>Error: ", "changed on another page or device", "first.txt", "second.txt"]
        {
            assert!(told.contains(shown), "{shown} in {told}");
        }
        // What was looked over is sent. One box is left, as if the other had been taken out.
        let ticket = after(&phone, Form::read(&told, "/tickets").send(&phone).await).await;
        assert!(ticket.contains("second.txt") && ticket.contains("It has not come"), "{ticket}");
        let again = page(&laptop, "/tickets/new").await.expect(200).text();
        assert!(!again.contains("It has not come"), "{again}");
    }
}

/// A question that leads into a category where something was begun goes behind it.
#[tokio::test(flavor = "multi_thread")]
async fn a_question_does_not_undo_a_draft() {
    let app = TestApp::sqlite().await;
    let browser = enter(&app, "grace").await;
    let asks = async |typed: &str| {
        let home = page(&browser, "/").await.expect(200).text();
        let asked = Form::read(&home, "/question").set("question", typed).send(&browser).await;
        let chosen = Form::read(&asked.expect(200).text(), "/tickets/new").set("category", "other");
        // Pressed twice, it is said once.
        chosen.send(&browser).await.expect(303);
        after_all(&browser, chosen).await
    };
    asks("A long story about my fees").await;
    asks("And another thing").await;
    let check = page(&browser, "/tickets/new/other/check").await.expect(200).text();
    let kept = Form::read(&check, "/tickets").send(&browser).await;
    let ticket = after(&browser, kept).await;
    for said in ["A long story about my fees", "And another thing"] {
        assert!(ticket.contains(said), "{said} in {ticket}");
    }
    assert!(check.contains("A long story about my fees\n\nAnd another thing"), "{check}");
}
