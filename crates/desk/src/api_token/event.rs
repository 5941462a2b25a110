//! Frozen payloads.

use crate::id::{ApiTokenId, StaffId};
use crate::payload::payloads;
use crate::time::Timestamp;

payloads! {
    ApiTokenCreated = "api_token.created" v 1 {
        api_token_id: ApiTokenId, staff_id: StaffId, scopes: Vec<String>, expires_at: Option<Timestamp>,
    }

    ApiTokenRevoked = "api_token.revoked" v 1 { api_token_id: ApiTokenId, staff_id: StaffId }
}
