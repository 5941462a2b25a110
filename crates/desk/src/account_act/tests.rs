#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::time::Duration;

use super::actions::{freeze_own, pause, record_done, record_failed};
use super::{ActState, view};
use crate::bridge::{ActKind, BridgeError, Receipt};
use crate::cx::Cx;
use crate::id::CustomerId;
use crate::testing::{World, cx_at, keyring};
use crate::ticket::{Priority, Risk, RiskCause};
use crate::viewer::{CustomerViewer, Scope, Viewer};
use crate::{identity, limits, ticket};

fn own(world: &World, me: &CustomerViewer) -> Cx {
    cx_at(world.now, Viewer::Customer(me.clone()))
}

async fn act(world: &World, id: CustomerId) -> super::AccountAct {
    world.read(async move |rx| view::latest(rx, id, ActKind::Freeze).await).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_press_is_a_ticket_before_all_others_and_one_act() {
    for mut world in World::both().await {
        let me = world.account_holder("acc-1").await;
        let press = async |world: &World, cx| {
            world.write(cx, async move |tx, cx| freeze_own(tx, cx, &keyring(), true).await).await
        };
        let first = press(&world, own(&world, &me)).await.unwrap();
        let number = first.ticket.clone();
        let opened = world
            .read(async move |rx| ticket::view::find(rx, &number, &Scope::Everything).await)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((opened.priority, opened.risk), (Priority::Urgent, Risk::SuspectedTheft));
        assert_eq!(RiskCause::AccountTaken.as_str(), "account_taken");
        // Pressed again while it is under way, or just after it was done.
        assert_eq!(press(&world, own(&world, &me)).await.unwrap(), first);
        let pending = act(&world, me.customer_id).await;
        assert_eq!((pending.state, pending.account.as_deref()), (ActState::Pending, Some("acc-1")));
        let receipt = Receipt { act_id: pending.id, receipt: "FRZ-1".to_owned(), at: world.now };
        let done = async |world: &World, receipt: Receipt| {
            let write = world.write(world.system_cx(), async move |tx, cx| {
                record_done(tx, cx, &keyring(), &receipt).await
            });
            write.await.unwrap();
        };
        done(&world, receipt.clone()).await;
        done(&world, Receipt { receipt: "FRZ-2".to_owned(), ..receipt }).await;
        let frozen = act(&world, me.customer_id).await;
        assert_eq!((frozen.state, frozen.receipt.as_deref()), (ActState::Done, Some("FRZ-1")));
        assert_eq!(press(&world, own(&world, &me)).await.unwrap(), first);
        // Days later it is another theft.
        world.wait(Duration::from_secs(86_400));
        assert_ne!(press(&world, own(&world, &me)).await.unwrap(), first);
    }
}

#[tokio::test]
async fn an_exchange_that_does_not_answer_is_told_of_once() {
    for world in World::both().await {
        let me = world.account_holder("acc-1").await;
        let freeze = world
            .write(own(&world, &me), async |tx, cx| freeze_own(tx, cx, &keyring(), true).await)
            .await
            .unwrap();
        let id = freeze.act.unwrap();
        let fail = async |reason, is_final| {
            let write = world.write(world.system_cx(), async move |tx, cx| {
                record_failed(tx, cx, &keyring(), id, reason, is_final).await
            });
            write.await.unwrap();
        };
        let messages = async || {
            let number = freeze.ticket.clone();
            let read = world.read(async move |rx| {
                Ok(ticket::view::find(rx, &number, &Scope::Everything)
                    .await?
                    .map(|t| t.message_count))
            });
            read.await.unwrap().unwrap()
        };
        fail(BridgeError::TimedOut, false).await;
        fail(BridgeError::Unavailable, false).await;
        let pending = act(&world, me.customer_id).await;
        assert_eq!((pending.attempts, pending.last_error), (2, Some(BridgeError::Unavailable)));
        assert_eq!((pending.state, messages().await), (ActState::Pending, 2));
        fail(BridgeError::Refused, true).await;
        assert_eq!(act(&world, me.customer_id).await.state, ActState::Refused);
        assert_eq!(messages().await, 3);
    }
}

#[tokio::test]
async fn without_an_exchange_there_is_a_ticket_all_the_same() {
    for world in World::both().await {
        let me = world.account_holder("acc-1").await;
        let freeze = world
            .write(own(&world, &me), async |tx, cx| freeze_own(tx, cx, &keyring(), false).await)
            .await
            .unwrap();
        assert_eq!(freeze.act, None);
        let left = act(&world, me.customer_id).await;
        assert_eq!(
            (left.state, left.last_error),
            (ActState::Refused, Some(BridgeError::NotConnected))
        );
        // Pressed again: the same call. With an exchange that can be asked by now: its own.
        let again = world
            .write(own(&world, &me), async |tx, cx| freeze_own(tx, cx, &keyring(), false).await)
            .await;
        assert_eq!(again.unwrap(), freeze);
        let asked = world
            .write(own(&world, &me), async |tx, cx| freeze_own(tx, cx, &keyring(), true).await)
            .await;
        assert!(asked.unwrap().act.is_some());
        let admin = world.admin_cx().await;
        assert!(
            world
                .write(admin, async |tx, cx| freeze_own(tx, cx, &keyring(), true).await)
                .await
                .is_err()
        );
        let nobody = world.anonymous_cx();
        assert!(
            world
                .write(nobody, async |tx, cx| freeze_own(tx, cx, &keyring(), true).await)
                .await
                .is_err()
        );
    }
}

/// A mailed link is no key to an account: its reader can cry for help, and sees and freezes nothing at the exchange.
#[tokio::test]
async fn who_came_by_a_link_has_no_account() {
    for world in World::both().await {
        let me = world.account_holder("acc-1").await;
        let account = async |me: &CustomerViewer| {
            let me = me.clone();
            let read = world.read(async move |rx| crate::bridge::view::own_account(rx, &me).await);
            read.await.unwrap()
        };
        assert_eq!(account(&me).await.as_deref(), Some("acc-1"));
        let id = me.customer_id;
        let by_mail = world.write(world.system_cx(), async move |tx, cx| {
            identity::actions::add(tx, cx, id, identity::EMAIL, "grace@example.com").await
        });
        let linked = CustomerViewer { identity_id: by_mail.await.unwrap(), ..me };
        assert_eq!(account(&linked).await, None);
        let freeze = world
            .write(own(&world, &linked), async |tx, cx| freeze_own(tx, cx, &keyring(), true).await)
            .await
            .unwrap();
        assert_eq!(freeze.act, None);
    }
}

#[test]
fn pauses_grow_to_five_minutes() {
    assert_eq!(pause(0), limits::ACT_PAUSE);
    assert_eq!(pause(1), limits::ACT_PAUSE * 2);
    assert_eq!(pause(1_000), limits::ACT_PAUSE_MAX);
}
