//! Frozen payloads.

use super::LinkPurpose;
use crate::id::{LinkId, StaffId};
use crate::payload::payloads;

payloads! {
    /// `staff_id` is the member it is for; none for the first administrator.
    LinkIssued = "link.issued" v 1 { link_id: LinkId, purpose: LinkPurpose, staff_id: Option<StaffId> }

    LinkUsed = "link.used" v 1 { link_id: LinkId, purpose: LinkPurpose, staff_id: StaffId }
}
