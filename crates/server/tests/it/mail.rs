//! Mail from the desk through a real postfix into a real mailbox of dovecot.

use std::time::Duration;

use mail_parser::{Message, MessageParser};
use proofdesk_desk::id::PublicId;
use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Customer, Engine, NewMember, PostOffice, Setup, TestApp};
use serde_json::{Value, json};

use crate::access::solved;

const BEA: &str = "bea@exchange.example.com";
const BOB: &str = "bob@exchange.example.com";
const LAM: &str = "lam@elsewhere.example.net";

async fn desk(engine: Engine, office: &PostOffice, from: &str) -> TestApp {
    let mail = office.mail(from);
    Setup::on(engine).config(move |config| config.mail = mail).start().await
}

async fn reply(app: &TestApp, number: &PublicId, text: &str) {
    let path = format!("/api/v1/tickets/{number}/messages");
    app.admin.post(&path).json(&json!({ "body": text })).send().await.expect(201);
}

/// What agents see of a ticket's mails: state and error of each.
async fn seen(app: &TestApp, number: &PublicId) -> Vec<(String, Value)> {
    let path = format!("/api/v1/tickets/{number}/notifications");
    let answer = app.admin.get(&path).send().await.expect(200).json();
    let items = answer["items"].as_array().expect("items").clone();
    items
        .iter()
        .map(|item| (item["state"].as_str().expect("a state").to_owned(), item["error"].clone()))
        .collect()
}

fn parsed(raw: &[u8]) -> Message<'_> {
    MessageParser::default().parse(raw).expect("a mail")
}

async fn in_arabic(customer: &Customer) {
    customer.patch("/api/v1/me").json(&json!({ "locale": "ar" })).send().await.expect(204);
}

/// A receipt with number and promised time, an answer and a solution: one thread, in the reader's language and direction.
#[tokio::test(flavor = "multi_thread")]
async fn mail_arrives_threads_and_renders() {
    let office = PostOffice::start(&[BEA, BOB]).await;
    // Desks of tests draw the same message ids, so each has a mailbox of its own.
    for (engine, sub, address) in [(Engine::Sqlite, "bea", BEA), (Engine::Postgres, "bob", BOB)] {
        let app = desk(engine, &office, "support@desk.test").await;
        let promise = format!("/api/v1/brands/{}/promise", app.brand_id);
        let promised = json!({ "answer_within_min": 240 });
        app.admin.put(&promise).json(&promised).send().await.expect(204);
        let customer = app.customer(sub).await;
        in_arabic(&customer).await;
        let number = app.ticket(&customer, "لم يصل إيداع USDT").await;
        app.step().await;
        reply(&app, &number, "We found **your deposit**.").await;
        app.step().await;
        let status = format!("/api/v1/tickets/{number}/status");
        let solved = json!({ "status_id": solved(&app).await });
        app.admin.put(&status).json(&solved).send().await.expect(200);
        app.step().await;

        let mails = office.mails_when(address, 3).await;
        let mails: Vec<Message<'_>> = mails.iter().map(|raw| parsed(raw)).collect();
        let ids: Vec<&str> = mails.iter().map(|mail| mail.message_id().expect("an id")).collect();
        assert_eq!(mails[2].in_reply_to().as_text(), Some(ids[1]));
        for mail in &mails {
            assert_eq!(mail.subject(), Some(format!("[{number}] لم يصل إيداع USDT").as_str()));
            assert_eq!(
                mail.header("Auto-Submitted").expect("there").as_text(),
                Some("auto-generated")
            );
            let html = mail.body_html(0).expect("HTML");
            assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">"), "{html}");
            let text = mail.body_text(0).expect("text");
            assert!(text.contains(&format!("{}/tickets/{number}", app.origin())), "{text}");
        }
        let receipt = mails[0].body_text(0).expect("text");
        assert!(receipt.contains(number.as_str()) && receipt.contains("نرد عليك قبل"), "{receipt}");
        let answer = &mails[1];
        assert!(answer.body_text(0).expect("there").contains("We found **your deposit**."));
        assert!(answer.body_html(0).expect("there").contains("<strong>your deposit</strong>"));
        let states: Vec<String> = seen(&app, &number).await.into_iter().map(|(s, _)| s).collect();
        assert_eq!(states, ["sent", "sent", "sent"]);
        // Dovecot's own idea of the mailbox: one conversation.
        assert_eq!(office.threads(address).await, "(1 2 3)");
    }
}

/// The server is down: the mail waits, and comes when it is up again. Nothing comes twice.
#[tokio::test(flavor = "multi_thread")]
async fn mail_waits_for_a_server_that_is_down() {
    let mut office = PostOffice::start(&[BEA]).await;
    let app = desk(Engine::Sqlite, &office, "support@desk.test").await;
    office.close().await;
    let bea = app.customer("bea").await;
    let number = app.ticket(&bea, "Where is my deposit?").await;
    for _ in 0..3 {
        app.step().await;
        app.clock.advance(Duration::from_secs(3600));
    }
    assert_eq!(seen(&app, &number).await, [("queued".to_owned(), json!("connection"))]);
    office.open().await;
    app.step().await;
    assert_eq!(seen(&app, &number).await, [("sent".to_owned(), Value::Null)]);
    office.mails_when(BEA, 1).await;
    app.clock.advance(Duration::from_secs(24 * 3600));
    app.step().await;
    assert_eq!(office.mails(BEA).await.len(), 1);
}

/// A certificate that nobody vouches for: nothing is sent, and agents read why.
#[tokio::test(flavor = "multi_thread")]
async fn mail_goes_to_no_server_that_cannot_prove_itself() {
    let office = PostOffice::start(&[BEA]).await;
    let mut mail = office.mail("support@desk.test");
    mail.ca_file = None;
    let setup = Setup::on(Engine::Sqlite).config(move |config| config.mail = mail);
    let app = setup.start().await;
    let bea = app.customer("bea").await;
    let number = app.ticket(&bea, "Where is my deposit?").await;
    app.step().await;
    assert_eq!(seen(&app, &number).await, [("queued".to_owned(), json!("tls"))]);
    assert!(office.mails(BEA).await.is_empty());
}

/// The address is refused: agents see it beside the message, and the next mail is not even tried.
#[tokio::test(flavor = "multi_thread")]
async fn a_refused_address_is_shown_and_left_alone() {
    let office = PostOffice::start(&[BEA]).await;
    let app = desk(Engine::Sqlite, &office, "support@desk.test").await;
    let gone = app.customer("gone").await;
    let number = app.ticket(&gone, "Where is my deposit?").await;
    app.step().await;
    let bounced = ("bounced".to_owned(), json!("550 5.1.1"));
    assert_eq!(seen(&app, &number).await, std::slice::from_ref(&bounced));
    reply(&app, &number, "It is here.").await;
    app.step().await;
    let withheld = ("withheld".to_owned(), json!("bounced-before"));
    assert_eq!(seen(&app, &number).await, [bounced, withheld]);
    // The page tells it all the same.
    let told = gone.get("/api/v1/me/notifications").send().await.expect(200).json();
    assert_eq!((&told["unread"], &told["items"][0]["kind"]), (&json!(1), &json!("reply")));
}

/// The server refuses us and not the address: given up, shown, and in the list of jobs that a person looks at.
#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_by_policy_is_a_failure_of_ours() {
    let office = PostOffice::start(&[BEA]).await;
    let app = desk(Engine::Sqlite, &office, "refused@desk.test").await;
    let bea = app.customer("bea").await;
    let number = app.ticket(&bea, "Where is my deposit?").await;
    app.step().await;
    assert_eq!(seen(&app, &number).await, [("failed".to_owned(), json!("554 5.7.1"))]);
    let jobs = app.admin.get("/api/v1/jobs").send().await.expect(200).json();
    assert_eq!(jobs["items"][0]["kind"], "notification.deliver");
}

/// Somebody without an account: an agent types an address, its owner gets one receipt without a typed word, and comes in by
/// its link, for this ticket's customer and nobody else. From then on answers are mailed.
#[tokio::test(flavor = "multi_thread")]
async fn a_customer_without_an_account_comes_in_by_the_receipt() {
    let office = PostOffice::start(&[BEA, LAM]).await;
    let app = desk(Engine::Sqlite, &office, "support@desk.test").await;
    let bea = app.customer("bea").await;
    let foreign = app.ticket(&bea, "Not yours").await;
    let new = json!({ "brand_id": app.brand_id, "name": "Lam", "email": LAM });
    let customer = app.admin.post("/api/v1/customers").json(&new).send().await.expect(201).json();
    let new = json!({
        "customer_id": customer["id"], "category": "other",
        "subject": "Win a prize at evil.example", "body": "Nothing that is mailed.",
    });
    let ticket = app.admin.post("/api/v1/tickets").json(&new).send().await.expect(201).json();
    let number: PublicId = ticket["id"].as_str().expect("a number").parse().expect("a number");
    reply(&app, &number, "A word of an agent.").await;
    app.step().await;
    let mails = office.mails_when(LAM, 1).await;
    let receipt = parsed(&mails[0]);
    let text = receipt.body_text(0).expect("text").into_owned();
    for typed in ["prize", "evil", "Nothing that", "A word of"] {
        assert!(!String::from_utf8_lossy(&mails[0]).contains(typed), "{text}");
    }
    let states = seen(&app, &number).await;
    assert_eq!(states[1], ("withheld".to_owned(), json!("unproven")));

    let link = text.lines().find(|line| line.contains("/link/pdt_")).expect("a link");
    let path = link.trim().strip_prefix(&app.origin()).expect("our address").to_owned();
    let lam = app.anonymous();
    let page = lam.get(&path).send().await.expect(200).text();
    assert!(page.contains(number.as_str()) && !page.contains("prize"));
    // Looking opened nothing.
    lam.get(&format!("/tickets/{number}")).send().await.expect(401);
    let opened = lam.post(&path).form(&[]).send().await.expect(303);
    assert_eq!(opened.header("location"), format!("/tickets/{number}"));
    let page = lam.get(&format!("/tickets/{number}")).send().await.expect(200).text();
    assert!(page.contains("A word of an agent."));
    lam.get(&format!("/tickets/{foreign}")).send().await.expect(404);

    reply(&app, &number, "Now you hear of it.").await;
    app.step().await;
    let mails = office.mails_when(LAM, 2).await;
    assert!(parsed(&mails[1]).body_text(0).expect("there").contains("Now you hear of it."));

    let links = format!("/api/v1/tickets/{number}/links");
    app.admin.delete(&links).send().await.expect(204);
    lam.get(&format!("/tickets/{number}")).send().await.expect(401);
    app.anonymous().post(&path).form(&[]).send().await.expect(410);
}

/// Signing out everywhere ends the mailed links too: they say what an expired one says, and lead to a new one, which goes to
/// the same address and to no other.
#[tokio::test(flavor = "multi_thread")]
async fn signing_out_everywhere_ends_the_mailed_links() {
    let office = PostOffice::start(&[LAM]).await;
    let app = desk(Engine::Sqlite, &office, "support@desk.test").await;
    let new = json!({ "brand_id": app.brand_id, "name": "Lam", "email": LAM });
    let customer = app.admin.post("/api/v1/customers").json(&new).send().await.expect(201).json();
    let new = json!({
        "customer_id": customer["id"], "category": "other", "subject": "Deposit", "body": "Late.",
    });
    let ticket = app.admin.post("/api/v1/tickets").json(&new).send().await.expect(201).json();
    let number = ticket["id"].as_str().expect("a number").to_owned();
    app.step().await;
    let old = link(&app, &office.mails_when(LAM, 1).await[0]);
    let lam = app.anonymous();
    lam.post(&old).form(&[]).send().await.expect(303);
    // A second device, by the same link.
    app.anonymous().post(&old).form(&[]).send().await.expect(303);
    // While it works there is nothing to renew.
    let renewal = format!("{old}/renewal");
    app.anonymous().post(&renewal).form(&[]).send().await.expect(303);
    lam.learn_csrf().await;
    lam.post("/sessions").form(&[("csrf", &lam.csrf().expect("a token"))]).send().await.expect(303);
    let html = async |answer: proofdesk_testkit::Answer| answer.expect(410).text();
    for over in [
        html(app.anonymous().get(&old).send().await).await,
        html(app.anonymous().post(&old).form(&[]).send().await).await,
    ] {
        assert!(over.contains("no longer works") && over.contains(&renewal), "{over}");
    }
    let sent = app.anonymous().post(&renewal).form(&[]).send().await.expect(200).text();
    assert!(sent.contains("on its way"), "{sent}");
    app.step().await;
    let mails = office.mails_when(LAM, 2).await;
    let text = parsed(&mails[1]).body_text(0).expect("text").into_owned();
    assert!(text.contains("a new link") && !text.contains("Late."), "{text}");
    let fresh = link(&app, &mails[1]);
    assert_ne!(fresh, old);
    let again = app.anonymous();
    let opened = again.post(&fresh).form(&[]).send().await.expect(303);
    assert_eq!(opened.header("location"), format!("/tickets/{number}"));
    // What an agent revoked went to the wrong reader, who gets no other.
    let links = format!("/api/v1/tickets/{number}/links");
    app.admin.delete(&links).send().await.expect(204);
    let revoked = html(app.anonymous().get(&fresh).send().await).await;
    assert!(!revoked.contains("/renewal"), "{revoked}");
    app.anonymous().post(&format!("{fresh}/renewal")).form(&[]).send().await.expect(410);
}

/// The path of the link in a mail.
fn link(app: &TestApp, mail: &[u8]) -> String {
    let text = parsed(mail).body_text(0).expect("text").into_owned();
    let line = text.lines().find(|line| line.contains("/link/pdt_")).expect("a link");
    line.trim().strip_prefix(&app.origin()).expect("our address").to_owned()
}

/// Whoever lost their password asks at the door, and so may anybody: the answer is the same, and only a member hears of it.
#[tokio::test(flavor = "multi_thread")]
async fn members_get_their_links_by_mail() {
    let (mina, ada) = ("mina@example.com", "ada@example.com");
    let office = PostOffice::start(&[mina, ada]).await;
    let app = desk(Engine::Sqlite, &office, "support@desk.test").await;
    let new = json!({ "email": mina, "locale": "zh-Hans" });
    let handed = app.admin.post("/api/v1/staff").json(&new).send().await.expect(201).json();
    app.step().await;
    let mails = office.mails_when(mina, 1).await;
    let invitation = parsed(&mails[0]);
    assert_eq!(invitation.subject(), Some("加入 Acme 客服台"));
    let mailed = token_in(&invitation);
    assert!(!handed["link"].as_str().expect("a link").ends_with(&mailed));
    let accept = async |token: &str| {
        let path = format!("/api/v1/links/{token}/acceptance");
        let body = json!({ "password": "anchor-velvet-17" });
        app.anonymous().post(&path).json(&body).send().await
    };
    accept(&mailed).await.expect(201);
    // The one that was handed over is of no more use.
    let handed = handed["link"].as_str().expect("a link").rsplit('/').next().expect("a token");
    accept(handed).await.expect(410);

    let ask = async |email: &str| {
        let body = json!({ "email": email });
        app.anonymous().post("/api/v1/password-resets").json(&body).send().await.expect(204);
    };
    ask("nobody@example.com").await;
    assert_eq!(app.step().await, 0);
    for _ in 0..6 {
        ask(ada).await;
        app.step().await;
    }
    let mails = office.mails_when(ada, 3).await;
    assert_eq!(mails.len(), 3, "three an hour");
    accept(&token_in(&parsed(&mails[2]))).await.expect(201);
    accept(&token_in(&parsed(&mails[0]))).await.expect(410);
    app.admin.get("/api/v1/sessions").send().await.expect(401);
}

/// The token of the link in a mail to a member.
fn token_in(mail: &Message<'_>) -> String {
    let text = mail.body_text(0).expect("text");
    let link = text.lines().find(|line| line.contains("/console/link/")).expect("a link");
    link.trim().rsplit('/').next().expect("a token").to_owned()
}

/// Whom a note mentions is mailed when they are away: of one ticket once in a while, without a word of the note, and only if they
/// want it.
#[tokio::test(flavor = "multi_thread")]
async fn members_who_are_away_hear_of_mentions() {
    let noor_at = "noor@example.com";
    let office = PostOffice::start(&[noor_at]).await;
    let app = desk(Engine::Sqlite, &office, "support@desk.test").await;
    let grace = app.customer("grace").await;
    let (one, two) = (app.ticket(&grace, "One").await, app.ticket(&grace, "Two").await);
    let noor = NewMember::named("noor").role(Builtin::Agent).brand(app.brand_id);
    let noor = app.member(noor).await;
    let mention = async |number: &PublicId| {
        let path = format!("/api/v1/tickets/{number}/messages");
        let staff_ids = [noor.id.to_string()];
        let note = json!({
            "body": "The zanzibar deposit", "visibility": "internal",
            "mentions": { "staff_ids": staff_ids },
        });
        app.admin.post(&path).json(&note).send().await.expect(201);
        app.step().await;
    };
    // She came in a moment ago: the console tells her.
    mention(&two).await;
    app.clock.advance(Duration::from_secs(11 * 60));
    mention(&one).await;
    let mails = office.mails_when(noor_at, 1).await;
    let mail = parsed(&mails[0]);
    let subject = mail.subject().expect("a subject");
    assert!(subject.starts_with(&format!("[{one}] ")), "{subject}");
    let text = mail.body_text(0).expect("text");
    assert!(text.contains(&format!("{}/console/tickets/{one}", app.origin())), "{text}");
    assert!(!text.contains("zanzibar"), "{text}");
    mention(&one).await;
    // Of another ticket she is told, so that nothing of the first can be on its way still.
    mention(&two).await;
    assert_eq!(office.mails_when(noor_at, 2).await.len(), 2);
    app.clock.advance(Duration::from_secs(16 * 60));
    mention(&one).await;
    assert_eq!(office.mails_when(noor_at, 3).await.len(), 3);
    let off = json!({ "mention_mails": false });
    noor.patch("/api/v1/me").json(&off).send().await.expect(204);
    app.clock.advance(Duration::from_secs(16 * 60));
    mention(&one).await;
    assert_eq!(app.step().await, 0);
    assert_eq!(office.mails(noor_at).await.len(), 3);
}

/// Whoever owns articles that are due is mailed once, all of them in one mail, and only if they want it.
#[tokio::test(flavor = "multi_thread")]
async fn owners_hear_once_of_articles_that_are_due() {
    let (mina_at, noor_at) = ("mina@example.com", "noor@example.com");
    let office = PostOffice::start(&[mina_at, noor_at]).await;
    let app = desk(Engine::Sqlite, &office, "support@desk.test").await;
    let grants = [(Permission::ArticleRead, Reach::All)];
    let mina = app.member(NewMember::named("mina").grants(grants)).await;
    let noor = app.member(NewMember::named("noor").grants(grants)).await;
    noor.patch("/api/v1/me").json(&json!({ "review_mails": false })).send().await.expect(204);
    let names = json!({ "position": 1, "names": [{ "lang": "en", "name": "Fees" }] });
    app.admin.put("/api/v1/help-sections/fees").json(&names).send().await.expect(204);
    for (slug, owner) in [("zanzibar", &mina), ("pemba", &mina), ("mafia", &noor)] {
        let new = json!({
            "slug": slug, "section": "fees", "kind": "guide", "audience": "public", "lang": "en",
            "review_days": 1, "owner_id": owner.id.to_string(), "title": format!("About {slug}"),
            "summary": "What it is.", "body": "Words that stay here.",
        });
        app.admin.post("/api/v1/articles").json(&new).send().await.expect(201);
    }
    app.recur().await;
    app.clock.advance(Duration::from_secs(25 * 3600));
    app.recur().await;
    app.recur().await;
    let mails = office.mails_when(mina_at, 1).await;
    let mail = parsed(&mails[0]);
    assert_eq!(mail.subject(), Some("Articles to read again: 2"));
    let text = mail.body_text(0).expect("text");
    for told in ["About zanzibar", "About pemba"] {
        assert!(text.contains(told), "{text}");
    }
    assert!(text.contains(&format!("{}/console/help/reviews", app.origin())), "{text}");
    assert!(!text.contains("mafia") && !text.contains("Words that stay here"), "{text}");
    app.clock.advance(Duration::from_secs(25 * 3600));
    app.recur().await;
    assert_eq!(office.mails(mina_at).await.len(), 1);
    assert_eq!(office.mails(noor_at).await.len(), 0);
}

/// Whoever could publish a text is mailed when it is handed over, and only if they want it.
#[tokio::test(flavor = "multi_thread")]
async fn who_could_publish_hears_of_what_is_handed_over() {
    let (mina_at, noor_at) = ("mina@example.com", "noor@example.com");
    let office = PostOffice::start(&[mina_at, noor_at]).await;
    let app = desk(Engine::Sqlite, &office, "support@desk.test").await;
    let publisher = |name: &str| {
        let grants =
            [(Permission::ArticleRead, Reach::All), (Permission::ArticlePublish, Reach::All)];
        NewMember::named(name).grants(grants)
    };
    app.member(publisher("mina")).await;
    let noor = app.member(publisher("noor")).await;
    noor.patch("/api/v1/me").json(&json!({ "review_mails": false })).send().await.expect(204);
    let names = json!({ "position": 1, "names": [{ "lang": "en", "name": "Fees" }] });
    app.admin.put("/api/v1/help-sections/fees").json(&names).send().await.expect(204);
    let new = json!({
        "slug": "zanzibar", "section": "fees", "kind": "guide", "audience": "public", "lang": "en",
        "review_days": 90, "title": "About zanzibar", "summary": "What it is.",
        "body": "Words that stay here.",
    });
    let made = app.admin.post("/api/v1/articles").json(&new).send().await.expect(201).json();
    let id = made["id"].as_str().expect("an id");
    let status = format!("/api/v1/articles/{id}/texts/en/status");
    let to = json!({ "status": "in_review" });
    app.admin.put(&status).if_match(1).json(&to).send().await.expect(200);
    app.step().await;
    let mails = office.mails_when(mina_at, 1).await;
    let mail = parsed(&mails[0]);
    assert_eq!(mail.subject(), Some("To review: About zanzibar"));
    let text = mail.body_text(0).expect("text");
    assert!(text.contains(&format!("{}/console/help/{id}/en", app.origin())), "{text}");
    assert!(!text.contains("Words that stay here"), "{text}");
    assert_eq!(office.mails(noor_at).await.len(), 0);
}

/// A department without a seat gets the link to what it is asked, in its own language. What was written stays on the page.
#[tokio::test(flavor = "multi_thread")]
async fn a_department_gets_a_link_and_the_subject() {
    let office = PostOffice::start(&[BEA, BOB]).await;
    let app = desk(Engine::Sqlite, &office, "support@desk.test").await;
    let customer = app.customer("bob").await;
    let number = app.ticket(&customer, "Where is my deposit?").await;
    let new = json!({ "name": "ノード運用", "email": BEA, "lang": "ja" });
    let made = app.admin.post("/api/v1/departments").json(&new).send().await.expect(201).json();
    let new = json!({
        "department_id": made["id"], "subject": "The Tron node", "body": "Is it behind?", "pauses": true,
    });
    let path = format!("/api/v1/tickets/{number}/side-conversations");
    let side = app.admin.post(&path).json(&new).send().await.expect(201).json();
    app.step().await;
    let raw = office.mails_when(BEA, 1).await;
    let mail = parsed(&raw[0]);
    assert_eq!(mail.subject(), Some(format!("[{number}] The Tron node").as_str()));
    let text = mail.body_text(0).expect("text");
    assert!(text.contains("ノード運用") && text.contains("回答する"), "{text}");
    for hidden in ["Is it behind", "Where is my deposit"] {
        assert!(!text.contains(hidden), "{text}");
    }
    let link = text.lines().find(|line| line.contains("/side/pds_")).expect("a link").trim();
    let link = link.strip_prefix(&app.origin()).expect("a link of ours");
    let shown = app.anonymous().get(link).header("accept", "text/html").send().await.expect(200);
    assert!(shown.text().contains("Is it behind?") && shown.text().contains("lang=\"ja\""));
    let side = format!("{path}/{}", side["id"].as_str().expect("an id"));
    let thread = app.admin.get(&side).send().await.expect(200).json();
    assert_eq!(thread["messages"][0]["mail"]["state"], "sent", "{thread}");
}
