//! Mail that a real postfix took and could not deliver: it comes back to a mailbox of a real dovecot, which the desk reads.

use std::time::Duration;

use proofdesk_desk::id::{NotificationDeliveryId, PublicId};
use proofdesk_desk::notification::returned;
use proofdesk_testkit::{Engine, PostOffice, Setup, TestApp};
use serde_json::{Value, json};

const BEA: &str = "bea@exchange.example.com";
const LOST: &str = "lost@exchange.example.com";
const BOUNCES: &str = "bounces@desk.test";

async fn desk(engine: Engine, office: &PostOffice) -> TestApp {
    let mut mail = office.mail("support@desk.test");
    mail.bounces = office.bounces(BOUNCES);
    Setup::on(engine).config(move |config| config.mail = mail).start().await
}

async fn deliveries(app: &TestApp, number: &PublicId) -> Vec<Value> {
    let path = format!("/api/v1/tickets/{number}/notifications");
    let answer = app.admin.get(&path).send().await.expect(200).json();
    answer["items"].as_array().expect("items").clone()
}

/// State and error of each of a ticket's mails.
async fn seen(app: &TestApp, number: &PublicId) -> Vec<(String, Value)> {
    let all = deliveries(app, number).await;
    all.iter()
        .map(|one| (one["state"].as_str().expect("a state").to_owned(), one["error"].clone()))
        .collect()
}

/// A notification as a server of somebody's would write it.
fn dsn(to: &str, action: &str, status: &str, mail_id: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.example\r\nTo: {to}\r\nSubject: Mail\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/report; report-type=delivery-status; boundary=\"B\"\r\n\r\n\
        --B\r\nContent-Type: text/plain\r\n\r\nWords.\r\n\
        --B\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
        Final-Recipient: rfc822; {BEA}\r\nAction: {action}\r\nStatus: {status}\r\n\
        --B\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <{mail_id}>\r\n\r\nx\r\n--B--\r\n"
    )
}

/// The address to which a mail comes back.
fn address(token: &str) -> String {
    format!("bounces+{token}@desk.test")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_back_is_seen_and_the_address_left_alone() {
    let office = PostOffice::start(&[BEA, LOST, BOUNCES]).await;
    for (n, engine) in [Engine::Sqlite, Engine::Postgres].into_iter().enumerate() {
        let app = desk(engine, &office).await;
        let lost = app.customer("lost").await;
        let number = app.ticket(&lost, "Where is my deposit?").await;
        app.step().await;
        // Postfix took it: nobody knows better yet.
        assert_eq!(seen(&app, &number).await, [("sent".to_owned(), Value::Null)]);
        office.mails_when(BOUNCES, n + 1).await;
        app.recur().await;
        assert_eq!(seen(&app, &number).await, [("bounced".to_owned(), json!("5.1.1"))]);
        // The next one is not mailed, and the customer reads why.
        let path = format!("/api/v1/tickets/{number}/messages");
        let reply = json!({ "body": "We look into it." });
        app.admin.post(&path).json(&reply).send().await.expect(201);
        let last = seen(&app, &number).await.pop();
        assert_eq!(last, Some(("withheld".to_owned(), json!("bounced-before"))));
        let settings = lost.get("/notifications/settings").send().await.expect(200).text();
        assert!(settings.contains("came back"), "{settings}");
        // A day later it is tried again.
        app.clock.advance(Duration::from_secs(24 * 3600 + 60));
        let lost = app.customer("lost").await;
        let settings = lost.get("/notifications/settings").send().await.expect(200).text();
        assert!(!settings.contains("came back"));
        app.recur().await;
    }
}

/// Others write to the mailbox too: what is forged, and what is no bounce, changes nothing, and nothing there is touched.
#[tokio::test(flavor = "multi_thread")]
async fn only_our_own_token_or_mail_is_believed() {
    let office = PostOffice::start(&[BEA, LOST, BOUNCES]).await;
    let app = desk(Engine::Sqlite, &office).await;
    // A mail that comes back makes the mailbox.
    let lost = app.customer("lost").await;
    app.ticket(&lost, "Hello").await;
    let bea = app.customer("bea").await;
    let number = app.ticket(&bea, "Where is my deposit?").await;
    app.step().await;
    let mails = office.mails_when(BEA, 1).await;
    let mail = mail_parser::MessageParser::default().parse(&mails[0]).expect("a mail");
    let mail_id = mail.message_id().expect("an id").to_owned();
    office.mails_when(BOUNCES, 1).await;
    let id = deliveries(&app, &number).await[0]["id"].as_str().expect("an id").to_owned();
    let id: NotificationDeliveryId = id.parse().expect("an id");
    let ours = returned::token(app.desk().keyring(), id).expect("a token");
    let forged = format!("{}0123456789abcdef", &ours[..32]);
    office.put(BOUNCES, "forged", &dsn(&address(&forged), "failed", "5.1.1", "guess@desk.test"));
    let words = format!(
        "From: {BEA}\r\nTo: {}\r\nSubject: Action: failed\r\n\r\nStatus: 5.1.1",
        address(&ours)
    );
    office.put(BOUNCES, "words", &words);
    app.recur().await;
    assert_eq!(seen(&app, &number).await, [("sent".to_owned(), Value::Null)]);
    // The precondition: the same with our token is believed, and one that is late is only noted.
    office.put(BOUNCES, "late", &dsn(&address(&ours), "delayed", "4.4.1", "guess@desk.test"));
    app.recur().await;
    assert_eq!(seen(&app, &number).await, [("sent".to_owned(), json!("4.4.1"))]);
    office.put(BOUNCES, "returned", &dsn(BOUNCES, "failed", "5.2.1", &mail_id));
    app.recur().await;
    assert_eq!(seen(&app, &number).await, [("bounced".to_owned(), json!("5.2.1"))]);
    // Read once: a late word about what is known already changes nothing.
    office.put(BOUNCES, "again", &dsn(&address(&ours), "delayed", "4.4.7", &mail_id));
    app.recur().await;
    assert_eq!(seen(&app, &number).await, [("bounced".to_owned(), json!("5.2.1"))]);
    assert_eq!(office.mails(BOUNCES).await.len(), 6);
    assert_eq!(office.marked(BOUNCES).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mailbox_that_cannot_be_read_is_tried_again_and_nothing_is_lost() {
    let office = PostOffice::start(&[LOST, BOUNCES]).await;
    let mut mail = office.mail("support@desk.test");
    mail.bounces = office.bounces(BOUNCES);
    mail.bounces.password = Some("wrong".to_owned());
    let mut app = Setup::on(Engine::Sqlite).config(move |config| config.mail = mail).start().await;
    let lost = app.customer("lost").await;
    let number = app.ticket(&lost, "Hello").await;
    app.step().await;
    office.mails_when(BOUNCES, 1).await;
    app.recur().await;
    assert_eq!(seen(&app, &number).await, [("sent".to_owned(), Value::Null)]);
    let bounces = office.bounces(BOUNCES);
    app.restart_with(move |config| config.mail.bounces = bounces).await;
    app.clock.advance(Duration::from_secs(3600));
    app.recur().await;
    assert_eq!(seen(&app, &number).await, [("bounced".to_owned(), json!("5.1.1"))]);
}

/// Most servers offer their first port in clear and STARTTLS on it: nothing is said there before it is secured.
#[tokio::test(flavor = "multi_thread")]
async fn a_mailbox_is_read_over_starttls_and_never_without() {
    let office = PostOffice::start(&[LOST, BOUNCES]).await;
    let mut mail = office.mail("support@desk.test");
    mail.bounces = office.bounces_over_starttls(BOUNCES);
    let app = Setup::on(Engine::Sqlite).config(move |config| config.mail = mail).start().await;
    let lost = app.customer("lost").await;
    let number = app.ticket(&lost, "Hello").await;
    app.step().await;
    office.mails_when(BOUNCES, 1).await;
    app.recur().await;
    assert_eq!(seen(&app, &number).await, [("bounced".to_owned(), json!("5.1.1"))]);
    let secured = || office.logins(BOUNCES).iter().filter(|line| line.contains(", TLS")).count();
    let before = secured();
    assert!(before > 0, "{:?}", office.logins(BOUNCES));
    // Whoever answers with a certificate that nobody vouches for gets no password.
    let mut stranger = office.bounces_over_starttls(BOUNCES);
    stranger.ca_file = None;
    let logins = office.logins(BOUNCES).len();
    let look = stranger.mailbox().expect("a mailbox").expect("a mailbox").look().await;
    assert!(look.is_err());
    assert_eq!(office.logins(BOUNCES).len(), logins);
    let known = office.bounces_over_starttls(BOUNCES);
    known.mailbox().expect("a mailbox").expect("a mailbox").look().await.expect("it lets us in");
    assert!(secured() > before);
}

/// What `proofdesk doctor` says of both servers: one line each, and what to do where one is not well.
#[tokio::test(flavor = "multi_thread")]
async fn doctor_tells_whether_mail_goes_and_comes() {
    let office = PostOffice::start(&[LOST, BOUNCES]).await;
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = std::process::Command::new(env!("CARGO_BIN_EXE_proofdesk"));
    first.arg("--data").arg(folder.path().join("data")).arg("first-link");
    let made = tokio::task::block_in_place(|| first.output()).expect("the binary runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let doctor = |change: &[(&str, &str)]| {
        let (mail, bounces) =
            (office.mail("support@desk.test"), office.bounces_over_starttls(BOUNCES));
        let authority = mail.ca_file.clone().expect("a file");
        let text = |port: Option<u16>| port.expect("a port").to_string();
        let (smtp, imap) = (text(mail.port), text(bounces.port));
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_proofdesk"));
        command.arg("--data").arg(folder.path().join("data")).args(["doctor", "--json"]);
        for (key, value) in [
            ("HOST", "localhost"),
            ("PORT", &smtp),
            ("TLS", "start"),
            ("USER", "desk"),
            ("PASSWORD", mail.password.as_deref().expect("a password")),
            ("FROM", "support@desk.test"),
            ("BOUNCES__ADDRESS", BOUNCES),
            ("BOUNCES__HOST", "localhost"),
            ("BOUNCES__PORT", &imap),
            ("BOUNCES__TLS", "start"),
            ("BOUNCES__USER", BOUNCES),
            ("BOUNCES__PASSWORD", bounces.password.as_deref().expect("a password")),
        ]
        .into_iter()
        .chain(change.iter().copied())
        {
            command.env(format!("PROOFDESK__MAIL__{key}"), value);
        }
        for key in ["CA_FILE", "BOUNCES__CA_FILE"] {
            command.env(format!("PROOFDESK__MAIL__{key}"), &authority);
        }
        let output = tokio::task::block_in_place(|| command.output()).expect("the binary runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let lines: Vec<Value> = String::from_utf8_lossy(&output.stdout)
            .lines()
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect();
        ["mail", "bounces"].map(|name| {
            let line = lines.iter().find(|line| line["name"] == name).expect("its line");
            assert_eq!(line["hint"].is_null(), line["level"] == "ok", "{line}");
            (line["level"].as_str().expect("a level").to_owned(), line["found"].to_string())
        })
    };
    let [mail, bounces] = doctor(&[]);
    assert_eq!((mail.0.as_str(), bounces.0.as_str()), ("ok", "ok"), "{mail:?} {bounces:?}");
    let [mail, bounces] = doctor(&[("PASSWORD", "wrong"), ("BOUNCES__PASSWORD", "wrong")]);
    assert_eq!((mail.0.as_str(), bounces.0.as_str()), ("warning", "warning"));
    assert!(mail.1.contains("535"), "{mail:?}");
    // Nobody listens there.
    let [mail, bounces] = doctor(&[("PORT", "1"), ("BOUNCES__PORT", "1")]);
    assert_eq!((mail.0.as_str(), bounces.0.as_str()), ("warning", "warning"));
    assert!(mail.1.contains("connection"), "{mail:?}");
    assert!(!format!("{mail:?} {bounces:?}").contains("velvet"), "no password is told");
}
