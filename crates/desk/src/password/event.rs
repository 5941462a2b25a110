//! Frozen payloads.

use crate::id::{SessionId, StaffId};
use crate::payload::payloads;

payloads! {
    /// A member set a new password, which ended these other sessions of theirs.
    PasswordChanged = "member.password_changed" v 1 { staff_id: StaffId, session_ids: Vec<SessionId> }
}
