//! The frozen payloads. They hold what people wrote, so they go when their message is erased.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Check;
use crate::id::{EvidenceId, MessageId};

/// One fact in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceFact {
    pub id: EvidenceId,
    /// `tx`, `address`, `link`, `amount`, `uid`, `order`, `height`, `chain_id`, `time`, `ticker`.
    pub kind: String,
    pub value: String,
    /// The form in which two values are the same thing.
    pub key: String,
    /// The networks on which it can exist, by stable name; none for what has no network.
    pub networks: Vec<String>,
    pub check: Check,
    pub problem: Option<ProblemFact>,
    /// Destination tag, memo or comment.
    pub memo: Option<String>,
    pub link: Option<LinkFact>,
    /// Where it stands in the message; `None` for what an agent added.
    pub span: Option<Span>,
}

impl EvidenceFact {
    /// The texts in it that somebody wrote.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let target = self.link.as_ref().and_then(|link| link.target.as_deref());
        [Some(self.value.as_str()), self.memo.as_deref(), target].into_iter().flatten()
    }
}

/// What is wrong, as code and data for a sentence in any language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemFact {
    pub code: String,
    pub arguments: BTreeMap<String, String>,
    /// A link that must be taken for an attack.
    pub is_phishing: bool,
}

/// What a link says of itself. It is never fetched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkFact {
    pub host: String,
    pub network: Option<String>,
    pub chain_id: Option<u64>,
    pub target: Option<String>,
    pub target_kind: Option<String>,
}

/// UTF-8 bytes of the message's masked text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

/// `ticket.evidence_found`, version 1: what a message says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceFound {
    pub message_id: MessageId,
    pub evidence: Vec<EvidenceFact>,
}

/// `ticket.evidence_added`, version 1: what an agent added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceAdded {
    pub evidence: EvidenceFact,
}

/// `ticket.evidence_changed`, version 1: what it is from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceChanged {
    pub evidence: EvidenceFact,
}

/// `ticket.evidence_removed`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceRemoved {
    pub evidence_id: EvidenceId,
}

/// The kinds of events that change a ticket's evidence.
pub(crate) const KINDS: [&str; 4] = [
    "ticket.evidence_found",
    "ticket.evidence_added",
    "ticket.evidence_changed",
    "ticket.evidence_removed",
];

/// The evidence that an event found in a message.
pub(crate) fn ids_found(kind: &str, payload: &[u8], message_id: MessageId) -> Vec<EvidenceId> {
    let found = (kind == "ticket.evidence_found")
        .then(|| serde_json::from_slice::<EvidenceFound>(payload).ok())
        .flatten()
        .filter(|found| found.message_id == message_id);
    found.map(|found| found.evidence.iter().map(|fact| fact.id).collect()).unwrap_or_default()
}

/// Says whether an event tells of this piece of evidence.
pub(crate) fn tells(kind: &str, payload: &[u8], id: EvidenceId) -> bool {
    match kind {
        "ticket.evidence_added" => serde_json::from_slice::<EvidenceAdded>(payload)
            .is_ok_and(|added| added.evidence.id == id),
        "ticket.evidence_changed" => serde_json::from_slice::<EvidenceChanged>(payload)
            .is_ok_and(|changed| changed.evidence.id == id),
        _ => false,
    }
}

/// Says whether an event repeats what a message says: it found evidence there, or corrected such evidence.
pub(crate) fn erasable(
    kind: &str,
    payload: &[u8],
    message_id: MessageId,
    ids: &[EvidenceId],
) -> bool {
    match kind {
        "ticket.evidence_found" => serde_json::from_slice::<EvidenceFound>(payload)
            .is_ok_and(|found| found.message_id == message_id),
        "ticket.evidence_changed" => serde_json::from_slice::<EvidenceChanged>(payload)
            .is_ok_and(|changed| ids.contains(&changed.evidence.id)),
        _ => false,
    }
}
