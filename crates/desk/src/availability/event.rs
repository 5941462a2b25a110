//! Frozen payloads.

use super::{Availability, Channel};
use crate::id::StaffId;
use crate::payload::payloads;

payloads! {
    /// In the chain of the member's day, whoever set it. `is_automatic`: no console of theirs was connected any more.
    AvailabilitySet = "member.availability_set" v 1 {
        staff_id: StaffId, availability: Availability, is_automatic: bool,
    }

    CapacitySet = "member.capacity_set" v 1 { staff_id: StaffId, channel: Channel, capacity: Option<i64> }
}
