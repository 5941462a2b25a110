//! Tickets that go on in another one: rows and events agree, chains end where they should, and what was comes back.

use super::*;
use crate::id::PublicId;
use crate::ticket::bulk::Done;
use crate::ticket::merge::{self, Both, Seen};
use crate::ticket::{Author, Snooze, Tier, WakeOn, attention, bulk};

impl Fixture {
    async fn merge(&self, ticket: &Ticket, into: &Ticket) -> Result<Both> {
        let (id, into) = (ticket.public_id.clone(), into.public_id.clone());
        self.act(self.staff(Reach::All), async move |tx, cx| {
            merge::merge(tx, cx, &id, &into, Seen::default()).await
        })
        .await
    }

    async fn unmerge(&self, ticket: &Ticket) -> Result<Both> {
        let id = ticket.public_id.clone();
        self.act(self.staff(Reach::All), async move |tx, cx| {
            merge::unmerge(tx, cx, &id, None, None).await
        })
        .await
    }

    async fn find(&self, ticket: &Ticket) -> Ticket {
        let id = ticket.public_id.clone();
        self.db
            .read(async move |rx: &Rx<'_>| view::find(rx, &id, &Scope::Everything).await)
            .await
            .unwrap()
            .unwrap()
    }

    async fn ends(&self, ticket: &Ticket) -> Option<PublicId> {
        let id = ticket.id;
        let end =
            self.db.read(async move |rx: &Rx<'_>| view::goes_on_in(rx, id).await).await.unwrap();
        end.map(|(_, number)| number)
    }

    /// Texts of a thread, with the numbers of the merged tickets that they are of.
    async fn texts(&self, viewer: Viewer, ticket: &Ticket, limit: u32) -> Vec<(String, bool)> {
        let row = self.find(ticket).await;
        self.db
            .read(async move |rx: &Rx<'_>| -> Result<_> {
                let (mut texts, mut after) = (Vec::new(), Some(view::Place::Seq(0)));
                while let Some(place) = after {
                    let (page, next) = view::thread_after(rx, &viewer, &row, place, limit).await?;
                    texts.extend(page.moments.into_iter().filter_map(|moment| match moment {
                        Moment::Message(m) => Some((m.body?, m.origin.is_some())),
                        Moment::Event(_) => None,
                    }));
                    after = next;
                }
                Ok(texts)
            })
            .await
            .unwrap()
    }

    /// Waits until every event has its place in the feed.
    async fn settle(&self) {
        let _numbering = self.db.start_sequencer();
        let count = async |rx: &Rx<'_>| -> Result<(i64,)> {
            Ok(rx.query_one("select count(*) from event", params![]).await?)
        };
        let (events,) = self.db.read(count).await.unwrap();
        self.db.feed_head().wait_for(|head| *head >= events).await.unwrap();
    }

    async fn customers_list(&self) -> Vec<PublicId> {
        let viewer = self.customer();
        let scope = viewer.scope(Permission::TicketRead);
        let rows = self
            .db
            .read(async move |rx: &Rx<'_>| {
                view::list(rx, &viewer, &scope, &Filter::default()).await
            })
            .await
            .unwrap();
        rows.into_iter().map(|row| row.public_id).collect()
    }
}

fn said(text: &str, joined: bool) -> (String, bool) {
    (text.to_owned(), joined)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_to_the_old_number_lands_where_it_goes_on_and_once() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (first, second) = (f.open("first").await, f.open("second").await);
        let more = message("more of the first", Visibility::Public);
        f.post(f.customer(), &first, more).await.unwrap();
        let both = f.merge(&second, &first).await.unwrap();
        assert_eq!(both.ticket.status_category, StatusCategory::Closed);
        let written = message("to the old number", Visibility::Public);
        let landed = f.post(f.customer(), &second, written).await.unwrap();
        assert_eq!(landed.public_id, first.public_id);
        // An agent who saw the old one has not seen what stands in the other.
        let blind = NewMessage {
            seen_version: Some(f.find(&second).await.version),
            ..message("blind", Visibility::Public)
        };
        assert_eq!(code(f.post(f.staff(Reach::All), &second, blind).await), Code::VersionConflict);
        let all = [
            said("first", false),
            said("second", true),
            said("more of the first", false),
            said("to the old number", false),
        ];
        f.settle().await;
        for (viewer, limit) in
            [(f.staff(Reach::All), 50), (f.customer(), 50), (f.customer(), 1), (f.customer(), 3)]
        {
            assert_eq!(f.texts(viewer, &first, limit).await, all);
        }
        assert_eq!(f.texts(f.customer(), &second, 50).await, [said("second", false)]);
        assert_eq!(
            f.customers_list().await,
            std::slice::from_ref(&first.public_id),
            "the matter stands once"
        );
        for ticket in [&first, &second] {
            f.assert_state(ticket).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn chains_follow_to_their_end_and_never_meet_their_beginning() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (a, b, c) = (f.open("a").await, f.open("b").await, f.open("c").await);
        f.merge(&a, &b).await.unwrap();
        assert_eq!(code(f.merge(&a, &c).await), Code::TicketMerged);
        assert_eq!(code(f.merge(&b, &a).await), Code::MergeItself, "its chain ends at itself");
        assert_eq!(code(f.merge(&b, &b).await), Code::MergeItself);
        f.merge(&b, &c).await.unwrap();
        assert_eq!(f.ends(&a).await, Some(c.public_id.clone()));
        assert_eq!(code(f.merge(&c, &a).await), Code::MergeItself);
        assert!(f.merge(&a, &c).await.unwrap().undo.is_none(), "it goes on there already");
        let deep = f.post(f.customer(), &a, message("deep", Visibility::Public)).await.unwrap();
        assert_eq!(deep.public_id, c.public_id);
        // The middle taken out: what went on in it goes on in it again.
        f.unmerge(&b).await.unwrap();
        assert_eq!((f.ends(&a).await, f.ends(&b).await), (Some(b.public_id.clone()), None));
        // A ticket merged into one that goes on elsewhere goes on there.
        let d = f.open("d").await;
        f.merge(&d, &a).await.unwrap();
        assert_eq!(f.ends(&d).await, Some(b.public_id.clone()));
        for ticket in [&a, &b, &c, &d] {
            f.assert_state(ticket).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn taken_apart_both_stand_as_before() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (first, second) = (f.open("first").await, f.open("second").await);
        let solved = NewMessage {
            status_id: Some(status::builtin(StatusCategory::Solved)),
            ..message("done", Visibility::Public)
        };
        let target = f.post(f.staff(Reach::All), &first, solved).await.unwrap();
        let aside = Snooze { wake_on: WakeOn::Reply, until: None };
        let id = second.public_id.clone();
        f.act(f.staff(Reach::All), async move |tx, cx| {
            bulk::act(tx, cx, &id, None, &bulk::Act::Snooze(Some(aside))).await
        })
        .await
        .unwrap();
        let Done { ticket, undo } = f.merge(&second, &first).await.unwrap().into();
        assert_eq!((ticket.status_category, ticket.solved_at), (StatusCategory::Closed, None));
        let open = f.find(&first).await;
        assert_eq!(open.status_category, StatusCategory::Open, "there is something to be done");
        let id = second.public_id.clone();
        let undo = undo.unwrap();
        f.act(f.staff(Reach::All), async move |tx, cx| bulk::undo(tx, cx, &id, &undo).await)
            .await
            .unwrap();
        let (back, stays) = (f.find(&first).await, f.find(&second).await);
        assert_eq!(back.status_category, StatusCategory::Solved);
        assert_eq!(back.last_message_at, target.last_message_at);
        assert_eq!(stays.status_category, StatusCategory::Open);
        let id = second.id;
        let snooze = f.db.read(async move |rx: &Rx<'_>| view::snooze(rx, id).await).await.unwrap();
        assert_eq!(snooze, Some(aside));
        assert_eq!(code(f.unmerge(&second).await), Code::NotFound, "nothing to take apart");
        for ticket in [&first, &second] {
            f.assert_state(ticket).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_solved_ticket_stays_open_when_its_customer_wrote_before_it_was_taken_apart() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (first, second) = (f.open("first").await, f.open("second").await);
        let solved = NewMessage {
            status_id: Some(status::builtin(StatusCategory::Solved)),
            ..message("done", Visibility::Public)
        };
        f.post(f.staff(Reach::All), &first, solved).await.unwrap();
        f.merge(&second, &first).await.unwrap();
        f.post(f.customer(), &second, message("and?", Visibility::Public)).await.unwrap();
        f.unmerge(&second).await.unwrap();
        assert_eq!(f.find(&first).await.status_category, StatusCategory::Open);
        f.assert_state(&first).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_presses_is_taken_over() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (calm, pressing) = (f.open("calm").await, f.open("pressing").await);
        let (id, reason) =
            (pressing.public_id.clone(), message("Nobody answers", Visibility::Public));
        f.act(f.customer(), async move |tx, cx| attention::escalate(tx, cx, &id, &reason).await)
            .await
            .unwrap();
        f.merge(&pressing, &calm).await.unwrap();
        let (row, id) = (f.find(&calm).await, calm.id);
        let attention =
            f.db.read(async move |rx: &Rx<'_>| view::attention(rx, id).await).await.unwrap();
        assert_eq!((row.priority, attention.tier), (Priority::High, Tier::Second));
        assert_eq!(row.last_message_by, Author::Customer);
        f.assert_state(&calm).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_tickets_of_one_customer_are_merged_and_only_by_whom_may_close_both() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (mine, second) = (f.open("mine").await, f.open("second").await);
        let theirs = f.open_elsewhere().await;
        assert_eq!(code(f.merge(&mine, &theirs).await), Code::MergeOtherCustomer);
        // Out of sight, the other one is no ticket at all.
        let (id, into) = (mine.public_id.clone(), theirs.public_id.clone());
        let near = f.act(f.staff(Reach::Brand), async move |tx, cx| {
            merge::merge(tx, cx, &id, &into, Seen::default()).await
        });
        assert_eq!(code(near.await), Code::FieldInvalid);
        let (id, into) = (mine.public_id.clone(), second.public_id.clone());
        let customer = f.act(f.customer(), async move |tx, cx| {
            merge::merge(tx, cx, &id, &into, Seen::default()).await
        });
        assert_eq!(code(customer.await), Code::NoPermission);
        f.merge(&mine, &second).await.unwrap();
        // What goes on elsewhere is not worked on here.
        let id = mine.public_id.clone();
        let set = f.act(f.staff(Reach::All), async move |tx, cx| {
            actions::set_priority(tx, cx, &id, Priority::High, None).await
        });
        assert_eq!(code(set.await), Code::TicketMerged);
    }
}
