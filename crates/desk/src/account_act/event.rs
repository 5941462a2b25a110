//! Frozen payloads.

use crate::bridge::{ActKind, BridgeError};
use crate::id::{AccountActId, CustomerId, TicketId};
use crate::payload::payloads;
use crate::time::Timestamp;

payloads! {
    /// The exchange is to be asked.
    ActRequested = "account.act_requested" v 1 {
        customer_id: CustomerId, act_id: AccountActId, act: ActKind, ticket_id: TicketId,
    }

    /// The exchange did it, and gave its own number for that.
    ActDone = "account.act_done" v 1 {
        customer_id: CustomerId, act_id: AccountActId, act: ActKind, receipt: String, receipt_at: Timestamp,
    }

    /// The exchange said no, or never answered.
    ActRefused = "account.act_refused" v 1 {
        customer_id: CustomerId, act_id: AccountActId, act: ActKind, reason: BridgeError,
    }
}
