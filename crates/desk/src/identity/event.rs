//! Frozen payloads.

use super::Level;
use crate::id::{CustomerId, IdentityId};
use crate::payload::payloads;
use crate::time::Timestamp;

payloads! {
    IdentityAdded = "identity.added" v 1 { customer_id: CustomerId, identity_id: IdentityId, kind: String }

    IdentityVerified = "identity.verified" v 1 {
        customer_id: CustomerId, identity_id: IdentityId, level: Level, until: Option<Timestamp>,
    }
    /// The guard's newer rules found a key or a phrase in its subject. Nobody comes in by it any more, and sessions by it end.
    IdentityMasked = "identity.masked" v 1 { customer_id: CustomerId, identity_id: IdentityId, kinds: Vec<String> }
}
