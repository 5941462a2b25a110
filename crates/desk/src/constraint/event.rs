//! Frozen payloads, in the customer's chain. None has the text: it rests in the row alone, which goes when the customer is erased.

use super::Kind;
use crate::id::{ConstraintId, CustomerId};
use crate::payload::payloads;
use crate::time::Timestamp;

payloads! {
    ConstraintAdded = "constraint.added" v 1 {
        customer_id: CustomerId, constraint_id: ConstraintId, kind: Kind, from: Timestamp, until: Option<Timestamp>,
    }

    /// Which fields changed; the text not to what.
    ConstraintChanged = "constraint.changed" v 1 {
        customer_id: CustomerId, constraint_id: ConstraintId, fields: Vec<String>, kind: Kind, from: Timestamp,
        until: Option<Timestamp>,
    }

    /// Somebody ended it before its time.
    ConstraintEnded = "constraint.ended" v 1 { customer_id: CustomerId, constraint_id: ConstraintId }

    /// The guard's newer rules found something in its text.
    ConstraintMasked = "constraint.masked" v 1 {
        customer_id: CustomerId, constraint_id: ConstraintId, kinds: Vec<String>,
    }
}
