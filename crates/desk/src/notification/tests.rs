//! What is told, to whom it is sent, and that the desk is no cannon: on both engines.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use std::collections::BTreeMap;
use std::time::Duration;

use proofdesk_store::params;

use super::{
    Channel, Delivery, DeliveryState, NotificationKind, Preference, Topic, actions, rule, view,
};
use crate::code::Code;
use crate::customer::actions::NewCustomer;
use crate::error::Result;
use crate::exchange_event::{EventKind, ExchangeTold};
use crate::id::{CustomerId, Id as _, NotificationDeliveryId, PublicId, SessionId, TicketLinkId};
use crate::identity::{self, Level};
use crate::permission::Permission;
use crate::render::Body;
use crate::testing::{self, World};
use crate::text::Clean;
use crate::ticket::actions::{NewMessage, NewTicket};
use crate::ticket::{StatusCategory, Visibility};
use crate::time::Timestamp;
use crate::viewer::{CustomerViewer, Scope, Viewer};
use crate::{Cx, customer, session, status, ticket, ticket_link, token};

/// A customer as the exchange would make them, or as an agent types them.
#[derive(Clone)]
struct Someone {
    id: CustomerId,
    viewer: Viewer,
}

async fn someone(world: &World, email: Option<&str>, has_account: bool) -> Someone {
    let new = NewCustomer {
        name: Some("Bea".to_owned()),
        email: email.map(str::to_owned),
        ..NewCustomer::of(world.brand_id)
    };
    let brand_id = world.brand_id;
    let made = world.write(world.system_cx(), async move |tx, cx| {
        let id = customer::actions::create(tx, cx, &new).await?;
        let subject = id.to_string();
        let identity_id = identity::actions::add(tx, cx, id, "portal", &subject).await;
        let identity_id = if has_account {
            let identity_id = identity_id?;
            identity::actions::verify(tx, cx, identity_id, Level::SignedIn, Some(cx.now)).await?;
            identity_id
        } else {
            crate::id::IdentityId::from_uuid(uuid::Uuid::nil())
        };
        let session_id = SessionId::from_uuid(uuid::Uuid::nil());
        let me = CustomerViewer { customer_id: id, identity_id, brand_id, session_id };
        Ok(Someone { id, viewer: Viewer::Customer(me) })
    });
    let made = made.await.unwrap();
    if !has_account {
        let id = made.id;
        let forget = world.write(world.system_cx(), async move |tx, _cx| {
            tx.exec("delete from identity where customer_id = $1", params![id]).await?;
            Ok(())
        });
        forget.await.unwrap();
    }
    made
}

async fn open_mail(world: &World) {
    let open = world.write(world.system_cx(), async |tx, cx| {
        actions::set_road(tx, cx, Channel::Mail, Some("desk.example")).await
    });
    open.await.unwrap();
}

fn as_viewer(world: &World, viewer: &Viewer) -> Cx {
    testing::cx_at(world.now, viewer.clone())
}

/// A ticket that staff open in the customer's name.
async fn open(world: &mut World, whose: CustomerId) -> PublicId {
    // Ids carry milliseconds: what comes later sorts later.
    world.wait(Duration::from_millis(1));
    let cx = world.admin_cx().await;
    open_by(world, cx, Some(whose)).await
}

/// A ticket that whoever `cx` is opens: staff name its customer, customers open their own.
async fn open_by(world: &World, cx: Cx, whose: Option<CustomerId>) -> PublicId {
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
    opened.await.unwrap().public_id
}

async fn reply(world: &mut World, number: &PublicId, text: &str, then: Option<StatusCategory>) {
    world.wait(Duration::from_millis(1));
    let cx = world.admin_cx().await;
    let body = Clean::field("body", text, 1_000).unwrap();
    let new = NewMessage {
        body: Body::by(&cx.viewer, &testing::keyring(), body),
        visibility: Visibility::Public,
        attachment_ids: Vec::new(),
        channel: "console",
        lang: "en".to_owned(),
        status_id: then.map(status::builtin),
        seen_version: None,
    };
    let number = number.clone();
    let posted =
        world.write(cx, async move |tx, cx| ticket::actions::post(tx, cx, &number, &new).await);
    posted.await.unwrap();
}

async fn deliveries(world: &World, number: &PublicId) -> Vec<Delivery> {
    let number = number.clone();
    let read = world.read(async move |rx| {
        let ticket = ticket::view::find(rx, &number, &Scope::Everything).await?.unwrap();
        view::of_ticket(rx, ticket.id).await
    });
    read.await.unwrap()
}

async fn notices(world: &World, of: &Someone) -> Vec<(NotificationKind, bool)> {
    let Viewer::Customer(me) = of.viewer.clone() else { return Vec::new() };
    let read = world.read(async move |rx| view::list(rx, &me, None, 50).await).await.unwrap();
    read.into_iter().map(|notice| (notice.kind, notice.read_at.is_some())).collect()
}

async fn jobs(world: &World) -> i64 {
    let read = world.read(async |rx| {
        let (n,): (i64,) = rx
            .query_one("select count(*) from job where kind = 'notification.deliver'", &[])
            .await?;
        Ok(n)
    });
    read.await.unwrap()
}

async fn record(world: &World, id: NotificationDeliveryId, state: DeliveryState) {
    let write = world.write(world.system_cx(), async move |tx, cx| {
        actions::record(tx, cx, id, state, Some("550 5.1.1")).await
    });
    write.await.unwrap();
}

#[tokio::test]
async fn a_customer_is_told_of_what_the_desk_does() {
    for mut world in World::both().await {
        let bea = someone(&world, Some("bea@example.com"), true).await;
        let other = someone(&world, Some("cid@example.com"), true).await;
        let number = open(&mut world, bea.id).await;
        reply(&mut world, &number, "We look into it.", None).await;
        reply(&mut world, &number, "Which network?", Some(StatusCategory::WaitingOnCustomer)).await;
        reply(&mut world, &number, "Done.", Some(StatusCategory::Solved)).await;
        use NotificationKind::{Opened, Reply, Solved, Waiting};
        let told = [(Solved, false), (Waiting, false), (Reply, false), (Opened, false)];
        assert_eq!(notices(&world, &bea).await, told);
        assert_eq!(notices(&world, &other).await, []);
        // There is no road but the page, so nothing waits to be sent.
        assert_eq!((deliveries(&world, &number).await, jobs(&world).await), (Vec::new(), 0));

        let theirs = as_viewer(&world, &other.viewer);
        let (one, two) = (number.clone(), number.clone());
        let foreign =
            world.write(theirs, async move |tx, cx| actions::mark_read(tx, cx, Some(&one)).await);
        assert_eq!(foreign.await.unwrap_err().code(), Code::NotFound);
        let own = world.write(as_viewer(&world, &bea.viewer), async move |tx, cx| {
            actions::mark_read(tx, cx, Some(&two)).await
        });
        assert_eq!(own.await.unwrap(), 4);
        assert!(notices(&world, &bea).await.iter().all(|(_, is_read)| *is_read));
    }
}

#[tokio::test]
async fn a_mail_is_made_in_the_transaction_and_by_the_customers_wish() {
    for mut world in World::both().await {
        open_mail(&world).await;
        let bea = someone(&world, Some("bea@example.com"), true).await;
        let number = open(&mut world, bea.id).await;
        reply(&mut world, &number, "We look into it.", None).await;
        let made = deliveries(&world, &number).await;
        let states: Vec<_> = made.iter().map(|d| (d.kind, d.state)).collect();
        use DeliveryState::Queued;
        let all = [(NotificationKind::Opened, Queued), (NotificationKind::Reply, Queued)];
        assert_eq!(states, all);
        assert_eq!(jobs(&world).await, 2);

        let letter = letter(&world, made[1].id).await;
        let first = self::letter(&world, made[0].id).await;
        assert_eq!(letter.references, std::slice::from_ref(&first.mail_id));
        assert!(letter.mail_id.ends_with("@desk.example") && letter.mail_id != first.mail_id);
        assert_eq!(letter.reply.unwrap().text, "We look into it.");
        assert_eq!((letter.address.as_deref(), letter.link), (Some("bea@example.com"), None));

        let off = [Preference { topic: Topic::Tickets, channel: Channel::Mail, is_on: false }];
        let choose = world.write(as_viewer(&world, &bea.viewer), async move |tx, cx| {
            actions::set_preferences(tx, cx, &off).await
        });
        choose.await.unwrap();
        reply(&mut world, &number, "And more.", None).await;
        assert_eq!(deliveries(&world, &number).await.len(), 2);
        assert_eq!(notices(&world, &bea).await.len(), 3);
    }
}

/// The exchange tells of something that is about no ticket.
async fn tell(world: &mut World, of: &Someone, about: EventKind, state: &str) {
    world.wait(Duration::from_millis(1));
    let Viewer::Customer(me) = of.viewer.clone() else { return };
    let told = serde_json::json!({ "about": about, "reference": "R1", "state": state, "as_of": world.now });
    let told: ExchangeTold = serde_json::from_value(told).unwrap();
    let write = world.write(world.system_cx(), async move |tx, cx| {
        actions::told(tx, cx, (me.customer_id, me.brand_id), None, &told).await
    });
    write.await.unwrap();
}

async fn choose(world: &World, of: &Someone, chosen: Vec<Preference>) -> Result<()> {
    let cx = as_viewer(world, &of.viewer);
    world.write(cx, async move |tx, cx| actions::set_preferences(tx, cx, &chosen).await).await
}

#[tokio::test]
async fn each_topic_goes_as_it_was_chosen_and_what_may_be_theft_goes_always() {
    for mut world in World::both().await {
        open_mail(&world).await;
        let bea = someone(&world, Some("bea@example.com"), true).await;
        let number = open(&mut world, bea.id).await;
        tell(&mut world, &bea, EventKind::DepositSeen, "finished").await;
        assert_eq!(jobs(&world).await, 2);
        let off = |topic| Preference { topic, channel: Channel::Mail, is_on: false };
        choose(&world, &bea, vec![off(Topic::Account)]).await.unwrap();
        tell(&mut world, &bea, EventKind::DepositSeen, "finished").await;
        assert_eq!(jobs(&world).await, 2, "no deposit any more");
        reply(&mut world, &number, "We look into it.", None).await;
        assert_eq!(jobs(&world).await, 3, "and answers all the same");
        choose(&world, &bea, vec![off(Topic::Tickets)]).await.unwrap();
        reply(&mut world, &number, "And more.", None).await;
        assert_eq!(jobs(&world).await, 3);
        let refused = choose(&world, &bea, vec![off(Topic::Tickets), off(Topic::Security)]).await;
        assert_eq!(refused.unwrap_err().code(), Code::FieldInvalid);
        tell(&mut world, &bea, EventKind::SettingChanged, "password_changed").await;
        assert_eq!(jobs(&world).await, 4);
        assert_eq!(notices(&world, &bea).await.len(), 6, "the page has all of it");
    }
}

/// An hour full of ordinary mail is what a thief would make first.
#[tokio::test]
async fn what_may_be_theft_has_a_cap_of_its_own() {
    for mut world in World::both().await {
        open_mail(&world).await;
        let bea = someone(&world, Some("bea@example.com"), true).await;
        for _ in 0..crate::limits::MAILS_PER_RECIPIENT + 3 {
            tell(&mut world, &bea, EventKind::DepositSeen, "finished").await;
        }
        assert_eq!(jobs(&world).await, crate::limits::MAILS_PER_RECIPIENT, "the hour is full");
        tell(&mut world, &bea, EventKind::SettingChanged, "password_changed").await;
        assert_eq!(jobs(&world).await, crate::limits::MAILS_PER_RECIPIENT + 1);
        // It is a cap all the same, and its own hour.
        for _ in 0..crate::limits::SECURITY_NOTICES {
            tell(&mut world, &bea, EventKind::SettingChanged, "password_changed").await;
        }
        let both = crate::limits::MAILS_PER_RECIPIENT + crate::limits::SECURITY_NOTICES;
        assert_eq!(jobs(&world).await, both);
    }
}

#[test]
fn no_road_counts_what_may_be_theft_with_the_rest() {
    for channel in [Channel::Mail, Channel::Push, Channel::App] {
        let ordinary = [Topic::Tickets, Topic::Account].map(|topic| rule::cap(channel, topic).0);
        let (security, _) = rule::cap(channel, Topic::Security);
        assert_eq!(ordinary[0], ordinary[1]);
        assert_ne!(ordinary[0], security, "{channel}");
    }
}

#[tokio::test]
async fn a_wish_from_before_there_were_topics_holds_for_each() {
    for mut world in World::both().await {
        open_mail(&world).await;
        let bea = someone(&world, Some("bea@example.com"), true).await;
        let (id, now) = (bea.id, world.now);
        let old = world.write(world.system_cx(), async move |tx, _cx| {
            let row = params![id, "mail", false, now];
            tx.exec("insert into notification_preference values ($1, $2, $3, $4)", row).await?;
            Ok(())
        });
        old.await.unwrap();
        let number = open(&mut world, bea.id).await;
        tell(&mut world, &bea, EventKind::DepositSeen, "finished").await;
        assert_eq!(jobs(&world).await, 0);
        let on = Preference { topic: Topic::Tickets, channel: Channel::Mail, is_on: true };
        choose(&world, &bea, vec![on]).await.unwrap();
        reply(&mut world, &number, "We look into it.", None).await;
        tell(&mut world, &bea, EventKind::DepositSeen, "finished").await;
        assert_eq!(jobs(&world).await, 1);
        let chosen = world.read(async move |rx| view::preferences(rx, id).await).await.unwrap();
        let mail = chosen.iter().filter(|one| one.channel == Channel::Mail);
        let mail: Vec<_> = mail.map(|one| (one.topic, one.is_on)).collect();
        let expected = [(Topic::Tickets, true), (Topic::Account, false), (Topic::Security, true)];
        assert_eq!(mail, expected);
    }
}

async fn letter(world: &World, id: NotificationDeliveryId) -> super::Letter {
    let now = world.now;
    world.read(async move |rx| view::letter(rx, id, now).await).await.unwrap().unwrap()
}

async fn promised(world: &World, id: CustomerId, number: &PublicId) -> Option<Timestamp> {
    let number = number.clone();
    let read = world.read(async move |rx| {
        let ticket = ticket::view::find(rx, &number, &Scope::Everything).await?.unwrap();
        view::promised(rx, id, ticket.id).await
    });
    read.await.unwrap()
}

/// "We have your message" is said to nobody who wrote none.
#[tokio::test]
async fn a_ticket_of_the_desk_is_told_as_such_and_promises_nothing() {
    for mut world in World::both().await {
        open_mail(&world).await;
        let brand_id = world.brand_id;
        let promise = world.write(world.admin_cx().await, async move |tx, cx| {
            actions::set_promise(tx, cx, brand_id, Some(240)).await
        });
        promise.await.unwrap();
        let bea = someone(&world, Some("bea@example.com"), true).await;
        let of_desk = open(&mut world, bea.id).await;
        let own = open_by(&world, as_viewer(&world, &bea.viewer), None).await;
        let desk = letter(&world, deliveries(&world, &of_desk).await[0].id).await;
        assert_eq!((desk.kind, desk.expected_at), (NotificationKind::Opened, None));
        assert_eq!((desk.subject.as_str(), desk.is_proven), ("My deposit", true));
        assert_eq!(desk.reply.unwrap().text, "It did not arrive.");
        let receipt = letter(&world, deliveries(&world, &own).await[0].id).await;
        assert_eq!((receipt.kind, receipt.reply), (NotificationKind::Receipt, None));
        assert_eq!(receipt.expected_at, Some(world.now + Duration::from_secs(240 * 60)));
        // A promise that was kept is none any more.
        assert_eq!(promised(&world, bea.id, &own).await, receipt.expected_at);
        reply(&mut world, &own, "We look into it.", None).await;
        assert_eq!(promised(&world, bea.id, &own).await, None);
        // What the desk itself writes, as in one that was split off, is no agent's word.
        let split = open_by(&world, world.system_cx(), Some(bea.id)).await;
        let split = letter(&world, deliveries(&world, &split).await[0].id).await;
        assert_eq!((split.kind, split.reply), (NotificationKind::Opened, None));
    }
}

#[tokio::test]
async fn later_letters_know_who_opened_the_ticket() {
    for mut world in World::both().await {
        open_mail(&world).await;
        let bea = someone(&world, Some("bea@example.com"), true).await;
        let of_desk = open(&mut world, bea.id).await;
        let own = open_by(&world, as_viewer(&world, &bea.viewer), None).await;
        for (number, is_of_desk) in [(&of_desk, true), (&own, false)] {
            reply(&mut world, number, "We look into it.", None).await;
            reply(&mut world, number, "Done.", Some(StatusCategory::Solved)).await;
            let made = deliveries(&world, number).await;
            assert_eq!(made.len(), 3);
            for delivery in made {
                let letter = letter(&world, delivery.id).await;
                assert_eq!(letter.is_of_desk, is_of_desk, "{}", letter.kind);
            }
        }
        // What the exchange told of no ticket is of none.
        tell(&mut world, &bea, EventKind::SettingChanged, "password_changed").await;
        let told = world.read(async |rx| {
            let sent = "select d.id from notification_delivery d \
                join notification n on n.id = d.notification_id where n.kind = 'setting_changed'";
            let (id,): (NotificationDeliveryId,) = rx.query_one(sent, &[]).await?;
            Ok(id)
        });
        let told = told.await.unwrap();
        assert!(!letter(&world, told).await.is_of_desk);
    }
}

#[tokio::test]
async fn what_was_masked_in_a_reply_is_not_mailed() {
    let mut world = World::new(testing::both().await.remove(0)).await;
    open_mail(&world).await;
    let bea = someone(&world, Some("bea@example.com"), true).await;
    let number = open(&mut world, bea.id).await;
    reply(&mut world, &number, "You wrote: password: hunter22-velvet. Change it now.", None).await;
    let made = deliveries(&world, &number).await;
    assert_eq!(letter(&world, made[1].id).await.reply, None);
}

/// Agents type addresses. Whatever they type, strangers hear of it once, and not many of them.
#[tokio::test]
async fn the_desk_is_no_cannon() {
    for mut world in World::both().await {
        open_mail(&world).await;
        // One stranger under many names and many tickets: one receipt, and no word of an agent.
        let mut victims = Vec::new();
        for typed in ["eve.doe@example.net", "EVEdoe+1@example.net", "evedoe+2@example.net"] {
            let victim = someone(&world, Some(typed), false).await;
            for _ in 0..4 {
                let number = open(&mut world, victim.id).await;
                reply(&mut world, &number, "Buy now at evil.example!", None).await;
                victims.push(number);
            }
        }
        assert_eq!(jobs(&world).await, 1);
        let mut by_error: BTreeMap<String, usize> = BTreeMap::new();
        for number in &victims {
            for delivery in deliveries(&world, number).await {
                let key = delivery.error.unwrap_or_else(|| delivery.state.to_string());
                *by_error.entry(key).or_default() += 1;
            }
        }
        let expected = [("queued".to_owned(), 1), ("unproven".to_owned(), 23)];
        assert_eq!(by_error, BTreeMap::from(expected));

        // Many strangers: as many as a brand may reach in an hour, and that day none of them twice.
        let limit = usize::try_from(crate::limits::MAILS_TO_UNPROVEN).unwrap();
        for n in 0..limit + 5 {
            let stranger = someone(&world, Some(&format!("s{n}@example.org")), false).await;
            open(&mut world, stranger.id).await;
        }
        assert_eq!(jobs(&world).await, i64::try_from(limit).unwrap());

        // One proven customer and an agent who writes all the time.
        let bea = someone(&world, Some("bea@example.com"), true).await;
        let number = open(&mut world, bea.id).await;
        for n in 0..30 {
            reply(&mut world, &number, &format!("Line {n}"), None).await;
        }
        let sent =
            |made: &[Delivery]| made.iter().filter(|d| d.state == DeliveryState::Queued).count();
        let cap = usize::try_from(crate::limits::MAILS_PER_RECIPIENT).unwrap();
        let made = deliveries(&world, &number).await;
        assert_eq!((made.len(), sent(&made)), (31, cap));
        assert_eq!(made.last().unwrap().error.as_deref(), Some("too-many"));
        // The page has them all.
        assert_eq!(notices(&world, &bea).await.len(), 31);
        world.wait(Duration::from_secs(3601));
        reply(&mut world, &number, "An hour later", None).await;
        assert_eq!(sent(&deliveries(&world, &number).await), cap + 1);
    }
}

#[tokio::test]
async fn an_address_that_was_refused_is_left_alone_for_a_day() {
    for mut world in World::both().await {
        open_mail(&world).await;
        let bea = someone(&world, Some("gone@example.com"), true).await;
        let number = open(&mut world, bea.id).await;
        let first = deliveries(&world, &number).await[0].id;
        record(&world, first, DeliveryState::Bounced).await;
        reply(&mut world, &number, "Hello", None).await;
        let made = deliveries(&world, &number).await;
        assert_eq!(made[0].error.as_deref(), Some("550 5.1.1"));
        assert_eq!(made[1].error.as_deref(), Some("bounced-before"));
        let remembers = async |world: &World| {
            let since = world.now - crate::limits::MAIL_BOUNCE_MEMORY;
            let recipient = rule::recipient("gone@example.com");
            world.read(async move |rx| view::has_bounced(rx, &recipient, since).await).await
        };
        assert!(remembers(&world).await.unwrap());
        world.wait(crate::limits::MAIL_BOUNCE_MEMORY + Duration::from_secs(1));
        assert!(!remembers(&world).await.unwrap());
    }
}

async fn enter(world: &World, id: TicketLinkId) -> Result<ticket_link::actions::Entered> {
    let write = world.write(world.anonymous_cx(), async move |tx, cx| {
        ticket_link::actions::open(tx, cx, id, &testing::client()).await
    });
    write.await
}

#[tokio::test]
async fn a_link_proves_the_address_and_can_be_revoked() {
    for mut world in World::both().await {
        open_mail(&world).await;
        let bea = someone(&world, Some("bea@example.com"), false).await;
        let number = open(&mut world, bea.id).await;
        let receipt = deliveries(&world, &number).await[0].id;
        let link = letter(&world, receipt).await.link.unwrap();
        let entered = enter(&world, link).await.unwrap();
        assert_eq!(entered.ticket, number);
        let hash = token::hash(entered.session.token.reveal());
        let viewer = async |world: &World| {
            let now = world.now;
            let found = world.read(async move |rx| session::resolve(rx, &hash, now).await).await;
            found.unwrap().map(|(viewer, _)| viewer)
        };
        let Some(Viewer::Customer(me)) = viewer(&world).await else {
            unreachable!("nobody came in")
        };
        assert_eq!(me.customer_id, bea.id);
        assert!(Viewer::Customer(me).require(Permission::TicketAssign).is_err());
        // What is known now is mailed from now on, and each mail has its own link.
        reply(&mut world, &number, "We look into it.", None).await;
        let second = deliveries(&world, &number).await[1].clone();
        assert_eq!(second.state, DeliveryState::Queued);
        assert!(letter(&world, second.id).await.reply.is_some());

        let (of, cx) = (number.clone(), world.admin_cx().await);
        let revoke =
            world.write(cx, async move |tx, cx| ticket_link::actions::revoke(tx, cx, &of).await);
        revoke.await.unwrap();
        assert!(viewer(&world).await.is_none());
        for id in [link, TicketLinkId::from_uuid(second.id.uuid())] {
            assert_eq!(enter(&world, id).await.unwrap_err().code(), Code::LinkExpired);
        }

        let number = open(&mut world, bea.id).await;
        let link = TicketLinkId::from_uuid(deliveries(&world, &number).await[0].id.uuid());
        assert!(enter(&world, link).await.is_ok());
        world.wait(crate::limits::TICKET_LINK_LIFETIME);
        assert_eq!(enter(&world, link).await.unwrap_err().code(), Code::LinkExpired);
    }
}

#[tokio::test]
async fn a_link_opens_no_account_and_follows_no_address() {
    for mut world in World::both().await {
        open_mail(&world).await;
        let bea = someone(&world, Some("bea@example.com"), true).await;
        let number = open(&mut world, bea.id).await;
        assert_eq!(letter(&world, deliveries(&world, &number).await[0].id).await.link, None);

        let cid = someone(&world, Some("cid@example.com"), false).await;
        let number = open(&mut world, cid.id).await;
        let link = TicketLinkId::from_uuid(deliveries(&world, &number).await[0].id.uuid());
        let (id, cx) = (cid.id, world.system_cx());
        let moved = world.write(cx, async move |tx, _cx| {
            let new = "update customer set email = 'new@example.com' where id = $1";
            tx.exec(new, params![id]).await?;
            Ok(())
        });
        moved.await.unwrap();
        assert_eq!(enter(&world, link).await.unwrap_err().code(), Code::LinkExpired);
    }
}
