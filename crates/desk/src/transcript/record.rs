//! Events of a ticket's stream with their places in the history, and what some of them say.

use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::{Proof, RecordFact};
use crate::error::Result;
use crate::exchange_event::ExchangeTold;
use crate::form::{ANSWERED, Answered};
use crate::id::MessageId;
use crate::log::Payload as _;
use crate::log::note::SignedCheckpoint;
use crate::log::proof;
use crate::log::rows::{EventRow, event_columns};
use crate::log::wire::{Base64, EventWire};
use crate::ticket::{
    Escalated, GivenBack, Joined, Merged, Parted, SplitFrom, SplitOff, StatusSet, SubjectMasked,
    TakenBack, Tier, Unmerged,
};
use crate::time::Timestamp;

/// The kind of the event that brings a ticket into being.
pub const OPENED: &str = "ticket.opened";
/// The kind of the event that says it anew.
pub const SUBJECT_MASKED: &str = "ticket.subject_masked";
/// The kind of the event that fixes a body anew.
pub const MESSAGE_MASKED: &str = "ticket.message_masked";
/// The kind of the event that fixes a file anew.
pub const FILE_MASKED: &str = "ticket.file_masked";

pub const LATE: &str = concat!(
    "select ",
    event_columns!(),
    ", f.pos from event e left join feed f on f.event_id = e.id where e.stream = $1 \
     and e.kind in ('ticket.message_masked', 'ticket.file_masked', 'ticket.subject_masked') \
     and e.payload is not null order by e.seq"
);
pub const ERASURE: &str = concat!(
    "select ",
    event_columns!(),
    ", f.pos from erasure r join event e on e.id = r.event_id left join feed f on f.event_id = e.id \
     where r.subject = 'message' and r.subject_id = $1"
);

/// An event and its feed position, once it has one.
#[derive(Clone)]
pub struct Placed {
    pub event: EventRow,
    pub pos: Option<i64>,
}

impl FromRow for Placed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { event: EventRow::from_row(row)?, pos: row.next()? })
    }
}

/// Events with their proofs, in the order in which they came.
pub async fn facts(
    rx: &Rx<'_>,
    signed: Option<&SignedCheckpoint>,
    events: Vec<Placed>,
) -> Result<Vec<RecordFact>> {
    let proofs = proofs(rx, signed, &events).await?;
    let fact = |(placed, proof): (Placed, Option<Proof>)| {
        let event = EventWire::from(placed.event);
        RecordFact { at: Timestamp::from_micros(event.at_us).to_string(), event, proof }
    };
    Ok(events.into_iter().zip(proofs).map(fact).collect())
}

/// The proof of each event; `None` for those that the checkpoint does not cover.
pub async fn proofs(
    rx: &Rx<'_>,
    signed: Option<&SignedCheckpoint>,
    events: &[Placed],
) -> Result<Vec<Option<Proof>>> {
    let Some(signed) = signed else { return Ok(events.iter().map(|_| None).collect()) };
    let positions: Vec<Option<i64>> = events.iter().map(|placed| placed.pos).collect();
    let paths = proof::paths(rx, signed, &positions).await?;
    let proof = |(path, pos): (Option<Vec<Base64>>, Option<i64>)| {
        path.zip(pos).map(|(path, pos)| Proof { pos, path })
    };
    Ok(paths.into_iter().zip(positions).map(proof).collect())
}

/// The event that accounts for the erasure of a message.
pub async fn erasure(
    rx: &Rx<'_>,
    signed: Option<&SignedCheckpoint>,
    message_id: MessageId,
) -> Result<Option<RecordFact>> {
    let found: Option<Placed> = rx.query_opt(ERASURE, params![message_id]).await?;
    Ok(facts(rx, signed, found.into_iter().collect()).await?.pop())
}

/// What was masked in a ticket after it was written.
pub struct Late(Vec<Placed>);

impl Late {
    pub async fn read(rx: &Rx<'_>, stream: &str) -> Result<Self> {
        Ok(Self(rx.query(LATE, params![stream]).await?))
    }

    /// The latest event that says anew what an erased opening said.
    pub fn restating(&self, opening: &EventWire) -> Option<Placed> {
        if opening.kind != OPENED || opening.payload.is_some() {
            return None;
        }
        self.0.iter().rev().find(|placed| placed.event.message().is_some()).cloned()
    }

    /// The events that fix a message's body anew after the event at `seq` said what it is.
    pub fn masks(&self, message_id: Uuid, seq: i64) -> Vec<Placed> {
        let of_message = |placed: &&Placed| {
            placed.event.seq > seq
                && placed.event.masked().is_some_and(|masked| masked.id == message_id)
        };
        self.0.iter().filter(of_message).cloned().collect()
    }

    /// The same of a file.
    pub fn file_masks(&self, id: Uuid, seq: i64) -> Vec<Placed> {
        let of_file = |placed: &&Placed| {
            placed.event.seq > seq
                && placed.event.masked_file().is_some_and(|masked| masked.now.id == id)
        };
        self.0.iter().filter(of_file).cloned().collect()
    }
}

/// The category that an event set; `None` for other kinds and for an erased payload.
pub fn status(event: &EventWire) -> Option<String> {
    let set: StatusSet = read(event, "ticket.status_set")?;
    Some(set.status_category.as_str().to_owned())
}

/// The tier that a customer asked for.
pub fn tier(event: &EventWire) -> Option<Tier> {
    read(event, "ticket.escalated").map(|escalated: Escalated| escalated.tier)
}

/// Where a ticket goes on, what goes on in it, what was split off it or for it, or what no longer is: the number of the other.
pub fn other_ticket(event: &EventWire) -> Option<String> {
    let merged = || read::<Merged>(event, Merged::KIND).map(|merged| merged.into);
    let unmerged = || read::<Unmerged>(event, Unmerged::KIND).map(|apart| apart.from);
    let joined = || read::<Joined>(event, Joined::KIND).map(|joined| joined.number);
    let parted = || read::<Parted>(event, Parted::KIND).map(|parted| parted.number);
    let split_off = || read::<SplitOff>(event, SplitOff::KIND).map(|off| off.number);
    let split_from = || read::<SplitFrom>(event, SplitFrom::KIND).map(|from| from.number);
    let taken_back = || read::<TakenBack>(event, TakenBack::KIND).map(|back| back.number);
    let given_back = || read::<GivenBack>(event, GivenBack::KIND).map(|back| back.number);
    let number = merged().or_else(unmerged).or_else(joined).or_else(parted);
    let number = number.or_else(split_off).or_else(split_from);
    Some(number.or_else(taken_back).or_else(given_back)?.to_string())
}

/// What the exchange told.
pub fn exchange_told(event: &EventWire) -> Option<ExchangeTold> {
    read(event, ExchangeTold::KIND)
}

/// The answers that an event brought.
pub fn answered(event: &EventWire) -> Option<Answered> {
    read(event, ANSWERED)
}

/// An opening said anew.
pub fn subject_masked(event: &EventWire) -> Option<SubjectMasked> {
    read(event, SUBJECT_MASKED)
}

fn read<P: serde::de::DeserializeOwned>(event: &EventWire, kind: &str) -> Option<P> {
    let payload = event.payload.as_ref().filter(|_| event.kind == kind)?;
    serde_json::from_slice(&payload.0).ok()
}
