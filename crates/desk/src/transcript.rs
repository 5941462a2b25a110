//! Transcripts: the correspondence of a ticket as its customer may see it, in one signed file that anybody can verify
//! without the desk. `docs/transcript-format.md` is the specification of every byte here.
//!
//! Three things hold a transcript up. Each event stands in the signed history of the log, by an inclusion proof. Each
//! message's text gives the digest that its event fixed when it was written. And a seal over every field of the file says
//! which field was changed since, where the log alone could only say that something was.

pub mod actions;
pub mod event;
mod page;
mod record;
mod seal;
#[cfg(test)]
mod tests;
pub mod verify;
pub mod view;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::log::wire::{Base64, EventWire};

pub use page::html;
pub use view::ALL;

/// What `format` says.
pub const FORMAT: &str = "proofdesk.transcript";
/// What `v` says.
pub const VERSION: u32 = 1;

/// A transcript, or one part of a long one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transcript {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub v: u32,
    pub log: LogFact,
    /// Who runs the desk.
    pub organisation: String,
    /// Under which name they wrote.
    pub brand: String,
    pub ticket: TicketFact,
    /// When the file was made, RFC 3339.
    pub made_at: String,
    pub part: Part,
    /// By `seq`. Numbers that are missing are events which are not for the customer.
    pub entries: Vec<Entry>,
    pub seal: Seal,
}

/// Which history the proofs lead to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogFact {
    pub origin: String,
    /// The signed note that all proofs lead to; `None` while nothing was signed yet.
    pub checkpoint: Option<String>,
}

/// The ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TicketFact {
    /// The public id.
    pub number: String,
    pub subject: String,
    pub lang: String,
    /// The issue category's slug.
    pub category: String,
    pub opened_at: String,
}

/// Which part of the ticket the file holds: long ones come in several files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// From 1.
    pub number: u32,
    /// How many there were when the file was made.
    pub of: u32,
    /// It holds what the customer may see of the events after this `seq`…
    pub after: i64,
    /// …up to this one, inclusive.
    pub until: i64,
}

/// One event, and the message or status that it made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The event's `at_us` for people, RFC 3339.
    pub at: String,
    /// As the log has it. `payload` and `salt` are `None` once erased.
    pub event: EventWire,
    /// `None` while no checkpoint covers the event.
    pub proof: Option<Proof>,
    /// Of an event that brought a message.
    pub message: Option<MessageFact>,
    /// Of an event that set the status: its category.
    pub status: Option<String>,
    /// Of an event that brought answers to what the category asks, in the order of the form.
    pub answers: Option<Vec<AnswerLine>>,
    /// Of an opening whose payload was erased because its subject was masked later: the event that says it anew.
    pub restated: Option<RecordFact>,
}

/// Where an event stands in the history that the checkpoint signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// Its feed position.
    pub pos: i64,
    /// Hashes from the leaf's sibling up (RFC 9162, section 2.1.3).
    pub path: Vec<Base64>,
}

/// An answer to a question of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerLine {
    /// The question's key.
    pub question: String,
    /// The question in the ticket's language.
    pub label: String,
    /// As the event has it; `None` where the customer said that they do not have it.
    pub value: Option<String>,
    /// The same as people read it.
    pub shown: Option<String>,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageFact {
    pub id: Uuid,
    /// `customer`, `staff` or `system`.
    pub author: String,
    /// The name that the customer saw; `None` for themself and for the desk.
    pub name: Option<String>,
    pub channel: String,
    pub lang: String,
    /// Of one that was brought from another desk: when it was written there, RFC 3339. Absent from all others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_at: Option<String>,
    /// `None` once erased.
    pub body: Option<BodyFact>,
    /// The events that fix the body anew, in order: secrets that were found in it later were masked.
    pub masks: Vec<RecordFact>,
    /// The event that accounts for the erasure, for a body that is `None`.
    pub erasure: Option<RecordFact>,
    pub attachments: Vec<AttachmentFact>,
}

/// Everything that a body's digest is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyFact {
    pub salt: Base64,
    /// As typed, secrets masked.
    pub source: String,
    /// As shown.
    pub html: String,
    /// What was masked, as JSON.
    pub findings: String,
}

/// Another event that accounts for what an entry shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordFact {
    /// The event's `at_us` for people, RFC 3339.
    pub at: String,
    pub event: EventWire,
    /// `None` while no checkpoint covers the event.
    pub proof: Option<Proof>,
}

/// A file of a message. The bytes are not in the transcript.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachmentFact {
    pub id: Uuid,
    pub name: String,
    #[serde(rename = "type")]
    pub media_type: String,
    /// Plain bytes.
    pub size: i64,
    /// Of the plain bytes, lower-case hex.
    pub sha256: String,
    pub erased: bool,
    /// What the guard masked in it, when it was sent or later, as JSON; `None` for a file that was kept as it came, and in transcripts that are older
    /// than this field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leaks: Option<String>,
    /// The events that fix the file anew, in order: secrets that were found later in its name or its text were masked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub masks: Vec<RecordFact>,
}

/// A digest of every field, and one signature over them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// As [`crate::log::note::key_id`].
    pub key_id: String,
    /// Ed25519, lower-case hex.
    pub public_key: String,
    /// Pointer (RFC 6901) and digest, in the order of the file.
    pub fields: Vec<(String, Base64)>,
    pub signature: Base64,
}

/// How many parts a ticket with so many events has.
pub fn parts(version: i64) -> u32 {
    let window = i64::from(crate::limits::TRANSCRIPT_EVENTS);
    let parts = version.max(1).saturating_add(window - 1) / window;
    u32::try_from(parts).unwrap_or(u32::MAX)
}
