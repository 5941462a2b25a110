use std::collections::BTreeMap;
use std::sync::Arc;

use proofdesk_desk::availability::{self, Availability};
use proofdesk_desk::constraint::Kind;
use proofdesk_desk::constraint::actions::{self, ConstraintDraft};
use proofdesk_desk::department;
use proofdesk_desk::id::{MessageId, PublicId, SideLinkId};
use proofdesk_desk::identity::{self, Level};
use proofdesk_desk::notification::Channel;
use proofdesk_desk::notification::actions::set_road;
use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::render::Body;
use proofdesk_desk::shift::actions::NewAbsence;
use proofdesk_desk::shift::{self, AbsenceReason};
use proofdesk_desk::side_conversation::{self, NewSideConversation};
use proofdesk_desk::status;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::{StatusCategory, Visibility, erase};
use proofdesk_desk::transfer::actions::{Batch, Told, bring, finish};
use proofdesk_desk::transfer::line::StatusLine;
use proofdesk_desk::transfer::prepare::{Unit, What};
use proofdesk_desk::verification;
use proofdesk_desk::viewer::Viewer;
use proofdesk_locale::Locale;
use proofdesk_store::params;

use super::super::event::{Hearing, Signal};
use super::super::frame::{Frame, FrameKind, raw};
use super::super::hub::remember;
use super::{catch_up, json, open, open_as, positions, said};
use crate::testing::{Person, World};

const AGENT: &[Permission] = &[
    Permission::TicketRead,
    Permission::TicketReply,
    Permission::TicketNote,
    Permission::TicketAssign,
];

#[tokio::test]
async fn a_customer_hears_of_their_own_public_things_and_of_nothing_else() {
    let world = World::sqlite().await;
    let (mei, ben) = (world.customer("mei").await, world.customer("ben").await);
    let agent = world.member("ada", AGENT, Reach::All).await;
    catch_up(&world.app).await;
    let mut customer = open(&world.app, &mei, None).await.unwrap();
    let mut staff = open(&world.app, &agent, None).await.unwrap();
    let start = world.app.hub().pos();
    let (ticket, other) = (world.ticket(&mei).await, world.ticket(&ben).await);
    world.post(&agent, &ticket, Visibility::Internal).await;
    world.assign(&agent, &ticket, Some(agent.staff_id())).await;
    world.post(&agent, &ticket, Visibility::Public).await;
    world.post(&agent, &other, Visibility::Public).await;
    catch_up(&world.app).await;
    let (heard, all) = (said(&mut customer).await, said(&mut staff).await);
    assert_eq!(positions(&all), (start + 1..=start + 6).collect::<Vec<_>>(), "the precondition");
    assert_eq!(positions(&heard), [start + 1, start + 5]);
    for frame in heard.iter().filter(|frame| frame["t"] == "event") {
        let keys: Vec<&str> = frame.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, ["at", "data", "kind", "pos", "t", "v"], "no inner ids, no counts");
        assert_eq!(frame["data"], serde_json::json!({ "ticket": ticket.as_str() }));
    }
    assert!(all[2]["stream"].is_string() && all[2]["seq"].is_number());
    // The same from the database and from memory, for whoever comes later.
    for node in [world.another_node(), world.app.clone()] {
        catch_up(&node).await;
        let mut again = open(&node, &mei, Some(start)).await.unwrap();
        assert_eq!(positions(&said(&mut again).await), [start + 1, start + 5]);
    }
}

#[tokio::test]
async fn a_customer_hears_that_what_they_could_read_was_erased() {
    const MESSAGES: &str = "select id from message where visibility = $1 order by id";
    let erases = [AGENT, &[Permission::CustomerErase]].concat();
    for world in World::both().await {
        let mei = world.customer("mei").await;
        let ada = world.member("ada", &erases, Reach::All).await;
        let ticket = world.ticket(&mei).await;
        world.post(&ada, &ticket, Visibility::Internal).await;
        catch_up(&world.app).await;
        let mut customer = open(&world.app, &mei, None).await.unwrap();
        let mut staff = open(&world.app, &ada, None).await.unwrap();
        said(&mut customer).await;
        for (visibility, expected) in [("internal", &[][..]), ("public", &["log.erased"][..])] {
            let read = world.read(async move |rx| {
                let rows: Vec<(MessageId,)> = rx.query(MESSAGES, params![visibility]).await?;
                Ok(rows)
            });
            let [(id,)] = read.await.unwrap()[..] else { panic!("one message of each") };
            let erased = world.write(ada.viewer.clone(), async move |tx, cx| {
                erase::message(tx, cx, id, "Asked for it").await.map(|_| ())
            });
            erased.await.unwrap();
            catch_up(&world.app).await;
            let kinds = |frames: &[serde_json::Value]| -> Vec<String> {
                let kinds = frames.iter().filter_map(|frame| frame["kind"].as_str());
                kinds.map(str::to_owned).collect()
            };
            assert_eq!(kinds(&said(&mut customer).await), expected, "{visibility}");
            let told = kinds(&said(&mut staff).await);
            assert!(told.iter().any(|kind| kind == "log.erased"), "{visibility}: {told:?}");
        }
    }
}

/// A constraint concerns no ticket, so that it is told by where its customer can be seen from.
#[tokio::test]
async fn whoever_sees_a_customer_hears_that_what_is_kept_about_them_changed() {
    const LEAD: &[Permission] =
        &[Permission::TicketRead, Permission::CustomerRead, Permission::ConstraintManage];
    for world in World::both().await {
        let (mei, ben) = (world.customer("mei").await, world.customer("ben").await);
        let lead = world.member("lead", LEAD, Reach::All).await;
        let assigned = world.member("ada", &[AGENT, LEAD].concat(), Reach::Own).await;
        let (no_customers, other) = (
            world.member("bob", AGENT, Reach::All).await,
            world.member("eve", LEAD, Reach::Own).await,
        );
        let ticket = world.ticket(&mei).await;
        world
            .assign(
                &world.member("boss", AGENT, Reach::All).await,
                &ticket,
                Some(assigned.staff_id()),
            )
            .await;
        catch_up(&world.app).await;
        let mut connections = Vec::new();
        for who in [&lead, &assigned, &no_customers, &other, &mei] {
            let mut connection = open(&world.app, who, None).await.unwrap();
            said(&mut connection).await;
            connections.push(connection);
        }
        for customer in [&mei, &ben] {
            let id = customer.customer_id();
            let added = world.write(lead.viewer.clone(), async move |tx, cx| {
                let draft = ConstraintDraft {
                    kind: Kind::OldApi,
                    text: "Speaks version 1".to_owned(),
                    from: None,
                    until: None,
                };
                actions::add(tx, cx, id, &draft).await
            });
            added.await.unwrap();
        }
        catch_up(&world.app).await;
        let (mei, ben) = (mei.customer_id().to_string(), ben.customer_id().to_string());
        let expected = [vec![mei.clone(), ben], vec![mei], vec![], vec![], vec![]];
        for (connection, expected) in connections.iter_mut().zip(expected) {
            let frames = said(connection).await;
            let of_customers = frames.iter().filter(|frame| frame["t"] == "customer");
            let named: Vec<String> = of_customers
                .map(|frame| {
                    assert_eq!(frame["kind"], "constraint.added");
                    assert!(frame.get("pos").is_none() && !frame.to_string().contains("version 1"));
                    frame["data"]["customer_id"].as_str().unwrap().to_owned()
                })
                .collect();
            assert_eq!(named, expected);
        }
    }
}

/// Who a customer is proven to be is no event of a ticket either. Macros for the verified wait for it.
#[tokio::test]
async fn whoever_sees_a_customer_hears_that_they_have_proven_who_they_are() {
    const SEES: &[Permission] =
        &[Permission::TicketRead, Permission::TicketReply, Permission::CustomerRead];
    for world in World::both().await {
        let mei = world.customer("mei").await;
        let ada = world.member("ada", SEES, Reach::All).await;
        let blind = world.member("bob", AGENT, Reach::All).await;
        let ticket = world.ticket(&mei).await;
        let customer_id = mei.customer_id();
        let added = world.write(Viewer::Operator, async move |tx, cx| {
            identity::actions::add(tx, cx, customer_id, identity::PORTAL, "account").await
        });
        let id = added.await.unwrap();
        catch_up(&world.app).await;
        let mut connections = Vec::new();
        for who in [&ada, &blind, &mei] {
            let mut connection = open(&world.app, who, None).await.unwrap();
            said(&mut connection).await;
            connections.push(connection);
        }
        let number = ticket.clone();
        let asked = world.write(ada.viewer.clone(), async move |tx, cx| {
            verification::actions::ask(tx, cx, &number).await.map(|_| ())
        });
        asked.await.unwrap();
        let proven = world.write(Viewer::Operator, async move |tx, cx| {
            identity::actions::verify(tx, cx, id, Level::SignedIn, None).await
        });
        proven.await.unwrap();
        catch_up(&world.app).await;
        for (connection, of_customer) in connections.iter_mut().zip([true, false, false]) {
            let frames = said(connection).await;
            let told: Vec<_> = frames.iter().filter(|frame| frame["t"] == "customer").collect();
            assert_eq!(told.len(), usize::from(of_customer), "{frames:?}");
            for frame in told {
                assert_eq!(frame["kind"], "identity.verified");
                assert_eq!(frame["data"], serde_json::json!({ "customer_id": customer_id }));
            }
            // In the ticket they all see it: those who asked, and who was asked.
            let events = frames.iter().filter(|frame| frame["t"] == "event");
            let kinds: Vec<_> = events.filter_map(|frame| frame["kind"].as_str()).collect();
            assert_eq!(kinds, ["ticket.verification_asked", "ticket.verification_proven"]);
        }
    }
}

/// Has a department asked about a ticket, and returns the link by which it answers.
async fn ask(world: &World, who: &Person, ticket: &PublicId) -> SideLinkId {
    let made = world.write(Viewer::Operator, async move |tx, cx| {
        set_road(tx, cx, Channel::Mail, Some("desk.example")).await?;
        let address = "nodes@exchange.example";
        department::actions::create(tx, cx, "Node operations", address, Locale::En).await
    });
    let to = (made.await.unwrap(), false);
    let texts = ("A node", "Is it behind?");
    let keyring = world.app.desk().keyring();
    let new = NewSideConversation::new(&who.viewer, keyring, to, texts, Locale::En).unwrap();
    let ticket = ticket.clone();
    let asked = world.write(who.viewer.clone(), async move |tx, cx| {
        side_conversation::actions::start(tx, cx, &ticket, &new).await
    });
    asked.await.unwrap();
    let link = world.read(async move |rx| {
        let row: (SideLinkId,) = rx.query_one("select link_id from side_conversation", &[]).await?;
        Ok(row.0)
    });
    link.await.unwrap()
}

/// An event of the ticket alone says no more to a console, which takes a frame a second, than that something happened in it.
#[tokio::test]
async fn whoever_sees_a_ticket_hears_that_a_department_answered() {
    for world in World::both().await {
        let mei = world.customer("mei").await;
        let (ada, bob) = (
            world.member("ada", AGENT, Reach::All).await,
            world.member("bob", AGENT, Reach::Own).await,
        );
        let ticket = world.ticket(&mei).await;
        let link = ask(&world, &ada, &ticket).await;
        catch_up(&world.app).await;
        let mut connections = Vec::new();
        for (who, coalesced) in [(&ada, true), (&ada, false), (&bob, true), (&mei, false)] {
            let mut connection = open_as(&world.app, who, None, coalesced).await.unwrap();
            said(&mut connection).await;
            connections.push(connection);
        }
        let text = Clean::new("By an hour").unwrap();
        let body = Body::by(&Viewer::Anonymous, world.app.desk().keyring(), text);
        let answered = world.write(Viewer::Anonymous, async move |tx, cx| {
            side_conversation::actions::answer(tx, cx, link, &body, &[]).await
        });
        answered.await.unwrap().unwrap();
        catch_up(&world.app).await;
        for (connection, is_told) in connections.iter_mut().zip([true, true, false, false]) {
            let frames = said(connection).await;
            let told = frames.iter().filter(|frame| frame["t"] == "department");
            let told: Vec<_> = told.collect();
            assert_eq!(told.len(), usize::from(is_told), "{frames:?}");
            for frame in told {
                assert!(frame.get("pos").is_none() && !frame.to_string().contains("an hour"));
                assert_eq!(frame["kind"], "ticket.side_written");
                assert_eq!(frame["data"]["ticket"], ticket.as_str());
                assert_eq!(frame["data"]["department"], "Node operations");
                assert_eq!(frame["data"]["told"], serde_json::json!([ada.staff_id()]));
            }
        }
    }
}

#[tokio::test]
async fn whoever_loses_a_ticket_is_told_that_and_no_more() {
    for world in World::both().await {
        let mei = world.customer("mei").await;
        let lead = world.member("lead", AGENT, Reach::All).await;
        let (ada, bob) = (
            world.member("ada", AGENT, Reach::Own).await,
            world.member("bob", AGENT, Reach::Own).await,
        );
        catch_up(&world.app).await;
        let mut connection = open(&world.app, &ada, None).await.unwrap();
        let ticket = world.ticket(&mei).await;
        world.assign(&lead, &ticket, Some(ada.staff_id())).await;
        catch_up(&world.app).await;
        world.post(&lead, &ticket, Visibility::Public).await;
        catch_up(&world.app).await;
        let before = world.app.hub().pos();
        world.assign(&lead, &ticket, Some(bob.staff_id())).await;
        catch_up(&world.app).await;
        world.post(&lead, &ticket, Visibility::Public).await;
        catch_up(&world.app).await;
        let heard = said(&mut connection).await;
        let kinds: Vec<&str> = heard.iter().filter_map(|frame| frame["kind"].as_str()).collect();
        assert!(kinds.contains(&"ticket.message_added"), "{kinds:?}");
        let last = positions(&heard).last().copied();
        assert_eq!(last, Some(before + 1), "{:?}", world.db.engine());
        // Back after the loss, from memory and from the log: that it went, and nothing from before either.
        let node = world.another_node();
        for node in [&world.app, &node] {
            catch_up(node).await;
            let mut again = open(node, &ada, Some(0)).await.unwrap();
            let heard = positions(&said(&mut again).await);
            assert_eq!(heard, [before + 1], "{:?}", world.db.engine());
        }
    }
}

#[tokio::test]
async fn colleagues_hear_signals() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    let (ada, bob) = (
        world.member("ada", AGENT, Reach::All).await,
        world.member("bob", AGENT, Reach::Own).await,
    );
    let ticket = world.ticket(&mei).await;
    let at = world.read(async move |rx| {
        let scope = proofdesk_desk::viewer::Scope::Everything;
        Ok(proofdesk_desk::ticket::view::find(rx, &ticket, &scope).await?.unwrap().placement())
    });
    let written = Frame { data: raw(&"typing"), ..Frame::bare(FrameKind::Signal) }.written();
    let mut signal = Signal { at: at.await.unwrap(), from: ada.staff_id(), written };
    let hears = |who: &Person, signal: &Signal| Hearing::of(&who.viewer).hears(signal);
    assert!(!hears(&ada, &signal), "not the one who sent it");
    assert!(!hears(&bob, &signal), "not who does not see the ticket");
    assert!(!hears(&mei, &signal), "never a customer");
    signal.at.assignee_id = Some(bob.staff_id());
    assert!(hears(&bob, &signal));
    let mut connection = open(&world.app, &bob, None).await.unwrap();
    world.app.hub().signal(&signal);
    let heard = said(&mut connection).await;
    assert_eq!(heard[1], serde_json::json!({ "v": 1, "t": "signal", "data": "typing" }));
}

#[tokio::test]
async fn members_are_told_who_is_there_and_customers_are_not() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    let ada = world.member("ada", AGENT, Reach::All).await;
    let mut customer = open(&world.app, &mei, None).await.unwrap();
    said(&mut customer).await;
    // A console takes a frame a second of what happens to tickets.
    for coalesced in [false, true] {
        let mut member = open_as(&world.app, &ada, None, coalesced).await.unwrap();
        said(&mut member).await;
        let to = if coalesced { Availability::Away } else { Availability::Online };
        let set = world.write(ada.viewer.clone(), async move |tx, cx| {
            availability::actions::set_own(tx, cx, to).await
        });
        set.await.unwrap();
        catch_up(&world.app).await;
        let heard = said(&mut member).await;
        let frame = heard.first().unwrap();
        assert_eq!(frame["t"], "member");
        assert_eq!(frame["kind"], "member.availability_set");
        assert_eq!(frame["data"]["availability"], to.as_str());
        assert!(customer.is_idle());
    }
}

/// When somebody is absent is read by whoever may see it: the frame says whose days are others, and no more.
#[tokio::test]
async fn members_are_told_that_somebody_works_at_other_times() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    let ada = world.member("ada", AGENT, Reach::All).await;
    let mut customer = open(&world.app, &mei, None).await.unwrap();
    let mut member = open_as(&world.app, &ada, None, true).await.unwrap();
    said(&mut customer).await;
    said(&mut member).await;
    let id = ada.staff_id();
    let entered = world.write(ada.viewer.clone(), async move |tx, cx| {
        let day: shift::Date = "2026-10-01".parse().unwrap();
        let absence = NewAbsence { first_day: day, last_day: day, reason: AbsenceReason::Holiday };
        shift::actions::enter_absence(tx, cx, id, &absence).await.map(|_| ())
    });
    entered.await.unwrap();
    catch_up(&world.app).await;
    let heard = said(&mut member).await;
    let frame = heard.iter().find(|frame| frame["t"] == "member").unwrap();
    assert_eq!(frame["kind"], "member.absence_entered");
    assert_eq!(frame["data"], serde_json::json!({ "staff_id": id }));
    assert!(customer.is_idle());
}

/// Every console shows tickets by the names of statuses and categories.
#[tokio::test]
async fn members_hear_that_statuses_and_categories_changed() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    let lead = world.member("lead", &[Permission::BrandManage], Reach::All).await;
    let ada = world.member("ada", AGENT, Reach::All).await;
    let mut customer = open(&world.app, &mei, None).await.unwrap();
    said(&mut customer).await;
    let mut member = open(&world.app, &ada, None).await.unwrap();
    said(&mut member).await;
    let made = world.write(lead.viewer.clone(), async move |tx, cx| {
        let names = [(Locale::En, "With the bank".to_owned())].into();
        let category = StatusCategory::WaitingOnInternal;
        status::actions::create(tx, cx, "with-bank", category, &names).await
    });
    made.await.unwrap();
    catch_up(&world.app).await;
    let frames = said(&mut member).await;
    let frame = frames.iter().find(|frame| frame["t"] == "settings").unwrap();
    assert_eq!(frame["kind"], "status.created");
    assert!(frame.get("pos").is_none() && frame.get("data").is_none());
    assert!(customer.is_idle());
}

/// What is brought comes by the hundred: its end is told, and nothing before.
#[tokio::test]
async fn members_hear_once_that_an_import_brought_names() {
    let world = World::sqlite().await;
    let ada = world.member("ada", AGENT, Reach::All).await;
    let mut member = open(&world.app, &ada, None).await.unwrap();
    said(&mut member).await;
    let line = |key: &str, name: &str| {
        let what = What::Status(StatusLine {
            id: key.to_owned(),
            key: key.to_owned(),
            category: StatusCategory::WaitingOnInternal,
            builtin: false,
            names: BTreeMap::from([("en".to_owned(), name.to_owned())]),
            retired: false,
        });
        Arc::new(Unit { line: 1, what })
    };
    let batch = Batch {
        source: "old".to_owned(),
        brand_id: world.brand_id,
        category: "other".to_owned(),
        units: vec![line("with-bank", "With the bank"), line("with-court", "With the court")],
        place: None,
    };
    let brought = world.write(Viewer::Operator, async move |tx, cx| {
        bring(tx, cx, &batch).await.map(|outcomes| outcomes.len())
    });
    assert_eq!(brought.await.unwrap(), 2);
    catch_up(&world.app).await;
    assert!(said(&mut member).await.is_empty());
    let finished =
        world.write(Viewer::Operator, async |tx, cx| finish(tx, cx, "old", &Told::default()).await);
    finished.await.unwrap();
    catch_up(&world.app).await;
    let frames = said(&mut member).await;
    let told: Vec<_> = frames.iter().filter(|frame| frame["t"] == "settings").collect();
    assert_eq!(told.len(), 1, "{frames:?}");
    assert_eq!(told[0]["kind"], "desk.imported");
}

#[tokio::test]
async fn one_that_takes_a_frame_a_second_is_told_the_tickets() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    let ada = world.member("ada", AGENT, Reach::All).await;
    let mut connection = open_as(&world.app, &ada, None, true).await.unwrap();
    assert_eq!(said(&mut connection).await[0]["t"], "live");
    let (one, two) = (world.ticket(&mei).await, world.ticket(&mei).await);
    world.post(&ada, &one, Visibility::Public).await;
    catch_up(&world.app).await;
    assert!(connection.is_idle(), "an event alone wakes nobody");
    tokio::time::pause();
    let frame = json(&connection.next().await.unwrap());
    tokio::time::resume();
    assert_eq!(frame["t"], "changed");
    assert_eq!(frame["pos"].as_i64(), Some(world.app.hub().pos()));
    let mut tickets = [one.as_str(), two.as_str()];
    tickets.sort_unstable();
    assert_eq!(frame["data"]["tickets"], serde_json::json!(tickets));
    // What it missed comes in the same form.
    let mut again = open_as(&world.app, &ada, Some(0), true).await.unwrap();
    let heard = said(&mut again).await;
    assert_eq!(
        (heard.len(), &heard[0]["t"], &heard[1]["t"]),
        (2, &"changed".into(), &"live".into())
    );
}

#[tokio::test]
async fn a_node_that_starts_remembers_what_was() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    for _ in 0..3 {
        world.ticket(&mei).await;
    }
    let node = world.another_node();
    let (hub, hearing) = (node.hub(), Hearing::of(&mei.viewer));
    let pos = hub.pos();
    assert!(hub.missed(0, pos, &hearing).is_none(), "the precondition");
    remember(&node).await;
    let missed = hub.missed(0, pos, &hearing).unwrap();
    assert_eq!((missed.events.len(), missed.reached), (3, pos));
    let counted: BTreeMap<_, _> = missed.events.iter().map(|e| (e.pos, Arc::clone(e))).collect();
    assert_eq!(counted.len(), 3);
}
