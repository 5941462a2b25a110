//! Frozen payloads.

use crate::id::{CustomerId, PublicId};
use crate::payload::payloads;

payloads! {
    /// A member took a ticket's transcript away. `reason` is what they wrote, as the guard left it.
    TranscriptExported = "ticket.transcript_exported" v 1 {
        customer_id: CustomerId, public_id: PublicId, reason: String,
    }
}
