//! Tickets that are linked: both say it, nobody reads of one that is not theirs, and what was comes back.

use super::*;
use crate::id::PublicId;
use crate::ticket::bulk::{self, Done};
use crate::ticket::linked;
use crate::ticket::{LinkKind, merge};

impl Fixture {
    async fn link(&self, ticket: &Ticket, other: &Ticket, kind: LinkKind) -> Result<Done> {
        let (id, other) = (ticket.public_id.clone(), other.public_id.clone());
        self.act(self.staff(Reach::All), async move |tx, cx| {
            linked::link(tx, cx, &id, &other, kind).await
        })
        .await
    }

    async fn unlink(&self, ticket: &Ticket, other: &Ticket) -> Result<Done> {
        let (id, other) = (ticket.public_id.clone(), other.public_id.clone());
        self.act(self.staff(Reach::All), async move |tx, cx| {
            linked::unlink(tx, cx, &id, &other).await
        })
        .await
    }

    /// What stands beside a ticket for this viewer.
    async fn beside(&self, viewer: &Viewer, ticket: &Ticket) -> Vec<(PublicId, LinkKind)> {
        let (id, scope) = (ticket.id, viewer.scope(Permission::TicketRead));
        let rows = self
            .db
            .read(async move |rx: &Rx<'_>| view::linked(rx, id, &scope).await)
            .await
            .unwrap();
        rows.into_iter().map(|row| (row.public_id, row.kind)).collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn both_say_what_the_other_one_is() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (case, cause) = (f.open("case").await, f.open("cause").await);
        let all = f.staff(Reach::All);
        f.link(&case, &cause, LinkKind::Parent).await.unwrap();
        assert_eq!(f.beside(&all, &case).await, [(cause.public_id.clone(), LinkKind::Parent)]);
        assert_eq!(f.beside(&all, &cause).await, [(case.public_id.clone(), LinkKind::Child)]);
        assert!(f.link(&case, &cause, LinkKind::Parent).await.unwrap().undo.is_none(), "it is so");
        // Said anew from the other end, it is one link still.
        f.link(&cause, &case, LinkKind::Related).await.unwrap();
        assert_eq!(f.beside(&all, &case).await, [(cause.public_id.clone(), LinkKind::Related)]);
        for ticket in [&case, &cause] {
            f.assert_state(ticket).await;
        }
        f.unlink(&cause, &case).await.unwrap();
        assert_eq!(code(f.unlink(&cause, &case).await), Code::NotFound, "there is none");
        for ticket in [&case, &cause] {
            assert_eq!(f.beside(&all, ticket).await, []);
            f.assert_state(ticket).await;
        }
        assert_eq!(code(f.link(&case, &case, LinkKind::Related).await), Code::LinkItself);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_turned_back_unless_somebody_was_faster() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (one, two) = (f.open("one").await, f.open("two").await);
        let all = f.staff(Reach::All);
        f.link(&one, &two, LinkKind::Related).await.unwrap();
        let undo = f.unlink(&one, &two).await.unwrap().undo.unwrap();
        let back = async || {
            let (id, undo) = (one.public_id.clone(), undo.clone());
            f.act(f.staff(Reach::All), async move |tx, cx| bulk::undo(tx, cx, &id, &undo).await)
                .await
        };
        assert!(back().await.unwrap().undo.is_some());
        assert_eq!(f.beside(&all, &two).await, [(one.public_id.clone(), LinkKind::Related)]);
        assert_eq!(code(back().await), Code::VersionConflict);
        for ticket in [&one, &two] {
            f.assert_state(ticket).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_shown_a_link_to_what_they_do_not_see() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (mine, near, far) =
            (f.open("mine").await, f.open("near").await, f.open_elsewhere().await);
        f.link(&mine, &near, LinkKind::Related).await.unwrap();
        f.link(&mine, &far, LinkKind::Child).await.unwrap();
        assert_eq!(f.beside(&f.staff(Reach::All), &mine).await.len(), 2);
        let seen = f.beside(&f.staff(Reach::Brand), &mine).await;
        assert_eq!(seen, [(near.public_id.clone(), LinkKind::Related)]);
        assert_eq!(f.beside(&Viewer::Anonymous, &mine).await, []);
        let (id, scope) = (far.id, f.staff(Reach::Brand).scope(Permission::TicketRead));
        let number = f.db.read(async move |rx: &Rx<'_>| view::number_of(rx, id, &scope).await);
        assert_eq!(number.await.unwrap(), None);
        // Out of sight, it is no ticket at all; and whoever may not write a note may not link.
        let (id, other) = (mine.public_id.clone(), far.public_id.clone());
        let blind = f.act(f.staff(Reach::Brand), async move |tx, cx| {
            linked::link(tx, cx, &id, &other, LinkKind::Related).await
        });
        assert_eq!(code(blind.await), Code::NotFound);
        let (id, other) = (mine.public_id.clone(), near.public_id.clone());
        let customer =
            f.act(f.customer(), async move |tx, cx| linked::unlink(tx, cx, &id, &other).await);
        assert_eq!(code(customer.await), Code::NoPermission);
        // Its customer reads nothing of it.
        let (customer, row) = (f.customer(), mine.clone());
        let thread =
            f.db.read(async move |rx: &Rx<'_>| view::thread(rx, &customer, &row, 0, 50).await)
                .await
                .unwrap();
        assert_eq!(thread.moments.len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_on_elsewhere_is_linked_there_and_keeps_what_it_had() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (old, new, other) = (f.open("old").await, f.open("new").await, f.open("other").await);
        f.link(&old, &other, LinkKind::Related).await.unwrap();
        let (id, into) = (old.public_id.clone(), new.public_id.clone());
        f.act(f.staff(Reach::All), async move |tx, cx| {
            merge::merge(tx, cx, &id, &into, merge::Seen::default()).await
        })
        .await
        .unwrap();
        let again = f.link(&old, &other, LinkKind::Parent).await;
        assert_eq!(code(again), Code::TicketMerged);
        let all = f.staff(Reach::All);
        assert_eq!(f.beside(&all, &other).await, [(old.public_id.clone(), LinkKind::Related)]);
        f.unlink(&other, &old).await.unwrap();
        assert_eq!(f.beside(&all, &old).await, []);
        for ticket in [&old, &new, &other] {
            f.assert_state(ticket).await;
        }
    }
}
