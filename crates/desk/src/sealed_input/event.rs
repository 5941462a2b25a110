//! Frozen payloads.

use super::InputKind;
use crate::payload::payloads;

payloads! {
    /// For how long it lies from now on.
    RetentionSet = "sealed_input.retention_set" v 1 { input_hours: i64, file_hours: i64 }

    /// So much of a kind was too old, and is gone with its keys. Nobody had read it.
    Destroyed = "sealed_input.destroyed" v 1 { input: InputKind, count: i64 }
}
