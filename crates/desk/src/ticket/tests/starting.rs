//! The tickets on the customers' start page: their own open ones, and nobody else's.

use super::*;
use crate::exchange_event::facts::AlertReason;
use crate::id::PublicId;
use crate::ticket::exchange::open_alert;
use crate::ticket::merge::{self, Seen};

async fn shown(f: &Fixture, viewer: &Viewer, limit: u32) -> Vec<PublicId> {
    let Viewer::Customer(me) = viewer.clone() else { panic!("a customer") };
    let rows =
        f.db.read(async move |rx: &Rx<'_>| view::own_open(rx, &me, limit).await).await.unwrap();
    rows.into_iter().map(|row| row.public_id).collect()
}

/// The same from the list of all that the customer sees.
async fn of_listed(f: &Fixture, viewer: &Viewer) -> Vec<PublicId> {
    let (viewer, scope) = (viewer.clone(), viewer.scope(Permission::TicketRead));
    let rows = f
        .db
        .read(async move |rx: &Rx<'_>| view::list(rx, &viewer, &scope, &Filter::default()).await)
        .await
        .unwrap();
    let open = rows.into_iter().filter(|row| row.status_category.is_active());
    open.map(|row| row.public_id).collect()
}

async fn set(f: &Fixture, ticket: &Ticket, to: StatusCategory) {
    let told = NewMessage {
        status_id: Some(status::builtin(to)),
        ..message("This is what we found.", Visibility::Public)
    };
    f.post(f.staff(Reach::All), ticket, told).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_finds_their_own_open_tickets_the_newest_first() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        assert_eq!(shown(&f, &f.customer(), 5).await, []);
        let (asked, solved) = (f.open("asked").await, f.open("solved").await);
        let (kept, merged) = (f.open("kept").await, f.open("merged").await);
        let other = f.open_elsewhere().await;
        set(&f, &solved, StatusCategory::Solved).await;
        let (id, into) = (merged.public_id.clone(), kept.public_id.clone());
        f.act(f.staff(Reach::All), async move |tx, cx| {
            merge::merge(tx, cx, &id, &into, Seen::default()).await
        })
        .await
        .unwrap();
        set(&f, &asked, StatusCategory::WaitingOnCustomer).await;
        // The exchange fears for the account. Whoever reads along may be the thief.
        let (customer_id, brand_id) = (f.customer_id, f.brand_id);
        let alert = f.act(Viewer::System("test"), async move |tx, cx| {
            let keyring = crate::testing::keyring();
            let reason = AlertReason::TakeoverSuspected;
            Box::pin(open_alert(tx, cx, &keyring, (customer_id, brand_id), reason)).await
        });
        let alert = alert.await.unwrap();

        let me = f.customer();
        let own = [asked.public_id.clone(), kept.public_id.clone()];
        assert_eq!(shown(&f, &me, 5).await, own);
        assert_eq!(shown(&f, &me, 5).await, of_listed(&f, &me).await);
        assert_eq!(shown(&f, &me, 1).await, own[..1]);
        assert_eq!(shown(&f, &f.other_customer(), 5).await, std::slice::from_ref(&other.public_id));

        f.post(f.staff(Reach::All), &alert, message("We froze it.", Visibility::Public))
            .await
            .unwrap();
        let told = [alert.public_id.clone(), own[0].clone(), own[1].clone()];
        assert_eq!(shown(&f, &me, 5).await, told);
        assert_eq!(shown(&f, &me, 5).await, of_listed(&f, &me).await);
    }
}
