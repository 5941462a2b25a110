#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::net::IpAddr;
use std::time::Duration;

use super::Letter;
use super::actions::write;
use crate::code::Code;
use crate::cx::Cx;
use crate::email::EmailAddress;
use crate::error::Attempt;
use crate::form::Answers;
use crate::id::{Id as _, PublicId, TicketLinkId};
use crate::identity::{self, Level};
use crate::notification::{self, Channel, Delivery, DeliveryState};
use crate::render::Body;
use crate::testing::{World, client, cx_at, keyring};
use crate::text::Clean;
use crate::ticket::actions::NewTicket;
use crate::ticket::{self, Priority, Risk, Ticket};
use crate::viewer::{Scope, Viewer};
use crate::{limits, ticket_link};

const HOME: [u8; 4] = [203, 0, 113, 7];

fn letter(world: &World, category: &str, email: &str, from: [u8; 4]) -> Letter {
    let answers = match category {
        "theft" => Answers::from([("taken".to_owned(), Some("locked-out".to_owned()))]),
        _ => Answers::new(),
    };
    Letter {
        brand_id: world.brand_id,
        email: EmailAddress::parse("email", email).unwrap(),
        time_zone: None,
        address: IpAddr::from(from),
        ticket: NewTicket {
            customer_id: None,
            category: category.to_owned(),
            subject: Clean::new("Help").unwrap(),
            body: Body::by(&Viewer::Anonymous, &keyring(), Clean::new("Help me").unwrap()),
            attachment_ids: Vec::new(),
            channel: "portal",
            lang: "en".to_owned(),
        },
        answers,
        leaked_before: false,
        files: Vec::new(),
    }
}

fn nobody(world: &World) -> Cx {
    cx_at(world.now, Viewer::Anonymous)
}

async fn send(world: &World, letter: Letter) -> Attempt<PublicId> {
    let cx = nobody(world);
    world.write(cx, async move |tx, cx| write(tx, cx, &letter).await).await.unwrap()
}

async fn find(world: &World, number: &PublicId) -> Ticket {
    let number = number.clone();
    let read =
        world.read(async move |rx| ticket::view::find(rx, &number, &Scope::Everything).await).await;
    read.unwrap().unwrap()
}

async fn level(world: &World, number: &PublicId) -> Level {
    let (id, now) = (find(world, number).await.customer_id, world.now);
    world.read(async move |rx| identity::view::level(rx, id, now).await).await.unwrap()
}

async fn delivery(world: &World, number: &PublicId) -> Delivery {
    let number = number.clone();
    let made = world.read(async move |rx| {
        let ticket = ticket::view::find(rx, &number, &Scope::Everything).await?.unwrap();
        notification::view::of_ticket(rx, ticket.id).await
    });
    made.await.unwrap().pop().unwrap()
}

async fn open_mail(world: &World) {
    let written = world
        .write(world.system_cx(), async move |tx, cx| {
            notification::actions::set_road(tx, cx, Channel::Mail, Some("desk.test")).await
        })
        .await;
    written.unwrap();
}

async fn enter(world: &World, number: &PublicId) -> crate::Result<ticket_link::actions::Entered> {
    let id = TicketLinkId::from_uuid(delivery(world, number).await.id.uuid());
    let cx = nobody(world);
    world
        .write(cx, async move |tx, cx| ticket_link::actions::open(tx, cx, id, &client()).await)
        .await
}

#[tokio::test]
async fn a_letter_proves_nothing_until_its_link_is_opened() {
    for world in World::both().await {
        open_mail(&world).await;
        let first = send(&world, letter(&world, "other", "eve@example.net", HOME)).await.unwrap();
        let opened = find(&world, &first).await;
        assert_eq!((opened.priority, opened.risk), (Priority::Normal, Risk::None));
        assert_eq!(level(&world, &first).await, Level::None);
        assert_eq!(delivery(&world, &first).await.state, DeliveryState::Queued);
        let entered = enter(&world, &first).await.unwrap();
        assert_eq!(entered.ticket, first);
        assert_eq!(level(&world, &first).await, Level::Email);

        // Somebody else writes in the name of the address: what its reader has proven does not rub off, nor is a mail sent.
        let second =
            send(&world, letter(&world, "other", "Eve+x@example.net", HOME)).await.unwrap();
        assert_eq!(level(&world, &second).await, Level::None);
        assert_ne!(find(&world, &second).await.customer_id, find(&world, &first).await.customer_id);
        assert_eq!(delivery(&world, &second).await.error.as_deref(), Some("unproven"));
    }
}

#[tokio::test]
async fn a_theft_goes_before_all_others_and_its_receipt_is_not_used_up() {
    for mut world in World::both().await {
        open_mail(&world).await;
        send(&world, letter(&world, "other", "eve@example.net", HOME)).await.unwrap();
        let theft = send(&world, letter(&world, "theft", "eve@example.net", HOME)).await.unwrap();
        let opened = find(&world, &theft).await;
        assert_eq!((opened.priority, opened.risk), (Priority::Urgent, Risk::SuspectedTheft));
        assert_eq!(delivery(&world, &theft).await.state, DeliveryState::Queued);
        enter(&world, &theft).await.unwrap();
        // The mail of another day leads in as well.
        world.wait(Duration::from_secs(25 * 3600));
        let later = send(&world, letter(&world, "theft", "eve@example.net", HOME)).await.unwrap();
        enter(&world, &later).await.unwrap();
    }
}

#[tokio::test]
async fn a_network_and_an_address_have_their_fill_and_theft_is_heard_all_the_same() {
    for mut world in World::both().await {
        let mut taken = 0;
        for n in 0..1_000 {
            let email = format!("s{n}@example.org");
            match send(&world, letter(&world, "other", &email, HOME)).await {
                Ok(_) => taken += 1,
                Err(refused) => {
                    assert_eq!(refused.code(), Code::RateLimited);
                    break;
                }
            }
        }
        assert_eq!(taken, limits::STRANGERS_FROM);
        let theft = send(&world, letter(&world, "theft", "eve@example.net", HOME)).await;
        assert!(theft.is_ok());
        let elsewhere =
            send(&world, letter(&world, "other", "bob@example.org", [198, 51, 100, 1])).await;
        assert!(elsewhere.is_ok());
        // One address from everywhere.
        for n in 0..limits::STRANGERS_OF {
            let from = [192, 0, 2, u8::try_from(n).unwrap()];
            assert!(send(&world, letter(&world, "other", "eve@example.net", from)).await.is_ok());
        }
        let from = [192, 0, 2, 200];
        let refused = send(&world, letter(&world, "other", "eve@example.net", from)).await;
        assert_eq!(refused.unwrap_err().code(), Code::AddressSpent);
        assert!(send(&world, letter(&world, "theft", "eve@example.net", from)).await.is_ok());
        world.wait(limits::STRANGER_ADDRESS_WINDOW);
        assert!(send(&world, letter(&world, "other", "eve@example.net", HOME)).await.is_ok());
    }
}

#[tokio::test]
async fn what_is_mandatory_is_mandatory() {
    for world in World::both().await {
        let without =
            Letter { answers: Answers::new(), ..letter(&world, "theft", "eve@example.net", HOME) };
        let cx = nobody(&world);
        let refused = world.write(cx, async move |tx, cx| write(tx, cx, &without).await).await;
        assert_eq!(refused.unwrap_err().code(), Code::FieldRequired);
    }
}
