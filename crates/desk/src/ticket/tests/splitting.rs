//! Messages that go on in a ticket of their own: both threads, rows and events agree, and taken back all stands where it was written.

use super::*;
use crate::id::{MessageId, PublicId, TicketId};
use crate::ticket::split::{self, Halves, Split};
use crate::ticket::{Author, attention, merge};

impl Fixture {
    async fn split(&self, ticket: &Ticket, message_ids: Vec<MessageId>) -> Result<Halves> {
        let id = ticket.public_id.clone();
        let new = Split {
            message_ids,
            subject: Clean::new("Another matter").unwrap(),
            category: "withdrawal-pending".to_owned(),
        };
        let keyring = crate::testing::keyring();
        self.act(self.staff(Reach::All), async move |tx, cx| {
            split::split(tx, cx, &keyring, &id, &new, None).await
        })
        .await
    }

    async fn take_back(&self, ticket: &Ticket) -> Result<Halves> {
        let id = ticket.public_id.clone();
        self.act(self.staff(Reach::All), async move |tx, cx| {
            split::take_back(tx, cx, &id, None).await
        })
        .await
    }

    async fn row(&self, ticket: &Ticket) -> Ticket {
        let id = ticket.public_id.clone();
        self.db
            .read(async move |rx: &Rx<'_>| view::find(rx, &id, &Scope::Everything).await)
            .await
            .unwrap()
            .unwrap()
    }

    /// The messages of a thread with their texts, and whether they are of another ticket.
    async fn shown(
        &self,
        viewer: Viewer,
        ticket: &Ticket,
        limit: u32,
    ) -> Vec<(MessageId, String, bool)> {
        let row = self.row(ticket).await;
        self.db
            .read(async move |rx: &Rx<'_>| -> Result<_> {
                let (mut shown, mut after) = (Vec::new(), Some(view::Place::Seq(0)));
                while let Some(place) = after {
                    let (page, next) = view::thread_after(rx, &viewer, &row, place, limit).await?;
                    shown.extend(page.moments.into_iter().filter_map(|moment| match moment {
                        Moment::Message(m) => Some((m.message.id, m.body?, m.origin.is_some())),
                        Moment::Event(_) => None,
                    }));
                    after = next;
                }
                Ok(shown)
            })
            .await
            .unwrap()
    }

    /// What of a thread is shown to its customer, without what the desk itself wrote.
    async fn read(&self, ticket: &Ticket) -> Vec<(String, bool)> {
        let shown = self.shown(self.customer(), ticket, 50).await;
        let own = shown.into_iter().filter(|(_, text, _)| !text.contains("PD-"));
        own.map(|(_, text, is_other)| (text, is_other)).collect()
    }

    async fn numbered(&self) {
        let _numbering = self.db.start_sequencer();
        let count = async |rx: &Rx<'_>| -> Result<(i64,)> {
            Ok(rx.query_one("select count(*) from event", params![]).await?)
        };
        let (events,) = self.db.read(count).await.unwrap();
        self.db.feed_head().wait_for(|head| *head >= events).await.unwrap();
    }

    /// A ticket with three messages of its customer, and the ids of all of them.
    async fn of_three(&self) -> (Ticket, Vec<MessageId>) {
        let ticket = self.open("my deposit").await;
        for text in ["and my withdrawal", "my deposit again"] {
            self.post(self.customer(), &ticket, message(text, Visibility::Public)).await.unwrap();
        }
        let shown = self.shown(self.customer(), &ticket, 50).await;
        let ids = shown.into_iter().map(|(id, _, _)| id).collect();
        (self.row(&ticket).await, ids)
    }

    async fn shown_evidence(&self, ticket: &Ticket) -> Vec<(String, Option<PublicId>)> {
        let (id, viewer) = (ticket.id, self.customer());
        let rows = self
            .db
            .read(async move |rx: &Rx<'_>| view::shown_evidence(rx, &viewer, id).await)
            .await
            .unwrap();
        rows.into_iter().map(|(row, origin)| (row.fact.kind, origin)).collect()
    }
}

fn text(text: &str, is_other: bool) -> (String, bool) {
    (text.to_owned(), is_other)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_split_off_is_shown_in_the_new_ticket_at_its_own_time() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (old, ids) = f.of_three().await;
        let at = old.last_message_at;
        let Halves { ticket: new, other } = f.split(&old, vec![ids[2], ids[1]]).await.unwrap();
        assert_eq!((new.customer_id, new.brand_id), (old.customer_id, old.brand_id));
        assert_eq!((new.last_message_at, new.last_message_by), (at, Author::Customer));
        assert_eq!((new.message_count, other.message_count), (3, 1));
        assert!(other.last_message_at < at, "what is left is older");
        f.numbered().await;
        assert_eq!(f.read(&old).await, [text("my deposit", false)]);
        let moved = [text("and my withdrawal", true), text("my deposit again", true)];
        assert_eq!(f.read(&new).await, moved);
        // Whatever the pages, each is shown once, and the desk's own word comes last.
        let all = f.shown(f.staff(Reach::All), &new, 50).await;
        assert_eq!(all.len(), 3);
        assert!(all[2].1.contains(old.public_id.as_str()) && !all[2].2, "{all:?}");
        for limit in [1, 2, 5] {
            assert_eq!(f.shown(f.staff(Reach::All), &new, limit).await, all);
        }
        for ticket in [&old, &new] {
            f.assert_state(ticket).await;
        }
        // Both go on by themselves.
        f.post(f.customer(), &old, message("old", Visibility::Public)).await.unwrap();
        f.post(f.customer(), &new, message("new", Visibility::Public)).await.unwrap();
        f.numbered().await;
        assert_eq!(f.read(&old).await, [text("my deposit", false), text("old", false)]);
        assert_eq!(f.read(&new).await.len(), 3);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn taken_back_all_stands_where_it_was_written_and_the_number_leads_there() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (old, ids) = f.of_three().await;
        let new = f.split(&old, vec![ids[1]]).await.unwrap().ticket;
        f.post(f.customer(), &new, message("meanwhile", Visibility::Public)).await.unwrap();
        let Halves { ticket, other } = f.take_back(&new).await.unwrap();
        assert_eq!(ticket.status_category, StatusCategory::Closed);
        assert_eq!(other.public_id, old.public_id);
        f.numbered().await;
        let all = [
            text("my deposit", false),
            text("and my withdrawal", false),
            text("my deposit again", false),
            text("meanwhile", true),
        ];
        assert_eq!(f.read(&old).await, all);
        let late = message("to the number of a moment ago", Visibility::Public);
        assert_eq!(f.post(f.customer(), &new, late).await.unwrap().public_id, old.public_id);
        assert_eq!(code(f.take_back(&old).await), Code::NotFound, "it began by itself");
        for ticket in [&old, &new] {
            f.assert_state(ticket).await;
        }
        // What came back can go again.
        let again = f.split(&old, vec![ids[1]]).await.unwrap().ticket;
        f.assert_state(&again).await;
    }
}

/// The index reads again what was split off any of the tickets that something happened to, asked for with one statement.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_split_off_any_of_several_is_found_at_once() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (one, ids) = f.of_three().await;
        let first = f.split(&one, vec![ids[1], ids[2]]).await.unwrap().ticket;
        let (other, ids) = f.of_three().await;
        let second = f.split(&other, vec![ids[1]]).await.unwrap().ticket;
        let into = async |tickets: Vec<TicketId>| {
            let ids: Vec<_> = tickets.iter().map(|id| id.uuid()).collect();
            let read = f.db.read(async move |rx: &Rx<'_>| view::split_into_any(rx, &ids).await);
            let mut found = read.await.unwrap();
            found.sort();
            found
        };
        let mut both = [first.id, second.id];
        both.sort();
        assert_eq!(into(vec![one.id, first.id, other.id]).await, both);
        assert_eq!(into(vec![other.id]).await, [second.id]);
        assert!(into(vec![first.id, second.id]).await.is_empty());
        assert!(into(Vec::new()).await.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_customers_later_messages_are_split_off_and_each_once() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (old, ids) = f.of_three().await;
        f.post(f.staff(Reach::All), &old, message("answer", Visibility::Public)).await.unwrap();
        f.post(f.staff(Reach::All), &old, message("note", Visibility::Internal)).await.unwrap();
        let all = f.shown(f.staff(Reach::All), &old, 50).await;
        let id_of = |text: &str| all.iter().find(|(_, body, _)| body == text).unwrap().0;
        let refused = [
            vec![ids[0]],
            vec![id_of("answer")],
            vec![id_of("note")],
            vec![ids[1], ids[1]],
            vec![ids[1], MessageId::from_uuid(uuid::Uuid::nil())],
        ];
        for ids in refused {
            assert_eq!(code(f.split(&old, ids).await), Code::FieldInvalid);
        }
        assert_eq!(code(f.split(&old, Vec::new()).await), Code::FieldRequired);
        let new = f.split(&old, vec![ids[1]]).await.unwrap().ticket;
        assert_eq!(code(f.split(&old, vec![ids[1]]).await), Code::FieldInvalid);
        assert_eq!(code(f.split(&new, vec![ids[1]]).await), Code::FieldInvalid);
        for ticket in [&old, &new] {
            f.assert_state(ticket).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_goes_with_its_message_and_stays_in_its_chain() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let old = f.open("my deposit").await;
        let said = message(&format!("and this one: {HASH}"), Visibility::Public);
        f.post(f.customer(), &old, said).await.unwrap();
        let ids: Vec<_> =
            f.shown(f.customer(), &old, 50).await.into_iter().map(|(id, ..)| id).collect();
        let new = f.split(&old, vec![ids[1]]).await.unwrap().ticket;
        f.numbered().await;
        assert_eq!(f.shown_evidence(&old).await, []);
        let of_old = Some(old.public_id.clone());
        assert_eq!(f.shown_evidence(&new).await, [("tx".to_owned(), of_old)]);
        let found = async |ticket: &Ticket| {
            let filter = Filter { evidence: Some(HASH.to_owned()), limit: 5, ..Default::default() };
            let (viewer, id) = (f.customer(), ticket.public_id.clone());
            let scope = viewer.scope(Permission::TicketRead);
            let read =
                f.db.read(async move |rx: &Rx<'_>| view::list(rx, &viewer, &scope, &filter).await);
            read.await.unwrap().iter().any(|row| row.public_id == id)
        };
        assert!(found(&new).await && !found(&old).await, "the hash is asked after in the new one");
        for ticket in [&old, &new] {
            f.assert_state(ticket).await;
        }
        f.take_back(&new).await.unwrap();
        assert_eq!(f.shown_evidence(&old).await, [("tx".to_owned(), None)]);
        f.assert_state(&old).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_presses_and_who_works_on_it_go_along_and_halves_can_be_merged() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (old, ids) = f.of_three().await;
        let (id, reason) = (old.public_id.clone(), message("Nobody looks", Visibility::Public));
        f.act(f.customer(), async move |tx, cx| attention::escalate(tx, cx, &id, &reason).await)
            .await
            .unwrap();
        let (id, staff_id) = (old.public_id.clone(), f.staff_id);
        f.act(f.staff(Reach::All), async move |tx, cx| {
            actions::assign(tx, cx, &id, Some(staff_id), None, None).await
        })
        .await
        .unwrap();
        let new = f.split(&old, vec![ids[1]]).await.unwrap().ticket;
        assert_eq!((new.priority, new.assignee_id), (f.row(&old).await.priority, Some(staff_id)));
        // Merged by hand instead of taken back, every message is shown once.
        let (id, into) = (new.public_id.clone(), old.public_id.clone());
        f.act(f.staff(Reach::All), async move |tx, cx| {
            merge::merge(tx, cx, &id, &into, merge::Seen::default()).await
        })
        .await
        .unwrap();
        f.numbered().await;
        let read = f.read(&old).await;
        let times = read.iter().filter(|(text, _)| text == "and my withdrawal").count();
        assert_eq!(times, 1, "{read:?}");
        assert_eq!(code(f.take_back(&new).await), Code::TicketMerged);
        for ticket in [&old, &new] {
            f.assert_state(ticket).await;
        }
    }
}
