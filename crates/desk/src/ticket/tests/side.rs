//! Departments that are asked about a ticket: the ticket waits and comes back, a link opens what it is to open, and its customer sees
//! nothing of it.

use std::collections::BTreeSet;

use super::*;
use crate::attachment::actions::NewAttachment;
use crate::attachment::{self, Attachment};
use crate::blob::StoredBlob;
use crate::department::{self, actions::DepartmentChange};
use crate::id::{AttachmentId, DepartmentId, MessageId, SideConversationId, SideLinkId};
use crate::notification::Channel;
use crate::notification::actions::set_road;
use crate::notification::returned::{About, Place, Returned, Verdict, record};
use crate::side_conversation::actions as side;
use crate::side_conversation::{
    self, MailState, NewSideConversation, NewSideMessage, SideAuthor, SideLetter, SideSummary,
    Standing,
};
use crate::ticket::erase;
use crate::ticket::merge;

const QUESTION: &str = "Block 41,220,918 is missing.";

impl Fixture {
    /// A department, on a desk that sends mail.
    async fn department(&self) -> DepartmentId {
        self.act(Viewer::Operator, async move |tx, cx| {
            set_road(tx, cx, Channel::Mail, Some("desk.example")).await?;
            let address = "nodes@exchange.example";
            department::actions::create(tx, cx, "Node operations", address, Locale::Ja).await
        })
        .await
        .unwrap()
    }

    async fn ask(
        &self,
        viewer: Viewer,
        ticket: &Ticket,
        to: (DepartmentId, bool),
    ) -> Result<SideConversationId> {
        let (id, keyring) = (ticket.public_id.clone(), crate::testing::keyring());
        let texts = ("Is the Tron node behind?", QUESTION);
        let new = NewSideConversation::new(&viewer, &keyring, to, texts, Locale::En).unwrap();
        self.act(viewer, async move |tx, cx| side::start(tx, cx, &id, &new).await).await
    }

    async fn answer(&self, link: SideLinkId, text: &str) -> Result<()> {
        self.answer_with(link, text, Vec::new()).await
    }

    async fn answer_with(
        &self,
        link: SideLinkId,
        text: &str,
        files: Vec<NewAttachment>,
    ) -> Result<()> {
        let viewer = Viewer::System("desk");
        let text = Clean::new(text).unwrap();
        let body = Body::by(&viewer, &crate::testing::keyring(), text);
        let answered = self
            .act(Viewer::Anonymous, async move |tx, cx| {
                side::answer(tx, cx, link, &body, &files).await
            })
            .await;
        answered.and_then(|attempt| attempt)
    }

    /// Writes to the department once more, with files.
    async fn write(
        &self,
        ticket: &Ticket,
        side_id: SideConversationId,
        attachment_ids: Vec<AttachmentId>,
    ) -> Result<MessageId> {
        let (id, viewer) = (ticket.public_id.clone(), self.staff(Reach::All));
        let text = Clean::new("See the files").unwrap();
        let body = Body::by(&viewer, &crate::testing::keyring(), text);
        let new = NewSideMessage { body, attachment_ids, lang: Locale::En };
        self.act(viewer, async move |tx, cx| side::write(tx, cx, &id, side_id, &new).await).await
    }

    /// A file that a message could take.
    fn file(&self) -> NewAttachment {
        let stored = StoredBlob {
            sealed_key: vec![7; 60],
            size: 3,
            sha256: [9; 32],
            head: Default::default(),
        };
        NewAttachment {
            id: self.cx(Viewer::Operator).id(),
            brand_id: self.other_brand_id,
            file_name: Clean::new("node.log").unwrap(),
            content_type: "text/plain".to_owned(),
            stored,
            leaks: Vec::new(),
            metadata: None,
            scan: false,
        }
    }

    async fn upload(&self, viewer: Viewer) -> AttachmentId {
        let file = self.file();
        let recorded =
            self.act(viewer, async move |tx, cx| attachment::actions::record(tx, cx, &file).await);
        recorded.await.unwrap().id
    }

    /// A file that the customer sends with a message of theirs.
    async fn sent_file(&self, ticket: &Ticket) -> AttachmentId {
        let id = self.upload(self.customer()).await;
        let new = NewMessage {
            attachment_ids: vec![id],
            ..message("My wallet says this", Visibility::Public)
        };
        self.post(self.customer(), ticket, new).await.unwrap();
        id
    }

    /// What the page behind a link gives of a file.
    async fn opened(&self, link: SideLinkId, id: AttachmentId) -> Result<Attachment> {
        let now = self.cx(Viewer::Anonymous).now;
        let read = self
            .db
            .read(async move |rx: &Rx<'_>| side_conversation::view::file(rx, link, id, now).await);
        read.await
    }

    async fn letter(&self, id: MessageId) -> SideLetter {
        let read =
            self.db.read(async move |rx: &Rx<'_>| side_conversation::view::letter(rx, id).await);
        read.await.unwrap().unwrap()
    }

    /// Notes that a mail was sent; says whether it is the last that was asked for.
    async fn sent(&self, letter: SideLetter) -> bool {
        let noted = self.act(Viewer::System("test"), async move |tx, cx| {
            side::record_mail(tx, cx, &letter, MailState::Sent, None).await
        });
        noted.await.unwrap()
    }

    /// The message with which the only conversation began.
    async fn asked(&self) -> MessageId {
        let read = self.db.read(async move |rx: &Rx<'_>| -> Result<(MessageId,)> {
            Ok(rx.query_one("select message_id from side_message", params![]).await?)
        });
        read.await.unwrap().0
    }

    async fn close_side(&self, ticket: &Ticket, side_id: SideConversationId) {
        let id = ticket.public_id.clone();
        let all = self.staff(Reach::All);
        self.act(all, async move |tx, cx| side::close(tx, cx, &id, side_id).await).await.unwrap();
    }

    async fn side_link(&self, side_id: SideConversationId) -> SideLinkId {
        let row: (SideLinkId,) = self
            .db
            .read(async move |rx: &Rx<'_>| -> Result<_> {
                let sql = "select link_id from side_conversation where id = $1";
                Ok(rx.query_one(sql, params![side_id]).await?)
            })
            .await
            .unwrap();
        row.0
    }

    async fn now(&self, ticket: &Ticket) -> Ticket {
        let id = ticket.public_id.clone();
        let read =
            self.db.read(async move |rx: &Rx<'_>| view::find(rx, &id, &Scope::Everything).await);
        read.await.unwrap().unwrap()
    }

    async fn sides(&self, ticket: &Ticket) -> Vec<SideSummary> {
        let id = ticket.id;
        let read =
            self.db.read(async move |rx: &Rx<'_>| side_conversation::view::list(rx, id).await);
        read.await.unwrap()
    }

    async fn standing(&self, link: SideLinkId) -> Standing {
        let now = self.cx(Viewer::Anonymous).now;
        let read = self
            .db
            .read(async move |rx: &Rx<'_>| side_conversation::view::page(rx, link, now).await);
        read.await.unwrap().standing
    }

    /// What somebody reads in a ticket.
    async fn told(&self, viewer: Viewer, ticket: &Ticket) -> Vec<Moment> {
        let row = self.now(ticket).await;
        let read =
            self.db.read(async move |rx: &Rx<'_>| view::thread(rx, &viewer, &row, 0, 50).await);
        read.await.unwrap().moments
    }
}

/// Who reads each thing in a thread.
fn kinds(moments: &[Moment]) -> Vec<&'static str> {
    let kind = |moment: &Moment| match moment {
        Moment::Message(view) => view.message.visibility.as_str(),
        Moment::Event(_) => "event",
    };
    moments.iter().map(kind).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_waits_for_a_department_and_comes_back() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open("hello").await;
        let all = f.staff(Reach::All);
        let nowhere = DepartmentId::from_uuid(uuid::Uuid::from_u128(1));
        assert_eq!(code(f.ask(all.clone(), &ticket, (nowhere, true)).await), Code::FieldInvalid);
        let department_id = f.department().await;
        let id = f.ask(all.clone(), &ticket, (department_id, true)).await.unwrap();
        let waiting = f.now(&ticket).await;
        assert_eq!(waiting.status_category, StatusCategory::WaitingOnInternal);
        f.assert_state(&ticket).await;
        let link = f.side_link(id).await;
        f.answer(link, "It is. Back within the hour.").await.unwrap();
        let back = f.now(&ticket).await;
        assert_eq!(back.status_category, StatusCategory::Open);
        f.assert_state(&ticket).await;
        let one = f.sides(&ticket).await.remove(0);
        assert_eq!(one.subject.as_deref(), Some("Is the Tron node behind?"));
        assert_eq!((one.messages, one.side.last_by), (2, SideAuthor::Department));
        // Both notes are in the thread of staff, and say what they are part of; its customer has what the status was.
        let seen = f.told(all, &ticket).await;
        let marks = seen.iter().filter_map(|moment| match moment {
            Moment::Message(view) => view.side.clone(),
            Moment::Event(_) => None,
        });
        let names: Vec<String> = marks.map(|mark| mark.department).collect();
        assert_eq!(names, ["Node operations", "Node operations"]);
        let seen = f.told(f.customer(), &ticket).await;
        assert_eq!(kinds(&seen), ["public", "event", "event"]);
        for moment in &seen {
            let Moment::Event(event) = moment else { continue };
            let told = format!("{} {} {:?}", event.actor, event.kind, event.payload);
            for word in ["department", "side", "Node"] {
                assert!(!told.contains(word), "{told}");
            }
        }
        // Whoever asked finds it unread.
        let staff_id = f.staff_id;
        let row: Option<(i64,)> =
            f.db.read(async move |rx: &Rx<'_>| -> Result<_> {
                let sql = "select seq from read_mark where staff_id = $1 and ticket_id = $2";
                Ok(rx.query_opt(sql, params![staff_id, ticket.id]).await?)
            })
            .await
            .unwrap();
        assert_eq!(row, Some((0,)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_pause_leaves_the_ticket_where_it_is_and_what_is_closed_takes_nothing() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open("hello").await;
        let department_id = f.department().await;
        let all = f.staff(Reach::All);
        let id = f.ask(all.clone(), &ticket, (department_id, false)).await.unwrap();
        assert_eq!(f.now(&ticket).await.status_category, StatusCategory::Open);
        let link = f.side_link(id).await;
        f.close_side(&ticket, id).await;
        assert_eq!(f.standing(link).await, Standing::Closed);
        assert_eq!(code(f.answer(link, "Too late").await), Code::SideClosed);
        let number = ticket.public_id.clone();
        f.act(all, async move |tx, cx| side::reopen(tx, cx, &number, id).await).await.unwrap();
        // The link of before opens nothing any more.
        assert_eq!(code(f.answer(link, "Still here").await), Code::NotFound);
        f.answer(f.side_link(id).await, "Here again").await.unwrap();
        assert_eq!(f.now(&ticket).await.status_category, StatusCategory::Open);
        f.assert_state(&ticket).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_closed_unanswered_holds_the_ticket_up_no_longer() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open("hello").await;
        let department_id = f.department().await;
        let all = f.staff(Reach::All);
        let one = f.ask(all.clone(), &ticket, (department_id, true)).await.unwrap();
        let other = f.ask(all, &ticket, (department_id, true)).await.unwrap();
        f.close_side(&ticket, one).await;
        let waits = StatusCategory::WaitingOnInternal;
        assert_eq!(f.now(&ticket).await.status_category, waits, "the other one is open");
        f.close_side(&ticket, other).await;
        assert_eq!(f.now(&ticket).await.status_category, StatusCategory::Open);
        f.assert_state(&ticket).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_ends_with_its_time_and_with_its_address() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open("hello").await;
        let department_id = f.department().await;
        let all = f.staff(Reach::All);
        let id = f.ask(all.clone(), &ticket, (department_id, false)).await.unwrap();
        let link = f.side_link(id).await;
        let renew = async |link: SideLinkId| {
            f.act(Viewer::Anonymous, async move |tx, cx| side::renew(tx, cx, link).await).await
        };
        assert!(!renew(link).await.unwrap(), "it still opens");
        f.step.set(f.step.get() + 15 * 86_400);
        assert_eq!(f.standing(link).await, Standing::Expired);
        assert_eq!(code(f.answer(link, "Late").await), Code::LinkExpired);
        assert!(renew(link).await.unwrap());
        // Whoever has kept the old one neither reads by it nor has anything mailed once more.
        assert_eq!(code(f.answer(link, "By the old link").await), Code::NotFound);
        assert_eq!(code(renew(link).await), Code::NotFound);
        let link = f.side_link(id).await;
        f.answer(link, "In time again").await.unwrap();
        // Who has the old mailbox reads nothing that is written from now on, and cannot have another link.
        let email = Some("nodes+new@exchange.example".to_owned());
        f.act(Viewer::Operator, async move |tx, cx| {
            let change = DepartmentChange { email: email.clone(), ..DepartmentChange::default() };
            department::actions::change(tx, cx, department_id, 1, &change).await
        })
        .await
        .unwrap();
        assert_eq!(f.standing(link).await, Standing::Void);
        assert_eq!(code(renew(link).await), Code::LinkExpired);
        let number = ticket.public_id.clone();
        f.act(all, async move |tx, cx| side::remind(tx, cx, &number, id).await).await.unwrap();
        assert_eq!(code(f.answer(link, "From the old mailbox").await), Code::NotFound);
        f.answer(f.side_link(id).await, "From the new one").await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_comes_to_where_the_ticket_goes_on() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (old, new) = (f.open("old").await, f.open("new").await);
        let department_id = f.department().await;
        let all = f.staff(Reach::All);
        let id = f.ask(all.clone(), &old, (department_id, true)).await.unwrap();
        let (from, into) = (old.public_id.clone(), new.public_id.clone());
        f.act(all, async move |tx, cx| {
            actions::set_status(
                tx,
                cx,
                &into,
                status::builtin(StatusCategory::WaitingOnInternal),
                None,
            )
            .await?;
            merge::merge(tx, cx, &from, &into, merge::Seen::default()).await
        })
        .await
        .unwrap();
        assert_eq!(f.sides(&new).await.len(), 1, "it stands beside the one that people work on");
        f.answer(f.side_link(id).await, "Done").await.unwrap();
        assert_eq!(f.now(&new).await.status_category, StatusCategory::Open);
        for ticket in [&old, &new] {
            f.assert_state(ticket).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_department_is_asked_by_whoever_may_reply_where_mail_is_sent() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open("hello").await;
        let department_id = f.department().await;
        let to = (department_id, false);
        assert_eq!(code(f.ask(f.customer(), &ticket, to).await), Code::StaffOnly);
        assert_eq!(code(f.ask(f.staff(Reach::Own), &ticket, to).await), Code::NotFound);
        let Viewer::Staff(mut reader) = f.staff(Reach::All) else { panic!("staff") };
        reader.grants.retain(|permission, _| *permission == Permission::TicketRead);
        let reader = Viewer::Staff(reader);
        assert_eq!(code(f.ask(reader, &ticket, to).await), Code::NoPermission);
        f.act(Viewer::Operator, async move |tx, cx| {
            set_road(tx, cx, Channel::Mail, None).await?;
            department::actions::archive(tx, cx, department_id).await
        })
        .await
        .unwrap();
        let all = f.staff(Reach::All);
        assert_eq!(code(f.ask(all.clone(), &ticket, to).await), Code::FieldInvalid, "archived");
        f.act(Viewer::Operator, async move |tx, cx| {
            department::actions::restore(tx, cx, department_id).await
        })
        .await
        .unwrap();
        assert_eq!(code(f.ask(all, &ticket, to).await), Code::MailRequired);
        assert_eq!(f.sides(&ticket).await.len(), 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mail_says_what_is_asked_and_its_end_is_known() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open("hello").await;
        let department_id = f.department().await;
        f.ask(f.staff(Reach::All), &ticket, (department_id, true)).await.unwrap();
        let id = f.asked().await;
        let first = f.letter(id).await;
        assert_eq!((first.state, first.locale), (MailState::Queued, Locale::Ja));
        assert_eq!(first.subject.as_deref(), Some("Is the Tron node behind?"));
        assert_eq!(
            (first.address.as_str(), first.author.as_str()),
            ("nodes@exchange.example", "Mina")
        );
        assert!(f.sent(first).await);
        // It comes back to the name that the mail had.
        let returned = Returned {
            about: About::MailId(format!("{id}.1@desk.example")),
            verdict: Verdict::Bounced,
            code: "550 5.1.1".to_owned(),
        };
        let found = f
            .act(Viewer::System("test"), async move |tx, cx| {
                record(tx, cx, "bounces", std::slice::from_ref(&returned), Place::default()).await
            })
            .await;
        assert_eq!(found.unwrap(), 1);
        let bounced = f.letter(id).await;
        assert_eq!((bounced.state, bounced.is_closed), (MailState::Bounced, false));
        // A link that was made for one address is not mailed to another.
        let email = Some("no.des@exchange.example".to_owned());
        f.act(Viewer::Operator, async move |tx, cx| {
            let change = DepartmentChange { email: email.clone(), ..DepartmentChange::default() };
            department::actions::change(tx, cx, department_id, 1, &change).await
        })
        .await
        .unwrap();
        assert!(f.letter(id).await.is_closed);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_about_somebody_who_is_erased_is_closed() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open("hello").await;
        let department_id = f.department().await;
        let id = f.ask(f.staff(Reach::All), &ticket, (department_id, false)).await.unwrap();
        let (link, ticket_id) = (f.side_link(id).await, ticket.id);
        f.act(Viewer::Operator, async move |tx, cx| {
            crate::ticket::erase_facts(tx, cx, ticket_id).await
        })
        .await
        .unwrap();
        assert_eq!(f.standing(link).await, Standing::Closed);
        assert_eq!(code(f.answer(link, "Too late").await), Code::SideClosed);
    }
}

/// The server takes a mail while an agent asks for another: the first one's end is not the second one's.
#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_that_is_asked_for_while_a_mail_is_being_sent_goes_out_too() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open("hello").await;
        let (department_id, all) = (f.department().await, f.staff(Reach::All));
        let id = f.ask(all.clone(), &ticket, (department_id, false)).await.unwrap();
        let asked = f.asked().await;
        let first = f.letter(asked).await;
        let number = ticket.public_id.clone();
        f.act(all, async move |tx, cx| side::remind(tx, cx, &number, id).await).await.unwrap();
        assert!(!f.sent(first.clone()).await, "another one was asked for meanwhile");
        let second = f.letter(asked).await;
        assert_eq!((second.state, second.mails), (MailState::Queued, first.mails + 1));
        let payloads = f.db.read(async move |rx: &Rx<'_>| -> Result<Vec<(String,)>> {
            let sql = "select payload from job where kind = $1";
            Ok(rx.query(sql, params![side_conversation::JOB_KIND]).await?)
        });
        let payloads = payloads.await.unwrap();
        let jobs: BTreeSet<_> = payloads
            .iter()
            .map(|(payload,)| side_conversation::mail_of(payload).unwrap())
            .collect();
        let each = [(asked, Some(first.mails)), (asked, Some(second.mails))];
        assert_eq!(jobs, BTreeSet::from(each), "each has a job of its own");
        assert!(f.sent(second).await);
        assert_eq!(f.letter(asked).await.state, MailState::Sent);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_go_both_ways_and_to_nobody_else() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (ticket, other) = (f.open("hello").await, f.open("another").await);
        let (department_id, all) = (f.department().await, f.staff(Reach::All));
        let (theirs, elsewhere) = (f.sent_file(&ticket).await, f.sent_file(&other).await);
        let id = f.ask(all.clone(), &ticket, (department_id, false)).await.unwrap();
        let link = f.side_link(id).await;
        assert_eq!(code(f.opened(link, theirs).await), Code::NotFound, "it was not given");
        let (own, loose) = (f.upload(all.clone()).await, f.upload(f.customer()).await);
        for wrong in [elsewhere, loose] {
            assert_eq!(code(f.write(&ticket, id, vec![wrong]).await), Code::AttachmentUnusable);
        }
        let written = f.write(&ticket, id, vec![theirs, own, theirs]).await.unwrap();
        f.assert_state(&ticket).await;
        for given in [theirs, own] {
            assert_eq!(f.opened(link, given).await.unwrap().id, given);
        }
        for hidden in [elsewhere, loose] {
            assert_eq!(code(f.opened(link, hidden).await), Code::NotFound);
        }
        // A department may answer with files alone. They are of the ticket's brand, and of nobody's account.
        let file = f.file();
        let brought = file.id;
        f.answer_with(link, "", vec![file]).await.unwrap();
        f.assert_state(&ticket).await;
        let seen = f.opened(link, brought).await.unwrap();
        assert_eq!((seen.brand_id, seen.uploader_kind.as_str()), (f.brand_id, "system"));
        assert_eq!(seen.uploader_id, None);
        let number = ticket.id;
        let read =
            f.db.read(async move |rx: &Rx<'_>| side_conversation::view::find(rx, number, id).await);
        let (_, messages) = read.await.unwrap().unwrap();
        let counts: Vec<usize> = messages.iter().map(|message| message.files.len()).collect();
        assert_eq!(counts, [0, 2, 1]);
        // Of what was written aside the customer finds nothing, and a colleague only who sees the ticket.
        let none = f.staff(Reach::Own);
        for id in [own, brought] {
            for (viewer, is_seen) in
                [(f.customer(), false), (none.clone(), false), (all.clone(), true)]
            {
                let found = f.db.read(async move |rx: &Rx<'_>| {
                    let scope = viewer.scope(Permission::TicketRead);
                    attachment::view::find(rx, &viewer, &scope, id).await
                });
                assert_eq!(found.await.unwrap().is_some(), is_seen);
            }
        }
        // What is erased where it came is erased here, and what was given with an erased message is given no longer.
        f.act(all.clone(), async move |tx, cx| erase::file(tx, cx, own, "Not ours").await)
            .await
            .unwrap();
        assert_eq!(f.opened(link, own).await.unwrap().sealed_key, None);
        f.act(all, async move |tx, cx| erase::message(tx, cx, written, "Not ours").await)
            .await
            .unwrap();
        assert_eq!(code(f.opened(link, theirs).await), Code::NotFound);
        f.close_side(&ticket, id).await;
        assert_eq!(code(f.opened(link, brought).await), Code::SideClosed);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_a_ticket_that_goes_on_in_another_is_given_from_there() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (old, new) = (f.open("old").await, f.open("new").await);
        let (department_id, all) = (f.department().await, f.staff(Reach::All));
        let theirs = f.sent_file(&old).await;
        let id = f.ask(all.clone(), &new, (department_id, false)).await.unwrap();
        assert_eq!(code(f.write(&new, id, vec![theirs]).await), Code::AttachmentUnusable);
        let (from, into) = (old.public_id.clone(), new.public_id.clone());
        f.act(all, async move |tx, cx| {
            merge::merge(tx, cx, &from, &into, merge::Seen::default()).await
        })
        .await
        .unwrap();
        f.write(&new, id, vec![theirs]).await.unwrap();
        assert!(f.opened(f.side_link(id).await, theirs).await.is_ok());
        for ticket in [&old, &new] {
            f.assert_state(ticket).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_department_sends_so_many_files_and_no_more() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open("hello").await;
        let department_id = f.department().await;
        let id = f.ask(f.staff(Reach::All), &ticket, (department_id, false)).await.unwrap();
        let link = f.side_link(id).await;
        let count = async || {
            let counted =
                f.act(Viewer::Anonymous, async move |tx, cx| side::count_file(tx, cx, link).await);
            counted.await.and_then(|attempt| attempt)
        };
        for _ in 0..limits::SIDE_FILES_IN {
            count().await.unwrap();
        }
        assert_eq!(code(count().await), Code::RateLimited);
        let too_many = (0..=limits::ATTACHMENTS_PER_MESSAGE).map(|_| f.file()).collect();
        assert_eq!(code(f.answer_with(link, "See", too_many).await), Code::TooManyAttachments);
    }
}
