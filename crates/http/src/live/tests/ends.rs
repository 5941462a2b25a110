use proofdesk_desk::link::actions::{Acceptance, accept};
use proofdesk_desk::password::PasswordHash;
use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::role::Grants;
use proofdesk_desk::role::actions::RoleChange;
use proofdesk_desk::ticket::Visibility;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{limits, role, session, staff, token};
use proofdesk_locale::Locale;
use proofdesk_store::{FromValue as _, Value};

use super::super::connection::Ended;
use super::{catch_up, json, open, open_as, positions, said};
use crate::testing::{Person, World};

const AGENT: &[Permission] = &[Permission::TicketRead, Permission::TicketReply];

fn session_of(who: &Person) -> proofdesk_desk::id::SessionId {
    match &who.viewer {
        Viewer::Customer(customer) => customer.session_id,
        Viewer::Staff(staff) => staff.session_id.unwrap(),
        other => panic!("{other} has no session"),
    }
}

async fn sign_out(world: &World, who: &Person) {
    let id = session_of(who);
    let ended = world
        .write(who.viewer.clone(), async move |tx, cx| session::actions::end(tx, cx, id).await);
    ended.await.unwrap();
}

#[tokio::test]
async fn a_connection_ends_with_its_session() {
    let world = World::sqlite().await;
    let (mei, ben) = (world.customer("mei").await, world.customer("ben").await);
    let agent = world.member("ada", AGENT, Reach::All).await;
    for who in [&mei, &agent] {
        catch_up(&world.app).await;
        let mut connection = open(&world.app, who, None).await.unwrap();
        let mut other = open(&world.app, &ben, None).await.unwrap();
        said(&mut connection).await;
        said(&mut other).await;
        sign_out(&world, who).await;
        catch_up(&world.app).await;
        assert_eq!(connection.next().await.unwrap_err(), Ended::SessionOver);
        drop(connection);
        assert_eq!(world.app.hub().listeners(), 1, "nobody else is concerned");
    }
}

#[tokio::test]
async fn a_member_whom_an_administrator_signs_out_hears_no_more() {
    let world = World::sqlite().await;
    let agent = world.member("ada", AGENT, Reach::All).await;
    catch_up(&world.app).await;
    let mut connection = open(&world.app, &agent, None).await.unwrap();
    said(&mut connection).await;
    let staff_id = agent.staff_id();
    let ended = world.write(Viewer::Operator, async move |tx, cx| {
        session::actions::end_of_member(tx, cx, staff_id).await
    });
    assert_eq!(ended.await.unwrap(), 1);
    catch_up(&world.app).await;
    assert_eq!(connection.next().await.unwrap_err(), Ended::SessionOver);
}

#[tokio::test]
async fn a_member_whose_password_was_reset_by_a_link_hears_no_more() {
    let world = World::sqlite().await;
    let agent = world.member("ada", AGENT, Reach::All).await;
    catch_up(&world.app).await;
    let mut connection = open(&world.app, &agent, None).await.unwrap();
    said(&mut connection).await;
    let staff_id = agent.staff_id();
    let reset = world.write(Viewer::Operator, async move |tx, cx| {
        let issued = staff::actions::issue_link(tx, cx, staff_id).await?;
        cx.viewer = Viewer::Anonymous;
        let acceptance = Acceptance {
            token_hash: token::hash(issued.token.reveal()),
            password: PasswordHash::from_value(Value::Text("another"))?,
            email: None,
            name: None,
            locale: Locale::En,
            time_zone: "UTC".to_owned(),
            client: session::Client::default(),
        };
        accept(tx, cx, &acceptance).await.map(|_| ())
    });
    reset.await.unwrap();
    catch_up(&world.app).await;
    assert_eq!(connection.next().await.unwrap_err(), Ended::SessionOver);
}

#[tokio::test]
async fn a_role_that_changes_changes_what_is_heard() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    let agent = world.member("ada", AGENT, Reach::All).await;
    let writer = world.member("bob", AGENT, Reach::All).await;
    let ticket = world.ticket(&mei).await;
    catch_up(&world.app).await;
    let mut connection = open(&world.app, &agent, None).await.unwrap();
    world.post(&writer, &ticket, Visibility::Public).await;
    catch_up(&world.app).await;
    assert_eq!(positions(&said(&mut connection).await).len(), 1, "the precondition");
    narrow_to_own(&world, "ada").await;
    catch_up(&world.app).await;
    // The look at the session comes before anything else that the connection does.
    let looked =
        tokio::time::timeout(std::time::Duration::from_millis(200), connection.next()).await;
    assert!(looked.is_err(), "still open, and nothing to say");
    world.post(&writer, &ticket, Visibility::Public).await;
    catch_up(&world.app).await;
    assert_eq!(positions(&said(&mut connection).await), [0; 0]);
}

/// What happened between the change and the look at it waits in the queue already, put there for what could be heard before.
#[tokio::test]
async fn what_waits_when_a_role_changes_is_told_as_the_new_one_has_it() {
    for coalesced in [false, true] {
        let world = World::sqlite().await;
        let mei = world.customer("mei").await;
        let agent = world.member("ada", AGENT, Reach::All).await;
        let lead = [AGENT, &[Permission::TicketAssign]].concat();
        let lead = world.member("lead", &lead, Reach::All).await;
        let (other, own) = (world.ticket(&mei).await, world.ticket(&mei).await);
        world.assign(&lead, &own, Some(agent.staff_id())).await;
        catch_up(&world.app).await;
        let mut connection = open_as(&world.app, &agent, None, coalesced).await.unwrap();
        said(&mut connection).await;
        narrow_to_own(&world, "ada").await;
        for ticket in [&other, &own, &other] {
            world.post(&lead, ticket, Visibility::Public).await;
        }
        // All of it at once, as a busy desk has it.
        catch_up(&world.app).await;
        let mut heard = vec![json(&connection.next().await.unwrap())];
        heard.extend(said(&mut connection).await);
        let told: Vec<_> =
            heard.iter().filter(|frame| frame["t"] == "event" || frame["t"] == "changed").collect();
        assert_eq!(told.len(), 1, "{heard:?}");
        let expected = match coalesced {
            false => serde_json::json!(own.as_str()),
            true => serde_json::json!([own.as_str()]),
        };
        let named =
            if coalesced { &told[0]["data"]["tickets"] } else { &told[0]["data"]["ticket"] };
        assert_eq!(*named, expected);
        assert!(heard.iter().all(|frame| !frame.to_string().contains(other.as_str())), "{heard:?}");
    }
}

/// Whoever comes back is told what it missed, whatever changes while that is read.
#[tokio::test]
async fn what_was_missed_is_told_though_a_role_changes_meanwhile() {
    for coalesced in [false, true] {
        let world = World::sqlite().await;
        let mei = world.customer("mei").await;
        let agent = world.member("ada", AGENT, Reach::All).await;
        let lead = [AGENT, &[Permission::TicketAssign]].concat();
        let lead = world.member("lead", &lead, Reach::All).await;
        let (missed, later) = (world.ticket(&mei).await, world.ticket(&mei).await);
        for ticket in [&missed, &later] {
            world.assign(&lead, ticket, Some(agent.staff_id())).await;
        }
        catch_up(&world.app).await;
        let before = world.app.hub().pos();
        world.post(&lead, &missed, Visibility::Public).await;
        catch_up(&world.app).await;
        let mut back = open_as(&world.app, &agent, Some(before), coalesced).await.unwrap();
        narrow_to_own(&world, "ada").await;
        world.post(&lead, &later, Visibility::Public).await;
        catch_up(&world.app).await;
        let heard = said(&mut back).await;
        for ticket in [&missed, &later] {
            let is_told = heard.iter().any(|frame| frame.to_string().contains(ticket.as_str()));
            assert!(is_told, "{ticket} in {heard:?}");
        }
    }
}

async fn narrow_to_own(world: &World, name: &'static str) {
    let narrowed = world.write(Viewer::Operator, async move |tx, cx| {
        let roles = role::view::list(tx, &cx.viewer).await?;
        let role = roles.into_iter().find(|role| role.name == name).unwrap();
        let grants: Grants = [(Permission::TicketRead, Reach::Own)].into_iter().collect();
        let change = RoleChange { grants: Some(grants), ..RoleChange::default() };
        role::actions::change(tx, cx, role.id, role.version, &change).await.map(|_| ())
    });
    narrowed.await.unwrap();
}

#[tokio::test]
async fn a_person_has_so_many_connections() {
    let world = World::sqlite().await;
    for who in [world.customer("mei").await, world.member("ada", AGENT, Reach::All).await] {
        let mut connections = Vec::new();
        for _ in 0..limits::LIVE_CONNECTIONS_PER_PERSON {
            connections.push(open(&world.app, &who, None).await.unwrap());
        }
        assert_eq!(open(&world.app, &who, None).await.err(), Some(Ended::TooMany));
        let other = world.customer(&format!("{}-too", who.token)).await;
        assert!(open(&world.app, &other, None).await.is_ok());
        connections.pop();
        assert!(open(&world.app, &who, None).await.is_ok());
    }
    assert_eq!(world.app.hub().listeners(), 0);
}

#[tokio::test]
async fn a_desk_that_stops_says_so() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    let mut connection = open(&world.app, &mei, None).await.unwrap();
    said(&mut connection).await;
    world.app.shutdown().cancel();
    assert_eq!(connection.next().await.unwrap_err(), Ended::Stopping);
}
