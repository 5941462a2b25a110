//! No event lost, none twice, whoever disconnects when and wherever they come back.

use std::sync::Arc;

use proofdesk_desk::id::{EventId, Id as _};
use proofdesk_desk::limits;
use proofdesk_desk::log::view::{Event, FeedEvent};
use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::ticket::Visibility;
use proofdesk_desk::viewer::Viewer;
use serde_json::Value;

use super::super::connection::{Connection, Ended, Standing, standing};
use super::super::event::{Hearing, LiveEvent};
use super::super::hub::step;
use super::super::load::{Batch, Placed, load};
use super::{PATIENCE, catch_up, json, open, positions, said, soon};
use crate::app::App;
use crate::testing::{Person, World};

const AGENT: &[Permission] =
    &[Permission::TicketRead, Permission::TicketReply, Permission::TicketNote];

/// A client: what it heard, and where it stands.
struct Client {
    who: Person,
    connection: Option<Connection>,
    pos: Option<i64>,
    heard: Vec<i64>,
}

impl Client {
    fn new(who: &Person) -> Self {
        Self { who: who.clone(), connection: None, pos: Some(0), heard: Vec::new() }
    }

    async fn connect(&mut self, node: &App) {
        self.connection = Some(open(node, &self.who, self.pos).await.unwrap());
    }

    /// Takes up to `count` frames; the rest is lost with the connection.
    async fn take(&mut self, count: usize) {
        let Some(connection) = &mut self.connection else { return };
        let mut patience = PATIENCE;
        for _ in 0..count {
            if connection.is_idle() {
                return;
            }
            let Some(frame) = soon(connection, patience).await else {
                patience *= 2;
                continue;
            };
            assert_ne!(frame["t"], "resync", "nothing here is that old");
            let pos = frame["pos"].as_i64();
            assert!(pos >= self.pos, "{frame} after {:?}", self.pos);
            self.pos = pos;
            self.heard.extend(positions(&[frame]));
        }
    }
}

async fn expected(world: &World, viewer: &Viewer) -> Vec<i64> {
    let all = world.read(async |rx| load(rx, 0, 100_000).await).await.unwrap();
    let hearing = Hearing::of(viewer);
    let told = all.events.iter().filter(|event| hearing.told(event, &event.at).is_some());
    told.map(|event| event.pos).collect()
}

/// A small generator: the same walk in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

async fn walk(world: &World, seed: u64) {
    let (mei, ben) = (world.customer("mei").await, world.customer("ben").await);
    let agent = world.member("ada", AGENT, Reach::All).await;
    let tickets = [world.ticket(&mei).await, world.ticket(&ben).await];
    // The second node is often behind the first.
    let nodes = [world.app.clone(), world.another_node()];
    let mut clients = [Client::new(&agent), Client::new(&mei), Client::new(&ben)];
    let mut dice = Dice(seed);
    for _ in 0..120 {
        let client = usize::try_from(dice.roll(3)).unwrap();
        let node = &nodes[usize::try_from(dice.roll(2)).unwrap()];
        match dice.roll(8) {
            0..3 => {
                let ticket = &tickets[usize::try_from(dice.roll(2)).unwrap()];
                let note = dice.roll(3) == 0;
                let visibility = if note { Visibility::Internal } else { Visibility::Public };
                world.post(&agent, ticket, visibility).await;
            }
            3 => drop(step(node).await.unwrap()),
            4 => clients[client].connect(node).await,
            _ => clients[client].take(usize::try_from(dice.roll(6)).unwrap()).await,
        }
    }
    for client in &mut clients {
        client.connect(&nodes[usize::try_from(dice.roll(2)).unwrap()]).await;
    }
    for node in &nodes {
        catch_up(node).await;
    }
    for client in &mut clients {
        client.take(usize::MAX).await;
        let expected = expected(world, &client.who.viewer).await;
        assert!(expected.len() > 5, "the precondition");
        assert_eq!(client.heard, expected, "seed {seed}, {}", client.who.viewer);
    }
}

#[tokio::test]
async fn nothing_is_lost_and_nothing_comes_twice() {
    for seed in 1..=6 {
        walk(&World::sqlite().await, seed).await;
    }
}

#[tokio::test]
async fn nor_on_postgres() {
    let [_, world] = World::both().await;
    walk(&world, 7).await;
}

/// Events out of nothing, of one ticket of one customer.
fn made_up(world: &World, customer: &Person, positions: std::ops::RangeInclusive<i64>) -> Batch {
    let placed = Placed {
        id: proofdesk_desk::id::TicketId::from_uuid(uuid::Uuid::from_u128(1)),
        public_id: proofdesk_desk::id::PublicId::from_bits(1),
        at: proofdesk_desk::viewer::Placement {
            brand_id: world.brand_id,
            customer_id: customer.customer_id(),
            assignee_id: None,
            team_id: None,
        },
        is_shown: true,
    };
    let reached = *positions.end();
    let status = serde_json::json!({
        "status_id": uuid::Uuid::from_u128(1), "status_category": "open", "cause": "staff",
    });
    let event = |pos| Event {
        id: EventId::from_uuid(uuid::Uuid::from_u128(1)),
        stream: format!("ticket:{}", placed.id),
        seq: pos,
        at: world.app.now(),
        actor: "system:test".to_owned(),
        kind: "ticket.status_set".to_owned(),
        v: 1,
        payload: Some(status.to_string().into_bytes()),
    };
    let events = positions.map(|pos| {
        let fed = FeedEvent { pos, event: event(pos) };
        LiveEvent::of(fed, &placed, None, false).map(Arc::new).unwrap()
    });
    Batch { events: events.collect(), reached, ..Batch::default() }
}

#[tokio::test]
async fn one_that_lags_is_closed_with_everything_up_to_there() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    catch_up(&world.app).await;
    let start = world.app.hub().pos();
    let mut slow = open(&world.app, &mei, None).await.unwrap();
    let queue = i64::try_from(limits::LIVE_QUEUE_FRAMES).unwrap();
    world.app.hub().publish(made_up(&world, &mei, start + 1..=start + queue));
    assert_eq!(world.app.hub().listeners(), 1, "as many as it may lag behind");
    world.app.hub().publish(made_up(&world, &mei, start + queue + 1..=start + queue + 1));
    assert_eq!(world.app.hub().listeners(), 0);
    world.app.hub().publish(made_up(&world, &mei, start + queue + 2..=start + queue + 2));
    let mut heard = Vec::new();
    let ended = loop {
        match slow.next().await {
            Ok(frame) => heard.push(json(&frame)),
            Err(ended) => break ended,
        }
    };
    assert_eq!(ended, Ended::Lagged);
    assert_eq!(positions(&heard), (start + 1..=start + queue).collect::<Vec<_>>());
    // Back again, it is told the rest from memory.
    let mut back = open(&world.app, &mei, Some(start + queue)).await.unwrap();
    assert_eq!(positions(&said(&mut back).await), [start + queue + 1, start + queue + 2]);
}

#[tokio::test]
async fn positions_that_cannot_be_gone_on_from_are_resynced() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    catch_up(&world.app).await;
    let head = world.app.hub().pos();
    let marks = |frames: Vec<Value>| -> Vec<(String, i64)> {
        let mark = |f: &Value| (f["t"].as_str().unwrap().to_owned(), f["pos"].as_i64().unwrap());
        frames.iter().map(mark).collect()
    };
    // Nothing of the sort was ever given out, or only before a backup was restored.
    for after in [-1, i64::MIN, head + 1, i64::MAX] {
        let mut connection = open(&world.app, &mei, Some(after)).await.unwrap();
        let frames = marks(said(&mut connection).await);
        assert_eq!(frames, [("resync".to_owned(), head), ("live".to_owned(), head)], "{after}");
    }
    let far = head + limits::LIVE_REPLAY_EVENTS + 1;
    world.app.hub().publish(made_up(&world, &mei, far..=far));
    for (after, expected) in
        [(head, Standing::Lost), (head + 1, Standing::Behind), (far, Standing::Behind)]
    {
        assert_eq!(standing(&world.app, after, far).await.unwrap(), expected, "{after}");
    }
}

#[tokio::test]
async fn one_that_is_ahead_of_its_node_is_told_nothing_twice() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    let behind = world.another_node();
    world.ticket(&mei).await;
    let seen = world.read(async |rx| super::super::load::head(rx).await).await.unwrap();
    assert!(behind.hub().pos() < seen, "the precondition");
    let mut connection = open(&behind, &mei, Some(seen)).await.unwrap();
    let live = said(&mut connection).await;
    assert_eq!((live[0]["t"].as_str(), live[0]["pos"].as_i64()), (Some("live"), Some(seen)));
    world.ticket(&mei).await;
    catch_up(&behind).await;
    let heard = positions(&said(&mut connection).await);
    assert_eq!(heard.len(), 1);
    assert!(heard[0] > seen);
}

#[tokio::test]
async fn a_quiet_connection_is_told_where_it_stands() {
    let world = World::sqlite().await;
    let (mei, ben) = (world.customer("mei").await, world.customer("ben").await);
    let mut connection = open(&world.app, &mei, None).await.unwrap();
    said(&mut connection).await;
    world.ticket(&ben).await;
    catch_up(&world.app).await;
    assert!(connection.is_idle(), "it is no affair of hers");
    tokio::time::pause();
    let frame = json(&connection.next().await.unwrap());
    assert_eq!(frame, serde_json::json!({ "v": 1, "t": "live", "pos": world.app.hub().pos() }));
}
