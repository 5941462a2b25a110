//! The bytes that are hashed: domain-separated, length-prefixed, versioned. `docs/log-format.md` has them in words and
//! vectors. Nothing here may change for version 1.

use sha2::{Digest as _, Sha256};

/// A SHA-256 value.
pub type Hash = [u8; 32];

/// What the first event of every chain names as its predecessor.
pub const GENESIS: Hash = [0; 32];

/// The columns of an event that its hash covers. The payload is covered by its salted digest, so that erasing payload
/// and salt leaves the chain whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub id: uuid::Uuid,
    pub stream: String,
    pub seq: i64,
    /// Microseconds since the Unix epoch.
    pub at: i64,
    pub actor: String,
    pub kind: String,
    pub v: i64,
    pub payload_digest: Hash,
    pub prev: Hash,
}

impl Event {
    /// The link of the chain that this event is.
    pub fn hash(&self) -> Hash {
        Writer::new("proofdesk.event.v1")
            .field(self.id.as_bytes())
            .field(self.stream.as_bytes())
            .field(&self.seq.to_be_bytes())
            .field(&self.at.to_be_bytes())
            .field(self.actor.as_bytes())
            .field(self.kind.as_bytes())
            .field(&self.v.to_be_bytes())
            .field(&self.payload_digest)
            .field(&self.prev)
            .finish()
    }
}

/// Binds an event to its payload without giving the payload away once the salt is erased.
pub fn payload_digest(salt: &[u8], payload: &[u8]) -> Hash {
    Writer::new("proofdesk.payload.v1").field(salt).field(payload).finish()
}

/// Binds a message's event to everything of the message that people read: source, rendered form, what was masked.
pub fn body_digest(salt: &[u8], body: &str, html: &str, findings: &str) -> Hash {
    Writer::new("proofdesk.body.v1")
        .field(salt)
        .field(body.as_bytes())
        .field(html.as_bytes())
        .field(findings.as_bytes())
        .finish()
}

/// Binds a message's event to what people see of a file beside its bytes.
pub fn file_label_digest(id: uuid::Uuid, file_name: &str, content_type: &str) -> Hash {
    Writer::new("proofdesk.file-label.v1")
        .field(id.as_bytes())
        .field(file_name.as_bytes())
        .field(content_type.as_bytes())
        .finish()
}

/// Binds a message's event to what the guard masked in a file: the column as it rests, empty for a file that is kept as it came.
pub fn file_leaks_digest(id: uuid::Uuid, leaks: &str) -> Hash {
    Writer::new("proofdesk.file-leaks.v1").field(id.as_bytes()).field(leaks.as_bytes()).finish()
}

/// What the signature of a line of the erasure ledger is over. `at` in microseconds since the Unix epoch.
pub fn ledger_digest(
    origin: &str,
    erasure_id: uuid::Uuid,
    subject: &str,
    subject_id: uuid::Uuid,
    at: i64,
) -> Hash {
    Writer::new("proofdesk.erasure.v1")
        .field(origin.as_bytes())
        .field(erasure_id.as_bytes())
        .field(subject.as_bytes())
        .field(subject_id.as_bytes())
        .field(&at.to_be_bytes())
        .finish()
}

/// The framed hash of `docs/log-format.md`, for the formats that build on it.
pub fn framed(domain: &str, fields: &[&[u8]]) -> Hash {
    fields.iter().fold(Writer::new(domain), |writer, field| writer.field(field)).finish()
}

/// Hashes a domain and fields, each behind its length as eight bytes, big-endian.
struct Writer(Sha256);

impl Writer {
    fn new(domain: &str) -> Self {
        Self(Sha256::new()).field(domain.as_bytes())
    }

    fn field(mut self, bytes: &[u8]) -> Self {
        self.0.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        self.0.update(bytes);
        self
    }

    fn finish(self) -> Hash {
        self.0.finalize().into()
    }
}
