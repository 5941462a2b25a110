use std::sync::Arc;

use axum::extract::ws::Utf8Bytes;
use proofdesk_desk::Timestamp;
use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use utoipa::ToSchema;

/// What a frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FrameKind {
    /// Something happened.
    Event,
    /// Everything up to `pos` has been told; what follows is new. Said after the replay, and again now and then.
    Live,
    /// Too much was missed: load lists anew and go on from `pos`.
    Resync,
    /// Tickets that changed within the last second, for connections that asked for no more than that.
    Changed,
    /// Somebody writes or looks. May be lost.
    Signal,
    /// A member takes tickets or does not, since `at`; or, by its `kind`, they work at other hours, are absent on other days, or take
    /// more or fewer at once: `data` names them then, and no more. For staff; has no position and may be lost, so that whoever comes
    /// back reads how all of them stand.
    Member,
    /// What is kept about a customer changed, or how far they are proven, at `at`: `data` names the customer. For staff who may see
    /// them; has no position and may be lost, so that whoever comes back reads it anew.
    Customer,
    /// A department answered in a side conversation, at `at`: `data` has the ticket that people work on, the conversation, the
    /// department's name, and whom the desk tells of it. For staff who see the ticket; has no position and may be lost: the answer
    /// itself is an event of its ticket.
    Department,
    /// Statuses, categories or tags changed, at `at`: `kind` says how. For staff; has no position and may be lost, so that whoever comes back
    /// reads them anew.
    Settings,
}

/// One frame. The same JSON on every transport.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Frame {
    pub v: u8,
    pub t: FrameKind,
    /// Position in the feed; absent on signals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pos: Option<i64>,
    /// The chain that the event belongs to, and its place there. Staff only: gaps would tell customers of notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seq: Option<i64>,
    /// `ticket.message_added`, …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub at: Option<Timestamp>,
    /// What the receiver may know of it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "shared")]
    #[schema(value_type = Option<Object>)]
    pub data: Option<Arc<RawValue>>,
}

impl Frame {
    /// A frame that only says where the client stands.
    pub fn mark(t: FrameKind, pos: i64) -> Self {
        Self { pos: Some(pos), ..Self::bare(t) }
    }

    /// A frame with nothing in it yet.
    pub fn bare(t: FrameKind) -> Self {
        Self { v: 1, t, pos: None, stream: None, seq: None, kind: None, at: None, data: None }
    }

    /// The JSON text.
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The text to be sent, made once for everybody who gets it.
    pub fn written(&self) -> Written {
        Written { pos: self.pos, kind: self.t, text: Utf8Bytes::from(self.json()) }
    }
}

fn shared<S: Serializer>(data: &Option<Arc<RawValue>>, serializer: S) -> Result<S::Ok, S::Error> {
    data.as_deref().serialize(serializer)
}

/// A frame as it goes over the wire. A clone shares the bytes.
#[derive(Clone, Debug)]
pub struct Written {
    /// The frame's position; `None` on signals.
    pub pos: Option<i64>,
    pub(super) kind: FrameKind,
    text: Utf8Bytes,
}

impl Written {
    /// The JSON text.
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// The JSON text as a socket takes it.
    pub(super) fn into_text(self) -> Utf8Bytes {
        self.text
    }
}

/// As the JSON that it already is; for `serde_json` only.
impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw: &RawValue = serde_json::from_str(&self.text).map_err(S::Error::custom)?;
        raw.serialize(serializer)
    }
}

/// JSON that several frames share.
pub(super) fn raw<T: Serialize>(value: &T) -> Option<Arc<RawValue>> {
    serde_json::value::to_raw_value(value).ok().map(Arc::from)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn a_written_frame_is_the_same_json() {
        let data = raw(&serde_json::json!({ "ticket": "PD-0000-0000-0" }));
        let frame = Frame { data, ..Frame::mark(FrameKind::Event, 7) };
        let written = frame.written();
        assert_eq!(written.as_str(), serde_json::to_string(&written).unwrap());
        assert_eq!(
            written.as_str(),
            r#"{"v":1,"t":"event","pos":7,"data":{"ticket":"PD-0000-0000-0"}}"#
        );
    }
}
