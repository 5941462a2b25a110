//! Frozen payloads.

use crate::id::{BrandId, CustomerId};
use crate::payload::payloads;

payloads! {
    /// The first event of a customer's chain.
    CustomerCreated = "customer.created" v 1 { customer_id: CustomerId, brand_id: BrandId }

    /// Which fields changed, not to what.
    CustomerChanged = "customer.changed" v 1 { customer_id: CustomerId, fields: Vec<String> }
}
