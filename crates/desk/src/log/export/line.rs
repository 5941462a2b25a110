use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::log::erasure::{Erased, Erasure, Subject};
use crate::log::wire::{AttachmentWire, Base64, BodyWire, EventWire, WitnessWire};
use crate::time::Timestamp;

/// A line of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t", rename_all = "lowercase", deny_unknown_fields)]
pub enum Line {
    /// The first: which log, and whether the rows that events fix are in it.
    Log {
        v: u32,
        origin: String,
        contents: bool,
    },
    Key {
        id: String,
        public_key: Base64,
        created_at_us: i64,
    },
    Erasure {
        id: Uuid,
        at_us: i64,
        subject: Subject,
        subject_id: Uuid,
        event_id: Uuid,
    },
    Event(Box<EventLine>),
    /// The rows that the event of the line before fixes.
    Rows(Box<WitnessWire>),
    /// The body that the event of the line before fixes anew.
    Body {
        body: Option<BodyWire>,
    },
    /// The file that the event of the line before fixes anew.
    File {
        file: Option<AttachmentWire>,
    },
    /// The signed note over the positions up to that of the event before.
    Checkpoint {
        note: String,
    },
    /// The last: what was written, to notice an export that was cut off.
    End {
        positions: u64,
        root: Base64,
        /// Lines before this one.
        lines: u64,
    },
}

/// An event and its place in the feed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventLine {
    pub pos: i64,
    pub event: EventWire,
}

impl From<Erasure> for Line {
    fn from(Erasure { erased, event_id }: Erasure) -> Self {
        let Erased { erasure_id, subject, subject_id, at } = erased;
        Self::Erasure { id: erasure_id, at_us: at.micros(), subject, subject_id, event_id }
    }
}

impl Line {
    /// The row of the ledger that the line is of.
    pub(super) fn erasure(&self) -> Option<Erasure> {
        let Self::Erasure { id, at_us, subject, subject_id, event_id } = self else { return None };
        let erased = Erased {
            erasure_id: *id,
            subject: *subject,
            subject_id: *subject_id,
            at: Timestamp::from_micros(*at_us),
        };
        Some(Erasure { erased, event_id: *event_id })
    }
}
