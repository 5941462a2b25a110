use std::sync::Arc;

use proofdesk_desk::Timestamp;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use utoipa::ToSchema;

/// What a frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FrameKind {
    /// Something happened.
    Event,
    /// Everything missed has been told; what follows is new.
    Live,
    /// Too much was missed: load lists anew and go on from `pos`.
    Resync,
    /// Tickets that changed within the last second, for connections that asked for no more than that.
    Changed,
    /// Somebody writes or looks. May be lost.
    Signal,
}

/// One frame. The same JSON on every transport.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Frame {
    pub v: u8,
    pub t: FrameKind,
    /// Position in the feed; absent on signals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pos: Option<i64>,
    /// The chain that the event belongs to, and its place there.
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
        Self { v: 1, t, pos: Some(pos), stream: None, seq: None, kind: None, at: None, data: None }
    }

    /// The JSON text.
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

fn shared<S: Serializer>(data: &Option<Arc<RawValue>>, serializer: S) -> Result<S::Ok, S::Error> {
    data.as_deref().serialize(serializer)
}
