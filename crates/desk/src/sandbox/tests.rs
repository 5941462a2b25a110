#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use std::collections::BTreeSet;
use std::time::Duration;

use super::seed::Profile;
use super::{Breadth, Sandbox, actions};
use crate::bridge::facts::{DepositState, HoldReason, OrderState, RejectReason, WithdrawalState};
use crate::bridge::{Act, ActKind, Ask, Bridge as _, BridgeError};
use crate::customer::actions::NewCustomer;
use crate::exchange_event::{self, EventKind, ExchangeEvent};
use crate::id::{AccountActId, ExchangeEventId, Id as _};
use crate::testing::{World, keyring};
use crate::time::Timestamp;
use crate::viewer::Viewer;
use crate::{customer, identity};

const ACCOUNT: &str = "acc-1";

async fn open(world: &World, breadth: Breadth) -> Sandbox {
    let opened = world.write(world.system_cx(), async move |tx, cx| {
        actions::open(tx, cx, ACCOUNT, &Profile::default(), breadth).await
    });
    opened.await.unwrap();
    Sandbox::new((*world.db).clone())
}

fn ask(now: Timestamp) -> Ask {
    Ask { account: ACCOUNT.to_owned(), now, request_id: "r".to_owned() }
}

fn later(now: Timestamp, seconds: u64) -> Timestamp {
    now + Duration::from_secs(seconds)
}

#[tokio::test]
async fn every_state_that_there_is_can_be_seen() {
    for world in World::both().await {
        let sandbox = open(&world, Breadth::Everything).await;
        let ask = ask(world.now);
        let deposits = sandbox.deposits(&ask).await.unwrap();
        assert_eq!((deposits.as_of, deposits.source.as_str()), (world.now, "sandbox"));
        let states: BTreeSet<DepositState> = deposits.facts.iter().map(|one| one.state).collect();
        let all: BTreeSet<DepositState> = DepositState::ALL.iter().copied().collect();
        let never = BTreeSet::from([DepositState::AccountFrozen]);
        assert!(all.difference(&states).all(|one| never.contains(one)), "{states:?}");
        assert!(deposits.facts.iter().all(|one| one.amount.is_sound() && one.seen_at <= world.now));
        assert!(deposits.facts.is_sorted_by(|a, b| a.seen_at >= b.seen_at));

        let withdrawals = sandbox.withdrawals(&ask).await.unwrap().facts;
        let states: BTreeSet<WithdrawalState> = withdrawals.iter().map(|one| one.state).collect();
        assert_eq!(states.len(), WithdrawalState::ALL.len(), "{states:?}");
        let holds: BTreeSet<HoldReason> =
            withdrawals.iter().filter_map(|one| Some(one.hold.as_ref()?.reason)).collect();
        assert_eq!(holds.len(), HoldReason::ALL.len(), "{holds:?}");
        // What is not on the chain has no hash there.
        assert!(withdrawals.iter().all(|one| {
            let on_chain = [WithdrawalState::Confirming, WithdrawalState::Finished];
            one.tx_hash.is_some() == on_chain.contains(&one.state)
        }));

        let orders = sandbox.orders(&ask).await.unwrap().facts;
        let reasons: BTreeSet<RejectReason> =
            orders.iter().filter_map(|one| one.reject_reason).collect();
        assert_eq!(reasons.len(), RejectReason::ALL.len());
        let states: BTreeSet<OrderState> = orders.iter().map(|one| one.state).collect();
        assert!(states.contains(&OrderState::Filled) && states.contains(&OrderState::Rejected));
        assert_eq!(sandbox.positions(&ask).await.unwrap().facts.len(), 2);
        assert_eq!(sandbox.api_keys(&ask).await.unwrap().facts.len(), 2);
        assert_eq!(sandbox.devices(&ask).await.unwrap().facts.len(), 3);
        assert!(sandbox.security_changes(&ask).await.unwrap().facts.len() > 5);
    }
}

/// What the bridge tells when it is asked comes by itself as well, once, through the door that everybody's events come by.
#[tokio::test]
async fn it_tells_what_happens() {
    for mut world in World::both().await {
        let sandbox = open(&world, Breadth::Everything).await;
        owner(&world).await;
        let first = told(&world).await;
        let of = |all: &[ExchangeEvent], kind| all.iter().filter(|one| one.kind == kind).count();
        assert!(of(&first, EventKind::DepositSeen) >= 2, "{first:?}");
        assert!(of(&first, EventKind::SettingChanged) >= 5);
        assert_eq!(of(&first, EventKind::NetworkSuspended), 1);
        let seqs: BTreeSet<i64> = first.iter().map(|one| one.seq).collect();
        assert!(seqs.into_iter().eq(1..=i64::try_from(first.len()).unwrap()));
        assert_eq!(told(&world).await.len(), first.len());
        // The deposits that come later are told when they come.
        let before = sandbox.deposits(&ask(world.now)).await.unwrap().facts.len();
        world.wait(Duration::from_secs(24 * 3_600));
        let later = sandbox.deposits(&ask(world.now)).await.unwrap().facts.len();
        assert!(later > before);
        let all = told(&world).await;
        let deposits = of(&all, EventKind::DepositSeen) - of(&first, EventKind::DepositSeen);
        assert_eq!(deposits, later - before);
    }
}

/// A customer whose account it is.
async fn owner(world: &World) {
    let brand_id = world.brand_id;
    let owner = world.write(world.system_cx(), async move |tx, cx| {
        let new = NewCustomer::of(brand_id);
        let id = customer::actions::create(tx, cx, &new).await?;
        identity::actions::add(tx, cx, id, identity::PORTAL, ACCOUNT).await
    });
    owner.await.unwrap();
}

/// Everything that was told, once what is due by now has been.
async fn told(world: &World) -> Vec<ExchangeEvent> {
    let emit = async || {
        let emit = world
            .write(world.system_cx(), async |tx, cx| super::emit::emit(tx, cx, &keyring()).await);
        emit.await.unwrap()
    };
    while emit().await {}
    let newest = (Timestamp::from_micros(i64::MAX), ExchangeEventId::from_uuid(uuid::Uuid::max()));
    let read = world.read(async move |rx| {
        exchange_event::view::list(rx, &Viewer::Operator, None, newest, 200).await
    });
    read.await.unwrap()
}

#[tokio::test]
async fn it_moves_with_the_clock_and_the_same_moment_tells_the_same() {
    for world in World::both().await {
        let sandbox = open(&world, Breadth::Usual).await;
        let now = sandbox.deposits(&ask(world.now)).await.unwrap();
        assert_eq!(sandbox.deposits(&ask(world.now)).await.unwrap(), now);
        let fresh = now.facts[0].clone();
        assert_ne!(fresh.state, DepositState::Finished);
        let then = sandbox.deposits(&ask(later(world.now, 4 * 24 * 3_600))).await.unwrap().facts;
        let grown = then.iter().find(|one| one.id == fresh.id).unwrap();
        assert_eq!(grown.state, DepositState::Finished);
        assert!(grown.confirmations > fresh.confirmations);
        // Others have come since.
        assert!(then.len() > now.facts.len(), "{} {}", then.len(), now.facts.len());
        // And another desk invents the same.
        for other in World::both().await {
            let elsewhere = open(&other, Breadth::Usual).await;
            let told = elsewhere.deposits(&ask(other.now)).await.unwrap().facts;
            assert_eq!(told[0].address, fresh.address);
        }
    }
}

#[tokio::test]
async fn a_freeze_stops_what_has_not_left_and_happens_once() {
    for world in World::both().await {
        let sandbox = open(&world, Breadth::Everything).await;
        let act = Act {
            id: AccountActId::from_uuid(uuid::Uuid::from_u128(7)),
            kind: ActKind::Freeze,
            account: ACCOUNT.to_owned(),
            reference: "PD-0000-0000-0".to_owned(),
            requested_at: world.now,
            now: world.now,
        };
        let receipt = sandbox.act(&act).await.unwrap();
        let again = Act { now: later(world.now, 900), ..act.clone() };
        assert_eq!(sandbox.act(&again).await.unwrap(), receipt);
        let ask = ask(later(world.now, 3 * 24 * 3_600));
        let account = sandbox.account(&ask).await.unwrap().facts;
        assert_eq!(account.frozen_at, Some(world.now));
        let withdrawals = sandbox.withdrawals(&ask).await.unwrap().facts;
        let stopped = withdrawals.iter().filter(|one| {
            one.hold.as_ref().is_some_and(|hold| hold.reason == HoldReason::AccountFrozen)
        });
        assert!(stopped.count() > 3);
        let deposits = sandbox.deposits(&ask).await.unwrap().facts;
        assert!(deposits.iter().any(|one| one.state == DepositState::AccountFrozen));
        let changes = sandbox.security_changes(&ask).await.unwrap().facts;
        assert_eq!(changes[0].at, world.now);
        // The id of one act is not another's.
        let other = Act { account: "acc-2".to_owned(), ..act };
        assert_eq!(sandbox.act(&other).await, Err(BridgeError::Refused));
    }
}

#[tokio::test]
async fn who_is_not_there_and_what_is_down() {
    for world in World::both().await {
        let sandbox = Sandbox::new((*world.db).clone());
        assert_eq!(sandbox.account(&ask(world.now)).await, Err(BridgeError::NotFound));
        let sandbox = open(&world, Breadth::Usual).await;
        assert!(sandbox.account(&ask(world.now)).await.is_ok());
        for failure in [Some(BridgeError::TimedOut), Some(BridgeError::Unavailable), None] {
            let set = world.write(world.system_cx(), async move |tx, cx| {
                actions::set_outage(tx, cx, failure).await
            });
            set.await.unwrap();
            assert_eq!(sandbox.account(&ask(world.now)).await.err(), failure);
            assert_eq!(sandbox.networks(world.now).await.err(), failure);
        }
        let refused = world.write(world.anonymous_cx(), async move |tx, cx| {
            actions::set_outage(tx, cx, Some(BridgeError::Refused)).await
        });
        assert!(refused.await.is_err());
    }
}
