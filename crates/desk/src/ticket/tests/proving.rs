//! How far its customer had proven who they are when they wrote a message, whatever they prove later.

use std::time::Duration;

use super::*;
use crate::identity::{self, Level};
use crate::log::verify::verify_live;
use crate::testing::World;
use crate::ticket::Author;

fn minutes(n: u64) -> Duration {
    Duration::from_secs(n * 60)
}

async fn opened(world: &World, by: &Viewer) -> Ticket {
    let new = new_ticket(by, "Since noon.");
    let cx = crate::testing::cx_at(world.now, by.clone());
    world.write(cx, async move |tx, cx| actions::open(tx, cx, &new).await).await.unwrap()
}

async fn said(world: &World, by: &Viewer, ticket: &Ticket) {
    let (id, new) = (ticket.public_id.clone(), message("And now?", Visibility::Public));
    let cx = crate::testing::cx_at(world.now, by.clone());
    let posted = world.write(cx, async move |tx, cx| actions::post(tx, cx, &id, &new).await);
    posted.await.unwrap();
}

async fn proven(world: &World, id: IdentityId, level: Level, until: Option<Timestamp>) {
    let written = world.write(world.system_cx(), async move |tx, cx| {
        identity::actions::verify(tx, cx, id, level, until).await
    });
    written.await.unwrap();
}

/// Whose each message of a ticket is, and what is told of them.
async fn told(world: &World, ticket: &Ticket) -> Vec<(Author, Option<Level>)> {
    let ticket = ticket.clone();
    let read = world
        .read(async move |rx: &Rx<'_>| view::thread(rx, &Viewer::Operator, &ticket, 0, 100).await);
    let told = |moment: Moment| match moment {
        Moment::Message(view) => Some((view.message.author, view.message.verification)),
        Moment::Event(_) => None,
    };
    read.await.unwrap().moments.into_iter().filter_map(told).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_tells_what_was_proven_when_it_was_written() {
    for mut world in World::both().await {
        let me = world.account_holder("acc-7").await;
        let (customer_id, by_account) = (me.customer_id, me.identity_id);
        let customer = Viewer::Customer(me.clone());
        let agent = world.admin_cx().await.viewer;
        let ticket = opened(&world, &customer).await;
        proven(&world, by_account, Level::SignedIn, Some(world.now + minutes(30))).await;
        said(&world, &customer, &ticket).await;
        said(&world, &agent, &ticket).await;
        // Whoever came by a mailed link has shown that much and no more, whatever their account has.
        let added = world.write(world.system_cx(), async move |tx, cx| {
            let address = "grace@example.com";
            identity::actions::add(tx, cx, customer_id, identity::EMAIL, address).await
        });
        let by_mail = added.await.unwrap();
        proven(&world, by_mail, Level::Email, None).await;
        let mailed = Viewer::Customer(CustomerViewer { identity_id: by_mail, ..me });
        said(&world, &mailed, &ticket).await;
        world.wait(minutes(30));
        said(&world, &customer, &ticket).await;
        let expected = [
            (Author::Customer, Some(Level::None)),
            (Author::Customer, Some(Level::SignedIn)),
            (Author::Staff, None),
            (Author::Customer, Some(Level::Email)),
            (Author::Customer, Some(Level::None)),
        ];
        assert_eq!(told(&world, &ticket).await, expected);
        // What is proven now changes nothing of what was said before.
        proven(&world, by_account, Level::SignedIn, None).await;
        assert_eq!(told(&world, &ticket).await, expected);

        assert_eq!(world.verified().await.findings, [], "{:?}", world.db.engine());
        // The log knows it: a better one that somebody writes into the rows is found.
        let forged = world.write(world.system_cx(), async |tx, _cx| {
            let sql = "update message set verification = 'signed-in' where verification = 'none'";
            Ok(tx.exec(sql, params![]).await?)
        });
        assert_eq!(forged.await.unwrap(), 2);
        let (desk, _sequencer) = world.desk();
        let report = verify_live(&desk, &[], &mut |_| {}).await.unwrap();
        let found = report.findings.iter().map(|finding| (finding.table, finding.column));
        assert_eq!(found.collect::<Vec<_>>(), [("message", Some("verification")); 2]);
    }
}
