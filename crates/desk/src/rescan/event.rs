//! Frozen payloads.

use crate::id::RescanId;
use crate::payload::payloads;

payloads! {
    /// A walk over every stored text began.
    RescanStarted = "guard.rescan_started" v 1 { rescan_id: RescanId, rules: i64 }
    /// It came to its end.
    RescanFinished = "guard.rescan_finished" v 1 {
        rescan_id: RescanId, rules: i64, looked: i64, masked: i64,
    }
}
