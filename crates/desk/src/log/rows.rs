//! Rows as they rest, read without trusting them: bytes of any length, places that may be empty.

use proofdesk_store::{FromRow, Row, Rx, params};
use serde::Deserialize;
use uuid::Uuid;

use super::hash::{self, Hash};
use crate::error::Result;
use crate::time::Timestamp;

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[MESSAGE, BODY, ATTACHMENT, ERASED];

const MESSAGE: &str = "select ticket_id, seq, visibility, author_kind, author_id, channel, lang, created_at, \
    verification from message where id = $1";
const BODY: &str = "select salt, body, html, findings from message_body where message_id = $1";
const ATTACHMENT: &str = "select ticket_id, message_id, size, sha256, sealed_key, erased_at, file_name, content_type \
    from attachment where id = $1";
const ERASED: &str = "select count(*) from erasure where subject = $1 and subject_id = $2";

/// An event's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRow {
    pub id: Uuid,
    pub stream: String,
    pub seq: i64,
    /// Microseconds since the Unix epoch.
    pub at: i64,
    pub actor: String,
    pub kind: String,
    pub v: i64,
    /// `None`, like `salt`, once erased.
    pub payload: Option<Vec<u8>>,
    pub salt: Option<Vec<u8>>,
    pub payload_digest: Vec<u8>,
    pub prev: Vec<u8>,
    pub hash: Vec<u8>,
}

/// The columns of [`EventRow`] in order, for a table named `e`.
macro_rules! event_columns {
    () => {
        "e.id, e.stream, e.seq, e.at, e.actor, e.kind, e.v, e.payload, e.salt, e.payload_digest, e.prev, e.hash"
    };
}
pub(crate) use event_columns;

impl FromRow for EventRow {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            stream: row.next()?,
            seq: row.next()?,
            at: row.next()?,
            actor: row.next()?,
            kind: row.next()?,
            v: row.next()?,
            payload: row.next()?,
            salt: row.next()?,
            payload_digest: row.next()?,
            prev: row.next()?,
            hash: row.next()?,
        })
    }
}

impl EventRow {
    /// The hash that the columns give, or `None` when one of them has not the length of a hash.
    pub fn computed_hash(&self) -> Option<Hash> {
        let prev = self.prev.as_slice().try_into().ok()?;
        let digest = self.payload_digest.as_slice().try_into().ok()?;
        Some(self.hash_with(self.seq, &digest, &prev))
    }

    /// The hash that the columns would give with other places for some of them.
    pub(super) fn hash_with(&self, seq: i64, payload_digest: &Hash, prev: &Hash) -> Hash {
        hash::Event {
            id: self.id,
            stream: self.stream.clone(),
            seq,
            at: self.at,
            actor: self.actor.clone(),
            kind: self.kind.clone(),
            v: self.v,
            payload_digest: *payload_digest,
            prev: *prev,
        }
        .hash()
    }

    /// The digest of payload and salt as they rest; `None` when one is missing.
    pub fn computed_digest(&self) -> Option<Hash> {
        Some(hash::payload_digest(self.salt.as_deref()?, self.payload.as_deref()?))
    }

    /// The message that the payload fixes, if it does: its own, or that of an earlier event which it restates.
    pub fn message(&self) -> Option<MessageClaim> {
        let claims: Claims = serde_json::from_slice(self.payload.as_deref()?).ok()?;
        let restated = || {
            let (opening, place) = (claims.opening?, claims.restates?);
            Some(MessageClaim { place: Some(place), ..opening.message })
        };
        claims.message.or_else(restated)
    }

    /// The body that the payload fixes anew, if it does.
    pub fn masked(&self) -> Option<MaskedClaim> {
        serde_json::from_slice::<Masked>(self.payload.as_deref()?).ok()?.masked
    }

    /// The file that the payload fixes anew, if it does.
    pub fn masked_file(&self) -> Option<MaskedFileClaim> {
        serde_json::from_slice::<MaskedFile>(self.payload.as_deref()?).ok()?.masked_file
    }
}

#[derive(Deserialize)]
struct Claims {
    message: Option<MessageClaim>,
    opening: Option<Opening>,
    restates: Option<Place>,
}

#[derive(Deserialize)]
struct Opening {
    message: MessageClaim,
}

#[derive(Deserialize)]
struct Masked {
    masked: Option<MaskedClaim>,
}

#[derive(Deserialize)]
struct MaskedFile {
    masked_file: Option<MaskedFileClaim>,
}

/// Where in its stream, and when, an event stands that another one restates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Place {
    pub seq: i64,
    pub at_us: i64,
}

/// What a payload says of a body under the key `masked`: what it is from now on, and what it was.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct MaskedClaim {
    /// The message.
    pub id: Uuid,
    /// Lower-case hex.
    pub body_digest: String,
    /// The digest that held until then. Nobody can check it any more: what it was made of is gone.
    pub superseded: String,
}

/// What a payload says of a file under the key `masked_file`: what it is from now on, and what it was.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct MaskedFileClaim {
    pub now: AttachmentClaim,
    /// What held until then. The name or the bytes are gone.
    pub superseded: AttachmentClaim,
}

/// What a payload says of a message under the key `message`. `docs/log-format.md` promises the names.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct MessageClaim {
    pub id: Uuid,
    pub visibility: String,
    pub author: String,
    pub author_id: Option<Uuid>,
    pub channel: String,
    pub lang: String,
    /// Lower-case hex.
    pub body_digest: String,
    pub attachments: Vec<AttachmentClaim>,
    /// Of one that was brought from another desk: when it was written there.
    #[serde(default)]
    pub written_at: Option<Timestamp>,
    /// Of a customer's: how far they had proven who they are; events that are older than it say nothing of it.
    #[serde(default)]
    pub verification: Option<String>,
    /// The place of the event that fixed it first, where this one restates that.
    #[serde(skip)]
    pub place: Option<Place>,
}

/// What a payload says of a file that came with a message.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct AttachmentClaim {
    pub id: Uuid,
    /// Lower-case hex.
    pub sha256: String,
    pub size: i64,
    /// Lower-case hex; events that are older than it say nothing of name and type.
    #[serde(default)]
    pub label_digest: Option<String>,
    /// Lower-case hex; events that are older than it say nothing of what was masked in a file.
    #[serde(default)]
    pub leaks_digest: Option<String>,
}

/// A message's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageRow {
    pub ticket_id: Uuid,
    pub seq: i64,
    pub visibility: String,
    pub author_kind: String,
    pub author_id: Option<Uuid>,
    pub channel: String,
    pub lang: String,
    pub created_at: i64,
    pub verification: Option<String>,
}

/// The text of a message and what its digest is salted with; all of it `None` once erased.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BodyRow {
    pub salt: Option<Vec<u8>>,
    pub body: Option<String>,
    pub html: Option<String>,
    pub findings: Option<String>,
}

impl FromRow for BodyRow {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { salt: row.next()?, body: row.next()?, html: row.next()?, findings: row.next()? })
    }
}

impl FromRow for MessageRow {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            ticket_id: row.next()?,
            seq: row.next()?,
            visibility: row.next()?,
            author_kind: row.next()?,
            author_id: row.next()?,
            channel: row.next()?,
            lang: row.next()?,
            created_at: row.next()?,
            verification: row.next()?,
        })
    }
}

/// A file's row, as far as the log speaks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentRow {
    pub ticket_id: Option<Uuid>,
    pub message_id: Option<Uuid>,
    pub size: i64,
    pub sha256: Vec<u8>,
    /// Says whether the object's key is still there. The key itself stays where it is.
    pub has_key: bool,
    pub erased_at: Option<i64>,
    /// `None`, like `content_type`, in an export that is older than it.
    pub file_name: Option<String>,
    pub content_type: Option<String>,
}

impl FromRow for AttachmentRow {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            ticket_id: row.next()?,
            message_id: row.next()?,
            size: row.next()?,
            sha256: row.next()?,
            has_key: row.next::<Option<Vec<u8>>>()?.is_some(),
            erased_at: row.next()?,
            file_name: row.next()?,
            content_type: row.next()?,
        })
    }
}

/// The rows that a message's event fixes, as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    pub message: Option<MessageRow>,
    pub body: Option<BodyRow>,
    /// In the order of the event's attachments.
    pub attachments: Vec<Option<AttachmentRow>>,
}

/// Reads what `claim` speaks of.
pub async fn witness(rx: &Rx<'_>, claim: &MessageClaim) -> Result<Witness> {
    let mut attachments = Vec::with_capacity(claim.attachments.len());
    for claimed in &claim.attachments {
        attachments.push(attachment(rx, claimed.id).await?);
    }
    Ok(Witness {
        message: message(rx, claim.id).await?,
        body: body(rx, claim.id).await?,
        attachments,
    })
}

/// A message's row.
pub async fn message(rx: &Rx<'_>, id: Uuid) -> Result<Option<MessageRow>> {
    Ok(rx.query_opt(MESSAGE, params![id]).await?)
}

/// A file's row.
pub async fn attachment(rx: &Rx<'_>, id: Uuid) -> Result<Option<AttachmentRow>> {
    Ok(rx.query_opt(ATTACHMENT, params![id]).await?)
}

/// A message's body.
pub async fn body(rx: &Rx<'_>, message_id: Uuid) -> Result<Option<BodyRow>> {
    Ok(rx.query_opt(BODY, params![message_id]).await?)
}

/// Says whether the erasure ledger has the subject.
pub async fn is_erased(rx: &Rx<'_>, subject: &str, subject_id: Uuid) -> Result<bool> {
    let (n,): (i64,) = rx.query_one(ERASED, params![subject, subject_id]).await?;
    Ok(n > 0)
}
