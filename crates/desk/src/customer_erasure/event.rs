//! Frozen payloads.

use crate::id::CustomerId;
use crate::payload::payloads;

payloads! {
    /// Somebody wants a customer erased. `reason` is what they wrote, as the guard left it; it stays.
    CustomerErasureAsked = "customer.erasure_asked" v 1 { customer_id: CustomerId, reason: String }

    /// Nothing of them is left but what has to stay.
    CustomerErased = "customer.erased" v 1 { customer_id: CustomerId, tickets: i64, messages: i64, files: i64 }
}
