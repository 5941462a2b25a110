//! Streams on both engines: each event once, in order, whatever is sent how often.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use std::time::Duration;

use serde_json::{Value, json};

use super::actions::{Taken, handle, handle_again, record_missed, skip_gap, take};
use super::facts::{Batch, Incoming};
use super::signature::{Signed, sign_hs256, verify};
use super::{EventKind, EventState, ExchangeEvent, Gap, view};
use crate::code::Code;
use crate::exchange_key::actions::NewExchangeKey;
use crate::exchange_key::{self, NewMaterial};
use crate::id::{ExchangeEventId, Id as _, PublicId};
use crate::log::Stream;
use crate::notification::NotificationKind;
use crate::render::Body;
use crate::testing::{World, cx_at, keyring};
use crate::text::Clean;
use crate::ticket::actions::{NewMessage, NewTicket, post};
use crate::ticket::bulk::Act;
use crate::ticket::{Priority, Risk, Snooze, Visibility, WakeOn};
use crate::viewer::{CustomerViewer, Scope, Viewer};
use crate::{
    Error, Result, customer_erasure, limits, network_suspension, notification, sealed_input, ticket,
};

const SECRET: &str = "a secret that both sides know well";
const HASH: &str = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";

/// Adds a key of the exchange.
async fn key(world: &World) {
    let brand_id = world.brand_id;
    let added = world.write(world.system_cx(), async move |tx, cx| {
        let new = NewExchangeKey {
            brand_id,
            kid: "ex-1".to_owned(),
            audience: "https://desk.example".to_owned(),
            material: NewMaterial::Hs256(Some(SECRET.to_owned())),
        };
        exchange_key::actions::add(tx, cx, &keyring(), &new).await
    });
    added.await.unwrap();
}

async fn open(world: &World, me: &CustomerViewer, category: &str, text: &str) -> PublicId {
    let viewer = Viewer::Customer(me.clone());
    let body = Body::by(&viewer, &keyring(), Clean::new(text).unwrap());
    let new = NewTicket {
        customer_id: None,
        category: category.to_owned(),
        subject: Clean::line("subject", "Where is it?", 200).unwrap(),
        body,
        attachment_ids: Vec::new(),
        channel: "portal",
        lang: "en".to_owned(),
    };
    let opened = world.write(cx_at(world.now, viewer), async move |tx, cx| {
        ticket::actions::open(tx, cx, &new).await
    });
    opened.await.unwrap().public_id
}

fn event(seq: i64, kind: EventKind, data: Value) -> Incoming {
    Incoming {
        id: format!("ev-{seq}"),
        seq,
        kind,
        occurred_at: crate::testing::start(),
        account: kind.is_of_account().then(|| "acc-7".to_owned()),
        data,
    }
}

fn tier(seq: i64) -> Incoming {
    event(seq, EventKind::TierChanged, json!({ "from": 0, "to": 1 }))
}

fn deposit(seq: i64, hash: &str) -> Incoming {
    let data = json!({
        "id": "D1", "amount": { "units": "250000000", "decimals": 6, "asset": "USDT" },
        "network": "ETHEREUM", "address": "0x52908400098527886e0f7030069857d2e4169ee7",
        "tx_hash": hash, "state": "confirming", "confirmations": 3, "credited_after": 12,
        "withdrawable_after": 64, "seen_at": "2026-09-13T12:20:00Z", "updated_at": "2026-09-13T12:26:00Z",
    });
    event(seq, EventKind::DepositSeen, data)
}

async fn send(world: &World, events: &[Incoming]) -> Result<Taken> {
    let batch = Batch { events: events.to_vec() };
    let now = world.now;
    let arrivals = batch.read(now)?;
    let sent = world.write(world.anonymous_cx(), async move |tx, cx| {
        let signed = sign_hs256(SECRET.into(), "ex-1", now, b"{}".to_vec())?;
        let verified = verify(tx, &keyring(), &signed, now).await?;
        take(tx, cx, &keyring(), verified, &arrivals).await
    });
    sent.await
}

/// Handles what may be handled, as the job does.
async fn work(world: &World) {
    let brand_id = world.brand_id;
    let next = async || world.read(async move |rx| view::next(rx, brand_id).await).await.unwrap();
    while let Some((id, _)) = next().await {
        let handled = world.write(world.system_cx(), async move |tx, cx| {
            handle(tx, cx, &keyring(), brand_id, id).await
        });
        handled.await.unwrap();
    }
}

async fn events(world: &World) -> Vec<ExchangeEvent> {
    let newest =
        (crate::Timestamp::from_micros(i64::MAX), ExchangeEventId::from_uuid(uuid::Uuid::max()));
    let listed =
        world.read(async move |rx| view::list(rx, &Viewer::Operator, None, newest, 100).await);
    let mut events = listed.await.unwrap();
    events.sort_by_key(|event| event.seq);
    events
}

async fn states(world: &World) -> Vec<(i64, EventState)> {
    events(world).await.into_iter().map(|event| (event.seq, event.state)).collect()
}

async fn told(world: &World, number: &PublicId) -> Vec<String> {
    let number = number.clone();
    let kinds = world.read(async move |rx| {
        let ticket = ticket::view::find(rx, &number, &Scope::Everything).await?;
        Ok(Stream::Ticket(ticket.unwrap().id))
    });
    let stream = kinds.await.unwrap();
    let kinds = world.kinds(&stream).await;
    kinds.into_iter().filter(|kind| kind == "ticket.exchange_told").collect()
}

#[tokio::test]
async fn each_event_is_handled_once_and_in_order() {
    use EventState::{Handled, Waiting};
    for world in World::both().await {
        key(&world).await;
        // The second half of a stream comes first.
        let early = send(&world, &[tier(3), tier(4)]).await.unwrap();
        assert_eq!((early.expects, early.gap), (1, Some(Gap { from: 1, to: 2 })));
        work(&world).await;
        assert_eq!(states(&world).await, [(3, Waiting), (4, Waiting)]);
        let rest = send(&world, &[tier(1), tier(2), tier(3)]).await.unwrap();
        assert_eq!((rest.expects, rest.gap), (5, None));
        work(&world).await;
        assert_eq!(states(&world).await, [1, 2, 3, 4].map(|seq| (seq, Handled)));
        // All of it once more is harmless, and answered as before.
        let before = events(&world).await;
        let all = [tier(1), tier(2), tier(3), tier(4)];
        let again = send(&world, &all).await.unwrap();
        assert_eq!(again.events, all.map(|event| (event.id, event.seq)));
        work(&world).await;
        assert_eq!(events(&world).await, before);
    }
}

#[tokio::test]
async fn another_event_under_a_known_id_or_number_is_refused_and_nothing_with_it() {
    for world in World::both().await {
        key(&world).await;
        send(&world, &[tier(1)]).await.unwrap();
        let other = event(1, EventKind::TierChanged, json!({ "from": 0, "to": 2 }));
        let renamed = Incoming { id: "ev-other".to_owned(), ..tier(1) };
        let moved = Incoming { id: "ev-1".to_owned(), ..tier(9) };
        for (wrong, field) in
            [(other, "events[1].id"), (renamed, "events[1].seq"), (moved, "events[1].id")]
        {
            let refused = send(&world, &[tier(2), wrong]).await.unwrap_err();
            let Error::Refused(refusal) = refused else { unreachable!("{refused:?}") };
            assert_eq!(refusal.code, Code::EventMismatch);
            assert_eq!(refusal.fields[0].field, field);
        }
        assert_eq!(events(&world).await.len(), 1);
    }
}

#[tokio::test]
async fn only_a_fresh_signature_of_a_known_key_opens() {
    for world in World::both().await {
        key(&world).await;
        let now = world.now;
        let signed = sign_hs256(SECRET.into(), "ex-1", now, b"{}".to_vec()).unwrap();
        let code = async |signed: Signed| {
            let read = world.read(async move |rx| verify(rx, &keyring(), &signed, now).await);
            read.await.err().map(|error| error.code())
        };
        assert_eq!(code(signed.clone()).await, None);
        let forged = Some(Code::EventForged);
        assert_eq!(code(Signed { body: b"{ }".to_vec(), ..signed.clone() }).await, forged);
        assert_eq!(code(Signed { kid: "ex-2".to_owned(), ..signed.clone() }).await, forged);
        assert_eq!(code(Signed { signature: "?".to_owned(), ..signed.clone() }).await, forged);
        let unsigned = Signed { signature: String::new(), ..signed.clone() };
        assert_eq!(code(unsigned).await, Some(Code::EventUnsigned));
        let late = now - limits::EXCHANGE_EVENT_SKEW - Duration::from_secs(1);
        let late = sign_hs256(SECRET.into(), "ex-1", late, b"{}".to_vec()).unwrap();
        assert_eq!(code(late).await, Some(Code::EventStale));
        // A revoked key opens nothing.
        let revoked = world.write(world.system_cx(), async |tx, cx| {
            let all = exchange_key::view::list(tx, &cx.viewer).await?;
            exchange_key::actions::revoke(tx, cx, all[0].id).await
        });
        revoked.await.unwrap();
        assert_eq!(code(signed).await, forged);
    }
}

#[tokio::test]
async fn a_deposit_is_told_where_it_is_waited_for() {
    for world in World::both().await {
        key(&world).await;
        let me = world.account_holder("acc-7").await;
        let waited = open(&world, &me, "deposit-not-credited", &format!("I sent it: {HASH}")).await;
        let other = open(&world, &me, "other", "How do I change my name?").await;
        send(&world, &[deposit(1, HASH)]).await.unwrap();
        work(&world).await;
        assert_eq!(told(&world, &waited).await.len(), 1);
        assert!(told(&world, &other).await.is_empty());
        let notices = notices(&world, &me).await;
        assert_eq!(notices[0].kind, NotificationKind::DepositSeen);
        assert_eq!(notices[0].ticket.as_ref(), Some(&waited));
        assert_eq!(notices[0].told.as_ref().unwrap().reference, "D1");
        // One of which no ticket speaks is told all the same; one of an account that nobody here has is not.
        let hash = HASH.replace("4acb", "5bdc");
        let stranger = Incoming { account: Some("acc-8".to_owned()), ..deposit(3, HASH) };
        send(&world, &[deposit(2, &hash), stranger]).await.unwrap();
        work(&world).await;
        assert_eq!(told(&world, &waited).await.len(), 1);
        let notices = self::notices(&world, &me).await;
        assert_eq!(notices.len(), 2);
        assert_eq!(notices.iter().filter(|one| one.ticket.is_none()).count(), 1);
        let tickets: Vec<_> = events(&world).await.into_iter().map(|event| event.tickets).collect();
        assert_eq!(tickets, [Some(1), Some(0), Some(0)]);
    }
}

#[tokio::test]
async fn a_deposit_brings_back_what_was_put_aside_for_one() {
    for world in World::both().await {
        key(&world).await;
        let me = world.account_holder("acc-7").await;
        let waited = open(&world, &me, "other", "It will come tomorrow.").await;
        let other = open(&world, &me, "other", "How do I change my name?").await;
        for (id, wake_on) in [(&waited, WakeOn::Deposit), (&other, WakeOn::Reply)] {
            let (id, act) = (id.clone(), Act::Snooze(Some(Snooze { wake_on, until: None })));
            let aside = world.write(world.admin_cx().await, async move |tx, cx| {
                ticket::bulk::act(tx, cx, &id, None, &act).await
            });
            aside.await.unwrap();
        }
        send(&world, &[deposit(1, HASH)]).await.unwrap();
        work(&world).await;
        let aside = async |number: &PublicId| {
            let number = number.clone();
            let read = world.read(async move |rx| {
                let ticket = ticket::view::find(rx, &number, &Scope::Everything).await?.unwrap();
                ticket::view::snooze(rx, ticket.id).await
            });
            read.await.unwrap().map(|snooze| snooze.wake_on)
        };
        assert_eq!(aside(&waited).await, None);
        assert_eq!(aside(&other).await, Some(WakeOn::Reply));
    }
}

async fn notices(world: &World, me: &CustomerViewer) -> Vec<notification::Notice> {
    let me = me.clone();
    let read = world.read(async move |rx| notification::view::list(rx, &me, None, 50).await);
    read.await.unwrap()
}

#[tokio::test]
async fn an_alert_puts_what_is_open_before_all_others_and_tells_the_customer_nothing() {
    for world in World::both().await {
        key(&world).await;
        let me = world.account_holder("acc-7").await;
        let number = open(&world, &me, "other", "How do I change my name?").await;
        let alert = json!({ "reason": "takeover_suspected" });
        send(&world, &[event(1, EventKind::RiskAlert, alert)]).await.unwrap();
        work(&world).await;
        let found = number.clone();
        let ticket = world
            .read(async move |rx| ticket::view::find(rx, &found, &Scope::Everything).await)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((ticket.risk, ticket.priority), (Risk::SuspectedTheft, Priority::Urgent));
        assert!(told(&world, &number).await.is_empty() && notices(&world, &me).await.is_empty());
    }
}

/// Nobody wrote yet: the security desk gets a ticket, of which the customer hears and sees nothing until they are written to.
#[tokio::test]
async fn an_alert_opens_a_ticket_once_that_its_customer_does_not_see() {
    for world in World::both().await {
        key(&world).await;
        let me = world.account_holder("acc-7").await;
        let alert = json!({ "reason": "takeover_suspected" });
        let events = [1, 2].map(|seq| event(seq, EventKind::RiskAlert, alert.clone()));
        send(&world, &events).await.unwrap();
        work(&world).await;
        send(&world, &events).await.unwrap();
        work(&world).await;
        let list = async |viewer: Viewer, scope: Scope| {
            let filter = ticket::view::Filter { limit: 50, ..ticket::view::Filter::default() };
            let read = world
                .read(async move |rx| ticket::view::list(rx, &viewer, &scope, &filter).await)
                .await;
            read.unwrap()
        };
        let all = list(Viewer::System("test"), Scope::Everything).await;
        let [only] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!((only.risk, only.priority), (Risk::SuspectedTheft, Priority::Urgent));
        let own = Viewer::Customer(me.clone());
        let scope = own.scope(crate::permission::Permission::TicketRead);
        assert!(list(own.clone(), scope.clone()).await.is_empty());
        let number = only.public_id.clone();
        let found = async |scope: Scope| {
            let number = number.clone();
            let read = world.read(async move |rx| ticket::view::find(rx, &number, &scope).await);
            read.await.unwrap()
        };
        assert!(found(scope.clone()).await.is_none());
        assert!(notices(&world, &me).await.is_empty());
        // Whoever is written to sees what is written, and the ticket that it stands in.
        let (cx, to) = (world.system_cx(), number.clone());
        let message = reply("Did you sign in from Lisbon today?");
        world.write(cx, async move |tx, cx| post(tx, cx, &to, &message).await).await.unwrap();
        assert!(found(scope.clone()).await.is_some());
        assert_eq!(list(own, scope).await.len(), 1);
        assert_eq!(notices(&world, &me).await.len(), 1);
    }
}

fn reply(text: &str) -> NewMessage {
    NewMessage {
        body: Body::by(&Viewer::System("test"), &keyring(), Clean::new(text).unwrap()),
        visibility: Visibility::Public,
        attachment_ids: Vec::new(),
        channel: "console",
        lang: "en".to_owned(),
        status_id: None,
        seen_version: None,
    }
}

#[tokio::test]
async fn a_network_stands_still_until_it_resumes() {
    for world in World::both().await {
        key(&world).await;
        let shown = async || {
            let brand_id = world.brand_id;
            world.read(async move |rx| network_suspension::view::list(rx, brand_id).await).await
        };
        let stands = json!({ "network": "TRON", "asset": "USDT", "can_deposit": false, "can_withdraw": true });
        send(&world, &[event(1, EventKind::NetworkSuspended, stands)]).await.unwrap();
        work(&world).await;
        let suspended = shown().await.unwrap();
        assert!(suspended[0].concerns(Some("tron"), Some("USDT")) && !suspended[0].can_deposit);
        send(&world, &[event(2, EventKind::NetworkResumed, json!({ "network": "TRON" }))])
            .await
            .unwrap();
        work(&world).await;
        assert!(shown().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn what_fails_lets_the_stream_go_on_and_is_handled_again_on_demand() {
    for world in World::both().await {
        key(&world).await;
        let brand_id = world.brand_id;
        send(&world, &[tier(1), tier(2)]).await.unwrap();
        let id = events(&world).await[0].id;
        for attempt in 1..=limits::EXCHANGE_EVENT_ATTEMPTS {
            let missed = world.write(world.system_cx(), async move |tx, cx| {
                record_missed(tx, cx, brand_id, id, Code::Internal).await
            });
            let went_on = missed.await.unwrap();
            assert_eq!(went_on, attempt == limits::EXCHANGE_EVENT_ATTEMPTS);
        }
        work(&world).await;
        let failed = events(&world).await;
        assert_eq!(failed[0].state, EventState::Failed);
        assert_eq!(failed[0].last_error.as_deref(), Some("internal"));
        assert_eq!(failed[1].state, EventState::Handled);
        let again = async |world: &World| {
            let admin = world.admin_cx().await;
            world.write(admin, async move |tx, cx| handle_again(tx, cx, id).await).await
        };
        assert_eq!(again(&world).await.unwrap().state, EventState::Waiting);
        work(&world).await;
        assert_eq!(events(&world).await[0].state, EventState::Handled);
        assert_eq!(again(&world).await.unwrap_err().code(), Code::EventNotFailed);
        let kinds = world.kinds(&Stream::Organisation).await;
        assert_eq!(kinds.iter().filter(|kind| *kind == "exchange_event.retried").count(), 1);
    }
}

/// Destroys what lay for too long, as the job does.
async fn destroy(world: &World) {
    let page = async || {
        let destroyed = world.write(world.system_cx(), async |tx, cx| {
            sealed_input::actions::destroy_events(tx, cx, 1).await
        });
        destroyed.await.unwrap()
    };
    while page().await {}
}

const DAY: Duration = Duration::from_secs(24 * 3600);

#[tokio::test]
async fn what_failed_is_handled_again_while_what_it_said_lies_here() {
    for mut world in World::both().await {
        key(&world).await;
        let brand_id = world.brand_id;
        send(&world, &[tier(1), tier(2)]).await.unwrap();
        let id = events(&world).await[0].id;
        for _attempt in 0..limits::EXCHANGE_EVENT_ATTEMPTS {
            let missed = world.write(world.system_cx(), async move |tx, cx| {
                record_missed(tx, cx, brand_id, id, Code::Internal).await
            });
            missed.await.unwrap();
        }
        work(&world).await;
        let sealed = async |world: &World| {
            let all = events(world).await;
            all.iter().map(|event| event.is_sealed).collect::<Vec<bool>>()
        };
        world.wait(3 * DAY - Duration::from_secs(1));
        destroy(&world).await;
        assert_eq!(sealed(&world).await, [true, false], "what was handled is gone at once");
        world.wait(Duration::from_secs(1));
        destroy(&world).await;
        assert_eq!(sealed(&world).await, [false, false]);
        let again = async |world: &World| {
            let cx = cx_at(world.now, Viewer::Operator);
            world.write(cx, async move |tx, cx| handle_again(tx, cx, id).await).await
        };
        assert_eq!(again(&world).await.unwrap_err().code(), Code::InputGone);
        assert_eq!(events(&world).await[0].state, EventState::Failed);
        let kinds = world.kinds(&Stream::Organisation).await;
        assert_eq!(kinds.iter().filter(|kind| *kind == "sealed_input.destroyed").count(), 1);
        assert!(!kinds.contains(&"exchange_event.retried".to_owned()));

        // The exchange has it still: the same event fills the row, another one does not.
        let other = Incoming { data: json!({ "from": 0, "to": 9 }), ..tier(1) };
        assert_eq!(send(&world, &[other]).await.unwrap_err().code(), Code::EventMismatch);
        send(&world, &[tier(1), tier(2)]).await.unwrap();
        assert_eq!(sealed(&world).await, [true, false], "nothing comes back of what was handled");
        assert_eq!(again(&world).await.unwrap().state, EventState::Waiting);
        work(&world).await;
        assert_eq!(events(&world).await[0].state, EventState::Handled);
    }
}

#[tokio::test]
async fn what_failed_about_somebody_who_is_erased_is_gone() {
    for world in World::both().await {
        key(&world).await;
        let me = world.account_holder("acc-7").await;
        let brand_id = world.brand_id;
        send(&world, &[tier(1)]).await.unwrap();
        let id = events(&world).await[0].id;
        for _attempt in 0..limits::EXCHANGE_EVENT_ATTEMPTS {
            let missed = world.write(world.system_cx(), async move |tx, cx| {
                record_missed(tx, cx, brand_id, id, Code::Internal).await
            });
            missed.await.unwrap();
        }
        assert!(events(&world).await[0].is_sealed);
        let asked = world.write(world.system_cx(), async move |tx, cx| {
            customer_erasure::actions::ask(tx, cx, me.customer_id, "They asked for it").await
        });
        asked.await.unwrap();
        assert!(!events(&world).await[0].is_sealed);
        // And it does not come back with the stream.
        send(&world, &[tier(1)]).await.unwrap();
        assert!(!events(&world).await[0].is_sealed);
    }
}

#[tokio::test]
async fn what_waits_for_too_long_fails_when_it_is_its_turn() {
    for mut world in World::both().await {
        key(&world).await;
        send(&world, &[tier(1), tier(3)]).await.unwrap();
        work(&world).await;
        world.wait(3 * DAY);
        destroy(&world).await;
        let all = events(&world).await;
        assert_eq!((all[1].state, all[1].is_sealed), (EventState::Waiting, false));
        send(&world, &[tier(2), tier(4)]).await.unwrap();
        work(&world).await;
        let all = events(&world).await;
        let states: Vec<EventState> = all.iter().map(|event| event.state).collect();
        let (done, failed) = (EventState::Handled, EventState::Failed);
        assert_eq!(states, [done, done, failed, done], "the stream goes on");
        assert_eq!(all[2].last_error.as_deref(), Some("input-gone"));
    }
}

#[tokio::test]
async fn an_administrator_lets_a_stream_go_on_without_what_never_came() {
    for world in World::both().await {
        key(&world).await;
        let brand_id = world.brand_id;
        send(&world, &[tier(1), tier(4)]).await.unwrap();
        let skip = async |world: &World, to: i64| {
            let admin = world.admin_cx().await;
            world.write(admin, async move |tx, cx| skip_gap(tx, cx, brand_id, to).await).await
        };
        // The gap that was looked at, and no other.
        assert_eq!(skip(&world, 2).await.unwrap_err().code(), Code::NotFound);
        assert_eq!(skip(&world, 3).await.unwrap().gap, None);
        work(&world).await;
        assert_eq!(
            events(&world).await.iter().filter(|e| e.state == EventState::Handled).count(),
            2
        );
        // What comes after all is handled; what is older than the rows that are kept counts as known.
        send(&world, &[tier(3)]).await.unwrap();
        work(&world).await;
        assert_eq!(events(&world).await.len(), 3);
        let old = world.now - limits::EXCHANGE_EVENT_AGE - Duration::from_secs(1);
        send(&world, &[Incoming { occurred_at: old, ..tier(2) }]).await.unwrap();
        assert_eq!(events(&world).await.len(), 3);
    }
}

#[tokio::test]
async fn nobody_sees_streams_without_the_permission() {
    for world in World::both().await {
        let read = world.read(async |rx| view::streams(rx, &Viewer::Anonymous).await);
        assert_eq!(read.await.unwrap_err().code(), Code::SignedOut);
    }
}
