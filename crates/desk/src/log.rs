//! The history: hash-chained events, written in the transaction of the rows they speak of.
//!
//! `docs/log-format.md` is the specification of every byte here; `log/hash.rs` implements it.

pub mod checkpoint;
pub mod erasure;
pub mod export;
pub mod follower;
#[cfg(test)]
pub(crate) mod frozen;
pub mod hash;
pub mod ledger;
pub mod merkle;
pub mod note;
pub mod proof;
pub(crate) mod rows;
mod sql;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod tree;
pub mod upcast;
pub mod verify;
pub mod view;
pub mod wire;

use proofdesk_store::Tx;
use serde::Serialize;

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::{ArticleId, CustomerId, EventId, Id as _, StaffId, TicketId};
use crate::time::Timestamp;

/// Every statement of the log, for the test that prepares each on both engines.
pub fn all() -> Vec<&'static str> {
    let mut all = sql::ALL.to_vec();
    for more in [
        checkpoint::ALL,
        erasure::ALL,
        export::ALL,
        follower::ALL,
        ledger::ALL,
        proof::ALL,
        rows::ALL,
        tree::ALL,
        view::ALL,
    ] {
        all.extend(more);
    }
    all.extend(verify::all());
    all
}

/// What a chain of events is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stream {
    Organisation,
    Customer(CustomerId),
    /// What one member did and looked at on one day (UTC).
    Staff(StaffId, String),
    Ticket(TicketId),
    Article(ArticleId),
}

impl Stream {
    /// The acting member's stream of today.
    pub fn staff_day(staff_id: StaffId, now: Timestamp) -> Self {
        Self::Staff(staff_id, now.date())
    }

    /// The name under which the chain is stored and hashed.
    pub fn name(&self) -> String {
        match self {
            Self::Organisation => "organisation".to_owned(),
            Self::Customer(id) => format!("customer:{id}"),
            Self::Staff(id, day) => format!("staff:{id}:{day}"),
            Self::Ticket(id) => format!("ticket:{id}"),
            Self::Article(id) => format!("article:{id}"),
        }
    }

    /// The stream of a stored name; `None` for names of another time.
    pub fn parse(name: &str) -> Option<Self> {
        let (noun, rest) = name.split_once(':').unwrap_or((name, ""));
        let stream = match noun {
            "organisation" => Self::Organisation,
            "customer" => Self::Customer(rest.parse().ok()?),
            "staff" => {
                let (id, day) = rest.split_once(':')?;
                Self::Staff(id.parse().ok()?, day.to_owned())
            }
            "ticket" => Self::Ticket(rest.parse().ok()?),
            "article" => Self::Article(rest.parse().ok()?),
            _ => return None,
        };
        (stream.name() == name).then_some(stream)
    }
}

/// An event about to be written: a frozen payload under a kind and a version.
#[derive(Debug)]
pub struct NewEvent {
    kind: &'static str,
    v: i64,
    payload: Vec<u8>,
}

/// A payload struct whose shape is frozen by a snapshot: a change makes a new `V`, and an upcaster for the old one.
pub trait Payload: Serialize {
    const KIND: &'static str;
    const V: i64;
}

impl NewEvent {
    /// # Errors
    /// `Broken` when the payload cannot be written as JSON, which no payload struct can cause.
    pub fn of<P: Payload>(payload: &P) -> Result<Self> {
        let payload = serde_json::to_vec(payload)
            .map_err(|_unreachable| Error::Broken { what: "a payload that is no JSON" })?;
        Ok(Self { kind: P::KIND, v: P::V, payload })
    }
}

/// Where an event landed in its chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appended {
    pub event_id: EventId,
    pub seq: i64,
}

/// A chain whose head is locked until the transaction ends: rows read after this are those that the events will follow.
///
/// Who locks several chains in one transaction does so in the order of their names.
#[derive(Debug)]
pub struct Chain {
    name: String,
    head: Head,
}

/// Locks a chain, which may be empty yet.
///
/// # Errors
/// Only those of the store.
pub async fn lock(tx: &Tx<'_>, stream: &Stream) -> Result<Chain> {
    lock_named(tx, stream.name()).await
}

async fn lock_named(tx: &Tx<'_>, name: String) -> Result<Chain> {
    if let Some(head) = sql::lock_head(tx, &name).await? {
        return Ok(Chain { name, head });
    }
    // Two transactions may start the same chain at once: the second waits here for the first.
    sql::start_head(tx, &name, &Head::start()).await?;
    let head = sql::lock_head(tx, &name).await?;
    Ok(Chain { name, head: head.ok_or(Error::Broken { what: "a chain head that vanished" })? })
}

impl Chain {
    /// The `seq` that the next appended event will have.
    pub fn next_seq(&self) -> i64 {
        self.head.seq + 1
    }

    /// Appends events in order and returns the place of the last one. They get their feed positions when the
    /// transaction commits.
    ///
    /// # Errors
    /// Only those of the store; `Broken` for no events.
    pub async fn append(self, tx: &Tx<'_>, cx: &mut Cx, events: &[NewEvent]) -> Result<Appended> {
        last(self.append_all(tx, cx, events).await?)
    }

    /// As [`Chain::append`], for who wants to know the place of every event. Appending none changes nothing.
    ///
    /// # Errors
    /// Only those of the store.
    pub async fn append_all(
        self,
        tx: &Tx<'_>,
        cx: &mut Cx,
        events: &[NewEvent],
    ) -> Result<Vec<Appended>> {
        let (appended, head) = extend(tx, cx, &self.name, self.head, events).await?;
        sql::set_head(tx, &self.name, &head).await?;
        Ok(appended)
    }
}

fn last(appended: Vec<Appended>) -> Result<Appended> {
    appended.last().copied().ok_or(Error::Broken { what: "an append of no events" })
}

/// Locks a chain and appends to it: for facts that no row decides.
///
/// # Errors
/// As [`Chain::append`].
pub async fn append(
    tx: &Tx<'_>,
    cx: &mut Cx,
    stream: &Stream,
    events: &[NewEvent],
) -> Result<Appended> {
    lock(tx, stream).await?.append(tx, cx, events).await
}

/// Appends to a chain that was born in this very transaction (a new id), which spares the look for its head.
///
/// # Errors
/// A constraint violation when the chain did exist.
pub async fn begin(
    tx: &Tx<'_>,
    cx: &mut Cx,
    stream: &Stream,
    events: &[NewEvent],
) -> Result<Appended> {
    let name = stream.name();
    let (appended, head) = extend(tx, cx, &name, Head::start(), events).await?;
    sql::insert_head(tx, &name, &head).await?;
    last(appended)
}

#[derive(Debug)]
pub(crate) struct Head {
    seq: i64,
    hash: [u8; 32],
}

impl Head {
    fn start() -> Self {
        Self { seq: 0, hash: hash::GENESIS }
    }
}

async fn extend(
    tx: &Tx<'_>,
    cx: &mut Cx,
    stream: &str,
    mut head: Head,
    events: &[NewEvent],
) -> Result<(Vec<Appended>, Head)> {
    let actor = cx.viewer.to_string();
    let mut appended = Vec::with_capacity(events.len());
    for new in events {
        let salt: [u8; 16] = cx.bytes();
        let event = hash::Event {
            id: cx.id::<EventId>().uuid(),
            stream: stream.to_owned(),
            seq: head.seq + 1,
            at: cx.now.micros(),
            actor: actor.clone(),
            kind: new.kind.to_owned(),
            v: new.v,
            payload_digest: hash::payload_digest(&salt, &new.payload),
            prev: head.hash,
        };
        head = Head { seq: event.seq, hash: event.hash() };
        sql::insert_event(tx, &event, &new.payload, &salt, &head.hash).await?;
        tx.publish(event.id, stream, event.seq).await?;
        appended.push(Appended { event_id: EventId::from_uuid(event.id), seq: event.seq });
    }
    Ok((appended, head))
}
