//! Frozen payloads.

use crate::payload::payloads;
use crate::time::Timestamp;

payloads! {
    /// Somebody at the machine has the desk written out, for this reason. It is there before the first line is.
    DeskExported = "desk.exported" v 1 { reason: String, since: Option<Timestamp>, with_files: bool }

    /// What was brought from elsewhere, when all of it was read. What a run brought that did not come to its end is told by the events
    /// of each thing alone.
    DeskImported = "desk.imported" v 1 {
        source: String, format: String, customers: u64, tickets: u64, messages: u64, skipped: u64,
    }
}
