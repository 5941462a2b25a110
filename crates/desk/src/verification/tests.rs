//! Asking who a customer is, on both engines: what proves it, what ends it, who may ask, and that the log proves the rows.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::time::Duration;

use proofdesk_store::{Tx, params};

use super::{Standing, VerificationAsk, actions, view};
use crate::code::Code;
use crate::customer::actions::NewCustomer;
use crate::cx::Cx;
use crate::error::Result;
use crate::id::{CustomerId, IdentityId, PublicId, TicketId, TicketLinkId};
use crate::identity::{self, EMAIL, Level, PORTAL};
use crate::log::Stream;
use crate::notification::{self, Channel};
use crate::permission::{Permission, Reach};
use crate::render::Body;
use crate::role::Builtin;
use crate::testing::{World, client, cx_at, keyring, member};
use crate::text::Clean;
use crate::ticket::actions::{NewMessage, NewTicket};
use crate::ticket::{self, Ticket, Visibility};
use crate::time::Timestamp;
use crate::viewer::{CustomerViewer, StaffViewer, Viewer};
use crate::{customer, customer_erasure, limits, status, ticket_link};

fn code<T>(result: Result<T>) -> Option<Code> {
    result.err().map(|error| error.code())
}

/// A customer with an account at the exchange, whose level is over.
async fn known(world: &World, name: &str) -> (CustomerId, IdentityId) {
    let customer_id = customer(world, name, None).await;
    let subject = format!("account-{name}");
    let added = world.write(world.system_cx(), async move |tx, cx| {
        identity::actions::add(tx, cx, customer_id, PORTAL, &subject).await
    });
    (customer_id, added.await.unwrap())
}

async fn customer(world: &World, name: &str, email: Option<&str>) -> CustomerId {
    let new = NewCustomer {
        name: Some(name.to_owned()),
        email: email.map(str::to_owned),
        ..NewCustomer::of(world.brand_id)
    };
    let made = world.write(world.system_cx(), async move |tx: &Tx<'_>, cx: &mut Cx| {
        customer::actions::create(tx, cx, &new).await
    });
    made.await.unwrap()
}

async fn open(world: &World, customer_id: CustomerId) -> Ticket {
    let body = Body::by(&Viewer::Operator, &keyring(), Clean::new("Where is it?").unwrap());
    let new = NewTicket {
        customer_id: Some(customer_id),
        category: "other".to_owned(),
        subject: Clean::new("Hello").unwrap(),
        body,
        attachment_ids: Vec::new(),
        channel: "console",
        lang: "en".to_owned(),
    };
    let opened = world.write(world.admin_cx().await, async move |tx, cx| {
        ticket::actions::open(tx, cx, &new).await
    });
    opened.await.unwrap()
}

async fn ask_as(world: &World, viewer: Viewer, ticket: &PublicId) -> Result<VerificationAsk> {
    let number = ticket.clone();
    let cx = cx_at(world.now, viewer);
    world.write(cx, async move |tx, cx| actions::ask(tx, cx, &number).await).await
}

/// The administrator, whose session is no matter here: asks outlive it.
fn ada(world: &World) -> Viewer {
    let grants = [Permission::TicketRead, Permission::TicketReply].map(|may| (may, Reach::All));
    Viewer::Staff(StaffViewer { staff_id: world.admin.id, ..member(grants.into()) })
}

async fn ask(world: &World, ticket: &PublicId) -> Result<VerificationAsk> {
    ask_as(world, ada(world), ticket).await
}

async fn withdraw(world: &World, ticket: &PublicId) -> Result<Option<VerificationAsk>> {
    let (number, cx) = (ticket.clone(), cx_at(world.now, ada(world)));
    world.write(cx, async move |tx, cx| actions::withdraw(tx, cx, &number).await).await
}

async fn prove(world: &World, id: IdentityId, level: Level, until: Option<Timestamp>) {
    let proven = world.write(world.system_cx(), async move |tx, cx| {
        identity::actions::verify(tx, cx, id, level, until).await
    });
    proven.await.unwrap();
}

async fn latest(world: &World, ticket_id: TicketId) -> Option<VerificationAsk> {
    let now = world.now;
    world.read(async move |rx| view::latest(rx, ticket_id, now).await).await.unwrap()
}

async fn standing(world: &World, ticket_id: TicketId) -> Option<Standing> {
    latest(world, ticket_id).await.map(|ask| ask.standing(world.now))
}

/// The events of asks in a ticket's chain, without their noun.
async fn told(world: &World, ticket_id: TicketId) -> Vec<String> {
    let kinds = world.kinds(&Stream::Ticket(ticket_id)).await;
    kinds
        .iter()
        .filter_map(|kind| kind.strip_prefix("ticket.verification_"))
        .map(str::to_owned)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn it_stands_until_they_prove_it_as_far_as_it_was_asked() {
    for mut world in World::both().await {
        let (grace, account) = known(&world, "Grace").await;
        let (ticket, other) = (open(&world, grace).await, open(&world, grace).await);
        // What held before is no answer to what is asked now.
        prove(&world, account, Level::SignedIn, None).await;
        assert_eq!(standing(&world, ticket.id).await, None);
        let asked = ask(&world, &ticket.public_id).await.unwrap();
        assert_eq!(asked.standing(world.now), Standing::Asked);
        assert_eq!(
            (asked.wanted.identity_id, asked.wanted.level),
            (Some(account), Level::SignedIn)
        );
        assert_eq!(asked.identity_kind.as_deref(), Some(PORTAL));
        assert_eq!(
            (asked.asked_by.id, asked.asked_by.name.as_str()),
            (world.admin.id, "Ada Lovelace")
        );
        assert_eq!(asked.until, world.now + limits::VERIFICATION_ASK_LIFETIME);
        world.wait(Duration::from_secs(60));
        let again = ask(&world, &ticket.public_id).await.unwrap();
        assert_eq!((again.id, again.asked_at), (asked.id, asked.asked_at), "it is asked already");
        ask(&world, &other.public_id).await.unwrap();
        // Mail is less than was asked for, and a level that is over is none.
        prove(&world, account, Level::Email, None).await;
        prove(&world, account, Level::SignedIn, Some(world.now)).await;
        assert_eq!(standing(&world, ticket.id).await, Some(Standing::Asked));
        prove(&world, account, Level::SignedIn, Some(world.now + Duration::from_secs(60))).await;
        for id in [ticket.id, other.id] {
            let ask = latest(&world, id).await.unwrap();
            assert_eq!(
                (ask.standing(world.now), ask.proven_at),
                (Standing::Proven, Some(world.now))
            );
            assert_eq!(told(&world, id).await, ["asked", "proven"]);
        }
        // It was proven once; the next time is another matter, and what is proven is not taken back.
        prove(&world, account, Level::SignedIn, None).await;
        assert_eq!(told(&world, ticket.id).await, ["asked", "proven"]);
        let left = withdraw(&world, &ticket.public_id).await.unwrap().unwrap();
        assert_eq!(left.standing(world.now), Standing::Proven);
        assert_eq!(world.verified().await.findings, []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_over_in_time_and_taken_back_and_the_log_proves_it() {
    for mut world in World::both().await {
        let (grace, account) = known(&world, "Grace").await;
        let ticket = open(&world, grace).await;
        assert_eq!(withdraw(&world, &ticket.public_id).await.unwrap(), None);
        let first = ask(&world, &ticket.public_id).await.unwrap();
        world.wait(limits::VERIFICATION_ASK_LIFETIME);
        assert_eq!(standing(&world, ticket.id).await, Some(Standing::Expired));
        let left = withdraw(&world, &ticket.public_id).await.unwrap().unwrap();
        assert_eq!(left.standing(world.now), Standing::Expired, "nobody takes back what is over");
        prove(&world, account, Level::SignedIn, None).await;
        assert_eq!(standing(&world, ticket.id).await, Some(Standing::Expired), "it came too late");
        let second = ask(&world, &ticket.public_id).await.unwrap();
        assert_ne!(first.id, second.id);
        let back = withdraw(&world, &ticket.public_id).await.unwrap().unwrap();
        assert_eq!(back.id, second.id);
        assert_eq!(back.withdrawn_by.map(|by| by.id), Some(world.admin.id));
        assert_eq!(back.withdrawn_at, Some(world.now));
        prove(&world, account, Level::SignedIn, None).await;
        assert_eq!(standing(&world, ticket.id).await, Some(Standing::Withdrawn));
        assert_eq!(told(&world, ticket.id).await, ["asked", "asked", "withdrawn"]);
        assert_eq!(world.verified().await.findings, []);
        // Somebody writes past the verbs.
        for forged in [
            "update verification_ask set level = 'email' where withdrawn_at is null",
            "update verification_ask set proven_at = 7, proven_by = id where withdrawn_at is null",
            "update verification_ask set until_at = until_at + 1 where withdrawn_at is null",
        ] {
            let before = world.verified().await.findings.len();
            let spoil = world.write(world.system_cx(), async move |tx: &Tx<'_>, _: &mut Cx| {
                tx.exec(forged, params![]).await?;
                Ok(())
            });
            spoil.await.unwrap();
            assert!(world.verified().await.findings.len() > before, "{forged}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_no_account_proves_it_by_the_link_in_a_mail() {
    for world in World::both().await {
        let road = world.write(world.system_cx(), async move |tx, cx| {
            notification::actions::set_road(tx, cx, Channel::Mail, Some("desk.test")).await
        });
        road.await.unwrap();
        // Staff wrote the address down: there is no identity of it yet.
        let bea = customer(&world, "Bea", Some("bea@example.com")).await;
        let ticket = open(&world, bea).await;
        let asked = ask(&world, &ticket.public_id).await.unwrap();
        assert_eq!((asked.wanted.identity_id, asked.wanted.level), (None, Level::Email));
        let link = world.read(async move |rx| {
            let row: (TicketLinkId,) = rx.query_one("select id from ticket_link", &[]).await?;
            Ok(row.0)
        });
        let link = link.await.unwrap();
        let facts = world
            .read(async move |rx| ticket_link::view::peek(rx, link, crate::testing::start()).await);
        assert!(facts.await.unwrap().is_asked, "the page behind it says what it is for");
        let entered = world.write(world.anonymous_cx(), async move |tx, cx| {
            ticket_link::actions::open(tx, cx, link, &client()).await
        });
        let session = entered.await.unwrap().session;
        assert_eq!(standing(&world, ticket.id).await, Some(Standing::Proven));
        let facts = world
            .read(async move |rx| ticket_link::view::peek(rx, link, crate::testing::start()).await);
        assert!(!facts.await.unwrap().is_asked);
        // Their own doing, in the log too.
        let actor = world.read(async move |rx| {
            let sql = "select actor from event where kind = 'ticket.verification_proven'";
            let row: (String,) = rx.query_one(sql, &[]).await?;
            Ok(row.0)
        });
        assert_eq!(actor.await.unwrap(), format!("customer:{bea}"));
        // Asked anew on their page, they have the link mailed; where nothing is asked, nothing is.
        let mail = async || {
            let (number, cx) = (ticket.public_id.clone(), world.cx(&session).await);
            world.write(cx, async move |tx, cx| actions::mail_link(tx, cx, &number).await).await
        };
        let links = async || {
            let count = world.read(async move |rx| {
                let row: (i64,) = rx.query_one("select count(*) from ticket_link", &[]).await?;
                Ok(row.0)
            });
            count.await.unwrap()
        };
        assert_eq!((mail().await.unwrap(), links().await), (false, 1));
        ask(&world, &ticket.public_id).await.unwrap();
        assert_eq!((mail().await.unwrap(), links().await), (true, 2));
        assert_eq!(world.verified().await.findings, []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_goes_on_with_a_merged_ticket() {
    for world in World::both().await {
        let (grace, account) = known(&world, "Grace").await;
        let (ticket, into) = (open(&world, grace).await, open(&world, grace).await);
        ask(&world, &ticket.public_id).await.unwrap();
        let (from, to) = (ticket.public_id.clone(), into.public_id.clone());
        let merged = world.write(world.admin_cx().await, async move |tx, cx| {
            let seen = ticket::merge::Seen::default();
            Box::pin(ticket::merge::merge(tx, cx, &from, &to, seen)).await.map(|_| ())
        });
        merged.await.unwrap();
        assert_eq!(standing(&world, into.id).await, Some(Standing::Asked));
        let again = ask(&world, &into.public_id).await.unwrap();
        assert_eq!(again.ticket, ticket.public_id, "it is asked there");
        assert_eq!(code(ask(&world, &ticket.public_id).await), Some(Code::TicketMerged));
        prove(&world, account, Level::SignedIn, None).await;
        assert_eq!(standing(&world, into.id).await, Some(Standing::Proven));
        assert_eq!(told(&world, ticket.id).await, ["asked", "proven"]);
        assert_eq!(world.verified().await.findings, []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_is_refused_and_so_is_what_makes_no_sense() {
    for world in World::both().await {
        let (grace, account) = known(&world, "Grace").await;
        let ticket = open(&world, grace).await;
        let (read, reply) = (Permission::TicketRead, Permission::TicketReply);
        // Which brands are somebody's is read from the rows.
        let role = world.role(Builtin::Agent).await;
        let mina = world.join("mina@example.com", &[role], &[world.brand_id]).await;
        let of_brand = |grants: &[(Permission, Reach)], is_theirs: bool| {
            let mut staff = member(grants.iter().copied().collect());
            if is_theirs {
                staff.staff_id = mina.id;
                staff.brands.push(world.brand_id);
            }
            Viewer::Staff(staff)
        };
        let me = Viewer::Customer(CustomerViewer {
            customer_id: grace,
            identity_id: account,
            brand_id: world.brand_id,
            session_id: world.system_cx().id(),
        });
        for (viewer, expected) in [
            (of_brand(&[(read, Reach::Brand)], true), Code::NoPermission),
            (of_brand(&[(read, Reach::Brand), (reply, Reach::Own)], true), Code::NoPermission),
            (of_brand(&[(read, Reach::Brand), (reply, Reach::All)], false), Code::NotFound),
            (me, Code::StaffOnly),
            (Viewer::Anonymous, Code::SignedOut),
        ] {
            let asked = ask_as(&world, viewer.clone(), &ticket.public_id).await;
            assert_eq!(code(asked), Some(expected), "{viewer}");
            let (number, cx) = (ticket.public_id.clone(), cx_at(world.now, viewer.clone()));
            let back =
                world.write(cx, async move |tx, cx| actions::withdraw(tx, cx, &number).await).await;
            assert_eq!(code(back), Some(expected), "{viewer}");
        }
        // Nobody can be asked for what they do not have; the address of somebody else is not theirs to prove.
        let nobody = open(&world, customer(&world, "Nobody", None).await).await;
        assert_eq!(code(ask(&world, &nobody.public_id).await), Some(Code::NothingToProve));
        let owner = customer(&world, "Bea", Some("bea@example.com")).await;
        let added = world.write(world.system_cx(), async move |tx, cx| {
            identity::actions::add(tx, cx, owner, EMAIL, "bea@example.com").await
        });
        added.await.unwrap();
        let other = customer(&world, "Eve", Some("bea@example.com")).await;
        let theirs = open(&world, other).await;
        assert_eq!(code(ask(&world, &theirs.public_id).await), Some(Code::NothingToProve));
        // What is closed is over.
        let closed = open(&world, grace).await;
        let number = closed.public_id.clone();
        let close = world.write(world.admin_cx().await, async move |tx, cx| {
            let to = status::builtin(ticket::StatusCategory::Closed);
            ticket::actions::set_status(tx, cx, &number, to, None).await
        });
        close.await.unwrap();
        assert_eq!(code(ask(&world, &closed.public_id).await), Some(Code::TicketClosed));
        // Each open ask is told at the next sign-in: there are not more of them than that may cost.
        for _ in 0..limits::VERIFICATION_ASKS_PER_CUSTOMER {
            let one = open(&world, grace).await;
            ask(&world, &one.public_id).await.unwrap();
        }
        assert_eq!(code(ask(&world, &ticket.public_id).await), Some(Code::LimitReached));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_outlives_an_erasure_without_saying_who_it_was() {
    for world in World::both().await {
        let (grace, _) = known(&world, "Grace").await;
        let ticket = open(&world, grace).await;
        ask(&world, &ticket.public_id).await.unwrap();
        let erased = world.write(world.admin_cx().await, async move |tx, cx| {
            customer_erasure::actions::ask(tx, cx, grace, "They asked").await.map(|_| ())
        });
        erased.await.unwrap();
        let left = latest(&world, ticket.id).await.unwrap();
        assert_eq!(left.identity_kind, None, "there is no such identity any more");
        assert_eq!(left.standing(world.now), Standing::Withdrawn, "nobody is left to prove it");
        assert_eq!(told(&world, ticket.id).await, ["asked", "withdrawn"]);
        assert_eq!(world.verified().await.findings, []);
    }
}

/// A reply of staff does not prove anything, whatever stands in it.
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_of_staff_leaves_it_as_it_is() {
    for world in World::both().await {
        let (grace, _) = known(&world, "Grace").await;
        let ticket = open(&world, grace).await;
        ask(&world, &ticket.public_id).await.unwrap();
        let body = Body::by(&Viewer::Operator, &keyring(), Clean::new("Please sign in.").unwrap());
        let message = NewMessage {
            body,
            visibility: Visibility::Public,
            attachment_ids: Vec::new(),
            channel: "console",
            lang: "en".to_owned(),
            status_id: None,
            seen_version: None,
        };
        let number = ticket.public_id.clone();
        let sent = world.write(world.admin_cx().await, async move |tx, cx| {
            Box::pin(ticket::actions::post(tx, cx, &number, &message)).await.map(|_| ())
        });
        sent.await.unwrap();
        assert_eq!(standing(&world, ticket.id).await, Some(Standing::Asked));
        assert_eq!(world.verified().await.findings, []);
    }
}
