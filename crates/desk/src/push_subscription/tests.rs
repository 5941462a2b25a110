//! Who may have pushes, where they go, what ends them: on both engines.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use super::*;
use crate::Cx;
use crate::error::Result;
use crate::id::{IdentityId, SessionId, TicketId};
use crate::identity::{self, Level};
use crate::notification::{self, Channel, Delivery, Preference, Topic};
use crate::render::Body;
use crate::testing::{self, World};
use crate::text::Clean;
use crate::ticket::actions::{NewMessage, NewTicket};
use crate::ticket::{self, Visibility};
use crate::viewer::{CustomerViewer, Scope, Viewer};
use crate::{customer, session};

/// A customer who came through the exchange, or by a mailed link.
async fn someone(world: &World, kind: &'static str) -> CustomerViewer {
    let new = customer::actions::NewCustomer {
        name: Some("Bea".to_owned()),
        ..customer::actions::NewCustomer::of(world.brand_id)
    };
    let brand_id = world.brand_id;
    let made = world.write(world.system_cx(), async move |tx, cx| {
        let customer_id = customer::actions::create(tx, cx, &new).await?;
        let subject = customer_id.to_string();
        let identity_id: IdentityId =
            identity::actions::add(tx, cx, customer_id, kind, &subject).await?;
        identity::actions::verify(tx, cx, identity_id, Level::SignedIn, Some(cx.now)).await?;
        let session_id = SessionId::from_uuid(uuid::Uuid::from_u128(1));
        Ok(CustomerViewer { customer_id, identity_id, brand_id, session_id })
    });
    made.await.unwrap()
}

async fn switch(world: &World, is_on: bool) {
    let write = world.write(world.system_cx(), async move |tx, cx| {
        actions::found_key(tx, cx, &testing::keyring(), (&[4; 65], &[9; 32])).await?;
        notification::actions::set_road(tx, cx, Channel::Push, is_on.then_some("push")).await
    });
    write.await.unwrap();
}

fn endpoint(name: &str) -> Endpoint {
    let url = format!("https://push.example.com/send/{name}");
    Endpoint { url, public_key: [&[4], [7; 64].as_slice()].concat(), auth: vec![8; 16] }
}

fn as_customer(world: &World, me: &CustomerViewer) -> Cx {
    testing::cx_at(world.now, Viewer::Customer(me.clone()))
}

async fn add(world: &mut World, me: &CustomerViewer, name: &str) -> Result<PushSubscriptionId> {
    // Ids carry milliseconds: what comes later sorts later.
    world.wait(std::time::Duration::from_millis(1));
    let endpoint = endpoint(name);
    let write = world.write(as_customer(world, me), async move |tx, cx| {
        actions::add(tx, cx, &testing::keyring(), &endpoint, "Firefox\u{7} on Linux").await
    });
    write.await
}

async fn devices(world: &World, me: &CustomerViewer) -> Vec<Device> {
    let me = me.clone();
    world.read(async move |rx| view::list(rx, &me).await).await.unwrap()
}

/// A ticket that staff open in the customer's name.
async fn told(world: &mut World, me: &CustomerViewer) -> (TicketId, PublicId) {
    world.wait(std::time::Duration::from_millis(1));
    opened(world, world.admin_cx().await, Some(me.customer_id)).await
}

async fn opened(world: &World, cx: Cx, whose: Option<CustomerId>) -> (TicketId, PublicId) {
    let body = Clean::field("body", "It did not arrive.", 100).unwrap();
    let new = NewTicket {
        customer_id: whose,
        category: "other".to_owned(),
        subject: Clean::line("subject", "My deposit", 100).unwrap(),
        body: Body::by(&cx.viewer, &testing::keyring(), body),
        attachment_ids: Vec::new(),
        channel: "console",
        lang: "en".to_owned(),
    };
    let opened = world.write(cx, async move |tx, cx| ticket::actions::open(tx, cx, &new).await);
    let number = opened.await.unwrap().public_id;
    let find = number.clone();
    let found = world.read(async move |rx| ticket::view::find(rx, &find, &Scope::Everything).await);
    (found.await.unwrap().unwrap().id, number)
}

async fn reply(world: &mut World, number: &PublicId) {
    world.wait(std::time::Duration::from_millis(1));
    let cx = world.admin_cx().await;
    let body = Clean::field("body", "We look into it.", 100).unwrap();
    let new = NewMessage {
        body: Body::by(&cx.viewer, &testing::keyring(), body),
        visibility: Visibility::Public,
        attachment_ids: Vec::new(),
        channel: "console",
        lang: "en".to_owned(),
        status_id: None,
        seen_version: None,
    };
    let number = number.clone();
    let posted =
        world.write(cx, async move |tx, cx| ticket::actions::post(tx, cx, &number, &new).await);
    posted.await.unwrap();
}

async fn pushes(world: &World, ticket_id: TicketId) -> Vec<Delivery> {
    let all = world.read(async move |rx| notification::view::of_ticket(rx, ticket_id).await);
    all.await.unwrap().into_iter().filter(|d| d.channel == Channel::Push).collect()
}

async fn parcel(world: &World, id: NotificationDeliveryId) -> Parcel {
    world.read(async move |rx| view::parcel(rx, id).await).await.unwrap().unwrap()
}

async fn record(
    world: &World,
    delivery_id: NotificationDeliveryId,
    outcomes: &[(PushSubscriptionId, AttemptState, &str)],
    is_last: bool,
) -> DeliveryState {
    let outcomes: Vec<Outcome> = outcomes
        .iter()
        .map(|(id, state, error)| Outcome {
            id: *id,
            state: *state,
            error: (!error.is_empty()).then(|| (*error).to_owned()),
        })
        .collect();
    let write = world.write(world.system_cx(), async move |tx, cx| {
        actions::record(tx, cx, delivery_id, &outcomes, is_last).await
    });
    write.await.unwrap()
}

#[test]
fn what_a_browser_gives_is_checked() {
    let fine = endpoint("x");
    assert_eq!(fine.clone().checked(&Policy::default()).unwrap().service(), "push.example.com");
    for (field, odd) in [
        ("endpoint", Endpoint { url: "http://push.example.com/".to_owned(), ..fine.clone() }),
        ("endpoint", Endpoint { url: "javascript:1".to_owned(), ..fine.clone() }),
        ("p256dh", Endpoint { public_key: vec![4; 64], ..fine.clone() }),
        ("p256dh", Endpoint { public_key: vec![2; 65], ..fine.clone() }),
        ("auth", Endpoint { auth: vec![1; 15], ..fine.clone() }),
    ] {
        let refused = format!("{:?}", odd.checked(&Policy::default()).unwrap_err());
        assert!(refused.contains(field), "{refused}");
    }
    assert!(!format!("{fine:?}").contains("send"));
}

#[tokio::test]
async fn only_who_has_an_account_is_offered_pushes_and_only_where_there_are_some() {
    for mut world in World::both().await {
        let bea = someone(&world, identity::PORTAL).await;
        let linked = someone(&world, identity::EMAIL).await;
        assert_eq!(add(&mut world, &bea, "one").await.unwrap_err().code(), Code::NotFound);
        switch(&world, true).await;
        assert!(add(&mut world, &bea, "one").await.is_ok());
        assert_eq!(add(&mut world, &linked, "two").await.unwrap_err().code(), Code::NotFound);
        switch(&world, false).await;
        assert_eq!(add(&mut world, &bea, "three").await.unwrap_err().code(), Code::NotFound);
        // The key is made once, whoever brings another.
        let again = world.write(world.system_cx(), async move |tx, cx| {
            actions::found_key(tx, cx, &testing::keyring(), (&[5; 65], &[1; 32])).await
        });
        again.await.unwrap();
        let key = world.read(async move |rx| view::key(rx).await).await.unwrap().unwrap();
        assert_eq!(key.public, [4; 65]);
        assert_eq!(*testing::keyring().open(KEY_AAD, &key.sealed_secret).unwrap(), [9; 32]);
    }
}

#[tokio::test]
async fn a_browser_is_one_row_and_the_eleventh_ends_the_oldest() {
    for mut world in World::both().await {
        switch(&world, true).await;
        let (bea, cid) =
            (someone(&world, identity::PORTAL).await, someone(&world, identity::PORTAL).await);
        for n in 0..11 {
            add(&mut world, &bea, &format!("{n}")).await.unwrap();
        }
        let own = devices(&world, &bea).await;
        assert_eq!((own.len(), own[0].name.as_str()), (10, "Firefox on Linux"));
        assert!(own.iter().all(|device| device.endpoint_digest != endpoint("0").digest()));
        // The same browser under another account: it is the other's now.
        add(&mut world, &cid, "10").await.unwrap();
        assert_eq!(devices(&world, &bea).await.len(), 9);
        let theirs = devices(&world, &cid).await[0].id;
        let remove = |who: &CustomerViewer, id| {
            world.write(as_customer(&world, who), async move |tx, cx| {
                actions::remove(tx, cx, id).await
            })
        };
        assert_eq!(remove(&bea, theirs).await.unwrap_err().code(), Code::NotFound);
        remove(&cid, theirs).await.unwrap();
        assert!(devices(&world, &cid).await.is_empty());
    }
}

#[tokio::test]
async fn a_delivery_goes_to_every_browser_and_remembers_which_have_it() {
    for mut world in World::both().await {
        switch(&world, true).await;
        let bea = someone(&world, identity::PORTAL).await;
        let (one, two) = (
            add(&mut world, &bea, "one").await.unwrap(),
            add(&mut world, &bea, "two").await.unwrap(),
        );
        let (ticket_id, _number) = told(&mut world, &bea).await;
        let made = pushes(&world, ticket_id).await;
        assert_eq!((made.len(), made[0].state), (1, DeliveryState::Queued));
        let first = parcel(&world, made[0].id).await;
        assert_eq!(first.targets.iter().map(|t| t.id).collect::<Vec<_>>(), [one, two]);
        let opened = testing::keyring().open(&place(one), &first.targets[0].sealed).unwrap();
        assert_eq!(serde_json::from_slice::<Endpoint>(&opened).unwrap(), endpoint("one"));

        let (sent, later) = (AttemptState::Sent, AttemptState::Queued);
        let state =
            record(&world, made[0].id, &[(one, sent, ""), (two, later, "503")], false).await;
        assert_eq!(state, DeliveryState::Queued);
        // The one that has it is not asked again.
        let second = parcel(&world, made[0].id).await;
        assert_eq!(second.targets.iter().map(|t| t.id).collect::<Vec<_>>(), [two]);
        let gone = AttemptState::Gone;
        assert_eq!(
            record(&world, made[0].id, &[(two, gone, "410")], false).await,
            DeliveryState::Sent
        );
        let left: Vec<_> = devices(&world, &bea).await.iter().map(|device| device.id).collect();
        assert_eq!(left, [one]);
        let made = pushes(&world, ticket_id).await;
        assert_eq!(
            (made[0].state, made[0].attempts, made[0].error.clone()),
            (DeliveryState::Sent, 2, None)
        );
    }
}

/// Who wrote nothing is not answered.
#[tokio::test]
async fn a_push_knows_who_opened_the_ticket() {
    for mut world in World::both().await {
        switch(&world, true).await;
        let bea = someone(&world, identity::PORTAL).await;
        add(&mut world, &bea, "one").await.unwrap();
        let of_desk = told(&mut world, &bea).await;
        let own = opened(&world, as_customer(&world, &bea), None).await;
        for ((ticket_id, number), is_of_desk) in [(of_desk, true), (own, false)] {
            reply(&mut world, &number).await;
            let newest = pushes(&world, ticket_id).await.pop().unwrap();
            assert_eq!(parcel(&world, newest.id).await.is_of_desk, is_of_desk);
        }
    }
}

#[tokio::test]
async fn refusals_are_counted_and_what_was_removed_waits_for_nothing() {
    for mut world in World::both().await {
        switch(&world, true).await;
        let bea = someone(&world, identity::PORTAL).await;
        let one = add(&mut world, &bea, "one").await.unwrap();
        let (ticket_id, number) = told(&mut world, &bea).await;
        for n in 1..=limits::PUSH_FAILURES {
            let newest = pushes(&world, ticket_id).await.pop().unwrap();
            let refused = [(one, AttemptState::Failed, "403")];
            let state = record(&world, newest.id, &refused, false).await;
            assert_eq!(state, DeliveryState::Failed);
            assert_eq!(devices(&world, &bea).await.is_empty(), n == limits::PUSH_FAILURES);
            reply(&mut world, &number).await;
        }
        // Nobody is left to push to, so nothing is planned.
        let count = pushes(&world, ticket_id).await.len();
        assert_eq!(i64::try_from(count).unwrap(), limits::PUSH_FAILURES);

        add(&mut world, &bea, "two").await.unwrap();
        reply(&mut world, &number).await;
        let waiting = pushes(&world, ticket_id).await.pop().unwrap();
        let out = world.write(as_customer(&world, &bea), async move |tx, cx| {
            session::actions::end_everywhere(tx, cx).await
        });
        out.await.unwrap();
        assert!(devices(&world, &bea).await.is_empty());
        assert!(parcel(&world, waiting.id).await.targets.is_empty());
        assert_eq!(record(&world, waiting.id, &[], false).await, DeliveryState::Bounced);
        let told = pushes(&world, ticket_id).await.pop().unwrap();
        assert_eq!(told.error.as_deref(), Some("no-device"));
    }
}

#[tokio::test]
async fn a_customer_is_pushed_no_more_than_so_often_and_not_against_their_wish() {
    for mut world in World::both().await {
        switch(&world, true).await;
        let bea = someone(&world, identity::PORTAL).await;
        add(&mut world, &bea, "one").await.unwrap();
        let (ticket_id, number) = told(&mut world, &bea).await;
        for _ in 0..limits::PUSHES_PER_RECIPIENT {
            reply(&mut world, &number).await;
        }
        let made = pushes(&world, ticket_id).await;
        let withheld: Vec<_> =
            made.iter().filter(|push| push.state == DeliveryState::Withheld).collect();
        assert_eq!((withheld.len(), withheld[0].error.as_deref()), (1, Some("too-many")));

        world.wait(limits::MAIL_WINDOW);
        let off = [Preference { topic: Topic::Tickets, channel: Channel::Push, is_on: false }];
        let choose = world.write(as_customer(&world, &bea), async move |tx, cx| {
            notification::actions::set_preferences(tx, cx, &off).await
        });
        choose.await.unwrap();
        reply(&mut world, &number).await;
        assert_eq!(pushes(&world, ticket_id).await.len(), made.len());
        // Whoever adds a browser changes their mind.
        add(&mut world, &bea, "two").await.unwrap();
        reply(&mut world, &number).await;
        assert_eq!(pushes(&world, ticket_id).await.len(), made.len() + 1);
    }
}
