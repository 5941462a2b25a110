//! Frozen payloads.

use crate::customer::Field;
use crate::id::CustomerId;
use crate::payload::payloads;

payloads! {
    /// A member saw a personal field in clear. `reason` is what they wrote, as the guard left it.
    FieldRevealed = "customer.field_revealed" v 1 { customer_id: CustomerId, field: Field, reason: String }

    /// A member wanted to see one more field after their budget was spent.
    RevealRefused = "customer.reveal_refused" v 1 { customer_id: CustomerId, field: Field }
}
