//! What of the log crosses to the outside: the shapes of proofs and of export lines. Their names are a promise
//! (`docs/log-format.md`).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use super::rows::{AttachmentRow, BodyRow, EventRow, MessageRow, Witness};

/// Bytes as base64 (RFC 4648, section 4, padded).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base64(pub Vec<u8>);

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        STANDARD.decode(text.as_bytes()).map(Self).map_err(serde::de::Error::custom)
    }
}

impl<const N: usize> From<[u8; N]> for Base64 {
    fn from(bytes: [u8; N]) -> Self {
        Self(bytes.to_vec())
    }
}

/// An event as it rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventWire {
    pub id: Uuid,
    pub stream: String,
    pub seq: i64,
    /// Microseconds since the Unix epoch: the very number that was hashed.
    pub at_us: i64,
    pub actor: String,
    pub kind: String,
    pub v: i64,
    /// `null`, like `salt`, when it was erased or is withheld.
    pub payload: Option<Base64>,
    pub salt: Option<Base64>,
    pub payload_digest: Base64,
    pub prev: Base64,
    pub hash: Base64,
}

impl From<EventRow> for EventWire {
    fn from(row: EventRow) -> Self {
        Self {
            id: row.id,
            stream: row.stream,
            seq: row.seq,
            at_us: row.at,
            actor: row.actor,
            kind: row.kind,
            v: row.v,
            payload: row.payload.map(Base64),
            salt: row.salt.map(Base64),
            payload_digest: Base64(row.payload_digest),
            prev: Base64(row.prev),
            hash: Base64(row.hash),
        }
    }
}

impl From<EventWire> for EventRow {
    fn from(wire: EventWire) -> Self {
        Self {
            id: wire.id,
            stream: wire.stream,
            seq: wire.seq,
            at: wire.at_us,
            actor: wire.actor,
            kind: wire.kind,
            v: wire.v,
            payload: wire.payload.map(|bytes| bytes.0),
            salt: wire.salt.map(|bytes| bytes.0),
            payload_digest: wire.payload_digest.0,
            prev: wire.prev.0,
            hash: wire.hash.0,
        }
    }
}

/// The rows that an event fixes, as they rest: behind the line of their event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WitnessWire {
    /// The message's row; `null` when it is missing.
    pub message: Option<MessageWire>,
    /// What its body's digest is over; `null` when the row is missing.
    pub body: Option<BodyWire>,
    /// In the order of the event; `null` for a row that is missing.
    pub attachments: Vec<Option<AttachmentWire>>,
}

/// A message's row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageWire {
    pub ticket_id: Uuid,
    pub seq: i64,
    pub visibility: String,
    pub author_kind: String,
    pub author_id: Option<Uuid>,
    pub channel: String,
    pub lang: String,
    pub created_at_us: i64,
    /// Absent where the row says nothing of it, and in exports that are older than it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification: Option<String>,
}

/// A body's row; all `null` once erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyWire {
    pub salt: Option<Base64>,
    pub body: Option<String>,
    pub html: Option<String>,
    pub findings: Option<String>,
}

/// A file's row, without its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachmentWire {
    pub ticket_id: Option<Uuid>,
    pub message_id: Option<Uuid>,
    pub size: i64,
    pub sha256: Base64,
    pub has_key: bool,
    pub erased_at_us: Option<i64>,
    /// Absent, like `content_type`, in exports that are older than it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
}

impl From<Witness> for WitnessWire {
    fn from(witness: Witness) -> Self {
        Self {
            message: witness.message.map(Into::into),
            body: witness.body.map(Into::into),
            attachments: witness.attachments.into_iter().map(|row| row.map(Into::into)).collect(),
        }
    }
}

impl From<WitnessWire> for Witness {
    fn from(wire: WitnessWire) -> Self {
        Self {
            message: wire.message.map(Into::into),
            body: wire.body.map(Into::into),
            attachments: wire.attachments.into_iter().map(|row| row.map(Into::into)).collect(),
        }
    }
}

impl From<MessageRow> for MessageWire {
    fn from(row: MessageRow) -> Self {
        Self {
            ticket_id: row.ticket_id,
            seq: row.seq,
            visibility: row.visibility,
            author_kind: row.author_kind,
            author_id: row.author_id,
            channel: row.channel,
            lang: row.lang,
            created_at_us: row.created_at,
            verification: row.verification,
        }
    }
}

impl From<BodyRow> for BodyWire {
    fn from(row: BodyRow) -> Self {
        Self { salt: row.salt.map(Base64), body: row.body, html: row.html, findings: row.findings }
    }
}

impl From<BodyWire> for BodyRow {
    fn from(wire: BodyWire) -> Self {
        Self {
            salt: wire.salt.map(|salt| salt.0),
            body: wire.body,
            html: wire.html,
            findings: wire.findings,
        }
    }
}

impl From<MessageWire> for MessageRow {
    fn from(wire: MessageWire) -> Self {
        Self {
            ticket_id: wire.ticket_id,
            seq: wire.seq,
            visibility: wire.visibility,
            author_kind: wire.author_kind,
            author_id: wire.author_id,
            channel: wire.channel,
            lang: wire.lang,
            created_at: wire.created_at_us,
            verification: wire.verification,
        }
    }
}

impl From<AttachmentRow> for AttachmentWire {
    fn from(row: AttachmentRow) -> Self {
        Self {
            ticket_id: row.ticket_id,
            message_id: row.message_id,
            size: row.size,
            sha256: Base64(row.sha256),
            has_key: row.has_key,
            erased_at_us: row.erased_at,
            file_name: row.file_name,
            content_type: row.content_type,
        }
    }
}

impl From<AttachmentWire> for AttachmentRow {
    fn from(wire: AttachmentWire) -> Self {
        Self {
            ticket_id: wire.ticket_id,
            message_id: wire.message_id,
            size: wire.size,
            sha256: wire.sha256.0,
            has_key: wire.has_key,
            erased_at: wire.erased_at_us,
            file_name: wire.file_name,
            content_type: wire.content_type,
        }
    }
}
