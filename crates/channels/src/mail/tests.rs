//! Mails as programs read them: header fields, both parts, and what must not stand in them.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use mail_parser::{HeaderValue, MessageParser};
use proofdesk_desk::Timestamp;
use proofdesk_desk::id::{BrandId, Id as _, NotificationDeliveryId, PublicId, TicketLinkId};
use proofdesk_desk::notification::{Channel, DeliveryState, Letter, LetterReply, NotificationKind};
use proofdesk_locale::{Locale, Messages, Zone};

use super::*;

const AT: i64 = 1_790_000_000_000_000;

fn letter(kind: NotificationKind) -> Letter {
    Letter {
        channel: Channel::Mail,
        delivery_id: NotificationDeliveryId::from_uuid(uuid::Uuid::from_u128(1)),
        state: DeliveryState::Queued,
        kind,
        mail_id: "0123@desk.example".to_owned(),
        references: vec!["a@desk.example".to_owned(), "b@desk.example".to_owned()],
        expected_at: Some(Timestamp::from_micros(AT)),
        address: Some("bea@example.com".to_owned()),
        account: Some("acc-7".to_owned()),
        created_at: Timestamp::from_micros(AT),
        brand_id: BrandId::from_uuid(uuid::Uuid::from_u128(2)),
        is_proven: true,
        locale: "en".to_owned(),
        time_zone: "Asia/Riyadh".to_owned(),
        ticket: Some(PublicId::from_bits(77)),
        subject: "إيداع USDT لم يصل".to_owned(),
        is_of_desk: kind == NotificationKind::Opened,
        told: None,
        brand_slug: "main".to_owned(),
        brand_name: "Northgate <Ltd>".to_owned(),
        reply: (!kind.tells_nothing()).then(|| LetterReply {
            author: "Mina Park".to_owned(),
            lang: "en".to_owned(),
            text: "We found **it**.".to_owned(),
            html: "<p>We found <strong>it</strong>.</p>".to_owned(),
            files: 2,
        }),
        link: None,
    }
}

fn places() -> Places {
    Places {
        ticket: "https://help.example/tickets/PD-1".to_owned(),
        settings: Some("https://help.example/notifications/settings".to_owned()),
    }
}

fn written(letter: &Letter, locale: Locale) -> Written {
    write(letter, locale, &Zone::parse(&letter.time_zone).unwrap(), &places())
}

fn mailer() -> Mailer {
    Mailer::new(&Settings {
        host: "127.0.0.1".to_owned(),
        port: 2525,
        security: Security::Plain,
        login: None,
        authorities: None,
        from: "support@desk.example".to_owned(),
        from_of: BTreeMap::from([("second".to_owned(), "help@second.example".to_owned())]),
    })
    .unwrap()
}

fn bytes(letter: &Letter, written: &Written) -> Vec<u8> {
    let mail = Mail {
        brand_slug: &letter.brand_slug,
        brand_name: &letter.brand_name,
        to: "bea@example.com",
        written,
        mail_id: &letter.mail_id,
        references: &letter.references,
        return_to: None,
        settings_url: Some("https://help.example/notifications/settings"),
        at: SystemTime::UNIX_EPOCH + Duration::from_secs(1_790_000_000),
    };
    mailer().message(&mail, mail.to.parse().unwrap()).unwrap().formatted()
}

#[tokio::test]
async fn a_mail_threads_and_says_that_a_machine_sent_it() {
    let letter = letter(NotificationKind::Reply);
    let raw = bytes(&letter, &written(&letter, Locale::En));
    let mail = MessageParser::default().parse(&raw).unwrap();
    assert_eq!(mail.message_id(), Some("0123@desk.example"));
    assert_eq!(mail.in_reply_to().as_text(), Some("b@desk.example"));
    let HeaderValue::TextList(references) = mail.references() else { panic!("no references") };
    assert_eq!(references, &["a@desk.example", "b@desk.example"]);
    assert_eq!(mail.header("Auto-Submitted").unwrap().as_text(), Some("auto-generated"));
    assert!(mail.header("List-Unsubscribe").is_some());
    let from = mail.from().unwrap().first().unwrap();
    assert_eq!(from.name(), Some("Northgate <Ltd>"));
    assert_eq!(from.address(), Some("support@desk.example"));
    assert_eq!(mail.subject().unwrap(), format!("[{}] إيداع USDT لم يصل", PublicId::from_bits(77)));
    assert!(mail.body_text(0).unwrap().contains("We found **it**."));
    assert!(mail.body_html(0).unwrap().contains("We found <strong>it</strong>."));
    assert!(mail.body_html(0).unwrap().contains("Northgate &#60;Ltd&#62;"));
}

#[tokio::test]
async fn a_brand_may_have_its_own_address() {
    let letter = Letter { brand_slug: "second".to_owned(), ..letter(NotificationKind::Solved) };
    let raw = bytes(&letter, &written(&letter, Locale::En));
    let mail = MessageParser::default().parse(&raw).unwrap();
    assert_eq!(mail.from().unwrap().first().unwrap().address(), Some("help@second.example"));
}

#[test]
fn every_language_has_every_mail_and_its_direction() {
    for locale in Locale::ALL {
        for kind in NotificationKind::ALL {
            let Written { text, html, .. } = written(&letter(*kind), locale);
            let dir = if locale == Locale::Ar { "rtl" } else { "ltr" };
            assert!(html.contains(&format!("<html lang=\"{locale}\" dir=\"{dir}\">")), "{html}");
            for part in [&text, &html] {
                assert!(part.contains("PD-") && part.contains("https://help.example/tickets/PD-1"));
                assert!(!part.contains("mail-") && !part.contains("{ $"), "{locale}: {part}");
            }
            assert!(Messages::embedded().has(locale, "mail-receipt"), "{locale} has its own words");
        }
    }
}

/// Who wrote nothing is not told that their message has arrived, nor that they wrote.
#[test]
fn a_ticket_that_the_desk_opened_says_so_and_what_it_is_about() {
    let reply = letter(NotificationKind::Reply).reply;
    let opened = Letter { reply, ..letter(NotificationKind::Opened) };
    for locale in Locale::ALL {
        let text = written(&opened, locale).text;
        assert!(text.contains("إيداع USDT لم يصل") && text.contains("We found **it**."), "{text}");
        let receipt = written(&letter(NotificationKind::Receipt), locale).text;
        let same = |line: &&str| receipt.lines().any(|other| other == *line);
        let mut own = text.lines().filter(|line| !line.is_empty() && !same(line));
        assert!(own.next().is_some_and(|line| line.contains("PD-")), "{locale}: {text}");
        assert!(own.any(|line| line.contains("Northgate")), "{locale}: why they get it: {text}");
    }
    let text = written(&opened, Locale::En).text;
    assert!(text.starts_with("We opened a ticket for you."), "{text}");
    assert!(!text.contains("your message") && !text.contains("you wrote"), "{text}");
    assert!(!text.contains("our answer by"), "nothing is promised: {text}");
}

/// Nor is that said in any later mail about such a ticket, whoever passed on what is in it.
#[test]
fn every_mail_of_a_ticket_says_why_by_who_opened_it() {
    use NotificationKind::{Link, Reply, Solved, Waiting};
    for kind in [Reply, Waiting, Solved, Link] {
        for (is_proven, of_desk, of_customer) in [
            (true, "because Northgate <Ltd> opened a ticket for you.", "because you wrote to"),
            (false, "Northgate <Ltd> opened a ticket for somebody", "when they wrote to"),
        ] {
            for locale in Locale::ALL {
                let [theirs, desks] = [false, true].map(|is_of_desk| {
                    written(&Letter { is_proven, is_of_desk, ..letter(kind) }, locale).text
                });
                let lines = theirs.lines().zip(desks.lines());
                let other: Vec<_> = lines.filter(|(theirs, desks)| theirs != desks).collect();
                assert_eq!(theirs.lines().count(), desks.lines().count());
                // Behind the line above the agent's words.
                let differing = if kind == Link { 1 } else { 2 };
                assert_eq!(other.len(), differing, "{locale}, {kind}: {other:?}");
                if locale == Locale::En {
                    assert!(desks.contains(of_desk) && !desks.contains(of_customer), "{desks}");
                    assert!(theirs.contains(of_customer) && !theirs.contains(of_desk), "{theirs}");
                }
            }
        }
    }
}

/// "Mina answered your ticket" stood in mails to customers who had written nothing.
#[test]
fn in_a_ticket_of_its_own_the_desk_answers_nobody() {
    use NotificationKind::{Reply, Solved, Waiting};
    let reply = letter(Reply).reply;
    let nameless = reply.clone().map(|reply| LetterReply { author: String::new(), ..reply });
    for (kind, reply, line) in [
        (Reply, reply.clone(), "Mina of Northgate <Ltd> wrote to you about your ticket PD-"),
        (Reply, nameless, "Northgate <Ltd> wrote to you about your ticket PD-"),
        (Reply, None, "There is a message about your ticket PD-"),
        (Waiting, reply.clone(), "Mina of Northgate <Ltd> wrote to you about your ticket PD-"),
        (Solved, reply, "Mina of Northgate <Ltd> wrote to you about your ticket PD-"),
    ] {
        let theirs = Letter { reply, ..letter(kind) };
        let desks = Letter { is_of_desk: true, ..theirs.clone() };
        for locale in Locale::ALL {
            let (theirs, desks) = (written(&theirs, locale).text, written(&desks, locale).text);
            let mut own = desks.lines().filter(|line| !theirs.contains(*line));
            assert!(own.next().is_some_and(|line| line.contains("PD-")), "{locale}: {desks}");
        }
        let [theirs, desks] = [theirs, desks].map(|letter| written(&letter, Locale::En).text);
        let is_answer = |text: &str| text.contains("answered") || text.contains("an answer");
        assert!(is_answer(&theirs), "who asked is answered: {theirs}");
        assert!(desks.lines().any(|told| told.starts_with(line)), "{desks}");
        assert!(!is_answer(&desks), "{desks}");
    }
    let zone = Zone::parse("Asia/Riyadh").unwrap();
    for locale in Locale::ALL {
        let [theirs, desks] = [false, true]
            .map(|is_of_desk| note(&Letter { is_of_desk, ..letter(Reply) }, locale, &zone).text);
        assert!(theirs != desks && desks.contains("PD-"), "{locale}: {desks}");
    }
}

/// Typing an address makes nobody hear anything that somebody typed.
#[test]
fn an_unproven_address_reads_a_number_and_nothing_that_was_typed() {
    for kind in [NotificationKind::Receipt, NotificationKind::Opened] {
        let letter = Letter {
            is_proven: false,
            subject: "Claim your prize at evil.example".to_owned(),
            link: Some(TicketLinkId::from_uuid(uuid::Uuid::nil())),
            ..letter(kind)
        };
        let Written { subject, text, html, .. } = written(&letter, Locale::En);
        for part in [&subject, &text, &html] {
            assert!(!part.contains("prize") && part.contains("PD-"), "{part}");
        }
    }
}

#[test]
fn a_subject_with_a_mask_is_not_quoted() {
    for kind in [NotificationKind::Receipt, NotificationKind::Opened] {
        let subject = "my password is ⟦password⟧".to_owned();
        let Written { subject, text, .. } =
            written(&Letter { subject, ..letter(kind) }, Locale::En);
        assert!(!subject.contains("password") && !text.contains("⟦"), "{subject}: {text}");
    }
}

#[test]
fn a_password_crosses_no_network_in_clear() {
    let settings = |host: &str| Settings {
        host: host.to_owned(),
        port: 25,
        security: Security::Plain,
        login: Some(("user".to_owned(), "word".to_owned())),
        authorities: None,
        from: "support@desk.example".to_owned(),
        from_of: BTreeMap::new(),
    };
    assert!(matches!(Mailer::new(&settings("mail.example")), Err(SetupError::PasswordInClear)));
    assert!(!format!("{:?}", settings("mail.example")).contains("word\""));
}
