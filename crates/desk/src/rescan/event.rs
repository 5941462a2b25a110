//! Frozen payloads.

use super::Setting;
use crate::id::{EventId, RescanId};
use crate::payload::payloads;

payloads! {
    /// A walk over every stored text began.
    RescanStarted = "guard.rescan_started" v 1 { rescan_id: RescanId, rules: i64 }
    /// It came to its end.
    RescanFinished = "guard.rescan_finished" v 1 {
        rescan_id: RescanId, rules: i64, looked: i64, masked: i64,
    }
    /// A name that somebody gave when they set the desk up was masked.
    SettingMasked = "guard.setting_masked" v 1 { setting: Setting, id: uuid::Uuid, kinds: Vec<String> }
    /// The reason in an event's payload was masked: that payload is erased, and `said` is what it was, with the mask. `told` is its kind.
    ReasonMasked = "guard.reason_masked" v 1 {
        event_id: EventId, told: String, said: serde_json::Value, kinds: Vec<String>,
    }
}
