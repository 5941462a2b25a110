//! What happened to a ticket beside its messages, and secrets that were found in it later.

use std::collections::BTreeMap;

use proofdesk_locale::{Locale, Messages};

use super::*;
use crate::attachment::FileLeak;
use crate::transcript::verify::{Problem, Report, Verdict};
use crate::transcript::{html, seal};
use crate::{form, limits};

const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";

fn check(transcript: &Transcript) -> Report {
    verify(json(transcript).as_bytes(), &[key(transcript)])
}

/// Sealed again by the desk's own key, as if the desk itself had written what the log does not say.
fn sealed_again(transcript: Transcript) -> Transcript {
    let key = checkpoint::signing_key(&testing::keyring());
    seal::seal(Transcript { seal: Default::default(), ..transcript }, &key).unwrap()
}

fn page(transcript: &Transcript, locale: Locale) -> String {
    html(transcript, locale, &checkpoint::signing_key(&testing::keyring())).unwrap()
}

impl Case {
    /// Another ticket, with answers, a question whether anybody is there, and a wish for somebody who may do more.
    async fn wait_for_us(&mut self) {
        let given: form::Answers = [("asset", Some("USDT")), ("tx", None)]
            .map(|(question, value)| (question.to_owned(), value.map(str::to_owned)))
            .into();
        let new = NewTicket {
            customer_id: None,
            category: "withdrawal-pending".to_owned(),
            subject: Clean::new("Where is it?").unwrap(),
            body: self.body(SAID),
            attachment_ids: Vec::new(),
            channel: "portal",
            lang: "en".to_owned(),
        };
        let opened = self.world.write(self.cx(), async move |tx, cx| {
            form::actions::open_answered(tx, cx, &new, &given).await
        });
        self.number = opened.await.unwrap().public_id;
        self.world.wait(limits::NUDGE_AFTER);
        let number = self.number.clone();
        let reason = NewMessage {
            body: self.body("Nobody answers."),
            visibility: Visibility::Public,
            attachment_ids: Vec::new(),
            channel: "portal",
            lang: "en".to_owned(),
            status_id: None,
            seen_version: None,
        };
        let waited = self.world.write(self.cx(), async move |tx, cx| {
            ticket::attention::nudge(tx, cx, &number).await?;
            ticket::attention::escalate(tx, cx, &number, &reason).await
        });
        waited.await.unwrap();
        self.sign().await;
    }

    /// Another ticket, as it was kept before the guard knew phrases: in its subject, its opening and an answer.
    async fn leak(&mut self) -> [MessageId; 2] {
        let body = |viewer: &Viewer| {
            let text = format!("Take {PHRASE}");
            Body::by(viewer, &testing::keyring(), Clean::unguarded(&text))
        };
        let new = NewTicket {
            customer_id: None,
            category: "other".to_owned(),
            subject: Clean::unguarded(&format!("Lost {PHRASE}")),
            body: body(&self.me),
            attachment_ids: Vec::new(),
            channel: "portal",
            lang: "en".to_owned(),
        };
        let opened =
            self.world.write(self.cx(), async move |tx, cx| actions::open(tx, cx, &new).await);
        let opened = opened.await.unwrap();
        self.number = opened.public_id.clone();
        let admin = self.world.admin_cx().await;
        let mut posted = Vec::new();
        for visibility in [Visibility::Public, Visibility::Internal] {
            let new = NewMessage {
                body: body(&admin.viewer),
                visibility,
                attachment_ids: Vec::new(),
                channel: "console",
                lang: "en".to_owned(),
                status_id: None,
                seen_version: None,
            };
            let (number, cx) = (self.number.clone(), self.world.admin_cx().await);
            let written = self
                .world
                .write(cx, async move |tx, cx| actions::post(tx, cx, &number, &new).await);
            posted.push(written.await.unwrap().1);
        }
        let ticket_id = opened.id;
        let first =
            self.desk.read(async move |rx| form::view::first_message(rx, ticket_id).await).await;
        let first = first.unwrap().unwrap();
        for message_id in posted.into_iter().chain([first]) {
            self.mask(message_id).await;
        }
        self.world.wait(Duration::from_secs(1));
        let masked = self.world.write(self.world.system_cx(), async move |tx, cx| {
            ticket::mask_subject(tx, cx, ticket_id).await
        });
        assert!(masked.await.unwrap());
        self.sign().await;
        let last = self.post(self.cx(), LAST, Visibility::Public, None).await;
        [first, last]
    }

    /// Sends a text file in which something was masked as it came, under a name that was kept before the guard knew phrases.
    async fn send_masked_file(&self) -> AttachmentId {
        let (brand_id, number) = (self.world.brand_id, self.number.clone());
        let Viewer::Customer(CustomerViewer { customer_id, .. }) = self.me else { panic!() };
        let body = self.body("See the file.");
        let leaks = [FileLeak { kind: "seed-phrase".to_owned(), certain: true }];
        let leaks = serde_json::to_string(&leaks).unwrap();
        let sent = self.world.write(self.cx(), async move |tx, cx| {
            let id: AttachmentId = cx.id();
            tx.exec(
                "insert into attachment (id, brand_id, uploader_kind, uploader_id, file_name, content_type, size, \
                 sha256, sealed_key, created_at, leaks) values ($1, $2, 'customer', $3, $4, 'text/plain', 7, $5, $5, $6, $7)",
                params![id, brand_id, customer_id, PHRASE, vec![9u8; 32], cx.now, leaks],
            )
            .await?;
            let reply = NewMessage {
                body: body.clone(),
                visibility: Visibility::Public,
                attachment_ids: vec![id],
                channel: "portal",
                lang: "en".to_owned(),
                status_id: None,
                seen_version: None,
            };
            actions::post(tx, cx, &number, &reply).await?;
            Ok(id)
        });
        sent.await.unwrap()
    }

    async fn mask(&self, message_id: MessageId) {
        let masked = self.world.write(self.world.system_cx(), async move |tx, cx| {
            ticket::mask_message(tx, cx, &testing::keyring(), message_id).await
        });
        assert!(masked.await.unwrap());
    }
}

#[tokio::test]
async fn answers_and_what_was_asked_for_are_in_it() {
    for mut case in Case::both().await {
        case.wait_for_us().await;
        let transcript = case.take().await;
        let report = check(&transcript);
        assert_eq!(report.findings, [], "{}", json(&transcript));
        assert_eq!((report.verdict, report.proven), (Verdict::Genuine, report.entries));
        let kinds: Vec<&str> =
            transcript.entries.iter().map(|entry| entry.event.kind.as_str()).collect();
        let asked = ["ticket.nudged", "ticket.message_added", "ticket.escalated"];
        assert_eq!(kinds, [&["ticket.opened", "ticket.answered"], asked.as_slice()].concat());
        let answers = transcript.entries.iter().find_map(|entry| entry.answers.as_ref()).unwrap();
        let said: BTreeMap<&str, Option<&str>> =
            answers.iter().map(|line| (line.question.as_str(), line.value.as_deref())).collect();
        assert_eq!(said, [("asset", Some("USDT")), ("tx", None)].into());
        let text = page(&transcript, Locale::En);
        for words in ["answered our questions", "USDT", "anybody is there", "a specialist"] {
            assert!(text.contains(words), "{words}");
        }
    }
}

#[tokio::test]
async fn answers_that_are_not_the_records_are_found() {
    let mut case = Case::sqlite().await;
    case.wait_for_us().await;
    let mut transcript = case.take().await;
    let line = transcript.entries.iter_mut().find_map(|entry| entry.answers.as_mut());
    line.unwrap().first_mut().unwrap().value = Some("BTC".to_owned());
    let report = check(&sealed_again(transcript));
    let told: Vec<_> = report.findings.iter().map(|finding| finding.problem).collect();
    assert_eq!(told, [Problem::Differs], "{:?}", report.findings);
    assert!(report.findings.first().unwrap().place.ends_with("/answers"));
}

#[tokio::test]
async fn what_was_masked_later_is_proven_and_nowhere_in_it() {
    let mut cases = Case::both().await;
    for case in &mut cases {
        let [first, _] = case.leak().await;
        let transcript = case.take().await;
        let (text, report) = (json(&transcript), check(&transcript));
        assert_eq!(report.findings, [], "{text}");
        assert_eq!(report.verdict, Verdict::Genuine);
        for text in [text, page(&transcript, Locale::En)] {
            assert!(!text.contains("sausage"), "{text}");
        }
        let [opening, reply, ..] = transcript.entries.as_slice() else { panic!("{report:?}") };
        // The subject's event says the body as it is by now; the reply has a mask of its own.
        assert!(opening.event.payload.is_none() && opening.restated.is_some());
        let masks = |entry: &super::super::Entry| entry.message.as_ref().unwrap().masks.len();
        assert_eq!((masks(opening), masks(reply)), (0, 1));
        assert_eq!(opening.message.as_ref().unwrap().id, first.uuid());
        // Of the note not even the mask is told.
        let all = transcript.entries.iter().filter_map(|entry| entry.message.as_ref());
        assert_eq!(all.map(|message| message.masks.len()).sum::<usize>(), 1);
    }
}

#[tokio::test]
async fn a_mask_left_out_or_of_another_message_is_found() {
    let mut case = Case::sqlite().await;
    case.leak().await;
    let transcript = case.take().await;
    let changed = |change: &dyn Fn(&mut Transcript)| {
        let mut changed = transcript.clone();
        change(&mut changed);
        let report = check(&sealed_again(changed));
        assert_eq!(report.verdict, Verdict::Changed);
        report.findings.into_iter().map(|finding| finding.place).collect::<Vec<_>>()
    };
    let seq = transcript.entries.get(1).unwrap().event.seq;
    let masks = |transcript: &mut Transcript, n: usize| {
        let message = transcript.entries.get_mut(n).unwrap().message.as_mut().unwrap();
        std::mem::take(&mut message.masks)
    };
    let told = changed(&|transcript| drop(masks(transcript, 1)));
    assert_eq!(told, [format!("/entries/{seq}/message/body")]);
    let told = changed(&|transcript| {
        let moved = masks(transcript, 1);
        transcript.entries.last_mut().unwrap().message.as_mut().unwrap().masks = moved;
    });
    let last = transcript.entries.last().unwrap().event.seq;
    assert!(told.contains(&format!("/entries/{last}/message/masks/0/event")), "{told:?}");
    let told = changed(&|transcript| transcript.ticket.subject = "Lost nothing".to_owned());
    assert_eq!(told, ["/ticket/subject"]);
    let told = changed(&|transcript| {
        let restated = transcript.entries.first_mut().unwrap().restated.take();
        transcript.entries.get_mut(1).unwrap().restated = restated;
    });
    assert!(told.contains(&format!("/entries/{seq}/restated/event")), "{told:?}");
}

#[tokio::test]
async fn a_message_erased_before_its_subject_was_masked_stays_proven() {
    let mut case = Case::sqlite().await;
    let [first, _] = case.leak().await;
    case.erase(first).await;
    case.sign().await;
    let transcript = case.take().await;
    let report = check(&transcript);
    assert_eq!((report.verdict, report.findings), (Verdict::Genuine, Vec::new()));
}

/// The file of the last message that has one.
fn last_file(transcript: &mut Transcript) -> &mut crate::transcript::AttachmentFact {
    let messages = transcript.entries.iter_mut().filter_map(|entry| entry.message.as_mut());
    messages.filter_map(|message| message.attachments.first_mut()).next_back().unwrap()
}

#[tokio::test]
async fn what_was_masked_in_a_file_is_said_beside_it_in_every_language() {
    for mut case in Case::both().await {
        let id = case.send_masked_file().await;
        case.sign().await;
        let mut at_once = case.take().await;
        let told = |key: &str, locale| Messages::embedded().t(locale, key, None);
        let report = check(&at_once);
        assert_eq!((report.verdict, report.findings), (Verdict::Genuine, Vec::new()));
        let leaks = r#"[{"kind":"seed-phrase","certain":true}]"#;
        assert_eq!(last_file(&mut at_once).leaks.as_deref(), Some(leaks));
        for locale in Locale::ALL {
            let said = told("transcript-file-masked", locale);
            assert_eq!(page(&at_once, locale).matches(&said).count(), 1, "{locale}");
        }
        case.world.wait(Duration::from_secs(1));
        let masked = case.world.write(case.world.system_cx(), async move |tx, cx| {
            ticket::mask_file_name(tx, cx, id).await
        });
        assert!(masked.await.unwrap());
        case.sign().await;
        let mut later = case.take().await;
        let report = check(&later);
        assert_eq!((report.verdict, report.findings), (Verdict::Genuine, Vec::new()));
        let file = last_file(&mut later);
        assert_eq!((file.name.as_str(), file.masks.len()), ("⟦seed-phrase⟧", 1));
        assert!(file.leaks.is_some());
        let text = page(&later, Locale::En);
        assert!(text.contains("in this file or its name was found and hidden later"), "{text}");
        assert!(!text.contains("sausage"), "{text}");
    }
}

#[tokio::test]
async fn what_was_masked_in_a_file_is_held_against_its_event() {
    let case = Case::sqlite().await;
    case.send_masked_file().await;
    case.sign().await;
    let mut changed = case.take().await;
    last_file(&mut changed).leaks = Some("[]".to_owned());
    let report = check(&sealed_again(changed));
    assert_eq!(report.verdict, Verdict::Changed);
    let [finding] = report.findings.as_slice() else { panic!("{report:?}") };
    assert!(finding.place.ends_with("/message/attachments/0"), "{}", finding.place);
    // One that was taken before transcripts spoke of it.
    let mut old = case.take().await;
    last_file(&mut old).leaks = None;
    let old = sealed_again(old);
    assert!(!json(&old).contains("leaks\":"), "{}", json(&old));
    assert_eq!(check(&old).verdict, Verdict::Genuine);
}
